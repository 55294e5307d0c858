//! `frontier`: which combinations of moves no other one betters on two figures.

use super::advise::{Case, read};
use super::input::located;
use super::projects::known_pathway;
use super::source::Source;
use super::{Done, Failure, write_json};
use crate::data::Library;
use crate::explain::advice::{
    Axis, MOST_MOVES, Point, Sweep, Try, by_count, few_give, front, measure, named, shortlist, tries,
};
use crate::job;
use crate::model::{PathwayId, Project};
use crate::text::{AdviceMsg, Lang};
use clap::{Args, ValueEnum};
use serde::Serialize;
use std::io::Write;

/// What is asked of `frontier`.
#[derive(Debug, Args)]
pub struct Asked {
    /// What it is about.
    #[command(flatten)]
    pub source: Source,
    /// A pathway; may be given several times. All compared ones by default.
    #[arg(long)]
    pub pathway: Vec<String>,
    /// The figure across, by its key.
    #[arg(long, value_name = "KEY")]
    pub x: String,
    /// The figure up, by its key.
    #[arg(long, value_name = "KEY")]
    pub y: String,
    /// The moves, joined by commas, at most twelve; those that help most by default.
    #[arg(long, value_name = "A,B,…", value_delimiter = ',')]
    pub moves: Vec<String>,
    /// Form of the output.
    #[arg(long, value_enum, default_value_t)]
    pub format: FrontFormat,
}

/// Form of the output of `frontier`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum FrontFormat {
    /// For scripts.
    #[default]
    Json,
    /// One line per combination.
    Csv,
}

#[derive(Serialize)]
struct FrontierJson {
    points: usize,
    front: Vec<FrontJson>,
}

#[derive(Serialize)]
struct FrontJson {
    moves: Vec<String>,
    pathway: String,
    x: f64,
    y: f64,
}

pub(super) fn run(
    asked: &Asked,
    lang: Lang,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> Result<Done, Failure> {
    let library = Library::builtin();
    let (x, y) = (known_axis(&asked.x, lang)?, known_axis(&asked.y, lang)?);
    if x == y {
        return Err(Failure::Input(AdviceMsg::SameAxis.text(lang).to_owned()));
    }
    let file = asked.source.file.as_os_str();
    let Case { project, pathway } = read(&asked.source, (None, None), lang, err)?;
    let mut pathways: Vec<PathwayId> = asked.pathway.iter().map(|id| id.as_str().into()).collect();
    for id in &pathways {
        known_pathway(file, &project, id, lang)?;
    }
    if pathways.is_empty() {
        pathways = compared(&project);
    }
    if pathways.is_empty() {
        pathways.push(pathway);
    }
    let chosen = if asked.moves.is_empty() {
        shortlist(&project, library, &pathways, &[x, y])
    } else {
        let all = tries(&project, library);
        named(&all, &asked.moves).map_err(|id| unknown(&all, &id, lang))?
    };
    let count = chosen.len();
    let sweep = Sweep::new(&project, library, &chosen, &pathways).ok_or_else(|| {
        let values = [("limit", &MOST_MOVES.to_string()), ("count", &count.to_string())];
        let values = values.map(|(key, value)| (key, value.as_str()));
        located(file, &AdviceMsg::TooManyMoves.with(lang, &values))
    })?;
    for (a, b) in sweep.apart() {
        writeln!(
            err,
            "{}",
            AdviceMsg::Apart.with(lang, &[("a", &a.id), ("b", &b.id)])
        )?;
    }
    let points = job::sweep_on(job::threads(), &sweep, 0..sweep.len());
    let best = front(&points, x, y);
    say_few(&points, x, lang, err)?;
    let ids: Vec<&PathwayId> = sweep.pathways().collect();
    let row = |point: &Point| FrontJson {
        moves: sweep
            .moves(point.moves)
            .iter()
            .map(|one| one.id.clone())
            .collect(),
        pathway: ids
            .get(point.pathway)
            .map(ToString::to_string)
            .unwrap_or_default(),
        x: point.on(x),
        y: point.on(y),
    };
    let rows: Vec<FrontJson> = best.iter().filter_map(|at| points.get(*at)).map(row).collect();
    match asked.format {
        FrontFormat::Json => write_json(
            out,
            &FrontierJson {
                points: sweep.points(),
                front: rows,
            },
        )?,
        FrontFormat::Csv => csv(&rows, out)?,
    }
    Ok(Done::Clean)
}

/// The compared pathways of the variant in hand.
fn compared(project: &Project) -> Vec<PathwayId> {
    let number = project.product.variant;
    let own = project.compared.iter().filter(|column| column.variant == number);
    own.map(|column| column.pathway.clone()).collect()
}

/// The axis called `key`, or the sentence that names them all.
fn known_axis(key: &str, lang: Lang) -> Result<Axis, Failure> {
    Axis::of_key(key).ok_or_else(|| {
        let known: Vec<&str> = Axis::all().into_iter().map(Axis::key).collect();
        let known = known.join(", ");
        let sentence = match measure(key) {
            Some(figure) => {
                let values = [("figure", figure.text(lang)), ("known", known.as_str())];
                AdviceMsg::NeitherWay.with(lang, &values)
            }
            None => AdviceMsg::UnknownFigure.with(lang, &[("id", key), ("known", &known)]),
        };
        Failure::Input(sentence)
    })
}

fn unknown(all: &[Try], id: &str, lang: Lang) -> Failure {
    let known: Vec<&str> = all.iter().map(|one| one.id.as_str()).collect();
    let values = [("id", id), ("known", &known.join(", "))];
    Failure::Input(AdviceMsg::UnknownMove.with(lang, &values))
}

/// How few moves give most of what all of them give on the first axis.
fn say_few(points: &[Point], axis: Axis, lang: Lang, err: &mut dyn Write) -> Result<(), Failure> {
    let Axis::Figure(figure) = axis else {
        return Ok(());
    };
    if let Some(words) = few_give(&by_count(points, figure), figure, lang) {
        writeln!(err, "{words}")?;
    }
    Ok(())
}

fn csv(rows: &[FrontJson], out: &mut dyn Write) -> Result<(), Failure> {
    let mut writer = csv::Writer::from_writer(out);
    writer.write_record(["moves", "pathway", "x", "y"])?;
    for row in rows {
        let moves = row.moves.join("+");
        writer.write_record([&moves, &row.pathway, &row.x.to_string(), &row.y.to_string()])?;
    }
    writer.flush()?;
    Ok(())
}
