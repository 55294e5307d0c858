//! Version 1 of the file, only read. Released files depend on it: its shape is never changed.

mod assumed;
mod compared;
mod pathway;
mod product;
mod stage_kind;

use super::kind::Rows;
use super::list;
use super::renamed;
use super::value::{EstimateFile, Finite};
use crate::model::{FactorId, Money, Multiplier, Override, Overrides, OwnPlaces, Project, VariantNo};
use compared::ComparedFile;
use pathway::PathwayFile;
use product::ProductFile;
use serde::Deserialize;
use std::collections::BTreeMap;

/// A whole file.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename = "Project", deny_unknown_fields)]
pub struct File {
    #[serde(rename = "version")]
    _version: u32,
    id: String,
    product: ProductFile,
    /// The variants beside the one in hand.
    #[serde(default, deserialize_with = "list::rows")]
    others: Vec<ProductFile>,
    #[serde(deserialize_with = "list::rows")]
    pathways: Vec<PathwayFile>,
    baseline: String,
    #[serde(default, deserialize_with = "list::rows")]
    compared: Vec<ComparedFile>,
    #[serde(default, deserialize_with = "list::entries")]
    overrides: BTreeMap<String, OverrideFile>,
    #[serde(default, deserialize_with = "list::entries")]
    multipliers: BTreeMap<String, MultiplierFile>,
    seed: u64,
    #[serde(default, deserialize_with = "list::entries")]
    library_values: BTreeMap<String, Finite>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(rename = "Override", deny_unknown_fields)]
struct OverrideFile {
    value: Finite,
    #[serde(default)]
    range: Option<(Finite, Finite)>,
    #[serde(default)]
    note: String,
}

/// A multiplier of indirect work.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename = "Multiplier", deny_unknown_fields)]
struct MultiplierFile {
    value: Finite,
    #[serde(default)]
    note: String,
}

impl list::Entry for OverrideFile {
    const ROWS: Rows = Rows::Overrides;
}

impl list::Entry for MultiplierFile {
    const ROWS: Rows = Rows::Multipliers;
}

impl File {
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
            .map(|(id, own)| (renamed::factor(id), own.into_model()))
            .collect();
        let multipliers = self.multipliers.into_iter().map(|(id, own)| {
            let (value, note) = (own.value.0, own.note);
            (renamed::activity(id), Multiplier { value, note })
        });
        let project = Project {
            id: self.id,
            group: String::new(),
            product: self.product.into_model(),
            others: self.others.into_iter().map(ProductFile::into_model).collect(),
            pathways: self.pathways.into_iter().map(PathwayFile::into_model).collect(),
            baseline: self.baseline.into(),
            compared: compared.map(|column| column.into_model(first)).collect(),
            overrides,
            multipliers: multipliers.collect(),
            money: Money::default(),
            places: OwnPlaces::new(),
            home: None,
            count_laundering: false,
            seed: self.seed,
        };
        let values = self.library_values.into_iter();
        (
            project,
            values.map(|(id, value)| (renamed::factor(id), value.0)).collect(),
        )
    }
}

impl OverrideFile {
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
