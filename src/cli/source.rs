//! The project that a command is about: a file with a variant of it.

use super::Failure;
use super::input::{located, read_project, say_older};
use crate::model::{Column, Product, Project};
use crate::text::names::variant_words;
use crate::text::{CliMsg, Lang, VariantMsg};
use clap::Args;
use std::ffi::{OsStr, OsString};
use std::io::Write;

/// The project that a command is about.
#[derive(Debug, Clone, Args)]
pub struct Source {
    /// Project file, or preset:ID.
    pub file: OsString,
    /// This variant, by number or name; the one in hand by default.
    #[arg(long, value_name = "N|NAME")]
    pub variant: Option<String>,
}

impl Source {
    /// The project with that variant in hand; what counts differently now is said on `err`.
    pub(super) fn read(&self, lang: Lang, err: &mut dyn Write) -> Result<Project, Failure> {
        let read = read_project(&self.file, lang)?;
        say_older(&self.file, &read, lang, err)?;
        with_variant(&self.file, read.project, self.variant.as_deref(), lang)
    }
}

/// The project with the variant called `wanted` in hand, compared on every pathway that the project compares.
pub(super) fn with_variant(
    file: &OsStr,
    project: Project,
    wanted: Option<&str>,
    lang: Lang,
) -> Result<Project, Failure> {
    let Some(wanted) = wanted else {
        return Ok(project);
    };
    let variants = project.variants();
    let is_called = |variant: &&&Product| {
        let name = variant_words(variant);
        variant.variant.to_string() == wanted || [name.en.as_str(), name.zh.as_str()].contains(&wanted)
    };
    let found = variants.iter().find(is_called).map(|variant| variant.variant);
    if let Some((number, alone)) = found.and_then(|number| Some((number, project.alone(number)?))) {
        let mut compared: Vec<Column> = Vec::new();
        for column in &project.compared {
            let column = Column::new(number, column.pathway.clone());
            if !compared.contains(&column) {
                compared.push(column);
            }
        }
        return Ok(Project { compared, ..alone });
    }
    let known = variants.iter().map(|variant| {
        let number = variant.variant.to_string();
        let name = variant_words(variant);
        VariantMsg::Legend.with(lang, &[("number", &number), ("name", name.get(lang))])
    });
    let joint = lang.pause();
    let known = known.collect::<Vec<_>>().join(joint);
    let sentence = CliMsg::UnknownVariant.with(lang, &[("id", wanted), ("known", &known)]);
    Err(located(file, &sentence))
}
