//! Recovery after a crash: each running program has a slot of its own and leaves its unsaved work there.
//!
//! Invariant: work in a slot is offered only when the program that left it is gone; a lock that dies with it tells so.

use super::{Doing, MOST_BYTES, Problem, StoreError};
use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// The most slots that are tried.
const MOST_SLOTS: usize = 64;
/// Room for the first line of a recovery file, which holds the path of the project.
const HEAD_BYTES: u64 = 64 * 1024;

/// The place where this running program leaves its unsaved work; it is this program's until it ends.
#[derive(Debug)]
pub struct RecoverySlot {
    file: PathBuf,
    _lock: File,
}

/// Unsaved work that a program left when it ended unexpectedly.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recovered {
    /// The recovery file, for [`clear_recovery`].
    pub file: PathBuf,
    /// The project file that was open; none for a project that was never saved.
    pub original: Option<PathBuf>,
    /// When it was left, as far as the system tells.
    pub left: Option<SystemTime>,
    /// The project as text.
    pub text: String,
}

impl RecoverySlot {
    /// Takes a free slot in `folder`, which is made where needed. Slots with work in them are not free.
    pub fn take(folder: &Path) -> Result<Self, StoreError> {
        let refuse = |problem| StoreError::new(Doing::Save, folder, problem);
        fs::create_dir_all(folder).map_err(|error| refuse(Problem::of(&error)))?;
        for number in 1..=MOST_SLOTS {
            let file = recovery_path(folder, number);
            let lock = lock_of(&file).map_err(|error| refuse(Problem::of(&error)))?;
            if let Some(lock) = lock
                && !file.exists()
            {
                return Ok(Self { file, _lock: lock });
            }
        }
        Err(refuse(Problem::Full))
    }

    /// Leaves `text` in the slot, with the path of the project file if it has one.
    pub fn write(&self, original: Option<&Path>, text: &str) -> Result<(), StoreError> {
        let original = original.map(|path| path.to_string_lossy());
        let head = ron::ser::to_string(&original)
            .map_err(|error| StoreError::new(Doing::Save, &self.file, Problem::Shape(error.to_string())))?;
        super::write(&self.file, format!("{head}\n{text}").as_bytes())
    }

    /// Empties the slot: the work was saved, or given up.
    pub fn clear(&self) -> Result<(), StoreError> {
        clear_recovery(&self.file)
    }
}

/// Where slot `number` of `folder` keeps its work.
fn recovery_path(folder: &Path, number: usize) -> PathBuf {
    folder.join(format!("slot-{number}.recovery"))
}

/// The lock of a slot; none where another running program holds it.
fn lock_of(file: &Path) -> std::io::Result<Option<File>> {
    let lock = File::options()
        .create(true)
        .truncate(false)
        .write(true)
        .open(file.with_extension("lock"))?;
    match lock.try_lock() {
        Err(TryLockError::WouldBlock) => Ok(None),
        // On a disk without locks the work is offered even if its program still runs, rather than never.
        Ok(()) | Err(TryLockError::Error(_)) => Ok(Some(lock)),
    }
}

/// All work in `folder` whose program is gone, newest first. What cannot be read is logged and kept.
pub fn find_recovery(folder: &Path) -> Vec<Recovered> {
    let mut found: Vec<Recovered> = (1..=MOST_SLOTS)
        .map(|number| recovery_path(folder, number))
        .filter(|file| file.is_file())
        .filter(|file| !matches!(lock_of(file), Ok(None)))
        .filter_map(|file| match read(&file) {
            Ok(recovered) => Some(recovered),
            Err(error) => {
                log::warn!("{error}");
                None
            }
        })
        .collect();
    found.sort_by_key(|recovered| std::cmp::Reverse(recovered.left));
    found
}

fn read(file: &Path) -> Result<Recovered, StoreError> {
    let refuse = |problem| StoreError::new(Doing::Open, file, problem);
    let shape = |message: String| refuse(Problem::Shape(message));
    let bytes = super::read(file, MOST_BYTES.saturating_add(HEAD_BYTES)).map_err(refuse)?;
    let whole = String::from_utf8(bytes).map_err(|error| shape(error.to_string()))?;
    let (head, text) = whole
        .split_once('\n')
        .ok_or_else(|| shape("1:1: the first line is missing".to_owned()))?;
    let original: Option<PathBuf> = ron::from_str(head).map_err(|error| shape(error.to_string()))?;
    Ok(Recovered {
        file: file.to_owned(),
        original,
        left: fs::metadata(file).and_then(|about| about.modified()).ok(),
        text: text.to_owned(),
    })
}

/// Removes a recovery file; one that is not there is no error.
pub fn clear_recovery(file: &Path) -> Result<(), StoreError> {
    match fs::remove_file(file) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(StoreError::new(Doing::Save, file, Problem::of(&error)))
        }
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn work_is_offered_once_its_program_is_gone() {
        let dir = tempfile::tempdir().unwrap();
        let folder = dir.path().join("恢复 recovery");
        let first = RecoverySlot::take(&folder).unwrap();
        let original = Path::new("校服 \"外套\".reloom");
        first.write(Some(original), "line 1\nline 2\n").unwrap();
        let second = RecoverySlot::take(&folder).unwrap();
        assert_ne!(first.file, second.file);
        assert_eq!(find_recovery(&folder), []);

        drop(first);
        let found = find_recovery(&folder);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].original.as_deref(), Some(original));
        assert_eq!(found[0].text, "line 1\nline 2\n");
        let third = RecoverySlot::take(&folder).unwrap();
        assert_ne!(third.file, found[0].file, "a slot with work is not taken");

        clear_recovery(&found[0].file).unwrap();
        clear_recovery(&found[0].file).unwrap();
        assert_eq!(find_recovery(&folder), []);
    }

    #[test]
    fn cleared_and_broken_slots_offer_nothing() {
        let dir = tempfile::tempdir().unwrap();
        assert_eq!(find_recovery(&dir.path().join("none")), []);
        let slot = RecoverySlot::take(dir.path()).unwrap();
        slot.write(None, "").unwrap();
        slot.clear().unwrap();
        drop(slot);
        super::super::write(&recovery_path(dir.path(), 2), b"\xff").unwrap();
        assert_eq!(find_recovery(dir.path()), []);
    }
}
