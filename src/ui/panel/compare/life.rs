//! How long it lives: lives, wears, and what happens on the way of a hundred pieces.

use super::data::{Body, Column};
use super::rows::{NARROW, Rows, pathway, small};
use crate::figure::PathwayFigure;
use crate::text::CompareMsg;
use crate::ui::theme::metric;
use crate::ui::view::Out;
use crate::ui::widget::{Figure, Quiet, RangeBar};
use egui::Ui;

impl Rows<'_, '_> {
    /// How long does it live?
    pub(super) fn life(&self, ui: &mut Ui, out: &mut Out) {
        let words = [CompareMsg::HowLong, CompareMsg::HowLongHint];
        let lang = self.view.lang;
        self.ask(ui, "life", words, false, |ui, column, body| {
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = metric::SPACE_XS + 2.0;
                self.lives(ui, column, body, out);
                let wears = CompareMsg::Wears.with(lang, &[("count", &body.wears.0.value)]);
                let quiet = Quiet::new(PathwayFigure::Wears.text(lang), &wears, lang);
                let id = ("wears", column.key.as_str());
                self.quiet(ui, out, quiet, id, (column, PathwayFigure::Wears));
            });
            if self.grid.roomy || body.relative.is_none() {
                self.wears_bar(ui, column, body);
            }
            if let Some(relative) = &body.relative {
                small(ui, self.theme(), &relative.wears);
            } else {
                self.range(ui, &body.wears.0.range);
            }
            if self.grid.roomy && body.relative.is_none() {
                small(ui, self.theme(), &body.way);
            }
        });
    }

    /// Wears on the scale of all columns; as a difference from where the baseline column ends.
    fn wears_bar(&self, ui: &mut Ui, column: &Column, body: &Body) {
        let scale = self.data.wears_scale.max(f64::MIN_POSITIVE);
        let share = body.wears.1 / scale;
        let from = body
            .relative
            .as_ref()
            .map_or(0.0, |relative| relative.from_wears / scale);
        let band = Some((from.min(share), from.max(share).min(1.0)));
        let name = PathwayFigure::Wears.text(self.view.lang);
        RangeBar::new(name, &body.wears.0.value, share, band, self.fill(column)).show(ui, self.theme());
    }

    fn lives(&self, ui: &mut Ui, column: &Column, body: &Body, out: &mut Out) {
        let lang = self.view.lang;
        let lives = PathwayFigure::ItemUses;
        let (name, unit) = (lives.text(lang), CompareMsg::Lives.text(lang));
        let id = ("lives", column.key.as_str());
        if self.grid.column < NARROW {
            let quiet = Quiet {
                after: unit,
                ..Quiet::new(name, &body.lives.value, lang)
            };
            self.quiet(ui, out, quiet, id, (column, lives));
        } else {
            let figure = Figure::new(id, name, &body.lives.value, lang).unit(unit);
            self.opening(ui, out, figure, (column, pathway(column, lives)));
        }
    }
}
