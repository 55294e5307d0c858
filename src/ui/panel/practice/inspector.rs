//! One card: what is done, what it means for a designer, its figures beside the factors they bear on, its sources.

use super::data::{self, Line};
use super::draft::Draft;
use super::form;
use crate::data::{Practice, PracticeFigure};
use crate::text::{PackMsg, PracticeMsg, practice};
use crate::ui::icon;
use crate::ui::theme::metric;
use crate::ui::view::{CardAct, Command, Out, View};
use crate::ui::widget::{Button, scroll_beside, text};
use egui::Ui;

/// Draws the chosen card.
pub fn inspector(ui: &mut Ui, view: &View<'_>, out: &mut Out) {
    if let Some(draft) = form::drafted(ui) {
        return form::show(ui, view, out, draft);
    }
    let id = view.selection.practice.card.as_deref();
    let Some(card) = id.and_then(|id| view.practices.card(id)) else {
        text::soft(ui, view.theme, PracticeMsg::ChooseCard.text(view.lang));
        return;
    };
    scroll_beside(ui, ("practice card", &card.id), |ui| show(ui, view, out, card));
}

fn show(ui: &mut Ui, view: &View<'_>, out: &mut Out, card: &Practice) {
    let (theme, lang) = (view.theme, view.lang);
    ui.spacing_mut().item_spacing.y = metric::SPACE_XS;
    text::name(ui, theme, &practice::both(&card.name, lang));
    text::small(ui, theme, &practice::where_and_when(card, lang));
    let topics: Vec<String> = card
        .topics
        .iter()
        .map(|id| practice::topic(id, view.library, lang))
        .collect();
    text::small(ui, theme, &topics.join(" · "));
    own(ui, view, out, card);
    ui.add_space(metric::SPACE_S);
    text::body(ui, theme, &practice::both(&card.what, lang));
    ui.add_space(metric::SPACE_S);
    text::heading(ui, theme, PracticeMsg::Lesson.head(lang));
    text::body(ui, theme, &practice::both(&card.lesson, lang));
    text::small(ui, theme, PracticeMsg::LessonJudged.head(lang));
    if let Some(social) = &card.social {
        ui.add_space(metric::SPACE_S);
        text::heading(ui, theme, PracticeMsg::People.head(lang));
        text::body(ui, theme, &practice::both(social, lang));
    }
    figures(ui, view, out, card, (PracticeMsg::Figures, &card.figures));
    figures(ui, view, out, card, (PracticeMsg::Jobs, &card.jobs));
    sources(ui, view, card);
}

/// What can be done with a card of the user's own.
fn own(ui: &mut Ui, view: &View<'_>, out: &mut Out, card: &Practice) {
    if !view.practices.own.contains(&card.id) {
        return;
    }
    let lang = view.lang;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = metric::SPACE_S;
        text::small_ink(ui, view.theme, PackMsg::OwnCard.head(lang));
        let edit = Button::bare(PackMsg::Edit.text(lang)).icon(icon::PENCIL);
        if edit.show(ui, view.theme).clicked() {
            form::begin(ui, Draft::of(card.clone()));
        }
        let remove = Button::bare(PackMsg::Remove.text(lang)).icon(icon::TRASH);
        if remove.show(ui, view.theme).clicked() {
            out.command(Command::Card(CardAct::Remove(card.id.clone())));
        }
    });
}

fn figures(
    ui: &mut Ui,
    view: &View<'_>,
    out: &mut Out,
    card: &Practice,
    (title, list): (PracticeMsg, &[PracticeFigure]),
) {
    if list.is_empty() {
        return;
    }
    ui.add_space(metric::SPACE_S);
    text::heading(ui, view.theme, title.head(view.lang));
    for (at, line) in data::lines(card, list, view).iter().enumerate() {
        ui.push_id((title.text(crate::text::Lang::En), at), |ui| {
            show_line(ui, view, out, line);
        });
    }
}

fn show_line(ui: &mut Ui, view: &View<'_>, out: &mut Out, line: &Line) {
    let theme = view.theme;
    text::small_ink(ui, theme, &line.what);
    text::body(ui, theme, &line.value);
    text::small(ui, theme, &line.about);
    for beside in &line.beside {
        text::small_ink(ui, theme, &beside.words);
        let take = Button::bare(PracticeMsg::TakeIt.text(view.lang)).tooltip(&beside.hint);
        if take.show(ui, theme).clicked() {
            out.edit(beside.take.clone());
        }
    }
    ui.add_space(metric::SPACE_XS);
}

fn sources(ui: &mut Ui, view: &View<'_>, card: &Practice) {
    ui.add_space(metric::SPACE_S);
    text::heading(ui, view.theme, PracticeMsg::Sources.head(view.lang));
    for source in &card.sources {
        text::small_ink(ui, view.theme, &practice::source_line(source));
        if let Some(address) = &source.address {
            text::small(ui, view.theme, address);
        }
        if let Some(file) = &source.evidence {
            let say = |lang| PackMsg::EvidenceShown.with(lang, &[("file", file)]);
            text::small(ui, view.theme, &view.lang.lines(say));
        }
    }
}
