//! Recovery after a crash: each running program has a slot of its own and leaves its unsaved work there.
//!
//! Invariant: work in a slot is offered only when the program that left it is gone; a lock that dies with it tells so.

use super::{Doing, MOST_BYTES, Problem, Stamp, StoreError};
use serde::{Deserialize, Serialize};
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
    /// What that file held when it was opened or last saved.
    pub stamp: Option<Stamp>,
    /// When it was left, as far as the system tells.
    pub left: Option<SystemTime>,
    /// The project as text.
    pub text: String,
}

/// What programs left that ended unexpectedly.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Left {
    /// Their work, newest first.
    pub works: Vec<Recovered>,
    /// What cannot be read; it stays where it is.
    pub broken: Vec<StoreError>,
}

/// The first line of a recovery file, and the whole of the file that says what a program has open.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
struct Head {
    /// The project file, as far as it is Unicode.
    path: Option<String>,
    /// Its bytes where it is not.
    #[serde(default)]
    bytes: Option<Vec<u8>>,
    /// Length and hash of what it held.
    #[serde(default)]
    stamp: Option<(u64, u64)>,
}

impl Head {
    fn of(original: Option<&Path>, stamp: Option<Stamp>) -> Self {
        Self {
            path: original.map(|path| path.to_string_lossy().into_owned()),
            bytes: original.filter(|path| path.to_str().is_none()).and_then(raw),
            stamp: stamp.map(Stamp::parts),
        }
    }

    /// From the first line; before version 0.2 it held the path alone.
    fn read(line: &str) -> Result<Self, ron::error::SpannedError> {
        ron::from_str(line).or_else(|error| {
            let path: Option<String> = ron::from_str(line).map_err(|_| error)?;
            Ok(Self {
                path,
                ..Self::default()
            })
        })
    }

    fn line(&self, file: &Path) -> Result<String, StoreError> {
        ron::ser::to_string(self)
            .map_err(|error| StoreError::new(Doing::Save, file, Problem::Shape(error.to_string())))
    }

    fn original(&self) -> Option<PathBuf> {
        let raw = self.bytes.as_deref().and_then(path_of_raw);
        raw.or_else(|| self.path.as_ref().map(PathBuf::from))
    }
}

#[cfg(unix)]
#[expect(clippy::unnecessary_wraps, reason = "elsewhere a name has no bytes")]
fn raw(path: &Path) -> Option<Vec<u8>> {
    use std::os::unix::ffi::OsStrExt;
    Some(path.as_os_str().as_bytes().to_vec())
}

#[cfg(unix)]
#[expect(clippy::unnecessary_wraps, reason = "elsewhere a name has no bytes")]
fn path_of_raw(bytes: &[u8]) -> Option<PathBuf> {
    use std::os::unix::ffi::OsStrExt;
    Some(PathBuf::from(std::ffi::OsStr::from_bytes(bytes)))
}

#[cfg(not(unix))]
fn raw(_path: &Path) -> Option<Vec<u8>> {
    None
}

