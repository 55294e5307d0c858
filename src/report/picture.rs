//! Which pictures, tables and printed documents of a project there are: of what, in which layer, in which form.
//!
//! Invariant: every layer of the diagram stands in the same places; only words and marks differ.

use crate::text::{Lang, PaperMsg, PictureMsg};

/// What is exported.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// What the product is made of.
    Product,
    /// The flow diagram of a pathway, in the layer that is shown.
    Diagram,
    /// The comparison.
    Comparison,
    /// The combinations of moves, on the axes that are shown.
    Combination,
}

impl Subject {
    /// What writing it to a file in `format` is called.
    pub const fn write(self, format: FileFormat) -> PictureMsg {
        match (self, format) {
            (Self::Product, FileFormat::Svg) => PictureMsg::ProductSvg,
            (Self::Product, FileFormat::Outlines) => PictureMsg::ProductOutlines,
            (Self::Product, FileFormat::Png) => PictureMsg::ProductPng,
            (Self::Product, FileFormat::Csv) => PictureMsg::ProductCsv,
            (Self::Diagram, FileFormat::Svg) => PictureMsg::DiagramSvg,
            (Self::Diagram, FileFormat::Outlines) => PictureMsg::DiagramOutlines,
            (Self::Diagram, FileFormat::Png) => PictureMsg::DiagramPng,
            (Self::Diagram, FileFormat::Csv) => PictureMsg::DiagramCsv,
            (Self::Comparison, FileFormat::Svg) => PictureMsg::CompareSvg,
            (Self::Comparison, FileFormat::Outlines) => PictureMsg::CompareOutlines,
            (Self::Comparison, FileFormat::Png) => PictureMsg::ComparePng,
            (Self::Comparison, FileFormat::Csv) => PictureMsg::CompareCsv,
            (Self::Combination, FileFormat::Svg) => PictureMsg::CombinationSvg,
            (Self::Combination, FileFormat::Outlines) => PictureMsg::CombinationOutlines,
            (Self::Combination, FileFormat::Png) => PictureMsg::CombinationPng,
            (Self::Combination, FileFormat::Csv) => PictureMsg::CombinationCsv,
        }
    }

    /// What copying it as a picture is called.
    pub const fn copy(self) -> PictureMsg {
        match self {
            Self::Product => PictureMsg::ProductCopy,
            Self::Diagram => PictureMsg::DiagramCopy,
            Self::Comparison => PictureMsg::CompareCopy,
            Self::Combination => PictureMsg::CombinationCopy,
        }
    }
}

/// The form of an exported file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileFormat {
    /// A picture of lines, with words as text that can be edited.
    Svg,
    /// A picture of lines, with letters as outlines that look the same everywhere.
    Outlines,
    /// A picture of points.
    Png,
    /// A table.
    Csv,
}

impl FileFormat {
    /// All forms.
    pub const ALL: [Self; 4] = [Self::Svg, Self::Outlines, Self::Png, Self::Csv];

    /// The ending of its files.
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Svg | Self::Outlines => "svg",
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

/// Which printed document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Kind {
    /// One page.
    #[default]
    Page,
    /// Eight pages or more.
    Full,
    /// Two pages, black on white.
    Handout,
}

impl Kind {
    /// All documents.
    pub const ALL: [Self; 3] = [Self::Page, Self::Full, Self::Handout];

    /// What it is called.
    pub const fn name(self) -> PaperMsg {
        match self {
            Self::Page => PaperMsg::Page,
            Self::Full => PaperMsg::Full,
            Self::Handout => PaperMsg::Handout,
        }
    }
}
