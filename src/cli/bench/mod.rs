//! `bench`: the speed figures on this machine, medians of repeated runs.
//!
//! What runs on one thread is given in processor time where the system tells it, for other work on the machine is not in
//! it; what runs on several, on the clock.

mod case;
mod projects;

pub use case::{Case, Phases};
pub use projects::{chain, large, many, uniform};

use super::{Done, Failure, Format, write_json};
use crate::assess::Outcomes;
use crate::collection::{Block, Entry, Heads, Setting, What, blocks, reckoned};
use crate::data::Library;
use crate::explain::advice::{Axis, DRAWS, Sweep, field, front, levers, shortlist};
use crate::figure::PathwayFigure;
use crate::job;
use crate::model::PathwayId;
use crate::presets;
use crate::text::Lang;
use crate::years::{self, Ramp, Year};
use case::{milliseconds, spent};
use serde::Serialize;
use std::hint::black_box;
use std::io::Write;
use std::time::{Duration, Instant};

/// The speed figures.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Speed {
    /// One pathway of the uniform with its work against the baseline, parameters to all results.
    pub one_pathway_us: f64,
    /// A product of 20 parts on 20 stages with reuse loops, as above.
    pub large_product_us: f64,
    /// 10,000 draws of two pathways of the uniform, 23 figures with bands and those of their differences, one thread.
    pub draws_10000_ms: f64,
    /// The same with all figures.
    pub draws_10000_all_ms: f64,
    /// 1,000 draws of four pathways with all bands, two threads.
    pub four_pathways_1000_ms: f64,
    /// 1,000 draws of the 23 figures of a pathway of 200 stages against another, one thread.
    pub chain_200_ms: f64,
    /// 1,000 draws of the 23 figures of 50 pathways with bands and those of the differences to the baseline, one thread.
    pub pathways_50_ms: f64,
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

fn timed(work: impl FnOnce()) -> Duration {
    let start = Instant::now();
    work();
    start.elapsed()
}

/// The median of `runs` runs of what `once` measures.
fn median(runs: usize, once: impl FnMut() -> Duration) -> Duration {
    let mut times: Vec<Duration> = std::iter::repeat_with(once).take(runs).collect();
    times.sort();
    times.get(runs / 2).copied().unwrap_or_default()
}

/// Microseconds of one evaluation, measured over a thousand.
fn evaluation_us(case: &Case) -> f64 {
    let inputs = case.assessment.engine.slots.central();
    let (mut numbers, mut outcomes) = (Vec::new(), Outcomes::default());
    let thousand = median(9, || {
        spent(|| (0..1000).for_each(|_| case.evaluate(&inputs, &mut numbers, &mut outcomes)))
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
        timed(|| {
            let front = front(&points, x, y);
            let bands = front.iter().filter_map(|at| points.get(*at));
            drop(bands.map(|point| sweep.bands(point, DRAWS)).collect::<Vec<_>>());
        })
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
    let (chain, many) = (Case::of(&chain()), Case::of(&many()));
    let of = |runs, work: &dyn Fn()| milliseconds(median(runs, || spent(work)));
    let on_clock = |runs, work: &dyn Fn()| milliseconds(median(runs, || timed(work)));
    let [combinations, frontier] = combinations();
    Speed {
        one_pathway_us: evaluation_us(&one),
        large_product_us: evaluation_us(&Case::of(&large())),
        draws_10000_ms: of(5, &|| drop(one.compared(10_000))),
        draws_10000_all_ms: of(5, &|| drop(one.bands(1, 10_000))),
        four_pathways_1000_ms: on_clock(9, &|| drop(four.bands(2, 1_000))),
        chain_200_ms: of(9, &|| drop(chain.compared(1_000))),
        pathways_50_ms: of(5, &|| drop(many.compared(1_000))),
        first_number_ms: first_number().map_or(f64::NAN, milliseconds),
        combinations_4096_ms: milliseconds(combinations),
        frontier_ms: milliseconds(frontier),
        map_3600_ms: on_clock(3, &map),
        draw_floor_ms: of(5, &|| {
            black_box(one.draw_factors(10_000));
        }),
        batch_products_per_s: products_per_s(),
        years_ms: of(9, &|| drop(hundred_years(&one))),
    }
}

/// The pair alone, phase by phase, after a run that is not counted.
fn pair() -> Phases {
    let case = Case::of(&uniform(&["today", "repair_first"]));
    case.phases(10_000);
    case.phases(10_000)
}

pub(super) fn run(only_pair: bool, format: Format, out: &mut dyn Write) -> Result<Done, Failure> {
    if only_pair {
        let text = serde_json::to_string(&pair()).map_err(|error| Failure::Output(error.to_string()))?;
        writeln!(out, "{text}")?;
        return Ok(Done::Clean);
    }
    let speed = measure();
    if format == Format::Json {
        write_json(out, &speed)?;
    } else {
        let lines = [
            ("one_pathway_us", speed.one_pathway_us),
            ("large_product_us", speed.large_product_us),
            ("draws_10000_ms", speed.draws_10000_ms),
            ("draws_10000_all_ms", speed.draws_10000_all_ms),
            ("four_pathways_1000_ms", speed.four_pathways_1000_ms),
            ("chain_200_ms", speed.chain_200_ms),
            ("pathways_50_ms", speed.pathways_50_ms),
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
