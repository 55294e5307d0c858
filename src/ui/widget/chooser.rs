//! A list to choose from, in front of the window: search, groups of names, and beside them what the chosen one brings.
//!
//! Invariant: it works by keyboard alone; what cannot be chosen stands there with its reason.

use super::rows::{self, Places, Rows, Said};
use super::{Button, Notice, focus_ring, grade_chip, notice_line, text};
use crate::text::{ChooseMsg, CommonMsg, Lang};
use crate::ui::theme::{Theme, metric, with_alpha};
use egui::{
    Align, Color32, Context, Frame, Galley, Id, Key, Layout, Margin, Modal, Modifiers, Rangef, Rect,
    Response, ScrollArea, Sense, TextEdit, Ui, accesskit, pos2, vec2,
};
use std::sync::Arc;

/// Its width and height where there is room.
const SIZE: egui::Vec2 = vec2(780.0, 460.0);
/// Width of the list.
const LIST: f32 = 330.0;
/// Height of the title of a group.
const TITLE: f32 = 20.0;
/// Under this width the list stands alone.
const ALONE: f32 = 560.0;

/// Something that can be chosen.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Item {
    /// What is answered.
    pub key: String,
    /// Its name.
    pub name: String,
    /// Words that the search finds, in both languages.
    pub find: String,
    /// What it is, in one line.
    pub about: String,
    /// What it brings.
    pub lines: Vec<Line>,
    /// What is worth knowing about it.
    pub note: String,
    /// Why it cannot be chosen.
    pub refused: Option<String>,
}

/// One line of what an item brings.
#[derive(Debug, Clone, PartialEq)]
pub enum Line {
    /// A heading above others.
    Heading(String),
    /// A figure with its grade, where it has one.
    Figure {
        /// What it is.
        label: String,
        /// Its value.
        value: String,
        /// Its grade.
        grade: Option<&'static str>,
    },
}

/// Items under one title.
#[derive(Debug, Clone, PartialEq)]
pub struct Group {
    /// The title.
    pub title: String,
    /// The items.
    pub items: Vec<Item>,
}

/// The list; open while its state is kept.
#[derive(Debug)]
#[must_use = "call show"]
pub struct Chooser<'a> {
    /// The id of what it is for.
    pub id: Id,
    /// Its title.
    pub title: &'a str,
    /// What the button says.
    pub act: &'a str,
    /// What can be chosen.
    pub groups: &'a [Group],
    /// Language of words.
    pub lang: Lang,
}

#[derive(Debug, Clone)]
struct State {
    query: String,
    chosen: String,
    /// What gets the focus when it closes.
    after: Id,
    is_new: bool,
    /// The pass in which it was closed.
    closed: Option<u64>,
}

/// What closes the list.
enum Answer {
    Take(String),
    Leave,
}

/// Opens the list `id`; `opener` gets the focus back.
pub fn open(ctx: &Context, id: Id, opener: &Response) {
    let state = State {
        query: String::new(),
        chosen: String::new(),
        after: opener.id,
        is_new: true,
        closed: None,
    };
    ctx.data_mut(|data| data.insert_temp(id, state));
}

/// True while the list `id` is open; only then its items need to be made.
pub fn is_open(ctx: &Context, id: Id) -> bool {
    let Some(state) = ctx.data(|data| data.get_temp::<State>(id)) else {
        return false;
    };
    let Some(closed) = state.closed else {
        return true;
    };
    // Nothing behind the plate can take the focus before it is gone; what is shown again much later takes none.
    let is_just_closed = ctx.cumulative_pass_nr() - closed < 6;
    if is_just_closed && ctx.memory(|memory| memory.top_modal_layer().is_some()) {
        ctx.request_repaint();
        return false;
    }
    ctx.data_mut(|data| data.remove::<State>(id));
    if is_just_closed {
        ctx.memory_mut(|memory| memory.request_focus(state.after));
    }
    false
}

/// Lets `after` have the focus once the list `id` is gone, in place of what opened it.
pub fn focus_after(ctx: &Context, id: Id, after: Id) {
    if let Some(state) = ctx.data(|data| data.get_temp::<State>(id)) {
        ctx.data_mut(|data| data.insert_temp(id, State { after, ..state }));
    }
}

