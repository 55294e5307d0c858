//! Gates of a material stage: which parts the route takes, with what yield, and where the rest goes.

use super::Builder;
use crate::data::{FibreSet, HardParts, Limit as DataLimit, Route, RouteClass, Tolerance as DataTolerance};
use crate::flow::gate::{Answer, Feed, Limit, Reason, Rule, Tolerance, Verdict, judge};
use crate::flow::network::Gate;
use crate::flow::slot::Slot;
use crate::model::{Overrides, Part, PartId, Removable, RouteId, Stage, StageId};
use std::sync::Arc;

/// The limits of a feedstock rule, as the last part of a factor's id.
pub const LIMITS: [&str; 3] = ["min_main", "elastane_max", "other_max"];

/// Most cloth that hard parts cost together.
pub const MOST_CUT_AWAY: f64 = 0.30;

/// Most minutes that taking off trims takes on one garment.
pub const MOST_REMOVAL_MINUTES: f64 = 3.0;

/// Output per kg under which next to nothing comes out of a part: it is refused.
pub const LEAST_OUTPUT: f64 = 0.05;

/// What a gate answered for one part.
#[derive(Debug, Clone, PartialEq)]
pub struct GateAnswer {
    /// The material stage.
    pub stage: StageId,
    /// Its route.
    pub route: RouteId,
    /// The part.
    pub part: PartId,
    /// Verdict and reasons; the same for the part at every stage of the route.
    pub answer: Arc<Answer>,
    /// Share that is taken off before.
    pub removed: Slot,
    /// Output per intake.
    pub output_yield: Slot,
}

/// What a route does with one part, at whichever stage.
#[derive(Debug, Clone)]
pub(super) struct Judged {
    answer: Arc<Answer>,
    removed: Slot,
    accepted: Slot,
    output_yield: Slot,
}

/// The feedstock rule of `route`, with the user's own limits in `own` where there are some; the more permissive end of a
/// limit is its bound.
pub fn rule(route: &Route, own: &Overrides) -> Rule {
    let stated = |column: &str, limit: &DataLimit| {
        let own = own.get(format!("route.{}.{column}", route.id).as_str());
        own.map_or((limit.value, limit.low, limit.high), |own| {
            let ends = own.figure.range;
            (own.figure.value, ends.map(|ends| ends.0), ends.map(|ends| ends.1))
        })
    };
    let least = |column: &str, limit: &DataLimit| {
        let (value, low, _) = stated(column, limit);
        Limit {
            value,
            bound: low.unwrap_or(value),
        }
    };
    let most = |column: &str, limit: &DataLimit| {
        let (value, _, high) = stated(column, limit);
        Limit {
            value,
            bound: high.unwrap_or(value),
        }
    };
    let tolerance = |tolerance: DataTolerance| match tolerance {
        DataTolerance::Yes => Tolerance::Accepted,
        DataTolerance::Limited | DataTolerance::Avoid => Tolerance::Reduced,
        DataTolerance::No => Tolerance::Refused,
    };
    Rule {
        min_main: least("min_main", &route.min_main),
        elastane_max: most("elastane_max", &route.elastane_max),
        other_max: most("other_max", &route.other_max),
        coating: tolerance(route.coatings),
        print: tolerance(route.prints),
        takes_hard_parts: matches!(route.class, RouteClass::Energy | RouteClass::Disposal),
    }
}

/// What `route` sees of `part`.
pub fn feed(route: &Route, part: &Part) -> Feed {
    let share = |wanted: &dyn Fn(&crate::model::FibreLine) -> bool| -> f64 {
        part.fibres
            .iter()
            .filter(|line| wanted(line))
            .map(|line| line.share.get())
            .sum()
    };
    let is_elastane = |line: &crate::model::FibreLine| line.fibre.as_str() == "elastane";
    let stated = share(&|_| true);
    let elastane = share(&is_elastane);
    let main = match &route.targets {
        FibreSet::Any => stated.min(1.0) - elastane,
        targets @ FibreSet::Only(_) => share(&|line| !is_elastane(line) && targets.contains(&line.fibre)),
    };
    Feed {
        main,
        elastane,
        coated: part.finishes.coated || part.finishes.laminated,
        printed: part.finishes.printed,
        hard: part.is_hard(),
    }
}

