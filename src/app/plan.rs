//! The plan of a lesson in a trainer's own hands: what is in view becomes a stop, and stops are put in order and words.
//!
//! Invariant: what is changed is on the disk at once, in a file of its own; a lesson that comes with the program, or that
//! somebody sent, is never written to: its copy is.

use super::App;
use super::class::free;
use super::code_form::CodeForm;
use super::collect_form::CollectForm;
use super::plan_form::PlanForm;
use super::question::Question;
use super::stage::Stage;
use crate::data::Library;
use crate::explain::FigureId;
use crate::export::today;
use crate::lesson::edit::{StopEdit, stop_of};
use crate::lesson::file::{ENDING, write_pack};
use crate::lesson::group::plain;
use crate::lesson::{BoardKind, Pack, Stop, filled, of_project};
use crate::model::{PathwayId, Project};
use crate::session::Session;
use crate::store::{self, Stamp};
use crate::text::{Lang, StageMsg};
use crate::ui::view::{Aspect, Page};
use egui::Context;
use std::path::PathBuf;
use std::sync::Arc;

/// Changes that can be taken back.
const PAST: usize = 50;

/// The lesson that is open.
#[derive(Debug, Clone)]
pub(super) struct OpenLesson {
    /// Its texts filled in: what boards show.
    pub filled: Arc<Pack>,
    /// As it is written, with the names of figures in its texts.
    pub source: Pack,
    /// Where it is kept, and what was written there last; none while it was not changed here.
    kept: Option<(PathBuf, Stamp)>,
    /// As it was before each change here, the last one at the end.
    past: Vec<Pack>,
    /// The stop that was shown or added last.
    pub at: Option<usize>,
}

impl OpenLesson {
    /// A lesson that was not changed here.
    pub const fn new(source: Pack, filled: Arc<Pack>) -> Self {
        Self {
            filled,
            source,
            kept: None,
            past: Vec::new(),
            at: None,
        }
    }
}

impl App {
    /// Makes a stop of what is in view, behind the one that was shown last; without a lesson one is begun.
    pub(super) fn add_stop(&mut self, ctx: &Context) {
        let now_s = ctx.input(|input| input.time);
        let lang = self.lang();
        let Some(stop) = self.board_in_view() else {
            self.toasts
                .refused(StageMsg::NoBoardHere.text(lang).to_owned(), now_s);
            return;
        };
        let project = Arc::clone(self.session.project());
        let named = stop.board.text(lang);
        let after = self.lesson.as_ref().and_then(|open| open.at);
        let pack = match &self.lesson {
            Some(open) => open.own().with_stop(&project, stop, after),
            None => of_project((*project).clone()).only(stop),
        };
        let number = after.map_or(pack.lesson.stops.len(), |after| after + 2);
        if let Some(path) = self.keep_lesson(pack, now_s) {
            if let Some(open) = &mut self.lesson {
                open.at = number.checked_sub(1);
            }
            let values = [
                ("number", number.to_string()),
                ("board", named.to_owned()),
                ("file", store::shown(&path)),
            ];
            let values = values.each_ref().map(|(key, value)| (*key, value.as_str()));
            self.toasts.done(StageMsg::StopAdded.with(lang, &values), now_s);
        }
    }

    /// Asks for the plan of the open lesson, or for a lesson where none is open.
    pub(super) fn ask_plan(&mut self, at: usize) {
        self.question = Some(match &self.lesson {
            Some(open) => {
                let can_undo = !open.past.is_empty();
                Question::Plan(PlanForm::new(open.source.lesson.clone(), at, can_undo))
            }
            None => Question::Lessons,
        });
    }

    /// Asks for the code of the work in hand, or for a lesson where none is open.
    pub(super) fn ask_code(&mut self, ctx: &Context) {
        let project = Arc::clone(self.session.project());
        self.question = Some(match &self.lesson {
            Some(open) => Question::Code(Box::new(CodeForm::new(ctx, Arc::clone(&open.filled), project))),
            None => Question::Lessons,
        });
    }

