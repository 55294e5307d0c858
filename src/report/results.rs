//! Results as JSON, with the keys of the command line's contract; every key carries its unit.

use crate::assess::{Circularity, Engine, Outcome, Outcomes};
use crate::flow::{Plan, imbalance};
use crate::indicator::eu_readiness::Check;
use crate::indicator::flows::{Inflow, Outflow};
use crate::report::resolved::ModelFile;
use crate::text::checklist;
use crate::text::names::Names;
use crate::work::hours::Totals;
use crate::work::multipliers::IndirectTotals;
use serde::Serialize;

/// Circularity of one pathway, as far as a resolved model gives it.
#[derive(Debug, Clone, PartialEq, Serialize)]
struct ModelCircularityJson {
    mci: f64,
    mci_quality: f64,
    lfi: f64,
    v_kg: f64,
    w_kg: f64,
    x: f64,
    inflow: InflowJson,
    outflow: OutflowJson,
    item_uses: f64,
    material_uses: Option<f64>,
    wears: f64,
    v_g_per_100_wears: f64,
    w_g_per_100_wears: f64,
    garments_avoided_per_piece: f64,
    #[serde(skip_serializing_if = "Option::is_none")]
    per_part: Option<Vec<PartJson>>,
}

/// Circularity of one pathway of a project.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CircularityJson {
    #[serde(flatten)]
    model: ModelCircularityJson,
    item_uses_sd: f64,
    material_circularity: f64,
    closed_loop_share: f64,
    v_with_production_kg: f64,
    w_with_production_kg: f64,
    #[serde(skip_serializing_if = "Option::is_none")]
    designed_outflow: Option<OutflowJson>,
    #[serde(skip_serializing_if = "Option::is_none")]
    eu_checklist: Option<Vec<CheckJson>>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
struct InflowJson {
    reused: f64,
    recycled_textile: f64,
    recycled_other: f64,
    renewable: f64,
    #[serde(rename = "virgin")]
    virgin_share: f64,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
struct OutflowJson {
    reused: f64,
    recycled: f64,
    downcycled: f64,
    biological: f64,
    energy: f64,
    linear: f64,
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
    /// Adds what only a project gives: the designed potential and the EU checklist.
    #[must_use]
    pub fn with_design(mut self, designed: &Outflow, checklist: &[Check], names: &Names<'_>) -> Self {
        self.designed_outflow = Some(outflow(designed));
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
    gained_h_per_1000: f64,
    lost_h_per_1000: f64,
    net_h_per_1000: f64,
    break_even_displacement: Option<f64>,
    by_activity: Vec<ActivityJson>,
    gross_h_per_1000: f64,
    fte_gained: f64,
    fte_lost: f64,
    #[serde(flatten, skip_serializing_if = "Option::is_none")]
    places: Option<PlacesJson>,
    #[serde(skip_serializing_if = "Option::is_none")]
    indirect: Option<IndirectJson>,
}

/// Where the work changes, and what moved here from home.
#[derive(Debug, Clone, PartialEq, Serialize)]
struct PlacesJson {
    #[serde(rename = "gained_here_h_per_1000")]
    gained_here: f64,
    #[serde(rename = "lost_here_h_per_1000")]
    lost_here: f64,
    #[serde(rename = "moved_from_home_h_per_1000")]
    moved_from_home: f64,
}

/// Indirect work by multipliers that the user typed in; in none of the other keys.
#[derive(Debug, Clone, PartialEq, Serialize)]
struct IndirectJson {
    gained_h_per_1000: f64,
    lost_h_per_1000: f64,
    by_activity: Vec<ActivityJson>,
}

impl WorkJson {
    /// Adds what only a project gives: what of it is here, and what moved from home.
    #[must_use]
    pub fn with_places(mut self, totals: &Totals) -> Self {
        self.places = Some(PlacesJson {
            gained_here: totals.gained_here,
            lost_here: totals.lost_here,
            moved_from_home: totals.moved_from_home,
        });
        self
    }

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
    circularity: ModelCircularityJson,
    ends: Vec<EndJson>,
    work: WorkJson,
    balance: BalanceJson,
}

/// Results of the pathway at index `at`; `None` where it has no plan.
pub fn results(engine: &Engine, at: usize, numbers: &[f64], outcomes: &Outcomes) -> Option<ResultsJson> {
    let plan = engine.pathways.get(at)?.plan.as_ref().ok()?;
    let outcome = outcomes.pathways.get(at)?;
    let masses: Vec<f64> = engine.parts.iter().map(|part| part.mass_kg.of(numbers)).collect();
    let mut circularity = of_model(&outcome.circularity);
    circularity.per_part = Some(per_part(engine, outcome));
    Some(ResultsJson {
        circularity,
        ends: ends(plan, outcome),
        work: work_of(&outcome.totals, by_activity(engine, at, outcomes)),
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

/// The circularity keys of a resolved model.
fn of_model(figures: &Circularity) -> ModelCircularityJson {
    ModelCircularityJson {
        mci: figures.mci.mci,
        mci_quality: figures.quality.mci,
        lfi: figures.mci.lfi,
        v_kg: figures.mci.v,
        w_kg: figures.mci.w,
        x: figures.mci.x,
        inflow: inflow(&figures.inflow),
        outflow: outflow(&figures.outflow),
        item_uses: figures.item_uses,
        material_uses: figures.material_uses,
        wears: figures.wears,
        v_g_per_100_wears: figures.v_g_per_100_wears,
        w_g_per_100_wears: figures.w_g_per_100_wears,
        garments_avoided_per_piece: figures.garments_avoided,
        per_part: None,
    }
}

/// The circularity keys of a project.
pub fn circularity(figures: &Circularity) -> CircularityJson {
    CircularityJson {
        model: of_model(figures),
        item_uses_sd: figures.item_uses_sd,
        material_circularity: figures.material_circularity,
        closed_loop_share: figures.closed_loop_share,
        v_with_production_kg: figures.v_with_production,
        w_with_production_kg: figures.w_with_production,
        designed_outflow: None,
        eu_checklist: None,
    }
}

fn inflow(bar: &Inflow) -> InflowJson {
    InflowJson {
        reused: bar.reused,
        recycled_textile: bar.recycled_textile,
        recycled_other: bar.recycled_other,
        renewable: bar.renewable,
        virgin_share: bar.virgin,
    }
}

fn outflow(bar: &Outflow) -> OutflowJson {
    OutflowJson {
        reused: bar.reused,
        recycled: bar.recycled,
        downcycled: bar.downcycled,
        biological: bar.biological,
        energy: bar.energy,
        linear: bar.linear,
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

/// The work keys.
pub fn work_of(totals: &Totals, by_activity: Vec<ActivityJson>) -> WorkJson {
    WorkJson {
        gained_h_per_1000: totals.gained,
        lost_h_per_1000: totals.lost,
        net_h_per_1000: totals.net(),
        break_even_displacement: totals.break_even,
        by_activity,
        gross_h_per_1000: totals.gross,
        fte_gained: totals.fte_gained,
        fte_lost: totals.fte_lost,
        places: None,
        indirect: None,
    }
}
