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
use std::cell::Cell;
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

/// How many files for each thread are worked on or wait for their turn: memory is that of so many, however many there are.
const AHEAD: usize = 2;

/// What came of one file of several.
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
        // What is written may be large: it is held nowhere.
        let done = ready(file, asked, err).and_then(|ready| {
            list.begin(out)?;
            write(&ready, asked, false, out)
        });
        list.outcome.add(done, false, err)?;
    } else {
        each(files, asked, |written| list.add(written, out, err))?;
    }
    list.end(out, err, asked.lang)
}

/// Gives what comes of each file to `add`, in their order.
fn each(
    files: &[OsString],
    asked: Asked<'_>,
    mut add: impl FnMut(Written) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let threads = asked.run.and_then(|run| run.threads).unwrap_or_else(job::threads);
    // Files fill the threads: the draws of each stay on one.
    let alone = Asked {
        run: asked.run.map(|run| Run {
            threads: Some(1),
            ..run
        }),
        ..asked
    };
    let one = |file: &OsString| one(file, alone);
    let (mut given, added) = (0, Cell::new(0));
    let pieces = std::iter::from_fn(|| {
        let file = files
            .get(given)
            .filter(|_| given < added.get() + AHEAD * threads)?;
        given += 1;
        Some((given - 1, file))
    });
    let (mut waiting, mut outcome) = (BTreeMap::new(), Ok(()));
    let finish = |(at, written): (usize, Written)| {
        waiting.insert(at, written);
        while outcome.is_ok()
            && let Some(next) = waiting.remove(&added.get())
        {
            outcome = add(next);
            added.set(added.get() + 1);
        }
        outcome.is_ok()
    };
    let worked = job::each_on(threads, pieces, |(at, file)| (at, one(file)), finish);
    outcome?;
    if worked.is_err() {
        // A thread broke off: the rest is done here, where what went wrong comes to light.
        files
            .iter()
            .skip(added.get())
            .try_for_each(|file| add(one(file)))?;
    }
    Ok(())
}

/// What comes of one file of several.
fn one(file: &OsStr, asked: Asked<'_>) -> Written {
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let done = ready(file, asked, &mut err).and_then(|ready| write(&ready, asked, true, &mut out));
    Written { out, err, done }
}

/// A project that holds what is asked of it.
struct Ready {
    project: Project,
    only: Option<PathwayId>,
}

/// Reads a file and looks whether it holds what is asked.
fn ready(file: &OsStr, asked: Asked<'_>, err: &mut dyn Write) -> Result<Ready, Failure> {
    let read = read_project(file, asked.lang)?;
    say_older(file, &read, asked.lang, err)?;
    let only = asked.pathway.map(PathwayId::from);
    let project = with_variant(file, read.project, asked.variant, asked.lang)?;
    if let Some(id) = &only {
        known_pathway(file, &project, id, asked.lang)?;
    }
    Ok(Ready { project, only })
}

/// Writes the figures of a project, as one of a list where it is one.
fn write(ready: &Ready, asked: Asked<'_>, in_list: bool, out: &mut dyn Write) -> Result<Done, Failure> {
    let library = Library::builtin();
    let (project, only) = (&ready.project, ready.only.as_ref());
    let assessment = assess_project(project, library);
    let bands = asked
        .run
        .map(|run| bands(project, &assessment, run, (only, asked.pairs)));
    let json = || AssessmentJson::of(project, library, &assessment, only, bands.as_ref(), asked.lang);
    match asked.format {
        AssessFormat::Table => {
            let names = Names {
                project,
                library,
                lang: asked.lang,
            };
            table::assessment(&names, &assessment, only, out)?;
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
            self.begin(out)?;
            out.write_all(&written.out)?;
        }
        self.outcome.add(written.done, self.several, err)
    }

    /// Writes what stands before the figures of a project.
    fn begin(&mut self, out: &mut dyn Write) -> Result<(), Failure> {
        match self.format {
            AssessFormat::Json if self.several => {
                let lead = if self.count == 0 { "[" } else { "," };
                write!(out, "{lead}\n  ")?;
            }
            AssessFormat::Csv if self.count == 0 => table::csv_heading(out)?,
            _ => {}
        }
        self.count += 1;
        Ok(())
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
