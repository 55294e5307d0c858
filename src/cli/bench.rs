//! `bench`: the speed figures on this machine, medians of repeated runs.

use super::{Done, Failure, Format, write_json};
use crate::assess::{Assessment, Outcomes, assess};
use crate::collection::{Block, Entry, Heads, Setting, What, blocks, reckoned};
use crate::data::Library;
use crate::explain::advice::{Axis, DRAWS, Sweep, field, front, levers, shortlist};
use crate::figure::PathwayFigure;
use crate::job;
use crate::model::{Part, PartId, Pathway, PathwayId, Project, Stage, StageId, StageRole};
use crate::presets;
use crate::quantity::{Lanes, Number};
use crate::text::Lang;
use crate::uncertainty::{Bands, ROWS, Sampler};
use crate::years::{self, Ramp, Year};
use serde::Serialize;
use std::io::Write;
use std::time::{Duration, Instant};

/// The speed figures.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Speed {
    /// One pathway of the uniform with its work against the baseline, parameters to all results.
    pub one_pathway_us: f64,
    /// A product of 20 parts on 20 stages with reuse loops, as above.
    pub large_product_us: f64,
    /// 10,000 draws of two pathways of the uniform with all bands, those of their differences too, one thread.
    pub draws_10000_ms: f64,
    /// 1,000 draws of four pathways with all bands, two threads.
    pub four_pathways_1000_ms: f64,
    /// From process start to the first number of `reloom assess preset:school_uniform`.
    pub first_number_ms: f64,
    /// Every combination of twelve moves on four pathways of the down jacket, two threads.
    pub combinations_4096_ms: f64,
    /// The front of those combinations on two figures, with bands from 200 draws.
    pub frontier_ms: f64,
    /// A map of two levers with the figures of two pathways, 60 × 60.
    pub map_3600_ms: f64,
    /// Drawing the same 10,000 sets of factors alone: the floor of the draws.
    pub draw_floor_ms: f64,
    /// Products of a list reckoned in a second: four pathways, 200 draws, all threads.
    pub batch_products_per_s: f64,
    /// A hundred years from one pathway of the uniform to another.
    pub years_ms: f64,
}

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

    /// `count` draws with their bands and those of the differences to the baseline.
    pub fn bands(&self, threads: usize, count: u64) -> Bands {
        let engine = &self.assessment.engine;
        let draws = job::draw_on(threads, engine, &self.sampler, 1, count, &|| false);
        let with_baseline = (0..engine.pathways.len()).filter(|at| *at != engine.baseline);
        let pairs = with_baseline.map(|at| [at, engine.baseline]);
        Bands::of(&draws).with_pairs(&draws, pairs)
    }

    /// `count` sets of factors, drawn and dropped.
    pub fn draw_factors(&self, count: u64) -> f64 {
        let mut rows = vec![Vec::<Lanes>::new(); ROWS];
        let each = (ROWS * Lanes::WIDTH) as u64;
        let mut sum = 0.0;
        for block in 0..count.div_ceil(each) {
            self.sampler.fill(1, block * each, &mut rows);
            let last = rows.last().and_then(|row| row.last());
            sum += last.map_or(0.0, |value| value.lane(0));
        }
        sum
    }
}

/// The uniform with the pathways named, the first of them the baseline.
pub fn uniform(pathways: &[&str]) -> Project {
    let read = presets::get("school_uniform").and_then(|preset| preset.project().ok());
    let mut project = read.unwrap_or_else(Project::nameless);
    project
        .pathways
        .retain(|pathway| pathways.contains(&pathway.id.as_str()));
    if let Some(first) = project.pathways.first() {
        project.baseline = first.id.clone();
    }
    project
}

/// The uniform blown up to 20 parts and 20 stages; its loops of repair and resale stay.
pub fn large() -> Project {
    let mut project = uniform(&["today", "repair_first"]);
    let parts = project.product.parts.clone();
    let numbered = parts.iter().cycle().take(20).enumerate();
    project.product.parts = numbered
        .map(|(n, part)| Part {
            id: PartId::from(format!("part_{n}")),
            ..part.clone()
        })
        .collect();
    for pathway in &mut project.pathways {
        while pathway.stages.len() < 20 {
            lengthen(pathway);
        }
    }
    project
}

