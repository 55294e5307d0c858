//! Carbon of fibres, processes and ends: indicative figures that stand beside the two answers and enter neither.

use super::{Figure, Written, read};
use crate::model::{FibreId, Name};
use serde::Deserialize;
use std::sync::OnceLock;

/// One row.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CarbonRow {
    /// Its id.
    pub id: String,
    /// Its name.
    #[serde(deserialize_with = "read::name")]
    pub name: Name,
    /// What it counts.
    pub of: CarbonOf,
    /// The figure, in the unit that `of` says.
    pub figure: Figure,
}

/// What a row counts.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub enum CarbonOf {
    /// Virgin fibre, kg `CO2e` per kg, cradle to gate.
    Fibre(#[serde(deserialize_with = "read::ids")] Vec<FibreId>),
    /// Recycled fibre, kg `CO2e` per kg, cradle to gate.
    Recycled(#[serde(deserialize_with = "read::ids")] Vec<FibreId>),
    /// Heat, kg CO2 per MJ.
    Heat,
    /// The making process of the same id, MJ of electricity per kg out.
    Process {
        /// MJ of heat per kg out.
        heat_mj: f64,
    },
    /// Sewing, MJ of electricity per making minute.
    Minute,
    /// Care at home, MJ of electricity per kg and wash.
    Wash,
    /// Fibre burnt, kg CO2 from the stack per kg.
    Burnt {
        /// True where the carbon is fossil.
        fossil: bool,
        /// Which fibres.
        #[serde(deserialize_with = "read::ids")]
        fibres: Vec<FibreId>,
    },
    /// Clothing landfilled, kg `CO2e` per kg.
    Landfilled,
    /// A published figure of a whole garment, kg `CO2e`: held beside, never used.
    Garment {
        /// Its mass, kg.
        kg: f64,
    },
}

impl CarbonOf {
    /// The unit of its figure.
    pub const fn unit(&self) -> &'static str {
        match self {
            Self::Fibre(_) | Self::Recycled(_) | Self::Landfilled => "kg CO2 eq per kg",
            Self::Heat => "kg CO2 per MJ",
            Self::Process { .. } => "MJ per kg",
            Self::Minute => "MJ per min",
            Self::Wash => "MJ per kg and wash",
            Self::Burnt { .. } => "kg CO2 per kg",
            Self::Garment { .. } => "kg CO2 eq per piece",
        }
    }

    /// The unit of what it counts.
    pub const fn amount(&self) -> &'static str {
        match self {
            Self::Minute => "min",
            Self::Wash => "kg × washes",
            Self::Garment { .. } => "pieces",
            Self::Heat => "MJ",
            Self::Fibre(_)
            | Self::Recycled(_)
            | Self::Landfilled
            | Self::Process { .. }
            | Self::Burnt { .. } => "kg",
        }
    }
}

/// All rows; none, with an error in the log, if their text does not read (a test forbids that).
pub fn carbon() -> &'static [CarbonRow] {
    static ROWS: OnceLock<Vec<CarbonRow>> = OnceLock::new();
    ROWS.get_or_init(|| {
        let read = compact!("data/carbon").table("carbon");
        read.unwrap_or_else(|error| {
            log::error!("the table of carbon does not read: {error}");
            Vec::new()
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_edited_table_says_the_same() {
        let edited = include_str!("../../assets/data/carbon.ron");
        let edited: Vec<CarbonRow> = edited.table("carbon").unwrap();
        assert_eq!(edited.as_slice(), carbon());
    }
}
