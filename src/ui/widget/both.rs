//! Chinese with its English as it is painted where both languages are read: after it, beneath it, or close beneath it.
//!
//! Invariant: nothing is translated here; the English is looked up, and words that already hold it stay as they are.

use super::text::{job, second_font};
use crate::text::{JOINT, halves};
use crate::ui::theme::{Theme, metric};
use egui::text::{LayoutJob, TextFormat};
use egui::{Color32, Context, FontId, Galley, Painter, Response};
use std::borrow::Cow;
use std::sync::Arc;

/// The English of words that say Chinese alone, where both languages are read.
pub(crate) fn second(ctx: &Context, text: &str) -> Option<String> {
    let pairs = crate::ui::spoken::both(ctx)?;
    pairs.english(text).filter(|_| halves(text).1.is_none())
}

/// The words with their English where both languages are read.
pub(crate) fn in_both<'a>(ctx: &Context, text: &'a str) -> Cow<'a, str> {
    match second(ctx, text) {
        Some(english) => Cow::Owned(format!("{text}{JOINT}{english}")),
        None => Cow::Borrowed(text),
    }
}

/// What a pointer that rests on a thing reads, line by line in both languages where both are read.
pub(crate) trait Hint: Sized {
    /// Shows `words` beside the thing.
    fn hint(self, words: impl AsRef<str>) -> Self;
    /// Shows `words` at the pointer.
    fn hint_at_pointer(self, words: impl AsRef<str>) -> Self;
}

impl Hint for Response {
    fn hint(self, words: impl AsRef<str>) -> Self {
        let words = each_line(&self.ctx, words.as_ref());
        self.on_hover_text(words)
    }

    fn hint_at_pointer(self, words: impl AsRef<str>) -> Self {
        let words = each_line(&self.ctx, words.as_ref());
        self.on_hover_text_at_pointer(words)
    }
}

/// Each line with its English beneath.
fn each_line(ctx: &Context, words: &str) -> String {
    let line = |line: &str| match second(ctx, line) {
        Some(english) => format!("{line}\n{english}"),
        None => line.to_owned(),
    };
    words.split('\n').map(line).collect::<Vec<_>>().join("\n")
}

/// Least room for words of two languages beneath one another.
const CLOSE: f32 = 56.0;
/// Height of each of two lines that stand where one does.
const TIGHT: f32 = 15.0;

/// Chinese with its English: what a figure's unit is called after it, else all of it beneath, close enough for a row.
pub(crate) fn two(first: &str, second: &str, font: &FontId, ink: Color32) -> LayoutJob {
    let small = FontId::new(font.size.min(metric::TEXT_SMALL), font.family.clone());
    let unit = shared_figure(first, second);
    let (joint, second) = unit.map_or(('\n', second), |unit| (' ', unit));
    let format = |font: &FontId, tight: bool| TextFormat {
        line_height: tight.then_some(TIGHT.max(font.size * 1.15)),
        ..TextFormat::simple(font.clone(), ink)
    };
    let mut job = LayoutJob::single_section(first.to_owned(), format(font, joint == '\n'));
    job.append(&format!("{joint}{second}"), 0.0, format(&small, joint == '\n'));
    job
}

/// The unit in English, where both say the same figure.
fn shared_figure<'a>(zh: &str, en: &'a str) -> Option<&'a str> {
    let figure: usize = zh
        .chars()
        .zip(en.chars())
        .take_while(|(zh, en)| zh == en && !zh.is_alphabetic())
        .map(|(_, letter)| letter.len_utf8())
        .sum();
    let unit = en.get(figure..)?.trim_start_matches(['\u{202F}', ' ']);
    let is_figure = zh.chars().take(figure).any(|letter| letter.is_ascii_digit());
    let is_unit = !unit.chars().any(|letter| letter.is_ascii_digit());
    (figure > 0 && is_figure && is_unit && !unit.is_empty()).then_some(unit)
}

/// Small words of both languages on lines close to one another, where they have room on so many.
pub(crate) fn close(
    painter: &Painter,
    theme: &Theme,
    text: &str,
    ink: Color32,
    (room, most): (f32, usize),
) -> Option<Arc<Galley>> {
    if room < CLOSE {
        return None;
    }
    halves(text).1?;
    let mut small = job(painter, theme, text, theme.font(metric::TEXT_SMALL), ink, room);
    for section in &mut small.sections {
        section.format.line_height = Some(TIGHT);
    }
    let small = painter.layout_job(small);
    (small.rows.len() <= most).then_some(small)
}

/// The words as they stand in a label that egui cuts by itself, with their English where both languages are read.
pub(crate) fn rich(ctx: &Context, theme: &Theme, text: &str, font: FontId, ink: Color32) -> LayoutJob {
    let text = in_both(ctx, text);
    let (first, second) = halves(&text);
    let small = second_font(theme, &font);
    let mut job = LayoutJob::single_section(first.to_owned(), TextFormat::simple(font, ink));
    if let Some(second) = second {
        let format = TextFormat::simple(small, theme.ink_soft);
        job.append(&format!("{JOINT}{second}"), 0.0, format);
    }
    job
}
