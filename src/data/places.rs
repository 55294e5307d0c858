//! Places where work is done, and what is published on textile waste by region.

use super::column::complete;
use super::{Domain, Factor, Figure, Grade, Library, Mark, Sourced, read};
use crate::model::{FactorId, MOST_NESTED, Name, PlaceId, around};
use serde::Deserialize;

/// One place.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Place {
    /// Its id.
    #[serde(deserialize_with = "read::id")]
    pub id: PlaceId,
    /// Its name.
    #[serde(deserialize_with = "read::name")]
    pub name: Name,
    /// The place whose figures apply where this one has none.
    #[serde(default, deserialize_with = "read::maybe_id")]
    pub parent: Option<PlaceId>,
    /// The country that it is, by ISO 3166; a part of a country has that of its parent, a union none.
    #[serde(default)]
    pub country: Option<String>,
    /// True for the place without a region, whose figures apply where no nearer one has any.
    #[serde(default)]
    pub neutral: bool,
    /// Hours a year of one full-time equivalent, as the factors of work count it: they turn FTE per 1000 t into hours.
    #[serde(default)]
    pub hours_per_fte: Option<Figure>,
    /// Hours a year that one full-time job has today: they turn hours into jobs. Those of the factors where none is known.
    #[serde(default)]
    pub hours_of_job: Option<Figure>,
}

impl Place {
    pub(super) fn factors(&mut self) -> Vec<Factor> {
        let (id, name) = (&self.id, &self.name);
        let make = |figure: &mut Figure, key: &str, words: [&str; 2]| {
            id.as_str().clone_into(&mut figure.change().region);
            complete(figure, "h a year", "");
            Factor::new(
                FactorId::from(format!("{key}.{id}")),
                Name::new(
                    format!("{}: {}", name.en, words[0]),
                    format!("{}：{}", name.zh, words[1]),
                ),
                Domain::Positive,
                figure,
            )
        };
        let fte = [
            "hours a year of one full-time equivalent",
            "全时当量（FTE）年工时",
        ];
        let job = [
            "hours a year of one full-time job today",
            "如今一个全职岗位的年工时",
        ];
        let counted = self
            .hours_per_fte
            .as_mut()
            .map(|figure| make(figure, "hours_per_fte", fte));
        let today = self
            .hours_of_job
            .as_mut()
            .map(|figure| make(figure, "hours_of_job", job));
        counted.into_iter().chain(today).collect()
    }
}

impl Library {
    /// The place with `id`.
    pub fn place(&self, id: &PlaceId) -> Option<&Place> {
        self.place_at(id.as_str())
    }

    /// The same by the text of its id.
    fn place_at(&self, id: &str) -> Option<&Place> {
        self.places.iter().find(|place| place.id.as_str() == id)
    }

    /// The place without a region, whose figures apply where no nearer place has any.
    pub fn neutral(&self) -> Option<&Place> {
        self.places.iter().find(|place| place.neutral)
    }

    /// The ids of `place` and of the places around it, the nearest first. Around an own place of a project lies what its
    /// id says.
    pub fn upwards<'a>(&'a self, place: &'a PlaceId) -> impl Iterator<Item = &'a str> + Clone {
        let parent = |id: &&'a str| match self.place_at(id) {
            Some(row) => row.parent.as_ref().map(PlaceId::as_str),
            None => around(id),
        };
        std::iter::successors(Some(place.as_str()), parent).take(self.places.len() + MOST_NESTED + 2)
    }

    /// The place of the library in which `place` lies; itself where it is one.
    pub fn known_place(&self, place: &PlaceId) -> Option<&Place> {
        self.upwards(place).find_map(|id| self.place_at(id))
    }

    /// True where `place` is `home` or lies in it.
    pub fn lies_in(&self, place: &PlaceId, home: &PlaceId) -> bool {
        self.upwards(place).any(|place| place == home.as_str())
    }

    /// The country in which `place` lies, by ISO 3166; none where it holds several.
    pub fn country_of(&self, place: &PlaceId) -> Option<&str> {
        let mut up = self.upwards(place).filter_map(|place| self.place_at(place));
        up.find_map(|place| place.country.as_deref())
    }
}

/// Published figures on one region.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Region {
    /// Its id.
    pub id: String,
    /// Its name.
    #[serde(deserialize_with = "read::name")]
    pub name: Name,
    /// Its figures.
    pub figures: Vec<RegionFigure>,
    /// Remarks.
    #[serde(default)]
    pub note: String,
}

/// One figure on a region.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RegionFigure {
    /// Last part of the factor's id.
    pub key: String,
    /// What it says.
    #[serde(deserialize_with = "read::name")]
    pub name: Name,
    /// The figure; its unit says the base of a share.
    pub figure: Figure,
}

/// What the id of a region begins with whose figures are of one place.
const OF_PLACE: &str = "place_";

impl Region {
    /// The place that its figures are of, for those of the table of places.
    pub fn place(&self) -> Option<PlaceId> {
        let id = self.id.strip_prefix(OF_PLACE)?;
        Some(PlaceId::from(id.to_uppercase().as_str()))
    }

    pub(super) fn factors(&mut self) -> Vec<Factor> {
        let Self {
            id,
            name,
            figures,
            note,
        } = self;
        figures
            .iter_mut()
            .map(|item| {
                let share = item.figure.unit.starts_with("share");
                name.en.clone_into(&mut item.figure.change().region);
                complete(&mut item.figure, "", note);
                Factor::new(
                    FactorId::from(format!("region.{id}.{}", item.key)),
                    Name::new(
                        format!("{}: {}", name.en, item.name.en),
                        format!("{}：{}", name.zh, item.name.zh),
                    ),
                    if share { Domain::Share } else { Domain::Positive },
                    &item.figure,
                )
            })
            .collect()
    }
}

/// The neutral hours of the method, for a library without places.
pub(super) fn neutral_hours() -> Factor {
    Factor::new(
        FactorId::from("hours_per_fte"),
        Name::new(
            "hours a year of one full-time equivalent",
            "全时当量（FTE）年工时",
        ),
        Domain::Positive,
        &Figure::from(Sourced {
            value: 2000.0,
            low: Some(1700.0),
            high: Some(2400.0),
            unit: "h a year".to_owned(),
            sources: Vec::new(),
            year: "n.d.".to_owned(),
            region: "general".to_owned(),
            grade: Grade::D,
            mark: Mark::Judged,
            note: "judgement: no source found".to_owned(),
        }),
    )
}
