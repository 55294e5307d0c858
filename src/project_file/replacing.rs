//! Whether a project or a factor set may take the place of what stands in a file.
//!
//! Invariant: what is newer or of another kind stays; what is broken may be mended by writing it anew.

use super::{ReadError, SetError, header, read, read_set};

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
    may_replace(before, read(before).is_ok(), read_set(before).is_ok())
}

/// A factor set replaces a factor set, whole or broken.
pub fn may_replace_set(before: &[u8]) -> Result<(), Stays> {
    may_replace(before, read_set(before).is_ok(), read(before).is_ok())
}

fn may_replace(before: &[u8], is_alike: bool, is_other: bool) -> Result<(), Stays> {
    if is_newer(before) {
        Err(Stays::Newer)
    } else if is_alike || before.is_empty() || (has_version(before) && !is_other) {
        Ok(())
    } else {
        Err(Stays::OtherKind)
    }
}

fn is_newer(before: &[u8]) -> bool {
    let set = matches!(read_set(before), Err(SetError(ReadError::Newer { .. })));
    set || matches!(read(before), Err(ReadError::Newer { .. }))
}

/// True where `bytes` start as a project or a factor set does, of whatever version.
fn has_version(bytes: &[u8]) -> bool {
    super::text(bytes).is_ok_and(|text| header::version(text).is_ok_and(|version| version > 0))
}
