//! The quality of a pathway's work and its cross-checks, from an assessment.

use super::{Assessment, PathwayFigures, WorkFigure, flow_of};
use crate::data::Library;
use crate::flow::InputKey;
use crate::flow::{Flow, Node};
use crate::model::PlaceId;
use crate::work::cross_check::{Amount, CrossCheck, cross_checks};
use crate::work::hours::fte;
use crate::work::ledger::WorkAt;
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

    /// The own work of `pathway` at `place` alone, before anything is taken off.
    pub fn own_work_at<'a>(
        &self,
        pathway: &PathwayFigures,
        place: &PlaceId,
        library: &'a Library,
    ) -> Side<'a> {
        let own = pathway.own_work.iter().filter(|line| line.place == *place);
        Side::of(own.map(|line| self.work_line(line, library)))
    }

    /// Published bundles beside the own sums of the pathway at index `at` of the project.
    pub fn cross_checks(&self, at: usize, library: &Library) -> Vec<CrossCheck> {
        cross_checks(&self.amounts(at), library)
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
        let (low, high) = self.factor_ratio(line.factor.as_ref()?)?;
        Some((line.hours.abs() * low, line.hours.abs() * high))
    }

    /// Low and high of a factor over its central value.
    fn factor_ratio(&self, key: &InputKey) -> Option<(f64, f64)> {
        let slots = &self.engine.slots;
        let Some(Node::Input(input)) = slots.node(slots.slot_of(key)?) else {
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
    fn amounts(&self, index: usize) -> Vec<Amount> {
        let mut amounts: Vec<Amount> = Vec::new();
        let work = self.engine.pathways.get(index).map(|pathway| &pathway.work.own);
        for at in work.into_iter().flatten() {
            let Some(line) = self.amount(index, at) else {
                continue;
            };
            match amounts.iter_mut().find(|amount| amount.activity == line.activity) {
                Some(amount) => {
                    amount.mass += line.mass;
                    amount.jobs = amount.jobs.plus(line.jobs);
                }
                None => amounts.push(line),
            }
        }
        amounts
    }

    /// Mass and jobs per piece behind one line of the own work of the pathway at index `at`; `None` per piece.
    fn amount(&self, index: usize, at: &WorkAt) -> Option<Amount> {
        if matches!(at.flow, Flow::Visits(_)) {
            return None;
        }
        let plan = self.engine.pathways.get(index)?.plan.as_ref().ok()?;
        let solution = &self.outcomes.pathways.get(index)?.solution;
        let key = self.engine.ledger.lines().get(at.line)?;
        let mass = flow_of(plan, solution, at.flow, self.product.mass_kg);
        let per_fte = self.hours_per_fte(&key.1);
        let jobs = if per_fte > 0.0 {
            mass * at.hours.of(&self.numbers) / per_fte
        } else {
            0.0
        };
        let factor = self.built.line_factors.get(key);
        let ratio = factor.and_then(|behind| self.factor_ratio(&behind.factor));
        let (low, high) = ratio.unwrap_or((1.0, 1.0));
        Some(Amount {
            activity: key.0.clone(),
            mass,
            jobs: Span {
                low: jobs * low,
                central: jobs,
                high: jobs * high,
            },
        })
    }
}
