//! What the user answered about a table: for how many garments it is, which rows stand for one another, cells put right.

use super::columns::Column;
use super::units::Unit;
use crate::model::{FibreId, Role};
use std::collections::{BTreeMap, BTreeSet};

/// Which of several rows that stand for one another count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Take {
    /// One of them.
    One,
    /// All of them.
    All,
}

/// Everything that was answered.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Answers {
    /// For how many garments the consumption is.
    pub per: Option<f64>,
    /// Whether rows that are alike stand for one another.
    pub alike: Option<Take>,
    /// The masses are right as they are, and these rows are all there is.
    pub is_right: bool,
    /// The size was chosen, or the table, or the sheet.
    pub is_chosen: Chosen,
    /// Cells put right, by the number of their row.
    pub fixes: BTreeMap<usize, Fix>,
    /// Numbers of the rows that are not wanted.
    pub left_out: BTreeSet<usize>,
}

/// What was chosen of several.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Chosen {
    /// The size.
    pub size: bool,
    /// The table.
    pub table: bool,
    /// The sheet.
    pub sheet: bool,
}

/// A row put right.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Fix {
    /// Texts in place of those of the cells.
    pub values: BTreeMap<Column, String>,
    /// Unit of the consumption.
    pub unit: Option<Unit>,
    /// What it does in the garment.
    pub role: Option<Role>,
    /// The one fibre that it is made of.
    pub fibre: Option<FibreId>,
}

impl Fix {
    /// True where nothing is put right.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// One answer that can be given.
#[derive(Debug, Clone, PartialEq)]
pub enum Answer {
    /// The consumption is for this many garments.
    Per(f64),
    /// The size.
    Size(String),
    /// Rows that are alike: one or all.
    Alike(Take),
    /// The table with its headings in this row, from 0.
    Table(usize),
    /// The sheet at this place.
    Sheet(usize),
    /// It is right as it is.
    Right,
}
