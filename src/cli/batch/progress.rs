//! How far a batch is, said every few seconds.

use crate::text::{BatchMsg, Lang, number};
use std::io::Write;
use std::time::{Duration, Instant};

/// Time between two lines.
const STEP: Duration = Duration::from_secs(2);

/// Says how far it is.
pub(super) struct Progress {
    start: Instant,
    last: Instant,
    done: u64,
    all: Option<u64>,
}

impl Progress {
    /// Nothing of `all` lines is done.
    pub(super) fn new(all: Option<u64>) -> Self {
        let start = Instant::now();
        Self {
            start,
            last: start,
            done: 0,
            all,
        }
    }

    /// `lines` more are done.
    pub(super) fn add(&mut self, lines: u64, lang: Lang, err: &mut dyn Write) {
        self.done += lines;
        if self.last.elapsed() < STEP {
            return;
        }
        self.last = Instant::now();
        let rate = self.done as f64 / self.start.elapsed().as_secs_f64().max(1e-9);
        let whole = |count: f64| number::thousands(&format!("{count:.0}"), lang);
        let (done, speed) = (whole(self.done as f64), whole(rate));
        let words = match self.all {
            Some(all) => {
                let left = time(all.saturating_sub(self.done) as f64 / rate.max(1e-9), lang);
                let all = whole(all as f64);
                BatchMsg::Progress.with(
                    lang,
                    &[("done", &done), ("all", &all), ("rate", &speed), ("left", &left)],
                )
            }
            None => BatchMsg::ProgressOpen.with(lang, &[("done", &done), ("rate", &speed)]),
        };
        // Where standard error is closed there is nobody to tell, and the work goes on.
        let _ = writeln!(err, "{words}");
    }
}

/// A rough time in words.
fn time(seconds: f64, lang: Lang) -> String {
    let (count, message) = if seconds < 90.0 {
        (seconds, BatchMsg::Second)
    } else if seconds < 5400.0 {
        (seconds / 60.0, BatchMsg::Minute)
    } else {
        (seconds / 3600.0, BatchMsg::Hour)
    };
    message.with(lang, &[("count", &format!("{:.0}", count.ceil()))])
}
