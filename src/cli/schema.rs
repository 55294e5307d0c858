//! JSON Schemas of the outputs.

use super::{Done, Failure};
use crate::report::schemas::{SCHEMAS, schema};
use crate::text::{CliMsg, Lang};
use std::io::Write;

pub fn print(name: &str, lang: Lang, out: &mut dyn Write) -> Result<Done, Failure> {
    let Some(text) = schema(name) else {
        let known: Vec<&str> = SCHEMAS.iter().map(|(name, _)| *name).collect();
        let values = [("name", name), ("known", &known.join(", "))];
        return Err(Failure::Input(CliMsg::UnknownSchema.with(lang, &values)));
    };
    write!(out, "{text}")?;
    Ok(Done::Clean)
}
