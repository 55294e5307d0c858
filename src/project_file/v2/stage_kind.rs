//! Version 2 of what happens at a stage: a kind of the library's table by its id, `material("route")` or `end(landfill)`.
//!
//! Invariant: a kind is written by the word that its row has; a word without a row is refused, as no role is known for it.

use super::pathway::EndFile;
use crate::data::Library;
use crate::model::StageKind;
use ron::value::RawValue;
use serde::de::{DeserializeSeed, EnumAccess, Error, VariantAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer, ser};
use std::fmt;
use std::sync::OnceLock;

/// A stage that is taken apart on a route.
const MATERIAL: &str = "material";
/// A stage where mass ends.
const END: &str = "end";

/// The file's form of a kind of stage.
#[derive(Debug, Clone)]
pub struct KindFile(StageKind);

/// The words that may stand here.
fn words() -> &'static [&'static str] {
    static WORDS: OnceLock<Vec<&'static str>> = OnceLock::new();
    WORDS.get_or_init(|| {
        let rows = Library::builtin().stage_kinds.iter();
        rows.map(|row| row.id.as_str()).chain([MATERIAL, END]).collect()
    })
}

impl KindFile {
    /// The file's form of `kind`.
    pub fn of(kind: &StageKind) -> Self {
        Self(kind.clone())
    }

    /// The model's form.
    pub fn into_model(self) -> StageKind {
        self.0
    }
}

impl Serialize for KindFile {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        match &self.0 {
            StageKind::Item(item) => RawValue::from_ron(item.id.as_str())
                .map_err(ser::Error::custom)?
                .serialize(out),
            StageKind::Material(route) => {
                out.serialize_newtype_variant("StageKind", 0, MATERIAL, route.as_str())
            }
            StageKind::End(end) => out.serialize_newtype_variant("StageKind", 1, END, &EndFile::of(*end)),
        }
    }
}

impl<'de> Deserialize<'de> for KindFile {
    fn deserialize<D: Deserializer<'de>>(reader: D) -> Result<Self, D::Error> {
        reader.deserialize_enum("StageKind", words(), KindVisitor)
    }
}

struct KindVisitor;

impl<'de> Visitor<'de> for KindVisitor {
    type Value = KindFile;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a kind of stage")
    }

    fn visit_enum<A: EnumAccess<'de>>(self, data: A) -> Result<KindFile, A::Error> {
        let (word, rest) = data.variant_seed(Word)?;
        Ok(KindFile(match word.as_str() {
            MATERIAL => StageKind::Material(rest.newtype_variant::<String>()?.into()),
            END => StageKind::End(rest.newtype_variant::<EndFile>()?.into_model()),
            id => {
                let known = words().contains(&id);
                if !known {
                    return Err(A::Error::unknown_variant(id, words()));
                }
                rest.unit_variant()?;
                Library::builtin().item_kind(id)
            }
        }))
    }
}

/// The word of a kind.
struct Word;

impl<'de> DeserializeSeed<'de> for Word {
    type Value = String;

    fn deserialize<D: Deserializer<'de>>(self, reader: D) -> Result<String, D::Error> {
        reader.deserialize_identifier(self)
    }
}

impl Visitor<'_> for Word {
    type Value = String;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a kind of stage")
    }

    fn visit_str<E: Error>(self, word: &str) -> Result<String, E> {
        Ok(word.to_owned())
    }
}
