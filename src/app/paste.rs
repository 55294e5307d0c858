//! What is pasted over a page: parts and stages copied here or in another window, and cells of a spreadsheet.
//!
//! Invariant: copied things come in as one step; cells go to the page that asks about what is doubtful.

use super::App;
use crate::edit::{Edit, addition_of};
use crate::model::{Assumed, Part, Stage};
use crate::project_file::{Clip, read_clip};
use crate::text::ActMsg;
use crate::ui::act;
use crate::ui::view::{Command, Page};
use egui::Context;
use std::collections::BTreeSet;

impl App {
    /// Puts in what was pasted while no field, menu or question has the keys.
    pub(super) fn take_pasted(&mut self, ctx: &Context) {
        let is_free = self.question.is_none() && !self.typing && act::keys_are_free(ctx);
        if self.front.is_some() || !is_free {
            return;
        }
        if let Some(text) = act::pasted(ctx) {
            self.put_in(ctx, text);
        }
    }

    fn put_in(&mut self, ctx: &Context, text: String) {
        let now_s = ctx.input(|input| input.time);
        let lang = self.lang();
        match read_clip(&text) {
            Some(Ok(Clip::Parts { parts, assumed })) => self.put_parts(ctx, parts, assumed),
            Some(Ok(Clip::Stages(stages))) => self.put_stages(ctx, stages),
            Some(Err(error)) => {
                let why = [("why", error.text(lang))];
                let why = why.each_ref().map(|(key, why)| (*key, why.as_str()));
                self.toasts.refused(ActMsg::BrokenClip.with(lang, &why), now_s);
            }
            None if text.trim_end().contains(['\t', '\n']) => {
                self.open_import();
                self.import_cells(ctx, text);
            }
            None => self
                .toasts
                .refused(ActMsg::NothingToPaste.text(lang).to_owned(), now_s),
        }
        ctx.request_repaint();
    }

    /// Puts parts after the selected one and selects them.
    fn put_parts(&mut self, ctx: &Context, parts: Vec<Part>, assumed: BTreeSet<Assumed>) {
        let own = &self.session.project().product.parts;
        let selected = self.selection.part.as_ref();
        let after = selected.and_then(|id| own.iter().position(|part| &part.id == id));
        let at = after.map_or(own.len(), |at| at + 1);
        let count = parts.len();
        if !self.apply(ctx, &Edit::AddParts { parts, assumed, at }) {
            return;
        }
        let new = self.session.project().product.parts.iter().skip(at).take(count);
        let ids: BTreeSet<_> = new.map(|part| part.id.clone()).collect();
        let first = self.session.project().product.parts.get(at);
        if let Some(first) = first.map(|part| part.id.clone()) {
            if self.page != Page::Product {
                self.run(ctx, Command::Show(Page::Product));
            }
            self.run(ctx, Command::SelectParts(first, ids));
        }
    }

    /// Adds stages to the pathway that is shown and selects the first of them.
    fn put_stages(&mut self, ctx: &Context, stages: Vec<Stage>) {
        let project = self.session.project();
        let shown = self.selection.pathway.as_ref().and_then(|id| project.pathway(id));
        let Some((edit, first)) = shown.and_then(|pathway| addition_of(pathway, stages)) else {
            return;
        };
        if self.apply(ctx, &edit) {
            if self.page != Page::Pathways {
                self.run(ctx, Command::Show(Page::Pathways));
            }
            self.run(ctx, Command::SelectStage(Some(first)));
        }
    }

    /// Makes `edit`; says why where it is refused.
    fn apply(&mut self, ctx: &Context, edit: &Edit) -> bool {
        let now_s = ctx.input(|input| input.time);
        match self.session.apply(edit, false, now_s) {
            Ok(changed) => changed,
            Err(error) => {
                self.toasts.refused(error.text(self.lang()), now_s);
                false
            }
        }
    }
}
