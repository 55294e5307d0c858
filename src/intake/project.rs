//! A bill of materials as a project that can be assessed: its parts with the pathways of a sample.

use super::bom::Bom;
use crate::model::{KindId, Name, Product, Project, Sewing};
use crate::presets;
use std::collections::BTreeMap;
use std::sync::OnceLock;

/// The sample whose pathways an imported product gets: China today and what could be instead.
const DEFAULT_PATHWAYS: &str = "school_uniform";
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

/// The sample whose volume, places, pathways and seed a new project takes.
pub fn sample() -> &'static Project {
    static SAMPLE: OnceLock<Project> = OnceLock::new();
    SAMPLE.get_or_init(|| {
        let preset = presets::get(DEFAULT_PATHWAYS);
        let project = preset.and_then(|preset| preset.project().ok());
        project.unwrap_or_else(Project::nameless)
    })
}

/// A new project of `bom`, the rest as in the [`sample`].
pub fn new_project(bom: &Bom, settings: Settings) -> Project {
    let sample = sample();
    let title = bom.title.clone();
    let product = Product {
        name: if title == Name::default() {
            settings.name
        } else {
            title
        },
        kind: settings.kind,
        parts: bom.parts(),
        wears: None,
        sewing: Sewing::PerKg,
        pieces_per_year: sample.product.pieces_per_year,
        made_in: sample.product.made_in.clone(),
        used_in: sample.product.used_in.clone(),
    };
    Project {
        id: settings.id,
        product,
        overrides: BTreeMap::new(),
        ..sample.clone()
    }
}

/// An id of ASCII letters and digits from the name of a file.
pub fn project_id(stem: &str) -> String {
    let words = stem.split(|c: char| !c.is_ascii_alphanumeric());
    let words: Vec<String> = words
        .filter(|word| !word.is_empty())
        .map(str::to_ascii_lowercase)
        .collect();
    if words.is_empty() {
        "imported".to_owned()
    } else {
        words.join("_")
    }
}
