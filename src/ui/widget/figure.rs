//! A figure that opens in the inspector, and the mark of what changed.

use super::badge::paint_grade;
use super::both::Hint as _;
use super::touch::Touch;
use super::{focus_ring, line, put_center, put_left, text};
use crate::text::number::Trend;
use crate::text::{Lang, WidgetMsg, halves};
use crate::ui::icon;
use crate::ui::theme::{Theme, metric};
use egui::{Galley, Id, Rect, Response, Role, Sense, Shape, Stroke, Ui, WidgetInfo, pos2, vec2};
use std::sync::Arc;

/// Room for the mark of own figures.
pub(crate) const PENCIL: f32 = 17.0;

/// A figure with its unit, range and grade; a click or Enter opens it.
#[derive(Debug, Clone)]
#[must_use = "call show"]
pub struct Figure<'a> {
    id: Id,
    name: &'a str,
    shown: &'a str,
    unit: &'a str,
    word: bool,
    range: Option<&'a str>,
    reserve_range: bool,
    grade: Option<&'a str>,
    assumed: bool,
    own: &'a str,
    size: f32,
    lang: Lang,
}

/// The lines of a figure, laid out.
struct Parts {
    figure: Arc<Galley>,
    unit: Arc<Galley>,
    range: Option<Arc<Galley>>,
    grade: Option<Arc<Galley>>,
    gap: f32,
}

impl<'a> Figure<'a> {
    /// The text `figure` of what is called `name`; `id` comes from the thing that it says something about.
    pub fn new(
        id: impl std::hash::Hash + std::fmt::Debug,
        name: &'a str,
        figure: &'a str,
        lang: Lang,
    ) -> Self {
        Self {
            id: Id::unique(("figure", id)),
            name,
            shown: figure,
            unit: "",
            word: false,
            range: None,
            reserve_range: false,
            grade: None,
            assumed: false,
            own: "",
            size: metric::TEXT_BODY,
            lang,
        }
    }

    /// Makes it a key figure.
    pub const fn big(mut self) -> Self {
        self.size = metric::TEXT_FIGURE;
        self
    }

    /// Makes it as large as the name of a part, where a key figure has no room.
    pub const fn medium(mut self) -> Self {
        self.size = metric::TEXT_NAME;
        self
    }

    /// The width that it asks for, in points.
    pub fn width(&self, ui: &Ui, theme: &Theme) -> f32 {
        self.extent(&self.layout(ui, theme)).x
    }

    /// What stands after the figure.
    pub const fn unit(mut self, unit: &'a str) -> Self {
        self.unit = unit;
        self
    }

    /// A small word after the figure, which says what it is.
    pub const fn word(mut self, word: &'a str) -> Self {
        self.unit = word;
        self.word = true;
        self
    }

    /// The range beneath; room is kept for it where `None`, so that nothing jumps when ranges are switched.
    pub const fn range(mut self, range: Option<&'a str>) -> Self {
        self.range = range;
        self.reserve_range = true;
        self
    }

    /// The letter of its grade.
    pub const fn grade(mut self, grade: &'a str) -> Self {
        self.grade = Some(grade);
        self
    }

    /// Marks it as an assumption: dotted underline, and the word for pointer and screen reader.
    pub const fn assumed(mut self, assumed: bool) -> Self {
        self.assumed = assumed;
        self
    }

    /// Marks it with a pencil as resting on the user's own figures, which `hint` names; not where `hint` is empty.
    pub const fn own(mut self, hint: &'a str) -> Self {
        self.own = hint;
        self
    }

    /// Draws it.
    pub fn show(self, ui: &mut Ui, theme: &Theme) -> Response {
        let parts = self.layout(ui, theme);
        let (_, rect) = ui.allocate_space(self.extent(&parts));
        let spoken = self.spoken();
        let response = Touch::button(self.id, rect, self.name).said(&spoken).feel(ui);
        if ui.is_rect_visible(rect) {
            self.paint(ui, theme, rect, &response, parts);
        }
        let response = response.on_hover_cursor(egui::CursorIcon::PointingHand);
        let response = if self.own.is_empty() {
            response
        } else {
            response.hint(self.own)
        };
        if self.assumed {
            response.hint(WidgetMsg::AssumptionHint.text(self.lang))
        } else {
            response
        }
    }

    fn layout(&self, ui: &Ui, theme: &Theme) -> Parts {
        let painter = ui.painter();
        let is_big = self.size > metric::TEXT_NAME;
        let font = if is_big {
            theme.medium_font(self.size)
        } else {
            theme.font(self.size)
        };
        let small = |text: &str| line(painter, text, theme.font(metric::TEXT_SMALL), theme.ink_soft);
        // English leaves a narrow gap before the unit, Chinese none; a word keeps its gap.
        let narrow = match (self.word, self.lang) {
            (true, _) => metric::SPACE_XS,
            (false, Lang::En) => self.size.min(18.0) * 0.2,
            (false, _) => 1.0,
        };
        let unit = if self.word {
            metric::TEXT_SMALL
        } else {
            metric::TEXT_BODY.min(self.size)
        };
        Parts {
            figure: line(painter, self.shown, font, theme.ink),
            unit: match halves(self.unit) {
                (first, Some(second)) => {
                    painter.layout_job(text::two(first, second, &theme.font(unit), theme.ink_soft))
                }
                (first, None) => line(painter, first, theme.font(unit), theme.ink_soft),
            },
            range: self.range.map(small),
            grade: self.grade.map(small),
            gap: if self.unit.is_empty() { 0.0 } else { narrow },
        }
    }

