//! Quality of the work gained and of the work lost, apart: hours-weighted ranges, never a score.
//!
//! Invariant: hours without data are counted as missing, never as zero and never spread over the others.

use super::aggregate::{Known, grades, informal_by_place, kinds, part, places};
use crate::data::{Grade, Library, WorkKind, WorkQuality};
use crate::model::{ActivityId, Name, PlaceId};
use std::collections::BTreeMap;

/// Low, central and high of one figure.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Span {
    /// Low end.
    pub low: f64,
    /// Central value.
    pub central: f64,
    /// High end.
    pub high: f64,
}

impl Span {
    /// A figure without a range.
    pub const fn exact(value: f64) -> Self {
        Self {
            low: value,
            central: value,
            high: value,
        }
    }

    /// `self · factor`.
    #[must_use]
    pub fn times(self, factor: f64) -> Self {
        Self {
            low: self.low * factor,
            central: self.central * factor,
            high: self.high * factor,
        }
    }

    /// `self + other`, ends added to ends: as wide as it can be.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self {
            low: self.low + other.low,
            central: self.central + other.central,
            high: self.high + other.high,
        }
    }

    /// `self − other`, each end against the other's far end: as wide as it can be.
    #[must_use]
    pub fn minus(self, other: Self) -> Self {
        Self {
            low: self.low - other.high,
            central: self.central - other.central,
            high: self.high - other.low,
        }
    }

    /// Low and high, where they differ.
    pub fn range(self) -> Option<(f64, f64)> {
        (self.high - self.low > 1e-12 * self.high.abs()).then_some((self.low, self.high))
    }
}

/// Hours of one kind of work at one place, with what the library knows of that work.
#[derive(Debug, Clone, PartialEq)]
pub struct WorkLine<'a> {
    /// Kind of work.
    pub activity: ActivityId,
    /// Where.
    pub place: PlaceId,
    /// Hours per 1000 pieces, positive.
    pub hours: Span,
    /// Full-time jobs of one hour per 1000 pieces at the annual volume.
    pub jobs_per_hour: f64,
    /// Grade of the hours; `None` counts as an assumption.
    pub grade: Option<Grade>,
    /// Part of a circular or a linear economy; `None` where the library does not know the activity.
    pub kind: Option<WorkKind>,
    /// What is known of its quality.
    pub quality: Option<&'a WorkQuality>,
    /// Share of informal work at this place.
    pub informal: Option<f64>,
}

impl<'a> WorkLine<'a> {
    /// The line with what `library` knows of `activity` at `place`.
    pub fn of(library: &'a Library, activity: ActivityId, place: PlaceId, hours: Span) -> Self {
        let row = library.activity(&activity);
        let quality = row.and_then(|row| library.quality(row));
        Self {
            informal: quality.and_then(|quality| informal_at(library, quality, &place)),
            kind: row.map(|row| row.kind),
            quality,
            activity,
            place,
            hours,
            jobs_per_hour: 0.0,
            grade: None,
        }
    }
}

/// The informal share of `quality` that holds for `place`: its own, or that of the nearest place around it; `None` elsewhere.
pub fn informal_at(library: &Library, quality: &WorkQuality, place: &PlaceId) -> Option<f64> {
    let at = |place: &str| {
        let mut rows = quality.informal.iter();
        rows.find(|row| row.places.iter().any(|id| id.as_str() == place))
            .map(|row| row.share)
    };
    library.upwards(place).find_map(at)
}

/// One named hazard.
#[derive(Debug, Clone, PartialEq)]
pub struct Hazard {
    /// The word in both languages.
    pub name: Name,
    /// Hours of the kinds of work that have it.
    pub hours: f64,
}

/// Informal work at one place.
#[derive(Debug, Clone, PartialEq)]
pub struct InformalAt {
    /// The place.
    pub place: PlaceId,
    /// Hours there that have a figure.
    pub hours: f64,
    /// Share by hours, and the least and the highest share of any kind of work there.
    pub share: Span,
}

/// One row of quality data behind a side.
#[derive(Debug, Clone, PartialEq)]
pub struct Evidence {
    /// Its id; its factor is `quality.<id>.women`.
    pub row: String,
    /// Hours that it speaks of.
    pub hours: f64,
    /// Its grade.
    pub grade: Grade,
}