/// Share of the part's mass that the route's output holds.
pub fn output_share(route: &Route, part: &Part) -> f64 {
    match &route.outputs {
        FibreSet::Any => 1.0,
        outputs @ FibreSet::Only(_) => {
            let inside = part.fibres.iter().filter(|line| outputs.contains(&line.fibre));
            inside.map(|line| line.share.get()).sum()
        }
    }
}

impl Builder<'_> {
    /// Gates of `stage` on `route` for all parts, with what they answered.
    pub(super) fn gates(
        &mut self,
        stage: &Stage,
        route: &Route,
        output: &StageId,
    ) -> (Vec<Gate<Slot>>, Vec<GateAnswer>) {
        let parts = &self.project.product.parts;
        let (mut gates, mut answers) = (Vec::with_capacity(parts.len()), Vec::with_capacity(parts.len()));
        let judged = self.judged(route);
        for (part, judged) in parts.iter().zip(judged.iter()) {
            let Judged {
                answer,
                removed,
                accepted,
                output_yield,
            } = judged.clone();
            gates.push(Gate {
                part: part.id.clone(),
                removed,
                removed_to: stage.residue.clone(),
                accepted,
                output_yield,
                output_to: Some(output.clone()),
                residue_to: stage.residue.clone(),
                refused_to: stage.fallback.clone(),
            });
            answers.push(GateAnswer {
                stage: stage.id.clone(),
                route: route.id.clone(),
                part: part.id.clone(),
                answer,
                removed,
                output_yield,
            });
        }
        (gates, answers)
    }

    /// What `route` does with each part; reckoned once, however many stages it stands at.
    fn judged(&mut self, route: &Route) -> Arc<[Judged]> {
        if let Some(known) = self.judged.get(&route.id) {
            return Arc::clone(known);
        }
        let project = self.project;
        let parts = &project.product.parts;
        let kept = self.cloth_kept(route, parts);
        let rule = rule(route, &project.overrides);
        let central = Yields {
            recovery: self.central_value(&format!("route.{}.recovery", route.id)),
            reduced: self.central_value("assumption.reduced_yield"),
        };
        let judge = |part: &Part| {
            let answer = answer(route, &rule, part, central);
            let is_taken = answer.verdict != Verdict::Refused;
            Judged {
                removed: self.removed_before(route, part, answer.verdict),
                accepted: self.slots.constant(if is_taken { 1.0 } else { 0.0 }),
                output_yield: self.gate_yield(route, part, answer.verdict, kept),
                answer: Arc::new(answer),
            }
        };
        let judged: Arc<[Judged]> = parts.iter().map(judge).collect();
        self.judged.insert(route.id.clone(), Arc::clone(&judged));
        judged
    }

    /// Gate yield: `recovery · share in outputs · reduced yield if reduced · cloth kept`.
    fn gate_yield(&mut self, route: &Route, part: &Part, verdict: Verdict, kept: Option<Slot>) -> Slot {
        let recovery = self.factor(&format!("route.{}.recovery", route.id));
        let mut output = self.slots.scaled(recovery, output_share(route, part));
        if verdict == Verdict::Reduced {
            let reduced = self.factor("assumption.reduced_yield");
            output = self.slots.product(output, reduced);
        }
        match kept {
            Some(kept) => self.slots.product(output, kept),
            None => output,
        }
    }

    /// Share of cloth that is left when hard parts that stay on are cut away:
    /// `1 − min(0.30, Σ lines (1 − removal yield) · cut away per hard part)`; `None` where none stay on.
    fn cloth_kept(&mut self, route: &Route, parts: &[Part]) -> Option<Slot> {
        let by_hand = route.hard_parts == HardParts::MustRemove;
        if !by_hand && route.hard_parts != HardParts::CutAway {
            return None;
        }
        let hard: Vec<&Part> = parts.iter().filter(|part| part.is_hard()).collect();
        if hard.is_empty() {
            return None;
        }
        let per_part = self.factor("assumption.cutaway_per_hard_part");
        let mut lost = Vec::with_capacity(hard.len());
        for part in hard {
            let removed = self.removal_yield(if by_hand { part.removable } else { Removable::No });
            let stays = self.slots.rest(removed);
            lost.push(self.slots.product(stays, per_part));
        }
        let lost = self.slots.total(lost);
        let lost = self.slots.at_most(lost, MOST_CUT_AWAY);
        Some(self.slots.rest(lost))
    }

    /// Share of a part that is taken off before `route`: of a removable part that is hard, or that the route would
    /// refuse or reduce; by machine all that is hard. Where anything is taken, or hard parts are cut away, none.
    fn removed_before(&mut self, route: &Route, part: &Part, verdict: Verdict) -> Slot {
        let unwanted = part.is_hard() || verdict != Verdict::Accepted;
        match route.hard_parts {
            HardParts::AutoOrManual if part.is_hard() => self.slots.constant(1.0),
            HardParts::MustRemove | HardParts::AutoOrManual if unwanted => self.removal_yield(part.removable),
            _ => self.slots.constant(0.0),
        }
    }

    /// Share of a part that comes off before recycling.
    fn removal_yield(&mut self, removable: Removable) -> Slot {
        match removable {
            Removable::No => self.slots.constant(0.0),
            Removable::WithEffort => self.factor("assumption.removal_yield_with_effort"),
            Removable::Easily => self.factor("assumption.removal_yield_easily"),
        }
    }

    /// Hours of hand removal per piece on `route`: `min(3, minutes per cut · cuts) / 60`, one cut or more for each
    /// removable line of hard parts.
    pub(super) fn removal_hours(&mut self, route: &Route) -> Option<Slot> {
        let cuts = cuts(route, &self.project.product.parts);
        (cuts > 0).then(|| {
            let minutes = self.factor("assumption.removal_minutes_per_trim");
            let minutes = self.slots.scaled(minutes, f64::from(cuts));
            let minutes = self.slots.at_most(minutes, MOST_REMOVAL_MINUTES);
            self.slots.scaled(minutes, 1.0 / 60.0)
        })
    }
}

