//! A named set of own figures as a file of its own, to be carried from project to project and from desk to desk.
//!
//! Invariants: the version stands first and a newer one is refused; a factor that the library does not know is kept and
//! flagged; text that would not open again as the same set is never given out.

use super::fault::ValueFault;
use super::kind::Rows;
use super::list::{self, entries, entry_lines};
use super::value::NotNegative;
use super::{ReadError, header, options, parse, ranges, renamed, text};
use crate::data::Library;
use crate::model::{Estimate, FactorId, Override, Overrides};
use crate::text::{Lang, LibraryMsg};
use ron::extensions::Extensions;
use ron::ser::PrettyConfig;
use serde::{Deserialize, Deserializer, Serialize};
use std::collections::BTreeMap;
use std::fmt;

/// The version that is written, the newest that is read.
pub const SET_VERSION: u32 = 1;

/// A named set of own figures.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct FactorSet {
    /// What it is called.
    pub name: String,
    /// Who made it, for what.
    pub note: String,
    /// The figures.
    pub figures: Overrides,
    /// The units that the figures were written with, where stated; to be compared with the library's.
    pub units: BTreeMap<FactorId, String>,
}

/// What is odd in a set but was kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SetFlag {
    /// The library has no such factor; its figure has no effect.
    Unknown(FactorId),
    /// The figure was written in another unit than the library's.
    Unit {
        /// The factor.
        factor: FactorId,
        /// The unit of the set.
        found: String,
        /// The library's unit.
        wanted: String,
    },
}

impl SetFlag {
    /// The flag in words.
    pub fn text(&self, lang: Lang) -> String {
        match self {
            Self::Unknown(factor) => LibraryMsg::SetUnknown.with(lang, &[("factor", factor.as_str())]),
            Self::Unit {
                factor,
                found,
                wanted,
            } => LibraryMsg::SetUnit.with(
                lang,
                &[("factor", factor.as_str()), ("found", found), ("wanted", wanted)],
            ),
        }
    }
}

impl FactorSet {
    /// The set of `figures` with the units of `library`.
    pub fn of(name: &str, note: &str, figures: &Overrides, library: &Library) -> Self {
        let unit = |id: &FactorId| Some((id.clone(), library.factor(id.as_str())?.figure.unit.clone()));
        Self {
            name: name.to_owned(),
            note: note.to_owned(),
            figures: figures.clone(),
            units: figures.keys().filter_map(unit).collect(),
        }
    }

    /// What of the set does not fit `library`, in the order of the ids.
    pub fn flags(&self, library: &Library) -> Vec<SetFlag> {
        let flag = |id: &FactorId| {
            let known = library.factor(id.as_str());
            let wanted = match (known, library.typed(id)) {
                (Some(factor), _) => factor.figure.unit.as_str(),
                (None, Some((_, unit))) => unit,
                (None, None) => return Some(SetFlag::Unknown(id.clone())),
            };
            let found = self.units.get(id).filter(|unit| *unit != wanted)?;
            Some(SetFlag::Unit {
                factor: id.clone(),
                found: found.clone(),
                wanted: wanted.to_owned(),
            })
        };
        self.figures.keys().filter_map(flag).collect()
    }
}

/// Why a set was not read.
#[derive(Debug, Clone, PartialEq)]
pub struct SetError(pub ReadError);

impl SetError {
    /// The error in words: where, what, and what to do.
    pub fn text(&self, lang: Lang) -> String {
        match &self.0 {
            ReadError::NoVersion { line, column } => {
                let place = [("line", line.to_string()), ("column", column.to_string())];
                let place = place.each_ref().map(|(key, value)| (*key, value.as_str()));
                LibraryMsg::SetNoVersion.with(lang, &place)
            }
            ReadError::TooLarge { .. } => LibraryMsg::SetTooLarge.text(lang).to_owned(),
            other => other.text(lang),
        }
    }
}

impl fmt::Display for SetError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text(Lang::En))
    }
}

impl std::error::Error for SetError {}

/// Reads a set of any version up to [`SET_VERSION`].
pub fn read_set(bytes: &[u8]) -> Result<FactorSet, SetError> {
    read_text(bytes).map_err(SetError)
}

fn read_text(bytes: &[u8]) -> Result<FactorSet, ReadError> {
    let text = text(bytes)?;
    match header::version(text)? {
        0 => Err(ReadError::no_version()),
        1 => {
            let set = parse(text).map(SetFile::into_model)?;
            ranges::overrides("factors", &set.figures).map_err(|misfit| ReadError::misfit(text, misfit))?;
            Ok(set)
        }
        found => Err(ReadError::Newer {
            found,
            newest: SET_VERSION,
        }),
    }
}

