//! Figures while levers are turned: by new inputs and numbers of the same engine where that is exact, else by a new project.

use super::cannot::Cannot;
use super::effect::narrowed;
use super::lever::{Lever, Turned};
use crate::assess::{Engine, Outcomes, compiled};
use crate::data::Library;
use crate::figure::PathwayFigure;
use crate::flow::assemble::{effective, efficiency, feedstock};
use crate::flow::{InputKey, Slot};
use crate::model::{FactorId, Part, PartId, PathwayId, Project, StageKind};
use std::borrow::Cow;

/// Figures of some pathways of a project while levers of one of them are turned.
#[derive(Debug)]
pub struct Turning<'a> {
    library: &'a Library,
    project: Project,
    /// The same without its pathways: what a lever makes of the product alone.
    product: Project,
    pathway: PathwayId,
    levers: Vec<Lever>,
    /// Where all levers change inputs alone: the engine with all of them as inputs, and its central inputs.
    quick: Option<(Engine, Vec<f64>)>,
}

/// Room for one turn after the other; each thread has its own.
#[derive(Debug, Default)]
pub struct Room {
    engine: Option<Engine>,
    numbers: Vec<f64>,
    outcomes: Outcomes,
}

/// What a lever changes in an engine.
#[derive(Debug, Clone, Default)]
pub(super) struct Change {
    /// Values of inputs, by their places.
    inputs: Vec<(usize, f64)>,
    /// Numbers of slots.
    slots: Vec<(Slot, f64)>,
}

impl<'a> Turning<'a> {
    /// `levers` of `pathway`, with the figures of `others` beside it.
    pub fn new(
        project: &Project,
        library: &'a Library,
        pathway: &PathwayId,
        others: &[PathwayId],
        levers: &[Lever],
    ) -> Result<Self, Cannot> {
        let mut wanted = others.to_vec();
        wanted.push(pathway.clone());
        let project = narrowed(project, &wanted);
        project.pathway(pathway).ok_or(Cannot::NoPathway)?;
        let product = Project {
            pathways: Vec::new(),
            compared: Vec::new(),
            ..project.clone()
        };
        let mut turning = Self {
            library,
            product,
            pathway: pathway.clone(),
            levers: levers.to_vec(),
            quick: None,
            project,
        };
        turning.quick = turning.quick_engine();
        Ok(turning)
    }

    /// The engine that takes every lever as a change; `None` where one of them has to be built anew.
    fn quick_engine(&self) -> Option<(Engine, Vec<f64>)> {
        let clash = match self.levers.as_slice() {
            [a, b] => clash(&a.turned, &b.turned),
            _ => false,
        };
        if clash || !self.levers.iter().all(|lever| self.is_change(&lever.turned)) {
            return None;
        }
        // A share of all or none of what leaves is no input: half of it is.
        let start = self
            .levers
            .iter()
            .try_fold(self.project.clone(), |project, lever| {
                let value = if matches!(lever.turned, Turned::Share(..)) {
                    0.5
                } else {
                    lever.now
                };
                lever.at(&project, &self.pathway, value)
            })?;
        let engine = compiled(&start, self.library);
        let inputs = engine.slots.central();
        let probe = |lever: &Lever| self.changed(&engine, lever, lever.now).is_some();
        self.levers.iter().all(probe).then_some((engine, inputs))
    }

    /// True for levers that change inputs or numbers and nothing else. A route's yield and limits decide whether its gate
    /// takes a part at all, as fibres do; and where a line has reused fibre, what is recycled takes its room, and its work.
    fn is_change(&self, turned: &Turned) -> bool {
        match turned {
            Turned::Factor(id) => {
                let id = id.as_str();
                let decides = id.starts_with("route.") && !id.ends_with(".quality");
                let decides = decides && self.has_route_of(id);
                !decides && id != "assumption.reduced_yield"
            }
            Turned::Wears
            | Turned::Own(_)
            | Turned::Share(..)
            | Turned::Mass(_)
            | Turned::Loss(_)
            | Turned::Closed(_) => true,
            Turned::Recycled(part, fibre) => self.part(part).is_some_and(|part| {
                let mut lines = part.fibres.iter().filter(|line| &line.fibre == fibre);
                lines.all(|line| line.feedstock.reused.is_zero())
            }),
            Turned::Fibre(..) => false,
        }
    }

