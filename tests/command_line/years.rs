//! Years from one pathway to another: closed forms, mass balance, and the steady state where nothing changes.
#![allow(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a test stops at what cannot be"
)]

use clap::Parser;
use reloom::assess::assess;
use reloom::cli::{Cli, run as run_command};
use reloom::data::Library;
use reloom::text::Lang;
use reloom::years::{By, Inputs, Ramp, discarded_after, inputs, run};

fn reloom(words: &[&str]) -> (u8, String, String) {
    let cli = Cli::try_parse_from(["reloom"].iter().chain(words)).unwrap();
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let code = run_command(&cli.command.unwrap(), Lang::En, &mut out, &mut err);
    (
        code,
        String::from_utf8(out).unwrap(),
        String::from_utf8(err).unwrap(),
    )
}

const ROUND: Inputs = Inputs {
    pieces: 1000.0,
    kg: 0.5,
    life_years: 3.0,
    gained: 40.0,
    lost: 10.0,
    collected: [0.2, 0.6],
    ended: [0.5, 0.5],
};

#[test]
fn where_nothing_changes_every_year_is_the_steady_state() {
    let project = reloom::presets::get("school_uniform").unwrap().project().unwrap();
    let assessment = assess(&project, Library::builtin());
    let today = project.baseline.clone();
    let inputs = inputs(&project, Library::builtin(), &assessment, [&today, &today]).unwrap();
    let ramp = Ramp {
        until: 2060,
        ..Ramp::new(2026, 2030)
    };
    for year in run(&inputs, &ramp) {
        assert_eq!((year.gained_h, year.lost_h), (0.0, 0.0));
        assert!((year.discarded - inputs.pieces).abs() < 1e-9 * inputs.pieces);
        assert!((year.collected - inputs.pieces * inputs.collected[0]).abs() < 1e-9 * inputs.pieces);
        assert!(
            year.balance_kg.abs() < 1e-9 * inputs.pieces * inputs.kg,
            "{year:?}"
        );
    }
}

#[test]
fn long_after_the_ramp_every_year_is_that_of_the_new_pathway() {
    let project = reloom::presets::get("school_uniform").unwrap().project().unwrap();
    let assessment = assess(&project, Library::builtin());
    let (today, to) = (project.baseline.clone(), "repair_first".into());
    let inputs = inputs(&project, Library::builtin(), &assessment, [&today, &to]).unwrap();
    let years = run(
        &inputs,
        &Ramp {
            until: 2126,
            ..Ramp::new(2026, 2030)
        },
    );
    let (first, last) = (years[0], years[100]);
    let totals = &assessment.pathway(&to).unwrap().totals;
    let thousands = inputs.pieces / 1000.0;
    assert!((first.gained_h, first.lost_h) == (0.0, 0.0));
    assert!((last.gained_h - totals.gained * thousands).abs() < 1e-9 * totals.gained * thousands);
    assert!((last.lost_h - totals.lost * thousands).abs() < 1e-9 * totals.lost.max(1.0) * thousands);
    // What is sold on the new way is discarded later: the work lags behind the ramp.
    let at_end = years[4];
    assert!(at_end.gained_h > 0.0 && at_end.gained_h < last.gained_h);
    assert!(years.windows(2).all(|pair| pair[1].gained_h >= pair[0].gained_h));
}

#[test]
fn a_ramp_is_what_the_closed_form_gives() {
    // All at once in 2027: of the garments discarded in 2027 + n the new way has those sold since.
    let years = run(
        &ROUND,
        &Ramp {
            until: 2035,
            ..Ramp::new(2026, 2027)
        },
    );
    let shares = discarded_after(3.0);
    for (at, year) in years.iter().enumerate() {
        let new: f64 = shares.iter().take(at).sum::<f64>() * 1000.0;
        assert!((year.on_new_way - new).abs() < 1e-9, "{year:?}");
        assert!((year.gained_h - new / 1000.0 * 40.0).abs() < 1e-9);
        assert!((year.collected - (200.0 + new * 0.4)).abs() < 1e-9);
    }
    // By the year of discard the delay plays no part: 0, ¼, ½, ¾, 1.
    let ramp = Ramp {
        by: By::Discarded,
        ..Ramp::new(2026, 2030)
    };
    let gained: Vec<f64> = run(&ROUND, &ramp).iter().map(|year| year.gained_h).collect();
    for (found, expected) in gained.iter().zip([0.0, 10.0, 20.0, 30.0, 40.0]) {
        assert!((found - expected).abs() < 1e-9, "{gained:?}");
    }
}

