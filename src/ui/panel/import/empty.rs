//! The page before there is a table: what to do, and what is understood.

use super::Importing;
use super::data::meaning;
use crate::intake::bom::{Column, limit};
use crate::text::{ImportMsg, Lang, PartsSheetMsg};
use crate::ui::icon;
use crate::ui::theme::metric;
use crate::ui::view::{Import, Out, View};
use crate::ui::widget::{Button, text};
use egui::{Align, Label, Layout, RichText, ScrollArea, Ui, vec2};

/// Width of the words: some 70 characters.
const WIDTH: f32 = 620.0;
/// Size of the sign above them.
const SIGN: f32 = 48.0;

/// Draws it.
pub(super) fn show(ui: &mut Ui, view: &View<'_>, importing: &Importing, out: &mut Out) {
    ScrollArea::vertical()
        .id_salt("import empty")
        .auto_shrink(false)
        .show(ui, |ui| content(ui, view, importing, out));
}

fn content(ui: &mut Ui, view: &View<'_>, importing: &Importing, out: &mut Out) {
    let (theme, lang) = (view.theme, view.lang);
    ui.add_space((ui.available_height() * 0.16).max(metric::SPACE_L));
    let width = WIDTH.min(ui.available_width());
    ui.vertical_centered(|ui| {
        let sign = RichText::new(icon::TABLE)
            .font(theme.icon_font(SIGN))
            .color(theme.ink_soft);
        ui.add(Label::new(sign).selectable(false));
        ui.add_space(metric::SPACE_M);
        ui.allocate_ui_with_layout(vec2(width, 0.0), Layout::top_down(Align::Center), |ui| {
            ui.set_width(width);
            text::Flow::new(
                ImportMsg::Lead.text(lang),
                theme.font(metric::TEXT_NAME),
                theme.ink,
            )
            .show(ui);
            ui.add_space(metric::SPACE_XL);
            buttons(ui, view, importing, width, out);
            ui.add_space(metric::SPACE_M);
            let template = Button::quiet(PartsSheetMsg::Template.text(lang)).icon(icon::EXPORT);
            if template.show(ui, theme).clicked() {
                out.import(Import::Template);
            }
            ui.add_space(metric::SPACE_L);
            soft(ui, view, ImportMsg::Formats.text(lang));
            let rows = limit::HEADER_ROWS.to_string();
            soft(ui, view, &ImportMsg::Headings.with(lang, &[("rows", &rows)]));
            soft(ui, view, &columns(lang));
        });
    });
}

fn buttons(ui: &mut Ui, view: &View<'_>, importing: &Importing, width: f32, out: &mut Out) {
    let (theme, lang) = (view.theme, view.lang);
    if importing.is_busy {
        text::soft(ui, theme, ImportMsg::Reading.text(lang));
        return;
    }
    let choose = Button::primary(ImportMsg::ChooseFile.text(lang)).icon(icon::OPEN);
    let paste = Button::quiet(ImportMsg::Paste.text(lang)).icon(icon::PASTE);
    let both = choose.size(ui, theme).x + metric::SPACE_M + paste.size(ui, theme).x;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = metric::SPACE_M;
        ui.add_space(((width - both) / 2.0 - metric::SPACE_M).max(0.0));
        if choose.show(ui, theme).clicked() {
            out.import(Import::ChooseFile);
        }
        if paste.show(ui, theme).clicked() {
            out.import(Import::Paste);
        }
    });
}

fn soft(ui: &mut Ui, view: &View<'_>, words: &str) {
    text::Flow::new(words, view.theme.font(metric::TEXT_BODY), view.theme.ink_soft).show(ui);
    ui.add_space(metric::SPACE_XS);
}

/// The columns by their short names.
fn columns(lang: Lang) -> String {
    let names = Column::ALL.map(|column| meaning(Some(column)).text(lang));
    names.join(match lang {
        Lang::En => " · ",
        Lang::Zh | Lang::Both => "、",
    })
}
