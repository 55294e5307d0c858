//! Every Chinese word and message that has its English beside it somewhere.

use crate::data::Library;
use crate::lang::Lang;
use crate::model::{Name, Project};
use crate::text::names::Names;
use crate::text::{number, origins, tables, units};
use crate::work::quality::hazard_words;

/// Hands every pair to `add`, Chinese first.
pub(super) fn all(project: &Project, library: &Library, add: &mut impl FnMut(&str, &str)) {
    for entry in tables().iter().flat_map(|table| &table.entries) {
        add(entry.zh, entry.en);
    }
    units::words().for_each(|(zh, en)| add(&zh, &en));
    origins::words().for_each(|(zh, en)| add(zh, en));
    let mut name = |name: &Name| add(&name.zh, &name.en);
    names(library, &mut name);
    for quality in &library.qualities {
        hazard_words(&quality.hazards).iter().for_each(&mut name);
    }
    for product in project.variants() {
        name(&product.name);
        name(&product.variant_name);
        product.parts.iter().for_each(|part| name(&part.name));
    }
    for pathway in &project.pathways {
        name(&pathway.name);
        pathway.stages.iter().for_each(|stage| name(&stage.name));
    }
    short_fibres(project, library, &mut name);
}

/// The names of the library.
fn names(library: &Library, add: &mut impl FnMut(&Name)) {
    library.fibres.iter().for_each(|row| add(&row.name));
    library
        .routes
        .iter()
        .flat_map(|row| [&row.name, &row.short])
        .for_each(&mut *add);
    library.kinds.iter().for_each(|row| add(&row.name));
    library.activities.iter().for_each(|row| add(&row.name));
    library.places.iter().for_each(|row| add(&row.name));
    library
        .trims
        .iter()
        .flat_map(|row| [&row.name, &row.material, &row.removal])
        .for_each(&mut *add);
    library.rules.iter().for_each(|row| add(&row.name));
    library.processes.iter().for_each(|row| add(&row.name));
    library.assumptions.iter().for_each(|row| add(&row.name));
    library.shares.iter().for_each(|row| add(&row.name));
    library.reuse.iter().for_each(|row| add(&row.name));
    library.regions.iter().for_each(|row| add(&row.name));
    library
        .moves
        .iter()
        .flat_map(|row| [Some(&row.name), row.said.as_ref()])
        .flatten()
        .for_each(&mut *add);
    for row in &library.stage_kinds {
        add(&row.name);
        row.passed.iter().chain(&row.short).for_each(&mut *add);
    }
    library.stage_presets.iter().for_each(|row| add(&row.name));
    library
        .pathway_presets
        .iter()
        .flat_map(|row| [&row.name, &row.about])
        .for_each(&mut *add);
    library.factors().for_each(|factor| add(&factor.name));
}

/// The short names of fibres.
fn short_fibres(project: &Project, library: &Library, add: &mut impl FnMut(&Name)) {
    let say = |lang| Names {
        project,
        library,
        lang,
    };
    for fibre in &library.fibres {
        let [en, zh] = Lang::ALL.map(|lang| say(lang).short_fibre(&fibre.id));
        add(&Name::new(en, zh));
    }
}

/// Figures with their unit, as messages with `{n}`.
pub(super) fn measures() -> Vec<(String, String)> {
    let space = number::NARROW_SPACE;
    let units = units::words().filter(|(zh, en)| !zh.is_empty() && !en.starts_with("of "));
    let units = units.map(|(zh, en)| (format!("{{n}}{zh}"), format!("{{n}}{space}{en}")));
    let wholes = units::words().filter(|(_, en)| en.starts_with("of "));
    let wholes = wholes.map(|(zh, en)| (format!("{{n}}（{zh}）"), format!("{{n}} {en}")));
    let more = [
        ("{n}个全时当量", "{n} FTE"),
        ("{n}全时当量", "{n} FTE"),
        ("{n}次", "{n} times"),
        ("{n}周", "{n} weeks"),
        ("{low}至{high}", "{low} to {high}"),
    ];
    let more = more.map(|(zh, en)| (zh.to_owned(), en.to_owned()));
    units.chain(wholes).chain(more).collect()
}
