//! The carbon of making from a result of Ecobalyse: the file is read, and its figure offered where such a figure is typed in.

use super::App;
use super::command::{Entry, Status, entry};
use super::dialogs::file_name;
use crate::explain::FigureId;
use crate::figure::PathwayFigure;
use crate::model::Typed;
use crate::report::ecobalyse::{Made, made};
use crate::store;
use crate::text::{EcobalyseMsg, Lang};
use crate::ui::icon;
use crate::ui::panel::inspector::result;
use crate::ui::view::Command;
use egui::Context;
use std::path::Path;

/// The command that reads a result.
pub(super) fn reading(status: &Status<'_>) -> Entry {
    let name = EcobalyseMsg::Result.text(status.preferences.lang());
    entry(Command::TakeResult, name, icon::IMPORT, &[])
}

impl App {
    /// Offers the carbon of making in the result at `path`, beside the figure that it would take the place of.
    pub(super) fn take_result(&mut self, ctx: &Context, path: &Path) {
        let now_s = ctx.input(|input| input.time);
        let made = match read(path, self.lang()) {
            Ok(made) => made,
            Err(words) => return self.toasts.refused(words, now_s),
        };
        let project = self.session.project();
        let id = Typed::CarbonMade(project.product.variant).id();
        result::offer(ctx, &id, made, file_name(path));
        let shown = self.selection.advised(project, self.session.library());
        if let Some(pathway) = shown.cloned() {
            let figure = FigureId::Pathway(pathway, PathwayFigure::CarbonPer100Wears);
            self.run(ctx, Command::OpenFigure(Some(figure)));
        }
    }
}

fn read(path: &Path, lang: Lang) -> Result<Made, String> {
    let bytes = store::open(path).map_err(|error| error.text(lang))?;
    let found = made(&String::from_utf8_lossy(&bytes));
    found.map_err(|error| format!("{}{}{}", file_name(path), lang.colon(), error.text(lang)))
}
