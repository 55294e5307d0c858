//! Version 2 of a column of the comparison: the id of a pathway, with the number of a variant that is not the first.

use crate::model::{Column, VariantNo};
use crate::project_file::kind::Rows;
use crate::project_file::list::Row;
use crate::project_file::value::{IdFile, NumberFile};
use serde::de::value::MapAccessDeserializer;
use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::borrow::Cow;
use std::fmt;

/// A column; the first variant needs no number.
#[derive(Debug, Clone)]
pub enum ComparedFile {
    /// The first variant.
    First(IdFile),
    /// Any variant.
    Of(OfFile),
}

/// A column with the number of its variant.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename = "Column", deny_unknown_fields)]
pub struct OfFile {
    variant: NumberFile,
    pathway: IdFile,
}

impl Row for ComparedFile {
    const ROWS: Rows = Rows::Compared;

    fn id(&self) -> Option<Cow<'_, str>> {
        None
    }
}

impl ComparedFile {
    /// The file's form of a column; `first` is the variant that needs no number.
    pub fn of(column: &Column, first: VariantNo) -> Self {
        let pathway = IdFile(column.pathway.to_string());
        if column.variant == first {
            Self::First(pathway)
        } else {
            let variant = NumberFile(column.variant);
            Self::Of(OfFile { variant, pathway })
        }
    }

    /// The model's form.
    pub fn into_model(self, first: VariantNo) -> Column {
        match self {
            Self::First(pathway) => Column::new(first, pathway.0),
            Self::Of(OfFile { variant, pathway }) => Column::new(variant.0, pathway.0),
        }
    }
}

impl Serialize for ComparedFile {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::First(pathway) => pathway.serialize(out),
            Self::Of(column) => column.serialize(out),
        }
    }
}

impl<'de> Deserialize<'de> for ComparedFile {
    fn deserialize<D: Deserializer<'de>>(reader: D) -> Result<Self, D::Error> {
        reader.deserialize_any(Form)
    }
}

/// Text, or a group in brackets.
struct Form;

impl<'de> Visitor<'de> for Form {
    type Value = ComparedFile;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the id of a pathway, or (variant: 2, pathway: \"id\")")
    }

    fn visit_str<E: serde::de::Error>(self, pathway: &str) -> Result<ComparedFile, E> {
        IdFile::of(pathway.to_owned()).map(ComparedFile::First)
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<ComparedFile, A::Error> {
        OfFile::deserialize(MapAccessDeserializer::new(map)).map(ComparedFile::Of)
    }
}
