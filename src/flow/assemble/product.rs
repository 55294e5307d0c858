//! The product as numbers: parts with their feedstock, and masses from fibre to garment.

use super::Builder;
use crate::flow::network::PartNumbers;
use crate::flow::notice::Notice;
use crate::flow::slot::Slot;
use crate::flow::{DrawKey, InputKey};
use crate::model::{Estimate, Feedstock, FibreId, FibreLine, Making, Name, Origin, Part, PartId, ProcessId};
use std::collections::BTreeMap;

/// Masses per piece, kg.
#[derive(Debug, Clone, Default)]
pub struct ProductMasses {
    /// In the finished piece.
    pub product: Option<Slot>,
    /// Bought fabric and trims.
    pub gross: Option<Slot>,
    /// Fibre that all losses back to spinning ask for.
    pub fibre_input: Option<Slot>,
    /// Fibres in the finished piece.
    pub fibres: BTreeMap<FibreId, f64>,
    /// The chain of each part.
    pub chains: Vec<(PartId, Chain)>,
}

/// Masses of one part through its making, kg per piece: each is the output of its stage.
#[derive(Debug, Clone, Copy)]
pub struct Chain {
    /// In the finished piece.
    pub finished: Slot,
    /// Into cutting: bought fabric.
    pub gross: Slot,
    /// Out of weaving or knitting.
    pub formed: Slot,
    /// Yarn out of spinning.
    pub yarn: Slot,
    /// Fibre into spinning.
    pub fibre: Slot,
}

impl Chain {
    /// The processes of `making` in their order, each with the mass that it gives out; none of what is bought ready.
    pub fn steps<'a>(&self, making: &'a Making) -> Vec<(&'a ProcessId, Slot)> {
        let Making::Cloth {
            spinning,
            forming,
            dyeing,
            ..
        } = making
        else {
            return Vec::new();
        };
        let steps = [
            (Some(spinning), self.yarn),
            (forming.as_ref(), self.formed),
            (dyeing.as_ref(), self.gross),
        ];
        steps
            .into_iter()
            .filter_map(|(id, mass)| Some((id?, mass)))
            .collect()
    }
}

