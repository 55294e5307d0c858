//! Why two sides differ: exact sums on all samples, the sign turned with the sides, and a lone change found alone.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::float_cmp,
    reason = "a test fails loudly, and what has no part in a difference has none exactly"
)]

use reloom::assess::assess;
use reloom::data::Library;
use reloom::explain::why::{Comparison, Driver, Named, Side, WhyError, waterfall, why};
use reloom::figure::PathwayFigure;
use reloom::model::{Estimate, MaxLives, Override, PathwayId, Project, Removable, StageKind};
use reloom::quantity::{Mass, Share};
use reloom::text::Lang;

const KEYS: [&str; 3] = ["mci", "gained_h_per_1000", "lost_h_per_1000"];

fn figure(key: &str) -> PathwayFigure {
    PathwayFigure::of_key(key).expect("a figure")
}

fn preset(id: &str) -> Project {
    reloom::presets::get(id)
        .expect("a sample")
        .project()
        .expect("opens")
}

fn compared(a: (&Project, &str), b: (&Project, &str)) -> Comparison {
    let (way_a, way_b): (PathwayId, PathwayId) = (a.1.into(), b.1.into());
    let side = |project, pathway| Side { project, pathway };
    Comparison::of(side(a.0, &way_a), side(b.0, &way_b), Library::builtin()).expect("an answer")
}

/// All indicators as the assessment has them.
fn assessed(project: &Project, pathway: &str) -> Vec<f64> {
    let assessment = assess(project, Library::builtin());
    let place = assessment.engine.index(&pathway.into()).expect("a pathway");
    let outcome = &assessment.outcomes.pathways[place];
    let drawn = PathwayFigure::drawn().iter();
    drawn.map(|figure| figure.value(outcome)).collect()
}

#[track_caller]
fn near(found: f64, wanted: f64, what: &str) {
    let scale = found.abs().max(wanted.abs()).max(1.0);
    assert!(
        (found - wanted).abs() <= 1e-12 * scale,
        "{what}: {found} and {wanted}"
    );
}

/// All laws of one comparison: its ends are the assessments', the shares sum, and exchanging the sides turns them.
fn holds(a: (&Project, &str), b: (&Project, &str)) {
    let (there, back) = (compared(a, b), compared(b, a));
    let ends = assessed(a.0, a.1).into_iter().zip(assessed(b.0, b.1));
    for (drawn, (from, to)) in PathwayFigure::drawn().iter().zip(ends) {
        let key = drawn.key();
        let what = format!("{} {} – {} {}, {key}", a.0.id, a.1, b.0.id, b.1);
        let (Ok(why), Ok(turned)) = (there.why(*drawn), back.why(*drawn)) else {
            assert!(!KEYS.contains(&key), "{what}");
            continue;
        };
        near(why.a, from, &what);
        near(why.b, to, &what);
        let sum: f64 = why.shares.iter().map(|(_, share)| share).sum();
        near(sum, why.b - why.a, &what);
        assert!(
            !KEYS.contains(&key) || (sum - (why.b - why.a)).abs() <= 1e-12,
            "{what}"
        );
        assert_eq!(why.shares.len(), 9, "{what}");
        for driver in Driver::ALL {
            near(
                why.share(driver),
                -turned.share(driver),
                &format!("{what}, {driver:?}"),
            );
        }
    }
}

/// `changed` differs from the sample in one driver alone, which then holds the whole difference of every indicator.
fn alone(sample: &Project, changed: &Project, pathway: &str, driver: Driver, keys: &[&str]) {
    let comparison = compared((sample, pathway), (changed, pathway));
    for key in keys {
        let why = comparison.why(figure(key)).expect("a value");
        assert!(
            (why.b - why.a).abs() > 1e-6,
            "{key} does not move: {} {}",
            why.a,
            why.b
        );
        near(why.share(driver), why.b - why.a, key);
        let others = why.shares.iter().filter(|(other, _)| *other != driver);
        // Nothing but the rounding of the sums.
        let rounding = 1e-12 * (why.a.abs() + why.b.abs());
        assert!(
            others.into_iter().all(|(_, share)| share.abs() <= rounding),
            "{why:?}"
        );
    }
    holds((sample, pathway), (changed, pathway));
}

#[test]
fn the_shares_sum_on_every_pair_of_every_sample() {
    for preset in reloom::presets::all() {
        let project = preset.project().expect("opens");
        let ways: Vec<&str> = project.pathways.iter().map(|way| way.id.as_str()).collect();
        for (place, a) in ways.iter().enumerate() {
            for b in &ways[place + 1..] {
                holds((&project, a), (&project, b));
                let why = compared((&project, a), (&project, b)).why(figure("mci"));
                assert!(!why.expect("a value").tied);
            }
        }
    }
}

