//! A document as plain data: what stands on paper, block by block, before anything is drawn.
//!
//! One model for paper, boards, the panels of the window and plain text: each has a painter of its own.
//!
//! Invariant: a document holds final words and numbers, formatted once; a painter only places them. In both languages a
//! text holds Chinese and English, parted as in the window: by [`JOINT`](crate::lang::JOINT) or a line break.

pub mod canvas;
pub mod draw;
mod figure;
pub mod hatch;
pub mod letters;
pub mod pdf;
pub mod place;
pub mod plain;
mod table;

pub use draw::{Drawing, Item};
pub use figure::{Bar, Figure, Piece, Scale, Sides};
pub use hatch::Hatch;
pub use place::NEW_LINE;
pub use table::{Cell, Column, Table, Width};

use crate::explain::FigureId;
use crate::explain::why::WaterfallRow;
use crate::lang::Lang;

/// A colour of the theme: red, green, blue.
pub type Rgb = [u8; 3];

/// The colours of a document, taken from the window's light theme.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Palette {
    /// Text.
    pub ink: Rgb,
    /// Secondary text.
    pub soft: Rgb,
    /// Rules that part.
    pub hairline: Rgb,
    /// Outline of bars and flows.
    pub outline: Rgb,
    /// The one accent.
    pub accent: Rgb,
    /// Behind a sentence that is set apart.
    pub tint: Rgb,
    /// Between the two yardsticks, as the colour of what is downcycled.
    pub gap: Rgb,
}

/// A colour with the hatch that stands for it in grey print.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Fill {
    /// Its colour.
    pub rgb: Rgb,
    /// Its hatch.
    pub hatch: Hatch,
}

/// The size of the paper; everything is set as on A4 and made smaller or larger as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Format {
    /// A wall poster.
    A3,
    /// A page.
    #[default]
    A4,
    /// A card.
    A6,
    /// A screen of 16 : 9 on a page of its own.
    Slide,
}

impl Format {
    /// How much larger or smaller the paper is than what is set.
    pub const fn scale(self) -> f32 {
        match self {
            Self::A3 => std::f32::consts::SQRT_2,
            Self::A4 => 1.0,
            Self::A6 => 0.5,
            Self::Slide => 0.75,
        }
    }

    /// Width and height of what is set, points.
    pub const fn size(self) -> [f32; 2] {
        match self {
            Self::A3 | Self::A4 | Self::A6 => [canvas::WIDTH, canvas::HEIGHT],
            Self::Slide => [1280.0, 720.0],
        }
    }
}

/// A whole document.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Document {
    /// What it is called.
    pub title: String,
    /// What it holds, in one sentence.
    pub about: String,
    /// Its language.
    pub lang: Lang,
    /// The day it bears: "2026-11-25".
    pub date: String,
    /// What stands at the foot of each page.
    pub foot: String,
    /// Its colours.
    pub palette: Palette,
    /// True for black on white: fills are told apart by hatch alone.
    pub plain: bool,
    /// The size of its paper.
    pub format: Format,
    /// True where no letter is smaller than 9 points on its paper.
    pub large: bool,
    /// Its sections, each from a page of its own.
    pub sections: Vec<Section>,
}

/// A part of a document that begins on a page of its own.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Section {
    /// How many pages it may fill: what is too long is set smaller.
    pub pages: Option<usize>,
    /// What it says, in order.
    pub blocks: Vec<Block>,
}

/// How a text is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// The sentence that is read first.
    Lead,
    /// Running text.
    Body,
    /// Running text in secondary ink.
    Soft,
    /// Small, in secondary ink.
    Small,
    /// Small, in the ink of running text.
    Fine,
    /// A sentence to heed, set apart.
    Note,
    /// A question to ask a partner.
    Ask,
    /// What the user's own figure stands in place of; small.
    Own,
}

/// A piece of a document.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// What the document is called.
    Title(String),
    /// Words with what they are: "date", "2026-11-25".
    Facts(Vec<(String, String)>),
    /// A heading of level 1 to 3; a bookmark.
    Heading(u8, String),
    /// A sentence.
    Text(Tone, String),
    /// Several sentences, each with its sign: a number, a letter, a grade.
    List(Vec<Entry>),
    /// A table.
    Table(Table),
    /// A figure with its range and grade.
    Figure(Figure),
    /// One bar over the whole width.
    Bar(Bar),
    /// Lost to the left of zero, gained to the right, over the whole width.
    Sides(Sides),
    /// Bars from one value to another, each from where the one before ends.
    Steps(Vec<WaterfallRow>),
    /// What is said of a pathway, beside its letter.
    Pathway {
        /// Its letter.
        letter: char,
        /// Its fill.
        fill: Fill,
        /// Its name.
        name: String,
        /// What is said of it.
        said: Vec<Block>,
    },
    /// What belongs to the side lost and to the side gained, leaning on the zero line.
    Halves {
        /// What the sides are called where they do not stand beside each other; empty where each says it itself.
        names: [String; 2],
        /// Of what was lost.
        lost: Vec<Block>,
        /// Of what was gained.
        gained: Vec<Block>,
    },
    /// What fills stand for.
    Legend(Vec<(Fill, String)>),
    /// Things with their signs, in a row that wraps.
    Signs {
        /// Of what.
        title: String,
        /// Sign and word, the first matters most.
        list: Vec<(char, String)>,
    },
    /// Where figures come from.
    Source {
        /// Source, year, country, grade.
        text: String,
        /// The data that it opens.
        opens: FigureId,
    },
    /// A picture of lines, with what it shows in words.
    Drawing(Drawing),
    /// Lines to write on.
    Write {
        /// What is asked.
        label: String,
        /// How many lines.
        lines: u8,
    },
    /// Two columns beside each other.
    Columns(Vec<Block>, Vec<Block>),
    /// Room.
    Space(f32),
    /// What follows stands on a new page.
    PageBreak,
}

/// An entry of a list.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Entry {
    /// Its sign; empty for none.
    pub sign: String,
    /// What it says.
    pub text: String,
    /// What stands beneath, smaller.
    pub small: String,
    /// A figure at the end of the line.
    pub figure: Figure,
    /// How far it reaches against the longest of its list, 0 to 1; none where nothing is drawn.
    pub length: Option<f64>,
}

/// `text` on one line: what parts the two languages becomes a space.
pub fn flat(text: &str) -> String {
    text.replace([crate::lang::JOINT, '\n', NEW_LINE], " ")
}
