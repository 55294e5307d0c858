//! Work that is done at once where a frame has the time for it, else in the background.
//!
//! Invariant: an answer stands only with what it was asked for; what is asked for next takes the place of what was asked
//! before.

use super::{Come, Newest};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

/// How long a frame may wait for work beside, for all of it together; a copy shares what was waited already.
#[derive(Debug, Clone)]
pub struct Patience {
    whole: Duration,
    /// Nanoseconds waited since the frame began.
    waited: Arc<AtomicU64>,
}

impl Patience {
    /// A new frame begins.
    pub fn renew(&self) {
        self.waited.store(0, Ordering::Relaxed);
    }

    /// What `wait` gives, which may wait for what is left.
    fn spend<R>(&self, wait: impl FnOnce(Duration) -> R) -> R {
        let waited = Duration::from_nanos(self.waited.load(Ordering::Relaxed));
        let since = Instant::now();
        let came = wait(self.whole.saturating_sub(waited));
        self.waited
            .fetch_add(nanoseconds(since.elapsed()), Ordering::Relaxed);
        came
    }
}

fn nanoseconds(time: Duration) -> u64 {
    u64::try_from(time.as_nanos()).unwrap_or(u64::MAX)
}

impl From<Duration> for Patience {
    fn from(whole: Duration) -> Self {
        Self {
            whole,
            waited: Arc::default(),
        }
    }
}

/// A worker and how long a frame may wait for it.
#[derive(Debug)]
pub struct Later<T> {
    worker: Newest<T>,
    patience: Patience,
    /// Nanoseconds that its last work took.
    took: Arc<AtomicU64>,
}

impl<T: Send + 'static> Later<T> {
    /// Starts the worker, called `name`; `wake` is called after each answer. None where the system gives no thread.
    pub fn start(
        name: &str,
        patience: impl Into<Patience>,
        wake: impl Fn() + Send + 'static,
    ) -> Option<Self> {
        let worker = Newest::start(name, wake)?;
        let patience = patience.into();
        Some(Self {
            worker,
            patience,
            took: Arc::default(),
        })
    }

    /// Asks for `work`, and waits for it as long as a frame may; not at all where the worker is still at what was asked
    /// before, or its last work took longer than that: it would be waited for in vain.
    pub fn ask(&mut self, work: impl FnOnce() -> T + Send + 'static) -> Come<T> {
        let is_idle = !self.worker.is_busy();
        let took = Arc::clone(&self.took);
        self.worker.ask(move || {
            let since = Instant::now();
            let done = work();
            took.store(nanoseconds(since.elapsed()), Ordering::Relaxed);
            done
        });
        let took = Duration::from_nanos(self.took.load(Ordering::Relaxed));
        if is_idle && took <= self.patience.whole {
            self.patience.spend(|most| self.worker.wait(most))
        } else {
            self.worker.poll()
        }
    }

    /// What has come since the last call.
    pub fn poll(&mut self) -> Come<T> {
        self.worker.poll()
    }

    /// Lets go of all that was asked so far.
    pub const fn forget(&mut self) {
        self.worker.forget();
    }
}

/// An answer with what it was asked for.
#[derive(Debug)]
pub struct Answer<K, T> {
    there: Option<(K, T)>,
    /// What was last asked for of the worker.
    asked: Option<K>,
}

impl<K, T> Default for Answer<K, T> {
    fn default() -> Self {
        Self {
            there: None,
            asked: None,
        }
    }
}

impl<K: PartialEq + Clone, T: Clone + Send + 'static> Answer<K, T> {
    /// The answer that belongs to `key`, where it is there.
    pub fn held(&self, key: &K) -> Option<T> {
        let there = self.there.as_ref().filter(|(of, _)| of == key);
        there.map(|(_, answer)| answer.clone())
    }

    /// The same; where it is not there, `work` is begun once for each `key`, and done here where there is no worker. None
    /// while it is being worked out.
    pub fn get<W>(&mut self, key: &K, worker: Option<&mut Later<T>>, work: W) -> Option<T>
    where
        W: FnOnce() -> T + Clone + Send + 'static,
    {
        let held = self.held(key);
        if held.is_some() {
            return held;
        }
        let come = match worker {
            Some(worker) if self.asked.as_ref() == Some(key) => worker.poll(),
            Some(worker) => {
                self.asked = Some(key.clone());
                worker.ask(work.clone())
            }
            None => Come::Broken,
        };
        let answer = match come {
            Come::Nothing | Come::Interim(_) => return None,
            Come::Last(answer) => answer,
            Come::Broken => work(),
        };
        self.there = Some((key.clone(), answer.clone()));
        Some(answer)
    }
}

/// Work of which only the newest is wanted: what was begun before is told to stop, and gives nothing.
#[derive(Debug)]
pub struct Latest<K, T> {
    answer: Answer<K, Option<T>>,
    worker: Option<Later<Option<T>>>,
    /// What was asked last, and its number; work with a lower number stops.
    asked: Option<K>,
    number: Arc<AtomicU64>,
}

impl<K, T> Default for Latest<K, T> {
    /// Without a worker: all is done where it is asked for.
    fn default() -> Self {
        Self {
            answer: Answer::default(),
            worker: None,
            asked: None,
            number: Arc::default(),
        }
    }
}

