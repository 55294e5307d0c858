//! Unsaved work kept beside the project file, for the case that the program ends unexpectedly.
//!
//! Invariant: a change is kept at the latest [`HELD_S`] after it was made, and at once when the window loses the focus.

use super::files::{self, FileError};
use crate::session::Session;
use crate::store::{Folders, Left, RecoverySlot, StoreError, find_recovery};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread::JoinHandle;

/// Least time between two writes, in seconds.
const EVERY_S: f64 = 10.0;
/// Longest time that a change waits while something is dragged or typed, in seconds.
pub const HELD_S: f64 = 20.0;

/// Where this window leaves its unsaved work.
#[derive(Debug)]
pub struct Keeper {
    slot: Arc<RecoverySlot>,
    /// The revision that was written, or is being written.
    written: Option<u64>,
    written_s: f64,
    /// Since when there has been a change that is not written.
    waiting_s: Option<f64>,
    /// True where the slot may hold something.
    filled: bool,
    at_work: Option<JoinHandle<Result<(), FileError>>>,
    trouble: Option<FileError>,
    /// The last trouble that was told.
    told: Option<FileError>,
}

impl Keeper {
    /// Takes a free place.
    pub fn new(folders: &Folders) -> Result<Self, StoreError> {
        Ok(Self {
            slot: Arc::new(RecoverySlot::take(&folders.recovery)?),
            written: None,
            written_s: f64::NEG_INFINITY,
            waiting_s: None,
            filled: false,
            at_work: None,
            trouble: None,
            told: None,
        })
    }

    /// Leaves the work of `session` where it is unsaved and has changed since the last time; seconds until the next look.
    ///
    /// It waits between two writes, and while something is dragged or typed, but not where the user is `leaving`.
    pub fn keep(&mut self, session: &Session, now_s: f64, leaving: bool) -> Option<f64> {
        if !session.is_changed() {
            self.clear();
            return None;
        }
        if self.at_work.as_ref().is_some_and(JoinHandle::is_finished) {
            self.settle();
        }
        let is_busy = self.at_work.is_some();
        if self.written == Some(session.revision()) {
            return is_busy.then_some(1.0);
        }
        let since_s = *self.waiting_s.get_or_insert(now_s);
        let rest_s = self.written_s + EVERY_S - now_s;
        let is_due = rest_s <= 0.0 && !session.in_gesture();
        if is_busy || !(is_due || leaving || now_s - since_s >= HELD_S) {
            return Some(rest_s.max(1.0));
        }
        self.written = Some(session.revision());
        self.written_s = now_s;
        self.waiting_s = None;
        self.filled = true;
        self.write(session);
        Some(1.0)
    }

    fn write(&mut self, session: &Session) {
        let slot = Arc::clone(&self.slot);
        let project = Arc::clone(session.project());
        // The library's figures are left out where those of the project are not there yet.
        let assessment = (!session.is_working()).then(|| Arc::clone(session.assessment()));
        let (original, stamp) = (session.file().map(PathBuf::from), session.stamp());
        let work = move || {
            let text = files::text_of(&project, assessment.as_deref())?;
            slot.write(original.as_deref(), stamp, &text)
                .map_err(FileError::Store)
        };
        let thread = std::thread::Builder::new()
            .name("recovery".to_owned())
            .spawn(work);
        self.at_work = thread.map_err(|error| log::warn!("recovery: {error}")).ok();
    }

    /// Waits for the write that is under way; true where the slot holds the work.
    pub fn settle(&mut self) -> bool {
        let Some(work) = self.at_work.take() else {
            return self.written.is_some();
        };
        let trouble = match work.join() {
            Ok(Ok(())) => {
                self.told = None;
                return true;
            }
            Ok(Err(error)) => Some(error),
            Err(_) => None,
        };
        // It is tried again after the usual pause, for a stick may be put back and a disk cleared.
        self.written = None;
        self.trouble = trouble;
        false
    }

    /// Why the work could not be kept; the same trouble is told once.
    pub fn take_trouble(&mut self) -> Option<FileError> {
        let trouble = self.trouble.take()?;
        if self.told.as_ref() == Some(&trouble) {
            return None;
        }
        self.told = Some(trouble.clone());
        Some(trouble)
    }

