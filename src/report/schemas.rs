//! JSON Schemas of what the program prints, by name.
//!
//! Invariant: each closes its objects, so that a key that is added without its schema fails a test.

/// Name and schema of every described output.
pub const SCHEMAS: [(&str, &str); 17] = [
    ("assess", include_str!("../../assets/schemas/assess.json")),
    ("model", include_str!("../../assets/schemas/model.json")),
    ("project", include_str!("../../assets/schemas/project.json")),
    ("advise", include_str!("../../assets/schemas/advise.json")),
    ("frontier", include_str!("../../assets/schemas/frontier.json")),
    ("reach", include_str!("../../assets/schemas/reach.json")),
    ("levers", include_str!("../../assets/schemas/levers.json")),
    ("presets", include_str!("../../assets/schemas/presets.json")),
    ("import", include_str!("../../assets/schemas/import.json")),
    (
        "parse-label",
        include_str!("../../assets/schemas/parse-label.json"),
    ),
    ("claims", include_str!("../../assets/schemas/claims.json")),
    ("years", include_str!("../../assets/schemas/years.json")),
    ("beside", include_str!("../../assets/schemas/beside.json")),
    ("batch", include_str!("../../assets/schemas/batch.json")),
    (
        "batch-totals",
        include_str!("../../assets/schemas/batch-totals.json"),
    ),
    ("passport", include_str!("../../assets/schemas/passport.json")),
    ("untp-dpp", include_str!("../../assets/untp/dpp-0.7.0.json")),
];

/// The schema of the output called `name`.
pub fn schema(name: &str) -> Option<&'static str> {
    let found = SCHEMAS.iter().find(|(known, _)| *known == name);
    found.map(|(_, text)| *text)
}
