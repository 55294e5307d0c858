//! The first screen: the language, three ways to begin, and the files opened last.

use super::command::{Entry, find};
use super::dialogs::file_name;
use super::frame::Chrome;
use super::swatch::{self, Swatch};
use crate::text::{CommonMsg, Lang, ShellMsg, StartMsg};
use crate::ui::icon;
use crate::ui::theme::{Theme, metric};
use crate::ui::view::{Command, Out};
use crate::ui::widget::touch::Touch;
use crate::ui::widget::{Button, focus_ring, segmented, segmented_width, text};
use egui::{
    Align, Align2, FocusDirection, Id, Key, Label, Layout, Modifiers, Rect, ScrollArea, Sense, StrokeKind,
    Ui, UiBuilder, vec2,
};
use std::path::{Path, PathBuf};

/// Width of the three cards together.
const WIDE: f32 = 1120.0;
/// Least width of a card beside the others; with less they stand one under the other.
const LEAST: f32 = 240.0;
/// Height of a card, of one without its picture, and of one above the others.
const HIGH: f32 = 244.0;
const LOW: f32 = 112.0;
const FLAT: f32 = 64.0;
/// What a card is higher by in both languages.
const SECOND: f32 = 72.0;
/// Height of the picture on a card.
const PICTURE: f32 = 124.0;
const KEY_CAP: f32 = 20.0;
/// The most recent files shown.
const RECENT: usize = 5;

/// One way to begin.
struct Way {
    key: Key,
    title: StartMsg,
    body: StartMsg,
    swatch: Swatch,
    command: Command,
}

fn ways() -> [Way; 3] {
    [
        Way {
            key: Key::Num1,
            title: StartMsg::SampleTitle,
            body: StartMsg::SampleBody,
            swatch: Swatch::Garments,
            command: Command::Samples,
        },
        Way {
            key: Key::Num2,
            title: StartMsg::LabelTitle,
            body: StartMsg::LabelBody,
            swatch: Swatch::Tag,
            command: Command::StartLabel,
        },
        Way {
            key: Key::Num3,
            title: StartMsg::TableTitle,
            body: StartMsg::TableBody,
            swatch: Swatch::Table,
            command: Command::ImportTable,
        },
    ]
}

/// The way whose key was pressed; the keys of the pages mean the cards while the first screen is in front.
pub(super) fn pressed(ctx: &egui::Context) -> Option<Command> {
    let pressed = |way: &Way| ctx.input_mut(|input| input.consume_key(Modifiers::NONE, way.key));
    ways().into_iter().find(pressed).map(|way| way.command)
}

/// Draws the first screen.
pub(super) fn show(ui: &mut Ui, chrome: &Chrome<'_>, out: &mut Out) {
    let is_low = ui.available_height() < 2.0 * HIGH;
    column(ui, WIDE, |ui| {
        if !is_low {
            // In a high window the cards stand a little above the middle.
            ui.add_space(((ui.available_height() - 2.0 * HIGH) / 4.0).max(0.0));
        }
        let is_small = ui.available_width() < 3.0 * LEAST;
        head(ui, chrome, is_small, out);
        ui.add_space(if is_low { metric::SPACE_M } else { metric::SPACE_XL });
        cards(ui, chrome, is_low, out);
        ui.add_space(metric::SPACE_XL);
        ui.horizontal_wrapped(|ui| others(ui, chrome, out));
        files(ui, chrome, out);
        ui.add_space(metric::SPACE_L);
    });
}

/// A column of at most `wide` in the middle, which scrolls.
pub(super) fn column(ui: &mut Ui, wide: f32, content: impl FnOnce(&mut Ui)) {
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        let room = ui.available_width();
        let width = wide.min(room);
        ui.horizontal_top(|ui| {
            ui.add_space(((room - width) / 2.0).max(0.0));
            ui.vertical(|ui| {
                ui.set_width(width);
                content(ui);
            });
        });
    });
}

/// The way back to the first screen and the title of the page behind it.
pub(super) fn page_head(ui: &mut Ui, chrome: &Chrome<'_>, title: &str, out: &mut Out) {
    let theme = chrome.view.theme;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = metric::SPACE_S;
        let back = StartMsg::Back.text(chrome.view.lang);
        let button = Button::icon_only(icon::ARROW_LEFT, back);
        if button.show(ui, theme).clicked() {
            out.command(Command::OpenFigure(None));
        }
        text::title(ui, theme, title);
    });
}

