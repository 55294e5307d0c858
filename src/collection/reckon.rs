//! One product of a list: its figures on every pathway that is asked for, and what they add to the totals.

use super::block::Setting;
use super::product::{Product, kind_of};
use super::row::{FIGURES, Lead, Status};
use super::sums::{Sums, WaySums};
use crate::assess::{Engine, Outcome, Outcomes, compiled};
use crate::figure::PathwayFigure;
use crate::flow::FlowError;
use crate::model::{PathwayId, Project};
use crate::text::names::Names;
use crate::text::{BatchMsg, notices};
use crate::uncertainty::{Asked, Band, Draws, Sampler, band, draw_asked};

/// What of a product is summed, for each piece.
struct Case<'a> {
    engine: Engine,
    outcomes: Outcomes,
    draws: Draws,
    setting: &'a Setting<'a>,
    project: &'a Project,
    kg: f64,
}

/// What is told of a product.
pub(super) struct Told {
    /// Mass of one piece, kg.
    pub kg: f64,
    /// Its pathways that are asked for.
    pub ways: Vec<ToldWay>,
}

/// What is told of a product on one pathway.
pub(super) struct ToldWay {
    pub id: PathwayId,
    pub baseline: bool,
    /// In the order of [`FIGURES`]; none without an answer.
    pub figures: Vec<(f64, Option<Band>)>,
    /// Why it has no answer.
    pub why: Option<String>,
}

/// What is told of `product`; adds it to `sums`. The sentence where it has no mass or no pathway.
pub(super) fn reckon(product: &Product, setting: &Setting<'_>, sums: &mut Sums) -> Result<Told, String> {
    let project = &product.project;
    let case = Case::of(project, setting)?;
    let pieces = project.product.pieces_per_year.get();
    let mut ways = Vec::new();
    for (at, way) in case.engine.pathways.iter().enumerate() {
        let id = way.network.id.as_str();
        if !setting.wants(id) {
            continue;
        }
        let own = sums.pathways.entry(id.to_owned()).or_default();
        own.products += 1;
        let (figures, why) = case.figures(at);
        case.add(at, pieces, own);
        ways.push(ToldWay {
            id: way.network.id.clone(),
            baseline: at == case.engine.baseline,
            figures,
            why,
        });
    }
    sums.products += 1;
    sums.doubtful += u64::from(Status::of(product) == Status::Doubtful);
    sums.pieces += pieces;
    sums.kg += pieces * case.kg;
    Ok(Told { kg: case.kg, ways })
}

/// The rows of `product` in line `number` of the table of results.
pub(super) fn rows(number: u64, product: &Product, told: &Told, setting: &Setting<'_>) -> Vec<Vec<String>> {
    let project = &product.project;
    let note = product.doubts.join(" ");
    let row = |way: &ToldWay| {
        let lead = Lead {
            line: number,
            style: &product.style,
            kind: kind_of(project).as_str(),
            amounts: Some([told.kg, project.product.pieces_per_year.get()]),
            status: Status::of(product),
            note: way.why.as_deref().unwrap_or(&note),
            pathway: Some((way.id.as_str(), way.baseline)),
        };
        lead.row(&way.figures, setting.draws > 0)
    };
    told.ways.iter().map(row).collect()
}

/// What of every draw counts: the figures of a row, where the mass ends, and hours by line.
fn asked() -> Asked {
    let ends = PathwayFigure::Outflow.contract();
    Asked::figures(&[&FIGURES, ends].concat()).with_lines()
}

impl<'a> Case<'a> {
    fn of(project: &'a Project, setting: &'a Setting<'a>) -> Result<Self, String> {
        let whole = compiled(project, setting.library);
        let ways = whole.pathways.iter().enumerate();
        let kept: Vec<usize> = ways
            .filter(|(at, way)| *at == whole.baseline || setting.wants(way.network.id.as_str()))
            .map(|(at, _)| at)
            .collect();
        if kept.is_empty() {
            return Err(BatchMsg::NoPathways.text(setting.lang).to_owned());
        }
        let engine = whole.only(&kept);
        let numbers = engine.central();
        let kg: f64 = engine.parts.iter().map(|part| part.mass_kg.of(&numbers)).sum();
        if !(kg > 0.0 && kg.is_finite()) {
            return Err(BatchMsg::NoMass.text(setting.lang).to_owned());
        }
        let mut outcomes = Outcomes::default();
        engine.evaluate(&numbers, &mut outcomes);
        let draws = if setting.draws > 0 {
            let sampler = Sampler::of(engine.slots.inputs());
            draw_asked(
                &engine,
                &sampler,
                &asked(),
                setting.seed,
                0..setting.draws,
                &|| false,
            )
        } else {
            Draws::default()
        };
        Ok(Self {
            engine,
            outcomes,
            draws,
            setting,
            project,
            kg,
        })
    }

