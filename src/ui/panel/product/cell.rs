//! The cells of the table of parts, edited in place: Enter, F2 or a click begins, Enter, Tab and arrows go on to the next
//! cell, Escape leaves the part as it was, and what cannot be taken is said beneath the cell.
//!
//! Invariant: a cell holds what was typed until it is taken or left; only an edit changes the part.

use super::cell_words::{Answers, answers, read, typed};
use super::rows::TABLE;
use crate::model::{Part, PartId};
use crate::text::ActMsg;
use crate::ui::theme::metric;
use crate::ui::view::{Command, Out, View};
use crate::ui::widget::menu_line::{self, MenuLine};
use crate::ui::widget::touch::Touch;
use crate::ui::widget::{Notice, notice_line};
use egui::text::CCursorRange;
use egui::{
    Align2, Area, EventFilter, Frame, Id, Key, Margin, Modifiers, Order, Rect, Role, ScrollArea, Sense,
    Stroke, TextEdit, Ui, vec2,
};

/// A column of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Column {
    /// The part's name.
    Name,
    /// What it does.
    Role,
    /// Its mass.
    Mass,
    /// Its fibres.
    Shares,
    /// Where they come from; edited in the inspector, line by line.
    Feedstock,
    /// Whether it comes off.
    Removable,
}

impl Column {
    /// All columns from left to right.
    pub(super) const ALL: [Self; 6] = [
        Self::Name,
        Self::Role,
        Self::Mass,
        Self::Shares,
        Self::Feedstock,
        Self::Removable,
    ];
}

/// The columns that are edited in place, in the order of the Tab key.
const EDITED: [Column; 5] = [
    Column::Name,
    Column::Role,
    Column::Mass,
    Column::Shares,
    Column::Removable,
];

/// The cell that is edited and what stands in it.
#[derive(Debug, Clone)]
struct Editing {
    part: PartId,
    column: Column,
    text: String,
    /// The answer under the hand, where the cell is a choice.
    at: usize,
    is_new: bool,
    /// Why the text cannot be taken.
    refused: Option<String>,
}

/// Where the hand goes after a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    Stay,
    Next,
    Back,
    Up,
    Down,
}

fn cursor_key() -> Id {
    Id::unique("cell in hand")
}

fn editing_key() -> Id {
    Id::unique("cell that is edited")
}

pub(super) fn field_id() -> Id {
    Id::unique("field of a cell")
}

/// The column of the cell in hand.
pub(super) fn cursor(ui: &Ui) -> Column {
    ui.data(|data| data.get_temp(cursor_key()))
        .unwrap_or(Column::Name)
}

/// Takes the cell of `column` in hand.
pub(super) fn set_cursor(ui: &Ui, column: Column) {
    ui.data_mut(|data| data.insert_temp(cursor_key(), column));
}

fn editing(ui: &Ui) -> Option<Editing> {
    ui.data(|data| data.get_temp(editing_key()))
}

/// Whether a cell of `part` is being edited.
pub(super) fn is_edited(ui: &Ui, part: &PartId) -> bool {
    editing(ui).is_some_and(|editing| &editing.part == part)
}

/// Begins to edit the cell of `column` of `part`; nothing begins where it cannot be edited in place.
pub(super) fn begin(ui: &Ui, view: &View<'_>, part: &Part, column: Column) {
    if !EDITED.contains(&column) || column == Column::Shares && part.fibres.is_empty() {
        return;
    }
    set_cursor(ui, column);
    let at = answers(view, part, column).map_or(0, |answers| answers.now);
    let editing = Editing {
        part: part.id.clone(),
        column,
        text: typed(view, part, column),
        at,
        is_new: true,
        refused: None,
    };
    ui.data_mut(|data| data.insert_temp(editing_key(), editing));
    ui.ctx().request_repaint();
}

fn end(ui: &Ui) {
    ui.data_mut(|data| data.remove::<Editing>(editing_key()));
    ui.memory_mut(|memory| memory.request_focus(Id::unique(("part rows", TABLE))));
    ui.ctx().request_repaint();
}

