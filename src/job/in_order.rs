//! A stream of pieces of work over threads: read and finished by the one who asks, worked on by the others.
//!
//! Invariant: no more pieces are under way than twice the threads, so memory does not grow with the stream.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Mutex, PoisonError};

/// A piece of work ended without an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Broken;

/// Does `work` on each of `pieces` on `threads` threads and gives each answer to `finish`, in the order in which they come,
/// until that says false.
pub fn each_on<T: Send, R: Send>(
    threads: usize,
    mut pieces: impl Iterator<Item = T>,
    work: impl Fn(T) -> R + Sync,
    mut finish: impl FnMut(R) -> bool,
) -> Result<(), Broken> {
    let (give, take) = channel::<T>();
    let (hand, answers) = channel::<Option<R>>();
    let take = Mutex::new(take);
    std::thread::scope(|scope| {
        let spawn = |index: usize| {
            let (take, work, hand) = (&take, &work, hand.clone());
            let run = move || labour(take, work, &hand);
            let name = format!("list-{index}");
            std::thread::Builder::new().name(name).spawn_scoped(scope, run)
        };
        let hands = (0..threads.max(1)).filter(|index| spawn(*index).is_ok()).count();
        if hands == 0 {
            // Where the system gives no thread the work is done here.
            let goes_on = pieces.all(|piece| finish(work(piece)));
            drop((give, goes_on));
            return Ok(());
        }
        let mut out = 0;
        loop {
            while out < 2 * hands
                && let Some(piece) = pieces.next()
                && give.send(piece).is_ok()
            {
                out += 1;
            }
            if out == 0 {
                break;
            }
            let Ok(Some(answer)) = answers.recv() else {
                drop(give);
                return Err(Broken);
            };
            out -= 1;
            if !finish(answer) {
                break;
            }
        }
        drop(give);
        Ok(())
    })
}

/// Works until there is nothing more to take.
fn labour<T, R>(take: &Mutex<Receiver<T>>, work: &impl Fn(T) -> R, hand: &Sender<Option<R>>) {
    loop {
        let piece = take.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok(piece) = piece else { return };
        let answer = catch_unwind(AssertUnwindSafe(|| work(piece)));
        if hand.send(answer.ok()).is_err() {
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_piece_is_done_once_on_any_number_of_threads() {
        for threads in [1, 2, 7] {
            let mut all = Vec::new();
            let finish = |answer| {
                all.push(answer);
                true
            };
            assert_eq!(each_on(threads, 0..100, |piece| piece * 2, finish), Ok(()));
            all.sort_unstable();
            assert_eq!(all, (0..100).map(|piece| piece * 2).collect::<Vec<_>>());
        }
    }

    #[test]
    fn it_ends_when_it_is_told_to_or_a_piece_breaks() {
        let mut count = 0;
        let finish = |_: u64| {
            count += 1;
            count < 3
        };
        assert_eq!(each_on(2, 0.., |piece: u64| piece, finish), Ok(()));
        assert_eq!(count, 3);
        let broken = |piece: u64| -> u64 {
            if piece == 5 {
                std::panic::resume_unwind(Box::new("on purpose"));
            }
            piece
        };
        assert_eq!(each_on(2, 0..9, broken, |_| true), Err(Broken));
    }
}
