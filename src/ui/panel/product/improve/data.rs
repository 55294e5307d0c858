//! The advice as final strings: one block for each move that helps, one line for each that does not.
//!
//! Invariant: a block says first what to do, then what that does; every mark of one list lies on one scale.

use super::super::data::names;
use crate::data::Act;
use crate::explain::advice::{
    Advice, Advised, Effect, GateChange, Try, cure, efforts, place, said, value_of,
};
use crate::figure::{Better, PathwayFigure};
use crate::model::RouteId;
use crate::text::names::Names;
use crate::text::{AdviceMsg, ImproveMsg, Lang};
use crate::ui::diagram::words::standing;
use crate::ui::improving::Opening;
use crate::ui::shared::practised::{Shown, shown_by};
use crate::ui::view::View;

/// Parts that are named where a stage takes more of them.
const NAMED: usize = 4;
/// Figures that are told beside the one that is ranked by: of those for the better, and of those for the worse.
const TOLD: usize = 3;
/// The figures beside it, in the order in which they are told.
const BESIDE: [PathwayFigure; 8] = [
    PathwayFigure::OutflowRecycled,
    PathwayFigure::MciQuality,
    PathwayFigure::Mci,
    PathwayFigure::Gained,
    PathwayFigure::Lost,
    PathwayFigure::Wears,
    PathwayFigure::VPer100Wears,
    PathwayFigure::OutflowDowncycled,
];

/// Two values of the ranked figure and the band of the second.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Marks {
    /// As it stands.
    pub before: f64,
    /// After the move.
    pub after: f64,
    /// The 5 % and 95 % points after the move.
    pub band: Option<(f64, f64)>,
}

/// A move that helps.
#[derive(Debug, Clone, PartialEq)]
pub struct Block {
    /// The move.
    pub of: Try,
    /// What to do.
    pub sentence: String,
    /// What the ranked figure does: "0.06 % → 15 %".
    pub change: String,
    /// In how many of a hundred draws it is better; empty without draws.
    pub better: String,
    /// Both values on the scale of the list.
    pub marks: Marks,
    /// What it opens and closes, with the rule that it cures.
    pub gates: Vec<String>,
    /// What else it does, and what it costs.
    pub beside: Vec<String>,
    /// What it takes, and what is not in the figures.
    pub effort: String,
    /// Who does it already; none where no card shows it.
    pub practice: Option<Shown>,
    /// What a screen reader hears of it after its name.
    pub spoken: String,
}

/// A move that does not help, or cannot be made.
#[derive(Debug, Clone, PartialEq)]
pub struct Idle {
    /// The move.
    pub of: Try,
    /// What it would be, and why not.
    pub words: String,
    /// True where it can be tried all the same.
    pub can: bool,
}

/// All advice on one pathway.
#[derive(Debug, Clone, PartialEq)]
pub struct List {
    /// The moves that help, the best first.
    pub blocks: Vec<Block>,
    /// The ends of the scale that all marks lie on.
    pub scale: (f64, f64),
    /// The sentence where none helps.
    pub nothing: Option<String>,
    /// How many are not worth it.
    pub idle: usize,
    /// How many cannot be made.
    pub cannot: usize,
}

/// The list of `advice`, of the moves that open `opens` alone where a gate is given.
pub fn list(view: &View<'_>, advice: &Advice, opens: Option<&Opening>) -> List {
    let blocks: Vec<Block> = advice
        .moves
        .iter()
        .filter_map(|advised| {
            let effect = advised.effect.as_ref().ok()?;
            let is_meant = match opens {
                Some(opening) => effect.opens.iter().any(|gate| is_it(gate, opening)),
                None => advised.helps(advice.rank),
            };
            is_meant.then(|| block(view, advised, effect, advice.rank))
        })
        .collect();
    let is_idle = |advised: &&Advised| advised.effect.is_ok() && !advised.helps(advice.rank);
    List {
        scale: scale(&blocks),
        nothing: nothing(view, advice, opens, blocks.is_empty()),
        idle: advice.moves.iter().filter(is_idle).count(),
        cannot: advice
            .moves
            .iter()
            .filter(|advised| advised.effect.is_err())
            .count(),
        blocks,
    }
}

/// The sentence where there is no block.
fn nothing(view: &View<'_>, advice: &Advice, opens: Option<&Opening>, is_empty: bool) -> Option<String> {
    let Some(opening) = opens else {
        let sentence = advice.nothing(view.project, view.library)?;
        return Some(view.lang.lines(|lang| sentence.get(lang).to_owned()));
    };
    is_empty.then(|| {
        opening_words(
            view,
            opening,
            [ImproveMsg::NothingOpens, ImproveMsg::NothingOpensAny],
        )
    })
}