impl Chooser<'_> {
    /// Draws it where it is open; answers the key of what was chosen.
    pub fn show(self, ui: &Ui, theme: &Theme) -> Option<String> {
        let ctx = ui.ctx();
        let mut state = ctx.data(|data| data.get_temp::<State>(self.id))?;
        let room = ctx.content_rect().size() - vec2(2.0 * metric::SPACE_XXL, 4.0 * metric::SPACE_XXL);
        let size = SIZE.min(room).max(vec2(240.0, 160.0));
        let frame = Frame::new()
            .fill(theme.raised)
            .stroke(theme.rule_stroke())
            .corner_radius(theme.radius())
            .shadow(ctx.global_style().visuals.popup_shadow)
            .inner_margin(Margin::same(20));
        let modal = Modal::new(self.id.with("plate"))
            .frame(frame)
            .backdrop_color(with_alpha(Color32::BLACK, 0.35))
            .show(ctx, |ui| {
                ui.set_width(size.x);
                ui.ctx().accesskit_node_builder(ui.unique_id(), |node| {
                    node.set_role(accesskit::Role::Dialog);
                    node.set_label(self.title);
                });
                self.content(ui, theme, &mut state, size)
            });
        let left = modal.should_close();
        let answer = modal.inner;
        state.is_new = false;
        state.closed = (answer.is_some() || left).then(|| ctx.cumulative_pass_nr());
        let is_closed = state.closed.is_some();
        ctx.data_mut(|data| data.insert_temp(self.id, state));
        if is_closed {
            ctx.request_repaint();
        }
        match answer {
            Some(Answer::Take(key)) => Some(key),
            Some(Answer::Leave) | None => None,
        }
    }

    /// An answer closes it.
    fn content(&self, ui: &mut Ui, theme: &Theme, state: &mut State, size: egui::Vec2) -> Option<Answer> {
        text::name(ui, theme, self.title);
        ui.add_space(metric::SPACE_S);
        let shown = self.shown(&state.query);
        let step = moved(ui);
        state.chosen = chosen(&shown, &state.chosen, step);
        let confirmed = self.search(ui, theme, state);
        let shown = self.shown(&state.query);
        state.chosen = chosen(&shown, &state.chosen, 0);
        ui.add_space(metric::SPACE_S);
        let mut picked = confirmed;
        let (_, rect) = ui.allocate_space(vec2(size.x, size.y - 130.0));
        let has_detail = size.x >= ALONE;
        let list = if has_detail {
            rect.with_max_x(rect.left() + LIST)
        } else {
            rect
        };
        within(ui, list, |ui| {
            picked |= self.list(ui, theme, state, &shown);
        });
        let item = shown
            .iter()
            .flat_map(|group| &group.1)
            .find(|item| item.key == state.chosen);
        if let (true, Some(item)) = (has_detail, item) {
            let detail = rect.with_min_x(list.right() + metric::SPACE_L);
            let x = list.right() + metric::SPACE_S;
            ui.painter().vline(x, rect.y_range(), theme.rule_stroke());
            within(ui, detail, |ui| self.detail(ui, theme, item));
        }
        ui.add_space(metric::SPACE_M);
        let pressed = self.foot(ui, theme, item.copied());
        match (pressed, item) {
            (Some(false), _) => Some(Answer::Leave),
            (Some(true), Some(item)) => Some(Answer::Take(item.key.clone())),
            (None, Some(item)) if picked && item.refused.is_none() => Some(Answer::Take(item.key.clone())),
            _ => None,
        }
    }

    /// The groups with what the search finds.
    fn shown(&self, query: &str) -> Vec<(&str, Vec<&Item>)> {
        let words: Vec<String> = query.split_whitespace().map(str::to_lowercase).collect();
        let fits = |item: &&Item| {
            let text = item.find.to_lowercase();
            words.iter().all(|word| text.contains(word))
        };
        let groups = self.groups.iter();
        groups
            .map(|group| {
                (
                    group.title.as_str(),
                    group.items.iter().filter(fits).collect::<Vec<_>>(),
                )
            })
            .filter(|(_, items)| !items.is_empty())
            .collect()
    }

    /// The field; true where Enter was pressed in it.
    fn search(&self, ui: &mut Ui, theme: &Theme, state: &mut State) -> bool {
        let frame = Frame::new()
            .fill(theme.surface)
            .stroke(theme.edge_stroke())
            .corner_radius(theme.radius())
            .inner_margin(Margin::symmetric(8, 0));
        let hint = egui::RichText::new(ChooseMsg::SearchHint.text(self.lang)).color(theme.ink_soft);
        let id = self.id.with("search");
        // The list is never without the focus, so that typing searches at any moment.
        if state.is_new || ui.memory(|memory| memory.focused().is_none()) {
            ui.memory_mut(|memory| memory.request_focus(id));
        }
        let field = TextEdit::singleline(&mut state.query)
            .id(id)
            .frame(frame)
            .font(theme.font(metric::TEXT_BODY))
            .text_color(theme.ink)
            .hint_text(hint)
            .align(egui::Align2::LEFT_CENTER)
            .min_size(vec2(0.0, metric::ROW))
            .desired_width(f32::INFINITY);
        let response = ui.add(field);
        let label = ChooseMsg::Search.text(self.lang);
        ui.ctx()
            .accesskit_node_builder(response.id, |node| node.set_label(label));
        focus_ring(ui, theme, &response, response.rect.shrink(1.0));
        response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter))
    }

    /// The list; true where a row was taken at once. The search keeps the focus and moves the choice.
    fn list(&self, ui: &mut Ui, theme: &Theme, state: &mut State, shown: &[(&str, Vec<&Item>)]) -> bool {
        let mut taken = false;
        ScrollArea::vertical()
            .id_salt(self.id.with("list"))
            .auto_shrink([false, false])
            .show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                if shown.is_empty() {
                    text::small(ui, theme, ChooseMsg::Nothing.text(self.lang));
                }
                let (titles, rows) = laid(ui, theme, shown);
                let origin = ui.max_rect().left_top();
                for (title, top) in titles {
                    let at = Rect::from_min_size(origin + vec2(0.0, top), vec2(ui.available_width(), TITLE));
                    within(ui, at, |ui| {
                        text::small(ui, theme, title);
                    });
                }
                let places: Vec<Rangef> = rows.iter().map(|(_, _, place)| *place).collect();
                let list = Rows {
                    chosen: rows.iter().position(|(item, ..)| item.key == state.chosen),
                    ..Rows::new(self.id.with("rows"), self.title, Places::Each(&places))
                };
                let key = |at: usize| Id::unique(rows.get(at).map(|(item, ..)| item.key.as_str()));
                let asked = list.show(ui, theme, key, |ui, at| {
                    let Some((item, galley, _)) = rows.get(at.at) else {
                        return Said::default();
                    };
                    taken |= at.response.double_clicked();
                    let top = at.rect.center().y - galley.size().y / 2.0;
                    let left = pos2(at.rect.left() + metric::SPACE_S, top);
                    ui.painter().galley(left, Arc::clone(galley), theme.ink);
                    Said {
                        name: item.name.clone(),
                        value: item.refused.as_ref().unwrap_or(&item.about).clone(),
                        cells: Vec::new(),
                    }
                });
                taken |= asked.has_focus && rows::pressed(ui, Key::Enter);
                if let Some((item, ..)) = asked.choose.and_then(|at| rows.get(at)) {
                    state.chosen.clone_from(&item.key);
                }
            });
        taken
    }

    fn detail(&self, ui: &mut Ui, theme: &Theme, item: &Item) {
        ScrollArea::vertical()
            .id_salt(self.id.with("detail"))
            .auto_shrink([false, false])
            .show(ui, |ui| {
                ui.set_max_width(ui.available_width() - metric::SPACE_M);
                ui.spacing_mut().item_spacing.y = metric::SPACE_XS;
                ui.spacing_mut().interact_size.y = 24.0;
                wrapped(
                    ui,
                    item.name.as_str(),
                    theme.medium_font(metric::TEXT_BODY),
                    theme.ink,
                );
                if !item.about.is_empty() {
                    wrapped(
                        ui,
                        item.about.as_str(),
                        theme.font(metric::TEXT_BODY),
                        theme.ink_soft,
                    );
                }
                if let Some(reason) = &item.refused {
                    notice_line(ui, theme, Notice::Warning, reason, self.lang);
                }
                for line in &item.lines {
                    self.line(ui, theme, line);
                }
                if !item.note.is_empty() {
                    ui.add_space(metric::SPACE_XS);
                    wrapped(
                        ui,
                        item.note.as_str(),
                        theme.font(metric::TEXT_SMALL),
                        theme.ink_soft,
                    );
                }
            });
    }

    fn line(&self, ui: &mut Ui, theme: &Theme, line: &Line) {
        match line {
            Line::Heading(words) => {
                ui.add_space(metric::SPACE_S);
                text::small(ui, theme, words);
            }
            Line::Figure { label, value, grade } => {
                ui.horizontal(|ui| {
                    let room = ui.available_width() - 150.0;
                    ui.scope(|ui| {
                        ui.set_max_width(room);
                        text::elided(ui, theme, label);
                    });
                    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                        let (chip, _) = ui.allocate_exact_size(vec2(22.0, 20.0), Sense::hover());
                        if let Some(grade) = grade {
                            within(ui, chip, |ui| {
                                grade_chip(ui, theme, grade, self.lang);
                            });
                        }
                        text::body(ui, theme, value);
                    });
                });
            }
        }
    }

    /// Keys at the left, buttons at the right: true to take the chosen one, false to close.
    fn foot(&self, ui: &mut Ui, theme: &Theme, item: Option<&Item>) -> Option<bool> {
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = metric::SPACE_S;
            let refused = item.and_then(|item| item.refused.as_deref());
            let none = item.is_none().then(|| ChooseMsg::Nothing.text(self.lang));
            let take = Button::primary(self.act)
                .disabled(refused.or(none))
                .show(ui, theme);
            let cancel = Button::quiet(CommonMsg::Cancel.text(self.lang)).show(ui, theme);
            if ui.available_width() > 260.0 {
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    text::small(ui, theme, ChooseMsg::Keys.text(self.lang));
                });
            }
            match (take.clicked(), cancel.clicked()) {
                (true, _) => Some(true),
                (_, true) => Some(false),
                _ => None,
            }
        })
        .inner
    }
}

