//! The speed of the engine; ratios within one run count, these machines are noisy.

use divan::{Bencher, black_box};
use reloom::assess::Outcomes;
use reloom::cli::bench::{Case, large, uniform};

fn main() {
    divan::main();
}

fn evaluation(bencher: Bencher<'_, '_>, case: &Case) {
    let inputs = case.assessment.engine.slots.central();
    let (mut numbers, mut outcomes) = (Vec::new(), Outcomes::default());
    bencher.bench_local(|| case.evaluate(black_box(&inputs), &mut numbers, &mut outcomes));
}

#[divan::bench]
fn one_pathway(bencher: Bencher<'_, '_>) {
    evaluation(bencher, &Case::of(&uniform(&["today", "repair_first"])));
}

#[divan::bench]
fn large_product(bencher: Bencher<'_, '_>) {
    evaluation(bencher, &Case::of(&large()));
}

#[divan::bench(sample_count = 10)]
fn draws_10000(bencher: Bencher<'_, '_>) {
    let case = Case::of(&uniform(&["today", "repair_first"]));
    bencher.bench_local(|| case.bands(1, 10_000));
}

#[divan::bench(sample_count = 10)]
fn draw_floor(bencher: Bencher<'_, '_>) {
    let case = Case::of(&uniform(&["today", "repair_first"]));
    bencher.bench_local(|| case.draw_factors(10_000));
}

#[divan::bench(sample_count = 10)]
fn four_pathways_1000(bencher: Bencher<'_, '_>) {
    let case = Case::of(&uniform(&[
        "today",
        "repair_first",
        "sort_mechanical",
        "sort_chemical",
    ]));
    bencher.bench_local(|| case.bands(2, 1_000));
}
