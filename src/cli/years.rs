//! `years`: from one pathway to another, year by year.

use super::input::located;
use super::projects::known_pathway;
use super::source::Source;
use super::{Done, Failure, write_json};
use crate::assess::assess;
use crate::data::Library;
use crate::model::PathwayId;
use crate::text::names::Names;
use crate::text::{Lang, YearsMsg, number};
use crate::years::{self, By, InputsError, MOST_YEARS, Ramp, SHAPE, Year};
use clap::{Args, ValueEnum};
use serde::Serialize;
use std::io::Write;

/// What is asked of `years`.
#[derive(Debug, Args)]
pub struct Asked {
    /// The project.
    #[command(flatten)]
    pub source: Source,
    /// The pathway that all go in the first year.
    #[arg(long, value_name = "ID")]
    pub from: String,
    /// The pathway that takes its place.
    #[arg(long, value_name = "ID")]
    pub to: String,
    /// The last year in which all go the old way.
    #[arg(long, value_name = "Y")]
    pub start: i32,
    /// The first year in which all go the new one.
    #[arg(long, value_name = "Y")]
    pub end: i32,
    /// The last year that is reckoned; the end by default.
    #[arg(long, value_name = "Y")]
    pub until: Option<i32>,
    /// Which garments go the new way: those sold in a year, or those discarded in it.
    #[arg(long, value_enum, default_value_t)]
    pub by: ByArg,
    /// Change of the pieces sold from year to year, such as 0.03.
    #[arg(
        long,
        value_name = "SHARE",
        default_value_t = 0.0,
        allow_negative_numbers = true
    )]
    pub growth: f64,
    /// Change of the hours per piece from year to year, such as -0.02.
    #[arg(
        long,
        value_name = "SHARE",
        default_value_t = 0.0,
        allow_negative_numbers = true
    )]
    pub productivity: f64,
    /// Most that the new way takes in a year, t.
    #[arg(long, value_name = "T", allow_negative_numbers = true)]
    pub capacity: Option<f64>,
    /// Form of the output.
    #[arg(long, value_enum, default_value_t)]
    pub format: YearsFormat,
}

/// Which garments a ramp takes hold of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum ByArg {
    /// Those sold in a year, when they are discarded.
    #[default]
    Sold,
    /// Those discarded in a year.
    Discarded,
}

/// Form of the output of `years`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum YearsFormat {
    /// For scripts.
    #[default]
    Json,
    /// One line per year.
    Csv,
}

#[derive(Serialize)]
struct YearsJson {
    years: Vec<YearJson>,
}

#[derive(Serialize)]
struct YearJson {
    year: i32,
    gained_h: f64,
    lost_h: f64,
    sold: f64,
    discarded: f64,
    collected: f64,
    balance_kg: f64,
}

impl From<Year> for YearJson {
    fn from(year: Year) -> Self {
        Self {
            year: year.year,
            gained_h: year.gained_h,
            lost_h: year.lost_h,
            sold: year.sold,
            discarded: year.discarded,
            collected: year.collected,
            balance_kg: year.balance_kg,
        }
    }
}

pub(super) fn run(
    asked: &Asked,
    lang: Lang,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> Result<Done, Failure> {
    let ramp = ramp(asked, lang)?;
    let (file, library) = (asked.source.file.as_os_str(), Library::builtin());
    let project = asked.source.read(lang, err)?;
    let ways = [&asked.from, &asked.to].map(|id| PathwayId::from(id.as_str()));
    for id in &ways {
        known_pathway(file, &project, id, lang)?;
    }
    let assessment = assess(&project, library);
    let [from, to] = ways.each_ref();
    let inputs = years::inputs(&project, library, &assessment, [from, to]);
    let inputs = inputs.map_err(|error| located(file, &sentence(&error, lang)))?;
    let found: Vec<YearJson> = years::run(&inputs, &ramp)
        .into_iter()
        .map(YearJson::from)
        .collect();
    match asked.format {
        YearsFormat::Json => write_json(out, &YearsJson { years: found })?,
        YearsFormat::Csv => {
            let mut table = csv::Writer::from_writer(out);
            for year in &found {
                table.serialize(year)?;
            }
            table.flush()?;
        }
    }
    let names = Names {
        project: &project,
        library,
        lang,
    };
    let (life, shape) = (number::figure(inputs.life_years, None, lang), SHAPE.to_string());
    let values = [("years", life), ("shape", shape), ("from", names.pathway(from))];
    let values = values.each_ref().map(|(key, value)| (*key, value.as_str()));
    writeln!(err, "{}", YearsMsg::Life.with(lang, &values))?;
    Ok(Done::Clean)
}

/// The ramp that is asked for; refused where its numbers cannot be.
fn ramp(asked: &Asked, lang: Lang) -> Result<Ramp, Failure> {
    let ramp = Ramp {
        until: asked.until.unwrap_or(asked.end),
        by: match asked.by {
            ByArg::Sold => By::Sold,
            ByArg::Discarded => By::Discarded,
        },
        growth: asked.growth,
        productivity: asked.productivity,
        capacity_t: asked.capacity,
        ..Ramp::new(asked.start, asked.end)
    };
    let refuse = |message: YearsMsg, values: &[(&str, &str)]| Err(Failure::Input(message.with(lang, values)));
    if !ramp.is_sound() {
        return refuse(YearsMsg::NotInOrder, &[("limit", &MOST_YEARS.to_string())]);
    }
    for (key, value) in [("growth", ramp.growth), ("productivity", ramp.productivity)] {
        if !(-0.5..=0.5).contains(&value) {
            return refuse(
                YearsMsg::NotAChange,
                &[("key", key), ("value", &value.to_string())],
            );
        }
    }
    match ramp.capacity_t {
        Some(value) if value.is_nan() || value < 0.0 => {
            refuse(YearsMsg::NotACapacity, &[("value", &value.to_string())])
        }
        _ => Ok(ramp),
    }
}

fn sentence(error: &InputsError, lang: Lang) -> String {
    match error {
        InputsError::NoAnswer(id) => YearsMsg::NoAnswer.with(lang, &[("id", id.as_str())]),
        InputsError::NoMass => YearsMsg::NoMass.text(lang).to_owned(),
        InputsError::NoLife => YearsMsg::NoLife.text(lang).to_owned(),
    }
}
