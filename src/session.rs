//! The open project: its history, the file it belongs to, and its figures, computed once for each revision.
//!
//! Invariants: figures belong to the project they are shown with, or it is said that they are being worked out; no edit
//! reaches the project but through [`History`]; time comes from outside, in seconds of any clock that only goes forward.

mod assessed;
mod figures;

pub use assessed::Assessed;
pub use figures::Background;

use crate::assess::Assessment;
use crate::data::Library;
use crate::edit::{Edit, EditError, Gesture, History};
use crate::explain::fit::{Blocker, blockers};
use crate::explain::{Matter, OwnMarks, matter};
use crate::intake::TakenOver;
use crate::job::{Answer, Come};
use crate::model::{Name, Project};
use crate::store::Stamp;
use figures::Figures;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// How long a changed figure shows what it was, in seconds.
pub const SHOWN_S: f64 = 3.0;

/// The figures before the last change.
#[derive(Debug, Clone)]
struct Before {
    assessment: Arc<Assessment>,
    /// When the last change was made.
    changed_s: f64,
}

/// One open project.
#[derive(Debug)]
pub struct Session {
    history: History,
    library: &'static Library,
    file: Option<PathBuf>,
    /// What that file held when it was opened or last saved.
    stamp: Option<Stamp>,
    /// True where nothing is changed, for another window has the file open.
    look_only: bool,
    figures: Figures,
    /// Where figures are reckoned that take longer than a frame has; none reckons all of them here.
    background: Option<Background>,
    /// True where all that changed since the figures shown is one gesture that had begun before them.
    keep_before: bool,
    before: Option<Before>,
    /// How much each factor matters, by the revision of the figures.
    matter: Answer<u64, Arc<Matter>>,
    /// What keeps parts out of routes, by the revision of the figures.
    blockers: Answer<u64, Arc<Vec<Blocker>>>,
    /// What is being dragged or typed.
    gesture: Option<Gesture>,
}

impl Session {
    /// Opens `project`, which counts as saved; `file` is where it came from, if it came from a file.
    pub fn new(project: Project, file: Option<PathBuf>) -> Self {
        Self::of(History::new(project), file)
    }

    /// Opens work that is in no file: recovered, or just made. It counts as changed.
    pub fn recovered(project: Project, file: Option<PathBuf>) -> Self {
        Self::of(History::unsaved(project), file)
    }

    /// The same, with what its file held when it was opened.
    #[must_use]
    pub const fn with_stamp(mut self, stamp: Option<Stamp>) -> Self {
        self.stamp = stamp;
        self
    }

    fn of(history: History, file: Option<PathBuf>) -> Self {
        let library = Library::builtin();
        Self {
            figures: Figures::of(history.project(), history.revision(), library, &[]),
            background: None,
            keep_before: true,
            history,
            library,
            file,
            stamp: None,
            look_only: false,
            before: None,
            matter: Answer::default(),
            blockers: Answer::default(),
            gesture: None,
        }
    }

    /// The same with all that every page asks for first, for a session that is made in the background.
    #[must_use]
    pub fn prepared(self) -> Self {
        self.figures.mark_own(self.library);
        self
    }

    /// The project as it is now.
    pub fn project(&self) -> &Arc<Project> {
        self.history.project()
    }

    /// Reckons in `background` from now on what takes longer than a frame has.
    #[must_use]
    pub fn in_background(mut self, background: Option<Background>) -> Self {
        self.background = background;
        self
    }

    /// Gives the worker away, for the session that follows; what it still reckons is let go.
    pub fn take_background(&mut self) -> Option<Background> {
        let mut background = self.background.take();
        if let Some(background) = &mut background {
            background.forget();
        }
        background
    }

    /// True while the figures are those of an earlier revision, for the new ones are being worked out.
    pub fn is_working(&self) -> bool {
        self.figures.revision != self.history.revision()
    }

    /// Figures of the variant in hand.
    pub fn assessment(&self) -> &Arc<Assessment> {
        self.figures.in_hand.assessment()
    }

    /// The variant in hand and the others that are compared, each with its figures, in the order of their numbers.
    pub fn variants(&self) -> &[Arc<Assessed>] {
        &self.figures.variants
    }

    /// How much each factor of the library matters for the figures shown; begun when it is first asked for of figures that
    /// are those of the project, and none until it is there.
    pub fn matter(&mut self) -> Option<Arc<Matter>> {
        let revision = self.figures.revision;
        if self.is_working() {
            return self.matter.held(&revision);
        }
        let worker = self.background.as_mut().map(|background| &mut background.matter);
        let assessment = Arc::clone(self.figures.in_hand.assessment());
        self.matter
            .get(&revision, worker, move || Arc::new(matter(&assessment)))
    }