    /// Opens the work that a code stands for; the lesson stays.
    pub(super) fn take_code(&mut self, project: Project) {
        let (lesson, level) = (self.lesson.take(), self.level);
        self.put(Session::recovered(project, None));
        (self.lesson, self.level) = (lesson, level);
        self.page = Page::Compare;
    }

    /// Shows the work of the groups that lies where this window writes it.
    pub(super) fn ask_collect(&mut self, ctx: &Context) {
        let pack = self.lesson.as_ref().map(|open| Arc::clone(&open.filled));
        let folders = self.folders.iter().flat_map(|folders| &folders.work);
        let there = folders.clone().find(|folder| store::is_folder(folder));
        let folder = there.or_else(|| self.folders.as_ref()?.work.first()).cloned();
        let folder = folder.unwrap_or_default();
        let form = CollectForm::new(ctx, pack, &folder);
        self.question = Some(Question::Collect(Box::new(form)));
    }

    /// Makes `edits` of the open lesson's stops, then goes on with the one at `next`. Where they cannot be made, what was
    /// typed stays in the plan.
    pub(super) fn edit_plan(&mut self, ctx: &Context, edits: Vec<(usize, StopEdit)>, next: Option<usize>) {
        let now_s = ctx.input(|input| input.time);
        let own = self.lesson.as_ref().map(OpenLesson::own);
        let edited = own.and_then(|own| {
            edits.iter().fold(None::<Pack>, |pack, (at, edit)| {
                pack.as_ref().unwrap_or(&own).edited(*at, edit).or(pack)
            })
        });
        let is_refused = edited.is_some_and(|pack| self.keep_lesson(pack, now_s).is_none());
        if is_refused {
            let at = edits.first().map_or(0, |(at, _)| *at);
            self.ask_plan(at);
            if let Some(Question::Plan(form)) = &mut self.question {
                form.keep(edits);
            }
        } else if let Some(next) = next {
            self.ask_plan(next);
        }
    }

    /// Takes the last change of the open lesson's stops back, in its file too, and goes on with the plan.
    pub(super) fn undo_plan(&mut self, ctx: &Context, at: usize) {
        let now_s = ctx.input(|input| input.time);
        let past = self.lesson.as_ref().map(|open| open.past.clone());
        if let Some((before, rest)) = past.as_deref().and_then(<[Pack]>::split_last)
            && self.keep_lesson(before.clone(), now_s).is_some()
            && let Some(open) = &mut self.lesson
        {
            open.past = rest.to_vec();
        }
        self.ask_plan(at);
    }

    /// The presentation of the open lesson was left: what is added next stands behind the stop that was shown.
    pub(super) fn left_stage(&mut self, stage: &Stage) {
        if let Some(open) = &mut self.lesson {
            open.at = Some(stage.at());
        }
    }

    /// Writes `pack` as the open lesson; gives its file, or says why it stays as it was.
    fn keep_lesson(&mut self, pack: Pack, now_s: f64) -> Option<PathBuf> {
        match self.written(&pack) {
            Ok((filled, kept)) => {
                let path = kept.0.clone();
                let before = self.lesson.as_ref();
                let mut past = before.map(|open| open.past.clone()).unwrap_or_default();
                // A copy that is begun here has its own name from the first change on.
                past.extend(before.map(OpenLesson::own));
                let skip = past.len().saturating_sub(PAST);
                self.lesson = Some(OpenLesson {
                    filled: Arc::new(filled),
                    source: pack,
                    kept: Some(kept),
                    past: past.split_off(skip),
                    at: self.lesson.as_ref().and_then(|open| open.at),
                });
                Some(path)
            }
            Err(why) => {
                let words = StageMsg::LessonNotKept.with(self.lang(), &[("why", &why)]);
                self.toasts.refused(words, now_s);
                None
            }
        }
    }

