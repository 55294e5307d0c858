//! A product as large as they come: 500 parts on 12 pathways.

use reloom::model::{Part, Pathway, Project};
use reloom::presets;
use reloom::quantity::Mass;

/// Parts of the product.
pub const PARTS: usize = 500;
/// Its pathways.
pub const PATHWAYS: usize = 12;

/// The school uniform with each part many times over, each a little different, and its pathways three times.
pub fn project() -> Project {
    let mut project = presets::get("school_uniform").unwrap().project().unwrap();
    let parts = project.product.parts.clone();
    let numbered = parts.iter().cycle().take(PARTS).enumerate();
    project.product.parts = numbered
        .map(|(n, part)| {
            let mut part = Part {
                id: format!("part_{n}").into(),
                mass: Mass::new(part.mass.get() * 7.0 / PARTS as f64).unwrap(),
                ..part.clone()
            };
            part.name.en = format!("{} {n}", part.name.en);
            part.name.zh = format!("{}{n}", part.name.zh);
            part
        })
        .collect();
    let pathways = project.pathways.clone();
    let numbered = pathways.iter().cycle().take(PATHWAYS).enumerate();
    project.pathways = numbered
        .map(|(n, pathway)| {
            let mut pathway: Pathway = pathway.clone();
            if n >= pathways.len() {
                pathway.id = format!("pathway_{n}").into();
                pathway.name.en = format!("{} {n}", pathway.name.en);
                pathway.name.zh = format!("{}{n}", pathway.name.zh);
            }
            pathway
        })
        .collect();
    project
}