    /// Which figures rest on the user's own, and which stages still have the shares of a new product; computed once per
    /// revision, when they are first asked for.
    pub fn marks(&self) -> (Arc<OwnMarks>, Arc<TakenOver>) {
        let in_hand = &self.figures.in_hand;
        (
            Arc::clone(in_hand.own_marks(self.library)),
            Arc::clone(in_hand.taken_over(self.library)),
        )
    }

    /// What keeps parts out of routes, in the same way.
    pub fn blockers(&mut self) -> Option<Arc<Vec<Blocker>>> {
        let revision = self.figures.revision;
        if self.is_working() {
            return self.blockers.held(&revision);
        }
        let worker = self
            .background
            .as_mut()
            .map(|background| &mut background.blockers);
        let (in_hand, library) = (Arc::clone(&self.figures.in_hand), self.library);
        let found = move || Arc::new(blockers(in_hand.project(), library, in_hand.assessment()));
        self.blockers.get(&revision, worker, found)
    }

    /// The library that the figures come from.
    pub const fn library(&self) -> &'static Library {
        self.library
    }

    /// The file it was opened from or saved to.
    pub fn file(&self) -> Option<&Path> {
        self.file.as_deref()
    }

    /// What its file held when it was opened or last saved; none where that is not known.
    pub const fn stamp(&self) -> Option<Stamp> {
        self.stamp
    }

    /// True where nothing is changed, for another window has the file open.
    pub const fn is_look_only(&self) -> bool {
        self.look_only
    }

    /// Refuses every edit from now on, or allows them again.
    pub const fn set_look_only(&mut self, look_only: bool) {
        self.look_only = look_only;
    }

    /// A number that rises with every visible change.
    pub fn revision(&self) -> u64 {
        self.history.revision()
    }

    /// The figures before the last change, while they are to be shown.
    pub fn before(&self, now_s: f64) -> Option<&Arc<Assessment>> {
        self.shown_for(now_s)?;
        self.before.as_ref().map(|before| &before.assessment)
    }

    /// For how many seconds from now the figures before the last change are still to be shown.
    pub fn shown_for(&self, now_s: f64) -> Option<f64> {
        let before = self.before.as_ref().filter(|_| !self.is_working())?;
        let left = before.changed_s + SHOWN_S - now_s;
        (left > 0.0).then_some(left)
    }

    /// Applies `edit` at `now_s`; true where the project changed.
    ///
    /// While a gesture goes on, its edits make one step, and old figures are those from before the gesture. An edit of
    /// the same gesture that is not `continuing` is its last.
    pub fn apply(&mut self, edit: &Edit, continuing: bool, now_s: f64) -> Result<bool, EditError> {
        if self.look_only {
            return Err(EditError::LookOnly);
        }
        let gesture = edit.gesture();
        let is_same = gesture.is_some() && gesture == self.gesture;
        let changed = self.history.apply(edit, continuing || is_same)?;
        if changed {
            self.renew(is_same, now_s);
        }
        if continuing {
            self.gesture = gesture;
        } else {
            self.end_gesture();
        }
        Ok(changed)
    }

    /// The pointer was released: the next edit makes a step of its own.
    pub fn end_gesture(&mut self) {
        self.gesture = None;
        self.history.end_gesture();
    }

    /// True while something is being dragged or typed.
    pub const fn in_gesture(&self) -> bool {
        self.gesture.is_some()
    }

    /// Takes the last step back; false where there is none.
    pub fn undo(&mut self, now_s: f64) -> bool {
        self.gesture = None;
        let moved = self.history.undo();
        if moved {
            self.renew(false, now_s);
        }
        moved
    }

    /// Makes the step again that was taken back last; false where there is none.
    pub fn redo(&mut self, now_s: f64) -> bool {
        self.gesture = None;
        let moved = self.history.redo();
        if moved {
            self.renew(false, now_s);
        }
        moved
    }

    /// Goes to where `done` steps are done; false where nothing moves.
    pub fn jump(&mut self, done: usize, now_s: f64) -> bool {
        self.gesture = None;
        let moved = self.history.jump(done);
        if moved {
            self.renew(false, now_s);
        }
        moved
    }

    /// Its steps.
    pub const fn history(&self) -> &History {
        &self.history
    }

    /// What undo would take back.
    pub fn can_undo(&self) -> Option<&Name> {
        self.history.can_undo()
    }

    /// What redo would do again.
    pub fn can_redo(&self) -> Option<&Name> {
        self.history.can_redo()
    }

    /// The project as it is now is in `file`, which holds what `stamp` says.
    pub fn mark_saved(&mut self, file: PathBuf, stamp: Option<Stamp>) {
        self.file = Some(file);
        self.stamp = stamp;
        self.history.mark_saved();
    }

    /// True where the project differs from what is in its file.
    pub fn is_changed(&self) -> bool {
        self.history.is_changed()
    }

    /// Takes the figures that have come from the background; true where there are new ones.
    pub fn take_figures(&mut self, now_s: f64) -> bool {
        let come = self
            .background
            .as_mut()
            .map(|background| background.figures.poll());
        come.is_some_and(|come| self.take(come, now_s))
    }

    /// Sees to the figures of the present revision: at once where they are there already or no longer in the making
    /// than a frame may wait.
    fn renew(&mut self, keep_before: bool, now_s: f64) {
        let (project, revision) = (self.history.project(), self.history.revision());
        if self.figures.revision == revision {
            return;
        }
        self.keep_before &= keep_before;
        if let Some(held) = Figures::held(project, revision, &self.figures.variants) {
            return self.show(held, now_s);
        }
        let come = match &mut self.background {
            Some(background) => {
                let before = self.figures.variants.clone();
                background.ask(Arc::clone(project), revision, self.library, before)
            }
            None => Come::Broken,
        };
        self.take(come, now_s);
    }

    /// Takes what has `come`; what has no answer is reckoned here.
    fn take(&mut self, come: Come<Figures>, now_s: f64) -> bool {
        let figures = match come {
            Come::Nothing => return false,
            // Of a step that was taken back while they were reckoned.
            Come::Interim(figures) | Come::Last(figures) if figures.revision <= self.figures.revision => {
                return false;
            }
            Come::Interim(figures) | Come::Last(figures) => figures,
            Come::Broken => {
                let (project, revision) = (self.history.project(), self.history.revision());
                Figures::of(project, revision, self.library, &self.figures.variants)
            }
        };
        self.show(figures, now_s);
        true
    }

    /// Shows `figures` from `now_s` on.
    fn show(&mut self, figures: Figures, now_s: f64) {
        let old = std::mem::replace(&mut self.figures, figures);
        let earlier = self.before.take().map(|before| before.assessment);
        let kept = earlier.as_ref().filter(|_| self.keep_before);
        self.before = Some(Before {
            assessment: Arc::clone(kept.unwrap_or_else(|| old.in_hand.assessment())),
            changed_s: now_s,
        });
        self.keep_before = true;
        if let Some(background) = &mut self.background {
            background.let_go((old, earlier));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::{FibreEdit, ProductEdit};
    use crate::model::PartId;
    use crate::presets;
    use crate::quantity::{Pieces, Share};

    fn jacket() -> Session {
        let preset = presets::get("school_uniform").unwrap();
        Session::new(preset.project().unwrap(), None)
    }

    fn shell_share(share: f64) -> Edit {
        let change = FibreEdit::SetShare(Share::new(share).unwrap());
        Edit::fibre(&PartId::from("shell"), 0, change)
    }

    #[test]
    fn figures_are_computed_once_per_revision() {
        let mut session = jacket();
        let first = Arc::clone(session.assessment());
        assert!(Arc::ptr_eq(&first, session.assessment()));
        let same = Edit::Product(ProductEdit::SetVolume(session.project().product.pieces_per_year));
        assert_eq!(session.apply(&same, false, 0.0), Ok(false));
        assert!(Arc::ptr_eq(&first, session.assessment()));
        assert!(session.before(0.0).is_none());

        let other = Edit::Product(ProductEdit::SetVolume(Pieces::new(1234.0).unwrap()));
        assert_eq!(session.apply(&other, false, 1.0), Ok(true));
        assert!(!Arc::ptr_eq(&first, session.assessment()));
        assert!(Arc::ptr_eq(&first, session.before(3.9).unwrap()));
        assert!(session.before(4.0).is_none());
    }

    #[test]
    fn a_gesture_is_one_step_and_keeps_what_was_before_it() {
        let mut session = jacket();
        let first = Arc::clone(session.assessment());
        for (at, share) in [0.7, 0.8, 0.9].into_iter().enumerate() {
            session.apply(&shell_share(share), true, at as f64).unwrap();
        }
        session.apply(&shell_share(0.95), false, 4.0).unwrap();
        assert!(Arc::ptr_eq(&first, session.before(4.5).unwrap()));
        session.apply(&shell_share(0.5), true, 5.0).unwrap();
        assert!(!Arc::ptr_eq(&first, session.before(5.0).unwrap()));
        session.end_gesture();
        assert!(session.undo(6.0));
        assert!(session.undo(6.0));
        assert!(!session.undo(6.0));
        assert!(!session.is_changed());
        assert!(session.can_redo().is_some());
    }

    #[test]
    fn saved_is_what_lies_in_the_file() {
        let mut session = jacket();
        assert!(!session.is_changed());
        session.apply(&shell_share(0.7), false, 0.0).unwrap();
        assert!(session.is_changed());
        session.mark_saved(PathBuf::from("a.reloom"), None);
        assert!(!session.is_changed());
        session.undo(1.0);
        assert!(session.is_changed());
        session.redo(1.0);
        assert!(!session.is_changed());
        assert_eq!(session.file(), Some(Path::new("a.reloom")));
    }
}
