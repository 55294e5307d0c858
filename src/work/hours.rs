//! Hours per 1000 pieces: `hours = flow · factor`, and what is gained and lost against the baseline.
//!
//! `H(activity, place) = Σ flow·h − garments avoided · h of a new garment − recycled kg · h of the virgin fibre`,
//! the same for pathway and baseline; `Δ = H_pathway − H_baseline`; gained = Σ Δ⁺, lost = −Σ Δ⁻, by the sign of the
//! central Δ in every draw.

/// Totals of one pathway against the baseline, hours per 1000 pieces.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Totals {
    /// The pathway's own work before anything is taken off.
    pub gross: f64,
    /// Sum of the gains.
    pub gained: f64,
    /// Sum of the losses, positive.
    pub lost: f64,
    /// Displacement at which the net is zero; `None` where there is none.
    pub break_even: Option<f64>,
    /// Full-time jobs of the pathway's own work at the annual volume.
    pub fte_gross: f64,
    /// Full-time jobs gained at the annual volume.
    pub fte_gained: f64,
    /// Full-time jobs lost at the annual volume, positive.
    pub fte_lost: f64,
    /// Of the gains, those at home.
    pub gained_here: f64,
    /// Of the losses, those at home, positive.
    pub lost_here: f64,
    /// Work that was done unpaid at home before; in the gains only where the project counts it.
    pub moved_from_home: f64,
}

impl Totals {
    /// Totals of a pathway that cannot be counted against its baseline: one starts worn and the other does not.
    pub fn none(gross: f64) -> Self {
        Self {
            gross,
            fte_gross: 0.0,
            gained: f64::NAN,
            lost: f64::NAN,
            break_even: None,
            fte_gained: f64::NAN,
            fte_lost: f64::NAN,
            gained_here: f64::NAN,
            lost_here: f64::NAN,
            moved_from_home: f64::NAN,
        }
    }

    /// True where the pathway could be counted against its baseline.
    pub fn is_counted(&self) -> bool {
        self.gained.is_finite() && self.lost.is_finite()
    }

    /// Gained − lost; never shown without both.
    pub fn net(&self) -> f64 {
        self.gained - self.lost
    }
}

/// What break-even needs of one network, hours per 1000 pieces.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct BeforeDisplacement {
    /// Own work less the virgin fibre work replaced by recycled output, and with the owned pieces that a hired first
    /// life stands in for: what is left at displacement 0.
    pub without_garments: f64,
    /// Work in new garments that a displacement of 1 takes away.
    pub per_displacement: f64,
}

/// The one displacement that, used on every return stage and for a hired first life of both networks, makes the net
/// zero.
///
/// `d = (A_pathway − A_baseline) / (S_pathway − S_baseline)`; `None` unless the net falls as it rises. It may lie
/// outside 0..1.
pub fn break_even(pathway: BeforeDisplacement, baseline: BeforeDisplacement) -> Option<f64> {
    let (more, less) = (pathway.per_displacement, baseline.per_displacement);
    let slope = difference(more, less);
    (slope > ROUNDING).then(|| (pathway.without_garments - baseline.without_garments) / slope)
}

/// Differences below this, relative to what is subtracted, are rounding.
const ROUNDING: f64 = 1e-12;

/// `own − before`; 0 where that is no more than rounding, `|Δ| ≤ 1e-12 · max(|own|, |before|)`.
pub fn difference(own: f64, before: f64) -> f64 {
    let difference = own - before;
    if difference.abs() <= ROUNDING * own.abs().max(before.abs()) {
        0.0
    } else {
        difference
    }
}

/// FTE of `hours_per_1000` hours at `pieces` a year, with `hours_per_fte` hours in a full-time job; 0 where that is 0.
pub fn fte(hours_per_1000: f64, pieces: f64, hours_per_fte: f64) -> f64 {
    if hours_per_fte > 0.0 {
        hours_per_1000 / 1000.0 * pieces / hours_per_fte
    } else {
        0.0
    }
}

/// Hours per kg of a factor given in FTE per 1000 t: `FTE_per_kt · hours_per_FTE / 10⁶`.
pub fn hours_per_kg(fte_per_kt: f64, hours_per_fte: f64) -> f64 {
    fte_per_kt * hours_per_fte / 1e6
}

/// Sewing hours per piece from standard minutes: `SMV/60 / efficiency · k_indirect`.
pub fn sewing_hours(smv_min: f64, efficiency: f64, k_indirect: f64) -> f64 {
    smv_min / 60.0 / efficiency * k_indirect
}

/// Standard minutes from an observed time: `observed · rating · (1 + allowance) / 60`.
pub fn standard_minutes(observed_s: f64, rating: f64, allowance: f64) -> f64 {
    observed_s * rating * (1.0 + allowance) / 60.0
}
