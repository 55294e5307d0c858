//! What the comparison says of work: gained beside lost, jobs at the volume, break-even, and how much is assumed.
//!
//! Invariant: a net is never given without its two sides.

use super::data::names;
use super::seen::Seen;
use crate::assess::{PathwayFigures, WorkFigure};
use crate::data::Grade;
use crate::explain::FigureId;
use crate::figure::{Form, PathwayFigure};
use crate::flow::InputKey;
use crate::model::{ActivityId, PlaceId};
use crate::report::sheet::{Figure, Piece, Sides};
use crate::text::{CommonMsg, CompareMsg, Lang, number, sided};
use crate::ui::theme::Fill;
use crate::ui::view::View;
use std::collections::BTreeMap;

/// A line smaller than this share of all hours of its pathway stands among the smaller ones.
const SMALL: f64 = 0.05;
/// A piece of a bar smaller than this share of its side joins the rest.
const PIECE: f64 = 0.12;

/// Work of one pathway, hours per 1000 pieces.
#[derive(Debug, Clone, PartialEq)]
pub struct Work {
    /// Both sides as a bar around zero: the largest pieces of each, the rest together; the net with its word.
    pub sides: Sides,
    /// What was gained: "+98".
    pub gained: Figure,
    /// What was lost: "−310".
    pub lost: Figure,
    /// The pathway's own hours; shown for the baseline, which has no sides.
    pub own: Figure,
}

/// Full-time jobs at the annual volume.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Jobs {
    /// The baseline has none: the others are counted against it.
    Baseline,
    /// Gained and lost, each a figure or "less than one job"; `None` where nothing is gained or lost.
    Sides {
        /// Gained.
        gained: Option<Side>,
        /// Lost.
        lost: Option<Side>,
    },
}

/// Jobs on one side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Side {
    /// A figure.
    Figure {
        /// With its sign: "+8.1".
        short: String,
        /// With sign and unit.
        full: String,
    },
    /// Under one job.
    LessThanOne,
}

/// How much of the hours rests on assumptions.
#[derive(Debug, Clone, PartialEq)]
pub struct Sure {
    /// The share, as read.
    pub assumed: String,
    /// All grades with their shares.
    pub grades: String,
    /// The factor behind most of the assumed hours, or behind most hours.
    pub largest: Option<InputKey>,
}

/// One kind of work at one place, over all columns.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// Kind of work.
    pub activity: ActivityId,
    /// Where.
    pub place: PlaceId,
    /// Both in words.
    pub name: String,
    /// One cell per column; none where the column has nothing there.
    pub cells: Vec<Option<Cell>>,
}

/// Hours of one line in one column.
#[derive(Debug, Clone, PartialEq)]
pub struct Cell {
    /// Signed hours, or the baseline's own; their range with only this activity's own factor moved, and its grade.
    pub figure: Figure,
    /// True where it is under a hundredth of all hours of the column.
    pub faint: bool,
}

