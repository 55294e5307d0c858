//! The schema of UNTP DPP 0.7.0, bundled, and what of a credential does not hold against it. Nothing is fetched.

use jsonschema::Validator;
use serde_json::Value;
use std::sync::OnceLock;

/// The schema as it was published.
const TEXT: &str = include_str!("../../../assets/untp/dpp-0.7.0.json");

/// The bundled schema.
pub fn schema() -> &'static Value {
    static SCHEMA: OnceLock<Value> = OnceLock::new();
    SCHEMA.get_or_init(|| serde_json::from_str(TEXT).unwrap_or_default())
}

fn validator() -> Option<&'static Validator> {
    static VALIDATOR: OnceLock<Option<Validator>> = OnceLock::new();
    let made = VALIDATOR.get_or_init(|| {
        let options = jsonschema::options().should_validate_formats(true);
        let made = options.build(schema());
        made.map_err(|error| log::error!("the schema of the passport does not read: {error}"))
            .ok()
    });
    made.as_ref()
}

/// What of `credential` does not hold, each with its place.
pub fn problems(credential: &Value) -> Vec<String> {
    let Some(validator) = validator() else {
        return vec!["untp-dpp 0.7.0".to_owned()];
    };
    let errors = validator.iter_errors(credential);
    errors
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect()
}
