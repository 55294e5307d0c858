//! What every explanation needs at hand: names, numbers as text, and the factors behind slots.

use super::circularity::Way;
use super::{Explanation, FactorUse, FigureId, ProductFigure, Term};
use crate::assess::Assessment;
use crate::data::{Factor, Grade, Library, Sourced};
use crate::flow::InputKey;
use crate::flow::assemble::effective;
use crate::flow::{Input, InputOrigin};
use crate::model::{FactorId, Override, PathwayId, Project, StageId};
use crate::presets;
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

impl<'a> Say<'a> {
    /// What is said of `assessment` in `lang`.
    pub fn of(project: &'a Project, library: &'a Library, assessment: &'a Assessment, lang: Lang) -> Self {
        let names = Names {
            project,
            library,
            lang,
        };
        Self {
            project,
            assessment,
            names,
            lang,
        }
    }

    /// The pathway with `id` under explanation.
    pub fn way(self, id: &PathwayId) -> Option<Way<'a>> {
        let index = self
            .assessment
            .pathways
            .iter()
            .position(|pathway| &pathway.id == id)?;
        let figures = self.assessment.pathways.get(index)?;
        Some(Way {
            say: self,
            index,
            figures,
        })
    }
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

    /// A term that is a figure of the product and opens it.
    pub fn opening(&self, symbol: &str, figure: ProductFigure) -> Term {
        let value = figure.said(&self.assessment.product, self.lang);
        let meaning = figure.text(self.lang).to_owned();
        Term::named(symbol, meaning, value, Some(FigureId::Product(figure)))
    }

    /// A figure of the project itself that stands among the inputs as `id`.
    pub fn own_factor(&self, key: &InputKey) -> Option<FactorUse> {
        let mut inputs = self.assessment.engine.slots.inputs().iter();
        inputs
            .find(|input| &input.key == key)
            .map(|input| self.factor(input))
    }

    pub(super) fn factor(&self, input: &Input) -> FactorUse {
        let own = input.origin == InputOrigin::Override;
        let figure = self.figure(&input.figure);
        let sources = if self.is_of_sample(input) {
            vec![self.text(ExplainMsg::OfSample)]
        } else {
            figure.sources.clone()
        };
        FactorUse {
            id: input.key.clone(),
            name: self.input_name(input),
            own,
            note: match input.origin {
                InputOrigin::Project if input.figure.sources.is_empty() => {
                    self.text(if input.key.is_of_product() {
                        ExplainMsg::ChoiceOfProduct
                    } else {
                        ExplainMsg::ChoiceOfPathway
                    })
                }
                _ => input.figure.note.clone(),
            },
            sources,
            ..figure
        }
    }

    /// True for a figure without a source of its own that came with the sample and stands as it came.
    fn is_of_sample(&self, input: &Input) -> bool {
        let is_own = input.figure.mark == crate::data::Mark::Own && input.figure.sources.is_empty();
        let Some(sample) = presets::of(self.project).filter(|_| is_own) else {
            return false;
        };
        match input.origin {
            InputOrigin::Override => {
                let of = |project: &Project| {
                    let id = input.key.factor()?;
                    project.overrides.get(id).cloned()
                };
                let own = of(self.project);
                own.is_some() && of(sample) == own
            }
            InputOrigin::Project => of_sample(sample, self.project, &input.key),
            InputOrigin::Library => false,
        }
    }

    /// A limit of a route that the user has set.
    pub(super) fn own_limit(&self, id: &FactorId) -> Option<FactorUse> {
        let factor = self.names.library.factor(id.as_str())?;
        let (figure, _) = effective(factor, self.project.overrides.get(id));
        Some(FactorUse {
            id: id.clone().into(),
            name: factor.name.get(self.lang).to_owned(),
            own: true,
            ..self.figure(&figure)
        })
    }

    /// A factor of the library, with the user's own figure in front where there is one and the library's after it.
    pub fn library_factor(&self, factor: &Factor, own: Option<&Override>) -> Explanation {
        let name = factor.name.get(self.lang).to_owned();
        let named = |shown: FactorUse, own: bool| FactorUse {
            id: factor.id.clone().into(),
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
            id: FactorId::default().into(),
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
        if let InputKey::Share { pathway, from, to } = &input.key
            && let Some(pathway) = self.project.pathway(pathway)
        {
            let stage = |id: &StageId| self.names.stage(pathway, id);
            return format!("{} → {}", stage(from), stage(to));
        }
        input.name.get(self.lang).to_owned()
    }
}

/// True where `project` states the figure `key` (`pathway.stage.what`, or of the product) as `sample` does.
fn of_sample(sample: &Project, project: &Project, key: &InputKey) -> bool {
    let (pathway, stage) = match key {
        InputKey::Factor(_) => return false,
        InputKey::Wears => return sample.product.wears == project.product.wears,
        InputKey::SewingMinutes => return sample.product.sewing == project.product.sewing,
        InputKey::CuttingLoss(id) => {
            let part = |project: &Project| project.product.parts.iter().find(|part| &part.id == id).cloned();
            return part(sample).is_some() && part(sample) == part(project);
        }
        InputKey::OwnWears(pathway) => {
            let own = |project: &Project| project.pathway(pathway).map(|way| way.own_wears);
            return own(sample).is_some() && own(sample) == own(project);
        }
        InputKey::Share { pathway, from, .. } => (pathway, from),
        InputKey::Own { pathway, stage } | InputKey::Closed { pathway, stage } => (pathway, stage),
    };
    let find = |project: &Project| project.pathway(pathway)?.stage(stage).cloned();
    let (there, here) = (find(sample), find(project));
    there.is_some() && there == here
}
