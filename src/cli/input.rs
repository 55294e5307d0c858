//! Reading what a command is given: project files, presets, JSON cases.

use super::Failure;
use crate::project_file::{self, Read};
use crate::text::{CliMsg, Lang, OlderMsg};
use crate::{presets, store};
use std::ffi::OsStr;
use std::io::{Read as _, Write};
use std::path::Path;

/// How a preset is named in place of a file.
pub const PRESET: &str = "preset:";

/// Most bytes that are read from standard input.
const MOST_BYTES: u64 = 16 * 1024 * 1024;

/// The project in `file`, which may be `preset:ID`; the sentence of a failure names file, line and column.
pub fn read_project(file: &OsStr, lang: Lang) -> Result<Read, Failure> {
    if let Some(id) = file.to_str().and_then(|file| file.strip_prefix(PRESET)) {
        let preset = presets::get(id).ok_or_else(|| {
            let known: Vec<&str> = presets::all().iter().map(|preset| preset.id).collect();
            Failure::Input(CliMsg::UnknownPreset.with(lang, &[("id", id), ("known", &known.join(", "))]))
        })?;
        return preset.read().map_err(|error| located(file, &error.text(lang)));
    }
    let bytes = store::open(Path::new(file)).map_err(|error| Failure::Input(error.text(lang)))?;
    project_file::read(&bytes).map_err(|error| located(file, &error.text(lang)))
}

/// Says on `err` what counts differently now, where what was read from `file` is of an older version.
pub fn say_older(file: &OsStr, read: &Read, lang: Lang, err: &mut dyn Write) -> std::io::Result<()> {
    if read.is_of_first_edition() {
        let title = OlderMsg::Title.text(lang);
        writeln!(err, "reloom: {}: {title}", file.to_string_lossy())?;
        for line in OlderMsg::lines(lang) {
            writeln!(err, "  {line}")?;
        }
    }
    Ok(())
}

/// The text in `file`, or in standard input for `-`.
pub fn read_text(file: &str, lang: Lang) -> Result<String, Failure> {
    let bytes = if file == "-" {
        let mut bytes = Vec::new();
        let read = std::io::stdin().lock().take(MOST_BYTES).read_to_end(&mut bytes);
        read.map_err(|error| located("-".as_ref(), &error.to_string()))?;
        bytes
    } else {
        store::open(Path::new(file)).map_err(|error| Failure::Input(error.text(lang)))?
    };
    String::from_utf8(bytes).map_err(|_| located(file.as_ref(), CliMsg::NotText.text(lang)))
}

/// A failure that names the file before the sentence.
pub fn located(file: &OsStr, sentence: &str) -> Failure {
    Failure::Input(format!("{}: {sentence}", file.to_string_lossy()))
}
