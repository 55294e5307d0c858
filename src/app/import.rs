//! Bringing a bill of materials in.

use super::App;
use crate::text::StartMsg;

impl App {
    /// Says how a bill of materials is imported.
    pub(super) fn open_import(&mut self, now_s: f64) {
        let words = StartMsg::ImportByCommand.text(self.lang());
        self.toasts.done(words.to_owned(), now_s);
    }
}
