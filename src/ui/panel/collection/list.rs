//! The list at the left: the list that is open, the pathways, and which lines are shown.

use super::{ask, data};
use crate::collection::shown::{Asked, Wanted};
use crate::collection::{Collection, ListedWay};
use crate::text::CollectionMsg;
use crate::ui::collecting::{Collecting, CollectionView, Listing};
use crate::ui::icon;
use crate::ui::theme::metric;
use crate::ui::view::{Out, View};
use crate::ui::widget::choice::{above, choice};
use crate::ui::widget::rows::{Places, Rows, Said};
use crate::ui::widget::{Button, put_left, text, toggle};
use egui::{Galley, Id, Rangef, ScrollArea, Ui, pos2};
use std::sync::Arc;

/// Lines of the name of a pathway.
const LINES: usize = 4;

/// Draws the list.
pub fn list(ui: &mut Ui, view: &View<'_>, out: &mut Out) {
    let Some(page) = &view.collection else { return };
    ui.spacing_mut().item_spacing.y = metric::SPACE_S;
    let lang = view.lang;
    ScrollArea::vertical().id_salt("collection list").show(ui, |ui| {
        // Until there is a list, the page itself has the button.
        let is_there = matches!(page.listing, Listing::There(_));
        let open = Button::quiet(CollectionMsg::OpenList.text(lang)).icon(icon::OPEN);
        if is_there && open.show(ui, view.theme).clicked() {
            ask(out, Collecting::Open);
        }
        let ranges = CollectionMsg::WithRanges.text(lang);
        if toggle(ui, view.theme, None, ranges, page.ranges).clicked() {
            ask(out, Collecting::Ranges(!page.ranges));
        }
        if let Listing::There(all) = page.listing {
            ways(ui, view, out, page, all);
            shown(ui, view, out, page, all);
            let export = Button::quiet(CollectionMsg::ExportTable.text(lang)).icon(icon::EXPORT);
            if export.show(ui, view.theme).clicked() {
                ask(out, Collecting::Export);
            }
        }
    });
}

/// The pathways, of which one is shown.
fn ways(ui: &mut Ui, view: &View<'_>, out: &mut Out, page: &CollectionView<'_>, all: &Collection) {
    let lang = view.lang;
    text::small(ui, view.theme, CollectionMsg::Ways.head(lang));
    let room = ui.available_width() - 2.0 * metric::SPACE_S;
    let font = view.theme.font(metric::TEXT_BODY - 1.0);
    let lay = |way: &ListedWay| {
        let name = way.name.get(lang);
        text::lines(
            ui.painter(),
            view.theme,
            name,
            font.clone(),
            view.theme.ink,
            (room, LINES),
        )
    };
    let names: Vec<Arc<Galley>> = all.ways.iter().map(lay).collect();
    let mut top = 0.0;
    let places = names.iter().map(|name| {
        let height = (name.size().y + metric::SPACE_S).max(metric::ROW);
        top += height;
        Rangef::new(top - height, top)
    });
    let places: Vec<Rangef> = places.collect();
    let rows = Rows {
        chosen: Some(page.asked.way),
        ..Rows::new(
            Id::unique("collection ways"),
            CollectionMsg::Ways.text(lang),
            Places::Each(&places),
        )
    };
    let id = |at: usize| Id::unique(("collection way", all.ways.get(at).map(|way| way.id.as_str())));
    let asked = rows.show(ui, view.theme, id, |ui, row| {
        let name = all.ways.get(row.at).map_or("", |way| way.name.get(lang));
        let left = pos2(row.rect.left() + metric::SPACE_S, row.rect.center().y);
        if let Some(words) = names.get(row.at) {
            put_left(ui.painter(), left, Arc::clone(words), view.theme.ink);
        }
        Said {
            name: name.to_owned(),
            ..Said::default()
        }
    });
    if let Some(way) = asked.choose {
        let asked = Asked {
            way,
            ..page.asked.clone()
        };
        ask(out, Collecting::Ask(Box::new(asked)));
    }
}

/// Which lines are shown, and how.
fn shown(ui: &mut Ui, view: &View<'_>, out: &mut Out, page: &CollectionView<'_>, all: &Collection) {
    let lang = view.lang;
    let mut asked = page.asked.clone();
    let name = CollectionMsg::Kinds.text(lang);
    let none = CollectionMsg::AllKinds.text(lang).to_owned();
    let said = asked
        .kind
        .as_ref()
        .map_or_else(|| none.clone(), |id| data::kind(id, lang));
    let width = ui.available_width();
    let picked = above(ui, view.theme, name, |ui| {
        choice(
            ui,
            "collection kinds",
            name,
            (&said, Some(&asked.kind)),
            width,
            || {
                let kinds = data::kinds(all, lang).into_iter();
                let kinds = kinds.map(|(id, name)| (Some(id), name));
                std::iter::once((None, none.clone())).chain(kinds).collect()
            },
        )
    });
    if let Some(kind) = picked {
        asked.kind = kind;
    }
    text::small(ui, view.theme, CollectionMsg::Lines.head(lang));
    for wanted in Wanted::ALL {
        let words = wanted_words(wanted).text(lang);
        if toggle(ui, view.theme, None, words, asked.wanted == wanted).clicked() {
            asked.wanted = wanted;
        }
    }
    if asked != *page.asked {
        ask(out, Collecting::Ask(Box::new(asked)));
    }
    text::small(ui, view.theme, CollectionMsg::View.head(lang));
    for (charts, words) in [(false, CollectionMsg::AsTable), (true, CollectionMsg::AsCharts)] {
        let is_on = page.charts == charts;
        if toggle(ui, view.theme, None, words.text(lang), is_on).clicked() && !is_on {
            ask(out, Collecting::Charts(charts));
        }
    }
}

const fn wanted_words(wanted: Wanted) -> CollectionMsg {
    match wanted {
        Wanted::All => CollectionMsg::AllLines,
        Wanted::Doubtful => CollectionMsg::DoubtfulLines,
        Wanted::Bad => CollectionMsg::BadLines,
    }
}
