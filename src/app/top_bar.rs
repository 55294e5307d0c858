//! The bar at the top: name of the product, the three pages, undo and redo, what is shown, language and theme.

use super::command::{Entry, find};
use super::frame::Chrome;
use super::menu;
use super::pages::PAGES;
use super::tabs::Tab;
use crate::text::{CommonMsg, Lang, ShellMsg};
use crate::ui::icon;
use crate::ui::theme::{Theme, metric};
use crate::ui::view::{Command, Out, Page};
use crate::ui::widget::Button;
use crate::ui::widget::Hint as _;
use crate::ui::widget::text;
use egui::{
    Align, Color32, Label, Layout, Rect, RichText, Role, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};

/// Height of the bar.
pub const HEIGHT: f32 = 44.0;
/// Below this width icons stand without words.
const ROOMY: f32 = 1000.0;
/// Below this width the product's name is left to the window's title.
const NARROW: f32 = 720.0;
const GAP: f32 = metric::SPACE_XS;

/// Draws the bar.
pub(super) fn show(ui: &mut Ui, chrome: &Chrome<'_>, out: &mut Out) {
    let theme = chrome.view.theme;
    let bar = ui.max_rect().shrink2(vec2(metric::SPACE_L, 0.0));
    let right_width = right_width(ui, chrome, bar.width());
    let mut tabs = tabs(chrome, bar.width());
    let whole: f32 = tabs.iter().map(|tab| tab.width(ui, theme)).sum();
    let bare = wordmark_width(bar.width()) + whole + right_width > bar.width();
    for tab in &mut tabs {
        tab.bare = bare;
    }
    let widths: Vec<f32> = tabs.iter().map(|tab| tab.width(ui, theme)).collect();
    let tabs_width: f32 = widths.iter().sum();
    let right = bar.right() - right_width;
    let left = (bar.center().x - tabs_width / 2.0)
        .min(right - tabs_width - metric::SPACE_S)
        .max(bar.left() + wordmark_width(bar.width()));

    let name_area = Rect::from_min_max(bar.min, pos2(left - metric::SPACE_S, bar.bottom()));
    ui.scope_builder(row(name_area), |ui| {
        ui.set_clip_rect(name_area);
        name(ui, chrome, bar.width());
    });
    let mut x = left;
    for (tab, width) in tabs.iter().zip(widths) {
        let cell = Rect::from_min_size(pos2(x, bar.top()), vec2(width, bar.height()));
        x += width;
        if tab.show(ui, theme, cell).clicked() {
            out.command(tab.entry.command.clone());
        }
    }
    let tools = Rect::from_min_max(pos2(right, bar.top()), bar.max);
    ui.scope_builder(row(tools), |ui| {
        ui.spacing_mut().item_spacing.x = GAP;
        right_side(ui, chrome, bar.width(), out);
    });
}

fn row(area: Rect) -> UiBuilder {
    UiBuilder::new()
        .max_rect(area)
        .layout(Layout::left_to_right(Align::Center))
}

fn tabs<'a>(chrome: &Chrome<'a>, bar: f32) -> Vec<Tab<'a>> {
    let margin = if bar < NARROW {
        metric::SPACE_S
    } else {
        metric::SPACE_L
    };
    let tab = |page| {
        Some(Tab {
            page,
            entry: find(chrome.entries, &Command::Show(page))?,
            chosen: page == chrome.view.page && chrome.front.is_none(),
            margin,
            bare: false,
        })
    };
    // Before anything was opened there is nothing to show on a page.
    let pages = PAGES.iter().filter(|row| row.has_tab && !chrome.fresh);
    pages.map(|row| row.page).filter_map(tab).collect()
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
    if chrome.fresh {
        return;
    }
    ui.add_space(metric::SPACE_S);
    let mark = if chrome.changed { 20.0 } else { 0.0 };
    let room = (ui.available_width() - mark).max(0.0);
    let product = chrome.view.project.product.name.get(lang);
    // On one line, else small on two; a name that is longer still stands in the title of the window.
    let lay = |size: f32, most: usize| {
        text::lines(
            ui.painter(),
            theme,
            product,
            theme.font(size),
            theme.ink_soft,
            (room, most),
        )
    };
    let name = [(metric::TEXT_BODY, 1), (metric::TEXT_SMALL, 2)].map(|(size, most)| lay(size, most));
    let whole = name
        .into_iter()
        .find(|name| !name.elided && name.size().x <= room);
    if let Some(name) = whole {
        let response = ui.add(Label::new(name).selectable(false));
        response.widget_info(|| WidgetInfo::labeled(egui::Role::Label, true, product));
    }
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
    response.hint(words);
}

