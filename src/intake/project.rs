//! A bill of materials as a project that can be assessed: its parts with the pathways of a sample.

use super::bom::Bom;
use crate::model::{Column, KindId, Name, PlaceId, Product, Project, Sewing, VariantNo};

/// The sample whose pathways an imported product gets: China today and what could be instead.
pub const DEFAULT_PATHWAYS: &str = "school_uniform";
/// The kind of garment where neither the caller nor the table names one.
pub const DEFAULT_KIND: &str = "uniform_jacket";

/// What a table does not say.
#[derive(Debug, Clone, PartialEq)]
pub struct Settings {
    /// Id of the project.
    pub id: String,
    /// Name of the product where the table has none.
    pub name: Name,
    /// Kind of garment.
    pub kind: KindId,
}

/// The project of `bom`: volume, places, pathways and seed are those of `sample`.
pub fn project(bom: &Bom, settings: Settings, sample: &Project) -> Project {
    let title = bom.title.clone();
    let place = |id: &PlaceId| id.clone();
    let of_sample = |column: &&Column| column.variant == sample.product.variant;
    let first = |column: &Column| Column::new(VariantNo::FIRST, column.pathway.clone());
    Project {
        id: settings.id,
        product: Product {
            name: if title == Name::default() {
                settings.name
            } else {
                title
            },
            variant: VariantNo::FIRST,
            variant_name: Name::default(),
            kind: settings.kind,
            parts: bom.parts(),
            wears: None,
            sewing: Sewing::PerKg,
            assumed: std::collections::BTreeSet::new(),
            pieces_per_year: sample.product.pieces_per_year,
            made_in: place(&sample.product.made_in),
            used_in: place(&sample.product.used_in),
        },
        others: Vec::new(),
        compared: sample.compared.iter().filter(of_sample).map(first).collect(),
        overrides: std::collections::BTreeMap::new(),
        ..sample.clone()
    }
}