/// Puts one more sorting stage before the collection of `pathway`.
fn lengthen(pathway: &mut Pathway) {
    let Some(collection) = pathway
        .stages
        .iter()
        .find(|stage| stage.kind.role() == Some(StageRole::Collect))
        .cloned()
    else {
        return;
    };
    let id = StageId::from(format!("sorting_{}", pathway.stages.len()));
    let mut exits = collection.exits.clone();
    let collected = pathway.stages.iter_mut().find(|stage| stage.id == collection.id);
    if let (Some(collected), Some(first)) = (collected, exits.first().cloned()) {
        collected.exits = vec![crate::model::Link {
            to: id.clone(),
            share: crate::quantity::Share::ONE,
            ..first
        }];
    }
    for exit in &mut exits {
        exit.pinned = false;
    }
    pathway.stages.push(Stage {
        id,
        kind: Library::builtin().item_kind("sorting"),
        exits,
        ..collection
    });
}

fn timed(mut work: impl FnMut()) -> Duration {
    let start = Instant::now();
    work();
    start.elapsed()
}

/// The median time of `runs` runs of `work`.
fn median(runs: usize, mut work: impl FnMut()) -> Duration {
    let mut times: Vec<Duration> = (0..runs).map(|_| timed(&mut work)).collect();
    times.sort();
    times.get(runs / 2).copied().unwrap_or_default()
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}

/// Microseconds of one evaluation, measured over a thousand.
fn evaluation_us(case: &Case) -> f64 {
    let inputs = case.assessment.engine.slots.central();
    let (mut numbers, mut outcomes) = (Vec::new(), Outcomes::default());
    let thousand = median(9, || {
        (0..1000).for_each(|_| case.evaluate(&inputs, &mut numbers, &mut outcomes));
    });
    thousand.as_secs_f64() * 1e3
}

/// Time until this program, started anew, prints its first number.
fn first_number() -> Option<Duration> {
    let program = std::env::current_exe().ok()?;
    let once = || {
        let mut command = std::process::Command::new(&program);
        let command = command.args(["assess", "preset:school_uniform", "--format", "json"]);
        let start = Instant::now();
        let done = command.stdin(std::process::Stdio::null()).output().ok()?;
        done.status.success().then(|| start.elapsed())
    };
    let mut times: Vec<Duration> = (0..9).map_while(|_| once()).collect();
    times.sort();
    times.get(times.len() / 2).copied()
}

/// The sweep of twelve moves on four pathways of the down jacket.
pub fn sweep() -> Option<Sweep<'static>> {
    let project = presets::get("padded_jacket").and_then(|preset| preset.project().ok())?;
    let library = Library::builtin();
    let pathways: Vec<PathwayId> = ["repair_first", "down_refill", "sort_melt", "sort_chemical"]
        .map(PathwayId::from)
        .into();
    let moves = shortlist(&project, library, &pathways, &AXES);
    Sweep::new(&project, library, &moves, &pathways)
}

/// The axes of that sweep.
const AXES: [Axis; 2] = [
    Axis::Figure(PathwayFigure::OutflowRecycled),
    Axis::Figure(PathwayFigure::Net),
];

/// Times of all combinations, and of their front with its bands.
fn combinations() -> [Duration; 2] {
    let Some(sweep) = sweep() else {
        return [Duration::default(); 2];
    };
    let mut points = Vec::new();
    let all = timed(|| points = job::sweep_on(2, &sweep, 0..sweep.len()));
    let [x, y] = AXES;
    let best = median(3, || {
        let front = front(&points, x, y);
        let bands = front.iter().filter_map(|at| points.get(*at));
        drop(bands.map(|point| sweep.bands(point, DRAWS)).collect::<Vec<_>>());
    });
    [all, best]
}

/// One map: collection against repair, beside the chemical pathway.
fn map() {
    let project = uniform(&["today", "repair_first", "sort_chemical"]);
    let library = Library::builtin();
    let [pathway, other] = ["repair_first", "sort_chemical"].map(PathwayId::from);
    let all = levers(&project, library, &pathway, []);
    let find = |id: &str| all.iter().find(|lever| lever.id == id);
    let pair = find("share:discard>collection").zip(find("share:use>repair"));
    if let Some((across, up)) = pair {
        let figure = PathwayFigure::Net;
        drop(field(
            (&project, library),
            (&pathway, Some(&other)),
            [across, up],
            figure,
            &|line| job::lines_on(job::threads(), line, &|| false),
        ));
    }
}

