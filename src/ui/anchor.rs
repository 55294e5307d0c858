//! Where the controls stand that the tour points at: each notes its place while it is drawn.
//!
//! Invariant: a place that was not drawn in this pass or the one before is not known.

use egui::{Align, Context, Id, Rect, Ui};

/// A control that can be pointed at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Anchor {
    /// The bar of the product's parts.
    Parts,
    /// The share of the first fibre of the selected part.
    FibreShare,
    /// The flow diagram.
    Diagram,
    /// The share of the first exit of the selected stage.
    ExitShare,
    /// The columns of the comparison.
    Compare,
    /// The opened figure.
    Figure,
}

/// Passes during which a control is scrolled to, so that scrolling always comes to an end.
const PATIENCE: u32 = 40;

#[derive(Debug, Clone, Copy)]
struct Seen {
    rect: Rect,
    pass: u64,
}

/// A control that is to be scrolled into view.
#[derive(Debug, Clone, Copy)]
struct Wanted {
    anchor: Anchor,
    left: u32,
}

fn id(anchor: Anchor) -> Id {
    Id::unique(("anchor", anchor))
}

fn wanted_id() -> Id {
    Id::unique("anchor wanted")
}

/// Notes that `anchor` stands at `rect`, and scrolls to it where that was asked for.
pub fn mark(ui: &Ui, anchor: Anchor, rect: Rect) {
    let clip = ui.clip_rect();
    let seen = Seen {
        rect: rect.intersect(clip),
        pass: ui.ctx().cumulative_pass_nr(),
    };
    let wanted = ui.data_mut(|data| {
        data.insert_temp(id(anchor), seen);
        data.get_temp::<Wanted>(wanted_id())
    });
    let Some(wanted) = wanted.filter(|wanted| wanted.anchor == anchor) else {
        return;
    };
    let is_seen = seen.rect.height() >= rect.height().min(clip.height()) - 1.0;
    if is_seen || wanted.left == 0 {
        ui.data_mut(|data| data.remove::<Wanted>(wanted_id()));
    } else {
        let left = wanted.left - 1;
        ui.data_mut(|data| data.insert_temp(wanted_id(), Wanted { anchor, left }));
        ui.scroll_to_rect(rect, Some(Align::Center));
        ui.ctx().request_repaint();
    }
}

/// Asks `anchor` to be scrolled into view.
pub fn bring(ctx: &Context, anchor: Anchor) {
    let wanted = Wanted {
        anchor,
        left: PATIENCE,
    };
    ctx.data_mut(|data| data.insert_temp(wanted_id(), wanted));
}

/// The visible part of `anchor`, where it is on screen.
pub fn find(ctx: &Context, anchor: Anchor) -> Option<Rect> {
    let now = ctx.cumulative_pass_nr();
    let seen = ctx.data(|data| data.get_temp::<Seen>(id(anchor)))?;
    let is_fresh = now.saturating_sub(seen.pass) <= 1;
    (is_fresh && seen.rect.is_positive()).then_some(seen.rect)
}
