//! The sentences above the comparison: the largest difference, and what the work behind it hangs on.
//!
//! Invariant: no pathway is called a winner, and hours lost are never told without what they rest on.

use super::data::names;
use super::seen::{HOLDS, Seen};
use crate::assess::{PathwayFigures, WorkFigure};
use crate::data::Grade;
use crate::text::{CommonMsg, CompareMsg, Lang, VariantMsg, number};
use crate::ui::view::View;

/// What the comparison says in words.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Headline {
    /// The largest difference.
    pub sentence: String,
    /// Break-even, and what the largest loss rests on; always with the word "estimate".
    pub note: String,
    /// What work is counted against; empty where that needs no saying.
    pub counted: String,
}

/// The headline of `columns`, measured against `base`: in both languages the sentences beneath one another.
pub(super) fn of(view: &View<'_>, columns: &[Seen<'_>], base: Option<&Seen<'_>>) -> Headline {
    let say = |lang| one(&View { lang, ..*view }, columns, base);
    Headline {
        sentence: view.lang.lines(|lang| say(lang).sentence),
        note: view.lang.lines(|lang| say(lang).note),
        counted: counted(view),
    }
}

/// The headline in one language.
fn one(view: &View<'_>, columns: &[Seen<'_>], base: Option<&Seen<'_>>) -> Headline {
    let answered = |column: &&Seen<'_>| column.figures.error.is_none();
    let columns: Vec<&Seen<'_>> = columns.iter().filter(answered).collect();
    let by_mci = |a: &&&Seen<'_>, b: &&&Seen<'_>| mci(a.figures).total_cmp(&mci(b.figures));
    let (Some(best), Some(worst)) = (columns.iter().max_by(by_mci), columns.iter().min_by(by_mci)) else {
        return Headline::default();
    };
    let base = base.filter(answered);
    let is_base = base.is_some_and(|base| base.at == best.at);
    let read = |column: &Seen<'_>| number::ratio(mci(column.figures), view.lang);
    let (name, score) = (names(view).column(&best.at), read(best));
    let values = [("name", name.as_str()), ("mci", score.as_str())];
    let told = if is_base {
        let by_change = |a: &&&Seen<'_>, b: &&&Seen<'_>| change(a.figures).total_cmp(&change(b.figures));
        columns.iter().max_by(by_change).copied()
    } else {
        Some(*best)
    };
    let first = match base {
        _ if read(best) == read(worst) => CompareMsg::HeadSame.with(view.lang, &values),
        Some(base) if !is_base => {
            let (base, rival) = (read(base), rival(best, &columns, view.lang));
            let other = rival.map(|rival| names(view).column(&rival.at));
            let (other, base) = (other.as_deref(), [("base", base.as_str())]);
            match other {
                None => CompareMsg::HeadMci.with(view.lang, &[&values[..], &base].concat()),
                Some(other) => {
                    let all = [&values[..], &base, &[("other", other)]].concat();
                    VariantMsg::HeadNotApart.with(view.lang, &all)
                }
            }
        }
        _ => CompareMsg::HeadBaseline.with(view.lang, &values),
    };
    let told = told.filter(|column| !column.figures.baseline);
    let rest = told.map(|column| {
        let spoken = View {
            lang: view.lang,
            ..column.view
        };
        (effect(&spoken, column.figures), note(&spoken, column.figures))
    });
    let (second, note) = rest.unwrap_or_default();
    let gap = if view.lang == Lang::En && !second.is_empty() {
        " "
    } else {
        ""
    };
    let note = if note.is_empty() {
        CommonMsg::EstimateNote.text(view.lang).to_owned()
    } else {
        note
    };
    Headline {
        sentence: format!("{first}{gap}{second}"),
        note,
        counted: counted(view),
    }
}

/// The next most circular column, where it reads the same or is not told apart from `best` in the draws: then nothing is
/// called the most circular alone.
fn rival<'s, 'a>(best: &Seen<'_>, columns: &[&'s Seen<'a>], lang: Lang) -> Option<&'s Seen<'a>> {
    let others = columns.iter().filter(|column| column.at != best.at);
    let next = others.max_by(|a, b| mci(a.figures).total_cmp(&mci(b.figures)))?;
    let read = |column: &Seen<'_>| number::ratio(mci(column.figures), lang);
    let is_close = best.better_than(next).is_some_and(|better| better < HOLDS);
    (is_close || read(best) == read(next)).then_some(*next)
}

/// What work is counted against, where several variants are compared.
fn counted(view: &View<'_>) -> String {
    if view.project.compares_variants() {
        VariantMsg::WorkAgainst.text(view.lang).to_owned()
    } else {
        String::new()
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
