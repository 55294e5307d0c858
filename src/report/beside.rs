//! Carbon, wages and money as JSON.

use super::money::MoneyJson;
use crate::assess::beside::{Beside, Paid, Term, Wages};
use crate::data::{CarbonOf, Sourced, carbon as rows};
use crate::explain::left_out;
use crate::text::{BesideMsg, Lang};
use crate::uncertainty::{Band, overlap};
use serde::Serialize;

/// Carbon, wages and money of one pathway.
#[derive(Debug, Clone, PartialEq)]
pub struct PathwayBeside {
    /// Its id.
    pub id: String,
    /// Carbon, wages and money; none where it has no answer.
    pub beside: Option<Beside>,
    /// Bands of carbon per piece and per 100 wears.
    pub carbon: Option<[Band; 2]>,
}

/// 5 %, 50 % and 95 % points.
type Spread = [f64; 3];

const fn spread(band: Band) -> Spread {
    [band.p5, band.p50, band.p95]
}

/// All that stands beside the answers.
#[derive(Debug, Serialize)]
pub struct BesideJson {
    note: &'static str,
    pathways: Vec<PathwayJson>,
    compared: Vec<ComparedJson>,
    published_garments: Vec<GarmentJson>,
}

#[derive(Debug, Serialize)]
struct PathwayJson {
    id: String,
    carbon: Option<CarbonJson>,
    wages: Option<WagesJson>,
    money: Option<MoneyJson>,
}

#[derive(Debug, Serialize)]
struct CarbonJson {
    carbon_kg_per_100_wears: Option<f64>,
    carbon_kg_per_100_wears_band: Option<Spread>,
    per_piece_kg: f64,
    per_piece_band: Option<Spread>,
    made_kg: f64,
    made_typed: Option<String>,
    washed_kg: f64,
    ended_kg: f64,
    biogenic_kg: f64,
    avoided_kg: f64,
    terms: Vec<TermJson>,
    left_out: Vec<String>,
}

#[derive(Debug, Serialize)]
struct TermJson {
    step: &'static str,
    row: &'static str,
    name: String,
    amount: f64,
    carbon_kg: f64,
    grade: char,
    sources: Vec<String>,
}

#[derive(Debug, Serialize)]
struct WagesJson {
    currency: &'static str,
    wage_gained: Option<f64>,
    wage_gained_range: Option<[f64; 2]>,
    covered_gained: f64,
    wage_lost: Option<f64>,
    wage_lost_range: Option<[f64; 2]>,
    covered_lost: f64,
    grade: Option<char>,
    own: bool,
    without: Vec<WithoutJson>,
}

#[derive(Debug, Serialize)]
struct WithoutJson {
    activity: String,
    place: String,
    h_per_1000: f64,
}

/// Two pathways: which has less carbon per 100 wears, none where their bands overlap.
#[derive(Debug, Serialize)]
struct ComparedJson {
    a: String,
    b: String,
    less: Option<String>,
}

#[derive(Debug, Serialize)]
struct GarmentJson {
    row: &'static str,
    mass_kg: f64,
    carbon_kg: f64,
    sources: Vec<String>,
}

impl BesideJson {
    /// What is known of `ways`, words in `lang`.
    pub fn of(ways: &[PathwayBeside], lang: Lang) -> Self {
        let garments = rows().iter().filter_map(|row| match row.of {
            CarbonOf::Garment { kg } => Some(GarmentJson {
                row: &row.id,
                mass_kg: kg,
                carbon_kg: row.figure.value,
                sources: sources(&row.figure),
            }),
            _ => None,
        });
        Self {
            note: BesideMsg::Indicative.text(lang),
            pathways: ways.iter().map(|way| pathway(way, lang)).collect(),
            compared: compared(ways),
            published_garments: garments.collect(),
        }
    }
}

fn sources(figure: &Sourced<f64>) -> Vec<String> {
    figure.sources.iter().map(ToString::to_string).collect()
}

/// Every two pathways with carbon per 100 wears.
fn compared(ways: &[PathwayBeside]) -> Vec<ComparedJson> {
    let known = ways
        .iter()
        .filter_map(|way| {
            Some((
                &way.id,
                (
                    way.beside.as_ref()?.carbon.per_100_wears,
                    way.carbon.map(|[_, per_100]| per_100),
                ),
            ))
        })
        .filter(|(_, (kg, _))| kg.is_finite());
    let known: Vec<_> = known.collect();
    let mut all = Vec::new();
    for (at, (a, (a_kg, a_band))) in known.iter().enumerate() {
        for (b, (b_kg, b_band)) in known.iter().skip(at + 1) {
            let less = if a_kg < b_kg { a } else { b };
            all.push(ComparedJson {
                a: (*a).clone(),
                b: (*b).clone(),
                less: (!overlap(*a_band, *b_band)).then(|| (*less).clone()),
            });
        }
    }
    all
}

fn pathway(way: &PathwayBeside, lang: Lang) -> PathwayJson {
    PathwayJson {
        id: way.id.clone(),
        carbon: way.beside.as_ref().map(|beside| carbon_json(way, beside, lang)),
        wages: way.beside.as_ref().map(|beside| wages_json(&beside.wages)),
        money: way
            .beside
            .as_ref()
            .map(|beside| MoneyJson::of(&beside.payments, lang)),
    }
}

fn carbon_json(way: &PathwayBeside, Beside { carbon, .. }: &Beside, lang: Lang) -> CarbonJson {
    let term = |term: &Term| TermJson {
        step: term.step.key(),
        row: &term.row.id,
        name: term.row.name.get(lang).to_owned(),
        amount: term.amount,
        carbon_kg: term.kg,
        grade: letter(term.grade),
        sources: sources(&term.row.figure),
    };
    CarbonJson {
        carbon_kg_per_100_wears: Some(carbon.per_100_wears).filter(|kg| kg.is_finite()),
        carbon_kg_per_100_wears_band: way.carbon.map(|[_, per_100]| spread(per_100)),
        per_piece_kg: carbon.per_piece,
        per_piece_band: way.carbon.map(|[per_piece, _]| spread(per_piece)),
        made_kg: carbon.made,
        made_typed: carbon.typed.as_ref().map(|(_, own)| own.note.clone()),
        washed_kg: carbon.washed,
        ended_kg: carbon.ended,
        biogenic_kg: carbon.biogenic,
        avoided_kg: carbon.avoided,
        terms: carbon.terms.iter().map(term).collect(),
        left_out: carbon.left_out.iter().map(|left| left_out(left, lang)).collect(),
    }
}

fn letter(grade: crate::data::Grade) -> char {
    grade.letter().chars().next().unwrap_or('D')
}

fn wages_json(wages: &Wages) -> WagesJson {
    let range = |paid: &Paid| paid.yuan.map(|[low, _, high]| [low, high]);
    let central = |paid: &Paid| paid.yuan.map(|[_, central, _]| central);
    WagesJson {
        currency: "CNY",
        wage_gained: central(&wages.gained),
        wage_gained_range: range(&wages.gained),
        covered_gained: wages.gained.covered,
        wage_lost: central(&wages.lost),
        wage_lost_range: range(&wages.lost),
        covered_lost: wages.lost.covered,
        grade: wages.gained.grade.max(wages.lost.grade).map(letter),
        own: wages.is_own,
        without: wages
            .without()
            .map(|line| WithoutJson {
                activity: line.activity.to_string(),
                place: line.place.to_string(),
                h_per_1000: line.hours,
            })
            .collect(),
    }
}
