//! Lines of a file one by one, so that a list of any length takes the memory of one line.

use super::error::{Doing, Problem, StoreError};
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

/// The lines of a file.
#[derive(Debug)]
pub struct Lines {
    file: BufReader<File>,
    path: PathBuf,
    most: usize,
    broken: Broken,
}

/// Why a file broke off before its end, once it did: what was read of it is then not all of it.
#[derive(Debug, Clone, Default)]
pub struct Broken(Arc<Mutex<Option<StoreError>>>);

impl Broken {
    /// The reason, once.
    pub fn take(&self) -> Option<StoreError> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).take()
    }

    fn set(&self, error: StoreError) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(error);
    }
}

impl Lines {
    /// Tells, when the lines have ended, whether the file broke off.
    pub fn broken(&self) -> Broken {
        self.broken.clone()
    }

    fn break_off(&self, error: &io::Error) {
        let problem = Problem::of(error);
        self.broken.set(StoreError::new(Doing::Open, &self.path, problem));
    }
}

/// The lines of the file at `path`; those of more than `most` bytes are passed over.
pub fn lines(path: &Path, most: usize) -> Result<Lines, StoreError> {
    let file = opened(path)?;
    Ok(Lines {
        file: BufReader::new(file),
        path: path.to_owned(),
        most,
        broken: Broken::default(),
    })
}

fn opened(path: &Path) -> Result<File, StoreError> {
    let refuse = |problem| StoreError::new(Doing::Open, path, problem);
    let problem = |error: std::io::Error| refuse(Problem::of(&error));
    let about = std::fs::metadata(path).map_err(problem)?;
    if about.is_dir() {
        return Err(refuse(Problem::Folder));
    }
    if !about.is_file() {
        return Err(refuse(Problem::NotAFile));
    }
    File::open(path).map_err(problem)
}

/// How many lines the file at `path` has.
pub fn count_lines(path: &Path) -> Result<u64, StoreError> {
    let mut file = opened(path)?;
    let mut room = vec![0; 1 << 16];
    let (mut count, mut last) = (0, b'\n');
    loop {
        let read = file.read(&mut room);
        let read = read.map_err(|error| StoreError::new(Doing::Open, path, Problem::of(&error)))?;
        let Some(bytes) = room.get(..read).filter(|bytes| !bytes.is_empty()) else {
            return Ok(count + u64::from(last != b'\n'));
        };
        count += bytes.iter().map(|byte| u64::from(*byte == b'\n')).sum::<u64>();
        last = bytes.last().copied().unwrap_or(last);
    }
}

impl Iterator for Lines {
    /// A line without its end; `None` where it is too long. A file that breaks off ends there, which [`Lines::broken`] tells.
    type Item = Option<Vec<u8>>;

    fn next(&mut self) -> Option<Self::Item> {
        let mut line = Vec::new();
        let most = u64::try_from(self.most).unwrap_or(u64::MAX).saturating_add(1);
        let read = self.file.by_ref().take(most).read_until(b'\n', &mut line);
        match read {
            Ok(0) => return None,
            Ok(_) => {}
            Err(error) => {
                self.break_off(&error);
                return None;
            }
        }
        if line.last() == Some(&b'\n') {
            line.pop();
            if line.last() == Some(&b'\r') {
                line.pop();
            }
            return Some(Some(line));
        }
        if line.len() <= self.most {
            return Some(Some(line));
        }
        // The rest of the long line is passed over.
        match self.file.skip_until(b'\n') {
            Ok(_) => Some(None),
            Err(error) => {
                self.break_off(&error);
                None
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_read_one_by_one_and_long_ones_passed_over() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("list.csv");
        std::fs::write(&path, "abc\r\nabcdef\nd\n\ne").unwrap();
        let found: Vec<Option<Vec<u8>>> = lines(&path, 4).unwrap().collect();
        let expected = [Some(&b"abc"[..]), None, Some(b"d"), Some(b""), Some(b"e")];
        assert_eq!(found.iter().map(Option::as_deref).collect::<Vec<_>>(), expected);
        assert_eq!(count_lines(&path).unwrap(), 5);
        assert!(lines(dir.path(), 4).is_err());
    }

    /// The memory of a process is a file whose first byte cannot be read.
    #[cfg(target_os = "linux")]
    #[test]
    fn a_file_that_breaks_off_says_so() {
        let mut all = lines(Path::new("/proc/self/mem"), 4).unwrap();
        let broken = all.broken();
        assert!(all.next().is_none());
        assert!(broken.take().is_some());
    }
}
