//! Stages of a pathway: roles, exits and work lines, and the stages that the method adds (output ends, disassembly).

use super::material::disassembly_of;
use super::{Builder, GateAnswer};
use crate::data::{Domain, KindBasis, Mark};
use crate::flow::network::{Basis, Body, End, EndClass, Exit, Item, ItemRole, Network, Stage, WorkLine};
use crate::flow::notice::Notice;
use crate::flow::slot::{Input, InputOrigin, Slot};
use crate::model::{
    self, ActivityId, EndKind, Estimate, FactorId, Link, MaxLives, Name, Pathway, PlaceId, StageId,
    StageKind, StageRole,
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
                StageKind::Item(_) => {
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
                hired: None,
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
            new_garment: None,
        });
        Stage {
            id: stage.id.clone(),
            body,
            work,
        }
    }

    fn role(&mut self, pathway: &Pathway, stage: &model::Stage, average_wears: Slot) -> ItemRole<Slot> {
        let figure = self.stage_figure(pathway, stage);
        match (stage.kind.role(), figure) {
            (Some(StageRole::Worn), Some(later)) => {
                let service_first = self.first_life();
                let service_later = self.slots.product(service_first, later);
                ItemRole::Use {
                    service_first,
                    service_later,
                }
            }
            (Some(StageRole::Hired), Some(cycle)) => ItemRole::Use {
                service_first: cycle,
                service_later: cycle,
            },
            (Some(StageRole::Return), Some(displacement)) => {
                let cycle = self.hand_over(pathway, stage);
                // A hand-over replaces only as much of a garment as one cycle wears.
                let displacement = cycle.map_or(displacement, |cycle| {
                    let worn = self.slots.quotient(cycle, average_wears);
                    self.slots.product(displacement, worn)
                });
                ItemRole::Return { displacement }
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

    /// Wears per cycle of the hired use that `stage` hands on to; none where it hands on to none.
    fn hand_over(&mut self, pathway: &Pathway, stage: &model::Stage) -> Option<Slot> {
        let hired = |link: &Link| {
            let to = pathway.stage(&link.to)?;
            (to.kind.role() == Some(StageRole::Hired)).then_some(to)
        };
        let hired = stage.exits.iter().find_map(hired)?;
        self.stage_figure(pathway, hired)
    }

    /// The stage's own figure, or the library's factor; none where its kind has none.
    fn stage_figure(&mut self, pathway: &Pathway, stage: &model::Stage) -> Option<Slot> {
        let library = self.library;
        let row = library.stage_kind(&stage.kind)?.own.as_ref()?;
        let factor = library.at_place(&row.factors, &stage.place)?;
        let Some(own) = stage.own else {
            return Some(self.factor(factor.as_str()));
        };
        let name = library
            .factor(factor.as_str())
            .map_or_else(Name::default, |factor| factor.name.clone());
        let key = Self::pathway_key(&pathway.id, &format!("{}.own", stage.id));
        Some(self.own(key, factor.to_string(), name, own, row.unit.word()))
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
        let library = self.library;
        let row = library.stage_kind(&stage.kind);
        let work = row.map_or(&[][..], |row| &row.work);
        let lines = work.iter().flat_map(|work| {
            let basis = match work.basis {
                KindBasis::Kg => Basis::Kg,
                KindBasis::Piece => Basis::Piece,
            };
            match library.at_place(&work.hours, &stage.place) {
                Some(factor) => self.direct_line(&work.activity, &stage.place, basis, factor),
                None => self.line(work.activity.as_str(), &stage.place, basis),
            }
        });
        lines.collect()
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

    /// Work whose hours a factor gives directly.
    fn direct_line(
        &mut self,
        activity: &ActivityId,
        place: &PlaceId,
        basis: Basis,
        factor: &FactorId,
    ) -> Vec<WorkLine<Slot>> {
        let hours = self.factor(factor.as_str());
        self.hours_direct(activity, place, factor.as_str(), hours);
        vec![WorkLine {
            activity: activity.clone(),
            place: place.clone(),
            basis,
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
                quality: closed_share,
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
