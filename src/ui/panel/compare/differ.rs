//! What differs between the columns: a line of words for each difference, the first few until they are unfolded.

use super::data::Column;
use super::grid::{Question, ask};
use super::rows::{Rows, small};
use crate::text::VariantMsg;
use crate::ui::icon;
use crate::ui::widget::{Button, text};
use egui::{Id, Ui};

/// Lines shown while folded.
const FEW: usize = 3;

impl Rows<'_, '_> {
    /// What the work above is counted against, where several variants are compared.
    pub(super) fn counted(&self, ui: &mut Ui) {
        self.grid.block(ui, self.view.theme, "work", |ui| {
            small(ui, self.view.theme, &self.data.headline.counted);
        });
    }

    /// What differs?
    pub(super) fn differs(&self, ui: &mut Ui) {
        let key = Id::unique("compare all differences");
        let unfolded = ui.data(|data| data.get_temp::<bool>(key)).unwrap_or(false);
        let (theme, lang) = (self.view.theme, self.view.lang);
        let most = self.data.columns.iter().map(|column| column.differs.len()).max();
        let question = Question {
            id: "differs",
            text: VariantMsg::WhatDiffers.head(lang),
            hint: VariantMsg::WhatDiffersHint.text(lang),
            keep_hint: true,
        };
        let mut turned = false;
        self.grid.block(ui, theme, question.id, |ui| {
            let first = |ui: &mut Ui| {
                ask(ui, theme, question, self.grid.roomy);
                if most.unwrap_or(0) > FEW {
                    turned = fold(ui, self, unfolded);
                }
            };
            self.grid.cells(ui, first, |ui, at| {
                if let Some(column) = self.data.columns.get(at) {
                    self.lines(ui, column, unfolded);
                }
            });
        });
        if turned {
            ui.data_mut(|data| data.insert_temp(key, !unfolded));
        }
    }

    /// The first lines while folded, each on three lines at most, with the whole of it for the pointer.
    fn lines(&self, ui: &mut Ui, column: &Column, unfolded: bool) {
        let (theme, lang) = (self.view.theme, self.view.lang);
        if column.reference {
            return small(ui, theme, VariantMsg::IsMeasure.text(lang));
        }
        if column.differs.is_empty() {
            return small(ui, theme, VariantMsg::NoDifference.text(lang));
        }
        if unfolded {
            return column.differs.iter().for_each(|line| small(ui, theme, line));
        }
        for line in column.differs.iter().take(FEW) {
            text::three_small(ui, theme, line);
        }
    }
}

/// The button that shows all lines or the first few; true where it was clicked.
fn fold(ui: &mut Ui, rows: &Rows<'_, '_>, unfolded: bool) -> bool {
    let (label, sign) = if unfolded {
        (VariantMsg::FewerDifferences, icon::CARET_UP)
    } else {
        (VariantMsg::AllDifferences, icon::CARET_DOWN)
    };
    let button = Button::bare(label.text(rows.view.lang)).icon(sign);
    button.show(ui, rows.view.theme).clicked()
}
