//! Which figures rest on the user's own figures in place of the library's.
//!
//! Invariant: a figure is marked if and only if its explanation lists an own figure.

use super::say::Say;
use super::{FigureId, MoneyId, PathwayFigure, ProductFigure};
use crate::assess::{Assessment, PathwayFigures};
use crate::data::Library;
use crate::model::{FactorId, Project};
use crate::text::Lang;
use std::collections::BTreeMap;

/// The own figures behind each figure that rests on some.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct OwnMarks {
    marks: BTreeMap<FigureId, Vec<FactorId>>,
}

impl OwnMarks {
    /// The own figures behind `figure`; none where it rests on the library alone.
    pub fn behind(&self, figure: &FigureId) -> &[FactorId] {
        self.marks.get(figure).map_or(&[], Vec::as_slice)
    }

    /// True where no figure rests on an own one.
    pub fn is_empty(&self) -> bool {
        self.marks.is_empty()
    }
}

/// The marks of all figures; reckons nothing where the project has no own figures.
pub fn own_marks(project: &Project, library: &Library, assessment: &Assessment) -> OwnMarks {
    if project.overrides.is_empty() {
        return OwnMarks::default();
    }
    let say = Say::of(project, library, assessment, Lang::En);
    let marked = all_figures(assessment).into_iter().filter_map(|figure| {
        let own = say.own_behind(&say.behind(&figure));
        (!own.is_empty()).then_some((figure, own))
    });
    let themselves = project
        .overrides
        .keys()
        .map(|id| (FigureId::Factor(id.clone().into()), vec![id.clone()]));
    OwnMarks {
        marks: marked.chain(themselves).collect(),
    }
}

/// Every figure of `assessment` that can be opened, factors apart.
pub fn all_figures(assessment: &Assessment) -> Vec<FigureId> {
    let product = ProductFigure::ALL.iter().copied().map(FigureId::Product);
    let fibres = assessment.product.fibres.iter();
    let fibres = fibres.map(|(fibre, _)| FigureId::FibreMass(fibre.clone()));
    let answered = assessment
        .pathways
        .iter()
        .filter(|pathway| pathway.error.is_none());
    product
        .chain(fibres)
        .chain(answered.flat_map(of_pathway))
        .collect()
}

/// What prices that were typed in come to, line by line, and their sums.
fn money(pathway: &PathwayFigures) -> Vec<FigureId> {
    let Some(beside) = &pathway.beside else {
        return Vec::new();
    };
    let payments = &beside.payments;
    let lines = payments.lines.iter().chain(&payments.aside);
    let lines = lines.map(|line| MoneyId::Price(line.kind.id.clone()));
    let sums = payments
        .sums()
        .into_iter()
        .map(|(currency, _)| MoneyId::Sum(currency));
    let converted = payments.converted.iter().map(|_| MoneyId::Converted);
    let all = lines.chain(sums).chain(converted);
    all.map(|money| FigureId::Money(pathway.id.clone(), money))
        .collect()
}

fn of_pathway(pathway: &PathwayFigures) -> Vec<FigureId> {
    let id = || pathway.id.clone();
    let whole = PathwayFigure::ALL
        .iter()
        .map(|figure| FigureId::Pathway(id(), *figure));
    let lines = pathway
        .work
        .iter()
        .chain(&pathway.own_work)
        .map(|line| FigureId::Work {
            pathway: id(),
            activity: line.activity.clone(),
            place: line.place.clone(),
        });
    let ends = pathway.ends.iter().map(|end| FigureId::End {
        pathway: id(),
        stage: end.stage.clone(),
    });
    let stages = pathway.stages.iter().map(|stage| FigureId::Stage {
        pathway: id(),
        stage: stage.stage.clone(),
    });
    let gates = pathway.gates.iter().map(|gate| FigureId::Gate {
        pathway: id(),
        stage: gate.stage.clone(),
        part: gate.part.clone(),
    });
    whole
        .chain(money(pathway))
        .chain(lines)
        .chain(ends)
        .chain(stages)
        .chain(gates)
        .collect()
}
