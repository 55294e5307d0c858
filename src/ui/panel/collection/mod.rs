//! Many products at once: their table and charts, the totals, and one change across all.

mod charts;
pub mod data;
mod inspector;
mod list;
mod table;
mod totals;

pub use inspector::inspector;
pub use list::list;

use crate::collection::Collection;
use crate::text::{CollectionMsg, PracticeMsg, number};
use crate::ui::collecting::{Collecting, CollectionView, Listing};
use crate::ui::icon;
use crate::ui::theme::metric;
use crate::ui::view::{Command, Out, View};
use crate::ui::widget::{Button, SearchField, text};
use egui::{Id, Key, KeyboardShortcut, Modifiers, Ui};

/// When a page looks again for what is put in order.
const SOON: std::time::Duration = std::time::Duration::from_millis(30);

/// Draws the page: title, how far it is or how many are shown, search, then the table or the charts.
pub fn show(ui: &mut Ui, view: &View<'_>, out: &mut Out) {
    ui.spacing_mut().item_spacing.y = metric::SPACE_S;
    text::title(ui, view.theme, CollectionMsg::Title.head(view.lang));
    let Some(page) = &view.collection else { return };
    match page.listing {
        Listing::None => {
            text::soft(ui, view.theme, CollectionMsg::Empty.text(view.lang));
            open(ui, view, out);
        }
        Listing::Failed(why) => {
            text::body(ui, view.theme, why);
            open(ui, view, out);
        }
        Listing::Working(done, all) => working(ui, view, out, done, all),
        Listing::There(all) => there(ui, view, out, page, all),
    }
}

/// The button that opens a list.
fn open(ui: &mut Ui, view: &View<'_>, out: &mut Out) {
    let button = Button::primary(CollectionMsg::OpenList.text(view.lang)).icon(icon::OPEN);
    if button.show(ui, view.theme).clicked() {
        ask(out, Collecting::Open);
    }
}

/// How far it is, and the button that stops.
fn working(ui: &mut Ui, view: &View<'_>, out: &mut Out, done: u64, all: Option<u64>) {
    text::body(ui, view.theme, &data::progress(done, all, view.lang));
    if let Some(all) = all.filter(|all| *all > 0) {
        #[expect(clippy::cast_possible_truncation, reason = "a share of a bar")]
        let share = (done as f64 / all as f64) as f32;
        ui.add(egui::ProgressBar::new(share).desired_width(ui.available_width().min(480.0)));
    }
    let button = Button::quiet(CollectionMsg::Cancel.text(view.lang)).icon(icon::CROSS);
    if button.show(ui, view.theme).clicked() {
        ask(out, Collecting::Stop);
    }
}

fn there(ui: &mut Ui, view: &View<'_>, out: &mut Out, page: &CollectionView<'_>, all: &Collection) {
    if page.waiting {
        ui.ctx().request_repaint_after(SOON);
    }
    let whole = |count: usize| number::thousands(&count.to_string(), view.lang);
    let shown = page.shown.map_or(0, |shown| shown.order.len());
    let words = view.lang.lines(|lang| {
        let values = [
            ("shown", whole(shown)),
            ("all", whole(all.lines.len())),
            ("file", page.file.to_owned()),
        ];
        let values = values.each_ref().map(|(key, value)| (*key, value.as_str()));
        CollectionMsg::Count.with(lang, &values)
    });
    text::small(ui, view.theme, &words);
    search(ui, view, out, page);
    if page.charts {
        charts::show(ui, view, out, page);
    } else {
        table::show(ui, view, out, page, all);
    }
}

fn search(ui: &mut Ui, view: &View<'_>, out: &mut Out, page: &CollectionView<'_>) {
    let id = Id::unique("collection search");
    let field = SearchField {
        id,
        name: CollectionMsg::Search.text(view.lang),
        clear: PracticeMsg::ClearSearch.text(view.lang),
    };
    let mut words = page.asked.text.clone();
    field.show(ui, view.theme, &mut words);
    if words != page.asked.text {
        let asked = crate::collection::shown::Asked {
            text: words,
            ..page.asked.clone()
        };
        ask(out, Collecting::Ask(Box::new(asked)));
    }
    let find = KeyboardShortcut::new(Modifiers::COMMAND, Key::F);
    if ui.input_mut(|input| input.consume_shortcut(&find)) {
        ui.memory_mut(|memory| memory.request_focus(id));
    }
}

/// Asks for something of the page.
fn ask(out: &mut Out, what: Collecting) {
    out.command(Command::Collecting(what));
}
