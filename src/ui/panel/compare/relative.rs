//! The comparison as differences from the baseline column: signed figures and percentages in place of the figures.
//!
//! Invariant: hours keep both sides; a difference is never told as a net alone.

use super::data::{Body, Portion};
use super::seen::Seen;
use crate::assess::PathwayFigures;
use crate::figure::PathwayFigure;
use crate::text::{Lang, VariantMsg, number};

/// From this multiple on a change is told in times, not in percent.
const MANY: f64 = 5.0;

/// What stands beside the differences of one column.
#[derive(Debug, Clone, PartialEq)]
pub struct Relative {
    /// MCI in percent of the baseline column's.
    pub mci: String,
    /// MCI of the baseline column: where the bar begins.
    pub from_mci: f64,
    /// Wears of the baseline column.
    pub from_wears: f64,
    /// Wears in percent of the baseline column's.
    pub wears: String,
    /// Where more and where less mass ends.
    pub ends: String,
    /// Both sides of the work in percent of the baseline's own hours, or the difference of the own hours.
    pub work: String,
}

/// Puts differences from `base` in place of the figures of `body`, which is that of `seen`.
pub(super) fn apply(body: &mut Body, seen: &Seen<'_>, base: &Seen<'_>) {
    let lang = seen.view.lang;
    let (now, old) = (seen.figures, base.figures);
    let moved = |figure: PathwayFigure| {
        let difference = figure.central(now) - figure.central(old);
        signed(difference, |value| figure.form().text(value, lang))
    };
    body.mci.0 = moved(PathwayFigure::Mci);
    body.quality.0 = moved(PathwayFigure::MciQuality);
    body.grades = super::data::GRADES.map(moved);
    for term in &mut body.terms {
        term.value = moved(term.figure);
    }
    body.lives = moved(PathwayFigure::ItemUses);
    body.wears.0 = moved(PathwayFigure::Wears);
    let [mci, wears] =
        [PathwayFigure::Mci, PathwayFigure::Wears].map(|figure| (figure.central(now), figure.central(old)));
    let base_ends = super::data::ends(base.figures);
    let own_ends = super::data::ends(seen.figures);
    let moved = own_ends
        .into_iter()
        .zip(base_ends)
        .map(|((class, own), (_, base))| Portion {
            class: Some(class),
            label: super::data::class_name(class, lang).to_owned(),
            value: signed(own - base, |points| number::fixed(points * 100.0, 0, lang)),
            share: own - base,
        });
    body.relative = Some(Relative {
        mci: percent(mci.0, mci.1, lang),
        from_mci: mci.1,
        from_wears: wears.1,
        wears: percent(wears.0, wears.1, lang),
        ends: ends(&moved.collect::<Vec<_>>(), lang),
        work: work(seen.figures, base.figures, seen.view.assessment.baseline(), lang),
    });
}

fn signed(difference: f64, form: impl Fn(f64) -> String) -> String {
    number::signed(difference, form)
}

/// How much larger or smaller `now` is than `old`; empty where `old` is zero.
fn percent(now: f64, old: f64, lang: Lang) -> String {
    let change = (now - old) / old;
    if !change.is_finite() {
        return String::new();
    }
    let percent = number::signed(change, |change| number::share(change, lang));
    VariantMsg::OfBaseline.with(lang, &[("percent", &percent)])
}

/// The classes whose share moves by half a percent point or more, largest first.
fn ends(moved: &[Portion], lang: Lang) -> String {
    let mut moved: Vec<&Portion> = moved.iter().filter(|end| end.share.abs() >= 0.005).collect();
    moved.sort_by(|a, b| b.share.abs().total_cmp(&a.share.abs()));
    if moved.is_empty() {
        return VariantMsg::EndsSame.text(lang).to_owned();
    }
    let joint = lang.pause();
    let said = moved.iter().map(|end| {
        let words = [("class", end.label.as_str()), ("points", end.value.as_str())];
        VariantMsg::EndPoints.with(lang, &words)
    });
    let list = said.collect::<Vec<_>>().join(joint);
    VariantMsg::EndsMove.with(lang, &[("list", &list)])
}

/// Gained and lost in percent of the own hours of the baseline that they are counted against; for a baseline of another
/// variant the difference of its own hours.
fn work(now: &PathwayFigures, base: &PathwayFigures, own: Option<&PathwayFigures>, lang: Lang) -> String {
    if now.baseline {
        let (now, old) = (now.totals.gross, base.totals.gross);
        let hours = signed(now - old, |hours| number::hours(hours, lang));
        let words = [("hours", hours.as_str()), ("percent", &percent(now, old, lang))];
        return VariantMsg::OwnMoves.with(lang, &words);
    }
    let gross = own.map_or(0.0, |own| own.totals.gross);
    if gross <= 0.0 {
        return String::new();
    }
    let times = [now.totals.gained, now.totals.lost].map(|hours| hours / gross);
    if times.iter().any(|times| *times >= MANY) {
        let [gained, lost] = times.map(|times| number::rough(times, lang));
        return VariantMsg::TimesOfBaseline.with(lang, &[("gained", &gained), ("lost", &lost)]);
    }
    let side = |hours: f64| number::signed(hours / gross, |share| number::share(share, lang));
    let (gained, lost) = (side(now.totals.gained), side(-now.totals.lost));
    VariantMsg::SidesOfBaseline.with(lang, &[("gained", &gained), ("lost", &lost)])
}
