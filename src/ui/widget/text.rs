//! Text in the theme's sizes.

use super::both::Hint as _;
pub(crate) use super::both::{close, in_both, rich, second, two};
use super::letters::Letters;
use crate::text::breaks::may_break_words;
use crate::text::{JOINT, halves};
use crate::ui::theme::{Theme, metric};
use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{Color32, FontId, Galley, Label, Painter, Response, Sense, Stroke, Ui};
use std::borrow::Cow;
use std::sync::Arc;

/// A page title, medium 22.
pub fn title(ui: &mut Ui, theme: &Theme, text: &str) -> Response {
    put(ui, theme, text, theme.medium_font(metric::TEXT_TITLE), theme.ink)
}

/// A page title on one line; where not all of it fits, the whole stands in the tooltip.
pub fn title_line(ui: &mut Ui, theme: &Theme, text: &str) -> Response {
    let font = theme.medium_font(metric::TEXT_TITLE);
    let galley = one_line(ui.painter(), theme, text, font, theme.ink, ui.available_width());
    let is_whole = !galley.elided && galley.text() == text;
    let response = ui.add(Label::new(galley).selectable(false));
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, text));
    if is_whole { response } else { response.hint(text) }
}

/// The name of a part or stage, medium 18.
pub fn name(ui: &mut Ui, theme: &Theme, text: &str) -> Response {
    put(ui, theme, text, theme.medium_font(metric::TEXT_NAME), theme.ink)
}

/// The heading of a group, medium 16.
pub fn heading(ui: &mut Ui, theme: &Theme, text: &str) -> Response {
    put(ui, theme, text, theme.medium_font(metric::TEXT_BODY), theme.ink)
}

/// Body text, 16.
pub fn body(ui: &mut Ui, theme: &Theme, text: &str) -> Response {
    put(ui, theme, text, theme.font(metric::TEXT_BODY), theme.ink)
}

/// Body text before a control in a row, in both languages beneath one another.
pub(crate) fn before(ui: &mut Ui, theme: &Theme, text: &str) -> Response {
    let Some(english) = second(ui.ctx(), text) else {
        return body(ui, theme, text);
    };
    let galley = super::line(ui.painter(), text, theme.font(metric::TEXT_BODY), theme.ink);
    let response = ui.add(Label::new(galley).selectable(false));
    let spoken = format!("{text}{JOINT}{english}");
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, ui.is_enabled(), &spoken));
    response
}

/// Secondary text, 16.
pub fn soft(ui: &mut Ui, theme: &Theme, text: &str) -> Response {
    put(ui, theme, text, theme.font(metric::TEXT_BODY), theme.ink_soft)
}

/// Small secondary text, 13.
pub fn small(ui: &mut Ui, theme: &Theme, text: &str) -> Response {
    put(ui, theme, text, theme.font(metric::TEXT_SMALL), theme.ink_soft)
}

/// The width of small text on one line, in points.
pub fn small_width(ui: &Ui, theme: &Theme, text: &str) -> f32 {
    let font = theme.font(metric::TEXT_SMALL);
    super::line(ui.painter(), text, font, theme.ink_soft).size().x
}

/// Small text in full ink, 13, for words that are read like figures.
pub fn small_ink(ui: &mut Ui, theme: &Theme, text: &str) -> Response {
    put(ui, theme, text, theme.font(metric::TEXT_SMALL), theme.ink)
}

/// An icon that stands beside words and is therefore silent for screen readers.
pub fn icon(ui: &mut Ui, theme: &Theme, icon: char, color: Color32) {
    let size = egui::Vec2::splat(metric::ICON);
    let (rect, _) = ui.allocate_exact_size(size, egui::Sense::hover());
    let galley = super::line(
        ui.painter(),
        &icon.to_string(),
        theme.icon_font(metric::ICON),
        color,
    );
    super::put_center(ui.painter(), rect.center(), galley, color);
}

/// Body text cut to the width at hand with "…"; the whole text stands in the tooltip.
pub fn elided(ui: &mut Ui, theme: &Theme, text: &str) -> Response {
    body_lines(ui, theme, text, 1)
}

