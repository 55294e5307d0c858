//! Work of several groups side by side: one column each on one scale, and what each changed in words.

use super::Pack;
use crate::assess::assess;
use crate::data::Library;
use crate::explain::differences;
use crate::explain::why::Side;
use crate::figure::{Better, PathwayFigure};
use crate::lang::Lang;
use crate::model::{PathwayId, Project};
use crate::presets;
use crate::text::LessonMsg;
use crate::text::names::Names;

/// The most groups side by side.
pub const MOST_GROUPS: usize = 6;

/// The figures of each column, in their order.
pub const COLUMNS: [PathwayFigure; 4] = super::TRIED;

/// The work of one group.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    /// The group, or the name of its file where it has none.
    pub group: String,
    /// The file.
    pub file: String,
    /// The pathway that is looked at.
    pub pathway: PathwayId,
    /// Values of [`COLUMNS`].
    pub values: [f64; COLUMNS.len()],
    /// Each value against the greatest of its row, 0 to 1.
    pub lengths: [f64; COLUMNS.len()],
    /// What differs from the start, in words; none where there is no start to compare with.
    pub changed: Option<Vec<String>>,
}

/// What is collected from one file.
#[derive(Debug, Clone, Copy)]
pub struct Work<'a> {
    /// The file's name.
    pub file: &'a str,
    /// Its project.
    pub project: &'a Project,
}

/// Endings of the files of groups.
pub const ENDINGS: [&str; 2] = ["reloom", "ron"];

/// What was gathered from files.
#[derive(Debug, Default)]
pub struct Gathered {
    /// Each file that was read, with its project.
    pub works: Vec<(String, Project)>,
    /// Why each of the others was passed over.
    pub passed: Vec<String>,
}

/// The work in `files`, each with its name and how it is read: the first [`MOST_GROUPS`] that can be read, the others
/// passed over with a sentence; a failure that is of no one file ends it.
pub fn gathered<E>(
    files: impl IntoIterator<Item = (String, Result<Result<Project, String>, E>)>,
    lang: Lang,
) -> Result<Gathered, E> {
    let mut all = Gathered::default();
    for (file, read) in files {
        match read? {
            Ok(project) if all.works.len() < MOST_GROUPS => all.works.push((file, project)),
            Ok(_) => {
                let most = MOST_GROUPS.to_string();
                let values = [("file", file.as_str()), ("most", &most)];
                all.passed.push(LessonMsg::TooManyGroups.with(lang, &values));
            }
            Err(sentence) => {
                let values = [("sentence", sentence.as_str())];
                all.passed.push(LessonMsg::Skipped.with(lang, &values));
            }
        }
    }
    Ok(all)
}

impl Gathered {
    /// The work to be set side by side.
    pub fn works(&self) -> Vec<Work<'_>> {
        let works = self.works.iter();
        works.map(|(file, project)| Work { file, project }).collect()
    }
}

/// The columns of `works`, each on the pathway that its group made last, or on `pathway` where it is given and there.
pub fn columns(
    works: &[Work<'_>],
    start: Option<&Project>,
    pathway: Option<&PathwayId>,
    (library, lang): (&Library, Lang),
) -> Vec<Column> {
    let mut all: Vec<Column> = works
        .iter()
        .take(MOST_GROUPS)
        .filter_map(|work| column(work, start, pathway, (library, lang)))
        .collect();
    for at in 0..COLUMNS.len() {
        let value = |column: &Column| column.values.get(at).copied().unwrap_or_default().abs();
        let greatest = all
            .iter()
            .map(value)
            .filter(|value| value.is_finite())
            .fold(0.0, f64::max);
        for column in &mut all {
            let length = if greatest > 0.0 {
                value(column) / greatest
            } else {
                0.0
            };
            if let Some(own) = column.lengths.get_mut(at) {
                *own = length;
            }
        }
    }
    all
}

/// Puts the columns in the order of the figure at `at` of [`COLUMNS`], the better ones first.
pub fn in_order(all: &mut [Column], at: usize) {
    let less = COLUMNS
        .get(at)
        .is_some_and(|figure| figure.row().better == Better::Less);
    let value = |column: &Column| column.values.get(at).copied().unwrap_or(f64::NAN);
    all.sort_by(|a, b| {
        let order = value(b).total_cmp(&value(a));
        if less { order.reverse() } else { order }
    });
}

/// The project that `project` began as: the lesson's start, else the sample.
pub fn start_of(pack: Option<&Pack>, project: &Project) -> Option<Project> {
    match pack {
        Some(pack) => pack.project("", None).map(|start| (*start).clone()),
        None => presets::of(project).cloned(),
    }
}

/// The pathway that was made last of `start`: the last compared one that it has not, in a new variant the last one
/// compared there; none where nothing was made.
pub fn made_last<'a>(start: &Project, project: &'a Project) -> Option<&'a PathwayId> {
    let variant = project.product.variant;
    let here = project.compared.iter().filter(|column| column.variant == variant);
    let here: Vec<&PathwayId> = here.map(|column| &column.pathway).collect();
    let is_new = |id: &&&PathwayId| start.pathway(id).is_none();
    let made = here.iter().rev().find(is_new);
    let in_variant = here.last().filter(|_| variant != start.product.variant);
    made.or(in_variant).copied()
}

/// The pathway on which the work in `project` is looked at: the one that was `asked` for where it is there, else the one
/// that was made last of `start`, else the last compared one.
pub fn looked_at<'a>(
    project: &'a Project,
    start: Option<&Project>,
    asked: Option<&'a PathwayId>,
) -> Option<&'a PathwayId> {
    let asked = asked.filter(|id| project.pathway(id).is_some());
    let made = start.and_then(|start| made_last(start, project));
    let last = project.compared.last().map(|column| &column.pathway);
    asked
        .or(made)
        .or(last)
        .or_else(|| project.pathways.last().map(|own| &own.id))
}

fn column(
    work: &Work<'_>,
    start: Option<&Project>,
    pathway: Option<&PathwayId>,
    (library, lang): (&Library, Lang),
) -> Option<Column> {
    let project = work.project;
    let pathway = looked_at(project, start, pathway)?;
    let assessment = assess(project, library);
    let figures = assessment.pathway(pathway)?;
    let changed = start.map(|start| changes(start, project, pathway, (library, lang)));
    let group = if project.group.is_empty() {
        work.file
    } else {
        &project.group
    };
    Some(Column {
        group: group.to_owned(),
        file: work.file.to_owned(),
        pathway: pathway.clone(),
        values: COLUMNS.map(|figure| figure.central(figures)),
        lengths: [0.0; COLUMNS.len()],
        changed,
    })
}

/// What `project` has that `start` has not, seen on `pathway`; a pathway of its own is compared with the one that it began as.
fn changes(
    start: &Project,
    project: &Project,
    pathway: &PathwayId,
    (library, lang): (&Library, Lang),
) -> Vec<String> {
    let names = Names {
        project,
        library,
        lang,
    };
    let began = if start.pathway(pathway).is_some() {
        Some(pathway)
    } else {
        let mut own = start.pathways.iter().map(|own| &own.id);
        own.find(|id| pathway.as_str().starts_with(id.as_str()))
    };
    let before = began.unwrap_or(&start.baseline);
    let sides = [
        Side {
            project: start,
            pathway: before,
        },
        Side { project, pathway },
    ];
    differences(sides, &names)
}
