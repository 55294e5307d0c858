//! Inflow and outflow bars: what a piece is made of, and where its mass ends, each summing to 1.
//!
//! Source: ISO 59020:2024, core indicators A.2.2–A.2.4 (inflow) and A.3.3–A.3.5 (outflow, mutually exclusive).

use crate::flow::network::EndClass;
use crate::quantity::Number;

/// Shares of the mass in the finished piece.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Inflow<N = f64> {
    /// From earlier products.
    pub reused: N,
    /// Recycled from textile waste.
    pub recycled_textile: N,
    /// Recycled from other waste.
    pub recycled_other: N,
    /// Renewable with evidence of sustained production.
    pub renewable: N,
    /// Everything else.
    pub virgin: N,
}

impl<N: Number> Inflow<N> {
    /// Recycled content of any origin.
    pub fn recycled(&self) -> N {
        self.recycled_textile + self.recycled_other
    }
}

impl Inflow {
    /// The shares in the order of the bar.
    pub fn shares(&self) -> [f64; 5] {
        [
            self.reused,
            self.recycled_textile,
            self.recycled_other,
            self.renewable,
            self.virgin,
        ]
    }
}

/// Mass of one part with its feedstock shares.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct InflowPart<N = f64> {
    /// Mass, kg.
    pub m: N,
    /// Recycled share from textile waste.
    pub f_r_textile: N,
    /// Recycled share from other waste.
    pub f_r_other: N,
    /// Reused share.
    pub f_u: N,
    /// Share from sustained production.
    pub f_s: N,
}

/// The inflow bar of `parts`; all zero without mass.
pub fn inflow<N: Number>(parts: impl IntoIterator<Item = InflowPart<N>>) -> Inflow<N> {
    let (mut sum, mut mass) = (Inflow::<N>::default(), N::ZERO);
    for part in parts {
        mass += part.m;
        sum.reused += part.m * part.f_u;
        sum.recycled_textile += part.m * part.f_r_textile;
        sum.recycled_other += part.m * part.f_r_other;
        sum.renewable += part.m * part.f_s;
    }
    let share = |kg: N| mass.if_above(0.0, kg / mass, N::ZERO);
    let known = share(sum.reused + sum.recycled_textile + sum.recycled_other + sum.renewable);
    Inflow {
        reused: share(sum.reused),
        recycled_textile: share(sum.recycled_textile),
        recycled_other: share(sum.recycled_other),
        renewable: share(sum.renewable),
        virgin: mass.if_above(0.0, N::ONE - known, N::ZERO),
    }
}

/// Shares of the mass of the piece by where it ends. Lives as a garment are not in it.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Outflow<N = f64> {
    /// Reused as components.
    pub reused: N,
    /// Recycled, same grade.
    pub recycled: N,
    /// Recycled to a lower grade.
    pub downcycled: N,
    /// Composted.
    pub biological: N,
    /// Energy recovery.
    pub energy: N,
    /// Incinerated, landfilled, exported with fate unknown, litter, and what is not yet decided.
    pub linear: N,
    /// Of that, not yet decided: said apart, never as landfill.
    pub undecided: N,
}

impl Outflow {
    /// The shares in the order of the bar.
    pub fn shares(&self) -> [f64; 6] {
        [
            self.reused,
            self.recycled,
            self.downcycled,
            self.biological,
            self.energy,
            self.linear,
        ]
    }
}

impl<N: Number> Outflow<N> {
    /// What is linear for sure: landfilled, burnt without energy, exported with fate unknown, or litter.
    pub fn lost(&self) -> N {
        self.linear - self.undecided
    }

    fn place(&mut self, class: EndClass) -> &mut N {
        match class {
            EndClass::Component => &mut self.reused,
            EndClass::Recycled => &mut self.recycled,
            EndClass::Downcycled => &mut self.downcycled,
            EndClass::Biological => &mut self.biological,
            EndClass::Energy => &mut self.energy,
            EndClass::Incinerated
            | EndClass::Landfilled
            | EndClass::Exported
            | EndClass::Litter
            | EndClass::Undecided => &mut self.linear,
        }
    }
}

/// The outflow bar of a piece of `mass` kg from the kg at its `ends`; all zero without mass.
pub fn outflow<N: Number>(ends: impl IntoIterator<Item = (EndClass, N)>, mass: N) -> Outflow<N> {
    let mut bar = Outflow::<N>::default();
    for (class, kg) in ends {
        let share = mass.if_above(0.0, kg / mass, N::ZERO);
        *bar.place(class) += share;
        if class == EndClass::Undecided {
            bar.undecided += share;
        }
    }
    bar
}

/// Material circularity: `(circular inflow + circular outflow) / (total inflow + total outflow)`.
///
/// Downcycling, energy and landfill are linear. Source: WBCSD, *Circular Transition Indicators* 4.0, 2023, "% material
/// circularity" with inflow and outflow weighed by mass.
pub fn material_circularity<N: Number>(inflow: &Inflow<N>, outflow: &Outflow<N>) -> N {
    let into = inflow.reused + inflow.recycled() + inflow.renewable;
    let out = outflow.reused + outflow.recycled + outflow.biological;
    (into + out) / N::of(2.0)
}

/// V and W with production waste: what is cut away was bought with the same feedstock, and is waste.
///
/// `V·gross/m` and `W + (gross − m)`; without mass both are as they were.
pub fn with_production<N: Number>(v: N, w: N, m: N, gross: N) -> (N, N) {
    (
        m.if_above(0.0, v * gross / m, v),
        m.if_above(0.0, w + gross - m, w),
    )
}
