//! A detailed result of Ecobalyse's textile simulator: the carbon of making one piece.
//!
//! Only the steps before the shop count: a piece here is washed and ends by the pathway, and our own figure of making leaves
//! transport out too.

use crate::model::{Day, MOST_CARBON_KG};
use crate::text::{EcobalyseMsg, Lang};
use serde::Deserialize;

/// The steps of making, by their names in the two spellings that results have had.
const MAKING: [[&str; 2]; 6] = [
    ["material", "Matière"],
    ["spinning", "Filature"],
    ["fabric", "Tissage & Tricotage"],
    ["dyeing", "Teinture"],
    ["ennobling", "Ennoblissement"],
    ["making", "Confection"],
];
/// The step without which the making is not whole.
const LAST: &str = "making";

/// Carbon of making one piece.
#[derive(Debug, Clone, PartialEq)]
pub struct Made {
    /// kg `CO2e`.
    pub kg: f64,
    /// The steps that it is the sum of.
    pub steps: Vec<&'static str>,
}

impl Made {
    /// Where the figure is from, by the release of the program, the day and the file; none without a release, or where the day
    /// is no day.
    pub fn note(&self, [release, day, file]: [&str; 3], lang: Lang) -> Option<String> {
        let release = release.trim();
        let day = Day::new(day.trim())?;
        let words = [
            ("release", release),
            ("date", &day.to_string()),
            ("file", file),
            ("steps", &self.steps.join(" + ")),
        ];
        (!release.is_empty()).then(|| EcobalyseMsg::CarbonNote.with(lang, &words))
    }
}

/// Why a result gives no such figure.
#[derive(Debug)]
pub enum NoResult {
    /// It is no result of the simulator.
    NotRead(serde_json::Error),
    /// It gives the whole life alone, or leaves out the sewing.
    NotDetailed,
    /// Its steps add up to this, kg, which no piece can be.
    Absurd(f64),
}

impl NoResult {
    /// The reason in words, with what to do.
    pub fn text(&self, lang: Lang) -> String {
        match self {
            Self::NotRead(error) => EcobalyseMsg::NoResult.with(lang, &[("what", &error.to_string())]),
            Self::NotDetailed => EcobalyseMsg::NotDetailed.text(lang).to_owned(),
            Self::Absurd(kg) => EcobalyseMsg::AbsurdCarbon.with(lang, &[("value", &kg.to_string())]),
        }
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Answer {
    /// The whole life; it is there in a result that is not detailed too.
    #[allow(dead_code, reason = "it tells a result from any other file")]
    impacts: Impacts,
    #[serde(default)]
    life_cycle: Vec<Step>,
}

#[derive(Deserialize)]
struct Step {
    label: String,
    #[serde(default = "yes")]
    enabled: bool,
    impacts: Impacts,
}

const fn yes() -> bool {
    true
}

/// Of all impacts the one on the climate, kg `CO2e`.
#[derive(Deserialize)]
struct Impacts {
    cch: f64,
}

/// The carbon of making in the result `text`: the sum of its steps up to the sewn piece.
pub fn made(text: &str) -> Result<Made, NoResult> {
    let answer: Answer = serde_json::from_str(text).map_err(NoResult::NotRead)?;
    let mut found = Made {
        kg: 0.0,
        steps: Vec::new(),
    };
    for step in answer.life_cycle.iter().filter(|step| step.enabled) {
        let known = MAKING.iter().find(|names| names.contains(&step.label.as_str()));
        if let Some([name, _]) = known {
            found.kg += step.impacts.cch;
            found.steps.push(name);
        }
    }
    if !found.steps.contains(&LAST) {
        return Err(NoResult::NotDetailed);
    }
    if !(0.0..=MOST_CARBON_KG).contains(&found.kg) {
        return Err(NoResult::Absurd(found.kg));
    }
    Ok(found)
}
