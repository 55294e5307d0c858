//! Beside the two answers: carbon and wages, indicative, with what they leave out; they enter no answer.
//!
//! Invariant: a figure without a row is left out and named, never 0; a sum that covers less than half is no sum.

mod carbon;
mod draws;
mod made;
mod shape;
mod wages;

pub use carbon::{Carbon, LeftOut, Spread, Step, Term, Typed, carbon, overlap};
pub use draws::DRAWS;
pub use shape::{BesideJson, PathwayBeside, left_out};
pub use wages::{HALF, Paid, TypedWage, Wages, wages};
