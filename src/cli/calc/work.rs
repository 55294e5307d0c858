//! Formulas of work and uncertainty: losses, jobs, sewing, distributions.

use super::keys::Keys;
use super::{Given, number};
use crate::text::CliMsg;
use crate::uncertainty::distribution::{Lognormal, Pert};
use crate::work::hours::{hours_per_kg, sewing_hours, standard_minutes};
use serde_json::json;

pub const SEWING: &[&str] = &[
    "smv_min",
    "efficiency",
    "k_indirect",
    "observed_s",
    "rating",
    "pfd",
];

/// Mass before each loss, from the garment back to the fibre.
pub fn mass_chain(keys: &Keys<'_>) -> Given {
    let mass = keys.not_negative("mass_kg", keys.number("mass_kg")?)?;
    let losses: Vec<f64> = keys.json("losses", "'[0.15,0.0545,0.12]'")?;
    let basis = if keys.has("basis") {
        keys.text("basis")?
    } else {
        "input"
    };
    let mut steps = Vec::with_capacity(losses.len());
    let mut kg = mass;
    for loss in losses {
        kg = match basis {
            "input" if loss < 1.0 => kg / (1.0 - keys.in_share("losses", loss)?),
            "input" => {
                let value = loss.to_string();
                return Err(keys.say(CliMsg::LossOne, &[("key", "losses"), ("value", &value)]));
            }
            "output" => kg * (1.0 + keys.not_negative("losses", loss)?),
            text => return Err(keys.say(CliMsg::NotBasis, &[("text", text)])),
        };
        steps.push(kg);
    }
    let per_kg = if mass > 0.0 { kg / mass } else { 1.0 };
    Ok(vec![("steps", json!(steps)), number("input_per_kg", per_kg)])
}

pub fn fte(keys: &Keys<'_>) -> Given {
    keys.exclude("hours", "fte_per_kt")?;
    let per_fte = keys.positive("hours_per_fte", keys.number("hours_per_fte")?)?;
    if keys.has("fte_per_kt") {
        let factor = keys.not_negative("fte_per_kt", keys.number("fte_per_kt")?)?;
        return Ok(vec![number("h_per_kg", hours_per_kg(factor, per_fte))]);
    }
    let hours = keys.not_negative("hours", keys.number("hours")?)?;
    Ok(vec![number("fte", hours / per_fte)])
}

pub fn sewing(keys: &Keys<'_>) -> Given {
    for (first, second) in [
        ("smv_min", "observed_s"),
        ("efficiency", "rating"),
        ("k_indirect", "pfd"),
    ] {
        keys.exclude(first, second)?;
    }
    if keys.has("observed_s") || keys.has("rating") || keys.has("pfd") {
        let observed = keys.positive("observed_s", keys.number("observed_s")?)?;
        let rating = keys.positive("rating", keys.number("rating")?)?;
        let allowance = keys.not_negative("pfd", keys.number("pfd")?)?;
        let minutes = standard_minutes(observed, rating, allowance);
        return Ok(vec![
            number("smv_min", minutes),
            number("per_hour", 60.0 / minutes),
        ]);
    }
    let minutes = keys.not_negative("smv_min", keys.number("smv_min")?)?;
    let efficiency = keys.positive("efficiency", keys.number("efficiency")?)?;
    let indirect = keys.positive("k_indirect", keys.number("k_indirect")?)?;
    Ok(vec![number(
        "h_per_piece",
        sewing_hours(minutes, keys.in_share("efficiency", efficiency)?, indirect),
    )])
}

fn probability(keys: &Keys<'_>) -> Result<f64, String> {
    let p = keys.number_or("p", 0.5)?;
    if p > 0.0 && p < 1.0 {
        Ok(p)
    } else {
        Err(keys.say(CliMsg::NotProbability, &[("value", &p.to_string())]))
    }
}

pub fn pert(keys: &Keys<'_>) -> Given {
    let pert = Pert::new(keys.number("low")?, keys.number("mode")?, keys.number("high")?)
        .ok_or_else(|| keys.say(CliMsg::NotOrdered, &[]))?;
    Ok(vec![
        number("alpha", pert.alpha),
        number("beta", pert.beta),
        number("mean", pert.mean()),
        number("variance", pert.variance()),
        number("quantile", pert.quantile(probability(keys)?)),
    ])
}

pub fn lognormal(keys: &Keys<'_>) -> Given {
    let lognormal = Lognormal::from_p05_p95(keys.number("p05")?, keys.number("p95")?)
        .ok_or_else(|| keys.say(CliMsg::NotP05P95, &[]))?;
    Ok(vec![
        number("mu", lognormal.mu),
        number("sigma", lognormal.sigma),
        number("median", lognormal.median()),
        number("mean", lognormal.mean()),
        number("quantile", lognormal.quantile(probability(keys)?)),
    ])
}
