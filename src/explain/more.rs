//! Explanations of the indicators that stand beside MCI.

use super::circularity::Way;
use super::{Explanation, PathwayFigure, ProductFigure};
use crate::text::ExplainMsg;

impl Way<'_> {
    /// Explanations of the indicators that stand beside MCI; none of other figures.
    pub(super) fn beside_mci(&self, figure: PathwayFigure) -> Option<Explanation> {
        Some(match figure {
            PathwayFigure::MaterialCircularity => self.material_circularity(),
            PathwayFigure::ItemUsesSd => self.item_uses_sd(),
            PathwayFigure::ClosedLoop => self.closed_loop(),
            PathwayFigure::FromOthers => self.of_others(),
            PathwayFigure::VWithProduction => self.virgin_with_production(),
            PathwayFigure::WWithProduction => self.waste_with_production(),
            _ => return None,
        })
    }

    fn material_circularity(&self) -> Explanation {
        let (say, figures) = (self.say, &self.figures.circularity);
        let into = figures.inflow.reused + figures.inflow.recycled() + figures.inflow.renewable;
        let out = figures.outflow.reused + figures.outflow.recycled + figures.outflow.biological;
        let value = PathwayFigure::MaterialCircularity.said(self.figures, say.lang);
        let (into, out) = (say.share(into), say.share(out));
        let bar = |symbol: &str, bar: PathwayFigure, circular: &str| super::Term {
            value: circular.to_owned(),
            ..self.opening(symbol, bar)
        };
        Explanation {
            substituted: format!("({into} + {out}) / 2 = {value}"),
            terms: vec![
                bar("in", PathwayFigure::Inflow, &into),
                bar("out", PathwayFigure::Outflow, &out),
            ],
            notes: vec![say.text(ExplainMsg::NoteCti)],
            ..Explanation::default()
        }
    }

    fn item_uses_sd(&self) -> Explanation {
        let (say, figures) = (self.say, &self.figures.circularity);
        let (mean, sd) = (figures.item_uses, figures.item_uses_sd);
        let square = sd * sd + mean * mean;
        Explanation {
            substituted: format!("√({} − {}²) = {}", say.fine(square), say.fine(mean), say.fine(sd)),
            terms: vec![self.opening("E", PathwayFigure::ItemUses)],
            notes: vec![say.text(ExplainMsg::SourceChain)],
            ..Explanation::default()
        }
    }

    /// What the own stream could give back, against the recycled content that is claimed.
    fn closed_loop(&self) -> Explanation {
        let (say, figures) = (self.say, self.figures);
        let own = PathwayFigure::ClosedLoop.said(figures, say.lang);
        let claimed = say.share(figures.circularity.inflow.recycled());
        let others = figures.circularity.share_from_others();
        let note = if others.is_nan() {
            say.text(ExplainMsg::NoteNoRecycled)
        } else {
            ExplainMsg::NoteOthers.with(say.lang, &[("share", &say.share(others))])
        };
        Explanation {
            substituted: format!("{own} / {claimed}"),
            terms: vec![
                say.term("", ExplainMsg::TermClosed, own),
                say.opening("F_R", ProductFigure::RecycledShare),
            ],
            notes: vec![note],
            ..Explanation::default()
        }
    }

    /// What of the claimed recycled content the own stream could not supply.
    fn of_others(&self) -> Explanation {
        let (say, figures) = (self.say, self.figures);
        let said = |figure: PathwayFigure| figure.said(figures, say.lang);
        let (claimed, own) = (
            figures.circularity.inflow.recycled(),
            said(PathwayFigure::ClosedLoop),
        );
        let claimed_text = say.share(claimed);
        let value = said(PathwayFigure::FromOthers);
        let none = (claimed <= 0.0).then(|| say.text(ExplainMsg::NoteNoRecycled));
        Explanation {
            substituted: format!("max(0, {claimed_text} − {own}) / {claimed_text} = {value}"),
            terms: vec![
                say.opening("F_R", ProductFigure::RecycledShare),
                self.opening("", PathwayFigure::ClosedLoop),
            ],
            notes: none.into_iter().collect(),
            ..Explanation::default()
        }
    }

    fn virgin_with_production(&self) -> Explanation {
        let (say, product) = (self.say, &self.say.assessment.product);
        let said = |figure: PathwayFigure| figure.said(self.figures, say.lang);
        let [gross, mass] = [ProductFigure::Gross, ProductFigure::Mass].map(|of| of.said(product, say.lang));
        let (v, value) = (said(PathwayFigure::V), said(PathwayFigure::VWithProduction));
        Explanation {
            substituted: format!("{v} × {gross} / {mass} = {value}"),
            terms: vec![
                self.opening("V", PathwayFigure::V),
                say.opening("gross", ProductFigure::Gross),
                say.opening("m", ProductFigure::Mass),
            ],
            ..Explanation::default()
        }
    }

    fn waste_with_production(&self) -> Explanation {
        let say = self.say;
        let said = |figure: PathwayFigure| figure.said(self.figures, say.lang);
        let waste = ProductFigure::CuttingWaste.said(&say.assessment.product, say.lang);
        let (w, value) = (said(PathwayFigure::W), said(PathwayFigure::WWithProduction));
        Explanation {
            substituted: format!("{w} + {waste} = {value}"),
            terms: vec![
                self.opening("W", PathwayFigure::W),
                say.opening("gross − m", ProductFigure::CuttingWaste),
            ],
            ..Explanation::default()
        }
    }
}
