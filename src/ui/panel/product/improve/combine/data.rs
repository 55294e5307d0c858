//! Combinations as final strings: the front in words, what few moves give, the smallest change that reaches a target.

use super::super::super::data::names;
use crate::explain::advice::{Axis, Count, Point, Smallest, Try, few_give, place};
use crate::model::PathwayId;
use crate::text::{AdviceMsg, ImproveMsg};
use crate::ui::diagram::words::standing;
use crate::ui::improving::{CombinedView, Ends};
use crate::ui::view::View;

/// One combination in words.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// The moves.
    pub tries: Vec<Try>,
    /// The pathway.
    pub pathway: PathwayId,
    /// Its place in the project.
    pub place: usize,
    /// How many moves on which pathway.
    pub head: String,
    /// Both figures.
    pub figures: String,
    /// The moves by name; empty for none.
    pub moves: String,
}

/// `point` in words.
pub fn line(view: &View<'_>, combined: &CombinedView<'_>, point: &Point, axes: [Axis; 2]) -> Option<Line> {
    let lang = view.lang;
    let pathway = combined.pathways.get(point.pathway)?;
    let tries: Vec<Try> = combined.moves(point.moves).cloned().collect();
    let name = names(view).pathway(pathway);
    let values = [("count", point.count().to_string()), ("pathway", name)];
    let values = values.each_ref().map(|(key, value)| (*key, value.as_str()));
    let head = match point.count() {
        0 => ImproveMsg::NoMoves,
        1 => ImproveMsg::OneMove,
        _ => ImproveMsg::SomeMoves,
    };
    let figures = axes
        .into_iter()
        .filter(|axis| *axis != Axis::MovesCount)
        .map(|axis| lang.beside(&axis_text(axis, view), &axis.said(point.on(axis), lang)));
    let moves = tries
        .iter()
        .map(|one| one.name(view.project, view.library).get(lang).to_owned());
    Some(Line {
        place: view
            .project
            .pathways
            .iter()
            .position(|known| &known.id == pathway)?,
        head: head.with(lang, &values),
        figures: figures.collect::<Vec<_>>().join(lang.pause()),
        moves: standing(&moves.collect::<Vec<_>>().join(lang.semicolon())),
        pathway: pathway.clone(),
        tries,
    })
}

/// An axis inside a sentence.
pub fn axis_text(axis: Axis, view: &View<'_>) -> String {
    match axis {
        Axis::Figure(figure) => figure.text(view.lang).to_owned(),
        Axis::MovesCount => AdviceMsg::MovesCount.text(view.lang).to_owned(),
    }
}

/// The points of the front in words, the best on the first axis first.
pub fn front(view: &View<'_>, combined: &CombinedView<'_>, axes: [Axis; 2]) -> Vec<Line> {
    let points = combined.front.iter().filter_map(|at| combined.points.get(*at));
    points
        .filter_map(|point| line(view, combined, point, axes))
        .collect()
}

/// "3 moves give 80 % of what 12 give", of the axes that are figures; empty where no few do.
pub fn few(view: &View<'_>, combined: &CombinedView<'_>, axes: [Axis; 2]) -> Vec<String> {
    let lang = view.lang;
    let told = |(axis, rows): (Axis, &[Count])| match axis {
        Axis::Figure(figure) => few_give(rows, figure, lang).map(|words| standing(&words)),
        Axis::MovesCount => None,
    };
    axes.into_iter().zip(combined.counts).filter_map(told).collect()
}

/// The smallest change in words: the sentence, and the combination that can be tried.
pub fn smallest(view: &View<'_>, combined: &CombinedView<'_>) -> Option<(String, Line)> {
    let bounds = view.selection.improving.bounds;
    let (at, message) = match combined.smallest? {
        Smallest::Reached(at) => (at, ImproveMsg::Reached),
        Smallest::Nearest(at) => (at, ImproveMsg::NotReached),
    };
    let point = combined.points.get(at)?;
    let message = match (message, point.count()) {
        (ImproveMsg::Reached, 0) => ImproveMsg::ReachedNow,
        (message, _) => message,
    };
    let figures = std::iter::once(bounds.target.figure).chain(bounds.floor.map(|floor| floor.figure));
    let mut axes: Vec<Axis> = figures.map(Axis::Figure).collect();
    axes.dedup();
    let both = [axes.first().copied()?, axes.last().copied()?];
    let mut line = line(view, combined, point, both)?;
    if both[0] == both[1] {
        let axis = both[0];
        line.figures = view
            .lang
            .beside(&axis_text(axis, view), &axis.said(point.on(axis), view.lang));
    }
    let values = [("what", line.head.as_str()), ("figures", line.figures.as_str())];
    Some((message.with(view.lang, &values), line))
}

/// The ends of a band on an axis.
pub fn band_on(ends: &Ends, axis: Axis) -> Option<(f64, f64)> {
    let Axis::Figure(figure) = axis else { return None };
    let band = ends.get(place(figure)?).copied().flatten()?;
    (band.p5.is_finite() && band.p95.is_finite()).then_some((band.p5, band.p95))
}
