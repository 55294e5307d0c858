//! Figures while levers are turned: by new inputs and numbers of the same engine where that is exact, else by a new project.
//!
//! A lever that decides what gates take changes inputs alone while every gate answers the same: one engine for all such values.

use super::answers::{decides, verdicts};
use super::cannot::Cannot;
use super::change::{Change, evaluated, made};
use super::effect::narrowed;
use super::lever::{Lever, Turned};
use crate::assess::{Engine, Outcomes, compiled};
use crate::data::Library;
use crate::figure::PathwayFigure;
use crate::flow::InputKey;
use crate::flow::assemble::{effective, efficiency, feedstock};
use crate::flow::gate::Verdict;
use crate::model::{Part, PartId, PathwayId, Project};
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
    /// What it takes to turn them.
    way: Way,
    /// The engine of all values; only for levers that are [`Way::Quick`].
    quick: Option<Ready>,
}

/// What it takes to turn levers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    /// Inputs and numbers of one engine.
    Quick,
    /// The same, of one engine for each set of answers of the gates.
    Answered,
    /// A new engine for each value.
    Built,
}

/// An engine that takes every lever as a change, with its central inputs.
#[derive(Debug, Clone)]
struct Ready {
    engine: Engine,
    inputs: Vec<f64>,
}

/// Room for one turn after the other; each thread has its own.
#[derive(Debug, Default)]
pub struct Room {
    quick: Option<Ready>,
    /// Engines by what their gates answer.
    answered: Vec<(Vec<Verdict>, Ready)>,
    numbers: Vec<f64>,
    outcomes: Outcomes,
}

