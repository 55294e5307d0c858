//! What there is to ask about the table as a whole, each with its answers as buttons.

use super::data::Question;
use crate::intake::bom::Answer;
use crate::ui::theme::metric;
use crate::ui::view::{Import, Out, View};
use crate::ui::widget::{Button, Notice, notice_line, text};
use egui::Ui;

/// Answers that are shown; of more sizes or sheets the choice stands above the table.
const MOST: usize = 8;

/// Draws the questions, then the remarks; the likeliest answer to the first question stands out where it changes something.
pub(super) fn show(ui: &mut Ui, view: &View<'_>, questions: &[Question], out: &mut Out) {
    if questions.is_empty() {
        return;
    }
    let (theme, lang) = (view.theme, view.lang);
    for (place, question) in questions.iter().enumerate() {
        let notice = if question.is_open {
            Notice::Warning
        } else {
            Notice::Info
        };
        notice_line(ui, theme, notice, &question.text, lang);
        if question.answers.is_empty() {
            continue;
        }
        ui.add_space(metric::SPACE_XS);
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = egui::vec2(metric::SPACE_S, metric::SPACE_S);
            for (at, (words, answer)) in question.answers.iter().take(MOST).enumerate() {
                let stands_out = place == 0 && at == 0 && *answer != Answer::Right;
                let button = if stands_out {
                    Button::primary(words)
                } else {
                    Button::quiet(words)
                };
                if button.show(ui, theme).clicked() {
                    out.import(Import::Answer(answer.clone()));
                }
            }
        });
        ui.add_space(metric::SPACE_S);
    }
    text::rule(ui, theme);
}
