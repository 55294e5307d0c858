//! What the page of many products sees, and what it asks for.

use crate::collection::shown::{Asked, Shown};
use crate::collection::{Across, Collection};
use std::path::PathBuf;

/// What there is of a list.
#[derive(Debug, Clone, Copy)]
pub enum Listing<'a> {
    /// Nothing was opened.
    None,
    /// It is being reckoned: lines that are done, and of how many where that is known.
    Working(u64, Option<u64>),
    /// Why it could not be read.
    Failed(&'a str),
    /// All its products.
    There(&'a Collection),
}

/// One change across all products.
#[derive(Debug, Clone, Copy)]
pub enum Trying<'a> {
    /// None was asked for.
    None,
    /// It is being reckoned: its row, lines that are done, and of how many.
    Working(&'a str, u64, u64),
    /// What it does.
    There(&'a str, Across),
}

/// The page as it stands.
#[derive(Debug, Clone, Copy)]
pub struct CollectionView<'a> {
    /// The name of the list.
    pub file: &'a str,
    /// What there is of it.
    pub listing: Listing<'a>,
    /// What is asked of it.
    pub asked: &'a Asked,
    /// What is shown of it: the newest that has come.
    pub shown: Option<&'a Shown>,
    /// True while that is still put in order: the page looks again soon.
    pub waiting: bool,
    /// The chosen line, by its place in the list.
    pub chosen: Option<usize>,
    /// True where charts are shown in place of the table.
    pub charts: bool,
    /// True where the totals are drawn.
    pub ranges: bool,
    /// One change across all.
    pub trying: Trying<'a>,
}

/// What is asked of the page.
#[derive(Debug, Clone, PartialEq)]
pub enum Collecting {
    /// Choose a list to open.
    Open,
    /// Open the folder with the work of groups, each on what it made.
    OpenGroups(PathBuf),
    /// Stop what is being reckoned.
    Stop,
    /// Show other lines, or in another order.
    Ask(Box<Asked>),
    /// Choose a line.
    Choose(usize),
    /// Show charts, or the table.
    Charts(bool),
    /// Draw the totals of the next list, or not.
    Ranges(bool),
    /// Open a line as a project.
    OpenLine(usize),
    /// Write all products as a table.
    Export,
    /// Try a change on all products.
    Try(String),
}
