//! The designed potential of one pathway: its gates as its parts meet them.

use crate::flow::network::EndClass;
use crate::flow::{Plan, Solution, Target};
use crate::indicator::designed::{DesignedPart, GateOffer, designed_outflow};
use crate::indicator::flows::Outflow;
use crate::quantity::Number;

/// The outflow that the design would allow at the gates of `plan`.
pub(super) fn designed<N: Number>(
    plan: &Plan,
    solution: &Solution<N>,
    numbers: &[N],
    masses: &[N],
) -> Outflow<N> {
    let offers = |part: usize| {
        let gates = plan
            .materials
            .iter()
            .filter_map(move |material| material.gates.get(part));
        gates.filter_map(|gate| {
            let Some(Target::End(place)) = gate.output_to else {
                return None;
            };
            let taken = (N::ONE - gate.removed.of(numbers)) * gate.accepted.of(numbers);
            let class = plan.ends.get(place)?.class;
            Some(GateOffer {
                class,
                output: taken * gate.output_yield.of(numbers),
            })
        })
    };
    let ending = |part: usize, wanted: &dyn Fn(EndClass) -> bool| -> N {
        let ends = plan.ends.iter().enumerate().filter(|(_, end)| wanted(end.class));
        ends.filter_map(|(place, _)| solution.end_parts(plan, place).get(part).copied())
            .sum()
    };
    let parts = masses.iter().enumerate().map(|(part, m)| DesignedPart {
        m: *m,
        offers: offers(part),
        energy: ending(part, &|class| class == EndClass::Energy),
        linear: ending(part, &|class| !class.is_output() && class != EndClass::Energy),
    });
    designed_outflow(parts, masses.iter().copied().sum())
}
