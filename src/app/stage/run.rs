//! What commands and keys do to a presentation, and what a presentation does to the project.

use super::Stage;
use super::keys::{self, Press};
use crate::app::question::Question;
use crate::app::{App, command};
use crate::board::{self, Scene};
use crate::explain::advice::step;
use crate::lesson::{BoardKind, moves};
use crate::text::StageMsg;
use crate::ui::stage::Pulled;
use crate::ui::theme::Theme;
use crate::ui::view::{Command, Out};
use egui::{Context, ViewportCommand};
use std::sync::Arc;

impl App {
    /// Runs what has to do with a class: lessons, boards, groups.
    pub(in crate::app) fn run_class(&mut self, ctx: &Context, command: &Command) {
        match command {
            Command::Lessons => self.question = Some(Question::Lessons),
            Command::OpenLesson(id) => self.open_shipped(ctx, id),
            Command::AddStop => self.add_stop(ctx),
            Command::Plan => self.ask_plan(0),
            Command::Code => self.ask_code(ctx),
            Command::Collect => self.ask_collect(ctx),
            Command::NameGroup => {
                self.question = Some(Question::Group(self.session.project().group.clone()));
            }
            Command::CheckRoom => self.check_room(ctx),
            Command::ResetGroup => self.question = Some(Question::Reset),
            Command::Present => self.toggle_stage(ctx),
            Command::Presenter => self.toggle_presenter(ctx),
            Command::FullScreen => Self::toggle_full_screen(ctx),
            _ => {}
        }
    }

    /// The presentation under way.
    pub const fn stage(&self) -> Option<&Stage> {
        self.stage.as_ref()
    }

    /// Presents `scenes` from the first.
    pub fn present(&mut self, ctx: &Context, scenes: Vec<Scene>) {
        ctx.memory_mut(|memory| {
            if let Some(id) = memory.focused() {
                memory.surrender_focus(id);
            }
        });
        let home = self.session.project().product.variant;
        self.stage = Some(Stage {
            pack: self.lesson.as_ref().map(|open| Arc::clone(&open.filled)),
            ..Stage::new(scenes, home)
        });
        self.tour = None;
        self.follow_stage(ctx);
    }

    /// Begins to present, or ends it.
    pub(in crate::app) fn toggle_stage(&mut self, ctx: &Context) {
        if let Some(stage) = self.stage.take() {
            self.left_stage(&stage);
            return;
        }
        let session = &self.session;
        let usual = || board::deck(session.project(), session.library(), session.assessment());
        let scenes = self.lesson_scenes().unwrap_or_else(usual);
        self.present(ctx, scenes);
    }

    /// Fills the screen with the window, or gives it back.
    pub(in crate::app) fn toggle_full_screen(ctx: &Context) {
        let is_full = ctx.input(|input| input.viewport().fullscreen.unwrap_or(false));
        ctx.send_viewport_cmd(ViewportCommand::Fullscreen(!is_full));
    }

    fn follow_stage(&mut self, ctx: &Context) {
        let draws = self.draws.is_drawing().then_some(ctx);
        if let Some(stage) = &mut self.stage {
            stage.follow(&self.session, draws);
        }
    }

    /// Does what was pressed while a board is on the wall.
    pub(in crate::app) fn stage_keys(&mut self, ctx: &Context) {
        let now_s = ctx.input(|input| input.time);
        let mut leaves = false;
        while let Some(stage) = &mut self.stage {
            let Some((press, shown)) = keys::pressed(ctx, stage.mode()) else {
                break;
            };
            stage.hint = Some((shown, now_s));
            leaves |= self.pressed_on_stage(ctx, press);
            self.follow_stage(ctx);
        }
        if let Some(stage) = leaves.then(|| self.stage.take()).flatten() {
            self.left_stage(&stage);
        }
        self.follow_stage(ctx);
        if let Some(stage) = &mut self.stage {
            stage.began_s.get_or_insert(now_s);
            stage.wake(ctx, now_s);
        }
    }

    /// Does what was pressed; true where the presentation ends.
    pub(super) fn pressed_on_stage(&mut self, ctx: &Context, press: Press) -> bool {
        let now_s = ctx.input(|input| input.time);
        let Some(stage) = &mut self.stage else { return true };
        let before = (stage.at, stage.step);
        let leaves = stage.press(press, now_s);
        match press {
            // The last line that is read decides how large letters are.
            Press::Digit(line) if self.stage.as_ref().is_some_and(|stage| stage.room.is_some()) => {
                self.preferences.hall = line == '1';
            }
            Press::Larger => self.preferences.hall = true,
            Press::Smaller => self.preferences.hall = false,
            Press::Ranges => self.preferences.ranges = !self.preferences.ranges,
            Press::Hints => self.preferences.shown_keys = !self.preferences.shown_keys,
            Press::Undo => self.undo_on_stage(now_s),
            Press::Swap if !self.stage.as_ref().is_some_and(|stage| stage.swap_screens(ctx)) => {
                let words = StageMsg::OneScreen.text(self.lang()).to_owned();
                self.toasts.refused(words, now_s);
            }
            _ => {}
        }
        self.follow_step(before, now_s);
        leaves
    }

    /// Takes the last thing back: a lever, a move that was tried, else the last step of the project.
    fn undo_on_stage(&mut self, now_s: f64) {
        let Some(stage) = &mut self.stage else { return };
        match stage.kind() {
            Some(BoardKind::LeverBoard) => stage.with_desk(|desk| {
                desk.undo();
            }),
            Some(BoardKind::TryIt) if stage.step > 0 => stage.step = 0,
            _ => {
                self.session.undo(now_s);
            }
        }
    }

    /// Makes the prepared move where its board has just been answered, and takes it back where it has gone back.
    fn follow_step(&mut self, (at, step): (usize, usize), now_s: f64) {
        let Some(stage) = &mut self.stage else { return };
        let is_moved = stage.at == at && stage.step != step;
        if stage.kind() != Some(BoardKind::TryIt) || !is_moved || stage.aside.is_some() {
            return;
        }
        if stage.step == 0 {
            if stage.made.remove(&at) {
                self.session.undo(now_s);
            }
            return;
        }
        let Some(scene) = stage.scenes.get(at) else { return };
        let (project, library) = (self.session.project(), self.session.library());
        let all = moves(project, library, &scene.stop.moves);
        let made = scene
            .stop
            .pathways
            .first()
            .zip(all)
            .and_then(|(pathway, all)| step_of(&all, project, library, pathway));
        if made.is_some_and(|edit| self.session.apply(&edit, false, now_s) == Ok(true)) {
            stage.made.insert(at);
        }
    }

    /// Does what the pointer asked of the board; draws what lies beside and over it.
    pub(in crate::app) fn after_stage(&mut self, ctx: &Context, pulled: Option<Pulled>) -> Out {
        if let (Some(stage), Some(pulled)) = (&mut self.stage, pulled) {
            stage.pulled(pulled);
        }
        self.show_presenter(ctx);
        let entries = command::table(&self.status());
        let project = Arc::clone(self.session.project());
        let product = project.product.name.get(self.lang());
        let theme = Theme::of(ctx);
        self.toasts.show(ctx, &theme, self.lang(), 0.0, None);
        self.ask(ctx, &theme, product, &entries);
        Out::default()
    }
}

/// The one edit that makes moves; none where they cannot be made.
fn step_of(
    all: &[crate::explain::advice::Try],
    project: &crate::model::Project,
    library: &crate::data::Library,
    pathway: &crate::model::PathwayId,
) -> Option<crate::edit::Edit> {
    step(all, project, library, pathway).ok().map(|step| step.edit)
}
