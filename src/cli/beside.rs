//! `beside`: carbon, wages and money of each pathway, indicative, with what they leave out.

use super::beside_money::{money_edits, money_lines};
use super::input::located;
use super::projects::known_pathway;
use super::source::Source;
use super::{Done, Failure, Format, write_json};
use crate::assess::beside::{Beside, Paid};
use crate::assess::{Assessment, assess};
use crate::data::Library;
use crate::edit::Edit;
use crate::explain::left_out;
use crate::figure::{Form, PathwayFigure};
use crate::job;
use crate::model::{ActivityId, Estimate, FactorId, MOST_CARBON_KG, PathwayId, PlaceId, Project, Typed};
use crate::report::beside::{BesideJson, PathwayBeside};
use crate::text::names::Names;
use crate::text::{BesideMsg, Lang, notices, number};
use crate::uncertainty::{Band, Sampler, carbon_bands};
use clap::Args;
use std::io::Write;

/// How often the ranges are drawn.
const DRAWS: u64 = 1_000;

/// What is asked of `beside`.
#[derive(Debug, Args)]
pub struct Asked {
    /// The project.
    #[command(flatten)]
    pub given: Source,
    /// Only this pathway.
    #[arg(long, value_name = "ID")]
    pub pathway: Option<String>,
    /// How often to draw for the ranges.
    #[arg(long, value_name = "N", default_value_t = DRAWS, value_parser = clap::value_parser!(u64).range(10..=100_000))]
    pub draws: u64,
    /// Seed of the draws; the project's own by default.
    #[arg(long, value_name = "S")]
    pub seed: Option<u64>,
    /// Carbon of making one piece, kg, in place of what is reckoned: from an EPD or another program.
    #[arg(long, value_name = "KG", requires = "source", allow_negative_numbers = true)]
    pub made_kg: Option<f64>,
    /// A wage in yuan per hour, as ACTIVITY@PLACE=YUAN; may be given several times.
    #[arg(long, value_name = "A@P=YUAN", requires = "source")]
    pub wage: Vec<String>,
    /// A price, as KIND=VALUE or KIND=LOW:CENTRAL:HIGH with its currency, such as repair=30:40:60CNY; may be given several times.
    ///
    /// Kinds: feedstock, `gate_fee`, support (a tonne), resale, repair, garment (a piece).
    #[arg(long, value_name = "KIND=PRICE", requires_all = ["source", "date"])]
    pub price: Vec<String>,
    /// A rate of exchange, as OF/INTO=VALUE, such as EUR/CNY=7.8; may be given several times.
    #[arg(long, value_name = "PAIR=VALUE", requires_all = ["source", "date"])]
    pub rate: Vec<String>,
    /// Convert sums of money into this currency besides, at the rates that were typed in.
    #[arg(long, value_name = "CURRENCY")]
    pub convert: Option<String>,
    /// The day that prices and rates are of.
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub date: Option<String>,
    /// Where what is typed in is from.
    #[arg(long, value_name = "TEXT")]
    pub source: Option<String>,
    /// Form of the output.
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
}

