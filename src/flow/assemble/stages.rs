//! Stages of a pathway: roles, exits and work lines, and the stages that the method adds (output ends, disassembly).

use super::material::disassembly_of;
use super::{Builder, GateAnswer};
use crate::data::{Domain, Mark};
use crate::flow::network::{Basis, Body, End, EndClass, Exit, Item, ItemRole, Network, Stage, WorkLine};
use crate::flow::notice::Notice;
use crate::flow::slot::{Input, InputOrigin, Slot};
use crate::model::{
    self, ActivityId, EndKind, Estimate, FactorId, Link, MaxLives, Name, Pathway, PlaceId, StageId, StageKind,
};

impl Builder<'_> {
    pub(super) fn pathway(&mut self, pathway: &Pathway) -> (Network<Slot>, Vec<GateAnswer>) {
        let average_wears = self.kind_factor("wears");
        let mut stages = Vec::with_capacity(pathway.stages.len() * 2);
        let mut answers = Vec::new();
        for stage in &pathway.stages {
            match &stage.kind {
                StageKind::Material(route) => match self.library.route(route) {
                    Some(route) => answers.extend(self.material(&pathway.id, stage, route, &mut stages)),
                    None => self.unknown_route(stage, route, &mut stages),
                },
                StageKind::End(kind) => {
                    let end = self.end(stage, *kind);
                    stages.push(end);
                }
                _ => {
                    let item = self.item(pathway, stage, average_wears);
                    stages.push(item);
                }
            }
        }
        let max_lives = match pathway.max_lives {
            MaxLives::Unlimited => None,
            MaxLives::Lives(lives) => Some(lives),
        };
        let (id, start) = (pathway.id.clone(), pathway.start.clone());
        (
            Network {
                id,
                start,
                max_lives,
                average_wears,
                stages,
            },
            answers,
        )
    }

    fn item(&mut self, pathway: &Pathway, stage: &model::Stage, average_wears: Slot) -> Stage<Slot> {
        let role = self.role(pathway, stage, average_wears);
        let exits = self.exits(pathway, stage);
        let work = self.item_work(stage);
        let body = Body::Item(Item {
            role,
            exits,
            fallback: stage.fallback.clone(),
        });
        Stage {
            id: stage.id.clone(),
            body,
            work,
        }
    }

    fn role(&mut self, pathway: &Pathway, stage: &model::Stage, average_wears: Slot) -> ItemRole<Slot> {
        match stage.kind {
            StageKind::Use => {
                let service_first = self.first_life();
                let later = self.stage_figure(pathway, stage, "assumption.service_later", "share");
                let service_later = self.slots.product(service_first, later);
                ItemRole::Use {
                    service_first,
                    service_later,
                }
            }
            StageKind::RentalUse => {
                let cycle = self.stage_figure(pathway, stage, "assumption.service_rental_cycle", "wears");
                ItemRole::Use {
                    service_first: cycle,
                    service_later: cycle,
                }
            }
            StageKind::Rental => {
                // A hand-over replaces only as much of a garment as one cycle wears.
                let per_life = self.stage_figure(pathway, stage, "reuse.rental.displacement", "share");
                let cycle = self.rental_cycle(pathway);
                let worn = self.slots.quotient(cycle, average_wears);
                ItemRole::Return {
                    displacement: self.slots.product(per_life, worn),
                }
            }
            StageKind::Repair | StageKind::Resale | StageKind::Export => {
                let factor = displacement_factor(&stage.kind, &stage.place);
                ItemRole::Return {
                    displacement: self.stage_figure(pathway, stage, factor, "share"),
                }
            }
            _ => ItemRole::Other,
        }
    }

    /// Wears of a first life: the designer's own, or the average of the kind.
    fn first_life(&mut self) -> Slot {
        match self.project.product.wears {
            Some(own) => {
                let name = Name::new("wears in a first life", "首次使用周期的穿着次数");
                self.own("product.wears".into(), "product.wears".into(), name, own, "wears")
            }
            None => self.kind_factor("wears"),
        }
    }

    /// Wears per cycle of the rental use stage of `pathway`.
    fn rental_cycle(&mut self, pathway: &Pathway) -> Slot {
        match pathway
            .stages
            .iter()
            .find(|stage| stage.kind == StageKind::RentalUse)
        {
            Some(stage) => self.stage_figure(pathway, stage, "assumption.service_rental_cycle", "wears"),
            None => self.factor("assumption.service_rental_cycle"),
        }
    }

    /// The stage's own figure, or the library's factor.
    fn stage_figure(&mut self, pathway: &Pathway, stage: &model::Stage, factor: &str, unit: &str) -> Slot {
        let Some(own) = stage.own else {
            return self.factor(factor);
        };
        let name = self
            .library
            .factor(factor)
            .map_or_else(Name::default, |factor| factor.name.clone());
        let key = Self::pathway_key(&pathway.id, &format!("{}.own", stage.id));
        self.own(key, factor.to_owned(), name, own, unit)
    }

    fn exits(&mut self, pathway: &Pathway, stage: &model::Stage) -> Vec<Exit<Slot>> {
        let sum: f64 = stage.exits.iter().map(|link| link.share.get()).sum();
        if (sum - 1.0).abs() > 1e-9 {
            self.notices.push(Notice::ExitSum {
                stage: stage.id.clone(),
                sum,
            });
        }
        let shares: Vec<Slot> = stage
            .exits
            .iter()
            .map(|link| self.share(pathway, stage, link))
            .collect();
        let shares = if shares.len() == 1 && (sum - 1.0).abs() <= 1e-9 {
            shares
        } else {
            self.slots.normalised(&shares)
        };
        let targets = stage.exits.iter().map(|link| self.entry(pathway, &link.to));
        targets
            .zip(shares)
            .map(|(to, share)| Exit { to, share })
            .collect()
    }

    fn share(&mut self, pathway: &Pathway, stage: &model::Stage, link: &Link) -> Slot {
        if link.share.get() >= 1.0 {
            return self.slots.constant(1.0);
        }
        let key = Self::pathway_key(&pathway.id, &format!("{}.{}", stage.id, link.to));
        let basis = link
            .basis
            .as_ref()
            .and_then(|id| self.library.factor(id.as_str()));
        let same = basis.filter(|factor| (factor.figure.value - link.share.get()).abs() < 1e-12);
        let mut figure = super::factors::own_figure(
            Estimate {
                value: link.share.get(),
                range: link.range.map(|(low, high)| (low.get(), high.get())),
            },
            "share",
            "",
            crate::data::Grade::D,
        );
        let name = link_name(stage, link);
        if let Some(factor) = same {
            figure = crate::data::Sourced {
                low: figure.low.or(factor.figure.low),
                high: figure.high.or(factor.figure.high),
                ..factor.figure.clone()
            };
        } else {
            figure.mark = Mark::Own;
        }
        let draw = link
            .basis
            .clone()
            .unwrap_or_else(|| format!("{}.{}", stage.id, link.to).into());
        let origin = InputOrigin::Project;
        self.slots.input(Input {
            key: FactorId::from(key),
            draw,
            name,
            figure,
            domain: Domain::Share,
            origin,
            fixed: false,
        })
    }

    /// Where a link to `to` enters: before a material stage with hand removal stands its disassembly.
    fn entry(&self, pathway: &Pathway, to: &StageId) -> StageId {
        let route = pathway.stage(to).and_then(|stage| match &stage.kind {
            StageKind::Material(route) => self.library.route(route),
            _ => None,
        });
        match route {
            Some(route) if self.is_disassembled(route) => disassembly_of(to),
            _ => to.clone(),
        }
    }

    fn item_work(&mut self, stage: &model::Stage) -> Vec<WorkLine<Slot>> {
        let place = &stage.place;
        match stage.kind {
            StageKind::Collection => self.line("collection", place, Basis::Kg),
            StageKind::Sorting => self.line("sorting", place, Basis::Kg),
            StageKind::Preparation => self.line("prep_reuse", place, Basis::Kg),
            StageKind::Resale | StageKind::Export => self.line("resale", place, Basis::Kg),
            StageKind::Repair => {
                let factor = repair_factor(place);
                self.per_piece("repair", place, factor)
            }
            StageKind::Rental => self.per_piece("rental", place, "assumption.rental_hours_per_cycle"),
            _ => Vec::new(),
        }
    }

    fn line(&mut self, activity: &str, place: &PlaceId, basis: Basis) -> Vec<WorkLine<Slot>> {
        let activity = ActivityId::from(activity);
        let hours = self.hours_per_kg(&activity, place);
        hours
            .map(|hours| WorkLine {
                activity,
                place: place.clone(),
                basis,
                hours,
            })
            .into_iter()
            .collect()
    }

    fn per_piece(&mut self, activity: &str, place: &PlaceId, factor: &str) -> Vec<WorkLine<Slot>> {
        let activity = ActivityId::from(activity);
        let hours = self.factor(factor);
        self.hours_direct(&activity, place, factor, hours);
        vec![WorkLine {
            activity,
            place: place.clone(),
            basis: Basis::Piece,
            hours,
        }]
    }

    fn end(&mut self, stage: &model::Stage, kind: EndKind) -> Stage<Slot> {
        let (class, activity) = match kind {
            EndKind::EnergyRecovery | EndKind::RefuseDerivedFuel => (EndClass::Energy, Some("incin_plant")),
            EndKind::Incineration => (EndClass::Incinerated, Some("incin_plant")),
            EndKind::Landfill => (EndClass::Landfilled, Some("landfill_site")),
            EndKind::Exported => (EndClass::Exported, None),
            EndKind::Litter => (EndClass::Litter, None),
        };
        let work = activity.map_or_else(Vec::new, |activity| self.line(activity, &stage.place, Basis::Kg));
        let closed_share = self.slots.constant(0.0);
        Stage {
            id: stage.id.clone(),
            body: Body::End(End {
                class,
                closed_share,
                displaces: Vec::new(),
            }),
            work,
        }
    }
}

