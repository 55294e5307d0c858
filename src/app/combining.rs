//! Combinations of moves, worked out in the background: the first soon, then the others, until all are there or it is stopped.
//!
//! Invariant: what is shown belongs to what was asked for last, or is said to be older; a stopped job says how far it got.

use crate::data::Library;
use crate::explain::advice::{Axis, Point, Smallest, Sweep, Try, front, named, shortlist, smallest, tries};
use crate::figure::PathwayFigure;
use crate::job::{Answer, Later, sweep_all, threads};
use crate::model::{PathwayId, Project};
use crate::report::combination::Combination;
use crate::session::Session;
use crate::ui::improving::{Bounds, CombinedView, Ends};
use crate::ui::view::Selection;
use egui::Context;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

/// Draws behind the bands of the front.
const DRAWS: u64 = 200;
/// Points of the front that have bands at most.
const BANDED: usize = 60;

/// The moves that are combined where nobody chose any help on these.
const SHORT: [PathwayFigure; 3] = [
    PathwayFigure::OutflowRecycled,
    PathwayFigure::MciQuality,
    PathwayFigure::Wears,
];

/// What is asked for.
#[derive(Debug, Clone, PartialEq)]
struct Asked {
    revision: u64,
    chosen: Vec<String>,
    pathways: Vec<PathwayId>,
}

/// What a running job tells.
enum Told {
    /// The moves and how many subsets there are.
    Begun(Arc<Sweep<'static>>),
    /// So many subsets are done; these points are new.
    Points(usize, Vec<Point>),
}

/// A job that runs.
#[derive(Debug)]
struct Running {
    told: Mutex<Receiver<Told>>,
    stop: Arc<AtomicBool>,
}

impl Drop for Running {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::Relaxed);
    }
}

/// What has come of a job.
#[derive(Debug, Default)]
struct Come {
    asked: Option<Asked>,
    sweep: Option<Arc<Sweep<'static>>>,
    points: Arc<Vec<Point>>,
    done: usize,
}

/// The front on two axes, by the places of its points, and how many points it is of.
type Front = (usize, [Axis; 2], Vec<usize>);

/// What bands are asked for: how many points there are, and the front.
type OfFront = (Option<Asked>, Vec<usize>);

/// Combines moves.
#[derive(Debug, Default)]
pub(super) struct Combiner {
    ctx: Option<Context>,
    in_background: bool,
    running: Option<Running>,
    come: Come,
    front: Option<Front>,
    bands: Answer<OfFront, Arc<Vec<Ends>>>,
    worker: Option<Later<Arc<Vec<Ends>>>>,
}

/// What there is to show, kept while a frame is drawn.
#[derive(Debug)]
pub(super) struct Combined {
    sweep: Option<Arc<Sweep<'static>>>,
    pathways: Vec<PathwayId>,
    bands: Option<Arc<Vec<Ends>>>,
    front: Vec<usize>,
    smallest: Option<Smallest>,
    points: Arc<Vec<Point>>,
    done: usize,
    running: bool,
}

impl Combined {
    /// As panels see it; none before the moves are known.
    pub(super) fn view(&self) -> Option<CombinedView<'_>> {
        let sweep = self.sweep.as_deref()?;
        Some(CombinedView {
            tries: sweep.tries(),
            pathways: &self.pathways,
            points: &self.points,
            front: &self.front,
            bands: self.bands.as_deref().map(Vec::as_slice),
            smallest: self.smallest,
            done: self.done,
            total: sweep.len(),
            running: self.running,
        })
    }
}

impl Combiner {
    /// Works in the background where a frame has a `patience`, else here.
    pub(super) fn new(patience: Option<Duration>, ctx: &Context) -> Self {
        let waker = ctx.clone();
        let start = |patience| Later::start("bands of the front", patience, move || waker.request_repaint());
        Self {
            ctx: Some(ctx.clone()),
            in_background: patience.is_some(),
            worker: patience.and_then(start),
            ..Self::default()
        }
    }

    /// Lets go of all that belongs to the project that was open.
    pub(super) fn forget(&mut self) {
        if let Some(worker) = &mut self.worker {
            worker.forget();
        }
        (self.running, self.front) = (None, None);
        (self.come, self.bands) = (Come::default(), Answer::default());
    }

    /// Stops the job; what has come stays.
    pub(super) fn stop(&mut self) {
        self.running = None;
    }

    /// The combinations of the moves that are chosen.
    pub(super) fn get(&mut self, session: &Session, selection: &Selection) -> Combined {
        let project = session.project();
        let improving = &selection.improving;
        let asked = Asked {
            revision: session.revision(),
            chosen: improving.chosen.iter().cloned().collect(),
            pathways: pathways(project, improving.pathway(project)),
        };
        if self.come.asked.as_ref() != Some(&asked) {
            self.begin(asked, project, session.library());
        }
        self.take();
        let axes = improving.axes;
        let front = self.front_of(axes);
        let bands = self.bands_of(&front);
        Combined {
            sweep: self.come.sweep.clone(),
            pathways: self
                .come
                .sweep
                .iter()
                .flat_map(|sweep| sweep.pathways().cloned())
                .collect(),
            smallest: self.smallest_of(&improving.bounds),
            bands,
            front,
            points: Arc::clone(&self.come.points),
            done: self.come.done,
            running: self.running.is_some(),
        }
    }

