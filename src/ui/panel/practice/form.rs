//! The form in which a card is written, in place of the card that is open.
//!
//! Invariant: nothing is kept before it is asked for; what is typed stays until then.

use super::draft::{Draft, FIGURE, SOURCES, WORDS};
use crate::data::Outcome;
use crate::model::{Name, PlaceId};
use crate::text::{Lang, PackMsg, PracticeMsg, practice};
use crate::ui::icon;
use crate::ui::theme::metric;
use crate::ui::view::{CardAct, Command, Out, View};
use crate::ui::widget::choice::choice;
use crate::ui::widget::searched::searched;
use crate::ui::widget::{Button, Notice, Typing, notice_line, scroll_beside, text, toggle};
use egui::{Align, Id, Layout, Ui, vec2};

/// From this width on both languages of a field stand beside each other.
const BESIDE: f32 = 420.0;

fn key() -> Id {
    Id::unique("practice draft")
}

/// The card that is being written, if one is.
pub(super) fn drafted(ui: &Ui) -> Option<Draft> {
    ui.data(|data| data.get_temp(key()))
}

/// Begins to write `draft`.
pub(super) fn begin(ui: &Ui, draft: Draft) {
    ui.data_mut(|data| data.insert_temp(key(), draft));
    ui.ctx().request_repaint();
}

fn forget(ui: &Ui) {
    ui.data_mut(|data| data.remove::<Draft>(key()));
}

/// Draws the form.
pub(super) fn show(ui: &mut Ui, view: &View<'_>, out: &mut Out, mut draft: Draft) {
    let before = draft.clone();
    let is_left = ui
        .push_id("practice form", |ui| {
            let mut is_left = false;
            scroll_beside(ui, "practice form", |ui| {
                is_left = fields(ui, view, out, &mut draft);
            });
            is_left
        })
        .inner;
    if is_left {
        forget(ui);
    } else if draft != before {
        begin(ui, draft);
    }
}

/// All fields; true where the form is left.
fn fields(ui: &mut Ui, view: &View<'_>, out: &mut Out, draft: &mut Draft) -> bool {
    let (theme, lang) = (view.theme, view.lang);
    ui.spacing_mut().item_spacing.y = metric::SPACE_S;
    text::heading(ui, theme, PackMsg::FormTitle.head(lang));
    text::small(
        ui,
        theme,
        &lang.lines(|lang| PackMsg::FormHint.text(lang).to_owned()),
    );
    for (at, ((field, _), typed)) in WORDS.iter().zip(&mut draft.words).enumerate() {
        let hint = (*field == PackMsg::Name).then_some(PackMsg::NameHint);
        in_both(ui, view, ("practice word", at), (field.text(lang), hint), typed);
        if *field == PackMsg::Place {
            let years = (PackMsg::YearsField, PackMsg::YearsHint.text(lang));
            typing(ui, view, ("practice years", 0), years, &mut draft.years);
        }
    }
    place(ui, view, draft);
    outcomes(ui, view, draft);
    topics(ui, view, draft);
    figures(ui, view, draft);
    text::heading(ui, theme, PackMsg::Source.head(lang));
    for (at, ((field, _), typed)) in SOURCES.iter().zip(&mut draft.source).enumerate() {
        typing(ui, view, ("practice source", at), (*field, ""), typed);
    }
    let read = draft.read(view.library, lang);
    if let Err(sentence) = &read {
        notice_line(ui, theme, Notice::Info, sentence, lang);
    }
    let mut is_left = false;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(metric::SPACE_S, metric::SPACE_S);
        let blocked = read.as_ref().err().map(String::as_str);
        let keep = Button::primary(PackMsg::Keep.text(lang)).disabled(blocked);
        let kept = keep.show(ui, theme).clicked();
        let cancel = Button::quiet(PackMsg::Cancel.text(lang));
        is_left = cancel.show(ui, theme).clicked();
        if let (true, Ok(card)) = (kept, read) {
            out.command(Command::Card(CardAct::Keep(Box::new(card))));
            is_left = true;
        }
    });
    ui.add_space(metric::SPACE_L);
    is_left
}

fn typing(
    ui: &mut Ui,
    view: &View<'_>,
    (key, at): (&str, usize),
    (field, hint): (PackMsg, &str),
    typed: &mut String,
) {
    let field = Typing {
        id: Id::unique((key.to_owned(), at)),
        label: field.text(view.lang),
        hint,
        suffix: "",
        width: ui.available_width(),
    };
    field.show(ui, view.theme, typed);
}

/// Both languages of a field: beside each other where there is room, else one beneath the other.
fn in_both(
    ui: &mut Ui,
    view: &View<'_>,
    (key, at): (&str, usize),
    (field, hint): (&str, Option<PackMsg>),
    typed: &mut Name,
) {
    let (theme, lang) = (view.theme, view.lang);
    text::small(ui, theme, field);
    // As close to its fields as the label of a single one.
    ui.add_space(2.0 - ui.spacing().item_spacing.y);
    let room = ui.available_width();
    let beside = room >= BESIDE;
    let width = if beside {
        (room - metric::SPACE_XS) / 2.0
    } else {
        room
    };
    let mut fields = |ui: &mut Ui| {
        for (written, words) in [(Lang::Zh, &mut typed.zh), (Lang::En, &mut typed.en)] {
            let language = written.endonym();
            let typing = Typing {
                id: Id::unique((key.to_owned(), at, language)),
                label: "",
                hint: hint.map_or(language, |hint| hint.text(written)),
                suffix: "",
                width,
            };
            let values = [("field", field), ("language", language)];
            typing.show_as(ui, theme, &PackMsg::InLanguage.with(lang, &values), words);
        }
    };
    let way = if beside {
        Layout::left_to_right(Align::Min)
    } else {
        Layout::top_down(Align::Min)
    };
    ui.with_layout(way, |ui| {
        ui.spacing_mut().item_spacing = vec2(metric::SPACE_XS, metric::SPACE_XS);
        fields(ui);
    });
}