pub(super) fn run(
    asked: &Asked,
    lang: Lang,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> Result<Done, Failure> {
    let (file, library) = (asked.given.file.as_os_str(), Library::builtin());
    check_source(asked, lang)?;
    let mut project = asked.given.read(lang, err)?;
    for (id, value) in typed(asked, &project, lang)? {
        let edit = Edit::SetOverride {
            factor: id,
            figure: Estimate::exact(value),
            note: asked.source.clone().unwrap_or_default().trim().to_owned(),
        };
        project = edit
            .apply(&project)
            .map_err(|error| Failure::Input(error.text(lang)))?;
    }
    for edit in money_edits(asked, lang)? {
        project = edit
            .apply(&project)
            .map_err(|error| Failure::Input(error.text(lang)))?;
    }
    let only = asked.pathway.as_deref().map(PathwayId::from);
    if let Some(id) = &only {
        known_pathway(file, &project, id, lang)?;
    }
    let assessment = assess(&project, library);
    let names = Names {
        project: &project,
        library,
        lang,
    };
    if let Some(why) = no_answer(&assessment, &names) {
        return Err(located(file, &why));
    }
    let ways = found(asked, &project, &assessment, only.as_ref());
    match asked.format {
        Format::Json => write_json(out, &BesideJson::of(&ways, lang))?,
        Format::Table => {
            for way in &ways {
                table(way, &names, out)?;
            }
            writeln!(err, "{}", BesideMsg::Indicative.text(lang))?;
        }
    }
    Ok(Done::Clean)
}

/// Why the first pathway has no answer, where none has one.
fn no_answer(assessment: &Assessment, names: &Names<'_>) -> Option<String> {
    let errors = assessment
        .pathways
        .iter()
        .map(|way| Some((way, way.error.as_ref()?)));
    let all: Vec<_> = errors.collect::<Option<_>>()?;
    let (way, error) = all.first()?;
    let why = notices::flow_error(error, names, names.project.pathway(&way.id));
    Some(format!("{}{}{why}", names.pathway(&way.id), names.lang.colon()))
}

/// Refuses what is typed in without its source.
fn check_source(asked: &Asked, lang: Lang) -> Result<(), Failure> {
    let typed = [&asked.wage, &asked.price, &asked.rate];
    let has_any = asked.made_kg.is_some() || typed.iter().any(|all| !all.is_empty());
    let has_source = asked
        .source
        .as_deref()
        .is_some_and(|text| !text.trim().is_empty());
    if has_any && !has_source {
        return Err(Failure::Input(BesideMsg::NeedsSource.text(lang).to_owned()));
    }
    Ok(())
}

/// What is typed in; refused where a number cannot be.
fn typed(asked: &Asked, project: &Project, lang: Lang) -> Result<Vec<(FactorId, f64)>, Failure> {
    let refuse = |message: BesideMsg, values: &[(&str, &str)]| Failure::Input(message.with(lang, values));
    let mut all = Vec::new();
    if let Some(kg) = asked.made_kg {
        if !(0.0..=MOST_CARBON_KG).contains(&kg) {
            return Err(refuse(BesideMsg::MadeBad, &[("value", &kg.to_string())]));
        }
        all.push((Typed::CarbonMade(project.product.variant).id(), kg));
    }
    for text in &asked.wage {
        let bad = || refuse(BesideMsg::WageBad, &[("text", text)]);
        let (line, yuan) = text.split_once('=').ok_or_else(bad)?;
        let (activity, place) = line.split_once('@').ok_or_else(bad)?;
        let per_hour: f64 = yuan.trim().parse().map_err(|_| bad())?;
        let library = Library::builtin();
        let (activity, place): (ActivityId, PlaceId) = (activity.trim().into(), place.trim().into());
        let is_known = library.activity(&activity).is_some() && library.place(&place).is_some();
        if !is_known || !per_hour.is_finite() || per_hour < 0.0 {
            return Err(bad());
        }
        all.push((Typed::Wage(activity, place).id(), per_hour));
    }
    Ok(all)
}

/// Carbon and wages of each pathway that is asked for.
fn found(
    asked: &Asked,
    project: &Project,
    assessment: &Assessment,
    only: Option<&PathwayId>,
) -> Vec<PathwayBeside> {
    let engine = &assessment.engine;
    let sampler = Sampler::of(engine.slots.inputs());
    let seed = asked.seed.unwrap_or(project.seed);
    let draws = job::draw_on(job::threads(), engine, &sampler, seed, asked.draws, &|| false);
    let ways = assessment.pathways.iter().enumerate();
    let ways = ways.filter(|(_, way)| only.is_none_or(|only| *only == way.id));
    ways.map(|(at, way)| PathwayBeside {
        id: way.id.to_string(),
        beside: way.beside.clone(),
        carbon: carbon_bands(way, (&draws, seed), at),
    })
    .collect()
}

/// One pathway for reading.
fn table(way: &PathwayBeside, names: &Names<'_>, out: &mut dyn Write) -> Result<(), Failure> {
    let lang = names.lang;
    writeln!(out, "{}", names.pathway(&way.id.as_str().into()))?;
    if let Some(beside) = &way.beside {
        carbon_lines(way, beside, lang, out)?;
        paid(PathwayFigure::WageGained, &beside.wages.gained, lang, out)?;
        paid(PathwayFigure::WageLost, &beside.wages.lost, lang, out)?;
        money_lines(&beside.payments, lang, out)?;
    }
    Ok(())
}

fn carbon_lines(
    way: &PathwayBeside,
    Beside { carbon, .. }: &Beside,
    lang: Lang,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    let kg = |value: f64| Form::Carbon.text(value, lang);
    let with_range = |value: f64, band: Option<Band>| match band {
        Some(band) => {
            let range = Form::Carbon.bare_range(value, (band.p5, band.p95), lang);
            format!("{} ({range})", kg(value))
        }
        None => kg(value),
    };
    let [per_piece, per_100] = way.carbon.map_or([None; 2], |bands| bands.map(Some));
    let lines = [
        (BesideMsg::Carbon.text(lang), carbon.per_piece, per_piece),
        (
            PathwayFigure::CarbonPer100Wears.text(lang),
            carbon.per_100_wears,
            per_100,
        ),
    ];
    for (name, value, band) in lines {
        writeln!(out, "  {name}: {}", with_range(value, band))?;
    }
    for (message, value) in [
        (BesideMsg::Made, carbon.made),
        (BesideMsg::Washed, carbon.washed),
        (BesideMsg::Ended, carbon.ended),
        (BesideMsg::Biogenic, carbon.biogenic),
        (BesideMsg::Avoided, carbon.avoided),
    ] {
        writeln!(out, "    {}: {}", message.text(lang), kg(value))?;
    }
    if let Some((_, typed)) = &carbon.typed {
        let values = [("source", typed.note.as_str())];
        writeln!(out, "    {}", BesideMsg::Typed.with(lang, &values))?;
    }
    let list: Vec<String> = carbon.left_out.iter().map(|left| left_out(left, lang)).collect();
    let list = list.join(lang.semicolon());
    writeln!(out, "    {}", BesideMsg::LeftOut.with(lang, &[("list", &list)]))?;
    Ok(())
}

fn paid(figure: PathwayFigure, paid: &Paid, lang: Lang, out: &mut dyn Write) -> Result<(), Failure> {
    let covered = number::share(paid.covered, lang);
    let words = match paid.yuan {
        Some([low, central, high]) => {
            let covered = BesideMsg::Covered.with(lang, &[("covered", &covered)]);
            let range = Form::Yuan.bare_range(central, (low, high), lang);
            format!("{} ({range}), {covered}", Form::Yuan.text(central, lang))
        }
        None => BesideMsg::NoSum.with(lang, &[("covered", &covered)]),
    };
    writeln!(out, "  {}: {words}", figure.text(lang))?;
    Ok(())
}
