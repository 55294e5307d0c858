//! Pathways and stages made from the library's presets, fitted to a product: nothing is changed here, only proposed.
//!
//! Invariant: exits of what is made sum to 1; an exit that comes from the library bears its basis, and its range while the
//! share is the library's.

mod closure;
mod exits;

use crate::data::{
    Factor, Library, PathwayPreset, PresetExit, Route, RouteClass, START, StageGroup, StagePreset,
};
use crate::flow::assemble::{feed, output_share, rule};
use crate::flow::gate::{Verdict, judge};
use crate::model::{
    Link, MaxLives, Name, Overrides, Part, Pathway, PathwayId, PlaceId, Product, Project, RouteId, Stage,
    StageId, StageKind, StageRole,
};
use crate::project_file::limit;
use closure::Found;
use std::cell::RefCell;
use std::collections::BTreeMap;

/// Less than this share of a part that comes out is next to nothing.
const LEAST_OUT: f64 = 0.05;
/// The most lives of a hired piece, as a multiple of the cycles that give the wears of its kind: judged.
const CYCLES: f64 = 3.0;
/// The most that comes back after a hired cycle: judged.
const MOST_RETURNED: f64 = 0.98;

/// Makes pathways and stages for one product.
#[derive(Debug, Clone)]
pub struct Composer<'a> {
    library: &'a Library,
    product: &'a Product,
    own: &'a Overrides,
    /// What the routes that were asked for take of the product, in full and with loss.
    taken: RefCell<BTreeMap<RouteId, (f64, f64)>>,
}

/// Stages to add to a pathway; the first is the one that was asked for, the others are where it leads.
#[derive(Debug, Clone, PartialEq)]
pub struct Addition {
    /// The new stages.
    pub stages: Vec<Stage>,
    /// The exit that leads to the first of them, where it is to be reached from a stage.
    pub entry: Option<(StageId, Link)>,
}

impl<'a> Composer<'a> {
    /// A composer for the product of `project`.
    pub fn new(project: &'a Project, library: &'a Library) -> Self {
        Self {
            library,
            product: &project.product,
            own: &project.overrides,
            taken: RefCell::default(),
        }
    }

    /// The pathway of `preset`, called `id`.
    pub fn pathway(&self, preset: &PathwayPreset, id: PathwayId) -> Pathway {
        let place = preset.place.as_ref().unwrap_or(&self.product.used_in);
        let presets = closure::of_pathway(self.library, preset);
        let name_of = |to: &str| StageId::from(if to == START { preset.start.as_str() } else { to });
        let stages = presets.iter().map(|found| {
            let exits = self.links(found.exits, name_of);
            let stage = self.stage(found.preset, found.preset.id.as_str().into(), place, exits);
            Stage {
                fallback: found.fallback.map(name_of),
                residue: found.preset.residue.as_deref().map(name_of),
                ..stage
            }
        });
        Pathway {
            id,
            name: preset.name.clone(),
            start: preset.start.as_str().into(),
            max_lives: self.lives(preset),
            own_wears: None,
            stages: stages.collect(),
        }
    }

    /// The pathways that a new product begins with: those of the presets whose main stage takes the main part of it.
    pub fn offered(&self) -> Vec<Pathway> {
        let made = self.library.pathway_presets.iter().filter_map(|preset| {
            let offer = preset.offer.as_ref()?;
            let pathway = self.pathway(preset, offer.id.clone());
            let main = offer
                .main
                .as_ref()
                .map(|main| pathway.stage(&main.as_str().into()));
            let takes = |stage: Option<&Stage>| match &stage?.kind {
                StageKind::Material(route) => Some(self.takes_main_part(route)),
                StageKind::Item(_) | StageKind::End(_) => None,
            };
            main.is_none_or(|stage| takes(stage) == Some(true))
                .then_some(pathway)
        });
        made.collect()
    }

    /// The pathway `id` as a new product would begin with it, whatever its parts are.
    pub fn offer(&self, id: &PathwayId) -> Option<Pathway> {
        let is_it = |preset: &&PathwayPreset| preset.offer.as_ref().is_some_and(|offer| &offer.id == id);
        let preset = self.library.pathway_presets.iter().find(is_it)?;
        Some(self.pathway(preset, id.clone()))
    }

