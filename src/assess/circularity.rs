//! Circularity of one solved pathway: the shares of each part, and every indicator from them.

use super::engine::Outcome;
use crate::flow::network::{EndClass, ItemRole, PartNumbers};
use crate::flow::{Plan, Slot, Solution};
use crate::indicator::flows::{
    Inflow, InflowPart, Outflow, inflow, material_circularity, outflow, with_production,
};
use crate::indicator::lifetime::{UseVisits, deviation, grams_per_100_wears, lifetime, material_uses};
use crate::indicator::mci::{Mci, Part, mci};
use crate::quantity::{Number, side_by_side};

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
    /// As `c_r`, each intake by the quality of its output.
    pub c_r_quality: N,
    /// As `e_c`, intake and output by the quality of the output.
    pub e_c_quality: N,
}

side_by_side! {
    /// Circularity of one pathway.
    #[derive(Debug, Clone, Copy, PartialEq, Default)]
    pub struct Circularity<N> {
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
}

impl Circularity {
    /// Share of the recycled content that depends on other products' waste; `None` without recycled content.
    pub fn from_others(&self) -> Option<f64> {
        let claimed = self.inflow.recycled();
        (claimed > 0.0).then(|| (claimed - self.closed_loop_share).max(0.0) / claimed)
    }
}

/// Circularity of a solved pathway.
pub(super) fn circularity<N: Number>(
    parts: &[PartNumbers<Slot>],
    plan: &Plan,
    numbers: &[N],
    masses: &[N],
    gross_kg: N,
    out: &Outcome<N>,
) -> Circularity<N> {
    let solution = &out.solution;
    let uses = plan
        .items
        .iter()
        .enumerate()
        .filter_map(|(at, item)| match item.role {
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
        });
    let life = lifetime(uses);
    let x = life.wears / plan.average_wears.of(numbers);
    let inputs = parts
        .iter()
        .zip(&out.parts)
        .map(|(part, shares)| part_input(part, shares, numbers));
    let score = scored(mci(inputs, x));
    let inputs = parts.iter().zip(&out.parts).map(|(part, shares)| Part {
        c_r: shares.c_r_quality,
        e_c: shares.e_c_quality,
        ..part_input(part, shares, numbers)
    });
    let quality = scored(mci(inputs, x));
    let ends = plan
        .ends
        .iter()
        .enumerate()
        .map(|(at, end)| (end.class, solution.end_parts(plan, at).iter().copied().sum::<N>()));
    let outflow = outflow(ends, masses.iter().copied().sum());
    let inflow = inflow(parts.iter().map(|part| inflow_input(part, numbers)));
    let closed = plan
        .ends
        .iter()
        .enumerate()
        .filter(|(_, end)| end.class == EndClass::Recycled);
    let closed: N = closed
        .map(|(at, end)| {
            solution.end_parts(plan, at).iter().copied().sum::<N>() * end.closed_share.of(numbers)
        })
        .sum();
    let with_production = with_production(score.v, score.w, score.m, gross_kg);
    Circularity {
        mci: score,
        quality,
        inflow,
        outflow,
        item_uses: life.item_uses,
        material_uses: material_uses(life.item_uses, outflow.recycled, outflow.reused),
        wears: life.wears,
        v_g_per_100_wears: grams_per_100_wears(score.v, life.wears),
        w_g_per_100_wears: grams_per_100_wears(score.w, life.wears),
        garments_avoided: out.avoided.garments,
        item_uses_sd: deviation(life.item_uses, solution.lives_squared),
        material_circularity: material_circularity(&inflow, &outflow),
        closed_loop_share: score.m.if_above(0.0, closed / score.m, N::ZERO),
        v_with_production: with_production.0,
        w_with_production: with_production.1,
    }
}

/// The indicator of a product with mass; without mass there is none.
fn scored<N: Number>(score: Mci<N>) -> Mci<N> {
    Mci {
        mci: score.m.if_above(0.0, score.mci, N::of(f64::NAN)),
        ..score
    }
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
    numbers: &[N],
    masses: &[N],
    out: &mut Vec<PartShares<N>>,
) {
    out.clear();
    for (part, mass) in masses.iter().enumerate() {
        let (mut intake, mut output) = (N::ZERO, N::ZERO);
        let (mut good_intake, mut good_output) = (N::ZERO, N::ZERO);
        for (stage, material) in plan.materials.iter().enumerate() {
            let quality = material.gates.get(part).and_then(|gate| gate.recycling_quality);
            if let (Some(quality), Some(flow)) = (quality, solution.gates_at(plan, stage).get(part)) {
                let quality = quality.of(numbers);
                intake += flow.output + flow.residue;
                output += flow.output;
                good_intake += quality * (flow.output + flow.residue);
                good_output += quality * flow.output;
            }
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
        // An empty sum is −0; adding 0 makes it 0.
        let share = |kg: N| mass.if_above(0.0, (kg + N::ZERO) / *mass, N::ZERO);
        let ratio = |output: N, intake: N| intake.if_above(0.0, output / intake, N::ONE);
        out.push(PartShares {
            c_r: share(intake),
            c_u: share(ending(EndClass::Component)),
            c_c: share(ending(EndClass::Biological)),
            e_c: ratio(output, intake),
            c_r_quality: share(good_intake),
            e_c_quality: ratio(good_output, good_intake),
        });
    }
}
