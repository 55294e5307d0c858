//! Figures that no library has and the user types in beside the answers: their ids among the own figures.
//!
//! Invariant: they lie among the overrides, so that files, steps, factor sets and the list of own figures hold them.

use super::{ActivityId, FactorId, PlaceId, VariantNo};

/// What every such id begins with.
const START: &str = "own.";
/// Carbon of making one piece of a variant, kg `CO2e`.
const CARBON: &str = "own.carbon_made.";
/// More than this no piece emits, kg `CO2e`; a larger figure is of something else.
pub const MOST_CARBON_KG: f64 = 10_000.0;
/// A wage, yuan per hour.
const WAGE: &str = "own.wage.";

/// What a typed figure is.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Typed {
    /// Carbon of making one piece of the variant, kg `CO2e`.
    CarbonMade(VariantNo),
    /// A wage of a kind of work at a place, yuan per hour.
    Wage(ActivityId, PlaceId),
}

impl Typed {
    /// The id among the own figures.
    pub fn id(&self) -> FactorId {
        match self {
            Self::CarbonMade(variant) => format!("{CARBON}{variant}").into(),
            Self::Wage(activity, place) => format!("{WAGE}{activity}@{place}").into(),
        }
    }

    /// What `id` is; none for a factor of the library.
    pub fn of(id: &str) -> Option<Self> {
        if !id.starts_with(START) {
            return None;
        }
        if let Some(number) = id.strip_prefix(CARBON) {
            return Some(Self::CarbonMade(VariantNo::new(number.parse().ok()?)?));
        }
        let (activity, place) = id.strip_prefix(WAGE)?.split_once('@')?;
        Some(Self::Wage(activity.into(), place.into()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_says_what_it_is() {
        let all = [
            Typed::CarbonMade(VariantNo::FIRST),
            Typed::Wage("sorting".into(), "CN_JS".into()),
        ];
        for typed in all {
            assert_eq!(Typed::of(typed.id().as_str()), Some(typed));
        }
        for id in [
            "work.sewing.CN",
            "own.carbon_made.0",
            "own.wage.sorting",
            "own.other",
        ] {
            assert_eq!(Typed::of(id), None, "{id}");
        }
    }
}
