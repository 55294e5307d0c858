//! Circularity of one solved pathway: the shares of each part, and every indicator from them.

use super::engine::Outcome;
use crate::flow::network::{EndClass, ItemRole, PartNumbers};
use crate::flow::{GateFlow, Plan, Slot, Solution};
use crate::indicator::flows::{
    Inflow, InflowPart, Outflow, inflow, material_circularity, outflow, with_production,
};
use crate::indicator::lifetime::{UseVisits, deviation, grams_per_100_wears, lifetime, material_uses};
use crate::indicator::mci::{Mci, Part, mci};
use crate::quantity::Number;

/// Shares of one part from first sale.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct PartShares<N = f64> {
    /// Taken in at gates whose output is recycled or downcycled.
    pub c_r: N,
    /// In component ends.
    pub c_u: N,
    /// In biological ends.
    pub c_c: N,
    /// Recycled and downcycled output per intake; 1 without intake.
    pub e_c: N,
}

/// Circularity of one pathway.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Circularity<N = f64> {
    /// Material Circularity Indicator with its terms.
    pub mci: Mci<N>,
    /// The same formula with what is taken in for recycling counted by the quality of its output: ours, not of the
    /// source of MCI.
    pub quality: Mci<N>,
    /// What goes in.
    pub inflow: Inflow<N>,
    /// Where the mass ends.
    pub outflow: Outflow<N>,
    /// Expected lives of the item.
    pub item_uses: N,
    /// Expected uses of the material; without end where all comes back.
    pub material_uses: N,
    /// Expected wears over all lives.
    pub wears: N,
    /// Virgin feedstock per 100 wears, g.
    pub v_g_per_100_wears: N,
    /// Unrecoverable waste per 100 wears, g.
    pub w_g_per_100_wears: N,
    /// New garments avoided per piece.
    pub garments_avoided: N,
    /// Standard deviation of the lives of the item.
    pub item_uses_sd: N,
    /// Material circularity in the sense of the Circular Transition Indicators.
    pub material_circularity: N,
    /// Share of the mass that the own stream gives back to this product.
    pub closed_loop_share: N,
    /// Virgin feedstock with production waste, kg.
    pub v_with_production: N,
    /// Unrecoverable waste with production waste, kg.
    pub w_with_production: N,
}

impl<N: Number> Circularity<N> {
    /// Share of the recycled content that depends on other products' waste; not a number without recycled content.
    pub fn share_from_others(&self) -> N {
        let claimed = self.inflow.recycled();
        let others = (claimed - self.closed_loop_share).max(N::ZERO) / claimed;
        claimed.if_above(0.0, others, N::of(f64::NAN))
    }
}

/// Circularity of a solved pathway, of which the shares by part and what it avoids are known; the quality-weighted
/// indicator aside.
pub(super) fn circularity<N: Number>(
    parts: &[PartNumbers<Slot>],
    plan: &Plan,
    numbers: &[N],
    masses: &[N],
    gross_kg: N,
    outcome: &mut Outcome<N>,
) {
    let (solution, out) = (&outcome.solution, &mut outcome.circularity);
    let life = lifetime(uses(plan, solution, numbers));
    let inputs = parts
        .iter()
        .zip(&outcome.parts)
        .map(|(part, shares)| part_input(part, shares, numbers));
    out.mci = scored(mci(inputs, life.wears / plan.average_wears.of(numbers)));
    let ends = plan.ends.iter().enumerate();
    let by_class = ends.clone().map(|(at, end)| (end.class, solution.end_kg(at)));
    out.outflow = outflow(by_class, masses.iter().copied().sum());
    out.inflow = inflow(parts.iter().map(|part| inflow_input(part, numbers)));
    let closed = ends.filter(|(_, end)| end.class == EndClass::Recycled);
    let closed: N = closed
        .map(|(at, end)| solution.end_kg(at) * end.closed_share.of(numbers))
        .sum();
    let score = &out.mci;
    out.item_uses = life.item_uses;
    out.material_uses = material_uses(life.item_uses, out.outflow.recycled, out.outflow.reused);
    out.wears = life.wears;
    out.v_g_per_100_wears = grams_per_100_wears(score.v, life.wears);
    out.w_g_per_100_wears = grams_per_100_wears(score.w, life.wears);
    out.garments_avoided = outcome.avoided.garments;
    out.item_uses_sd = deviation(life.item_uses, solution.lives_squared);
    out.material_circularity = material_circularity(&out.inflow, &out.outflow);
    out.closed_loop_share = score.m.if_above(0.0, closed / score.m, N::ZERO);
    (out.v_with_production, out.w_with_production) = with_production(score.v, score.w, score.m, gross_kg);
}

