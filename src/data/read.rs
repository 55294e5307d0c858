//! How names and ids are read from the embedded tables; the model's own types stay free of serialisation.

use crate::model::Name;
use serde::{Deserialize, Deserializer};

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
pub(super) fn id<'de, D: Deserializer<'de>, T: From<String>>(reader: D) -> Result<T, D::Error> {
    String::deserialize(reader).map(T::from)
}

/// Reads an id that may be left out.
pub(super) fn maybe_id<'de, D: Deserializer<'de>, T: From<String>>(reader: D) -> Result<Option<T>, D::Error> {
    Ok(Option::<String>::deserialize(reader)?.map(T::from))
}

/// Reads a list of ids.
pub(super) fn ids<'de, D: Deserializer<'de>, T: From<String>>(reader: D) -> Result<Vec<T>, D::Error> {
    Ok(Vec::<String>::deserialize(reader)?
        .into_iter()
        .map(T::from)
        .collect())
}
