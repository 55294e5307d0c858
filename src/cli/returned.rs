//! A workbook that comes back into its project: only changed cells are taken, and every difference is printed.

use super::input::{located, read_project};
use super::intake::{Import, save};
use super::{Done, Failure, ImportFormat, write_json};
use crate::data::Library;
use crate::intake::bom;
use crate::intake::parts_sheet::{Change, returned};
use crate::store;
use crate::text::{Lang, PartsSheetMsg};
use serde::Serialize;
use std::ffi::OsStr;
use std::io::Write;

/// What changed.
#[derive(Debug, Serialize)]
struct ReturnedJson {
    changes: Vec<String>,
    refused: Vec<String>,
}

pub fn import(asked: Import<'_>, into: &OsStr, lang: Lang, out: &mut dyn Write) -> Result<Done, Failure> {
    let project = read_project(into, lang)?.project;
    let bytes = store::open(asked.table).map_err(|error| Failure::Input(error.text(lang)))?;
    let at_table = |sentence: &str| located(asked.table.as_os_str(), sentence);
    let sheets = bom::sheets(&bytes).map_err(|error| at_table(&error.text(lang)))?;
    let library = Library::builtin();
    let back =
        returned(&sheets, &project, library).ok_or_else(|| at_table(PartsSheetMsg::NoReturn.text(lang)))?;
    let changed = match back.edit() {
        Some(edit) => edit
            .apply(&project)
            .map_err(|error| at_table(&error.text(lang)))?,
        None => project,
    };
    save(&changed, &bytes, asked.output, lang)?;
    let said = |changes: &[Change]| {
        changes
            .iter()
            .map(|change| change.text(lang).to_owned())
            .collect()
    };
    let json = ReturnedJson {
        changes: said(&back.changes),
        refused: said(&back.refused),
    };
    match asked.choices.format {
        ImportFormat::Json => write_json(out, &json)?,
        ImportFormat::Table => {
            for line in json.changes.iter().chain(&json.refused) {
                writeln!(out, "{line}")?;
            }
            if back.changes.is_empty() {
                writeln!(out, "{}", PartsSheetMsg::None.text(lang))?;
            }
        }
    }
    Ok(if back.refused.is_empty() {
        Done::Clean
    } else {
        Done::WithFindings
    })
}
