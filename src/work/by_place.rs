//! Work grouped by how far its place lies from home: here, elsewhere in the province, elsewhere in the country, abroad.
//!
//! Invariant: every hour is in one ring, so that the rings add up to the totals.

use super::quality::WorkChange;
use crate::data::Library;
use crate::model::PlaceId;

/// How far a place lies from home.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Ring {
    /// At home or in it.
    Here,
    /// In the province around home.
    Province,
    /// In the country around home.
    Country,
    /// Anywhere else.
    Abroad,
}

impl Ring {
    /// All rings, the nearest first.
    pub const ALL: [Self; 4] = [Self::Here, Self::Province, Self::Country, Self::Abroad];

    /// Its key.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Here => "ring_here",
            Self::Province => "ring_province",
            Self::Country => "ring_country",
            Self::Abroad => "ring_abroad",
        }
    }

    /// The ring of `place` around `home`. A place that holds home is the ring that it spans: China, said of work without a
    /// province, is elsewhere in the country.
    pub fn of(place: &PlaceId, home: &PlaceId, library: &Library) -> Self {
        if library.lies_in(place, home) {
            return Self::Here;
        }
        let country = library.country_of(home);
        let is_country = |id: &PlaceId| library.place(id).is_some_and(|row| row.country.is_some());
        // Home itself may be a country: then there is nothing between here and abroad.
        let around = library.upwards(home).map(PlaceId::from);
        let mut inside = around.take_while(|around| !is_country(around)).skip(1);
        if inside.any(|around| library.lies_in(place, &around)) {
            Self::Province
        } else if country.is_some() && library.country_of(place) == country {
            Self::Country
        } else {
            Self::Abroad
        }
    }
}

/// Work in one ring, hours per 1000 pieces.
#[derive(Debug, Clone, PartialEq)]
pub struct InRing {
    /// The ring.
    pub ring: Ring,
    /// Hours gained.
    pub gained: f64,
    /// Hours lost, positive.
    pub lost: f64,
}

/// Where most is gained and most is lost, by net hours of each place.
#[derive(Debug, Clone, PartialEq)]
pub struct Moved {
    /// Where more is lost than anywhere else.
    pub from: PlaceId,
    /// Where more is gained than anywhere else.
    pub to: PlaceId,
}

/// The work of `change` by ring around `home`, the nearest first; rings without work are left out.
pub fn rings(change: &WorkChange<'_>, home: &PlaceId, library: &Library) -> Vec<InRing> {
    let all = Ring::ALL.map(|ring| {
        let of = |lines: &[super::quality::WorkLine<'_>]| {
            let inside = lines
                .iter()
                .filter(|line| Ring::of(&line.place, home, library) == ring);
            // A sum of nothing is 0, not −0.
            inside.map(|line| line.hours.central).sum::<f64>() + 0.0
        };
        InRing {
            ring,
            gained: of(&change.gained.lines),
            lost: of(&change.lost.lines),
        }
    });
    all.into_iter()
        .filter(|ring| ring.gained > 0.0 || ring.lost > 0.0)
        .collect()
}

/// From where to where work moves; none where most is lost and gained at one place, or one side is empty.
pub fn moved(change: &WorkChange<'_>) -> Option<Moved> {
    let (from, _) = change.lost.places.first()?;
    let (to, _) = change.gained.places.first()?;
    (from != to).then(|| Moved {
        from: from.clone(),
        to: to.clone(),
    })
}
