//! What of a product nobody has stated.

use super::PartId;

/// A property of the product that was taken over from the library or a sample; the edit that sets it takes the mark away.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Assumed {
    /// The mass of a part.
    Mass(PartId),
    /// How a part is built and made.
    Making(PartId),
    /// Whether a part is coated, printed or dyed with carbon black, as far as it is not.
    Finishes(PartId),
    /// Pieces made in a year.
    Volume,
    /// Where it is made.
    MadeIn,
    /// Where it is used.
    UsedIn,
}