/// Visits of the use stages with their service.
fn uses<'a, N: Number>(
    plan: &'a Plan,
    solution: &'a Solution<N>,
    numbers: &'a [N],
) -> impl Iterator<Item = UseVisits<N>> {
    let items = plan.items.iter().enumerate();
    items.filter_map(move |(at, item)| match item.role {
        ItemRole::Use {
            service_first,
            service_later,
        } => Some(UseVisits {
            first: solution.first.get(at).copied().unwrap_or_default(),
            later: solution.later.get(at).copied().unwrap_or_default(),
            service_first: service_first.of(numbers),
            service_later: service_later.of(numbers),
        }),
        _ => None,
    })
}

/// MCI once more, with what is taken in for recycling counted by the quality of its output.
pub(super) fn quality<N: Number>(
    parts: &[PartNumbers<Slot>],
    plan: &Plan,
    numbers: &[N],
    masses: &[N],
    out: &Outcome<N>,
) -> Mci<N> {
    let known = parts.iter().zip(&out.parts).zip(masses).enumerate();
    let inputs = known.map(|(at, ((part, shares), mass))| {
        let (mut intake, mut output) = (N::ZERO, N::ZERO);
        for (quality, flow) in recycled(plan, &out.solution, at) {
            let quality = quality.of(numbers);
            intake += quality * (flow.output + flow.residue);
            output += quality * flow.output;
        }
        Part {
            c_r: share(intake, *mass),
            e_c: ratio(output, intake),
            ..part_input(part, shares, numbers)
        }
    });
    scored(mci(inputs, out.circularity.mci.x))
}

/// What the part at `part` does at the gates whose output is recycled or downcycled, with the quality of that output.
fn recycled<'a, N: Number>(
    plan: &'a Plan,
    solution: &'a Solution<N>,
    part: usize,
) -> impl Iterator<Item = (Slot, &'a GateFlow<N>)> {
    let stages = plan.materials.iter().enumerate();
    stages.filter_map(move |(stage, material)| {
        let quality = material.gates.get(part)?.recycling_quality?;
        Some((quality, solution.gates_at(plan, stage).get(part)?))
    })
}

/// `kg` over the `mass` of its part; 0 of a part without mass.
fn share<N: Number>(kg: N, mass: N) -> N {
    // An empty sum is −0; adding 0 makes it 0.
    mass.if_above(0.0, (kg + N::ZERO) / mass, N::ZERO)
}

/// Output per intake; 1 without intake.
fn ratio<N: Number>(output: N, intake: N) -> N {
    intake.if_above(0.0, output / intake, N::ONE)
}

/// The indicator of a product with mass; without mass there is none.
fn scored<N: Number>(mut score: Mci<N>) -> Mci<N> {
    score.mci = score.m.if_above(0.0, score.mci, N::of(f64::NAN));
    score
}

fn part_input<N: Number>(part: &PartNumbers<Slot>, shares: &PartShares<N>, numbers: &[N]) -> Part<N> {
    Part {
        m: part.mass_kg.of(numbers),
        f_r: part.f_r_textile.of(numbers) + part.f_r_other.of(numbers),
        f_u: part.f_u.of(numbers),
        f_s: part.f_s.of(numbers),
        c_r: shares.c_r,
        c_u: shares.c_u,
        c_c: shares.c_c,
        c_e: N::ZERO,
        e_c: shares.e_c,
        e_f: part.e_f.of(numbers),
    }
}

pub(super) fn inflow_input<N: Number>(part: &PartNumbers<Slot>, numbers: &[N]) -> InflowPart<N> {
    InflowPart {
        m: part.mass_kg.of(numbers),
        f_r_textile: part.f_r_textile.of(numbers),
        f_r_other: part.f_r_other.of(numbers),
        f_u: part.f_u.of(numbers),
        f_s: part.f_s.of(numbers),
    }
}

/// `C_R`, `C_U`, `C_C` and `E_C` of each part; zero shares for a part without mass.
pub(super) fn part_shares<N: Number>(
    plan: &Plan,
    solution: &Solution<N>,
    masses: &[N],
    out: &mut Vec<PartShares<N>>,
) {
    out.clear();
    for (part, mass) in masses.iter().enumerate() {
        let (mut intake, mut output) = (N::ZERO, N::ZERO);
        for (_, flow) in recycled(plan, solution, part) {
            intake += flow.output + flow.residue;
            output += flow.output;
        }
        let ending = |class: EndClass| -> N {
            let ends = plan.ends.iter().enumerate().filter(|(_, end)| end.class == class);
            ends.map(|(at, _)| {
                solution
                    .end_parts(plan, at)
                    .get(part)
                    .copied()
                    .unwrap_or_default()
            })
            .sum()
        };
        out.push(PartShares {
            c_r: share(intake, *mass),
            c_u: share(ending(EndClass::Component), *mass),
            c_c: share(ending(EndClass::Biological), *mass),
            e_c: ratio(output, intake),
        });
    }
}
