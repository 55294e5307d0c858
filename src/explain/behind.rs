//! What a figure rests on: the slots of its numbers, and the limits of the routes that decide what is taken in.
//!
//! Invariant: the factors that an explanation lists and the mark of own figures come from here alone.

use super::circularity::Way;
use super::say::Say;
use super::{FactorUse, FigureId, ProductFigure, paid};
use crate::assess::GateFigure;
use crate::figure::On;
use crate::flow::Slot;
use crate::flow::assemble::LIMITS;
use crate::flow::network::{Body, ItemRole, Network};
use crate::model::{ActivityId, FactorId, PlaceId, RouteId};

/// What one figure rests on.
#[derive(Debug, Default)]
pub(super) struct Behind {
    slots: Vec<Slot>,
    routes: Vec<RouteId>,
    /// Factors that stand beside the slots: those of carbon and wages.
    beside: Vec<FactorId>,
}

/// What decides the mass at a stage or an end.
pub(super) const STAGE: &[On] = &[On::Feed, On::Exits, On::Gates];
/// What decides one line of work.
const LINE: &[On] = crate::figure::PathwayFigure::Net.row().rests_on;
/// What counts a second time, in the baseline, where figures are differences from it.
const AGAIN: [On; 8] = [
    On::Exits,
    On::Gates,
    On::Wears,
    On::Average,
    On::Displacement,
    On::Hours,
    On::Replaced,
    On::Moved,
];

impl Say<'_> {
    /// What `figure` rests on; nothing for factors, which are themselves.
    pub(super) fn behind(&self, figure: &FigureId) -> Behind {
        let way = |id| self.way(id);
        match figure {
            FigureId::Product(figure) => self.behind_product(*figure),
            FigureId::FibreMass(_) | FigureId::Factor(_) => Behind::default(),
            FigureId::Pathway(id, figure) => way(id).map_or_else(Behind::default, |way| Behind {
                beside: way.beside_behind(*figure),
                ..way.rests_on(figure.row().rests_on, None)
            }),
            FigureId::Money(id, money) => {
                way(id).map_or_else(Behind::default, |way| way.rests_on(paid::rests_on(money), None))
            }
            FigureId::Gate { pathway, stage, part } => {
                let of_gate = |gate: &&GateFigure| &gate.stage == stage && &gate.part == part;
                let figures = self.assessment.pathway(pathway);
                let gate = figures.and_then(|figures| figures.gates.iter().find(of_gate));
                gate.map_or_else(Behind::default, |gate| Behind {
                    slots: gate.slots.into_iter().rev().collect(),
                    routes: vec![gate.route.clone()],
                    beside: Vec::new(),
                })
            }
            FigureId::End { pathway, .. } | FigureId::Stage { pathway, .. } => {
                way(pathway).map_or_else(Behind::default, |way| way.rests_on(STAGE, None))
            }
            FigureId::Work {
                pathway,
                activity,
                place,
            } => way(pathway).map_or_else(Behind::default, |way| {
                way.rests_on(LINE, self.line(activity, place))
            }),
        }
    }

    fn line(&self, activity: &ActivityId, place: &PlaceId) -> Option<usize> {
        let mut lines = self.assessment.engine.ledger.lines().iter();
        lines.position(|(a, p)| a == activity && p == place)
    }

    fn behind_product(&self, figure: ProductFigure) -> Behind {
        let chains = self.assessment.built.masses.chains.iter();
        let slots = match figure {
            ProductFigure::Gross | ProductFigure::CuttingWaste => {
                chains.map(|(_, chain)| chain.gross).collect()
            }
            ProductFigure::FibreInput => chains.map(|(_, chain)| chain.fibre).collect(),
            ProductFigure::Mass => self.assessment.built.masses.product.into_iter().collect(),
            ProductFigure::RecycledShare => {
                let parts = self.assessment.engine.parts.iter();
                parts
                    .flat_map(|part| [part.mass_kg, part.f_r_textile, part.f_r_other])
                    .collect()
            }
        };
        Behind {
            slots,
            ..Behind::default()
        }
    }

    /// The factors behind, each once, the most doubtful first.
    pub(super) fn factors(&self, behind: &Behind) -> Vec<FactorUse> {
        let all = &self.assessment.engine.slots;
        let places = all.inputs_behind_all(behind.slots.iter().copied());
        let inputs = places.into_iter().filter_map(|at| all.inputs().get(at));
        let mut factors: Vec<FactorUse> = inputs.map(|input| self.factor(input)).collect();
        factors.extend(self.own_limits(behind).filter_map(|id| self.own_limit(&id)));
        let beside = behind.beside.iter().filter_map(|id| self.beside_factor(id));
        let beside: Vec<FactorUse> = beside
            .filter(|beside| factors.iter().all(|factor| factor.id != beside.id))
            .collect();
        factors.extend(beside);
        factors.sort_by_key(|factor| std::cmp::Reverse(factor.grade));
        factors
    }

    /// The own figures among the factors behind, each once.
    pub(super) fn own_behind(&self, behind: &Behind) -> Vec<FactorId> {
        let all = &self.assessment.engine.slots;
        let places = all.inputs_behind_all(behind.slots.iter().copied());
        let inputs = places.into_iter().filter_map(|at| all.inputs().get(at));
        let factors = inputs.filter_map(|input| input.key.factor());
        let own = factors.filter(|id| self.project.overrides.contains_key(*id));
        let mut ids: Vec<FactorId> = own.cloned().collect();
        ids.extend(self.own_limits(behind));
        let beside = behind.beside.iter();
        ids.extend(
            beside
                .filter(|id| self.project.overrides.contains_key(*id))
                .cloned(),
        );
        ids.sort_unstable();
        ids.dedup();
        ids
    }

    /// The limits of routes behind that the user has set.
    fn own_limits(&self, behind: &Behind) -> impl Iterator<Item = FactorId> {
        let mut ids: Vec<FactorId> = behind
            .routes
            .iter()
            .flat_map(|route| LIMITS.map(|column| FactorId::from(format!("route.{route}.{column}"))))
            .filter(|id| self.project.overrides.contains_key(id))
            .collect();
        ids.sort_unstable();
        ids.dedup();
        ids.into_iter()
    }
}