#[test]
fn a_pathway_against_itself_is_all_zeros() {
    for preset in reloom::presets::all() {
        let project = preset.project().expect("opens");
        for way in &project.pathways {
            let side = (&project, way.id.as_str());
            for key in KEYS {
                let why = compared(side, side).why(figure(key)).expect("a value");
                assert!(why.shares.iter().all(|(_, share)| *share == 0.0));
                near(why.a, why.b, key);
            }
        }
    }
}

#[test]
fn two_products_with_all_drivers_apart() {
    let (jeans, shirt) = (preset("jeans"), preset("tshirt"));
    holds((&jeans, "sort_mechanical"), (&shirt, "france"));
    let (uniform, knitwear) = (preset("school_uniform"), preset("knitwear_eu"));
    holds((&uniform, "repair_first"), (&knitwear, "reuse"));
    let comparison = compared((&uniform, "sort_chemical"), (&shirt, "france"));
    let all: Vec<_> = PathwayFigure::drawn()
        .iter()
        .filter_map(|figure| comparison.why(*figure).ok())
        .collect();
    for driver in Driver::ALL {
        assert!(all.iter().any(|why| why.share(driver).abs() > 1e-9), "{driver:?}");
    }
}

#[test]
fn one_displacement() {
    let sample = preset("tshirt");
    let mut changed = sample.clone();
    for stage in changed.pathways.iter_mut().flat_map(|way| &mut way.stages) {
        if stage.kind == crate::support::kind("repair") {
            stage.own = Some(Estimate::exact(0.4));
        }
    }
    alone(
        &sample,
        &changed,
        "repair_first",
        Driver::Displacement,
        &["lost_h_per_1000"],
    );
}

#[test]
fn one_work_factor() {
    let sample = preset("tshirt");
    let mut changed = sample.clone();
    let own = Override {
        figure: Estimate::exact(0.8),
        note: "our own line".to_owned(),
    };
    changed.overrides.insert("assumption.sewing_k.CN".into(), own);
    alone(
        &sample,
        &changed,
        "repair_first",
        Driver::LabourFactors,
        &["lost_h_per_1000"],
    );
}

#[test]
fn recycled_content_and_mass_are_materials_in() {
    let sample = preset("jeans");
    let mut recycled = sample.clone();
    recycled.product.parts[0].fibres[0].feedstock.recycled = Share::new(0.4).expect("a share");
    alone(
        &sample,
        &recycled,
        "sort_mechanical",
        Driver::MaterialsIn,
        &["mci", "v_kg"],
    );
    let mut heavier = sample.clone();
    heavier.product.parts[0].mass = Mass::new(0.7).expect("a mass");
    let keys = ["mci", "w_kg", "w_with_production_kg", "lost_h_per_1000"];
    alone(&sample, &heavier, "repair_first", Driver::MaterialsIn, &keys);
}

#[test]
fn another_fibre_is_materials_in_where_no_route_judges_it() {
    let mut sample = preset("knitwear_eu");
    for stage in sample.pathways.iter_mut().flat_map(|way| &mut way.stages) {
        stage
            .exits
            .retain(|link| !["wiper", "tearing"].contains(&link.to.as_str()));
    }
    for way in &mut sample.pathways {
        way.stages
            .retain(|stage| !matches!(stage.kind, StageKind::Material(_)));
    }
    let mut changed = sample.clone();
    changed.product.parts[0].fibres[0].fibre = "polyester".into();
    alone(
        &sample,
        &changed,
        "reuse",
        Driver::MaterialsIn,
        &["lost_h_per_1000"],
    );
}

#[test]
fn one_kind_of_work_at_two_places() {
    // Linen is counted with the hours of cotton farming at a place of its own.
    let sample = preset("tshirt");
    let mut changed = sample.clone();
    changed.product.parts[0].fibres[1].fibre = "linen".into();
    for project in [&sample, &changed] {
        holds((project, "today"), (&changed, "repair_first"));
    }
}

