//! The kinds of garment as a list that can be searched.

use super::Draft;
use crate::app::frame::Chrome;
use crate::data::Kind;
use crate::model::KindId;
use crate::text::{LabelPageMsg, number};
use crate::ui::icon;
use crate::ui::theme::metric;
use crate::ui::widget::garment::garment_icon;
use crate::ui::widget::touch::Touch;
use crate::ui::widget::{put_left, text};
use egui::{
    Align, Color32, Id, Key, Label, Layout, RichText, Role, ScrollArea, Sense, TextEdit, Ui, UiBuilder, pos2,
    vec2,
};

/// Shows search and list in `height`.
pub(super) fn show(ui: &mut Ui, chrome: &Chrome<'_>, draft: &mut Draft, height: f32) {
    let (theme, lang) = (chrome.view.theme, chrome.view.lang);
    let top = ui.cursor().top();
    text::heading(ui, theme, LabelPageMsg::Kind.head(lang));
    let confirmed = search(ui, chrome, draft);
    ui.add_space(metric::SPACE_XS);
    let wanted = draft.search.trim().to_lowercase();
    let fits = |kind: &&Kind| {
        let names = [&kind.name.en, &kind.name.zh];
        names.iter().any(|name| name.to_lowercase().contains(&wanted))
    };
    let kinds: Vec<&Kind> = chrome.view.library.kinds.iter().filter(fits).collect();
    if confirmed && let Some(first) = kinds.first() {
        draft.set_kind(first.id.clone());
    }
    if kinds.is_empty() {
        text::soft(ui, theme, LabelPageMsg::NoKind.text(lang));
    }
    let rest = (height - (ui.cursor().top() - top)).max(3.0 * metric::ROW);
    ScrollArea::vertical()
        .id_salt("kinds")
        .max_height(rest)
        .auto_shrink([false, true])
        .show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            for kind in kinds {
                if row(ui, chrome, kind, draft.kind.as_ref()) {
                    draft.set_kind(kind.id.clone());
                }
            }
        });
}

/// The field; true on Enter.
fn search(ui: &mut Ui, chrome: &Chrome<'_>, draft: &mut Draft) -> bool {
    let (theme, lang) = (chrome.view.theme, chrome.view.lang);
    let name = LabelPageMsg::KindSearch.text(lang);
    let edit = TextEdit::singleline(&mut draft.search)
        .id(Id::unique("kind search"))
        .hint_text(
            RichText::new(text::in_both(ui.ctx(), name))
                .font(theme.font(metric::TEXT_BODY))
                .color(theme.ink_soft),
        )
        .font(theme.font(metric::TEXT_BODY))
        .margin(egui::Margin::symmetric(8, 6))
        .desired_width(f32::INFINITY);
    let response = ui.add(edit);
    ui.ctx()
        .accesskit_node_builder(response.id, |node| node.set_label(name));
    response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter))
}

/// One kind with its usual mass; true where it was picked.
fn row(ui: &mut Ui, chrome: &Chrome<'_>, kind: &Kind, chosen: Option<&KindId>) -> bool {
    let (theme, lang) = (chrome.view.theme, chrome.view.lang);
    let is_chosen = chosen == Some(&kind.id);
    let id = Id::unique(("kind", kind.id.as_str()));
    let name = kind.name.get(lang);
    let mass = number::grams(kind.mass_kg.value, lang);
    // A long name takes a second line.
    let width = ui.available_width();
    let beside = text::small_width(ui, theme, &mass).max(metric::ICON) + metric::ICON;
    let room = width - beside - 4.0 * metric::SPACE_S;
    let font = theme.font(metric::TEXT_BODY);
    let galley = text::lines(ui.painter(), theme, name, font, Color32::PLACEHOLDER, (room, 2));
    let height = (galley.size().y + metric::SPACE_XS).max(metric::TARGET);
    let (_, rect) = ui.allocate_space(vec2(width, height));
    let touch = Touch::new(id, rect, Role::RadioButton, name).chosen(is_chosen);
    let response = touch.about(&mass).show(ui, theme);
    let ink = if is_chosen { theme.accent } else { theme.ink };
    let room = rect.shrink2(vec2(metric::SPACE_S, 0.0));
    let inside = UiBuilder::new()
        .max_rect(room)
        .layout(Layout::right_to_left(Align::Center));
    let mut inside = ui.new_child(inside);
    let context = inside.ctx().clone();
    let words = |words: &str, size, ink| {
        Label::new(text::rich(&context, theme, words, theme.font(size), ink))
            .selectable(false)
            .sense(Sense::empty())
    };
    if is_chosen {
        text::icon(&mut inside, theme, icon::CHECK, ink);
    } else {
        inside.add(words(&mass, metric::TEXT_SMALL, theme.ink_soft));
    }
    inside.with_layout(Layout::left_to_right(Align::Center), |ui| {
        garment_icon(ui, theme, kind.drawing);
        let at = pos2(ui.cursor().left(), rect.center().y);
        put_left(ui.painter(), at, galley, ink);
    });
    response.clicked()
}