/// `messages` for a part, and for any part, of the gate `opening`.
pub fn opening_words(view: &View<'_>, opening: &Opening, [one, any]: [ImproveMsg; 2]) -> String {
    let names = names(view);
    let stage = names.any_stage(&opening.stage);
    match &opening.part {
        Some(part) => one.with(view.lang, &[("stage", &stage), ("part", &names.part(part))]),
        None => any.with(view.lang, &[("stage", &stage)]),
    }
}

fn is_it(gate: &GateChange, opening: &Opening) -> bool {
    gate.stage == opening.stage && opening.part.as_ref().is_none_or(|part| *part == gate.part)
}

fn block(view: &View<'_>, advised: &Advised, effect: &Effect, rank: PathwayFigure) -> Block {
    let lang = view.lang;
    let names = names(view);
    let band = place(rank).and_then(|place| effect.bands.get(place).copied().flatten());
    let better = effect.better_in(rank).map(|share| {
        let count = format!("{:.0}", share * 100.0);
        AdviceMsg::BetterIn.with(lang, &[("count", &count)])
    });
    let (change, better) = (from_to(effect, rank, lang), better.unwrap_or_default());
    let (gates, beside) = (gates(effect, &names), beside(effect, rank, lang));
    let effort = effort(view, advised);
    let first = format!("{}{}{change}", rank.text(lang), lang.colon());
    let spoken = std::iter::once(&first)
        .chain(std::iter::once(&better))
        .chain(&gates)
        .chain(&beside)
        .chain(std::iter::once(&effort))
        .filter(|words| !words.is_empty())
        .map(String::as_str)
        .collect::<Vec<_>>()
        .join(lang.semicolon());
    Block {
        of: advised.of.clone(),
        sentence: lang.head(|lang| standing(advised.name.get(lang))),
        change,
        better,
        marks: Marks {
            before: value_of(&effect.before, rank),
            after: value_of(&effect.after, rank),
            band: band.map(|band| (band.p5, band.p95)),
        },
        gates,
        beside,
        effort,
        practice: shown_by(view, topics(advised, effect, view).iter().map(String::as_str)),
        spoken,
    }
}

/// What cards call that which a move makes happen: the stage that it adds, the routes that it opens.
fn topics(advised: &Advised, effect: &Effect, view: &View<'_>) -> Vec<String> {
    let row = advised.of.move_row(view.library);
    let acts = row.into_iter().flat_map(|row| &row.acts);
    let added = acts.filter_map(|act| match act {
        Act::AddStage { preset, .. } => Some(preset.clone()),
        _ => None,
    });
    let mut topics: Vec<String> = added.collect();
    let opened = effect.opens.iter().filter_map(|gate| gate.after.as_ref());
    topics.extend(opened.map(|gate| gate.route.to_string()));
    topics
}

/// "0.06 % → 15 %".
fn from_to(effect: &Effect, figure: PathwayFigure, lang: Lang) -> String {
    let [before, after] = read(effect, figure, lang);
    format!("{before} → {after}")
}

fn read(effect: &Effect, figure: PathwayFigure, lang: Lang) -> [String; 2] {
    [&effect.before, &effect.after].map(|values| figure.form().text(value_of(values, figure), lang))
}

/// What it takes in effort, and what is said with it.
fn effort(view: &View<'_>, advised: &Advised) -> String {
    let lang = view.lang;
    let Some(row) = advised.of.move_row(view.library) else {
        return String::new();
    };
    let stop = if lang.is_chinese() { "。" } else { ". " };
    let takes = standing(&efforts(row, lang));
    let said = said(row, lang).unwrap_or_default();
    format!("{takes}{stop}{said}").trim_end().to_owned()
}

