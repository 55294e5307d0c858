//! A labelled field for one number with its unit.

use super::badge::{Notice, notice_line};
use super::field::Field;
use crate::text::{Lang, WidgetMsg, number, parse_number};
use crate::ui::theme::{Theme, metric};
use egui::{Align, Id, Layout, Response, Ui};

/// What the user confirmed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Commit {
    /// A number in the range.
    Value(f64),
    /// Nothing, in a field that may be empty.
    Cleared,
}

/// What happened in a number field.
#[derive(Debug)]
pub struct FieldResponse {
    /// What the user confirmed, if anything.
    pub commit: Option<Commit>,
    /// The text field.
    pub response: Response,
}

/// A labelled field for one number: Enter or leaving confirms, Escape forgets; a text that cannot be taken stays after
/// Enter with a sentence beneath it, and goes when the field is left or its value changes.
#[derive(Debug, Clone)]
#[must_use = "call show"]
pub struct NumberField<'a> {
    id: Id,
    label: &'a str,
    value: Option<f64>,
    lang: Lang,
    unit: &'a str,
    range: (f64, f64),
    example: f64,
    can_be_empty: bool,
    stacked: bool,
    bare: bool,
    width: f32,
}

impl<'a> NumberField<'a> {
    /// A field for `value`; `id` comes from the thing that is edited.
    pub fn new(
        id: impl std::hash::Hash + std::fmt::Debug,
        label: &'a str,
        value: Option<f64>,
        lang: Lang,
    ) -> Self {
        Self {
            id: Id::unique(("number field", id)),
            label,
            value,
            lang,
            unit: "",
            range: (0.0, f64::INFINITY),
            example: 120.0,
            can_be_empty: false,
            stacked: false,
            bare: false,
            width: 112.0,
        }
    }

    /// What stands after the number.
    pub const fn unit(mut self, unit: &'a str) -> Self {
        self.unit = unit;
        self
    }

    /// Lowest and highest number taken; 0 and any where not set.
    pub const fn range(mut self, low: f64, high: f64) -> Self {
        self.range = (low, high);
        self
    }

    /// The number that the error sentence gives as an example.
    pub const fn example(mut self, example: f64) -> Self {
        self.example = example;
        self
    }

    /// Takes an empty field as an answer.
    pub const fn can_be_empty(mut self) -> Self {
        self.can_be_empty = true;
        self
    }

    /// Shows the field alone; its label is its accessible name.
    pub const fn bare(mut self) -> Self {
        self.bare = true;
        self
    }

    /// Puts the label above the field, in small.
    pub const fn stacked(mut self) -> Self {
        self.stacked = true;
        self
    }

    /// Width of the field.
    pub const fn width(mut self, width: f32) -> Self {
        self.width = width;
        self
    }

    /// Draws label and field in one row, and the sentence beneath where the text cannot be taken.
    pub fn show(self, ui: &mut Ui, theme: &Theme) -> FieldResponse {
        let shown = self.value.map_or_else(String::new, number::typed);
        // While the user types, half a number is no mistake yet.
        let error = Field::refused(ui, self.id).and_then(|text| self.read(&text).err());
        let is_wrong = error.is_some();
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = metric::SPACE_XS;
            let typed = if self.bare {
                self.field(&shown, is_wrong).show(ui, theme)
            } else if self.stacked {
                ui.spacing_mut().item_spacing.y = 2.0;
                super::text::small(ui, theme, self.label);
                self.field(&shown, is_wrong).show(ui, theme)
            } else {
                ui.horizontal(|ui| self.row(ui, theme, &shown, is_wrong)).inner
            };
            if let Some(sentence) = &error {
                notice_line(ui, theme, Notice::Error, sentence, self.lang);
            }
            let commit = match typed.confirmed.map(|text| (self.read(&text), text)) {
                None => None,
                Some((Ok(commit), _)) => {
                    Field::forget(ui, self.id);
                    Some(commit)
                }
                Some((Err(_), text)) => {
                    Field::refuse(ui, &typed.response, text);
                    None
                }
            };
            FieldResponse {
                commit: commit.filter(|commit| self.is_new(*commit)),
                response: typed.response,
            }
        })
        .inner
    }

    fn row(&self, ui: &mut Ui, theme: &Theme, shown: &str, is_wrong: bool) -> super::field::Typed {
        ui.set_min_height(metric::ROW);
        super::text::before(ui, theme, self.label);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            self.field(shown, is_wrong).show(ui, theme)
        })
        .inner
    }

    fn field<'f>(&'f self, shown: &'f str, is_wrong: bool) -> Field<'f> {
        Field {
            id: self.id,
            name: self.label,
            shown,
            suffix: self.unit,
            width: self.width,
            align: egui::Align2::RIGHT_CENTER,
            is_wrong,
        }
    }

    /// The answer in `text`, or the sentence that says why there is none.
    fn read(&self, text: &str) -> Result<Commit, String> {
        let (low, high) = self.range;
        if text.trim().is_empty() && self.can_be_empty {
            return Ok(Commit::Cleared);
        }
        let without_unit = text.trim().strip_suffix(self.unit).unwrap_or(text);
        match parse_number(without_unit) {
            None => Err(WidgetMsg::NotANumber.with(self.lang, &[("example", &number::typed(self.example))])),
            Some(value) if value < low => Err(self.limit(WidgetMsg::TooLow, "low", low)),
            Some(value) if value > high => Err(self.limit(WidgetMsg::TooHigh, "high", high)),
            Some(value) => Ok(Commit::Value(value)),
        }
    }

    fn limit(&self, message: WidgetMsg, name: &str, limit: f64) -> String {
        let figure = number::typed(limit);
        let figure = if self.unit.is_empty() {
            figure
        } else {
            number::with_unit(&figure, self.unit, self.lang)
        };
        message.with(self.lang, &[(name, &figure)])
    }

    fn is_new(&self, commit: Commit) -> bool {
        match (commit, self.value) {
            (Commit::Value(new), Some(old)) => new.to_bits() != old.to_bits(),
            (Commit::Cleared, None) => false,
            _ => true,
        }
    }
}
