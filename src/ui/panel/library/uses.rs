//! Where a factor counts, and what its range does there, in final strings.

use super::data::Found;
use crate::explain::{Influence, PathwayInfluence, Purpose, Weigh};
use crate::figure::PathwayFigure;
use crate::model::Pathway;
use crate::text::names::Names;
use crate::text::{LibraryMsg, number};
use crate::ui::view::View;

/// Where a factor counts.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Uses {
    /// For the product, in every pathway.
    pub everywhere: Vec<String>,
    /// In single pathways, and what it moves there.
    pub pathways: Vec<PathwayUse>,
}

/// What a factor does in one pathway.
#[derive(Debug, Clone, PartialEq)]
pub struct PathwayUse {
    /// Its index in the project: decides letter and colour.
    pub index: usize,
    /// Its name.
    pub name: String,
    /// What the factor counts for here.
    pub purposes: Vec<String>,
    /// What moves from its low to its high; empty where nothing does.
    pub moves: Vec<String>,
}

/// Where `found` counts.
pub fn uses(view: &View<'_>, found: &Found<'_>) -> Uses {
    let Some(influence) = found.influence else {
        return Uses::default();
    };
    let names = Names {
        project: view.project,
        library: view.library,
        lang: view.lang,
    };
    let Influence { common, pathways } = influence;
    // In the order of the figures, which may be those before the last change.
    let listed = pathways.iter().zip(&view.assessment.pathways);
    let used = listed.filter_map(|(influence, figures)| {
        let mut own = view.project.pathways.iter().enumerate();
        let (index, pathway) = own.find(|(_, pathway)| pathway.id == figures.id)?;
        let purposes = influence.purposes.iter();
        let purposes = said(purposes.map(|purpose| words(&names, Some(pathway), purpose)));
        let of_pathway = PathwayUse {
            index,
            name: names.pathway(&pathway.id),
            purposes,
            moves: moves(view, influence),
        };
        let says_something = !of_pathway.purposes.is_empty() || !of_pathway.moves.is_empty();
        says_something.then_some(of_pathway)
    });
    Uses {
        everywhere: said(common.iter().map(|purpose| words(&names, None, purpose))),
        pathways: used.collect(),
    }
}

/// Each sentence once: two stages may bear one name.
fn said(all: impl Iterator<Item = String>) -> Vec<String> {
    let mut once = Vec::new();
    for sentence in all {
        if !once.contains(&sentence) {
            once.push(sentence);
        }
    }
    once
}

/// Each figure that reads differently with the factor at its low and at its high.
fn moves(view: &View<'_>, influence: &PathwayInfluence) -> Vec<String> {
    let lang = view.lang;
    let write = |by: Weigh, value: f64| match by {
        Weigh::Mci => number::fixed(value, 3, lang),
        Weigh::Lost => number::rough(value, lang),
    };
    let said = [
        (Weigh::Mci, LibraryMsg::EffectMci),
        (Weigh::Lost, LibraryMsg::EffectLost),
    ];
    let said = said.into_iter().filter_map(|(by, message)| {
        let [low, high] = influence.at_ends.map(|moved| write(by, moved.get(by)));
        (low != high).then(|| message.with(lang, &[("low", &low), ("high", &high)]))
    });
    said.collect()
}

/// What a factor counts for, in words.
fn words(names: &Names<'_>, pathway: Option<&Pathway>, purpose: &Purpose) -> String {
    let lang = names.lang;
    let stage = |id: &crate::model::StageId| match pathway {
        Some(pathway) => names.stage(pathway, id),
        None => names.any_stage(id),
    };
    let at = |message: LibraryMsg, id| message.with(lang, &[("stage", &stage(id))]);
    let activity = |message: LibraryMsg, id| message.with(lang, &[("activity", &names.activity(id))]);
    match purpose {
        Purpose::Feedstock => PathwayFigure::Inflow.text(lang).to_owned(),
        Purpose::Making => LibraryMsg::UseMaking.text(lang).to_owned(),
        Purpose::AverageWears => LibraryMsg::UseAverage.text(lang).to_owned(),
        Purpose::NewGarment(id) => activity(LibraryMsg::UseNewGarment, id),
        Purpose::Work(id) => activity(LibraryMsg::UseWork, id),
        Purpose::Jobs(place) => LibraryMsg::UseJobs.with(lang, &[("place", &names.place(place))]),
        Purpose::Wears(id) => at(LibraryMsg::UseWears, id),
        Purpose::Displacement(id) => at(LibraryMsg::UseDisplacement, id),
        Purpose::Limit(id) => at(LibraryMsg::UseLimit, id),
        Purpose::Gate(id) => at(LibraryMsg::UseGate, id),
        Purpose::Closed(id) => at(LibraryMsg::UseClosed, id),
        Purpose::Replaced(id) => at(LibraryMsg::UseReplaced, id),
        Purpose::Share(from, to) => {
            LibraryMsg::UseShare.with(lang, &[("from", &stage(from)), ("to", &stage(to))])
        }
    }
}
