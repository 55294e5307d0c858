//! The editor of the user's own figure: what is typed, read as a figure or refused with a sentence.
//!
//! Invariant: nothing reaches the project before it is confirmed, and then as one edit.

use super::data::Found;
use crate::data::Domain;
use crate::edit::Edit;
use crate::model::{Estimate, FactorId};
use crate::text::{Lang, LibraryMsg, number, parse_number, parse_percent, units};
use egui::{Id, Ui};

/// What stands in the fields.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Draft {
    /// The value; shares in per cent.
    pub value: String,
    /// The low end; may be empty.
    pub low: String,
    /// The high end; may be empty.
    pub high: String,
    /// Where the figure comes from.
    pub note: String,
}

/// What the fields say.
#[derive(Debug, Clone, PartialEq)]
pub enum Typed {
    /// Nothing else than what holds already.
    Same,
    /// A figure that can be taken.
    Figure(Estimate, String),
    /// Nothing that can be taken, and why.
    Wrong(String),
}

impl Draft {
    /// The figure that holds now: the user's own, or the library's value to start from.
    pub fn start(found: &Found<'_>) -> Self {
        let share = is_share(found);
        let write = |value: f64| number::typed(if share { value * 100.0 } else { value });
        match (found.own, found.factor) {
            (Some(own), _) => Self {
                value: write(own.figure.value),
                low: own.figure.range.map_or_else(String::new, |(low, _)| write(low)),
                high: own.figure.range.map_or_else(String::new, |(_, high)| write(high)),
                note: own.note.clone(),
            },
            (None, Some(factor)) => Self {
                value: write(factor.figure.value),
                ..Self::default()
            },
            (None, None) => Self::default(),
        }
    }

    /// What is being typed for `id`, if anything.
    pub(super) fn load(ui: &Ui, id: &FactorId) -> Option<Self> {
        ui.data(|data| data.get_temp(key(id)))
    }

    /// Keeps what is being typed.
    pub(super) fn keep(self, ui: &Ui, id: &FactorId) {
        ui.data_mut(|data| data.insert_temp(key(id), self));
    }

    /// Forgets what was typed.
    pub(super) fn forget(ui: &Ui, id: &FactorId) {
        ui.data_mut(|data| data.remove::<Self>(key(id)));
    }

    /// Reads the fields.
    pub fn read(&self, found: &Found<'_>, lang: Lang) -> Typed {
        if *self == Self::start(found) {
            return Typed::Same;
        }
        match self.figure(found, lang) {
            Ok(figure) => Typed::Figure(figure, self.note.trim().to_owned()),
            Err(sentence) => Typed::Wrong(sentence),
        }
    }

    fn figure(&self, found: &Found<'_>, lang: Lang) -> Result<Estimate, String> {
        let read = |field: LibraryMsg, text: &str| {
            let read = if is_share(found) {
                parse_percent(text)
            } else {
                parse_number(text)
            };
            let example = if is_share(found) { "45" } else { "120" };
            let words =
                || LibraryMsg::NoNumber.with(lang, &[("field", field.text(lang)), ("example", example)]);
            read.ok_or_else(words)
        };
        let end = |field: LibraryMsg, text: &str| match text.trim() {
            "" => Ok(None),
            text => read(field, text).map(Some),
        };
        let value = read(LibraryMsg::ValueField, &self.value)?;
        let low = end(LibraryMsg::LowField, &self.low)?;
        let high = end(LibraryMsg::HighField, &self.high)?;
        let range = (low.is_some() || high.is_some()).then(|| (low.unwrap_or(value), high.unwrap_or(value)));
        let (least, most) = range.unwrap_or((value, value));
        let is_whole = found.factor.is_some_and(|factor| factor.domain == Domain::Share);
        let refused = if value < 0.0 || least < 0.0 {
            Some(LibraryMsg::NotNegative)
        } else if is_whole && value.max(most) > 1.0 {
            Some(LibraryMsg::ShareBounds)
        } else {
            (least > value || value > most).then_some(LibraryMsg::RangeOrder)
        };
        match refused {
            Some(sentence) => Err(sentence.text(lang).to_owned()),
            None => Ok(Estimate { value, range }),
        }
    }
}

/// The edit that takes the typed figure.
pub fn edit(id: &FactorId, figure: Estimate, note: String) -> Edit {
    Edit::SetOverride {
        factor: id.clone(),
        figure,
        note,
    }
}

/// True where the fields are in per cent.
pub fn is_share(found: &Found<'_>) -> bool {
    found
        .factor
        .is_some_and(|factor| units::is_share(&factor.figure.unit))
}

fn key(id: &FactorId) -> Id {
    Id::unique(("library draft", id.as_str()))
}
