//! Commands on projects: presets, assess, check, model.

use super::input::{located, read_project, say_older};
use super::{Done, Failure, Format, table, write_json};
use crate::assess::{Assessment, Misfit, PathwayFigures, assess as assess_project, misfits};
use crate::data::{Library, price_kind};
use crate::flow::FlowError;
use crate::job;
use crate::model::{PathwayId, Project};
use crate::presets as samples;
use crate::project_file::{Flag, Named, Read, unknown_ids};
use crate::report::assessment::NameJson;
use crate::report::drawn::drawn_model;
use crate::report::results::model_with_results;
use crate::text::names::Names;
use crate::text::{CliMsg, Lang, notices, number};
use crate::uncertainty::{Bands, Sampler};
use clap::ValueEnum;
use serde::Serialize;
use std::collections::BTreeSet;
use std::ffi::{OsStr, OsString};
use std::io::Write;

#[derive(Serialize)]
struct PresetJson {
    id: &'static str,
    name: NameJson,
    pathways: Vec<String>,
}

pub fn presets(format: Format, lang: Lang, out: &mut dyn Write) -> Result<Done, Failure> {
    let mut rows = Vec::new();
    for preset in samples::all() {
        let project = preset
            .project()
            .map_err(|error| located(preset.id.as_ref(), &error.text(lang)))?;
        rows.push((preset.id, project));
    }
    match format {
        Format::Table => table::presets(&rows, lang, out)?,
        Format::Json => {
            let rows = rows.iter().map(|(id, project)| PresetJson {
                id,
                name: (&project.product.name).into(),
                pathways: project
                    .pathways
                    .iter()
                    .map(|pathway| pathway.id.to_string())
                    .collect(),
            });
            write_json(out, &rows.collect::<Vec<_>>())?;
        }
    }
    Ok(Done::Clean)
}

/// How often to draw, and how.
#[derive(Debug, Clone, Copy)]
pub struct Run {
    /// Number of draws.
    pub count: u64,
    /// Seed; the project's own where none is given.
    pub seed: Option<u64>,
    /// Threads; all of the machine where none are given.
    pub threads: Option<usize>,
}

impl Run {
    /// The draws that are asked for; none without a number of them.
    pub fn of(count: Option<u64>, seed: Option<u64>, threads: Option<usize>) -> Option<Self> {
        count.map(|count| Self { count, seed, threads })
    }
}

/// Which pathways are compared with one another in the same draws.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum Pairs {
    /// Each with the baseline.
    #[default]
    Baseline,
    /// Each with every other.
    All,
}

impl Pairs {
    /// The pairs among `count` pathways of which the one at `baseline` is the baseline, those with the one at `only` alone
    /// where one is asked for.
    fn among(self, count: usize, baseline: usize, only: Option<usize>) -> Vec<[usize; 2]> {
        let all = (0..count).flat_map(|a| (a + 1..count).map(move |b| [a, b]));
        let with = |at: usize| move |pair: &[usize; 2]| pair.contains(&at);
        let wanted = all.filter(|pair| self == Self::All || with(baseline)(pair));
        wanted
            .filter(|pair| only.is_none_or(|at| with(at)(pair)))
            .collect()
    }
}

/// Bands over the draws of `run`: of all pathways with the comparisons of `pairs`, or of the pathway `only` and what it is
/// compared with; nothing else is drawn.
pub(super) fn bands(
    project: &Project,
    assessment: &Assessment,
    run: Run,
    (only, pairs): (Option<&PathwayId>, Pairs),
) -> Bands {
    let engine = &assessment.engine;
    let (count, only) = (engine.pathways.len(), only.and_then(|id| engine.index(id)));
    let pairs = pairs.among(count, engine.baseline, only);
    let is_asked = |at: &usize| {
        only.is_none_or(|only| only == *at)
            || *at == engine.baseline
            || pairs.iter().any(|pair| pair.contains(at))
    };
    let kept: Vec<usize> = (0..count).filter(is_asked).collect();
    let place = |at: usize| kept.iter().position(|kept| *kept == at).unwrap_or(at);
    let engine = engine.only(&kept);
    let sampler = Sampler::of(engine.slots.inputs());
    let threads = run.threads.unwrap_or_else(job::threads);
    let draws = job::draw_on(
        threads,
        &engine,
        &sampler,
        run.seed.unwrap_or(project.seed),
        run.count,
        &|| false,
    );
    let pairs = pairs.into_iter().map(|pair| pair.map(place));
    Bands::with_lines(&draws)
        .with_pairs(&draws, pairs)
        .among(&kept, count)
}

