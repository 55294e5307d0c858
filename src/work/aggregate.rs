//! Sums over lines of work: shares, means over hours, lists without repetition.
//!
//! Invariant: a mean is taken over the hours that have data, and those hours are told beside it.

use super::quality::{Evidence, Hazard, InformalAt, Span, WorkLine, hazard_words};
use crate::data::{Grade, Move, WorkKind, WorkQuality};
use crate::model::PlaceId;
use std::collections::BTreeMap;

/// `of / whole`; 0 of nothing.
pub(super) fn part(of: f64, whole: f64) -> f64 {
    if whole > 0.0 { of / whole } else { 0.0 }
}

/// Shares of the hours by kind: core, enabling, linear.
pub(super) fn kinds(lines: &[WorkLine<'_>], total: f64) -> [f64; 3] {
    [WorkKind::Core, WorkKind::Enabling, WorkKind::Linear].map(|kind| {
        let of = lines.iter().filter(|line| line.kind == Some(kind));
        part(of.map(|line| line.hours.central).sum(), total)
    })
}

/// Shares of the hours by grade: A, B, C, D; no grade is an assumption.
pub(super) fn grades(lines: &[WorkLine<'_>], total: f64) -> [f64; 4] {
    Grade::ALL.map(|grade| {
        let of = lines
            .iter()
            .filter(|line| line.grade.unwrap_or(Grade::D) == grade);
        part(of.map(|line| line.hours.central).sum(), total)
    })
}

/// Shares of the hours by place, largest first.
pub(super) fn places(lines: &[WorkLine<'_>], total: f64) -> Vec<(PlaceId, f64)> {
    let mut sums: BTreeMap<&PlaceId, f64> = BTreeMap::new();
    for line in lines {
        *sums.entry(&line.place).or_default() += part(line.hours.central, total);
    }
    let mut places: Vec<(PlaceId, f64)> = sums
        .into_iter()
        .map(|(place, share)| (place.clone(), share))
        .collect();
    places.sort_by(|(_, a), (_, b)| b.total_cmp(a));
    places
}

/// Informal work place by place, most hours first.
pub(super) fn informal_by_place(lines: &[WorkLine<'_>]) -> Vec<InformalAt> {
    let mut found: Vec<InformalAt> = Vec::new();
    for line in lines {
        let (Some(share), hours) = (line.informal, line.hours.central) else {
            continue;
        };
        match found.iter_mut().find(|at| at.place == line.place) {
            Some(at) => {
                let sum = at.share.central * at.hours + share * hours;
                at.hours += hours;
                at.share = Span {
                    low: at.share.low.min(share),
                    central: sum / at.hours,
                    high: at.share.high.max(share),
                };
            }
            None => found.push(InformalAt {
                place: line.place.clone(),
                hours,
                share: Span::exact(share),
            }),
        }
    }
    found.sort_by(|a, b| b.hours.total_cmp(&a.hours));
    found
}

/// The lines that have quality data.
pub(super) struct Known<'l, 'a> {
    lines: Vec<(&'l WorkLine<'a>, &'a WorkQuality)>,
    /// Their hours.
    pub(super) hours: f64,
}

impl<'l, 'a> Known<'l, 'a> {
    pub(super) fn of(lines: &'l [WorkLine<'a>]) -> Self {
        let known = lines
            .iter()
            .filter_map(|line| line.quality.map(|quality| (line, quality)));
        let lines: Vec<_> = known.collect();
        let hours = lines.iter().map(|(line, _)| line.hours.central).sum();
        Self { lines, hours }
    }

    /// The mean of `value` over the hours; `None` without hours.
    fn mean(&self, value: impl Fn(&WorkQuality) -> f64) -> Option<f64> {
        let sum: f64 = self
            .lines
            .iter()
            .map(|(line, quality)| line.hours.central * value(quality))
            .sum();
        (self.hours > 0.0).then(|| sum / self.hours)
    }

    pub(super) fn women(&self) -> Option<Span> {
        Some(Span {
            low: self.mean(|quality| quality.women.low.unwrap_or(quality.women.value))?,
            central: self.mean(|quality| quality.women.value)?,
            high: self.mean(|quality| quality.women.high.unwrap_or(quality.women.value))?,
        })
    }

    pub(super) fn informal_hours(&self) -> f64 {
        let known = self.lines.iter().filter(|(line, _)| line.informal.is_some());
        known.map(|(line, _)| line.hours.central).sum()
    }

    pub(super) fn informal(&self) -> Option<f64> {
        let hours = self.informal_hours();
        let known = self
            .lines
            .iter()
            .filter_map(|(line, _)| Some(line.informal? * line.hours.central));
        (hours > 0.0).then(|| known.sum::<f64>() / hours)
    }

    pub(super) fn skill(&self) -> Option<[f64; 4]> {
        let mut levels = [0.0; 4];
        for (at, level) in levels.iter_mut().enumerate() {
            *level = self.mean(|quality| quality.skill.get(at).copied().unwrap_or(0.0))?;
        }
        Some(levels)
    }

    pub(super) fn moves(&self) -> [f64; 4] {
        [Move::Same, Move::Yes, Move::WithTraining, Move::Hardly].map(|way| {
            let is = |quality: &WorkQuality| f64::from(u8::from(quality.from_sewing == way));
            self.mean(is).unwrap_or(0.0)
        })
    }

    pub(super) fn hazards(&self) -> Vec<Hazard> {
        let mut found: Vec<Hazard> = Vec::new();
        for (line, quality) in &self.lines {
            for name in hazard_words(&quality.hazards) {
                match found.iter_mut().find(|hazard| hazard.name == name) {
                    Some(hazard) => hazard.hours += line.hours.central,
                    None => found.push(Hazard {
                        name,
                        hours: line.hours.central,
                    }),
                }
            }
        }
        found.sort_by(|a, b| b.hours.total_cmp(&a.hours));
        found
    }

    pub(super) fn evidence(&self) -> Vec<Evidence> {
        let mut found: Vec<Evidence> = Vec::new();
        for (line, quality) in &self.lines {
            match found.iter_mut().find(|evidence| evidence.row == quality.id) {
                Some(evidence) => evidence.hours += line.hours.central,
                None => found.push(Evidence {
                    row: quality.id.clone(),
                    hours: line.hours.central,
                    grade: quality.women.grade,
                }),
            }
        }
        found.sort_by(|a, b| b.hours.total_cmp(&a.hours));
        found
    }
}
