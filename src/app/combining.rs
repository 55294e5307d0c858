//! Combinations of moves, worked out in the background: the first soon, then the others, until all are there or it is stopped.
//!
//! Invariant: what is shown belongs to what was asked for last, or is said to be older; a stopped job says how far it got. One
//! job runs at a time, and none begins while the figures themselves are still being worked out.

use crate::data::Library;
use crate::explain::advice::{
    Axis, Count, MOST_MOVES, Point, Smallest, Sweep, Try, by_count, front, shortlist_of, smallest, tries,
};
use crate::figure::PathwayFigure;
use crate::job::{Answer, Later, Patience, sweep_all, threads};
use crate::model::{PathwayId, Project};
use crate::report::combination::Combination;
use crate::session::Session;
use crate::ui::improving::{Bounds, CombinedView, Ends};
use crate::ui::view::Selection;
use egui::Context;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, TryRecvError, channel};
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

impl Asked {
    fn of(session: &Session, selection: &Selection) -> Self {
        let (project, improving) = (session.project(), &selection.improving);
        Self {
            revision: session.revision(),
            chosen: improving.chosen.iter().cloned().collect(),
            pathways: pathways(project, selection.advised(project, session.library())),
        }
    }
}

/// What a running job tells.
enum Told {
    /// The moves that can be combined, and those that are, with all their subsets.
    Begun(Arc<Vec<Try>>, Arc<Sweep<'static>>),
    /// So many subsets are done; these points are new.
    Points(usize, Vec<Point>),
}

/// A job that runs.
#[derive(Debug)]
struct Running {
    told: Mutex<Receiver<Told>>,
    stop: Arc<AtomicBool>,
}

impl Running {
    fn stop(&self) {
        self.stop.store(true, Ordering::Relaxed);
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.stop();
    }
}

/// What has come of a job.
#[derive(Debug, Default)]
struct Come {
    asked: Option<Asked>,
    all: Arc<Vec<Try>>,
    sweep: Option<Arc<Sweep<'static>>>,
    points: Arc<Vec<Point>>,
    done: usize,
    /// The number of the job.
    number: u64,
}

/// What is drawn of the points: the job, how many there are, both axes and what the smallest change is to reach.
type OfPoints = (u64, usize, [Axis; 2], Bounds);

/// What is told of the points, kept until one of these changes.
#[derive(Debug, Clone, Default)]
struct Kept {
    of: Option<OfPoints>,
    front: Arc<Vec<usize>>,
    counts: [Arc<Vec<Count>>; 2],
    smallest: Option<Smallest>,
}

/// What bands are asked for: the job, and the front.
type OfFront = (u64, Arc<Vec<usize>>);

/// Combines moves.
#[derive(Debug, Default)]
pub(super) struct Combiner {
    ctx: Option<Context>,
    in_background: bool,
    running: Option<Running>,
    /// What was asked of a job last.
    asked: Option<Asked>,
    /// How many jobs there have been.
    number: u64,
    /// What is shown.
    come: Come,
    /// What comes next: it is shown once it has points.
    next: Option<Come>,
    kept: Kept,
    bands: Answer<OfFront, Arc<Vec<Ends>>>,
    worker: Option<Later<Arc<Vec<Ends>>>>,
}

/// What there is to show, kept while a frame is drawn.
#[derive(Debug)]
pub(super) struct Combined {
    all: Arc<Vec<Try>>,
    sweep: Option<Arc<Sweep<'static>>>,
    pathways: Vec<PathwayId>,
    bands: Option<Arc<Vec<Ends>>>,
    kept: Kept,
    points: Arc<Vec<Point>>,
    done: usize,
    number: u64,
    running: bool,
    stale: bool,
}

impl Combined {
    /// As panels see it; none before the moves are known, while they still may come.
    pub(super) fn view(&self) -> Option<CombinedView<'_>> {
        let sweep = self.sweep.as_deref();
        if sweep.is_none() && self.running {
            return None;
        }
        Some(CombinedView {
            all: &self.all,
            tries: sweep.map_or(&[], Sweep::tries),
            pathways: &self.pathways,
            points: &self.points,
            front: &self.kept.front,
            bands: self.bands.as_deref().map(Vec::as_slice),
            counts: self.kept.counts.each_ref().map(|counts| counts.as_slice()),
            smallest: self.kept.smallest,
            done: self.done,
            total: sweep.map_or(0, Sweep::len),
            number: self.number,
            running: self.running,
            stale: self.stale,
        })
    }
}