/// Body text on two lines at most; the whole text stands in the tooltip where it is cut.
pub fn two_lines(ui: &mut Ui, theme: &Theme, text: &str) -> Response {
    body_lines(ui, theme, text, 2)
}

/// Small text cut to the width at hand with "…"; the whole text stands in the tooltip.
pub fn small_line(ui: &mut Ui, theme: &Theme, text: &str) -> Response {
    small_lines(ui, theme, text, 1)
}

/// Small text on three lines at most; the whole text stands in the tooltip where it is cut.
pub fn three_small(ui: &mut Ui, theme: &Theme, text: &str) -> Response {
    small_lines(ui, theme, text, 3)
}

fn body_lines(ui: &mut Ui, theme: &Theme, text: &str, lines: usize) -> Response {
    let (font, room) = (theme.font(metric::TEXT_BODY), (ui.available_width(), lines));
    named_lines(ui, theme, text, font, theme.ink, room)
}

fn small_lines(ui: &mut Ui, theme: &Theme, text: &str, lines: usize) -> Response {
    let (font, room) = (theme.font(metric::TEXT_SMALL), (ui.available_width(), lines));
    named_lines(ui, theme, text, font, theme.ink_soft, room)
}

/// Text on so many lines of so much room at most, smaller where that saves it; whole in the tooltip where it is cut.
pub fn named_lines(
    ui: &mut Ui,
    theme: &Theme,
    text: &str,
    font: FontId,
    ink: Color32,
    room: (f32, usize),
) -> Response {
    let galley = lines(ui.painter(), theme, text, font, ink, room);
    let is_cut = galley.elided;
    let response = ui.add(Label::new(galley).selectable(false));
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, ui.is_enabled(), text));
    if is_cut { response.hint(text) } else { response }
}

/// A hairline across the width, with the space of a group above and below.
pub fn rule(ui: &mut Ui, theme: &Theme) {
    let height = metric::SPACE_M * 2.0 + theme.rule;
    let (rect, _) = ui.allocate_exact_size(egui::vec2(ui.available_width(), height), egui::Sense::hover());
    ui.painter()
        .hline(rect.x_range(), rect.center().y, theme.rule_stroke());
}

/// Words wrapped to `room` points; of a heading in both languages the English is smaller and softer, beside the Chinese
/// where both fit, else beneath it.
pub fn job(painter: &Painter, theme: &Theme, text: &str, font: FontId, ink: Color32, room: f32) -> LayoutJob {
    let text = &*in_both(painter.ctx(), text);
    let (first, Some(second)) = halves(text) else {
        return lined(painter, text, font, ink, room);
    };
    let small = second_font(theme, &font);
    let width = |text: &str, font: &FontId| super::plain_line(painter, text, font.clone(), ink).size().x;
    let gap = JOINT.to_string();
    let beside = width(first, &font) + width(&gap, &small) + width(second, &small) <= room;
    let first = in_lines(painter, first, &font, room);
    let mut job = LayoutJob::single_section(first, TextFormat::simple(font, ink));
    let joint = if beside { gap.as_str() } else { "\n" };
    let second = if beside {
        second.to_owned()
    } else {
        in_lines(painter, second, &small, room)
    };
    job.append(
        &format!("{joint}{second}"),
        0.0,
        TextFormat::simple(small, theme.ink_soft),
    );
    job.wrap.max_width = room;
    job
}

/// The words on a line; of a heading in both languages the English smaller and softer beneath the Chinese.
pub fn stacked(theme: &Theme, text: &str, font: FontId, ink: Color32) -> LayoutJob {
    let (first, second) = halves(text);
    let small = second_font(theme, &font);
    let mut job = LayoutJob::single_section(first.to_owned(), TextFormat::simple(font, ink));
    if let Some(second) = second {
        let format = TextFormat::simple(small, theme.ink_soft);
        job.append(&format!("\n{second}"), 0.0, format);
    }
    job
}

