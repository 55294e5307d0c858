//! Bounds of the user's own estimates, checked before they enter the project.

use super::{EditError, words};
use crate::model::{Estimate, Name};
use crate::text::StepMsg;

/// From where to where a figure may go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bounds {
    /// 0 to 1.
    Share,
    /// 0 to less than 1: a loss that leaves something.
    Loss,
    /// 0 or more.
    Positive,
    /// 1 or more.
    OneOrMore,
    /// More than 0: a number of wears, by which others are divided.
    Wears,
}

impl Bounds {
    fn hold(self, value: f64) -> bool {
        value.is_finite()
            && match self {
                Self::Share => (0.0..=1.0).contains(&value),
                Self::Loss => (0.0..1.0).contains(&value),
                Self::Positive => value >= 0.0,
                Self::OneOrMore => value >= 1.0,
                Self::Wears => value > 0.0,
            }
    }

    fn words(self) -> Name {
        match self {
            Self::Share => words::both(StepMsg::FromZeroToWhole, &[]),
            Self::Loss => words::both(StepMsg::LessThanWhole, &[]),
            Self::Positive => words::both(StepMsg::ZeroOrMore, &[]),
            Self::OneOrMore => words::both(StepMsg::OneOrMore, &[]),
            Self::Wears => words::both(StepMsg::MoreThanZero, &[]),
        }
    }
}

/// Refuses an estimate out of bounds or outside its own range; `what` names it.
pub fn check(
    estimate: Option<Estimate>,
    bounds: Bounds,
    what: impl FnOnce() -> Name,
) -> Result<(), EditError> {
    let Some(Estimate { value, range }) = estimate else {
        return Ok(());
    };
    let (low, high) = range.unwrap_or((value, value));
    let in_bounds = [value, low, high].into_iter().all(|figure| bounds.hold(figure));
    if in_bounds && low <= value && value <= high {
        Ok(())
    } else {
        Err(EditError::Figure {
            what: what(),
            bounds: bounds.words(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn passes(value: f64, range: Option<(f64, f64)>, bounds: Bounds) -> bool {
        check(Some(Estimate { value, range }), bounds, Name::default).is_ok()
    }

    #[test]
    fn bounds_and_range_hold() {
        assert!(passes(1.0, Some((0.5, 1.0)), Bounds::Share));
        assert!(!passes(1.0, None, Bounds::Loss));
        assert!(!passes(0.4, Some((0.5, 0.6)), Bounds::Share));
        assert!(!passes(0.5, Some((0.6, 0.4)), Bounds::Share));
        assert!(!passes(f64::NAN, None, Bounds::Positive));
        assert!(passes(12.0, Some((9.0, 15.0)), Bounds::Wears));
        assert!(!passes(0.0, None, Bounds::Wears));
        assert!(!passes(1.0, Some((0.0, 2.0)), Bounds::Wears));
        assert!(!passes(2.0, Some((1.0, f64::INFINITY)), Bounds::Positive));
    }
}