/// Title and language; in a small window without the sentence beneath.
fn head(ui: &mut Ui, chrome: &Chrome<'_>, is_small: bool, out: &mut Out) {
    let (theme, lang) = (chrome.view.theme, chrome.view.lang);
    let title = StartMsg::Title.head(lang);
    let names = Lang::CHOICES.map(Lang::endonym);
    let room = ui.available_width() - segmented_width(ui, theme, &names) - metric::SPACE_L;
    let font = theme.medium_font(metric::TEXT_TITLE);
    let words = text::stacked(theme, title, font, theme.ink);
    // Where the title leaves no room for the languages, they stand above it.
    if ui.painter().layout_job(words).size().x > room {
        languages(ui, chrome, out);
        text::title(ui, theme, title);
    } else {
        ui.horizontal(|ui| {
            ui.scope(|ui| {
                ui.set_max_width(room);
                text::title(ui, theme, title);
            });
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                languages(ui, chrome, out);
            });
        });
    }
    if is_small {
        return;
    }
    text::Flow::new(
        StartMsg::Lead.text(lang),
        theme.font(metric::TEXT_BODY),
        theme.ink_soft,
    )
    .show(ui);
}

/// Each language in its own words, so that whoever reads only one of them finds it.
fn languages(ui: &mut Ui, chrome: &Chrome<'_>, out: &mut Out) {
    let lang = chrome.view.lang;
    let all = Lang::CHOICES;
    let names = all.map(Lang::endonym);
    let chosen = all.iter().position(|each| *each == lang).unwrap_or_default();
    let name = CommonMsg::Language.text(lang);
    let id = Id::unique("start language");
    let picked = segmented(ui, chrome.view.theme, id, name, &names, chosen);
    if let Some(lang) = picked.and_then(|at| all.get(at)) {
        out.command(Command::Language(*lang));
    }
}

fn cards(ui: &mut Ui, chrome: &Chrome<'_>, is_low: bool, out: &mut Out) {
    let gap = metric::SPACE_L;
    let width = ui.available_width();
    let beside = (width - 2.0 * gap) / 3.0;
    let is_beside = beside >= LEAST;
    let high = match (is_beside, is_low) {
        (false, _) => FLAT,
        (true, true) => LOW,
        (true, false) if chrome.view.lang == Lang::Both => HIGH + SECOND,
        (true, false) => HIGH,
    };
    let size = vec2(if is_beside { beside } else { width }, high);
    let layout = if is_beside {
        Layout::left_to_right(Align::Min)
    } else {
        Layout::top_down(Align::Min)
    };
    let is_arrow = |event: &egui::Event| {
        let arrows = [Key::ArrowLeft, Key::ArrowRight, Key::ArrowUp, Key::ArrowDown];
        matches!(event, egui::Event::Key { key, pressed: true, .. } if arrows.contains(key))
    };
    let has_focus = ui.memory(|memory| memory.focused().is_some());
    if !has_focus && ui.input(|input| input.events.iter().any(is_arrow)) {
        let [first, ..] = ways();
        ui.memory_mut(|memory| {
            memory.request_focus(card_id(&first));
            // The arrow was for the first card, not on from it.
            memory.move_focus(FocusDirection::None);
        });
    }
    ui.with_layout(layout, |ui| {
        ui.spacing_mut().item_spacing = vec2(gap, metric::SPACE_S);
        for way in ways() {
            if card(ui, chrome.view.theme, chrome.view.lang, &way, size) {
                out.command(way.command);
            }
        }
    });
}

fn card_id(way: &Way) -> Id {
    Id::unique(("way", way.title as u8))
}

/// One card; true where it was picked.
fn card(ui: &mut Ui, theme: &Theme, lang: Lang, way: &Way, size: egui::Vec2) -> bool {
    let (_, rect) = ui.allocate_space(size);
    let id = card_id(way);
    let (title, body) = (way.title.head(lang), way.body.text(lang));
    let response = Touch::button(id, rect, title).about(body).feel(ui);
    let is_over = response.hovered() || response.has_focus();
    let (fill, edge) = if is_over {
        (theme.hover, egui::Stroke::new(theme.rule, theme.accent))
    } else {
        (theme.surface, theme.edge_stroke())
    };
    ui.painter()
        .rect(rect, theme.radius(), fill, edge, StrokeKind::Inside);
    let is_flat = size.y <= FLAT;
    let mut words = rect.shrink(if is_flat { metric::SPACE_S } else { metric::SPACE_L });
    if size.y >= HIGH {
        let picture = Rect::from_min_size(rect.min, vec2(rect.width(), PICTURE));
        swatch::paint(ui, theme, lang, picture.shrink(theme.rule), way.swatch, is_over);
        words.min.y = picture.bottom() + metric::SPACE_L;
    }
    let inside = UiBuilder::new()
        .max_rect(words)
        .layout(Layout::top_down(Align::Min));
    let mut inside = ui.new_child(inside);
    let between = if is_flat {
        metric::SPACE_XS
    } else {
        metric::SPACE_S
    };
    inside.spacing_mut().item_spacing = vec2(metric::SPACE_S, between);
    inside.horizontal(|ui| {
        key_cap(ui, theme, way.key, is_over);
        text::name(ui, theme, title);
    });
    let font = theme.font(if is_flat {
        metric::TEXT_SMALL
    } else {
        metric::TEXT_BODY
    });
    let words = text::Flow::new(body, font, theme.ink_soft).sense(Sense::empty());
    // A card without its picture, or a narrow one, has room for one language.
    let has_room = size.y >= HIGH && size.x >= swatch::BOTH;
    let words = if has_room { words } else { words.alone() };
    words.show(&mut inside);
    focus_ring(ui, theme, &response, rect);
    response.on_hover_cursor(egui::CursorIcon::PointingHand).clicked()
}

