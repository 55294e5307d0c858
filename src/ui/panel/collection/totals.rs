//! The totals of all products on a pathway, and one change across all of them.

use super::{ask, charts, data};
use crate::collection::{Across, Collection};
use crate::text::{CollectionMsg, number};
use crate::ui::collecting::{Collecting, CollectionView, Trying};
use crate::ui::icon;
use crate::ui::theme::metric;
use crate::ui::view::{Out, View};
use crate::ui::widget::choice::{above, choice};
use crate::ui::widget::{Button, text};
use egui::Ui;

/// Lines of hours that are told.
const MOST: usize = 24;

/// Draws the totals.
pub(super) fn show(ui: &mut Ui, view: &View<'_>, page: &CollectionView<'_>, all: &Collection) {
    let (lang, theme) = (view.lang, view.theme);
    text::heading(ui, theme, CollectionMsg::Totals.head(lang));
    let sums = &all.sums;
    let words = lang.lines(|lang| {
        let whole = |count: f64| number::thousands(&format!("{count:.0}"), lang);
        let values = [
            ("products", whole(sums.products as f64)),
            ("pieces", whole(sums.pieces)),
            ("mass", data::tonnes(sums.kg, lang)),
        ];
        let values = values.each_ref().map(|(key, value)| (*key, value.as_str()));
        CollectionMsg::TotalsOf.with(lang, &values)
    });
    text::body(ui, theme, &words);
    if let Some(shown) = page.shown {
        text::small_ink(ui, theme, &charts::few(view, shown));
    }
    let way = all
        .ways
        .get(page.asked.way)
        .and_then(|way| sums.pathways.get(way.id.as_str()));
    let Some(way) = way else { return };
    if way.uncounted > 0 {
        let count = way.uncounted.to_string();
        let words = CollectionMsg::Uncounted.with(lang, &[("count", &count)]);
        text::small(ui, theme, &words);
    }
    text::small(ui, theme, CollectionMsg::Hours.head(lang));
    for total in data::totals(way, lang).into_iter().take(MOST) {
        let range = if total.range.is_empty() {
            String::new()
        } else {
            format!(" ({})", total.range)
        };
        let words = format!("{}{}{}{range}", total.name, lang.colon(), total.value);
        text::small_ink(ui, theme, &words);
    }
}

/// One change across all products.
pub(super) fn one_move(ui: &mut Ui, view: &View<'_>, out: &mut Out, page: &CollectionView<'_>) {
    let (lang, theme) = (view.lang, view.theme);
    text::heading(ui, theme, CollectionMsg::OneMove.head(lang));
    let name_of = |row: &str| {
        let known = view.library.moves.iter().find(|one| one.id == row);
        known.map_or_else(|| row.to_owned(), |one| one.name.get(lang).to_owned())
    };
    let current = match page.trying {
        Trying::None => None,
        Trying::Working(row, ..) | Trying::There(row, _) => Some(row.to_owned()),
    };
    let name = CollectionMsg::Choose.text(lang);
    let said = current.as_deref().map_or_else(|| name.to_owned(), name_of);
    let width = ui.available_width();
    let picked = above(ui, theme, name, |ui| {
        choice(
            ui,
            "collection move",
            name,
            (&said, current.as_ref()),
            width,
            || {
                let rows = view.library.moves.iter();
                rows.map(|row| (row.id.clone(), row.name.get(lang).to_owned()))
                    .collect()
            },
        )
    });
    if let Some(row) = picked {
        ask(out, Collecting::Try(row));
    }
    match page.trying {
        Trying::None => {}
        Trying::Working(_, done, all) => {
            text::small(ui, theme, &data::progress(done, Some(all), lang));
            let stop = Button::quiet(CollectionMsg::Cancel.text(lang)).icon(icon::CROSS);
            if stop.show(ui, theme).clicked() {
                ask(out, Collecting::Stop);
            }
        }
        Trying::There(_, across) => drop(text::body(ui, theme, &found(across, view))),
    }
    ui.add_space(metric::SPACE_M);
}

/// What a change does across all, in a sentence.
fn found(across: Across, view: &View<'_>) -> String {
    view.lang.lines(|lang| {
        if across.applies == 0 {
            return CollectionMsg::MoveNone.text(lang).to_owned();
        }
        let share = |kg: f64| number::share(kg / across.kg, lang);
        let whole = |count: u64| number::thousands(&count.to_string(), lang);
        let values = [
            (
                "gain",
                number::signed(across.gain(), |gain| number::share(gain, lang)),
            ),
            ("before", share(across.before_kg)),
            ("after", share(across.after_kg)),
            ("applies", whole(across.applies)),
            ("all", whole(across.products)),
            ("opens", whole(across.opens)),
        ];
        let values = values.each_ref().map(|(key, value)| (*key, value.as_str()));
        CollectionMsg::MoveSaid.with(lang, &values)
    })
}