#[test]
fn a_fibre_that_a_route_refuses_is_found_at_the_gates() {
    let sample = preset("tshirt");
    let mut changed = sample.clone();
    for (line, share) in changed.product.parts[0].fibres.iter_mut().zip([0.6, 0.4]) {
        line.share = Share::new(share).expect("a share");
    }
    let comparison = compared((&sample, "sort_mechanical"), (&changed, "sort_mechanical"));
    let why = comparison.why(figure("mci")).expect("a value");
    assert!(why.b < why.a && why.shares[0].0 == Driver::Gates, "{why:?}");
    holds((&sample, "sort_mechanical"), (&changed, "sort_mechanical"));
}

#[test]
fn losses_lifetime_collection_and_yields_each_alone() {
    let sample = preset("tshirt");
    let own = |factor: &str, value: f64| {
        let mut changed = sample.clone();
        let figure = Estimate::exact(value);
        let note = String::new();
        changed.overrides.insert(factor.into(), Override { figure, note });
        changed
    };
    let lossy = own("kind.tshirt.making_loss", 0.3);
    let keys = ["w_with_production_kg", "lost_h_per_1000"];
    alone(&sample, &lossy, "repair_first", Driver::Losses, &keys);
    let mut lasting = sample.clone();
    lasting.product.wears = Some(Estimate::exact(90.0));
    alone(
        &sample,
        &lasting,
        "repair_first",
        Driver::Lifetime,
        &["mci", "wears"],
    );
    let mut lives = sample.clone();
    for way in &mut lives.pathways {
        way.max_lives = MaxLives::Unlimited;
    }
    alone(
        &sample,
        &lives,
        "repair_first",
        Driver::Lifetime,
        &["mci", "lost_h_per_1000"],
    );
    let tearing = own("route.mech_cotton_post.recovery", 0.3);
    alone(&sample, &tearing, "sort_mechanical", Driver::Yields, &["mci"]);
    let mut collected = sample.clone();
    for stage in collected.pathways.iter_mut().flat_map(|way| &mut way.stages) {
        if stage.kind == crate::support::kind("discard") {
            for (link, share) in stage.exits.iter_mut().zip([0.8, 0.1, 0.1]) {
                link.share = Share::new(share).expect("a share");
            }
        }
    }
    alone(&sample, &collected, "repair_first", Driver::Collection, &["mci"]);
}

#[test]
fn trims_that_come_off_are_the_gates_and_their_minutes_labour() {
    let mut sample = preset("school_uniform");
    for part in &mut sample.product.parts {
        part.removable = Removable::No;
    }
    let mut changed = sample.clone();
    for part in &mut changed.product.parts {
        if part.is_hard() {
            part.removable = Removable::Easily;
        }
    }
    let why = compared((&sample, "sort_chemical"), (&changed, "sort_chemical"))
        .why(figure("gross_h_per_1000"))
        .expect("a value");
    assert!(why.share(Driver::Gates) > 0.0, "{why:?}");
    assert!(why.share(Driver::LabourFactors) == 0.0 && why.share(Driver::SortingSplit) == 0.0);
    holds((&sample, "sort_chemical"), (&changed, "sort_chemical"));
    let mut slower = changed.clone();
    let minutes = Override {
        figure: Estimate::exact(5.0),
        note: String::new(),
    };
    slower
        .overrides
        .insert("assumption.removal_minutes_per_trim".into(), minutes);
    let keys = ["gross_h_per_1000"];
    alone(&changed, &slower, "sort_chemical", Driver::LabourFactors, &keys);
}

#[test]
fn a_route_of_another_kind_under_the_same_id_is_the_sorting_split() {
    let sample = preset("jeans");
    let mut changed = sample.clone();
    for stage in changed.pathways.iter_mut().flat_map(|way| &mut way.stages) {
        if stage.id.as_str() == "tearing" {
            stage.kind = StageKind::Material("pulp_cellulose".into());
        }
    }
    alone(
        &sample,
        &changed,
        "sort_mechanical",
        Driver::SortingSplit,
        &["mci"],
    );
}

#[test]
fn parts_that_only_one_design_has() {
    let sample = preset("school_uniform");
    let mut changed = sample.clone();
    changed.product.parts.remove(1);
    for way in &sample.pathways {
        holds((&sample, way.id.as_str()), (&changed, way.id.as_str()));
    }
    holds((&sample, "sort_chemical"), (&changed, "separation"));
}

