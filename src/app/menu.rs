//! The menu behind the last button of the bar.

use super::command::{Entry, find};
use super::dialogs::file_name;
use super::frame::Chrome;
use crate::text::{CommonMsg, Lang, ShellMsg};
use crate::ui::icon;
use crate::ui::theme::{Theme, metric};
use crate::ui::view::{Command, Out, Page};
use crate::ui::widget::{focus_ring, text};
use egui::{Align2, Popup, Rect, Response, Role, Sense, Ui, WidgetInfo, pos2, vec2};

/// Least width of the menu.
const WIDTH: f32 = 300.0;
const LANGUAGES: f32 = 190.0;
const RECENT: usize = 5;

/// Opens the menu under `button` when it is clicked.
pub(super) fn show(button: &Response, chrome: &Chrome<'_>, out: &mut Out) {
    let groups: [&[Command]; 6] = [
        &[
            Command::Start,
            Command::Open,
            Command::StartLabel,
            Command::ImportTable,
        ],
        &[Command::Save, Command::SaveAs, Command::ToggleHistory],
        &[Command::DuplicateVariant, Command::NextVariant],
        &[
            Command::Show(Page::Library),
            Command::ImportFactorSet,
            Command::ExportFactorSet,
        ],
        &[
            Command::ToggleList,
            Command::ToggleInspector,
            Command::ToggleContrast,
            Command::ToggleRelative,
            Command::ToggleMotion,
        ],
        &[
            Command::Palette,
            Command::Glossary(None),
            Command::Tour,
            Command::Keys,
            Command::About,
            Command::Quit,
        ],
    ];
    Popup::menu(button)
        .accessible_name(ShellMsg::Menu.text(chrome.view.lang))
        .show(|ui| {
            ui.set_width(width(ui, chrome, &groups));
            ui.spacing_mut().item_spacing.y = 0.0;
            for (index, group) in groups.into_iter().enumerate() {
                if index > 0 {
                    rule(ui, chrome.view.theme);
                }
                for entry in group.iter().filter_map(|command| find(chrome.entries, command)) {
                    if item(ui, chrome, entry).clicked() {
                        out.command(entry.command.clone());
                        ui.close();
                    }
                }
                if index == 0 {
                    recent(ui, chrome, out);
                }
            }
        });
}

/// The width in which every name stands whole beside its key.
fn width(ui: &Ui, chrome: &Chrome<'_>, groups: &[&[Command]]) -> f32 {
    let theme = chrome.view.theme;
    let wide = |text: &str, font| {
        let galley = ui.painter().layout_no_wrap(text.to_owned(), font, theme.ink);
        galley.size().x
    };
    let line = |entry: &Entry| {
        let name = wide(entry.name, theme.font(metric::TEXT_BODY));
        let key = wide(&entry.key_text(ui.ctx()), theme.font(metric::TEXT_SMALL));
        metric::SPACE_XXL + name + metric::SPACE_L + key + 2.0 * metric::SPACE_S
    };
    let commands = groups.iter().flat_map(|group| group.iter());
    let entries = commands.filter_map(|command| find(chrome.entries, command));
    entries.map(line).fold(WIDTH, f32::max).ceil()
}

/// Opens the choice of languages under `button`, each in its own words.
pub(super) fn languages(button: &Response, chrome: &Chrome<'_>, out: &mut Out) {
    let all = Lang::CHOICES.map(Command::Language);
    Popup::menu(button)
        .accessible_name(CommonMsg::Language.text(chrome.view.lang))
        .show(|ui| {
            ui.set_width(LANGUAGES);
            ui.spacing_mut().item_spacing.y = 0.0;
            for entry in all.iter().filter_map(|command| find(chrome.entries, command)) {
                let is_now = entry.command == Command::Language(chrome.view.lang);
                let words = Line {
                    icon: is_now.then_some(icon::CHECK),
                    name: entry.name,
                    key: &entry.key_text(ui.ctx()),
                    ..Line::default()
                };
                let response = line(ui, chrome.view.theme, &words);
                ui.ctx()
                    .accesskit_node_builder(response.id, |node| node.set_selected(is_now));
                if response.clicked() {
                    out.command(entry.command.clone());
                    ui.close();
                }
            }
        });
}

fn rule(ui: &mut Ui, theme: &Theme) {
    let (rect, _) = ui.allocate_exact_size(
        vec2(ui.available_width(), metric::SPACE_S + theme.rule),
        Sense::hover(),
    );
    ui.painter()
        .hline(rect.x_range(), rect.center().y, theme.rule_stroke());
}

fn recent(ui: &mut Ui, chrome: &Chrome<'_>, out: &mut Out) {
    for path in chrome.recent.iter().take(RECENT) {
        let name = file_name(path);
        let response = line(
            ui,
            chrome.view.theme,
            &Line {
                name: &name,
                ..Line::default()
            },
        );
        let response = response.on_hover_text(path.display().to_string());
        if response.clicked() {
            out.command(Command::OpenPath(path.clone()));
            ui.close();
        }
    }
}

fn item(ui: &mut Ui, chrome: &Chrome<'_>, entry: &Entry) -> Response {
    let key = entry.key_text(ui.ctx());
    let words = Line {
        icon: Some(entry.icon),
        name: entry.name,
        key: &key,
        blocked: entry.blocked,
    };
    line(ui, chrome.view.theme, &words)
}

/// One line of the menu.
#[derive(Default)]
struct Line<'a> {
    icon: Option<char>,
    name: &'a str,
    key: &'a str,
    blocked: Option<&'a str>,
}

fn line(ui: &mut Ui, theme: &Theme, words: &Line<'_>) -> Response {
    let enabled = words.blocked.is_none();
    let sense = if enabled {
        Sense::click()
    } else {
        Sense::focusable_noninteractive()
    };
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), metric::ROW), sense);
    response.widget_info(|| WidgetInfo::labeled(Role::MenuItem, enabled, words.name));
    if enabled && (response.hovered() || response.has_focus()) {
        ui.painter().rect_filled(rect, theme.radius(), theme.hover);
    }
    let ink = if enabled { theme.ink } else { theme.ink_soft };
    let name_at = pos2(rect.left() + metric::SPACE_XXL + metric::SPACE_S, rect.center().y);
    if let Some(icon) = words.icon {
        let place = Rect::from_min_size(rect.min + vec2(metric::SPACE_S, 6.0), vec2(20.0, 20.0));
        ui.scope_builder(egui::UiBuilder::new().max_rect(place), |ui| {
            text::icon(ui, theme, icon, ink);
        });
    }
    let painter = ui.painter();
    let key = painter.text(
        rect.right_center() - vec2(metric::SPACE_S, 0.0),
        Align2::RIGHT_CENTER,
        words.key,
        theme.font(metric::TEXT_SMALL),
        theme.ink_soft,
    );
    let room = rect.with_max_x(key.left() - metric::SPACE_S);
    painter.with_clip_rect(room).text(
        name_at,
        Align2::LEFT_CENTER,
        words.name,
        theme.font(metric::TEXT_BODY),
        ink,
    );
    focus_ring(ui, theme, &response, rect.shrink(2.0));
    match words.blocked {
        Some(why) => response.on_hover_text(why),
        None => response.on_hover_cursor(egui::CursorIcon::PointingHand),
    }
}
