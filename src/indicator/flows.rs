//! Inflow and outflow bars: what a piece is made of, and where its mass ends, each summing to 1.
//!
//! Source: ISO 59020:2024, core indicators A.2.2–A.2.4 (inflow) and A.3.3–A.3.5 (outflow, mutually exclusive).

use crate::flow::network::EndClass;

/// Shares of the mass in the finished piece.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Inflow {
    /// From earlier products.
    pub reused: f64,
    /// Recycled from textile waste.
    pub recycled_textile: f64,
    /// Recycled from other waste.
    pub recycled_other: f64,
    /// Renewable with evidence of sustained production.
    pub renewable: f64,
    /// Everything else.
    pub virgin: f64,
}

impl Inflow {
    /// Recycled content of any origin.
    pub fn recycled(&self) -> f64 {
        self.recycled_textile + self.recycled_other
    }

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
pub struct InflowPart {
    /// Mass, kg.
    pub m: f64,
    /// Recycled share from textile waste.
    pub f_r_textile: f64,
    /// Recycled share from other waste.
    pub f_r_other: f64,
    /// Reused share.
    pub f_u: f64,
    /// Share from sustained production.
    pub f_s: f64,
}

/// The inflow bar of `parts`; all zero without mass.
pub fn inflow(parts: impl IntoIterator<Item = InflowPart>) -> Inflow {
    let (mut sum, mut mass) = (Inflow::default(), 0.0);
    for part in parts {
        mass += part.m;
        sum.reused += part.m * part.f_u;
        sum.recycled_textile += part.m * part.f_r_textile;
        sum.recycled_other += part.m * part.f_r_other;
        sum.renewable += part.m * part.f_s;
    }
    if mass <= 0.0 {
        return Inflow::default();
    }
    let share = |kg: f64| kg / mass;
    let known = share(sum.reused + sum.recycled_textile + sum.recycled_other + sum.renewable);
    Inflow {
        reused: share(sum.reused),
        recycled_textile: share(sum.recycled_textile),
        recycled_other: share(sum.recycled_other),
        renewable: share(sum.renewable),
        virgin: 1.0 - known,
    }
}

/// Shares of the mass of the piece by where it ends. Lives as a garment are not in it.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Outflow {
    /// Reused as components.
    pub reused: f64,
    /// Recycled, same grade.
    pub recycled: f64,
    /// Recycled to a lower grade.
    pub downcycled: f64,
    /// Composted.
    pub biological: f64,
    /// Energy recovery.
    pub energy: f64,
    /// Incinerated, landfilled, exported with fate unknown, litter, and what is not yet decided.
    pub linear: f64,
    /// Of that, not yet decided: said apart, never as landfill.
    pub undecided: f64,
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

    /// What is linear for sure: landfilled, burnt without energy, exported with fate unknown, or litter.
    pub fn lost(&self) -> f64 {
        self.linear - self.undecided
    }

    fn place(&mut self, class: EndClass) -> &mut f64 {
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
pub fn outflow(ends: impl IntoIterator<Item = (EndClass, f64)>, mass: f64) -> Outflow {
    let mut bar = Outflow::default();
    if mass > 0.0 {
        for (class, kg) in ends {
            *bar.place(class) += kg / mass;
            if class == EndClass::Undecided {
                bar.undecided += kg / mass;
            }
        }
    }
    bar
}

/// Material circularity: `(circular inflow + circular outflow) / (total inflow + total outflow)`.
///
/// Downcycling, energy and landfill are linear. Source: WBCSD, *Circular Transition Indicators* 4.0, 2023, "% material
/// circularity" with inflow and outflow weighed by mass.
pub fn material_circularity(inflow: &Inflow, outflow: &Outflow) -> f64 {
    let into = inflow.reused + inflow.recycled() + inflow.renewable;
    let out = outflow.reused + outflow.recycled + outflow.biological;
    f64::midpoint(into, out)
}

/// V and W with production waste: what is cut away was bought with the same feedstock, and is waste.
///
/// `V·gross/m` and `W + (gross − m)`; without mass both are as they were.
pub fn with_production(v: f64, w: f64, m: f64, gross: f64) -> (f64, f64) {
    if m > 0.0 {
        (v * gross / m, w + gross - m)
    } else {
        (v, w)
    }
}
