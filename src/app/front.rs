//! What stands in place of the three pages: first screen, samples, start from a label or a bill of materials.
//!
//! Invariant: before anything was opened there is always a front, so that the window is never blank.

use super::App;
use super::samples::Cards;
use crate::store;
use crate::ui::view::Page;
use std::path::PathBuf;

/// What stands in front.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Front {
    /// Where to start from.
    Start,
    /// The samples.
    Samples,
    /// A composition label.
    Label,
    /// A bill of materials.
    Import,
}

impl App {
    /// Shows the first screen, or goes back to the project where it was shown already.
    pub(super) fn toggle_start(&mut self) {
        if self.front.is_some() && !self.fresh {
            self.front = None;
        } else {
            self.show_start();
        }
    }

    /// Shows the first screen; looks once which of the recent files are still there.
    pub(super) fn show_start(&mut self) {
        let recent = self.preferences.recent.paths().iter();
        self.missing = recent
            .filter(|path| !store::holds_file(path))
            .cloned()
            .collect::<Vec<PathBuf>>();
        self.front = Some(Front::Start);
    }

    /// Shows the samples, assessed when they are first asked for.
    pub(super) fn show_samples(&mut self) {
        self.cards.get_or_insert_with(Cards::load);
        self.front = Some(Front::Samples);
    }

    /// Steps back from what stands in front; true where something did.
    pub(super) fn leave_front(&mut self) -> bool {
        match self.front {
            Some(Front::Samples | Front::Label) => self.show_start(),
            Some(Front::Import) if self.fresh => self.show_start(),
            Some(Front::Start | Front::Import) if !self.fresh => self.front = None,
            Some(Front::Start | Front::Import) | None => return false,
        }
        true
    }

    /// A project has come: the pages are in front.
    pub(super) fn show_project(&mut self) {
        self.front = None;
        self.fresh = false;
        self.page = Page::Product;
    }
}
