//! The frame around the panels: bar, list, work area, inspector, scoreboard; or what stands in place of them.
//!
//! Invariant: the scoreboard never leaves the pages; at 1920 the middle grows, never the chrome.

use super::command::{Entry, find};
use super::front::Front;
use super::label;
use super::panels;
use super::preferences::Preferences;
use super::regions::Region;
use super::samples::{self, Cards};
use super::start;
use super::top_bar;
use crate::edit::History;
use crate::model::Name;
use crate::text::FindMsg;
use crate::ui::icon;
use crate::ui::panel::import::{self, Importing};
use crate::ui::theme::{Theme, metric};
use crate::ui::view::{Command, Out, Page, View};
use crate::ui::widget::Button;
use egui::{
    Align, Area, CentralPanel, Color32, Frame, Id, Layout, Margin, Order, Panel, Rect, Ui, UiBuilder, pos2,
    vec2,
};
use std::path::{Path, PathBuf};

const LIST: f32 = 220.0;
const INSPECTOR: f32 = 300.0;
const RAIL: f32 = 40.0;
const FOOT: f32 = 36.0;
/// Below this width the inspector is a drawer.
const INSPECTOR_DOCKS: f32 = 1100.0;
/// Below this width the list is a drawer too, and the scoreboard one line.
const LIST_DOCKS: f32 = 800.0;
/// The same for a comparison of more than [`FEW`] columns.
const COMPARE_DOCKS: f32 = 1440.0;
/// So many columns leave room for the list.
const FEW: usize = 2;

/// Which drawers are pulled out, in a narrow window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Drawers {
    /// The list.
    pub list: bool,
    /// The inspector.
    pub inspector: bool,
}

/// All that the frame draws, beside what the panels see.
pub(super) struct Chrome<'a> {
    pub view: View<'a>,
    /// Width of the window.
    pub width: f32,
    pub entries: &'a [Entry],
    pub changed: bool,
    pub undo: Option<&'a Name>,
    pub redo: Option<&'a Name>,
    pub unfolded: Unfolded,
    pub drawers: Drawers,
    /// The steps, while their list is shown.
    pub history: Option<&'a History>,
    /// What stands in place of the pages.
    pub front: Option<Front>,
    /// True until something was opened.
    pub fresh: bool,
    /// The samples, once they were asked for.
    pub cards: Option<&'a Cards>,
    /// What stands on the page that brings a bill of materials in, while it is in front.
    pub import: Option<&'a Importing>,
    pub file: Option<&'a Path>,
    pub recent: &'a [PathBuf],
    /// Those of the recent files that are gone.
    pub missing: &'a [PathBuf],
}

/// Which side panels are unfolded, in a wide window.
#[derive(Debug, Clone, Copy)]
pub(super) struct Unfolded {
    pub list: bool,
    pub inspector: bool,
}

impl Unfolded {
    pub const fn of(preferences: &Preferences) -> Self {
        Self {
            list: preferences.list,
            inspector: preferences.inspector,
        }
    }
}

/// True where the list is a drawer in a window of `width`: also where `columns` of the comparison, `None` on other pages,
/// need its room for full words.
pub fn list_is_drawer(width: f32, columns: Option<usize>) -> bool {
    let needs_room = columns.is_some_and(|columns| columns > FEW);
    width < if needs_room { COMPARE_DOCKS } else { LIST_DOCKS }
}

/// The columns of the comparison, where it is in front.
fn columns(view: &View<'_>) -> Option<usize> {
    (view.page == Page::Compare).then_some(view.project.compared.len())
}

/// True where the inspector is a drawer in a window of `width`.
pub fn inspector_is_drawer(width: f32) -> bool {
    width < INSPECTOR_DOCKS
}

/// Draws everything, in the order in which it is read: Tab goes the same way. Gives the place between bar and scoreboard,
/// where messages may lie.
pub(super) fn show(ui: &mut Ui, chrome: &Chrome<'_>, draft: &mut label::Draft, out: &mut Out) -> Rect {
    let theme = chrome.view.theme;
    let bar = Panel::top("bar")
        .exact_size(top_bar::HEIGHT)
        .frame(Frame::new().fill(theme.surface))
        .show(ui, |ui| top_bar::show(ui, chrome, out));
    Region::Bar.mark(ui.ctx(), bar.response.rect);
    if let Some(front) = chrome.front {
        return in_front(ui, chrome, front, draft, out);
    }
    let board = Panel::bottom("scoreboard").exact_size(panels::scoreboard_height(
        chrome.width,
        chrome.view.page,
        chrome.view.lang,
    ));
    let board = reserve(ui, board, theme.surface);
    Region::Scoreboard.mark(ui.ctx(), board);
    let room = ui.available_rect_before_wrap();
    work(ui, chrome, out);
    let mut board = inside(ui, "scoreboard", board);
    panels::scoreboard(&mut board, &chrome.view, out);
    room
}

