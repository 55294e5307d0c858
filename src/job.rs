//! Background work: draws split over threads, cancelled by the next edit, answered by revision.
//!
//! Invariant: a frame never waits for a job; an answer of an older revision is dropped by whoever asked.

mod in_order;
mod later;
mod newest;
mod sweep;
mod task;

pub use in_order::{Broken, each_on};
pub use later::{Answer, Later, Latest, Patience};
pub use newest::{Come, Newest};
pub use sweep::{lines_on, sweep_all, sweep_on};
pub use task::{Progress, Task};

use crate::assess::{Assessment, Engine};
use crate::figure::PathwayFigure;
use crate::model::VariantNo;
use crate::uncertainty::{
    Asked, Bands, Draws, Sampler, Swing, add_ranks, draw_in_parts, share_better, tornado,
};
use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};

/// Draws shown while a slider moves.
pub const QUICK: u64 = 1_000;

/// Draws that replace them.
pub const FULL: u64 = 10_000;

/// The draws `0..count` of `engine` on `threads` threads: the same digits on one thread or many.
pub fn draw_on(
    threads: usize,
    engine: &Engine,
    sampler: &Sampler,
    seed: u64,
    count: u64,
    stop: &(dyn Fn() -> bool + Sync),
) -> Draws {
    let of = (engine, sampler, &Asked::all());
    draw_in_parts(of, seed, 0..count, threads, |parts| {
        let mut done = vec![0; parts.len()];
        let left = Mutex::new(parts.into_iter().enumerate());
        let next = || left.lock().unwrap_or_else(PoisonError::into_inner).next();
        let work = || -> Vec<(usize, usize)> {
            let parts = std::iter::from_fn(next);
            parts.map(|(at, part)| (at, part.fill(stop))).collect()
        };
        std::thread::scope(|scope| {
            // What a thread that the system refuses would have done is left to this one.
            let spawn = |index: usize| {
                let named = std::thread::Builder::new().name(format!("draws-{index}"));
                named.spawn_scoped(scope, work).ok()
            };
            let others: Vec<_> = (1..done.len()).filter_map(spawn).collect();
            let own = work();
            let others = others.into_iter().filter_map(|other| other.join().ok()).flatten();
            for (at, count) in own.into_iter().chain(others) {
                if let Some(done) = done.get_mut(at) {
                    *done = count;
                }
            }
        });
        done
    })
}

/// The threads that this machine offers.
pub fn threads() -> usize {
    std::thread::available_parallelism().map_or(1, usize::from)
}

/// How many assumptions are named for each figure.
pub const NAMED: usize = 5;

/// Bands and swings of one variant.
#[derive(Debug, Clone, Default)]
pub struct Uncertain {
    /// The revision they belong to.
    pub revision: u64,
    /// Bands and paired comparisons.
    pub bands: Bands,
    /// For each pathway and indicator the swings of the assumptions, largest first; empty until the full run is done.
    pub swings: Vec<Vec<Vec<Swing>>>,
    /// The variant.
    pub variant: VariantNo,
    /// For each variant drawn with it, and each of its pathways, in how many of the same draws each pathway of this
    /// variant is more circular by either yardstick, as shares.
    pub against: BTreeMap<VariantNo, Vec<Vec<Better>>>,
}

/// The shares of draws in which one pathway is more circular than another, by each of [`PathwayFigure::YARDSTICKS`].
pub type Better = [Option<f64>; 2];

impl Uncertain {
    /// For each pathway of the variant the shares of draws in which each other of it is more circular, by either yardstick.
    pub fn among(&self) -> &[Vec<Better>] {
        self.against.get(&self.variant).map_or(&[], Vec::as_slice)
    }

    /// The shares of draws in which the pathway at `at` is more circular than that at `other` of `variant`, by either
    /// yardstick.
    pub fn better_than(&self, (variant, other): (VariantNo, usize), at: usize) -> Option<[f64; 2]> {
        let [mci, quality] = *self.against.get(&variant)?.get(other)?.get(at)?;
        Some([mci?, quality?])
    }
}

