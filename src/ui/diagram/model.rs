//! What the diagram shows: nodes and ribbons with their words, made from the figures of one pathway.
//!
//! Invariant: order and columns follow from the stages and their links alone, so that nothing changes places while a
//! share is dragged; only masses follow the figures.

use super::columns::{Columns, Seat};
use super::group::MOST_RIBBONS;
use super::layer::{Amounts, Said};
use super::words::{Words, stem_in_both};
use super::{group, narrow};
use crate::assess::{FlowFigure, FlowKind, Hundred, PIECES, PathwayFigures, hundred};
use crate::data::{Band, Library};
use crate::flow::added::Added;
use crate::flow::network::EndClass as Class;
use crate::model::{EndKind, Link, Pathway, StageId, StageKind};
use crate::report::picture::Layer;
use crate::text::halves;
use crate::text::names::Names;
use crate::ui::theme::EndClass;
use std::collections::BTreeMap;

/// A node of the diagram.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NodeId {
    /// The finished piece.
    Product,
    /// A stage; also the output end that the method adds to a material stage.
    Stage(StageId),
    /// Several small ones in one, by their number in the diagram.
    More(usize),
}

impl NodeId {
    /// The stage, unless it is the product or several.
    pub fn stage(&self) -> Option<&StageId> {
        match self {
            Self::Product | Self::More(_) => None,
            Self::Stage(id) => Some(id),
        }
    }
}

/// A ribbon of the diagram.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RibbonId {
    /// Where it leaves.
    pub from: NodeId,
    /// Where it arrives.
    pub to: NodeId,
    /// What flows.
    pub kind: FlowKindId,
}

/// The kind of a flow, in a form that makes an id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FlowKindId {
    /// Whole garments.
    Pieces,
    /// Output of a gate.
    Output,
    /// Residue of a gate.
    Residue,
    /// Parts taken off before a gate.
    Removed,
    /// Refused by a gate.
    Refused,
}

impl From<FlowKind> for FlowKindId {
    fn from(kind: FlowKind) -> Self {
        match kind {
            FlowKind::Pieces => Self::Pieces,
            FlowKind::Output => Self::Output,
            FlowKind::Residue => Self::Residue,
            FlowKind::Removed => Self::Removed,
            FlowKind::Refused => Self::Refused,
        }
    }
}

/// What a ribbon's or node's colour says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tint {
    /// Garments still whole: the pathway's own colour.
    Pathway,
    /// Mass on its way to, or at, an end of this class.
    End(EndClass),
    /// Refused by a gate, on its way to the fallback.
    Refused,
}

/// One node.
#[derive(Debug, Clone, PartialEq)]
pub struct Node {
    /// Its id.
    pub id: NodeId,
    /// What it is called.
    pub name: String,
    /// Shorter forms of the name for where it has no room, the fuller first.
    pub shorter: Vec<String>,
    /// What it says in each layer.
    pub said: [Said; 3],
    /// Its figures in the layers of work and pieces.
    pub amounts: Amounts,
    /// All of it in words, for the tooltip and screen readers.
    pub spoken: String,
    /// Mass that passes, kg per sold piece.
    pub kg: f64,
    /// Mass that its bar is drawn with: less than `kg` where it stands on a loop that is drawn narrower.
    pub drawn: f64,
    /// Its colour.
    pub tint: Tint,
    /// True for ends.
    pub is_end: bool,
    /// Where it stands.
    pub seat: Seat,
}

/// One ribbon.
#[derive(Debug, Clone, PartialEq)]
pub struct Ribbon {
    /// Its id.
    pub id: RibbonId,
    /// Its index among the flows of the figures; none for what is sold.
    pub flow: Option<usize>,
    /// Index of the node that it leaves.
    pub from: usize,
    /// Index of the node that it reaches.
    pub to: usize,
    /// Mass, kg per sold piece.
    pub kg: f64,
    /// Mass that it is drawn with: less than `kg` on a loop that is drawn narrower.
    pub drawn: f64,
    /// Its colour.
    pub tint: Tint,
    /// True where it leads back.
    pub is_loop: bool,
    /// The share of its exit, where there is another exit that can give way.
    pub share: Option<f64>,
    /// Mass and share, or how often a loop comes back.
    pub label: String,
    /// Of a hundred pieces, whole garments on it; none where it carries no whole garments.
    pub pieces: Option<u32>,
    /// The same in words.
    pub counted: String,
    /// All of it in words.
    pub spoken: String,
}

