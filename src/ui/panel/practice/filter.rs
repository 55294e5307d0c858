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
    /// Only cards of this year or later; all where none is chosen.
    pub since: Option<u32>,
    /// Only cards of the country that the project is at home in.
    pub nearby: bool,
}

/// Years to choose from.
pub const YEARS: [u32; 5] = [2005, 2010, 2015, 2020, 2024];

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