impl Way<'_> {
    /// What the `groups` hold in this pathway; hours of one line alone where `line` is given.
    fn rests_on(&self, groups: &[On], line: Option<usize>) -> Behind {
        let mut behind = Behind::default();
        let baseline = self.say.assessment.engine.baseline;
        let differs = groups.contains(&On::Baseline);
        if differs && self.index == baseline {
            // Nothing is gained or lost against itself.
            return behind;
        }
        for group in groups {
            self.add(self.index, *group, line, &mut behind);
        }
        if differs {
            for group in AGAIN.iter().filter(|group| groups.contains(group)) {
                self.add(baseline, *group, line, &mut behind);
            }
        }
        behind
    }

    fn add(&self, index: usize, group: On, line: Option<usize>, behind: &mut Behind) {
        let assessment = self.say.assessment;
        let engine = &assessment.engine;
        let Some(compiled) = engine.pathways.get(index) else {
            return;
        };
        let counts = |at: usize| line.is_none_or(|line| line == at);
        match group {
            On::Feed => behind.slots.extend(engine.parts.iter().flat_map(|part| {
                let from = [part.f_r_textile, part.f_r_other, part.f_u, part.f_s, part.e_f];
                from.into_iter().chain([part.mass_kg])
            })),
            On::Bought => behind.slots.push(engine.gross_kg),
            On::Made => {
                let chains = assessment.built.masses.chains.iter();
                behind.slots.extend(chains.map(|(_, chain)| chain.fibre));
            }
            On::Average => behind.slots.push(compiled.network.average_wears),
            On::Hours => {
                let own = compiled.work.own.iter().filter(|at| counts(at.line));
                behind.slots.extend(own.map(|at| at.hours));
            }
            On::Replaced => {
                let fibre = compiled.work.displaced.iter().filter(|at| counts(at.line));
                behind.slots.extend(fibre.map(|at| at.hours_per_kg));
                let garment = engine.garment.iter().filter(|at| counts(at.line));
                behind.slots.extend(garment.map(|at| at.hours_per_piece));
                let lines = engine.ledger.lines();
                let items = compiled
                    .network
                    .stages
                    .iter()
                    .filter_map(|stage| match &stage.body {
                        Body::Item(item) => item.new_garment.as_ref(),
                        Body::Material(_) | Body::End(_) => None,
                    });
                let others = items.flatten().filter(|work| {
                    let at = lines
                        .iter()
                        .position(|(a, p)| (a, p) == (&work.activity, &work.place));
                    at.is_some_and(counts)
                });
                behind.slots.extend(others.map(|work| work.hours_per_piece));
            }
            On::Moved => behind.slots.extend(compiled.work.moved.iter().map(|at| at.hours)),
            On::FullTime => behind.slots.extend(engine.hours_per_fte.iter().copied()),
            On::Gates => {
                let routes = assessment.routes(index).into_iter();
                behind.routes.extend(routes.map(|(_, route)| route.clone()));
                of_network(&compiled.network, group, &mut behind.slots);
            }
            On::Exits | On::Wears | On::Displacement | On::Closed | On::Quality => {
                of_network(&compiled.network, group, &mut behind.slots);
            }
            On::Baseline => {}
        }
    }
}

/// The slots of `group` at the stages of `network`.
fn of_network(network: &Network<Slot>, group: On, slots: &mut Vec<Slot>) {
    match (network.hired, group) {
        (Some(hired), On::Displacement) => slots.push(hired.displacement),
        (Some(hired), On::Wears) => slots.push(hired.own_wears),
        _ => {}
    }
    for stage in &network.stages {
        match (&stage.body, group) {
            (Body::Item(item), On::Exits) => slots.extend(item.exits.iter().map(|exit| exit.share)),
            (Body::Item(item), _) => match (item.role, group) {
                (
                    ItemRole::Use {
                        service_first,
                        service_later,
                    },
                    On::Wears,
                ) => slots.extend([service_first, service_later]),
                (ItemRole::Return { displacement }, On::Displacement) => slots.push(displacement),
                _ => {}
            },
            (Body::Material(gates), On::Gates) => {
                let numbers = gates.iter();
                slots.extend(numbers.flat_map(|gate| [gate.removed, gate.accepted, gate.output_yield]));
            }
            (Body::End(end), On::Closed) => slots.push(end.closed_share),
            (Body::End(end), On::Quality) => slots.push(end.quality),
            _ => {}
        }
    }
}
