//! What can be touched: a place in the window that takes clicks or the focus, and says what it is.
//!
//! Invariant: besides the rows of a list nothing else in the window senses the pointer by a place of its own; whatever is
//! touched has a role and a name, shows where the pointer is, and scrolls into sight with a ring when it gets the focus.

use super::both::Hint as _;
use super::{focus_ring, keep_in_sight};
use crate::ui::theme::Theme;
use egui::{CursorIcon, Id, Rect, Response, Role, Sense, Ui, WidgetInfo};

/// A place that can be touched.
#[derive(Debug, Clone, Copy)]
#[must_use = "call show or feel"]
pub(crate) struct Touch<'a> {
    id: Id,
    rect: Rect,
    role: Role,
    name: &'a str,
    said: &'a str,
    about: &'a str,
    sense: Sense,
    chosen: Option<bool>,
    unfolded: Option<bool>,
    possible: bool,
    plate: Option<Rect>,
    ground: Ground,
    still: bool,
}

/// What shows under a thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ground {
    /// The choice and the pointer.
    Both,
    /// The pointer alone.
    Pointer,
    /// Nothing.
    None,
}

impl<'a> Touch<'a> {
    /// The place `rect`, a `role` called `name`; `id` comes from the thing that it stands for.
    pub(crate) const fn new(id: Id, rect: Rect, role: Role, name: &'a str) -> Self {
        Self {
            id,
            rect,
            role,
            name,
            said: "",
            about: "",
            sense: Sense::CLICK.union(Sense::FOCUSABLE),
            chosen: None,
            unfolded: None,
            possible: true,
            plate: None,
            ground: Ground::Both,
            still: false,
        }
    }

    /// A button called `name`.
    pub(crate) const fn button(id: Id, rect: Rect, name: &'a str) -> Self {
        Self::new(id, rect, Role::Button, name)
    }

    /// Words that lead somewhere.
    pub(crate) const fn link(id: Id, rect: Rect, name: &'a str) -> Self {
        Self::new(id, rect, Role::Link, name)
    }

    /// What is said after the name.
    pub(crate) const fn said(mut self, words: &'a str) -> Self {
        self.said = words;
        self
    }

    /// What more is said of it to those who ask.
    pub(crate) const fn about(mut self, words: &'a str) -> Self {
        self.about = words;
        self
    }

    /// What it senses, where that is not a click and the focus.
    pub(crate) const fn sense(mut self, sense: Sense) -> Self {
        self.sense = sense;
        self
    }

    /// Whether it is the chosen one, or ticked.
    pub(crate) const fn chosen(mut self, chosen: bool) -> Self {
        self.chosen = Some(chosen);
        self
    }

    /// Whether what it folds is unfolded.
    pub(crate) const fn unfolded(mut self, unfolded: bool) -> Self {
        self.unfolded = Some(unfolded);
        self
    }

    /// Whether it can do what it says.
    pub(crate) const fn possible(mut self, possible: bool) -> Self {
        self.possible = possible;
        self
    }

    /// Where the ground under the pointer and the ring lie, where that is not the place itself.
    pub(crate) const fn plate(mut self, plate: Rect) -> Self {
        self.plate = Some(plate);
        self
    }

    /// Draws no ground: the thing shows by itself where the pointer is.
    pub(crate) const fn plain(mut self) -> Self {
        self.ground = Ground::None;
        self
    }

    /// The choice shows in its words: only the pointer gives it a ground.
    pub(crate) const fn bare(mut self) -> Self {
        self.ground = Ground::Pointer;
        self
    }

    /// Does not come into sight when it gets the focus: what it holds does.
    pub(crate) const fn still(mut self) -> Self {
        self.still = true;
        self
    }

    /// Senses and says it; drawing it, and the ring, is left to the caller.
    pub(crate) fn feel(self, ui: &Ui) -> Response {
        let response = ui.interact(self.rect, self.id, self.sense);
        response.widget_info(|| WidgetInfo {
            selected: self.chosen,
            ..WidgetInfo::labeled(self.role, self.possible && ui.is_enabled(), self.name)
        });
        if !self.said.is_empty()
            || !self.about.is_empty()
            || self.unfolded.is_some()
            || self.role == Role::Tab
        {
            ui.ctx().accesskit_node_builder(self.id, |node| {
                if !self.said.is_empty() {
                    node.set_value(self.said);
                }
                if !self.about.is_empty() {
                    node.set_description(self.about);
                }
                if let Some(unfolded) = self.unfolded {
                    node.set_expanded(unfolded);
                }
                if let (Role::Tab, Some(chosen)) = (self.role, self.chosen) {
                    node.set_selected(chosen);
                }
            });
        }
        if !self.still {
            keep_in_sight(&response);
        }
        response
    }

    /// Senses and says it; draws the ground that shows the choice or the pointer, and the ring of the focus.
    pub(crate) fn show(self, ui: &Ui, theme: &Theme) -> Response {
        let response = self.feel(ui);
        let plate = self.plate.unwrap_or(self.rect);
        let shows_choice = self.ground == Ground::Both && self.chosen == Some(true);
        let ground = match (shows_choice, response.hovered()) {
            _ if self.ground == Ground::None => None,
            (true, _) => Some(theme.accent_soft),
            (false, true) => Some(theme.hover),
            (false, false) => None,
        };
        if let Some(ground) = ground {
            ui.painter().rect_filled(plate, theme.radius(), ground);
        }
        focus_ring(ui, theme, &response, plate.shrink(1.0));
        response.on_hover_cursor(CursorIcon::PointingHand)
    }
}

/// `words` stand beside the pointer while it is on `rect`; it takes neither clicks nor the focus.
pub(crate) fn told(ui: &Ui, rect: Rect, id: Id, words: &str) {
    ui.interact(rect, id, Sense::hover()).hint(words);
}

/// A place that says what stands there, without being touched.
pub(crate) fn spoken(ui: &Ui, rect: Rect, id: Id, role: Role, name: &str) {
    let place = ui.interact(rect, id, Sense::empty());
    place.widget_info(|| WidgetInfo::labeled(role, true, name));
}