/// What stands in place of the pages; there is nothing to score yet.
fn in_front(ui: &mut Ui, chrome: &Chrome<'_>, front: Front, draft: &mut label::Draft, out: &mut Out) -> Rect {
    let frame = Frame::new()
        .fill(chrome.view.theme.ground)
        .inner_margin(Margin::symmetric(24, 16));
    let area = CentralPanel::default().frame(frame);
    Region::Page.mark(ui.ctx(), ui.available_rect_before_wrap());
    let shown = area.show(ui, |ui| match (front, chrome.cards) {
        (Front::Samples, Some(cards)) => samples::show(ui, chrome, cards, out),
        (Front::Label, _) => label::show(ui, chrome, draft, out),
        (Front::Import, _) => {
            if let Some(importing) = chrome.import {
                import::show(ui, &chrome.view, importing, out);
            }
        }
        (Front::Start | Front::Samples, _) => start::show(ui, chrome, out),
    });
    shown.response.rect
}

/// List, work area and inspector.
fn work(ui: &mut Ui, chrome: &Chrome<'_>, out: &mut Out) {
    let theme = chrome.view.theme;
    let has_list = chrome.unfolded.list && !list_is_drawer(chrome.width, columns(&chrome.view));
    let has_inspector = chrome.unfolded.inspector && !inspector_is_drawer(chrome.width);
    let width = if has_list { LIST } else { RAIL };
    let panel = Panel::left("list").resizable(false).exact_size(width);
    let left = panel.frame(Frame::new().fill(theme.ground)).show(ui, |ui| {
        if has_list {
            list(ui, chrome, out);
        } else {
            rail(ui, chrome, &Command::ToggleList, icon::CARET_RIGHT, out);
        }
    });
    Region::List.mark(ui.ctx(), left.response.rect);
    let width = if has_inspector { INSPECTOR } else { RAIL };
    let panel = Panel::right("inspector").resizable(false).exact_size(width);
    let right = reserve(ui, panel, theme.surface);
    Region::Inspector.mark(ui.ctx(), right);
    let frame = Frame::new().fill(theme.ground).inner_margin(Margin::same(16));
    let area = CentralPanel::default().frame(frame);
    // A page that is higher than its room does not make the drawers over it higher.
    let middle = ui.available_rect_before_wrap();
    Region::Page.mark(ui.ctx(), middle);
    area.show(ui, |ui| panels::page(ui, &chrome.view, out));
    let side = right;
    let mut right = inside(ui, "inspector", side);
    if has_inspector {
        inspector(&mut right, chrome, out);
    } else {
        rail(
            &mut right,
            chrome,
            &Command::ToggleInspector,
            icon::CARET_LEFT,
            out,
        );
    }
    drawers(ui, chrome, middle, out);
    if let Some(history) = chrome.history {
        steps_drawer(ui, chrome, history, side, out);
    }
}

/// The list of steps, over the inspector, so that the work area shows what each step does.
fn steps_drawer(ui: &Ui, chrome: &Chrome<'_>, history: &History, side: Rect, out: &mut Out) {
    let area = side.with_min_x((side.right() - INSPECTOR).max(0.0));
    drawer(
        ui,
        chrome,
        "history drawer",
        area,
        |ui, chrome, out| {
            let view = &chrome.view;
            let frame = Frame::new().inner_margin(Margin::same(16));
            frame.show(ui, |ui| panels::history(ui, view, history, out));
        },
        out,
    );
}

/// Draws the ground of `panel` and keeps its room for what is drawn later.
fn reserve(ui: &mut Ui, panel: Panel, fill: Color32) -> Rect {
    let shown = panel.frame(Frame::new().fill(fill)).show(ui, |ui| ui.max_rect());
    shown.inner
}

/// A place to draw in the room kept by [`reserve`].
fn inside(ui: &mut Ui, id: &str, place: Rect) -> Ui {
    let mut child = ui.new_child(UiBuilder::new().id_salt(("kept", id)).max_rect(place));
    child.set_clip_rect(place);
    child
}

fn list(ui: &mut Ui, chrome: &Chrome<'_>, out: &mut Out) {
    side(
        ui,
        chrome,
        "list",
        &Command::ToggleList,
        icon::CARET_LEFT,
        out,
        panels::list,
    );
}