    /// Why the pathway at `at` has no answer.
    fn error(&self, at: usize) -> Option<&FlowError> {
        self.engine.pathways.get(at)?.plan.as_ref().err()
    }

    /// The figures of the pathway at `at` with their bands, and why it has none.
    fn figures(&self, at: usize) -> (Vec<(f64, Option<Band>)>, Option<String>) {
        if let Some(error) = self.error(at) {
            let names = Names {
                project: self.project,
                library: self.setting.library,
                lang: self.setting.lang,
            };
            let way = self.project.pathways.iter().find(|way| {
                let network = self.engine.pathways.get(at).map(|way| &way.network.id);
                network == Some(&way.id)
            });
            return (Vec::new(), Some(notices::flow_error(error, &names, way)));
        }
        let Some(outcome) = self.outcomes.pathways.get(at) else {
            return (Vec::new(), None);
        };
        let mut room = Vec::with_capacity(self.draws.len());
        let mut spread = |figure: PathwayFigure| {
            room.clear();
            room.extend(self.draws.series(at, figure.column()?));
            band(&mut room)
        };
        let figures = FIGURES.map(|figure| (figure.value(outcome), spread(figure)));
        (figures.into(), None)
    }

    /// Adds `pieces` of the product on the pathway at `at` to its totals.
    fn add(&self, at: usize, pieces: f64, own: &mut WaySums) {
        let Some(outcome) = self
            .outcomes
            .pathways
            .get(at)
            .filter(|_| self.error(at).is_none())
        else {
            own.uncounted += 1;
            return;
        };
        own.pieces += pieces;
        own.kg += pieces * self.kg;
        for figure in PathwayFigure::Outflow.contract() {
            let key = figure.short_key();
            if !own.ends_kg.contains_key(key) {
                own.ends_kg.insert(key.to_owned(), super::Series::default());
            }
            if let (Some(kg), Some(column)) = (own.ends_kg.get_mut(key), figure.column()) {
                kg.add_scaled(
                    figure.value(outcome),
                    self.draws.series(at, column),
                    pieces * self.kg,
                );
            }
        }
        if self.is_counted(at, outcome) {
            self.add_work(at, pieces / 1000.0, outcome, own);
        } else {
            own.uncounted += 1;
        }
    }

    /// True where the hours against the baseline are numbers, in every draw too.
    fn is_counted(&self, at: usize, outcome: &Outcome) -> bool {
        let gained = PathwayFigure::Gained.column();
        let mut drawn = gained
            .into_iter()
            .flat_map(|column| self.draws.series(at, column));
        outcome.totals.is_counted() && drawn.all(f64::is_finite)
    }

    fn add_work(&self, at: usize, thousands: f64, outcome: &Outcome, own: &mut WaySums) {
        for (figure, sum) in [
            (PathwayFigure::Gained, &mut own.gained_h),
            (PathwayFigure::Lost, &mut own.lost_h),
        ] {
            if let Some(column) = figure.column() {
                sum.add_scaled(figure.value(outcome), self.draws.series(at, column), thousands);
            }
        }
        let hours = self.engine.differences(at, &self.outcomes.pathways);
        let lines = self.engine.ledger.lines().iter().zip(hours).enumerate();
        for (line, ((activity, place), central)) in lines {
            let is_still = central == 0.0 && self.draws.line(at, line).all(|hours| hours == 0.0);
            if is_still {
                continue;
            }
            let places = own.work_h.entry(activity.to_string()).or_default();
            let sum = places.entry(place.to_string()).or_default();
            sum.add_scaled(central, self.draws.line(at, line), thousands);
        }
    }
}
