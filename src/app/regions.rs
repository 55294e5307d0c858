//! The regions of the window: F6 goes from one to the next, and a figure opened by key takes the focus into its
//! inspector and gives it back.

use super::App;
use super::front::Front;
use crate::ui::{act, widget};
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
                seen && widget.sense.is_focusable() && place.contains(widget.interact_rect.center())
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

/// A key that goes through what a region holds without stopping at each thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Leap {
    First,
    Last,
    On,
    Back,
}

impl Leap {
    /// The one that is asked for; with no focus the arrows enter the page at its first or last thing.
    fn asked(ctx: &Context, focused: Option<Id>) -> Option<Self> {
        let pressed = |key| ctx.input(|input| input.key_pressed(key) && !input.modifiers.any());
        let keys = [
            (Key::Home, Self::First),
            (Key::End, Self::Last),
            (Key::PageDown, Self::On),
            (Key::PageUp, Self::Back),
        ];
        if let Some(id) = focused {
            let (key, leap) = keys.into_iter().find(|(key, _)| pressed(*key))?;
            return (!widget::keeps_page_key(ctx, id, key)).then_some(leap);
        }
        let enter = [Key::ArrowDown, Key::ArrowRight, Key::Home, Key::PageDown];
        let end = [Key::ArrowUp, Key::ArrowLeft, Key::End, Key::PageUp];
        if enter.into_iter().any(pressed) {
            return Some(Self::First);
        }
        end.into_iter().any(pressed).then_some(Self::Last)
    }

    /// What it leads to from `from` in a region that lies at `place`.
    fn target(self, ctx: &Context, place: Rect, from: Rect) -> Option<Id> {
        let order = |rect: &Rect| (rect.top() / 8.0).round() * 10_000.0 + rect.left();
        let step = 0.8 * place.height();
        let (here, wanted) = match self {
            Self::Back => (from.center(), from.center().y - step),
            _ => (from.center(), from.center().y + step),
        };
        let far = |rect: &Rect| (rect.center().y - wanted).abs() + 0.3 * (rect.center().x - here.x).abs();
        let things = stops(ctx, place);
        let least = |by: &dyn Fn(&Rect) -> f32, keep: &dyn Fn(&Rect) -> bool| {
            let kept = things.iter().filter(|(_, rect)| keep(rect));
            kept.min_by(|(_, a), (_, b)| by(a).total_cmp(&by(b)))
                .map(|(id, _)| *id)
        };
        match self {
            Self::First => least(&order, &|_| true),
            Self::Last => least(&|rect| -order(rect), &|_| true),
            Self::On => least(&far, &|rect| rect.center().y > here.y + 8.0),
            Self::Back => least(&far, &|rect| rect.center().y < here.y - 8.0),
        }
    }
}

/// What takes the focus in the region at `place`, in sight or scrolled out of it.
fn stops(ctx: &Context, place: Rect) -> Vec<(Id, Rect)> {
    ctx.viewport(|window| {
        let widgets = window.prev_pass.widgets.layers().flat_map(|(_, widgets)| widgets);
        let takes = widgets.filter(|widget| widget.enabled && widget.sense.is_focusable());
        let inside = takes.filter(|widget| {
            let seen = widget.interact_rect;
            if seen.is_positive() {
                place.contains(seen.center())
            } else {
                place.x_range().contains(widget.rect.center().x)
            }
        });
        inside.map(|widget| (widget.id, widget.rect)).collect()
    })
}

/// Page Up, Page Down, Home and End lead through the region that has the focus, without one into the page.
fn leap(ctx: &Context) {
    let focused = ctx.memory(egui::Memory::focused);
    let Some(leap) = Leap::asked(ctx, focused) else {
        return;
    };
    let from = focused.and_then(|id| ctx.read_response(id));
    let (place, from) = match from {
        Some(from) => {
            let at = from.interact_rect.center();
            let places = Region::ALL.iter().filter_map(|region| region.place(ctx));
            (places.into_iter().find(|place| place.contains(at)), from.rect)
        }
        None => (Region::Page.place(ctx), Rect::NOTHING),
    };
    if let Some(id) = place.and_then(|place| leap.target(ctx, place, from)) {
        ctx.memory_mut(|memory| memory.request_focus(id));
    }
}

/// What lies at `eighth` eighths of the height of the region that `from` is in, without one of the page: 0 is its top.
pub(super) fn at_eighth(ctx: &Context, from: Option<Id>, eighth: u8) -> Option<Id> {
    let here = from.and_then(|id| ctx.read_response(id));
    let mut places = Region::ALL.iter().filter_map(|region| region.place(ctx));
    let place = match here {
        Some(here) => places.find(|place| place.contains(here.interact_rect.center())),
        None => Region::Page.place(ctx),
    };
    let things = stops(ctx, place?);
    let heights = things.iter().map(|(_, rect)| rect.center().y);
    let (top, bottom) = heights.fold((f32::INFINITY, f32::NEG_INFINITY), |(top, bottom), y| {
        (top.min(y), bottom.max(y))
    });
    let wanted = top + (bottom - top) * f32::from(eighth) / 8.0;
    let off = |rect: &Rect| (rect.center().y - wanted).abs();
    let nearest = things.iter().min_by(|(_, a), (_, b)| off(a).total_cmp(&off(b)));
    nearest.map(|(id, _)| *id)
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
                let at = response.interact_rect.center();
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
        // The first screen leads the arrows to its cards itself.
        let is_start = self.front == Some(Front::Start);
        if self.tour.is_none() && !is_start && act::keys_are_free(ctx) {
            leap(ctx);
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