/// The titles of groups with their tops, and the rows with their places.
#[expect(clippy::type_complexity, reason = "what is drawn, in two lists")]
fn laid<'s>(
    ui: &Ui,
    theme: &Theme,
    shown: &[(&'s str, Vec<&'s Item>)],
) -> (Vec<(&'s str, f32)>, Vec<(&'s Item, Arc<Galley>, Rangef)>) {
    let room = ui.available_width() - 2.0 * metric::SPACE_S;
    let (mut titles, mut rows) = (Vec::new(), Vec::new());
    let mut top = 0.0;
    for (title, items) in shown {
        titles.push((*title, top + metric::SPACE_S));
        top += metric::SPACE_S + TITLE;
        for item in items {
            let refused = item.refused.is_some();
            let ink = if refused { theme.ink_soft } else { theme.ink };
            let font = theme.font(metric::TEXT_BODY);
            let galley = ui.painter().layout(item.name.clone(), font, ink, room);
            let height = (galley.size().y + metric::SPACE_S).max(metric::ROW);
            rows.push((*item, galley, Rangef::new(top, top + height)));
            top += height;
        }
    }
    (titles, rows)
}

/// How far the arrows move.
fn moved(ui: &Ui) -> isize {
    ui.input_mut(|input| {
        let down = input.count_and_consume_key(Modifiers::NONE, Key::ArrowDown);
        let up = input.count_and_consume_key(Modifiers::NONE, Key::ArrowUp);
        isize::try_from(down).unwrap_or(0) - isize::try_from(up).unwrap_or(0)
    })
}

/// The key of what is chosen after `step`; the first where it is not shown.
fn chosen(shown: &[(&str, Vec<&Item>)], before: &str, step: isize) -> String {
    let items: Vec<&Item> = shown.iter().flat_map(|group| group.1.iter().copied()).collect();
    let at = items.iter().position(|item| item.key == before);
    let last = items.len().saturating_sub(1);
    let at = at.map_or(0, |at| at.saturating_add_signed(step).min(last));
    items.get(at).map_or_else(String::new, |item| item.key.clone())
}

fn within(ui: &mut Ui, rect: Rect, draw: impl FnOnce(&mut Ui)) {
    let layout = Layout::top_down(Align::Min);
    draw(&mut ui.new_child(egui::UiBuilder::new().max_rect(rect).layout(layout)));
}

fn wrapped(ui: &mut Ui, words: &str, font: egui::FontId, ink: Color32) {
    text::Flow::new(words, font, ink).show(ui);
}
