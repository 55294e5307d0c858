//! Numbers that are checked while they are read, so that an error points at them.

use crate::model::{Estimate, Name, VariantNo};
use crate::project_file::fault::ValueFault;
use crate::project_file::kind::Rows;
use crate::project_file::limit;
use crate::project_file::list::Entry;
use crate::project_file::place::short;
use crate::quantity::{Mass, Pieces, QuantityError, Share};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Any finite number.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Finite(pub f64);

/// A number that is not negative.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct NotNegative(pub f64);

/// A share, 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct ShareFile(pub Share);

/// Kilograms.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MassFile(pub Mass);

/// Pieces a year.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PiecesFile(pub Pieces);

/// A number of the file as the model's plain number, and back without any check.
pub trait Number: Copy {
    /// The number as it is written; a value out of range is found when the text is read back.
    fn of(value: f64) -> Self;
    /// The plain number.
    fn get(self) -> f64;
}

/// A checked number: read through `$read`, written as it is.
macro_rules! checked {
    ($($name:ident($get:expr, $read:expr);)+) => {$(
        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
                out.serialize_f64($get(self.0))
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(reader: D) -> Result<Self, D::Error> {
                let value = f64::deserialize(reader)?;
                $read(value).map(Self).map_err(|error| fault(error).raise())
            }
        }
    )+};
}

checked! {
    Finite(|value: f64| value, finite);
    NotNegative(|value: f64| value, |value: f64| Mass::new(value).map(Mass::get));
    ShareFile(Share::get, Share::new);
    MassFile(Mass::get, Mass::new);
    PiecesFile(Pieces::get, Pieces::new);
}

fn finite(value: f64) -> Result<f64, QuantityError> {
    if value.is_finite() {
        Ok(value)
    } else {
        Err(QuantityError::NotFinite)
    }
}

fn fault(error: QuantityError) -> ValueFault {
    match error {
        QuantityError::NotFinite => ValueFault::NotFinite,
        QuantityError::ShareRange(value) => ValueFault::Share(value),
        QuantityError::Negative(value) => ValueFault::Negative(value),
    }
}

impl Entry for Finite {
    const ROWS: Rows = Rows::LibraryValues;
}

impl Number for Finite {
    fn of(value: f64) -> Self {
        Self(value)
    }

    fn get(self) -> f64 {
        self.0
    }
}

impl Number for NotNegative {
    fn of(value: f64) -> Self {
        Self(value)
    }

    fn get(self) -> f64 {
        self.0
    }
}

/// A share of an estimate: the model holds it as a plain number.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PlainShare(f64);

checked! {
    PlainShare(|value: f64| value, |value: f64| Share::new(value).map(Share::get));
}

impl Number for PlainShare {
    fn of(value: f64) -> Self {
        Self(value)
    }

    fn get(self) -> f64 {
        self.0
    }
}

/// A central value with an optional range.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
#[serde(rename = "Estimate", deny_unknown_fields)]
pub struct EstimateFile<N> {
    /// The central value.
    pub value: N,
    /// Low and high.
    #[serde(default = "no_range", skip_serializing_if = "Option::is_none")]
    pub range: Option<(N, N)>,
}

const fn no_range<N>() -> Option<(N, N)> {
    None
}

impl<N: Number> EstimateFile<N> {
    /// The file's form of an estimate.
    pub fn of(estimate: &Estimate) -> Self {
        Self {
            value: N::of(estimate.value),
            range: estimate.range.map(|(low, high)| (N::of(low), N::of(high))),
        }
    }

    /// The model's form.
    pub fn into_model(self) -> Estimate {
        Estimate {
            value: self.value.get(),
            range: self.range.map(|(low, high)| (low.get(), high.get())),
        }
    }
}

/// A cap on lives.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Lives(pub u32);

impl<'de> Deserialize<'de> for Lives {
    fn deserialize<D: Deserializer<'de>>(reader: D) -> Result<Self, D::Error> {
        let lives = u64::deserialize(reader)?;
        match u32::try_from(lives) {
            Ok(lives @ 1..=limit::LIVES) => Ok(Self(lives)),
            _ => Err(ValueFault::Lives(lives).raise()),
        }
    }
}

/// The number of a variant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct NumberFile(pub VariantNo);

impl Serialize for NumberFile {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        out.serialize_u32(self.0.get())
    }
}

impl<'de> Deserialize<'de> for NumberFile {
    fn deserialize<D: Deserializer<'de>>(reader: D) -> Result<Self, D::Error> {
        let number = u64::deserialize(reader)?;
        let known = u32::try_from(number).ok().and_then(VariantNo::new);
        known.map(Self).ok_or_else(|| ValueFault::Variant(number).raise())
    }
}

/// A name in one or both languages.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename = "Name", deny_unknown_fields)]
pub struct NameFile {
    #[serde(default, skip_serializing_if = "String::is_empty")]
    en: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    zh: String,
}

impl NameFile {
    /// The file's form of a name.
    pub fn of(name: &Name) -> Self {
        Self {
            en: name.en.clone(),
            zh: name.zh.clone(),
        }
    }

    /// The model's form.
    pub fn into_model(self) -> Name {
        Name::new(self.en, self.zh)
    }

    /// True where neither language is given.
    pub fn is_empty(&self) -> bool {
        self.en.is_empty() && self.zh.is_empty()
    }
}

/// An id of a part, a stage or a pathway; keys of figures are made of it, so it holds no dot.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct IdFile(pub String);

impl IdFile {
    /// The id; refused where it holds a dot.
    pub fn of<E: serde::de::Error>(id: String) -> Result<Self, E> {
        if id.contains('.') {
            Err(ValueFault::Dot(short(&id)).raise())
        } else {
            Ok(Self(id))
        }
    }
}

impl<'de> Deserialize<'de> for IdFile {
    fn deserialize<D: Deserializer<'de>>(reader: D) -> Result<Self, D::Error> {
        Self::of(String::deserialize(reader)?)
    }
}

/// True for the value that a key has where it is left out.
pub fn is_usual<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}