/// How many product lines are reckoned in a second.
fn products_per_s() -> f64 {
    const LINES: [[&str; 4]; 3] = [
        ["tshirt", "95% cotton 5% elastane", "170", "1000"],
        ["jeans", "100% cotton", "600", "1000"],
        ["sweater", "60% cotton 40% polyester", "450", "1000"],
    ];
    const COUNT: usize = 2_000;
    let heads = ["kind", "composition", "mass_g", "pieces"].map(str::to_owned);
    let pathways = ["today", "repair_first", "sort_mechanical", "sort_chemical"];
    let setting = Setting {
        library: Library::builtin(),
        heads: Heads::of(&heads).unwrap_or_default(),
        pathways: Some(pathways.map(str::to_owned).into()),
        draws: 200,
        seed: 1,
        lang: Lang::En,
    };
    let line = |(number, cells): (u64, &[&str; 4])| Entry {
        number,
        what: What::Cells(cells.map(str::to_owned).into()),
    };
    let entries = || (1..).zip(LINES.iter().cycle()).map(line).take(COUNT);
    let pieces = || blocks(entries().map(Ok::<_, ()>)).flatten();
    let mut products = 0;
    let time = timed(|| {
        let work = |block: Block| reckoned(&block, &setting).sums.products;
        let count = |done: u64| {
            products += done;
            true
        };
        // A block that broke off is missing from the count.
        let _ = job::each_on(job::threads(), pieces(), work, count);
    });
    products as f64 / time.as_secs_f64().max(f64::MIN_POSITIVE)
}

/// A hundred years from burning to repair first.
fn hundred_years(case: &Case) -> Vec<Year> {
    let project = uniform(&["today", "repair_first"]);
    let ways = ["today", "repair_first"].map(PathwayId::from);
    let [from, to] = ways.each_ref();
    let inputs = years::inputs(&project, Library::builtin(), &case.assessment, [from, to]);
    let ramp = Ramp {
        until: 2125,
        ..Ramp::new(2026, 2030)
    };
    inputs.map_or_else(|_| Vec::new(), |inputs| years::run(&inputs, &ramp))
}

/// Measures everything.
pub fn measure() -> Speed {
    let one = Case::of(&uniform(&["today", "repair_first"]));
    let four = Case::of(&uniform(&[
        "today",
        "repair_first",
        "sort_mechanical",
        "sort_chemical",
    ]));
    let mut kept = 0.0;
    let [combinations, frontier] = combinations();
    let floor = median(5, || kept += one.draw_factors(10_000));
    let speed = Speed {
        one_pathway_us: evaluation_us(&one),
        large_product_us: evaluation_us(&Case::of(&large())),
        draws_10000_ms: milliseconds(median(5, || drop(one.bands(1, 10_000)))),
        four_pathways_1000_ms: milliseconds(median(9, || drop(four.bands(2, 1_000)))),
        first_number_ms: first_number().map_or(f64::NAN, milliseconds),
        combinations_4096_ms: milliseconds(combinations),
        frontier_ms: milliseconds(frontier),
        map_3600_ms: milliseconds(median(3, map)),
        draw_floor_ms: milliseconds(floor),
        batch_products_per_s: products_per_s(),
        years_ms: milliseconds(median(9, || drop(hundred_years(&one)))),
    };
    std::hint::black_box(kept);
    speed
}

pub(super) fn run(format: Format, out: &mut dyn Write) -> Result<Done, Failure> {
    let speed = measure();
    if format == Format::Json {
        write_json(out, &speed)?;
    } else {
        let lines = [
            ("one_pathway_us", speed.one_pathway_us),
            ("large_product_us", speed.large_product_us),
            ("draws_10000_ms", speed.draws_10000_ms),
            ("four_pathways_1000_ms", speed.four_pathways_1000_ms),
            ("first_number_ms", speed.first_number_ms),
            ("combinations_4096_ms", speed.combinations_4096_ms),
            ("frontier_ms", speed.frontier_ms),
            ("map_3600_ms", speed.map_3600_ms),
            ("draw_floor_ms", speed.draw_floor_ms),
            ("batch_products_per_s", speed.batch_products_per_s),
            ("years_ms", speed.years_ms),
        ];
        for (key, value) in lines {
            writeln!(out, "{key:<24} {value:.2}")?;
        }
    }
    Ok(Done::Clean)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_large_product_is_as_large_as_it_says() {
        let project = large();
        assert_eq!(project.product.parts.len(), 20);
        assert!(project.pathways.iter().all(|pathway| pathway.stages.len() >= 20));
        let assessment = assess(&project, Library::builtin());
        assert!(assessment.pathways.iter().all(|pathway| pathway.error.is_none()));
        assert!(assessment.pathways[1].circularity.item_uses > 1.0);
    }
}
