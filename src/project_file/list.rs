//! Lists and maps of the file: counted, told apart by id while they are read, and one entry a line where short.

use crate::model::MOST_NESTED;
use crate::project_file::fault::ValueFault;
use crate::project_file::kind::Rows;
use crate::project_file::limit;
use crate::project_file::place::short;
use ron::extensions::Extensions;
use ron::ser::PrettyConfig;
use ron::value::RawValue;
use serde::de::{MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer, ser};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::marker::PhantomData;

/// An entry of a list.
pub trait Row {
    /// The list.
    const ROWS: Rows;

    /// The id that no other entry may have; none where entries need no id.
    fn id(&self) -> Option<Cow<'_, str>>;
}

/// A value of a map.
pub trait Entry {
    /// The map.
    const ROWS: Rows;
}

impl Rows {
    /// The most entries that are read.
    pub const fn limit(self) -> usize {
        match self {
            Self::Variants => limit::VARIANTS,
            Self::Parts => limit::PARTS,
            // Three marks of each part, and those of the product.
            Self::Assumed => 3 * limit::PARTS + 3,
            Self::Fibres => limit::FIBRES,
            Self::Pathways | Self::Compared => limit::PATHWAYS,
            Self::Stages => limit::STAGES,
            Self::Exits => limit::EXITS,
            Self::AllExits => limit::ALL_EXITS,
            Self::Gates => limit::GATES,
            Self::Overrides | Self::Multipliers | Self::LibraryValues => limit::FIGURES,
            Self::Prices | Self::Rates => limit::PRICES,
            Self::Places => limit::PLACES,
            Self::Nested => MOST_NESTED,
            Self::Pictures => limit::PICTURE_COUNT,
            Self::Cards => limit::CARDS,
            Self::CardFigures => limit::CARD_FIGURES,
            Self::CardSources => limit::CARD_SOURCES,
        }
    }

    /// An error once `count` entries are too many.
    fn count<E: serde::de::Error>(self, count: usize) -> Result<(), E> {
        let limit = self.limit();
        if count > limit {
            Err(ValueFault::TooMany { rows: self, limit }.raise())
        } else {
            Ok(())
        }
    }

    fn twice<E: serde::de::Error>(self, id: &str) -> E {
        let id = short(id);
        ValueFault::Twice { rows: self, id }.raise()
    }
}

/// Reads a list; refuses a second entry with the same id and more entries than the limit.
pub fn rows<'de, D: Deserializer<'de>, T: Row + Deserialize<'de>>(reader: D) -> Result<Vec<T>, D::Error> {
    struct List<T>(PhantomData<T>);
    impl<'de, T: Row + Deserialize<'de>> Visitor<'de> for List<T> {
        type Value = Vec<T>;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a list")
        }

        fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Vec<T>, A::Error> {
            let (mut rows, mut ids) = (Vec::new(), BTreeSet::new());
            while let Some(row) = list.next_element::<T>()? {
                if let Some(id) = row.id().map(Cow::into_owned)
                    && let Some(twice) = ids.replace(id)
                {
                    return Err(T::ROWS.twice(&twice));
                }
                rows.push(row);
                T::ROWS.count(rows.len())?;
            }
            Ok(rows)
        }
    }
    reader.deserialize_seq(List(PhantomData))
}

/// Reads a map; refuses a key that stands twice and more entries than the limit.
pub fn entries<'de, D, T>(reader: D) -> Result<BTreeMap<String, T>, D::Error>
where
    D: Deserializer<'de>,
    T: Entry + Deserialize<'de>,
{
    struct Map<T>(PhantomData<T>);
    impl<'de, T: Entry + Deserialize<'de>> Visitor<'de> for Map<T> {
        type Value = BTreeMap<String, T>;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a map")
        }

        fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
            let mut entries = BTreeMap::new();
            while let Some(key) = map.next_key::<String>()? {
                if entries.contains_key(&key) {
                    return Err(T::ROWS.twice(&key));
                }
                let value = map.next_value()?;
                entries.insert(key, value);
                T::ROWS.count(entries.len())?;
            }
            Ok(entries)
        }
    }
    reader.deserialize_map(Map(PhantomData))
}

/// Writes a value on one line.
pub fn inline<T: Serialize + ?Sized, S: Serializer>(value: &T, out: S) -> Result<S::Ok, S::Error> {
    line(value)?.serialize(out)
}

/// Writes a list with one entry a line.
pub fn lines<T: Serialize, S: Serializer>(list: &[T], out: S) -> Result<S::Ok, S::Error> {
    let lines = list.iter().map(line).collect::<Result<Vec<_>, S::Error>>()?;
    lines.serialize(out)
}

/// Writes a map with one entry a line.
pub fn entry_lines<T: Serialize, S: Serializer>(
    map: &BTreeMap<String, T>,
    out: S,
) -> Result<S::Ok, S::Error> {
    let lines = map.iter().map(|(key, value)| Ok((key, line(value)?)));
    lines
        .collect::<Result<BTreeMap<_, _>, S::Error>>()?
        .serialize(out)
}

/// A value on one line, as text that goes into the file as it is.
pub fn line<T: Serialize + ?Sized, E: ser::Error>(value: &T) -> Result<Box<RawValue>, E> {
    let config = PrettyConfig::new()
        .extensions(Extensions::empty())
        .compact_structs(true)
        .compact_arrays(true)
        .compact_maps(true);
    let text = crate::project_file::options()
        .to_string_pretty(value, config)
        .map_err(E::custom)?;
    RawValue::from_boxed_ron(text.into_boxed_str()).map_err(E::custom)
}
