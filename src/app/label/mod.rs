//! Start from a composition label: the text and the kind of garment in, a project with everything else assumed out.
//!
//! Invariant: nothing on the label is changed but by typing or by a button that says what it does.

pub mod data;
mod kinds;
mod page;

pub(super) use page::show;

use crate::data::Library;
use crate::intake::label::{Label, SumAnswer, parse};
use crate::intake::{answered, from_label, sample};
use crate::model::{KindId, Project};
use std::collections::BTreeMap;

/// What is being read from a label.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Draft {
    text: String,
    label: Label,
    kind: Option<KindId>,
    answers: BTreeMap<usize, SumAnswer>,
    /// What is typed into the search for a kind.
    search: String,
    /// True once the field had the focus.
    focused: bool,
}

impl Draft {
    /// The text as it was typed.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Reads `text`; what was answered about other percentages holds no longer.
    pub fn set_text(&mut self, text: String) {
        if text == self.text {
            return;
        }
        self.label = parse(&text);
        self.text = text;
        self.answers.clear();
    }

    /// The label as it was read.
    pub const fn label(&self) -> &Label {
        &self.label
    }

    /// The kind of garment, where one was chosen.
    pub const fn kind(&self) -> Option<&KindId> {
        self.kind.as_ref()
    }

    /// Chooses the kind of garment.
    pub fn set_kind(&mut self, kind: KindId) {
        self.kind = Some(kind);
    }

    /// Answers what holds where the part at `place` does not add up.
    pub fn answer(&mut self, at: usize, answer: SumAnswer) {
        self.answers.insert(at, answer);
    }

    /// The project, where a kind is chosen.
    pub fn project(&self, library: &Library) -> Option<Project> {
        let kind = library.kind(self.kind.as_ref()?)?;
        let parts = answered(&self.label, &self.answers);
        Some(from_label(&parts, kind, library, sample()))
    }
}
