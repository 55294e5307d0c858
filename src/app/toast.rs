//! Short messages in the corner: what was saved, what was refused and why.
//!
//! Invariant: a message never takes the focus and never covers the scoreboard.

use crate::text::{Lang, PaperMsg, ShellMsg};
use crate::ui::icon;
use crate::ui::theme::{Theme, metric};
use crate::ui::widget::{Button, Notice, text};
use egui::{Align2, Area, Context, Frame, Id, Margin, Order, Role, Ui, WidgetInfo, vec2};
use std::time::Duration;

const WIDTH: f32 = 380.0;
/// Seconds that a message stays at least, and for each character more.
const LEAST_S: f64 = 4.0;
const PER_CHARACTER_S: f64 = 0.06;
/// The most messages shown at once.
const MOST: usize = 3;

/// One message.
#[derive(Debug, Clone, PartialEq)]
struct Toast {
    number: u64,
    notice: Notice,
    text: String,
    until_s: f64,
}

/// The messages shown now, newest last.
#[derive(Debug, Default)]
pub struct Toasts {
    shown: Vec<Toast>,
    count: u64,
}

/// What is under way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AtWork {
    /// What, in words.
    pub words: String,
    /// True where the user may stop it.
    pub can_stop: bool,
}

impl Toasts {
    /// Shows `text` from `now_s` on; the same message is not shown twice.
    pub fn push(&mut self, notice: Notice, text: String, now_s: f64) {
        let characters = u32::try_from(text.chars().count()).unwrap_or(u32::MAX);
        let until_s = now_s + LEAST_S + f64::from(characters) * PER_CHARACTER_S;
        self.shown.retain(|toast| toast.text != text);
        self.count += 1;
        self.shown.push(Toast {
            number: self.count,
            notice,
            text,
            until_s,
        });
        let surplus = self.shown.len().saturating_sub(MOST);
        self.shown.drain(..surplus);
    }

    /// Says what was done.
    pub fn done(&mut self, text: String, now_s: f64) {
        self.push(Notice::Info, text, now_s);
    }

    /// Says what could not be done.
    pub fn refused(&mut self, text: String, now_s: f64) {
        self.push(Notice::Warning, text, now_s);
    }

    /// Draws the messages `above` points from the bottom and lets go of the old ones; beneath them what is `at_work`. True where
    /// that shall stop.
    pub fn show(
        &mut self,
        ctx: &Context,
        theme: &Theme,
        lang: Lang,
        above: f32,
        at_work: Option<&AtWork>,
    ) -> bool {
        let now_s = ctx.input(|input| input.time);
        self.shown.retain(|toast| toast.until_s > now_s);
        let mut closed = None;
        let mut bottom = -(above + metric::SPACE_M);
        let mut is_stopped = false;
        if let Some(work) = at_work {
            let area = Area::new(Id::unique("working"))
                .order(Order::Foreground)
                .anchor(Align2::RIGHT_BOTTOM, vec2(-metric::SPACE_M, bottom))
                .interactable(work.can_stop);
            let shown = area.show(ctx, |ui| under_way(ui, theme, work, lang));
            is_stopped = shown.inner;
            bottom -= shown.response.rect.height() + metric::SPACE_S;
        }
        for toast in self.shown.iter().rev() {
            let area = Area::new(Id::unique(("toast", toast.number)))
                .order(Order::Foreground)
                .anchor(Align2::RIGHT_BOTTOM, vec2(-metric::SPACE_M, bottom))
                .interactable(true);
            let shown = area.show(ctx, |ui| plate(ui, theme, toast, lang));
            bottom -= shown.response.rect.height() + metric::SPACE_S;
            if shown.inner {
                closed = Some(toast.number);
            }
        }
        self.shown.retain(|toast| Some(toast.number) != closed);
        if let Some(next_s) = self.shown.iter().map(|toast| toast.until_s).reduce(f64::min) {
            ctx.request_repaint_after(Duration::from_secs_f64((next_s - now_s).max(0.05)));
        }
        is_stopped
    }
}

/// What is under way; true where it shall stop.
fn under_way(ui: &mut Ui, theme: &Theme, work: &AtWork, lang: Lang) -> bool {
    if !work.can_stop {
        quiet_plate(ui, theme, &work.words);
        return false;
    }
    ui.spacing_mut().item_spacing.x = metric::SPACE_S;
    let line = ui.horizontal(|ui| {
        quiet_plate(ui, theme, &work.words);
        let stop = Button::quiet(PaperMsg::StopShort.text(lang)).icon(icon::CROSS);
        stop.tooltip(PaperMsg::Stop.text(lang)).show(ui, theme).clicked()
    });
    line.inner
}

/// What goes by itself.
pub(super) fn quiet_plate(ui: &mut Ui, theme: &Theme, words: &str) {
    let frame = Frame::new()
        .fill(theme.raised)
        .stroke(theme.rule_stroke())
        .corner_radius(theme.radius())
        .inner_margin(Margin::symmetric(12, 6));
    frame.show(ui, |ui| {
        let label = text::small(ui, theme, words);
        label.widget_info(|| WidgetInfo::labeled(Role::Status, true, words));
        let polite = egui::accesskit::Live::Polite;
        ui.ctx()
            .accesskit_node_builder(label.id, |node| node.set_live(polite));
    });
}

/// One message; true where it was closed.
fn plate(ui: &mut Ui, theme: &Theme, toast: &Toast, lang: Lang) -> bool {
    let edge = match toast.notice {
        Notice::Info => theme.rule_stroke(),
        Notice::Warning | Notice::Error => egui::Stroke::new(theme.rule, theme.notice),
    };
    let (sign, color) = match toast.notice {
        Notice::Info => (icon::CHECK, theme.accent),
        other => other.look(theme),
    };
    let frame = Frame::new()
        .fill(theme.raised)
        .stroke(edge)
        .corner_radius(theme.radius())
        .shadow(ui.visuals().popup_shadow)
        .inner_margin(Margin::symmetric(12, 6));
    frame
        .show(ui, |ui| {
            ui.set_width(WIDTH);
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = metric::SPACE_S;
                ui.vertical(|ui| {
                    ui.add_space(6.0);
                    text::icon(ui, theme, sign, color);
                });
                let width = WIDTH - metric::ICON - metric::ROW - 2.0 * metric::SPACE_S;
                ui.vertical(|ui| {
                    ui.set_width(width);
                    ui.add_space(6.0);
                    let label =
                        text::Flow::new(&toast.text, theme.font(metric::TEXT_BODY), theme.ink).show(ui);
                    label.widget_info(|| WidgetInfo::labeled(Role::Status, true, &toast.text));
                    ui.add_space(6.0);
                });
                Button::icon_only(icon::CROSS, ShellMsg::Dismiss.text(lang))
                    .show(ui, theme)
                    .clicked()
            })
            .inner
        })
        .inner
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_message_stands_once_and_few_stand_together() {
        let mut toasts = Toasts::default();
        for text in ["a", "b", "a", "c", "d"] {
            toasts.done(text.to_owned(), 0.0);
        }
        let texts: Vec<&str> = toasts.shown.iter().map(|toast| toast.text.as_str()).collect();
        assert_eq!(texts, ["a", "c", "d"]);
    }
}
