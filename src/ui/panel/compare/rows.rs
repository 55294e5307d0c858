//! The rows of the comparison: one question each.

use super::data::{Body, Column, Compare, letters};
use super::grid::{Grid, Question};
use super::work::{Jobs, Side};
use crate::explain::{FigureId, PathwayFigure};
use crate::report::sheet::{self, Bar};
use crate::text::{CommonMsg, CompareMsg, Lang, count, number};
use crate::ui::shared::blocks::segments;
use crate::ui::shared::figure_acts;
use crate::ui::theme::{EndClass, Fill, Theme, metric};
use crate::ui::view::{Out, View};
use crate::ui::widget::Quiet;
use crate::ui::widget::{DivergingBar, Figure, Hint as _, RangeBar, StackedBar, text};
use egui::{Align, Layout, Response, Ui, vec2};

/// From this width of the questions on the words of a letter fit on a line.
const TERMS: f32 = 200.0;
/// Columns under this width say less.
pub(super) const NARROW: f32 = 160.0;

/// One row asked of every column.
pub(super) struct Rows<'a, 'v> {
    /// The view.
    pub(super) view: &'a View<'v>,
    /// The words and numbers.
    pub(super) data: &'a Compare,
    /// Where columns lie.
    pub(super) grid: Grid<'a>,
}

impl Rows<'_, '_> {
    pub(super) fn theme(&self) -> &Theme {
        self.view.theme
    }

    /// Asks `question` of every column that has an answer; the others show a dash.
    pub(super) fn ask(
        &self,
        ui: &mut Ui,
        id: &'static str,
        [question, hint]: [CompareMsg; 2],
        keep_hint: bool,
        mut cell: impl FnMut(&mut Ui, &Column, &Body),
    ) {
        let lang = self.view.lang;
        let question = Question {
            id,
            text: match question {
                CompareMsg::AtVolume if !self.grid.roomy => &self.data.volume,
                question => question.head(lang),
            },
            hint: match hint {
                CompareMsg::AtVolumeHint => &self.data.volume,
                hint => hint.text(lang),
            },
            keep_hint,
        };
        self.each(ui, question, &mut cell);
    }

    /// Asks what `figure` is by its name.
    pub(super) fn ask_of(
        &self,
        ui: &mut Ui,
        figure: PathwayFigure,
        mut cell: impl FnMut(&mut Ui, &Column, &Body),
    ) {
        let question = Question {
            id: figure.key(),
            text: &figure.head(self.view.lang),
            hint: "",
            keep_hint: false,
        };
        self.each(ui, question, &mut cell);
    }

    pub(super) fn each(
        &self,
        ui: &mut Ui,
        question: Question<'_>,
        cell: &mut dyn FnMut(&mut Ui, &Column, &Body),
    ) {
        self.grid.row(ui, self.theme(), question, |ui, at| {
            let Some(column) = self.data.columns.get(at) else {
                return;
            };
            match &column.body {
                Ok(body) => cell(ui, column, body),
                Err(_) => {
                    text::soft(ui, self.theme(), crate::text::number::NOTHING);
                }
            }
        });
    }

    /// The pathway's colour.
    pub(super) fn fill(&self, column: &Column) -> Fill {
        self.theme().pathway(column.index)
    }

    /// Opens `figure` of the column's variant.
    pub(super) fn open(&self, out: &mut Out, column: &Column, figure: FigureId) {
        out.open_of(self.view, column.variant, figure);
    }

    /// What own figures `figure` of the column's variant rests on.
    pub(super) fn own_hint(&self, column: &Column, figure: &FigureId) -> String {
        let view = self.view.of(column.variant);
        view.map(|view| view.own_hint(figure)).unwrap_or_default()
    }

    /// Whether the figure under `response` is to be opened; it is copied here where that is asked.
    pub(super) fn touched(
        &self,
        ui: &Ui,
        out: &mut Out,
        response: &Response,
        column: &Column,
        figure: &FigureId,
    ) -> bool {
        let of = self.view.of(column.variant).unwrap_or(*self.view);
        figure_acts::touched(ui, &of, out, response, figure)
    }

    /// Shows `figure`, marked where it rests on own figures; a click opens it.
    pub(super) fn opening(
        &self,
        ui: &mut Ui,
        out: &mut Out,
        figure: Figure<'_>,
        (column, opens): (&Column, FigureId),
    ) {
        let hint = self.own_hint(column, &opens);
        let response = figure.own(&hint).show(ui, self.theme());
        if self.touched(ui, out, &response, column, &opens) {
            self.open(out, column, opens);
        }
    }

