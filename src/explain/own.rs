//! Which figures rest on the user's own figures in place of the library's.
//!
//! Invariant: a figure is marked if and only if its explanation lists an own figure.

use super::{FigureId, PathwayFigure, explain};
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

/// Figures of a pathway as a whole that stand on pages of their own.
const SHOWN: [PathwayFigure; 14] = [
    PathwayFigure::Mci,
    PathwayFigure::V,
    PathwayFigure::W,
    PathwayFigure::X,
    PathwayFigure::Inflow,
    PathwayFigure::Outflow,
    PathwayFigure::ItemUses,
    PathwayFigure::Wears,
    PathwayFigure::Gross,
    PathwayFigure::Gained,
    PathwayFigure::Lost,
    PathwayFigure::Net,
    PathwayFigure::BreakEven,
    PathwayFigure::GarmentsAvoided,
];

/// The marks of all figures on the pages; explains nothing where the project has no own figures.
pub fn own_marks(project: &Project, library: &Library, assessment: &Assessment) -> OwnMarks {
    if project.overrides.is_empty() {
        return OwnMarks::default();
    }
    let product = [FigureId::GrossMass, FigureId::CuttingWaste, FigureId::FibreInput];
    let pathways = assessment
        .pathways
        .iter()
        .filter(|pathway| pathway.error.is_none());
    let all = product.into_iter().chain(pathways.flat_map(of_pathway));
    let marked = all.filter_map(|figure| {
        let explanation = explain(project, library, assessment, &figure, Lang::En)?;
        let own: Vec<FactorId> = explanation
            .factors
            .into_iter()
            .filter(|factor| factor.own)
            .map(|factor| factor.id)
            .collect();
        (!own.is_empty()).then_some((figure, own))
    });
    let themselves = project
        .overrides
        .keys()
        .map(|id| (FigureId::Factor(id.clone()), vec![id.clone()]));
    let mut marks: BTreeMap<FigureId, Vec<FactorId>> = marked.chain(themselves).collect();
    for pathway in &assessment.pathways {
        let [gained, lost, net] = [PathwayFigure::Gained, PathwayFigure::Lost, PathwayFigure::Net]
            .map(|figure| FigureId::Pathway(pathway.id.clone(), figure));
        let behind = both(marks.get(&gained), marks.get(&lost));
        if !behind.is_empty() {
            marks.insert(net, behind);
        }
    }
    OwnMarks { marks }
}

/// The factors of either, each once: the net has no factors of its own, it rests on those of its two sides.
fn both(gained: Option<&Vec<FactorId>>, lost: Option<&Vec<FactorId>>) -> Vec<FactorId> {
    let mut all: Vec<FactorId> = gained.into_iter().chain(lost).flatten().cloned().collect();
    all.sort_unstable();
    all.dedup();
    all
}

fn of_pathway(pathway: &PathwayFigures) -> Vec<FigureId> {
    let id = || pathway.id.clone();
    let whole = SHOWN.into_iter().map(|figure| FigureId::Pathway(id(), figure));
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
    whole.chain(lines).chain(ends).collect()
}