impl Node {
    /// The shortest form of its name, in the first language.
    pub fn shortest(&self) -> &str {
        halves(self.shorter.last().unwrap_or(&self.name)).0
    }

    /// What it says in `layer`.
    pub const fn said(&self, layer: Layer) -> &Said {
        let [mass, work, pieces] = &self.said;
        match layer {
            Layer::Mass => mass,
            Layer::Work => work,
            Layer::Pieces => pieces,
        }
    }
}

impl Ribbon {
    /// What it says in `layer`.
    pub fn label(&self, layer: Layer) -> &str {
        match layer {
            Layer::Pieces => &self.counted,
            Layer::Work if !self.is_loop => "",
            Layer::Mass | Layer::Work => &self.label,
        }
    }
}

/// A diagram without places.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Diagram {
    /// What is shown.
    pub layer: Layer,
    /// Its nodes in reading order.
    pub nodes: Vec<Node>,
    /// Its ribbons in the order of the figures.
    pub ribbons: Vec<Ribbon>,
    /// Number of columns; ends stand in the last.
    pub columns: usize,
    /// Titles of the bands with the column that each starts at.
    pub bands: Vec<(usize, String)>,
}

/// What becomes of `pathway`; `mass_kg` is the mass of one piece.
pub fn diagram(pathway: &Pathway, figures: &PathwayFigures, mass_kg: f64, names: &Names<'_>) -> Diagram {
    let words = Words::new(pathway, figures, mass_kg, names);
    let columns = Columns::of(pathway, figures);
    let counts = hundred(figures, &pathway.start, mass_kg);
    let mut nodes = vec![product(&words, mass_kg)];
    for (at, stage) in figures.stages.iter().enumerate() {
        if Added::Disassembly.of(pathway, &stage.stage).is_some() {
            continue;
        }
        let end = figures.ends.iter().find(|end| end.stage == stage.stage);
        let tint = tint(pathway, figures, &stage.stage);
        let rank = rank(
            names.library,
            pathway,
            &stage.stage,
            tint,
            end.map(|end| end.class),
        );
        let drawn_here = figures.stages.iter().enumerate().filter(|(_, other)| {
            other.stage == stage.stage
                || Added::Disassembly.of(pathway, &other.stage).as_ref() == Some(&stage.stage)
        });
        let amounts = Amounts::of(stage, drawn_here, &counts);
        let spoken = words.spoken(stage) + &words.spoken_layers(&amounts);
        let mass = Said {
            value: words.stage_value(stage),
            short: words.grams(stage.kg),
            flag: words.flag(&stage.stage),
        };
        nodes.push(Node {
            id: NodeId::Stage(stage.stage.clone()),
            name: words.head(&stage.stage, end.map(|end| end.class)),
            shorter: words.shorter(&stage.stage, end.map(|end| end.class)),
            said: [mass, words.work(&amounts), words.pieces(&amounts)],
            amounts,
            spoken,
            kg: stage.kg,
            drawn: stage.kg,
            tint,
            is_end: end.is_some(),
            seat: columns.seat(&stage.stage, end.is_some(), (rank, at)),
        });
    }
    let ribbons = ribbons(pathway, figures, &nodes, &columns, &words, &counts, mass_kg);
    let mut diagram = Diagram {
        layer: Layer::Mass,
        bands: words.bands(columns.count()),
        columns: columns.count(),
        nodes,
        ribbons,
    };
    group::group(&mut diagram, &words);
    narrow::narrow(&mut diagram, mass_kg, &words);
    diagram
}

fn product(words: &Words<'_>, mass_kg: f64) -> Node {
    let name = words.product();
    let value = words.grams(mass_kg);
    Node {
        id: NodeId::Product,
        spoken: format!("{name} {value}"),
        shorter: stem_in_both(&name).into_iter().collect(),
        name,
        said: [
            Said::plain(&value),
            Said::default(),
            Said::plain(&words.all_pieces()),
        ],
        amounts: Amounts {
            pieces: PIECES,
            ..Amounts::default()
        },
        kg: mass_kg,
        drawn: mass_kg,
        tint: Tint::Pathway,
        is_end: false,
        seat: Seat::product(),
    }
}

