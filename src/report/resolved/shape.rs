//! The shape of a resolved model on file.

use serde::de::{Error, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;

/// A resolved model as it stands in a file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ModelFile {
    /// Case name, in collections of cases.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The word that a case of a refusal must hear, in collections of cases.
    #[serde(default, skip_serializing)]
    pub names: Option<String>,
    /// Always `reloom-model/2`.
    pub format: String,
    /// The product.
    pub product: ProductFile,
    /// The pathway.
    pub pathway: NetworkFile,
    /// The pathway that gains and losses are counted against.
    pub baseline: NetworkFile,
    /// Hours of one full-time job, by place.
    #[serde(deserialize_with = "once")]
    pub hours_per_fte: BTreeMap<String, f64>,
    /// Work in one new garment.
    pub new_garment: Vec<GarmentWorkFile>,
    /// Results; read as they stand, never used as input.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub results: Option<serde_json::Value>,
}

/// The product.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProductFile {
    /// Pieces sold in a year.
    pub pieces_per_year: f64,
    /// Bought fabric and trims per piece.
    pub gross_kg: f64,
    /// Its parts.
    pub parts: Vec<PartFile>,
}

/// One part.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PartFile {
    pub(super) id: String,
    pub(super) mass_kg: f64,
    pub(super) f_r_textile: f64,
    pub(super) f_r_other: f64,
    pub(super) f_u: f64,
    pub(super) f_s: f64,
    pub(super) e_f: f64,
}

/// One pathway.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NetworkFile {
    pub(super) id: String,
    pub(super) start: String,
    #[serde(deserialize_with = "stated", serialize_with = "whole")]
    pub(super) max_lives: Option<f64>,
    pub(super) l_av_wears: f64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) displacement_first: Option<f64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) own_wears: Option<f64>,
    pub(super) stages: Vec<StageFile>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "level", rename_all = "snake_case", deny_unknown_fields)]
pub(super) enum StageFile {
    Item(ItemFile),
    Material(MaterialFile),
    End(EndFile),
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ItemFile {
    pub(super) id: String,
    pub(super) role: RoleFile,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) service_first: Option<f64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) service_later: Option<f64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) displacement: Option<f64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) new_garment: Option<Vec<GarmentWorkFile>>,
    pub(super) exits: Vec<ExitFile>,
    #[serde(deserialize_with = "stated")]
    pub(super) fallback: Option<String>,
    pub(super) work: Vec<WorkFile>,
}

#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum RoleFile {
    Use,
    Return,
    Other,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ExitFile {
    pub(super) to: String,
    pub(super) share: f64,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct MaterialFile {
    pub(super) id: String,
    #[serde(deserialize_with = "once")]
    pub(super) gates: BTreeMap<String, GateFile>,
    pub(super) work: Vec<WorkFile>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct GateFile {
    pub(super) removed: f64,
    #[serde(deserialize_with = "stated")]
    pub(super) removed_to: Option<String>,
    pub(super) accepted: f64,
    #[serde(rename = "yield")]
    pub(super) output_yield: f64,
    #[serde(deserialize_with = "stated")]
    pub(super) output_to: Option<String>,
    #[serde(deserialize_with = "stated")]
    pub(super) residue_to: Option<String>,
    #[serde(deserialize_with = "stated")]
    pub(super) refused_to: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct EndFile {
    pub(super) id: String,
    pub(super) class: ClassFile,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) quality: Option<f64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) closed_share: Option<f64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) displaces: Option<Vec<FibreWorkFile>>,
    pub(super) work: Vec<WorkFile>,
}

#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum ClassFile {
    Component,
    Recycled,
    Downcycled,
    Biological,
    Energy,
    Incinerated,
    Landfilled,
    Exported,
    Litter,
    Undecided,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct FibreWorkFile {
    pub(super) activity: String,
    pub(super) place: String,
    pub(super) h_per_kg: f64,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WorkFile {
    pub(super) activity: String,
    pub(super) place: String,
    pub(super) basis: BasisFile,
    pub(super) h: f64,
}

#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum BasisFile {
    Piece,
    Kg,
    KgOut,
}

/// Work in one new garment, one stage of making.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GarmentWorkFile {
    pub(super) activity: String,
    pub(super) place: String,
    pub(super) h_per_piece: f64,
}

/// A key that must be there, also where it says null.
fn stated<'de, D: Deserializer<'de>, T: Deserialize<'de>>(from: D) -> Result<Option<T>, D::Error> {
    Option::deserialize(from)
}

/// A whole number without decimals.
#[expect(clippy::cast_possible_truncation, reason = "a whole number from 1 to 1000")]
#[expect(clippy::ref_option, reason = "the shape that serde asks for")]
fn whole<S: Serializer>(lives: &Option<f64>, to: S) -> Result<S::Ok, S::Error> {
    lives.map(|lives| lives as i64).serialize(to)
}

/// A map in which no key stands twice.
fn once<'de, D: Deserializer<'de>, T: Deserialize<'de>>(from: D) -> Result<BTreeMap<String, T>, D::Error> {
    struct Once<T>(PhantomData<T>);
    impl<'de, T: Deserialize<'de>> Visitor<'de> for Once<T> {
        type Value = BTreeMap<String, T>;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a map")
        }

        fn visit_map<A: MapAccess<'de>>(self, mut from: A) -> Result<Self::Value, A::Error> {
            let mut map = BTreeMap::new();
            while let Some((key, value)) = from.next_entry::<String, T>()? {
                let twice = format!("\"{key}\" stands twice");
                if map.insert(key, value).is_some() {
                    return Err(A::Error::custom(twice));
                }
            }
            Ok(map)
        }
    }
    from.deserialize_map(Once(PhantomData))
}
