//! Gates of a material stage: which parts the route takes, with what yield, and where the rest goes.

use super::Builder;
use crate::data::{FibreSet, HardParts, Limit as DataLimit, Route, RouteClass, Tolerance as DataTolerance};
use crate::flow::gate::{Answer, Feed, Limit, Rule, Tolerance, Verdict, judge};
use crate::flow::network::Gate;
use crate::flow::slot::Slot;
use crate::model::{Overrides, Part, PartId, Removable, RouteId, Stage, StageId};

/// The limits of a feedstock rule, as the last part of a factor's id.
pub const LIMITS: [&str; 3] = ["min_main", "elastane_max", "other_max"];

/// Most cloth that hard parts cost together.
pub const MOST_CUT_AWAY: f64 = 0.30;

/// What a gate answered for one part.
#[derive(Debug, Clone, PartialEq)]
pub struct GateAnswer {
    /// The material stage.
    pub stage: StageId,
    /// Its route.
    pub route: RouteId,
    /// The part.
    pub part: PartId,
    /// Verdict and reasons.
    pub answer: Answer,
    /// Share that is taken off before.
    pub removed: Slot,
    /// Output per intake.
    pub output_yield: Slot,
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
fn output_share(route: &Route, part: &Part) -> f64 {
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
        let project = self.project;
        let parts = &project.product.parts;
        let kept = self.cloth_kept(route, parts);
        let rule = rule(route, &project.overrides);
        let (mut gates, mut answers) = (Vec::with_capacity(parts.len()), Vec::with_capacity(parts.len()));
        for part in parts {
            let answer = judge(&rule, &feed(route, part));
            let removed = self.removed_before(route, part);
            let accepted = if answer.verdict == Verdict::Refused {
                0.0
            } else {
                1.0
            };
            let output_yield = self.gate_yield(route, part, answer.verdict, kept);
            gates.push(Gate {
                part: part.id.clone(),
                removed,
                removed_to: stage.residue.clone(),
                accepted: self.slots.constant(accepted),
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
    /// `1 − min(0.30, Σ pieces · (1 − removal yield) · cut away per hard part)`; `None` where none stay on.
    fn cloth_kept(&mut self, route: &Route, parts: &[Part]) -> Option<Slot> {
        if route.hard_parts != HardParts::MustRemove {
            return None;
        }
        let hard: Vec<&Part> = parts.iter().filter(|part| part.is_hard()).collect();
        if hard.is_empty() {
            return None;
        }
        let per_part = self.factor("assumption.cutaway_per_hard_part");
        let mut lost = Vec::with_capacity(hard.len());
        for part in hard {
            let removed = self.removal_yield(part.removable);
            let stays = self.slots.rest(removed);
            let pieces = self.slots.scaled(stays, f64::from(part.count));
            lost.push(self.slots.product(pieces, per_part));
        }
        let lost = self.slots.total(lost);
        let lost = self.slots.at_most(lost, MOST_CUT_AWAY);
        Some(self.slots.rest(lost))
    }

    /// Share of a part that is taken off before `route`; where anything is taken nothing is taken off.
    fn removed_before(&mut self, route: &Route, part: &Part) -> Slot {
        let anything = route.hard_parts == HardParts::Any;
        self.removal_yield(if anything { Removable::No } else { part.removable })
    }

    /// Share of a part that comes off before recycling.
    fn removal_yield(&mut self, removable: Removable) -> Slot {
        match removable {
            Removable::No => self.slots.constant(0.0),
            Removable::WithEffort => self.factor("assumption.removal_yield_with_effort"),
            Removable::Easily => self.factor("assumption.removal_yield_easily"),
        }
    }

    /// Hours of hand removal per piece on `route`: minutes per trim · trims that come off / 60.
    pub(super) fn removal_hours(&mut self, route: &Route) -> Option<Slot> {
        if route.hard_parts != HardParts::MustRemove {
            return None;
        }
        let removable = self
            .project
            .product
            .parts
            .iter()
            .filter(|part| part.removable != Removable::No);
        let trims: u32 = removable.map(|part| part.count).sum();
        (trims > 0).then(|| {
            let minutes = self.factor("assumption.removal_minutes_per_trim");
            self.slots.scaled(minutes, f64::from(trims) / 60.0)
        })
    }
}
