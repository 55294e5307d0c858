//! A search field with the rows that it finds beneath: typed, chosen with the arrow keys, taken with Enter or a click.
//!
//! Invariant: while the field has the focus the arrow keys move the choice, so nobody has to leave the field.

use super::both::Hint as _;
use super::say;
use super::search_field::SearchField;
use crate::ui::theme::{Theme, metric};
use crate::ui::widget::{focus_ring, text};
use egui::{Align2, Id, Key, Modifiers, Rect, Response, Role, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2};
use nucleo_matcher::pattern::{CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};

/// One row.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PickRow {
    /// Its sign.
    pub icon: Option<char>,
    /// Its name.
    pub name: String,
    /// What stands after the name in soft ink.
    pub beside: String,
    /// What stands at the right end, such as a key.
    pub end: String,
    /// Further words that it is found by.
    pub found_by: String,
    /// Why it cannot be taken now.
    pub blocked: Option<String>,
}

/// What is typed and chosen.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PickList {
    /// The words of the search.
    pub query: String,
    /// The chosen one of the rows that were found.
    at: usize,
    /// True until the field has got the focus.
    is_old: bool,
}

/// What happened in the list.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Picked {
    /// The chosen row, if any was found.
    pub chosen: Option<usize>,
    /// True where it was taken with Enter or a click.
    pub taken: bool,
}

/// The places of the rows that hold every word of `query`, the best first and those that cannot be
/// taken last; all of them, in their order, without words.
pub fn search(query: &str, rows: &[PickRow]) -> Vec<usize> {
    if query.trim().is_empty() {
        return (0..rows.len()).collect();
    }
    let pattern = Pattern::parse(query, CaseMatching::Ignore, Normalization::Smart);
    let mut matcher = Matcher::new(Config::DEFAULT);
    let mut buffer = Vec::new();
    let mut found: Vec<(u32, usize)> = Vec::new();
    for (at, row) in rows.iter().enumerate() {
        let mut score = |words: &str| pattern.score(Utf32Str::new(words, &mut buffer), &mut matcher);
        let all = [&*row.name, &*row.beside, &*row.found_by].join(" ");
        // A name, in either language, is worth more than the words around it.
        let name = score(&row.name).max(score(&row.found_by));
        let best = name.map(|score| 2 * score).max(score(&all));
        found.extend(best.map(|score| (score, at)));
    }
    let blocked = |at: usize| rows.get(at).is_some_and(|row| row.blocked.is_some());
    found.sort_by_key(|(score, at)| (blocked(*at), std::cmp::Reverse(*score), *at));
    found.into_iter().map(|(_, at)| at).collect()
}

impl PickList {
    /// A list with the row at `at` chosen.
    pub fn starting(at: usize) -> Self {
        Self {
            at,
            ..Self::default()
        }
    }

    /// Draws field and rows over the width at hand, the rows over `height`; `nothing` is said where no row is found.
    pub fn show(
        &mut self,
        ui: &mut Ui,
        theme: &Theme,
        field: SearchField<'_>,
        rows: &[PickRow],
        (height, nothing): (f32, &str),
    ) -> Picked {
        let moved = self.keys(ui, field.id);
        let response = field.show(ui, theme, &mut self.query);
        let is_new = !std::mem::replace(&mut self.is_old, true);
        if is_new {
            response.request_focus();
        }
        if response.changed() {
            self.at = 0;
        }
        let entered = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        if entered {
            response.request_focus();
        }
        let found = search(&self.query, rows);
        self.at = self.at.min(found.len().saturating_sub(1));
        ui.add_space(metric::SPACE_S);
        if found.is_empty() {
            text::soft(ui, theme, nothing);
            return Picked::default();
        }
        let clicked = self.rows(
            ui,
            theme,
            field.id,
            rows,
            &found,
            (height, moved || is_new || response.changed()),
        );
        Picked {
            chosen: found.get(self.at).copied(),
            taken: entered || clicked,
        }
    }

    /// Moves the choice by the arrow keys while the field has the focus; true where it moved.
    fn keys(&mut self, ui: &Ui, field: Id) -> bool {
        if !ui.memory(|memory| memory.has_focus(field)) {
            return false;
        }
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        let before = self.at;
        if pressed(Key::ArrowDown) {
            self.at += 1;
        }
        if pressed(Key::ArrowUp) {
            self.at = self.at.saturating_sub(1);
        }
        self.at != before
    }