fn inspector(ui: &mut Ui, chrome: &Chrome<'_>, out: &mut Out) {
    let fold = Command::ToggleInspector;
    side(
        ui,
        chrome,
        "inspector",
        &fold,
        icon::CARET_RIGHT,
        out,
        panels::inspector,
    );
}

/// A side panel with the button that folds it at its foot.
fn side(
    ui: &mut Ui,
    chrome: &Chrome<'_>,
    id: &str,
    fold: &Command,
    sign: char,
    out: &mut Out,
    content: impl FnOnce(&mut Ui, &View<'_>, &mut Out),
) {
    let foot = Panel::bottom(format!("{id} foot"))
        .exact_size(FOOT)
        .show_separator_line(false);
    let foot = reserve(ui, foot, Color32::TRANSPARENT);
    let margin = Margin {
        left: 16,
        right: 16,
        top: 16,
        bottom: 0,
    };
    CentralPanel::default()
        .frame(Frame::new().inner_margin(margin))
        .show(ui, |ui| content(ui, &chrome.view, out));
    let layout = if sign == icon::CARET_LEFT {
        Layout::right_to_left(Align::Center)
    } else {
        Layout::left_to_right(Align::Center)
    };
    let mut foot = inside(ui, "foot", foot.shrink2(vec2(metric::SPACE_S, 2.0)));
    foot.with_layout(layout, |ui| {
        fold_button(ui, chrome, fold, sign, out);
        if sign == icon::CARET_RIGHT {
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| terms(ui, chrome, out));
        }
    });
}

/// The glossary at the foot of the inspector, open at the terms that stand on the screen.
fn terms(ui: &mut Ui, chrome: &Chrome<'_>, out: &mut Out) {
    let Some(entry) = find(chrome.entries, &Command::Glossary(None)) else {
        return;
    };
    let (lang, theme) = (chrome.view.lang, chrome.view.theme);
    let hint = entry.hint(ui.ctx(), lang);
    let words = FindMsg::Terms.text(lang);
    if Button::bare(words)
        .icon(entry.icon)
        .tooltip(&hint)
        .show(ui, theme)
        .clicked()
    {
        out.command(entry.command.clone());
    }
}

/// What is left of a folded panel.
fn rail(ui: &mut Ui, chrome: &Chrome<'_>, fold: &Command, sign: char, out: &mut Out) {
    ui.vertical_centered(|ui| {
        ui.add_space(metric::SPACE_S);
        fold_button(ui, chrome, fold, sign, out);
    });
}

fn fold_button(ui: &mut Ui, chrome: &Chrome<'_>, fold: &Command, sign: char, out: &mut Out) {
    let Some(entry) = find(chrome.entries, fold) else {
        return;
    };
    let hint = entry.hint(ui.ctx(), chrome.view.lang);
    let button = Button::icon_only(sign, entry.name).tooltip(&hint);
    if button.show(ui, chrome.view.theme).clicked() {
        out.command(fold.clone());
    }
}

/// The side panels of a narrow window, pulled out over the work area.
fn drawers(ui: &Ui, chrome: &Chrome<'_>, middle: Rect, out: &mut Out) {
    if chrome.drawers.inspector && inspector_is_drawer(chrome.width) {
        let left = (middle.right() - INSPECTOR).max(0.0);
        let area = Rect::from_min_max(pos2(left, middle.top()), middle.max);
        Region::Inspector.mark(ui.ctx(), area);
        drawer(ui, chrome, "inspector drawer", area, inspector, out);
    }
    if chrome.drawers.list && list_is_drawer(chrome.width, columns(&chrome.view)) {
        let area = Rect::from_min_max(middle.min, pos2(middle.left() + LIST, middle.bottom()));
        drawer(ui, chrome, "list drawer", area, list, out);
    }
}

fn drawer(
    ui: &Ui,
    chrome: &Chrome<'_>,
    id: &str,
    area: Rect,
    content: impl FnOnce(&mut Ui, &Chrome<'_>, &mut Out),
    out: &mut Out,
) {
    let theme: &Theme = chrome.view.theme;
    let frame = Frame::new()
        .fill(theme.surface)
        .stroke(theme.rule_stroke())
        .shadow(ui.visuals().popup_shadow);
    Area::new(Id::unique(id))
        .order(Order::Middle)
        .fixed_pos(area.min)
        .constrain(false)
        .show(ui.ctx(), |ui| {
            frame.show(ui, |ui| {
                let (rect, _) = ui.allocate_exact_size(area.size(), egui::Sense::hover());
                let mut inside = ui.new_child(egui::UiBuilder::new().max_rect(rect));
                inside.set_clip_rect(rect);
                content(&mut inside, chrome, out);
            });
        });
}
