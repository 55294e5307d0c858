//! A list as the window shows it: read and reckoned as by the command, kept as products in place of rows.

use super::fault::Fault;
use super::list::{List, open};
use crate::cli::Failure;
use crate::collection::{
    Across, Block, Collection, Entry, OwnWay, Part, Setting, What, across, blocks, listed_on, product,
};
use crate::data::Library;
use crate::intake::sample;
use crate::job;
use crate::model::{PathwayId, Project};
use crate::store;
use crate::text::Lang;
use std::path::Path;

/// Told how many lines are done, and of how many where that is known; says whether to go on.
pub(crate) type Told<'a> = &'a (dyn Fn(u64, Option<u64>) -> bool + Sync);

/// The products of the list at `path`, drawn `draws` times, each on its `own` pathway too where that is asked for; none
/// where it was told to stop. The sentence where the list cannot be read.
pub(crate) fn collected(
    path: &Path,
    (draws, own): (u64, Option<OwnWay<'_>>),
    lang: Lang,
    told: Told<'_>,
) -> Result<Option<Collection>, String> {
    open(path, lang, |list| reckoned(list, (draws, own), lang, told))
        .map_err(|fault| sentence(fault.said(path, lang)))
}

fn sentence(failure: Failure) -> String {
    match failure {
        Failure::Input(words) | Failure::File(words) | Failure::Output(words) => words,
        Failure::Closed => String::new(),
    }
}

fn reckoned(
    list: List<'_>,
    (draws, own): (u64, Option<OwnWay<'_>>),
    lang: Lang,
    told: Told<'_>,
) -> Result<Option<Collection>, Fault> {
    let setting = Setting {
        library: Library::builtin(),
        heads: list.heads,
        pathways: None,
        draws,
        seed: sample().seed,
        lang,
    };
    let count = list.lines;
    let (mut broken, mut parts, mut done, mut stopped) = (None, Vec::new(), 0, false);
    let pieces = blocks(list.entries).map_while(|block| match block {
        Ok(block) => Some(block),
        Err(fault) => {
            broken = Some(fault);
            None
        }
    });
    let work = |block: Block| {
        let lines = block.entries.len() as u64;
        // What is not wanted any more is not reckoned to its end.
        (lines, told(0, count).then(|| listed_on(block, &setting, own)))
    };
    let finish = |(lines, part): (u64, Option<Part>)| {
        let Some(part) = part else {
            stopped = true;
            return false;
        };
        done += lines;
        parts.push(part);
        stopped = !told(lines, count);
        !stopped
    };
    let ended = job::each_on(job::threads(), pieces, work, finish);
    if let Some(fault) = broken {
        return Err(fault);
    }
    ended.map_err(|job::Broken| Fault::Output(crate::text::BatchMsg::Broke.text(lang).to_owned()))?;
    Ok((!stopped).then(|| Collection::of(parts, &setting)))
}

/// The project in a line of the list at `path`.
pub(crate) fn project(path: &Path, all: &Collection, at: usize, lang: Lang) -> Result<Project, String> {
    let entry = all.entries.get(at).ok_or_else(String::new)?;
    let entry = whole(path, entry, lang);
    product(&entry, &all.heads, Library::builtin(), lang).map(|product| product.project)
}

/// The line with the bytes of its project, which were not kept.
fn whole(folder: &Path, entry: &Entry, lang: Lang) -> Entry {
    let What::Project(name, _) = &entry.what else {
        return entry.clone();
    };
    let what = match store::open(&folder.join(name)) {
        Ok(bytes) => What::Project(name.clone(), bytes),
        Err(error) => What::Bad(name.clone(), crate::collection::Why::Said(error.text(lang))),
    };
    Entry { what, ..*entry }
}

/// What the move `row` does on the pathway at `way` of all products; none where it was told to stop.
pub(crate) fn moved(
    path: &Path,
    all: &Collection,
    (row, way): (&str, usize),
    lang: Lang,
    told: Told<'_>,
) -> Option<Across> {
    let library = Library::builtin();
    let (mut sum, mut stopped) = (Across::default(), false);
    let lines: Vec<(&Entry, Option<&PathwayId>)> = all
        .entries
        .iter()
        .zip(&all.lines)
        .map(|(entry, line)| (entry, all.way_of(line, way).map(|way| &way.id)))
        .collect();
    let chunks = lines.chunks(64);
    let count = Some(all.entries.len() as u64);
    let work = |chunk: &[(&Entry, Option<&PathwayId>)]| {
        let mut found = Across::default();
        for (entry, way) in chunk {
            if !told(0, count) {
                return (found, chunk.len() as u64);
            }
            if let Some(way) = way
                && let Ok(product) = product(&whole(path, entry, lang), &all.heads, library, lang)
            {
                found.add(&across(&product, row, way, library));
            }
        }
        (found, chunk.len() as u64)
    };
    let finish = |(found, lines): (Across, u64)| {
        sum.add(&found);
        stopped = !told(lines, count);
        !stopped
    };
    let ended = job::each_on(job::threads(), chunks, work, finish);
    (ended.is_ok() && !stopped).then_some(sum)
}
