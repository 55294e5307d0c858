//! Files and pictures that are being made in the background: said once they take a while, stopped where that is asked,
//! and told when they are there.
//!
//! Invariant: what is stopped leaves its file as it was; of two that go to one file the newer counts.

use super::printing::Handed;
use crate::app::dialogs::file_name;
use crate::app::toast::AtWork;
use crate::export::ExportError;
use crate::job::{Progress, Task};
use crate::text::{Lang, PaperMsg};
use egui::{ColorImage, Context};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

/// From then on it is said that something is being made, seconds.
const PATIENCE: f64 = 0.3;

/// What was made.
#[derive(Debug)]
pub(super) enum Made {
    /// The file.
    File,
    /// The file, with a sentence of its own.
    Said(String),
    /// A document that went to the system.
    Handed(Handed),
    /// A picture for the clipboard.
    Picture(ColorImage),
}

/// What came of an order.
pub(super) type Came = Result<Made, ExportError>;

/// All that is under way.
#[derive(Debug, Default)]
pub(super) struct Writing {
    running: Vec<Running>,
}

#[derive(Debug)]
struct Running {
    task: Task<Came>,
    stop: Arc<AtomicBool>,
    begun_s: f64,
    /// Where it goes; none for the clipboard.
    path: Option<PathBuf>,
}

impl Writing {
    /// Begins `work`, which ends early where what it is given says so; what goes to the same place is stopped.
    pub(super) fn begin(
        &mut self,
        ctx: &Context,
        path: Option<PathBuf>,
        work: impl FnOnce(&(dyn Fn() -> bool + Sync)) -> Came + Send + 'static,
    ) {
        let same = self.running.iter().filter(|running| running.path == path);
        same.for_each(Running::stop);
        let stop = Arc::new(AtomicBool::new(false));
        let stopped = Arc::clone(&stop);
        let waker = ctx.clone();
        let task = Task::start(
            "export",
            move || waker.request_repaint(),
            move || work(&|| stopped.load(Ordering::Relaxed)),
        );
        let begun_s = ctx.input(|input| input.time);
        self.running.extend(task.map(|task| Running {
            task,
            stop,
            begun_s,
            path,
        }));
        ctx.request_repaint_after(Duration::from_secs_f64(PATIENCE));
    }

    /// True while something is made.
    pub(super) const fn is_running(&self) -> bool {
        !self.running.is_empty()
    }

    /// What is being made, once it takes a while.
    pub(super) fn at_work(&self, now_s: f64, lang: Lang) -> Option<AtWork> {
        let mut long = self.running.iter();
        let running = long.find(|running| now_s - running.begun_s >= PATIENCE)?;
        let words = match &running.path {
            Some(path) => PaperMsg::Writing.with(lang, &[("file", &file_name(path))]),
            None => PaperMsg::Drawing.text(lang).to_owned(),
        };
        Some(AtWork {
            words,
            can_stop: !running.is_stopped(),
        })
    }

    /// Stops all that is being made.
    pub(super) fn stop(&self) {
        self.running.iter().for_each(Running::stop);
    }

    /// What has come since the last call, each with where it went.
    pub(super) fn poll(&mut self) -> Vec<(Option<PathBuf>, Came)> {
        let mut come = Vec::new();
        self.running.retain(|running| {
            let came = match running.task.poll() {
                Progress::Busy => return true,
                Progress::Done(came) => came,
                Progress::Broken => Err(ExportError::NotDrawn),
            };
            come.push((running.path.clone(), came));
            false
        });
        come
    }
}

impl Running {
    fn stop(&self) {
        self.stop.store(true, Ordering::Relaxed);
    }

    fn is_stopped(&self) -> bool {
        self.stop.load(Ordering::Relaxed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::mpsc::channel;
    use std::time::Instant;

    /// What comes, once there is anything.
    fn come(writing: &mut Writing) -> Vec<(Option<PathBuf>, Came)> {
        let since = Instant::now();
        loop {
            let come = writing.poll();
            if !come.is_empty() || since.elapsed() > Duration::from_mins(1) {
                return come;
            }
            std::thread::sleep(Duration::from_millis(1));
        }
    }

    /// Work that goes on until it is stopped.
    fn endless(stop: &(dyn Fn() -> bool + Sync)) -> Came {
        while !stop() {
            std::thread::sleep(Duration::from_millis(1));
        }
        Err(ExportError::Stopped)
    }

    #[test]
    fn what_takes_long_is_said_and_can_be_stopped() {
        let (ctx, mut writing) = (Context::default(), Writing::default());
        let path = Some(PathBuf::from("somewhere/book.xlsx"));
        writing.begin(&ctx, path.clone(), endless);
        assert!(writing.is_running());
        assert_eq!(writing.at_work(0.1, Lang::En), None);
        let work = writing.at_work(0.5, Lang::En).unwrap();
        assert_eq!((work.words.as_str(), work.can_stop), ("Writing book.xlsx…", true));
        writing.stop();
        assert!(!writing.at_work(0.5, Lang::En).is_some_and(|work| work.can_stop));
        let come = come(&mut writing);
        assert!(matches!(come.as_slice(), [(to, Err(ExportError::Stopped))] if *to == path));
        assert!(!writing.is_running());
    }

    #[test]
    fn what_goes_to_the_same_file_takes_the_place_of_what_went_there() {
        let (ctx, mut writing) = (Context::default(), Writing::default());
        let [same, other] = ["same.pdf", "other.pdf"].map(|name| Some(PathBuf::from(name)));
        writing.begin(&ctx, same.clone(), endless);
        let (go, gone) = channel::<()>();
        writing.begin(&ctx, other.clone(), move |stop| {
            gone.recv().unwrap_or_default();
            assert!(!stop());
            Ok(Made::File)
        });
        writing.begin(&ctx, same.clone(), |_| Ok(Made::File));
        let mut ended = 0;
        while ended < 2 {
            for (to, came) in come(&mut writing) {
                assert_eq!(to, same);
                assert!(matches!(came, Err(ExportError::Stopped) | Ok(Made::File)));
                ended += 1;
            }
        }
        go.send(()).unwrap();
        assert!(matches!(come(&mut writing).as_slice(), [(to, Ok(Made::File))] if *to == other));
    }
}
