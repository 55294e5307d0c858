//! A formula's values as lines, one figure each: nested values are named by their path.

use serde_json::{Map, Value};

/// Adds the lines of `value` under `name`.
pub fn add(name: &str, value: &Value, lines: &mut Vec<(String, String)>) {
    match value {
        Value::Object(keys) => {
            for (key, value) in keys {
                add(&format!("{name}.{key}"), value, lines);
            }
        }
        Value::Array(rows) if rows.iter().any(Value::is_object) => {
            for (place, row) in rows.iter().enumerate() {
                let (of, figures) = row.as_object().map_or((place.to_string(), Map::new()), named);
                add(&format!("{name}.{of}"), &Value::Object(figures), lines);
            }
        }
        Value::Null => lines.push((name.to_owned(), "—".to_owned())),
        Value::String(text) => lines.push((name.to_owned(), text.clone())),
        other => lines.push((name.to_owned(), other.to_string())),
    }
}

/// What a row is called, and what it says.
fn named(row: &Map<String, Value>) -> (String, Map<String, Value>) {
    const NAMES: [&str; 4] = ["id", "stage", "activity", "place"];
    let names = NAMES.iter().filter_map(|key| row.get(*key)?.as_str());
    let of = names.collect::<Vec<_>>().join("@");
    let rest = row.iter().filter(|(key, _)| !NAMES.contains(&key.as_str()));
    (
        of,
        rest.map(|(key, value)| (key.clone(), value.clone())).collect(),
    )
}
