//! An assessment as JSON, with the keys of the command line's contract.

use super::drawn::{BandJson, by_key};
use super::results::{
    ActivityJson, BalanceJson, CircularityJson, EndJson, SureJson, WorkJson, circularity, work_of,
};
use crate::assess::{Assessment, GateFigure, PathwayFigures, WorkFigure};
use crate::data::{Grade, Library};
use crate::figure::ProductFigure;
use crate::indicator::eu_readiness::Check;
use crate::model::{Name, PathwayId, PlaceId, Project};
use crate::text::names::Names;
use crate::text::{Lang, gates, notices};
use crate::uncertainty::{Bands, Paired};
use serde::Serialize;
use std::collections::BTreeMap;

/// One assessed project. What the gates answered is put into words one by one as it is written: a large product has
/// hundreds of thousands.
#[derive(Serialize)]
pub struct AssessmentJson<'a> {
    product: ProductJson,
    /// Own places of the project.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    places: Vec<PlaceJson>,
    pathways: Vec<PathwayJson<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    paired: Option<Vec<PairedJson>>,
}

/// A name in both languages.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct NameJson {
    en: String,
    zh: String,
}

impl NameJson {
    /// The name in `lang`.
    pub fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::En => &self.en,
            Lang::Zh | Lang::Both => &self.zh,
        }
    }
}

impl From<&Name> for NameJson {
    fn from(name: &Name) -> Self {
        Self {
            en: name.get(Lang::En).to_owned(),
            zh: name.get(Lang::Zh).to_owned(),
        }
    }
}

/// An own place.
#[derive(Debug, Clone, PartialEq, Serialize)]
struct PlaceJson {
    id: String,
    name: NameJson,
    lies_in: String,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
struct ProductJson {
    id: String,
    name: NameJson,
    #[serde(flatten)]
    figures: ProductFiguresJson,
    pieces_per_year: f64,
    fibres: Vec<FibreJson>,
    notices: Vec<NoticeJson>,
}

/// The figures of the product by their keys.
#[derive(Debug, Clone, PartialEq)]
struct ProductFiguresJson(Vec<(ProductFigure, f64)>);

impl Serialize for ProductFiguresJson {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(figure, value)| (figure.key(), value)))
    }
}

#[derive(Debug, Clone, PartialEq, Serialize)]
struct FibreJson {
    id: String,
    mass_kg: f64,
}

/// One assessed pathway; without figures where it has no answer, with the notice that says why.
#[derive(Serialize)]
struct PathwayJson<'a> {
    id: String,
    name: NameJson,
    baseline: bool,
    circularity: Option<CircularityJson>,
    ends: Vec<EndJson>,
    gates: GatesJson<'a>,
    work: Option<WorkJson>,
    balance: Option<BalanceJson>,
    notices: Vec<NoticeJson>,
    #[serde(skip_serializing_if = "Option::is_none")]
    bands: Option<BTreeMap<String, BandJson>>,
}

/// What the gates of a pathway answered.
struct GatesJson<'a> {
    figures: &'a [GateFigure],
    names: Names<'a>,
}

impl Serialize for GatesJson<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.figures.iter().map(|figure| gate(figure, &self.names)))
    }
}

#[derive(Serialize)]
struct GateJson {
    stage: String,
    part: String,
    verdict: &'static str,
    reason: String,
    kg: f64,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
struct NoticeJson {
    code: &'static str,
    text: String,
}

impl<'a> AssessmentJson<'a> {
    /// The product.
    pub const fn product(&self) -> &(impl Serialize + use<>) {
        &self.product
    }

    /// The pathways, each with its id.
    pub fn pathways(&self) -> impl Iterator<Item = (&str, impl Serialize)> {
        self.pathways.iter().map(|pathway| (pathway.id.as_str(), pathway))
    }