    fn extent(&self, parts: &Parts) -> egui::Vec2 {
        let grade = parts
            .grade
            .as_ref()
            .map_or(0.0, |galley| galley.size().x + 11.0 + metric::SPACE_S);
        let own = if self.own.is_empty() { 0.0 } else { PENCIL };
        let first = parts.figure.size().x + parts.gap + parts.unit.size().x + own + grade;
        let second = parts.range.as_ref().map_or(0.0, |galley| galley.size().x);
        let range_height = if self.reserve_range {
            metric::TEXT_SMALL + 5.0
        } else {
            0.0
        };
        vec2(
            first.max(second).max(metric::TARGET),
            (self.line_height(parts) + range_height).max(metric::TARGET),
        )
    }

    /// Height of figure and unit: more where the unit stands on two lines.
    fn line_height(&self, parts: &Parts) -> f32 {
        let two = if parts.unit.rows.len() > 1 {
            parts.unit.size().y
        } else {
            0.0
        };
        (self.size * 1.25).max(22.0).max(two)
    }

    fn spoken(&self) -> String {
        let figure = format!(
            "{}{}{}",
            self.shown,
            if self.unit.is_empty() { "" } else { " " },
            self.unit
        );
        let word = self.assumed.then(|| WidgetMsg::AssumptionHint.text(self.lang));
        let grade = self
            .grade
            .map(|grade| WidgetMsg::GradeHint.with(self.lang, &[("grade", grade)]));
        let parts = [
            Some(figure),
            self.range.map(str::to_owned),
            grade,
            word.map(str::to_owned),
            (!self.own.is_empty()).then(|| self.own.to_owned()),
        ];
        parts.into_iter().flatten().collect::<Vec<_>>().join("; ")
    }

    fn paint(&self, ui: &Ui, theme: &Theme, rect: Rect, response: &Response, parts: Parts) {
        let painter = ui.painter();
        if response.hovered() {
            painter.rect_filled(rect.expand2(vec2(4.0, 1.0)), theme.radius(), theme.hover);
        }
        let height = if self.reserve_range {
            self.line_height(&parts)
        } else {
            rect.height()
        };
        let middle = rect.top() + height / 2.0;
        let drawn = put_left(painter, pos2(rect.left(), middle), parts.figure, theme.ink);
        // Figure and unit share a baseline whatever their sizes.
        let drop = (self.size - metric::TEXT_BODY.min(self.size)) * 0.33;
        let mut unit = put_left(
            painter,
            pos2(drawn.right() + parts.gap, middle + drop),
            parts.unit,
            theme.ink_soft,
        );
        if !self.own.is_empty() {
            let at = pos2(unit.right() + 3.0, middle + drop);
            own_mark(painter, theme, at);
            *unit.right_mut() += PENCIL;
        }
        if self.assumed {
            let y = middle + self.size * 0.62;
            let dots = [pos2(drawn.left() + 1.0, y), pos2(drawn.right(), y)];
            painter.extend(Shape::dotted_line(&dots, theme.ink_soft, 3.0, 0.75));
        }
        if let Some(grade) = parts.grade {
            let chip = vec2(grade.size().x.max(9.0) + 11.0, 20.0);
            let left = pos2(unit.right() + metric::SPACE_S, middle - chip.y / 2.0);
            paint_grade(painter, theme, Rect::from_min_size(left, chip), grade);
        }
        if let Some(range) = parts.range {
            put_left(
                painter,
                pos2(rect.left(), rect.top() + height + 8.0),
                range,
                theme.ink_soft,
            );
        }
        focus_ring(ui, theme, response, rect.expand2(vec2(3.0, 0.0)));
    }
}

/// Draws the mark of what rests on the user's own figures, with its middle left at `left`.
pub(crate) fn own_mark(painter: &egui::Painter, theme: &Theme, left: egui::Pos2) {
    let pencil = line(
        painter,
        &icon::PENCIL.to_string(),
        theme.icon_font(13.0),
        theme.accent,
    );
    put_left(painter, left, pencil, theme.accent);
}

/// Old and new figure in a soft plate: "0.24 → 0.27 ▲"; the new one stands out.
pub fn delta_badge(ui: &mut Ui, theme: &Theme, old: &str, new: &str, trend: Trend) -> Response {
    let font = theme.font(metric::TEXT_SMALL);
    let before = line(ui.painter(), &format!("{old} → "), font.clone(), theme.ink_soft);
    let after = line(
        ui.painter(),
        &format!("{new}{}", trend.arrow()),
        theme.medium_font(metric::TEXT_SMALL),
        theme.ink,
    );
    let width = before.size().x + after.size().x + 2.0 * metric::SPACE_S;
    let (rect, response) = ui.allocate_exact_size(vec2(width, 22.0), Sense::hover());
    let label = format!("{old} → {new}");
    response.widget_info(|| WidgetInfo::labeled(Role::Status, ui.is_enabled(), &label));
    let painter = ui.painter();
    painter.rect(
        rect,
        4.0,
        theme.accent_soft,
        Stroke::NONE,
        egui::StrokeKind::Inside,
    );
    let left = pos2(rect.left() + metric::SPACE_S, rect.center().y);
    let drawn = put_left(painter, left, before, theme.ink_soft);
    let center = pos2(drawn.right() + after.size().x / 2.0, rect.center().y);
    put_center(painter, center, after, theme.ink);
    response
}
