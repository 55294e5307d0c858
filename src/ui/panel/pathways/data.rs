//! The pathways page in final words and numbers: list, page, overview of the inspector.

use crate::assess::PathwayFigures;
use crate::explain::answer::IdleWords;
use crate::model::{MaxLives, Pathway, PathwayId, StageId};
use crate::report::picture::Layer;
use crate::text::names::Names;
use crate::text::{PathwaysMsg, PictureMsg, notices, number};
use crate::ui::diagram::model::{Diagram, diagram, shown_class};
use crate::ui::diagram::words::{class_word, standing};
use crate::ui::theme::{EndClass, pathway_letter};
use crate::ui::view::View;

/// Looks names up.
pub fn names<'a>(view: &View<'a>) -> Names<'a> {
    Names {
        project: view.project,
        library: view.library,
        lang: view.lang,
    }
}

/// The pathway that the page shows: the selected one, else the baseline.
pub fn shown<'a>(view: &View<'a>) -> Option<&'a Pathway> {
    let selected = view.selection.pathway.as_ref();
    selected
        .and_then(|id| view.project.pathway(id))
        .or_else(|| view.project.baseline_pathway())
}

/// Its figures.
pub fn figures<'a>(view: &View<'a>, pathway: &Pathway) -> Option<&'a PathwayFigures> {
    view.assessment.pathway(&pathway.id)
}

/// Its index in the project, which gives letter and colour.
pub fn index(view: &View<'_>, id: &PathwayId) -> usize {
    let at = view.project.pathways.iter().position(|pathway| &pathway.id == id);
    at.unwrap_or_default()
}

/// One row of the list.
#[derive(Debug, Clone, PartialEq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a mark of its own in the row"
)]
pub struct Row {
    /// The pathway.
    pub id: PathwayId,
    /// Its place, for letter and colour.
    pub index: usize,
    /// Its name.
    pub name: String,
    /// Letter, name, and whether it is the baseline, for screen readers.
    pub spoken: String,
    /// True for the baseline.
    pub is_baseline: bool,
    /// True where it is compared.
    pub is_compared: bool,
    /// Why the tick cannot be changed.
    pub tick_refused: Option<&'static str>,
    /// True where it gives no result.
    pub has_error: bool,
    /// True for the one shown.
    pub is_shown: bool,
    /// That its routes take or give nothing of this garment; none where they do.
    pub idle: Option<IdleWords>,
}

/// The rows of the list.
pub fn rows(view: &View<'_>) -> Vec<Row> {
    let names = names(view);
    let shown = shown(view).map(|pathway| &pathway.id);
    let pathways = view.project.pathways.iter().enumerate();
    pathways
        .map(|(index, pathway)| {
            let is_compared = view.project.compares(&pathway.id);
            let is_baseline = pathway.id == view.project.baseline;
            let refused = match (is_compared, view.project.compared.len()) {
                (true, ..=2) => Some(PathwaysMsg::LeastCompared),
                (false, 4..) => Some(PathwaysMsg::MostCompared),
                _ => None,
            };
            let (letter, name) = (
                pathway_letter(index).to_string(),
                names.head(|names| names.pathway(&pathway.id)),
            );
            let message = if is_baseline {
                PathwaysMsg::BaselineRow
            } else {
                PathwaysMsg::Row
            };
            Row {
                spoken: message.with(view.lang, &[("letter", &letter), ("name", &name)]),
                id: pathway.id.clone(),
                index,
                name,
                is_baseline,
                is_compared,
                tick_refused: refused.map(|refused| refused.text(view.lang)),
                has_error: figures(view, pathway).is_some_and(|figures| figures.error.is_some()),
                is_shown: shown == Some(&pathway.id),
                idle: figures(view, pathway).and_then(|figures| view.idle_words(figures)),
            }
        })
        .collect()
}

/// Mass that ends in one class.
#[derive(Debug, Clone, PartialEq)]
pub struct LegendItem {
    /// The class.
    pub class: EndClass,
    /// Its name.
    pub label: &'static str,
    /// Its share of the piece.
    pub value: String,
}

/// The work area.
#[derive(Debug, Clone, PartialEq)]
pub struct Page {
    /// The pathway.
    pub id: PathwayId,
    /// Its place, for letter and colour.
    pub index: usize,
    /// Its name.
    pub title: String,
    /// The cap on lives; none for no cap.
    pub lives: Option<u32>,
    /// Its diagram, where it has an answer.
    pub diagram: Option<Diagram>,
    /// Why it has none, and what to do.
    pub error: Option<String>,
    /// Its stages, to be picked where there is no diagram.
    pub stages: Vec<(StageId, String)>,
    /// Where the mass ends, by class.
    pub legend: Vec<LegendItem>,
    /// What the marks of the other layers stand for.
    pub signs: Vec<(Sign, String)>,
}

/// A mark of the layers of work and pieces.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sign {
    /// Hours at a stage.
    Own,
    /// Hours replaced elsewhere.
    Replaced,
    /// A garment where it is whole for the last time.
    Garment,
    /// A garment that comes back.
    Hollow,
}