impl<K: PartialEq + Clone, T: Clone + Send + 'static> Latest<K, T> {
    /// With `worker`; without one all is done where it is asked for.
    pub fn new(worker: Option<Later<Option<T>>>) -> Self {
        Self {
            worker,
            ..Self::default()
        }
    }

    /// Lets go of all that was asked so far.
    pub fn forget(&mut self) {
        self.number.fetch_add(1, Ordering::Relaxed);
        if let Some(worker) = &mut self.worker {
            worker.forget();
        }
        self.answer = Answer::default();
        self.asked = None;
    }

    /// What `work` gives for `key`; it is begun once for each, and asks whether it is to stop. None while it is being worked
    /// out.
    pub fn get<W>(&mut self, key: &K, work: W) -> Option<T>
    where
        W: FnOnce(&dyn Fn() -> bool) -> Option<T> + Clone + Send + 'static,
    {
        if self.asked.as_ref() != Some(key) {
            self.asked = Some(key.clone());
            self.number.fetch_add(1, Ordering::Relaxed);
        }
        let (number, mine) = (Arc::clone(&self.number), self.number.load(Ordering::Relaxed));
        let work = move || work(&|| number.load(Ordering::Relaxed) != mine);
        self.answer.get(key, self.worker.as_mut(), work).flatten()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::mpsc::channel;

    const LONG: Duration = Duration::from_mins(1);

    #[test]
    fn what_is_quick_is_there_at_once_and_reckoned_once() {
        let mut worker = Later::start("test", LONG, || {});
        let mut answer = Answer::default();
        assert_eq!(answer.get(&1, worker.as_mut(), || "one"), Some("one"));
        assert_eq!(answer.get(&1, worker.as_mut(), || "again"), Some("one"));
        assert_eq!(answer.get(&2, None, || "here"), Some("here"));
    }

    #[test]
    fn a_frame_waits_no_longer_for_several_than_for_one() {
        let patience = Patience::from(Duration::from_millis(40));
        let mut workers = ["a", "b", "c"].map(|name| Later::start(name, patience.clone(), || {}).unwrap());
        let slow = || std::thread::sleep(Duration::from_millis(400));
        for turn in 0..2 {
            let since = Instant::now();
            for worker in &mut workers {
                assert!(matches!(worker.ask(slow), Come::Nothing));
            }
            assert!(since.elapsed() < Duration::from_millis(300), "{turn}");
            std::thread::sleep(Duration::from_millis(900));
            assert!(
                workers
                    .iter_mut()
                    .all(|worker| matches!(worker.poll(), Come::Last(())))
            );
            patience.renew();
        }
    }

    #[test]
    fn what_took_longer_than_a_frame_may_wait_is_not_waited_for_again() {
        let (woken, wakes) = channel();
        let patience = Patience::from(Duration::from_millis(300));
        let wake = move || woken.send(()).unwrap_or_default();
        let mut worker = Later::start("test", patience.clone(), wake).unwrap();
        let mut waited = |work: Duration| {
            patience.renew();
            let since = Instant::now();
            let come = worker.ask(move || std::thread::sleep(work));
            let waited = since.elapsed();
            wakes.recv_timeout(LONG).unwrap();
            // Taken, so that nothing is under way.
            let _ = worker.poll();
            (matches!(come, Come::Last(())), waited)
        };
        assert!(waited(Duration::ZERO).0);
        assert!(waited(Duration::from_millis(500)).1 >= Duration::from_millis(300));
        let (is_there, time) = waited(Duration::from_millis(50));
        assert!(!is_there && time < Duration::from_millis(50), "{time:?}");
        // It was quick, so the next one is waited for.
        assert!(waited(Duration::ZERO).0);
    }

    #[test]
    fn only_the_newest_goes_on() {
        let mut latest = Latest::new(Later::start("test", LONG, || {}));
        let stops = |stop: &dyn Fn() -> bool| Some(stop());
        assert_eq!(latest.get(&1, stops), Some(false));
        let (begun, told) = channel();
        let (let_on, wait) = channel::<()>();
        let wait = Arc::new(std::sync::Mutex::new(wait));
        let mut slow = Latest::new(Later::start("test", Duration::ZERO, || {}));
        let work = move |stop: &dyn Fn() -> bool| {
            wait.lock().unwrap().recv_timeout(LONG).unwrap();
            begun.send(stop()).unwrap();
            Some(())
        };
        assert_eq!(slow.get(&1, work.clone()), None);
        slow.forget();
        let_on.send(()).unwrap();
        assert!(
            told.recv_timeout(LONG).unwrap(),
            "what is not wanted any more is told so"
        );
    }

    #[test]
    fn an_answer_to_what_was_asked_before_never_stands_with_what_is_asked_now() {
        let (woken, wakes) = channel();
        let mut worker = Later::start("test", Duration::ZERO, move || woken.send(()).unwrap_or_default());
        let mut answer = Answer::default();
        let (let_on, wait) = channel::<()>();
        let wait = Arc::new(std::sync::Mutex::new(wait));
        let one = move || {
            wait.lock().unwrap().recv_timeout(LONG).unwrap();
            "one"
        };
        assert_eq!(answer.get(&1, worker.as_mut(), one), None);
        let_on.send(()).unwrap();
        wakes.recv_timeout(LONG).unwrap();
        // The first has come and nobody took it.
        assert_ne!(answer.get(&2, worker.as_mut(), || "two"), Some("one"));
        let mut now = None;
        while now.is_none() {
            now = answer.get(&2, worker.as_mut(), || "never asked twice");
        }
        assert_eq!(now, Some("two"));
        assert_eq!(answer.held(&1), None);
    }
}
