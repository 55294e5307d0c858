//! Combinations over threads, chunk by chunk: a first picture soon, progress between chunks, and an end when it is asked for;
//! and the lines of a map.

use crate::explain::advice::{Line, Point, SIDE, Sweep};
use std::ops::Range;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

/// Subsets of the first chunk, so that there is something to see soon; later chunks are larger.
const FIRST: usize = 64;
/// Subsets of each later chunk.
const CHUNK: usize = 512;

/// The points of a range of subsets on `threads` threads: the same digits on one thread or many.
pub fn sweep_on(threads: usize, sweep: &Sweep<'_>, range: Range<usize>) -> Vec<Point> {
    let count = range.len();
    let threads = threads.clamp(1, count.max(1));
    let part =
        |index: usize| (range.start + count * index / threads)..(range.start + count * (index + 1) / threads);
    if threads == 1 {
        return sweep.evaluate(range);
    }
    std::thread::scope(|scope| {
        let spawn = |index: usize| {
            let work = move || sweep.evaluate(part(index));
            std::thread::Builder::new()
                .name(format!("combinations-{index}"))
                .spawn_scoped(scope, work)
        };
        // A thread that the system refuses is done by this one.
        let handles: Vec<_> = (1..threads).map(|index| (index, spawn(index))).collect();
        let mut all = sweep.evaluate(part(0));
        for (index, handle) in handles {
            let more = handle.ok().and_then(|handle| handle.join().ok());
            all.extend(more.unwrap_or_else(|| sweep.evaluate(part(index))));
        }
        all
    })
}

/// All subsets, those with few moves first: `each` gets how many subsets are done and the points that are new, and says
/// whether to go on. False where it was stopped.
pub fn sweep_all(threads: usize, sweep: &Sweep<'_>, mut each: impl FnMut(usize, Vec<Point>) -> bool) -> bool {
    let mut done = 0;
    while done < sweep.len() {
        let size = if done == 0 { FIRST } else { CHUNK };
        let next = (done + size).min(sweep.len());
        let points = sweep_on(threads, sweep, done..next);
        done = next;
        if !each(done, points) {
            return false;
        }
    }
    true
}

/// The lines of a map on `threads` threads, each taken by the thread that is free: the same digits on one or many. `None`
/// where `stop`, which is asked here before each line of this thread, said so.
pub fn lines_on(
    threads: usize,
    line: &(dyn Fn(usize) -> Line + Sync),
    stop: &dyn Fn() -> bool,
) -> Option<Vec<Line>> {
    let (next, stopped) = (AtomicUsize::new(0), AtomicBool::new(false));
    let some = |stop: &dyn Fn() -> bool| {
        let mut mine = Vec::new();
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            if at >= SIDE || stopped.load(Ordering::Relaxed) {
                return mine;
            }
            if stop() {
                stopped.store(true, Ordering::Relaxed);
                return mine;
            }
            mine.push((at, line(at)));
        }
    };
    std::thread::scope(|scope| {
        let spawn = |index: usize| {
            let work = || some(&|| false);
            let name = format!("map-{index}");
            std::thread::Builder::new().name(name).spawn_scoped(scope, work)
        };
        // Lines of a thread that the system refuses are taken by the others.
        let others: Vec<_> = (1..threads).filter_map(|index| spawn(index).ok()).collect();
        let mut all = some(stop);
        for other in others {
            all.extend(other.join().ok()?);
        }
        all.sort_by_key(|(at, _)| *at);
        let is_whole = all.len() == SIDE && !stopped.load(Ordering::Relaxed);
        is_whole.then(|| all.into_iter().map(|(_, line)| line).collect())
    })
}