/// Cuts that take the hard parts of a piece off by hand before `route`.
pub fn cuts(route: &Route, parts: &[Part]) -> u32 {
    let by_hand = route.hard_parts == HardParts::MustRemove;
    let lines = parts
        .iter()
        .filter(|part| part.is_hard() && part.removable != Removable::No);
    lines.filter(|_| by_hand).map(|part| part.cuts).sum()
}

/// Central yields that decide whether anything comes out.
#[derive(Debug, Clone, Copy)]
pub struct Yields {
    /// Of the route.
    pub recovery: Option<f64>,
    /// Times that where a rule is met only within its bound.
    pub reduced: Option<f64>,
}

/// What `route` answers for `part`: the feedstock rule, then whether next to nothing would come out.
pub fn answer(route: &Route, rule: &Rule, part: &Part, central: Yields) -> Answer {
    let answer = judge(rule, &feed(route, part));
    let gives = matches!(
        route.class,
        RouteClass::FibreToFibre
            | RouteClass::Downcycle
            | RouteClass::ComponentReuse
            | RouteClass::Biological
    );
    let reduced = match answer.verdict {
        Verdict::Accepted => Some(1.0),
        Verdict::Reduced => central.reduced,
        Verdict::Refused => None,
    };
    let comes_out = central
        .recovery
        .zip(reduced)
        .map(|(recovery, reduced)| recovery * output_share(route, part) * reduced);
    match comes_out {
        Some(share) if gives && share < LEAST_OUTPUT => Answer {
            verdict: Verdict::Refused,
            reasons: vec![Reason::Nothing(share)],
        },
        _ => answer,
    }
}
