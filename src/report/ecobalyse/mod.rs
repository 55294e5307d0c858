//! The textile query of Ecobalyse, out and in, and the carbon of making in its results: fields and ids from the public
//! repository of the project, the version named in the table.
//!
//! Invariant: what has no counterpart on the other side is listed in words; a query that is read is written back with
//! every key that it had.

mod query;
mod result;
mod table;
mod to_project;
mod to_query;

pub use query::{Material, Query, Trim, read};
pub use result::{Made, NoResult, made};
pub use to_project::{Taken, project};
pub use to_query::{Given, query};

/// Which edition of Ecobalyse the ids and fields are of.
pub fn version() -> &'static str {
    &table::table().version
}
