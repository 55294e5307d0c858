//! Reads the version at the head of a file and nothing after it.

use super::ReadError;
use super::place::Place;
use serde::Deserializer;
use serde::de::{DeserializeSeed, Error, MapAccess, Visitor};
use std::fmt;

/// The version that stands as the first key of `text`.
pub(super) fn version(text: &str) -> Result<u64, ReadError> {
    let mut found = None;
    match super::options().from_str_seed(text, Head(&mut found)) {
        Ok(()) => Ok(0),
        Err(error) => found.ok_or(ReadError::NoVersion {
            line: error.span.start.line,
            column: error.span.start.col,
        }),
    }
}

/// Stores the version and then gives up on the rest, so that it is never parsed.
struct Head<'a>(&'a mut Option<u64>);

impl<'de> DeserializeSeed<'de> for Head<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, reader: D) -> Result<(), D::Error> {
        reader.deserialize_struct("Project", &["version"], self)
    }
}

impl<'de> Visitor<'de> for Head<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a project that starts with its version")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        if map.next_key::<Key>()?.is_some_and(|key| key.0) {
            *self.0 = Some(map.next_value()?);
        }
        Err(A::Error::custom(
            "the rest is read by the structs of that version",
        ))
    }
}

/// True for `version`.
struct Key(bool);

impl<'de> serde::Deserialize<'de> for Key {
    fn deserialize<D: Deserializer<'de>>(reader: D) -> Result<Self, D::Error> {
        struct Word;
        impl Visitor<'_> for Word {
            type Value = Key;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a key")
            }

            fn visit_str<E>(self, word: &str) -> Result<Key, E> {
                Ok(Key(word == "version"))
            }
        }
        reader.deserialize_identifier(Word)
    }
}

impl ReadError {
    /// The error for a file whose version this program never wrote.
    pub(super) const fn no_version() -> Self {
        Self::NoVersion {
            line: Place::START.line,
            column: Place::START.column,
        }
    }
}
