//! EU readiness: a checklist against the points of the proposal, never a number, never law.
//!
//! How the ten points of the proposal split is not known, so no score is made of it. Points that the model does not
//! hold read "not asked".

use crate::model::PartId;

/// One point of the checklist.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Point {
    /// Elastane at most 15 %, or 20 % where more than 80 % is polyamide 6.
    Elastane,
    /// Inside and outside of the same composition.
    SameInside,
    /// One fibre per part.
    MonoMaterial,
    /// No print.
    NoPrint,
    /// No coating or lamination.
    NoCoating,
    /// No sequins, beads, metallic thread.
    NoSequins,
    /// No dyes that block sorting, such as carbon black.
    NoBlockingDyes,
}

impl Point {
    /// All points in the order of the list.
    pub const ALL: [Self; 7] = [
        Self::Elastane,
        Self::SameInside,
        Self::MonoMaterial,
        Self::NoPrint,
        Self::NoCoating,
        Self::NoSequins,
        Self::NoBlockingDyes,
    ];

    /// A stable word for scripts.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Elastane => "elastane",
            Self::SameInside => "same_inside",
            Self::MonoMaterial => "mono_material",
            Self::NoPrint => "no_print",
            Self::NoCoating => "no_coating",
            Self::NoSequins => "no_sequins",
            Self::NoBlockingDyes => "no_blocking_dyes",
        }
    }
}

/// The answer to one point.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Met {
    /// Met.
    Met,
    /// Not met.
    NotMet,
    /// The model does not hold it.
    NotAsked,
}

impl Met {
    /// The words of the contract.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Met => "met",
            Self::NotMet => "not met",
            Self::NotAsked => "not asked",
        }
    }

    fn of(met: bool) -> Self {
        if met { Self::Met } else { Self::NotMet }
    }
}

/// One point with its answer and the part that decides.
#[derive(Debug, Clone, PartialEq)]
pub struct Check {
    /// The point.
    pub point: Point,
    /// The answer.
    pub verdict: Met,
    /// The part that decides, where one does.
    pub part: Option<PartId>,
    /// The share that was found, for elastane.
    pub found: Option<f64>,
}

/// One cloth part as the checklist sees it; hard parts are not asked.
#[expect(clippy::struct_excessive_bools, reason = "each is asked on its own")]
#[derive(Debug, Clone, PartialEq)]
pub struct Cloth {
    /// The part.
    pub id: PartId,
    /// True for shell, lining, rib and filling; thread and labels are trims.
    pub is_fabric: bool,
    /// Fibres and their shares.
    pub fibres: Vec<(String, f64)>,
    /// Printed.
    pub printed: bool,
    /// Coated or laminated.
    pub coated: bool,
    /// Dyed with carbon black.
    pub carbon_black: bool,
    /// True where somebody stated these; else what is not there was not asked.
    pub finishes_stated: bool,
}

impl Cloth {
    fn share(&self, fibre: &str) -> f64 {
        self.fibres
            .iter()
            .filter(|(id, _)| id == fibre)
            .map(|(_, share)| share)
            .sum()
    }

    fn elastane_excess(&self) -> f64 {
        let limit = if self.share("pa6") > 0.80 { 0.20 } else { 0.15 };
        self.share("elastane") - limit
    }

    fn main_fibres(&self) -> Vec<(&str, f64)> {
        let mut fibres: Vec<(&str, f64)> = self
            .fibres
            .iter()
            .map(|(id, share)| (id.as_str(), *share))
            .collect();
        fibres.retain(|(_, share)| *share > 0.0);
        fibres.sort_by(|a, b| a.0.cmp(b.0));
        fibres
    }
}

/// The checklist of a product made of `cloth`.
pub fn checklist(cloth: &[Cloth]) -> Vec<Check> {
    Point::ALL.into_iter().map(|point| check(point, cloth)).collect()
}

