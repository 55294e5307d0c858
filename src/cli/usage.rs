//! A command line that is not understood: one sentence in the language asked for.

use super::{Cli, LangArg, system_lang};
use crate::text::{CliMsg, Lang};
use clap::Parser;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use std::ffi::OsString;

/// Why there is nothing to run.
#[derive(Debug)]
pub enum Usage {
    /// Help or version was asked for.
    Told(clap::Error),
    /// The command line is not understood: one sentence.
    Wrong(String),
}

/// Reads the command line, the name of the program first.
pub fn parse(arguments: &[OsString]) -> Result<Cli, Usage> {
    let lang = asked_lang(arguments);
    let cli = match Cli::try_parse_from(arguments) {
        Ok(cli) => cli,
        Err(error) if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) => {
            return Err(Usage::Told(error));
        }
        Err(error) => return Err(Usage::Wrong(refusal(&error, lang))),
    };
    match (&cli.file, &cli.command) {
        (Some(file), Some(_)) => {
            let file = file.to_string_lossy();
            let values = [("argument", file.as_ref())];
            Err(Usage::Wrong(CliMsg::UsageUnknown.with(lang, &values)))
        }
        _ => Ok(cli),
    }
}

/// The sentence about `error`.
fn refusal(error: &clap::Error, lang: Lang) -> String {
    let at = |kind| error.get(kind).map(plain).unwrap_or_default();
    let argument = at(ContextKind::InvalidArg);
    let (message, values) = match error.kind() {
        ErrorKind::UnknownArgument => (CliMsg::UsageUnknown, vec![("argument", argument)]),
        ErrorKind::InvalidSubcommand => (
            CliMsg::UsageUnknown,
            vec![("argument", at(ContextKind::InvalidSubcommand))],
        ),
        ErrorKind::MissingRequiredArgument => (CliMsg::UsageMissing, vec![("argument", argument)]),
        ErrorKind::ArgumentConflict if !argument.is_empty() => {
            let other = at(ContextKind::PriorArg);
            (
                CliMsg::UsageConflict,
                vec![("argument", argument), ("other", other)],
            )
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            let (value, known) = (at(ContextKind::InvalidValue), at(ContextKind::ValidValue));
            match (value.is_empty(), known.is_empty()) {
                (true, _) => (CliMsg::UsageMissing, vec![("argument", argument)]),
                (false, true) => (CliMsg::UsageValue, vec![("argument", argument), ("value", value)]),
                (false, false) => {
                    let values = vec![("argument", argument), ("value", value), ("known", known)];
                    (CliMsg::UsageValueOf, values)
                }
            }
        }
        _ => (CliMsg::Usage, Vec::new()),
    };
    let values: Vec<(&str, &str)> = values.iter().map(|(key, value)| (*key, value.as_str())).collect();
    message.with(lang, &values)
}

/// The language after `--lang`, for the rest of the line is not understood.
fn asked_lang(arguments: &[OsString]) -> Lang {
    let words: Vec<String> = arguments
        .iter()
        .map(|argument| argument.to_string_lossy().into_owned())
        .collect();
    let after = words
        .iter()
        .position(|word| word == "--lang")
        .and_then(|at| words.get(at + 1));
    let joined = words.iter().find_map(|word| word.strip_prefix("--lang="));
    match joined.or(after.map(String::as_str)) {
        Some("zh") => LangArg::Zh.lang(),
        Some("en") => LangArg::En.lang(),
        _ => system_lang(),
    }
}

fn plain(value: &ContextValue) -> String {
    match value {
        ContextValue::Strings(several) => several.join(", "),
        ContextValue::String(one) => one.clone(),
        other => other.to_string(),
    }
}
