//! Cloth that a part is cut from, where its mass was given as cloth weight times area.
//!
//! Invariant: the mass of a part stands beside it; whoever changes one of them makes the other follow.

use crate::quantity::Mass;

/// Cloth weight and how much cloth: m = weight × area × share kept / 1000, in kg.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Cloth {
    /// Cloth weight in g/m², above 0.
    pub gsm: f64,
    /// How much cloth.
    pub extent: Extent,
    /// Share of it that is in the finished piece, above 0; 1 where the area is that of the finished piece.
    pub kept: f64,
}

/// How much cloth is meant.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Extent {
    /// Square metres, 0 or more.
    Area(f64),
    /// Running metres of cloth of some width: consumption × width.
    Length {
        /// Running metres, 0 or more.
        metres: f64,
        /// Width of the cloth in metres, above 0.
        width_m: f64,
    },
}

impl Extent {
    /// Area in m².
    pub fn square_metres(self) -> f64 {
        match self {
            Self::Area(area) => area,
            Self::Length { metres, width_m } => metres * width_m,
        }
    }
}

impl Cloth {
    /// Mass in the finished piece in kg.
    pub fn kg(&self) -> f64 {
        self.gsm * self.extent.square_metres() * self.kept / 1000.0
    }

    /// The same cloth, as much of it as weighs `mass`; width and share kept stay. The same where a figure that divides is 0.
    #[must_use]
    pub fn weighing(self, mass: Mass) -> Self {
        let area = mass.grams() / (self.gsm * self.kept);
        let extent = match self.extent {
            Extent::Area(_) => Extent::Area(area),
            Extent::Length { width_m, .. } => Extent::Length {
                metres: area / width_m,
                width_m,
            },
        };
        if extent.square_metres().is_finite() {
            Self { extent, ..self }
        } else {
            self
        }
    }

    /// True where it weighs `mass`, but for rounding.
    pub fn weighs(&self, mass: Mass) -> bool {
        const CLOSE: f64 = 1e-6;
        (self.kg() - mass.get()).abs() <= CLOSE * mass.get().max(self.kg())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mass_is_weight_times_area_times_what_is_kept() {
        let area = Cloth {
            gsm: 180.0,
            extent: Extent::Area(1.2),
            kept: 1.0,
        };
        assert!((area.kg() - 0.216).abs() < 1e-12);
        let length = Cloth {
            gsm: 200.0,
            extent: Extent::Length {
                metres: 1.4,
                width_m: 1.5,
            },
            kept: 0.8,
        };
        assert!((length.kg() - 0.336).abs() < 1e-12);
    }

    #[test]
    fn another_mass_changes_area_or_length_and_nothing_else() {
        let mass = Mass::new(0.36).unwrap();
        for extent in [
            Extent::Area(0.0),
            Extent::Length {
                metres: 1.0,
                width_m: 1.5,
            },
        ] {
            let cloth = Cloth {
                gsm: 180.0,
                extent,
                kept: 0.8,
            };
            let heavier = cloth.weighing(mass);
            assert!(heavier.weighs(mass), "{heavier:?}");
            assert!((heavier.extent.square_metres() - 2.5).abs() < 1e-12);
            assert!((heavier.gsm - 180.0).abs() < 1e-12 && (heavier.kept - 0.8).abs() < 1e-12);
        }
    }
}
