//! Words of a lesson file that stand for rows declared elsewhere: boards, figures, documents.

use crate::figure::PathwayFigure;
use crate::lesson::{Asked, BoardKind, FigureRef, Printed};
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A row, written by its key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Word<T>(pub T);

/// Writes the key, and reads it by `$of`; an unknown one is refused with those that are known.
macro_rules! words {
    ($($row:ident: $key:expr, $of:expr, $known:expr;)+) => {$(
        impl Serialize for Word<$row> {
            fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
                out.serialize_str($key(&self.0))
            }
        }

        impl<'de> Deserialize<'de> for Word<$row> {
            fn deserialize<D: Deserializer<'de>>(reader: D) -> Result<Self, D::Error> {
                const KNOWN: &[&str] = $known;
                let key = String::deserialize(reader)?;
                $of(&key).map(Self).ok_or_else(|| D::Error::unknown_variant(&key, KNOWN))
            }
        }
    )+};
}

words! {
    BoardKind: |row: &BoardKind| row.key(), BoardKind::of_key, BoardKind::KEYS;
    Printed: |row: &Printed| row.key(), Printed::of_key, Printed::KEYS;
    PathwayFigure: |row: &PathwayFigure| Asked::Pathway(*row).key(), pathway_figure, &["mci", "same_grade", "…"];
}

fn pathway_figure(key: &str) -> Option<PathwayFigure> {
    match Asked::of_key(key)? {
        Asked::Pathway(figure) => Some(figure),
        Asked::Product(_) | Asked::RoutesOpen => None,
    }
}

impl Serialize for Word<FigureRef> {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        out.collect_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Word<FigureRef> {
    fn deserialize<D: Deserializer<'de>>(reader: D) -> Result<Self, D::Error> {
        let text = String::deserialize(reader)?;
        let read = FigureRef::read(&text);
        read.map(Self)
            .map_err(|lost| D::Error::custom(lost.text(crate::lang::Lang::En)))
    }
}