impl Combiner {
    /// Works in the background where a frame has a `patience`, else here.
    pub(super) fn new(patience: Option<&Patience>, ctx: &Context) -> Self {
        let waker = ctx.clone();
        let start = |_: &Patience| {
            Later::start("bands of the front", Duration::ZERO, move || {
                waker.request_repaint();
            })
        };
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
        (self.running, self.asked, self.next) = (None, None, None);
        (self.come, self.bands) = (Come::default(), Answer::default());
    }

    /// Stops the job; what has come stays.
    pub(super) fn stop(&self) {
        if let Some(running) = &self.running {
            running.stop();
        }
    }

    /// Asks anew for what was stopped.
    pub(super) fn again(&mut self) {
        self.asked = None;
    }

    /// The combinations of the moves that are chosen.
    pub(super) fn get(&mut self, session: &Session, selection: &Selection) -> Combined {
        let asked = Asked::of(session, selection);
        self.take();
        let is_new = self.asked.as_ref() != Some(&asked);
        match &self.running {
            // It ends soon, and wakes the window.
            Some(running) if is_new => running.stop(),
            None if is_new && !session.is_working() => self.begin(asked.clone(), session),
            _ => {}
        }
        self.let_go(session.project());
        let improving = &selection.improving;
        let kept = self.kept(improving.axes, improving.bounds);
        let pathways = self.come.sweep.iter().flat_map(|sweep| sweep.pathways());
        Combined {
            all: Arc::clone(&self.come.all),
            pathways: pathways.cloned().collect(),
            sweep: self.come.sweep.clone(),
            bands: self.bands_of(&kept.front),
            kept,
            points: Arc::clone(&self.come.points),
            done: self.come.done,
            number: self.come.number,
            running: self.running.is_some() || self.asked.as_ref() != Some(&asked),
            stale: self.come.asked.as_ref() != Some(&asked),
        }
    }

    /// What has come on both axes, ready to be written; none where it is not there or belongs to what stood before.
    pub(super) fn combination(&mut self, session: &Session, selection: &Selection) -> Option<Combination> {
        self.take();
        if self.come.asked != Some(Asked::of(session, selection)) {
            return None;
        }
        let sweep = self.come.sweep.clone()?;
        let kept = self.kept(selection.improving.axes, selection.improving.bounds);
        Some(Combination {
            tries: sweep.tries().to_vec(),
            pathways: sweep.pathways().cloned().collect(),
            points: Arc::clone(&self.come.points),
            bands: self.bands_of(&kept.front),
            done: (self.come.done, sweep.len()),
            front: kept.front.to_vec(),
            axes: selection.improving.axes,
        })
    }

    fn begin(&mut self, asked: Asked, session: &Session) {
        let (sender, told) = channel();
        let stop = Arc::new(AtomicBool::new(false));
        let (project, library) = (Arc::clone(session.project()), session.library());
        let (flag, ctx, of) = (Arc::clone(&stop), self.ctx.clone(), asked.clone());
        self.asked = Some(asked);
        self.number += 1;
        let wake = move || {
            if let Some(ctx) = &ctx {
                ctx.request_repaint();
            }
        };
        let work = move || {
            run(&of, (&project, library), &flag, &sender, &wake);
            drop(sender);
            wake();
        };
        self.running = Some(Running {
            told: Mutex::new(told),
            stop,
        });
        if !self.in_background {
            work();
        } else if let Err(error) = std::thread::Builder::new()
            .name("combinations".to_owned())
            .spawn(work)
        {
            log::warn!("combinations: {error}");
        }
        self.take();
    }

