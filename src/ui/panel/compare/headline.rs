//! The sentences above the comparison: the largest difference, and what the work behind it hangs on.
//!
//! Invariant: no pathway is called a winner, and hours lost are never told without what they rest on.

use super::data::names;
use crate::assess::{PathwayFigures, WorkFigure};
use crate::data::Grade;
use crate::text::{CommonMsg, CompareMsg, Lang, number};
use crate::ui::view::View;

/// What the comparison says in words.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Headline {
    /// The largest difference.
    pub sentence: String,
    /// Break-even, and what the largest loss rests on; always with the word "estimate".
    pub note: String,
}

/// The headline of `view`: in both languages the sentences beneath one another.
pub(super) fn of(view: &View<'_>) -> Headline {
    let say = |lang| one(&View { lang, ..*view });
    Headline {
        sentence: view.lang.lines(|lang| say(lang).sentence),
        note: view.lang.lines(|lang| say(lang).note),
    }
}

/// The headline in one language.
fn one(view: &View<'_>) -> Headline {
    let compared = view.project.compared.iter();
    let pathways: Vec<&PathwayFigures> = compared
        .filter_map(|id| view.assessment.pathway(id))
        .filter(|pathway| pathway.error.is_none())
        .collect();
    let by_mci = |a: &&&PathwayFigures, b: &&&PathwayFigures| mci(a).total_cmp(&mci(b));
    let (Some(best), Some(worst)) = (pathways.iter().max_by(by_mci), pathways.iter().min_by(by_mci)) else {
        return Headline::default();
    };
    let baseline = view
        .assessment
        .baseline()
        .filter(|baseline| baseline.error.is_none());
    let read = |pathway: &PathwayFigures| number::ratio(mci(pathway), view.lang);
    let (name, score) = (names(view).pathway(&best.id), read(best));
    let values = [("name", name.as_str()), ("mci", score.as_str())];
    let told = if best.baseline {
        pathways
            .iter()
            .max_by(|a, b| change(a).total_cmp(&change(b)))
            .copied()
    } else {
        Some(*best)
    };
    let first = match baseline {
        _ if read(best) == read(worst) => CompareMsg::HeadSame.with(view.lang, &values),
        Some(baseline) if !best.baseline => {
            let base = read(baseline);
            let values = [values.as_slice(), &[("base", base.as_str())]].concat();
            CompareMsg::HeadMci.with(view.lang, &values)
        }
        _ => CompareMsg::HeadBaseline.with(view.lang, &values),
    };
    let told = told.filter(|pathway| !pathway.baseline);
    let rest = told.map(|pathway| (effect(view, pathway), note(view, pathway)));
    let (second, note) = rest.unwrap_or_default();
    let gap = if view.lang == Lang::En && !second.is_empty() {
        " "
    } else {
        ""
    };
    Headline {
        sentence: format!("{first}{gap}{second}"),
        note: if note.is_empty() {
            CommonMsg::EstimateNote.text(view.lang).to_owned()
        } else {
            note
        },
    }
}

fn mci(pathway: &PathwayFigures) -> f64 {
    pathway.circularity.mci.mci
}

fn change(pathway: &PathwayFigures) -> f64 {
    pathway.totals.gained + pathway.totals.lost
}

/// The line that gains most and the line that loses most.
fn extremes(pathway: &PathwayFigures) -> (Option<&WorkFigure>, Option<&WorkFigure>) {
    let by_hours = |a: &&WorkFigure, b: &&WorkFigure| a.hours.total_cmp(&b.hours);
    let gain = pathway
        .work
        .iter()
        .max_by(by_hours)
        .filter(|work| work.hours > 0.0);
    let loss = pathway
        .work
        .iter()
        .min_by(by_hours)
        .filter(|work| work.hours < 0.0);
    (gain, loss)
}