fn link_name(stage: &model::Stage, link: &Link) -> Name {
    let from = |word: &str| {
        if word.is_empty() {
            stage.id.to_string()
        } else {
            word.to_owned()
        }
    };
    Name::new(
        format!("share from {} to {}", from(&stage.name.en), link.to),
        format!("{}→{}的占比", from(&stage.name.zh), link.to),
    )
}

/// The library's figure of new garments avoided per passage: the route's, at the place where it is.
/// The factor that stands in where `stage` has no figure of its own; none for stages that need none.
pub fn own_factor(stage: &model::Stage) -> Option<&'static str> {
    match &stage.kind {
        StageKind::Use => Some("assumption.service_later"),
        StageKind::RentalUse => Some("assumption.service_rental_cycle"),
        StageKind::Rental => Some("reuse.rental.displacement"),
        kind @ (StageKind::Repair | StageKind::Resale | StageKind::Export) => {
            Some(displacement_factor(kind, &stage.place))
        }
        _ => None,
    }
}

fn displacement_factor(kind: &StageKind, place: &PlaceId) -> &'static str {
    match (kind, place.as_str()) {
        (StageKind::Repair, _) => "reuse.repair.displacement",
        (StageKind::Export, _) => "reuse.export_mozambique.displacement",
        (_, "FR") => "reuse.reuse_fr.displacement",
        (_, "EU") => "reuse.resale_online.displacement",
        _ => "reuse.cn_default.displacement",
    }
}

/// Hours of one repair: the European figure in Europe, else the Chinese one.
fn repair_factor(place: &PlaceId) -> &'static str {
    match place.as_str() {
        "EU" | "FR" => "assumption.repair_hours_per_piece.EU",
        _ => "assumption.repair_hours_per_piece.CN",
    }
}