/// What came of many files.
#[derive(Debug, Default)]
pub(super) struct Outcome {
    /// True where a file had findings.
    findings: bool,
    /// True where a file could be read.
    done: bool,
    /// The last of the files that could not, where it is not said yet.
    unsaid: Option<Failure>,
    /// True where a file could not and that is said.
    failed: bool,
}

impl Outcome {
    /// True where a file could be read.
    pub(super) const fn is_done(&self) -> bool {
        self.done
    }

    /// Counts what came of a file, one of `several` or the only one: one that cannot be read is one line, and the others go
    /// on. A failure to write ends it.
    pub(super) fn add(
        &mut self,
        done: Result<Done, Failure>,
        several: bool,
        err: &mut dyn Write,
    ) -> Result<(), Failure> {
        match done {
            Ok(done) => {
                self.done = true;
                self.findings |= done == Done::WithFindings;
            }
            Err(failure @ Failure::Input(_)) if !several => self.unsaid = Some(failure),
            Err(Failure::Input(sentence)) => {
                self.failed = true;
                writeln!(err, "reloom: {sentence}")?;
            }
            Err(other) => return Err(other),
        }
        Ok(())
    }

    /// How the command ends.
    pub(super) fn end(self) -> Result<Done, Failure> {
        match self.unsaid {
            Some(failure) => Err(failure),
            None if self.failed => Ok(Done::WithUnread),
            None if self.findings => Ok(Done::WithFindings),
            None => Ok(Done::Clean),
        }
    }
}

/// Does `each` file, one after the other.
fn one_by_one(
    files: &[OsString],
    out: &mut dyn Write,
    err: &mut dyn Write,
    mut each: impl FnMut(&OsStr, &mut dyn Write, &mut dyn Write) -> Result<Done, Failure>,
) -> Result<Outcome, Failure> {
    let mut outcome = Outcome::default();
    for file in files {
        let done = each(file, out, err);
        outcome.add(done, files.len() > 1, err)?;
    }
    Ok(outcome)
}

pub(super) fn known_pathway(
    file: &OsStr,
    project: &Project,
    id: &PathwayId,
    lang: Lang,
) -> Result<(), Failure> {
    if project.pathway(id).is_some() {
        return Ok(());
    }
    let known: Vec<&str> = project
        .pathways
        .iter()
        .map(|pathway| pathway.id.as_str())
        .collect();
    let sentence = CliMsg::UnknownPathway.with(lang, &[("id", id.as_str()), ("known", &known.join(", "))]);
    Err(located(file, &sentence))
}

