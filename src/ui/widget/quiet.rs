//! A quiet figure that opens: small, in a line of words or right-aligned in a cell.

use super::both::Hint as _;
use super::figure::{PENCIL, own_mark};
use super::touch::Touch;
use super::{focus_ring, line, snap};
use crate::text::{Lang, WidgetMsg, number};
use crate::ui::theme::{Theme, metric};
use egui::{Align2, Id, Rect, Response, Shape, Ui, pos2, vec2};
use std::hash::Hash;

/// A small figure that opens: letter or word before it in secondary ink.
#[derive(Debug, Clone, Copy)]
#[must_use = "call show"]
pub(crate) struct Quiet<'a> {
    /// What it is, in full.
    pub name: &'a str,
    /// What stands before it.
    pub before: &'a str,
    /// The figure with its unit.
    pub value: &'a str,
    /// What stands after it.
    pub after: &'a str,
    /// True for an assumption: dotted underline, and the word for pointer and screen reader.
    pub assumed: bool,
    /// True for a figure that hardly counts beside its neighbours: secondary ink.
    pub faint: bool,
    /// True where it has just changed: a soft plate behind it.
    pub marked: bool,
    /// What own figures it rests on: marked with a pencil; empty for none.
    pub own: &'a str,
    /// What more is said of it.
    pub words: &'a str,
    /// The unit that is said with the figure where none is drawn.
    pub unit: &'a str,
    /// Its width where it fills a cell: the figure is then put right-aligned at this place.
    pub cell: Option<(f32, f32)>,
    /// Language of the words that it adds.
    pub lang: Lang,
}

impl<'a> Quiet<'a> {
    /// The figure `value` of what is called `name`.
    pub(crate) const fn new(name: &'a str, value: &'a str, lang: Lang) -> Self {
        Self {
            name,
            before: "",
            value,
            after: "",
            assumed: false,
            faint: false,
            marked: false,
            own: "",
            words: "",
            unit: "",
            cell: None,
            lang,
        }
    }

    /// Draws it; `id` comes from the thing that it says something about.
    pub(crate) fn show(self, ui: &mut Ui, theme: &Theme, id: impl Hash + std::fmt::Debug) -> Response {
        let font = theme.font(metric::TEXT_SMALL);
        let lay = |text: &str, color| line(ui.painter(), text, font.clone(), color);
        let ink = if self.faint { theme.ink_soft } else { theme.ink };
        let (before, value, after) = (
            lay(self.before, theme.ink_soft),
            lay(self.value, ink),
            lay(self.after, theme.ink_soft),
        );
        let gap = |text: &str| if text.is_empty() { 0.0 } else { metric::SPACE_XS };
        let natural = before.size().x
            + gap(self.before)
            + value.size().x
            + gap(self.after)
            + after.size().x
            + if self.own.is_empty() { 0.0 } else { PENCIL };
        let width = self.cell.map_or(natural.max(metric::TARGET), |(width, _)| width);
        let (_, rect) = ui.allocate_space(vec2(width, metric::TARGET));
        let spoken = self.spoken();
        let touch = Touch::button(Id::unique(("quiet figure", id)), rect, self.name).said(&spoken);
        let response = touch.feel(ui);
        if ui.is_rect_visible(rect) {
            let painter = ui.painter();
            if response.hovered() {
                painter.rect_filled(rect.expand2(vec2(3.0, -2.0)), theme.radius(), theme.hover);
            }
            if self.marked {
                let right = self.cell.map_or(rect.right(), |(_, right)| rect.left() + right);
                let plate = Rect::from_min_max(
                    pos2(right - value.size().x - 4.0, rect.top() + 3.0),
                    pos2(right + 4.0, rect.bottom() - 3.0),
                );
                painter.rect_filled(plate, 4.0, theme.accent_soft);
            }
            let left = self.cell.map_or(0.0, |(_, right)| {
                right - value.size().x - before.size().x - gap(self.before)
            });
            let mut at = pos2(rect.left() + left.max(0.0), rect.center().y);
            if !self.own.is_empty() && self.cell.is_some() {
                own_mark(painter, theme, pos2((at.x - PENCIL + 2.0).max(rect.left()), at.y));
            }
            for (galley, text, color) in [
                (before, self.before, theme.ink_soft),
                (value, self.value, ink),
                (after, self.after, theme.ink_soft),
            ] {
                let place = Align2::LEFT_CENTER.anchor_size(at, galley.size());
                let fits = place.right() <= rect.right() + 1.0;
                if fits {
                    if self.assumed && text == self.value && !text.is_empty() {
                        let y = place.bottom() + 0.5;
                        let dots = [pos2(place.left() + 1.0, y), pos2(place.right(), y)];
                        painter.extend(Shape::dotted_line(&dots, theme.ink_soft, 3.0, 0.75));
                    }
                    painter.galley(snap(painter, place.min), galley.clone(), color);
                }
                at.x += galley.size().x + gap(text);
            }
            if !self.own.is_empty() && self.cell.is_none() {
                own_mark(painter, theme, pos2(rect.right() - PENCIL + 3.0, rect.center().y));
            }
            focus_ring(ui, theme, &response, rect.expand2(vec2(2.0, -1.0)));
        }
        response
            .on_hover_cursor(egui::CursorIcon::PointingHand)
            .hint(format!("{}\n{spoken}", self.name))
    }

    fn spoken(&self) -> String {
        let assumed = if self.assumed {
            WidgetMsg::AssumptionHint.text(self.lang)
        } else {
            ""
        };
        let value = if self.unit.is_empty() {
            self.value.to_owned()
        } else {
            number::with_unit(self.value, self.unit, self.lang)
        };
        let parts = [value.as_str(), self.after, self.words, assumed, self.own];
        let said: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        said.join("; ")
    }
}
