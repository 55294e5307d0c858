//! What every explanation needs at hand: names, numbers as text, and the factors behind slots.

use super::{Explanation, FactorUse, FigureId, Term};
use crate::assess::Assessment;
use crate::data::{Factor, Grade, Sourced};
use crate::flow::assemble::effective;
use crate::flow::{Input, InputOrigin, Slot};
use crate::model::{FactorId, Override, Project, StageId};
use crate::text::names::Names;
use crate::text::{ExplainMsg, Lang, number, units};

/// The context of one explanation.
#[derive(Clone, Copy)]
pub struct Say<'a> {
    pub project: &'a Project,
    pub assessment: &'a Assessment,
    pub names: Names<'a>,
    pub lang: Lang,
}

impl Say<'_> {
    pub fn text(&self, message: ExplainMsg) -> String {
        message.text(self.lang).to_owned()
    }

    pub fn grams(&self, kg: f64) -> String {
        number::grams(kg, self.lang)
    }

    pub fn hours(&self, hours: f64) -> String {
        number::hours(hours, self.lang)
    }

    pub fn share(&self, share: f64) -> String {
        number::share(share, self.lang)
    }

    pub fn ratio(&self, value: f64) -> String {
        number::ratio(value, self.lang)
    }

    /// A small number to four decimals, for what stands inside formulas.
    pub fn fine(&self, value: f64) -> String {
        number::fixed(value, 4, self.lang)
    }

    /// A term without a figure of its own.
    pub fn term(&self, symbol: &str, meaning: ExplainMsg, value: String) -> Term {
        Term {
            symbol: symbol.to_owned(),
            meaning: self.text(meaning),
            value,
            opens: None,
        }
    }

    /// A term that opens another figure.
    pub fn opening(&self, symbol: &str, meaning: ExplainMsg, value: String, opens: FigureId) -> Term {
        Term {
            opens: Some(opens),
            ..self.term(symbol, meaning, value)
        }
    }

    /// The factors behind `slots`, each once, the most doubtful first.
    pub fn factors(&self, slots: impl IntoIterator<Item = Slot>) -> Vec<FactorUse> {
        let all = &self.assessment.engine.slots;
        let places = all.inputs_behind_all(slots);
        let inputs = places.into_iter().filter_map(|at| all.inputs().get(at));
        let mut factors: Vec<FactorUse> = inputs.map(|input| self.factor(input)).collect();
        factors.sort_by_key(|factor| std::cmp::Reverse(factor.grade));
        factors
    }

    /// A figure of the project itself that stands among the inputs as `id`.
    pub fn own_factor(&self, id: &FactorId) -> Option<FactorUse> {
        let mut inputs = self.assessment.engine.slots.inputs().iter();
        inputs
            .find(|input| &input.key == id)
            .map(|input| self.factor(input))
    }

    fn factor(&self, input: &Input) -> FactorUse {
        let own = input.origin == InputOrigin::Override;
        FactorUse {
            id: input.key.clone(),
            name: self.input_name(input),
            own,
            note: match input.origin {
                InputOrigin::Project if input.figure.sources.is_empty() => {
                    let of_product = input.key.as_str().starts_with("product.");
                    self.text(if of_product {
                        ExplainMsg::ChoiceOfProduct
                    } else {
                        ExplainMsg::ChoiceOfPathway
                    })
                }
                _ => input.figure.note.clone(),
            },
            ..self.figure(&input.figure)
        }
    }

    /// A factor of the library, with the user's own figure in front where there is one and the library's after it.
    pub fn library_factor(&self, factor: &Factor, own: Option<&Override>) -> Explanation {
        let name = factor.name.get(self.lang).to_owned();
        let named = |shown: FactorUse, own: bool| FactorUse {
            id: factor.id.clone(),
            name: if own {
                self.text(ExplainMsg::OwnFigure)
            } else {
                name.clone()
            },
            own,
            ..shown
        };
        let (figure, _) = effective(factor, own);
        let shown = self.figure(&figure);
        let mut factors = vec![named(self.figure(&factor.figure), false)];
        if own.is_some() {
            factors.insert(0, named(shown.clone(), true));
        }
        Explanation {
            title: name,
            value: shown.value,
            range: shown.range,
            factors,
            ..Explanation::default()
        }
    }

    /// A figure of the library or the user with its range, grade and sources.
    pub fn figure(&self, figure: &Sourced<f64>) -> FactorUse {
        let (value, range) =
            units::figure(figure.value, figure.low.zip(figure.high), &figure.unit, self.lang);
        let mut sources: Vec<String> = figure
            .sources
            .iter()
            .map(|source| self.names.source(source))
            .collect();
        if sources.is_empty() {
            let own = figure.mark == crate::data::Mark::Own;
            sources.push(self.text(if own {
                ExplainMsg::OwnFigure
            } else {
                ExplainMsg::NoSource
            }));
        }
        FactorUse {
            id: crate::model::FactorId::default(),
            name: String::new(),
            value,
            range,
            grade: figure.grade,
            assumption: figure.grade == Grade::D,
            own: false,
            sources,
            note: figure.note.clone(),
        }
    }

    /// The name of an input; shares of a pathway are named by their stages.
    fn input_name(&self, input: &Input) -> String {
        let mut words = input.key.as_str().splitn(3, '.');
        if let (InputOrigin::Project, Some(pathway), Some(from), Some(to)) =
            (input.origin, words.next(), words.next(), words.next())
            && let Some(pathway) = self.project.pathway(&pathway.into())
            && pathway.stage(&to.into()).is_some()
        {
            let stage = |id: &str| self.names.stage(pathway, &StageId::from(id));
            return format!("{} → {}", stage(from), stage(to));
        }
        input.name.get(self.lang).to_owned()
    }
}
