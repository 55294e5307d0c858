//! What options can be.

use crate::report::picture::Layer;
use clap::ValueEnum;

/// What a diagram shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum LayerArg {
    /// Kilograms of one piece.
    #[default]
    Mass,
    /// Hours at each stage, and hours replaced elsewhere.
    Work,
    /// A hundred garments.
    Pieces,
}

impl From<LayerArg> for Layer {
    fn from(layer: LayerArg) -> Self {
        match layer {
            LayerArg::Mass => Self::Mass,
            LayerArg::Work => Self::Work,
            LayerArg::Pieces => Self::Pieces,
        }
    }
}

/// Form of the output.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum Format {
    /// For reading.
    #[default]
    Table,
    /// For scripts.
    Json,
}

/// Form of the output of `assess`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum AssessFormat {
    /// For reading.
    #[default]
    Table,
    /// For scripts.
    Json,
    /// One line per figure.
    Csv,
}