/// What is sold, on its way into the first stage.
fn sold(pathway: &Pathway, to: usize, mass_kg: f64, words: &Words<'_>) -> Ribbon {
    Ribbon {
        id: RibbonId {
            from: NodeId::Product,
            to: NodeId::Stage(pathway.start.clone()),
            kind: FlowKindId::Pieces,
        },
        flow: None,
        from: 0,
        to,
        kg: mass_kg,
        drawn: mass_kg,
        tint: Tint::Pathway,
        is_loop: false,
        share: None,
        label: words.value(mass_kg),
        pieces: Some(PIECES),
        counted: words.all_pieces(),
        spoken: words.sold(&pathway.start),
    }
}

fn ribbons(
    pathway: &Pathway,
    figures: &PathwayFigures,
    nodes: &[Node],
    columns: &Columns,
    words: &Words<'_>,
    counts: &Hundred,
    mass_kg: f64,
) -> Vec<Ribbon> {
    let places: BTreeMap<&StageId, usize> = nodes
        .iter()
        .enumerate()
        .filter_map(|(at, node)| Some((node.id.stage()?, at)))
        .collect();
    let index = |id: &StageId| places.get(id).copied();
    let told = least_told(figures);
    let mut ribbons = Vec::with_capacity(figures.flows.len() + 1);
    if let Some(to) = index(&pathway.start) {
        ribbons.push(sold(pathway, to, mass_kg, words));
    }
    for (at, (flow, pieces)) in figures.flows.iter().zip(&counts.flows).enumerate() {
        // The disassembly that the method adds is drawn as one with its material stage.
        if Added::Disassembly.of(pathway, &flow.from).is_some() || flow.kg <= 0.0 {
            continue;
        }
        let reached = Added::Disassembly
            .of(pathway, &flow.to)
            .unwrap_or_else(|| flow.to.clone());
        let (Some(from), Some(to)) = (index(&flow.from), index(&reached)) else {
            continue;
        };
        let is_loop = columns.is_loop(&flow.from, &reached);
        // What is that thin among so many is never drawn by itself.
        let is_told = flow.kg >= told;
        let share = is_told.then(|| share(pathway, flow, &reached)).flatten();
        ribbons.push(Ribbon {
            id: RibbonId {
                from: NodeId::Stage(flow.from.clone()),
                to: NodeId::Stage(reached.clone()),
                kind: flow.kind.into(),
            },
            flow: Some(at),
            from,
            to,
            kg: flow.kg,
            drawn: flow.kg,
            tint: flow_tint(flow, nodes.get(to)),
            is_loop,
            share,
            label: if !is_told {
                String::new()
            } else if is_loop {
                words.comes_back(&flow.from, &reached, flow.kg)
            } else {
                words.ribbon(flow.kg, share)
            },
            pieces: *pieces,
            counted: if is_told {
                words.count(&flow.from, &reached, *pieces, is_loop)
            } else {
                String::new()
            },
            spoken: if is_told {
                words.flow(flow, &reached, is_loop) + &words.spoken_count(*pieces)
            } else {
                String::new()
            },
        });
    }
    ribbons
}

/// The least mass of a flow that can be drawn by itself, where there are more than can.
fn least_told(figures: &PathwayFigures) -> f64 {
    if figures.flows.len() <= 4 * MOST_RIBBONS {
        return 0.0;
    }
    let mut masses: Vec<f64> = figures.flows.iter().map(|flow| flow.kg).collect();
    masses.sort_by(|a, b| b.total_cmp(a));
    masses.get(4 * MOST_RIBBONS).copied().unwrap_or_default()
}

/// The share of the exit that `flow` follows; none where it is the only one or follows no exit.
fn share(pathway: &Pathway, flow: &FlowFigure, reached: &StageId) -> Option<f64> {
    let exits = &pathway.stage(&flow.from)?.exits;
    let link = exits.iter().find(|link| &link.to == reached)?;
    (flow.kind == FlowKind::Pieces && exits.len() > 1).then(|| link.share.get())
}

