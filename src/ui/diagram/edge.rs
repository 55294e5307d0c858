//! Edges of ribbons that leave a stage: dragged up or down they change the share of the exit.
//!
//! Invariant: a drag is reckoned from where it began, so that going back loses nothing; every share has its slider and
//! its field in the inspector, which do the same by keyboard and by typing.

use super::layout::Layout;
use super::model::{Diagram, Ribbon};
use super::paint::{Asked, Look};
use super::paint_told::tooltip;
use super::route::Way;
use super::touch::ribbon_id;
use crate::ui::theme::{Theme, metric};
use crate::ui::widget::touch::Touch;
use egui::{CursorIcon, Pos2, Rect, Response, Role, Sense, Stroke, Ui, pos2, vec2};

/// Height of the handle, half above and half beneath the edge.
const HANDLE: f32 = 12.0;
/// Least share that an edge is dragged to: without any ribbon there would be nothing left to hold.
const LEAST: f64 = 0.005;
/// Least mass of a stage, kg drawn, for its ribbons to have edges.
const NOTHING: f64 = 1e-9;

/// An edge that can be dragged.
#[derive(Debug)]
struct Edge {
    /// Index of its ribbon.
    ribbon: usize,
    /// Its left end.
    at: Pos2,
    /// True for the lower edge, which makes the ribbon wider as it goes down.
    is_lower: bool,
    /// The handle on it.
    response: Response,
    /// The share that it stands for now, while it is held.
    share: Option<f64>,
}

/// What is kept while an edge is held.
#[derive(Debug, Clone, Copy)]
struct Hold {
    /// Where it was taken.
    y: f32,
    /// The share then.
    share: f64,
    /// Share per point downwards.
    per_point: f64,
}

/// All edges.
#[derive(Debug)]
pub(super) struct Edges {
    edges: Vec<Edge>,
}

impl Edges {
    /// Lays handles on the edges of `diagram` and reckons what is held.
    pub(super) fn sense(ui: &Ui, diagram: &Diagram, placed: &Layout, look: &Look<'_>) -> Self {
        let ribbons = diagram.ribbons.iter().enumerate();
        let edges = ribbons.filter_map(|(index, ribbon)| {
            let share = ribbon.share?;
            let (at, is_lower) = edge_of(diagram, placed, index)?;
            let response = handle(ui, diagram, look, ribbon, at);
            let mut edge = Edge {
                ribbon: index,
                at,
                is_lower,
                response,
                share: None,
            };
            edge.share = edge.held(ui, diagram, placed, share);
            Some(edge)
        });
        Self {
            edges: edges.collect(),
        }
    }

    /// True while one of them is held.
    pub(super) fn is_held(&self) -> bool {
        self.edges.iter().any(|edge| edge.response.dragged())
    }

    /// The share that the user asks for.
    pub(super) fn asked(&self, diagram: &Diagram) -> Option<Asked> {
        let edge = self.edges.iter().find(|edge| edge.share.is_some())?;
        Some(Asked::Share {
            ribbon: diagram.ribbons.get(edge.ribbon)?.id.clone(),
            share: edge.share?,
            ended: edge.response.drag_stopped(),
        })
    }

    /// Shows the edge under the pointer, and the share while it is held.
    pub(super) fn show(&self, ui: &Ui, theme: &Theme, diagram: &Diagram, look: &Look<'_>) {
        let held = self.edges.iter().find(|edge| edge.response.dragged());
        let hovered = || self.edges.iter().find(|edge| edge.response.hovered());
        let Some(edge) = held.or_else(hovered) else {
            return;
        };
        let end = edge.at + vec2(edge.response.rect.width(), 0.0);
        ui.painter()
            .line_segment([edge.at, end], Stroke::new(3.0, theme.accent));
        let Some(ribbon) = diagram.ribbons.get(edge.ribbon) else {
            return;
        };
        let name = |index: usize| diagram.nodes.get(index).map_or("", |node| node.name.as_str());
        let share = edge.share.or(ribbon.share).map(look.share).unwrap_or_default();
        let words = format!("{}\n{share}", (look.drag)(name(ribbon.from), name(ribbon.to)));
        let words = if held.is_some() { &share } else { &words };
        let response = &edge.response;
        egui::Tooltip::always_open(ui.ctx().clone(), response.layer_id, response.id, response.rect)
            .show(|ui| tooltip(ui, theme, words));
    }
}

