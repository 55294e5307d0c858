//! The indicators beside MCI: per 100 wears, material circularity, spread of lives, own loop, EU readiness.

use super::data::{Body, Column};
use super::rows::{Rows, pathway};
use crate::assess::PathwayFigures;
use crate::explain::PathwayFigure;
use crate::text::checklist::{self, ChecklistMsg};
use crate::text::names::Names;
use crate::text::{CompareMsg, ExplainMsg, Lang, VariantMsg, number};
use crate::ui::icon;
use crate::ui::theme::metric;
use crate::ui::view::Out;
use crate::ui::widget::Quiet;
use crate::ui::widget::{Button, text};
use egui::{Id, Ui, vec2};

/// Final words of the indicators beside MCI.
#[derive(Debug, Clone, PartialEq)]
pub struct More {
    /// V and W per 100 wears, with production waste in brackets.
    pub per_100: [(String, String); 2],
    /// Material circularity.
    pub cti: String,
    /// Standard deviation of the lives, and uses of the material.
    pub spread: (String, String),
    /// Recycled content from other products' waste.
    pub own_loop: String,
}

impl More {
    /// The words of `figures`.
    pub fn of(figures: &PathwayFigures, lang: Lang) -> Self {
        let c = &figures.circularity;
        let per_100 = |kg: f64, with: f64| {
            let grams = |kg: f64| number::grams(kg / c.wears * 100.0, lang);
            (grams(kg), format!("({})", grams(with)))
        };
        let uses = c
            .material_uses
            .map_or_else(|| "∞".to_owned(), |uses| number::ratio(uses, lang));
        let own_loop = match c.from_others() {
            Some(share) => CompareMsg::LoopOthers.with(lang, &[("share", &number::share(share, lang))]),
            None => CompareMsg::LoopNone.text(lang).to_owned(),
        };
        Self {
            per_100: [
                per_100(c.mci.v, c.v_with_production),
                per_100(c.mci.w, c.w_with_production),
            ],
            cti: number::share(c.material_circularity, lang),
            spread: (
                format!("± {}", number::ratio(c.item_uses_sd, lang)),
                CompareMsg::MaterialUses.with(lang, &[("count", &uses)]),
            ),
            own_loop,
        }
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
        self.per_100(ui, out);
        self.cti(ui, out);
        self.spread(ui, out);
        self.own_loop(ui, out);
        self.readiness(ui);
    }

    /// One quiet figure that opens.
    fn quiet(&self, ui: &mut Ui, out: &mut Out, column: &Column, what: (ExplainMsg, &str, PathwayFigure)) {
        let (name, value, figure) = what;
        let id = ("more", column.key.as_str(), value, figure.indicator());
        let quiet = Quiet::new(name.text(self.view.lang), value, self.view.lang);
        if quiet.show(ui, self.view.theme, id).clicked() {
            self.open(out, column, pathway(column, figure));
        }
    }

    fn per_100(&self, ui: &mut Ui, out: &mut Out) {
        let words = [CompareMsg::Per100, CompareMsg::Per100Hint];
        self.ask(ui, "per 100", words, false, |ui, column, body: &Body| {
            ui.spacing_mut().item_spacing.y = 0.0;
            let [v, w] = &body.more.per_100;
            let rows = [
                (
                    v,
                    ExplainMsg::VPer100,
                    PathwayFigure::VPer100Wears,
                    PathwayFigure::VWithProduction,
                ),
                (
                    w,
                    ExplainMsg::WPer100,
                    PathwayFigure::WPer100Wears,
                    PathwayFigure::WWithProduction,
                ),
            ];
            for ((value, with), name, figure, with_production) in rows {
                ui.horizontal(|ui| {
                    ui.spacing_mut().item_spacing = vec2(metric::SPACE_S, 0.0);
                    self.quiet(ui, out, column, (name, value, figure));
                    self.quiet(ui, out, column, (name, with, with_production));
                });
            }
        });
    }

    fn cti(&self, ui: &mut Ui, out: &mut Out) {
        let words = [CompareMsg::Cti, CompareMsg::CtiHint];
        self.ask(ui, "cti", words, false, |ui, column, body| {
            let what = (
                ExplainMsg::MaterialCircularity,
                body.more.cti.as_str(),
                PathwayFigure::MaterialCircularity,
            );
            self.quiet(ui, out, column, what);
        });
    }

    fn spread(&self, ui: &mut Ui, out: &mut Out) {
        let words = [CompareMsg::Spread, CompareMsg::SpreadHint];
        self.ask(ui, "spread", words, false, |ui, column, body| {
            let (sd, uses) = &body.more.spread;
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing = vec2(metric::SPACE_S, 0.0);
                self.quiet(
                    ui,
                    out,
                    column,
                    (ExplainMsg::ItemUsesSd, sd, PathwayFigure::ItemUsesSd),
                );
                self.quiet(
                    ui,
                    out,
                    column,
                    (ExplainMsg::MaterialUses, uses, PathwayFigure::MaterialUses),
                );
            });
        });
    }

    fn own_loop(&self, ui: &mut Ui, out: &mut Out) {
        let words = [CompareMsg::Loop, CompareMsg::LoopHint];
        self.ask(ui, "own loop", words, false, |ui, column, body| {
            let what = (
                ExplainMsg::ClosedLoop,
                body.more.own_loop.as_str(),
                PathwayFigure::ClosedLoop,
            );
            self.quiet(ui, out, column, what);
        });
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
