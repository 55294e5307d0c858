//! Words in lines: broken by the rules of both languages, the second language smaller.

use super::Setter;
use crate::lang::{JOINT, Lang};
use crate::report::sheet::canvas::Op;
use crate::report::sheet::letters::{Ruler, Weight};
use crate::report::sheet::{Document, Rgb};
use crate::text::breaks::broken;

/// Height of a line, of its letters.
const LEADING: f32 = 1.42;
/// Size of the second language, of the first.
const SECOND: f32 = 0.86;
/// The same where it is read from a desk.
const LARGE_SECOND: f32 = 0.94;
/// Baseline beneath the middle of a line, of its letters.
pub(super) const BELOW: f32 = 0.355;

/// How words are set.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in crate::report::sheet) struct Style {
    /// Height of the letters.
    pub size: f32,
    /// Their weight.
    pub weight: Weight,
    /// Their colour.
    pub rgb: Rgb,
    /// Colour of the second language.
    pub second: Rgb,
}

impl Style {
    /// Height of one line.
    pub fn line(self) -> f32 {
        self.size * LEADING
    }

    /// The style of the second language.
    fn of_second(self, document: &Document) -> Self {
        let share = match (document.large, document.plain) {
            (true, _) => 1.0,
            (false, true) => LARGE_SECOND,
            (false, false) => SECOND,
        };
        Self {
            size: self.size * share,
            weight: Weight::Regular,
            rgb: self.second,
            second: self.second,
        }
    }
}

/// Words with their places.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Set {
    pub ops: Vec<Op>,
    pub height: f32,
    pub width: f32,
}

impl Set {
    /// The same beneath `other`.
    pub fn under(self, mut other: Self, gap: f32) -> Self {
        let shift = other.height + gap;
        other.add(self, 0.0, shift);
        other
    }

    /// Adds `other` so far to the right and down.
    pub fn add(&mut self, other: Self, x: f32, y: f32) {
        self.width = self.width.max(x + other.width);
        self.height = self.height.max(y + other.height);
        let moved = other.ops.into_iter().map(|mut op| {
            op.move_by(x, y);
            op
        });
        self.ops.extend(moved);
    }
}

impl Setter<'_> {
    /// `text` in lines of at most `width`, leaning right where `right`.
    pub(super) fn set(&self, text: &str, style: Style, width: f32, lean: Lean) -> Set {
        let mut set = Set::default();
        for (at, (part, is_second)) in parts(text, self.document.lang).into_iter().enumerate() {
            let style = if is_second {
                style.of_second(self.document)
            } else {
                style
            };
            let gap = if at > 0 && is_second {
                style.size * 0.08
            } else {
                0.0
            };
            let mut y = set.height + gap;
            for line in self.lines(part, style, width) {
                set.add(self.line(&line, style, width, lean), 0.0, y);
                y += style.line();
            }
        }
        set
    }

    /// `text` on one line where it fits, both languages beside each other; else as [`Self::set`].
    pub(super) fn beside(&self, text: &str, style: Style, width: f32) -> Set {
        let Some((first, second)) = text.split_once([JOINT, '\n']) else {
            return self.set(text, style, width, Lean::Left);
        };
        let behind = style.of_second(self.document);
        let gap = style.size * 0.55;
        let left = self.ruler.width(first, style.weight, style.size) + gap;
        let whole = left + self.ruler.width(second, behind.weight, behind.size);
        if whole > width || self.document.lang != Lang::Both || text.contains(NEW_LINE) {
            return self.set(text, style, width, Lean::Left);
        }
        let mut set = self.line(first, style, width, Lean::Left);
        let second = self.line(second, behind, width, Lean::Left);
        // Both stand on one baseline.
        let y = style.line() / 2.0 + style.size * BELOW - behind.line() / 2.0 - behind.size * BELOW;
        let height = set.height;
        set.add(second, left, y);
        set.height = height;
        set
    }

    fn lines(&self, text: &str, style: Style, width: f32) -> Vec<String> {
        let among = Ruler::holds_chinese(text);
        let letter = |letter: char| self.ruler.letter(letter, style.weight, style.size, among);
        let lines = broken(text, width, letter);
        let lines = lines.lines().flat_map(|line| self.cut(line, style, width));
        lines.collect()
    }

    /// A word that is wider than its room is cut where it must be.
    fn cut(&self, line: &str, style: Style, width: f32) -> Vec<String> {
        let wide = self.ruler.width(line, style.weight, style.size);
        if wide <= width * 1.01 + 0.1 {
            return vec![line.to_owned()];
        }
        let mut lines = vec![String::new()];
        let mut used = 0.0;
        for letter in line.chars() {
            let more = self.ruler.letter(letter, style.weight, style.size, true);
            if used + more > width && used > 0.0 {
                lines.push(String::new());
                used = 0.0;
            }
            used += more;
            if let Some(last) = lines.last_mut() {
                last.push(letter);
            }
        }
        lines
    }

    fn line(&self, text: &str, style: Style, width: f32, lean: Lean) -> Set {
        let text = text.trim_end();
        let wide = self.ruler.width(text, style.weight, style.size);
        let left = match lean {
            Lean::Left => 0.0,
            Lean::Right => width - wide,
            Lean::Middle => (width - wide) / 2.0,
        };
        Set {
            ops: vec![Op::Words {
                at: [left, style.line() / 2.0 + style.size * BELOW],
                text: text.to_owned(),
                size: style.size,
                weight: style.weight,
                rgb: style.rgb,
            }],
            height: style.line(),
            width: wide,
        }
    }
}

/// Which way lines lean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Lean {
    Left,
    Right,
    Middle,
}

/// A line that ends within one language.
pub const NEW_LINE: char = '\u{2028}';

/// The lines of `text` that end where they do, each with whether it is the second language.
fn parts(text: &str, lang: Lang) -> Vec<(&str, bool)> {
    let languages = text.split(['\n', JOINT]).filter(|part| !part.is_empty());
    languages
        .enumerate()
        .flat_map(|(at, part)| {
            let is_second = at > 0 && lang == Lang::Both;
            part.split(NEW_LINE)
                .filter(|line| !line.is_empty())
                .map(move |line| (line, is_second))
        })
        .collect()
}

impl Op {
    /// Moves it so far to the right and down.
    pub(super) fn move_by(&mut self, x: f32, y: f32) {
        self.shift(x, y);
    }
}
