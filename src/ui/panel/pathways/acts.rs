//! What can be done with pathways, stages and flows: by the menu of the right button and by key.

use super::data::{self, Row};
use super::{inspector, list, stage, stages};
use crate::edit::{Edit, LinkEdit, PathwayEdit, StageEdit, Way, addition_of, refusal};
use crate::flow::gate::Verdict;
use crate::model::{Column, Link, PartId, Pathway, PathwayId, StageId};
use crate::project_file::write_stages;
use crate::text::{ActMsg, CommonMsg, PathwaysMsg};
use crate::ui::act::{self, Act, Offer, offer, unless};
use crate::ui::diagram::{FlowKindId, NodeId, RibbonId};
use crate::ui::improving::{Improve, Opening};
use crate::ui::view::{Command, Out, View};
use egui::{Response, Ui};
use std::collections::BTreeSet;

/// Does what the keys with Ctrl and Alt ask: of the pathway whose row has the focus, else of the selected stage, else of
/// the pathway that is shown.
pub(super) fn keys(ui: &Ui, view: &View<'_>, out: &mut Out, pathway: &Pathway) {
    let focused = ui.memory(egui::Memory::focused);
    let in_list = focused == Some(list::rows_id());
    let selected = view.selection.stage.as_ref().filter(|_| !in_list);
    let is_figure = view.selection.figure.is_some() || act::is_on_figure(ui.ctx());
    let keep = |offer: &Offer| {
        let copies = matches!(offer.act, Act::Copy | Act::Cut);
        offer.act != Act::Paste && !(copies && is_figure)
    };
    if let Some(stage) = selected {
        let mut offers = of_stage(view, pathway, stage);
        offers.retain(keep);
        if let Some(act) = act::keyed(ui, &offers) {
            run_stage(ui, view, out, act, (pathway, stage));
        }
        return;
    }
    let rows = data::rows(view);
    let Some(at) = rows.iter().position(|row| row.id == pathway.id) else {
        return;
    };
    if let Some(act) = act::keyed(ui, &of_pathway(view, &rows, at)) {
        run_pathway(ui, view, out, act, (&rows, at));
    }
}

/// The menu of the right button over the row of the pathway at `at`, or of the menu key where the row is `keyed`.
pub(super) fn pathway_menu(
    ui: &Ui,
    view: &View<'_>,
    out: &mut Out,
    (rows, at): (&[Row], usize),
    (response, keyed): (&Response, bool),
) {
    let Some(row) = rows.get(at) else { return };
    let about = (response, keyed, row.name.as_str());
    let asked = act::menu(ui, view.theme, view.lang, about, || of_pathway(view, rows, at));
    if let Some(act) = asked {
        run_pathway(ui, view, out, act, (rows, at));
    }
}

fn of_pathway(view: &View<'_>, rows: &[Row], at: usize) -> Vec<Offer> {
    let lang = view.lang;
    let Some(row) = rows.get(at) else {
        return Vec::new();
    };
    let compare = if row.is_compared {
        Act::LeaveOut
    } else {
        Act::Compare
    };
    vec![
        offer(Act::Rename),
        offer(Act::Duplicate),
        offer(Act::Paste),
        unless(Act::MoveUp, (at == 0).then(|| ActMsg::IsFirst.text(lang))),
        unless(
            Act::MoveDown,
            (at + 1 == rows.len()).then(|| ActMsg::IsLast.text(lang)),
        ),
        unless(
            Act::Baseline,
            row.is_baseline.then(|| PathwaysMsg::IsBaseline.text(lang)),
        ),
        unless(compare, row.tick_refused),
        unless(
            Act::Remove,
            (rows.len() < 2).then(|| PathwaysMsg::OnlyPathway.text(lang)),
        ),
    ]
}

fn run_pathway(ui: &Ui, view: &View<'_>, out: &mut Out, act: Act, (rows, at): (&[Row], usize)) {
    let Some(row) = rows.get(at) else { return };
    let edit = |change| Edit::pathway(&row.id, change);
    match act {
        Act::Rename => list::start_rename(ui, &row.id),
        Act::Duplicate => out.edit(edit(PathwayEdit::Duplicate)),
        Act::Paste => out.command(Command::Paste),
        Act::MoveUp => out.edit(edit(PathwayEdit::Move(at.saturating_sub(1)))),
        Act::MoveDown => out.edit(edit(PathwayEdit::Move(at + 1))),
        Act::Baseline => out.edit(edit(PathwayEdit::SetBaseline)),
        Act::Compare | Act::LeaveOut => {
            let column = Column::new(view.project.product.variant, row.id.clone());
            out.edit(Edit::SetCompared(view.project.toggled(&column)));
        }
        Act::Remove => list::remove(view, out, &row.id),
        _ => {}
    }
}

/// What is offered for a node of the diagram.
pub(super) fn of_node(view: &View<'_>, pathway: &Pathway, node: &NodeId) -> Vec<Offer> {
    node.stage()
        .map_or_else(Vec::new, |stage| of_stage(view, pathway, stage))
}

/// What is offered for a stage; ends that the method adds only open.
pub(super) fn of_stage(view: &View<'_>, pathway: &Pathway, id: &StageId) -> Vec<Offer> {
    if pathway.stage(id).is_none() {
        return vec![offer(Act::Open)];
    }
    let stays = stage::stays(view, pathway, id);
    let mut all = vec![
        offer(Act::Open),
        offer(Act::Rename),
        offer(Act::Duplicate),
        unless(Act::Cut, stays),
        offer(Act::Copy),
        offer(Act::Paste),
    ];
    if refuses(view, pathway, id) {
        all.push(offer(Act::Improve));
    }
    all.push(unless(Act::Remove, stays));
    all
}

