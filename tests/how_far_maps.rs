//! Maps of two levers whatever they turn: every place is the project that the edits make, a stop is heeded, and a map costs
//! a small part of what its projects would cost one by one.

#![allow(clippy::unwrap_used, reason = "a test fails loudly")]

use crate::improve::uniform;
use reloom::assess::{assess, compiled};
use reloom::data::Library;
use reloom::explain::advice::{
    Cannot, Far, Field, Lever, Line, SIDE, Target, field, how_far, in_turn, levers, levers_of,
};
use reloom::figure::PathwayFigure;
use reloom::job::lines_on;
use reloom::model::{PathwayId, Project};
use reloom::presets;
use reloom::text::Lang;
use std::cell::Cell;
use std::time::Instant;

const FIGURES: [PathwayFigure; 2] = [PathwayFigure::OutflowRecycled, PathwayFigure::Net];

/// Pairs of every kind: both at once, one built value by value, both built.
const PAIRS: [[&str; 2]; 12] = [
    ["mass:shell", "recycled:shell.polyester"],
    ["closed:glycolysis", "loss:shell"],
    ["mass:shell", "wears"],
    ["recycled:shell.polyester", "recycled:shell.cotton"],
    ["fibre:shell.polyester", "mass:shell"],
    ["fibre:shell.polyester", "recycled:shell.polyester"],
    ["recycled:shell.cotton", "fibre:shell.cotton"],
    ["share:discard>collection", "route.chem_pet.recovery"],
    ["fibre:shell.polyester", "assumption.reduced_yield"],
    ["fibre:shell.polyester", "fibre:rib.cotton"],
    ["route.chem_pet.recovery", "fibre:rib.cotton"],
    ["route.chem_pet.recovery", "assumption.reduced_yield"],
];

/// Some places of a map: its corners, and some within.
const SOME: [(usize, usize); 7] = [(0, 0), (59, 0), (0, 59), (59, 59), (12, 41), (47, 7), (30, 30)];

/// Pairs with a factor of a route that the pathways do not take: it moves nothing.
const IDLE: [[&str; 2]; 4] = [
    ["fibre:shell.polyester", "work.chem_pet.CN"],
    ["fibre:shell.cotton", "route.chem_pet.recovery"],
    ["route.chem_pet.quality", "route.chem_pet.recovery"],
    ["share:discard>collection", "route.chem_pet.quality"],
];

fn lever_of(all: &[Lever], id: &str) -> Lever {
    let found = all.iter().find(|lever| lever.id == id);
    found
        .unwrap_or_else(|| {
            let ids: Vec<&str> = all.iter().map(|lever| lever.id.as_str()).collect();
            panic!("no lever {id} in {ids:?}")
        })
        .clone()
}

fn all(project: &Project, pathway: &PathwayId) -> Vec<Lever> {
    let engine = compiled(project, Library::builtin());
    let keys = engine.slots.inputs().iter().map(|input| &input.key);
    levers(project, Library::builtin(), pathway, keys)
}

fn map(project: &Project, pathway: &PathwayId, pair: [&Lever; 2], figure: PathwayFigure) -> Field {
    let of = (project, Library::builtin());
    let other = project.baseline.clone();
    let made = field(of, (pathway, Some(&other)), pair, figure, &in_turn(&|| false));
    made.unwrap().unwrap()
}

#[test]
fn every_place_of_a_map_is_the_project_that_its_edits_make() {
    holds("sort_chemical", &PAIRS, &SOME);
    holds("repair_first", &IDLE, &SOME);
}

/// Where both levers build the product, few of its places are built: wherever gates turn, and between.
#[test]
fn a_map_of_two_parts_holds_everywhere() {
    let steps = || (0..SIDE).step_by(5).chain([SIDE - 1]);
    let places: Vec<(usize, usize)> = steps().flat_map(|x| steps().map(move |y| (x, y))).collect();
    let pairs = [
        ["fibre:shell.polyester", "fibre:rib.cotton"],
        ["fibre:rib.elastane", "fibre:shell.cotton"],
    ];
    holds("sort_chemical", &pairs, &places);
}