fn check(point: Point, cloth: &[Cloth]) -> Check {
    let fabrics = || cloth.iter().filter(|part| part.is_fabric);
    let first = |wrong: &dyn Fn(&&Cloth) -> bool| {
        let part = cloth.iter().find(wrong).map(|part| part.id.clone());
        let is_open = part.is_none() && cloth.iter().any(|part| !part.finishes_stated);
        Check {
            point,
            verdict: if is_open {
                Met::NotAsked
            } else {
                Met::of(part.is_none())
            },
            part,
            found: None,
        }
    };
    match point {
        Point::Elastane => {
            let worst = cloth
                .iter()
                .max_by(|a, b| a.elastane_excess().total_cmp(&b.elastane_excess()));
            let verdict = worst.map_or(Met::Met, |part| Met::of(part.elastane_excess() <= 1e-9));
            let found = worst.map(|part| part.share("elastane"));
            Check {
                point,
                verdict,
                part: worst.map(|part| part.id.clone()),
                found,
            }
        }
        Point::SameInside => {
            let shell = fabrics().next().map(Cloth::main_fibres);
            let other = fabrics()
                .find(|part| Some(part.main_fibres()) != shell)
                .map(|part| part.id.clone());
            Check {
                point,
                verdict: Met::of(other.is_none()),
                part: other,
                found: None,
            }
        }
        Point::MonoMaterial => {
            let blend = fabrics()
                .find(|part| part.main_fibres().len() > 1)
                .map(|part| part.id.clone());
            Check {
                point,
                verdict: Met::of(blend.is_none()),
                part: blend,
                found: None,
            }
        }
        Point::NoPrint => first(&|part| part.printed),
        Point::NoCoating => first(&|part| part.coated),
        Point::NoBlockingDyes => first(&|part| part.carbon_black),
        Point::NoSequins => Check {
            point,
            verdict: Met::NotAsked,
            part: None,
            found: None,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cloth(name: &str, fibres: &[(&str, f64)]) -> Cloth {
        Cloth {
            id: name.into(),
            is_fabric: true,
            fibres: fibres
                .iter()
                .map(|(id, share)| ((*id).to_owned(), *share))
                .collect(),
            printed: false,
            coated: false,
            carbon_black: false,
            finishes_stated: true,
        }
    }

    #[test]
    fn what_nobody_stated_is_not_asked() {
        let open = Cloth {
            finishes_stated: false,
            ..cloth("a", &[("cotton", 1.0)])
        };
        let of = |cloth: &Cloth| {
            let checks = checklist(std::slice::from_ref(cloth));
            [Point::NoPrint, Point::NoCoating, Point::NoBlockingDyes].map(|point| {
                checks
                    .iter()
                    .find(|check| check.point == point)
                    .map(|check| check.verdict)
            })
        };
        assert_eq!(of(&open), [Some(Met::NotAsked); 3]);
        let printed = Cloth {
            printed: true,
            ..open.clone()
        };
        assert_eq!(
            of(&printed),
            [Some(Met::NotMet), Some(Met::NotAsked), Some(Met::NotAsked)]
        );
        assert_eq!(of(&cloth("a", &[("cotton", 1.0)])), [Some(Met::Met); 3]);
    }

    #[test]
    fn elastane_has_its_exception() {
        let verdict = |cloth: Cloth| checklist(&[cloth])[0].verdict;
        assert_eq!(
            verdict(cloth("a", &[("cotton", 0.84), ("elastane", 0.16)])),
            Met::NotMet
        );
        assert_eq!(
            verdict(cloth("a", &[("pa6", 0.82), ("elastane", 0.18)])),
            Met::Met
        );
        assert_eq!(
            verdict(cloth("a", &[("pa6", 0.79), ("elastane", 0.21)])),
            Met::NotMet
        );
    }

    #[test]
    fn what_the_model_does_not_hold_is_not_asked() {
        let list = checklist(&[
            cloth("shell", &[("cotton", 1.0)]),
            cloth("lining", &[("polyester", 1.0)]),
        ]);
        let verdict = |point: Point| list.iter().find(|check| check.point == point).unwrap().verdict;
        assert_eq!(verdict(Point::NoSequins), Met::NotAsked);
        assert_eq!(verdict(Point::SameInside), Met::NotMet);
        assert_eq!(verdict(Point::MonoMaterial), Met::Met);
    }
}