/// The keys of the table while no cell is edited: Left and Right take the cell beside in hand, Enter and F2 edit it.
pub(super) fn keys(ui: &Ui, view: &View<'_>, part: &Part) {
    let filter = EventFilter {
        vertical_arrows: true,
        horizontal_arrows: true,
        ..EventFilter::default()
    };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(Id::unique(("part rows", TABLE)), filter));
    let pressed = |key: Key| ui.input(|input| input.key_pressed(key) && !input.modifiers.any());
    let now = EDITED
        .iter()
        .position(|column| *column == cursor(ui))
        .unwrap_or(0);
    let beside = if pressed(Key::ArrowRight) {
        EDITED.get(now + 1)
    } else if pressed(Key::ArrowLeft) {
        now.checked_sub(1).and_then(|before| EDITED.get(before))
    } else {
        None
    };
    if let Some(column) = beside {
        set_cursor(ui, *column);
        ui.ctx().request_repaint();
    }
    if pressed(Key::Enter) || pressed(Key::F2) {
        begin(ui, view, part, cursor(ui));
    }
}

/// The frame around the cell in hand.
pub(super) fn mark(ui: &Ui, view: &View<'_>, place: Rect) {
    let stroke = Stroke::new(view.theme.rule, view.theme.accent);
    let frame = place.expand2(vec2(4.0, -3.0));
    ui.painter()
        .rect_stroke(frame, view.theme.radius(), stroke, egui::StrokeKind::Inside);
}

/// Draws the cell that is edited at `place` of the part at `at` of `shown`, and takes what is confirmed.
pub(super) fn show(
    ui: &mut Ui,
    view: &View<'_>,
    out: &mut Out,
    (shown, at): (&[&Part], usize),
    place: impl Fn(Column) -> Option<Rect>,
) {
    let Some(part) = shown.get(at) else { return };
    let Some(mut editing) = editing(ui).filter(|editing| editing.part == part.id) else {
        return;
    };
    let Some(place) = place(editing.column) else {
        return end(ui);
    };
    let label = view.lang;
    let heading = super::table::heading(editing.column).text(label);
    let name = super::data::part_name(part, label);
    let label = ActMsg::Cell.with(label, &[("column", heading), ("name", &name)]);
    let step = match answers(view, part, editing.column) {
        None => text_cell(ui, view, &mut editing, place, &label),
        Some(answers) => choice_cell(ui, view, &mut editing, place, (&label, &answers)),
    };
    match step {
        Outcome::Goes => {
            ui.data_mut(|data| data.insert_temp(editing_key(), editing));
        }
        Outcome::Left => end(ui),
        Outcome::Done(step) => done(ui, view, out, editing, (shown, at, step)),
    }
}

/// What became of a cell in this frame.
enum Outcome {
    Goes,
    Left,
    Done(Step),
}

/// Takes what stands in the cell and goes on; what cannot be taken stays with its sentence.
fn done(
    ui: &Ui,
    view: &View<'_>,
    out: &mut Out,
    mut editing: Editing,
    (shown, at, step): (&[&Part], usize, Step),
) {
    let Some(part) = shown.get(at) else { return };
    match read(view, part, editing.column, (&editing.text, editing.at)) {
        Ok(edit) => {
            if let Some(edit) = edit {
                out.edit(edit);
            }
            end(ui);
            go_on(ui, view, out, (shown, at, editing.column), step);
        }
        Err(why) => {
            editing.refused = Some(why);
            editing.is_new = true;
            ui.data_mut(|data| data.insert_temp(editing_key(), editing));
            ui.ctx().request_repaint();
        }
    }
}