fn flow_tint(flow: &FlowFigure, to: Option<&Node>) -> Tint {
    match (flow.kind, to.map(|node| node.tint)) {
        (FlowKind::Refused, _) => Tint::Refused,
        (_, Some(tint)) => tint,
        (_, None) => Tint::Pathway,
    }
}

/// The colour of the stage `id`: its class for an end, that of its output for a material stage, else the pathway's.
pub fn tint(pathway: &Pathway, figures: &PathwayFigures, id: &StageId) -> Tint {
    let end = figures.ends.iter().find(|end| &end.stage == id);
    end.map_or_else(
        || stage_tint(pathway, figures, id),
        |end| Tint::End(shown_class(end.class)),
    )
}

fn stage_tint(pathway: &Pathway, figures: &PathwayFigures, id: &StageId) -> Tint {
    let is_item = pathway.stage(id).is_none_or(|stage| stage.kind.is_item());
    let output = figures
        .ends
        .iter()
        .find(|end| Added::Output.is_of(&end.stage, id));
    match output {
        Some(end) if !is_item => Tint::End(shown_class(end.class)),
        _ if is_item => Tint::Pathway,
        _ => Tint::Refused,
    }
}

/// The class as it is drawn and named.
pub fn shown_class(class: Class) -> EndClass {
    match class {
        Class::Component => EndClass::Reused,
        Class::Recycled => EndClass::SameGrade,
        Class::Downcycled => EndClass::Downcycled,
        Class::Biological => EndClass::Biological,
        Class::Energy => EndClass::Energy,
        Class::Incinerated | Class::Landfilled | Class::Exported | Class::Litter => EndClass::Lost,
        Class::Undecided => EndClass::Undecided,
    }
}

/// The band of the stage `id`, where it is one of whole garments.
fn band(library: &Library, pathway: &Pathway, id: &StageId) -> Option<Band> {
    let kind = &pathway.stage(id)?.kind;
    let row = library.stage_kind(kind);
    kind.is_item()
        .then(|| row.map_or(Band::default(), |row| row.picture))
}

/// True where every exit leads to a stage on the way back to use.
fn only_returns(library: &Library, pathway: &Pathway, id: &StageId) -> bool {
    let returns = |link: &Link| {
        let to = pathway.stage(&link.to);
        to.is_some_and(|to| to.kind.is_return()) && band(library, pathway, &link.to) == Some(Band::Loop)
    };
    pathway
        .stage(id)
        .is_some_and(|stage| !stage.exits.is_empty() && stage.exits.iter().all(returns))
}

/// From top to bottom: lost, energy, what is still whole, recycled, and what comes back nearest to its loop.
fn rank(library: &Library, pathway: &Pathway, id: &StageId, tint: Tint, class: Option<Class>) -> u8 {
    let stage = pathway.stage(id);
    let is_abroad = |id: &StageId| band(library, pathway, id) == Some(Band::Abroad);
    let from_abroad = || {
        let mut before = pathway.stages.iter().filter(|stage| is_abroad(&stage.id));
        before.any(|stage| stage.exits.iter().any(|link| &link.to == id))
    };
    match (band(library, pathway, id), class, tint) {
        _ if stage.is_some_and(|stage| stage.kind == StageKind::End(EndKind::Exported)) => 8,
        (_, Some(Class::Landfilled | Class::Litter | Class::Incinerated), _) => 0,
        (_, Some(Class::Energy), _) => 1,
        (Some(Band::Loop), ..) => 9,
        _ if only_returns(library, pathway, id) => 9,
        (Some(Band::Abroad), ..) => 8,
        _ if stage.is_some_and(|stage| stage.kind.is_use()) && from_abroad() => 8,
        (Some(Band::Whole), None, _) => 3,
        (_, _, Tint::End(EndClass::Downcycled)) => 4,
        (_, _, Tint::End(EndClass::SameGrade)) => 6,
        (_, _, Tint::End(EndClass::Reused)) => 7,
        _ => 5,
    }
}
