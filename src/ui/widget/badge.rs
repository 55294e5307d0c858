//! Small marks: a pathway's letter, a figure's grade, a notice.

use super::both::Hint as _;
use super::{line, put_center, text};
use crate::text::{Lang, WidgetMsg};
use crate::ui::icon;
use crate::ui::theme::{Fill, Theme, metric, pathway_letter};
use egui::{Align2, Color32, Painter, Pos2, Response, Role, Sense, Stroke, Ui, WidgetInfo, vec2};

/// Width and height of a pathway's badge.
pub const BADGE: f32 = 22.0;

/// The letter of the pathway at `index` in a circle of its colour; `name` is what screen readers say.
pub fn pathway_badge(ui: &mut Ui, theme: &Theme, index: usize, name: &str) -> Response {
    lettered_badge(ui, theme, (pathway_letter(index), theme.pathway(index)), name)
}

/// The letter of a pathway in a circle of its fill.
pub(crate) fn lettered_badge(
    ui: &mut Ui,
    theme: &Theme,
    (letter, fill): (char, Fill),
    name: &str,
) -> Response {
    let (rect, response) = ui.allocate_exact_size(vec2(BADGE, BADGE), Sense::hover());
    let label = format!("{letter} {name}");
    response.widget_info(|| WidgetInfo::labeled(Role::Image, ui.is_enabled(), label.trim()));
    paint_badge(ui.painter(), theme, rect.center(), (letter, fill));
    response
}

/// Draws the badge alone, for diagrams.
pub fn paint_pathway_badge(painter: &Painter, theme: &Theme, center: Pos2, index: usize) {
    paint_badge(
        painter,
        theme,
        center,
        (pathway_letter(index), theme.pathway(index)),
    );
}

fn paint_badge(painter: &Painter, theme: &Theme, center: Pos2, (letter, fill): (char, Fill)) {
    let fill = fill.color;
    let ink = theme.on(fill);
    let edge = Stroke::new(theme.outline_width, theme.outline);
    painter.circle(center, BADGE / 2.0 - theme.outline_width / 2.0, fill, edge);
    let galley = line(
        painter,
        &letter.to_string(),
        theme.medium_font(metric::TEXT_SMALL),
        ink,
    );
    put_center(painter, center, galley, ink);
}

/// The letter of a grade in a small frame.
pub fn grade_chip(ui: &mut Ui, theme: &Theme, grade: &str, lang: Lang) -> Response {
    let galley = line(
        ui.painter(),
        grade,
        theme.font(metric::TEXT_SMALL),
        theme.ink_soft,
    );
    let (rect, response) =
        ui.allocate_exact_size(vec2(galley.size().x.max(9.0) + 11.0, 20.0), Sense::hover());
    let hint = WidgetMsg::GradeHint.with(lang, &[("grade", grade)]);
    response.widget_info(|| WidgetInfo::labeled(Role::Image, ui.is_enabled(), &hint));
    paint_grade(ui.painter(), theme, rect, galley);
    response.hint(hint)
}

pub(crate) fn paint_grade(
    painter: &Painter,
    theme: &Theme,
    rect: egui::Rect,
    galley: std::sync::Arc<egui::Galley>,
) {
    painter.rect_stroke(
        rect.shrink(0.5),
        4.0,
        theme.edge_stroke(),
        egui::StrokeKind::Inside,
    );
    put_center(painter, rect.center(), galley, theme.ink_soft);
}

/// How grave a notice is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Notice {
    /// Good to know.
    Info,
    /// Something to look at.
    Warning,
    /// Something that cannot be.
    Error,
}

impl Notice {
    /// Its icon and colour.
    pub const fn look(self, theme: &Theme) -> (char, Color32) {
        match self {
            Self::Info => (icon::INFO, theme.ink_soft),
            Self::Warning => (icon::WARNING, theme.notice),
            Self::Error => (icon::ERROR, theme.error),
        }
    }

    const fn word(self) -> Option<WidgetMsg> {
        match self {
            Self::Info => None,
            Self::Warning => Some(WidgetMsg::NoticeWord),
            Self::Error => Some(WidgetMsg::ErrorWord),
        }
    }
}

/// An icon and a sentence, wrapped to the width at hand; screen readers hear how grave it is first.
pub fn notice_line(ui: &mut Ui, theme: &Theme, notice: Notice, sentence: &str, lang: Lang) -> Response {
    let (sign, color) = notice.look(theme);
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = metric::SPACE_XS + 2.0;
        let (rect, _) = ui.allocate_exact_size(vec2(18.0, 20.0), Sense::hover());
        ui.painter().text(
            rect.center(),
            Align2::CENTER_CENTER,
            sign,
            theme.icon_font(18.0),
            color,
        );
        let response = text::Flow::new(sentence, theme.font(metric::TEXT_SMALL), color).show(ui);
        if let Some(word) = notice.word() {
            ui.ctx()
                .accesskit_node_builder(response.id, |node| node.set_description(word.text(lang)));
        }
        response
    })
    .inner
}