/// The work gained, or the work lost.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Side<'a> {
    /// Its lines, most hours first.
    pub lines: Vec<WorkLine<'a>>,
    /// Hours per 1000 pieces, the ends of all lines added.
    pub hours: Span,
    /// Full-time jobs at the annual volume.
    pub jobs: Span,
    /// Share of the hours with quality data.
    pub covered: f64,
    /// Share of women, over the hours with data.
    pub women: Option<Span>,
    /// Share of informal work, over the hours with a figure for their place.
    pub informal: Option<f64>,
    /// Share of the hours with such a figure.
    pub informal_covered: f64,
    /// The same place by place, most hours first.
    pub informal_at: Vec<InformalAt>,
    /// Shares of ISCO-08 skill levels 1 to 4, over the hours with data.
    pub skill: Option<[f64; 4]>,
    /// Shares of the hours with data by how a sewing operator can move there: same, yes, with training, hardly.
    pub moves: [f64; 4],
    /// Hazards, each once, most hours first.
    pub hazards: Vec<Hazard>,
    /// Shares of the hours by kind of work: core, enabling, linear.
    pub kinds: [f64; 3],
    /// Shares of the hours by place, largest first.
    pub places: Vec<(PlaceId, f64)>,
    /// Shares of the hours by the grade of their factor: A, B, C, D.
    pub grades: [f64; 4],
    /// Rows of quality data, most hours first.
    pub evidence: Vec<Evidence>,
    /// Kinds of work without quality data.
    pub missing: Vec<ActivityId>,
}

impl<'a> Side<'a> {
    /// Sums `lines` up; those without hours are left out.
    pub fn of(lines: impl IntoIterator<Item = WorkLine<'a>>) -> Self {
        let mut lines: Vec<WorkLine<'a>> = lines
            .into_iter()
            .filter(|line| line.hours.central > 0.0)
            .collect();
        lines.sort_by(|a, b| b.hours.central.total_cmp(&a.hours.central));
        let add = |sum: Span, line: &WorkLine<'_>| sum.plus(line.hours);
        let hours = lines.iter().fold(Span::default(), add);
        let add = |sum: Span, line: &WorkLine<'_>| sum.plus(line.hours.times(line.jobs_per_hour));
        let jobs = lines.iter().fold(Span::default(), add);
        let missing = lines.iter().filter(|line| line.quality.is_none());
        let mut missing: Vec<ActivityId> = missing.map(|line| line.activity.clone()).collect();
        missing.sort();
        missing.dedup();
        let known = Known::of(&lines);
        Self {
            hours,
            jobs,
            covered: part(known.hours, hours.central),
            women: known.women(),
            informal: known.informal(),
            informal_covered: part(known.informal_hours(), hours.central),
            informal_at: informal_by_place(&lines),
            skill: known.skill(),
            moves: known.moves(),
            hazards: known.hazards(),
            kinds: kinds(&lines, hours.central),
            places: places(&lines, hours.central),
            grades: grades(&lines, hours.central),
            evidence: known.evidence(),
            missing,
            lines,
        }
    }

    /// Mean skill level of the hours with data, 1 to 4.
    pub fn skill_level(&self) -> Option<f64> {
        let skill = self.skill?;
        Some(
            skill
                .iter()
                .zip([1.0, 2.0, 3.0, 4.0])
                .map(|(p, level)| p * level)
                .sum(),
        )
    }
}

/// Both sides, and how far they lie apart.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct WorkChange<'a> {
    /// The work gained.
    pub gained: Side<'a>,
    /// The work lost.
    pub lost: Side<'a>,
    /// `½ Σ |p − q|` over skill levels, 0 (alike) to 1; `None` where a side has no data.
    pub skill_distance: Option<f64>,
    /// `½ Σ |p − q|` over places, 0 (same places) to 1; `None` where a side has no hours.
    pub place_mismatch: Option<f64>,
}

impl<'a> WorkChange<'a> {
    /// The two sides compared.
    pub fn of(gained: Side<'a>, lost: Side<'a>) -> Self {
        let skill_distance = match (gained.skill, lost.skill) {
            (Some(p), Some(q)) => Some(distance(p.into_iter().zip(q))),
            _ => None,
        };
        let mut shares: BTreeMap<&PlaceId, (f64, f64)> = BTreeMap::new();
        for (place, share) in &gained.places {
            shares.entry(place).or_default().0 = *share;
        }
        for (place, share) in &lost.places {
            shares.entry(place).or_default().1 = *share;
        }
        let both = !gained.places.is_empty() && !lost.places.is_empty();
        let place_mismatch = both.then(|| distance(shares.into_values()));
        Self {
            gained,
            lost,
            skill_distance,
            place_mismatch,
        }
    }

