//! Uncertainty: the same digits on one thread or many, draws that stay when a part is added, bands and swings.

#![expect(clippy::expect_used, reason = "helpers of a test")]

use crate::support::sound_project;
use proptest::prelude::*;
use reloom::assess::{Assessment, Outcomes, assess};
use reloom::data::Library;
use reloom::figure::PathwayFigure;
use reloom::job::draw_on;
use reloom::model::{Part, PartId, Project};
use reloom::uncertainty::{
    Asked, Bands, Draws, Sampler, Shape, band, draw, draw_asked, share_better, tornado,
};

fn uniform() -> Project {
    reloom::presets::get("school_uniform")
        .expect("a sample")
        .project()
        .expect("opens")
}

fn assessed(project: &Project) -> Assessment {
    assess(project, Library::builtin())
}

fn sampler(assessment: &Assessment) -> Sampler {
    Sampler::of(assessment.engine.slots.inputs())
}

/// Bits, for a break-even that does not exist is not a number.
fn bits(draws: &Draws) -> Vec<u64> {
    draws
        .figures
        .iter()
        .flatten()
        .map(|figure| figure.to_bits())
        .collect()
}

const GO_ON: &dyn Fn() -> bool = &|| false;

#[test]
fn ranges_of_draws_join_to_the_same_digits() {
    let assessment = assessed(&uniform());
    let sampler = sampler(&assessment);
    let whole = draw(&assessment.engine, &sampler, 42, 0..200, GO_ON);
    let mut joined = draw(&assessment.engine, &sampler, 42, 0..77, GO_ON);
    joined.append(draw(&assessment.engine, &sampler, 42, 77..200, GO_ON));
    assert!(
        bits(&whole) == bits(&joined),
        "the same digits, alone or together"
    );
    assert_eq!(whole.len(), 200);
    let other = draw(&assessment.engine, &sampler, 43, 0..200, GO_ON);
    assert!(bits(&whole) != bits(&other), "another seed, other draws");
}

#[test]
fn draws_side_by_side_have_the_digits_of_each_alone() {
    for preset in reloom::presets::all() {
        let assessment = assessed(&preset.project().unwrap());
        let (engine, sampler) = (&assessment.engine, sampler(&assessment));
        // Beginning and end lie in the middle of what is reckoned side by side.
        let range = 5..42;
        let together = draw(engine, &sampler, 7, range.clone(), GO_ON);
        let (mut inputs, mut numbers, mut alone) = (Vec::new(), Vec::new(), Outcomes::default());
        for (place, number) in range.enumerate() {
            sampler.draw(7, number, &mut inputs);
            engine.slots.resolve(&inputs, &mut numbers);
            engine.evaluate(&numbers, &mut alone);
            for (at, outcome) in alone.pathways.iter().enumerate() {
                for (column, figure) in PathwayFigure::drawn().iter().enumerate() {
                    let of_many = together.series(at, column).nth(place).unwrap();
                    let of_one = figure.value(outcome);
                    let same = of_many.to_bits() == of_one.to_bits() || of_many.is_nan() && of_one.is_nan();
                    assert!(
                        same,
                        "{} {at} {} {number}: {of_many} {of_one}",
                        preset.id,
                        figure.key()
                    );
                }
            }
        }
    }
}

#[test]
fn a_pathway_drawn_with_the_baseline_alone_has_the_digits_of_all() {
    let assessment = assessed(&uniform());
    let (engine, sampler) = (&assessment.engine, sampler(&assessment));
    let kept = [engine.baseline, 2];
    let all = draw(engine, &sampler, 3, 0..50, GO_ON);
    let some = draw(&engine.only(&kept), &sampler, 3, 0..50, GO_ON);
    let bands = Bands::of(&some)
        .with_pairs(&some, [[0, 1]])
        .among(&kept, engine.pathways.len());
    let every = Bands::of(&all).with_pairs(&all, [kept]);
    assert_eq!(bands.pathways[2], every.pathways[2]);
    assert_eq!(bands.paired, every.paired);
    assert!(bands.pathways[1].is_empty() && !bands.paired.is_empty());
}

