//! Hours of every pathway by line, and what is gained and lost against the baseline.

use super::engine::{Engine, EnginePathway, Outcome, Outcomes, Wanted, flow_of};
use crate::flow::Plan;
use crate::quantity::Number;
use crate::work::hours::{BeforeDisplacement, Totals, break_even, difference, fte};
use crate::work::ledger::WorkPlan;

impl Engine {
    pub(super) fn hours<N: Number>(
        &self,
        plan: &Plan,
        work: &WorkPlan,
        numbers: &[N],
        masses: &[N],
        out: &mut Outcome<N>,
    ) {
        let mass: N = masses.iter().copied().sum();
        out.hours.clear();
        out.hours.resize(self.ledger.lines().len(), N::ZERO);
        let (mut gross, mut jobs) = (N::ZERO, N::ZERO);
        for at in &work.own {
            let hours = flow_of(plan, &out.solution, at.flow, mass) * at.hours.of(numbers) * per_1000();
            gross += hours;
            let per_fte = self
                .hours_per_fte
                .get(at.line)
                .map_or(N::ZERO, |slot| slot.of(numbers));
            jobs += fte(hours, self.pieces_per_year, per_fte);
            add(&mut out.hours, at.line, hours);
        }
        let mut fibre = N::ZERO;
        for displaced in &work.displaced {
            let kg = out.solution.end_kg(displaced.end);
            let hours = kg * displaced.hours_per_kg.of(numbers) * per_1000();
            fibre += hours;
            add(&mut out.hours, displaced.line, -hours);
        }
        let (owned, per_displacement) = self.garments(plan, work, numbers, out);
        out.before = BeforeDisplacement {
            without_garments: gross - fibre + owned,
            per_displacement,
        };
        let moved = work.moved.iter();
        let moved = moved.map(|at| flow_of(plan, &out.solution, at.flow, mass) * at.hours.of(numbers));
        out.totals = Totals {
            gross,
            fte_gross: jobs,
            moved_from_home: moved.sum::<N>() * per_1000(),
            ..Totals::nothing()
        };
    }

    /// Takes the work in avoided garments off their lines; gives the hours of the owned pieces that a hired first life
    /// stands in for, and what a displacement of 1 would take away.
    fn garments<N: Number>(
        &self,
        plan: &Plan,
        work: &WorkPlan,
        numbers: &[N],
        out: &mut Outcome<N>,
    ) -> (N, N) {
        let mut slope = N::ZERO;
        for (item, served) in out.avoided.served.iter().enumerate() {
            if !plan.is_return(item) {
                continue;
            }
            let avoided = out.avoided.at(plan, item, numbers);
            for garment in work.new_garment(item, &self.garment) {
                let hours = garment.hours_per_piece.of(numbers) * per_1000();
                slope += *served * hours;
                add(&mut out.hours, garment.line, -avoided * hours);
            }
        }
        let mut owned = N::ZERO;
        let hired = out.avoided.by_hiring(plan, numbers);
        for garment in self.garment.iter().filter(|_| plan.hired.is_some()) {
            let hours = garment.hours_per_piece.of(numbers) * per_1000();
            slope += out.avoided.hired * hours;
            owned += out.avoided.owned * hours;
            add(&mut out.hours, garment.line, -hired * hours);
        }
        (owned, slope)
    }

