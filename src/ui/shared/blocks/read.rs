//! Blocks of an inspector: words that can be marked and copied; what opens is the name of a figure, not the figure.

use super::Blocks;
use crate::data::Grade;
use crate::explain::FigureId;
use crate::report::sheet::{Entry, Figure};
use crate::text::CompareMsg;
use crate::ui::icon;
use crate::ui::theme::metric;
use crate::ui::view::Out;
use crate::ui::widget::touch::Touch;
use crate::ui::widget::{focus_ring, grade_chip, line, text};
use egui::{Align, Color32, FontId, Id, Layout, Rect, Role, Sense, Shape, Ui, WidgetInfo, pos2, vec2};

/// A figure with more letters than this is set as a title.
const LONG: usize = 14;
/// The least room for what an entry is called.
const NAMED: f32 = 80.0;

impl Blocks<'_, '_> {
    /// A figure whose name opens it, beneath its name; a large one stands under a title of its own.
    pub(super) fn read_figure(&self, ui: &mut Ui, out: &mut Out, figure: &Figure, at: usize) {
        if figure.big {
            self.large(ui, figure);
            if let Some(grade) = figure.grade {
                in_row(ui, |ui| self.graded(ui, figure, grade));
            }
            return;
        }
        let theme = self.view.theme;
        if let Some(opens) = &figure.opens {
            ui.add_space(metric::SPACE_XS);
            self.opening(ui, out, &figure.name, opens, at);
        }
        in_row(ui, |ui| {
            self.words(ui, &figure.value, theme.font(metric::TEXT_BODY), theme.ink);
            self.small(ui, &figure.range, theme.ink_soft);
            if let Some(grade) = figure.grade {
                self.graded(ui, figure, grade);
            }
        });
    }