    /// `pack` filled in and on the disk; else why not. A file that somebody else wrote to since stays: the lesson goes
    /// beside it.
    fn written(&self, pack: &Pack) -> Result<(Pack, (PathBuf, Stamp)), String> {
        let lang = self.lang();
        let filled = filled(pack, Library::builtin()).map_err(|dead| {
            let first = dead.first();
            let why = first.map(|dead| format!("{}{}{}", dead.place, lang.colon(), dead.lost.text(lang)));
            why.unwrap_or_default()
        })?;
        let bytes = write_pack(pack).map_err(|error| error.text(lang))?;
        let known = self.lesson.as_ref().and_then(|open| open.kept.as_ref());
        let same = known.filter(|(path, stamp)| {
            let there = store::open_stamped(path);
            there.is_ok_and(|(_, there)| there.is_same(stamp)) || !store::is_taken(path)
        });
        if let Some((path, _)) = same {
            store::write(path, &bytes).map_err(|error| error.text(lang))?;
            return Ok((filled, (path.clone(), Stamp::of(&bytes))));
        }
        let path = self.write_new(
            &format!("{} {}.{ENDING}", today(), plain(pack.lesson.name.get(lang))),
            &bytes,
        )?;
        Ok((filled, (path, Stamp::of(&bytes))))
    }

    /// The board of what is in view, on the pathways that are in view; none where no board shows it.
    fn board_in_view(&self) -> Option<Stop> {
        if let Some(FigureId::Pathway(pathway, figure)) = &self.selection.figure {
            let stop = stop_of(BoardKind::Formula, std::slice::from_ref(pathway))?;
            return Some(Stop {
                figure: Some(*figure),
                ..stop
            });
        }
        let kind = match (self.page, self.selection.aspect) {
            (Page::Product, Aspect::Parts) => BoardKind::MadeOf,
            (Page::Product, Aspect::Flat) => BoardKind::Garment,
            (Page::Product, Aspect::Routes | Aspect::Hints) => BoardKind::Routes,
            (Page::Pathways, _) => BoardKind::Flow,
            (Page::Compare, _) => BoardKind::Compare,
            _ => return None,
        };
        stop_of(kind, &self.pathways_in_view())
    }

    /// On the page of pathways the one that is open, else the compared ones.
    fn pathways_in_view(&self) -> Vec<PathwayId> {
        let project = self.session.project();
        if self.page == Page::Pathways {
            let first = || project.pathways.first().map(|pathway| pathway.id.clone());
            return self
                .selection
                .pathway
                .clone()
                .or_else(first)
                .into_iter()
                .collect();
        }
        let mut all: Vec<PathwayId> = Vec::new();
        for column in &project.compared {
            if column.variant == project.product.variant && !all.contains(&column.pathway) {
                all.push(column.pathway.clone());
            }
        }
        all
    }
}

impl OpenLesson {
    /// The lesson to change: itself where it is kept here already, else a copy.
    fn own(&self) -> Pack {
        if self.kept.is_some() {
            self.source.clone()
        } else {
            self.source.clone().copy()
        }
    }
}

impl Pack {
    /// The pack with `stop` as its only one.
    fn only(mut self, stop: Stop) -> Self {
        self.lesson.stops = vec![stop];
        self
    }
}

impl App {
    /// Writes `bytes` under a name that nothing has yet, into the first folder for work that takes it; else the last reason.
    pub(super) fn write_new(&self, name: &str, bytes: &[u8]) -> Result<PathBuf, String> {
        let lang: Lang = self.lang();
        let folders = self.folders.iter().flat_map(|folders| &folders.work);
        let mut why = StageMsg::ResetNowhere.text(lang).to_owned();
        for folder in folders {
            let made = store::make_folder(folder);
            let Some(path) = free(folder, name).filter(|_| made.is_ok()) else {
                why = made.err().map_or(why, |error| error.text(lang));
                continue;
            };
            match store::write(&path, bytes) {
                Ok(()) => return Ok(path),
                Err(error) => why = error.text(lang),
            }
        }
        Err(why)
    }
}
