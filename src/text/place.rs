//! Words of places: work by distance from home, and what is set in one place.

use super::messages;
use crate::work::by_place::Ring;

messages! {
    /// What is said of places.
    pub enum PlaceMsg {
        // work by distance from home
        Here: "here: {home}", "本地（{home}）";
        Province: "elsewhere in the province", "省内其他地方";
        Country: "elsewhere in the country", "国内其他地方";
        Abroad: "abroad", "境外";
        Moved: "Most is lost in {from}, most is created in {to}.", "减少的工时以{from}最多，新增的工时以{to}最多。";

        // what is set in one place
        ParkTitle: "What is set in one place", "一地承接的环节";
        ParkAbout: "The stages set in one place, at the product’s annual volume. Pathways are ways to go: the last row is what the place would hold if all ran beside each other.", "按产品年产量列出设在同一地点的环节。各路径是不同的选择，末行为所有路径同时运行时该地点的总量。";
        ParkStage: "Pathway and stage", "路径与环节";
        ParkTonnes: "Taken in, t a year", "接收量（吨/年）";
        ParkHours: "Hours a year", "工时/年";
        ParkPeople: "People, what enters and what leaves", "从业者与进出物料";
        ParkAll: "All pathways together", "所有路径合计";
        ParkWomen: "women {share}", "女性{share}";
        ParkSkill: "mean skill level {level} of 4", "平均技能等级{level}（共4级）";
        ParkHazards: "hazards: {hazards}", "危害：{hazards}";
        ParkEnters: "enters: {list}", "进入：{list}";
        ParkLeaves: "leaves: {list}", "离开：{list}";
        ParkFlow: "{stage} {tonnes}\u{202f}t", "{stage}{tonnes}吨";
        ParkSheet: "Places", "地点";
        ParkDirection: "Enters or leaves", "进出";
        ParkIn: "enters from", "来自";
        ParkOut: "leaves to", "去往";
        ParkTold: "stage", "环节";
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