    /// Net hours per 1000 pieces on one line with `changed` hours and the flows of `outcomes`.
    pub(super) fn line_hours<N: Number>(
        &self,
        index: usize,
        line: usize,
        changed: &[N],
        numbers: &[f64],
        outcomes: &Outcomes,
    ) -> N {
        let (Some(pathway), Some(outcome)) = (self.pathways.get(index), outcomes.pathways.get(index)) else {
            return N::ZERO;
        };
        let Ok(plan) = &pathway.plan else { return N::ZERO };
        let mass: f64 = self.parts.iter().map(|part| part.mass_kg.of(numbers)).sum();
        let (work, solution) = (&pathway.work, &outcome.solution);
        let own = work.own.iter().filter(|at| at.line == line);
        let own: N = own
            .map(|at| N::of(flow_of(plan, solution, at.flow, mass)) * at.hours.of(changed))
            .sum();
        let fibre = work.displaced.iter().filter(|displaced| displaced.line == line);
        let fibre: N = fibre
            .map(|displaced| {
                let kg: f64 = solution.end_parts(plan, displaced.end).iter().sum();
                N::of(kg) * displaced.hours_per_kg.of(changed)
            })
            .sum();
        let taken = self.taken_on(index, line, numbers, changed, outcome);
        (own - fibre - taken) * per_1000()
    }

    /// Hours per piece that garments avoided take off one line: what is avoided with `numbers`, its hours with
    /// `changed`.
    pub fn taken_on<N: Number>(
        &self,
        index: usize,
        line: usize,
        numbers: &[f64],
        changed: &[N],
        outcome: &Outcome,
    ) -> N {
        let Some(EnginePathway {
            plan: Ok(plan), work, ..
        }) = self.pathways.get(index)
        else {
            return N::ZERO;
        };
        let on = |lines: &[crate::work::ledger::InGarment]| -> N {
            let lines = lines.iter().filter(|garment| garment.line == line);
            lines.map(|garment| garment.hours_per_piece.of(changed)).sum()
        };
        let returns = (0..outcome.avoided.served.len()).filter(|item| plan.is_return(*item));
        let returns = returns.map(|item| {
            N::of(outcome.avoided.at(plan, item, numbers)) * on(work.new_garment(item, &self.garment))
        });
        returns.sum::<N>() + N::of(outcome.avoided.by_hiring(plan, numbers)) * on(&self.garment)
    }

    /// The pathway's own hours per 1000 pieces by line, before anything is taken off.
    pub(super) fn own_hours(&self, index: usize, numbers: &[f64], outcome: &Outcome) -> Vec<f64> {
        let mut hours = vec![0.0; self.ledger.lines().len()];
        let Some(EnginePathway {
            plan: Ok(plan), work, ..
        }) = self.pathways.get(index)
        else {
            return hours;
        };
        let mass: f64 = self.parts.iter().map(|part| part.mass_kg.of(numbers)).sum();
        for at in &work.own {
            let own = flow_of(plan, &outcome.solution, at.flow, mass) * at.hours.of(numbers);
            add(&mut hours, at.line, own * 1000.0);
        }
        hours
    }

    /// True where the pathway at `index` can be counted against the baseline: both start worn, or neither.
    pub fn is_counted(&self, index: usize) -> bool {
        let worn = |index: usize| {
            self.pathways
                .get(index)?
                .plan
                .as_ref()
                .ok()
                .map(|plan| plan.starts_in_use)
        };
        match (worn(index), worn(self.baseline)) {
            (Some(own), Some(baseline)) => own == baseline,
            _ => false,
        }
    }

    /// True where the baseline has an answer.
    pub(super) fn has_baseline(&self) -> bool {
        self.pathways
            .get(self.baseline)
            .is_some_and(|baseline| baseline.plan.is_ok())
    }