    /// The value; unit and range beside it where they stand apart from it, else the range beneath.
    fn large(&self, ui: &mut Ui, figure: &Figure) {
        let theme = self.view.theme;
        let font = theme.medium_font(if figure.value.chars().count() > LONG {
            metric::TEXT_TITLE
        } else {
            metric::TEXT_FIGURE
        });
        if figure.unit.is_empty() && figure.grade.is_none() {
            self.words(ui, &figure.value, font, theme.ink);
            self.small(ui, &figure.range, theme.ink_soft);
            return;
        }
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = metric::SPACE_S;
            self.words(ui, &figure.value, font, theme.ink);
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                ui.add_space(2.0);
                self.small(ui, &figure.unit, theme.ink_soft);
                self.small(ui, &figure.range, theme.ink_soft);
            });
        });
    }

    /// Its grade, what that means, and what else is said of it.
    fn graded(&self, ui: &mut Ui, figure: &Figure, grade: Grade) {
        let (theme, lang) = (self.view.theme, self.view.lang);
        grade_chip(ui, theme, grade.letter(), lang);
        if figure.own {
            text::icon(ui, theme, icon::PENCIL, theme.accent);
        }
        for mark in figure.marks(lang) {
            self.small(ui, mark, theme.ink);
        }
        self.small(ui, &figure.meaning, theme.ink_soft);
    }

    /// A name that opens something; wrapped, and at least as high as a target.
    fn opening(&self, ui: &mut Ui, out: &mut Out, name: &str, opens: &FigureId, at: usize) {
        let theme = self.view.theme;
        let (font, room) = (theme.font(metric::TEXT_SMALL), ui.available_width());
        let galley = text::wrapped(ui.painter(), theme, name, font, theme.accent, room);
        let (_, rect) = ui.allocate_space(vec2(room, galley.size().y.max(metric::TARGET)));
        let touch = Touch::link(Id::unique((self.id, "name", at)), rect, name);
        let plate = rect.expand2(vec2(4.0, 0.0));
        let response = touch.plate(plate).show(ui, theme);
        let left = pos2(rect.left(), rect.center().y - galley.size().y / 2.0).round();
        ui.painter().galley(left, galley, theme.accent);
        self.touched(ui, out, &response, Some(opens));
    }

    /// What it is with what stands beneath at the left, its value at the right; the whole opens where it can be opened.
    pub(super) fn read_entry(&self, ui: &mut Ui, out: &mut Out, entry: &Entry, at: usize) {
        let theme = self.view.theme;
        if let Some(length) = entry.length {
            return self.measured(ui, entry, length);
        }
        let Some(opens) = &entry.figure.opens else {
            self.two_sides(ui, entry, theme.ink);
            return;
        };
        let top = ui.cursor().min;
        let behind = ui.painter().add(Shape::Noop);
        let inner = ui.scope(|ui| self.two_sides(ui, entry, theme.accent));
        let end = pos2(ui.max_rect().right(), inner.response.rect.bottom());
        let rect = Rect::from_min_max(top, end).expand2(vec2(4.0, 0.0));
        let about = if entry.small.is_empty() {
            &entry.text
        } else {
            &entry.small
        };
        let name = CompareMsg::OpenTerm.with(self.view.lang, &[("name", about)]);
        let touch = Touch::link(Id::unique((self.id, "entry", at)), rect, &name);
        let response = touch.said(&entry.figure.value).feel(ui);
        if response.hovered() {
            let fill = Shape::rect_filled(rect, theme.radius(), theme.hover);
            ui.painter().set(behind, fill);
        }
        focus_ring(ui, theme, &response, rect);
        let response = response.on_hover_cursor(egui::CursorIcon::PointingHand);
        self.touched(ui, out, &response, Some(opens));
    }

    fn two_sides(&self, ui: &mut Ui, entry: &Entry, ink: Color32) {
        let theme = self.view.theme;
        let value = &entry.figure.value;
        ui.set_min_height(metric::TARGET);
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = metric::SPACE_S;
            let font = theme.font(metric::TEXT_SMALL);
            let wide = line(ui.painter(), value, font, theme.ink).size().x;
            let room = (ui.available_width() - wide - 2.0 * metric::SPACE_S).max(NAMED);
            ui.vertical(|ui| {
                ui.set_width(room);
                ui.spacing_mut().item_spacing.y = 0.0;
                self.words(ui, &entry.text, theme.medium_font(metric::TEXT_SMALL), ink);
                self.small(ui, &entry.small, theme.ink_soft);
            });
            ui.with_layout(Layout::right_to_left(Align::Min), |ui| {
                self.small(ui, value, theme.ink);
            });
        });
    }

    /// What it is, a bar as far as it reaches, and what is said of that.
    fn measured(&self, ui: &mut Ui, entry: &Entry, length: f64) {
        let theme = self.view.theme;
        self.small(ui, &entry.text, theme.ink_soft);
        let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 8.0), Sense::hover());
        #[expect(clippy::cast_possible_truncation, reason = "a length on screen")]
        let width = rect.width() * length as f32;
        let filled = Rect::from_min_size(pos2(rect.left(), rect.top() + 1.0), vec2(width.max(2.0), 6.0));
        ui.painter().rect_filled(filled, 0.0, theme.accent);
        let said = [entry.text.as_str(), &entry.small].join(self.view.lang.colon());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &said));
        self.small(ui, &entry.small, theme.ink_soft);
    }

    fn small(&self, ui: &mut Ui, words: &str, ink: Color32) {
        self.words(ui, words, self.view.theme.font(metric::TEXT_SMALL), ink);
    }

    /// Words, wrapped; marked and copied where they are read.
    pub(super) fn words(&self, ui: &mut Ui, words: &str, font: FontId, ink: Color32) {
        if words.is_empty() {
            return;
        }
        let flow = text::Flow::new(words, font, ink);
        let flow = if self.is_read { flow.selectable() } else { flow };
        flow.show(ui);
    }
}

/// Pieces beside each other, in a row that wraps.
fn in_row(ui: &mut Ui, content: impl FnOnce(&mut Ui)) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = metric::SPACE_S;
        content(ui);
    });
}
