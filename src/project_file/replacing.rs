//! Whether a project, a factor set or a pack of practice cards may take the place of what stands in a file.
//!
//! Invariant: what is newer or of another kind stays; what is broken may be mended by writing it anew.

use super::{ReadError, SetError, header, read, read_practices, read_set};

/// Why the content of a file stays.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stays {
    /// It is of a newer version.
    Newer,
    /// It is of another kind.
    OtherKind,
}

/// A project replaces a project, whole or broken.
pub fn may_replace_project(before: &[u8]) -> Result<(), Stays> {
    let is_newer = matches!(read(before), Err(ReadError::Newer { .. }))
        || (!holds(before, PATHWAYS) && is_newer_set(before));
    let is_other = read_set(before).is_ok() || holds_cards(before);
    may_replace(before, is_newer, read(before).is_ok(), is_other)
}

/// A factor set replaces a factor set, whole or broken.
pub fn may_replace_set(before: &[u8]) -> Result<(), Stays> {
    let is_newer = !holds(before, PATHWAYS) && is_newer_set(before);
    let is_newer = is_newer || matches!(read(before), Err(ReadError::Newer { .. }));
    let is_other = read(before).is_ok() || holds_cards(before);
    may_replace(before, is_newer, read_set(before).is_ok(), is_other)
}

/// A pack of practice cards replaces one, whole or broken.
pub fn may_replace_practices(before: &[u8]) -> Result<(), Stays> {
    let is_newer = matches!(read_practices(before), Err(ReadError::Newer { .. }));
    let is_other = read(before).is_ok() || read_set(before).is_ok() || !holds(before, CARDS);
    may_replace(
        before,
        is_newer && holds(before, CARDS),
        read_practices(before).is_ok(),
        is_other,
    )
}

/// The key that every pack of practice cards has, and neither project nor factor set.
const CARDS: &str = "cards:";

fn holds_cards(before: &[u8]) -> bool {
    read_practices(before).is_ok()
}

fn may_replace(before: &[u8], is_newer: bool, is_alike: bool, is_other: bool) -> Result<(), Stays> {
    if is_newer {
        Err(Stays::Newer)
    } else if is_alike || before.is_empty() || (has_version(before) && !is_other) {
        Ok(())
    } else {
        Err(Stays::OtherKind)
    }
}

/// The key that every project has and no factor set: the two count their versions apart.
const PATHWAYS: &str = "pathways";

fn holds(before: &[u8], key: &str) -> bool {
    super::text(before).is_ok_and(|text| text.contains(key))
}

fn is_newer_set(before: &[u8]) -> bool {
    matches!(read_set(before), Err(SetError(ReadError::Newer { .. })))
}

/// True where `bytes` start as a project or a factor set does, of whatever version.
fn has_version(bytes: &[u8]) -> bool {
    super::text(bytes).is_ok_and(|text| header::version(text).is_ok_and(|version| version > 0))
}
