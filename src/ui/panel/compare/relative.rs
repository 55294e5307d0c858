//! The comparison as differences from the baseline column: signed figures and percentages in place of the figures.
//!
//! Invariant: hours keep both sides; a difference is never told as a net alone.

use super::data::{Body, class_name, spoken};
use super::seen::Seen;
use crate::assess::PathwayFigures;
use crate::figure::PathwayFigure;
use crate::text::{Lang, VariantMsg, number};
use crate::ui::theme::EndClass;

/// From this multiple on a change is told in times, not in percent.
const MANY: f64 = 5.0;

/// What stands beside the differences of one column.
#[derive(Debug, Clone, PartialEq)]
pub struct Relative {
    /// MCI in percent of the baseline column's.
    pub mci: String,
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
    body.mci.value = moved(PathwayFigure::Mci);
    body.quality.value = moved(PathwayFigure::MciQuality);
    for (figure, said) in super::data::GRADES.into_iter().zip(&mut body.grades) {
        said.value = moved(figure);
    }
    for (figure, term) in &mut body.terms {
        term.value = moved(*figure);
    }
    body.lives.value = moved(PathwayFigure::ItemUses);
    body.wears.0.value = moved(PathwayFigure::Wears);
    let [mci, wears] =
        [PathwayFigure::Mci, PathwayFigure::Wears].map(|figure| (figure.central(now), figure.central(old)));
    let base_ends = super::data::ends(base.figures);
    let own_ends = super::data::ends(seen.figures);
    let moved = own_ends
        .into_iter()
        .zip(base_ends)
        .map(|((class, own), (_, base))| (class, own - base));
    let change = percent(mci.0, mci.1, lang);
    body.scale.band = Some((mci.0.min(mci.1), mci.0.max(mci.1)));
    body.scale.spoken = spoken([&body.mci, &body.quality], &change, lang);
    body.relative = Some(Relative {
        mci: change,
        from_wears: wears.1,
        wears: percent(wears.0, wears.1, lang),
        ends: ends(moved, lang),
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
fn ends(moved: impl Iterator<Item = (EndClass, f64)>, lang: Lang) -> String {
    let mut moved: Vec<(EndClass, f64)> = moved.filter(|(_, share)| share.abs() >= 0.005).collect();
    moved.sort_by(|(_, a), (_, b)| b.abs().total_cmp(&a.abs()));
    if moved.is_empty() {
        return VariantMsg::EndsSame.text(lang).to_owned();
    }
    let said = moved.into_iter().map(|(class, share)| {
        let points = signed(share, |points| number::fixed(points * 100.0, 0, lang));
        let words = [("class", class_name(class, lang)), ("points", points.as_str())];
        VariantMsg::EndPoints.with(lang, &words)
    });
    let list = said.collect::<Vec<_>>().join(lang.pause());
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