/// The longest side of all bars of work.
pub(super) fn scale(columns: &[Seen<'_>]) -> f64 {
    let totals = columns.iter().map(|seen| &seen.figures.totals);
    let sides = totals.flat_map(|totals| [totals.gained, totals.lost]);
    sides.filter(|hours| hours.is_finite()).fold(0.0, f64::max)
}

/// Work of `seen`; `scale` is the longest side of all bars of work.
pub(super) fn work(seen: &Seen<'_>, scale: f64) -> Work {
    let (view, figures) = (&seen.view, seen.figures);
    let lang = view.lang;
    let said = |figure: PathwayFigure| Figure::of(figure, figures, seen.band(figure), lang);
    let side = |figure: PathwayFigure, sign: f64| Figure {
        value: signed(figure.central(figures) * sign, lang),
        ..said(figure)
    };
    let (lost, gained): (Vec<_>, Vec<_>) = figures.work.iter().partition(|work| work.hours <= 0.0);
    Work {
        sides: Sides {
            name: CompareMsg::WorkName.text(lang).to_owned(),
            lost: pieces(view, lost, view.theme.lost()),
            gained: pieces(view, gained, view.theme.pathway(seen.index)),
            net: Some((figures.totals.net(), net_words(view, figures))),
            scale,
            opens: Some(FigureId::Pathway(figures.id.clone(), PathwayFigure::Net)),
            ..Sides::default()
        },
        gained: side(PathwayFigure::Gained, 1.0),
        lost: side(PathwayFigure::Lost, -1.0),
        own: said(PathwayFigure::Gross),
    }
}

/// The net in words: never a figure where it cannot be told from zero.
fn net_words(view: &View<'_>, figures: &PathwayFigures) -> String {
    if view.is_balanced(figures) {
        return CompareMsg::Balanced.text(view.lang).to_owned();
    }
    let net = PathwayFigure::Net.said(figures, view.lang);
    CompareMsg::NetText.with(view.lang, &[("hours", &net)])
}

/// Hours with their sign, two digits.
pub(super) fn signed(hours: f64, lang: Lang) -> String {
    number::signed(hours, |hours| number::rough(hours, lang))
}

fn pieces(view: &View<'_>, mut work: Vec<&WorkFigure>, fill: Fill) -> Vec<Piece> {
    let lang = view.lang;
    work.sort_by(|a, b| b.hours.abs().total_cmp(&a.hours.abs()));
    let total: f64 = work.iter().map(|work| work.hours.abs()).sum();
    let is_large = |work: &&&WorkFigure| work.hours.abs() >= total * PIECE;
    let piece = |label: String, hours: f64| Piece {
        label,
        value: signed(hours, lang),
        share: hours.abs(),
        fill: fill.into(),
    };
    let large = work.iter().filter(is_large);
    let mut pieces: Vec<Piece> = large
        .map(|work| piece(names(view).activity(&work.activity), work.hours))
        .collect();
    let rest: f64 = work
        .iter()
        .filter(|work| !is_large(work))
        .map(|work| work.hours)
        .sum();
    if rest.abs() > 0.0 {
        pieces.push(piece(CompareMsg::OtherWork.text(lang).to_owned(), rest));
    }
    pieces
}

/// Jobs of `figures`: a figure only from one job on.
pub(super) fn jobs(figures: &PathwayFigures, lang: Lang) -> Jobs {
    if figures.baseline {
        return Jobs::Baseline;
    }
    let side = |jobs: f64, sign: f64| {
        (jobs > 0.0).then(|| {
            if jobs >= 1.0 {
                Side::Figure {
                    short: signed(jobs * sign, lang),
                    full: number::signed(jobs * sign, |jobs| number::fte(jobs, lang)),
                }
            } else {
                Side::LessThanOne
            }
        })
    };
    Jobs::Sides {
        gained: side(figures.totals.fte_gained, 1.0),
        lost: side(figures.totals.fte_lost, -1.0),
    }
}

/// Break-even of `figures`: the figure within 0 to 1, and what it means; outside words alone.
pub(super) fn even(figures: &PathwayFigures, lang: Lang) -> (Option<String>, String) {
    let words = match figures.totals.break_even() {
        _ if figures.baseline => return (None, CommonMsg::Baseline.text(lang).to_owned()),
        Some(even) if even < 0.0 => CompareMsg::EvenBelow,
        Some(even) if even > 1.0 => CompareMsg::EvenAbove,
        Some(_) => CompareMsg::EvenWithin,
        None => CompareMsg::EvenNone,
    };
    let shown = words == CompareMsg::EvenWithin;
    (
        shown.then(|| PathwayFigure::BreakEven.said(figures, lang)),
        words.text(lang).to_owned(),
    )
}

/// How much of the hours of `figures` is assumed; none without hours.
pub(super) fn sure(figures: &PathwayFigures, lang: Lang) -> Option<Sure> {
    let work = work_of(figures);
    let total = total(work);
    if total <= 0.0 {
        return None;
    }
    let share = |grade: Grade| {
        let of = work.iter().filter(|work| work.grade.unwrap_or(Grade::D) == grade);
        of.map(|work| work.hours.abs()).sum::<f64>() / total
    };
    let grades = [Grade::A, Grade::B, Grade::C, Grade::D].map(|grade| (grade, share(grade)));
    let said = grades
        .iter()
        .filter(|(_, share)| *share > 0.0)
        .map(|(grade, share)| {
            let share = number::share(*share, lang);
            CompareMsg::SureGrade.with(lang, &[("grade", grade.letter()), ("share", &share)])
        });
    let joint = lang.pause();
    let size = |work: &&WorkFigure| (work.grade == Some(Grade::D), work.hours.abs());
    let largest = work.iter().max_by(|a, b| {
        let (a, b) = (size(a), size(b));
        a.0.cmp(&b.0).then(a.1.total_cmp(&b.1))
    });
    Some(Sure {
        assumed: number::share(share(Grade::D), lang),
        grades: said.collect::<Vec<_>>().join(joint),
        largest: largest.and_then(|work| work.factor.clone()),
    })
}

/// Lines that matter in some column, and the others; each largest first.
pub(super) fn lines(view: &View<'_>, columns: &[Seen<'_>]) -> (Vec<Line>, Vec<Line>) {
    let shown: Vec<&[WorkFigure]> = columns.iter().map(|column| work_of(column.figures)).collect();
    let mut keys: BTreeMap<(&ActivityId, &PlaceId), (f64, bool)> = BTreeMap::new();
    for work in &shown {
        let total = total(work);
        for figure in *work {
            let entry = keys.entry((&figure.activity, &figure.place)).or_default();
            entry.0 = entry.0.max(figure.hours.abs());
            entry.1 |= figure.hours.abs() >= total * SMALL;
        }
    }
    let mut keys: Vec<_> = keys.into_iter().collect();
    keys.sort_by(|(_, (a, _)), (_, (b, _))| b.total_cmp(a));
    let line = |(activity, place): (&ActivityId, &PlaceId)| {
        let names = names(view);
        let words = [
            ("activity", names.activity(activity)),
            ("place", names.place(place)),
        ];
        let words = words.each_ref().map(|(key, word)| (*key, word.as_str()));
        let cells = columns.iter().zip(&shown).map(|(column, work)| {
            let same = |work: &&WorkFigure| &work.activity == activity && &work.place == place;
            work.iter()
                .find(same)
                .map(|figure| cell(figure, column.figures.baseline, total(work), view.lang))
        });
        Line {
            activity: activity.clone(),
            place: place.clone(),
            name: CompareMsg::WorkLine.with(view.lang, &words),
            cells: cells.collect(),
        }
    };
    let (large, small): (Vec<_>, Vec<_>) = keys.into_iter().partition(|(_, (_, large))| *large);
    let lines =
        |keys: Vec<((&ActivityId, &PlaceId), _)>| keys.into_iter().map(|(key, _)| line(key)).collect();
    (lines(large), lines(small))
}

/// What stands in the lines of a column: differences, or the baseline's own hours.
fn work_of(figures: &PathwayFigures) -> &[WorkFigure] {
    if figures.baseline {
        &figures.own_work
    } else {
        &figures.work
    }
}

/// All hours of `work`, whatever their sign.
fn total(work: &[WorkFigure]) -> f64 {
    work.iter().map(|work| work.hours.abs()).sum()
}

/// Hours with the sign of their side, their range with the same; the baseline's own work is no change and has none.
fn cell(figure: &WorkFigure, own: bool, total: f64, lang: Lang) -> Cell {
    let hours = figure.hours.abs();
    let range = figure.range.map(|range| (hours, range));
    let (value, range) = if own {
        let range = figure
            .range
            .map(|range| Form::Hours.bare_range(hours, range, lang));
        (number::rough(hours, lang), range)
    } else {
        sided::sided(figure.hours.signum(), hours, range, lang)
    };
    Cell {
        figure: Figure {
            range: range.unwrap_or_default(),
            grade: figure.grade,
            ..Figure::bare(value)
        },
        faint: hours < total * 0.01,
    }
}