impl Room {
    /// Values of `figures` of the pathway at these changes.
    pub(super) fn with(&mut self, changes: &[&Change], asked: &[(&PathwayId, PathwayFigure)]) -> Vec<f64> {
        let Some(ready) = &mut self.quick else {
            return vec![f64::NAN; asked.len()];
        };
        let place = (&mut self.numbers, &mut self.outcomes);
        evaluated(&mut ready.engine, &ready.inputs, changes, asked, place)
    }
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
        if let [a, b] = levers
            && a.shares_a_whole(b)
        {
            return Err(Cannot::OneWhole);
        }
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
            way: Way::Built,
            quick: None,
            project,
        };
        turning.way = turning.way();
        if turning.way == Way::Quick {
            let now: Vec<f64> = levers.iter().map(|lever| lever.now).collect();
            turning.quick = turning.ready(&now);
        }
        Ok(turning)
    }

    fn way(&self) -> Way {
        let clash = match self.levers.as_slice() {
            [a, b] => clash(&a.turned, &b.turned),
            _ => false,
        };
        if clash || !self.levers.iter().all(|lever| self.is_change(&lever.turned)) {
            Way::Built
        } else if self.levers.iter().any(|lever| self.decides(lever)) {
            Way::Answered
        } else {
            Way::Quick
        }
    }

    /// The engine that takes every lever as a change, for gates that answer as they do at `values`; `None` where one of the
    /// levers is none of its inputs.
    fn ready(&self, values: &[f64]) -> Option<Ready> {
        let mut turned = self.levers.iter().zip(values);
        let start = turned.try_fold(self.project.clone(), |project, (lever, value)| {
            let value = match lever.turned {
                // A share of all or none of what leaves is no input: half of it is.
                Turned::Share(..) => 0.5,
                _ if self.decides(lever) => *value,
                _ => lever.now,
            };
            lever.at(&project, &self.pathway, value)
        })?;
        let engine = compiled(&start, self.library);
        let inputs = engine.slots.central();
        let probe = |lever: &Lever| self.changed(&engine, lever, lever.now).is_some();
        self.levers.iter().all(probe).then_some(Ready { engine, inputs })
    }

    fn decides(&self, lever: &Lever) -> bool {
        decides(&self.project, &lever.turned)
    }

    /// True for levers that change inputs or numbers and nothing else, while gates answer the same. Fibres change more; and
    /// where a line has reused fibre, what is recycled takes its room, and its work.
    fn is_change(&self, turned: &Turned) -> bool {
        match turned {
            Turned::Factor(_)
            | Turned::Wears
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
                // Work and routes that nothing of these pathways uses, and limits, are no inputs: they move no figure.
                let may_lack = ["work.", "route."]
                    .iter()
                    .any(|table| id.as_str().starts_with(table));
                if may_lack && place(&key).is_none() {
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

    /// What it takes to turn the levers.
    pub(super) const fn is(&self) -> Way {
        match (self.way, &self.quick) {
            (Way::Quick, None) => Way::Built,
            (way, _) => way,
        }
    }

    /// The levers.
    pub(super) fn levers(&self) -> &[Lever] {
        &self.levers
    }

    /// Room to turn in.
    pub fn room(&self) -> Room {
        Room {
            quick: self.quick.clone(),
            ..Room::default()
        }
    }

    /// What a lever changes at `value`, to be given to [`Room::with`]; `None` where it has to be built anew.
    pub(super) fn change(&self, lever: usize, value: f64) -> Option<Change> {
        let ready = self.quick.as_ref()?;
        self.changed(&ready.engine, self.levers.get(lever)?, value)
    }

    /// Values of `figures` where some lever decides what gates take; `None` where its value has to be built anew.
    fn answered(
        &self,
        values: &[f64],
        asked: &[(&PathwayId, PathwayFigure)],
        room: &mut Room,
    ) -> Option<Vec<f64>> {
        let product = Cow::Borrowed(&self.product);
        let deciding = self
            .levers
            .iter()
            .zip(values)
            .filter(|(lever, _)| self.decides(lever));
        let answers = verdicts(
            &self.project,
            self.turned(product, deciding)?.as_ref(),
            self.library,
        );
        let known = room.answered.iter().position(|(known, _)| *known == answers);
        let at = known.unwrap_or(room.answered.len());
        if known.is_none() {
            room.answered.push((answers, self.ready(values)?));
        }
        let (_, ready) = room.answered.get_mut(at)?;
        let engine = &mut ready.engine;
        let levers = self.levers.iter().zip(values);
        let changes: Option<Vec<Change>> = levers
            .map(|(lever, value)| self.changed(engine, lever, *value))
            .collect();
        let changes = changes?;
        let changes: Vec<&Change> = changes.iter().collect();
        let place = (&mut room.numbers, &mut room.outcomes);
        Some(evaluated(engine, &ready.inputs, &changes, asked, place))
    }

    /// Values of `figures` with each lever at its value, in the order of the levers.
    pub fn figures(
        &self,
        values: &[f64],
        asked: &[(&PathwayId, PathwayFigure)],
        room: &mut Room,
    ) -> Vec<f64> {
        // What stands beside the answers is no number of the engine.
        let is_beside = asked.iter().any(|(_, figure)| figure.is_beside());
        let changes = values.iter().enumerate().filter(|_| !is_beside);
        let changes: Vec<Change> = changes.map_while(|(at, value)| self.change(at, *value)).collect();
        if !is_beside && changes.len() == values.len() {
            return room.with(&changes.iter().collect::<Vec<_>>(), asked);
        }
        if self.way == Way::Answered
            && !is_beside
            && let Some(figures) = self.answered(values, asked, room)
        {
            return figures;
        }
        match self.made(values) {
            Some(project) => made(&project, self.library, asked, &mut room.outcomes),
            None => vec![f64::NAN; asked.len()],
        }
    }

    /// The engine of the project with each lever at its value; `None` where one of them cannot be turned so far.
    pub(super) fn built(&self, values: &[f64]) -> Option<Engine> {
        Some(compiled(self.made(values)?.as_ref(), self.library))
    }

    /// The project with each lever at its value; `None` where one of them cannot be turned so far.
    fn made(&self, values: &[f64]) -> Option<Cow<'_, Project>> {
        self.turned(Cow::Borrowed(&self.project), self.levers.iter().zip(values))
    }

    fn turned<'p, 'v>(
        &self,
        project: Cow<'p, Project>,
        levers: impl IntoIterator<Item = (&'v Lever, &'v f64)>,
    ) -> Option<Cow<'p, Project>> {
        levers.into_iter().try_fold(project, |project, (lever, value)| {
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
        (Turned::Recycled(a, _), Turned::Recycled(b, _)) => a == b,
        _ => recycles(a, b) || recycles(b, a),
    }
}