pub fn check(
    files: &[OsString],
    lang: Lang,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> Result<Done, Failure> {
    let each = |file: &OsStr, out: &mut dyn Write, err: &mut dyn Write| {
        let read = read_project(file, lang)?;
        say_older(file, &read, lang, err)?;
        let found = findings(&read, lang);
        let name = file.to_string_lossy();
        for sentence in &found {
            writeln!(out, "{name}: {sentence}")?;
        }
        if found.is_empty() {
            writeln!(out, "{name}: {}", CliMsg::NoFindings.text(lang))?;
            return Ok(Done::Clean);
        }
        Ok(Done::WithFindings)
    };
    one_by_one(files, out, err, each)?.end()
}

/// What should be mended in a project, each sentence once.
fn findings(read: &Read, lang: Lang) -> Vec<String> {
    let library = Library::builtin();
    let Read { project, flags, .. } = read;
    let unknown = unknown_ids(project, |named| knows(library, named));
    let mut found: Vec<String> = flags.iter().chain(&unknown).map(|flag| flag.text(lang)).collect();
    // What the file itself says of a pathway is not said once more by its missing answer, nor by each variant.
    let mut told: BTreeSet<PathwayId> = flags.iter().filter_map(missing_stage).collect();
    let variants = project.variants().into_iter();
    for alone in variants.filter_map(|variant| project.alone(variant.variant)) {
        for (pathway, sentence) in no_answers(&alone, library, lang) {
            let is_new = pathway.is_none_or(|pathway| told.insert(pathway));
            if is_new && !found.contains(&sentence) {
                found.push(sentence);
            }
        }
    }
    found
}

/// The pathway of which a flag says that it leads to a stage which it does not have.
fn missing_stage(flag: &Flag) -> Option<PathwayId> {
    match flag {
        Flag::NoStage { pathway, .. } => Some(pathway.clone()),
        _ => None,
    }
}

/// Findings that only the engine sees: pathways without an answer, a product without mass.
fn no_answers(project: &Project, library: &Library, lang: Lang) -> Vec<(Option<PathwayId>, String)> {
    use crate::flow::notice::Notice;
    let assessment = assess_project(project, library);
    let names = Names {
        project,
        library,
        lang,
    };
    let mut sentences = Vec::new();
    for notice in assessment
        .notices
        .iter()
        .filter(|notice| matches!(notice, Notice::NoMass))
    {
        sentences.push((None, notices::notice(notice, &names, None)));
    }
    for figures in &assessment.pathways {
        if let Some(error) = &figures.error {
            let way = project.pathway(&figures.id);
            let name = names.pathway(&figures.id);
            let colon = lang.colon();
            let why = notices::flow_error(error, &names, way);
            sentences.push((Some(figures.id.clone()), format!("{name}{colon}{why}")));
        }
        let odd = misfits(figures, &assessment.product);
        sentences.extend(
            odd.into_iter()
                .map(|misfit| (None, in_words(misfit, figures, &names))),
        );
    }
    sentences
}

/// A figure that cannot be, in words.
fn in_words(misfit: Misfit, figures: &PathwayFigures, names: &Names<'_>) -> String {
    let pathway = names.pathway(&figures.id);
    match misfit {
        Misfit::Endless(stage, visits) => {
            let way = names.project.pathway(&figures.id);
            let stage = way.map(|way| names.stage(way, &stage)).unwrap_or_default();
            let visits = number::figure(visits, None, names.lang);
            let values = [
                ("pathway", pathway.as_str()),
                ("stage", &stage),
                ("visits", &visits),
            ];
            CliMsg::Endless.with(names.lang, &values)
        }
        Misfit::Residual(kg) => {
            let mass = number::grams(kg, names.lang);
            CliMsg::Residual.with(names.lang, &[("pathway", &pathway), ("mass", &mass)])
        }
        Misfit::Figure(figure, value) => {
            let value = value.to_string();
            let values = [
                ("pathway", pathway.as_str()),
                ("figure", figure),
                ("value", &value),
            ];
            CliMsg::Absurd.with(names.lang, &values)
        }
    }
}

/// True where the library has what `named` names.
fn knows(library: &Library, named: &Named) -> bool {
    match named {
        Named::Fibre(fibre) => library.fibre(fibre).is_some(),
        Named::Kind(kind) => library.kind(kind).is_some(),
        Named::Process(process) => library.process(process).is_some(),
        Named::Route(route) => library.route(route).is_some(),
        Named::Place(place) => library.place(place).is_some(),
        Named::Factor(factor) => library.knows(factor),
        Named::Activity(activity) => library.activity(activity).is_some(),
        Named::Price(price) => price_kind(price).is_some(),
    }
}

pub fn model(
    file: &OsStr,
    pathway: &str,
    draws: Option<u64>,
    lang: Lang,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> Result<Done, Failure> {
    let read = read_project(file, lang)?;
    say_older(file, &read, lang, err)?;
    let project = read.project;
    let id = PathwayId::from(pathway);
    known_pathway(file, &project, &id, lang)?;
    let library = Library::builtin();
    let assessment = assess_project(&project, library);
    let index = assessment.engine.index(&id);
    let printed = index.and_then(|index| model_with_results(&assessment.engine, index));
    let (Some(model), Some(index)) = (printed, index) else {
        let names = Names {
            project: &project,
            library,
            lang,
        };
        return Err(located(file, &first_refusal(&assessment, &names)));
    };
    match draws {
        None => write_json(out, &model)?,
        Some(count) => {
            let drawn = drawn_model(&assessment.engine, index, model, project.seed, count);
            let text = serde_json::to_string(&drawn).map_err(|error| Failure::Output(error.to_string()))?;
            writeln!(out, "{text}")?;
        }
    }
    Ok(Done::Clean)
}

/// Why the first pathway without an answer has none.
fn first_refusal(assessment: &Assessment, names: &Names<'_>) -> String {
    let refused = assessment
        .pathways
        .iter()
        .find_map(|figures| Some((figures, figures.error.as_ref()?)));
    let in_words = |(figures, error): (&PathwayFigures, &FlowError)| {
        notices::flow_error(error, names, names.project.pathway(&figures.id))
    };
    refused.map(in_words).unwrap_or_default()
}