    /// True where `route` takes the heaviest cloth of the product and something comes out of it.
    pub fn takes_main_part(&self, route: &RouteId) -> bool {
        let cloth = self.product.parts.iter().filter(|part| !part.is_hard());
        let main = cloth.max_by(|a, b| a.mass.get().total_cmp(&b.mass.get()));
        let route = self.library.route(route);
        main.zip(route)
            .is_some_and(|(part, route)| self.verdict(route, part) != Verdict::Refused)
    }

    /// What the gate of `route` answers for `part`; refused where next to nothing would come out.
    fn verdict(&self, route: &Route, part: &Part) -> Verdict {
        let verdict = judge(&rule(route, self.own), &feed(route, part)).verdict;
        let makes_fibre = !matches!(route.class, RouteClass::Energy | RouteClass::Disposal);
        let comes_out = output_share(route, part) * route.recovery.value;
        if makes_fibre && comes_out < LEAST_OUT {
            Verdict::Refused
        } else {
            verdict
        }
    }

    /// The stage of `preset` with what it needs that `pathway` does not have, reached from the stage `from`.
    pub fn addition(&self, pathway: &Pathway, preset: &StagePreset, from: Option<&Stage>) -> Addition {
        let found = closure::to_add(self, pathway, preset);
        let start = pathway.stage(&pathway.start);
        let place = start.map_or(&self.product.used_in, |start| &start.place);
        let end = pathway
            .stages
            .iter()
            .find(|stage| matches!(stage.kind, StageKind::End(_)))
            .map(|stage| stage.id.clone());
        let new_end = found
            .new
            .iter()
            .find(|(preset, _)| preset.group == StageGroup::End);
        let end = end.or_else(|| new_end.map(|(_, id)| id.clone()));
        let rest = |to: &Option<String>| {
            let to = to.as_deref()?;
            found.id(to).or_else(|| end.clone())
        };
        let stages: Vec<Stage> = found
            .new
            .iter()
            .map(|(preset, id)| {
                let known = |to: &str| found.id(to).unwrap_or_else(|| to.into());
                let stage = self.stage(preset, id.clone(), place, self.links(&preset.exits, known));
                Stage {
                    fallback: rest(&preset.fallback),
                    residue: rest(&preset.residue),
                    ..stage
                }
            })
            .collect();
        let entry = from.zip(stages.first());
        let entry = entry.map(|(from, first)| (from.id.clone(), self.entry(preset, from, first.id.clone())));
        Addition { stages, entry }
    }

    /// Every stage that can be added: the presets, then the other routes that make something.
    pub fn stage_presets(&self) -> Vec<StagePreset> {
        let presets = &self.library.stage_presets;
        let makes = |class: RouteClass| !matches!(class, RouteClass::Energy | RouteClass::Disposal);
        let is_known = |id: &RouteId| {
            let mut routes = presets.iter().map(|preset| preset.kind.routes());
            routes.any(|routes| matches!(routes, [one] if one == id.as_str()))
        };
        let others = self
            .library
            .routes
            .iter()
            .filter(|route| makes(route.class) && !is_known(&route.id));
        let of_route = |route: &crate::data::Route| StagePreset {
            id: route.id.to_string(),
            name: route.name.clone(),
            named: false,
            group: StageGroup::Recycle,
            kind: crate::data::PresetKind::Route(route.id.to_string()),
            place: None,
            about: Name::default(),
            exits: Vec::new(),
            fallback: Some("nonwoven".to_owned()),
            residue: Some("energy".to_owned()),
            usual: Vec::new(),
        };
        presets.iter().cloned().chain(others.map(of_route)).collect()
    }

    /// The one of `routes` that takes most of the product; the first where none is better.
    pub fn best_route(&self, routes: &[String]) -> RouteId {
        let mut best: Option<(&String, f64)> = None;
        for route in routes {
            let (full, with_loss) = self.taken(&RouteId::from(route.as_str()));
            // Mass that is taken with loss counts for half, in the order only.
            let mass = full + with_loss / 2.0;
            if best.is_none_or(|(_, most)| mass > most + 1e-12) {
                best = Some((route, mass));
            }
        }
        best.map_or_else(RouteId::default, |(route, _)| route.as_str().into())
    }

