//! The shape of a resolved model on file.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A resolved model as it stands in a file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ModelFile {
    /// Case name, in collections of cases.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Always `reloom-model/1`.
    pub format: String,
    /// The product.
    pub product: ProductFile,
    /// The pathway.
    pub pathway: NetworkFile,
    /// The pathway that gains and losses are counted against.
    pub baseline: NetworkFile,
    /// Hours of one full-time job, by place.
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
    pub(super) max_lives: Option<u32>,
    pub(super) l_av_wears: f64,
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
    pub(super) exits: Vec<ExitFile>,
    #[serde(default)]
    pub(super) fallback: Option<String>,
    #[serde(default)]
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
    pub(super) gates: BTreeMap<String, GateFile>,
    #[serde(default)]
    pub(super) work: Vec<WorkFile>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct GateFile {
    pub(super) removed: f64,
    #[serde(default)]
    pub(super) removed_to: Option<String>,
    pub(super) accepted: f64,
    #[serde(rename = "yield")]
    pub(super) output_yield: f64,
    #[serde(default)]
    pub(super) output_to: Option<String>,
    #[serde(default)]
    pub(super) residue_to: Option<String>,
    #[serde(default)]
    pub(super) refused_to: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct EndFile {
    pub(super) id: String,
    pub(super) class: ClassFile,
    #[serde(default)]
    pub(super) closed_share: f64,
    #[serde(default)]
    pub(super) displaces: Vec<FibreWorkFile>,
    #[serde(default)]
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
