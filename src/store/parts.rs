//! Work that is put aside piece by piece in a folder beside its output, so that it can be gone on with.
//!
//! Invariant: a piece stands there whole or not at all, and the output takes its place as a whole.

use super::error::{Doing, Problem, StoreError};
use super::replace::replaceable;
use super::{open_within, write};
use std::ffi::OsString;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// The most bytes of a piece that is read back.
const MOST_PIECE: u64 = 1 << 32;

/// The folder `OUT.part` beside the output `OUT`.
#[derive(Debug, Clone)]
pub struct Parts {
    output: PathBuf,
    folder: PathBuf,
}

impl Parts {
    /// The folder beside `output`.
    pub fn beside(output: &Path) -> Self {
        Self {
            output: output.to_owned(),
            folder: beside(output, ".part"),
        }
    }

    /// True where an earlier run left it.
    pub fn are_there(&self) -> bool {
        self.folder.is_dir()
    }

    /// Makes the folder; refused where the output could not take its place in the end.
    pub fn make(&self) -> Result<(), StoreError> {
        replaceable(&self.output).map_err(|problem| StoreError::new(Doing::Save, &self.output, problem))?;
        let made = fs::create_dir_all(&self.folder);
        made.map_err(|error| StoreError::new(Doing::Save, &self.folder, Problem::of(&error)))
    }

    /// Puts a piece there.
    pub fn put(&self, name: &str, bytes: &[u8]) -> Result<(), StoreError> {
        write(&self.folder.join(name), bytes)
    }

    /// A piece that is there.
    pub fn get(&self, name: &str) -> Option<Vec<u8>> {
        open_within(&self.folder.join(name), MOST_PIECE).ok()
    }

    /// Makes the output of what `fill` writes, as a whole.
    pub fn publish<E: From<StoreError>>(
        &self,
        output: &Path,
        fill: impl FnOnce(File) -> Result<(), E>,
    ) -> Result<(), E> {
        let refuse = |error: std::io::Error| StoreError::new(Doing::Save, output, Problem::of(&error));
        let target = fs::canonicalize(output).unwrap_or_else(|_| output.to_owned());
        let whole = self.folder.join("whole");
        let file = File::create(&whole).map_err(refuse)?;
        fill(file)?;
        let file = File::options().write(true).open(&whole).map_err(refuse)?;
        file.sync_all().map_err(refuse)?;
        replaceable(&target).map_err(|problem| StoreError::new(Doing::Save, output, problem))?;
        Ok(fs::rename(&whole, &target).map_err(refuse)?)
    }

    /// Takes the folder away with all that is in it.
    pub fn clear(&self) -> Result<(), StoreError> {
        match fs::remove_dir_all(&self.folder) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                Err(StoreError::new(Doing::Save, &self.folder, Problem::of(&error)))
            }
            _ => Ok(()),
        }
    }

    /// The output that the pieces are of.
    pub fn output(&self) -> &Path {
        &self.output
    }

    /// The file beside the output that has `ending` behind its name.
    pub fn named(&self, ending: &str) -> PathBuf {
        beside(&self.output, ending)
    }
}

/// The file beside `output` that has `ending` behind its name.
pub fn beside(output: &Path, ending: &str) -> PathBuf {
    let mut name: OsString = output.as_os_str().to_owned();
    name.push(ending);
    PathBuf::from(name)
}

/// The time that this thread has had a processor, where the system says so.
pub fn processor_time() -> Option<Duration> {
    // A thread's time is counted when another one is let in.
    std::thread::yield_now();
    let spent = fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    let nanoseconds = spent.split_whitespace().next()?.parse().ok()?;
    (nanoseconds > 0).then(|| Duration::from_nanos(nanoseconds))
}

/// The most memory that this program has taken, in MB (10⁶ bytes), where the system says so.
pub fn peak_mb() -> Option<f64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kib: f64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    Some(kib * 1024.0 / 1e6)
}
