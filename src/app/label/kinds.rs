//! The kinds of garment as a list that can be searched.

use super::Draft;
use crate::app::frame::Chrome;
use crate::data::Kind;
use crate::model::KindId;
use crate::text::{LabelPageMsg, number};
use crate::ui::icon;
use crate::ui::theme::metric;
use crate::ui::widget::garment::garment_icon;
use crate::ui::widget::{focus_ring, text};
use egui::{
    Align, Id, Key, Label, Layout, RichText, Role, ScrollArea, Sense, TextEdit, Ui, UiBuilder, WidgetInfo,
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
            RichText::new(name)
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
    let (_, rect) = ui.allocate_space(vec2(ui.available_width(), metric::TARGET));
    let id = Id::unique(("kind", kind.id.as_str()));
    let response = ui.interact(rect, id, Sense::click());
    let name = kind.name.get(lang);
    let mass = number::grams(kind.mass_kg.value, lang);
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, is_chosen, name));
    ui.ctx()
        .accesskit_node_builder(id, |node| node.set_description(mass.as_str()));
    if is_chosen {
        ui.painter().rect_filled(rect, theme.radius(), theme.accent_soft);
    } else if response.hovered() {
        ui.painter().rect_filled(rect, theme.radius(), theme.hover);
    }
    let ink = if is_chosen { theme.accent } else { theme.ink };
    let room = rect.shrink2(vec2(metric::SPACE_S, 0.0));
    let inside = UiBuilder::new()
        .max_rect(room)
        .layout(Layout::right_to_left(Align::Center));
    let mut inside = ui.new_child(inside);
    let words = |text: &str, size, ink| {
        Label::new(RichText::new(text).font(theme.font(size)).color(ink))
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
        ui.add(words(name, metric::TEXT_BODY, ink).truncate());
    });
    focus_ring(ui, theme, &response, rect.shrink(2.0));
    response.on_hover_cursor(egui::CursorIcon::PointingHand).clicked()
}
