//! Version 1 of the file. Released files depend on it: it is never changed, only followed by a version 2.

mod assumed;
mod compared;
pub(super) mod list;
mod pathway;
mod product;
mod stage_kind;
pub(super) mod value;

use super::kind::Rows;
use crate::model::{ActivityId, FactorId, Multiplier, Override, Overrides, Project, VariantNo};
use compared::ComparedFile;
use pathway::PathwayFile;
use product::ProductFile;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use value::{EstimateFile, Finite};

/// A whole file.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename = "Project", deny_unknown_fields)]
pub struct File {
    version: u32,
    id: String,
    product: ProductFile,
    /// The variants beside the one in hand.
    #[serde(
        default,
        skip_serializing_if = "Vec::is_empty",
        deserialize_with = "list::rows"
    )]
    others: Vec<ProductFile>,
    #[serde(deserialize_with = "list::rows")]
    pathways: Vec<PathwayFile>,
    baseline: String,
    #[serde(default, serialize_with = "list::inline", deserialize_with = "list::rows")]
    compared: Vec<ComparedFile>,
    #[serde(
        default,
        skip_serializing_if = "BTreeMap::is_empty",
        serialize_with = "list::entry_lines",
        deserialize_with = "list::entries"
    )]
    overrides: BTreeMap<String, OverrideFile>,
    #[serde(
        default,
        skip_serializing_if = "BTreeMap::is_empty",
        serialize_with = "list::entry_lines",
        deserialize_with = "list::entries"
    )]
    multipliers: BTreeMap<String, MultiplierFile>,
    seed: u64,
    #[serde(
        default,
        skip_serializing_if = "BTreeMap::is_empty",
        deserialize_with = "list::entries"
    )]
    library_values: BTreeMap<String, Finite>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename = "Override", deny_unknown_fields)]
struct OverrideFile {
    value: Finite,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    range: Option<(Finite, Finite)>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    note: String,
}

/// A multiplier of indirect work.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename = "Multiplier", deny_unknown_fields)]
struct MultiplierFile {
    value: Finite,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    note: String,
}

impl list::Entry for OverrideFile {
    const ROWS: Rows = Rows::Overrides;
}

impl list::Entry for MultiplierFile {
    const ROWS: Rows = Rows::Multipliers;
}

impl list::Entry for Finite {
    const ROWS: Rows = Rows::LibraryValues;
}

impl File {
    /// The file for a project.
    pub fn of(project: &Project, values: &BTreeMap<FactorId, f64>) -> Self {
        let first = project.first_variant();
        let compared = project
            .compared
            .iter()
            .map(|column| ComparedFile::of(column, first));
        let overrides = project
            .overrides
            .iter()
            .map(|(id, own)| (id.to_string(), OverrideFile::of(own)));
        let multipliers = project.multipliers.iter().map(|(id, own)| {
            let (value, note) = (Finite(own.value), own.note.clone());
            (id.to_string(), MultiplierFile { value, note })
        });
        let values = values.iter().map(|(id, value)| (id.to_string(), Finite(*value)));
        Self {
            version: 1,
            id: project.id.clone(),
            product: ProductFile::of(&project.product),
            others: project.others.iter().map(ProductFile::of).collect(),
            pathways: project.pathways.iter().map(PathwayFile::of).collect(),
            baseline: project.baseline.to_string(),
            compared: compared.collect(),
            overrides: overrides.collect(),
            multipliers: multipliers.collect(),
            seed: project.seed,
            library_values: values.collect(),
        }
    }

    /// The numbers of the variants beside the one in hand.
    fn numbers(&self) -> impl Iterator<Item = VariantNo> {
        self.others.iter().map(ProductFile::number)
    }

    /// The place among the other variants, counted from 0, of one that has the number of the variant in hand.
    pub fn number_twice(&self) -> Option<(usize, VariantNo)> {
        let number = self.product.number();
        let at = self.numbers().position(|other| other == number)?;
        Some((at, number))
    }

    /// The project of the file, and the library's figures that it was saved with.
    pub fn into_model(self) -> (Project, BTreeMap<FactorId, f64>) {
        let first = self.numbers().fold(self.product.number(), Ord::min);
        let compared = self.compared.into_iter();
        let overrides: Overrides = self
            .overrides
            .into_iter()
            .map(|(id, own)| (FactorId::from(id), own.into_model()))
            .collect();
        let multipliers = self.multipliers.into_iter().map(|(id, own)| {
            let (value, note) = (own.value.0, own.note);
            (ActivityId::from(id), Multiplier { value, note })
        });
        let project = Project {
            id: self.id,
            product: self.product.into_model(),
            others: self.others.into_iter().map(ProductFile::into_model).collect(),
            pathways: self.pathways.into_iter().map(PathwayFile::into_model).collect(),
            baseline: self.baseline.into(),
            compared: compared.map(|column| column.into_model(first)).collect(),
            overrides,
            multipliers: multipliers.collect(),
            seed: self.seed,
        };
        let values = self.library_values.into_iter();
        (
            project,
            values.map(|(id, value)| (FactorId::from(id), value.0)).collect(),
        )
    }
}

impl OverrideFile {
    fn of(own: &Override) -> Self {
        let figure = EstimateFile::<Finite>::of(&own.figure);
        Self {
            value: figure.value,
            range: figure.range,
            note: own.note.clone(),
        }
    }

    fn into_model(self) -> Override {
        let figure = EstimateFile {
            value: self.value,
            range: self.range,
        };
        Override {
            figure: figure.into_model(),
            note: self.note,
        }
    }
}
