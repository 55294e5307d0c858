//! Title, where the table comes from, and how it is understood as a whole.

use super::Importing;
use super::data::{self, Data};
use crate::intake::Draft;
use crate::text::{CommonMsg, ImportMsg, StartMsg};
use crate::ui::icon;
use crate::ui::theme::metric;
use crate::ui::view::{Command, Import, Out, View};
use crate::ui::widget::choice::{above, choice};
use crate::ui::widget::{Button, text};
use egui::{Align, Layout, Ui, vec2};

/// Least room for the buttons beside the title.
const ONE_ROW: f32 = 720.0;

/// Title and source; another table, and the way out.
pub(super) fn title(ui: &mut Ui, view: &View<'_>, importing: &Importing, product: &str, out: &mut Out) {
    let (theme, lang) = (view.theme, view.lang);
    let is_narrow = ui.available_width() < ONE_ROW;
    ui.horizontal(|ui| {
        ui.set_min_height(metric::ROW);
        ui.spacing_mut().item_spacing.x = metric::SPACE_M;
        text::title(ui, theme, StartMsg::TableTitle.head(lang));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = metric::SPACE_S;
            let close = Button::icon_only(icon::CROSS, CommonMsg::Close.text(lang));
            if close.show(ui, theme).clicked() {
                out.command(Command::OpenFigure(None));
            }
            if importing.draft.is_some() && !is_narrow {
                sources(ui, view, out);
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let Some(source) = importing.source.as_deref() else {
                    return;
                };
                let named = [("product", product), ("source", source)];
                if product.is_empty() {
                    text::elided(ui, theme, source);
                } else {
                    text::elided(ui, theme, &ImportMsg::OfProduct.with(lang, &named));
                }
            });
        });
    });
    if importing.draft.is_some() && is_narrow {
        ui.horizontal_wrapped(|ui| sources(ui, view, out));
    }
}

fn sources(ui: &mut Ui, view: &View<'_>, out: &mut Out) {
    let (theme, lang) = (view.theme, view.lang);
    let paste = Button::quiet(ImportMsg::Paste.text(lang)).icon(icon::PASTE);
    if paste.show(ui, theme).clicked() {
        out.import(Import::Paste);
    }
    let other = Button::quiet(ImportMsg::OtherFile.text(lang)).icon(icon::OPEN);
    if other.show(ui, theme).clicked() {
        out.import(Import::ChooseFile);
    }
}

/// Sheet, row of the headings, kind of garment.
pub(super) fn choices(
    ui: &mut Ui,
    view: &View<'_>,
    importing: &Importing,
    draft: &Draft,
    data: &Data,
    out: &mut Out,
) {
    let has_sheets = draft.sheets().len() > 1;
    let gap = metric::SPACE_M;
    let fields = if has_sheets { 3.0 } else { 2.0 };
    let width = ((ui.available_width() - (fields - 1.0) * gap) / fields)
        .clamp(120.0, 340.0)
        .floor();
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = gap;
        if has_sheets {
            field(ui, width, |ui| sheet(ui, view, draft, width, out));
        }
        field(ui, width, |ui| header(ui, view, draft, data, width, out));
        field(ui, width, |ui| kind(ui, view, importing, draft, data, width, out));
    });
}

/// Room for one choice; long words are cut, not pushed into the next one.
fn field(ui: &mut Ui, width: f32, content: impl FnOnce(&mut Ui)) {
    ui.allocate_ui_with_layout(vec2(width, 0.0), Layout::top_down(Align::Min), |ui| {
        ui.set_width(width);
        content(ui);
    });
}

fn sheet(ui: &mut Ui, view: &View<'_>, draft: &Draft, width: f32, out: &mut Out) {
    let name = ImportMsg::Sheet.head(view.lang);
    let chosen = draft.chosen();
    let picked = above(ui, view.theme, name, |ui| {
        let shown = (draft.sheet().name(), Some(&chosen));
        choice(ui, "import sheet", name, shown, width, || {
            let sheets = draft.sheets().iter().enumerate();
            sheets.map(|(at, sheet)| (at, sheet.name().to_owned())).collect()
        })
    });
    if let Some(at) = picked {
        out.import(Import::Sheet(at));
    }
}

fn header(ui: &mut Ui, view: &View<'_>, draft: &Draft, data: &Data, width: f32, out: &mut Out) {
    let name = ImportMsg::Header.head(view.lang);
    let row = draft.mapping().header;
    let picked = above(ui, view.theme, name, |ui| {
        let shown = (data.header.as_str(), Some(&row));
        choice(ui, "import header", name, shown, width, || {
            data::headers(draft, view.lang)
        })
    });
    if let Some(row) = picked {
        out.import(Import::Header(row));
    }
}

fn kind(
    ui: &mut Ui,
    view: &View<'_>,
    importing: &Importing,
    draft: &Draft,
    data: &Data,
    width: f32,
    out: &mut Out,
) {
    let name = ImportMsg::Kind.head(view.lang);
    let (id, _) = draft.kind(&importing.assumed);
    let picked = above(ui, view.theme, name, |ui| {
        let shown = (data.kind.as_str(), Some(&id));
        choice(ui, "import kind", name, shown, width, || {
            let kinds = view.library.kinds.iter();
            kinds
                .map(|kind| (kind.id.clone(), kind.name.get(view.lang).to_owned()))
                .collect()
        })
    });
    if let Some(kind) = picked {
        out.import(Import::Kind(kind));
    }
}

/// How much is understood by earlier corrections, and the way to forget them; drawn from the right.
pub(super) fn remembered(ui: &mut Ui, view: &View<'_>, data: &Data, out: &mut Out) {
    let Some(words) = &data.remembered else {
        return;
    };
    ui.spacing_mut().item_spacing.x = metric::SPACE_XS;
    let forget = Button::bare(ImportMsg::Forget.text(view.lang)).icon(icon::RESET);
    if forget.show(ui, view.theme).clicked() {
        out.import(Import::Forget);
    }
    text::small(ui, view.theme, words);
    text::icon(ui, view.theme, icon::PIN, view.theme.ink_soft);
}