/// The full name on one line, its short form where that does not fit.
pub(crate) fn full_or_short(
    painter: &Painter,
    (full, short): (&str, &str),
    font: FontId,
    ink: Color32,
    room: f32,
) -> Arc<Galley> {
    let whole = [full, short].map(|words| super::line(painter, words, font.clone(), ink));
    if let Some(whole) = whole.into_iter().find(|galley| galley.size().x <= room) {
        return whole;
    }
    let whole = super::plain_line(painter, full, font.clone(), ink);
    if whole.size().x <= room {
        return whole;
    }
    cut(painter, short, font, ink, (room, 1))
}

/// `text` with its lines ended by the rules of both languages.
fn in_lines(painter: &Painter, text: &str, font: &FontId, room: f32) -> String {
    Letters::of(painter.ctx(), font).broken(text, room)
}

/// Plain words in lines of `room`; a word that is too long for a line is broken only where the room is no mere slit.
fn lined(painter: &Painter, text: &str, font: FontId, ink: Color32, room: f32) -> LayoutJob {
    let words = in_lines(painter, text, &font, room);
    let may_break = may_break_words(room, font.size);
    let mut job = LayoutJob::simple(words, font, ink, f32::INFINITY);
    if may_break {
        job.wrap.max_width = room;
    }
    job
}

/// Words that wrap to the width at hand; every wrapped text of the window goes through here.
#[derive(Debug, Clone)]
#[must_use = "call show"]
pub struct Flow<'a> {
    words: &'a str,
    font: FontId,
    ink: Color32,
    selectable: bool,
    underlined: bool,
    alone: bool,
    sense: Option<Sense>,
}

impl<'a> Flow<'a> {
    /// `words` in `font` and `ink`, neither selectable nor to be clicked.
    pub const fn new(words: &'a str, font: FontId, ink: Color32) -> Self {
        Self {
            words,
            font,
            ink,
            selectable: false,
            underlined: false,
            alone: false,
            sense: None,
        }
    }

    /// The words can be marked and copied.
    pub const fn selectable(mut self) -> Self {
        self.selectable = true;
        self
    }

    /// A line under the words, for what opens something.
    pub const fn underlined(mut self) -> Self {
        self.underlined = true;
        self
    }

    /// The words stand in the one language that they are in: their other language stands beside them already.
    pub const fn alone(mut self) -> Self {
        self.alone = true;
        self
    }

    /// What the words answer to.
    pub const fn sense(mut self, sense: Sense) -> Self {
        self.sense = Some(sense);
        self
    }

    /// Draws them; screen readers hear the words without the ends of lines.
    pub fn show(self, ui: &mut Ui) -> Response {
        let words = if self.alone {
            Cow::Borrowed(self.words)
        } else {
            in_both(ui.ctx(), self.words)
        };
        let mut job = if self.alone && !flows_on(ui) {
            lined(ui.painter(), &words, self.font, self.ink, ui.available_width())
        } else if flows_on(ui) {
            unbroken(&words, self.font, self.ink)
        } else {
            let (room, theme) = (ui.available_width(), Theme::of(ui.ctx()));
            job(ui.painter(), &theme, &words, self.font, self.ink, room)
        };
        if self.underlined {
            let under = Stroke::new(1.0, self.ink);
            job.sections
                .iter_mut()
                .for_each(|section| section.format.underline = under);
        }
        let label = label_of(ui, job).selectable(self.selectable);
        let response = ui.add(match self.sense {
            Some(sense) => label.sense(sense),
            None => label,
        });
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, ui.is_enabled(), &*words));
        response
    }
}

/// True in a row that wraps: words then go on after what stands before them.
fn flows_on(ui: &Ui) -> bool {
    ui.layout().main_dir().is_horizontal() && ui.layout().main_wrap()
}

/// Words for a row that wraps, where only egui knows the room of each line; figure and unit stay together.
fn unbroken(text: &str, font: FontId, ink: Color32) -> LayoutJob {
    LayoutJob::simple(text.replace('\u{202F}', "\u{A0}"), font, ink, f32::INFINITY)
}