/// New pieces saved, and from where to where work moves.
fn effect(view: &View<'_>, pathway: &PathwayFigures) -> String {
    let lang = view.lang;
    let baseline = view.assessment.baseline();
    let before = baseline.map_or(0.0, |baseline| baseline.circularity.garments_avoided);
    let pieces = (pathway.circularity.garments_avoided - before) * 100.0;
    let saves = pieces >= 0.5;
    let saved = if saves {
        let pieces = number::rough(pieces, lang);
        CompareMsg::HeadAvoided.with(lang, &[("pieces", &pieces)])
    } else {
        String::new()
    };
    let (gain, loss) = extremes(pathway);
    // A loss that vanishes beside the gain is no move, and the other way round.
    let counts = |work: &&WorkFigure| work.hours.abs() >= 0.05 * change(pathway);
    let name = |work: &WorkFigure| lower(&names(view).activity(&work.activity), lang);
    let to = gain.filter(counts).map(name);
    let from = loss.filter(counts).map(name);
    let moves = match (&from, &to, saves) {
        (Some(_), Some(_), true) => Some(CompareMsg::HeadMoves),
        (Some(_), Some(_), false) => Some(CompareMsg::HeadMovesAlone),
        (None, Some(_), true) => Some(CompareMsg::HeadGains),
        (None, Some(_), false) => Some(CompareMsg::HeadGainsAlone),
        (Some(_), None, true) => Some(CompareMsg::HeadLoses),
        (Some(_), None, false) => Some(CompareMsg::HeadLosesAlone),
        (None, None, _) => None,
    };
    let values = [
        ("from", from.as_deref().unwrap_or_default()),
        ("to", to.as_deref().unwrap_or_default()),
    ];
    let moves = moves.map(|moves| moves.with(lang, &values)).unwrap_or_default();
    join([saved, moves], lang)
}

/// Break-even first, then what the largest loss rests on.
fn note(view: &View<'_>, pathway: &PathwayFigures) -> String {
    let lang = view.lang;
    let even = pathway
        .totals
        .break_even
        .filter(|even| (0.0..=1.0).contains(even));
    let even = match even {
        Some(even) => CompareMsg::NoteEven.with(lang, &[("even", &number::ratio(even, lang))]),
        None => format!(
            "{}{}",
            CommonMsg::EstimateNote.text(lang),
            if lang == Lang::En { "." } else { "。" }
        ),
    };
    let loss = extremes(pathway).1.map(|loss| {
        let amount = super::work::signed(loss.hours, lang);
        let hours = match loss.range {
            Some((low, high)) => {
                let range = number::span(low, high, lang, |hours| number::rough(hours, lang));
                let joint = if lang.is_chinese() { "，" } else { ", " };
                let unit = CommonMsg::UnitHoursPerThousand.text(lang);
                format!("{}{joint}{range}", number::with_unit(&amount, unit, lang))
            }
            None => number::with_unit(&amount, CommonMsg::UnitHoursPerThousand.text(lang), lang),
        };
        let grade = loss.grade.unwrap_or(Grade::D);
        let words = if grade == Grade::D {
            CompareMsg::NoteLossAssumed
        } else {
            CompareMsg::NoteLoss
        };
        let from = lower(&names(view).activity(&loss.activity), lang);
        words.with(
            lang,
            &[("from", &from), ("hours", &hours), ("grade", grade.letter())],
        )
    });
    join([even, loss.unwrap_or_default()], lang)
}

fn join(parts: [String; 2], lang: Lang) -> String {
    let said: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    said.join(if lang == Lang::En { " " } else { "" })
}

/// A name inside an English sentence: its first letter small, unless it is an abbreviation.
fn lower(name: &str, lang: Lang) -> String {
    let mut letters = name.chars();
    match (lang, letters.next(), letters.next()) {
        (Lang::En, Some(first), Some(second)) if second.is_lowercase() => {
            let rest: String = name.chars().skip(1).collect();
            format!("{}{rest}", first.to_lowercase())
        }
        _ => name.to_owned(),
    }
}