    /// Gained less lost, as wide as it can be; never shown without both.
    pub fn net(&self) -> Span {
        self.gained.hours.minus(self.lost.hours)
    }
}

/// `½ Σ |p − q|`.
pub fn distance(pairs: impl IntoIterator<Item = (f64, f64)>) -> f64 {
    pairs.into_iter().map(|(p, q)| (p - q).abs()).sum::<f64>() / 2.0
}

/// The single words of a list of hazards; both languages list them in the same order.
pub fn hazard_words(list: &Name) -> Vec<Name> {
    let en = list.en.split(';').map(str::trim);
    let mut zh = list.zh.split('；').map(str::trim);
    en.filter(|word| !word.is_empty())
        .map(|word| Name::new(word, zh.next().unwrap_or(word)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(activity: &str, place: &str, hours: f64) -> WorkLine<'static> {
        let span = Span {
            low: hours / 2.0,
            central: hours,
            high: hours * 2.0,
        };
        WorkLine::of(Library::builtin(), activity.into(), place.into(), span)
    }

    fn close(a: f64, b: f64) {
        assert!((a - b).abs() < 1e-9, "{a} is not {b}");
    }

    #[test]
    fn means_are_taken_over_hours_with_data() {
        let side = Side::of([
            line("sorting", "CN", 30.0),
            line("repair", "EU", 10.0),
            line("trim_removal", "CN", 10.0),
        ]);
        close(side.hours.central, 50.0);
        close(side.hours.low, 25.0);
        close(side.covered, 0.8);
        let women = side.women.unwrap();
        close(women.central, (30.0 * 0.7 + 10.0 * 0.65) / 40.0);
        close(women.low, (30.0 * 0.5 + 10.0 * 0.4) / 40.0);
        close(side.informal.unwrap(), (30.0 * 0.3 + 10.0 * 0.15) / 40.0);
        close(side.skill.unwrap().iter().sum(), 1.0);
        close(side.moves[1], 1.0);
        assert_eq!(side.missing, ["trim_removal".into()]);
        assert_eq!(side.hazards[0].name.en, "dust");
        close(side.places[0].1, 0.8);
        close(side.kinds[0], 1.0);
        close(side.grades[3], 1.0);
    }

    #[test]
    fn informal_work_is_known_only_where_the_table_speaks_of_the_place() {
        let informal = |place: &str| line("sorting", place, 1.0).informal;
        assert_eq!(informal("CN_XJ"), Some(0.3));
        assert_eq!(informal("FR"), Some(0.05));
        assert_eq!(informal("GH"), Some(0.8));
        assert_eq!(informal("US"), None);
        assert_eq!(informal("GEN"), None);
        let side = Side::of([line("sorting", "US", 1.0)]);
        assert_eq!((side.informal, side.covered), (None, 1.0));
    }

    #[test]
    fn distances_run_from_alike_to_apart() {
        let side = |place| Side::of([line("sorting", place, 1.0)]);
        let alike = WorkChange::of(side("CN"), side("CN"));
        assert_eq!(
            (alike.skill_distance, alike.place_mismatch),
            (Some(0.0), Some(0.0))
        );
        close(
            WorkChange::of(side("CN"), side("EU")).place_mismatch.unwrap(),
            1.0,
        );
        let chemical = Side::of([line("chem_pet", "CN", 1.0)]);
        let apart = WorkChange::of(chemical, side("CN")).skill_distance.unwrap();
        close(apart, (0.6 + 0.2 + 0.22 + 0.18) / 2.0);
        let nothing = WorkChange::of(Side::of([]), side("CN"));
        assert_eq!((nothing.skill_distance, nothing.place_mismatch), (None, None));
    }

    #[test]
    fn hazards_pair_both_languages() {
        for quality in &Library::builtin().qualities {
            let count = |text: &str, sign: char| text.split(sign).count();
            let (en, zh) = (&quality.hazards.en, &quality.hazards.zh);
            assert_eq!(count(en, ';'), count(zh, '；'), "{}", quality.id);
        }
    }
}
