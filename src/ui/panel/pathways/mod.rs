//! The pathways page: what becomes of the product after use, stage by stage.
//!
//! Invariant: it reads the view and pushes edits; every figure on it comes from the assessment and opens.

mod acts;
pub mod data;
pub mod gates;
mod head;
mod inspector;
mod legend;
mod list;
pub mod offer;
mod overview;
pub mod stage;
mod stages;

use crate::edit::{Edit, LinkEdit, PathwayEdit};
use crate::model::{MaxLives, StageId};
use crate::quantity::Share;
use crate::text::{PathwaysMsg, number};
use crate::ui::act::Act;
use crate::ui::anchor::{self, Anchor};
use crate::ui::diagram::paint::{self, Asked};
use crate::ui::diagram::{NodeId, RibbonId, touch};
use crate::ui::icon;
use crate::ui::shared::variants;
use crate::ui::theme::{Theme, metric};
use crate::ui::view::{Command, Out, View};
use crate::ui::widget::touch::Touch;
use crate::ui::widget::{Commit, Hint as _, Notice, NumberField, line, notice_line, put_left, text};
use data::Page;
use egui::{Color32, Galley, Id, Pos2, Response, Ui, vec2};
use std::sync::Arc;

/// The list at the left: the pathways with baseline and comparison, and what can be done with them.
pub fn list(ui: &mut Ui, view: &View<'_>, out: &mut Out) {
    list::show(ui, view, out);
}

/// The work area: title, cap on lives, flow diagram, legend.
pub fn show(ui: &mut Ui, view: &View<'_>, out: &mut Out) {
    ui.spacing_mut().item_spacing.y = 0.0;
    variants::strip(ui, view, out);
    let Some(pathway) = data::shown(view) else {
        return nothing(ui, view, out);
    };
    let page = data::page(view, pathway);
    rename_key(ui, view, out, &page);
    acts::keys(ui, view, out, pathway);
    head::show(ui, view, out, &page);
    ui.add_space(metric::SPACE_S);
    match &page.diagram {
        Some(_) => with_legend(ui, view, out, &page),
        None => no_answer(ui, view, out, &page),
    }
}

/// The diagram of the pathway that is shown with its legend, for pictures.
pub(crate) fn drawing(ui: &mut Ui, view: &View<'_>) {
    ui.spacing_mut().item_spacing.y = 0.0;
    if let Some(pathway) = data::shown(view) {
        with_legend(ui, view, &mut Out::default(), &data::page(view, pathway));
    }
}

/// The diagram of the pathway that is shown in words, line by line.
pub(crate) fn told(view: &View<'_>) -> String {
    let page = data::shown(view).map(|pathway| data::page(view, pathway));
    let Some(diagram) = page.and_then(|page| page.diagram) else {
        return String::new();
    };
    let nodes = diagram.nodes.iter().map(|node| node.spoken.as_str());
    let ribbons = diagram.ribbons.iter().map(|ribbon| ribbon.spoken.as_str());
    nodes.chain(ribbons).collect::<Vec<_>>().join("\n")
}

fn with_legend(ui: &mut Ui, view: &View<'_>, out: &mut Out, page: &Page) {
    let height = (ui.available_height() - legend::height(view.lang) - metric::SPACE_S).max(200.0);
    view.dim(ui);
    let shown = ui.allocate_ui(vec2(ui.available_width(), height), |ui| {
        diagram(ui, view, out, page);
    });
    anchor::mark(ui, Anchor::Diagram, shown.response.rect);
    ui.add_space(metric::SPACE_S);
    legend::show(ui, view, page);
}

/// The inspector at the right: the selected stage, or the gates and notices of the pathway.
pub fn inspector(ui: &mut Ui, view: &View<'_>, out: &mut Out) {
    inspector::show(ui, view, out);
}

/// F2 renames the stage that has the focus in the diagram, else the selected one.
fn rename_key(ui: &Ui, view: &View<'_>, out: &mut Out, page: &Page) {
    if !ui.input(|input| input.key_pressed(egui::Key::F2)) {
        return;
    }
    let focused = ui.memory(egui::Memory::focused);
    if focused == Some(list::rows_id()) {
        return;
    }
    let stages = page.stages.iter().map(|(stage, _)| stage);
    let has_focus = |stage: &&StageId| {
        let node = NodeId::Stage((*stage).clone());
        focused == Some(touch::node_id(page.id.as_str(), &node))
    };
    let stage = stages.clone().find(has_focus);
    let selected = view.selection.stage.as_ref();
    let Some(stage) = stage.or_else(|| stages.clone().find(|stage| Some(*stage) == selected)) else {
        return;
    };
    out.command(Command::SelectStage(Some(stage.clone())));
    inspector::start_rename(ui, stage);
}