/// What stands above the figures in every set.
const HEAD: &str = "\
#![enable(implicit_some)]
// A Reloom factor set: own figures in place of the library's. Shares run from 0 to 1; `unit` is only for reading.
// `note` of a figure says where it comes from: who measured it, where, when.
// 再织系数集：以自定数值代替资料库数值。占比为0到1；unit仅供阅读；note写明数值出处：谁、在哪里、何时测得。
";

/// The set as text of the newest version; `None` where the text would not open again as the same set.
pub fn write_set(set: &FactorSet) -> Option<String> {
    let config = PrettyConfig::new()
        .new_line("\n")
        .extensions(Extensions::IMPLICIT_SOME);
    let body = options().to_string_pretty(&SetFile::of(set), config).ok()?;
    let text = format!("{HEAD}{body}\n");
    let back = read_set(text.as_bytes()).ok()?;
    (back == *set).then_some(text)
}

#[derive(Serialize, Deserialize)]
#[serde(rename = "FactorSet", deny_unknown_fields)]
struct SetFile {
    version: u32,
    name: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    note: String,
    #[serde(serialize_with = "entry_lines", deserialize_with = "entries")]
    factors: BTreeMap<String, FigureFile>,
}

/// One figure; `low` and `high` hold the value.
#[derive(Debug, Clone, Serialize)]
#[serde(rename = "Figure")]
struct FigureFile {
    value: NotNegative,
    #[serde(skip_serializing_if = "Option::is_none")]
    low: Option<NotNegative>,
    #[serde(skip_serializing_if = "Option::is_none")]
    high: Option<NotNegative>,
    #[serde(skip_serializing_if = "String::is_empty")]
    unit: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    note: String,
}

impl<'de> Deserialize<'de> for FigureFile {
    fn deserialize<D: Deserializer<'de>>(reader: D) -> Result<Self, D::Error> {
        /// The figure before its range is checked.
        #[derive(Deserialize)]
        #[serde(rename = "Figure", deny_unknown_fields)]
        struct Unchecked {
            value: NotNegative,
            #[serde(default = "none")]
            low: Option<NotNegative>,
            #[serde(default = "none")]
            high: Option<NotNegative>,
            #[serde(default)]
            unit: String,
            #[serde(default)]
            note: String,
        }
        const fn none() -> Option<NotNegative> {
            None
        }
        let read = Unchecked::deserialize(reader)?;
        let value = read.value.0;
        let (low, high) = (
            read.low.map_or(value, |low| low.0),
            read.high.map_or(value, |high| high.0),
        );
        if low > value || value > high {
            return Err(ValueFault::Order { low, value, high }.raise());
        }
        Ok(Self {
            value: read.value,
            low: read.low,
            high: read.high,
            unit: read.unit,
            note: read.note,
        })
    }
}

impl list::Entry for FigureFile {
    const ROWS: Rows = Rows::Overrides;
}

impl SetFile {
    fn of(set: &FactorSet) -> Self {
        let figure = |(id, own): (&FactorId, &Override)| {
            let figure = FigureFile {
                value: NotNegative(own.figure.value),
                low: own.figure.range.map(|(low, _)| NotNegative(low)),
                high: own.figure.range.map(|(_, high)| NotNegative(high)),
                unit: set.units.get(id).cloned().unwrap_or_default(),
                note: own.note.clone(),
            };
            (id.to_string(), figure)
        };
        Self {
            version: SET_VERSION,
            name: set.name.clone(),
            note: set.note.clone(),
            factors: set.figures.iter().map(figure).collect(),
        }
    }

    fn into_model(self) -> FactorSet {
        let mut set = FactorSet {
            name: self.name,
            note: self.note,
            ..FactorSet::default()
        };
        for (id, figure) in self.factors {
            let id = renamed::factor(id);
            let value = figure.value.0;
            let end = |end: Option<NotNegative>| end.map_or(value, |end| end.0);
            let has_range = figure.low.is_some() || figure.high.is_some();
            let own = Override {
                figure: Estimate {
                    value,
                    range: has_range.then(|| (end(figure.low), end(figure.high))),
                },
                note: figure.note,
            };
            if !figure.unit.is_empty() {
                set.units.insert(id.clone(), figure.unit);
            }
            set.figures.insert(id, own);
        }
        set
    }
}