#[cfg(not(unix))]
fn path_of_raw(_bytes: &[u8]) -> Option<PathBuf> {
    None
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
                // What its last owner had open is not open any more.
                clear_recovery(&open_path(&file))?;
                return Ok(Self { file, _lock: lock });
            }
        }
        Err(refuse(Problem::Full))
    }

    /// Leaves `text` in the slot, with the project file if it has one and the stamp of what that held.
    pub fn write(&self, original: Option<&Path>, stamp: Option<Stamp>, text: &str) -> Result<(), StoreError> {
        let head = Head::of(original, stamp).line(&self.file)?;
        super::write(&self.file, format!("{head}\n{text}").as_bytes())
    }

    /// Says which project file this program has open; true where another running program has it open as well.
    pub fn hold(&self, file: Option<&Path>) -> Result<bool, StoreError> {
        let own = open_path(&self.file);
        let Some(file) = file else {
            return clear_recovery(&own).map(|()| false);
        };
        super::write(&own, Head::of(Some(file), None).line(&own)?.as_bytes())?;
        let folder = self.file.parent().unwrap_or(Path::new("."));
        let others = (1..=MOST_SLOTS).map(|number| recovery_path(folder, number));
        Ok(others
            .filter(|slot| *slot != self.file)
            .any(|slot| has_open(&slot, file)))
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

/// Where the program of the slot says which project file it has open.
fn open_path(slot: &Path) -> PathBuf {
    slot.with_extension("open")
}

/// True where the program of `slot` runs and has `file` open.
fn has_open(slot: &Path, file: &Path) -> bool {
    let Ok(bytes) = super::read(&open_path(slot), HEAD_BYTES) else {
        return false;
    };
    let head = std::str::from_utf8(&bytes).ok();
    let theirs = head
        .and_then(|line| Head::read(line).ok())
        .and_then(|head| head.original());
    theirs.is_some_and(|theirs| super::is_same_file(&theirs, file)) && matches!(lock_of(slot), Ok(None))
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

/// All work in `folder` whose program is gone, newest first, and what of it cannot be read.
pub fn find_recovery(folder: &Path) -> Left {
    let mut left = Left::default();
    let files = (1..=MOST_SLOTS).map(|number| recovery_path(folder, number));
    let files = files.filter(|file| file.is_file());
    for file in files.filter(|file| !matches!(lock_of(file), Ok(None))) {
        match read(&file) {
            Ok(work) => left.works.push(work),
            Err(error) => left.broken.push(error),
        }
    }
    left.works.sort_by_key(|work| std::cmp::Reverse(work.left));
    left
}

fn read(file: &Path) -> Result<Recovered, StoreError> {
    let refuse = |problem| StoreError::new(Doing::Open, file, problem);
    let shape = |message: String| refuse(Problem::Shape(message));
    let bytes = super::read(file, MOST_BYTES.saturating_add(HEAD_BYTES)).map_err(refuse)?;
    let whole = String::from_utf8(bytes).map_err(|error| shape(error.to_string()))?;
    let (head, text) = whole
        .split_once('\n')
        .ok_or_else(|| shape("1:1: the first line is missing".to_owned()))?;
    let head = Head::read(head).map_err(|error| shape(error.to_string()))?;
    Ok(Recovered {
        file: file.to_owned(),
        original: head.original(),
        stamp: head.stamp.map(Stamp::from_parts),
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
        let stamp = Stamp::of(b"as it was");
        first
            .write(Some(original), Some(stamp), "line 1\nline 2\n")
            .unwrap();
        let second = RecoverySlot::take(&folder).unwrap();
        assert_ne!(first.file, second.file);
        assert_eq!(find_recovery(&folder), Left::default());

        drop(first);
        let found = find_recovery(&folder).works;
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].original.as_deref(), Some(original));
        assert_eq!(found[0].stamp, Some(stamp));
        assert_eq!(found[0].text, "line 1\nline 2\n");
        let third = RecoverySlot::take(&folder).unwrap();
        assert_ne!(third.file, found[0].file, "a slot with work is not taken");

        clear_recovery(&found[0].file).unwrap();
        clear_recovery(&found[0].file).unwrap();
        assert_eq!(find_recovery(&folder), Left::default());
    }

    #[test]
    fn cleared_and_broken_slots_offer_nothing() {
        let dir = tempfile::tempdir().unwrap();
        assert_eq!(find_recovery(&dir.path().join("none")), Left::default());
        let slot = RecoverySlot::take(dir.path()).unwrap();
        slot.write(None, None, "").unwrap();
        slot.clear().unwrap();
        drop(slot);
        super::super::write(&recovery_path(dir.path(), 2), b"\xff").unwrap();
        let left = find_recovery(dir.path());
        assert_eq!(left.works, []);
        assert_eq!(left.broken.len(), 1, "and what is broken is said");
    }

    #[test]
    fn the_first_line_of_older_versions_reads() {
        let path = |line: &str| Head::read(line).unwrap().original();
        assert_eq!(
            path("Some(\"a \\\"b\\\".reloom\")"),
            Some(PathBuf::from("a \"b\".reloom"))
        );
        assert_eq!(path("None"), None);
    }

    #[cfg(unix)]
    #[test]
    fn a_name_that_is_no_unicode_comes_back() {
        let path = path_of_raw(b"/tmp/jacket\xff.reloom").unwrap();
        let line = Head::of(Some(&path), None).line(&path).unwrap();
        assert!(!line.contains('\n'));
        assert_eq!(Head::read(&line).unwrap().original(), Some(path));
    }

    #[test]
    fn a_second_program_on_the_same_file_is_seen_while_it_runs() {
        let dir = tempfile::tempdir().unwrap();
        let file = dir.path().join("校服.reloom");
        let other = dir.path().join("other.reloom");
        fs::write(&file, "").unwrap();
        let [first, second] = [(); 2].map(|()| RecoverySlot::take(dir.path()).unwrap());
        assert_eq!(first.hold(Some(&file)), Ok(false));
        assert_eq!(
            first.hold(Some(&file)),
            Ok(false),
            "it is no second one to itself"
        );
        assert_eq!(second.hold(Some(&other)), Ok(false));
        assert_eq!(
            second.hold(Some(&dir.path().join(".").join("校服.reloom"))),
            Ok(true)
        );
        first.hold(None).unwrap();
        assert_eq!(second.hold(Some(&file)), Ok(false));
        first.hold(Some(&file)).unwrap();
        drop(first);
        assert_eq!(
            second.hold(Some(&file)),
            Ok(false),
            "a program that is gone holds nothing"
        );
    }
}