/// Bands and swings of one variant at once: `count` draws with `seed`. Empty where `stop` said so.
pub fn uncertain(
    (variant, assessment): (VariantNo, &Arc<Assessment>),
    seed: u64,
    count: u64,
    stop: &(dyn Fn() -> bool + Sync),
) -> Uncertain {
    let request = Request {
        revision: 0,
        variants: vec![(variant, Arc::clone(assessment))],
        seed,
    };
    let engine = &assessment.engine;
    let sampler = Sampler::of(engine.slots.inputs());
    let draws = draw_on(threads(), engine, &sampler, seed, count, stop);
    if stop() {
        return Uncertain::default();
    }
    Uncertain {
        revision: 0,
        bands: Bands::of(&draws).with_beside(assessment, &draws, seed),
        swings: swings(engine, &sampler, seed, &draws, stop),
        variant,
        against: against(&request, &draws, std::slice::from_ref(&draws)),
    }
}

/// A variant to be drawn.
pub type Drawn = (VariantNo, Arc<Assessment>);

struct Request {
    revision: u64,
    variants: Vec<Drawn>,
    seed: u64,
}

/// A worker that draws in the background.
#[derive(Debug)]
pub struct DrawJob {
    latest: Arc<AtomicU64>,
    requests: Sender<Request>,
    answers: Mutex<Receiver<Vec<Uncertain>>>,
}

impl DrawJob {
    /// Starts the worker; `wake` is called after each answer. `None` where the system gives no thread.
    pub fn start(wake: impl Fn() + Send + 'static) -> Option<Self> {
        let (requests, inbox) = channel::<Request>();
        let (outbox, answers) = channel();
        let latest = Arc::new(AtomicU64::new(0));
        let newest = Arc::clone(&latest);
        let work = move || {
            while let Ok(mut request) = inbox.recv() {
                while let Ok(newer) = inbox.try_recv() {
                    request = newer;
                }
                answer(&request, &newest, &outbox, &wake);
            }
        };
        std::thread::Builder::new()
            .name("uncertainty".to_owned())
            .spawn(work)
            .ok()?;
        Some(Self {
            latest,
            requests,
            answers: Mutex::new(answers),
        })
    }

    /// Asks for the bands of `variants`, drawn with the same numbers; what is still drawn for an older revision stops.
    pub fn request(&self, revision: u64, variants: Vec<Drawn>, seed: u64) {
        self.latest.store(revision, Ordering::Relaxed);
        // The worker is gone only when the program ends.
        let _ = self.requests.send(Request {
            revision,
            variants,
            seed,
        });
    }

    /// The newest answer that has come since the last call, one for each variant.
    pub fn poll(&self) -> Option<Vec<Uncertain>> {
        self.answers
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .try_iter()
            .last()
    }
}

impl Drop for DrawJob {
    fn drop(&mut self) {
        // No revision is so high: whatever is still drawn stops.
        self.latest.store(u64::MAX, Ordering::Relaxed);
    }
}

/// A quick answer, then the full one, each only while `request` is the newest.
fn answer(request: &Request, newest: &AtomicU64, outbox: &Sender<Vec<Uncertain>>, wake: &impl Fn()) {
    let stop = || newest.load(Ordering::Relaxed) != request.revision;
    let engines: Vec<&Engine> = request
        .variants
        .iter()
        .map(|(_, assessment)| &assessment.engine)
        .collect();
    let samplers: Vec<Sampler> = engines
        .iter()
        .map(|engine| Sampler::of(engine.slots.inputs()))
        .collect();
    let mut quick: Vec<Draws> = Vec::new();
    for count in [QUICK, FULL] {
        let runs = engines.iter().zip(&samplers);
        let draws: Vec<Draws> = runs
            .map(|(engine, sampler)| draw_on(threads(), engine, sampler, request.seed, count, &stop))
            .collect();
        if stop() {
            return;
        }
        let mut all = Vec::with_capacity(draws.len());
        for (at, of_variant) in draws.iter().enumerate() {
            let (Some((variant, assessment)), Some(engine), Some(sampler)) =
                (request.variants.get(at), engines.get(at), samplers.get(at))
            else {
                continue;
            };
            let quick = quick.get(at).filter(|_| count == FULL);
            let swings = quick.map(|quick| swings(engine, sampler, request.seed, quick, &stop));
            all.push(Uncertain {
                revision: request.revision,
                bands: Bands::of(of_variant).with_beside(assessment, of_variant, request.seed),
                swings: swings.unwrap_or_default(),
                variant: *variant,
                against: against(request, of_variant, &draws),
            });
        }
        if stop() || outbox.send(all).is_err() {
            return;
        }
        quick = draws;
        wake();
    }
}

