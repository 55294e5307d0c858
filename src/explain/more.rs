//! Explanations of the indicators that stand beside MCI.

use super::circularity::Way;
use super::product::sum;
use super::{Explanation, FigureId, PathwayFigure};
use crate::text::ExplainMsg;

impl Way<'_> {
    pub(super) fn material_circularity(&self) -> Explanation {
        let (say, figures) = (self.say, &self.figures.circularity);
        let into = figures.inflow.reused + figures.inflow.recycled() + figures.inflow.renewable;
        let out = figures.outflow.reused + figures.outflow.recycled + figures.outflow.biological;
        let value = say.share(figures.material_circularity);
        Explanation {
            title: say.text(ExplainMsg::MaterialCircularity),
            formula: "(circular inflow + circular outflow) / (total inflow + total outflow)".to_owned(),
            substituted: format!("({} + {}) / 2 = {value}", say.share(into), say.share(out)),
            value,
            terms: vec![
                say.opening(
                    "in",
                    ExplainMsg::Inflow,
                    say.share(into),
                    self.id(PathwayFigure::Inflow),
                ),
                say.opening(
                    "out",
                    ExplainMsg::Outflow,
                    say.share(out),
                    self.id(PathwayFigure::Outflow),
                ),
            ],
            factors: say.factors(self.flow_slots()),
            notes: vec![say.text(ExplainMsg::NoteCti)],
            ..Explanation::default()
        }
    }

    pub(super) fn item_uses_sd(&self) -> Explanation {
        let (say, figures) = (self.say, &self.figures.circularity);
        let (mean, sd) = (figures.item_uses, figures.item_uses_sd);
        let square = sd * sd + mean * mean;
        Explanation {
            title: say.text(ExplainMsg::ItemUsesSd),
            value: say.ratio(sd),
            formula: "sd = √(S − E²),  S = N(2 r∘E − r²)".to_owned(),
            substituted: format!("√({} − {}²) = {}", say.fine(square), say.fine(mean), say.fine(sd)),
            terms: vec![say.opening(
                "E",
                ExplainMsg::ItemUses,
                say.ratio(mean),
                self.id(PathwayFigure::ItemUses),
            )],
            factors: say.factors(self.flow_slots()),
            notes: vec![say.text(ExplainMsg::SourceChain)],
            ..Explanation::default()
        }
    }

    /// What the own stream could give back, against the recycled content that is claimed.
    pub(super) fn closed_loop(&self) -> Explanation {
        let (say, figures) = (self.say, &self.figures.circularity);
        let (own, claimed) = (figures.closed_loop_share, figures.inflow.recycled());
        let others = figures.from_others();
        let text = say.share(others.unwrap_or(0.0));
        let note = match others {
            Some(_) => ExplainMsg::NoteOthers.with(say.lang, &[("share", &text)]),
            None => say.text(ExplainMsg::NoteNoRecycled),
        };
        Explanation {
            title: say.text(ExplainMsg::ClosedLoop),
            value: say.share(own),
            formula: "Σ C_R · E_C · closed share".to_owned(),
            substituted: format!("{} / {}", say.share(own), say.share(claimed)),
            terms: vec![
                say.term("", ExplainMsg::TermClosed, say.share(own)),
                say.opening(
                    "F_R",
                    ExplainMsg::RecycledShare,
                    say.share(claimed),
                    FigureId::RecycledShare,
                ),
            ],
            factors: say.factors(self.flow_slots()),
            notes: vec![note],
            ..Explanation::default()
        }
    }

    pub(super) fn with_production(&self, figure: PathwayFigure) -> Explanation {
        let (say, figures, product) = (self.say, &self.figures.circularity, &self.say.assessment.product);
        let waste = say.grams(product.cutting_waste_kg());
        let (title, formula, substituted, kg) = if figure == PathwayFigure::VWithProduction {
            let parts = [
                say.grams(figures.mci.v),
                say.grams(product.gross_kg),
                say.grams(product.mass_kg),
            ];
            let kg = figures.v_with_production;
            (
                ExplainMsg::VWithProduction,
                "V · gross / m",
                format!("{} × {} / {}", parts[0], parts[1], parts[2]),
                kg,
            )
        } else {
            let text = format!("{} + {waste}", say.grams(figures.mci.w));
            (
                ExplainMsg::WWithProduction,
                "W + (gross − m)",
                text,
                figures.w_with_production,
            )
        };
        let value = say.grams(kg);
        Explanation {
            title: say.text(title),
            formula: formula.to_owned(),
            substituted: format!("{substituted} = {value}"),
            value,
            terms: vec![
                say.opening(
                    "gross",
                    ExplainMsg::GrossMass,
                    say.grams(product.gross_kg),
                    FigureId::GrossMass,
                ),
                say.opening(
                    "gross − m",
                    ExplainMsg::CuttingWaste,
                    waste,
                    FigureId::CuttingWaste,
                ),
            ],
            ..Explanation::default()
        }
    }

    pub(super) fn designed(&self) -> Explanation {
        let say = self.say;
        let words = [
            ExplainMsg::TermReused,
            ExplainMsg::TermSameGrade,
            ExplainMsg::TermDowncycled,
            ExplainMsg::TermBiological,
            ExplainMsg::TermEnergy,
            ExplainMsg::TermLost,
        ];
        let (designed, actual) = (
            self.figures.designed.shares(),
            self.figures.circularity.outflow.shares(),
        );
        let rows = words.into_iter().zip(designed.into_iter().zip(actual));
        let shown = rows.filter(|(_, (designed, actual))| designed + actual > 0.0);
        let terms: Vec<_> = shown
            .map(|(word, (designed, actual))| {
                say.term(
                    "",
                    word,
                    format!("{} ({})", say.share(designed), say.share(actual)),
                )
            })
            .collect();
        Explanation {
            title: say.text(ExplainMsg::Designed),
            value: say.share(1.0),
            formula: "Σ m_p · best gate / Σ m_p".to_owned(),
            substituted: sum(terms.iter().map(|term| term.value.as_str()), &say.share(1.0)),
            terms,
            notes: vec![say.text(ExplainMsg::NoteDesigned)],
            ..Explanation::default()
        }
    }
}
