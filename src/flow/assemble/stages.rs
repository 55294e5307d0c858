//! Stages of a pathway: roles, exits and work lines, and the stages that the method adds (output ends, disassembly).

use super::garment::RETAIL;
use super::{Builder, GateAnswer};
use crate::data::Sourced;
use crate::data::{Band, Domain, KindBasis, KindWork, Mark};
use crate::flow::added::Added;
use crate::flow::network::{
    Basis, Body, End, EndClass, Exit, GarmentWork, Hired, Item, ItemRole, Network, Stage, WorkLine,
};
use crate::flow::notice::Notice;
use crate::flow::slot::{Input, InputOrigin, Slot};
use crate::flow::{DrawKey, InputKey};
use crate::model::{
    self, ActivityId, EndKind, Estimate, FactorId, Link, MaxLives, Name, Pathway, PlaceId, StageId,
    StageKind, StageRole,
};
use std::collections::BTreeMap;
use std::sync::Arc;

/// How far a hired wear replaces an owned one, where the pathway has no hand-over that says so.
const HIRED: &str = "reuse.rental.displacement";

/// The stages of a pathway by their ids: an exit is looked up once for each, not once among all.
type Stages<'p> = BTreeMap<&'p StageId, &'p model::Stage>;

impl Builder<'_> {
    pub(super) fn pathway(&mut self, pathway: &Pathway) -> (Network<Slot>, Vec<GateAnswer>) {
        let average_wears = self.kind_factor("wears");
        let all: Stages<'_> = pathway.stages.iter().map(|stage| (&stage.id, stage)).collect();
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
                    let item = self.item(pathway, &all, stage);
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
                hired: self.hired(pathway, average_wears),
                stages,
            },
            answers,
        )
    }

    fn item(&mut self, pathway: &Pathway, all: &Stages<'_>, stage: &model::Stage) -> Stage<Slot> {
        let role = self.role(pathway, stage);
        self.notice_aside(all, stage);
        let exits = self.exits(pathway, all, stage);
        let work = self.item_work(stage);
        let body = Body::Item(Item {
            role,
            exits,
            fallback: stage.fallback.clone(),
            new_garment: self.garment_abroad(stage),
        });
        Stage {
            id: stage.id.clone(),
            body,
            work,
        }
    }

    fn role(&mut self, pathway: &Pathway, stage: &model::Stage) -> ItemRole<Slot> {
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
            (Some(StageRole::Return), Some(displacement)) => ItemRole::Return { displacement },
            _ => ItemRole::Other,
        }
    }

    /// Notices where a way back into use goes on to another item stage first: there it displaces nothing.
    fn notice_aside(&mut self, all: &Stages<'_>, stage: &model::Stage) {
        if !stage.kind.is_return() {
            return;
        }
        let never_straight = !leads_to_use(all, stage);
        for link in stage.exits.iter().filter(|link| !link.share.is_zero()) {
            let aside = |to: &&model::Stage| {
                let on_its_way = never_straight || to.kind.is_return() || leads_to_use(all, to);
                to.kind.is_item() && !to.kind.is_use() && on_its_way
            };
            if let Some(to) = all.get(&link.to).copied().filter(aside) {
                self.notices.push(Notice::ReturnAside {
                    stage: stage.id.clone(),
                    to: to.id.clone(),
                });
            }
        }
    }

    /// Wears of a first life: the designer's own, or the average of the kind.
    fn first_life(&mut self) -> Slot {
        match self.project.product.wears {
            Some(own) => {
                let name = Name::new("wears in a first life", "首次使用周期的穿着次数");
                let draw = DrawKey::Alone(InputKey::Wears);
                self.own(InputKey::Wears, draw, name, own, "wears")
            }
            None => self.kind_factor("wears"),
        }
    }

    /// What a hired first life replaces, where the pathway starts in one: as far as a hand-over to it does, of an owned
    /// piece with the wears of the kind.
    fn hired(&mut self, pathway: &Pathway, average_wears: Slot) -> Option<Hired<Slot>> {
        if !pathway.is_hired() {
            return None;
        }
        let hands_on = |stage: &&model::Stage| {
            let to_start = |link: &Link| link.to == pathway.start;
            stage.kind.is_return() && stage.exits.iter().any(to_start)
        };
        let stated = pathway.stages.iter().find(hands_on);
        let stated = stated.and_then(|stage| self.stage_figure(pathway, stage));
        Some(Hired {
            displacement: stated.unwrap_or_else(|| self.factor(HIRED)),
            own_wears: match pathway.own_wears {
                Some(own) => {
                    let name = Name::new("wears of an owned piece", "自有衣物的穿着次数");
                    let key = InputKey::OwnWears(pathway.id.clone());
                    self.own(key.clone(), DrawKey::Alone(key), name, own, "wears")
                }
                None => average_wears,
            },
        })
    }

    /// Work in the new garment that a sale out of the country avoids: the product's own, but sold where it is sold
    /// again; `None` at all other stages.
    fn garment_abroad(&mut self, stage: &model::Stage) -> Option<Vec<GarmentWork<Slot>>> {
        let row = self.library.stage_kind(&stage.kind)?;
        if row.picture != Band::Abroad || !stage.kind.is_return() {
            return None;
        }
        let retail = ActivityId::from(RETAIL);
        let mut lines: Vec<GarmentWork<Slot>> = self.garment.clone();
        lines.retain(|line| line.activity != retail);
        let piece = self.piece.unwrap_or(Slot::NONE);
        if let Some(hours) = self.hours_per_kg(&retail, &stage.place) {
            lines.push(GarmentWork {
                hours_per_piece: self.slots.product(piece, hours),
                activity: retail,
                place: stage.place.clone(),
            });
        }
        Some(lines)
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
            .map(|factor| Arc::clone(&factor.name))
            .unwrap_or_default();
        let key = InputKey::Own {
            pathway: pathway.id.clone(),
            stage: stage.id.clone(),
        };
        Some(self.own(key, factor.clone().into(), name, own, row.unit.word()))
    }

    fn exits(&mut self, pathway: &Pathway, all: &Stages<'_>, stage: &model::Stage) -> Vec<Exit<Slot>> {
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
        let targets = stage.exits.iter().map(|link| self.entry(all, &link.to));
        targets
            .zip(shares)
            .map(|(to, share)| Exit { to, share })
            .collect()
    }

    fn share(&mut self, pathway: &Pathway, stage: &model::Stage, link: &Link) -> Slot {
        if link.share.get() >= 1.0 {
            return self.slots.constant(1.0);
        }
        let key = InputKey::Share {
            pathway: pathway.id.clone(),
            from: stage.id.clone(),
            to: link.to.clone(),
        };
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
            figure = Sourced {
                low: figure.low.or(factor.figure.low),
                high: figure.high.or(factor.figure.high),
                ..factor.figure.own()
            };
        } else {
            figure.mark = Mark::Own;
        }
        let draw = link.basis.clone().map_or_else(
            || DrawKey::Link(stage.id.clone(), link.to.clone()),
            DrawKey::Driver,
        );
        let origin = InputOrigin::Project;
        self.slots.input(Input {
            key,
            draw,
            name: Arc::new(name),
            figure: figure.into(),
            domain: Domain::Share,
            origin,
            fixed: false,
        })
    }

    /// Where a link to `to` enters: before a material stage with hand removal stands its disassembly.
    fn entry(&self, all: &Stages<'_>, to: &StageId) -> StageId {
        let route = all.get(to).and_then(|stage| match &stage.kind {
            StageKind::Material(route) => self.library.route(route),
            _ => None,
        });
        match route {
            Some(route) if self.is_disassembled(route) => Added::Disassembly.to(to),
            _ => to.clone(),
        }
    }

    fn item_work(&mut self, stage: &model::Stage) -> Vec<WorkLine<Slot>> {
        let library = self.library;
        let row = library.stage_kind(&stage.kind);
        let work = row.map_or(&[][..], |row| &row.work);
        let (from_home, work): (Vec<&KindWork>, Vec<_>) = work
            .iter()
            .partition(|work| work.from_home && !self.project.count_laundering);
        for work in from_home {
            let lines = self.kind_work(work, stage);
            self.moved
                .extend(lines.into_iter().map(|line| (stage.id.clone(), line)));
        }
        work.into_iter()
            .flat_map(|work| self.kind_work(work, stage))
            .collect()
    }

    fn kind_work(&mut self, work: &KindWork, stage: &model::Stage) -> Vec<WorkLine<Slot>> {
        let basis = match work.basis {
            KindBasis::Kg => Basis::Kg,
            KindBasis::Piece => Basis::Piece,
        };
        match self.library.at_place(&work.hours, &stage.place) {
            Some(factor) => self.direct_line(&work.activity, &stage.place, basis, factor),
            None => self.line(work.activity.as_str(), &stage.place, basis),
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
            EndKind::Undecided => (EndClass::Undecided, None),
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

/// True where `stage` leads straight into use.
fn leads_to_use(all: &Stages<'_>, stage: &model::Stage) -> bool {
    let to_use = |link: &Link| all.get(&link.to).is_some_and(|to| to.kind.is_use());
    stage.exits.iter().any(to_use)
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
