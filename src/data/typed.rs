//! Names and units of what the user types in and no library has.

use super::Library;
use crate::lang::Lang;
use crate::model::{FactorId, Name, OwnPlaces, Typed};

impl Library {
    /// What the typed figure `id` is called, and its unit; none where it stands for nothing that the library knows.
    pub fn typed(&self, id: &FactorId) -> Option<(Name, &'static str)> {
        self.typed_in(id, &OwnPlaces::new())
    }

    /// The same in a project with these own `places`; an own place of another project is called by its id.
    pub fn typed_in(&self, id: &FactorId, places: &OwnPlaces) -> Option<(Name, &'static str)> {
        Some(match Typed::of(id.as_str())? {
            Typed::CarbonMade(variant) => {
                let name = Name::new(
                    format!("carbon of making one piece, variant {variant}"),
                    format!("制造一件的碳排放（方案{variant}）"),
                );
                (name, "kg CO2 eq per piece")
            }
            Typed::Wage(activity, place) => {
                let known = self.known_place(&place)?;
                let activity = &self.activity(&activity)?.name;
                let by_id = || Name::new(place.as_str(), place.as_str());
                let place = match places.get(&place) {
                    Some(own) => Name::new(own.get(Lang::En), own.get(Lang::Zh)),
                    None if place == known.id => known.name.clone(),
                    None => by_id(),
                };
                let name = Name::new(
                    format!("wage: {}, {}", activity.en, place.en),
                    format!("工资：{}，{}", activity.zh, place.zh),
                );
                (name, "yuan per hour")
            }
        })
    }

    /// True where `id` is a factor, or a figure that the user types in and that stands for something known.
    pub fn knows(&self, id: &FactorId) -> bool {
        self.factor(id.as_str()).is_some() || self.typed(id).is_some()
    }
}
