//! A file is written beside its place under a hidden name and then takes the place as a whole.
//!
//! Invariant: a writer holds the lock of its hidden file for as long as it lives, so a hidden file whose lock is free was
//! left by a program that ended unexpectedly, and may go.

use super::Problem;
use super::stamp::fnv;
use std::fs::{self, File, Metadata};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};

/// The ending of hidden files that are being written.
const PART: &str = "reloom-part";

/// How many files this program has written.
static COUNT: AtomicU64 = AtomicU64::new(0);

/// What decides, with the new content on disk, whether it takes the place.
type May<'a> = &'a dyn Fn() -> Result<(), Problem>;

/// Replaces the file at `path` by what `fill` writes; mode and owner are those of `like`, or of the file that is there.
///
/// `may` is asked at the last moment. Where anything fails the old file stays and the new one goes.
pub(super) fn replace(
    path: &Path,
    like: Option<&Metadata>,
    may: May<'_>,
    fill: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> Result<(), Problem> {
    let there = replaceable(path)?;
    let parent = folder_of(path);
    let part = part_path(path);
    let written = write_part(&part, like.or(there.as_ref()), fill)
        .map_err(|error| Problem::of(&error))
        .and_then(|()| may())
        .and_then(|()| fs::rename(&part, path).map_err(|error| Problem::of(&error)));
    if written.is_err() {
        // Where even that fails it is swept at the next start.
        let _ = fs::remove_file(&part);
    } else {
        sync_folder(parent);
    }
    written
}

/// What stands at `path`, nothing where it is free; an error where no file can take the place: a folder stands there, a file that
/// is read-only, or the folder around it is missing.
pub(super) fn replaceable(path: &Path) -> Result<Option<Metadata>, Problem> {
    let there = fs::metadata(path).ok();
    match &there {
        Some(about) if about.is_dir() => Err(Problem::Folder),
        Some(about) if about.is_file() && about.permissions().readonly() => Err(Problem::FileReadOnly),
        _ if !folder_of(path).is_dir() => Err(Problem::NoFolder),
        _ => Ok(there),
    }
}

/// Writes the hidden file; its lock is held until it is whole and on disk.
fn write_part(
    part: &Path,
    like: Option<&Metadata>,
    fill: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> io::Result<()> {
    let mut file = create(part, like)?;
    // A disk without locks has nothing to sweep by, and writes all the same.
    let _ = file.try_lock();
    fill(&mut file)?;
    file.sync_all()
}

#[cfg(unix)]
fn create(part: &Path, like: Option<&Metadata>) -> io::Result<File> {
    use std::os::unix::fs::{MetadataExt, OpenOptionsExt, fchown};
    let mut options = File::options();
    options.write(true).create_new(true);
    let Some(like) = like else {
        return options.open(part);
    };
    // Nobody else reads it before it has the rights of the file whose place it takes.
    let file = options.mode(0o600).open(part)?;
    // Only some may give files away; the mode is kept in any case.
    let _ = fchown(&file, Some(like.uid()), Some(like.gid()));
    file.set_permissions(like.permissions())?;
    Ok(file)
}

#[cfg(not(unix))]
fn create(part: &Path, _like: Option<&Metadata>) -> io::Result<File> {
    File::options().write(true).create_new(true).open(part)
}

/// After a rename the folder itself is written to disk, where the system can.
fn sync_folder(folder: &Path) {
    if cfg!(unix) {
        let _ = File::open(folder).and_then(|folder| folder.sync_all());
    }
}

/// The folder that `path` lies in.
fn folder_of(path: &Path) -> &Path {
    let parent = path.parent().filter(|parent| !parent.as_os_str().is_empty());
    parent.unwrap_or(Path::new("."))
}

/// A hidden name of its own in the folder of `path`, short whatever the name there is.
fn part_path(path: &Path) -> PathBuf {
    let name = path.file_name().unwrap_or_default();
    let (hash, own) = (fnv(name.as_encoded_bytes()), std::process::id());
    let count = COUNT.fetch_add(1, Ordering::Relaxed);
    path.with_file_name(format!(".{hash:016x}-{own}-{count}.{PART}"))
}

/// Removes the hidden files that programs left in the folders of `paths` when they ended unexpectedly.
pub fn sweep(paths: &[PathBuf]) {
    let mut folders: Vec<&Path> = paths.iter().map(|path| folder_of(path)).collect();
    folders.sort_unstable();
    folders.dedup();
    let entries = folders.iter().filter_map(|folder| fs::read_dir(folder).ok());
    for entry in entries.flatten().flatten() {
        let name = entry.file_name();
        let is_part = name.as_encoded_bytes().starts_with(b".")
            && Path::new(&name).extension().is_some_and(|ending| ending == PART);
        if is_part && is_left(&entry.path()) {
            let _ = fs::remove_file(entry.path());
        }
    }
}

/// True where no running program writes the hidden file.
fn is_left(part: &Path) -> bool {
    let is_file = fs::symlink_metadata(part).is_ok_and(|about| about.is_file());
    let file = File::options().write(true).open(part);
    is_file && file.is_ok_and(|file| file.try_lock().is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALWAYS: May<'_> = &|| Ok(());

    #[test]
    fn what_a_dead_writer_left_goes_and_what_lives_stays() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("校服 外套.reloom");
        replace(&path, None, ALWAYS, |file| file.write_all(b"one")).unwrap();
        let dead = part_path(&path);
        fs::write(&dead, b"ha").unwrap();
        let alien = dir.path().join(".other.a1B2c3");
        fs::write(&alien, b"").unwrap();
        let living = |file: &mut dyn Write| {
            sweep(&[path.clone(), dir.path().join("another")]);
            assert!(!dead.exists() && alien.exists());
            file.write_all(b"two")
        };
        replace(&path, None, ALWAYS, living).unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"two");
        assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 2);
    }

    #[test]
    fn who_writes_at_the_last_moment_is_not_written_over() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("a.reloom");
        fs::write(&path, b"one").unwrap();
        let refused = replace(&path, None, &|| Err(Problem::Changed), |file| {
            file.write_all(b"two")
        });
        assert_eq!(refused, Err(Problem::Changed));
        assert_eq!(fs::read(&path).unwrap(), b"one");
        assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 1);
    }
}
