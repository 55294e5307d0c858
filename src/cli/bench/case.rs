//! One measurement: an assessed project with its sampler, drawn whole or phase by phase.

use crate::assess::{Assessment, Outcomes, assess};
use crate::data::Library;
use crate::figure::PathwayFigure as Figure;
use crate::job;
use crate::model::Project;
use crate::quantity::{Lanes, Number};
use crate::store::processor_time;
use crate::uncertainty::{Asked, Bands, Draws, ROWS, Sampler, Shape, draw_asked};
use serde::Serialize;
use std::hint::black_box;
use std::time::{Duration, Instant};

/// The figures of a pathway that programs written for one network are held against.
const COMPARED: [Figure; 23] = [
    Figure::Mci,
    Figure::Lfi,
    Figure::V,
    Figure::W,
    Figure::X,
    Figure::ItemUses,
    Figure::MaterialUses,
    Figure::Wears,
    Figure::VPer100Wears,
    Figure::WPer100Wears,
    Figure::GarmentsAvoided,
    Figure::ItemUsesSd,
    Figure::MaterialCircularity,
    Figure::ClosedLoop,
    Figure::VWithProduction,
    Figure::WWithProduction,
    Figure::Gained,
    Figure::Lost,
    Figure::Net,
    Figure::BreakEven,
    Figure::Gross,
    Figure::FteGained,
    Figure::FteLost,
];

/// One prepared measurement: an assessed project and its sampler.
pub struct Case {
    /// The assessed project.
    pub assessment: Assessment,
    /// Its sampler.
    pub sampler: Sampler,
}

impl Case {
    /// The case of `project`.
    pub fn of(project: &Project) -> Self {
        let assessment = assess(project, Library::builtin());
        let sampler = Sampler::of(assessment.engine.slots.inputs());
        Self { assessment, sampler }
    }

    /// Parameters to all results once.
    pub fn evaluate(&self, inputs: &[f64], numbers: &mut Vec<f64>, outcomes: &mut Outcomes) {
        self.assessment.engine.slots.resolve(inputs, numbers);
        self.assessment.engine.evaluate(numbers, outcomes);
    }

    /// `count` draws of all figures with their bands and those of the differences to the baseline.
    pub fn bands(&self, threads: usize, count: u64) -> Bands {
        let engine = &self.assessment.engine;
        let draws = job::draw_on(threads, engine, &self.sampler, 1, count, &|| false);
        self.bands_of(&draws)
    }

    /// The same for the figures that are compared with other programs, on this thread.
    pub fn compared(&self, count: u64) -> Bands {
        self.bands_of(&self.drawn(&Asked::figures(&COMPARED), count))
    }

    fn drawn(&self, asked: &Asked, count: u64) -> Draws {
        draw_asked(
            &self.assessment.engine,
            &self.sampler,
            asked,
            1,
            0..count,
            &|| false,
        )
    }

    fn bands_of(&self, draws: &Draws) -> Bands {
        let engine = &self.assessment.engine;
        let with_baseline = (0..engine.pathways.len()).filter(|at| *at != engine.baseline);
        let pairs = with_baseline.map(|at| [at, engine.baseline]);
        Bands::of(draws).with_pairs(draws, pairs)
    }

    /// `count` sets of factors, drawn and dropped.
    pub fn draw_factors(&self, count: u64) -> f64 {
        let mut sum = 0.0;
        self.rows(count, |row| {
            sum += row.last().map_or(0.0, |value| value.lane(0));
        });
        sum
    }

    /// `count` sets of factors, each side by side with others given to `with`.
    fn rows(&self, count: u64, mut with: impl FnMut(&[Lanes])) {
        let mut rows = vec![Vec::<Lanes>::new(); ROWS];
        let each = (ROWS * Lanes::WIDTH) as u64;
        for block in 0..count.div_ceil(each) {
            self.sampler.fill(1, block * each, &mut rows);
            for row in &rows {
                with(row);
            }
        }
    }

    /// The time of `count` draws of the compared figures, phase by phase.
    pub fn phases(&self, count: u64) -> Phases {
        let slots = &self.assessment.engine.slots;
        let asked = Asked::figures(&COMPARED);
        let sampling = spent(|| {
            black_box(self.draw_factors(count));
        });
        let resolved = spent(|| {
            let varies: Vec<bool> = self.sampler.shapes().map(Shape::varies).collect();
            let varies = |input: usize| varies.get(input) == Some(&true);
            let mut moving = slots.moving::<Lanes>(&slots.central(), varies);
            self.rows(count, |row| {
                black_box(moving.resolve(row));
            });
        });
        let mut draws = Draws::default();
        let drawn = spent(|| draws = self.drawn(&asked, count));
        let bands = spent(|| drop(self.bands_of(&draws)));
        let whole = spent(|| drop(self.compared(count)));
        let all = spent(|| {
            let draws = self.drawn(&Asked::all(), count);
            drop(Bands {
                lines: Bands::with_lines(&draws).lines,
                ..self.bands_of(&draws)
            });
        });
        Phases {
            sampling: milliseconds(sampling),
            formulas: milliseconds(resolved.saturating_sub(sampling)),
            evaluation: milliseconds(drawn.saturating_sub(resolved)),
            bands: milliseconds(bands),
            whole: milliseconds(whole),
            further: milliseconds(all.saturating_sub(whole)),
        }
    }
}

/// Milliseconds of each phase of some draws.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Phases {
    /// Random numbers and the values of the factors.
    pub sampling: f64,
    /// From factors to all numbers of the networks.
    pub formulas: f64,
    /// From these to the figures.
    pub evaluation: f64,
    /// Bands of figures and of differences.
    pub bands: f64,
    /// All of it in one go.
    pub whole: f64,
    /// What all other figures and the hours of each line cost beside it.
    pub further: f64,
}

/// The time that `work` takes on this thread: of a processor where the system tells it, else on the clock.
pub fn spent(work: impl FnOnce()) -> Duration {
    let (clock, processor) = (Instant::now(), processor_time());
    work();
    let spent = processor_time().zip(processor);
    spent.map_or_else(|| clock.elapsed(), |(after, before)| after.saturating_sub(before))
}

/// `time` in milliseconds.
pub fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}
