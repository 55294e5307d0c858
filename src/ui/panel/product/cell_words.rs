//! What stands in a cell while it is edited, and the edit that a typed text asks for.

use super::cell::Column;
use super::{acts, data};
use crate::edit::{Edit, PartEdit};
use crate::model::{Part, Removable, Role};
use crate::quantity::maths::tidy;
use crate::quantity::{Mass, Share};
use crate::text::{ActMsg, CommonMsg, ProductMsg, WidgetMsg, number, parse_number};
use crate::ui::view::View;

/// The answers of a cell that is a choice.
pub(super) struct Answers {
    /// In words.
    pub words: Vec<String>,
    /// The place of the one that holds.
    pub now: usize,
}

/// The answers to choose from; none where the cell is typed.
pub(super) fn answers(view: &View<'_>, part: &Part, column: Column) -> Option<Answers> {
    match column {
        Column::Role => Some(Answers {
            words: Role::ALL
                .map(|role| CommonMsg::from(role).text(view.lang).to_owned())
                .to_vec(),
            now: Role::ALL.iter().position(|role| *role == part.role).unwrap_or(0),
        }),
        Column::Removable => Some(Answers {
            words: Removable::ALL
                .map(|each| data::removable(each, view.lang).to_owned())
                .to_vec(),
            now: Removable::ALL
                .iter()
                .position(|each| *each == part.removable)
                .unwrap_or(0),
        }),
        Column::Name | Column::Mass | Column::Shares | Column::Feedstock => None,
    }
}

/// What stands in the cell when it is begun.
pub(super) fn typed(view: &View<'_>, part: &Part, column: Column) -> String {
    match column {
        Column::Name => data::part_name(part, view.lang),
        Column::Mass => number::typed(tidy(part.mass.grams())),
        Column::Shares => {
            let share = |share: f64| number::typed(tidy(share * 100.0));
            let shares: Vec<String> = part.fibres.iter().map(|line| share(line.share.get())).collect();
            shares.join(" / ")
        }
        Column::Role | Column::Feedstock | Column::Removable => String::new(),
    }
}

/// The edit that `text` or the answer at `at` asks for, none where nothing changes; else why it cannot be taken.
pub(super) fn read(
    view: &View<'_>,
    part: &Part,
    column: Column,
    (text, at): (&str, usize),
) -> Result<Option<Edit>, String> {
    let is_same = text.trim() == typed(view, part, column);
    let own = |change: PartEdit| Some(Edit::part(&part.id, change));
    match column {
        Column::Role => {
            let role = Role::ALL.get(at).filter(|role| **role != part.role);
            Ok(role.map(|role| acts::all(view, part, &PartEdit::SetRole(*role))))
        }
        Column::Removable => {
            let each = Removable::ALL.get(at).filter(|each| **each != part.removable);
            Ok(each.map(|each| acts::all(view, part, &PartEdit::SetRemovable(*each))))
        }
        _ if is_same => Ok(None),
        Column::Name if text.trim().is_empty() => Err(ActMsg::NoName.text(view.lang).to_owned()),
        Column::Name => Ok(own(PartEdit::Rename(view.lang, text.trim().to_owned()))),
        Column::Mass => mass(view, text).map(|mass| Some(acts::all(view, part, &PartEdit::SetMass(mass)))),
        Column::Shares => shares(view, part, text).map(|shares| Some(acts::all_shares(view, part, &shares))),
        Column::Feedstock => Ok(None),
    }
}

fn mass(view: &View<'_>, text: &str) -> Result<Mass, String> {
    let lang = view.lang;
    let text = text.trim().trim_end_matches(['g', '克']);
    let Some(grams) = parse_number(text) else {
        return Err(WidgetMsg::NotANumber.with(lang, &[("example", "120")]));
    };
    Mass::new(grams / 1000.0)
        .map_err(|_| WidgetMsg::TooLow.with(lang, &[("low", &number::with_unit("0", "g", lang))]))
}

/// The shares of all fibre lines, in per cent, in the order of the lines.
fn shares(view: &View<'_>, part: &Part, text: &str) -> Result<Vec<Share>, String> {
    let lang = view.lang;
    let pieces = text
        .split(|letter: char| letter.is_whitespace() || matches!(letter, '/' | ';' | '；' | '、'))
        .map(|piece| piece.trim_end_matches(['%', '％']))
        .filter(|piece| !piece.is_empty());
    let found: Option<Vec<f64>> = pieces.map(parse_number).collect();
    let count = part.fibres.len();
    let found = found.filter(|found| found.len() == count && found.iter().all(|share| *share >= 0.0));
    let Some(found) = found else {
        let example = typed(view, part, Column::Shares);
        let values = [("count", count.to_string()), ("example", example)];
        let values = values.each_ref().map(|(key, value)| (*key, value.as_str()));
        return Err(ActMsg::ShareCount.with(lang, &values));
    };
    let sum: f64 = found.iter().sum();
    if sum > 100.0 + 1e-7 {
        let sum = number::share(sum / 100.0, lang);
        return Err(ProductMsg::RemainderOver.with(lang, &[("sum", &sum)]));
    }
    Ok(found
        .into_iter()
        .map(|share| Share::clamped(share / 100.0))
        .collect())
}
