//! Combinations over threads, chunk by chunk: a first picture soon, progress between chunks, and an end when it is asked for.

use crate::explain::advice::{Point, Sweep};
use std::ops::Range;

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
