//! Flows and the resolved model: whole networks computed by an independent program, closed forms and refusals.

#![expect(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "helpers of a test"
)]

use reloom::assess::{Engine, Outcomes};
use reloom::report::resolved::ModelFile;
use reloom::report::results::results;
use serde_json::Value;

fn computed(file: ModelFile) -> Value {
    let engine = Engine::of_model(&file.into_model().expect("a valid case"));
    let numbers = engine.central();
    let mut outcomes = Outcomes::default();
    engine.evaluate(&numbers, &mut outcomes);
    let plan = engine.pathways[0].plan.as_ref();
    plan.unwrap_or_else(|error| panic!("no plan: {error:?}"));
    serde_json::to_value(results(&engine, 0, &numbers, &outcomes).expect("results")).expect("JSON")
}

/// Every key of `expected` stands in `found` with the same value to 1e-9 relative.
fn agrees(expected: &Value, found: &Value, at: &str) {
    match expected {
        Value::Object(keys) => {
            for (key, value) in keys {
                agrees(
                    value,
                    found.get(key).unwrap_or(&Value::Null),
                    &format!("{at}.{key}"),
                );
            }
        }
        Value::Array(items) => {
            let found = found.as_array().unwrap_or_else(|| panic!("{at}: no list"));
            assert_eq!(items.len(), found.len(), "{at}: {found:#?}");
            for (place, (item, found)) in items.iter().zip(found).enumerate() {
                agrees(item, found, &format!("{at}[{place}]"));
            }
        }
        Value::Number(number) => {
            let (expected, found) = (number.as_f64().unwrap(), found.as_f64().unwrap_or(f64::NAN));
            let tolerance = 1e-9 * expected.abs().max(1e-12);
            assert!(
                (expected - found).abs() <= tolerance.max(1e-15),
                "{at}: expected {expected}, found {found}"
            );
        }
        other => assert_eq!(other, found, "{at}"),
    }
}

#[test]
fn whole_networks_agree_with_an_independent_program() {
    let cases: Vec<ModelFile> = serde_json::from_str(include_str!("vectors/pathway.json")).expect("cases");
    assert_eq!(cases.len(), 9);
    for case in cases {
        let name = case.name.clone().unwrap_or_default();
        let expected = case.results.clone().expect("expected results");
        let found = computed(case);
        agrees(&expected, &found, &name);
        same_keys(&expected, &found, &name);
    }
}

/// `found` has the keys of `expected` and the mass balance besides, nothing else.
fn same_keys(expected: &Value, found: &Value, at: &str) {
    match (expected, found) {
        (Value::Object(expected), Value::Object(found)) => {
            for (key, value) in found.iter().filter(|(key, _)| *key != "balance") {
                let other = expected
                    .get(key)
                    .unwrap_or_else(|| panic!("{at}.{key} is one too many"));
                same_keys(other, value, &format!("{at}.{key}"));
            }
        }
        (Value::Array(expected), Value::Array(found)) => {
            expected.iter().zip(found).for_each(|(a, b)| same_keys(a, b, at));
        }
        _ => {}
    }
}