/// In a narrow window the menu has what is left out: palette, library, save, dark theme.
fn right_width(ui: &Ui, chrome: &Chrome<'_>, bar: f32) -> f32 {
    let theme = chrome.view.theme;
    let icons = match (chrome.fresh, bar < NARROW) {
        (true, true) => 0.0,
        (true, false) | (false, true) => 2.0,
        (false, false) if bar < ROOMY => 6.0,
        (false, false) => 7.0,
    };
    let squares = (icons + 1.0) * (metric::ROW + GAP);
    let worded = [Command::ToggleRanges, Command::Language(chrome.view.lang)];
    let words: f32 = worded
        .iter()
        .filter(|command| !chrome.fresh || **command != Command::ToggleRanges)
        .filter_map(|command| find(chrome.entries, command))
        .map(|entry| worded_button(entry, bar).size(ui, theme).x + GAP)
        .sum();
    squares + words
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
    if !chrome.fresh {
        of_project(ui, chrome, bar, out);
    }
    if bar >= NARROW {
        icon_button(ui, chrome, &Command::Palette, out);
    }
    if let Some(entry) = find(chrome.entries, &Command::Language(view.lang)) {
        let words = CommonMsg::Language.text(view.lang);
        let button = worded_button(entry, bar).tooltip(words).show(ui, view.theme);
        menu::languages(&button, chrome, out);
    }
    if bar >= NARROW {
        icon_button(ui, chrome, &Command::ToggleDark, out);
    }
    let button = Button::icon_only(icon::LIST, ShellMsg::Menu.text(view.lang)).show(ui, view.theme);
    menu::show(&button, chrome, out);
}

/// What is done with the open project.
fn of_project(ui: &mut Ui, chrome: &Chrome<'_>, bar: f32, out: &mut Out) {
    let view = &chrome.view;
    icon_button(ui, chrome, &Command::Undo, out);
    icon_button(ui, chrome, &Command::Redo, out);
    if bar >= ROOMY {
        icon_button(ui, chrome, &Command::ToggleHistory, out);
    }
    if let Some(entry) = find(chrome.entries, &Command::ToggleRanges) {
        let (words, key) = (ShellMsg::ShowRanges.text(view.lang), entry.key_text(ui.ctx()));
        let hint = crate::ui::act::with_key(words, &key, view.lang);
        let button = worded_button(entry, bar).on(view.ranges).tooltip(&hint);
        if button.show(ui, view.theme).clicked() {
            out.command(entry.command.clone());
        }
    }
    if bar >= NARROW {
        icon_button(ui, chrome, &Command::Show(Page::Library), out);
        icon_button(ui, chrome, &Command::Save, out);
    }
}

fn icon_button(ui: &mut Ui, chrome: &Chrome<'_>, command: &Command, out: &mut Out) {
    let Some(entry) = find(chrome.entries, command) else {
        return;
    };
    let hint = undo_hint(ui, chrome, entry);
    let button = Button::icon_only(entry.icon, entry.name)
        .tooltip(&hint)
        .disabled(entry.blocked);
    let button = match entry.command {
        Command::Show(page) => button.on(page == chrome.view.page),
        Command::ToggleHistory => button.on(chrome.history.is_some()),
        _ => button,
    };
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
            crate::ui::act::with_key(&named, &entry.key_text(ui.ctx()), lang)
        }
        None => entry.hint(ui.ctx(), lang),
    }
}