impl Builder<'_> {
    pub(super) fn product(&mut self) -> (Vec<PartNumbers<Slot>>, ProductMasses) {
        let project = self.project;
        let parts: Vec<_> = project.product.parts.iter().map(|part| self.part(part)).collect();
        let made = project.product.parts.iter().zip(&parts);
        let chains: Vec<(PartId, Chain)> = made
            .map(|(part, numbers)| (part.id.clone(), self.chain(part, numbers.mass_kg)))
            .collect();
        let mass: f64 = project.product.parts.iter().map(|part| part.mass.get()).sum();
        if mass <= 0.0 {
            self.notices.push(Notice::NoMass);
        }
        let hard = |part: &&Part| part.is_hard();
        let hard: Vec<&PartId> = project
            .product
            .parts
            .iter()
            .filter(hard)
            .map(|part| &part.id)
            .collect();
        let product = self.slots.total(chains.iter().map(|(_, chain)| chain.finished));
        let gross = self.slots.total(chains.iter().map(|(_, chain)| chain.gross));
        let with_fibre = chains
            .iter()
            .filter(|(id, _)| !hard.contains(&id))
            .map(|(_, chain)| chain.fibre);
        let fibre_input = self.slots.total(with_fibre);
        let masses = ProductMasses {
            product: Some(product),
            gross: Some(gross),
            fibre_input: Some(fibre_input),
            fibres: self.fibre_masses(),
            chains,
        };
        (parts, masses)
    }

    fn fibre_masses(&self) -> BTreeMap<FibreId, f64> {
        let mut masses = BTreeMap::new();
        for part in &self.project.product.parts {
            let stated: f64 = part.fibres.iter().map(|line| line.share.get()).sum();
            for line in &part.fibres {
                *masses.entry(line.fibre.clone()).or_insert(0.0) += part.mass.get() * line.share.get();
            }
            if stated < 1.0 - 1e-9 {
                *masses.entry("other".into()).or_insert(0.0) += part.mass.get() * (1.0 - stated);
            }
        }
        masses
    }

    fn part(&mut self, part: &Part) -> PartNumbers<Slot> {
        self.check_fibres(part);
        if part.mass.get() <= 0.0 {
            self.notices.push(Notice::PartWithoutMass(part.id.clone()));
        }
        let [textile, other, reused, sustained] = feedstock(part);
        PartNumbers {
            id: part.id.clone(),
            mass_kg: self.slots.constant(part.mass.get()),
            f_r_textile: self.slots.constant(textile),
            f_r_other: self.slots.constant(other),
            f_u: self.slots.constant(reused),
            f_s: self.slots.constant(sustained),
            e_f: self.feedstock_efficiency(part),
        }
    }

    fn check_fibres(&mut self, part: &Part) {
        let sum: f64 = part.fibres.iter().map(|line| line.share.get()).sum();
        if (sum - 1.0).abs() > 1e-9 {
            self.notices.push(Notice::FibreSum {
                part: part.id.clone(),
                sum,
            });
        }
        for line in &part.fibres {
            if self.library.fibre(&line.fibre).is_none() {
                self.notices.push(Notice::UnknownFibre {
                    part: part.id.clone(),
                    fibre: line.fibre.clone(),
                });
            }
        }
    }

    /// `E_F` of a part: lines weigh by the waste they cause, so `1/E_F = Σ(F_R/E) / ΣF_R`.
    fn feedstock_efficiency(&mut self, part: &Part) -> Slot {
        let recycled: Vec<&FibreLine> = part
            .fibres
            .iter()
            .filter(|line| line.share.get() * line.feedstock.recycled.get() > 0.0)
            .collect();
        let mut shares = Vec::new();
        let mut inputs = Vec::new();
        for line in recycled {
            let share = self
                .slots
                .constant(line.share.get() * line.feedstock.recycled.get());
            let efficiency = self.factor(&efficiency_factor(line));
            shares.push(share);
            inputs.push(self.slots.quotient(share, efficiency));
        }
        match (shares.as_slice(), inputs.as_slice()) {
            ([], _) | (_, []) => self.slots.constant(1.0),
            _ => {
                let share = self.slots.total(shares);
                let input = self.slots.total(inputs);
                self.slots.quotient(share, input)
            }
        }
    }

    /// The masses of a part from its finished mass back.
    fn chain(&mut self, part: &Part, finished: Slot) -> Chain {
        let Making::Cloth {
            spinning,
            forming,
            dyeing,
            cutting_loss,
        } = &part.making
        else {
            return Chain {
                finished,
                gross: finished,
                formed: finished,
                yarn: finished,
                fibre: finished,
            };
        };
        let cutting = self.cutting_loss(part, *cutting_loss);
        let gross = self.before_loss(finished, cutting);
        let formed = self.before_process(part, dyeing.as_ref(), gross);
        let yarn = self.before_process(part, forming.as_ref(), formed);
        let fibre = self.before_process(part, Some(spinning), yarn);
        Chain {
            finished,
            gross,
            formed,
            yarn,
            fibre,
        }
    }

    fn cutting_loss(&mut self, part: &Part, own: Option<Estimate>) -> Slot {
        match own {
            Some(own) => {
                let key = InputKey::CuttingLoss(part.id.clone());
                let name = Name::new(
                    format!("cutting loss of {}", part.name.en),
                    format!("{}的裁剪损耗", part.name.zh),
                );
                self.own(key.clone(), DrawKey::Alone(key), name, own, "share")
            }
            None => self.kind_factor("making_loss"),
        }
    }

    /// A factor of the kind of garment.
    pub(super) fn kind_factor(&mut self, column: &str) -> Slot {
        let kind = &self.project.product.kind;
        if self.library.kind(kind).is_none() {
            self.notices.push(Notice::UnknownKind(kind.clone()));
            let neutral = if column == "making_loss" { 0.0 } else { 1.0 };
            return self.slots.constant(neutral);
        }
        self.factor(&format!("kind.{kind}.{column}"))
    }

    /// `gross = m / (1 − loss)`, losses on the input basis.
    fn before_loss(&mut self, mass: Slot, loss: Slot) -> Slot {
        let kept = self.slots.rest(loss);
        self.slots.quotient(mass, kept)
    }

    fn before_process(&mut self, part: &Part, process: Option<&ProcessId>, mass: Slot) -> Slot {
        let Some(process) = process else { return mass };
        if self.library.process(process).is_none() {
            self.notices.push(Notice::UnknownProcess {
                part: part.id.clone(),
                process: process.clone(),
            });
            return mass;
        }
        let loss = self.factor(&format!("process.{process}.loss"));
        self.before_loss(mass, loss)
    }
}

/// Shares of a part's mass that are recycled from textiles, recycled from other waste, reused, and grown sustainably.
pub fn feedstock(part: &Part) -> [f64; 4] {
    let of = |share: fn(&Feedstock) -> f64| -> f64 {
        let lines = part.fibres.iter();
        lines.map(|line| line.share.get() * share(&line.feedstock)).sum()
    };
    [
        of(|f| {
            if f.origin.is_textile() {
                f.recycled.get()
            } else {
                0.0
            }
        }),
        of(|f| {
            if f.origin.is_textile() {
                0.0
            } else {
                f.recycled.get()
            }
        }),
        of(|f| f.reused.get()),
        of(|f| f.sustained.get()),
    ]
}

/// `E_F` of a part as a number, where `value` knows the factors.
pub fn efficiency(part: &Part, value: impl Fn(&str) -> f64) -> f64 {
    let (mut share, mut input) = (0.0, 0.0);
    for line in &part.fibres {
        let recycled = line.share.get() * line.feedstock.recycled.get();
        if recycled > 0.0 {
            share += recycled;
            input += recycled / value(&efficiency_factor(line));
        }
    }
    if share > 0.0 { share / input } else { 1.0 }
}

/// The factor of `E_F` for a recycled line: its route's recovery, or the default of its origin.
fn efficiency_factor(line: &FibreLine) -> String {
    if let Some(route) = &line.feedstock.route {
        return format!("route.{route}.recovery");
    }
    let cellulose = matches!(line.fibre.as_str(), "cotton" | "linen" | "hemp");
    match line.feedstock.origin {
        Origin::OtherWaste => "assumption.e_f_bottle".to_owned(),
        Origin::TextilePreConsumer if cellulose => "route.mech_cotton_pre.recovery".to_owned(),
        Origin::TextilePostConsumer if cellulose => "route.mech_cotton_post.recovery".to_owned(),
        _ if line.fibre.as_str() == "wool" => "route.mech_wool.recovery".to_owned(),
        _ => "route.thermo_pet.recovery".to_owned(),
    }
}
