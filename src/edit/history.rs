//! Undo and redo without limit: snapshots that share what they have in common, with one step for each gesture.
//!
//! Invariant: a step is there if and only if it changed the project, and going back to a step gives that very project.

use super::snapshot::Snapshot;
use super::{Edit, EditError, Gesture};
use crate::model::{Name, Project};
use std::sync::Arc;

/// One step: what it is called and the project after it.
#[derive(Debug, Clone)]
struct Step {
    name: Name,
    after: Snapshot,
}

/// An edit that goes on while the pointer is down.
#[derive(Debug, Clone)]
struct Ongoing {
    gesture: Gesture,
    /// The project as the gesture found it.
    base: Arc<Project>,
    /// True while the last step is this gesture's.
    stepped: bool,
}

/// The open project with all its steps; undo has no limit.
#[derive(Debug, Clone)]
pub struct History {
    start: Snapshot,
    steps: Vec<Step>,
    /// How many of the steps are done.
    done: usize,
    present: Arc<Project>,
    ongoing: Option<Ongoing>,
    revision: u64,
    /// What is on disk; none where it is nowhere.
    saved: Option<Snapshot>,
    /// How many steps were done when it was saved; none where those steps are gone.
    saved_at: Option<usize>,
}

impl History {
    /// A project as it was opened; it counts as saved.
    pub fn new(project: Project) -> Self {
        let start = Snapshot::of(&project);
        let present = Arc::new(project);
        Self {
            saved: Some(start.clone()),
            start,
            steps: Vec::new(),
            done: 0,
            saved_at: Some(0),
            present,
            ongoing: None,
            revision: 0,
        }
    }

    /// A project that is nowhere on disk yet, as after a recovery; it counts as changed until it is saved.
    pub fn unsaved(project: Project) -> Self {
        Self {
            saved: None,
            saved_at: None,
            ..Self::new(project)
        }
    }

    /// The project as it is now.
    pub fn project(&self) -> &Arc<Project> {
        &self.present
    }

    /// A number that rises with every visible change.
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// Applies `edit`; true where the project changed.
    ///
    /// Where it is `continuing` and acts on the same thing as the last edit, it is applied to the project as the
    /// gesture found it and takes the place of the gesture's step. A refused edit changes nothing.
    pub fn apply(&mut self, edit: &Edit, continuing: bool) -> Result<bool, EditError> {
        let gesture = edit.gesture();
        let ongoing = self
            .ongoing
            .take_if(|ongoing| !continuing || Some(&ongoing.gesture) != gesture.as_ref());
        drop(ongoing);
        let base = match &self.ongoing {
            Some(ongoing) => Arc::clone(&ongoing.base),
            None => Arc::clone(&self.present),
        };
        let next = edit.apply(&base)?;
        if self.ongoing.is_none() {
            self.ongoing = gesture.map(|gesture| Ongoing {
                gesture,
                base: Arc::clone(&base),
                stepped: false,
            });
        }
        let name = edit.name(&base);
        Ok(self.replace_last(name, next, base))
    }

    /// Takes the gesture's own step back, if there is one, and makes the step to `next` unless that is `base` again.
    fn replace_last(&mut self, name: Name, next: Project, base: Arc<Project>) -> bool {
        if next == *self.present {
            return false;
        }
        let stepped = self.ongoing.as_ref().is_some_and(|ongoing| ongoing.stepped);
        if stepped {
            self.done = self.done.saturating_sub(1);
        }
        self.steps.truncate(self.done);
        self.saved_at.take_if(|saved| *saved > self.done);
        let moves = next != *base;
        if moves {
            let after = self.now().next(&next);
            self.steps.push(Step { name, after });
            self.done += 1;
        }
        self.present = if moves { Arc::new(next) } else { base };
        if let Some(ongoing) = &mut self.ongoing {
            ongoing.stepped = moves;
        }
        self.revision += 1;
        true
    }

    /// The pointer was released: the next edit makes a step of its own.
    pub fn end_gesture(&mut self) {
        self.ongoing = None;
    }

    /// Takes the last step back; false where there is none.
    pub fn undo(&mut self) -> bool {
        self.done.checked_sub(1).is_some_and(|step| self.jump(step))
    }

    /// Makes the step again that was taken back last; false where there is none.
    pub fn redo(&mut self) -> bool {
        self.jump(self.done + 1)
    }

    /// What undo would take back.
    pub fn can_undo(&self) -> Option<&Name> {
        self.name_of(self.done)
    }

    /// What redo would do again.
    pub fn can_redo(&self) -> Option<&Name> {
        self.name_of(self.done + 1)
    }

    /// How many steps there are, with those that were taken back.
    pub fn count(&self) -> usize {
        self.steps.len()
    }

    /// How many of the steps are done.
    pub fn done(&self) -> usize {
        self.done
    }

    /// What the step is called that leads to where `done` steps are done; none for the start.
    pub fn name_of(&self, done: usize) -> Option<&Name> {
        let step = self.steps.get(done.checked_sub(1)?);
        step.map(|step| &step.name)
    }

    /// How many steps were done when the project was saved; none where it never was, or those steps are gone.
    pub fn saved_at(&self) -> Option<usize> {
        self.saved_at
    }

    /// The snapshot of the project as it is now.
    fn now(&self) -> &Snapshot {
        self.snapshot(self.done).unwrap_or(&self.start)
    }

    fn snapshot(&self, done: usize) -> Option<&Snapshot> {
        match done.checked_sub(1) {
            None => Some(&self.start),
            Some(last) => self.steps.get(last).map(|step| &step.after),
        }
    }

    /// Goes to where `done` steps are done; false where there are not so many or nothing moves.
    pub fn jump(&mut self, done: usize) -> bool {
        self.ongoing = None;
        if done == self.done {
            return false;
        }
        let Some(project) = self.snapshot(done).map(Snapshot::project) else {
            return false;
        };
        self.present = Arc::new(project);
        self.done = done;
        self.revision += 1;
        true
    }

    /// The project as it is now is on disk.
    pub fn mark_saved(&mut self) {
        self.saved = Some(self.now().clone());
        self.saved_at = Some(self.done);
    }

    /// True where the project differs from what is on disk.
    pub fn is_changed(&self) -> bool {
        !self.saved.as_ref().is_some_and(|saved| saved.is_same(self.now()))
    }
}
