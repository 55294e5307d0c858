//! The glossary in front of the window: terms at the left, the chosen one at the right.

use super::question::Answer;
use crate::figure::PathwayFigure;
use crate::model::Name;
use crate::text::glossary::{Basis, Glossary, Section, Term};
use crate::text::{CommonMsg, FindMsg, Lang};
use crate::ui::icon;
use crate::ui::theme::{Theme, metric};
use crate::ui::widget::plate::{footer, plate};
use crate::ui::widget::{Button, PickList, PickRow, SearchField, text};
use egui::{Align, Context, Id, Layout, ScrollArea, Ui, vec2};
use std::sync::OnceLock;

const WIDTH: f32 = 860.0;
/// Part of the width for the list.
const LIST: f32 = 0.46;
/// What title, field and buttons take of the window's height.
const AROUND: f32 = 220.0;

/// The glossary as it is open.
#[derive(Debug)]
pub struct OpenGlossary {
    list: PickList,
    /// The terms, those at hand first.
    terms: Vec<&'static Term>,
    rows: Vec<PickRow>,
}

impl OpenGlossary {
    /// Opens the glossary; `here` are the terms that were pointed at, `page` those on the screen, most likely first.
    pub fn new(here: &[&'static Term], page: &[&'static Term], lang: Lang) -> Self {
        let mut terms: Vec<(&'static Term, &'static str)> = Vec::new();
        let at_hand = here.iter().map(|term| (*term, FindMsg::Here));
        let near = page.iter().map(|term| (*term, FindMsg::OnThisPage));
        for (term, place) in at_hand.chain(near) {
            if !terms.iter().any(|(other, _)| other.id == term.id) {
                terms.push((term, place.text(lang)));
            }
        }
        for term in Glossary::builtin().terms.iter().chain(figures()) {
            if !terms.iter().any(|(other, _)| other.id == term.id) {
                terms.push((term, term.section.text(lang)));
            }
        }
        let rows = terms.iter().map(|(term, place)| row(term, place, lang)).collect();
        Self {
            list: PickList::default(),
            terms: terms.into_iter().map(|(term, _)| term).collect(),
            rows,
        }
    }

    /// Draws it.
    pub fn show(&mut self, ctx: &Context, theme: &Theme, lang: Lang) -> Option<Answer> {
        plate(
            ctx,
            theme,
            "glossary",
            FindMsg::Glossary.text(lang),
            WIDTH,
            Answer::Cancel,
            |ui| {
                let key = ctx.format_shortcut(&super::command::GLOSSARY_KEY);
                text::soft(ui, theme, &FindMsg::GlossaryLead.with(lang, &[("key", &key)]));
                ui.add_space(metric::SPACE_S);
                let height = (ctx.content_rect().height() - AROUND).max(metric::ROW * 3.0);
                let room = ui.available_width();
                ui.horizontal_top(|ui| {
                    ui.spacing_mut().item_spacing.x = metric::SPACE_XL;
                    let size = vec2(room * LIST, height);
                    let column = Layout::top_down(Align::Min);
                    let picked = ui.allocate_ui_with_layout(size, column, |ui| {
                        ui.set_width(size.x);
                        self.pick(ui, theme, lang, height)
                    });
                    let term = picked.inner.and_then(|at| self.terms.get(at).copied());
                    let size = vec2(ui.available_width(), height);
                    ui.allocate_ui_with_layout(size, column, |ui| {
                        let area = ScrollArea::vertical().id_salt("term").auto_shrink(false);
                        area.show(ui, |ui| term.map(|term| explain(ui, theme, lang, term)));
                    });
                });
                footer(ui, |ui| {
                    let close = Button::primary(CommonMsg::Close.text(lang)).show(ui, theme);
                    close.clicked().then_some(Answer::Cancel)
                })
            },
        )
    }

    fn pick(&mut self, ui: &mut Ui, theme: &Theme, lang: Lang, height: f32) -> Option<usize> {
        let field = SearchField {
            id: Id::unique("glossary search"),
            name: FindMsg::SearchTerm.text(lang),
            clear: FindMsg::Clear.text(lang),
        };
        let height = height - metric::ROW - metric::SPACE_S;
        let nothing = FindMsg::NothingFound.text(lang);
        self.list
            .show(ui, theme, field, &self.rows, (height, nothing))
            .chosen
    }
}

/// The figures of a pathway as terms, from their rows: named as everywhere, with their formula; without those that the
/// glossary explains in words.
fn figures() -> &'static [Term] {
    static FIGURES: OnceLock<Vec<Term>> = OnceLock::new();
    FIGURES.get_or_init(|| {
        let term = |figure: &PathwayFigure| {
            let row = figure.row();
            let formula = |lang| FindMsg::FigureFormula.with(lang, &[("formula", row.formula)]);
            Term {
                id: row.key.to_owned(),
                section: Section::Method,
                name: Name::new(row.en, row.zh),
                meaning: Some(Name::new(formula(Lang::En), formula(Lang::Zh))),
                basis: Basis::Unverified,
                evidence: None,
                note: String::new(),
            }
        };
        let known = |term: &Term| {
            let mut terms = Glossary::builtin().terms.iter();
            terms.any(|other| other.name.get(Lang::Zh) == term.name.get(Lang::Zh))
        };
        let all = PathwayFigure::ALL.iter().map(term);
        all.filter(|term| !known(term)).collect()
    })
}

/// The other language, in which the same term stands beside.
fn row(term: &Term, place: &str, lang: Lang) -> PickRow {
    let meaning = term.meaning.as_ref();
    let words = meaning.map_or(String::new(), |both| format!("{} {}", both.en, both.zh));
    PickRow {
        icon: None,
        name: term.name.head(lang),
        beside: String::new(),
        end: place.to_owned(),
        found_by: format!("{} {words}", term.name.get(lang.other())),
        blocked: None,
    }
}

fn explain(ui: &mut Ui, theme: &Theme, lang: Lang, term: &Term) {
    for lang in [lang, lang.other()] {
        text::Flow::new(
            term.name.get(lang),
            theme.medium_font(metric::TEXT_NAME),
            theme.ink,
        )
        .selectable()
        .show(ui);
        if let Some(meaning) = &term.meaning {
            paragraph(ui, theme, meaning.get(lang));
        }
        ui.add_space(metric::SPACE_M);
    }
    if term.meaning.is_none() {
        paragraph(ui, theme, FindMsg::NoMeaning.text(lang));
        ui.add_space(metric::SPACE_M);
    }
    text::small(ui, theme, FindMsg::BasisTitle.text(lang));
    ui.horizontal_top(|ui| {
        if !term.is_verified() {
            text::icon(ui, theme, icon::WARNING, theme.notice);
        }
        paragraph(ui, theme, &term.basis.text(lang));
    });
}

fn paragraph(ui: &mut Ui, theme: &Theme, words: &str) {
    text::Flow::new(words, theme.font(metric::TEXT_BODY), theme.ink)
        .selectable()
        .show(ui);
}