/// The next cell: Tab edits it at once, an arrow and Enter take it in hand.
fn go_on(
    ui: &Ui,
    view: &View<'_>,
    out: &mut Out,
    (shown, at, column): (&[&Part], usize, Column),
    step: Step,
) {
    let now = EDITED.iter().position(|each| *each == column).unwrap_or(0);
    let last = EDITED.len() - 1;
    let (row, next) = match step {
        Step::Down => (at + 1, now),
        Step::Up => (at.saturating_sub(1), now),
        Step::Next if now < last => (at, now + 1),
        Step::Next => (at + 1, 0),
        Step::Back if now > 0 => (at, now - 1),
        Step::Back if at > 0 => (at - 1, last),
        Step::Stay | Step::Back => return,
    };
    let (Some(part), Some(column)) = (shown.get(row), EDITED.get(next)) else {
        return;
    };
    set_cursor(ui, *column);
    if row != at {
        out.command(Command::SelectPart(Some(part.id.clone())));
    }
    if matches!(step, Step::Next | Step::Back) {
        begin(ui, view, part, *column);
    }
}

/// The key that leaves a cell, taken out of the input.
fn leaving(ui: &Ui) -> Option<Step> {
    let pressed = |modifiers: Modifiers, key: Key| ui.input_mut(|input| input.consume_key(modifiers, key));
    if pressed(Modifiers::SHIFT, Key::Tab) {
        Some(Step::Back)
    } else if pressed(Modifiers::NONE, Key::Tab) {
        Some(Step::Next)
    } else if pressed(Modifiers::NONE, Key::Enter) {
        Some(Step::Down)
    } else {
        None
    }
}

fn text_cell(ui: &mut Ui, view: &View<'_>, editing: &mut Editing, place: Rect, label: &str) -> Outcome {
    let theme = view.theme;
    let had_focus = ui.memory(|memory| memory.has_focus(field_id()));
    let mut step = None;
    if had_focus {
        let pressed = |key: Key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        step = leaving(ui);
        if pressed(Key::ArrowDown) {
            step = Some(Step::Down);
        } else if pressed(Key::ArrowUp) {
            step = Some(Step::Up);
        }
    }
    let edge = if editing.refused.is_some() {
        Stroke::new(metric::FOCUS_RING, theme.error)
    } else {
        theme.focus_stroke()
    };
    let frame = theme.typing_frame(edge, 4);
    let at = place.expand2(vec2(6.0, -3.0));
    let align = if editing.column == Column::Mass {
        Align2::RIGHT_CENTER
    } else {
        Align2::LEFT_CENTER
    };
    let mut inside = ui.new_child(egui::UiBuilder::new().max_rect(at));
    let before = editing.text.clone();
    let mut output = TextEdit::singleline(&mut editing.text)
        .id(field_id())
        .frame(frame)
        .font(theme.font(metric::TEXT_BODY))
        .text_color(theme.ink)
        .lock_focus(true)
        .align(align)
        .desired_width(at.width())
        .min_size(vec2(0.0, at.height()))
        .show(&mut inside);
    let response = output.response.response.clone();
    ui.ctx()
        .accesskit_node_builder(field_id(), |node| node.set_label(label));
    if editing.text != before {
        editing.refused = None;
    }
    if editing.is_new {
        editing.is_new = false;
        response.request_focus();
        let all = CCursorRange::select_all_str(&editing.text);
        output.state.cursor.set_char_range(Some(all));
        TextEdit::store_state(ui.ctx(), field_id(), output.state);
        say(ui, view, editing, at);
        return Outcome::Goes;
    }
    say(ui, view, editing, at);
    if let Some(step) = step {
        return Outcome::Done(step);
    }
    if response.lost_focus() || had_focus && !response.has_focus() {
        let escaped = ui.input(|input| input.key_pressed(Key::Escape));
        let is_refused = editing.refused.is_some();
        return if escaped || is_refused {
            Outcome::Left
        } else {
            Outcome::Done(Step::Stay)
        };
    }
    Outcome::Goes
}

