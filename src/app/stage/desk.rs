//! The lever board at work: where the levers stand, the figures that they make, and the draws behind their bands.
//!
//! Invariant: levers work on a copy; the project that is presented stays as it is.

use crate::assess::{Assessment, assess};
use crate::board::{self, DeskView};
use crate::data::Library;
use crate::job::{DrawJob, Uncertain};
use crate::lesson::{LeverSpec, STEPS, Turned, turned_in};
use crate::model::Project;
use crate::text::{parse_number, parse_percent};
use egui::Context;
use std::sync::Arc;

/// Steps that are kept to go back to.
const PAST: usize = 200;

/// The levers of a stop.
#[derive(Debug)]
pub(super) struct Desk {
    library: &'static Library,
    origin: Arc<Project>,
    levers: Vec<Turned>,
    values: Vec<f64>,
    past: Vec<Vec<f64>>,
    start: Arc<Assessment>,
    /// The project that the levers make, and its figures.
    project: Project,
    now: Arc<Assessment>,
    lever: usize,
    focus: usize,
    /// True while the pointer holds a lever: what it passes is one step.
    held: bool,
    request: u64,
    job: Option<DrawJob>,
    drawn: Option<Arc<Uncertain>>,
}

impl Desk {
    /// The levers `specs` of `project`; draws their bands where `draws` says so.
    pub(super) fn new(
        project: &Project,
        start: &Arc<Assessment>,
        specs: &[LeverSpec],
        library: &'static Library,
        draws: Option<&Context>,
    ) -> Self {
        let levers = turned_in(project, specs, library);
        let job = draws
            .cloned()
            .and_then(|ctx| DrawJob::start(move || ctx.request_repaint()));
        let mut desk = Self {
            library,
            origin: Arc::new(project.clone()),
            values: levers.iter().map(|lever| lever.now).collect(),
            levers,
            past: Vec::new(),
            start: Arc::clone(start),
            project: project.clone(),
            now: Arc::clone(start),
            lever: 0,
            focus: 0,
            held: false,
            request: 0,
            job,
            drawn: None,
        };
        desk.draw();
        desk
    }

    /// What the board shows of it.
    pub(super) fn view(&self) -> DeskView<'_> {
        DeskView {
            levers: &self.levers,
            values: &self.values,
            start: &self.start,
            lever: self.lever,
            focus: self.focus,
            stale: self
                .drawn
                .as_ref()
                .is_some_and(|drawn| drawn.revision != self.request),
        }
    }

    pub(super) const fn project(&self) -> &Project {
        &self.project
    }

    pub(super) fn assessment(&self) -> &Assessment {
        &self.now
    }

    /// The newest bands.
    pub(super) fn drawn(&self) -> Option<&Uncertain> {
        self.drawn.as_deref()
    }

    /// Takes the bands that have come.
    pub(super) fn follow(&mut self) {
        let come = self.job.as_ref().and_then(DrawJob::poll);
        if let Some(first) = come.and_then(|come| come.into_iter().next()) {
            self.drawn = Some(Arc::new(first));
        }
    }

    fn draw(&mut self) {
        self.request += 1;
        if let Some(job) = &self.job {
            let variant = self.project.product.variant;
            job.request(
                self.request,
                vec![(variant, Arc::clone(&self.now))],
                self.project.seed,
            );
        }
    }

    fn put(&mut self, values: Vec<f64>) {
        if values == self.values {
            return;
        }
        self.values = values;
        self.project = board::turned(&self.origin, &self.levers, &self.values);
        self.now = Arc::new(assess(&self.project, self.library));
        self.draw();
    }

    /// Remembers where the levers stand, to go back to.
    fn remember(&mut self) {
        if self.past.last() != Some(&self.values) {
            self.past.push(self.values.clone());
        }
        if self.past.len() > PAST {
            self.past.remove(0);
        }
    }

    /// The next lever, or the one before.
    pub(super) fn choose(&mut self, back: bool) {
        let count = self.levers.len().max(1);
        self.lever = (self.lever + if back { count - 1 } else { 1 }) % count;
    }

    /// The next of `count` pathways comes into focus.
    pub(super) fn turn_focus(&mut self, count: usize) {
        self.focus = (self.focus + 1) % count.max(1);
    }

    /// This pathway comes into focus.
    pub(super) const fn set_focus(&mut self, focus: usize) {
        self.focus = focus;
    }

    /// Pulls the lever at `at` to a share of its way; `held`: the pointer still holds it.
    pub(super) fn pull(&mut self, at: usize, share: f64, held: bool) {
        let Some(value) = self
            .levers
            .get(at)
            .map(|lever| lever.low + (lever.high - lever.low) * share)
        else {
            return;
        };
        self.lever = at;
        if !self.held {
            self.remember();
        }
        self.held = held;
        let mut values = self.values.clone();
        if let Some(slot) = values.get_mut(at) {
            *slot = value;
        }
        self.put(values);
    }

    /// The pointer lets go.
    pub(super) const fn release(&mut self) {
        self.held = false;
    }

    /// Moves the lever in hand by so many hundredths of its way.
    pub(super) fn nudge(&mut self, steps: i32) {
        let now = self.values.get(self.lever).copied().unwrap_or_default();
        if let Some(lever) = self.levers.get(self.lever) {
            let share = board::share(lever, now) + f64::from(steps) / f64::from(STEPS);
            self.pull(self.lever, share.clamp(0.0, 1.0), false);
        }
    }

    /// Sets the lever in hand to what was typed, in the unit in which it reads; what lies beyond its ends stops there.
    pub(super) fn set(&mut self, typed: &str) {
        let Some(lever) = self.levers.get(self.lever) else {
            return;
        };
        let is_share = lever.low >= 0.0 && lever.high <= 1.0;
        let value = if is_share {
            parse_percent(typed)
        } else {
            parse_number(typed)
        };
        let value = value.map(|value| {
            if lever.spec.id.starts_with("mass:") {
                value / 1000.0
            } else {
                value
            }
        });
        if let Some(value) = value {
            let share = board::share(lever, value).clamp(0.0, 1.0);
            self.pull(self.lever, share, false);
        }
    }

    /// Sets all levers back to the start.
    pub(super) fn reset(&mut self) {
        self.remember();
        let start = self.levers.iter().map(|lever| lever.now).collect();
        self.put(start);
    }

    /// Goes back to where the levers stood before; false where there is nothing to go back to.
    pub(super) fn undo(&mut self) -> bool {
        let Some(before) = self.past.pop() else {
            return false;
        };
        self.put(before);
        true
    }

    /// True where it began with these figures, and has these levers.
    pub(super) fn is_of(&self, start: &Arc<Assessment>, specs: &[LeverSpec]) -> bool {
        let own = self.levers.iter().map(|lever| &lever.spec);
        Arc::ptr_eq(&self.start, start)
            && own.eq(specs
                .iter()
                .filter(|spec| self.levers.iter().any(|lever| lever.spec.id == spec.id)))
    }
}
