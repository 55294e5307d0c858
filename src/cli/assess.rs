//! `assess`: the figures of one project, or of many in the order in which they are named, over all cores.

use super::input::{read_project, say_older};
use super::projects::{Outcome, Pairs, Run, bands, known_pathway};
use super::source::with_variant;
use super::{AssessFormat, Done, Failure, Indented, pretty, table, write_json};
use crate::assess::assess as assess_project;
use crate::data::Library;
use crate::job;
use crate::model::{PathwayId, Project};
use crate::report::assessment::AssessmentJson;
use crate::text::names::Names;
use crate::text::{CliMsg, Lang};
use std::collections::BTreeMap;
use std::ffi::{OsStr, OsString};
use std::io::Write;

/// What of a project is asked.
#[derive(Debug, Clone, Copy)]
pub struct Asked<'a> {
    /// Only this pathway.
    pub pathway: Option<&'a str>,
    /// This variant, by number or name; the one in hand where none is given.
    pub variant: Option<&'a str>,
    /// How often to draw.
    pub run: Option<Run>,
    /// What is compared in the same draws.
    pub pairs: Pairs,
    /// Form of the output.
    pub format: AssessFormat,
    /// Language of words.
    pub lang: Lang,
}

/// Files that are worked on for each thread before what came of them is written: memory is that of so many files, however
/// many there are.
const AHEAD: usize = 8;

/// What came of one file.
struct Written {
    out: Vec<u8>,
    err: Vec<u8>,
    done: Result<Done, Failure>,
}

/// Every file is read, assessed and let go; several at once on as many threads as are asked for, written in their order.
pub fn run(
    files: &[OsString],
    asked: Asked<'_>,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> Result<Done, Failure> {
    let mut list = List {
        format: asked.format,
        several: files.len() > 1,
        count: 0,
        outcome: Outcome::default(),
    };
    if let [file] = files {
        list.add(one(file, asked, false), out, err)?;
    } else {
        let threads = asked.run.and_then(|run| run.threads).unwrap_or_else(job::threads);
        // Files fill the threads: the draws of each stay on one.
        let alone = Asked {
            run: asked.run.map(|run| Run {
                threads: Some(1),
                ..run
            }),
            ..asked
        };
        for some in files.chunks(AHEAD * threads) {
            for written in in_order(some, threads, alone) {
                list.add(written, out, err)?;
            }
        }
    }
    list.end(out, err, asked.lang)
}

/// What comes of `files`, in their order, on so many threads.
fn in_order(files: &[OsString], threads: usize, asked: Asked<'_>) -> Vec<Written> {
    let mut all = BTreeMap::new();
    let work = |(at, file): (usize, &OsString)| (at, one(file, asked, true));
    let finish = |(at, written)| {
        all.insert(at, written);
        true
    };
    match job::each_on(threads, files.iter().enumerate(), work, finish) {
        Ok(()) => all.into_values().collect(),
        // A thread broke off: done again here, what went wrong comes to light.
        Err(job::Broken) => files.iter().map(|file| one(file, asked, true)).collect(),
    }
}

/// What comes of one file, alone or in a list.
fn one(file: &OsStr, asked: Asked<'_>, in_list: bool) -> Written {
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let read = read_project(file, asked.lang);
    let done = read.and_then(|read| {
        say_older(file, &read, asked.lang, &mut err)?;
        write_one(file, read.project, asked, in_list, &mut out)
    });
    Written { out, err, done }
}

fn write_one(
    file: &OsStr,
    project: Project,
    asked: Asked<'_>,
    in_list: bool,
    out: &mut dyn Write,
) -> Result<Done, Failure> {
    let library = Library::builtin();
    let only = asked.pathway.map(PathwayId::from);
    let project = with_variant(file, project, asked.variant, asked.lang)?;
    if let Some(id) = &only {
        known_pathway(file, &project, id, asked.lang)?;
    }
    let assessment = assess_project(&project, library);
    let which = (only.as_ref(), asked.pairs);
    let bands = asked.run.map(|run| bands(&project, &assessment, run, which));
    let json = || {
        AssessmentJson::of(
            &project,
            library,
            &assessment,
            only.as_ref(),
            bands.as_ref(),
            asked.lang,
        )
    };
    match asked.format {
        AssessFormat::Table => {
            let names = Names {
                project: &project,
                library,
                lang: asked.lang,
            };
            table::assessment(&names, &assessment, only.as_ref(), out)?;
        }
        AssessFormat::Json if in_list => pretty(&mut Indented(out), &json())?,
        AssessFormat::Json => write_json(out, &json())?,
        AssessFormat::Csv => table::csv(&json(), out)?,
    }
    Ok(Done::Clean)
}

/// The figures of many projects, written one after the other.
struct List {
    format: AssessFormat,
    /// True where the JSON is a list.
    several: bool,
    count: usize,
    outcome: Outcome,
}

impl List {
    /// Writes what came of a file; one that cannot be read is one line, and the others go on. A failure to write ends it.
    fn add(&mut self, written: Written, out: &mut dyn Write, err: &mut dyn Write) -> Result<(), Failure> {
        err.write_all(&written.err)?;
        if written.done.is_ok() {
            match self.format {
                AssessFormat::Json if self.several => {
                    let lead = if self.count == 0 { "[" } else { "," };
                    write!(out, "{lead}\n  ")?;
                }
                AssessFormat::Csv if self.count == 0 => table::csv_heading(out)?,
                _ => {}
            }
            out.write_all(&written.out)?;
            self.count += 1;
        }
        self.outcome.add(written.done, self.several, err)
    }

    /// Closes the list.
    fn end(self, out: &mut dyn Write, err: &mut dyn Write, lang: Lang) -> Result<Done, Failure> {
        if self.several && self.format == AssessFormat::Json {
            let text = if self.count == 0 { "[]\n" } else { "\n]\n" };
            out.write_all(text.as_bytes())?;
        }
        if self.format == AssessFormat::Table && self.outcome.is_done() {
            writeln!(err, "{}", CliMsg::Estimate.text(lang))?;
        }
        self.outcome.end()
    }
}
