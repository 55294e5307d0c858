//! A class: the lesson that is open, the group that works, and the reset between two groups.
//!
//! Invariant: a group's work is written before anything is reset; where it cannot be written, nothing is reset.

use super::App;
use super::files;
use super::plan::OpenLesson;
use super::question::{After, Answer};
use crate::board::Scene;
use crate::data::Library;
use crate::edit::Edit;
use crate::lesson::file::{ENDING, LessonError, limit, read_pack};
use crate::lesson::group::file_name;
use crate::lesson::shipped::{self, Shipped};
use crate::lesson::{Level, Pack, filled};
use crate::model::Project;
use crate::session::Session;
use crate::store::{self, Expected};
use crate::text::{CommonMsg, Lang, StageMsg};
use crate::ui::icon;
use crate::ui::theme::Theme;
use crate::ui::view::Command;
use crate::ui::widget::plate::{focus_first, footer, plate};
use crate::ui::widget::{Button, text, text_field};
use egui::{Context, Id};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Files of one name that may lie in a folder.
const MOST_OF_A_NAME: usize = 999;

/// Draws the question before the reset; Enter answers it.
pub(super) fn ask_reset(ctx: &Context, theme: &Theme, lang: Lang) -> Option<Answer> {
    let title = StageMsg::ResetTitle.text(lang);
    plate(ctx, theme, "reset", title, 560.0, Answer::Cancel, |ui| {
        text::soft(ui, theme, StageMsg::ResetBody.text(lang));
        footer(ui, |ui| {
            let yes = Button::primary(StageMsg::ResetYes.text(lang)).show(ui, theme);
            focus_first(ui, &yes);
            let cancel = Button::quiet(CommonMsg::Cancel.text(lang)).show(ui, theme);
            if yes.clicked() {
                Some(Answer::Reset)
            } else {
                cancel.clicked().then_some(Answer::Cancel)
            }
        })
    })
}

/// Draws the question for the name of the group, which is `name` so far.
pub(super) fn ask_group(ctx: &Context, theme: &Theme, lang: Lang, name: &str) -> Option<Answer> {
    let title = StageMsg::GroupTitle.text(lang);
    plate(ctx, theme, "group", title, 480.0, Answer::Cancel, |ui| {
        let id = Id::unique("name of the group");
        if ui.memory(|memory| memory.focused().is_none()) {
            ui.memory_mut(|memory| memory.request_focus(id));
        }
        let confirmed = text_field(ui, theme, id, title, name, 420.0);
        footer(ui, |ui| {
            let done = Button::primary(CommonMsg::Confirm.text(lang)).show(ui, theme);
            let unchanged = done.clicked().then_some(Answer::Cancel);
            confirmed.map(Answer::Group).or(unchanged)
        })
    })
}

/// Draws the list of lessons.
pub(super) fn ask_lesson(ctx: &Context, theme: &Theme, lang: Lang) -> Option<Answer> {
    let title = StageMsg::LessonsTitle.text(lang);
    plate(ctx, theme, "lessons", title, 640.0, Answer::Cancel, |ui| {
        text::soft(ui, theme, StageMsg::LessonsBody.text(lang));
        let mut chosen = None;
        for lesson in shipped::all() {
            let Ok(pack) = lesson.pack() else { continue };
            let name = pack.lesson.name.head(lang).replace(crate::lang::JOINT, " · ");
            let button = Button::quiet(&name).icon(icon::TEACHER).show(ui, theme);
            focus_first(ui, &button);
            if button.clicked() {
                chosen = Some(Answer::Run(vec![Command::OpenLesson(lesson.id.to_owned())]));
            }
        }
        chosen
    })
}

impl App {
    /// The lesson that is open, its texts filled in.
    pub fn lesson(&self) -> Option<&Pack> {
        self.lesson.as_ref().map(|open| &*open.filled)
    }

    /// How much is shown: what was chosen last, else what the open lesson asks for, else everything.
    pub fn level(&self) -> Level {
        let asked = self.lesson().map(|pack| pack.lesson.level);
        self.level.or(asked).unwrap_or(Level::Full)
    }

    /// The boards of the open lesson; none where none is open.
    pub(super) fn lesson_scenes(&self) -> Option<Vec<Scene>> {
        let lesson = &self.lesson()?.lesson;
        let scenes = lesson.stops.iter().map(|stop| Scene::of(lesson, stop));
        Some(scenes.collect())
    }

    /// Opens the lesson `id` that comes with the program.
    pub(super) fn open_shipped(&mut self, ctx: &Context, id: &str) {
        match shipped::get(id).map(Shipped::pack) {
            Some(Ok(pack)) => self.guarded(ctx, After::OpenLesson(Box::new(pack))),
            Some(Err(error)) => self.refuse_lesson(ctx, &error),
            None => {}
        }
    }

    /// Opens the lesson in the file at `path`, which is read first; asks back where something is unsaved.
    pub(super) fn ask_lesson_file(&mut self, ctx: &Context, path: &Path) {
        if let Some(pack) = self.lesson_in(ctx, path) {
            self.guarded(ctx, After::OpenLesson(Box::new(pack)));
        }
    }

