//! The presenter's own window: on the second screen where there is one, else beside the boards.

use super::keys;
use crate::app::App;
use crate::text::StageMsg;
use crate::ui::stage::{Notes, notes};
use crate::ui::theme::Theme;
use egui::{Context, ViewportBuilder, ViewportId, vec2};
use std::time::Duration;

impl App {
    /// Shows or hides the presenter's window; begins to present where nothing is on the wall.
    pub(in crate::app) fn toggle_presenter(&mut self, ctx: &Context) {
        let now_s = ctx.input(|input| input.time);
        if ctx.embed_viewports() {
            let words = StageMsg::NoSecondWindow.text(self.lang()).to_owned();
            self.toasts.refused(words, now_s);
            return;
        }
        if self.stage.is_none() {
            self.toggle_stage(ctx);
        }
        if let Some(stage) = &mut self.stage {
            stage.presenter = !stage.presenter;
        }
    }

    /// Draws the presenter's window and does what is pressed in it.
    pub(in crate::app) fn show_presenter(&mut self, ctx: &Context) {
        let now_s = ctx.input(|input| input.time);
        let Some(stage) = self.stage.as_ref().filter(|stage| stage.presenter) else {
            return;
        };
        let Some(told) = stage.notes(now_s) else { return };
        let (lang, mode) = (self.lang(), stage.mode());
        let title = StageMsg::Presenter.text(lang);
        let window = ViewportBuilder::default().with_title(title);
        // Where there is a screen beside that of the boards, the notes fill it.
        let window = match stage.screens.notes() {
            Some(screen) => window.with_monitor(screen),
            None => window.with_inner_size(vec2(900.0, 640.0)),
        };
        let theme = Theme::of(ctx);
        let id = ViewportId::from_hash_of("presenter");
        let (pressed, closed) = ctx.show_viewport_immediate(id, window, |ui, _| {
            notes(ui, &theme, lang, &told);
            let pressed = keys::pressed(ui.ctx(), mode);
            (
                pressed,
                ui.ctx().input(|input| input.viewport().close_requested()),
            )
        });
        if let Some((press, _)) = pressed
            && self.pressed_on_stage(ctx, press)
        {
            self.stage = None;
        }
        if let Some(stage) = self.stage.as_mut().filter(|_| closed) {
            stage.presenter = false;
        }
        ctx.request_repaint_after(Duration::from_millis(500));
    }
}

impl super::Stage {
    /// What the presenter sees at `now_s`.
    pub fn notes(&self, now_s: f64) -> Option<Notes> {
        let scene = self.scene()?;
        let planned = self
            .scenes
            .iter()
            .take(self.at + 1)
            .map(|scene| scene.stop.seconds);
        Some(Notes {
            clock: chrono::Local::now().format("%H:%M").to_string(),
            at: (self.at, self.count()),
            title: scene.name(),
            say: scene.stop.say.clone(),
            see: scene.stop.see.clone(),
            answer: scene.stop.answer.clone(),
            next: self.scenes.get(self.at + 1).map(crate::board::Scene::name),
            planned_s: f64::from(planned.sum::<u32>()),
            spent_s: self.began_s.map_or(0.0, |began_s| now_s - began_s),
        })
    }
}