    /// The assessment of `project`, all pathways or only `only`, with `bands` where there are draws, words in `lang`.
    pub fn of(
        project: &'a Project,
        library: &'a Library,
        assessment: &'a Assessment,
        only: Option<&PathwayId>,
        bands: Option<&Bands>,
        lang: Lang,
    ) -> Self {
        let names = Names {
            project,
            library,
            lang,
        };
        let is_wanted = |id: &PathwayId| only.is_none_or(|only| only == id);
        let mut pathways = Vec::with_capacity(assessment.pathways.len());
        for (at, figures) in assessment
            .pathways
            .iter()
            .enumerate()
            .filter(|(_, way)| is_wanted(&way.id))
        {
            let mut json = pathway(figures, &assessment.product.checklist, &names);
            json.bands = bands.map(|bands| by_key(&assessment.engine, at, bands));
            pathways.push(json);
        }
        let paired = bands.map(|bands| {
            let pairs = bands.paired.iter().filter_map(|pair| paired(pair, assessment));
            pairs
                .filter(|pair| only.is_none_or(|id| [&pair.a, &pair.b].contains(&&id.to_string())))
                .collect()
        });
        Self {
            product: product(project, assessment, &names),
            places: project.places.iter().filter_map(place).collect(),
            pathways,
            paired,
        }
    }
}

/// An own place; none where it lies in no other.
fn place((id, name): (&PlaceId, &Name)) -> Option<PlaceJson> {
    Some(PlaceJson {
        id: id.to_string(),
        name: name.into(),
        lies_in: id.around()?.to_string(),
    })
}

/// One indicator of two pathways in the same draws.
#[derive(Debug, Clone, PartialEq, Serialize)]
struct PairedJson {
    a: String,
    b: String,
    indicator: &'static str,
    p_a_better: Option<f64>,
    difference: DifferenceJson,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
struct DifferenceJson {
    p5: f64,
    p50: f64,
    p95: f64,
}

fn paired(pair: &Paired, assessment: &Assessment) -> Option<PairedJson> {
    let id = |at: usize| assessment.pathways.get(at).map(|pathway| pathway.id.to_string());
    Some(PairedJson {
        a: id(pair.a)?,
        b: id(pair.b)?,
        indicator: pair.figure.key(),
        p_a_better: pair.a_better,
        difference: DifferenceJson {
            p5: pair.difference.p5,
            p50: pair.difference.p50,
            p95: pair.difference.p95,
        },
    })
}

fn product(project: &Project, assessment: &Assessment, names: &Names<'_>) -> ProductJson {
    let figures = &assessment.product;
    let fibres = figures.fibres.iter().map(|(id, kg)| FibreJson {
        id: id.to_string(),
        mass_kg: *kg,
    });
    let notices = assessment.notices.iter();
    ProductJson {
        id: project.id.clone(),
        name: (&project.product.name).into(),
        figures: ProductFiguresJson(
            ProductFigure::ALL
                .iter()
                .map(|figure| (*figure, figure.value(figures)))
                .collect(),
        ),
        pieces_per_year: figures.pieces_per_year,
        fibres: fibres.collect(),
        notices: notices
            .map(|notice| NoticeJson {
                code: notice.code(),
                text: notices::notice(notice, names, None),
            })
            .collect(),
    }
}

fn pathway<'a>(figures: &'a PathwayFigures, checklist: &[Check], names: &Names<'a>) -> PathwayJson<'a> {
    let answered = figures.error.is_none();
    let way = names.project.pathway(&figures.id);
    let notices = figures.notices.iter();
    let ends = figures.ends.iter().map(|end| EndJson {
        stage: end.stage.to_string(),
        class: end.class.key(),
        kg: end.kg,
    });
    PathwayJson {
        id: figures.id.to_string(),
        name: (&figures.name).into(),
        baseline: figures.baseline,
        circularity: answered.then(|| circularity(figures).with_checklist(checklist, names)),
        ends: ends.collect(),
        gates: GatesJson {
            figures: &figures.gates,
            names: *names,
        },
        work: answered.then(|| {
            let direct = figures.work.iter().map(activity).collect();
            let indirect = figures.indirect.iter().map(activity).collect();
            work_of(figures, direct).with_indirect(figures.indirect_totals, indirect)
        }),
        balance: answered.then_some(BalanceJson {
            max_residual_kg: figures.imbalance_kg,
        }),
        notices: notices
            .map(|notice| NoticeJson {
                code: notice.code(),
                text: notices::notice(notice, names, way),
            })
            .collect(),
        bands: None,
    }
}

fn gate(figure: &GateFigure, names: &Names<'_>) -> GateJson {
    let part = names.part(&figure.part);
    let semicolon = names.lang.semicolon();
    GateJson {
        stage: figure.stage.to_string(),
        part: figure.part.to_string(),
        verdict: figure.answer.verdict.key(),
        reason: gates::reasons(&figure.answer, &part, &figure.route, names).join(semicolon),
        kg: figure.kg,
    }
}

fn activity(figure: &WorkFigure) -> ActivityJson {
    ActivityJson {
        activity: figure.activity.to_string(),
        place: figure.place.to_string(),
        kind: if figure.hours > 0.0 { "gained" } else { "lost" },
        h_per_1000: figure.hours.abs(),
        sure: Some(SureJson {
            low: figure.range.map(|(low, _)| low),
            high: figure.range.map(|(_, high)| high),
            grade: figure.grade.map(Grade::letter),
        }),
    }
}
