//! Results as JSON, with the keys of the command line's contract; every key carries its unit.

use crate::assess::{Engine, Outcome, Outcomes};
use crate::figure::{Numbers, PathwayFigure, Section};
use crate::flow::{Plan, imbalance};
use crate::indicator::eu_readiness::Check;
use crate::report::resolved::ModelFile;
use crate::text::checklist;
use crate::text::names::Names;
use crate::work::multipliers::IndirectTotals;
use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

/// The figures of one section by their keys, bars as their pieces; a figure without a number is null.
#[derive(Debug, Clone, PartialEq)]
struct FiguresJson(Vec<(PathwayFigure, Vec<Known>)>);

/// A figure with its number, where it has one.
type Known = (PathwayFigure, Option<f64>);

impl FiguresJson {
    fn of(figures: impl Iterator<Item = PathwayFigure>, numbers: Numbers<'_>) -> Self {
        let known = |figure: PathwayFigure| {
            let value = figure.value(numbers);
            (figure, value.is_finite().then_some(value))
        };
        let figures = figures.map(|figure| {
            let shown = match figure.contract() {
                [] => vec![known(figure)],
                pieces => pieces.iter().copied().map(known).collect(),
            };
            (figure, shown)
        });
        Self(figures.collect())
    }
}

impl Serialize for FiguresJson {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (figure, shown) in &self.0 {
            match shown.as_slice() {
                [(one, value)] if one == figure => map.serialize_entry(figure.key(), value)?,
                pieces => map.serialize_entry(figure.key(), &BarJson(pieces))?,
            }
        }
        map.end()
    }
}

/// The pieces of a bar by their keys.
struct BarJson<'a>(&'a [Known]);

impl Serialize for BarJson<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(piece, share)| (piece.short_key(), share)))
    }
}

/// Circularity of one pathway, as far as a resolved model gives it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CircularityJson {
    #[serde(flatten)]
    figures: FiguresJson,
    #[serde(skip_serializing_if = "Option::is_none")]
    per_part: Option<Vec<PartJson>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    eu_checklist: Option<Vec<CheckJson>>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
struct PartJson {
    id: String,
    c_r: f64,
    c_u: f64,
    c_c: f64,
    e_c: f64,
}

/// One point of the EU readiness checklist: a proposal, not law.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CheckJson {
    id: &'static str,
    verdict: &'static str,
    text: String,
}

impl CircularityJson {
    /// Adds what only a project gives: the EU checklist.
    #[must_use]
    pub fn with_checklist(mut self, checklist: &[Check], names: &Names<'_>) -> Self {
        let check = |check: &Check| CheckJson {
            id: check.point.id(),
            verdict: check.verdict.key(),
            text: checklist::sentence(check, names),
        };
        self.eu_checklist = Some(checklist.iter().map(check).collect());
        self
    }
}

/// Mass at one end per sold piece.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct EndJson {
    /// The stage.
    pub stage: String,
    /// Its class.
    pub class: &'static str,
    /// Mass, kg.
    pub kg: f64,
}

/// Work of one pathway against the baseline.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct WorkJson {
    #[serde(flatten)]
    figures: FiguresJson,
    by_activity: Vec<ActivityJson>,
    #[serde(skip_serializing_if = "Option::is_none")]
    indirect: Option<IndirectJson>,
}

/// Indirect work by multipliers that the user typed in; in none of the other keys.
#[derive(Debug, Clone, PartialEq, Serialize)]
struct IndirectJson {
    gained_h_per_1000: f64,
    lost_h_per_1000: f64,
    by_activity: Vec<ActivityJson>,
}

impl WorkJson {
    /// Adds indirect work; nothing where there is none.
    #[must_use]
    pub fn with_indirect(mut self, totals: IndirectTotals, by_activity: Vec<ActivityJson>) -> Self {
        self.indirect = (!totals.is_none()).then_some(IndirectJson {
            gained_h_per_1000: totals.gained,
            lost_h_per_1000: totals.lost,
            by_activity,
        });
        self
    }
}

/// One line of work gained or lost.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ActivityJson {
    /// Kind of work.
    pub activity: String,
    /// Where.
    pub place: String,
    /// `gained` or `lost`.
    pub kind: &'static str,
    /// Hours per 1000 pieces, positive.
    pub h_per_1000: f64,
    /// Low and high with only this activity's own factor moved.
    #[serde(flatten, skip_serializing_if = "Option::is_none")]
    pub sure: Option<SureJson>,
}

