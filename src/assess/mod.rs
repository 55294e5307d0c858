//! The assessment: project × library → every figure of every pathway, with notices for what is odd.
//!
//! Invariant: odd input that can still be reckoned is reckoned and reported, never refused and never repaired unseen.

mod at_stages;
mod avoided;
pub mod beside;
mod circularity;
mod designed;
mod engine;
mod figures;
mod fill;
mod flow_basis;
mod hours;
mod hundred;
mod indirect;
mod quality;
mod range;
mod sound;

pub use avoided::Avoided;
pub use circularity::{Circularity, PartShares};
pub use engine::{Engine, EngineParts, EnginePathway, Outcome, Outcomes, Wanted, Way, flow_of};
pub use figures::{
    EndFigure, FlowFigure, FlowKind, GateFigure, PathwayFigures, ProductFigures, StageFigure, WorkFigure,
};
pub use flow_basis::FlowBasis;
pub use hundred::{Hundred, PIECES, hundred};
pub use sound::{Misfit, misfits};

use crate::data::Library;
use crate::flow::assemble::{Built, build};
use crate::flow::notice::Notice;
use crate::model::{ActivityId, Pathway, PathwayId, PlaceId, Project, RouteId, StageId};
use beside::{Beside, Ground};
use std::collections::BTreeSet;

/// All figures of a project at central values.
#[derive(Debug, Clone)]
pub struct Assessment {
    /// The engine, for draws, explanations and the resolved model.
    pub engine: Engine,
    /// What the project said to the engine; its slots and networks have moved into the engine.
    pub built: Built,
    /// Central numbers of all slots.
    pub numbers: Vec<f64>,
    /// Central outcomes of all pathways.
    pub outcomes: Outcomes,
    /// The product.
    pub product: ProductFigures,
    /// The pathways in the order of the project.
    pub pathways: Vec<PathwayFigures>,
    /// What is odd about the product or the library.
    pub notices: Vec<Notice>,
}

impl Assessment {
    /// Figures of the pathway with `id`.
    pub fn pathway(&self, id: &PathwayId) -> Option<&PathwayFigures> {
        self.pathways.iter().find(|pathway| &pathway.id == id)
    }

    /// The supplier of `activity` whose hours are counted by themselves, so that a multiplier would count them twice;
    /// `None` where the activity may be multiplied.
    pub fn explicit_supplier(&self, activity: &ActivityId) -> Option<ActivityId> {
        indirect::explicit_supplier(&self.engine, activity)
    }

    /// The material stages of the pathway at `at` with their routes, each once.
    pub fn routes(&self, at: usize) -> Vec<(&StageId, &RouteId)> {
        let figures = self.pathways.get(at).into_iter().flat_map(|way| &way.gates);
        let figures = figures.map(|gate| (&gate.stage, &gate.route));
        let unanswered = self.built.gates.get(at).into_iter().flatten();
        let mut all: Vec<_> = figures
            .chain(unanswered.map(|gate| (&gate.stage, &gate.route)))
            .collect();
        all.dedup();
        all
    }

    /// Figures of the baseline.
    pub fn baseline(&self) -> Option<&PathwayFigures> {
        self.pathways.get(self.engine.baseline)
    }
}

/// Assesses `project` with the figures of `library`.
pub fn assess(project: &Project, library: &Library) -> Assessment {
    let mut outcomes = Outcomes::default();
    let Central {
        mut built,
        engine,
        numbers,
        beside,
    } = central(project, library, &mut outcomes);
    let product = ProductFigures::of(project, &built, &numbers, &engine);
    let mut pathways = fill::pathways(project, &engine, &mut built, &numbers, &outcomes);
    for (figures, beside) in pathways.iter_mut().zip(beside) {
        figures.beside = beside;
    }
    let mut notices = built.notices.clone();
    notices.extend(indirect::fill(project, &engine, &mut pathways));
    Assessment {
        engine,
        built,
        numbers,
        outcomes,
        product,
        pathways,
        notices,
    }
}

/// The engine of `project` alone, where no more than its outcomes is asked for.
pub fn compiled(project: &Project, library: &Library) -> Engine {
    let mut built = build(project, library);
    engine(project, library, &mut built)
}

/// A project with its central numbers.
pub(crate) struct Central {
    built: Built,
    /// Its engine.
    pub engine: Engine,
    numbers: Vec<f64>,
    /// What stands beside each pathway.
    pub beside: Vec<Option<Beside>>,
}

/// `project` built, its central outcomes put into `outcomes`.
pub(crate) fn central(project: &Project, library: &Library, outcomes: &mut Outcomes) -> Central {
    let mut built = build(project, library);
    let engine = engine(project, library, &mut built);
    let numbers = engine.central();
    engine.evaluate(&numbers, outcomes);
    let ground = Ground {
        project,
        library,
        masses: &built.masses,
        engine: &engine,
        numbers: &numbers,
        outcomes,
    };
    let beside = ground.all();
    Central {
        built,
        engine,
        numbers,
        beside,
    }
}

/// The engine of `project`; takes slots, networks and full-time hours out of `built`.
fn engine(project: &Project, library: &Library, built: &mut Built) -> Engine {
    let networks = std::mem::take(&mut built.networks);
    let moved = std::mem::take(&mut built.moved);
    let baseline = networks.iter().position(|network| network.id == project.baseline);
    let pathways = networks.into_iter().zip(moved).zip(&project.pathways);
    let pathways = pathways.map(|((network, moved), pathway)| Way {
        here: here(project, pathway, library),
        network,
        moved,
    });
    Engine::compile(EngineParts {
        slots: std::mem::take(&mut built.slots),
        parts: built.parts.clone(),
        gross_kg: built.masses.gross,
        pieces_per_year: project.product.pieces_per_year.get(),
        pathways: pathways.collect(),
        baseline: baseline.unwrap_or(0),
        fte_by_place: std::mem::take(&mut built.hours_per_fte).into_iter().collect(),
        new_garment: built.new_garment.clone(),
    })
}

/// Places that count as here for `pathway`: where it starts, and all under it, each once.
pub fn here(project: &Project, pathway: &Pathway, library: &Library) -> Vec<PlaceId> {
    let home = project.home_of(pathway);
    let known = library.places.iter().map(|place| &place.id);
    let all = known.chain(project.places.keys()).chain(project.places_named());
    let under = all.filter(|place| library.lies_in(place, home));
    let here: BTreeSet<PlaceId> = under.chain([home]).cloned().collect();
    here.into_iter().collect()
}
