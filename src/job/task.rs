//! One piece of work in a thread of its own, whose answer comes once.

use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::sync::{Mutex, PoisonError};

/// Work under way; dropping it lets go of the answer.
#[derive(Debug)]
pub struct Task<T> {
    answer: Mutex<Receiver<T>>,
}

/// How far a task is.
#[derive(Debug, PartialEq, Eq)]
pub enum Progress<T> {
    /// Still at work.
    Busy,
    /// The answer, given once.
    Done(T),
    /// It ended without an answer.
    Broken,
}

impl<T: Send + 'static> Task<T> {
    /// Starts `work` in a thread called `name`; `wake` is called after it. None where the system gives no thread.
    pub fn start(
        name: &str,
        wake: impl FnOnce() + Send + 'static,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Option<Self> {
        let (sender, answer) = channel();
        let run = move || {
            let answer = std::panic::catch_unwind(std::panic::AssertUnwindSafe(work));
            if let Ok(answer) = answer {
                // Nobody listens any more where something newer was asked.
                let _ = sender.send(answer);
            }
            drop(sender);
            wake();
        };
        let thread = std::thread::Builder::new().name(name.to_owned()).spawn(run);
        if let Err(error) = &thread {
            log::warn!("{name}: {error}");
        }
        thread.ok().map(|_| Self {
            answer: Mutex::new(answer),
        })
    }

    /// The answer, once it is there.
    pub fn poll(&self) -> Progress<T> {
        let answer = self.answer.lock().unwrap_or_else(PoisonError::into_inner);
        match answer.try_recv() {
            Ok(answer) => Progress::Done(answer),
            Err(TryRecvError::Empty) => Progress::Busy,
            Err(TryRecvError::Disconnected) => Progress::Broken,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wait<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Progress<T> {
        let (woken, wakes) = channel();
        let task = Task::start("test", move || woken.send(()).unwrap_or_default(), work).unwrap();
        wakes.recv_timeout(std::time::Duration::from_mins(1)).unwrap();
        task.poll()
    }

    #[test]
    fn it_answers_once_and_says_where_it_broke_off() {
        assert_eq!(wait(|| 7), Progress::Done(7));
        let broken: Progress<u8> = wait(|| std::panic::resume_unwind(Box::new("on purpose")));
        assert_eq!(broken, Progress::Broken);
    }
}
