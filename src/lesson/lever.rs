//! Levers of a lesson: what groups turn, in steps of one hundredth of the way from low to high.

use super::Start;
use crate::assess::compiled;
use crate::data::Library;
use crate::edit::Edit;
use crate::explain::advice::{Lever, levers};
use crate::model::{Name, PathwayId, Project};

/// The most levers of a lesson.
pub const MOST_LEVERS: usize = 8;

/// Steps from low to high.
pub const STEPS: u32 = 100;

/// A lever that a lesson offers: one of [`levers`] by its id, with the ends that make sense in class.
#[derive(Debug, Clone, PartialEq)]
pub struct LeverSpec {
    /// The id that advice gives it: `share:discard>collection`, `wears`, `displacement.resale`.
    pub id: String,
    /// What it is called in class; the lever's own name where empty.
    pub name: Name,
    /// Its low end; the lever's own where not given.
    pub low: Option<f64>,
    /// Its high end; the lever's own where not given.
    pub high: Option<f64>,
}

/// A lever of a start project as it can be turned: on every pathway that has it.
#[derive(Debug, Clone, PartialEq)]
pub struct Turned {
    /// The lesson's row.
    pub spec: LeverSpec,
    /// Where it stands at the start.
    pub now: f64,
    /// Its low end.
    pub low: f64,
    /// Its high end.
    pub high: f64,
    on: Vec<(PathwayId, Lever)>,
}

impl Turned {
    /// The value after `step` hundredths of the way.
    pub fn value(&self, step: u32) -> f64 {
        let share = f64::from(step.min(STEPS)) / f64::from(STEPS);
        (self.high - self.low) * share + self.low
    }

    /// The step nearest to `value`.
    pub fn step(&self, value: f64) -> u32 {
        let span = self.high - self.low;
        let share = if span > 0.0 {
            (value - self.low) / span
        } else {
            0.0
        };
        let step = (share.clamp(0.0, 1.0) * f64::from(STEPS)).round();
        (0..=STEPS)
            .find(|known| f64::from(*known) >= step)
            .unwrap_or(STEPS)
    }

    /// Where it stands on each pathway that has it.
    pub fn stands(&self) -> impl Iterator<Item = (&PathwayId, f64)> {
        self.on.iter().map(|(pathway, lever)| (pathway, lever.now))
    }

    /// Its name in class.
    pub fn name(&self) -> Name {
        match self.on.first() {
            Some((_, lever)) if self.spec.name == Name::default() => lever.name.clone(),
            _ => self.spec.name.clone(),
        }
    }

    /// The edits that set it to `value` on every pathway that has it.
    pub fn edits(&self, project: &Project, value: f64) -> Vec<Edit> {
        let of_pathways = |(pathway, lever): &(PathwayId, Lever)| lever.edits(project, pathway, value);
        let mut all: Vec<Edit> = Vec::new();
        for edit in self.on.iter().flat_map(of_pathways) {
            if !all.contains(&edit) {
                all.push(edit);
            }
        }
        all
    }
}

impl Start {
    /// The levers that `specs` name, as they can be turned in this start project.
    pub fn turned(&self, specs: &[LeverSpec], library: &Library) -> Vec<Turned> {
        turned_in(&self.project, specs, library)
    }
}

/// The levers that `specs` name, as they can be turned in `project`; those that no pathway has are left out. What belongs
/// to a pathway is turned on every one but the baseline, which stays as it is.
pub fn turned_in(project: &Project, specs: &[LeverSpec], library: &Library) -> Vec<Turned> {
    let engine = compiled(project, library);
    let of_pathway = |pathway: &PathwayId| {
        let keys = engine.slots.inputs().iter().map(|input| &input.key);
        levers(project, library, pathway, keys)
    };
    let baseline = project.baseline_pathway().map(|pathway| pathway.id.clone());
    let ids = project.pathways.iter().map(|pathway| pathway.id.clone());
    let others: Vec<PathwayId> = ids.filter(|id| Some(id) != baseline.as_ref()).collect();
    let shown = if others.is_empty() {
        baseline.into_iter().collect()
    } else {
        others
    };
    let all: Vec<(PathwayId, Vec<Lever>)> = shown
        .into_iter()
        .map(|id| {
            let levers = of_pathway(&id);
            (id, levers)
        })
        .collect();
    specs.iter().filter_map(|spec| turned(spec, &all)).collect()
}

fn turned(spec: &LeverSpec, all: &[(PathwayId, Vec<Lever>)]) -> Option<Turned> {
    let on: Vec<(PathwayId, Lever)> = all
        .iter()
        .filter_map(|(pathway, levers)| {
            let lever = levers.iter().find(|lever| lever.id == spec.id)?;
            Some((pathway.clone(), lever.clone()))
        })
        .collect();
    let (now, low, high) = on.first().map(|(_, lever)| (lever.now, lever.low, lever.high))?;
    Some(Turned {
        spec: spec.clone(),
        now,
        low: spec.low.unwrap_or(low),
        high: spec.high.unwrap_or(high),
        on,
    })
}
