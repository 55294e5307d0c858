//! Tables: columns, rows, and what stands in a cell.

use super::{Bar, Figure, Fill, Scale, Sides};

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
            range: range.into(),
            ..Figure::bare(value)
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
