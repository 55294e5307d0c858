//! The disk: opening and saving, recovery after a crash, preferences and recent files. It knows nothing of the file's shape.
//!
//! Invariant: a file is replaced as a whole or not at all, and what it held before stays beside it as `.bak`.

mod aside;
mod config;
mod error;
mod folders;
mod inside;
mod lines;
mod parts;
mod recovery;
mod replace;
mod same;
mod stamp;

pub use aside::set_aside;
pub use config::{RecentFiles, make_folder_of, read_config, write_config};
pub use error::{Doing, Problem, StoreError};
pub use folders::Folders;
pub use inside::{files_in, make_folder, may_write};
pub use lines::{Lines, count_lines, lines};
pub use parts::{Parts, beside, peak_mb, processor_time};
pub use recovery::{Left, Recovered, RecoverySlot, clear_recovery, find_recovery};
pub use replace::sweep;
pub use same::is_same_file;
pub use stamp::Stamp;

use replace::replace;
use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// The largest file that is read: 16 MiB, a large project with all its pictures twice.
pub const MOST_BYTES: u64 = 16 * 1024 * 1024;

/// What may stand in a file that is to be replaced.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Expected {
    /// Whatever stands there: the user was asked.
    Anything,
    /// What was opened or saved last.
    Only(Stamp),
    /// Nothing is known of it, so whatever stands there is somebody else's.
    Unknown,
}

impl Expected {
    /// What is expected where `stamp` was kept.
    pub fn of(stamp: Option<Stamp>) -> Self {
        stamp.map_or(Self::Unknown, Self::Only)
    }

    fn allows(self, there: &Stamp) -> bool {
        match self {
            Self::Anything => true,
            Self::Only(known) => known.is_same(there),
            Self::Unknown => false,
        }
    }
}

/// The bytes of the file at `path`; refused above [`MOST_BYTES`].
pub fn open(path: &Path) -> Result<Vec<u8>, StoreError> {
    read(path, MOST_BYTES).map_err(|problem| StoreError::new(Doing::Open, path, problem))
}

/// The bytes of the file at `path`, refused above `most`; for files that may be larger than a project.
pub fn open_within(path: &Path, most: u64) -> Result<Vec<u8>, StoreError> {
    read(path, most).map_err(|problem| StoreError::new(Doing::Open, path, problem))
}

/// As [`open()`], with the stamp of what was read.
pub fn open_stamped(path: &Path) -> Result<(Vec<u8>, Stamp), StoreError> {
    let bytes = open(path)?;
    let stamp = Stamp::at(path, &bytes);
    Ok((bytes, stamp))
}

/// Replaces the file at `path` by `text`, keeping what it held as `.bak`; the stamp of what stands there now.
///
/// What is there must be `expected`, else it is [`Problem::Changed`]. `may_overwrite` is asked with the bytes that are
/// there and says why the file has to stay. A link is followed. A file that holds `text` already is left alone, and so
/// is its `.bak`.
pub fn save(
    path: &Path,
    text: &str,
    expected: Expected,
    may_overwrite: impl FnOnce(&[u8]) -> Result<(), Problem>,
) -> Result<Stamp, StoreError> {
    let refuse = |problem| StoreError::new(Doing::Save, path, problem);
    let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let before = there(&target).map_err(refuse)?;
    if let Some((before, about)) = &before {
        if before == text.as_bytes() {
            return Ok(Stamp::at(&target, before));
        }
        if !expected.allows(&Stamp::of(before)) {
            return Err(refuse(Problem::Changed));
        }
        may_overwrite(before).map_err(refuse)?;
        replace(&backup_path(&target), Some(about), &|| Ok(()), |file| {
            file.write_all(before)
        })
        .map_err(refuse)?;
    }
    let unchanged = || match (there(&target)?, &before) {
        (Some((now, _)), Some((before, _))) if now == *before => Ok(()),
        (None, _) => Ok(()),
        _ => Err(Problem::Changed),
    };
    replace(&target, None, &unchanged, |file| file.write_all(text.as_bytes())).map_err(refuse)?;
    Ok(Stamp::at(&target, text.as_bytes()))
}

/// What stands at `target`; refused where it cannot be replaced.
fn there(target: &Path) -> Result<Option<(Vec<u8>, fs::Metadata)>, Problem> {
    match fs::metadata(target) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(Problem::of(&error)),
        Ok(about) if about.permissions().readonly() && about.is_file() => Err(Problem::FileReadOnly),
        Ok(about) => Ok(Some((read(target, MOST_BYTES)?, about))),
    }
}

/// Writes `bytes` to `path` as a whole, without a `.bak`; for exports. A link is followed.
pub fn write(path: &Path, bytes: &[u8]) -> Result<(), StoreError> {
    let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    replace(&target, None, &|| Ok(()), |file| file.write_all(bytes))
        .map_err(|problem| StoreError::new(Doing::Save, path, problem))
}

