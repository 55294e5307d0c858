//! The lever board: what can be turned, under what it does on two or three pathways.
//!
//! Invariant: figures are those of the project that the levers make; bands are those of draws, old ones marked so until
//! new ones have come; hours that cannot be told from zero are called balanced.

use super::{Board, Chart, Ground, Scene};
use crate::assess::{Assessment, PathwayFigures};
use crate::explain::answer::{Parting, is_balanced, parting};
use crate::figure::PathwayFigure;
use crate::lesson::Turned;
use crate::model::Project;
use crate::report::sheet::{Figure, Fill};
use crate::text::{CompareMsg, StageMsg, number};

/// The levers of a stop and where they stand.
#[derive(Debug, Clone, Copy)]
pub struct DeskView<'a> {
    /// The levers.
    pub levers: &'a [Turned],
    /// Where each stands.
    pub values: &'a [f64],
    /// Figures before any was turned.
    pub start: &'a Assessment,
    /// Which lever is in hand.
    pub lever: usize,
    /// Which pathway's numerals are shown.
    pub focus: usize,
    /// True while the bands are those of older values.
    pub stale: bool,
}

/// A lever as it is seen.
#[derive(Debug, Clone, PartialEq)]
pub struct LeverRow {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its value with its unit.
    pub value: String,
    /// Where it stands between its ends, 0 to 1.
    pub at: f64,
    /// Where it stood at the start.
    pub start: f64,
    /// True for the one in hand.
    pub chosen: bool,
}

/// A figure as a bar: where it stands, where it stood, and its band, on a scale of 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Gauge {
    /// Where it stands.
    pub value: f64,
    /// Where it stood at the start.
    pub old: f64,
    /// Low and high.
    pub band: Option<(f64, f64)>,
}

/// A pathway over the levers.
#[derive(Debug, Clone, PartialEq)]
pub struct LeverWay {
    /// Its letter.
    pub letter: char,
    /// Its fill.
    pub fill: Fill,
    /// Its name.
    pub name: String,
    /// The same-grade share.
    pub share: Figure,
    /// MCI.
    pub mci: Gauge,
    /// Hours gained and lost, against the longest of all.
    pub hours: [Gauge; 2],
    /// The numerals of MCI, gained and lost; of the pathway in focus alone.
    pub keys: Vec<Figure>,
}

/// All of it.
#[derive(Debug, Clone, PartialEq)]
pub struct LeverChart {
    /// The levers.
    pub rows: Vec<LeverRow>,
    /// The pathways.
    pub ways: Vec<LeverWay>,
    /// What the rows are called: same-grade share, MCI, hours gained, hours lost.
    pub names: [String; 4],
    /// Which pathway is in focus.
    pub focus: usize,
    /// True while the bands are those of older values.
    pub stale: bool,
}

pub(super) fn board(ground: &Ground<'_>, scene: &Scene) -> Option<Board> {
    let desk = ground.room.desk?;
    let seen = ground.seen(&scene.stop.pathways);
    if seen.is_empty() {
        return None;
    }
    let scale = scale(ground, desk.start, &seen);
    let ways: Vec<LeverWay> = seen
        .iter()
        .enumerate()
        .map(|(nth, way)| self::way(ground, desk, *way, scale, nth == desk.focus))
        .collect();
    Some(Board {
        title: ground.head(StageMsg::LeverTitle),
        sentence: said(ground, desk, &seen),
        keys: Vec::new(),
        chart: Chart::Levers(LeverChart {
            rows: rows(ground, desk),
            ways,
            names: [
                StageMsg::KeySameGrade,
                StageMsg::KeyMci,
                StageMsg::KeyHoursGained,
                StageMsg::KeyHoursLost,
            ]
            .map(|name| ground.head(name)),
            focus: desk.focus,
            stale: desk.stale,
        }),
    })
}

/// The longest hours of all, with bands, at the start and now.
fn scale(ground: &Ground<'_>, start: &Assessment, seen: &[(usize, &PathwayFigures)]) -> f64 {
    let hours = [PathwayFigure::Gained, PathwayFigure::Lost];
    let of = |(at, figures): &(usize, &PathwayFigures)| {
        let old = start.pathways.get(*at);
        hours.map(|figure| {
            let band = ground.band(*at, figure).map_or(0.0, |band| band.p95);
            let old = old.map_or(0.0, |old| figure.central(old));
            figure.central(figures).max(old).max(band)
        })
    };
    seen.iter().flat_map(of).fold(1e-9, f64::max)
}