/// Nothing but what is asked for is kept, and that has the digits of a run of everything, on any number of threads.
#[test]
fn what_is_asked_for_has_the_digits_of_all() {
    let assessment = assessed(&uniform());
    let (engine, sampler) = (&assessment.engine, sampler(&assessment));
    let all = draw(engine, &sampler, 3, 0..77, GO_ON);
    let wanted = [
        PathwayFigure::Net,
        PathwayFigure::MciQuality,
        PathwayFigure::DesignedRecycled,
        PathwayFigure::Wears,
    ];
    for asked in [&wanted[..], &wanted[..1], &wanted[3..]] {
        let some = draw_asked(engine, &sampler, &Asked::figures(asked), 3, 0..77, GO_ON);
        assert_eq!(some.len(), all.len());
        assert!(some.line(1, 0).next().is_none());
        for (column, figure) in PathwayFigure::drawn().iter().enumerate() {
            for at in 0..engine.pathways.len() {
                let (found, expected) = (some.series(at, column), all.series(at, column));
                if asked.contains(figure) {
                    assert!(
                        found.map(f64::to_bits).eq(expected.map(f64::to_bits)),
                        "{}",
                        figure.key()
                    );
                } else {
                    assert_eq!(found.count(), 0, "{}", figure.key());
                }
            }
        }
    }
    let lines = draw_asked(
        engine,
        &sampler,
        &Asked::figures(&[]).with_lines(),
        3,
        0..77,
        GO_ON,
    );
    assert_eq!(lines.hours, all.hours);
    let bands = Bands::of(&all);
    let some = draw_asked(engine, &sampler, &Asked::figures(&wanted), 3, 0..77, GO_ON);
    let few = Bands::of(&some).with_pairs(&some, [[1, 0]]);
    assert_eq!(few.band(1, PathwayFigure::Net), bands.band(1, PathwayFigure::Net));
    assert_eq!(few.band(1, PathwayFigure::Mci), None);
    assert_eq!(few.paired.len(), wanted.len());
}

#[test]
fn adding_a_part_moves_the_draws_of_no_other_factor() {
    let before = assessed(&uniform());
    let mut project = uniform();
    let pocket = Part {
        id: PartId::from("pocket"),
        ..project.product.parts[2].clone()
    };
    project.product.parts.insert(0, pocket);
    let after = assessed(&project);
    let (mut first, mut second) = (Vec::new(), Vec::new());
    sampler(&before).draw(9, 3, &mut first);
    sampler(&after).draw(9, 3, &mut second);
    let mut met = 0;
    for (input, value) in before.engine.slots.inputs().iter().zip(&first) {
        let place = after
            .engine
            .slots
            .inputs()
            .iter()
            .position(|other| other.key == input.key);
        if let Some(place) = place {
            assert!((second[place] - value).abs() < f64::EPSILON, "{}", input.key);
            met += 1;
        }
    }
    assert_eq!(met, first.len());
}

#[test]
fn draws_stay_in_their_ranges_and_shares_sum_to_one() {
    let assessment = assessed(&uniform());
    let sampler = sampler(&assessment);
    let (mut values, mut numbers) = (Vec::new(), Vec::new());
    for number in 0..500 {
        sampler.draw(1, number, &mut values);
        for ((input, shape), value) in assessment
            .engine
            .slots
            .inputs()
            .iter()
            .zip(sampler.shapes())
            .zip(&values)
        {
            if let (Shape::Pert { .. }, Some(low), Some(high)) = (shape, input.figure.low, input.figure.high)
            {
                assert!((low..=high).contains(value), "{}: {value}", input.key);
            }
            if input.domain == reloom::data::Domain::Share {
                assert!((0.0..=1.0).contains(value), "{}: {value}", input.key);
            }
        }
        assessment.engine.slots.resolve(&values, &mut numbers);
        for stage in assessment
            .engine
            .pathways
            .iter()
            .flat_map(|pathway| &pathway.network.stages)
        {
            if let reloom::flow::network::Body::Item(item) = &stage.body {
                let sum: f64 = item.exits.iter().map(|exit| exit.share.of(&numbers)).sum();
                assert!((sum - 1.0).abs() < 1e-12, "{}: {sum}", stage.id);
            }
        }
    }
}