    /// True where a stage takes the route that the factor `id` is of.
    fn has_route_of(&self, id: &str) -> bool {
        let mut stages = self.project.pathways.iter().flat_map(|way| &way.stages);
        stages.any(|stage| match &stage.kind {
            StageKind::Material(route) => {
                let key = id
                    .strip_prefix("route.")
                    .and_then(|id| id.strip_prefix(route.as_str()));
                key.is_some_and(|key| key.starts_with('.'))
            }
            _ => false,
        })
    }

    /// True for a factor of work or of a route that is no input because nothing of these pathways uses it: it moves no figure.
    fn is_idle(&self, id: &FactorId) -> bool {
        let id = id.as_str();
        id.starts_with("work.") || id.starts_with("route.") && !self.has_route_of(id)
    }

    fn part(&self, id: &PartId) -> Option<&Part> {
        self.project.product.parts.iter().find(|part| &part.id == id)
    }

    /// What a lever changes at `value`; `None` where that is nothing of the engine.
    fn changed(&self, engine: &Engine, lever: &Lever, value: f64) -> Option<Change> {
        let numbers = |id: &PartId| engine.parts.iter().find(|part| &part.id == id);
        let slots = match &lever.turned {
            Turned::Mass(id) => vec![(numbers(id)?.mass_kg, value)],
            Turned::Recycled(id, _) => {
                let now = numbers(id)?;
                let [textile, other, reused, sustained, e_f] = self.fed(lever, id, value)?;
                vec![
                    (now.f_r_textile, textile),
                    (now.f_r_other, other),
                    (now.f_u, reused),
                    (now.f_s, sustained),
                    (now.e_f, e_f),
                ]
            }
            _ => {
                let inputs = self.inputs(engine, lever, value)?;
                return Some(Change {
                    inputs,
                    slots: Vec::new(),
                });
            }
        };
        Some(Change {
            inputs: Vec::new(),
            slots,
        })
    }

    /// Feedstock shares and `E_F` of a part with `lever`, which is of its feedstock, at `value`.
    fn fed(&self, lever: &Lever, id: &PartId, value: f64) -> Option<[f64; 5]> {
        let made = lever.at(&self.product, &self.pathway, value)?;
        let part = made.product.parts.iter().find(|part| &part.id == id)?;
        let factor = |id: &str| {
            let own = self.project.overrides.get(id);
            let factor = self.library.factor(id);
            factor.map_or(f64::NAN, |factor| effective(factor, own).0.value)
        };
        let [textile, other, reused, sustained] = feedstock(part);
        Some([textile, other, reused, sustained, efficiency(part, factor)])
    }

    /// The inputs that a lever changes, at `value`; `None` where one of them is no input of the engine.
    fn inputs(&self, engine: &Engine, lever: &Lever, value: f64) -> Option<Vec<(usize, f64)>> {
        let place = |key: &InputKey| engine.slots.inputs().iter().position(|input| &input.key == key);
        let pathway = &self.pathway;
        let keys: Vec<(InputKey, f64)> = match &lever.turned {
            Turned::Factor(id) => {
                let key: InputKey = id.clone().into();
                if self.is_idle(id) && place(&key).is_none() {
                    return Some(Vec::new());
                }
                vec![(key, value)]
            }
            Turned::Wears => vec![(InputKey::Wears, value)],
            Turned::Loss(part) => vec![(InputKey::CuttingLoss(part.clone()), value)],
            Turned::Closed(stage) => {
                let (pathway, stage) = (pathway.clone(), stage.clone());
                vec![(InputKey::Closed { pathway, stage }, value)]
            }
            Turned::Own(stages) => {
                let key = |stage: &_| InputKey::Own {
                    pathway: pathway.clone(),
                    stage: Clone::clone(stage),
                };
                stages.iter().map(|stage| (key(stage), value)).collect()
            }
            Turned::Share(from, _) => {
                let turned = lever.at(&self.project, pathway, value)?;
                let stage = turned.pathway(pathway)?.stage(from)?;
                let key = |to: &_| InputKey::Share {
                    pathway: pathway.clone(),
                    from: from.clone(),
                    to: Clone::clone(to),
                };
                let exits = stage.exits.iter();
                exits.map(|link| (key(&link.to), link.share.get())).collect()
            }
            Turned::Mass(_) | Turned::Fibre(..) | Turned::Recycled(..) => return None,
        };
        keys.into_iter()
            .map(|(key, value)| Some((place(&key)?, value)))
            .collect()
    }

