//! Hours per 1000 pieces: `hours = flow · factor`, and what is gained and lost against the baseline.
//!
//! `H(activity, place) = Σ flow·h − garments avoided · h of a new garment − recycled kg · h of the virgin fibre`,
//! the same for pathway and baseline; `Δ = H_pathway − H_baseline`; gained = Σ Δ⁺, lost = Σ Δ⁻.

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
}

impl Totals {
    /// Gained − lost; never shown without both.
    pub fn net(&self) -> f64 {
        self.gained - self.lost
    }
}

/// What break-even needs of one network, hours per 1000 pieces.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct BeforeDisplacement {
    /// Own work less the virgin fibre work replaced by recycled output.
    pub without_garments: f64,
    /// Passages from return stages into use, per piece.
    pub passages: f64,
}

/// The one displacement that, used on every return stage of both networks, makes the net zero.
///
/// `d = (A_pathway − A_baseline) / ((P_pathway − P_baseline) · h_garment · 1000)`; `None` unless the pathway has more
/// passages than the baseline and a new garment holds work. It may lie outside 0..1.
pub fn break_even(
    pathway: BeforeDisplacement,
    baseline: BeforeDisplacement,
    garment_hours: f64,
) -> Option<f64> {
    let passages = pathway.passages - baseline.passages;
    let displaced = passages * garment_hours * 1000.0;
    (passages > 0.0 && garment_hours > 0.0)
        .then(|| (pathway.without_garments - baseline.without_garments) / displaced)
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
