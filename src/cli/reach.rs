//! `reach`: how far one lever has to go for a figure to meet a target.

use super::advise::{Case, cannot, known_measure, read};
use super::source::Source;
use super::{Done, Failure, Format, write_json};
use crate::data::Library;
use crate::explain::advice::{Lever, Meeting, RANK, Reach, levers_of, reach};
use crate::figure::PathwayFigure;
use crate::report::assessment::NameJson;
use crate::text::{AdviceMsg, Lang};
use clap::Args;
use serde::Serialize;
use std::io::Write;

/// What is asked of `reach`.
#[derive(Debug, Args)]
pub struct Asked {
    /// What it is about.
    #[command(flatten)]
    pub source: Source,
    /// The pathway; the first compared one beside the baseline by default.
    #[arg(long)]
    pub pathway: Option<String>,
    /// The lever, by its id.
    #[arg(long, value_name = "KEY")]
    pub lever: Option<String>,
    /// The target: a figure by its key, and its value.
    #[arg(long, value_name = "KEY=VALUE", allow_hyphen_values = true)]
    pub target: Option<String>,
    /// List the levers of the pathway instead: id, where it stands, from and to, name.
    #[arg(long)]
    pub levers: bool,
    /// Form of the output.
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
}

#[derive(Serialize)]
struct ReachJson {
    values: Vec<f64>,
    reached: bool,
    best: BestJson,
}

#[derive(Serialize)]
struct BestJson {
    lever: Option<f64>,
    target: Option<f64>,
}

#[derive(Serialize)]
struct LeverJson<'a> {
    id: &'a str,
    name: NameJson,
    now: f64,
    low: f64,
    high: f64,
}

pub(super) fn run(
    asked: &Asked,
    lang: Lang,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> Result<Done, Failure> {
    let library = Library::builtin();
    let target = asked
        .target
        .as_deref()
        .map(|text| target(text, lang))
        .transpose()?;
    let case = read(&asked.source, (asked.pathway.as_deref(), None), lang, err)?;
    let figure = target.map_or(RANK, |(figure, _)| figure);
    let all = levers_of(&case.project, library, (&case.pathway, figure));
    if asked.levers {
        return list(&all, asked.format, lang, out);
    }
    let usage = |message: AdviceMsg| Failure::Input(message.text(lang).to_owned());
    let id = asked.lever.as_deref().ok_or_else(|| usage(AdviceMsg::NoLever))?;
    let target = target.ok_or_else(|| usage(AdviceMsg::NoTarget))?;
    let lever = all
        .iter()
        .find(|lever| lever.id == id)
        .ok_or_else(|| Failure::Input(AdviceMsg::UnknownLever.with(lang, &[("id", id)])))?;
    let Case { project, pathway } = &case;
    let found = reach(project, library, pathway, lever, target)
        .map_err(|why| cannot(&asked.source.file, project, &why, lang))?;
    match asked.format {
        Format::Json => {
            let finite = |value: f64| Some(value).filter(|value| value.is_finite());
            let json = ReachJson {
                values: found.values(),
                reached: found.is_reached(),
                best: BestJson {
                    lever: finite(found.best.0),
                    target: finite(found.best.1),
                },
            };
            write_json(out, &json)?;
            // A jump or a plateau is no plain value: it is said beside the figures.
            let plain = |meeting: &&Meeting| !matches!(meeting, Meeting::At(_));
            for meeting in found.meetings.iter().filter(plain) {
                writeln!(err, "{}", sentence(meeting, target.0, lang))?;
            }
        }
        Format::Table => {
            writeln!(out, "{}", lever.name.get(lang))?;
            for meeting in &found.meetings {
                writeln!(out, "  {}", sentence(meeting, target.0, lang))?;
            }
            if !found.is_reached() {
                writeln!(out, "  {}", unreached(&found, target, lang))?;
            }
        }
    }
    Ok(if found.is_reached() {
        Done::Clean
    } else {
        Done::WithFindings
    })
}

/// `KEY=VALUE`.
fn target(text: &str, lang: Lang) -> Result<(PathwayFigure, f64), Failure> {
    let wrong = || Failure::Input(AdviceMsg::NotTarget.with(lang, &[("text", text)]));
    let (key, value) = text.split_once('=').ok_or_else(wrong)?;
    let figure = known_measure(key.trim(), lang)?;
    let value: f64 = value.trim().parse().map_err(|_| wrong())?;
    if value.is_finite() {
        Ok((figure, value))
    } else {
        Err(wrong())
    }
}

fn list(all: &[Lever], format: Format, lang: Lang, out: &mut dyn Write) -> Result<Done, Failure> {
    if format == Format::Json {
        let rows = all.iter().map(|lever| LeverJson {
            id: &lever.id,
            name: (&lever.name).into(),
            now: lever.now,
            low: lever.low,
            high: lever.high,
        });
        write_json(out, &rows.collect::<Vec<_>>())?;
        return Ok(Done::Clean);
    }
    for lever in all {
        let name = lever.name.get(lang);
        let (id, now, low, high) = (&lever.id, lever.now, lever.low, lever.high);
        writeln!(out, "{id:<44} {now:<12.6} {low:.6}–{high:.6}  {name}")?;
    }
    Ok(Done::Clean)
}

/// Where a target is met, in words.
fn sentence(meeting: &Meeting, figure: PathwayFigure, lang: Lang) -> String {
    let number = |value: f64| format!("{value:.6}");
    let said = |value: f64| format!("{} {}", figure.text(lang), figure.form().text(value, lang));
    match *meeting {
        Meeting::At(at) => {
            let name = figure.text(lang);
            AdviceMsg::ReachedOne.with(lang, &[("value", &number(at)), ("figure", name)])
        }
        Meeting::Jump { at, before, after } => AdviceMsg::ReachedJump.with(
            lang,
            &[
                ("value", &number(at)),
                ("before", &said(before)),
                ("after", &said(after)),
            ],
        ),
        Meeting::Plateau { low, high } => {
            AdviceMsg::ReachedPlateau.with(lang, &[("low", &number(low)), ("high", &number(high))])
        }
    }
}

/// "not reachable: at most …".
fn unreached(found: &Reach, (figure, target): (PathwayFigure, f64), lang: Lang) -> String {
    let (at, value) = found.best;
    let said = format!("{} {}", figure.text(lang), figure.form().text(value, lang));
    let message = if value < target {
        AdviceMsg::AtMost
    } else {
        AdviceMsg::AtLeast
    };
    message.with(lang, &[("figure", &said), ("value", &format!("{at:.6}"))])
}
