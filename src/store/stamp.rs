//! What a file held when it was opened or last saved, so that a save sees whether somebody else wrote in between.
//!
//! Invariant: two stamps are of the same content only where length and hash agree; the time is for words alone, for a
//! copied or synchronised file may carry any.

use std::fs;
use std::path::Path;
use std::time::SystemTime;

/// Size, hash and time of a file's content.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stamp {
    bytes: u64,
    hash: u64,
    modified: Option<SystemTime>,
}

impl Stamp {
    /// The stamp of `content`, without a time.
    pub fn of(content: &[u8]) -> Self {
        Self {
            bytes: u64::try_from(content.len()).unwrap_or(u64::MAX),
            hash: fnv(content),
            modified: None,
        }
    }

    /// The stamp of `content`, which stands in the file at `path`.
    pub(super) fn at(path: &Path, content: &[u8]) -> Self {
        Self {
            modified: fs::metadata(path).and_then(|about| about.modified()).ok(),
            ..Self::of(content)
        }
    }

    /// The stamp whose [`parts`](Self::parts) were kept.
    pub(super) const fn from_parts((bytes, hash): (u64, u64)) -> Self {
        Self {
            bytes,
            hash,
            modified: None,
        }
    }

    /// What of it is kept on disk.
    pub(super) const fn parts(self) -> (u64, u64) {
        (self.bytes, self.hash)
    }

    /// True where both are of the same content.
    pub fn is_same(&self, other: &Self) -> bool {
        self.parts() == other.parts()
    }

    /// When the file was written, as far as the system tells.
    pub const fn modified(&self) -> Option<SystemTime> {
        self.modified
    }
}

/// FNV-1a in 64 bits: the same in every version of the program, for recovery files carry it.
pub(super) fn fnv(content: &[u8]) -> u64 {
    let mix = |hash: u64, byte: &u8| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
    content.iter().fold(0xcbf2_9ce4_8422_2325, mix)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_is_the_published_one() {
        assert_eq!(fnv(b""), 0xcbf2_9ce4_8422_2325);
        assert_eq!(fnv(b"foobar"), 0x8594_4171_f739_67e8);
    }

    #[test]
    fn content_decides_not_time() {
        let (one, two) = (Stamp::of(b"one"), Stamp::of(b"two"));
        assert!(!one.is_same(&two));
        let later = Stamp {
            modified: Some(SystemTime::now()),
            ..one
        };
        assert!(one.is_same(&later) && Stamp::from_parts(later.parts()).is_same(&one));
    }
}
