//! How names and ids are read from the embedded tables; the model's own types stay free of serialisation.

use crate::model::Name;
use serde::de::Visitor;
use serde::{Deserialize, Deserializer};
use std::fmt;
use std::marker::PhantomData;

/// Reads `("English", "中文")`.
pub(super) fn name<'de, D: Deserializer<'de>>(reader: D) -> Result<Name, D::Error> {
    let (en, zh) = <(String, String)>::deserialize(reader)?;
    Ok(Name { en, zh })
}

/// Reads a name that may be left out.
pub(super) fn maybe_name<'de, D: Deserializer<'de>>(reader: D) -> Result<Option<Name>, D::Error> {
    let words = Option::<(String, String)>::deserialize(reader)?;
    Ok(words.map(|(en, zh)| Name { en, zh }))
}

/// Reads one id.
pub(super) fn id<'de, D: Deserializer<'de>, T: Id>(reader: D) -> Result<T, D::Error> {
    Read::deserialize(reader).map(|Read(id)| id)
}

/// Reads an id that may be left out.
pub(super) fn maybe_id<'de, D: Deserializer<'de>, T: Id>(reader: D) -> Result<Option<T>, D::Error> {
    Ok(Option::<Read<T>>::deserialize(reader)?.map(|Read(id)| id))
}

/// Reads a list of ids.
pub(super) fn ids<'de, D: Deserializer<'de>, T: Id>(reader: D) -> Result<Vec<T>, D::Error> {
    let read = Vec::<Read<T>>::deserialize(reader)?;
    Ok(read.into_iter().map(|Read(id)| id).collect())
}

/// What is made of its text as it stands in the table.
pub(super) trait Id: for<'a> From<&'a str> {}

impl<T: for<'a> From<&'a str>> Id for T {}

/// An id that was read.
struct Read<T>(T);

impl<'de, T: Id> Deserialize<'de> for Read<T> {
    fn deserialize<D: Deserializer<'de>>(reader: D) -> Result<Self, D::Error> {
        struct Text<T>(PhantomData<T>);
        impl<T: Id> Visitor<'_> for Text<T> {
            type Value = Read<T>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("the text of an id")
            }

            fn visit_str<E>(self, text: &str) -> Result<Read<T>, E> {
                Ok(Read(T::from(text)))
            }
        }
        reader.deserialize_str(Text(PhantomData))
    }
}
