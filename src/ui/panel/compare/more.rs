//! The indicators beside MCI: per 100 wears, material circularity, spread of lives, own loop, EU readiness.

use super::data::{Body, Column};
use super::money::Money;
use super::rows::{Rows, pathway, small};
use super::seen::Seen;
use crate::assess::PathwayFigures;
use crate::explain::FigureId;
use crate::figure::{PathwayFigure, Question, Shown};
use crate::text::checklist::{self, ChecklistMsg};
use crate::text::names::Names;
use crate::text::{BesideMsg, CompareMsg, Lang, VariantMsg, number};
use crate::ui::icon;
use crate::ui::theme::metric;
use crate::ui::view::Out;
use crate::ui::widget::Quiet;
use crate::ui::widget::{Button, text};
use crate::uncertainty::overlap;
use egui::{Id, Ui, vec2};

/// The questions in their order; figures that ask one of their own come after them.
const QUESTIONS: [(Question, &str, [CompareMsg; 2]); 4] = [
    (
        Question::PerHundredWears,
        "per 100",
        [CompareMsg::Per100, CompareMsg::Per100Hint],
    ),
    (Question::Material, "cti", [CompareMsg::Cti, CompareMsg::CtiHint]),
    (
        Question::Spread,
        "spread",
        [CompareMsg::Spread, CompareMsg::SpreadHint],
    ),
    (
        Question::OwnLoop,
        "own loop",
        [CompareMsg::Loop, CompareMsg::LoopHint],
    ),
];

/// The figures that answer `question`, in the order of their rows.
fn answering(question: Question) -> impl Iterator<Item = PathwayFigure> {
    let all = PathwayFigure::ALL.iter().copied();
    all.filter(move |figure| figure.row().shown == Shown::More(question))
}

/// Final words of the indicators beside MCI.
#[derive(Debug, Clone, PartialEq)]
pub struct More {
    /// Each figure as it reads in its row.
    pub said: Vec<(PathwayFigure, String)>,
    /// What stands beside the answers.
    pub beside: Vec<Beside>,
    /// Money, from prices that were typed in.
    pub money: Money,
}

/// One figure beside the answers.
#[derive(Debug, Clone, PartialEq)]
pub struct Beside {
    /// Which.
    pub figure: PathwayFigure,
    /// Its value, or that there is no data.
    pub value: String,
    /// Its range, what it covers, and that it is not ranked, a line each.
    pub words: Vec<String>,
}

impl More {
    /// The words of `figures`.
    pub(super) fn of(seen: &Seen<'_>, base: Option<&Seen<'_>>, ranges: bool) -> Self {
        let (figures, lang) = (seen.figures, seen.view.lang);
        let all = PathwayFigure::ALL.iter().copied();
        let more = all.filter(|figure| matches!(figure.row().shown, Shown::More(_)) && !figure.is_beside());
        let beside = PathwayFigure::BESIDE.into_iter();
        Self {
            said: more
                .map(|figure| (figure, in_row(figure, figures, lang)))
                .collect(),
            beside: beside
                .map(|figure| beside_said(seen, base, figure, ranges))
                .collect(),
            money: Money::of(seen),
        }
    }

    /// How `figure` reads in its row.
    fn said(&self, figure: PathwayFigure) -> &str {
        let found = self.said.iter().find(|(other, _)| *other == figure);
        found.map_or(number::NOTHING, |(_, text)| text)
    }
}

/// A figure beside the answers as it is told: with its range where ranges are shown, the hours that a wage covers, and
/// that carbon is not ranked where its range and that of the baseline column overlap.
fn beside_said(seen: &Seen<'_>, base: Option<&Seen<'_>>, figure: PathwayFigure, ranges: bool) -> Beside {
    let (figures, lang) = (seen.figures, seen.view.lang);
    let band = |seen: &Seen<'_>| seen.view.band(&seen.figures.id, figure);
    let mut words = Vec::new();
    if let Some(band) = band(seen).filter(|band| ranges && band.p5 < band.p95) {
        words.push(band.said(figure, lang));
    }
    let paid = figures.beside.as_ref().and_then(|beside| match figure {
        PathwayFigure::WageGained => Some(&beside.wages.gained),
        PathwayFigure::WageLost => Some(&beside.wages.lost),
        _ => None,
    });
    match (paid, base) {
        (Some(_), _) if figures.baseline => {}
        (Some(paid), _) => {
            let covered = number::share(paid.covered, lang);
            let message = if paid.yuan.is_some() {
                BesideMsg::Covered
            } else {
                BesideMsg::NoSum
            };
            words.push(message.with(lang, &[("covered", &covered)]));
        }
        (None, Some(base)) => {
            let bands = band(seen).zip(band(base));
            if bands.is_some_and(|(own, base)| overlap(Some(own), Some(base))) {
                words.push(BesideMsg::NotRanked.text(lang).to_owned());
            }
        }
        (None, None) => {}
    }
    let value = match figure.said(figures, lang) {
        none if none == number::NOTHING => BesideMsg::NoData.text(lang).to_owned(),
        value => value,
    };
    Beside { figure, value, words }
}

