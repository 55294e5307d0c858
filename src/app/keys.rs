//! The list of keys, made from the table of commands.

use super::command::{Entry, find};
use super::question::Answer;
use crate::text::{ActMsg, CommonMsg, Lang, ShellMsg, StageMsg};
use crate::ui::act;
use crate::ui::theme::{Theme, metric};
use crate::ui::view::Command;
use crate::ui::widget::plate::{focus_first, footer, heading, plate};
use crate::ui::widget::{Button, text};
use egui::{Align, Context, KeyboardShortcut, Layout, Modifiers, ScrollArea, Ui, vec2};

const COMMANDS: f32 = 330.0;
const MOVING: f32 = 430.0;

/// Draws the list.
pub fn show(ctx: &Context, theme: &Theme, lang: Lang, entries: &[Entry]) -> Option<Answer> {
    let title = ShellMsg::Keys.text(lang);
    let width = COMMANDS + MOVING + metric::SPACE_XXL;
    plate(ctx, theme, "keys", title, width, Answer::Cancel, |ui| {
        text::soft(ui, theme, ShellMsg::KeysLead.text(lang));
        let height = ctx.content_rect().height() - 240.0;
        let is_wide = ui.available_width() >= width - 1.0;
        ScrollArea::vertical().max_height(height).show(ui, |ui| {
            if is_wide {
                ui.horizontal_top(|ui| {
                    ui.spacing_mut().item_spacing.x = metric::SPACE_XXL;
                    column(ui, COMMANDS, |ui| commands(ui, theme, lang, entries));
                    column(ui, MOVING, |ui| {
                        moving(ui, theme, lang);
                        things(ui, theme, lang);
                        presenting(ui, theme, lang);
                    });
                });
            } else {
                commands(ui, theme, lang, entries);
                moving(ui, theme, lang);
                things(ui, theme, lang);
                presenting(ui, theme, lang);
            }
        });
        footer(ui, |ui| {
            let close = Button::primary(CommonMsg::Close.text(lang)).show(ui, theme);
            focus_first(ui, &close);
            let tour = find(entries, &Command::Tour)
                .is_some_and(|tour| Button::quiet(tour.name).icon(tour.icon).show(ui, theme).clicked());
            let cancel = close.clicked().then_some(Answer::Cancel);
            tour.then(|| Answer::Run(vec![Command::Tour])).or(cancel)
        })
    })
}

fn column(ui: &mut Ui, width: f32, content: impl FnOnce(&mut Ui)) {
    ui.vertical(|ui| {
        ui.set_width(width);
        ui.spacing_mut().item_spacing = vec2(metric::SPACE_S, 0.0);
        content(ui);
    });
}

fn commands(ui: &mut Ui, theme: &Theme, lang: Lang, entries: &[Entry]) {
    heading(ui, theme, ShellMsg::KeysCommands.text(lang));
    for entry in entries.iter().filter(|entry| is_listed(entry)) {
        let keys: Vec<String> = entry
            .keys
            .iter()
            .map(|keys| ui.ctx().format_shortcut(keys))
            .collect();
        row(ui, theme, entry.name, &keys.join("  "));
    }
}

/// What is done with a thing that is chosen, by its keys.
fn things(ui: &mut Ui, theme: &Theme, lang: Lang) {
    heading(ui, theme, ActMsg::KeysThings.text(lang));
    for (name, keys) in act::listed(ui.ctx(), lang) {
        row(ui, theme, name, &keys);
    }
}

/// What goes on boards.
fn presenting(ui: &mut Ui, theme: &Theme, lang: Lang) {
    heading(ui, theme, StageMsg::KeysTitle.text(lang));
    for (name, keys) in super::stage::keys::listed(lang) {
        row(ui, theme, name, keys);
    }
}

/// Escape stands among the keys for moving about.
fn is_listed(entry: &Entry) -> bool {
    !entry.keys.is_empty() && entry.command != Command::OpenFigure(None)
}

fn moving(ui: &mut Ui, theme: &Theme, lang: Lang) {
    heading(ui, theme, ShellMsg::KeysMoving.text(lang));
    let zoom = [egui::Key::Plus, egui::Key::Minus, egui::Key::Num0]
        .map(|key| {
            ui.ctx()
                .format_shortcut(&KeyboardShortcut::new(Modifiers::COMMAND, key))
        })
        .join("  ");
    let rows = [
        (ShellMsg::KeyNext, "Tab  Shift+Tab"),
        (ShellMsg::KeyRegion, "F6  Shift+F6"),
        (ShellMsg::KeyMove, ShellMsg::KeyArrows.text(lang)),
        (ShellMsg::KeyBig, ShellMsg::KeyShiftArrows.text(lang)),
        (ShellMsg::KeyRows, "PgUp  PgDn  Home  End"),
        (ShellMsg::KeyTick, "Space"),
        (ShellMsg::KeyConfirm, "Enter"),
        (ShellMsg::KeyLeave, "Escape"),
        (ShellMsg::KeyFigure, "Enter  Escape"),
        (ShellMsg::KeyZoom, zoom.as_str()),
    ];
    for (name, keys) in rows {
        row(ui, theme, name.text(lang), keys);
    }
}

fn row(ui: &mut Ui, theme: &Theme, name: &str, keys: &str) {
    ui.allocate_ui_with_layout(
        vec2(ui.available_width(), 25.0),
        Layout::left_to_right(Align::Center),
        |ui| {
            text::body(ui, theme, name);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                text::soft(ui, theme, keys)
            });
        },
    );
}