    /// Takes what the job has told since the last frame.
    fn take(&mut self) {
        let Some(running) = self.running.take() else {
            return;
        };
        let told = running.told.lock().unwrap_or_else(PoisonError::into_inner);
        let ended = loop {
            match told.try_recv() {
                Ok(Told::Begun(all, sweep)) => {
                    self.next = Some(Come {
                        asked: self.asked.clone(),
                        number: self.number,
                        sweep: Some(sweep),
                        all,
                        ..Come::default()
                    });
                }
                Ok(Told::Points(done, points)) => {
                    if let Some(next) = self.next.take() {
                        self.come = next;
                    }
                    self.come.done = done;
                    Arc::make_mut(&mut self.come.points).extend(points);
                }
                Err(TryRecvError::Empty) => break false,
                Err(TryRecvError::Disconnected) => break true,
            }
        };
        drop(told);
        if ended {
            self.next = None;
        } else {
            self.running = Some(running);
        }
    }

    /// Lets go of combinations on a pathway that is gone.
    fn let_go(&mut self, project: &Project) {
        let sweep = self.come.sweep.as_ref();
        let is_gone = sweep.is_some_and(|sweep| sweep.pathways().any(|id| project.pathway(id).is_none()));
        if is_gone {
            self.come = Come::default();
        }
    }

    /// What is told of the points on `axes`.
    fn kept(&mut self, axes: [Axis; 2], bounds: Bounds) -> Kept {
        let points = &self.come.points;
        let of = (self.come.number, points.len(), axes, bounds);
        if self.kept.of.as_ref() != Some(&of) {
            let counts = |axis: Axis| match axis {
                Axis::Figure(figure) => by_count(points, figure),
                Axis::MovesCount => Vec::new(),
            };
            self.kept = Kept {
                of: Some(of),
                front: Arc::new(front(points, axes[0], axes[1])),
                counts: axes.map(|axis| Arc::new(counts(axis))),
                smallest: smallest(points, bounds.target, bounds.floor),
            };
        }
        self.kept.clone()
    }

    /// Bands of the front on both axes, once all combinations are there.
    fn bands_of(&mut self, front: &Arc<Vec<usize>>) -> Option<Arc<Vec<Ends>>> {
        let key = (self.come.number, Arc::clone(front));
        let held = self.bands.held(&key);
        if held.is_some() || self.running.is_some() || self.worker.is_none() {
            return held;
        }
        let sweep = self.come.sweep.clone()?;
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
    (project, library): (&Project, &'static Library),
    stop: &AtomicBool,
    tell: &Sender<Told>,
    wake: &dyn Fn(),
) {
    let is_stopped = || stop.load(Ordering::Relaxed);
    let all = tries(project, library);
    // Of what was chosen some may be gone with its part.
    let there = all.iter().filter(|one| asked.chosen.contains(&one.id));
    let mut chosen: Vec<Try> = there.take(MOST_MOVES).cloned().collect();
    if chosen.is_empty() {
        let axes = SHORT.map(Axis::Figure);
        let short = shortlist_of(&all, (project, library), &asked.pathways, &axes, &is_stopped);
        let Some(short) = short else { return };
        chosen = short;
    }
    let Some(sweep) = Sweep::new(project, library, &chosen, &asked.pathways) else {
        return;
    };
    let sweep = Arc::new(sweep);
    // Nobody listens any more where the project was closed.
    let _ = tell.send(Told::Begun(Arc::new(all), Arc::clone(&sweep)));
    sweep_all(threads(), &sweep, |done, points| {
        let heard = tell.send(Told::Points(done, points)).is_ok();
        wake();
        heard && !is_stopped()
    });
}