#[test]
fn mixes_without_an_exit_are_counted_together() {
    let mut sample = preset("knitwear_eu");
    let way = sample.pathways.iter_mut().find(|way| way.id.as_str() == "reuse");
    let way = way.expect("the pathway");
    let link = |way: &mut reloom::model::Pathway, from: &str, to: &str| {
        let stage = way.stages.iter_mut().find(|stage| stage.id.as_str() == from);
        let exits = &mut stage.expect("a stage").exits;
        exits.truncate(1);
        exits[0].to = to.into();
        exits[0].share = Share::new(1.0).expect("a share");
        exits[0].basis = None;
    };
    link(way, "collection", "sorting");
    link(way, "sorting", "landfill");
    let mut changed = sample.clone();
    let other = changed.pathways.iter_mut().find(|way| way.id.as_str() == "reuse");
    let other = other.expect("the pathway");
    link(other, "collection", "landfill");
    link(other, "sorting", "collection");
    let why = compared((&sample, "reuse"), (&changed, "reuse"))
        .why(figure("gross_h_per_1000"))
        .expect("a value");
    assert!(why.tied && why.share(Driver::Collection) == 0.0, "{why:?}");
    holds((&sample, "reuse"), (&changed, "reuse"));
}

#[test]
fn a_life_without_end_against_a_capped_one_without_fallbacks() {
    let sample = preset("tshirt");
    let mut changed = sample.clone();
    for way in &mut changed.pathways {
        way.max_lives = MaxLives::Unlimited;
        for stage in &mut way.stages {
            if stage.kind.is_item() {
                stage.fallback = None;
            }
        }
    }
    holds((&sample, "today"), (&changed, "repair_first"));
    let why = compared((&sample, "today"), (&changed, "repair_first")).why(figure("mci"));
    assert!(!why.expect("a value").tied);
}

#[test]
fn what_has_no_answer_says_so() {
    let project = preset("tshirt");
    let (today, nowhere): (PathwayId, PathwayId) = ("today".into(), "nowhere".into());
    let side = |pathway| Side {
        project: &project,
        pathway,
    };
    let library = Library::builtin();
    assert_eq!(
        why(side(&today), side(&nowhere), library, figure("mci")),
        Err(WhyError::UnknownPathway)
    );
    assert_eq!(
        why(side(&today), side(&today), library, figure("outflow")),
        Err(WhyError::NoValue)
    );
    assert_eq!(
        why(
            side(&today),
            side(&today),
            library,
            figure("break_even_displacement")
        ),
        Err(WhyError::NoValue)
    );
    let mut stuck = project.clone();
    for stage in &mut stuck.pathways[0].stages {
        stage.exits.retain(|link| link.to.as_str() == "use");
    }
    let stuck = Side {
        project: &stuck,
        pathway: &today,
    };
    assert!(matches!(
        why(side(&today), stuck, library, figure("mci")),
        Err(WhyError::Flow(_))
    ));
}

#[test]
fn a_baseline_without_an_answer_leaves_circularity_explained() {
    let mut project = preset("tshirt");
    for stage in &mut project.pathways[0].stages {
        stage.exits.clear();
    }
    let comparison = compared((&project, "france"), (&project, "repair_first"));
    let why = comparison.why(figure("mci")).expect("a value");
    near(why.b, assessed(&project, "repair_first")[0], "mci");
    assert!(comparison.why(figure("lost_h_per_1000")).expect("a value").shares[0].1 == 0.0);
}

#[test]
fn the_waterfall_in_both_languages() {
    let project = preset("school_uniform");
    let mut texts = Vec::new();
    for (key, b) in [
        ("mci", "sort_chemical"),
        ("lost_h_per_1000", "repair_first"),
        ("gained_h_per_1000", "repair_first"),
        ("mci", "today"),
    ] {
        let why = compared((&project, "today"), (&project, b))
            .why(figure(key))
            .expect("a value");
        for lang in Lang::ALL {
            let name = |id: &str| {
                let way = project.pathway(&id.into()).expect("a pathway");
                way.name.get(lang).to_owned()
            };
            let (a, b) = (name("today"), name(b));
            let shown = waterfall(&why, Named { a: &a, b: &b, lang });
            let begins: Vec<f64> = shown.rows.iter().map(|row| row.from).collect();
            let ends: Vec<f64> = std::iter::once(why.a)
                .chain(shown.rows.iter().map(|row| row.to))
                .collect();
            assert_eq!(begins, ends[..begins.len()]);
            near(*ends.last().expect("a start"), why.b, key);
            texts.push(shown.headline);
            texts.push(shown.start.text);
            texts.extend(shown.rows.into_iter().map(|row| format!("  {}", row.text)));
            texts.push(shown.end.text);
            texts.extend(shown.notes);
            texts.push(String::new());
        }
    }
    insta::assert_snapshot!(texts.join("\n"));
}
