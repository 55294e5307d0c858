//! Tables that are read when they are first asked for, so that a first number does not wait for what it does not need.
//!
//! Invariant: whoever asks finds the table whole; it is read once.

use std::fmt;
use std::ops::Deref;
use std::sync::OnceLock;

/// A table of the library.
#[derive(Clone)]
pub struct Late<T: 'static> {
    read: fn() -> Vec<T>,
    rows: OnceLock<Vec<T>>,
}

impl<T> Late<T> {
    /// The table that `read` gives when it is asked for.
    pub(super) const fn new(read: fn() -> Vec<T>) -> Self {
        Self {
            read,
            rows: OnceLock::new(),
        }
    }
}

impl<T> From<Vec<T>> for Late<T> {
    fn from(rows: Vec<T>) -> Self {
        Self {
            read: Vec::new,
            rows: rows.into(),
        }
    }
}

impl<T> Deref for Late<T> {
    type Target = Vec<T>;

    fn deref(&self) -> &Vec<T> {
        self.rows.get_or_init(self.read)
    }
}

impl<'a, T> IntoIterator for &'a Late<T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl<T: PartialEq> PartialEq for Late<T> {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl<T: fmt::Debug> fmt::Debug for Late<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&**self, f)
    }
}
