//! Where the mass ends: today, of a hundred pieces, and what the design would allow.

use super::data::{Body, Column, GRADES};
use super::grid::Question;
use super::parts;
use super::rows::{Rows, pathway, small};
use crate::figure::PathwayFigure;
use crate::report::sheet;
use crate::text::CompareMsg;
use crate::ui::shared::blocks::segments;
use crate::ui::theme::metric;
use crate::ui::view::Out;
use crate::ui::widget::{Figure, Hint as _, StackedBar, bar, text};
use egui::{Ui, vec2};

impl Rows<'_, '_> {
    /// Where does it end?
    pub(super) fn ends(&self, ui: &mut Ui, out: &mut Out) {
        let words = [CompareMsg::WhereEnd, CompareMsg::WhereEndHint];
        let (theme, lang) = (self.theme(), self.view.lang);
        let question = Question {
            id: "ends",
            text: words[0].head(lang),
            hint: words[1].text(lang),
            keep_hint: true,
        };
        self.grid.block(ui, theme, question.id, |ui| {
            let ask = |ui: &mut Ui| {
                super::grid::ask(ui, theme, question, self.grid.roomy);
                if self.grid.roomy {
                    self.legend(ui, true);
                }
            };
            self.grid.cells(ui, ask, |ui, at| {
                let Some(column) = self.data.columns.get(at) else {
                    return;
                };
                let Ok(body) = &column.body else {
                    text::soft(ui, theme, crate::text::number::NOTHING);
                    return;
                };
                self.grades(ui, column, body, out);
                let bar = self.stacked(
                    ui,
                    ("ends", question.text),
                    column,
                    &body.ends,
                    PathwayFigure::Outflow,
                );
                self.designed(ui, column, body, out);
                ui.add_space(if self.grid.roomy { metric::SPACE_XS } else { 0.0 });
                let id = column.key.as_str();
                let large = self.grid.roomy && !self.view.relative;
                let largest = if large { 12.0 } else { 9.0 };
                let clicked = match &body.relative {
                    Some(relative) => {
                        small(ui, theme, &relative.ends);
                        false
                    }
                    None => {
                        let pieces = (&body.hundred[..], column.drawing);
                        parts::hundred(ui, theme, id, pieces, largest, lang)
                    }
                    .clicked(),
                };
                if bar || clicked {
                    self.open(out, column, pathway(column, PathwayFigure::Outflow));
                }
            });
            if !self.grid.roomy {
                self.legend(ui, false);
            }
        });
    }

    /// The facts that stand first, in words: recycled at the same grade, and downcycled.
    fn grades(&self, ui: &mut Ui, column: &Column, body: &Body, out: &mut Out) {
        let lang = self.view.lang;
        let words = [CompareMsg::SameGrade, CompareMsg::Downcycled];
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(metric::SPACE_S, 0.0);
            for ((figure, said), word) in GRADES.into_iter().zip(&body.grades).zip(words) {
                let id = (figure.key(), column.key.as_str());
                let figure_alone = Figure::new(id, &said.name, &said.value, lang).medium();
                let with_word = figure_alone.clone().word(word.head(lang));
                // A word that has no room beside its figure stands beneath.
                let fits = with_word.width(ui, self.theme()) <= ui.max_rect().width();
                let shown = if fits { with_word } else { figure_alone };
                self.opening(ui, out, shown, (column, pathway(column, figure)));
                if !fits {
                    ui.end_row();
                    small(ui, self.theme(), word.head(lang));
                    ui.end_row();
                }
            }
        });
        let has_ranges = body.grades.iter().any(|figure| !figure.range.is_empty());
        if has_ranges && body.relative.is_none() {
            let [same, down] = body.grades.each_ref().map(sheet::Figure::reach);
            self.range(ui, &format!("{same} | {down}"));
        }
    }

    /// Designed potential, hollow beneath the bar of today.
    fn designed(&self, ui: &mut Ui, column: &Column, body: &Body, out: &mut Out) {
        let theme = self.theme();
        let name = PathwayFigure::Designed.text(self.view.lang);
        let segments = segments(&body.designed.pieces);
        ui.add_space(1.0);
        let bar = StackedBar::new(("designed", column.key.as_str()), name, &segments)
            .height(10.0)
            .without_labels();
        if bar.show(ui, theme).response.hint(name).clicked() {
            self.open(out, column, pathway(column, PathwayFigure::Designed));
        }
    }

    /// The classes of ends that occur, in their order, beneath one another or beneath the columns.
    fn legend(&self, ui: &mut Ui, upright: bool) {
        let theme = self.theme();
        let classes = self.data.legend.iter();
        let entries = classes.map(|(fill, name)| ((*fill).into(), name.as_str(), ""));
        ui.add_space(metric::SPACE_XS);
        if upright {
            entries.for_each(|entry| bar::legend(ui, theme, [entry]));
            return;
        }
        ui.horizontal_top(|ui| {
            ui.add_space(self.grid.question + super::grid::GAP);
            ui.vertical(|ui| bar::legend(ui, theme, entries));
        });
    }
}
