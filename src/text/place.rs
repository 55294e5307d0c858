//! Words of places: work by distance from home, and what is set in one place.

use super::{Lang, messages};
use crate::work::by_place::Ring;

messages! {
    /// What is said of places.
    pub enum PlaceMsg {
        // work by distance from home
        HereIn: "here: {home}", "本地（{home}）";
        Here: "at home", "本地";
        Province: "elsewhere in the province", "省内其他地方";
        Country: "elsewhere in the country", "国内其他地方";
        Abroad: "abroad", "境外";
        Moved: "Most is lost in {from}, most is created in {to}.", "减少的工时以{from}最多，新增的工时以{to}最多。";

        // what is set in one place
        ParkTonnes: "Taken in, t a year", "接收量（吨/年）";
        ParkHours: "Hours a year", "工时/年";
        ParkPeople: "Women, skills, hazards", "女性占比、技能、危害";
        ParkAll: "All pathways together", "所有路径合计";
        ParkWomen: "women {share}", "女性{share}";
        ParkSkill: "mean skill level {level} of 4", "平均技能等级{level}（共4级）";
        ParkHazards: "hazards: {hazards}", "危害：{hazards}";
        ParkSheet: "Places", "地点";
        ParkDirection: "Enters or leaves", "进出";
        ParkIn: "enters from", "来自";
        ParkOut: "leaves to", "去往";
        ParkTold: "stage", "环节";
    }
}

/// What `ring` is called: with the name of `home` where work is here and that is one place.
pub fn ring_name(ring: Ring, home: Option<&str>, lang: Lang) -> String {
    match (ring, home) {
        (Ring::Here, Some(home)) => PlaceMsg::HereIn.with(lang, &[("home", home)]),
        _ => PlaceMsg::from(ring).text(lang).to_owned(),
    }
}

impl From<Ring> for PlaceMsg {
    fn from(ring: Ring) -> Self {
        match ring {
            Ring::Here => Self::Here,
            Ring::Province => Self::Province,
            Ring::Country => Self::Country,
            Ring::Abroad => Self::Abroad,
        }
    }
}
