//! Packs of practice cards without a window: what is odd in them, and the packs of a class put together.

use super::{Done, Failure, several};
use crate::data::{Library, Practice, Practices};
use crate::project_file::{
    PACK_ENDING, PracticePack, limit, may_replace_practices, read_practices, write_practices,
};
use crate::store::{self, Expected, Problem};
use crate::text::practice::merged_words;
use crate::text::{Lang, PackMsg};
use clap::Subcommand;
use std::ffi::{OsStr, OsString};
use std::io::Write;
use std::path::{Path, PathBuf};

/// What is asked of `practice`.
#[derive(Debug, Subcommand)]
pub enum Asked {
    /// What is odd in packs of practice cards.
    #[command(after_help = "Example: reloom practice check mine.reloompractice")]
    Check {
        /// Packs.
        #[arg(required = true)]
        files: Vec<OsString>,
    },
    /// The cards of several packs in one; where two cards have one id and differ, both are kept.
    #[command(after_help = "Example: reloom practice collect stick/ -o class.reloompractice")]
    Collect {
        /// Packs, or a folder that holds them.
        #[arg(required = true)]
        files: Vec<OsString>,
        /// Pack to write.
        #[arg(short, long, value_name = "OUT.reloompractice")]
        output: PathBuf,
    },
}

pub(super) fn run(
    asked: &Asked,
    lang: Lang,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> Result<Done, Failure> {
    match asked {
        Asked::Check { files } => check(files, lang, out, err),
        Asked::Collect { files, output } => collect(files, output, lang, out, err),
    }
}

/// The pack in `file`; the sentence of a failure names it.
fn read(file: &OsStr, lang: Lang) -> Result<PracticePack, Failure> {
    let most = u64::try_from(limit::BYTES).unwrap_or(u64::MAX);
    let bytes =
        store::open_within(Path::new(file), most).map_err(|error| Failure::Input(error.text(lang)))?;
    read_practices(&bytes)
        .map_err(|error| Failure::Input(format!("{}: {}", file.to_string_lossy(), error.text(lang))))
}

fn check(files: &[OsString], lang: Lang, out: &mut dyn Write, err: &mut dyn Write) -> Result<Done, Failure> {
    let flags = |pack: &PracticePack| {
        let flags = pack.flags(Library::builtin());
        flags.iter().map(|flag| flag.text(lang)).collect()
    };
    several::checked(files, lang, (out, err), |file| read(file, lang), flags)
}

fn collect(
    files: &[OsString],
    output: &Path,
    lang: Lang,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> Result<Done, Failure> {
    let shown = output.display().to_string();
    let ending = output.extension().unwrap_or_default();
    if !ending.eq_ignore_ascii_case(PACK_ENDING) {
        return Err(Failure::Input(
            PackMsg::NeedsEnding.with(lang, &[("file", &shown)]),
        ));
    }
    let (mut all, mut skipped, mut read_any) = (Practices::default(), 0_usize, false);
    for file in several::files(files, &[PACK_ENDING], lang)? {
        // What was written before is no work of the class.
        if store::is_same_file(Path::new(&file), output) {
            continue;
        }
        match read(&file, lang) {
            Ok(pack) => {
                read_any = true;
                let words = merged_words(&all.take_in(pack.cards), lang);
                let values = [("file", file.to_string_lossy()), ("sentence", words.into())];
                let values = values.each_ref().map(|(key, value)| (*key, value.as_ref()));
                writeln!(out, "{}", PackMsg::Collected.with(lang, &values))?;
            }
            Err(Failure::Input(sentence)) => {
                skipped += 1;
                several::passed_over(&sentence, lang, err)?;
            }
            Err(other) => return Err(other),
        }
    }
    if !read_any {
        return Err(Failure::Input(PackMsg::NothingCollected.text(lang).to_owned()));
    }
    written(output, all.cards, lang)?;
    writeln!(out, "{}", PackMsg::Exported.with(lang, &[("file", &shown)]))?;
    Ok(several::ended(skipped))
}

fn written(output: &Path, cards: Vec<Practice>, lang: Lang) -> Result<(), Failure> {
    let name = output
        .file_stem()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned();
    let text = write_practices(&PracticePack { name, cards })
        .ok_or_else(|| Failure::File(PackMsg::NotWritten.text(lang).to_owned()))?;
    let may = |before: &[u8]| may_replace_practices(before).map_err(Problem::from);
    let saved = store::save(output, &text, Expected::Anything, may);
    saved.map(drop).map_err(|error| Failure::File(error.text(lang)))
}
