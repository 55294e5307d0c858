//! The bar at the top: name of the product, the three pages, undo and redo, what is shown, language and theme.

use super::command::{Entry, find};
use super::frame::Chrome;
use super::menu;
use crate::text::{CommonMsg, Lang, ShellMsg};
use crate::ui::icon;
use crate::ui::theme::{Theme, metric};
use crate::ui::view::{Command, Out, Page};
use crate::ui::widget::{Button, focus_ring};
use egui::{
    Align, Align2, Color32, Label, Layout, Rect, Response, RichText, Role, Sense, Stroke, StrokeKind, Ui,
    UiBuilder, WidgetInfo, pos2, vec2,
};

/// Height of the bar.
pub const HEIGHT: f32 = 44.0;
/// Below this width icons stand without words.
const ROOMY: f32 = 1000.0;
/// Below this width the product's name is left to the window's title.
const NARROW: f32 = 720.0;
const KEY_CAP: f32 = 18.0;
const GAP: f32 = metric::SPACE_XS;

/// Draws the bar.
pub(super) fn show(ui: &mut Ui, chrome: &Chrome<'_>, out: &mut Out) {
    let theme = chrome.view.theme;
    let bar = ui.max_rect().shrink2(vec2(metric::SPACE_L, 0.0));
    let right_width = right_width(ui, chrome, bar.width());
    let tabs: Vec<(Page, &Entry, f32)> = Page::ALL
        .iter()
        .filter_map(|page| Some((*page, find(chrome.entries, &Command::Show(*page))?)))
        .map(|(page, entry)| (page, entry, tab_width(ui, theme, entry.name)))
        .collect();
    let tabs_width: f32 = tabs.iter().map(|(.., width)| width).sum();
    let right = bar.right() - right_width;
    let left_most = bar.left() + wordmark_width(bar.width());
    let left = (bar.center().x - tabs_width / 2.0)
        .min(right - tabs_width - metric::SPACE_S)
        .max(left_most);

    let name_area = Rect::from_min_max(bar.min, pos2(left - metric::SPACE_M, bar.bottom()));
    ui.scope_builder(row(name_area, Layout::left_to_right(Align::Center)), |ui| {
        ui.set_clip_rect(name_area);
        name(ui, chrome, bar.width());
    });
    let mut x = left;
    for (page, entry, width) in &tabs {
        let cell = Rect::from_min_size(pos2(x, bar.top()), vec2(*width, bar.height()));
        x += width;
        if tab(
            ui,
            theme,
            cell,
            *page,
            entry,
            *page == chrome.view.page && chrome.cards.is_none(),
        )
        .clicked()
        {
            out.command(entry.command.clone());
        }
    }
    let tools = Rect::from_min_max(pos2(right, bar.top()), bar.max);
    ui.scope_builder(row(tools, Layout::left_to_right(Align::Center)), |ui| {
        ui.spacing_mut().item_spacing.x = GAP;
        right_side(ui, chrome, bar.width(), out);
    });
}

fn row(area: Rect, layout: Layout) -> UiBuilder {
    UiBuilder::new().max_rect(area).layout(layout)
}

const fn wordmark_width(bar: f32) -> f32 {
    if bar < NARROW { 72.0 } else { 128.0 }
}

fn name(ui: &mut Ui, chrome: &Chrome<'_>, bar: f32) {
    let theme = chrome.view.theme;
    let lang = chrome.view.lang;
    ui.spacing_mut().item_spacing.x = 6.0;
    let medium = |text: &str, color: Color32| {
        Label::new(
            RichText::new(text)
                .font(theme.medium_font(metric::TEXT_NAME))
                .color(color),
        )
        .selectable(false)
    };
    ui.add(medium("Reloom", theme.ink));
    if bar < NARROW {
        return;
    }
    ui.add(medium("再织", theme.accent));
    ui.add_space(metric::SPACE_S);
    let mark = if chrome.changed { 20.0 } else { 0.0 };
    let room = (ui.available_width() - mark).max(0.0);
    if room < 48.0 {
        return;
    }
    let product = chrome.view.project.product.name.get(lang);
    let words = RichText::new(product)
        .font(theme.font(metric::TEXT_BODY))
        .color(theme.ink_soft);
    ui.scope(|ui| {
        ui.set_max_width(room);
        ui.add(Label::new(words).truncate().selectable(false));
    });
    if chrome.changed {
        unsaved_mark(ui, theme, lang);
    }
}

/// A dot after the name, with its meaning for pointer and screen reader.
fn unsaved_mark(ui: &mut Ui, theme: &Theme, lang: Lang) {
    let words = CommonMsg::Unsaved.text(lang);
    let (rect, response) = ui.allocate_exact_size(vec2(12.0, metric::TARGET), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Status, true, words));
    ui.painter().circle_filled(rect.center(), 4.5, theme.accent);
    response.on_hover_text(words);
}

fn tab_width(ui: &Ui, theme: &Theme, name: &str) -> f32 {
    // Medium weight is the wider one: a tab keeps its place when it is chosen.
    let galley =
        ui.painter()
            .layout_no_wrap(name.to_owned(), theme.medium_font(metric::TEXT_BODY), theme.ink);
    (galley.size().x + KEY_CAP + metric::SPACE_S + 2.0 * metric::SPACE_L).round()
}