fn max_lives(ui: &mut Ui, view: &View<'_>, out: &mut Out, page: &Page) {
    let label = PathwaysMsg::MaxLives.text(view.lang);
    let lives = page.lives.map(f64::from);
    let field = NumberField::new(("max lives", page.id.as_str()), label, lives, view.lang)
        .range(1.0, 1000.0)
        .example(3.0)
        .can_be_empty()
        .width(44.0)
        .show(ui, view.theme);
    field.response.hint(PathwaysMsg::MaxLivesHint.text(view.lang));
    let lives = match field.commit {
        Some(Commit::Value(lives)) => MaxLives::Lives(whole(lives)),
        Some(Commit::Cleared) => MaxLives::Unlimited,
        None => return,
    };
    out.edit(Edit::pathway(&page.id, PathwayEdit::SetMaxLives(lives)));
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the field takes 1 to 1000 only"
)]
fn whole(lives: f64) -> u32 {
    lives.round().clamp(1.0, 1000.0) as u32
}

fn diagram(ui: &mut Ui, view: &View<'_>, out: &mut Out, page: &Page) {
    let (Some(diagram), Some(pathway)) = (&page.diagram, data::shown(view)) else {
        return;
    };
    let name = PathwaysMsg::Diagram.with(view.lang, &[("name", &page.title)]);
    let selected = view.selection.stage.clone().map(NodeId::Stage);
    let look = paint::Look {
        id: page.id.as_str(),
        name: &name,
        hint: PathwaysMsg::DiagramKeys.text(view.lang),
        fill: view.theme.pathway(page.index),
        drawing: view.drawing(),
        drag: &|from, to| PathwaysMsg::DragShare.with(view.lang, &[("from", from), ("to", to)]),
        share: &|share| number::share(share, view.lang),
        basis: &|flow| data::basis(view, &page.id, flow),
        selected: selected.as_ref(),
        lang: view.lang,
        node_acts: &|node| {
            (
                acts::node_name(view, pathway, node),
                acts::of_node(view, pathway, node),
            )
        },
        connect: &|from, to| acts::connect_words(view, pathway, from, to),
        flow_acts: &|ribbon| acts::of_flow(view, pathway, ribbon),
    };
    match paint::show(ui, view.theme, diagram, &look) {
        Some(Asked::Pick(node)) => out.command(Command::SelectStage(node.stage().cloned())),
        Some(Asked::Remove(NodeId::Stage(stage))) => remove(view, out, &stage),
        Some(Asked::Do(NodeId::Stage(stage), act)) => {
            acts::run_stage(ui, view, out, act, (pathway, &stage));
        }
        Some(Asked::Edit(NodeId::Stage(stage))) => {
            acts::run_stage(ui, view, out, Act::Rename, (pathway, &stage));
        }
        Some(Asked::DoFlow(ribbon, act)) => acts::run_flow(out, act, (pathway, &ribbon)),
        Some(Asked::Connect(from, to)) => acts::connect(out, pathway, &from, &to),
        Some(Asked::Share { ribbon, share, ended }) => set_share(out, page, &ribbon, share, ended),
        Some(Asked::Do(..) | Asked::Edit(_) | Asked::Remove(NodeId::Product | NodeId::More(_))) | None => {}
    }
}

/// Takes a stage out where it may go.
fn remove(view: &View<'_>, out: &mut Out, stage: &StageId) {
    let Some(pathway) = data::shown(view) else { return };
    if stage::stays(view, pathway, stage).is_none() {
        stages::remove_stage(out, pathway, stage);
    }
}

/// The same as the slider of the exit.
fn set_share(out: &mut Out, page: &Page, ribbon: &RibbonId, share: f64, ended: bool) {
    let (Some(from), Some(to)) = (ribbon.from.stage(), ribbon.to.stage()) else {
        return;
    };
    let edit = Edit::link(&page.id, from, to, LinkEdit::SetShare(Share::clamped(share)));
    if ended {
        out.edit(edit);
    } else {
        out.drag(edit);
    }
}

fn no_answer(ui: &mut Ui, view: &View<'_>, out: &mut Out, page: &Page) {
    ui.add_space(metric::SPACE_XL);
    text::name(ui, view.theme, PathwaysMsg::NoAnswerTitle.head(view.lang));
    ui.add_space(metric::SPACE_S);
    ui.scope(|ui| {
        ui.set_max_width(560.0);
        if let Some(error) = &page.error {
            notice_line(ui, view.theme, Notice::Error, error, view.lang);
        }
        ui.add_space(metric::SPACE_S);
        wrapped(ui, view.theme, PathwaysMsg::NoAnswerHint.text(view.lang));
    });
    ui.add_space(metric::SPACE_L);
    text::heading(ui, view.theme, PathwaysMsg::Stages.head(view.lang));
    egui::ScrollArea::vertical().id_salt("stages").show(ui, |ui| {
        for (stage, name) in &page.stages {
            let id = Id::unique(("stage link", page.id.as_str(), stage.as_str()));
            if link(ui, view.theme, id, name, "").clicked() {
                out.command(Command::SelectStage(Some(stage.clone())));
            }
        }
    });
}

