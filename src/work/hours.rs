//! Hours per 1000 pieces: `hours = flow · factor`, and what is gained and lost against the baseline.
//!
//! `H(activity, place) = Σ flow·h − garments avoided · h of a new garment − recycled kg · h of the virgin fibre`,
//! the same for pathway and baseline; `Δ = H_pathway − H_baseline`; gained = Σ Δ⁺, lost = −Σ Δ⁻, by the sign of the
//! central Δ in every draw.

use crate::quantity::Number;

/// Totals of one pathway against the baseline, hours per 1000 pieces.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Totals<N = f64> {
    /// The pathway's own work before anything is taken off.
    pub gross: N,
    /// Sum of the gains.
    pub gained: N,
    /// Sum of the losses, positive.
    pub lost: N,
    /// Displacement at which the net is zero; without bound where there is none.
    pub break_even: N,
    /// Full-time jobs of the pathway's own work at the annual volume.
    pub fte_gross: N,
    /// Full-time jobs gained at the annual volume.
    pub fte_gained: N,
    /// Full-time jobs lost at the annual volume, positive.
    pub fte_lost: N,
    /// Of the gains, those at home.
    pub gained_here: N,
    /// Of the losses, those at home, positive.
    pub lost_here: N,
    /// Work that was done unpaid at home before; in the gains only where the project counts it.
    pub moved_from_home: N,
}

impl<N: Number> Totals<N> {
    /// No work yet, and no displacement that would make the net zero.
    pub fn nothing() -> Self {
        Self {
            break_even: N::of(f64::INFINITY),
            ..Self::default()
        }
    }

    /// Totals of a pathway that cannot be counted against its baseline: one starts worn and the other does not.
    pub fn none(gross: N) -> Self {
        let none = N::of(f64::NAN);
        Self {
            gross,
            fte_gross: N::ZERO,
            gained: none,
            lost: none,
            break_even: N::of(f64::INFINITY),
            fte_gained: none,
            fte_lost: none,
            gained_here: none,
            lost_here: none,
            moved_from_home: none,
        }
    }

    /// Gained − lost; never shown without both.
    pub fn net(&self) -> N {
        self.gained - self.lost
    }

    /// Displacement at which the net is zero; not a number where there is none.
    pub fn bounded_break_even(&self) -> N {
        self.break_even
            .map(|level| if level.is_finite() { level } else { f64::NAN })
    }
}

impl Totals {
    /// Displacement at which the net is zero; `None` where there is none.
    pub fn break_even(&self) -> Option<f64> {
        self.break_even.is_finite().then_some(self.break_even)
    }

    /// True where the pathway could be counted against its baseline.
    pub fn is_counted(&self) -> bool {
        self.gained.is_finite() && self.lost.is_finite()
    }
}

/// What break-even needs of one network, hours per 1000 pieces.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct BeforeDisplacement<N = f64> {
    /// Own work less the virgin fibre work replaced by recycled output, and with the owned pieces that a hired first
    /// life stands in for: what is left at displacement 0.
    pub without_garments: N,
    /// Work in new garments that a displacement of 1 takes away.
    pub per_displacement: N,
}

/// The one displacement that, used on every return stage and for a hired first life of both networks, makes the net
/// zero.
///
/// `d = (A_pathway − A_baseline) / (S_pathway − S_baseline)`; without bound unless the net falls as it rises. It may lie
/// outside 0..1.
pub fn break_even<N: Number>(pathway: BeforeDisplacement<N>, baseline: BeforeDisplacement<N>) -> N {
    let (more, less) = (pathway.per_displacement, baseline.per_displacement);
    let slope = difference(more, less);
    let level = (pathway.without_garments - baseline.without_garments) / slope;
    slope.if_above(ROUNDING, level, N::of(f64::INFINITY))
}

/// Differences below this, relative to what is subtracted, are rounding.
const ROUNDING: f64 = 1e-12;

/// `own − before`; 0 where that is no more than rounding, `|Δ| ≤ 1e-12 · max(|own|, |before|)`.
pub fn difference<N: Number>(own: N, before: N) -> N {
    let difference = own - before;
    let rounding = N::of(ROUNDING) * own.abs().max(before.abs());
    rounding.if_reaches(difference.abs(), N::ZERO, difference)
}

/// FTE of `hours_per_1000` hours at `pieces` a year, with `hours_per_fte` hours in a full-time job; 0 where that is 0.
pub fn fte<N: Number>(hours_per_1000: N, pieces: f64, hours_per_fte: N) -> N {
    let jobs = hours_per_1000 / N::of(1000.0) * N::of(pieces) / hours_per_fte;
    hours_per_fte.if_above(0.0, jobs, N::ZERO)
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