    /// Differences to the baseline by line, hours per 1000 pieces; none where the pathway cannot be counted against it.
    pub fn differences<'a, N: Number>(
        &self,
        index: usize,
        outcomes: &'a [Outcome<N>],
    ) -> impl Iterator<Item = N> + use<'a, N> {
        let hours = |index: usize| outcomes.get(index).map_or(&[][..], |outcome| &outcome.hours);
        let counted = self.is_counted(index);
        let own = if counted { hours(index) } else { &[] };
        against(own, hours(self.baseline))
    }

    /// Evaluates with `numbers` as the central ones: by them lines count as lost or gained.
    pub fn evaluate_central(&mut self, numbers: &[f64], out: &mut Outcomes) {
        self.evaluate(numbers, out);
        if self.lost_changes(&out.pathways) {
            self.decide_lost(numbers);
            self.evaluate(numbers, out);
        }
    }

    /// True where the sign of some line is not the one that was decided.
    fn lost_changes(&self, outcomes: &[Outcome]) -> bool {
        self.pathways.iter().enumerate().any(|(index, pathway)| {
            let now = self.differences(index, outcomes).map(|hours| hours < 0.0);
            !now.eq(pathway.lost.iter().copied())
        })
    }

    /// Decides which lines count as lost in every draw.
    pub(super) fn decide_lost(&mut self, central: &[f64]) {
        let mut outcomes = Outcomes::default();
        self.evaluate_figures(central, Wanted::NONE, &mut outcomes);
        let lost = (0..self.pathways.len()).map(|index| {
            let lost = self
                .differences(index, &outcomes.pathways)
                .map(|hours| hours < 0.0);
            lost.collect::<Vec<bool>>()
        });
        let lost: Vec<_> = lost.collect();
        for (pathway, lost) in self.pathways.iter_mut().zip(lost) {
            pathway.lost = lost;
        }
    }

    pub(super) fn count_against_baseline<N: Number>(&self, numbers: &[N], outcomes: &mut [Outcome<N>]) {
        let known = self
            .pathways
            .get(self.baseline)
            .is_some_and(|pathway| pathway.plan.is_ok());
        let Some(baseline) = outcomes.get_mut(self.baseline).filter(|_| known) else {
            return;
        };
        let (before, moved) = (baseline.before, baseline.totals.moved_from_home);
        let hours_before = std::mem::take(&mut baseline.hours);
        for (index, outcome) in outcomes.iter_mut().enumerate() {
            if index != self.baseline {
                self.count(index, (before, &hours_before), numbers, outcome);
            }
            outcome.totals.moved_from_home -= moved;
        }
        // The baseline gains and loses nothing against itself.
        if let Some(baseline) = outcomes.get_mut(self.baseline) {
            baseline.hours = hours_before;
        }
    }

    /// Counts the pathway at `index` against the baseline, of which `before` and the hours by line are given.
    fn count<N: Number>(
        &self,
        index: usize,
        (before, hours_before): (BeforeDisplacement<N>, &[N]),
        numbers: &[N],
        outcome: &mut Outcome<N>,
    ) {
        let Some(pathway) = self.pathways.get(index) else {
            return;
        };
        let totals = &mut outcome.totals;
        if !self.is_counted(index) {
            *totals = Totals {
                fte_gross: totals.fte_gross,
                ..Totals::none(totals.gross)
            };
            return;
        }
        totals.break_even = break_even(outcome.before, before);
        for (line, difference) in against(&outcome.hours, hours_before).enumerate() {
            let per_fte = self
                .hours_per_fte
                .get(line)
                .map_or(N::ZERO, |slot| slot.of(numbers));
            let jobs = fte(difference, self.pieces_per_year, per_fte);
            let at = |marks: &[bool]| marks.get(line).copied().unwrap_or(false);
            let here = if at(&pathway.here) { difference } else { N::ZERO };
            if at(&pathway.lost) {
                totals.lost -= difference;
                totals.fte_lost -= jobs;
                totals.lost_here -= here;
            } else {
                totals.gained += difference;
                totals.fte_gained += jobs;
                totals.gained_here += here;
            }
        }
    }
}

/// Hours less those before, line by line.
fn against<N: Number>(own: &[N], before: &[N]) -> impl Iterator<Item = N> {
    own.iter()
        .zip(before)
        .map(|(own, before)| difference(*own, *before))
}

/// Pieces that hours are given for.
fn per_1000<N: Number>() -> N {
    N::of(1000.0)
}

fn add<N: Number>(hours: &mut [N], line: usize, more: N) {
    if let Some(total) = hours.get_mut(line) {
        *total += more;
    }
}
