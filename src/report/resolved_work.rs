//! Work in the resolved model: hours per piece and per kg, as they stand in the file.

use crate::flow::network::{Basis, GarmentWork, WorkLine};
use serde::{Deserialize, Serialize};

/// Work in one kg of fibre.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct FibreWorkFile {
    pub(super) activity: String,
    pub(super) place: String,
    pub(super) h_per_kg: f64,
}

/// A line of work at a stage.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WorkFile {
    activity: String,
    place: String,
    basis: BasisFile,
    h: f64,
}

#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum BasisFile {
    Piece,
    Kg,
    KgOut,
}

/// Work in one new garment, one stage of making.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GarmentWorkFile {
    activity: String,
    place: String,
    h_per_piece: f64,
}

/// Lines of work in the core's own form.
pub(super) fn work(lines: Vec<WorkFile>) -> Vec<WorkLine<f64>> {
    let line = |line: WorkFile| WorkLine {
        activity: line.activity.into(),
        place: line.place.into(),
        basis: match line.basis {
            BasisFile::Piece => Basis::Piece,
            BasisFile::Kg => Basis::Kg,
            BasisFile::KgOut => Basis::KgOut,
        },
        hours: line.h,
    };
    lines.into_iter().map(line).collect()
}

impl WorkFile {
    pub(super) fn of(line: &WorkLine<f64>) -> Self {
        Self {
            activity: line.activity.to_string(),
            place: line.place.to_string(),
            basis: match line.basis {
                Basis::Piece => BasisFile::Piece,
                Basis::Kg => BasisFile::Kg,
                Basis::KgOut => BasisFile::KgOut,
            },
            h: line.hours,
        }
    }
}

impl GarmentWorkFile {
    pub(super) fn into_work(self) -> GarmentWork<f64> {
        GarmentWork {
            activity: self.activity.into(),
            place: self.place.into(),
            hours_per_piece: self.h_per_piece,
        }
    }

    pub(super) fn of(work: &GarmentWork<f64>) -> Self {
        Self {
            activity: work.activity.to_string(),
            place: work.place.to_string(),
            h_per_piece: work.hours_per_piece,
        }
    }
}
