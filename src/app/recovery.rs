//! Unsaved work kept beside the project file, for the case that the program ends unexpectedly.

use super::files;
use crate::session::Session;
use crate::store::{Folders, Recovered, RecoverySlot, find_recovery};
use std::path::PathBuf;
use std::sync::Arc;
use std::thread::JoinHandle;

/// Least time between two writes, in seconds.
const EVERY_S: f64 = 10.0;

/// Where this window leaves its unsaved work.
#[derive(Debug)]
pub struct Keeper {
    slot: Arc<RecoverySlot>,
    written: Option<u64>,
    written_s: f64,
    at_work: Option<JoinHandle<()>>,
}

impl Keeper {
    /// Takes a free place; none where the disk refuses, which is logged.
    pub fn new(folders: &Folders) -> Option<Self> {
        match RecoverySlot::take(&folders.recovery) {
            Ok(slot) => Some(Self {
                slot: Arc::new(slot),
                written: None,
                written_s: f64::NEG_INFINITY,
                at_work: None,
            }),
            Err(error) => {
                log::warn!("{error}");
                None
            }
        }
    }

    /// Leaves the work of `session` where it is unsaved and has changed since the last time; seconds until the next look.
    pub fn keep(&mut self, session: &Session, now_s: f64) -> Option<f64> {
        if !session.is_changed() {
            self.clear();
            return None;
        }
        if self.written == Some(session.revision()) {
            return None;
        }
        let wait = self.written_s + EVERY_S - now_s;
        let is_busy = self.at_work.as_ref().is_some_and(|work| !work.is_finished());
        if wait > 0.0 || is_busy || session.in_gesture() {
            return Some(wait.max(1.0));
        }
        self.written = Some(session.revision());
        self.written_s = now_s;
        let text = match files::text_of(session.project(), session.assessment()) {
            Ok(text) => text,
            Err(error) => {
                log::warn!("{}", error.text(crate::text::Lang::En));
                return None;
            }
        };
        self.write(session.file().map(PathBuf::from), text);
        None
    }

    fn write(&mut self, original: Option<PathBuf>, text: String) {
        let slot = Arc::clone(&self.slot);
        let work = move || {
            if let Err(error) = slot.write(original.as_deref(), &text) {
                log::warn!("{error}");
            }
        };
        let thread = std::thread::Builder::new()
            .name("recovery".to_owned())
            .spawn(work);
        self.at_work = thread.map_err(|error| log::warn!("recovery: {error}")).ok();
    }

    /// The work was saved, or given up.
    pub fn clear(&mut self) {
        if self.written.take().is_none() {
            return;
        }
        if let Some(work) = self.at_work.take() {
            // A write that is under way must not come after the removal.
            if work.join().is_err() {
                log::warn!("recovery: the last write broke off");
            }
        }
        self.written_s = f64::NEG_INFINITY;
        if let Err(error) = self.slot.clear() {
            log::warn!("{error}");
        }
    }
}

/// The newest work that an earlier window left.
pub fn newest(folders: &Folders) -> Option<Recovered> {
    find_recovery(&folders.recovery).into_iter().next()
}
