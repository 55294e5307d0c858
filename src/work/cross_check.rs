//! Published bundles beside the pathway's own sum: cross-checks, never added to parts.
//!
//! Invariant: a bundle is only compared; nothing here changes any hour.

use super::quality::Span;
use crate::data::{Grade, Library};
use crate::model::{ActivityId, FactorId, SourceId};

/// A published figure that covers several kinds of work at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Bundle {
    /// Social enterprises (RREUSE): collection, sorting and shops per 1000 t collected.
    SocialEnterprise,
    /// TESS: collection, sorting and preparation for reuse per 1000 t collected.
    Tess,
    /// ReHubs: fibre-to-fibre recycling, direct, per 1000 t of feedstock.
    ReHubs,
}

/// TESS, full-time jobs per 1000 t collected: source W2, as the library's `work.collection.EU` states it.
pub const TESS_PER_KT: f64 = 17.7;
/// ReHubs, 15 000 direct jobs on 2.5 Mt: source W20, as the library's `work.mech_fibre.EU` states it.
pub const REHUBS_PER_KT: f64 = 15_000.0 / 2_500.0;

/// The published figure of a bundle.
#[derive(Debug, Clone, PartialEq)]
pub struct Published {
    /// Full-time jobs per 1000 t.
    pub figure: Span,
    /// The library's factor that states it.
    pub factor: FactorId,
    /// Where it was published.
    pub source: SourceId,
    /// Year, or "n.d.".
    pub year: String,
    /// The region that it speaks of.
    pub region: String,
    /// Its grade.
    pub grade: Grade,
}

/// Work of one activity in a pathway; any number of pieces, as only ratios count.
#[derive(Debug, Clone, PartialEq)]
pub struct Amount {
    /// Kind of work.
    pub activity: ActivityId,
    /// Mass that passes through it, t or kg.
    pub mass: f64,
    /// Full-time jobs.
    pub jobs: Span,
}

/// A bundle beside the pathway's own sum.
#[derive(Debug, Clone, PartialEq)]
pub struct CrossCheck {
    /// The bundle.
    pub bundle: Bundle,
    /// The pathway's own sum over the same kinds of work, full-time jobs per 1000 t of the same base.
    pub bottom_up: Span,
    /// The published figure.
    pub published: Published,
    /// False where they disagree: see [`agrees`].
    pub agrees: bool,
}

impl Bundle {
    /// All bundles.
    pub const ALL: [Self; 3] = [Self::SocialEnterprise, Self::Tess, Self::ReHubs];

    /// The kinds of work that it covers; the first one's mass is the base.
    pub const fn parts(self) -> &'static [&'static str] {
        match self {
            Self::SocialEnterprise => &["collection", "sorting", "resale"],
            Self::Tess => &["collection", "sorting", "prep_reuse"],
            Self::ReHubs => &["mech_fibre"],
        }
    }

    /// The published figure; `None` where the library does not state it any more.
    pub fn published(self, library: &Library) -> Option<Published> {
        let (factor, source, value) = match self {
            Self::SocialEnterprise => ("work.reuse_se_bundle.EU", "W1", None),
            Self::Tess => ("work.collection.EU", "W2", Some(TESS_PER_KT)),
            Self::ReHubs => ("work.mech_fibre.EU", "W20", Some(REHUBS_PER_KT)),
        };
        let found = library.factor(factor)?;
        let figure = &found.figure;
        let source = SourceId::from(source);
        let year = match value {
            None => figure.year.clone(),
            // The factor's year is that of the library's own reckoning.
            Some(_) => library.source(&source)?.year.clone(),
        };
        Some(Published {
            figure: value.map_or_else(
                || Span {
                    low: figure.low.unwrap_or(figure.value),
                    central: figure.value,
                    high: figure.high.unwrap_or(figure.value),
                },
                Span::exact,
            ),
            factor: found.id.clone(),
            source,
            year,
            region: figure.region.clone(),
            // The two figures that stand in a note are announcements or derived, whatever the row around them is.
            grade: if value.is_some() { Grade::C } else { figure.grade },
        })
    }
}

/// Whether a pathway's own sum and a published figure agree.
///
/// They do where the own central sum lies in the published range; where only one figure was published, where that
/// figure lies in the range of the own sum.
pub fn agrees(bottom_up: Span, published: Span) -> bool {
    match published.range() {
        Some((low, high)) => (low..=high).contains(&bottom_up.central),
        None => (bottom_up.low..=bottom_up.high).contains(&published.central),
    }
}

/// Every bundle whose base passes through the pathway, beside the pathway's own sum.
///
/// `Σ jobs of the parts / mass of the base · 10⁶`, mass in kg. A pathway without the base has nothing to compare.
pub fn cross_checks(amounts: &[Amount], library: &Library) -> Vec<CrossCheck> {
    let check = |bundle: Bundle| {
        let of = |part: &str| amounts.iter().find(|amount| amount.activity.as_str() == part);
        let base = of(bundle.parts().first()?)?.mass;
        let jobs = bundle.parts().iter().filter_map(|part| of(part));
        let jobs = jobs.fold(Span::default(), |sum, amount| sum.plus(amount.jobs));
        let published = bundle.published(library)?;
        (base > 0.0).then(|| {
            let bottom_up = jobs.times(1e6 / base);
            CrossCheck {
                bundle,
                bottom_up,
                agrees: agrees(bottom_up, published.figure),
                published,
            }
        })
    };
    Bundle::ALL.into_iter().filter_map(check).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn amount(activity: &str, mass: f64, jobs: f64) -> Amount {
        Amount {
            activity: activity.into(),
            mass,
            jobs: Span {
                low: jobs * 0.5,
                central: jobs,
                high: jobs * 2.0,
            },
        }
    }

    #[test]
    fn the_worked_example_beside_the_bundles() {
        // 1000 t collected and sorted, 550 t resold: 5 + 14 + 55 jobs, the method's worked example.
        let amounts = [
            amount("collection", 1e6, 5.0),
            amount("sorting", 1e6, 14.0),
            amount("resale", 0.55e6, 55.0),
        ];
        let checks = cross_checks(&amounts, Library::builtin());
        let of = |bundle| checks.iter().find(|check| check.bundle == bundle);
        let enterprise = of(Bundle::SocialEnterprise).unwrap();
        assert!((enterprise.bottom_up.central - 74.0).abs() < 1e-9);
        assert!(!enterprise.agrees, "74 lies outside 13.75..35");
        assert!((enterprise.published.figure.high - 35.0).abs() < 1e-12);
        let tess = of(Bundle::Tess).unwrap();
        assert!((tess.bottom_up.central - 19.0).abs() < 1e-9);
        assert!(tess.agrees, "17.7 lies within 9.5..38");
        assert_eq!(of(Bundle::ReHubs), None, "nothing is torn");
    }

    #[test]
    fn constants_are_those_that_the_library_states() {
        let states = |id: &str, words: &str| {
            let note = &Library::builtin().factor(id).unwrap().figure.note;
            assert!(note.contains(words), "{id}: {note}");
        };
        states("work.collection.EU", "TESS 17.7");
        states("work.mech_fibre.EU", "ReHubs 15 000 direct / 2.5 Mt = 6.0");
        assert!((REHUBS_PER_KT - 6.0).abs() < 1e-12);
    }

    #[test]
    fn no_base_is_nothing_to_compare() {
        assert_eq!(
            cross_checks(&[amount("collection", 0.0, 0.0)], Library::builtin()),
            []
        );
    }
}