    /// The lesson in the file at `path`; where there is none, that is said.
    pub(super) fn lesson_in(&mut self, ctx: &Context, path: &Path) -> Option<Pack> {
        let most = u64::try_from(limit::BYTES).unwrap_or(u64::MAX);
        match store::open_within(path, most) {
            Err(error) => {
                let now_s = ctx.input(|input| input.time);
                self.toasts.refused(error.text(self.lang()), now_s);
                None
            }
            Ok(bytes) => read_pack(&bytes)
                .map_err(|error| self.refuse_lesson(ctx, &error))
                .ok(),
        }
    }

    fn refuse_lesson(&mut self, ctx: &Context, error: &LessonError) {
        let now_s = ctx.input(|input| input.time);
        self.toasts.refused(error.text(self.lang()), now_s);
    }

    /// Opens `pack` with its first start project, and presents its first stop.
    pub(super) fn open_lesson(&mut self, ctx: &Context, pack: &Pack) {
        let now_s = ctx.input(|input| input.time);
        let filled = match filled(pack, Library::builtin()) {
            Ok(filled) => filled,
            Err(dead) => {
                let first = dead.first();
                let why = first.map(|dead| format!("{}: {}", dead.place, dead.lost.text(self.lang())));
                self.toasts.refused(why.unwrap_or_default(), now_s);
                return;
            }
        };
        let Some(project) = filled.project("", None) else {
            return;
        };
        self.put(Session::new((*project).clone(), None));
        self.lesson = Some(OpenLesson::new(pack.clone(), Arc::new(filled)));
        self.stage = None;
        self.toggle_stage(ctx);
    }

    /// Names the group that works on the project.
    pub(super) fn name_group(&mut self, ctx: &Context, name: String) {
        let now_s = ctx.input(|input| input.time);
        if let Err(error) = self.session.apply(&Edit::SetGroup(name), false, now_s) {
            self.toasts.refused(error.text(self.lang()), now_s);
        }
    }

    /// Writes the work of the group as a dated file, then begins anew for the next one; says where the work lies. Where it
    /// cannot be written anywhere, that is said and nothing is reset.
    pub(super) fn reset(&mut self, ctx: &Context) {
        let now_s = ctx.input(|input| input.time);
        let lang = self.lang();
        match self.write_work() {
            Ok(path) => {
                let next = self.fresh_project();
                let (lesson, level) = (self.lesson.take(), self.level);
                self.stage = None;
                self.put(Session::new(next, None));
                (self.lesson, self.level) = (lesson, level);
                if self.lesson.is_some() {
                    self.toggle_stage(ctx);
                }
                let words = StageMsg::ResetDone.with(lang, &[("file", &store::shown(&path))]);
                self.toasts.done(words, now_s);
            }
            Err(why) => {
                let words = StageMsg::ResetNot.with(lang, &[("why", &why)]);
                self.toasts.refused(words, now_s);
            }
        }
    }

    /// What the next group begins with: the start of the lesson, else the project as it was opened.
    fn fresh_project(&mut self) -> Project {
        if let Some(start) = self.lesson().and_then(|pack| pack.project("", None)) {
            return (*start).clone();
        }
        self.session.jump(0, 0.0);
        (**self.session.project()).clone()
    }

    /// Writes the work under a name that nothing has yet, into the first folder that takes it; else the last reason.
    fn write_work(&self) -> Result<PathBuf, String> {
        let lang = self.lang();
        let (project, assessment) = (self.session.project(), self.session.assessment());
        let named = self.lesson().map(|pack| &pack.lesson.name);
        let name = named.unwrap_or(&project.product.name).get(lang);
        let name = file_name(&crate::export::today(), name, &project.group, lang);
        let folders = self.folders.iter().flat_map(|folders| &folders.work);
        let mut why = StageMsg::ResetNowhere.text(lang).to_owned();
        for folder in folders {
            if let Err(error) = store::make_folder(folder) {
                why = error.text(lang);
                continue;
            }
            let Some(path) = free(folder, &name) else { continue };
            match files::save(&path, project, assessment, Expected::Unknown) {
                Ok(_) => return Ok(path),
                Err(error) => why = error.text(lang),
            }
        }
        Err(why)
    }
}

/// A path in `folder` that nothing has yet: `name`, else with a number behind it.
pub(super) fn free(folder: &Path, name: &str) -> Option<PathBuf> {
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
    let numbered = (2..=MOST_OF_A_NAME).map(|number| format!("{stem}_{number}.{ending}"));
    let mut names = std::iter::once(name.to_owned()).chain(numbered);
    let path = names.find(|name| !store::is_taken(&folder.join(name)))?;
    Some(folder.join(path))
}

/// True where the file at `path` is a lesson by its ending.
pub(super) fn is_lesson(path: &Path) -> bool {
    path.extension()
        .is_some_and(|ending| ending.eq_ignore_ascii_case(ENDING))
}
