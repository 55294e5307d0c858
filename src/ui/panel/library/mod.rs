//! The library: every factor with its value, range, source and grade, where it counts and how much it matters; any of
//! them can be replaced in place.
//!
//! Invariant: the library's own figure is never changed and stays in sight beside the user's.

pub mod data;
pub mod editor;
pub mod filter;
pub mod inspector;
mod list;
pub mod measured;
mod table;
pub mod told;
mod toolbar;
pub mod uses;

pub use inspector::inspector;
pub use list::list;

use crate::model::FactorId;
use crate::text::LibraryMsg;
use crate::ui::theme::metric;
use crate::ui::view::{Command, Out, View};
use crate::ui::widget::text;
use egui::{Id, Key, KeyboardShortcut, Modifiers, Ui};
use filter::Filter;

/// From this width of the window on, inspector and table stand side by side.
const ROOMY: f32 = 1100.0;

/// Draws the page: title, search and filters, table.
pub fn show(ui: &mut Ui, view: &View<'_>, out: &mut Out) {
    let mut filter = Filter::of(ui);
    let before = filter.clone();
    ui.spacing_mut().item_spacing.y = metric::SPACE_S;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = metric::SPACE_M;
        text::title(ui, view.theme, LibraryMsg::Library.head(view.lang));
        text::small(ui, view.theme, &data::counts(view));
    });
    let asked = toolbar::show(ui, view, &mut filter);
    let listing = data::listing(view, &filter);
    if asked {
        let chosen = listing
            .found
            .iter()
            .find(|found| Some(found.id) == view.selection.factor.as_ref());
        if let Some(first) = chosen.or_else(|| listing.found.first()) {
            wish(ui, &Wish::Row(first.id.clone()));
        }
    }
    // Where the inspector has room of its own, it never stands empty beside the table.
    if let (None, Some(first)) = (&view.selection.factor, listing.found.first())
        && ui.ctx().content_rect().width() >= ROOMY
    {
        out.command(Command::SelectFactor(first.id.clone()));
    }
    table::show(ui, view, out, &listing, &mut filter);
    if filter != before {
        filter.keep(ui);
        ui.ctx().request_repaint();
    }
    search_keys(ui);
}

/// "/" and Ctrl+F go to the search; asked for after everything is drawn, so that the "/" itself is not typed.
fn search_keys(ui: &Ui) {
    let find = KeyboardShortcut::new(Modifiers::COMMAND, Key::F);
    let pressed = ui.input_mut(|input| input.consume_shortcut(&find));
    let slash = !ui.ctx().text_edit_focused() && ui.input(|input| input.key_pressed(Key::Slash));
    if pressed || slash {
        ui.memory_mut(|memory| memory.request_focus(toolbar::search_id()));
        ui.ctx().request_repaint();
    }
}

/// Where the focus is to go once the thing is drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Wish {
    /// To a row of the table.
    Row(FactorId),
    /// To the value of the editor.
    Value(FactorId),
}

fn wish_key() -> Id {
    Id::unique("library focus wish")
}

fn wish(ui: &Ui, wish: &Wish) {
    ui.data_mut(|data| data.insert_temp(wish_key(), wish.clone()));
    ui.ctx().request_repaint();
}

/// True once where `wanted` was wished for.
fn granted(ui: &Ui, wanted: &Wish) -> bool {
    let is_it = ui.data(|data| data.get_temp::<Wish>(wish_key())).as_ref() == Some(wanted);
    if is_it {
        ui.data_mut(|data| data.remove::<Wish>(wish_key()));
    }
    is_it
}

/// The row that the focus is to go to.
fn wished_row(ui: &Ui) -> Option<FactorId> {
    match ui.data(|data| data.get_temp::<Wish>(wish_key()))? {
        Wish::Row(id) => Some(id),
        Wish::Value(_) => None,
    }
}
