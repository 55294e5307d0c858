//! Version 2 of the file: version 1 with ids of parts, stages and pathways that hold no dot.

mod assumed;
mod compared;
mod making;
mod money;
mod papers;
mod pathway;
mod picture;
mod product;
mod sewing;
mod stage_kind;
mod words;

use super::kind::Rows;
use super::list;
use super::renamed;
use super::value::{EstimateFile, Finite, IdFile, NameFile};
use crate::model::{FactorId, Multiplier, Override, Overrides, Project, VariantNo};
use compared::ComparedFile;
use money::MoneyFile;
use pathway::PathwayFile;
use picture::{PictureFile, Pictures};
use product::ProductFile;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A whole file.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename = "Project", deny_unknown_fields)]
pub struct File {
    version: u32,
    id: String,
    /// The group of a class.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    group: String,
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
    baseline: IdFile,
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
    /// Prices and rates of exchange.
    #[serde(default, skip_serializing_if = "MoneyFile::is_empty")]
    money: MoneyFile,
    /// Own places by their ids, each with its name.
    #[serde(
        default,
        skip_serializing_if = "BTreeMap::is_empty",
        serialize_with = "list::entry_lines",
        deserialize_with = "list::entries"
    )]
    places: BTreeMap<String, NameFile>,
    /// The place whose work counts as here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    home: Option<String>,
    /// True where laundering that moved here from home counts as work.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    count_laundering: bool,
    seed: u64,
    #[serde(
        default,
        skip_serializing_if = "BTreeMap::is_empty",
        deserialize_with = "list::entries"
    )]
    library_values: BTreeMap<String, Finite>,
    /// Pictures of the product and its parts, each once.
    #[serde(
        default,
        skip_serializing_if = "BTreeMap::is_empty",
        deserialize_with = "list::entries"
    )]
    pictures: BTreeMap<String, PictureFile>,
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

impl list::Entry for NameFile {
    const ROWS: Rows = Rows::Places;
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
        let places = project.places.iter();
        let places = places.map(|(id, name)| (id.to_string(), NameFile::of(name)));
        Self {
            version: 2,
            id: project.id.clone(),
            group: project.group.clone(),
            product: ProductFile::of(&project.product),
            others: project.others.iter().map(ProductFile::of).collect(),
            pathways: project.pathways.iter().map(PathwayFile::of).collect(),
            baseline: IdFile(project.baseline.to_string()),
            compared: compared.collect(),
            overrides: overrides.collect(),
            multipliers: multipliers.collect(),
            money: MoneyFile::of(&project.money),
            places: places.collect(),
            home: project.home.as_ref().map(ToString::to_string),
            count_laundering: project.count_laundering,
            seed: project.seed,
            library_values: values.collect(),
            pictures: PictureFile::all(project),
        }
    }

    /// The numbers of the variants beside the one in hand.
    fn numbers(&self) -> impl Iterator<Item = VariantNo> {
        self.others.iter().map(ProductFile::number)
    }

    /// The place among the other variants, counted from 0, of one that has the number of the variant in hand.
    pub fn number_twice(&self) -> Option<(usize, VariantNo)> {
        let number = self.product.number();
        let place = self.numbers().position(|other| other == number)?;
        Some((place, number))
    }

    /// The project of the file, and the library's figures that it was saved with.
    pub fn into_model(self) -> (Project, BTreeMap<FactorId, f64>) {
        let first = self.numbers().fold(self.product.number(), Ord::min);
        let compared = self.compared.into_iter();
        let pictures = Pictures::new(self.pictures);
        let overrides: Overrides = self
            .overrides
            .into_iter()
            .map(|(id, own)| (renamed::factor(id), own.into_model()))
            .collect();
        let multipliers = self.multipliers.into_iter().map(|(id, own)| {
            let (value, note) = (own.value.0, own.note);
            (renamed::activity(id), Multiplier { value, note })
        });
        let places = self.places.into_iter();
        let places = places.map(|(id, name)| (id.into(), name.into_model()));
        let project = Project {
            id: self.id,
            group: self.group,
            product: self.product.into_model(&pictures),
            others: self
                .others
                .into_iter()
                .map(|other| other.into_model(&pictures))
                .collect(),
            pathways: self.pathways.into_iter().map(PathwayFile::into_model).collect(),
            baseline: self.baseline.0.into(),
            compared: compared.map(|column| column.into_model(first)).collect(),
            overrides,
            multipliers: multipliers.collect(),
            money: self.money.into_model(),
            places: places.collect(),
            home: self.home.map(Into::into),
            count_laundering: self.count_laundering,
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
