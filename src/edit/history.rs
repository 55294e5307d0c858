//! Undo and redo: whole snapshots, shared where they are equal, with one step for each gesture.
//!
//! Invariant: a step is there if and only if it changed the project, and going back to a step gives that very project.

use super::{Edit, EditError, Gesture};
use crate::model::{Name, Project};
use std::sync::Arc;

/// One step: what it is called and the project after it.
#[derive(Debug, Clone)]
struct Step {
    name: Name,
    after: Arc<Project>,
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
    start: Arc<Project>,
    steps: Vec<Step>,
    done: usize,
    present: Arc<Project>,
    ongoing: Option<Ongoing>,
    revision: u64,
    saved: Option<Arc<Project>>,
}

impl History {
    /// A project as it was opened; it counts as saved.
    pub fn new(project: Project) -> Self {
        let start = Arc::new(project);
        Self {
            steps: Vec::new(),
            done: 0,
            present: Arc::clone(&start),
            ongoing: None,
            revision: 0,
            saved: Some(Arc::clone(&start)),
            start,
        }
    }

    /// A project that is nowhere on disk yet, as after a recovery; it counts as changed until it is saved.
    pub fn unsaved(project: Project) -> Self {
        Self {
            saved: None,
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
        let moves = next != *base;
        self.present = if moves { Arc::new(next) } else { base };
        if moves {
            let after = Arc::clone(&self.present);
            self.steps.push(Step { name, after });
            self.done += 1;
        }
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
        let last = self.done.checked_sub(1)?;
        self.steps.get(last).map(|step| &step.name)
    }

    /// What redo would do again.
    pub fn can_redo(&self) -> Option<&Name> {
        self.steps.get(self.done).map(|step| &step.name)
    }

    /// All steps, oldest first, with those that were taken back.
    pub fn steps(&self) -> Vec<&Name> {
        self.steps.iter().map(|step| &step.name).collect()
    }

    /// How many of the steps are done.
    pub fn done(&self) -> usize {
        self.done
    }

    /// Goes to where `done` steps are done; false where there are not so many or nothing moves.
    pub fn jump(&mut self, done: usize) -> bool {
        self.ongoing = None;
        if done == self.done {
            return false;
        }
        let project = match done.checked_sub(1) {
            None => Some(&self.start),
            Some(last) => self.steps.get(last).map(|step| &step.after),
        };
        let Some(project) = project else { return false };
        self.present = Arc::clone(project);
        self.done = done;
        self.revision += 1;
        true
    }

    /// The project as it is now is on disk.
    pub fn mark_saved(&mut self) {
        self.saved = Some(Arc::clone(&self.present));
    }

    /// True where the project differs from what is on disk.
    pub fn is_changed(&self) -> bool {
        match &self.saved {
            None => true,
            Some(saved) => !Arc::ptr_eq(saved, &self.present) && **saved != *self.present,
        }
    }
}
