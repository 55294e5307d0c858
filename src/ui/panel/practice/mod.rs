//! Practice: who does already what a pathway asks for, where, and what came of it.

pub mod data;
pub mod draft;
pub mod filter;
mod form;
mod inspector;
mod list;
mod own;

pub use inspector::inspector;
pub use list::list;

use crate::data::{Outcome, Practice, Practices};
use crate::text::{PackMsg, PracticeMsg, names::Names, practice};
use crate::ui::shared::{self, practised};
use crate::ui::theme::metric;
use crate::ui::view::{Command, Out, Practicing, View};
use crate::ui::widget::choice::choice;
use crate::ui::widget::{Hint as _, SearchField, text, toggle};
use egui::{Id, Key, KeyboardShortcut, Modifiers, ScrollArea, Ui, vec2};
use filter::{Filter, YEARS};

/// From this width of the window on, inspector and list stand side by side.
const ROOMY: f32 = 1100.0;

/// Draws the page: title, search and switches, cards.
pub fn show(ui: &mut Ui, view: &View<'_>, out: &mut Out) {
    let practices = view.practices;
    let mut filter = Filter::of(ui);
    let before = filter.clone();
    ui.spacing_mut().item_spacing.y = metric::SPACE_S;
    let home = practised::here(view.project);
    let listing = data::listing(practices, view, &filter);
    text::title(ui, view.theme, PracticeMsg::Title.head(view.lang));
    let (shown, all) = (listing.found.len().to_string(), practices.cards.len().to_string());
    let count = view.lang.lines(|lang| {
        let names = Names {
            project: view.project,
            library: view.library,
            lang,
        };
        let home = names.place(home);
        PracticeMsg::Count.with(lang, &[("shown", &shown), ("all", &all), ("home", &home)])
    });
    text::small(ui, view.theme, &count);
    search(ui, view, out, &mut filter);
    switches(ui, view, practices, &mut filter);
    cards(ui, view, out, &listing.found);
    // Where the inspector has room of its own, it never stands empty beside the list.
    let open = view.selection.practice.card.as_deref();
    let is_there = listing.found.iter().any(|card| Some(card.id.as_str()) == open);
    if let (false, Some(first)) = (is_there, listing.found.first())
        && ui.ctx().content_rect().width() >= ROOMY
    {
        out.command(Command::Practice(Practicing {
            card: Some(first.id.clone()),
            topic: view.selection.practice.topic.clone(),
        }));
    }
    if filter != before {
        filter.keep(ui);
        ui.ctx().request_repaint();
    }
}

fn search(ui: &mut Ui, view: &View<'_>, out: &mut Out, filter: &mut Filter) {
    let id = Id::unique("practice search");
    let field = SearchField {
        id,
        name: PracticeMsg::Search.text(view.lang),
        clear: PracticeMsg::ClearSearch.text(view.lang),
    };
    field.show(ui, view.theme, &mut filter.text);
    own::menu(ui, view, out);
    let find = KeyboardShortcut::new(Modifiers::COMMAND, Key::F);
    if ui.input_mut(|input| input.consume_shortcut(&find)) {
        ui.memory_mut(|memory| memory.request_focus(id));
    }
}

/// One switch per outcome, none on means all; below, the country of the project.
fn switches(ui: &mut Ui, view: &View<'_>, practices: &Practices, filter: &mut Filter) {
    let lang = view.lang;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(metric::SPACE_XS, metric::SPACE_XS);
        for outcome in Outcome::ALL {
            let name = practice::outcome(outcome).head(lang);
            let hint = PracticeMsg::OutcomeFilter.with(lang, &[("outcome", name)]);
            let on = filter.outcomes.contains(&outcome);
            let response = toggle(ui, view.theme, None, name, on).hint(hint);
            if response.clicked() {
                shared::switch(&mut filter.outcomes, outcome);
            }
        }
    });
    years(ui, view, filter);
    let home = practised::here(view.project);
    let country = view.library.country_of(home).and_then(|id| practices.country(id));
    if let Some(country) = country {
        let words = lang.head(|lang| PracticeMsg::Nearby.with(lang, &[("country", country.get(lang))]));
        if toggle(ui, view.theme, None, &words, filter.nearby).clicked() {
            filter.nearby = !filter.nearby;
        }
    }
}

/// From which year on.
fn years(ui: &mut Ui, view: &View<'_>, filter: &mut Filter) {
    let lang = view.lang;
    let said = |year: Option<u32>| {
        let since = |year: u32| PackMsg::Since.with(lang, &[("year", &year.to_string())]);
        year.map_or_else(|| PackMsg::AnyYear.text(lang).to_owned(), since)
    };
    let name = PackMsg::Years.text(lang);
    let shown = said(filter.since);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = metric::SPACE_S;
        text::small(ui, view.theme, name);
        let current = Some(&filter.since);
        let picked = choice(ui, "practice years", name, (&shown, current), 150.0, || {
            let years = YEARS.into_iter().map(Some);
            std::iter::once(None)
                .chain(years)
                .map(|year| (year, said(year)))
                .collect()
        });
        if let Some(since) = picked {
            filter.since = since;
        }
    });
}

fn cards(ui: &mut Ui, view: &View<'_>, out: &mut Out, found: &[&Practice]) {
    if found.is_empty() {
        text::soft(ui, view.theme, PracticeMsg::NothingFound.text(view.lang));
        return;
    }
    let rows: Vec<(&Practice, String)> = found
        .iter()
        .map(|card| (*card, practice::where_and_when(card, view.lang)))
        .collect();
    ScrollArea::vertical()
        .id_salt("practice cards")
        .auto_shrink(false)
        .show(ui, |ui| {
            let named = (Id::unique("practice cards"), PracticeMsg::Cards);
            if let Some(card) = practised::card_rows(ui, view, named, &rows) {
                out.command(Command::Practice(Practicing {
                    card: Some(card.id.clone()),
                    topic: view.selection.practice.topic.clone(),
                }));
            }
        });
}