fn gauge(
    ground: &Ground<'_>,
    desk: DeskView<'_>,
    (at, figures): (usize, &PathwayFigures),
    figure: PathwayFigure,
    scale: f64,
) -> Gauge {
    let old = desk.start.pathways.get(at);
    Gauge {
        value: figure.central(figures) / scale,
        old: old.map_or(0.0, |old| figure.central(old) / scale),
        band: ground
            .band(at, figure)
            .map(|band| (band.p5 / scale, band.p95 / scale)),
    }
}

fn way(
    ground: &Ground<'_>,
    desk: DeskView<'_>,
    way: (usize, &PathwayFigures),
    scale: f64,
    in_focus: bool,
) -> LeverWay {
    let (letter, fill) = ground.letter(way.0);
    let gauge = |figure, scale| gauge(ground, desk, way, figure, scale);
    let keys = if in_focus {
        vec![
            ground.key(way, PathwayFigure::Mci, StageMsg::KeyMci),
            ground.bare_key(way, PathwayFigure::Gained, StageMsg::KeyGained),
            ground.bare_key(way, PathwayFigure::Lost, StageMsg::KeyLost),
        ]
    } else {
        Vec::new()
    };
    LeverWay {
        letter,
        fill,
        name: ground.way_head(&way.1.id),
        share: ground.key(way, PathwayFigure::OutflowRecycled, StageMsg::KeySameGrade),
        mci: gauge(PathwayFigure::Mci, 1.0),
        hours: [
            gauge(PathwayFigure::Gained, scale),
            gauge(PathwayFigure::Lost, scale),
        ],
        keys,
    }
}

fn rows(ground: &Ground<'_>, desk: DeskView<'_>) -> Vec<LeverRow> {
    let row = |(at, (lever, value)): (usize, (&Turned, &f64))| LeverRow {
        id: lever.spec.id.clone(),
        name: lever.name().head(ground.lang),
        value: said_value(lever, *value, ground.lang),
        at: share(lever, *value),
        start: share(lever, lever.now),
        chosen: at == desk.lever,
    };
    desk.levers.iter().zip(desk.values).enumerate().map(row).collect()
}

/// A lever's value between its ends, 0 to 1.
pub fn share(lever: &Turned, value: f64) -> f64 {
    let span = lever.high - lever.low;
    if span > 0.0 {
        (value - lever.low) / span
    } else {
        0.0
    }
}

/// A lever's value as it reads: shares in per cent, masses in grams, the rest as plain numbers.
pub fn said_value(lever: &Turned, value: f64, lang: crate::lang::Lang) -> String {
    let id = lever.spec.id.as_str();
    if id == "wears" {
        return PathwayFigure::Wears.form().text(value, lang);
    }
    if id.starts_with("mass:") {
        return number::grams(value, lang);
    }
    let is_share = lever.low >= 0.0 && lever.high <= 1.0;
    if is_share {
        number::share(value, lang)
    } else {
        number::rough(value, lang)
    }
}

/// What the levers did to the pathway in focus: where the yardsticks part, or that its hours are balanced.
fn said(ground: &Ground<'_>, desk: DeskView<'_>, seen: &[(usize, &PathwayFigures)]) -> String {
    let Some((at, now)) = seen.get(desk.focus) else {
        return String::new();
    };
    let old = desk.start.pathways.get(*at);
    let rises = |old: &PathwayFigures| PathwayFigure::Mci.central(now) > PathwayFigure::Mci.central(old);
    let part = old.and_then(|old| Some((parting(now, old)?, rises(old))));
    let plain = |message: CompareMsg| ground.lang.lines(|lang| message.text(lang).to_owned());
    match part {
        Some((Parting::SameGrade(_), true)) => return plain(CompareMsg::RisesWorn),
        Some((Parting::SameGrade(_), false)) => return plain(CompareMsg::FallsWorn),
        Some((Parting::Quality, true)) => return plain(CompareMsg::RisesAlone),
        Some((Parting::Quality, false)) => return plain(CompareMsg::FallsAlone),
        None => {}
    }
    let net = ground
        .band(*at, PathwayFigure::Net)
        .map(|band| (band.p5, band.p95));
    let letter = ground.letter(*at).0.to_string();
    let message = if is_balanced(&now.totals, net) {
        StageMsg::LeverBalanced
    } else {
        StageMsg::LeverSay
    };
    ground.say(message, &|_| vec![("letter", letter.clone())])
}

/// `project` with every lever at its value; as it is where one of them cannot be.
pub fn turned(project: &Project, levers: &[Turned], values: &[f64]) -> Project {
    let moved = levers.iter().zip(values);
    let mut made = project.clone();
    for (lever, value) in moved.filter(|(lever, value)| (lever.now - **value).abs() > 1e-12) {
        for edit in lever.edits(&made, *value) {
            if let Ok(next) = edit.apply(&made) {
                made = next;
            }
        }
    }
    made
}