    /// What has come on these axes, ready to be written; none before the moves are known.
    pub(super) fn combination(&mut self, axes: [Axis; 2]) -> Option<Combination> {
        let sweep = self.come.sweep.clone()?;
        let front = self.front_of(axes);
        Some(Combination {
            tries: sweep.tries().to_vec(),
            pathways: sweep.pathways().cloned().collect(),
            points: Arc::clone(&self.come.points),
            bands: self.bands_of(&front),
            done: (self.come.done, sweep.len()),
            front,
            axes,
        })
    }

    fn begin(&mut self, asked: Asked, project: &Arc<Project>, library: &'static Library) {
        let (sender, told) = channel();
        let stop = Arc::new(AtomicBool::new(false));
        self.running = None;
        self.front = None;
        self.come = Come {
            asked: Some(asked.clone()),
            ..Come::default()
        };
        let (project, flag, ctx) = (Arc::clone(project), Arc::clone(&stop), self.ctx.clone());
        let wake = move || {
            if let Some(ctx) = &ctx {
                ctx.request_repaint();
            }
        };
        let work = move || {
            run(&asked, &project, library, &flag, &sender, &wake);
            drop(sender);
            wake();
        };
        let running = Running {
            told: Mutex::new(told),
            stop,
        };
        if !self.in_background {
            work();
        } else if let Err(error) = std::thread::Builder::new()
            .name("combinations".to_owned())
            .spawn(work)
        {
            log::warn!("combinations: {error}");
        }
        self.running = Some(running);
    }

    /// Takes what the job has told since the last frame.
    fn take(&mut self) {
        let Some(running) = &self.running else { return };
        let told = running.told.lock().unwrap_or_else(PoisonError::into_inner);
        let mut ended = false;
        loop {
            match told.try_recv() {
                Ok(Told::Begun(sweep)) => self.come.sweep = Some(sweep),
                Ok(Told::Points(done, points)) => {
                    self.come.done = done;
                    Arc::make_mut(&mut self.come.points).extend(points);
                }
                Err(std::sync::mpsc::TryRecvError::Empty) => break,
                Err(std::sync::mpsc::TryRecvError::Disconnected) => {
                    ended = true;
                    break;
                }
            }
        }
        drop(told);
        if ended {
            self.running = None;
        }
    }

    fn front_of(&mut self, axes: [Axis; 2]) -> Vec<usize> {
        let count = self.come.points.len();
        if let Some((of, on, found)) = &self.front
            && *of == count
            && *on == axes
        {
            return found.clone();
        }
        let found = front(&self.come.points, axes[0], axes[1]);
        self.front = Some((count, axes, found.clone()));
        found
    }

    /// Bands of the front on both axes, once all combinations are there.
    fn bands_of(&mut self, front: &[usize]) -> Option<Arc<Vec<Ends>>> {
        let sweep = self
            .come
            .sweep
            .clone()
            .filter(|_| self.running.is_none() && self.worker.is_some())?;
        let key = (self.come.asked.clone(), front.to_vec());
        let points: Vec<Point> = front
            .iter()
            .take(BANDED)
            .filter_map(|at| self.come.points.get(*at))
            .copied()
            .collect();
        let work = move || {
            let of = |point: &Point| sweep.bands(point, DRAWS);
            Arc::new(points.iter().map(of).collect())
        };
        self.bands.get(&key, self.worker.as_mut(), work)
    }

    fn smallest_of(&self, bounds: &Bounds) -> Option<Smallest> {
        smallest(&self.come.points, bounds.target, bounds.floor)
    }
}

/// The pathways that are combined on: the compared ones of the variant in hand, and the one that is advised on.
fn pathways(project: &Project, advised: Option<&PathwayId>) -> Vec<PathwayId> {
    let number = project.product.variant;
    let compared = project.compared.iter().filter(|column| column.variant == number);
    let mut all: Vec<PathwayId> = compared.map(|column| column.pathway.clone()).collect();
    if let Some(advised) = advised.filter(|id| !all.contains(id)) {
        all.push(advised.clone());
    }
    all
}

/// Works all combinations out, and tells of each step.
fn run(
    asked: &Asked,
    project: &Project,
    library: &'static Library,
    stop: &AtomicBool,
    tell: &Sender<Told>,
    wake: &dyn Fn(),
) {
    let chosen: Vec<Try> = if asked.chosen.is_empty() {
        shortlist(project, library, &asked.pathways, &SHORT.map(Axis::Figure))
    } else {
        named(&tries(project, library), &asked.chosen).unwrap_or_default()
    };
    let Some(sweep) = Sweep::new(project, library, &chosen, &asked.pathways) else {
        return wake();
    };
    let sweep = Arc::new(sweep);
    // Nobody listens any more where something newer was asked.
    let _ = tell.send(Told::Begun(Arc::clone(&sweep)));
    sweep_all(threads(), &sweep, |done, points| {
        let heard = tell.send(Told::Points(done, points)).is_ok();
        wake();
        heard && !stop.load(Ordering::Relaxed)
    });
}