/// The page of `pathway`.
pub fn page(view: &View<'_>, pathway: &Pathway) -> Page {
    let names = names(view);
    let figures = figures(view, pathway);
    let error = figures.and_then(|figures| figures.error.as_ref());
    let drawn = figures.filter(|figures| figures.error.is_none());
    let mass = view.assessment.product.mass_kg;
    Page {
        id: pathway.id.clone(),
        index: index(view, &pathway.id),
        title: names.head(|names| names.pathway(&pathway.id)),
        lives: match pathway.max_lives {
            MaxLives::Unlimited => None,
            MaxLives::Lives(lives) => Some(lives),
        },
        diagram: drawn.map(|figures| Diagram {
            layer: view.selection.layer,
            ..diagram(pathway, figures, mass, &names)
        }),
        error: error.map(|error| notices::flow_error(error, &names, Some(pathway))),
        stages: pathway
            .stages
            .iter()
            .map(|stage| (stage.id.clone(), standing(&names.stage_of(stage))))
            .collect(),
        legend: drawn.map_or_else(Vec::new, |figures| legend(view, figures, mass)),
        signs: drawn.map_or_else(Vec::new, |figures| signs(view, figures)),
    }
}

/// What the marks of the layer that is shown stand for.
fn signs(view: &View<'_>, figures: &PathwayFigures) -> Vec<(Sign, String)> {
    let lang = view.lang;
    let hours =
        |message: PictureMsg, hours: f64| message.with(lang, &[("hours", &number::hours(hours, lang))]);
    match view.selection.layer {
        Layer::Mass => Vec::new(),
        Layer::Work => {
            let replaced: f64 = figures.stages.iter().map(|stage| stage.replaced_hours).sum();
            vec![
                (Sign::Own, hours(PictureMsg::LegendOwn, figures.totals.gross)),
                (Sign::Replaced, hours(PictureMsg::LegendReplaced, replaced)),
            ]
        }
        Layer::Pieces => vec![
            (Sign::Garment, PictureMsg::LegendPieces.text(lang).to_owned()),
            (Sign::Hollow, PictureMsg::LegendBack.text(lang).to_owned()),
        ],
    }
}

/// How far the flow at index `at` of the figures of `pathway` moves with its own figures, and how sure they are; none where
/// nothing is shared out.
pub fn basis(view: &View<'_>, pathway: &PathwayId, at: usize) -> Option<String> {
    let flow = view.assessment.pathway(pathway)?.flows.get(at)?;
    let basis = view.assessment.flow_basis(pathway, flow);
    let grade = basis.inputs.iter().map(|input| input.figure.grade).max()?;
    Some(match basis.range {
        Some((low, high)) => {
            let (low, high) = (number::grams(low, view.lang), number::grams(high, view.lang));
            let values = [("low", low.as_str()), ("high", &high), ("grade", grade.letter())];
            PictureMsg::FlowRange.with(view.lang, &values)
        }
        None => PictureMsg::FlowGrade.with(view.lang, &[("grade", grade.letter())]),
    })
}

fn legend(view: &View<'_>, figures: &PathwayFigures, mass: f64) -> Vec<LegendItem> {
    let item = |class: EndClass| {
        let ends = figures.ends.iter().filter(|end| shown_class(end.class) == class);
        let kg: f64 = ends.map(|end| end.kg).sum();
        let share = if mass > 0.0 { kg / mass } else { 0.0 };
        (kg > 0.0).then(|| LegendItem {
            class,
            label: class_word(class).head(view.lang),
            value: number::share(share, view.lang),
        })
    };
    EndClass::ALL.into_iter().filter_map(item).collect()
}

/// Something that a pathway has to say.
#[derive(Debug, Clone, PartialEq)]
pub struct Remark {
    /// True for what should be mended.
    pub is_finding: bool,
    /// Its words.
    pub text: String,
}

/// The inspector while no stage is selected.
#[derive(Debug, Clone, PartialEq)]
pub struct Overview {
    /// All gates, by stage.
    pub gates: Vec<super::gates::GateTable>,
    /// Notices of this pathway and of the product.
    pub remarks: Vec<Remark>,
    /// The mass balance.
    pub balance: Option<String>,
}

/// The overview of `pathway`.
pub fn overview(view: &View<'_>, pathway: &Pathway) -> Overview {
    let names = names(view);
    let figures = figures(view, pathway);
    let own = figures.map_or(&[][..], |figures| &figures.notices);
    let remark = |notice: &crate::flow::notice::Notice, pathway: Option<&Pathway>| Remark {
        is_finding: notice.is_finding(),
        text: notices::notice(notice, &names, pathway),
    };
    let mut remarks: Vec<Remark> = own.iter().map(|notice| remark(notice, Some(pathway))).collect();
    remarks.extend(view.assessment.notices.iter().map(|notice| remark(notice, None)));
    remarks.sort_by_key(|remark| !remark.is_finding);
    let material = pathway.stages.iter().filter(|stage| !stage.kind.is_item());
    let tables = material.filter_map(|stage| super::gates::table(view, pathway, stage));
    Overview {
        gates: tables.collect(),
        remarks,
        balance: figures.filter(|figures| figures.error.is_none()).map(|figures| {
            let mass = number::grams(figures.imbalance_kg, view.lang);
            PathwaysMsg::Balance.with(view.lang, &[("mass", &mass)])
        }),
    }
}