    fn rows(
        &mut self,
        ui: &mut Ui,
        theme: &Theme,
        id: Id,
        rows: &[PickRow],
        found: &[usize],
        (height, follow): (f32, bool),
    ) -> bool {
        let mut clicked = false;
        ui.spacing_mut().item_spacing.y = 0.0;
        let mut area = ScrollArea::vertical()
            .id_salt(id)
            .max_height(height)
            .auto_shrink([false, true]);
        if follow {
            let top = self.at as f32 * metric::ROW;
            let state = egui::containers::scroll_area::State::load(ui.ctx(), ui.make_persistent_id(id));
            let offset: f32 = state.map_or(0.0, |state| state.unclamped_offset().y);
            area = area.vertical_scroll_offset(offset.max(top + metric::ROW - height).min(top));
        }
        area.show_rows(ui, metric::ROW, found.len(), |ui, shown| {
            for at in shown {
                let Some(row) = found.get(at).and_then(|index| rows.get(*index)) else {
                    continue;
                };
                let response = row.show(ui, theme, at == self.at);
                if response.clicked() {
                    self.at = at;
                    clicked = row.blocked.is_none();
                }
            }
        });
        clicked
    }
}

impl PickRow {
    fn show(&self, ui: &mut Ui, theme: &Theme, chosen: bool) -> Response {
        let (rect, response) =
            ui.allocate_exact_size(vec2(ui.available_width(), metric::ROW), Sense::click());
        let enabled = self.blocked.is_none();
        let said = [&*self.name, &*self.beside, &*self.end].join(" ");
        response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, enabled, chosen, said.trim()));
        if chosen || response.hovered() {
            let ground = if chosen { theme.accent_soft } else { theme.hover };
            ui.painter().rect_filled(rect, theme.radius(), ground);
        }
        self.paint(ui, theme, rect);
        focus_ring(ui, theme, &response, rect.shrink(2.0));
        match &self.blocked {
            Some(why) => response.hint(why),
            None => response.on_hover_cursor(egui::CursorIcon::PointingHand),
        }
    }

    fn paint(&self, ui: &Ui, theme: &Theme, rect: Rect) {
        let ink = if self.blocked.is_none() {
            theme.ink
        } else {
            theme.ink_soft
        };
        let mut left = rect.left() + metric::SPACE_S;
        if let Some(icon) = self.icon {
            let middle = pos2(left + metric::ICON / 2.0, rect.center().y);
            let font = theme.icon_font(metric::ICON);
            ui.painter().text(middle, Align2::CENTER_CENTER, icon, font, ink);
            left += metric::SPACE_XL + metric::SPACE_XS;
        }
        let small = theme.font(metric::TEXT_SMALL);
        let middle = rect.center().y;
        let right = pos2(rect.right() - metric::SPACE_S, middle);
        let right = (right, Align2::RIGHT_CENTER);
        let end = say(ui.painter(), right, &self.end, small.clone(), theme.ink_soft);
        let room = rect.with_max_x(end.left() - metric::SPACE_S);
        let painter = ui.painter().with_clip_rect(room.intersect(ui.clip_rect()));
        let font = theme.font(metric::TEXT_BODY);
        let at = |left: f32| (pos2(left, middle), Align2::LEFT_CENTER);
        let name = say(&painter, at(left), &self.name, font, ink);
        let beside = at(name.right() + metric::SPACE_M);
        say(&painter, beside, &self.beside, small, theme.ink_soft);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(name: &str, found_by: &str) -> PickRow {
        PickRow {
            name: name.to_owned(),
            found_by: found_by.to_owned(),
            ..PickRow::default()
        }
    }

    #[test]
    fn rows_are_found_in_both_languages_and_by_parts_of_words() {
        let rows = [
            row("Save", "保存"),
            row("Save as…", "另存为…"),
            row("Library", "系数库"),
        ];
        assert_eq!(search("", &rows), [0, 1, 2]);
        assert_eq!(search("存", &rows), [0, 1]);
        assert_eq!(search("sv as", &rows), [1]);
        assert_eq!(search("LIB", &rows), [2]);
        assert_eq!(search("zip", &rows), Vec::<usize>::new());
    }
}
