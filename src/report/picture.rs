//! Which pictures and tables of a project there are: of what, in which layer, in which form.
//!
//! Invariant: every layer of the diagram stands in the same places; only words and marks differ.

use crate::text::{Lang, PictureMsg};

/// What is exported.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// The flow diagram of a pathway, in the layer that is shown.
    Diagram,
    /// The comparison.
    Comparison,
    /// The combinations of moves, on the axes that are shown.
    Combination,
}

/// The form of an exported file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileFormat {
    /// A picture of lines.
    Svg,
    /// A picture of points.
    Png,
    /// A table.
    Csv,
}

impl FileFormat {
    /// All forms.
    pub const ALL: [Self; 3] = [Self::Svg, Self::Png, Self::Csv];

    /// The ending of its files.
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Svg => "svg",
            Self::Png => "png",
            Self::Csv => "csv",
        }
    }
}

/// What the diagram shows of the same flows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Layer {
    /// Kilograms of one piece.
    #[default]
    Mass,
    /// Hours at each stage, and hours replaced elsewhere.
    Work,
    /// A hundred garments.
    Pieces,
}

impl Layer {
    /// All layers in their order.
    pub const ALL: [Self; 3] = [Self::Mass, Self::Work, Self::Pieces];

    /// Its name on the switch.
    pub const fn name(self, lang: Lang) -> &'static str {
        match self {
            Self::Mass => PictureMsg::Mass.text(lang),
            Self::Work => PictureMsg::Work.text(lang),
            Self::Pieces => PictureMsg::Pieces.text(lang),
        }
    }

    /// Its name where it stands alone.
    pub const fn command(self, lang: Lang) -> &'static str {
        match self {
            Self::Mass => PictureMsg::ShowMass.text(lang),
            Self::Work => PictureMsg::ShowWork.text(lang),
            Self::Pieces => PictureMsg::ShowPieces.text(lang),
        }
    }

    /// Its place in the order.
    pub const fn index(self) -> usize {
        match self {
            Self::Mass => 0,
            Self::Work => 1,
            Self::Pieces => 2,
        }
    }
}
