//! The resolved model as JSON, `reloom-model/2`: enough to recompute every figure without Reloom.

mod check;
mod convert;
mod shape;

pub use shape::ModelFile;
use shape::{GarmentWorkFile, NetworkFile, PartFile, ProductFile};

use crate::flow::network::ResolvedModel;
use crate::flow::{Age, ModelFault};
use serde::Deserialize;

/// The word in `format`, up to its number.
const FAMILY: &str = "reloom-model/";
/// The number of the format.
const NUMBER: u32 = 2;

/// The word in `format`.
pub fn format() -> String {
    format!("{FAMILY}{NUMBER}")
}

/// Reads one model; the fault names the line and column, or the place and key.
pub fn read(text: &str) -> Result<ResolvedModel<f64>, ModelFault> {
    #[derive(Deserialize)]
    struct Head {
        format: String,
    }
    let syntax = |error: serde_json::Error| ModelFault::Syntax(error.to_string());
    let head: Head = serde_json::from_str(text).map_err(syntax)?;
    check_format(&head.format)?;
    let file: ModelFile = serde_json::from_str(text).map_err(syntax)?;
    file.into_model()
}

fn check_format(found: &str) -> Result<(), ModelFault> {
    let number = found
        .strip_prefix(FAMILY)
        .and_then(|number| number.parse::<u32>().ok());
    let age = match number {
        Some(NUMBER) => return Ok(()),
        Some(number) if number > NUMBER => Age::Newer,
        Some(_) => Age::Older,
        None => Age::Unknown,
    };
    Err(ModelFault::Format {
        found: found.to_owned(),
        own: format(),
        age,
    })
}

impl ModelFile {
    /// The model in the core's own form; checks what the types do not.
    pub fn into_model(self) -> Result<ResolvedModel<f64>, ModelFault> {
        check_format(&self.format)?;
        check::check(&self)?;
        let networks = self.pathway.into_network().zip(self.baseline.into_network());
        let (pathway, baseline) = networks.ok_or(ModelFault::NoParts)?;
        let hours = self.hours_per_fte.into_iter();
        let new_garment = self.new_garment.into_iter().map(GarmentWorkFile::into_work);
        Ok(ResolvedModel {
            pieces_per_year: self.product.pieces_per_year,
            gross_kg: self.product.gross_kg,
            parts: self.product.parts.into_iter().map(PartFile::into_part).collect(),
            pathway,
            baseline,
            hours_per_fte: hours.map(|(place, h)| (place.into(), h)).collect(),
            new_garment: new_garment.collect(),
        })
    }

    /// The file of `model`, without results.
    pub fn of(model: &ResolvedModel<f64>) -> Self {
        Self {
            name: None,
            names: None,
            format: format(),
            product: ProductFile {
                pieces_per_year: model.pieces_per_year,
                gross_kg: model.gross_kg,
                parts: model.parts.iter().map(PartFile::of).collect(),
            },
            pathway: NetworkFile::of(&model.pathway),
            baseline: NetworkFile::of(&model.baseline),
            hours_per_fte: model
                .hours_per_fte
                .iter()
                .map(|(at, h)| (at.to_string(), *h))
                .collect(),
            new_garment: model.new_garment.iter().map(GarmentWorkFile::of).collect(),
            results: None,
        }
    }
}
