//! Circularity of one solved pathway: the shares of each part, and every indicator from them.

use super::engine::Outcome;
use crate::flow::network::{EndClass, ItemRole, PartNumbers};
use crate::flow::{Plan, Slot, Solution};
use crate::indicator::flows::{
    Inflow, InflowPart, Outflow, inflow, material_circularity, outflow, with_production,
};
use crate::indicator::lifetime::{UseVisits, deviation, grams_per_100_wears, lifetime, material_uses};
use crate::indicator::mci::{Mci, Part, mci};

/// Shares of one part from first sale.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct PartShares {
    /// Taken in at gates whose output is recycled or downcycled.
    pub c_r: f64,
    /// In component ends.
    pub c_u: f64,
    /// In biological ends.
    pub c_c: f64,
    /// Recycled and downcycled output per intake; 1 without intake.
    pub e_c: f64,
    /// As `c_r`, each intake by the quality of its output.
    pub c_r_quality: f64,
    /// As `e_c`, intake and output by the quality of the output.
    pub e_c_quality: f64,
}

/// Circularity of one pathway.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Circularity {
    /// Material Circularity Indicator with its terms.
    pub mci: Mci,
    /// The same formula with what is taken in for recycling counted by the quality of its output: ours, not of the
    /// source of MCI.
    pub quality: Mci,
    /// What goes in.
    pub inflow: Inflow,
    /// Where the mass ends.
    pub outflow: Outflow,
    /// Expected lives of the item.
    pub item_uses: f64,
    /// Expected uses of the material.
    pub material_uses: Option<f64>,
    /// Expected wears over all lives.
    pub wears: f64,
    /// Virgin feedstock per 100 wears, g.
    pub v_g_per_100_wears: f64,
    /// Unrecoverable waste per 100 wears, g.
    pub w_g_per_100_wears: f64,
    /// New garments avoided per piece.
    pub garments_avoided: f64,
    /// Standard deviation of the lives of the item.
    pub item_uses_sd: f64,
    /// Material circularity in the sense of the Circular Transition Indicators.
    pub material_circularity: f64,
    /// Share of the mass that the own stream gives back to this product.
    pub closed_loop_share: f64,
    /// Virgin feedstock with production waste, kg.
    pub v_with_production: f64,
    /// Unrecoverable waste with production waste, kg.
    pub w_with_production: f64,
}

impl Circularity {
    /// Share of the recycled content that depends on other products' waste; `None` without recycled content.
    pub fn from_others(&self) -> Option<f64> {
        let claimed = self.inflow.recycled();
        (claimed > 0.0).then(|| (claimed - self.closed_loop_share).max(0.0) / claimed)
    }
}

/// Circularity of a solved pathway.
pub(super) fn circularity(
    parts: &[PartNumbers<Slot>],
    plan: &Plan,
    numbers: &[f64],
    masses: &[f64],
    gross_kg: f64,
    out: &Outcome,
) -> Circularity {
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
                first: solution.first.get(at).copied().unwrap_or(0.0),
                later: solution.later.get(at).copied().unwrap_or(0.0),
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
        .map(|(at, end)| (end.class, solution.end_parts(plan, at).iter().sum::<f64>()));
    let outflow = outflow(ends, masses.iter().sum());
    let inflow = inflow(parts.iter().map(|part| inflow_input(part, numbers)));
    let closed = plan
        .ends
        .iter()
        .enumerate()
        .filter(|(_, end)| end.class == EndClass::Recycled);
    let closed: f64 = closed
        .map(|(at, end)| solution.end_parts(plan, at).iter().sum::<f64>() * end.closed_share.of(numbers))
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
        closed_loop_share: if score.m > 0.0 { closed / score.m } else { 0.0 },
        v_with_production: with_production.0,
        w_with_production: with_production.1,
    }
}

/// The indicator of a product with mass; without mass there is none.
fn scored(score: Mci) -> Mci {
    Mci {
        mci: if score.m > 0.0 { score.mci } else { f64::NAN },
        ..score
    }
}

fn part_input(part: &PartNumbers<Slot>, shares: &PartShares, numbers: &[f64]) -> Part {
    Part {
        m: part.mass_kg.of(numbers),
        f_r: part.f_r_textile.of(numbers) + part.f_r_other.of(numbers),
        f_u: part.f_u.of(numbers),
        f_s: part.f_s.of(numbers),
        c_r: shares.c_r,
        c_u: shares.c_u,
        c_c: shares.c_c,
        c_e: 0.0,
        e_c: shares.e_c,
        e_f: part.e_f.of(numbers),
    }
}

pub(super) fn inflow_input(part: &PartNumbers<Slot>, numbers: &[f64]) -> InflowPart {
    InflowPart {
        m: part.mass_kg.of(numbers),
        f_r_textile: part.f_r_textile.of(numbers),
        f_r_other: part.f_r_other.of(numbers),
        f_u: part.f_u.of(numbers),
        f_s: part.f_s.of(numbers),
    }
}

/// `C_R`, `C_U`, `C_C` and `E_C` of each part; zero shares for a part without mass.
pub(super) fn part_shares(
    plan: &Plan,
    solution: &Solution,
    numbers: &[f64],
    masses: &[f64],
    out: &mut Vec<PartShares>,
) {
    out.clear();
    for (part, mass) in masses.iter().enumerate() {
        let (mut intake, mut output, mut good_intake, mut good_output) = (0.0, 0.0, 0.0, 0.0);
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
        let ending = |class: EndClass| -> f64 {
            let ends = plan.ends.iter().enumerate().filter(|(_, end)| end.class == class);
            ends.map(|(at, _)| solution.end_parts(plan, at).get(part).copied().unwrap_or(0.0))
                .sum()
        };
        // An empty sum is −0; adding 0 makes it 0.
        let share = |kg: f64| if *mass > 0.0 { (kg + 0.0) / mass } else { 0.0 };
        let ratio = |output: f64, intake: f64| if intake > 0.0 { output / intake } else { 1.0 };
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
