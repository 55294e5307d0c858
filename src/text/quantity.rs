//! Words of the ranges of quantities.

use super::{Lang, StepMsg};
use crate::quantity::Quantity;

/// The range of a quantity as it stands after "must be": "from 0 to 100 %", "more than 0".
pub const fn bounds(quantity: Quantity) -> StepMsg {
    match quantity {
        Quantity::Share | Quantity::Efficiency => StepMsg::FromZeroToWhole,
        Quantity::Loss => StepMsg::LessThanWhole,
        Quantity::Mass | Quantity::Hours | Quantity::Wears | Quantity::Pieces | Quantity::Amount => {
            StepMsg::ZeroOrMore
        }
        Quantity::Kept => StepMsg::AboveZeroToWhole,
        Quantity::AverageWears | Quantity::HoursPerFte | Quantity::Measure => StepMsg::MoreThanZero,
        Quantity::Count | Quantity::Multiplier => StepMsg::OneOrMore,
        Quantity::Price => StepMsg::UpToPrice,
        Quantity::Rate => StepMsg::UpToRate,
        Quantity::Lives => StepMsg::FromOneToThousand,
        Quantity::Unknown => StepMsg::FiniteNumber,
    }
}

/// The same as a sentence about a number of a file, where shares are written from 0 to 1.
pub fn outside(value: f64, quantity: Quantity, lang: Lang) -> String {
    let range = bounds(quantity).text(lang);
    StepMsg::Outside.with(lang, &[("value", &value.to_string()), ("range", range)])
}