fn tab(ui: &Ui, theme: &Theme, cell: Rect, page: Page, entry: &Entry, is_chosen: bool) -> Response {
    let id = egui::Id::unique(("page", page as u8));
    let response = ui.interact(cell, id, Sense::click());
    let key = entry.key_text(ui.ctx());
    response.widget_info(|| WidgetInfo::labeled(Role::Tab, ui.is_enabled(), entry.name));
    ui.ctx()
        .accesskit_node_builder(id, |node| node.set_selected(is_chosen));
    let painter = ui.painter();
    let plate = cell.shrink2(vec2(2.0, 5.0));
    if response.hovered() && !is_chosen {
        painter.rect_filled(plate, theme.radius(), theme.hover);
    }
    let ink = if is_chosen { theme.accent } else { theme.ink_soft };
    let cap = Rect::from_center_size(
        pos2(cell.left() + metric::SPACE_L + KEY_CAP / 2.0, cell.center().y),
        vec2(KEY_CAP, KEY_CAP),
    );
    painter.rect_stroke(cap, 4.0, Stroke::new(theme.rule, ink), StrokeKind::Inside);
    let middle = Align2::CENTER_CENTER;
    painter.text(cap.center(), middle, key, theme.font(metric::TEXT_SMALL), ink);
    let font = if is_chosen {
        theme.medium_font(metric::TEXT_BODY)
    } else {
        theme.font(metric::TEXT_BODY)
    };
    let words = if is_chosen { theme.accent } else { theme.ink };
    let at = pos2(cap.right() + metric::SPACE_S, cell.center().y);
    painter.text(at, Align2::LEFT_CENTER, entry.name, font, words);
    if is_chosen {
        let line = Rect::from_min_max(pos2(cell.left(), cell.bottom() - 3.0), cell.right_bottom());
        painter.rect_filled(line, 0.0, theme.accent);
    }
    focus_ring(ui, theme, &response, plate.shrink(1.0));
    response.on_hover_cursor(egui::CursorIcon::PointingHand)
}

/// The icons of the right side between which a gap stands.
const ICONS_BEFORE: [Command; 2] = [Command::Undo, Command::Redo];
const ICONS_AFTER: [Command; 2] = [Command::Save, Command::ToggleDark];

fn right_width(ui: &Ui, chrome: &Chrome<'_>, bar: f32) -> f32 {
    let theme = chrome.view.theme;
    // Undo, redo, save, theme and menu are squares; ranges and language have words where there is room.
    let squares = 5.0 * (metric::ROW + GAP);
    let worded = [Command::ToggleRanges, Command::Language(chrome.view.lang.other())];
    let words: f32 = worded
        .iter()
        .filter_map(|command| find(chrome.entries, command))
        .map(|entry| worded_button(entry, bar).size(ui, theme).x + GAP)
        .sum();
    squares + words + 2.0 * metric::SPACE_XS
}

fn worded_button(entry: &Entry, bar: f32) -> Button<'_> {
    match (bar >= ROOMY, &entry.command) {
        (false, _) => Button::icon_only(entry.icon, entry.name),
        (true, Command::ToggleRanges) => Button::quiet(entry.name).icon(entry.icon),
        (true, _) => Button::bare(entry.name).icon(entry.icon),
    }
}

fn right_side(ui: &mut Ui, chrome: &Chrome<'_>, bar: f32, out: &mut Out) {
    let view = &chrome.view;
    for command in &ICONS_BEFORE {
        icon_button(ui, chrome, command, out);
    }
    ui.add_space(metric::SPACE_XS);
    if let Some(entry) = find(chrome.entries, &Command::ToggleRanges) {
        let hint = super::command::with_key(
            ShellMsg::ShowRanges.text(view.lang),
            &entry.key_text(ui.ctx()),
            view.lang,
        );
        let button = worded_button(entry, bar).on(view.ranges).tooltip(&hint);
        if button.show(ui, view.theme).clicked() {
            out.command(entry.command.clone());
        }
    }
    let [save, dark] = &ICONS_AFTER;
    icon_button(ui, chrome, save, out);
    if let Some(entry) = find(chrome.entries, &Command::Language(view.lang.other())) {
        let hint = entry.hint(ui.ctx(), view.lang);
        let button = worded_button(entry, bar).tooltip(&hint);
        if button.show(ui, view.theme).clicked() {
            out.command(entry.command.clone());
        }
    }
    icon_button(ui, chrome, dark, out);
    let button = Button::icon_only(icon::LIST, ShellMsg::Menu.text(view.lang)).show(ui, view.theme);
    menu::show(&button, chrome, out);
}

fn icon_button(ui: &mut Ui, chrome: &Chrome<'_>, command: &Command, out: &mut Out) {
    let Some(entry) = find(chrome.entries, command) else {
        return;
    };
    let hint = undo_hint(ui, chrome, entry);
    let button = Button::icon_only(entry.icon, entry.name)
        .tooltip(&hint)
        .disabled(entry.blocked);
    if button.show(ui, chrome.view.theme).clicked() {
        out.command(entry.command.clone());
    }
}

/// The tooltip; for undo and redo it names the step.
fn undo_hint(ui: &Ui, chrome: &Chrome<'_>, entry: &Entry) -> String {
    let lang = chrome.view.lang;
    let step = match entry.command {
        Command::Undo => chrome.undo.map(|what| (ShellMsg::UndoWhat, what)),
        Command::Redo => chrome.redo.map(|what| (ShellMsg::RedoWhat, what)),
        _ => None,
    };
    match step {
        Some((words, what)) => {
            let named = words.with(lang, &[("what", what.get(lang))]);
            super::command::with_key(&named, &entry.key_text(ui.ctx()), lang)
        }
        None => entry.hint(ui.ctx(), lang),
    }
}
