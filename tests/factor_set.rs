//! Factor sets: readable, read with the place of what is wrong, nothing lost, imported as one step.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails loudly")]

use reloom::data::Library;
use reloom::edit::{Edit, History};
use reloom::model::{Estimate, FactorId, Override, Overrides};
use reloom::presets;
use reloom::project_file::{FactorSet, ReadError, SET_VERSION, SetFlag, ValueFault, read_set, write_set};
use reloom::text::Lang;
use std::collections::BTreeMap;

/// A set of every shape; its lines are counted in the tests below.
const SET: &str = r#"#![enable(implicit_some)]
(
    version: 1,
    name: "柯桥 2026",
    note: "three mills",
    factors: {
        "work.sewing.CN": (value: 300.0, low: 250.0, high: 380.0, unit: "FTE per 1000 t garment", note: "time study"),
        "work.teleporting.CN": (value: 1.0),
        "route.chem_pet.recovery": (value: 0.8, low: 0.7),
    },
)
"#;

fn own(value: f64, range: Option<(f64, f64)>, note: &str) -> Override {
    Override {
        figure: Estimate { value, range },
        note: note.to_owned(),
    }
}

fn figures() -> Overrides {
    BTreeMap::from([
        (
            "work.sewing.CN".into(),
            own(300.0, Some((250.0, 380.0)), "time study"),
        ),
        ("work.teleporting.CN".into(), own(1.0, None, "")),
        ("route.chem_pet.recovery".into(), own(0.8, Some((0.7, 0.8)), "")),
    ])
}

fn refused(from: &str, to: &str) -> ReadError {
    assert!(SET.contains(from), "{from}");
    read_set(SET.replacen(from, to, 1).as_bytes()).unwrap_err().0
}

#[test]
fn a_set_is_read_as_it_stands() {
    let set = read_set(SET.as_bytes()).unwrap();
    assert_eq!(
        (set.name.as_str(), set.note.as_str()),
        ("柯桥 2026", "three mills")
    );
    assert_eq!(set.figures, figures());
    assert_eq!(set.units.len(), 1);
}

#[test]
fn every_released_set_still_opens() {
    let text = include_str!("files/sets/v1.factors.ron");
    let set = read_set(text.as_bytes()).unwrap();
    // It was written when sewing still had its old id.
    let now = text.replace("work.garment.", "work.sewing.");
    assert_eq!(write_set(&set), Some(now), "and is written alike");
}

#[test]
fn what_is_written_is_read_again_and_can_be_read_by_people() {
    let set = FactorSet::of("Our mills \"B\"", "line\none", &figures(), Library::builtin());
    let text = write_set(&set).unwrap();
    assert_eq!(read_set(text.as_bytes()).unwrap(), set);
    assert!(
        text.contains("    version: 1,\n    name: "),
        "the version stands first"
    );
    let line = text.lines().find(|line| line.contains("work.sewing.CN")).unwrap();
    for part in [
        "value: 300.0",
        "low: 250.0",
        "high: 380.0",
        "FTE per 1000 t garment",
        "time study",
    ] {
        assert!(line.contains(part), "{line}");
    }
    // What would not open again is not given out.
    let broken = BTreeMap::from([("work.sewing.CN".into(), own(f64::NAN, None, ""))]);
    assert_eq!(
        write_set(&FactorSet::of("x", "", &broken, Library::builtin())),
        None
    );
    let upside_down = BTreeMap::from([("work.sewing.CN".into(), own(1.0, Some((2.0, 3.0)), ""))]);
    assert_eq!(
        write_set(&FactorSet::of("x", "", &upside_down, Library::builtin())),
        None
    );
}

#[test]
fn errors_name_line_column_and_key() {
    type Expected = fn(&ValueFault) -> bool;
    let cases: [(&str, &str, usize, &str, Expected); 5] = [
        ("value: 300.0", "value: -3.0", 7, "factors", |fault| {
            matches!(fault, ValueFault::Negative(_))
        }),
        ("low: 250.0", "low: 350.0", 7, "factors", |fault| {
            matches!(fault, ValueFault::Order { .. })
        }),
        ("value: 1.0", "valeu: 1.0", 8, "factors", |fault| {
            matches!(fault, ValueFault::UnknownKey { .. })
        }),
        (
            "value: 1.0",
            "note: \"x\"",
            8,
            "factors",
            |fault| matches!(fault, ValueFault::Missing(key) if key == "value"),
        ),
        (
            "route.chem_pet.recovery",
            "work.sewing.CN",
            9,
            "factors",
            |fault| matches!(fault, ValueFault::Twice { .. }),
        ),
    ];
    for (from, to, wanted, key, is_expected) in cases {
        match refused(from, to) {
            ReadError::Value {
                line, path, fault, ..
            } => {
                assert_eq!(line, wanted, "{to}: {fault:?}");
                assert!(path.starts_with(key), "{path}");
                assert!(is_expected(&fault), "{to}: {fault:?}");
            }
            other => panic!("{to}: {other:?}"),
        }
    }
    let missing_comma = refused("name: \"柯桥 2026\",", "name: \"柯桥 2026\"");
    assert!(
        matches!(missing_comma, ReadError::Syntax { line: 5, .. }),
        "{missing_comma:?}"
    );
}

#[test]
fn a_newer_version_is_refused_before_anything_else_is_read() {
    let text = "(version: 7, shape: nobody knows yet";
    assert_eq!(
        read_set(text.as_bytes()).unwrap_err().0,
        ReadError::Newer {
            found: 7,
            newest: SET_VERSION
        }
    );
    for (bytes, words) in [
        (&b"(name: \"x\")"[..], "第1行"),
        (b"", "version"),
        (b"\xff\xfe", "UTF-8"),
    ] {
        let error = read_set(bytes).unwrap_err();
        assert!(error.text(Lang::Zh).contains(words), "{}", error.text(Lang::Zh));
        assert!(!error.text(Lang::En).contains("project starts"));
    }
}

#[test]
fn unknown_factors_and_other_units_are_kept_and_flagged() {
    let library = Library::builtin();
    let set = read_set(SET.as_bytes()).unwrap();
    let unknown = SetFlag::Unknown(FactorId::from("work.teleporting.CN"));
    assert_eq!(set.flags(library), [unknown]);
    let other = SET.replace("FTE per 1000 t garment", "h per piece");
    let flags = read_set(other.as_bytes()).unwrap().flags(library);
    assert_eq!(flags.len(), 2);
    assert!(matches!(&flags[0], SetFlag::Unit { found, .. } if found == "h per piece"));
    for lang in Lang::ALL {
        for flag in &flags {
            assert!(!flag.text(lang).contains('{'), "{}", flag.text(lang));
        }
    }
}

#[test]
fn a_set_is_one_step_and_goes_back_whole() {
    let mut history = History::new(presets::get("school_uniform").unwrap().project().unwrap());
    let before = history.project().clone();
    assert_eq!(history.apply(&Edit::SetOverrides(figures()), false), Ok(true));
    assert_eq!(history.project().overrides, figures());
    assert_eq!(history.apply(&Edit::SetOverrides(figures()), false), Ok(false));
    assert!(history.undo());
    assert_eq!(history.project(), &before);
    assert!(!history.undo());

    let mut bad = figures();
    bad.insert("work.sorting.CN".into(), own(5.0, Some((6.0, 7.0)), ""));
    let error = history.apply(&Edit::SetOverrides(bad), false).unwrap_err();
    assert!(error.text(Lang::Zh).contains("work.sorting.CN"));
    assert_eq!(history.project(), &before, "a set is taken whole or not at all");
}
