//! Formulas of circularity: MCI, feasibility, chains, lives.

use super::keys::Keys;
use super::{Given, number};
use crate::indicator::chain::chain as absorbing_chain;
use crate::indicator::lifetime::lives;
use crate::indicator::mci::{self as indicator, Mci, Part, score, utility};
use crate::quantity::Quantity;
use crate::text::CliMsg;
use serde::Deserialize;
use serde_json::json;

pub const MCI: &[&str] = &[
    "M", "F_R", "F_U", "F_S", "C_R", "C_U", "C_C", "C_E", "E_C", "E_F", "X", "L", "L_av", "U", "U_av",
    "parts", "LFI",
];

pub const FEASIBILITY: &[&str] = &["F_R", "C_R", "E_C", "E_F", "closed_share"];

/// One part in `parts='[…]'`; the letters are those of the source.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(non_snake_case, reason = "keys are the letters of the source")]
struct PartKeys {
    M: f64,
    #[serde(default)]
    F_R: f64,
    #[serde(default)]
    F_U: f64,
    #[serde(default)]
    F_S: f64,
    #[serde(default)]
    C_R: f64,
    #[serde(default)]
    C_U: f64,
    #[serde(default)]
    C_C: f64,
    #[serde(default)]
    C_E: f64,
    #[serde(default = "whole")]
    E_C: f64,
    #[serde(default = "whole")]
    E_F: f64,
}

fn whole() -> f64 {
    1.0
}

impl From<PartKeys> for Part {
    fn from(keys: PartKeys) -> Self {
        Self {
            m: keys.M,
            f_r: keys.F_R,
            f_u: keys.F_U,
            f_s: keys.F_S,
            c_r: keys.C_R,
            c_u: keys.C_U,
            c_c: keys.C_C,
            c_e: keys.C_E,
            e_c: keys.E_C,
            e_f: keys.E_F,
        }
    }
}

/// Utility `X`, given or from lives and intensities.
fn x(keys: &Keys<'_>) -> Result<f64, String> {
    for letter in ["L", "L_av", "U", "U_av"] {
        keys.exclude("X", letter)?;
    }
    let x = if keys.has("L") || keys.has("L_av") || keys.has("U") || keys.has("U_av") {
        let above = |key: &str| {
            keys.number_or(key, 1.0)
                .and_then(|value| keys.positive(key, value))
        };
        let pair = |key: &str, average: &str| {
            if keys.has(key) != keys.has(average) {
                keys.number(if keys.has(key) { average } else { key })?;
            }
            Ok::<_, String>((above(key)?, above(average)?))
        };
        let ((l, l_av), (u, u_av)) = (pair("L", "L_av")?, pair("U", "U_av")?);
        utility(l, l_av, u, u_av)
    } else {
        keys.number_or("X", 1.0)?
    };
    keys.positive("X", x)
}

pub fn mci(keys: &Keys<'_>) -> Given {
    if keys.has("LFI") {
        let letters = MCI
            .iter()
            .filter(|letter| !matches!(**letter, "LFI" | "X" | "L" | "L_av" | "U" | "U_av"));
        letters
            .into_iter()
            .try_for_each(|letter| keys.exclude("LFI", letter))?;
        let lfi = keys.share_or("LFI", 0.0)?;
        let x = x(keys)?;
        return Ok(vec![
            number("LFI", lfi),
            number("X", x),
            number("MCI", score(lfi, x)),
        ]);
    }
    let parts = if keys.has("parts") {
        for letter in MCI.iter().take(10) {
            keys.exclude("parts", letter)?;
        }
        let parts: Vec<PartKeys> = keys.json("parts", "'[{\"M\":0.2,\"F_R\":0.5}]'")?;
        parts.into_iter().map(Part::from).collect()
    } else {
        vec![single(keys)?]
    };
    parts.iter().try_for_each(|part| check(keys, part))?;
    let result = indicator::mci(parts, x(keys)?);
    Ok(terms(&result))
}

fn single(keys: &Keys<'_>) -> Result<Part, String> {
    let share = |key: &str| keys.number_or(key, 0.0);
    Ok(Part {
        m: keys.number_or("M", 1.0)?,
        f_r: share("F_R")?,
        f_u: share("F_U")?,
        f_s: share("F_S")?,
        c_r: share("C_R")?,
        c_u: share("C_U")?,
        c_c: share("C_C")?,
        c_e: share("C_E")?,
        e_c: keys.number_or("E_C", 1.0)?,
        e_f: keys.number_or("E_F", 1.0)?,
    })
}

fn check(keys: &Keys<'_>, part: &Part) -> Result<(), String> {
    keys.not_negative("M", part.m)?;
    let shares = [
        ("F_R", part.f_r),
        ("F_U", part.f_u),
        ("F_S", part.f_s),
        ("C_R", part.c_r),
        ("C_U", part.c_u),
        ("C_C", part.c_c),
        ("C_E", part.c_e),
        ("E_C", part.e_c),
        ("E_F", part.e_f),
    ];
    for (key, value) in shares {
        keys.in_share(key, value)?;
    }
    let sums = [
        ("F_R F_U F_S", part.f_r + part.f_u + part.f_s),
        ("C_R C_U C_C C_E", part.c_r + part.c_u + part.c_c + part.c_e),
    ];
    for (names, sum) in sums {
        if sum > 1.0 + 1e-9 {
            return Err(keys.say(
                CliMsg::SharesAbove,
                &[("keys", names), ("value", &sum.to_string())],
            ));
        }
    }
    if part.f_r > 0.0 && part.e_f <= 0.0 {
        return Err(keys.say(CliMsg::NoEfficiency, &[]));
    }
    Ok(())
}

