//! Finding things and words: opens the palette and the glossary.

use super::command::{self, Status};
use super::glossary::OpenGlossary;
use super::palette::Palette;
use super::question::Question;
use super::{App, Front};
use crate::text::glossary::Glossary;
use crate::ui::terms;
use egui::{Context, Rect, Ui, Vec2};

/// How near the pointer a word must stand.
const NEAR: f32 = 6.0;

impl App {
    /// What the commands depend on.
    pub(super) fn status(&self) -> Status<'_> {
        let drawn = self.drawers.list || self.drawers.inspector;
        let front = match self.front {
            _ if self.coming.is_some() => true,
            Some(Front::Start) => !self.fresh,
            Some(Front::Samples | Front::Label | Front::Import) => true,
            None => self.tour.is_some() || self.selection.figure.is_some() || self.history || drawn,
        };
        Status {
            session: &self.session,
            preferences: &self.preferences,
            practices: self.shelf.all(),
            something_open: front,
            writing: self.exports.is_writing(),
            presenting: self.stage.is_some(),
            level: self.level(),
            history: self.history,
        }
    }

    pub(super) fn open_palette(&mut self, ctx: &Context) {
        let lang = self.lang();
        let mut other = self.preferences.clone();
        other.set_lang(lang.other());
        let status = self.status();
        let shown = command::table(&status);
        let same = command::table(&Status {
            preferences: &other,
            ..status
        });
        let palette = Palette::new(ctx, [&shown, &same], lang, self.session.project());
        self.question = Some(Question::Palette(palette));
    }

    /// Opens the glossary at `term`; without one once the words on the screen are drawn and can be read.
    pub(super) fn open_glossary(&mut self, term: Option<&str>) {
        match term {
            Some(id) => {
                let term: Vec<_> = Glossary::builtin().term(id).into_iter().collect();
                self.question = Some(Question::Glossary(OpenGlossary::new(&term, &[], self.lang())));
            }
            None => self.reading_terms = true,
        }
    }

    /// Opens the glossary with the terms at the pointer, at what has the focus, and on the screen, if it was asked for.
    pub(super) fn read_terms(&mut self, ui: &Ui) {
        if !std::mem::take(&mut self.reading_terms) {
            return;
        }
        let (ctx, lang) = (ui.ctx(), self.lang());
        let drawn = |place: Rect| terms::drawn(ctx, ui.layer_id(), place, lang);
        let pointer = ctx.pointer_latest_pos();
        let pointed = pointer.map(|at| Rect::from_center_size(at, Vec2::splat(2.0 * NEAR)));
        let focus = ctx
            .memory(egui::Memory::focused)
            .and_then(|id| ctx.read_response(id));
        let focused = focus.map(|response| response.rect);
        let here: Vec<_> = [focused, pointed].into_iter().flatten().flat_map(drawn).collect();
        let page = drawn(ui.max_rect());
        self.question = Some(Question::Glossary(OpenGlossary::new(&here, &page, lang)));
    }
}
