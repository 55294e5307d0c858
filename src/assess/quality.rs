//! The quality of a pathway's work and its cross-checks, from an assessment.

use super::{Assessment, PathwayFigures, WorkFigure, flow_of};
use crate::data::Library;
use crate::flow::{Flow, Node};
use crate::model::PlaceId;
use crate::work::cross_check::{Amount, CrossCheck, cross_checks};
use crate::work::hours::fte;
use crate::work::quality::{Side, Span, WorkChange, WorkLine};

impl Assessment {
    /// Quality of the work that `pathway` gains and loses; the baseline's own work stands as gained.
    pub fn work_change<'a>(&self, pathway: &PathwayFigures, library: &'a Library) -> WorkChange<'a> {
        let lines = if pathway.baseline {
            &pathway.own_work
        } else {
            &pathway.work
        };
        let side = |gained: bool| {
            let own = lines.iter().filter(move |line| (line.hours > 0.0) == gained);
            Side::of(own.map(|line| self.work_line(line, library)))
        };
        WorkChange::of(side(true), side(false))
    }

    /// Published bundles beside the own sums of the pathway at `place` of the project.
    pub fn cross_checks(&self, place: usize, library: &Library) -> Vec<CrossCheck> {
        cross_checks(&self.amounts(place), library)
    }

    fn work_line<'a>(&self, line: &WorkFigure, library: &'a Library) -> WorkLine<'a> {
        let hours = line.hours.abs();
        let (low, high) = line
            .range
            .or_else(|| self.own_range(line))
            .unwrap_or((hours, hours));
        let span = Span {
            low: low.min(hours),
            central: hours,
            high: high.max(hours),
        };
        WorkLine {
            jobs_per_hour: fte(1.0, self.engine.pieces_per_year, self.hours_per_fte(&line.place)),
            grade: line.grade,
            ..WorkLine::of(library, line.activity.clone(), line.place.clone(), span)
        }
    }

    /// Low and high of a line without a range of its own: its factor's, as its hours are proportional to it.
    fn own_range(&self, line: &WorkFigure) -> Option<(f64, f64)> {
        let (low, high) = self.factor_ratio(line.factor.as_ref()?.as_str())?;
        Some((line.hours.abs() * low, line.hours.abs() * high))
    }

    /// Low and high of a factor over its central value.
    fn factor_ratio(&self, id: &str) -> Option<(f64, f64)> {
        let slots = &self.engine.slots;
        let Some(Node::Input(input)) = slots.node(slots.slot_of(id)?) else {
            return None;
        };
        let figure = &slots.inputs().get(input)?.figure;
        let ratio = |end: Option<f64>| end.unwrap_or(figure.value) / figure.value;
        (figure.value > 0.0).then(|| (ratio(figure.low), ratio(figure.high)))
    }

    fn hours_per_fte(&self, place: &PlaceId) -> f64 {
        let found = self.engine.fte_by_place.iter().find(|(id, _)| id == place);
        found.map_or(0.0, |(_, slot)| slot.of(&self.numbers))
    }

    /// Mass and jobs per piece of each activity of the pathway's own work that is counted by mass.
    fn amounts(&self, place: usize) -> Vec<Amount> {
        let (Some(pathway), Some(outcome)) =
            (self.engine.pathways.get(place), self.outcomes.pathways.get(place))
        else {
            return Vec::new();
        };
        let Ok(plan) = &pathway.plan else {
            return Vec::new();
        };
        let mut amounts: Vec<Amount> = Vec::new();
        let lines = self.engine.ledger.lines();
        for at in &pathway.work.own {
            let Some((activity, place)) = lines.get(at.line) else {
                continue;
            };
            if matches!(at.flow, Flow::Visits(_)) {
                continue;
            }
            let mass = flow_of(plan, &outcome.solution, at.flow, self.product.mass_kg);
            let hours = mass * at.hours.of(&self.numbers);
            let per_fte = self.hours_per_fte(place);
            let jobs = if per_fte > 0.0 { hours / per_fte } else { 0.0 };
            let key = (activity.clone(), place.clone());
            let factor = self.built.line_factors.get(&key);
            let ratio = factor.and_then(|behind| self.factor_ratio(behind.factor.as_str()));
            let (low, high) = ratio.unwrap_or((1.0, 1.0));
            let jobs = Span {
                low: jobs * low,
                central: jobs,
                high: jobs * high,
            };
            match amounts.iter_mut().find(|amount| &amount.activity == activity) {
                Some(amount) => {
                    amount.mass += mass;
                    amount.jobs = amount.jobs.plus(jobs);
                }
                None => amounts.push(Amount {
                    activity: activity.clone(),
                    mass,
                    jobs,
                }),
            }
        }
        amounts
    }
}
