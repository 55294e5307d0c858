//! Where the mass of one piece goes: what is collected and what is not, and where it ends.

use super::{Board, Chart, Ground, Scene, Tint};
use crate::assess::{FlowKind, PathwayFigures};
use crate::data::GOAL_2030;
use crate::model::{Pathway, StageId};
use crate::report::sheet::{Figure, Fill};
use crate::text::{StageMsg, number};
use std::collections::{BTreeMap, BTreeSet};

/// Mass that ends somewhere.
#[derive(Debug, Clone, PartialEq)]
pub struct Stream {
    /// Where it ends.
    pub label: String,
    /// Its share, as read.
    pub value: String,
    /// What of it was collected before, share of the piece.
    pub collected: f64,
    /// What of it never was.
    pub direct: f64,
    /// How it is filled.
    pub fill: Fill,
}

/// A piece and where its mass ends.
#[derive(Debug, Clone, PartialEq)]
pub struct Flow {
    /// The piece.
    pub from: String,
    /// What is collected.
    pub collected: String,
    /// What is not.
    pub direct: String,
    /// Where it ends.
    pub to: Vec<Stream>,
}

pub(super) fn board(ground: &Ground<'_>, scene: &Scene) -> Option<Board> {
    let (at, figures) = ground.way(scene.stop.pathways.first()?)?;
    let pathway = ground.project.pathways.get(at)?;
    let lang = ground.lang;
    let mut keys = Vec::new();
    let mut sentence = String::new();
    if let Some(rate) = collection(pathway) {
        keys.push(Figure {
            word: ground.head(StageMsg::KeyCollected),
            ..Figure::bare(number::share(rate, lang))
        });
        if let Some(goal) = ground.library.factor(GOAL_2030) {
            keys.push(Figure {
                word: ground.head(StageMsg::KeyGoal),
                ..Figure::bare(number::share(goal.figure.value, lang))
            });
        }
    } else {
        sentence = ground.say(StageMsg::FlowNoCollection, &|_| Vec::new());
    }
    let name = |lang| ground.way_name(&figures.id, lang);
    Some(Board {
        title: lang.head(|lang| StageMsg::Flow.with(lang, &[("name", &name(lang))])),
        sentence,
        keys,
        chart: Chart::Flow(Flow {
            from: ground.head(StageMsg::FlowFrom),
            collected: ground.head(StageMsg::FlowCollected),
            direct: ground.head(StageMsg::FlowDirect),
            to: streams(ground, pathway, figures),
        }),
    })
}

/// The share that the first stage with an exit to a collection sends there.
fn collection(pathway: &Pathway) -> Option<f64> {
    let is_collection = |id: &StageId| {
        let stage = pathway.stage(id);
        stage.is_some_and(|stage| stage.kind.is_kind(&"collection".into()))
    };
    let mut exits = pathway.stages.iter().flat_map(|stage| &stage.exits);
    exits
        .find(|link| is_collection(&link.to))
        .map(|link| link.share.get())
}

/// The stages that come before any collection: what leaves them for an end was never collected.
fn before_collection(pathway: &Pathway) -> BTreeSet<&StageId> {
    let mut seen: BTreeSet<&StageId> = BTreeSet::new();
    let mut open = vec![&pathway.start];
    while let Some(id) = open.pop() {
        let Some(stage) = pathway.stage(id) else { continue };
        if stage.kind.is_kind(&"collection".into()) || !seen.insert(id) {
            continue;
        }
        open.extend(stage.exits.iter().map(|link| &link.to));
    }
    seen
}

fn streams(ground: &Ground<'_>, pathway: &Pathway, figures: &PathwayFigures) -> Vec<Stream> {
    let piece: f64 = figures.ends.iter().map(|end| end.kg).sum();
    let before = before_collection(pathway);
    let mut direct: BTreeMap<usize, f64> = BTreeMap::new();
    for flow in &figures.flows {
        let end = figures.ends.iter().find(|end| end.stage == flow.to);
        if let Some(end) = end.filter(|_| flow.kind == FlowKind::Pieces && before.contains(&flow.from)) {
            *direct.entry(super::ways::class_place(end.class)).or_default() += flow.kg / piece;
        }
    }
    let stream = |(at, label, share): (usize, String, f64)| {
        let direct = direct.get(&at).copied().unwrap_or_default().min(share);
        Stream {
            label,
            value: number::share(share, ground.lang),
            collected: share - direct,
            direct,
            fill: (ground.paint)(&Tint::End(at)),
        }
    };
    ground.ends(figures).into_iter().map(stream).collect()
}