fn terms(result: &Mci) -> Vec<(&'static str, serde_json::Value)> {
    vec![
        number("V", result.v),
        number("W", result.w),
        number("W_0", result.w_0),
        number("W_F", result.w_f),
        number("W_C", result.w_c),
        number("LFI", result.lfi),
        number("X", result.x),
        number("MCI", result.mci),
    ]
}

pub fn feasibility(keys: &Keys<'_>) -> Given {
    let part = Part {
        f_r: keys.share_or("F_R", 0.0)?,
        c_r: keys.share_or("C_R", 0.0)?,
        e_c: keys.share_or("E_C", 1.0)?,
        e_f: keys.share_or("E_F", 1.0)?,
        ..Part::default()
    };
    check(keys, &part)?;
    let feasible = indicator::feasibility(part.f_r, part.c_r, part.e_c, keys.share_or("closed_share", 1.0)?);
    let at_max = Part {
        f_r: feasible.closed_loop_f_r_max,
        ..part
    };
    check(keys, &at_max)?;
    Ok(vec![
        number("closed_loop_F_R_max", feasible.closed_loop_f_r_max),
        number("from_others", feasible.from_others),
        number("MCI", indicator::mci([part], 1.0).mci),
        number("MCI_at_max", indicator::mci([at_max], 1.0).mci),
    ])
}

pub fn chain(keys: &Keys<'_>) -> Given {
    let q: Vec<Vec<f64>> = keys.json("Q", "'[[0,0.3],[0.5,0]]'")?;
    let r = absorbing(keys, &q)?;
    let state = |key: &str, value: f64| {
        let fits = value >= 0.0 && value.fract() == 0.0 && value < q.len() as f64;
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "checked to be a whole state"
        )]
        fits.then_some(value as usize).ok_or_else(|| {
            keys.say(
                CliMsg::NoSuchState,
                &[("key", key), ("value", &value.to_string())],
            )
        })
    };
    let start = state("start", keys.number_or("start", 0.0)?)?;
    let uses: Vec<f64> = if keys.has("use") {
        keys.json("use", "'[0]'")?
    } else {
        vec![0.0]
    };
    let uses: Vec<usize> = uses
        .into_iter()
        .map(|value| state("use", value))
        .collect::<Result<_, _>>()?;
    let result = absorbing_chain(&q, &r, start).map_err(|states| {
        let states: Vec<String> = states.iter().map(ToString::to_string).collect();
        keys.say(CliMsg::NeverLeaves, &[("states", &states.join(", "))])
    })?;
    let total: f64 = uses.iter().filter_map(|state| result.visits.get(*state)).sum();
    Ok(vec![
        ("visits", json!(result.visits)),
        ("variance", json!(result.variance)),
        ("absorption", json!(result.absorption)),
        number("uses", total),
    ])
}

/// The absorbing shares, given or what each row of `q` leaves; checks both.
fn absorbing(keys: &Keys<'_>, q: &[Vec<f64>]) -> Result<Vec<Vec<f64>>, String> {
    if q.is_empty() || q.iter().any(|row| row.len() != q.len()) {
        return Err(keys.say(CliMsg::NotSquare, &[("key", "Q")]));
    }
    let given: Option<Vec<Vec<f64>>> = keys
        .has("R")
        .then(|| keys.json("R", "'[[0.7],[0.5]]'"))
        .transpose()?;
    let r = given.unwrap_or_else(|| q.iter().map(|row| vec![1.0 - row.iter().sum::<f64>()]).collect());
    if r.len() != q.len()
        || r.iter()
            .any(|row| r.first().is_some_and(|first| first.len() != row.len()))
    {
        return Err(keys.say(CliMsg::NotSquare, &[("key", "R")]));
    }
    for (key, rows) in [("Q", q), ("R", &r)] {
        for value in rows
            .iter()
            .flatten()
            .filter(|value| key == "Q" || **value < -1e-9 || keys.has("R"))
        {
            let rounded = if value.abs() < 1e-9 { 0.0 } else { *value };
            if key == "R" && !keys.has("R") {
                let row = q
                    .iter()
                    .position(|row| row.iter().sum::<f64>() > 1.0)
                    .unwrap_or(0);
                let sum: f64 = q.get(row).map_or(0.0, |row| row.iter().sum());
                let said = [("row", row.to_string()), ("value", sum.to_string())];
                return Err(keys.say(
                    CliMsg::RowAboveOne,
                    &said.each_ref().map(|(k, v)| (*k, v.as_str())),
                ));
            }
            keys.in_share(key, rounded)?;
        }
    }
    for (row, (inside, out)) in q.iter().zip(&r).enumerate() {
        let sum: f64 = inside.iter().chain(out).sum();
        if (sum - 1.0).abs() > 1e-9 {
            let said = [("row", row.to_string()), ("value", sum.to_string())];
            return Err(keys.say(CliMsg::RowAbove, &said.each_ref().map(|(k, v)| (*k, v.as_str()))));
        }
    }
    Ok(r)
}

pub fn max_lives(keys: &Keys<'_>) -> Given {
    let back = keys.share_or("back", 0.0)?;
    keys.text("back")?;
    let text = keys.text("max_lives")?;
    let cap = match text {
        "inf" => None,
        text => {
            let is_known = |lives: &u32| Quantity::Lives.holds(f64::from(*lives));
            let lives = text.parse::<u32>().ok().filter(is_known);
            Some(lives.ok_or_else(|| keys.say(CliMsg::NotLives, &[("text", text)]))?)
        }
    };
    let uses = lives(back, cap).ok_or_else(|| keys.say(CliMsg::NoEnd, &[]))?;
    Ok(vec![number("uses", uses)])
}
