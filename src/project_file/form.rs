//! The form of a project file for files of other kinds: text in RON, the version first, errors with line and column.

use super::{ReadError, header, options, parse, text};
use ron::extensions::Extensions;
use ron::ser::PrettyConfig;
use serde::Serialize;
use serde::de::DeserializeOwned;

/// Reads structs of a version up to `newest`; the version stands first and a newer one is refused before the rest is read.
pub fn read_form<T: DeserializeOwned>(bytes: &[u8], newest: u32) -> Result<T, ReadError> {
    let text = text(bytes)?;
    match header::version(text)? {
        0 => Err(ReadError::no_version()),
        found if found > u64::from(newest) => Err(ReadError::Newer { found, newest }),
        _ => parse(text),
    }
}

/// The text of `value` under `head`, which names the file for whoever opens it in an editor.
pub fn write_form<T: Serialize>(head: &str, value: &T) -> Result<String, String> {
    let config = PrettyConfig::new()
        .new_line("\n")
        .extensions(Extensions::IMPLICIT_SOME);
    let body = options()
        .to_string_pretty(value, config)
        .map_err(|error| error.to_string())?;
    Ok(format!("#![enable(implicit_some)]\n{head}{body}\n"))
}
