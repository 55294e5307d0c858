//! Places of the user's own, in a project: each lies in a place of the library or in another own one.
//!
//! Invariant: the id of an own place begins with that of the place it lies in, `CN_JS_SZ/park`. So no place can lie in
//! itself, and whoever meets the id alone (in a pasted stage, in a list of many products) still knows whose figures hold.

use super::{Name, PlaceId, Project};
use std::collections::BTreeMap;

/// Own places by their ids, each with its name; those around it come before it.
pub type OwnPlaces = BTreeMap<PlaceId, Name>;

/// What stands between the id of a place and the word of an own place in it.
const INSIDE: char = '/';

/// How many own places may lie one in another.
pub const MOST_NESTED: usize = 8;

impl PlaceId {
    /// The id of the own place `word` in this one.
    #[must_use]
    pub fn inside(&self, word: &str) -> Self {
        format!("{self}{INSIDE}{word}").into()
    }

    /// True for an own place; places of the library have no such id.
    pub fn is_own(&self) -> bool {
        self.as_str().contains(INSIDE)
    }

    /// The last part of the id, which no other place in the same one has.
    pub fn word(&self) -> &str {
        self.as_str().rsplit(INSIDE).next().unwrap_or_default()
    }

    /// How many own places this one and those around it are; 0 for a place of the library.
    pub fn nested(&self) -> usize {
        self.as_str().matches(INSIDE).count()
    }

    /// The id of the place that an own place lies in; none for a place of the library.
    pub fn around(&self) -> Option<Self> {
        around(self.as_str()).map(Self::from)
    }

    /// The id with `to` in place of `from`, where this is `from` or lies in it by its id.
    pub fn moved(&self, from: &Self, to: &Self) -> Option<Self> {
        let rest = self.as_str().strip_prefix(from.as_str())?;
        (rest.is_empty() || rest.starts_with(INSIDE)).then(|| format!("{to}{rest}").into())
    }
}

/// The id of the place around the own place `id`. Of ids nested deeper than any edit makes them only the first word
/// counts, so that a long id costs no more than a short one.
pub fn around(id: &str) -> Option<&str> {
    let (around, _) = id.rsplit_once(INSIDE)?;
    if around.matches(INSIDE).nth(MOST_NESTED).is_some() {
        return id.split(INSIDE).next();
    }
    Some(around)
}

impl Project {
    /// The name of the own place `id`; none where the project has no such place, or it lies in none.
    pub fn own_place(&self, id: &PlaceId) -> Option<&Name> {
        self.places.get(id).filter(|_| id.is_own())
    }

    /// Every place where something of the project is or is done, as often as it is named: where variants are made and
    /// used, where stages stand, and what counts as here.
    pub fn places_named(&self) -> impl Iterator<Item = &PlaceId> {
        let variants = std::iter::once(&self.product).chain(&self.others);
        let of_product = variants.flat_map(|product| [&product.made_in, &product.used_in]);
        let stages = self.pathways.iter().flat_map(|pathway| &pathway.stages);
        of_product
            .chain(stages.map(|stage| &stage.place))
            .chain(&self.home)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_says_what_it_lies_in() {
        let suzhou = PlaceId::from("CN_JS_SZ");
        let park = suzhou.inside("park");
        let hall = park.inside("hall");
        assert_eq!(hall.as_str(), "CN_JS_SZ/park/hall");
        assert_eq!((hall.word(), hall.nested()), ("hall", 2));
        assert_eq!(hall.around(), Some(park.clone()));
        assert_eq!(park.around(), Some(suzhou.clone()));
        assert_eq!((suzhou.around(), suzhou.is_own()), (None, false));
        let moved = hall.moved(&park, &PlaceId::from("CN").inside("park"));
        assert_eq!(moved, Some("CN/park/hall".into()));
        assert_eq!(PlaceId::from("CN_JS_SZ/parking").moved(&park, &suzhou), None);
    }

    #[test]
    fn a_hostile_id_ends_soon() {
        let long = format!("CN{}", "/a".repeat(16_000));
        let steps = std::iter::successors(Some(long.as_str()), |id| around(id)).count();
        assert!(steps <= MOST_NESTED + 3, "{steps}");
        let odd = ["", "/", "//", "/a", "a/", "a//b", "中/文"];
        for id in odd {
            let last = std::iter::successors(Some(id), |id| around(id)).last();
            assert!(!last.unwrap_or_default().contains(INSIDE), "{id}");
        }
    }
}
