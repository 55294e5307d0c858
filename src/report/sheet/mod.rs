//! A document as plain data: what stands on paper, block by block, before anything is drawn.
//!
//! Invariant: a document holds final words and numbers, formatted once; a painter only places them. In both languages a
//! text holds Chinese and English, parted as in the window: by [`JOINT`](crate::lang::JOINT) or a line break.

pub mod canvas;
pub mod draw;
pub mod hatch;
pub mod letters;
pub mod pdf;
pub mod place;
pub mod plain;

pub use draw::{Drawing, Item};
pub use hatch::Hatch;
pub use place::NEW_LINE;

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
    /// A sentence to heed, set apart.
    Note,
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
    /// One bar over the whole width.
    Bar(Bar),
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
    pub value: String,
    /// How far it reaches against the longest of its list, 0 to 1; none where nothing is drawn.
    pub length: Option<f64>,
}

/// A piece of a bar.
#[derive(Debug, Clone, PartialEq)]
pub struct Piece {
    /// What it is.
    pub label: String,
    /// Its share, as read.
    pub value: String,
    /// Its share, of 1.
    pub share: f64,
    /// How it is filled.
    pub fill: Fill,
}

/// A bar of pieces, each named.
#[derive(Debug, Clone, PartialEq)]
pub struct Bar {
    /// What it shows.
    pub name: String,
    /// Its pieces.
    pub pieces: Vec<Piece>,
}

impl Bar {
    /// The bar in words: "cotton 60 %, polyester 40 %".
    pub fn spoken(&self, lang: Lang) -> String {
        let said = self
            .pieces
            .iter()
            .map(|piece| lang.beside(&flat(&piece.label), &piece.value));
        said.collect::<Vec<_>>().join(lang.comma())
    }
}

/// How wide a column is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Width {
    /// Points.
    Fixed(f32),
    /// A part of what is left.
    Part(f32),
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    /// Its heading.
    pub head: String,
    /// Its width.
    pub width: Width,
    /// True where figures stand at the right.
    pub figures: bool,
}

/// A table.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Table {
    /// What it shows.
    pub name: String,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows.
    pub rows: Vec<Vec<Cell>>,
    /// What its fills stand for.
    pub legend: Vec<(Fill, String)>,
    /// True where rows stand close.
    pub dense: bool,
}

/// A cell of a table.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Cell {
    /// Nothing.
    #[default]
    Empty,
    /// Words, with smaller ones beneath.
    Words {
        /// The words.
        text: String,
        /// Smaller ones; empty for none.
        small: String,
    },
    /// A pathway with its letter.
    Pathway {
        /// Its letter.
        letter: char,
        /// Its fill.
        fill: Fill,
        /// Its name.
        name: String,
        /// What is said of it; empty for nothing.
        small: String,
    },
    /// A figure with its range and grade.
    Figure(Figure),
    /// The same on one line.
    Short(Figure),
    /// Where mass ends.
    Bar(Bar),
    /// Two marks on a scale from 0 to 1.
    Scale(Scale),
    /// Lost to the left of zero, gained to the right.
    Sides(Sides),
    /// A small field with its fill and a letter.
    Sign(Fill, String),
}

/// A figure.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Figure {
    /// As read.
    pub value: String,
    /// Low–high; empty for none.
    pub range: String,
    /// Its grade; empty for none.
    pub grade: String,
}

/// The published indicator and its quality-weighted value on one scale.
#[derive(Debug, Clone, PartialEq)]
pub struct Scale {
    /// The first: a filled tick.
    pub value: f64,
    /// The second: a hollow tick.
    pub second: f64,
    /// Low and high of the first.
    pub band: Option<(f64, f64)>,
    /// Both with range, as read.
    pub spoken: String,
}

/// Hours on both sides of zero.
#[derive(Debug, Clone, PartialEq)]
pub struct Sides {
    /// Lost, positive.
    pub lost: f64,
    /// Gained.
    pub gained: f64,
    /// Low and high of lost.
    pub lost_band: Option<(f64, f64)>,
    /// Low and high of gained.
    pub gained_band: Option<(f64, f64)>,
    /// The longest of all sides of the table.
    pub scale: f64,
    /// How the side gained is filled; the side lost has its hatch alone.
    pub fill: Fill,
    /// Both as read.
    pub spoken: String,
}

/// `text` on one line: what parts the two languages becomes a space.
pub fn flat(text: &str) -> String {
    text.replace([crate::lang::JOINT, '\n', NEW_LINE], " ")
}

impl Cell {
    /// Words alone.
    pub fn words(text: impl Into<String>) -> Self {
        Self::Words {
            text: text.into(),
            small: String::new(),
        }
    }

    /// A figure alone.
    pub fn figure(value: impl Into<String>, range: impl Into<String>) -> Self {
        Self::Figure(Figure {
            value: value.into(),
            range: range.into(),
            grade: String::new(),
        })
    }
}

impl Column {
    /// A column of words that takes `part` of what is left.
    pub fn words(head: impl Into<String>, part: f32) -> Self {
        Self {
            head: head.into(),
            width: Width::Part(part),
            figures: false,
        }
    }

    /// A column of figures, so wide.
    pub fn figures(head: impl Into<String>, points: f32) -> Self {
        Self {
            head: head.into(),
            width: Width::Fixed(points),
            figures: true,
        }
    }

    /// A column of drawings, so wide.
    pub fn drawn(head: impl Into<String>, points: f32) -> Self {
        Self {
            head: head.into(),
            width: Width::Fixed(points),
            figures: false,
        }
    }
}