/// Carbon and wages stand beside the answers, and are turned by what the product and the pathway are, and by their own factors.
#[test]
fn carbon_is_reached_and_mapped_like_any_figure() {
    let project = uniform();
    let (pathway, library) = (PathwayId::from("sort_chemical"), Library::builtin());
    let figure = PathwayFigure::CarbonPer100Wears;
    let carbon = |project: &Project| figure.central(assess(project, library).pathway(&pathway).unwrap());
    let levers = levers_of(&project, library, (&pathway, figure));
    let now = carbon(&project);
    let grid = levers.iter().find(|lever| lever.id.contains(".grid")).unwrap();
    for (lever, target) in [
        (&lever_of(&levers, "wears"), now * 0.8),
        (&lever_of(&levers, "mass:shell"), now * 0.9),
        (grid, now * 0.95),
    ] {
        let far = Far {
            lever: Some(lever.id.clone()),
            figure,
            target: Some(Target::Value(target)),
            ..Far::default()
        };
        let of = (&project, library);
        let found = how_far(of, &pathway, &far, &|| false, &in_turn(&|| false));
        let found = found.unwrap().unwrap();
        assert!(found.reach.is_reached(), "{}", lever.id);
        let value = found.reach.values()[0];
        let there = carbon(&lever.at(&project, &pathway, value).unwrap());
        assert!(
            (there - target).abs() <= 1e-6 * now,
            "{}: {there}, not {target}",
            lever.id
        );
        // Always with a band.
        assert_eq!(
            found.bands.len(),
            found.bands.iter().filter(|(_, [low, high])| low < high).count()
        );
        assert!(found.bands.len() > 5, "{}", lever.id);
    }
    let pair = [lever_of(&levers, "wears"), lever_of(&levers, "mass:shell")];
    let made = map(&project, &pathway, [&pair[0], &pair[1]], figure);
    for (column, row) in [(0, 0), (59, 59), (12, 41)] {
        let turned = pair[0].at(&project, &pathway, made.xs[column]).unwrap();
        let turned = pair[1].at(&turned, &pathway, made.ys[row]).unwrap();
        let (found, expected) = (made.values[row * SIDE + column], carbon(&turned));
        assert!((found - expected).abs() <= 1e-9 * expected, "{found} {expected}");
    }
}

#[test]
fn two_shares_of_one_whole_make_no_map_and_the_reason_is_said() {
    let project = uniform();
    let pathway = PathwayId::from("sort_chemical");
    let levers = all(&project, &pathway);
    for [a, b] in [
        ["fibre:shell.polyester", "fibre:shell.cotton"],
        ["share:sorting>glycolysis", "share:sorting>preparation"],
    ] {
        let of = (&project, Library::builtin());
        let pair = [&lever_of(&levers, a), &lever_of(&levers, b)];
        let made = field(of, (&pathway, None), pair, FIGURES[0], &in_turn(&|| false)).unwrap();
        assert_eq!(made, Err(Cannot::OneWhole), "{a} × {b}");
        let far = Far {
            lever: Some(a.to_owned()),
            beside: Some(b.to_owned()),
            ..Far::default()
        };
        let found = how_far(of, &pathway, &far, &|| false, &in_turn(&|| false));
        let Some(Err(cannot)) = found else {
            panic!("{a} × {b} has a map");
        };
        for (lang, said) in [(Lang::En, "one whole"), (Lang::Zh, "同一个整体")] {
            assert!(cannot.text(&project, Library::builtin(), lang).contains(said));
        }
    }
}

/// Asserts that places of the maps of `pairs` are the projects that their edits make.
fn holds(pathway: &str, pairs: &[[&str; 2]], places: &[(usize, usize)]) {
    let project = uniform();
    let pathway = PathwayId::from(pathway);
    let levers = all(&project, &pathway);
    for [a, b] in pairs {
        let pair = [lever_of(&levers, a), lever_of(&levers, b)];
        for figure in FIGURES {
            let made = map(&project, &pathway, [&pair[0], &pair[1]], figure);
            assert_eq!(made.values.len(), SIDE * SIDE);
            for (column, row) in places.iter().copied() {
                let first = pair[0].at(&project, &pathway, made.xs[column]);
                let turned = first.and_then(|first| pair[1].at(&first, &pathway, made.ys[row]));
                let expected = turned.map_or(f64::NAN, |turned| {
                    let assessed = assess(&turned, Library::builtin());
                    let found = assessed.pathway(&pathway).unwrap();
                    if found.error.is_none() {
                        figure.central(found)
                    } else {
                        f64::NAN
                    }
                });
                let found = made.values[row * SIDE + column];
                let off = (found - expected).abs();
                assert!(
                    off <= 1e-9 * expected.abs().max(1.0) || (found.is_nan() && expected.is_nan()),
                    "{a} × {b}, {figure:?} at {column} {row}: {found}, not {expected}"
                );
            }
        }
    }
}

