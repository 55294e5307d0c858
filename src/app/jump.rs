//! Letters beside everything in sight that takes the focus: two keys lead to any of it, and to any figure.
//!
//! Invariant: while the letters stand, no key reaches anything else; a code never begins another.

use super::regions::at_eighth;
use super::{App, toast};
use crate::text::{Lang, ShellMsg};
use crate::ui::theme::{Theme, metric};
use egui::{Align2, Area, Context, Event, Id, Key, LayerId, Order, Rect, StrokeKind, vec2};

/// The letters of the codes, those under resting fingers first.
const LETTERS: &str = "FJDKSLAGHEIRUWOQPTYCMVNBXZ";
/// What stands around the letters of a code.
const AROUND: f32 = 3.0;

/// The letters as they stand in the window.
#[derive(Debug)]
pub(super) struct Jump {
    /// What can be gone to, and its code.
    codes: Vec<(Id, String)>,
    /// The letters that were typed.
    typed: String,
    /// What had the focus before.
    from: Option<Id>,
}

/// What a key does while the letters stand.
enum Typed {
    More,
    Go(Id),
    /// To so many eighths of the height.
    Through(u8),
    Leave,
}

impl Jump {
    /// Codes for all that is in sight, from the top down; none where there is nothing.
    fn new(ctx: &Context) -> Option<Self> {
        let things = in_sight(ctx);
        let from = ctx.memory(egui::Memory::focused);
        let codes: Vec<_> = things.iter().copied().zip(codes(things.len())).collect();
        (!codes.is_empty()).then(|| Self {
            codes,
            typed: String::new(),
            from,
        })
    }

    fn take(&mut self, key: Key) -> Typed {
        // The digits lead through what is too long to be seen at once, from its top to its end.
        if let Some(digit) = key
            .name()
            .parse::<u8>()
            .ok()
            .filter(|digit| (1..=9).contains(digit))
        {
            return Typed::Through(digit - 1);
        }
        let Some(letter) = LETTERS.chars().find(|letter| key.name() == letter.to_string()) else {
            return Typed::Leave;
        };
        self.typed.push(letter);
        let mut left = self
            .codes
            .iter()
            .filter(|(_, code)| code.starts_with(&self.typed));
        match left.next() {
            None => Typed::Leave,
            Some((id, code)) if *code == self.typed => Typed::Go(*id),
            Some(_) => Typed::More,
        }
    }
}

/// So many codes, all of one length: one letter each where those suffice, else two.
fn codes(count: usize) -> Vec<String> {
    let one = LETTERS.chars().map(String::from);
    if count <= LETTERS.len() {
        return one.take(count).collect();
    }
    let two = one.flat_map(|first| LETTERS.chars().map(move |second| format!("{first}{second}")));
    two.take(count).collect()
}

/// What takes the focus and is seen, not covered by anything, as it is read: line by line.
fn in_sight(ctx: &Context) -> Vec<Id> {
    let mut found: Vec<(LayerId, Id, Rect)> = ctx.viewport(|window| {
        let layers = window.prev_pass.widgets.layers();
        let widgets = layers.flat_map(|(layer, widgets)| widgets.iter().map(|widget| (*layer, widget)));
        let seen = widgets.filter(|(_, widget)| {
            let place = widget.interact_rect;
            let is_seen = widget.visible && place.width() > 1.0 && place.height() > 1.0;
            widget.enabled && is_seen && widget.sense.is_focusable()
        });
        seen.map(|(layer, widget)| (layer, widget.id, widget.interact_rect))
            .collect()
    });
    found.retain(|(layer, _, place)| ctx.layer_id_at(place.center()) == Some(*layer));
    let line = |place: &Rect| (place.top() / 8.0).round();
    found.sort_by(|(_, _, a), (_, _, b)| {
        let lines = line(a).total_cmp(&line(b));
        lines.then(a.left().total_cmp(&b.left()))
    });
    found.into_iter().map(|(_, id, _)| id).collect()
}

