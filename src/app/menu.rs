//! The menu behind the last button of the bar.

use super::command::{Entry, find};
use super::dialogs::file_name;
use super::frame::Chrome;
use crate::report::outputs::Output;
use crate::report::picture::Kind;
use crate::text::{CommonMsg, Lang, ShellMsg};
use crate::ui::icon;
use crate::ui::theme::{Theme, metric};
use crate::ui::view::{Command, Out, Page};
use crate::ui::widget::Hint as _;
use crate::ui::widget::menu_line::{self, MenuLine};
use egui::{Popup, Response, ScrollArea, Sense, Ui, vec2};

/// Least width of the menu.
const WIDTH: f32 = 300.0;
const LANGUAGES: f32 = 190.0;
const RECENT: usize = 5;

/// What the menu holds, group after group.
const GROUPS: [&[Command]; 9] = [
    &[
        Command::Start,
        Command::Open,
        Command::StartLabel,
        Command::ImportTable,
    ],
    &[Command::Save, Command::SaveAs, Command::ToggleHistory],
    &[
        Command::Paper(Kind::Page),
        Command::Paper(Kind::Full),
        Command::Paper(Kind::Handout),
        Command::Print,
        Command::Give(Output::Workbook),
        Command::Give(Output::Passport),
        Command::Give(Output::Claims),
    ],
    &[
        Command::Lessons,
        Command::AddStop,
        Command::Plan,
        Command::Present,
        Command::Presenter,
        Command::FullScreen,
        Command::CheckRoom,
        Command::NameGroup,
        Command::Code,
        Command::Collect,
        Command::ResetGroup,
    ],
    &[Command::DuplicateVariant, Command::NextVariant],
    &[Command::Places, Command::Prices],
    &[
        Command::Show(Page::Library),
        Command::Show(Page::Collection),
        Command::Show(Page::Practice),
        Command::ImportFactorSet,
        Command::ExportFactorSet,
        Command::TakeResult,
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
        Command::Jump,
        Command::Keys,
        Command::About,
        Command::Quit,
    ],
];

/// Opens the menu under `button` when it is clicked.
pub(super) fn show(button: &Response, chrome: &Chrome<'_>, out: &mut Out) {
    Popup::menu(button)
        .accessible_name(ShellMsg::Menu.text(chrome.view.lang))
        .show(|ui| {
            ui.set_width(width(ui, chrome, &GROUPS));
            ui.spacing_mut().item_spacing.y = 0.0;
            // In a low window the menu scrolls.
            let room = ui.ctx().content_rect().bottom() - button.rect.bottom() - 2.0 * metric::SPACE_M;
            ui.set_max_height(room);
            ScrollArea::vertical()
                .max_height(room)
                .show(ui, |ui| lines(ui, chrome, out, &GROUPS));
        });
}

/// The entries, group after group, the files opened last in the first.
fn lines(ui: &mut Ui, chrome: &Chrome<'_>, out: &mut Out, groups: &[&[Command]]) {
    for (index, group) in groups.iter().enumerate() {
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
}

/// The width in which every name stands whole beside its key.
fn width(ui: &Ui, chrome: &Chrome<'_>, groups: &[&[Command]]) -> f32 {
    let theme = chrome.view.theme;
    let line = |entry: &Entry| menu_line::width(ui, theme, entry.name, &entry.key_text(ui.ctx()));
    let commands = groups.iter().flat_map(|group| group.iter());
    let entries = commands.filter_map(|command| find(chrome.entries, command));
    entries.map(line).fold(WIDTH, f32::max)
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
                let words = MenuLine {
                    icon: is_now.then_some(icon::CHECK),
                    name: entry.name,
                    key: &entry.key_text(ui.ctx()),
                    ..MenuLine::default()
                };
                let response = words.show(ui, chrome.view.theme);
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
        let line = MenuLine {
            name: &name,
            ..MenuLine::default()
        };
        let response = line.show(ui, chrome.view.theme);
        let response = response.hint(path.display().to_string());
        if response.clicked() {
            out.command(Command::OpenPath(path.clone()));
            ui.close();
        }
    }
}

fn item(ui: &mut Ui, chrome: &Chrome<'_>, entry: &Entry) -> Response {
    let key = entry.key_text(ui.ctx());
    let words = MenuLine {
        icon: Some(entry.icon),
        name: entry.name,
        key: &key,
        blocked: entry.blocked,
    };
    words.show(ui, chrome.view.theme)
}