/// The sentence beneath a cell whose text cannot be taken.
fn say(ui: &Ui, view: &View<'_>, editing: &Editing, at: Rect) {
    let Some(why) = &editing.refused else { return };
    let theme = view.theme;
    Area::new(Id::unique("refused cell"))
        .order(Order::Foreground)
        .fixed_pos(at.left_bottom() + vec2(0.0, 2.0))
        .interactable(false)
        .show(ui.ctx(), |ui| {
            let frame = Frame::new()
                .fill(theme.raised)
                .stroke(theme.rule_stroke())
                .corner_radius(theme.radius())
                .inner_margin(Margin::same(8));
            frame.show(ui, |ui| {
                ui.set_max_width(320.0);
                notice_line(ui, theme, Notice::Error, why, view.lang);
            });
        });
}

fn choice_cell(
    ui: &Ui,
    view: &View<'_>,
    editing: &mut Editing,
    place: Rect,
    (label, answers): (&str, &Answers),
) -> Outcome {
    let shown = answers.words.get(editing.at).map_or("", String::as_str);
    let touch = Touch::new(field_id(), place, Role::ComboBox, label).said(shown);
    let cell = touch.sense(Sense::focusable_noninteractive()).feel(ui);
    let had_focus = cell.has_focus();
    let was_new = std::mem::replace(&mut editing.is_new, false);
    if was_new {
        cell.request_focus();
    }
    let filter = EventFilter {
        tab: true,
        horizontal_arrows: true,
        vertical_arrows: true,
        ..EventFilter::default()
    };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(field_id(), filter));
    let mut step = None;
    let before = editing.at;
    if had_focus {
        let pressed = |key: Key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        if pressed(Key::ArrowDown) {
            editing.at = (editing.at + 1).min(answers.words.len().saturating_sub(1));
        }
        if pressed(Key::ArrowUp) {
            editing.at = editing.at.saturating_sub(1);
        }
        step = leaving(ui).map(|step| if step == Step::Down { Step::Stay } else { step });
    }
    mark(ui, view, place);
    let (clicked, list) = answer_list(
        ui,
        view,
        editing.at,
        place,
        (answers, was_new || before != editing.at),
    );
    if let Some(at) = clicked {
        editing.at = at;
        return Outcome::Done(Step::Stay);
    }
    if let Some(step) = step {
        return Outcome::Done(step);
    }
    let pressed_beside = ui.input(|input| {
        let at = input.pointer.interact_pos();
        input.pointer.any_pressed() && at.is_some_and(|at| !list.contains(at))
    });
    if !was_new && (pressed_beside || !cell.has_focus()) {
        return Outcome::Left;
    }
    Outcome::Goes
}

/// The answers beneath the cell; the one that was clicked, and where they lie.
fn answer_list(
    ui: &Ui,
    view: &View<'_>,
    at: usize,
    place: Rect,
    (answers, follow): (&Answers, bool),
) -> (Option<usize>, Rect) {
    let theme = view.theme;
    let width = answers
        .words
        .iter()
        .map(|words| menu_line::width(ui, theme, words, ""))
        .fold(place.width(), f32::max);
    let frame = Frame::new()
        .fill(theme.raised)
        .stroke(theme.rule_stroke())
        .corner_radius(theme.radius())
        .shadow(ui.visuals().popup_shadow);
    let area = Area::new(Id::unique("answers of a cell"))
        .order(Order::Foreground)
        .fixed_pos(place.left_bottom())
        .constrain(true);
    let shown = area.show(ui.ctx(), |ui| {
        frame
            .show(ui, |ui| {
                ui.set_width(width);
                ui.spacing_mut().item_spacing.y = 0.0;
                let mut clicked = None;
                ScrollArea::vertical().max_height(320.0).show(ui, |ui| {
                    for (index, words) in answers.words.iter().enumerate() {
                        let line = MenuLine {
                            icon: (index == at).then_some(crate::ui::icon::CHECK),
                            name: words,
                            ..MenuLine::default()
                        };
                        let response = line.show(ui, theme);
                        if index == at && follow {
                            response.scroll_to_me(None);
                        }
                        if response.clicked() {
                            clicked = Some(index);
                        }
                    }
                });
                clicked
            })
            .inner
    });
    (shown.inner, shown.response.rect)
}
