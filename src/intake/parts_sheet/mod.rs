//! The parts of a project as a sheet that comes back: written under the headings that the reader of tables knows, edited
//! elsewhere, read again as the edits that its changed cells ask for.
//!
//! Invariant: a cell that says what the project says changes nothing, whatever the cell can or cannot carry.

mod before;
mod cells;
mod changes;
mod fibres;
mod fields;
mod figures;

pub use cells::{Cell, Counted, Row, composition, row, unit_word};
pub use changes::{Change, Returned, returned};
pub use fields::Field;
