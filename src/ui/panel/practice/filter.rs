//! Which cards are shown. Passing state of the window, never part of the project.

use crate::data::Outcome;
use egui::{Id, Ui};

/// What is shown.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Filter {
    /// Words that must all occur.
    pub text: String,
    /// Only these outcomes; all where none is chosen.
    pub outcomes: Vec<Outcome>,
    /// Only cards of the country that the project is at home in.
    pub nearby: bool,
}

impl Filter {
    /// What is shown now.
    pub fn of(ui: &Ui) -> Self {
        ui.data(|data| data.get_temp(key())).unwrap_or_default()
    }

    /// Keeps it for the next frame.
    pub fn keep(self, ui: &Ui) {
        ui.data_mut(|data| data.insert_temp(key(), self));
    }
}

fn key() -> Id {
    Id::unique("practice filter")
}
