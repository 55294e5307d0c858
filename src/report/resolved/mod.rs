//! The resolved model as JSON, `reloom-model/1`: enough to recompute every figure without Reloom.

mod convert;
mod shape;

pub use shape::ModelFile;
use shape::{GarmentWorkFile, NetworkFile, PartFile, ProductFile};

use crate::flow::network::{Body, ResolvedModel};

/// The word in `format`.
pub const FORMAT: &str = "reloom-model/1";

/// Reads one model; the message names the line and column or the key.
pub fn read(text: &str) -> Result<ResolvedModel<f64>, String> {
    let file: ModelFile = serde_json::from_str(text).map_err(|error| error.to_string())?;
    file.into_model()
}

impl ModelFile {
    /// The model in the core's own form; checks what the types do not.
    pub fn into_model(self) -> Result<ResolvedModel<f64>, String> {
        if self.format != FORMAT {
            return Err(format!(
                "format: found \"{}\", this program reads \"{FORMAT}\"",
                self.format
            ));
        }
        let model = ResolvedModel {
            pieces_per_year: self.product.pieces_per_year,
            gross_kg: self.product.gross_kg,
            parts: self.product.parts.into_iter().map(PartFile::into_part).collect(),
            pathway: self.pathway.into_network("pathway")?,
            baseline: self.baseline.into_network("baseline")?,
            hours_per_fte: self
                .hours_per_fte
                .into_iter()
                .map(|(at, h)| (at.into(), h))
                .collect(),
            new_garment: self
                .new_garment
                .into_iter()
                .map(GarmentWorkFile::into_work)
                .collect(),
        };
        check_places(&model)?;
        Ok(model)
    }

    /// The file of `model`, without results.
    pub fn of(model: &ResolvedModel<f64>) -> Self {
        Self {
            name: None,
            format: FORMAT.to_owned(),
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

fn check_places(model: &ResolvedModel<f64>) -> Result<(), String> {
    let known = |place: &str| model.hours_per_fte.iter().any(|(p, _)| p.as_str() == place);
    let stages = || model.pathway.stages.iter().chain(&model.baseline.stages);
    let at_stages = stages().flat_map(|stage| &stage.work).map(|line| &line.place);
    let ends = stages().filter_map(|stage| match &stage.body {
        Body::End(end) => Some(&end.displaces),
        _ => None,
    });
    let displaced = ends.flatten().map(|fibre| &fibre.place);
    let places = at_stages
        .chain(displaced)
        .chain(model.new_garment.iter().map(|line| &line.place));
    match places.into_iter().find(|place| !known(place.as_str())) {
        Some(place) => Err(format!(
            "hours_per_fte: no hours for \"{place}\", where work is done"
        )),
        None => Ok(()),
    }
}