    /// True where no value of a lever has to be built anew.
    pub(super) const fn is_quick(&self) -> bool {
        self.quick.is_some()
    }

    /// Room to turn in.
    pub fn room(&self) -> Room {
        Room {
            engine: self.quick.as_ref().map(|(engine, _)| engine.clone()),
            ..Room::default()
        }
    }

    /// What a lever changes at `value`, to be given to [`Turning::with`]; `None` where it has to be built anew.
    pub(super) fn change(&self, lever: usize, value: f64) -> Option<Change> {
        let (engine, _) = self.quick.as_ref()?;
        self.changed(engine, self.levers.get(lever)?, value)
    }

    /// Values of `figures` of the pathway at these changes.
    pub(super) fn with(
        &self,
        changes: &[&Change],
        asked: &[(&PathwayId, PathwayFigure)],
        room: &mut Room,
    ) -> Vec<f64> {
        let (Some((_, central)), Some(engine)) = (&self.quick, &mut room.engine) else {
            return vec![f64::NAN; asked.len()];
        };
        let mut inputs = central.clone();
        for (at, value) in changes.iter().flat_map(|change| &change.inputs) {
            if let Some(input) = inputs.get_mut(*at) {
                *input = *value;
            }
        }
        let slots = changes.iter().flat_map(|change| &change.slots);
        let mut slots: Vec<(Slot, f64)> = slots.copied().collect();
        slots.sort_by_key(|(slot, _)| *slot);
        engine.slots.resolve_with(&inputs, &slots, &mut room.numbers);
        engine.evaluate_central(&room.numbers, &mut room.outcomes);
        read(engine, &room.outcomes, asked)
    }

    /// Values of `figures` with each lever at its value, in the order of the levers.
    pub fn figures(
        &self,
        values: &[f64],
        asked: &[(&PathwayId, PathwayFigure)],
        room: &mut Room,
    ) -> Vec<f64> {
        let changes: Option<Vec<Change>> = values
            .iter()
            .enumerate()
            .map(|(at, value)| self.change(at, *value))
            .collect();
        if let Some(changes) = changes {
            return self.with(&changes.iter().collect::<Vec<_>>(), asked, room);
        }
        let Some(made) = self.made(values) else {
            return vec![f64::NAN; asked.len()];
        };
        let engine = compiled(&made, self.library);
        engine.evaluate(&engine.central(), &mut room.outcomes);
        read(&engine, &room.outcomes, asked)
    }

    /// The project with each lever at its value; `None` where one of them cannot be turned so far.
    fn made(&self, values: &[f64]) -> Option<Cow<'_, Project>> {
        let mut turned = self.levers.iter().zip(values);
        turned.try_fold(Cow::Borrowed(&self.project), |project, (lever, value)| {
            lever.at(&project, &self.pathway, *value).map(Cow::Owned)
        })
    }

    /// The pathway whose levers are turned.
    pub const fn pathway(&self) -> &PathwayId {
        &self.pathway
    }
}

/// True for two levers that change the same numbers.
fn clash(a: &Turned, b: &Turned) -> bool {
    let recycles = |turned: &Turned, other: &Turned| {
        let is_efficiency = |id: &str| id.starts_with("assumption.e_f");
        matches!((turned, other), (Turned::Recycled(..), Turned::Factor(id)) if is_efficiency(id.as_str()))
    };
    match (a, b) {
        (Turned::Share(a, _), Turned::Share(b, _)) => a == b,
        (Turned::Recycled(a, _), Turned::Recycled(b, _)) => a == b,
        _ => recycles(a, b) || recycles(b, a),
    }
}

fn read(engine: &Engine, outcomes: &Outcomes, asked: &[(&PathwayId, PathwayFigure)]) -> Vec<f64> {
    let value = |(id, figure): &(&PathwayId, PathwayFigure)| {
        let at = engine.index(id)?;
        let solved = engine
            .pathways
            .get(at)
            .is_some_and(|pathway| pathway.plan.is_ok());
        let outcome = outcomes.pathways.get(at).filter(|_| solved)?;
        Some(figure.value(outcome))
    };
    asked.iter().map(|one| value(one).unwrap_or(f64::NAN)).collect()
}
