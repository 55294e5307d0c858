//! A pathway of a project as a practice card: its shares, and the own figures that it rests on.
//!
//! Invariant: nothing is published that the project does not say; what the card means for a designer is left to its author.

use crate::data::{Bears, Library, Mark, Outcome, Practice, PracticeFigure, PracticeSource, Says};
use crate::model::{Name, Pathway, Project, Stage, StageKind};
use crate::text::names::Names;
use crate::text::{Lang, PackMsg};

/// A year that the project does not say.
const NO_YEAR: &str = "n.d.";
/// The key of the one source of the card.
const SOURCE: &str = "project";

/// `pathway` as a card with an id after the project and the pathway; its years are left to the author.
pub fn card(project: &Project, pathway: &Pathway, library: &Library) -> Practice {
    let both = |say: &dyn Fn(Lang) -> String| Name::new(say(Lang::En), say(Lang::Zh));
    let names = |lang| Names {
        project,
        library,
        lang,
    };
    let product = |lang: Lang| project.product.name.get(lang).to_owned();
    let home = project.home_of(pathway);
    let stages = |lang: Lang| {
        let all: Vec<String> = pathway
            .stages
            .iter()
            .map(|stage| names(lang).stage_of(stage))
            .collect();
        PackMsg::PublishedWhat.with(lang, &[("stages", &all.join(lang.comma()))])
    };
    let of_product = |message: PackMsg, lang: Lang| {
        let values = [
            ("product", product(lang)),
            ("pathway", names(lang).pathway(&pathway.id)),
        ];
        let values = values.each_ref().map(|(key, value)| (*key, value.as_str()));
        message.with(lang, &values)
    };
    Practice {
        id: format!("{}_{}", project.id, pathway.id),
        name: both(&|lang| of_product(PackMsg::PublishedName, lang)),
        country: library.country_of(home).unwrap_or_default().to_owned(),
        place: both(&|lang| names(lang).place(home)),
        at: vec![home.clone()],
        years: String::new(),
        outcome: Outcome::Study,
        status: both(&|lang| PackMsg::StatusOwn.text(lang).to_owned()),
        topics: topics(pathway, library),
        what: both(&stages),
        social: None,
        lesson: Name::default(),
        figures: figures(project, pathway, library),
        jobs: Vec::new(),
        sources: vec![PracticeSource {
            key: SOURCE.to_owned(),
            title: of_product(PackMsg::PublishedSource, Lang::En),
            publisher: project.group.clone(),
            year: String::new(),
            mark: Mark::Own,
            address: None,
            evidence: None,
        }],
    }
}

/// Routes and kinds of stages that the pathway has, each once.
fn topics(pathway: &Pathway, library: &Library) -> Vec<String> {
    let mut topics: Vec<String> = Vec::new();
    for stage in &pathway.stages {
        let id = match &stage.kind {
            StageKind::Item(item) => item.id.as_str(),
            StageKind::Material(route) => route.as_str(),
            StageKind::End(_) => continue,
        };
        if library.topic(id).is_some() && !topics.iter().any(|known| known == id) {
            topics.push(id.to_owned());
        }
    }
    topics
}

/// The share of every exit of a stage that has several, and the own figures of the project, measured ones first.
fn figures(project: &Project, pathway: &Pathway, library: &Library) -> Vec<PracticeFigure> {
    let parted = pathway.stages.iter().filter(|stage| stage.exits.len() > 1);
    let mut figures: Vec<PracticeFigure> = parted
        .flat_map(|stage| shares(project, pathway, stage, library))
        .collect();
    let mut own: Vec<PracticeFigure> = Vec::new();
    for (id, figure) in &project.overrides {
        let Some(factor) = library.factor(id.as_str()) else {
            continue;
        };
        let unit = |lang| crate::text::units::unit(&factor.figure.unit, lang);
        own.push(PracticeFigure {
            what: Name::clone(&factor.name),
            value: figure.figure.value,
            low: figure.figure.range.map(|(low, _)| low),
            high: figure.figure.range.map(|(_, high)| high),
            unit: Name::new(unit(Lang::En), unit(Lang::Zh)),
            year: NO_YEAR.to_owned(),
            source: SOURCE.to_owned(),
            mark: Mark::Own,
            says: Says::Own,
            note: (!figure.note.is_empty()).then(|| Name::new(figure.note.clone(), figure.note.clone())),
            bears: vec![Bears {
                factor: id.clone(),
                per: 1.0,
            }],
        });
    }
    let is_measured = |figure: &PracticeFigure| {
        let note = figure.note.as_ref();
        note.is_some_and(|note| super::measuring::grade(&note.en, Lang::En).is_some())
    };
    own.sort_by_key(|figure| !is_measured(figure));
    figures.extend(own);
    figures
}

fn shares(project: &Project, pathway: &Pathway, stage: &Stage, library: &Library) -> Vec<PracticeFigure> {
    let both = |say: &dyn Fn(Lang) -> String| Name::new(say(Lang::En), say(Lang::Zh));
    let exits = stage.exits.iter().filter_map(|exit| {
        pathway.stage(&exit.to)?;
        let what = |lang: Lang| {
            let names = Names {
                project,
                library,
                lang,
            };
            let (from, to) = (names.stage_of(stage), names.stage(pathway, &exit.to));
            PackMsg::PublishedShare.with(lang, &[("from", &from), ("to", &to)])
        };
        Some(PracticeFigure {
            what: both(&what),
            value: exit.share.get(),
            low: None,
            high: None,
            unit: both(&|lang| PackMsg::ShareUnit.text(lang).to_owned()),
            year: NO_YEAR.to_owned(),
            source: SOURCE.to_owned(),
            mark: Mark::Own,
            says: Says::Own,
            note: None,
            bears: Vec::new(),
        })
    });
    exits.collect()
}
