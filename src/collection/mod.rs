//! Many products at once: a list of product lines or projects, each reckoned as if it stood alone, with totals over all.
//!
//! Invariant: every product meets the same draws, and sums run in the order of the list, block by block, so that neither
//! threads nor an interruption change a digit.

mod block;
mod entry;
mod heads;
mod listed;
mod moved;
#[cfg(feature = "parquet")]
pub mod parquet;
mod product;
mod reckon;
mod record;
mod row;
mod sheet;
pub mod shown;
mod sums;
mod workbook;

pub use block::{Block, Done, Setting, blocks, reckoned};
pub use entry::{Entry, What, Why};
pub use heads::{Heads, HeadsError};
pub use listed::{Collection, Listed, ListedWay, OwnWay, Part, Values, listed, listed_on};
pub use moved::{Across, across};
pub use product::{Product, product};
pub use record::{Records, delimiter};
pub use row::{Cells, FIGURES, Status, columns};
pub use sheet::{Rows, SheetError};
pub use sums::{FORMAT, Series, Sums, WaySums};
pub use workbook::{MOST_ROWS, write};

/// Lines of a list that are put together before they are written.
pub const BLOCK: usize = 1_000;
/// The most lines of a list.
pub const MOST_LINES: u64 = 2_000_000;
/// The most bytes of one line.
pub const MOST_LINE_BYTES: usize = 64 * 1024;
/// The most draws of a list.
pub const MOST_DRAWS: u64 = 10_000;
