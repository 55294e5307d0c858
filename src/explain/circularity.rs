//! Explanations of a pathway's circularity.

use super::product::sum;
use super::say::Say;
use super::{Explanation, FigureId, PathwayFigure, ProductFigure, Term};
use crate::assess::PathwayFigures;
use crate::flow::Plan;
use crate::text::ExplainMsg;

/// One pathway under explanation.
#[derive(Clone, Copy)]
pub struct Way<'a> {
    pub say: Say<'a>,
    pub index: usize,
    pub figures: &'a PathwayFigures,
}

impl Way<'_> {
    pub(super) fn id(&self, figure: PathwayFigure) -> FigureId {
        FigureId::Pathway(self.figures.id.clone(), figure)
    }

    pub(super) fn plan(&self) -> Option<&Plan> {
        self.say
            .assessment
            .engine
            .pathways
            .get(self.index)?
            .plan
            .as_ref()
            .ok()
    }

    /// A term that is a figure of its own and opens it.
    pub(super) fn opening(&self, symbol: &str, figure: PathwayFigure) -> Term {
        let lang = self.say.lang;
        let (meaning, value) = (figure.text(lang).to_owned(), figure.said(self.figures, lang));
        Term::named(symbol, meaning, value, Some(self.id(figure)))
    }

    /// Explanations of MCI and its letters; none of other figures.
    pub(super) fn indicator(&self, figure: PathwayFigure) -> Option<Explanation> {
        Some(match figure {
            PathwayFigure::Mci => self.mci(),
            PathwayFigure::MciQuality => self.mci_quality(),
            PathwayFigure::Lfi => self.lfi(),
            PathwayFigure::V => self.virgin(),
            PathwayFigure::W => self.waste(),
            PathwayFigure::X => self.utility(),
            _ => return None,
        })
    }

    fn mci(&self) -> Explanation {
        let (say, terms) = (self.say, self.figures.circularity.mci);
        Explanation {
            substituted: format!(
                "1 − 0.9 × {} / {} = {}",
                say.fine(terms.lfi),
                say.fine(terms.x),
                say.fine(terms.mci)
            ),
            terms: vec![
                self.opening("LFI", PathwayFigure::Lfi),
                self.opening("X", PathwayFigure::X),
                self.opening("V", PathwayFigure::V),
                self.opening("W", PathwayFigure::W),
            ],
            notes: vec![say.text(ExplainMsg::NoteMci), say.text(ExplainMsg::SourceMci)],
            ..Explanation::default()
        }
    }

    /// MCI with what is taken in for recycling counted by the quality of its output.
    fn mci_quality(&self) -> Explanation {
        let (say, terms) = (self.say, self.figures.circularity.quality);
        let [lfi, x, value] = [terms.lfi, terms.x, terms.mci].map(|number| say.fine(number));
        Explanation {
            substituted: format!("1 − 0.9 × {lfi} / {x} = {value}"),
            terms: vec![
                say.term("LFI (q)", ExplainMsg::TermLfiQuality, lfi),
                self.opening("X", PathwayFigure::X),
                self.opening("", PathwayFigure::Mci),
            ],
            notes: vec![say.text(ExplainMsg::NoteQuality)],
            ..Explanation::default()
        }
    }

    fn lfi(&self) -> Explanation {
        let (say, terms) = (self.say, self.figures.circularity.mci);
        let kg = |value: f64| say.fine(value);
        Explanation {
            substituted: format!(
                "({} + {}) / (2 × {} + ({} − {})/2) = {}",
                kg(terms.v),
                kg(terms.w),
                kg(terms.m),
                kg(terms.w_f),
                kg(terms.w_c),
                kg(terms.lfi)
            ),
            terms: vec![
                self.opening("V", PathwayFigure::V),
                self.opening("W", PathwayFigure::W),
                say.opening("M", ProductFigure::Mass),
                say.term("W_F", ExplainMsg::TermWf, say.grams(terms.w_f)),
                say.term("W_C", ExplainMsg::TermWc, say.grams(terms.w_c)),
            ],
            notes: vec![say.text(ExplainMsg::SourceMci)],
            ..Explanation::default()
        }
    }

    fn virgin(&self) -> Explanation {
        let (say, numbers) = (self.say, &self.say.assessment.numbers);
        let mut terms = Vec::new();
        for part in &say.assessment.engine.parts {
            let recycled = part.f_r_textile.of(numbers) + part.f_r_other.of(numbers);
            let kept = 1.0 - recycled - part.f_u.of(numbers) - part.f_s.of(numbers);
            let value = format!("{} × {}", say.grams(part.mass_kg.of(numbers)), say.share(kept));
            terms.push(Term::named("V_p", say.names.part(&part.id), value, None));
        }
        let total = say.grams(self.figures.circularity.mci.v);
        Explanation {
            substituted: sum(terms.iter().map(|term| term.value.as_str()), &total),
            terms,
            notes: vec![say.text(ExplainMsg::SourceMci)],
            ..Explanation::default()
        }
    }

    fn waste(&self) -> Explanation {
        let (say, terms) = (self.say, self.figures.circularity.mci);
        let total = say.grams(terms.w);
        Explanation {
            substituted: format!(
                "{} + ({} + {})/2 = {total}",
                say.grams(terms.w_0),
                say.grams(terms.w_f),
                say.grams(terms.w_c)
            ),
            terms: vec![
                say.term("W_0", ExplainMsg::TermW0, say.grams(terms.w_0)),
                say.term("W_F", ExplainMsg::TermWf, say.grams(terms.w_f)),
                say.term("W_C", ExplainMsg::TermWc, say.grams(terms.w_c)),
            ],
            notes: vec![say.text(ExplainMsg::SourceMci)],
            ..Explanation::default()
        }
    }

    fn utility(&self) -> Explanation {
        let (say, figures) = (self.say, &self.figures.circularity);
        let average = self
            .plan()
            .map_or(0.0, |plan| plan.average_wears.of(&say.assessment.numbers));
        let wears = PathwayFigure::Wears.said(self.figures, say.lang);
        let average = PathwayFigure::Wears.form().text(average, say.lang);
        Explanation {
            substituted: format!("{wears} / {average} = {}", say.ratio(figures.mci.x)),
            terms: vec![
                self.opening("Σ N · service", PathwayFigure::Wears),
                say.term("L_av", ExplainMsg::TermAverage, average),
            ],
            notes: vec![say.text(ExplainMsg::SourceMci)],
            ..Explanation::default()
        }
    }
}
