//! A picture of lines: outlines, ways and words in places of their own.

use super::{Fill, Rgb};

/// A place: points to the right and down.
pub type At = [f32; 2];

/// A picture.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Drawing {
    /// What it shows, in words, for whoever hears it.
    pub spoken: String,
    /// Its width in its own units.
    pub width: f32,
    /// Its height in its own units.
    pub height: f32,
    /// How wide it stands on paper at most, of the room; 1 takes all.
    pub share: f32,
    /// What it is made of, from back to front.
    pub items: Vec<Item>,
}

/// A piece of a picture.
#[derive(Debug, Clone, PartialEq)]
pub enum Item {
    /// An outline that may bend inward.
    Area {
        /// Its corners.
        points: Vec<At>,
        /// How it is filled; none for the paper.
        fill: Option<Fill>,
        /// Width of its edge; 0 for none.
        edge: f32,
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
    /// Words on one line.
    Words {
        /// Left end, middle of the line.
        at: At,
        /// The words.
        text: String,
        /// Height of the letters.
        size: f32,
        /// True for the heavier weight.
        strong: bool,
        /// True for secondary ink.
        soft: bool,
    },
}
