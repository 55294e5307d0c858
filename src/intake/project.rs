//! A bill of materials as a project that can be assessed: its parts with the pathways of a sample.

use super::bom::Bom;
use super::sample;
use super::sample::fitted;
use crate::data::Library;
use crate::model::{Assumed, KindId, Making, Name, Part, Product, Project, Sewing, VariantNo};
use std::collections::{BTreeMap, BTreeSet};

/// The sample whose volume and places an imported product gets.
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

/// What a bill of materials does not say of its `parts`: how their cloth is spun, formed and dyed, and what its words leave
/// open of coating, print and dye.
pub fn assumed(parts: &[Part]) -> BTreeSet<Assumed> {
    let is_cloth = |part: &&Part| matches!(part.making, Making::Cloth { .. });
    let cloth = parts.iter().filter(is_cloth);
    cloth
        .flat_map(|part| [Assumed::Making, Assumed::Finishes].map(|mark| mark(part.id.clone())))
        .collect()
}

/// A new project of `bom`: its pathways are those that fit what it is made of, the rest is as in the [`sample()`] and marked as
/// assumed.
pub fn new_project(bom: &Bom, settings: Settings) -> Project {
    let sample = sample();
    let title = bom.title.clone();
    let parts = bom.parts();
    let mut assumed = assumed(&parts);
    assumed.extend([Assumed::Volume, Assumed::MadeIn, Assumed::UsedIn]);
    let product = Product {
        name: if title == Name::default() {
            settings.name
        } else {
            title
        },
        variant: VariantNo::FIRST,
        variant_name: Name::default(),
        kind: settings.kind,
        parts,
        wears: None,
        sewing: Sewing::Kind,
        picture: None,
        assumed,
        pieces_per_year: sample.product.pieces_per_year,
        made_in: sample.product.made_in.clone(),
        used_in: sample.product.used_in.clone(),
    };
    let project = Project {
        id: settings.id,
        product,
        others: Vec::new(),
        overrides: BTreeMap::new(),
        ..sample.clone()
    };
    fitted(project, Library::builtin())
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
