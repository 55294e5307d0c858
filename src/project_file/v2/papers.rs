//! The cloth that gives the mass of a part, and what the part costs, version 2.

use super::words::PricePerFile;
use crate::model::{Cloth, Currency, Extent, Price};
use crate::project_file::fault::ValueFault;
use crate::project_file::place::short;
use crate::project_file::value::{Finite, NotNegative};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Cloth weight and how much cloth.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename = "Cloth", rename_all = "snake_case", deny_unknown_fields)]
pub enum ClothFile {
    /// By its area.
    Area {
        /// Cloth weight in g/m².
        gsm: Finite,
        /// Area in m².
        area_m2: Finite,
        /// Share of it in the finished piece.
        #[serde(default = "whole", skip_serializing_if = "is_whole")]
        kept_share: Finite,
    },
    /// By its length and width.
    Length {
        /// Cloth weight in g/m².
        gsm: Finite,
        /// Running metres.
        length_m: Finite,
        /// Width in m.
        width_m: Finite,
        /// Share of it in the finished piece.
        #[serde(default = "whole", skip_serializing_if = "is_whole")]
        kept_share: Finite,
    },
}

const fn whole() -> Finite {
    Finite(1.0)
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "the signature that serde calls")]
fn is_whole(share: &Finite) -> bool {
    *share == whole()
}

impl ClothFile {
    /// The file's form of cloth.
    pub fn of(cloth: &Cloth) -> Self {
        let (gsm, kept_share) = (Finite(cloth.gsm), Finite(cloth.kept));
        match cloth.extent {
            Extent::Area(area) => Self::Area {
                gsm,
                area_m2: Finite(area),
                kept_share,
            },
            Extent::Length { metres, width_m } => Self::Length {
                gsm,
                length_m: Finite(metres),
                width_m: Finite(width_m),
                kept_share,
            },
        }
    }

    /// The model's form.
    pub fn into_model(self) -> Cloth {
        match self {
            Self::Area {
                gsm,
                area_m2,
                kept_share,
            } => Cloth {
                gsm: gsm.0,
                extent: Extent::Area(area_m2.0),
                kept: kept_share.0,
            },
            Self::Length {
                gsm,
                length_m,
                width_m,
                kept_share,
            } => Cloth {
                gsm: gsm.0,
                extent: Extent::Length {
                    metres: length_m.0,
                    width_m: width_m.0,
                },
                kept: kept_share.0,
            },
        }
    }
}

/// What a part costs.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename = "Price", deny_unknown_fields)]
pub struct PriceFile {
    amount: NotNegative,
    currency: CurrencyFile,
    per: PricePerFile,
}

impl PriceFile {
    /// The file's form of a price.
    pub fn of(price: &Price) -> Self {
        Self {
            amount: NotNegative(price.amount),
            currency: CurrencyFile(price.currency),
            per: PricePerFile::of(price.per),
        }
    }

    /// The model's form.
    pub fn into_model(self) -> Price {
        Price {
            amount: self.amount.0,
            currency: self.currency.0,
            per: self.per.into_model(),
        }
    }
}

/// A currency, three letters.
#[derive(Debug, Clone, Copy)]
pub struct CurrencyFile(pub Currency);

impl Serialize for CurrencyFile {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        out.collect_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for CurrencyFile {
    fn deserialize<D: Deserializer<'de>>(reader: D) -> Result<Self, D::Error> {
        let letters = String::deserialize(reader)?;
        let known = Currency::new(&letters).map(Self);
        known.ok_or_else(|| ValueFault::Currency(short(&letters)).raise())
    }
}
