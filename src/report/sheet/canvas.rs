//! What stands where on a page: words, lines and areas, each with what it is for whoever hears the page.
//!
//! Invariant: a page is plain data; nothing on it lies outside the paper.

use super::draw::At;
use super::letters::Weight;
use super::{Fill, Rgb};

/// Width of A4 in points.
pub const WIDTH: f32 = 595.276;
/// Height of A4 in points.
pub const HEIGHT: f32 = 841.89;

/// A mark on paper.
#[derive(Debug, Clone, PartialEq)]
pub enum Op {
    /// Words on one line.
    Words {
        /// Left end of the baseline.
        at: At,
        /// The words.
        text: String,
        /// Height of the letters.
        size: f32,
        /// Their weight.
        weight: Weight,
        /// Their colour.
        rgb: Rgb,
    },
    /// A way.
    Line {
        /// Its points.
        points: Vec<At>,
        /// Its width.
        width: f32,
        /// Its colour.
        rgb: Rgb,
        /// True for broken lines.
        dashed: bool,
    },
    /// A filled outline.
    Area {
        /// Its corners.
        points: Vec<At>,
        /// How it is filled; none for the paper.
        fill: Option<Fill>,
        /// Colour of its edge, and its width; none for no edge.
        edge: Option<(Rgb, f32)>,
    },
    /// Marks of which only what lies within an outline is seen.
    Within {
        /// The outline.
        points: Vec<At>,
        /// The marks.
        ops: Vec<Op>,
    },
}

/// What a piece of the page is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Role {
    /// A heading of this level, 1 for the title.
    Heading(u8),
    /// A paragraph.
    Text,
    /// A cell of a table.
    Cell {
        /// Which table, counted over the document.
        table: usize,
        /// Which row.
        row: usize,
        /// True for a heading.
        head: bool,
        /// What it shows, where it is drawn.
        drawn: Option<String>,
    },
    /// A picture, with what it shows.
    Figure(String),
    /// Nothing that is said: rules, feet.
    Ornament,
}

/// A piece of a page.
#[derive(Debug, Clone, PartialEq)]
pub struct Element {
    /// What it is.
    pub role: Role,
    /// Its marks.
    pub ops: Vec<Op>,
}

/// A page.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Page {
    /// What stands on it, in the order in which it is read.
    pub elements: Vec<Element>,
}

impl Element {
    /// An empty one.
    pub const fn new(role: Role) -> Self {
        Self {
            role,
            ops: Vec::new(),
        }
    }

    /// The same, so far to the right and down.
    #[must_use]
    pub fn moved(mut self, x: f32, y: f32) -> Self {
        self.ops.iter_mut().for_each(|op| op.shift(x, y));
        self
    }

    /// All words of it in a row.
    pub fn text(&self) -> String {
        let mut words = Vec::new();
        self.ops.iter().for_each(|op| op.words(&mut words));
        words.join(" ")
    }
}

impl Op {
    pub(super) fn shift(&mut self, x: f32, y: f32) {
        let move_one = |at: &mut At| {
            let [left, top] = *at;
            *at = [left + x, top + y];
        };
        match self {
            Self::Words { at, .. } => move_one(at),
            Self::Line { points, .. } | Self::Area { points, .. } => points.iter_mut().for_each(move_one),
            Self::Within { points, ops } => {
                points.iter_mut().for_each(move_one);
                for op in ops {
                    op.shift(x, y);
                }
            }
        }
    }

    /// Adds its words to `all`.
    fn words<'a>(&'a self, all: &mut Vec<&'a str>) {
        match self {
            Self::Words { text, .. } => all.push(text),
            Self::Within { ops, .. } => ops.iter().for_each(|op| op.words(all)),
            Self::Line { .. } | Self::Area { .. } => {}
        }
    }

    /// A box.
    pub fn rect([left, top]: At, [width, height]: At, fill: Option<Fill>, edge: Option<(Rgb, f32)>) -> Self {
        Self::Area {
            points: vec![
                [left, top],
                [left + width, top],
                [left + width, top + height],
                [left, top + height],
            ],
            fill,
            edge,
        }
    }

    /// A level or upright or slanted line.
    pub fn line(from: At, to: At, width: f32, rgb: Rgb) -> Self {
        Self::Line {
            points: vec![from, to],
            width,
            rgb,
            dashed: false,
        }
    }
}
