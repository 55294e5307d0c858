//! `beside`: carbon and wages of each pathway, indicative, with what they leave out.

use super::input::located;
use super::projects::known_pathway;
use super::source::Source;
use super::{Done, Failure, Format, write_json};
use crate::assess::{Assessment, assess};
use crate::beside::{
    BesideJson, Carbon, DRAWS, Paid, PathwayBeside, Typed, TypedWage, Wages, carbon, left_out, wages,
};
use crate::data::Library;
use crate::job;
use crate::model::{PathwayId, Project};
use crate::text::names::Names;
use crate::text::{BesideMsg, Lang, notices, number};
use crate::uncertainty::Sampler;
use clap::Args;
use std::io::Write;

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
    let typed = typed(asked, lang)?;
    let (file, library) = (asked.given.file.as_os_str(), Library::builtin());
    let project = asked.given.read(lang, err)?;
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
    let ways = found(asked, (&project, library, &assessment), only.as_ref(), &typed);
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

/// What is typed in.
struct AllTyped {
    made: Option<Typed>,
    wages: Vec<TypedWage>,
}

/// What is typed in, each with its source; refused where a number cannot be.
fn typed(asked: &Asked, lang: Lang) -> Result<AllTyped, Failure> {
    const MOST_KG: f64 = 10_000.0;
    let refuse = |message: BesideMsg, values: &[(&str, &str)]| Failure::Input(message.with(lang, values));
    let source = asked.source.as_deref().unwrap_or_default().trim().to_owned();
    let has_any = asked.made_kg.is_some() || !asked.wage.is_empty();
    if has_any && source.is_empty() {
        return Err(refuse(BesideMsg::NeedsSource, &[]));
    }
    let made = match asked.made_kg {
        Some(kg) if !(0.0..=MOST_KG).contains(&kg) => {
            return Err(refuse(BesideMsg::MadeBad, &[("value", &kg.to_string())]));
        }
        made => made.map(|kg| Typed {
            kg,
            source: source.clone(),
        }),
    };
    let wage = |text: &String| {
        let bad = || refuse(BesideMsg::WageBad, &[("text", text)]);
        let (line, yuan) = text.split_once('=').ok_or_else(bad)?;
        let (activity, place) = line.split_once('@').ok_or_else(bad)?;
        let per_hour: f64 = yuan.trim().parse().map_err(|_| bad())?;
        let library = Library::builtin();
        let (activity, place) = (activity.trim().into(), place.trim().into());
        let is_known = library.activity(&activity).is_some() && library.place(&place).is_some();
        if !is_known || !per_hour.is_finite() || per_hour < 0.0 {
            return Err(bad());
        }
        Ok(TypedWage {
            activity,
            place,
            per_hour,
            source: source.clone(),
        })
    };
    let wages = asked.wage.iter().map(wage).collect::<Result<_, Failure>>()?;
    Ok(AllTyped { made, wages })
}

/// Carbon and wages of each pathway that is asked for.
fn found(
    asked: &Asked,
    (project, library, assessment): (&Project, &Library, &Assessment),
    only: Option<&PathwayId>,
    typed: &AllTyped,
) -> Vec<PathwayBeside> {
    let engine = &assessment.engine;
    let sampler = Sampler::of(engine.slots.inputs());
    let seed = asked.seed.unwrap_or(project.seed);
    let draws = job::draw_on(job::threads(), engine, &sampler, seed, asked.draws, &|| false);
    let ways = assessment.pathways.iter().enumerate();
    let ways = ways.filter(|(_, way)| only.is_none_or(|only| *only == way.id));
    ways.map(|(at, way)| PathwayBeside {
        id: way.id.to_string(),
        carbon: carbon(
            project,
            library,
            assessment,
            at,
            typed.made.as_ref(),
            (&draws, seed),
        ),
        wages: way
            .error
            .is_none()
            .then(|| wages(project, library, way, &typed.wages)),
    })
    .collect()
}

/// One pathway for reading.
fn table(way: &PathwayBeside, names: &Names<'_>, out: &mut dyn Write) -> Result<(), Failure> {
    let lang = names.lang;
    writeln!(out, "{}", names.pathway(&way.id.as_str().into()))?;
    if let Some(carbon) = &way.carbon {
        carbon_lines(carbon, lang, out)?;
    }
    if let Some(Wages { gained, lost, .. }) = &way.wages {
        paid(BesideMsg::WageGained, gained, lang, out)?;
        paid(BesideMsg::WageLost, lost, lang, out)?;
    }
    Ok(())
}

fn carbon_lines(carbon: &Carbon, lang: Lang, out: &mut dyn Write) -> Result<(), Failure> {
    let kg = |value: f64| format!("{} kg", number::figure(value, None, lang));
    let with_range = |(value, spread): (f64, Option<[f64; 3]>)| match spread {
        Some([low, _, high]) => {
            let range = number::figure_range(value, (low, high), lang);
            format!("{} ({range})", kg(value))
        }
        None => kg(value),
    };
    writeln!(
        out,
        "  {}: {}",
        BesideMsg::Carbon.text(lang),
        with_range(carbon.per_piece)
    )?;
    if let Some(per_100) = carbon.per_100_wears {
        writeln!(out, "  {}: {}", BesideMsg::Per100.text(lang), with_range(per_100))?;
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
    if let Some(typed) = &carbon.typed {
        let values = [("source", typed.source.as_str())];
        writeln!(out, "    {}", BesideMsg::Typed.with(lang, &values))?;
    }
    let list: Vec<String> = carbon.left_out.iter().map(|left| left_out(left, lang)).collect();
    let list = list.join(if lang.is_chinese() { "；" } else { "; " });
    writeln!(out, "    {}", BesideMsg::LeftOut.with(lang, &[("list", &list)]))?;
    Ok(())
}

fn paid(message: BesideMsg, paid: &Paid, lang: Lang, out: &mut dyn Write) -> Result<(), Failure> {
    let covered = number::share(paid.covered, lang);
    let words = match paid.yuan {
        Some([low, central, high]) => {
            let whole = |value: f64| number::thousands(&format!("{value:.0}"), lang);
            let covered = BesideMsg::Covered.with(lang, &[("covered", &covered)]);
            format!(
                "CNY {} ({}–{}), {covered}",
                whole(central),
                whole(low),
                whole(high)
            )
        }
        None => BesideMsg::NoSum.with(lang, &[("covered", &covered)]),
    };
    writeln!(out, "  {}: {words}", message.text(lang))?;
    Ok(())
}