#[test]
fn mass_is_kept_whatever_changes() {
    for (growth, capacity_t) in [(0.0, None), (0.07, None), (-0.1, Some(0.1)), (0.5, Some(0.0))] {
        let ramp = Ramp {
            until: 2080,
            growth,
            capacity_t,
            productivity: -0.02,
            ..Ramp::new(2026, 2035)
        };
        let years = run(&ROUND, &ramp);
        let (mut worn, mut first) = (0.0, true);
        for year in &years {
            assert!(
                year.balance_kg.abs() <= 1e-9 * (year.sold + year.worn) * 0.5,
                "{growth}: {year:?}"
            );
            assert!(
                first
                    || (worn + year.sold - year.discarded - year.worn).abs()
                        <= 1e-9 * (year.sold + year.worn)
            );
            assert!(capacity_t.is_none_or(|most| year.on_new_way * 0.5 <= most * 1000.0 + 1e-9));
            (worn, first) = (year.worn, false);
        }
        // A product that sells more discards less than is sold, and the reverse.
        let last = years.last().unwrap();
        assert!(growth == 0.0 || (last.discarded < last.sold) == (growth > 0.0));
    }
    // 2 % less work each year: after ten years 0.98¹⁰ of it.
    let ramp = Ramp {
        until: 2126,
        productivity: -0.02,
        ..Ramp::new(2026, 2027)
    };
    let years = run(&ROUND, &ramp);
    let expected = 40.0 * (0..100).fold(1.0, |product, _| product * 0.98);
    assert!((years[100].gained_h - expected).abs() < 1e-9);
}

#[test]
fn the_command_prints_the_contracts_keys() {
    let line = "years preset:school_uniform --from today --to repair_first --start 2026 --end 2030";
    let words: Vec<&str> = line.split(' ').collect();
    let (code, out, err) = reloom(&words);
    assert_eq!(code, 0, "{err}");
    let json: serde_json::Value = serde_json::from_str(&out).unwrap();
    let years = json["years"].as_array().unwrap();
    assert_eq!(years.len(), 5);
    let keys: Vec<&String> = years[0].as_object().unwrap().keys().collect();
    let mut expected = [
        "year",
        "gained_h",
        "lost_h",
        "sold",
        "discarded",
        "collected",
        "balance_kg",
    ];
    expected.sort_unstable();
    let mut found: Vec<&str> = keys.iter().map(|key| key.as_str()).collect();
    found.sort_unstable();
    assert_eq!(found, expected);
    assert!(err.contains("years on average"), "{err}");
    let csv: Vec<&str> = words.iter().copied().chain(["--format", "csv"]).collect();
    let (_, out, _) = reloom(&csv);
    assert_eq!(out.lines().count(), 6);
    assert!(out.starts_with("year,gained_h,lost_h,sold,discarded,collected,balance_kg\n2026,"));
}

#[test]
fn years_that_cannot_be_are_refused_in_one_sentence() {
    let start = "years preset:school_uniform --from today --to repair_first";
    for (more, word) in [
        ("--start 2030 --end 2026", "in order"),
        ("--start 2026 --end 2300", "at most 200"),
        ("--start 2026 --end 2030 --productivity -2", "productivity"),
        ("--start 2026 --end 2030 --growth NaN", "growth"),
        ("--start 2026 --end 2030 --capacity NaN", "capacity"),
    ] {
        let words: Vec<&str> = start.split(' ').chain(more.split(' ')).collect();
        let (code, out, err) = reloom(&words);
        assert_eq!(code, 2, "{more}");
        assert!(
            out.is_empty() && err.contains(word) && err.lines().count() == 1,
            "{err}"
        );
    }
    let words = "years preset:tshirt --from today --to nowhere --start 2026 --end 2030";
    let (code, _, err) = reloom(&words.split(' ').collect::<Vec<_>>());
    assert!(code == 2 && err.contains("nowhere"), "{err}");
}