/// The file at `path`, opened to be read by another program.
pub fn handle(path: &Path) -> io::Result<fs::File> {
    fs::File::open(path)
}

/// `path` in words; what is no Unicode in it is a question mark.
pub fn shown(path: &Path) -> String {
    path.to_string_lossy().replace(char::REPLACEMENT_CHARACTER, "?")
}

/// Where [`save`] keeps the previous content of the file at `path`.
pub fn backup_path(path: &Path) -> PathBuf {
    let mut name: OsString = path.as_os_str().to_owned();
    name.push(".bak");
    PathBuf::from(name)
}

/// True where something has this name already, so that writing would replace it.
pub fn is_taken(path: &Path) -> bool {
    path.exists()
}

/// True where a file is at `path`.
pub fn holds_file(path: &Path) -> bool {
    path.is_file()
}

/// True where `path` is a folder.
pub fn is_folder(path: &Path) -> bool {
    path.is_dir()
}

fn read(path: &Path, most: u64) -> Result<Vec<u8>, Problem> {
    let problem = |error: io::Error| Problem::of(&error);
    let about = fs::metadata(path).map_err(problem)?;
    if about.is_dir() {
        return Err(Problem::Folder);
    }
    if !about.is_file() {
        return Err(Problem::NotAFile);
    }
    if about.len() > most {
        return Err(Problem::TooLarge);
    }
    let mut bytes = Vec::new();
    let file = File::open(path).map_err(problem)?;
    // A file may grow while it is read, and some state no size at all.
    file.take(most.saturating_add(1))
        .read_to_end(&mut bytes)
        .map_err(problem)?;
    if u64::try_from(bytes.len()).is_ok_and(|length| length <= most) {
        Ok(bytes)
    } else {
        Err(Problem::TooLarge)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Lang;
    use std::io::Write;

    #[expect(clippy::unnecessary_wraps, reason = "it answers as a reader of files does")]
    fn any(_: &[u8]) -> Result<(), Problem> {
        Ok(())
    }

    fn newer(_: &[u8]) -> Result<(), Problem> {
        Err(Problem::Newer)
    }

    fn names(dir: &Path) -> Vec<String> {
        let mut names: Vec<String> = fs::read_dir(dir)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
            .collect();
        names.sort();
        names
    }

    #[test]
    fn saving_keeps_what_was_there() {
        let dir = tempfile::tempdir().unwrap();
        let folder = dir.path().join("校服 项目");
        fs::create_dir(&folder).unwrap();
        let path = folder.join("外套 2.reloom");
        save(&path, "one", Expected::Anything, newer).unwrap();
        assert_eq!(names(&folder), ["外套 2.reloom"]);
        save(&path, "two", Expected::Anything, |before| {
            assert_eq!(before, b"one");
            Ok(())
        })
        .unwrap();
        save(&path, "two", Expected::Unknown, |_| {
            panic!("not asked for the same content")
        })
        .unwrap();
        assert_eq!(open(&path).unwrap(), b"two");
        assert_eq!(open(&backup_path(&path)).unwrap(), b"one");
        assert_eq!(names(&folder), ["外套 2.reloom", "外套 2.reloom.bak"]);
    }

    #[test]
    fn what_somebody_else_wrote_in_between_is_not_written_over() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("校服 外套.reloom");
        let mine = save(&path, "one", Expected::Unknown, any).unwrap();
        write(&path, b"theirs").unwrap();
        for expected in [Expected::Only(mine), Expected::Unknown] {
            let error = save(&path, "two", expected, any).unwrap_err();
            assert_eq!(error.problem, Problem::Changed);
            assert_eq!(open(&path).unwrap(), b"theirs");
        }
        let (copy, theirs) = set_aside(&path).unwrap();
        let (second, _) = set_aside(&path).unwrap();
        let now = save(&path, "two", Expected::Only(theirs), any).unwrap();
        assert_eq!(open(&copy).unwrap(), b"theirs");
        assert_ne!(copy, second, "no copy takes the place of another");
        let name = copy.file_name().unwrap().to_str().unwrap();
        assert!(
            name.starts_with("校服 外套 (20") && name.ends_with(").reloom"),
            "{name}"
        );
        save(&path, "three", Expected::Only(now), any).unwrap();
        assert_eq!(open(&path).unwrap(), b"three");
    }

    #[cfg(unix)]
    #[test]
    fn the_file_and_what_was_before_it_keep_their_mode() {
        use std::os::unix::fs::PermissionsExt;
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("a.reloom");
        write(&path, b"one").unwrap();
        for mode in [0o600, 0o640, 0o664] {
            fs::set_permissions(&path, fs::Permissions::from_mode(mode)).unwrap();
            save(&path, &format!("{mode}"), Expected::Anything, any).unwrap();
            for file in [path.clone(), backup_path(&path)] {
                let found = fs::metadata(&file).unwrap().permissions().mode() & 0o777;
                assert_eq!(found, mode, "{}", file.display());
            }
        }
    }

    #[test]
    fn a_newer_file_stays() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("a.reloom");
        write(&path, b"version 9").unwrap();
        let error = save(&path, "version 1", Expected::Anything, newer).unwrap_err();
        assert_eq!(error.problem, Problem::Newer);
        assert_eq!(open(&path).unwrap(), b"version 9");
        assert_eq!(names(dir.path()), ["a.reloom"]);
    }

    #[test]
    fn a_failed_save_leaves_the_original() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("a.reloom");
        write(&path, b"one").unwrap();
        fs::create_dir(backup_path(&path)).unwrap();
        let error = save(&path, "two", Expected::Anything, any).unwrap_err();
        assert_eq!(error.problem, Problem::Folder);
        assert_eq!(open(&path).unwrap(), b"one");
        fs::remove_dir(backup_path(&path)).unwrap();

        let mut rights = fs::metadata(&path).unwrap().permissions();
        rights.set_readonly(true);
        fs::set_permissions(&path, rights).unwrap();
        let error = save(&path, "two", Expected::Anything, any).unwrap_err();
        assert_eq!(error.problem, Problem::FileReadOnly);
        assert_eq!(open(&path).unwrap(), b"one");
        assert_eq!(names(dir.path()), ["a.reloom"]);
    }

    #[test]
    fn what_cannot_be_read_or_written_is_named() {
        let dir = tempfile::tempdir().unwrap();
        let missing = dir.path().join("没有.reloom");
        let error = open(&missing).unwrap_err();
        assert_eq!(error.problem, Problem::NotFound);
        assert!(error.text(Lang::Zh).contains("没有.reloom"));
        assert_eq!(open(dir.path()).unwrap_err().problem, Problem::Folder);
        assert_eq!(
            save(dir.path(), "", Expected::Anything, any).unwrap_err().problem,
            Problem::Folder
        );
        let astray = dir.path().join("no folder").join("a.reloom");
        assert_eq!(
            save(&astray, "", Expected::Anything, any).unwrap_err().problem,
            Problem::NoFolder
        );
    }

    #[test]
    fn a_disk_that_fails_in_the_middle_of_a_write_leaves_the_old_file() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("校服 外套.reloom");
        write(&path, b"one").unwrap();
        let cases = [
            (io::ErrorKind::StorageFull, Problem::Full, "磁盘已满"),
            (io::ErrorKind::QuotaExceeded, Problem::Full, "磁盘已满"),
            (io::ErrorKind::PermissionDenied, Problem::Denied, "系统不允许"),
            (
                io::ErrorKind::ReadOnlyFilesystem,
                Problem::DiskReadOnly,
                "磁盘为只读",
            ),
            (io::ErrorKind::NotFound, Problem::NotFound, "找不到"),
        ];
        for (kind, problem, words) in cases {
            let fails = |file: &mut dyn Write| {
                file.write_all(b"tw")?;
                Err(kind.into())
            };
            let found = replace(&path, None, &|| Ok(()), fails).unwrap_err();
            assert_eq!(found, problem);
            let error = StoreError::new(Doing::Save, &path, found);
            assert!(error.text(Lang::Zh).contains(words), "{}", error.text(Lang::Zh));
            assert!(error.text(Lang::En).contains("校服 外套.reloom"));
            assert_eq!(open(&path).unwrap(), b"one");
            assert_eq!(names(dir.path()), ["校服 外套.reloom"], "nothing is left behind");
        }
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_place_where_nobody_may_write_is_said() {
        // Not even the owner of the machine makes files among those of the kernel.
        let path = Path::new("/sys/校服 外套.reloom");
        let problem = save(path, "one", Expected::Anything, any).unwrap_err().problem;
        assert!(
            [Problem::Denied, Problem::DiskReadOnly].contains(&problem),
            "{problem:?}"
        );
        let error = save(Path::new("/dev/full"), "one", Expected::Anything, any).unwrap_err();
        assert_eq!(error.problem, Problem::NotAFile);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_is_followed() {
        let dir = tempfile::tempdir().unwrap();
        let (path, link) = (dir.path().join("a.reloom"), dir.path().join("link.reloom"));
        write(&path, b"one").unwrap();
        std::os::unix::fs::symlink(&path, &link).unwrap();
        save(&link, "two", Expected::Anything, any).unwrap();
        assert_eq!(open(&path).unwrap(), b"two");
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    }

    #[test]
    fn size_is_bounded() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("large");
        let file = File::create(&path).unwrap();
        file.set_len(MOST_BYTES).unwrap();
        assert!(open(&path).is_ok());
        for length in [MOST_BYTES + 1, 200 * 1024 * 1024, 1 << 40] {
            file.set_len(length).unwrap();
            assert_eq!(open(&path).unwrap_err().problem, Problem::TooLarge);
        }
    }
}