#[test]
fn bands_hold_the_central_figure_and_pairs_add_up() {
    let assessment = assessed(&uniform());
    let draws = draw(&assessment.engine, &sampler(&assessment), 1, 0..1000, GO_ON);
    let bands = Bands::of(&draws);
    for (place, pathway) in assessment.pathways.iter().enumerate() {
        let mci = bands.band(place, PathwayFigure::Mci).expect("a band");
        assert!(mci.p5 <= mci.p50 && mci.p50 <= mci.p95 && mci.sd > 0.0);
        assert!(
            mci.p5 < pathway.circularity.mci.mci && pathway.circularity.mci.mci < mci.p95,
            "{}",
            pathway.id
        );
    }
    let (ahead, behind) = (
        share_better((&draws, 1), (&draws, 0), PathwayFigure::Mci).unwrap(),
        share_better((&draws, 0), (&draws, 1), PathwayFigure::Mci).unwrap(),
    );
    assert!((ahead + behind - 1.0).abs() < 1e-12 && ahead > 0.9, "{ahead}");
    let lost = PathwayFigure::Lost.column().unwrap();
    assert!(
        draws.series(0, lost).all(|hours| hours == 0.0),
        "the baseline loses nothing"
    );
}

#[test]
fn points_between_draws_are_interpolated() {
    let band = band(&mut [4.0, 1.0, 3.0, 2.0]).expect("a band");
    assert!(
        (band.p50 - 2.5).abs() < 1e-12 && (band.p5 - 1.15).abs() < 1e-12 && (band.p95 - 3.85).abs() < 1e-12
    );
    assert!((band.mean - 2.5).abs() < 1e-12 && (band.sd - 1.25_f64.sqrt()).abs() < 1e-12);
}

#[test]
fn sewing_hours_are_among_what_decides_the_work_lost() {
    let assessment = assessed(&uniform());
    let sampler = sampler(&assessment);
    let all = tornado(&assessment.engine, &sampler, &|| false).swap_remove(1);
    let swings = &all[PathwayFigure::Lost.column().unwrap()];
    let inputs = assessment.engine.slots.inputs();
    let top: Vec<String> = swings
        .iter()
        .take(5)
        .map(|swing| inputs[swing.input].key.to_string())
        .collect();
    assert!(top.iter().any(|key| key == "assumption.sewing_k.CN"), "{top:?}");
    assert!(swings.windows(2).all(|pair| pair[0].size() >= pair[1].size()));
}

#[test]
fn stopping_gives_the_draws_so_far() {
    let assessment = assessed(&uniform());
    let draws = draw(&assessment.engine, &sampler(&assessment), 1, 0..1000, &|| true);
    assert!(draws.is_empty());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever the network: another number of threads, or the draws in two runs, and no bit differs.
    #[test]
    fn threads_change_no_bit_of_any_network(
        project in sound_project::projects(),
        threads in 2..9_usize,
        first in 1..36_u64,
    ) {
        let assessment = assess(&project, Library::builtin());
        let engine = &assessment.engine;
        let sampler = Sampler::of(engine.slots.inputs());
        let one = draw_on(1, engine, &sampler, project.seed, 37, &|| false);
        let many = draw_on(threads, engine, &sampler, project.seed, 37, &|| false);
        let mut joined = draw(engine, &sampler, project.seed, 0..first, &|| false);
        joined.append(draw(engine, &sampler, project.seed, first..37, &|| false));
        let of_lines = |draws: &Draws| draws.hours.iter().flatten().map(|hours| hours.to_bits()).collect::<Vec<_>>();
        for other in [&many, &joined] {
            prop_assert!(bits(&one) == bits(other));
            prop_assert!(of_lines(&one) == of_lines(other));
        }
    }
}