fn key_cap(ui: &mut Ui, theme: &Theme, key: Key, is_over: bool) {
    let (rect, _) = ui.allocate_exact_size(vec2(KEY_CAP, KEY_CAP), Sense::hover());
    let ink = if is_over { theme.accent } else { theme.ink_soft };
    let edge = egui::Stroke::new(theme.rule, ink);
    ui.painter().rect_stroke(rect, 4.0, edge, StrokeKind::Inside);
    let font = theme.font(metric::TEXT_SMALL);
    ui.painter().text(
        rect.center(),
        Align2::CENTER_CENTER,
        key.symbol_or_name(),
        font,
        ink,
    );
}

/// Back to what is open, a file of one's own, the tour.
fn others(ui: &mut Ui, chrome: &Chrome<'_>, out: &mut Out) {
    let (theme, lang) = (chrome.view.theme, chrome.view.lang);
    if !chrome.fresh {
        let product = chrome.view.project.product.name.get(lang);
        let back = ShellMsg::BackTo.with(lang, &[("name", product)]);
        if Button::quiet(&back)
            .icon(icon::ARROW_LEFT)
            .show(ui, theme)
            .clicked()
        {
            out.command(Command::OpenFigure(None));
        }
    }
    for command in [Command::Open, Command::Lessons, Command::Tour] {
        let Some(entry) = find(chrome.entries, &command) else {
            continue;
        };
        if plain(ui, theme, lang, entry).clicked() {
            out.command(command);
        }
    }
}

fn plain(ui: &mut Ui, theme: &Theme, lang: Lang, entry: &Entry) -> egui::Response {
    let hint = entry.hint(ui.ctx(), lang);
    Button::quiet(entry.name)
        .icon(entry.icon)
        .tooltip(&hint)
        .show(ui, theme)
}

/// The files opened or saved last; nothing where there are none.
fn files(ui: &mut Ui, chrome: &Chrome<'_>, out: &mut Out) {
    if chrome.recent.is_empty() {
        return;
    }
    ui.add_space(metric::SPACE_XL);
    text::heading(
        ui,
        chrome.view.theme,
        StartMsg::RecentTitle.head(chrome.view.lang),
    );
    ui.add_space(metric::SPACE_XS);
    ui.spacing_mut().item_spacing.y = 0.0;
    for path in chrome.recent.iter().take(RECENT) {
        file(ui, chrome, path, out);
    }
}

/// One file in one line: name, then folder; a file that is gone says so.
fn file(ui: &mut Ui, chrome: &Chrome<'_>, path: &PathBuf, out: &mut Out) {
    let (theme, lang) = (chrome.view.theme, chrome.view.lang);
    let is_missing = chrome.missing.contains(path);
    let name = file_name(path);
    let folder = path.parent().unwrap_or(Path::new("")).display().to_string();
    let (_, rect) = ui.allocate_space(vec2(ui.available_width(), metric::ROW));
    let missing = StartMsg::Missing.text(lang);
    let said = if is_missing { missing } else { folder.as_str() };
    let touch = Touch::button(Id::unique(("recent", path)), rect, &name);
    let response = touch.about(said).show(ui, theme);
    let mut inside = ui.new_child(
        UiBuilder::new()
            .max_rect(rect.shrink2(vec2(metric::SPACE_S, 0.0)))
            .layout(Layout::left_to_right(Align::Center)),
    );
    inside.set_clip_rect(rect);
    let (sign, ink) = if is_missing {
        (icon::WARNING, theme.notice)
    } else {
        (icon::CLOCK, theme.ink_soft)
    };
    text::icon(&mut inside, theme, sign, ink);
    let context = inside.ctx().clone();
    let words = |words: &str, size, ink| {
        Label::new(text::rich(&context, theme, words, theme.font(size), ink))
            .selectable(false)
            .sense(Sense::empty())
    };
    inside.add(words(&name, metric::TEXT_BODY, theme.ink).truncate());
    inside.add(words(&folder, metric::TEXT_SMALL, theme.ink_soft).truncate());
    if is_missing {
        inside.add(words(missing, metric::TEXT_SMALL, theme.notice).truncate());
    }
    if response.clicked() {
        out.command(Command::OpenPath(path.clone()));
    }
}