/// A figure as it reads in its row: beside the one that it belongs to in brackets, or with the words that it needs.
fn in_row(figure: PathwayFigure, figures: &PathwayFigures, lang: Lang) -> String {
    let value = figure.said(figures, lang);
    match figure {
        PathwayFigure::VWithProductionPer100Wears | PathwayFigure::WWithProductionPer100Wears => {
            format!("({value})")
        }
        PathwayFigure::ItemUsesSd => format!("± {value}"),
        PathwayFigure::MaterialUses => CompareMsg::MaterialUses.with(lang, &[("count", &value)]),
        PathwayFigure::FromOthers if value == number::NOTHING => CompareMsg::LoopNone.text(lang).to_owned(),
        PathwayFigure::FromOthers => CompareMsg::LoopOthers.with(lang, &[("share", &value)]),
        _ => value,
    }
}

impl Rows<'_, '_> {
    /// The fold, and beneath it the indicators where it is open.
    pub(super) fn more(&self, ui: &mut Ui, out: &mut Out) {
        let key = Id::unique("compare more indicators");
        let open = ui.data(|memory| memory.get_temp::<bool>(key)).unwrap_or(false);
        let lang = self.view.lang;
        self.grid.block(ui, self.view.theme, "more", |ui| {
            let (label, sign) = if open {
                (CompareMsg::FewerIndicators, icon::CARET_UP)
            } else {
                (CompareMsg::More, icon::CARET_DOWN)
            };
            if Button::bare(label.text(lang))
                .icon(sign)
                .show(ui, self.view.theme)
                .clicked()
            {
                ui.data_mut(|memory| memory.insert_temp(key, !open));
            }
        });
        if !open {
            return;
        }
        if !self.view.project.compares_variants() {
            self.differs(ui);
        }
        for (question, id, words) in QUESTIONS {
            self.ask(ui, id, words, false, |ui, column, body| {
                let figures: Vec<PathwayFigure> = answering(question).collect();
                self.answers(ui, out, column, body, &figures);
            });
        }
        self.beside(ui, out);
        self.money(ui, out);
        for figure in answering(Question::Own) {
            self.ask_of(ui, figure, |ui, column, body| {
                self.answers(ui, out, column, body, &[figure]);
            });
        }
        self.readiness(ui);
        self.years(ui);
    }

    /// Carbon and wages, each under its name with what it covers.
    fn beside(&self, ui: &mut Ui, out: &mut Out) {
        let words = [CompareMsg::Beside, CompareMsg::BesideHint];
        self.ask(ui, "beside", words, true, |ui, column, body| {
            ui.spacing_mut().item_spacing.y = 0.0;
            for told in &body.more.beside {
                let name = told.figure.head(self.view.lang);
                small(ui, self.view.theme, &name);
                let quiet = Quiet::new(&name, &told.value, self.view.lang);
                let id = ("beside", column.key.as_str(), told.figure.key());
                self.quiet(ui, out, quiet, id, (column, told.figure));
                told.words
                    .iter()
                    .for_each(|line| small(ui, self.view.theme, line));
            }
        });
    }

    /// Shows a quiet figure, marked where it rests on own figures; a click opens it.
    pub(super) fn quiet(
        &self,
        ui: &mut Ui,
        out: &mut Out,
        quiet: Quiet<'_>,
        id: impl std::hash::Hash + std::fmt::Debug,
        (column, figure): (&Column, PathwayFigure),
    ) {
        self.quiet_of(ui, out, quiet, id, (column, pathway(column, figure)));
    }

    /// The same of any figure.
    pub(super) fn quiet_of(
        &self,
        ui: &mut Ui,
        out: &mut Out,
        quiet: Quiet<'_>,
        id: impl std::hash::Hash + std::fmt::Debug,
        (column, opens): (&Column, FigureId),
    ) {
        let own = self.own_hint(column, &opens);
        let quiet = Quiet { own: &own, ..quiet };
        let response = quiet.show(ui, self.theme(), id);
        if self.touched(ui, out, &response, column, &opens) {
            self.open(out, column, opens);
        }
    }

    /// Quiet figures that open, two in a line.
    fn answers(&self, ui: &mut Ui, out: &mut Out, column: &Column, body: &Body, figures: &[PathwayFigure]) {
        ui.spacing_mut().item_spacing.y = 0.0;
        for line in figures.chunks(2) {
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing = vec2(metric::SPACE_S, 0.0);
                for figure in line {
                    let (name, value) = (figure.text(self.view.lang), body.more.said(*figure));
                    let quiet = Quiet::new(name, value, self.view.lang);
                    let id = ("more", column.key.as_str(), figure.key());
                    self.quiet(ui, out, quiet, id, (column, *figure));
                }
            });
        }
    }

    /// EU readiness belongs to the product: one list for all columns, never a number.
    fn readiness(&self, ui: &mut Ui) {
        let view = self.view;
        let names = Names {
            project: view.project,
            library: view.library,
            lang: view.lang,
        };
        self.grid.block(ui, view.theme, "readiness", |ui| {
            let title = ChecklistMsg::Title.text(view.lang);
            if view.project.has_variants() {
                let variant = names.variant(view.project.product.variant);
                let values = [("pathway", title), ("variant", variant.as_str())];
                text::body(ui, view.theme, &VariantMsg::OnPathway.with(view.lang, &values));
            } else {
                text::body(ui, view.theme, title);
            }
            for check in &view.assessment.product.checklist {
                text::small(ui, view.theme, &checklist::sentence(check, &names));
            }
        });
    }
}