/// A label of `job`, whose lines are as it says; only in a row that wraps its words flow on from what stands before.
fn label_of(ui: &Ui, mut job: LayoutJob) -> Label {
    if flows_on(ui) {
        return Label::new(job);
    }
    job.halign = ui.layout().horizontal_placement();
    Label::new(ui.painter().layout_job(job))
}

/// As [`job`], laid out.
pub(crate) fn wrapped(
    painter: &Painter,
    theme: &Theme,
    text: &str,
    font: FontId,
    ink: Color32,
    room: f32,
) -> Arc<Galley> {
    painter.layout_job(job(painter, theme, text, font, ink, room))
}

/// One line in `room`; see [`lines`].
pub(crate) fn one_line(
    painter: &Painter,
    theme: &Theme,
    text: &str,
    font: FontId,
    ink: Color32,
    room: f32,
) -> Arc<Galley> {
    lines(painter, theme, text, font, ink, (room, 1))
}

/// At most so many lines in so much room: of a heading in both languages the Chinese alone where both do not fit, then
/// small, and cut with "…" only where that does not fit either.
pub(crate) fn lines(
    painter: &Painter,
    theme: &Theme,
    text: &str,
    font: FontId,
    ink: Color32,
    (room, most): (f32, usize),
) -> Arc<Galley> {
    let text = &*in_both(painter.ctx(), text);
    let (first, second) = halves(text);
    if let Some(second) = second {
        let both = wrapped(painter, theme, text, font.clone(), ink, room);
        if both.rows.len() <= most {
            return both;
        }
        // Two tight lines stand where one does.
        let tight = painter.layout_job(two(first, second, &font, ink));
        if tight.size().x <= room {
            return tight;
        }
        // Small and close, a line more than asked for, which is no higher.
        if let Some(small) = close(painter, theme, text, ink, (room, most + most / 2)) {
            return small;
        }
        // What stands in brackets or after a comma goes before the English does.
        let stem = second.split([',', '(', ':', ';']).next().unwrap_or(second).trim();
        let small = theme.font(metric::TEXT_SMALL);
        let tight = painter.layout_job(two(first, stem, &small, ink));
        if tight.size().x <= room {
            return tight;
        }
    }
    let small = FontId::new(metric::TEXT_SMALL, font.family.clone());
    let is_small = font.size <= small.size;
    let usual = cut(painter, first, font, ink, (room, most));
    if usual.elided && !is_small {
        cut(painter, first, small, ink, (room, most))
    } else {
        usual
    }
}

/// At most so many lines in so much room, as they are, cut with "…".
pub(crate) fn cut(
    painter: &Painter,
    text: &str,
    font: FontId,
    ink: Color32,
    (room, most): (f32, usize),
) -> Arc<Galley> {
    let mut job = if most > 1 {
        lined(painter, text, font, ink, room.max(0.0))
    } else {
        LayoutJob::simple_singleline(text.to_owned(), font, ink)
    };
    job.wrap = TextWrapping {
        max_width: room.max(0.0),
        max_rows: most,
        break_anywhere: most <= 1,
        ..TextWrapping::default()
    };
    painter.layout_job(job)
}

/// The size of the English beside Chinese of `font`, in the regular weight.
pub(super) fn second_font(theme: &Theme, font: &FontId) -> FontId {
    theme.font(if font.size > metric::TEXT_NAME {
        metric::TEXT_BODY
    } else {
        metric::TEXT_SMALL
    })
}

fn put(ui: &mut Ui, theme: &Theme, text: &str, font: FontId, ink: Color32) -> Response {
    let text = in_both(ui.ctx(), text);
    let job = if flows_on(ui) && halves(&text).1.is_none() {
        unbroken(&text, font, ink)
    } else {
        job(ui.painter(), theme, &text, font, ink, ui.available_width())
    };
    let response = ui.add(label_of(ui, job).selectable(false));
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, ui.is_enabled(), &*text));
    response
}
