//! A workbook of the open project that comes back: what its changed cells say, before any of it is taken.

use super::Importing;
use crate::text::PartsSheetMsg;
use crate::ui::theme::metric;
use crate::ui::view::{Import, Out, View};
use crate::ui::widget::{Button, Notice, notice_line, text};
use egui::Ui;

/// The most lines that are shown.
const LINES: usize = 40;

/// Draws the changes; nothing where no workbook of the project comes back.
pub(super) fn show(ui: &mut Ui, view: &View<'_>, importing: &Importing, out: &mut Out) {
    let (theme, lang) = (view.theme, view.lang);
    let Some(back) = &importing.returned else {
        return;
    };
    text::small(ui, theme, PartsSheetMsg::Title.head(lang));
    if back.changes.is_empty() {
        text::soft(ui, theme, PartsSheetMsg::None.text(lang));
    }
    for change in back.changes.iter().take(LINES) {
        text::Flow::new(change.text(lang), theme.font(metric::TEXT_BODY), theme.ink).show(ui);
    }
    for refused in back.refused.iter().take(LINES) {
        notice_line(ui, theme, Notice::Warning, refused.text(lang), lang);
    }
    if !back.changes.is_empty() {
        ui.add_space(metric::SPACE_S);
        let label = match back.changes.len() {
            1 => PartsSheetMsg::TakeOne.text(lang).to_owned(),
            count => PartsSheetMsg::Take.with(lang, &[("count", &count.to_string())]),
        };
        if Button::primary(&label).show(ui, theme).clicked() {
            out.import(Import::TakeChanges);
        }
    }
    text::rule(ui, theme);
}