/// How sure a line of work is.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SureJson {
    /// Low, hours per 1000 pieces.
    pub low: Option<f64>,
    /// High, hours per 1000 pieces.
    pub high: Option<f64>,
    /// Grade of the activity's own factor.
    pub grade: Option<&'static str>,
}

/// The mass balance.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct BalanceJson {
    /// Largest |in − out| of all stages, kg.
    pub max_residual_kg: f64,
}

/// Results of a resolved model.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ResultsJson {
    circularity: CircularityJson,
    ends: Vec<EndJson>,
    work: WorkJson,
    balance: BalanceJson,
}

/// Results of the pathway at index `at`; `None` where it has no plan.
pub fn results(engine: &Engine, at: usize, numbers: &[f64], outcomes: &Outcomes) -> Option<ResultsJson> {
    let plan = engine.pathways.get(at)?.plan.as_ref().ok()?;
    let outcome = outcomes.pathways.get(at)?;
    let masses: Vec<f64> = engine.parts.iter().map(|part| part.mass_kg.of(numbers)).collect();
    let numbers = Numbers::from(outcome);
    let figures = |section| FiguresJson::of(PathwayFigure::of_model(section), numbers);
    let circularity = CircularityJson {
        figures: figures(Section::Circularity),
        per_part: Some(per_part(engine, outcome)),
        eu_checklist: None,
    };
    Some(ResultsJson {
        circularity,
        ends: ends(plan, outcome),
        work: WorkJson {
            figures: figures(Section::Work),
            by_activity: by_activity(engine, at, outcomes),
            indirect: None,
        },
        balance: BalanceJson {
            max_residual_kg: imbalance(plan, &outcome.solution, &masses).0,
        },
    })
}

/// The resolved model of the pathway at index `at` with its results, as `reloom model` prints it.
pub fn model_with_results(engine: &Engine, at: usize) -> Option<ModelFile> {
    let numbers = engine.central();
    let mut outcomes = Outcomes::default();
    engine.evaluate(&numbers, &mut outcomes);
    let mut file = ModelFile::of(&engine.resolved(at, &numbers)?);
    file.results = serde_json::to_value(results(engine, at, &numbers, &outcomes)?).ok();
    Some(file)
}

/// The circularity keys of a project.
pub fn circularity<'a>(numbers: impl Into<Numbers<'a>>) -> CircularityJson {
    let figures = PathwayFigure::in_section(Section::Circularity);
    CircularityJson {
        figures: FiguresJson::of(figures, numbers.into()),
        per_part: None,
        eu_checklist: None,
    }
}

fn per_part(engine: &Engine, outcome: &Outcome) -> Vec<PartJson> {
    let parts = engine
        .parts
        .iter()
        .zip(&outcome.parts)
        .map(|(part, shares)| PartJson {
            id: part.id.to_string(),
            c_r: shares.c_r,
            c_u: shares.c_u,
            c_c: shares.c_c,
            e_c: shares.e_c,
        });
    parts.collect()
}

/// Mass at each end.
pub fn ends(plan: &Plan, outcome: &Outcome) -> Vec<EndJson> {
    let ends = plan.ends.iter().enumerate().map(|(at, end)| EndJson {
        stage: end.id.to_string(),
        class: end.class.key(),
        kg: outcome.solution.end_parts(plan, at).iter().sum(),
    });
    ends.collect()
}

/// The lines that differ from the baseline, in the order of the ledger.
pub fn by_activity(engine: &Engine, at: usize, outcomes: &Outcomes) -> Vec<ActivityJson> {
    let hours = engine.differences(at, &outcomes.pathways);
    let differing = engine
        .ledger
        .lines()
        .iter()
        .zip(hours)
        .filter(|(_, difference)| *difference != 0.0);
    let lines = differing.map(|((activity, place), difference)| ActivityJson {
        activity: activity.to_string(),
        place: place.to_string(),
        kind: if difference > 0.0 { "gained" } else { "lost" },
        h_per_1000: difference.abs(),
        sure: None,
    });
    lines.collect()
}

/// The work keys of a project.
pub fn work_of<'a>(numbers: impl Into<Numbers<'a>>, by_activity: Vec<ActivityJson>) -> WorkJson {
    WorkJson {
        figures: FiguresJson::of(PathwayFigure::in_section(Section::Work), numbers.into()),
        by_activity,
        indirect: None,
    }
}
