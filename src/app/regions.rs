//! The regions of the window: F6 goes from one to the next, and a figure opened by key takes the focus into its
//! inspector and gives it back.

use super::App;
use egui::{Context, Id, Key, Modifiers, Rect};

/// A region, in the order in which F6 goes through them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Region {
    /// The bar at the top.
    Bar,
    /// The list at the left.
    List,
    /// The page.
    Page,
    /// The inspector at the right.
    Inspector,
    /// The scoreboard at the foot.
    Scoreboard,
}

impl Region {
    const ALL: [Self; 5] = [
        Self::Bar,
        Self::List,
        Self::Page,
        Self::Inspector,
        Self::Scoreboard,
    ];

    fn key(self) -> Id {
        Id::unique(("region", self as u8))
    }

    /// Where it lies in this frame.
    pub(super) fn mark(self, ctx: &Context, place: Rect) {
        let now = ctx.cumulative_pass_nr();
        ctx.data_mut(|data| data.insert_temp(self.key(), (place, now)));
    }

    /// Where it lay in the last frame; none where it was not drawn.
    fn place(self, ctx: &Context) -> Option<Rect> {
        let now = ctx.cumulative_pass_nr();
        let kept: Option<(Rect, u64)> = ctx.data(|data| data.get_temp(self.key()));
        kept.filter(|(_, then)| then + 2 >= now).map(|(place, _)| place)
    }

    /// What takes the focus first in it: the uppermost, of one line the leftmost.
    fn first(self, ctx: &Context) -> Option<Id> {
        let place = self.place(ctx)?;
        ctx.viewport(|window| {
            let widgets = window.prev_pass.widgets.layers().flat_map(|(_, widgets)| widgets);
            let inside = widgets.filter(|widget| {
                let seen = widget.enabled && widget.visible && widget.interact_rect.is_positive();
                seen && widget.sense.is_focusable() && place.contains(widget.rect.center())
            });
            let order = |rect: Rect| ((rect.top() / 8.0).round(), rect.left());
            inside
                .min_by(|a, b| {
                    let (a, b) = (order(a.rect), order(b.rect));
                    a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1))
                })
                .map(|widget| widget.id)
        })
    }
}

/// Where the focus goes when a figure is opened and closed by key.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Opening {
    /// What had the focus when the figure was opened.
    from: Option<Id>,
    /// Frames left in which the inspector may appear.
    wait: u8,
}

impl App {
    /// F6 and Shift+F6: the focus goes to the next region that can take it.
    pub(super) fn go_through_regions(&mut self, ctx: &Context) {
        let back = ctx.input_mut(|input| input.consume_key(Modifiers::SHIFT, Key::F6));
        let on = ctx.input_mut(|input| input.consume_key(Modifiers::NONE, Key::F6));
        if back || on {
            let count = Region::ALL.len();
            let focused = ctx
                .memory(egui::Memory::focused)
                .and_then(|id| ctx.read_response(id));
            let here = focused.and_then(|response| {
                let at = response.rect.center();
                let is_here = |region: &Region| region.place(ctx).is_some_and(|place| place.contains(at));
                Region::ALL.iter().position(is_here)
            });
            let step = if back { count - 1 } else { 1 };
            let start = here.unwrap_or(if back { 0 } else { count - 1 });
            let order = (1..=count).map(|times| (start + step * times) % count);
            let target = order
                .filter_map(|at| Region::ALL.get(at))
                .find_map(|region| region.first(ctx));
            if let Some(id) = target {
                ctx.memory_mut(|memory| memory.request_focus(id));
            }
        }
        self.enter_inspector(ctx);
    }

    /// Remembers what opened a figure by key, so that the focus follows it and comes back.
    pub(super) fn figure_opened(&mut self, ctx: &Context) {
        let by_key = ctx.input(|input| input.key_pressed(Key::Enter) || input.key_pressed(Key::Space));
        // The tour opens figures itself and keeps the focus on its card.
        let from = ctx
            .memory(egui::Memory::focused)
            .filter(|_| by_key && self.tour.is_none());
        if let Some(from) = from {
            self.opening = Opening {
                from: self.opening.from.or(Some(from)),
                wait: 3,
            };
            ctx.request_repaint();
        }
    }

    /// The figure was closed: what opened it has the focus again.
    pub(super) fn figure_closed(&mut self, ctx: &Context) {
        if let Some(from) = std::mem::take(&mut self.opening).from {
            ctx.memory_mut(|memory| memory.request_focus(from));
        }
    }

    fn enter_inspector(&mut self, ctx: &Context) {
        if self.opening.wait == 0 {
            return;
        }
        self.opening.wait -= 1;
        // The first frame still shows what stood there before.
        if self.opening.wait < 2
            && let Some(id) = Region::Inspector.first(ctx)
        {
            self.opening.wait = 0;
            ctx.memory_mut(|memory| memory.request_focus(id));
        }
        ctx.request_repaint();
    }
}
