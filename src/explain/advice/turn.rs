//! Figures while levers are turned: by new inputs to the same engine where that is exact, else by a new project.

use super::cannot::Cannot;
use super::effect::narrowed;
use super::lever::{Lever, Turned};
use crate::assess::{Engine, Outcomes, compiled};
use crate::data::Library;
use crate::figure::PathwayFigure;
use crate::flow::InputKey;
use crate::model::{PathwayId, Project};

/// Figures of some pathways of a project while levers of one of them are turned.
#[derive(Debug)]
pub struct Turning<'a> {
    library: &'a Library,
    project: Project,
    pathway: PathwayId,
    levers: Vec<Lever>,
    /// Where all levers change inputs alone: the engine with all of them as inputs, and its central inputs.
    quick: Option<(Engine, Vec<f64>)>,
    numbers: Vec<f64>,
    outcomes: Outcomes,
}

/// Values of inputs, by their places.
pub(super) type Inputs = Vec<(usize, f64)>;

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
        let mut turning = Self {
            library,
            pathway: pathway.clone(),
            levers: levers.to_vec(),
            quick: None,
            numbers: Vec::new(),
            outcomes: Outcomes::default(),
            project,
        };
        turning.quick = turning.quick_engine();
        Ok(turning)
    }

    /// The engine in which every lever is an input; `None` where one of them is not.
    fn quick_engine(&self) -> Option<(Engine, Vec<f64>)> {
        let stages: Vec<_> = self
            .levers
            .iter()
            .filter_map(|lever| match &lever.turned {
                Turned::Share(from, _) => Some(from),
                _ => None,
            })
            .collect();
        let is_twice = matches!(stages.as_slice(), [a, b] if a == b);
        if is_twice || !self.levers.iter().all(|lever| is_input(&lever.turned)) {
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
        let probe = |lever: &Lever| self.inputs(&engine, lever, lever.now).is_some();
        self.levers.iter().all(probe).then_some((engine, inputs))
    }

    /// The inputs that a lever changes, at `value`; `None` where one of them is no input of the engine.
    fn inputs(&self, engine: &Engine, lever: &Lever, value: f64) -> Option<Inputs> {
        let place = |key: &InputKey| engine.slots.inputs().iter().position(|input| &input.key == key);
        let pathway = &self.pathway;
        let keys: Vec<(InputKey, f64)> = match &lever.turned {
            Turned::Factor(id) => vec![(id.clone().into(), value)],
            Turned::Wears => vec![(InputKey::Wears, value)],
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
            _ => return None,
        };
        keys.into_iter()
            .map(|(key, value)| Some((place(&key)?, value)))
            .collect()
    }

    /// What a lever changes at `value`, to be given to [`Turning::with`]; `None` where it has to be built anew.
    pub(super) fn change(&self, lever: usize, value: f64) -> Option<Inputs> {
        let (engine, _) = self.quick.as_ref()?;
        self.inputs(engine, self.levers.get(lever)?, value)
    }

    /// Values of `figures` of the pathway at these changes of inputs.
    pub(super) fn with(&mut self, changes: &[&Inputs], asked: &[(&PathwayId, PathwayFigure)]) -> Vec<f64> {
        let Some((engine, central)) = &mut self.quick else {
            return vec![f64::NAN; asked.len()];
        };
        let mut inputs = central.clone();
        for (at, value) in changes.iter().flat_map(|change| change.iter()) {
            if let Some(input) = inputs.get_mut(*at) {
                *input = *value;
            }
        }
        engine.slots.resolve(&inputs, &mut self.numbers);
        engine.evaluate_central(&self.numbers, &mut self.outcomes);
        read(engine, &self.outcomes, asked)
    }

    /// Values of `figures` with each lever at its value, in the order of the levers.
    pub fn figures(&mut self, values: &[f64], asked: &[(&PathwayId, PathwayFigure)]) -> Vec<f64> {
        let changes: Option<Vec<Inputs>> = values
            .iter()
            .enumerate()
            .map(|(at, value)| self.change(at, *value))
            .collect();
        if let Some(changes) = changes {
            return self.with(&changes.iter().collect::<Vec<_>>(), asked);
        }
        let mut turned = self.levers.iter().zip(values);
        let made = turned.try_fold(self.project.clone(), |project, (lever, value)| {
            lever.at(&project, &self.pathway, *value)
        });
        let Some(made) = made else {
            return vec![f64::NAN; asked.len()];
        };
        let engine = compiled(&made, self.library);
        engine.evaluate(&engine.central(), &mut self.outcomes);
        read(&engine, &self.outcomes, asked)
    }

    /// The pathway whose levers are turned.
    pub const fn pathway(&self) -> &PathwayId {
        &self.pathway
    }
}

/// True for levers that change inputs and nothing else. A route's yield decides whether its gate takes a part at all, so it
/// is more than an input.
fn is_input(turned: &Turned) -> bool {
    match turned {
        Turned::Factor(id) => !id.as_str().starts_with("route.") && id.as_str() != "assumption.reduced_yield",
        Turned::Wears | Turned::Own(_) | Turned::Share(..) => true,
        Turned::Mass(_) | Turned::Loss(_) | Turned::Fibre(..) | Turned::Recycled(..) | Turned::Closed(_) => {
            false
        }
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