    /// Says which file this window has open; true where another running window has it open as well.
    pub fn hold(&self, file: Option<&Path>) -> bool {
        self.slot.hold(file).unwrap_or_else(|error| {
            log::warn!("{error}");
            false
        })
    }

    /// The work was saved, or given up.
    pub fn clear(&mut self) {
        self.waiting_s = None;
        if !self.filled {
            return;
        }
        // A write that is under way must not come after the removal.
        self.settle();
        self.trouble = None;
        self.written = None;
        self.written_s = f64::NEG_INFINITY;
        self.filled = false;
        if let Err(error) = self.slot.clear() {
            log::warn!("{error}");
        }
    }
}

/// The work that earlier windows left, newest first, and what of it cannot be read.
pub fn left(folders: &Folders) -> Left {
    find_recovery(&folders.recovery)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::{Edit, ProductEdit};
    use crate::presets;
    use crate::quantity::Pieces;

    fn session() -> Session {
        Session::new(presets::get("school_uniform").unwrap().project().unwrap(), None)
    }

    fn change(session: &mut Session, pieces: f64, continuing: bool) {
        let edit = Edit::Product(ProductEdit::SetVolume(Pieces::new(pieces).unwrap()));
        session.apply(&edit, continuing, 0.0).unwrap();
    }

    fn slot(folder: &Path) -> String {
        let file = Folders::inside(folder).recovery.join("slot-1.recovery");
        std::fs::read_to_string(file).unwrap_or_default()
    }

    #[test]
    fn a_change_is_kept_soon_and_a_long_gesture_does_not_hold_it_up() {
        let dir = tempfile::tempdir().unwrap();
        let mut keeper = Keeper::new(&Folders::inside(dir.path())).unwrap();
        let mut session = session();
        assert_eq!(keeper.keep(&session, 0.0, false), None);

        change(&mut session, 1111.0, false);
        keeper.keep(&session, 1.0, false);
        assert!(keeper.settle() && slot(dir.path()).contains("1111"));

        change(&mut session, 2222.0, true);
        for now_s in [2.0, 12.0, 21.0] {
            assert_eq!(
                keeper.keep(&session, now_s, false).map(|wake| wake <= 10.0),
                Some(true)
            );
        }
        assert!(slot(dir.path()).contains("1111"));
        keeper.keep(&session, 2.0 + HELD_S, false);
        assert!(keeper.settle() && slot(dir.path()).contains("2222"));

        session.end_gesture();
        session.mark_saved("a.reloom".into(), None);
        assert_eq!(keeper.keep(&session, 30.0, false), None);
        assert_eq!(slot(dir.path()), "");
    }

    #[test]
    fn a_window_that_loses_the_focus_keeps_its_work_at_once() {
        let dir = tempfile::tempdir().unwrap();
        let mut keeper = Keeper::new(&Folders::inside(dir.path())).unwrap();
        let mut session = session();
        change(&mut session, 1111.0, true);
        assert!(keeper.keep(&session, 0.0, false).is_some());
        assert_eq!(slot(dir.path()), "");
        keeper.keep(&session, 0.1, true);
        assert!(keeper.settle() && slot(dir.path()).contains("1111"));
    }

    #[test]
    fn where_the_work_cannot_be_kept_it_is_told_once_and_tried_again() {
        let dir = tempfile::tempdir().unwrap();
        let folders = Folders::inside(&dir.path().join("U 盘"));
        let mut keeper = Keeper::new(&folders).unwrap();
        let mut session = session();
        std::fs::remove_dir_all(&folders.config).unwrap();
        change(&mut session, 1111.0, false);
        for now_s in [0.0, 10.0] {
            keeper.keep(&session, now_s, false);
            assert!(!keeper.settle());
            let told = keeper
                .take_trouble()
                .map(|error| error.text(crate::text::Lang::Zh));
            let expected = (now_s < 1.0).then_some(true);
            assert_eq!(told.map(|told| told.contains("文件夹不存在")), expected);
        }
        std::fs::create_dir_all(&folders.recovery).unwrap();
        keeper.keep(&session, 20.0, false);
        assert!(keeper.settle() && slot(&folders.config).contains("1111"));
        keeper.clear();
        assert_eq!(slot(&folders.config), "");
    }
}