/// The place in the library.
fn place(ui: &mut Ui, view: &View<'_>, draft: &mut Draft) {
    let lang = view.lang;
    let name = |id: &PlaceId| {
        let place = view.library.place(id);
        place.map_or_else(|| id.to_string(), |place| place.name.head(lang))
    };
    let label = PackMsg::At.text(lang);
    text::small(ui, view.theme, label);
    let nowhere = || PackMsg::Nowhere.text(lang).to_owned();
    let shown = draft.at.as_ref().map_or_else(nowhere, name);
    let current = Some(&draft.at);
    let picked = searched(ui, "practice at", label, (&shown, current), (240.0, lang), || {
        let places = view.library.places.iter();
        let known = places.map(|place| (Some(place.id.clone()), place.name.clone()));
        let none = [Lang::En, Lang::Zh].map(|lang| PackMsg::Nowhere.text(lang));
        let [en, zh] = none;
        std::iter::once((None, Name::new(en, zh))).chain(known).collect()
    });
    if let Some(at) = picked {
        draft.at = at;
    }
}

fn outcomes(ui: &mut Ui, view: &View<'_>, draft: &mut Draft) {
    text::small(ui, view.theme, PackMsg::Outcome.text(view.lang));
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(metric::SPACE_XS, metric::SPACE_XS);
        for outcome in Outcome::ALL {
            let name = practice::outcome(outcome).head(view.lang);
            if toggle(ui, view.theme, None, name, draft.outcome == outcome).clicked() {
                draft.outcome = outcome;
            }
        }
    });
}

/// What the card shows: each with a key to take it away, and a list to add from.
fn topics(ui: &mut Ui, view: &View<'_>, draft: &mut Draft) {
    let lang = view.lang;
    text::small(ui, view.theme, PackMsg::Topics.text(lang));
    let mut gone = None;
    for (at, id) in draft.topics.iter().enumerate() {
        let name = practice::topic(id, view.library, lang);
        ui.horizontal(|ui| {
            let hint = PackMsg::TakeAway.with(lang, &[("name", &name)]);
            if Button::icon_only(icon::CROSS, &hint)
                .show(ui, view.theme)
                .clicked()
            {
                gone = Some(at);
            }
            text::body(ui, view.theme, &name);
        });
    }
    if let Some(at) = gone {
        draft.topics.remove(at);
    }
    let add = PackMsg::AddTopic.text(lang);
    let picked = choice(ui, "practice topic", add, (add, None), 240.0, || {
        let routes = view.library.routes.iter().map(|route| route.id.as_str());
        let kinds = view.library.stage_kinds.iter().map(|kind| kind.id.as_str());
        let free = routes
            .chain(kinds)
            .filter(|id| !draft.topics.iter().any(|known| known == id));
        free.map(|id| (id.to_owned(), practice::topic(id, view.library, lang)))
            .collect()
    });
    draft.topics.extend(picked);
}

fn figures(ui: &mut Ui, view: &View<'_>, draft: &mut Draft) {
    let (theme, lang) = (view.theme, view.lang);
    text::heading(ui, theme, PracticeMsg::Figures.head(lang));
    for (row, figure) in draft.figures.iter_mut().enumerate() {
        ui.push_id(row, |ui| {
            let numbered = |field: PackMsg| format!("{}{}{}", row + 1, lang.comma(), field.text(lang));
            let counts = (numbered(PackMsg::FigureWhat), numbered(PackMsg::Unit));
            in_both(
                ui,
                view,
                ("practice counts", row),
                (&counts.0, None),
                &mut figure.what,
            );
            let unit = (counts.1.as_str(), Some(PackMsg::UnitHint));
            in_both(ui, view, ("practice unit", row), unit, &mut figure.unit);
        });
        let room = ui.available_width();
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = metric::SPACE_XS;
            for (at, (field, typed)) in FIGURE.iter().zip(&mut figure.cells).enumerate() {
                let typing = Typing {
                    id: Id::unique(("practice figure", row, at)),
                    label: field.text(lang),
                    hint: "",
                    suffix: "",
                    width: (room - 3.0 * metric::SPACE_XS) / 4.0,
                };
                let spoken = format!("{}{}{}", row + 1, lang.comma(), field.text(lang));
                typing.show_as(ui, theme, &spoken, typed);
            }
        });
        text::rule(ui, theme);
    }
    ui.horizontal_wrapped(|ui| {
        let add = Button::bare(PackMsg::AddFigure.text(lang)).icon(icon::PLUS);
        if add.show(ui, theme).clicked() {
            draft.add_figure();
        }
        let remove = Button::bare(PackMsg::RemoveFigure.text(lang)).icon(icon::TRASH);
        if !draft.figures.is_empty() && remove.show(ui, theme).clicked() {
            draft.figures.pop();
        }
    });
}