    /// The shares of the product's mass that `route` takes, in full and with loss.
    pub fn taken(&self, route: &RouteId) -> (f64, f64) {
        if let Some(known) = self.taken.borrow().get(route) {
            return *known;
        }
        let taken = self
            .library
            .route(route)
            .map_or((0.0, 0.0), |route| self.mass_taken(route));
        self.taken.borrow_mut().insert(route.clone(), taken);
        taken
    }

    fn mass_taken(&self, route: &Route) -> (f64, f64) {
        let (mut whole, mut full, mut with_loss) = (0.0, 0.0, 0.0);
        for part in &self.product.parts {
            let mass = part.mass.get();
            whole += mass;
            match self.verdict(route, part) {
                Verdict::Accepted => full += mass,
                Verdict::Reduced => with_loss += mass,
                Verdict::Refused => {}
            }
        }
        if whole > 0.0 {
            (full / whole, with_loss / whole)
        } else {
            (0.0, 0.0)
        }
    }

    /// The share with which `preset` is usually reached from `from`.
    pub fn usual(&self, preset: &StagePreset, from: &Stage) -> Option<&'a Factor> {
        exits::usual(self.library, preset, from)
    }

    fn stage(&self, preset: &StagePreset, id: StageId, place: &PlaceId, exits: Vec<Link>) -> Stage {
        Stage {
            id,
            name: if preset.named {
                preset.name.clone()
            } else {
                Name::default()
            },
            kind: preset
                .kind
                .stage_kind(self.library, |routes| self.best_route(routes)),
            place: preset.place.clone().unwrap_or_else(|| place.clone()),
            exits,
            fallback: None,
            residue: None,
            closed_share: None,
            own: None,
        }
    }

    fn links(&self, exits: &[PresetExit], id: impl Fn(&str) -> StageId) -> Vec<Link> {
        exits::links(self.library, exits, self.returned(), id)
    }

    fn entry(&self, preset: &StagePreset, from: &Stage, to: StageId) -> Link {
        exits::entry(self.library, preset, from, to)
    }

    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a number of lives of the library, checked to be at least 1"
    )]
    fn lives(&self, preset: &PathwayPreset) -> MaxLives {
        let start = self.library.stage_preset(&preset.start);
        let kind = start.map(|start| start.kind.stage_kind(self.library, |_| RouteId::default()));
        let is_hired = kind.is_some_and(|kind| kind.role() == Some(StageRole::Hired));
        let cycles = self.cycles().filter(|_| is_hired);
        let lives = cycles.map(|cycles| (CYCLES * cycles).clamp(1.0, limit::LIVES.into()));
        let factor = || Some(self.library.factor(preset.lives.as_str())?.figure.value);
        lives.or_else(factor).map_or(MaxLives::Unlimited, |lives| {
            MaxLives::Lives(lives.round().max(1.0) as u32)
        })
    }

    /// Hired cycles that give the wears of the kind together; none where either is not known.
    fn cycles(&self) -> Option<f64> {
        let value = |id: &str| {
            let own = self.own.get(id).map(|own| own.figure.value);
            own.or_else(|| Some(self.library.factor(id)?.figure.value))
        };
        let wears = value(&format!("kind.{}.wears", self.product.kind))?;
        let cycles = wears / value("assumption.service_rental_cycle")?;
        (cycles.is_finite() && cycles > 0.0).then_some(cycles)
    }

    /// What comes back after a hired cycle: `1 − 1 / cycles`, so that a piece gives the wears of its kind on average.
    fn returned(&self) -> Option<f64> {
        Some((1.0 - 1.0 / self.cycles()?).clamp(0.0, MOST_RETURNED))
    }
}

impl Found<'_> {
    /// The stage that the preset `to` stands for: one that is there, or a new one.
    fn id(&self, to: &str) -> Option<StageId> {
        let known = self.known.iter().find(|(id, _)| id == to);
        known.map(|(_, stage)| stage.clone())
    }
}