#[test]
fn a_stop_ends_a_map_within_a_row() {
    let project = uniform();
    let pathway = PathwayId::from("sort_chemical");
    let levers = all(&project, &pathway);
    for [a, b] in PAIRS {
        let pair = [lever_of(&levers, a), lever_of(&levers, b)];
        let asked = Cell::new(0);
        let stop = || {
            asked.set(asked.get() + 1);
            asked.get() > 3
        };
        let of = (&project, Library::builtin());
        let made = field(
            of,
            (&pathway, None),
            [&pair[0], &pair[1]],
            FIGURES[0],
            &in_turn(&stop),
        );
        assert!(made.is_none(), "{a} × {b}");
        assert_eq!(asked.get(), 4, "{a} × {b}: asked once a row");
    }
    // The whole search hears it inside its map too: the reach before it is not asked again.
    let far = Far {
        lever: Some("mass:shell".to_owned()),
        beside: Some("fibre:shell.polyester".to_owned()),
        target: Some(Target::Value(0.04)),
        ..Far::default()
    };
    let asked = Cell::new(0);
    let stop = || {
        asked.set(asked.get() + 1);
        asked.get() > 20
    };
    assert!(
        how_far(
            (&project, Library::builtin()),
            &pathway,
            &far,
            &stop,
            &in_turn(&stop)
        )
        .is_none()
    );
    assert_eq!(asked.get(), 21);
}

#[test]
fn threads_change_nothing_of_a_map_and_a_stop_ends_them_all() {
    let project = uniform();
    let pathway = PathwayId::from("sort_chemical");
    let levers = all(&project, &pathway);
    let other = Some(&project.baseline);
    for [a, b] in [PAIRS[0], PAIRS[4], PAIRS[9], PAIRS[10]] {
        let pair = [&lever_of(&levers, a), &lever_of(&levers, b)];
        let of = || ((&project, Library::builtin()), (&pathway, other));
        let alone = map(&project, &pathway, pair, FIGURES[1]);
        for threads in [1, 2, 5] {
            let work: &dyn Fn(&(dyn Fn(usize) -> Line + Sync)) -> _ =
                &|line| lines_on(threads, line, &|| false);
            let (of, ways) = of();
            let made = field(of, ways, pair, FIGURES[1], work).unwrap().unwrap();
            assert_eq!(bits(&made), bits(&alone), "{a} × {b} on {threads}");
        }
        let (of, ways) = of();
        let asked = Cell::new(0);
        let stop = || {
            asked.set(asked.get() + 1);
            asked.get() > 2
        };
        let made = field(of, ways, pair, FIGURES[1], &|line| lines_on(2, line, &stop));
        assert!(made.is_none() && asked.get() == 3, "{a} × {b}: asked no more");
    }
}

fn bits(field: &Field) -> Vec<u64> {
    let all = field.values.iter().chain(&field.others).chain(&field.nets);
    all.map(|value| value.to_bits()).collect()
}

/// Shortest of three runs, in seconds.
fn shortest(mut work: impl FnMut()) -> f64 {
    let run = |_| {
        let since = Instant::now();
        work();
        since.elapsed().as_secs_f64()
    };
    (0..3).map(run).fold(f64::INFINITY, f64::min)
}

#[test]
fn a_map_costs_a_small_part_of_its_projects() {
    let project = presets::get("padded_jacket").unwrap().project().unwrap();
    let pathway = PathwayId::from("sort_chemical");
    let levers = all(&project, &pathway);
    let mut narrow = project.clone();
    narrow
        .pathways
        .retain(|way| way.id == pathway || way.id == project.baseline);
    // One project alone: built, and its figures.
    let one = shortest(|| {
        for _ in 0..20 {
            drop(std::hint::black_box(compiled(&narrow, Library::builtin())));
        }
    }) / 20.0;
    let fibre = levers.iter().find(|lever| lever.id.starts_with("fibre:"));
    let fibre = fibre.unwrap().id.as_str();
    let melted = PathwayId::from("down_refill");
    for (way, [a, b]) in [
        (&pathway, ["mass:shell", "wears"]),
        (&pathway, ["mass:shell", fibre]),
        (&pathway, [fibre, "wears"]),
        // Glycolysis is no stage there.
        (&melted, [fibre, "work.chem_pet.CN"]),
        (&melted, ["route.chem_pet.recovery", "work.chem_pet.CN"]),
    ] {
        let pair = [lever_of(&levers, a), lever_of(&levers, b)];
        let took = shortest(|| drop(map(&project, way, [&pair[0], &pair[1]], FIGURES[0])));
        let each = one * (SIDE * SIDE) as f64;
        assert!(took < each / 4.0, "{a} × {b}: {took} s, its projects {each} s");
    }
}
