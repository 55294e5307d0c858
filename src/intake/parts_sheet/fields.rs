//! The columns of the sheet of parts.

use crate::text::{Lang, PartsSheetMsg};

/// One column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// The id of the part.
    Code,
    /// Its name.
    Name,
    /// What it does in the garment.
    Role,
    /// Its fibres with percentages.
    Composition,
    /// Cloth weight, g/m².
    Gsm,
    /// Width of the cloth, cm.
    Width,
    /// Consumption for one garment.
    Consumption,
    /// Unit of the consumption.
    Unit,
    /// Share of the cloth that is in the piece, per cent.
    Marker,
    /// Bought on top, per cent.
    Wastage,
    /// Mass of one piece of the part, g.
    PieceWeight,
    /// Its mass in the finished piece, g: a formula, not read back.
    InProduct,
    /// Whether it comes off.
    Removable,
    /// Who supplies it.
    Supplier,
    /// Which certificate it has.
    Certificate,
    /// Anything else.
    Note,
}

impl Field {
    /// All columns in the order of the sheet.
    pub const ALL: [Self; 16] = [
        Self::Code,
        Self::Name,
        Self::Role,
        Self::Composition,
        Self::Gsm,
        Self::Width,
        Self::Consumption,
        Self::Unit,
        Self::Marker,
        Self::Wastage,
        Self::PieceWeight,
        Self::InProduct,
        Self::Removable,
        Self::Supplier,
        Self::Certificate,
        Self::Note,
    ];

    /// Its heading.
    pub const fn head(self, lang: Lang) -> &'static str {
        let head = match self {
            Self::Code => PartsSheetMsg::Code,
            Self::Name => PartsSheetMsg::Name,
            Self::Role => PartsSheetMsg::Role,
            Self::Composition => PartsSheetMsg::Composition,
            Self::Gsm => PartsSheetMsg::Gsm,
            Self::Width => PartsSheetMsg::Width,
            Self::Consumption => PartsSheetMsg::Consumption,
            Self::Unit => PartsSheetMsg::Unit,
            Self::Marker => PartsSheetMsg::Marker,
            Self::Wastage => PartsSheetMsg::Wastage,
            Self::PieceWeight => PartsSheetMsg::PieceWeight,
            Self::InProduct => PartsSheetMsg::InProduct,
            Self::Removable => PartsSheetMsg::Removable,
            Self::Supplier => PartsSheetMsg::Supplier,
            Self::Certificate => PartsSheetMsg::Certificate,
            Self::Note => PartsSheetMsg::Note,
        };
        head.text(lang)
    }

    /// True where it says how much of the part there is.
    pub const fn is_quantity(self) -> bool {
        matches!(
            self,
            Self::Gsm
                | Self::Width
                | Self::Consumption
                | Self::Unit
                | Self::Marker
                | Self::Wastage
                | Self::PieceWeight
        )
    }

    /// Its place in [`Self::ALL`].
    pub fn place(self) -> usize {
        Self::ALL.iter().position(|field| *field == self).unwrap_or(0)
    }
}