/// Whether a gate of the stage refuses a part.
fn refuses(view: &View<'_>, pathway: &Pathway, stage: &StageId) -> bool {
    let figures = data::figures(view, pathway);
    figures.is_some_and(|figures| {
        let mut gates = figures.gates.iter();
        gates.any(|gate| &gate.stage == stage && gate.answer.verdict == Verdict::Refused)
    })
}

/// Leads to the moves that would open a gate of `stage`, to `part` where one is given.
pub(super) fn improve(out: &mut Out, pathway: &PathwayId, stage: &StageId, part: Option<&PartId>) {
    let opening = Opening {
        stage: stage.clone(),
        part: part.cloned(),
    };
    let act = Improve::Show(Some(pathway.clone()), Some(opening));
    out.command(Command::Improve(act));
}

/// Does `act` with a stage of `pathway`.
pub(super) fn run_stage(
    ui: &Ui,
    view: &View<'_>,
    out: &mut Out,
    act: Act,
    (pathway, id): (&Pathway, &StageId),
) {
    match act {
        Act::Open => out.command(Command::SelectStage(Some(id.clone()))),
        Act::Rename => {
            out.command(Command::SelectStage(Some(id.clone())));
            inspector::start_rename(ui, id);
        }
        Act::Duplicate => {
            let copied = pathway.stage(id).cloned();
            let addition = copied.and_then(|stage| addition_of(pathway, vec![stage]));
            if let Some((edit, new)) = addition {
                out.edit(edit);
                out.command(Command::SelectStage(Some(new)));
            }
        }
        Act::Copy | Act::Cut => {
            let ids: BTreeSet<StageId> = std::iter::once(id.clone()).collect();
            // A project that could not be saved is refused where it is edited, so that this holds.
            let Ok(text) = write_stages(view.project, &pathway.id, &ids) else {
                return;
            };
            ui.ctx().copy_text(text);
            if act == Act::Cut {
                stages::remove_stage(out, pathway, id);
            }
        }
        Act::Paste => out.command(Command::Paste),
        Act::Improve => improve(out, &pathway.id, id, None),
        Act::Remove => stages::remove_stage(out, pathway, id),
        _ => {}
    }
}

/// Lets `from` lead to `to`; the stage comes into the inspector, where the share is set.
pub(super) fn connect(out: &mut Out, pathway: &Pathway, from: &StageId, to: &StageId) {
    out.edit(Edit::stage(&pathway.id, from, StageEdit::AddLink(to.clone())));
    out.command(Command::SelectStage(Some(from.clone())));
}

/// What letting `from` lead to `to` does, or why it cannot be.
pub(super) fn connect_words(view: &View<'_>, pathway: &Pathway, from: &StageId, to: &StageId) -> String {
    if let Some(refused) = refusal(pathway, from, to, Way::Exit) {
        return refused.text(view.lang);
    }
    let [from, to] = [from, to].map(|id| data::names(view).stage(pathway, id));
    PathwaysMsg::LeadTo.with(view.lang, &[("from", &from), ("to", &to)])
}

/// The exit that a ribbon shows.
fn link<'a>(pathway: &'a Pathway, ribbon: &RibbonId) -> Option<(&'a StageId, &'a Link)> {
    let (from, to) = (ribbon.from.stage()?, ribbon.to.stage()?);
    let stage = pathway.stage(from)?;
    let link = stage.exits.iter().find(|link| &link.to == to)?;
    Some((&stage.id, link))
}

/// What is offered for a flow: an exit opens, is pinned and goes; other flows open the stage that they leave.
pub(super) fn of_flow(view: &View<'_>, pathway: &Pathway, ribbon: &RibbonId) -> Vec<Offer> {
    let Some((from, link)) = link(pathway, ribbon) else {
        let is_refused = ribbon.kind == FlowKindId::Refused;
        let opens = is_refused.then(|| offer(Act::Improve));
        return std::iter::once(offer(Act::Open)).chain(opens).collect();
    };
    let exits = pathway.stage(from).map_or(0, |stage| stage.exits.len());
    let only = (exits < 2).then(|| PathwaysMsg::OnlyExit.text(view.lang));
    let pin = if link.pinned { Act::Unpin } else { Act::Pin };
    vec![offer(Act::Open), offer(pin), unless(Act::Remove, only)]
}

/// Does `act` with a flow.
pub(super) fn run_flow(out: &mut Out, act: Act, (pathway, ribbon): (&Pathway, &RibbonId)) {
    if act == Act::Open {
        return out.command(Command::SelectStage(ribbon.from.stage().cloned()));
    }
    if let (Act::Improve, Some(stage)) = (act, ribbon.from.stage()) {
        return improve(out, &pathway.id, stage, None);
    }
    let Some((from, link)) = link(pathway, ribbon) else {
        return;
    };
    let change = match act {
        Act::Pin => LinkEdit::SetPinned(true),
        Act::Unpin => LinkEdit::SetPinned(false),
        Act::Remove => LinkEdit::Remove,
        _ => return,
    };
    out.edit(Edit::link(&pathway.id, from, &link.to, change));
}

/// What a node is called in the name of its menu.
pub(super) fn node_name(view: &View<'_>, pathway: &Pathway, node: &NodeId) -> String {
    match node.stage() {
        Some(stage) => data::names(view).stage(pathway, stage),
        None => CommonMsg::Stage.text(view.lang).to_owned(),
    }
}