impl App {
    /// Sets letters beside all that is in sight.
    pub(super) fn begin_jump(&mut self, ctx: &Context) {
        self.jump = Jump::new(ctx);
        // A field that has the focus would take the letters, and so would what composes Chinese in it.
        if let Some(from) = self.jump.as_ref().and_then(|jump| jump.from) {
            ctx.memory_mut(|memory| memory.surrender_focus(from));
        }
    }

    /// Takes every key while the letters stand.
    pub(super) fn type_jump(&mut self, ctx: &Context) {
        let Some(jump) = &mut self.jump else {
            return;
        };
        let (keys, away) = ctx.input_mut(|input| {
            let pressed = input.events.iter().filter_map(|event| match event {
                Event::Key {
                    key, pressed: true, ..
                } => Some(*key),
                _ => None,
            });
            let keys: Vec<Key> = pressed.collect();
            input
                .events
                .retain(|event| !matches!(event, Event::Key { .. } | Event::Text(_)));
            (keys, input.pointer.any_pressed())
        });
        let from = jump.from;
        let mut goes = away.then_some(Typed::Leave);
        for key in keys {
            match jump.take(key) {
                Typed::More => {}
                done => goes = goes.or(Some(done)),
            }
        }
        let focus = match goes {
            None | Some(Typed::More) => return,
            Some(Typed::Go(id)) => Some(id),
            Some(Typed::Through(eighth)) => at_eighth(ctx, from, eighth),
            Some(Typed::Leave) => from.filter(|_| !away),
        };
        self.jump = None;
        if let Some(id) = focus {
            ctx.memory_mut(|memory| memory.request_focus(id));
        }
        ctx.request_repaint();
    }

    /// Draws the letters that can still be typed, and tells them to those who only listen.
    pub(super) fn show_jump(&self, ctx: &Context, theme: &Theme) {
        let Some(jump) = &self.jump else {
            return;
        };
        let font = theme.medium_font(metric::TEXT_SMALL);
        let painter = ctx.layer_painter(LayerId::new(Order::Tooltip, Id::unique("jump")));
        for (id, code) in &jump.codes {
            let Some(left) = code.strip_prefix(jump.typed.as_str()) else {
                continue;
            };
            let Some(place) = ctx.read_response(*id).map(|thing| thing.interact_rect) else {
                continue;
            };
            let words = painter.layout_no_wrap(left.to_owned(), font.clone(), theme.on_accent);
            let plate = Rect::from_min_size(place.min, words.size() + 2.0 * vec2(AROUND, 0.0));
            let inside = painter.clip_rect();
            let plate = plate.translate(vec2((inside.right() - plate.right()).min(0.0), 0.0));
            painter.rect(plate, 2.0, theme.accent, theme.rule_stroke(), StrokeKind::Outside);
            painter.galley(plate.min + vec2(AROUND, 0.0), words, theme.on_accent);
            ctx.accesskit_node_builder(*id, |node| node.set_access_key(code.as_str()));
        }
        told(ctx, theme, self.lang());
    }
}

/// What the letters are for, at the foot of the window.
fn told(ctx: &Context, theme: &Theme, lang: Lang) {
    let words = ShellMsg::JumpTold.text(lang);
    Area::new(Id::unique("jump told"))
        .order(Order::Tooltip)
        .interactable(false)
        .anchor(Align2::CENTER_BOTTOM, vec2(0.0, -metric::SPACE_M))
        .show(ctx, |ui| toast::quiet_plate(ui, theme, words));
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn no_code_begins_another() {
        for count in [1, 26, 27, 300, 676, 900] {
            let codes = codes(count);
            assert_eq!(codes.len(), count.min(676));
            let lengths: BTreeSet<usize> = codes.iter().map(String::len).collect();
            assert_eq!(lengths.len(), 1);
            let different: BTreeSet<&String> = codes.iter().collect();
            assert_eq!(different.len(), codes.len());
        }
    }
}
