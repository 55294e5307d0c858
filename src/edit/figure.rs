//! Bounds of the user's own estimates, checked before they enter the project.

use super::{EditError, words};
use crate::model::{Estimate, Name};
use crate::quantity::Quantity;
use crate::text::quantity::bounds;

/// Refuses an estimate out of bounds or outside its own range; `what` names it.
pub fn check(
    estimate: Option<Estimate>,
    quantity: Quantity,
    what: impl FnOnce() -> Name,
) -> Result<(), EditError> {
    let Some(Estimate { value, range }) = estimate else {
        return Ok(());
    };
    let (low, high) = range.unwrap_or((value, value));
    let in_bounds = [value, low, high]
        .into_iter()
        .all(|figure| quantity.holds(figure));
    if in_bounds && low <= value && value <= high {
        Ok(())
    } else {
        Err(EditError::Figure {
            what: what(),
            bounds: words::both(bounds(quantity), &[]),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn passes(value: f64, range: Option<(f64, f64)>, quantity: Quantity) -> bool {
        check(Some(Estimate { value, range }), quantity, Name::default).is_ok()
    }

    #[test]
    fn bounds_and_range_hold() {
        assert!(passes(1.0, Some((0.5, 1.0)), Quantity::Share));
        assert!(!passes(1.0, None, Quantity::Loss));
        assert!(!passes(0.4, Some((0.5, 0.6)), Quantity::Share));
        assert!(!passes(0.5, Some((0.6, 0.4)), Quantity::Share));
        assert!(!passes(f64::NAN, None, Quantity::Amount));
        assert!(passes(12.0, Some((9.0, 15.0)), Quantity::AverageWears));
        assert!(!passes(0.0, None, Quantity::AverageWears));
        assert!(!passes(1.0, Some((0.0, 2.0)), Quantity::AverageWears));
        assert!(!passes(2.0, Some((1.0, f64::INFINITY)), Quantity::Amount));
    }
}