impl Edge {
    /// The share that the pointer asks for; none where the edge is not held.
    fn held(&self, ui: &Ui, diagram: &Diagram, placed: &Layout, share: f64) -> Option<f64> {
        let id = self.response.id;
        let pointer = self.response.interact_pointer_pos();
        if self.response.drag_started() {
            let ribbon = diagram.ribbons.get(self.ribbon)?;
            let stage = diagram.nodes.get(ribbon.from)?;
            let points = stage.drawn * f64::from(placed.scale);
            let origin = ui.input(|input| input.pointer.press_origin());
            let hold = Hold {
                y: origin.or(pointer)?.y,
                share,
                per_point: if self.is_lower { 1.0 } else { -1.0 } / points.max(NOTHING),
            };
            ui.data_mut(|data| data.insert_temp(id, hold));
        }
        if !self.response.dragged() && !self.response.drag_stopped() {
            return None;
        }
        let hold = ui.data(|data| data.get_temp::<Hold>(id))?;
        // Where the pointer has gone, the last share holds.
        let Some(pointer) = pointer else {
            return Some(share);
        };
        let down = f64::from(pointer.y - hold.y) * hold.per_point;
        Some((hold.share + down).clamp(LEAST.min(hold.share), 1.0))
    }
}

/// The left end of a ribbon's edge at the stage that it leaves, and whether it is the lower one: the lowest ribbon of a
/// bar is changed by its upper edge, for nothing lies beneath it to give way.
fn edge_of(diagram: &Diagram, placed: &Layout, index: usize) -> Option<(Pos2, bool)> {
    let ribbon = diagram.ribbons.get(index)?;
    let (start, top) = start(placed, index)?;
    let is_lowest = diagram.ribbons.iter().enumerate().all(|(other, beside)| {
        let lower = start_top(placed, other).is_some_and(|other| other > top);
        other == index || beside.from != ribbon.from || beside.share.is_none() || !lower
    });
    let width = placed.ribbons.get(index)?.width;
    let y = if is_lowest { top } else { top + width };
    Some((pos2(start, y), !is_lowest))
}

fn start_top(placed: &Layout, index: usize) -> Option<f32> {
    start(placed, index).map(|(_, top)| top)
}

/// Where a ribbon leaves its bar: left end and upper edge.
fn start(placed: &Layout, index: usize) -> Option<(f32, f32)> {
    let ribbon = placed.ribbons.get(index)?;
    match ribbon.way.as_ref()? {
        Way::Band(slices) => slices.first().map(|slice| (slice.x, slice.top)),
        Way::Loop(points) => points
            .first()
            .map(|point| (point.x, point.y - ribbon.width / 2.0)),
    }
}

/// The handle: senses drags, takes no focus, and is named for screen readers.
fn handle(ui: &Ui, diagram: &Diagram, look: &Look<'_>, ribbon: &Ribbon, at: Pos2) -> Response {
    let rect = Rect::from_min_size(at - vec2(0.0, HANDLE / 2.0), vec2(metric::TARGET, HANDLE));
    let name = |index: usize| diagram.nodes.get(index).map_or("", |node| node.name.as_str());
    let words = (look.drag)(name(ribbon.from), name(ribbon.to));
    let id = ribbon_id(look.id, ribbon).with("edge");
    let touch = Touch::new(id, rect, Role::Splitter, &words).said(&ribbon.label);
    let response = touch.sense(Sense::DRAG).feel(ui);
    response.on_hover_cursor(CursorIcon::ResizeVertical)
}