fn nothing(ui: &mut Ui, view: &View<'_>, out: &mut Out) {
    ui.add_space(metric::SPACE_XXL);
    text::title(ui, view.theme, PathwaysMsg::NoPathway.head(view.lang));
    ui.add_space(metric::SPACE_S);
    ui.scope(|ui| {
        ui.set_max_width(520.0);
        wrapped(ui, view.theme, PathwaysMsg::NoPathwayHint.text(view.lang));
    });
    ui.add_space(metric::SPACE_L);
    stages::add_pathway(ui, view, out, true);
}

/// Secondary text over several lines.
fn wrapped(ui: &mut Ui, theme: &Theme, words: &str) {
    text::Flow::new(words, theme.font(metric::TEXT_SMALL), theme.ink_soft).show(ui);
}

/// A line of words that leads somewhere, with an arrow, and a figure before it.
fn link(ui: &mut Ui, theme: &Theme, id: Id, words: &str, figure: &str) -> Response {
    let figure_words = galley(ui, theme, figure, theme.ink_soft, 90.0);
    let figure_width = figure_words.size().x;
    let room = ui.available_width() - 32.0 - figure_width;
    let font = theme.font(metric::TEXT_BODY);
    let ink = Color32::PLACEHOLDER;
    let whole = text::in_both(ui.ctx(), words);
    let close = text::close(ui.painter(), theme, &whole, ink, (room, 5));
    let galley = close.unwrap_or_else(|| text::lines(ui.painter(), theme, words, font, ink, (room, 2)));
    let height = (galley.size().y + metric::SPACE_XS).max(metric::TARGET);
    let (_, rect) = ui.allocate_space(vec2(ui.available_width(), height));
    let touch = Touch::link(id, rect, words).said(figure);
    let response = touch.plate(rect.expand2(vec2(4.0, 0.0))).show(ui, theme);
    let ink = if response.hovered() {
        theme.accent
    } else {
        theme.ink
    };
    let right = rect.right() - 24.0 - figure_width;
    put(ui, egui::pos2(right, rect.center().y), figure_words);
    put_left(ui.painter(), rect.left_center(), galley, ink);
    put_icon(
        ui,
        theme,
        egui::pos2(rect.right() - 20.0, rect.center().y),
        icon::CARET_RIGHT,
        theme.ink_soft,
    );
    response
}

/// Small words over several lines that open something.
fn small_link(ui: &mut Ui, theme: &Theme, id: Id, words: &str) -> Response {
    let font = theme.font(metric::TEXT_SMALL);
    let (room, ink) = (ui.available_width(), Color32::PLACEHOLDER);
    let words_laid = text::wrapped(ui.painter(), theme, words, font, ink, room);
    let size = vec2(ui.available_width(), words_laid.size().y.max(metric::TARGET));
    let (_, rect) = ui.allocate_space(size);
    let response = Touch::link(id, rect, words).plain().show(ui, theme);
    let ink = if response.hovered() {
        theme.accent
    } else {
        theme.ink_soft
    };
    let at = egui::pos2(rect.left(), rect.center().y - words_laid.size().y / 2.0);
    let width = words_laid.size().x;
    let foot = at.y + words_laid.size().y;
    ui.painter().galley(at, words_laid, ink);
    ui.painter()
        .hline(at.x..=at.x + width, foot, egui::Stroke::new(theme.rule, ink));
    response
}

/// One small line of words, cut to `room`.
fn galley(ui: &Ui, theme: &Theme, words: &str, ink: Color32, room: f32) -> Arc<Galley> {
    text::one_line(
        ui.painter(),
        theme,
        words,
        theme.font(metric::TEXT_SMALL),
        ink,
        room,
    )
}

/// One line of body text, cut to `room`.
fn body_galley(ui: &Ui, theme: &Theme, words: &str, room: f32) -> Arc<Galley> {
    let font = theme.font(metric::TEXT_BODY);
    text::one_line(ui.painter(), theme, words, font, theme.ink, room)
}

/// Draws words with their left middle at `at`.
fn put(ui: &Ui, at: Pos2, words: Arc<Galley>) {
    put_left(ui.painter(), at, words, Color32::PLACEHOLDER);
}

fn put_icon(ui: &Ui, theme: &Theme, at: Pos2, sign: char, color: Color32) {
    let galley = line(ui.painter(), &sign.to_string(), theme.icon_font(18.0), color);
    put_left(ui.painter(), at, galley, color);
}
