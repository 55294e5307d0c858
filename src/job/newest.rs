//! A worker that is only ever asked for the newest: what was asked before and not begun is dropped.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

type Work<T> = Box<dyn FnOnce() -> T + Send>;

/// A worker in a thread of its own.
#[derive(Debug)]
pub struct Newest<T> {
    requests: Sender<(u64, Work<T>)>,
    answers: Mutex<Receiver<(u64, Option<T>)>>,
    /// Numbers the requests.
    asked: u64,
    /// The last request that was answered.
    answered: u64,
    /// Answers up to this request are not wanted any more.
    forgotten: u64,
}

/// What came of the requests.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Come<T> {
    /// Nothing new.
    Nothing,
    /// An answer; a newer one is still to come.
    Interim(T),
    /// The answer to the newest request.
    Last(T),
    /// The newest request has no answer: its work broke off.
    Broken,
}

impl<T: Send + 'static> Newest<T> {
    /// Starts the worker, called `name`; `wake` is called after each answer. None where the system gives no thread.
    pub fn start(name: &str, wake: impl Fn() + Send + 'static) -> Option<Self> {
        let (requests, inbox) = channel::<(u64, Work<T>)>();
        let (outbox, answers) = channel();
        let run = move || {
            while let Ok(mut request) = inbox.recv() {
                while let Ok(newer) = inbox.try_recv() {
                    request = newer;
                }
                let (number, work) = request;
                let answer = catch_unwind(AssertUnwindSafe(work)).ok();
                if outbox.send((number, answer)).is_err() {
                    return;
                }
                wake();
            }
        };
        let thread = std::thread::Builder::new().name(name.to_owned()).spawn(run);
        if let Err(error) = &thread {
            log::warn!("{name}: {error}");
        }
        thread.ok().map(|_| Self {
            requests,
            answers: Mutex::new(answers),
            asked: 0,
            answered: 0,
            forgotten: 0,
        })
    }

    /// Asks for `work`, in place of what was asked before and not begun.
    pub fn ask(&mut self, work: impl FnOnce() -> T + Send + 'static) {
        self.asked += 1;
        // The worker is gone only when the program ends.
        let _ = self.requests.send((self.asked, Box::new(work)));
    }

    /// Lets go of all that was asked so far.
    pub const fn forget(&mut self) {
        self.forgotten = self.asked;
    }

    /// True while an answer is still to come.
    pub const fn is_busy(&self) -> bool {
        self.answered < self.asked
    }

    /// The newest answer that has come since the last call.
    pub fn poll(&mut self) -> Come<T> {
        let newest = self.inbox().try_iter().last();
        newest.map_or(Come::Nothing, |newest| self.take(newest))
    }

    /// As [`Newest::poll`], and waits up to `most` for the answer to the newest request.
    pub fn wait(&mut self, most: Duration) -> Come<T> {
        let until = Instant::now() + most;
        let mut come = Come::Nothing;
        while self.is_busy() {
            let left = until.saturating_duration_since(Instant::now());
            let answer = self.inbox().recv_timeout(left);
            match answer {
                Ok(answer) => come = self.take(answer),
                Err(RecvTimeoutError::Timeout) => return come,
                Err(RecvTimeoutError::Disconnected) => {
                    self.answered = self.asked;
                    return Come::Broken;
                }
            }
        }
        come
    }

    fn inbox(&self) -> std::sync::MutexGuard<'_, Receiver<(u64, Option<T>)>> {
        self.answers.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn take(&mut self, (number, answer): (u64, Option<T>)) -> Come<T> {
        self.answered = number;
        match answer {
            _ if number <= self.forgotten => Come::Nothing,
            Some(answer) if number == self.asked => Come::Last(answer),
            Some(answer) => Come::Interim(answer),
            None if number == self.asked => Come::Broken,
            None => Come::Nothing,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LONG: Duration = Duration::from_mins(1);

    #[test]
    fn what_is_not_begun_gives_way_to_what_is_newer() {
        let mut worker = Newest::start("test", || {}).unwrap();
        let (hold, held) = channel::<()>();
        let (begun, begins) = channel();
        worker.ask(move || {
            begun.send(()).unwrap();
            held.recv().unwrap_or_default();
            1
        });
        begins.recv_timeout(LONG).unwrap();
        assert_eq!(worker.wait(Duration::ZERO), Come::Nothing);
        worker.ask(|| 2);
        worker.ask(|| 3);
        assert_eq!(worker.poll(), Come::Nothing);
        hold.send(()).unwrap();
        assert_eq!(worker.wait(LONG), Come::Last(3));
        assert!(!worker.is_busy());
        worker.ask(|| 4);
        worker.forget();
        assert_eq!(worker.wait(LONG), Come::Nothing, "nobody wants it any more");
    }

    #[test]
    fn work_that_breaks_off_is_said_and_the_next_is_done() {
        let mut worker: Newest<u8> = Newest::start("test", || {}).unwrap();
        worker.ask(|| std::panic::resume_unwind(Box::new("on purpose")));
        assert_eq!(worker.wait(LONG), Come::Broken);
        worker.ask(|| 4);
        assert_eq!(worker.wait(LONG), Come::Last(4));
    }
}
