//! Indirect work by Type I multipliers: `indirect hours = direct hours × (multiplier − 1)`, kept apart from direct work.
//!
//! A Type I multiplier is direct and indirect work over direct work: it adds the work at suppliers, and not what wages
//! are spent on. Invariant: no kind of work is multiplied whose suppliers are counted by themselves, for their hours
//! would count twice. Source: METHOD 4; who buys from whom is this program's own, conservative reading.

/// Steps of making a new garment. Input-output tables put them into one or two sectors whose multipliers hold what the
/// steps buy from one another, so each counts as a supplier of all others.
const MAKING: [&str; 9] = [
    "sewing",
    "dyeing",
    "weave",
    "knit",
    "spinning",
    "cotton_farm",
    "pet_fibre",
    "viscose_fibre",
    "wool_farm",
];

/// Whose work stands behind a kind of work that buys garments or fibre on their way back, nearest first.
const RETURNING: [(&str, &[&str]); 13] = [
    ("sorting", &["collection"]),
    ("prep_reuse", &["sorting", "collection"]),
    ("resale", &["prep_reuse", "sorting", "collection"]),
    ("trim_removal", &["sorting", "collection"]),
    ("remanufacture", &["trim_removal", "sorting", "collection"]),
    ("mech_fibre", &["trim_removal", "sorting", "collection"]),
    ("spinning_recycled", &["mech_fibre", "sorting", "collection"]),
    ("chem_pet", &["trim_removal", "sorting", "collection"]),
    ("chem_cell_pulp", &["trim_removal", "sorting", "collection"]),
    ("visc_lyocell", &["chem_cell_pulp", "sorting", "collection"]),
    ("wipers", &["trim_removal", "sorting", "collection"]),
    (
        "nonwoven",
        &["trim_removal", "sorting", "collection", "mech_fibre"],
    ),
    ("retail_new", &["sewing"]),
];

/// Indirect hours behind `direct` hours, with the sign of the direct ones; 0 for a multiplier of 1.
pub fn indirect_hours(direct: f64, multiplier: f64) -> f64 {
    direct * (multiplier - 1.0)
}

/// Indirect hours gained and lost; never mixed with the direct ones.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct IndirectTotals {
    /// Sum of the gains, hours per 1000 pieces.
    pub gained: f64,
    /// Sum of the losses, positive.
    pub lost: f64,
}

impl IndirectTotals {
    /// The totals of signed `hours`.
    pub fn of(hours: impl IntoIterator<Item = f64>) -> Self {
        let mut totals = Self::default();
        for hours in hours {
            if hours > 0.0 {
                totals.gained += hours;
            } else {
                totals.lost -= hours;
            }
        }
        totals
    }

    /// True where there is no indirect work at all.
    pub fn is_none(&self) -> bool {
        self.gained <= 0.0 && self.lost <= 0.0
    }
}

/// The supplier of `activity` that is counted by itself, nearest first; `None` where the activity may be multiplied.
///
/// `is_explicit` says which kinds of work stand in the same new garment or in the same pathway with hours of their own.
pub fn explicit_supplier(activity: &str, is_explicit: impl Fn(&str) -> bool) -> Option<&'static str> {
    let listed = RETURNING.iter().find(|(buyer, _)| *buyer == activity);
    let making = MAKING.contains(&activity).then_some(&MAKING[..]);
    let suppliers = listed.map(|(_, suppliers)| *suppliers).or(making)?;
    suppliers
        .iter()
        .copied()
        .find(|supplier| *supplier != activity && is_explicit(supplier))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn indirect_work_is_what_the_multiplier_adds() {
        assert!((indirect_hours(200.0, 1.4) - 80.0).abs() < 1e-12);
        assert!((indirect_hours(-50.0, 1.4) + 20.0).abs() < 1e-12);
        assert!(indirect_hours(50.0, 1.0).abs() < 1e-12);
        let totals = IndirectTotals::of([80.0, -20.0, 5.0]);
        assert!((totals.gained - 85.0).abs() < 1e-12 && (totals.lost - 20.0).abs() < 1e-12);
        assert!(IndirectTotals::of([]).is_none() && !totals.is_none());
    }

    #[test]
    fn no_work_is_multiplied_whose_supplier_is_counted_by_itself() {
        let with = |explicit: &'static [&'static str]| move |id: &str| explicit.contains(&id);
        let cases: [(&str, &[&str], Option<&str>); 12] = [
            ("sewing", &["sewing", "spinning", "knit"], Some("knit")),
            ("knit", &["sewing", "knit"], Some("sewing")),
            ("spinning", &["spinning", "cotton_farm"], Some("cotton_farm")),
            ("cotton_farm", &["spinning", "cotton_farm"], Some("spinning")),
            ("sewing", &["sewing", "retail_new"], None),
            ("retail_new", &["sewing", "retail_new"], Some("sewing")),
            (
                "spinning_recycled",
                &["mech_fibre", "spinning_recycled"],
                Some("mech_fibre"),
            ),
            (
                "visc_lyocell",
                &["chem_cell_pulp", "visc_lyocell"],
                Some("chem_cell_pulp"),
            ),
            ("sorting", &["collection", "sorting"], Some("collection")),
            ("sorting", &["sorting"], None),
            ("collection", &["collection", "sorting", "sewing"], None),
            ("repair", &["repair", "collection", "sorting"], None),
        ];
        for (activity, explicit, expected) in cases {
            assert_eq!(
                explicit_supplier(activity, with(explicit)),
                expected,
                "{activity} in {explicit:?}"
            );
        }
    }
}