/// What each stage takes now, with the rule that stood in the way, and what is not taken any more.
fn gates(effect: &Effect, names: &Names<'_>) -> Vec<String> {
    let lang = names.lang;
    let mut all = Vec::new();
    for taken in &effect.taken {
        let opened: Vec<&GateChange> = effect
            .opens
            .iter()
            .filter(|gate| gate.stage == taken.stage)
            .collect();
        let Some(first) = opened.first() else { continue };
        let message = if opened.iter().any(|gate| gate.before.is_some()) {
            ImproveMsg::TakesMore
        } else {
            ImproveMsg::TakesNew
        };
        let counts = [taken.before, taken.after, taken.all].map(|count| count.to_string());
        let [before, after, whole] = counts.each_ref().map(String::as_str);
        let (stage, parts) = (stage(first, names), parts(&opened, names));
        let values = [
            ("stage", stage.as_str()),
            ("parts", &parts),
            ("before", before),
            ("after", after),
            ("all", whole),
        ];
        all.push(standing(&message.with(lang, &values)));
        let rule = opened.iter().find_map(|gate| {
            let stays = route_of(gate.before.as_ref()) == route_of(gate.after.as_ref());
            cure(gate, names).filter(|_| stays)
        });
        all.extend(
            rule.map(|rule| ImproveMsg::Cures.with(lang, &[("rule", rule.trim_end_matches(['.', '。']))])),
        );
    }
    let mut closed: Vec<&GateChange> = effect.closes.iter().collect();
    while let Some(first) = closed.first().copied() {
        let (here, rest): (Vec<&GateChange>, Vec<&GateChange>) =
            closed.into_iter().partition(|gate| gate.stage == first.stage);
        let values = [("stage", stage(first, names)), ("parts", parts(&here, names))];
        let values = values.each_ref().map(|(key, value)| (*key, value.as_str()));
        all.push(standing(&ImproveMsg::TakesLess.with(lang, &values)));
        closed = rest;
    }
    all
}

fn route_of(gate: Option<&crate::assess::GateFigure>) -> Option<&RouteId> {
    gate.map(|gate| &gate.route)
}

/// The stage of a gate: what happens there, as the route is called.
fn stage(gate: &GateChange, names: &Names<'_>) -> String {
    let route = route_of(gate.after.as_ref()).or_else(|| route_of(gate.before.as_ref()));
    route.map_or_else(|| names.any_stage(&gate.stage), |route| names.short_route(route))
}

/// The parts of some gates, the first of them by name.
fn parts(gates: &[&GateChange], names: &Names<'_>) -> String {
    let lang = names.lang;
    let named: Vec<String> = gates
        .iter()
        .take(NAMED)
        .map(|gate| names.part(&gate.part))
        .collect();
    let named = named.join(lang.comma());
    match gates.len().saturating_sub(NAMED) {
        0 => named,
        more => ImproveMsg::AndParts.with(lang, &[("parts", &named), ("count", &more.to_string())]),
    }
}

/// What else gets better, and what it costs.
fn beside(effect: &Effect, rank: PathwayFigure, lang: Lang) -> Vec<String> {
    let told = |figure: &PathwayFigure| {
        let [before, after] = read(effect, *figure, lang);
        *figure != rank && before != after
    };
    let is_price =
        |figure: &PathwayFigure| figure.row().better != Better::Neither && effect.gain(*figure) < 0.0;
    let (price, also): (Vec<PathwayFigure>, Vec<PathwayFigure>) =
        BESIDE.into_iter().filter(told).partition(is_price);
    let line = |message: ImproveMsg, figures: &[PathwayFigure]| {
        let words = figures.iter().take(TOLD).map(|figure| {
            let [before, after] = read(effect, *figure, lang);
            let values = [
                ("figure", figure.text(lang)),
                ("before", &before),
                ("after", &after),
            ];
            ImproveMsg::FromTo.with(lang, &values)
        });
        let list = words.collect::<Vec<_>>().join(lang.pause());
        (!list.is_empty()).then(|| message.with(lang, &[("list", &list)]))
    };
    [line(ImproveMsg::Also, &also), line(ImproveMsg::Price, &price)]
        .into_iter()
        .flatten()
        .collect()
}

/// From 0, or what lies beneath it, to the furthest of all marks.
fn scale(blocks: &[Block]) -> (f64, f64) {
    let ends = blocks.iter().flat_map(|block| {
        let band = block.marks.band.unwrap_or((block.marks.after, block.marks.after));
        [block.marks.before, block.marks.after, band.0, band.1]
    });
    let finite = ends.filter(|value| value.is_finite());
    finite.fold((0.0, 0.0), |(low, high): (f64, f64), value| {
        (low.min(value), high.max(value))
    })
}

/// Those that can be made and are not worth it, or those that cannot be made, with the reason.
pub fn idle(view: &View<'_>, advice: &Advice, can: bool) -> Vec<Idle> {
    let lang = view.lang;
    let rest = advice.moves.iter().filter(|advised| !advised.helps(advice.rank));
    rest.filter(|advised| advised.effect.is_ok() == can)
        .map(|advised| {
            let why = advised.reason(advice.rank, view.project, view.library, lang);
            let name = standing(advised.name.get(lang));
            let values = [
                ("name", name.as_str()),
                ("why", why.as_deref().unwrap_or_default()),
            ];
            Idle {
                of: advised.of.clone(),
                words: ImproveMsg::Because.with(lang, &values),
                can,
            }
        })
        .collect()
}