/// How often each pathway of `drawn` is more circular than each pathway of each variant, in the same draws.
fn against(request: &Request, drawn: &Draws, all: &[Draws]) -> BTreeMap<VariantNo, Vec<Vec<Better>>> {
    let of_variant = |((number, _), other): (&Drawn, &Draws)| {
        let better = |at: usize, pathway: usize| {
            PathwayFigure::YARDSTICKS.map(|figure| share_better((drawn, pathway), (other, at), figure))
        };
        let than = |at: usize| (0..drawn.pathways).map(|pathway| better(at, pathway)).collect();
        (*number, (0..other.pathways).map(than).collect())
    };
    request.variants.iter().zip(all).map(of_variant).collect()
}

/// Swings of all pathways, the first few of each with their rank correlation over the `quick` draws.
fn swings(
    engine: &Engine,
    sampler: &Sampler,
    seed: u64,
    quick: &Draws,
    stop: &dyn Fn() -> bool,
) -> Vec<Vec<Vec<Swing>>> {
    let mut all = tornado(engine, sampler, stop);
    for (pathway, swings) in all.iter_mut().enumerate().take_while(|_| !stop()) {
        add_ranks(swings, sampler, pathway, seed, quick, NAMED);
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::Library;

    fn uniform() -> Arc<Assessment> {
        let project = crate::presets::get("school_uniform").unwrap().project().unwrap();
        Arc::new(crate::assess::assess(&project, Library::builtin()))
    }

    #[test]
    fn one_thread_or_many_give_the_same_digits() {
        let assessment = uniform();
        let sampler = Sampler::of(assessment.engine.slots.inputs());
        let on = |threads| draw_on(threads, &assessment.engine, &sampler, 5, 101, &|| false);
        let bits = |draws: &Draws| {
            draws
                .figures
                .iter()
                .flatten()
                .map(|figure| figure.to_bits())
                .collect::<Vec<_>>()
        };
        let one = on(1);
        assert_eq!(one.len(), 101);
        for threads in [2, 3, 7, 1_000] {
            assert!(bits(&one) == bits(&on(threads)), "{threads} threads");
        }
    }

    #[test]
    fn the_newest_request_is_answered_quickly_and_then_fully() {
        let (woken, wakes) = channel();
        let job = DrawJob::start(move || woken.send(()).unwrap_or_default()).unwrap();
        let two = || {
            let second = VariantNo::new(2).unwrap();
            vec![(VariantNo::FIRST, uniform()), (second, uniform())]
        };
        job.request(1, two(), 1);
        job.request(2, two(), 1);
        let mut last = vec![Uncertain::default()];
        while last[0].bands.draws < usize::try_from(FULL).unwrap() {
            wakes.recv_timeout(std::time::Duration::from_mins(1)).unwrap();
            last = job.poll().unwrap_or(last);
        }
        assert_eq!(last.len(), 2);
        for variant in &last {
            assert_eq!(variant.revision, 2);
            assert_eq!(variant.swings.len(), variant.bands.pathways.len());
            // Both are the same product: a pathway is as often better than either baseline, and the baselines tie.
            let [first, second] = [1, 2].map(|number| &variant.against[&VariantNo::new(number).unwrap()]);
            assert_eq!(first, second);
            for other in 0..first.len() {
                for at in (0..first.len()).filter(|at| *at != other) {
                    let shares = variant.better_than((VariantNo::FIRST, other), at).unwrap();
                    let turned = variant.better_than((VariantNo::FIRST, at), other).unwrap();
                    for (share, turned) in shares.into_iter().zip(turned) {
                        assert!((share + turned - 1.0).abs() < 1e-12);
                    }
                }
                assert_eq!(first[other][other], [Some(0.5); 2]);
            }
        }
    }
}
