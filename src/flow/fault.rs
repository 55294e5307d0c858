//! Why a resolved model is refused; each names the place, so that the case can be mended.

use crate::quantity::Quantity;

/// What is wrong with a model.
#[derive(Debug, Clone, PartialEq)]
pub enum ModelFault {
    /// Not the JSON of a model; the reader's own words, with line and column.
    Syntax(String),
    /// Another format.
    Format {
        /// What it says.
        found: String,
        /// The format that is read.
        own: String,
        /// How it stands to the one that is read.
        age: Age,
    },
    /// A number that its quantity cannot have.
    Range {
        /// Where it stands.
        at: String,
        /// The number.
        value: f64,
        /// What it should be.
        quantity: Quantity,
    },
    /// A number that no result could hold.
    TooLarge {
        /// Where it stands.
        at: String,
        /// The number.
        value: f64,
    },
    /// The product has no parts.
    NoParts,
    /// A part without mass.
    NoMass(String),
    /// Feedstock shares of a part that together exceed 1.
    Feedstock {
        /// The part.
        part: String,
        /// Their sum.
        sum: f64,
    },
    /// Recycled content made with an efficiency of 0.
    NoEfficiency(String),
    /// Exits that do not add up to 1.
    ExitSum {
        /// The stage.
        at: String,
        /// Their sum.
        sum: f64,
    },
    /// One key is given without the other.
    Without {
        /// Where.
        at: String,
        /// The key that is there.
        key: &'static str,
        /// The key that is missing.
        other: &'static str,
    },
    /// A key that belongs to another kind of stage.
    Misplaced {
        /// The stage.
        at: String,
        /// The key.
        key: &'static str,
    },
    /// A key that this kind of stage needs.
    Missing {
        /// The stage.
        at: String,
        /// The key.
        key: &'static str,
    },
    /// Work counted on what this kind of stage does not have.
    Basis {
        /// The stage.
        at: String,
        /// The basis.
        basis: &'static str,
    },
    /// A place without hours of a full-time job.
    NoHours(String),
    /// Two parts have one id.
    PartTwice(String),
    /// The pathway starts worn and the baseline does not, or the other way round.
    StartsDiffer {
        /// Where the pathway starts.
        own: String,
        /// Where the baseline starts.
        baseline: String,
    },
}

/// How a format stands to the one that is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Age {
    /// A later program wrote it.
    Newer,
    /// An earlier program wrote it.
    Older,
    /// It is no such format.
    Unknown,
}
