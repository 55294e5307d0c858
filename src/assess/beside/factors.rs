//! The factors of carbon that stand behind several lines: grids and heat.

use super::{Ground, wages};
use crate::data::{CarbonOf, Figure, Grade, Mark, Sourced};
use crate::model::{FactorId, PlaceId};

/// One factor as it is used.
#[derive(Debug, Clone, PartialEq)]
pub struct Used {
    /// Its id: of the library, or of a row of carbon.
    pub id: FactorId,
    /// Its figure, with the grade it has where it is used.
    pub figure: Figure,
}

/// The grid where it is made and where it is used, kg CO2 per kWh, and heat, kg CO2 per MJ.
#[derive(Debug, Clone, PartialEq)]
pub struct Factors {
    /// Where it is made.
    pub made: Used,
    /// Where it is used.
    pub used: Used,
    /// Heat.
    pub heat: Used,
}

impl Factors {
    /// Those of the project, with its own figures in place of the library's.
    pub(super) fn of(ground: &Ground<'_>) -> Self {
        let product = &ground.project.product;
        let heat = super::carbon::row(|of| *of == CarbonOf::Heat);
        Self {
            made: grid(&product.made_in, ground),
            used: grid(&product.used_in, ground),
            heat: Used {
                id: heat.map_or_else(FactorId::default, |row| row_id(&row.id)),
                figure: heat.map_or_else(|| nothing().into(), |row| row.figure.clone()),
            },
        }
    }
}

/// The id of a row of carbon among the factors.
pub fn row_id(row: &str) -> FactorId {
    format!("carbon.{row}").into()
}

/// A figure of which nothing is known; it counts nothing.
fn nothing() -> Sourced<f64> {
    Sourced {
        value: 0.0,
        low: None,
        high: None,
        unit: String::new(),
        sources: Vec::new(),
        year: "n.d.".to_owned(),
        region: "general".to_owned(),
        grade: Grade::D,
        mark: Mark::Judged,
        note: String::new(),
    }
}

/// The grid of `place` or of the nearest place around it; that of China, as an assumption, where none has one.
fn grid(place: &PlaceId, ground: &Ground<'_>) -> Used {
    let find = |place: &str| {
        ["grid", "grid_co2_2022"].into_iter().find_map(|key| {
            let low = place.to_lowercase();
            let ids = [format!("region.{low}.{key}"), format!("region.place_{low}.{key}")];
            ids.into_iter().find(|id| ground.library.factor(id).is_some())
        })
    };
    let known = ground.library.upwards(place).find_map(find);
    let is_there = known.is_some();
    let id = known
        .or_else(|| find(wages::country().as_str()))
        .unwrap_or_default();
    let figure = ground.figure(&id).unwrap_or_else(|| nothing().into());
    let id = FactorId::from(id);
    let figure = if is_there || ground.is_own(&id) {
        figure
    } else {
        Figure::from(Sourced {
            low: None,
            high: None,
            grade: Grade::D,
            ..figure.own()
        })
    };
    Used { id, figure }
}