    /// How circular? MCI and its quality-weighted value on one scale.
    pub(super) fn circular(&self, ui: &mut Ui, out: &mut Out) {
        let words = [CompareMsg::HowCircular, CompareMsg::HowCircularHint];
        let lang = self.view.lang;
        self.ask(ui, "circular", words, true, |ui, column, body| {
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing = vec2(metric::SPACE_S, 0.0);
                let (mci, quality) = (&body.mci, &body.quality);
                let figure = Figure::new(("mci", column.key.as_str()), &mci.name, &mci.value, lang);
                let opens = pathway(column, PathwayFigure::Mci);
                self.opening(ui, out, figure.medium(), (column, opens));
                let quiet = Quiet {
                    before: CompareMsg::QualityShort.text(lang),
                    ..Quiet::new(&quality.name, &quality.value, lang)
                };
                let id = ("quality", column.key.as_str());
                self.quiet(ui, out, quiet, id, (column, PathwayFigure::MciQuality));
            });
            self.mci_bar(ui, column, body);
            if let Some(relative) = &body.relative {
                small(ui, self.theme(), &relative.mci);
            } else if !body.mci.range.is_empty() {
                let quality = CompareMsg::QualityShort.text(lang);
                let (mci, weighted) = (&body.mci.range, body.quality.reach());
                self.range(ui, &format!("{mci}; {quality} {weighted}"));
            }
        });
    }

    fn mci_bar(&self, ui: &mut Ui, column: &Column, body: &Body) {
        let scale = &body.scale;
        let band = scale.band.unwrap_or((0.0, scale.value));
        RangeBar::new(
            &body.mci.name,
            &scale.spoken,
            scale.value,
            Some(band),
            self.fill(column),
        )
        .second(scale.second, self.theme().end(EndClass::Downcycled))
        .show(ui, self.theme());
    }

    /// A range beneath its figure, dimmed while newer draws are on their way; nothing where there is none.
    pub(super) fn range(&self, ui: &mut Ui, words: &str) {
        if words.is_empty() {
            return;
        }
        let stale = self.view.uncertain.is_some_and(|uncertain| uncertain.stale);
        ui.scope(|ui| {
            ui.set_opacity(if stale { self.theme().dim() } else { 1.0 });
            small(ui, self.theme(), words);
        });
    }

    /// What the indicator is made of: each letter beside its words, said once for all columns; close together where the
    /// words fit on a line.
    pub(super) fn letters(&self, ui: &mut Ui, out: &mut Out) {
        if self.grid.question < TERMS {
            for figure in letters() {
                self.ask_of(ui, figure, |ui, column, body| {
                    self.term(ui, out, column, body, figure);
                });
            }
            return;
        }
        self.grid.block(ui, self.theme(), "letters", |ui| {
            self.grid.cells(
                ui,
                |ui| self.letter_names(ui),
                |ui, at| {
                    ui.spacing_mut().item_spacing.y = 0.0;
                    let Some(column) = self.data.columns.get(at) else {
                        return;
                    };
                    let Ok(body) = &column.body else { return };
                    for figure in letters() {
                        self.term(ui, out, column, body, figure);
                    }
                },
            );
        });
    }

    /// The words of the letters, each on its line.
    fn letter_names(&self, ui: &mut Ui) {
        ui.spacing_mut().item_spacing.y = 0.0;
        for figure in letters() {
            let line = vec2(ui.available_width(), metric::TARGET);
            ui.allocate_ui_with_layout(line, Layout::left_to_right(Align::Center), |ui| {
                ui.set_min_height(metric::TARGET);
                text::small_ink(ui, self.theme(), &figure.head(self.view.lang));
            });
        }
    }

    fn term(&self, ui: &mut Ui, out: &mut Out, column: &Column, body: &Body, figure: PathwayFigure) {
        let term = body.terms.iter().find(|(other, _)| *other == figure);
        let Some((_, term)) = term else { return };
        let quiet = Quiet::new(figure.text(self.view.lang), &term.value, self.view.lang);
        let id = ("term", column.key.as_str(), figure.key());
        self.quiet(ui, out, quiet, id, (column, figure));
    }

    /// What goes in?
    pub(super) fn inflow(&self, ui: &mut Ui, out: &mut Out) {
        self.ask_of(ui, PathwayFigure::Inflow, |ui, column, body| {
            let name = PathwayFigure::Inflow.text(self.view.lang);
            if self.stacked(ui, ("inflow", name), column, &body.inflow, PathwayFigure::Inflow) {
                self.open(out, column, pathway(column, PathwayFigure::Inflow));
            }
        });
    }

    /// A bar of shares; answers whether it was clicked.
    pub(super) fn stacked(
        &self,
        ui: &mut Ui,
        (id, name): (&str, &str),
        column: &Column,
        bar: &Bar,
        opens: PathwayFigure,
    ) -> bool {
        let theme = self.theme();
        let segments = segments(&bar.pieces);
        let own = self.own_hint(column, &pathway(column, opens));
        let bar = StackedBar::new((id, column.key.as_str()), name, &segments)
            .strong(column.baseline)
            .own(&own);
        let answer = bar.show(ui, theme);
        answer.response.clicked()
    }

    /// What work? Gained and lost on one scale; the baseline shows its own hours.
    pub(super) fn work(&self, ui: &mut Ui, out: &mut Out) {
        let words = [CompareMsg::WhatWork, CompareMsg::WhatWorkHint];
        let (theme, lang) = (self.theme(), self.view.lang);
        let room = self.end_room(ui);
        let own = match lang {
            Lang::En if self.grid.column < 170.0 => CompareMsg::OwnShort,
            _ => CompareMsg::OwnHours,
        };
        self.ask(ui, "work", words, true, |ui, column, body| {
            if column.baseline {
                let name = PathwayFigure::Gross.text(lang);
                let hours = &body.work.own.value;
                // In Chinese the word stands first and holds the unit.
                let (shown, unit) = match lang {
                    Lang::En => (hours.clone(), own.text(lang)),
                    Lang::Zh | Lang::Both => {
                        let figure = hours.trim_end_matches(number::hour_unit(lang));
                        ([own.text(lang), figure].concat(), "")
                    }
                };
                let figure = Figure::new(("gross", column.key.as_str()), name, &shown, lang).unit(unit);
                self.opening(ui, out, figure, (column, pathway(column, PathwayFigure::Gross)));
                if let Some(relative) = &body.relative {
                    small(ui, theme, &relative.work);
                } else {
                    self.range(ui, &body.work.own.range);
                }
                return;
            }
            let work = &body.work;
            let (lost, gained) = (segments(&work.sides.lost), segments(&work.sides.gained));
            let own = self.own_hint(column, &pathway(column, PathwayFigure::Net));
            let (id, sides) = (("work", column.key.as_str()), &work.sides);
            let mut bar = DivergingBar::new(id, &sides.name, &lost, &gained, sides.scale)
                .ends(&work.lost.value, &work.gained.value)
                .room(room)
                .own(&own);
            if let Some((net, words)) = &sides.net {
                bar = bar.net(*net, words);
            }
            let response = bar.show(ui, theme);
            let net = pathway(column, PathwayFigure::Net);
            if self.touched(ui, out, &response, column, &net) {
                self.open(out, column, net);
            }
            if let Some(relative) = &body.relative {
                if self.grid.roomy {
                    small(ui, theme, &relative.work);
                }
            } else if !(work.lost.range.is_empty() && work.gained.range.is_empty()) {
                let side = |figure: &sheet::Figure, sign: &str| match figure.range.as_str() {
                    "" => figure.value.clone(),
                    range => format!("{sign}({range})"),
                };
                let (lost, gained) = (side(&work.lost, "−"), side(&work.gained, "+"));
                self.range(ui, &format!("{lost} | {gained}"));
            }
            if let Some((_, words)) = sides
                .net
                .as_ref()
                .filter(|_| self.grid.roomy && body.relative.is_none())
            {
                small(ui, theme, words);
            }
        });
    }

    /// Room for the longest text at an end of any bar of work.
    pub(super) fn end_room(&self, ui: &Ui) -> f32 {
        let bodies = self
            .data
            .columns
            .iter()
            .filter_map(|column| column.body.as_ref().ok());
        let texts = bodies.flat_map(|body| [&body.work.gained.value, &body.work.lost.value]);
        let font = self.theme().font(metric::TEXT_SMALL);
        let width = |text: &String| {
            crate::ui::widget::line(ui.painter(), text, font.clone(), self.theme().ink)
                .size()
                .x
        };
        texts.map(width).fold(0.0, f32::max) + metric::SPACE_S
    }

    /// At my volume?
    pub(super) fn volume(&self, ui: &mut Ui, out: &mut Out) {
        let words = [CompareMsg::AtVolume, CompareMsg::AtVolumeHint];
        let (theme, lang) = (self.theme(), self.view.lang);
        self.ask(ui, "volume", words, false, |ui, column, body| match &body.jobs {
            Jobs::Baseline => small(ui, theme, CommonMsg::Baseline.text(lang)),
            Jobs::Sides {
                gained: None,
                lost: None,
            } => small(ui, theme, CompareMsg::NoHours.text(lang)),
            Jobs::Sides {
                gained: Some(Side::LessThanOne) | None,
                lost: Some(Side::LessThanOne) | None,
            } => small(ui, theme, CompareMsg::LessThanOne.text(lang)),
            Jobs::Sides { gained, lost } => {
                ui.horizontal_wrapped(|ui| {
                    ui.spacing_mut().item_spacing = vec2(metric::SPACE_S, 0.0);
                    let sides = [
                        (gained, CommonMsg::GainedShort, PathwayFigure::FteGained),
                        (lost, CommonMsg::LostShort, PathwayFigure::FteLost),
                    ];
                    for (side, word, figure) in sides {
                        let Some(side) = side else { continue };
                        // With little room the unit stands once, behind both.
                        let terse = self.grid.column < NARROW && lost.is_some();
                        let value = match side {
                            Side::Figure { short, .. } if terse && word == CommonMsg::GainedShort => short,
                            Side::Figure { full, .. } => full,
                            Side::LessThanOne => CompareMsg::LessThanOne.text(lang),
                        };
                        let name = figure.text(lang);
                        let (before, value) = if self.grid.column < 220.0 {
                            ("", value)
                        } else {
                            (word.text(lang), count::unsigned(value))
                        };
                        let quiet = Quiet {
                            before,
                            ..Quiet::new(name, value, lang)
                        };
                        let id = ("jobs", column.key.as_str(), figure.key());
                        self.quiet(ui, out, quiet, id, (column, figure));
                    }
                });
            }
        });
    }

    /// Even at?
    pub(super) fn even(&self, ui: &mut Ui, out: &mut Out) {
        let words = [CompareMsg::EvenAt, CompareMsg::EvenHint];
        let (theme, lang) = (self.theme(), self.view.lang);
        self.ask(ui, "even", words, false, |ui, column, body| {
            let (value, meaning) = &body.even;
            let Some(value) = value else {
                return small(ui, theme, meaning);
            };
            ui.horizontal_top(|ui| {
                let name = PathwayFigure::BreakEven.text(lang);
                let figure = Figure::new(("even", column.key.as_str()), name, value, lang);
                self.opening(
                    ui,
                    out,
                    figure,
                    (column, pathway(column, PathwayFigure::BreakEven)),
                );
                ui.vertical(|ui| {
                    ui.add_space(5.0);
                    small(ui, theme, meaning);
                });
            });
        });
    }

    /// How sure?
    pub(super) fn sure(&self, ui: &mut Ui, out: &mut Out) {
        let words = [CompareMsg::HowSure, CompareMsg::HowSureHint];
        let (theme, lang) = (self.theme(), self.view.lang);
        self.ask(ui, "sure", words, false, |ui, column, body| {
            if let Some(verdict) = &body.verdict {
                self.range(ui, verdict);
            }
            let Some(sure) = &body.sure else {
                return small(ui, theme, CompareMsg::NoHours.text(lang));
            };
            let name = format!("{}: {}", CompareMsg::SureName.text(lang), sure.grades);
            let words = CompareMsg::Assumed.text(lang);
            let figure = Figure::new(("sure", column.key.as_str()), &name, &sure.assumed, lang).unit(words);
            // Without room for figure and words on one line the words stand beneath.
            let fits = figure.width(ui, theme) <= ui.available_width();
            let figure = if fits { figure } else { figure.unit("") };
            let response = figure.show(ui, theme).hint(&sure.grades);
            if !fits {
                small(ui, theme, words);
            }
            if let Some(factor) = sure.largest.as_ref().filter(|_| response.clicked()) {
                self.open(out, column, FigureId::Factor(factor.clone()));
            }
        });
    }
}

/// The figure of the column's pathway.
pub(super) fn pathway(column: &Column, figure: PathwayFigure) -> FigureId {
    FigureId::Pathway(column.id.clone(), figure)
}

/// Small secondary words, wrapped.
pub(super) fn small(ui: &mut Ui, theme: &Theme, words: &str) {
    text::Flow::new(words, theme.font(metric::TEXT_SMALL), theme.ink_soft).show(ui);
}
