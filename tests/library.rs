//! The reference library: every check holds, no row was lost, and the nearest work factor is found by rule.

#![allow(
    clippy::panic,
    clippy::expect_used,
    reason = "the helpers of a test may fail loudly"
)]

use reloom::data::{Domain, Grade, Library, LibraryError, Mark, RouteClass, Texts, WorkBasis, check};
use reloom::model::{ActivityId, FibreId, KindId, PlaceId, RouteId, SourceId};

type Swap = dyn Fn(&'static str, &str, &str) -> &'static str;
type Case = (&'static str, fn(&mut Texts<'static>, &Swap));

fn library() -> &'static Library {
    Library::builtin()
}

fn value(id: &str) -> f64 {
    library()
        .factor(id)
        .unwrap_or_else(|| panic!("no factor {id}"))
        .figure
        .value
}

#[track_caller]
fn assert_figure(id: &str, value: f64, low: f64, high: f64) {
    let figure = &library()
        .factor(id)
        .unwrap_or_else(|| panic!("no factor {id}"))
        .figure;
    assert_eq!(
        (figure.value, figure.low, figure.high),
        (value, Some(low), Some(high)),
        "{id}"
    );
}

#[test]
fn the_embedded_text_reads() {
    let parsed = Library::parse(&Texts::BUILTIN).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(&parsed, library());
    assert!(library().factors().count() > 400);
}

#[test]
fn a_flaw_names_its_table_and_line() {
    let broken = Texts {
        trims: "[\n(id: 3)]",
        ..Texts::BUILTIN
    };
    match Library::parse(&broken) {
        Err(LibraryError::Unreadable {
            table: "trims",
            line: 2,
            ..
        }) => {}
        other => panic!("{other:?}"),
    }
    let twice = Texts::BUILTIN.reuse.replace("\"resale_online\"", "\"repair\"");
    match Library::parse(&Texts {
        reuse: &twice,
        ..Texts::BUILTIN
    }) {
        Err(LibraryError::Twice(id)) => assert_eq!(id.as_str(), "reuse.repair.displacement"),
        other => panic!("{other:?}"),
    }
}

#[test]
fn every_check_holds() {
    for (name, check) in check::ALL {
        let problems = check(library());
        assert!(problems.is_empty(), "{name}:\n{}", problems.join("\n"));
    }
}

/// Each check is shown one flaw that it must find.
#[test]
fn checks_find_flaws() {
    let swap = |text: &'static str, from: &str, to: &str| -> &'static str {
        assert!(text.contains(from), "{from}");
        text.replacen(from, to, 1).leak()
    };
    let cases: [Case; 7] = [
        ("unknown source", |t, swap| {
            t.trims = swap(t.trims, "\"S2\"", "\"S999\"");
        }),
        ("yet not an assumption", |t, swap| {
            t.trims = swap(t.trims, "sources: [\"S2\"]", "sources: []");
        }),
        ("does not hold", |t, swap| {
            t.trims = swap(t.trims, "value: 0.001,", "value: 0.1,");
        }),
        ("unknown fibre", |t, swap| {
            t.trims = swap(t.trims, "\"plastic_trim\"", "\"plastics\"");
        }),
        ("out of range", |t, swap| {
            t.reuse = swap(t.reuse, "value: 0.822", "value: 1.822");
        }),
        ("unknown activity", |t, swap| {
            t.routes = swap(t.routes, "\"spinning_recycled\"", "\"spinning_again\"");
        }),
        ("再生纤维 alone", |t, swap| {
            t.fibres = swap(t.fibres, "\"有机棉\"", "\"再生纤维\"");
        }),
    ];
    for (words, change) in cases {
        let mut texts = Texts::BUILTIN;
        change(&mut texts, &swap);
        let library = Library::parse(&texts).unwrap_or_else(|error| panic!("{error}"));
        let problems = check::check_all(&library).join("\n");
        assert!(problems.contains(words), "{words} not in: {problems}");
    }
}

#[test]
fn no_row_was_lost() {
    let l = library();
    let work: usize = l.activities.iter().map(|row| row.factors.len()).sum();
    assert_eq!((work, l.activities.len(), l.qualities.len()), (60, 36, 18));
    assert_eq!((l.fibres.len(), l.feedstocks.len()), (24, 5));
    assert_eq!((l.routes.len(), l.kinds.len(), l.processes.len()), (20, 22, 19));
    assert_eq!((l.reuse.len(), l.trims.len(), l.rules.len()), (14, 12, 45));
    let regional: usize = l.regions.iter().map(|region| region.figures.len()).sum();
    assert_eq!((l.places.len(), l.regions.len(), regional), (27, 28, 183));
    let shares: usize = l.shares.iter().map(|preset| preset.shares.len()).sum();
    assert_eq!((l.shares.len(), shares, l.assumptions.len()), (16, 52, 22));
    assert_eq!(l.sources.len(), 190);
}

#[test]
fn figures_are_those_of_the_tables() {
    assert_figure("work.sorting.CN", 8.0, 4.0, 20.0);
    assert_figure("work.sewing.CN", 420.0, 300.0, 600.0);
    assert_figure("work.resale.EU_store", 50.0, 30.0, 120.0);
    assert_figure("route.mech_cotton_post.recovery", 0.613, 0.2, 0.75);
    assert_figure("route.depoly_pa6.elastane_max", 0.2, 0.1, 0.2);
    assert_figure("kind.uniform_jacket.wears", 100.0, 70.0, 150.0);
    assert_figure("kind.uniform_jacket.sewing_minutes", 20.0, 12.0, 30.0);
    assert_figure("kind.padded_jacket.mass_kg", 0.75, 0.5, 1.1);
    assert_figure("kind.coat.wears", 100.0, 67.0, 145.0);
    assert_figure("process.spin_ring.loss", 0.12, 0.1, 0.15);
    assert_figure("hours_per_fte.EU", 1720.0, 1600.0, 1800.0);
    assert_figure("hours_per_fte.CN", 2400.0, 2000.0, 2900.0);
    assert_figure("assumption.sewing_efficiency", 0.55, 0.35, 0.75);
    assert_figure("assumption.sewing_k_indirect", 1.5, 1.3, 1.8);
    assert_figure("assumption.repair_hours_per_piece.EU", 1.2, 0.5, 2.7);
    assert_figure("assumption.repair_hours_per_piece.CN", 0.5, 0.25, 1.2);
    assert_figure("share.cn_today.sorting.export", 0.35, 0.2, 0.5);
    assert_figure("trim.zip_long.mass_kg", 0.05, 0.02, 0.06);
    assert_figure("fibre.polyester.recycled_available", 0.12, 0.12, 0.125);
    assert_figure("region.eu.separately_collected", 0.275, 0.12, 0.38);
    for (id, expected) in [
        ("reuse.repair.displacement", 0.822),
        ("reuse.resale_online.displacement", 0.646),
        ("process.weave.loss", 0.0625),
        ("region.cn.target_2030", 0.3),
        ("work.disposal_warm.US", 0.727_529_3),
        ("assumption.max_lives", 3.0),
        ("assumption.closed_share", 0.0),
        ("assumption.remanufacture_multiple", 2.0),
    ] {
        assert!((value(id) - expected).abs() < 1e-12, "{id}");
    }
}

#[test]
fn every_named_assumption_exists() {
    let keys = "max_lives max_lives_rental service_later service_rental_cycle removal_yield_no \
        removal_yield_with_effort removal_yield_easily removal_minutes_per_trim cutaway_per_hard_part \
        reduced_yield closed_share e_f_bottle rental_hours_per_cycle remanufacture_multiple";
    for key in keys.split_whitespace() {
        assert!(library().factor(&format!("assumption.{key}")).is_some(), "{key}");
    }
}

#[test]
fn grades_and_marks_follow_the_method() {
    let figure = |id: &str| {
        &library()
            .factor(id)
            .unwrap_or_else(|| panic!("no factor {id}"))
            .figure
    };
    let repair = figure("reuse.repair.displacement");
    assert_eq!(
        (repair.grade, repair.mark, repair.region.as_str()),
        (Grade::B, Mark::Saw, "UK")
    );
    assert_eq!(figure("route.mech_cotton_post.recovery").grade, Grade::C);
    let farrant = figure("reuse.farrant_se.displacement");
    assert_eq!((farrant.grade, farrant.mark), (Grade::D, Mark::Recalled));
    assert_eq!(farrant.sources, [SourceId::from("FARRANT_2010")]);
    let judged = figure("assumption.rental_hours_per_cycle");
    assert!(judged.is_assumption() && judged.note.starts_with("judgement"));
    assert_eq!(figure("work.sorting.EU").sources.len(), 7);
    assert_eq!(figure("work.sorting.EU").unit, "FTE per 1000 t sorted");
    let limit = library().factor("route.thermo_pet.min_main").expect("limit");
    assert!(limit.is_fixed() && limit.domain == Domain::Share);
    assert!(
        !library()
            .factor("route.thermo_pet.recovery")
            .expect("recovery")
            .is_fixed()
    );
}

#[test]
fn the_nearest_work_factor_is_found_by_rule() {
    // activity, place, factor found, region of its hours, grade, borrowed
    let cases = [
        ("sorting", "CN", "work.sorting.CN", "CN", Grade::C, false),
        ("sorting", "EU", "work.sorting.EU", "EU", Grade::B, false),
        ("sorting", "FR", "work.sorting.EU", "EU", Grade::C, false),
        ("sorting", "CN_XJ", "work.sorting.CN", "CN", Grade::D, false),
        (
            "sorting",
            "CN_JS_SZ_SHENGZE",
            "work.sorting.CN",
            "CN",
            Grade::D,
            false,
        ),
        ("sorting", "BD", "work.sorting.GEN", "GEN", Grade::C, false),
        ("sorting", "GEN", "work.sorting.GEN", "GEN", Grade::C, false),
        ("resale", "EU", "work.resale.EU_store", "EU", Grade::C, false),
        ("resale", "FR", "work.resale.EU_store", "EU", Grade::D, false),
        ("resale", "GH", "work.resale.market_GH", "GH", Grade::C, false),
        ("resale", "US", "work.resale.GEN", "GEN", Grade::D, false),
        (
            "incin_plant",
            "CN",
            "work.incin_plant.GEN",
            "GEN",
            Grade::B,
            false,
        ),
        ("cotton_farm", "CN", "work.cotton_farm.CN", "CN", Grade::B, false),
        ("cotton_farm", "IN", "work.cotton_farm.IN", "IN", Grade::D, false),
        (
            "viscose_fibre",
            "CN",
            "work.viscose_fibre.CN",
            "CN",
            Grade::C,
            false,
        ),
        (
            "viscose_fibre",
            "EU",
            "work.viscose_fibre.CN",
            "CN",
            Grade::D,
            true,
        ),
        ("sewing", "BD", "work.sewing.CN", "CN", Grade::D, true),
    ];
    for (activity, place, id, region, grade, borrowed) in cases {
        let found = library().work_factor(&ActivityId::from(activity), &PlaceId::from(place));
        let found = found.unwrap_or_else(|| panic!("{activity} at {place}"));
        let answer = (
            found.factor.id.as_str(),
            found.region.as_str(),
            found.grade,
            found.borrowed,
        );
        assert_eq!(answer, (id, region, grade, borrowed), "{activity} at {place}");
        assert_eq!(found.proxy_for, None);
    }
}

#[test]
fn no_factor_is_none_and_never_zero() {
    for activity in [
        "repair",
        "remanufacture",
        "rental",
        "reuse_se_bundle",
        "disposal_warm",
        "chain_topdown",
    ] {
        let id = ActivityId::from(activity);
        assert!(
            library()
                .activity(&id)
                .is_some_and(|row| row.cross_check && !row.factors.is_empty()),
            "{activity}"
        );
        assert_eq!(
            library().work_factor(&id, &PlaceId::from("EU")),
            None,
            "{activity}"
        );
    }
    assert_eq!(
        library().work_factor(&ActivityId::from("wool_farm"), &PlaceId::from("CN")),
        None
    );
    assert_eq!(
        library().work_factor(&ActivityId::from("nowhere"), &PlaceId::from("CN")),
        None
    );
    for fibre in ["wool", "silk", "down", "feather", "leather", "other"] {
        let fibre = library().fibre(&FibreId::from(fibre)).expect("fibre");
        assert_eq!(library().virgin_work(fibre, &PlaceId::from("CN")), None);
    }
}

#[test]
fn proxies_are_named_and_graded_down() {
    let l = library();
    let virgin = |fibre: &str, place: &str| {
        let fibre = l.fibre(&FibreId::from(fibre)).expect("fibre");
        let found = l.virgin_work(fibre, &PlaceId::from(place)).expect("factor");
        (
            found.factor.id.to_string(),
            found.grade,
            found.proxy_for.map(|id| id.to_string()),
        )
    };
    assert_eq!(
        virgin("cotton", "IN"),
        ("work.cotton_farm.IN".to_owned(), Grade::D, None)
    );
    assert_eq!(
        virgin("linen", "IN"),
        (
            "work.cotton_farm.CN_XJ".to_owned(),
            Grade::D,
            Some("linen".to_owned())
        )
    );
    assert_eq!(
        virgin("pa6", "CN"),
        ("work.pet_fibre.CN".to_owned(), Grade::D, Some("pa6".to_owned()))
    );
    assert_eq!(
        virgin("viscose", "CN"),
        ("work.viscose_fibre.CN".to_owned(), Grade::C, None)
    );
    let melt = l.route(&RouteId::from("thermo_pet")).expect("route");
    let found = l.route_work(&melt.work[0], &PlaceId::from("EU")).expect("factor");
    assert_eq!(
        (found.factor.id.as_str(), found.grade),
        ("work.chem_pet.EU", Grade::D)
    );
    assert_eq!(found.proxy_for, Some(ActivityId::from("thermo_pet")));
}

#[test]
fn hours_per_fte_fall_back_to_the_neutral_figure() {
    let hours = |place: &str| library().hours_per_fte(&PlaceId::from(place)).id.to_string();
    assert_eq!(hours("FR"), "hours_per_fte.FR");
    assert_eq!(hours("CN_XJ"), "hours_per_fte.CN");
    assert_eq!(hours("GEN"), "hours_per_fte.GEN");
    assert_eq!(hours("ZZ"), "hours_per_fte.GEN");
}

#[test]
fn routes_carry_their_work_and_what_they_displace() {
    for route in &library().routes {
        let expects = route.class == RouteClass::FibreToFibre;
        assert_eq!(!route.displaces.is_empty(), expects, "{}", route.id);
    }
    let tear = library()
        .route(&RouteId::from("mech_cotton_post"))
        .expect("route");
    let bases: Vec<WorkBasis> = tear.work.iter().map(|work| work.basis).collect();
    assert_eq!(bases, [WorkBasis::Kg, WorkBasis::KgOut]);
    let remake = library().route(&RouteId::from("remake")).expect("route");
    assert_eq!(remake.work[0].basis, WorkBasis::MultipleOfSewing);
    assert!(library().kind(&KindId::from("uniform_school")).is_some());
}

#[test]
fn chinese_fibre_names_start_with_the_label_form() {
    for (fibre, zh) in [
        ("polyester", "聚酯纤维（涤纶）"),
        ("polyamide", "聚酰胺纤维（锦纶）"),
        ("elastane", "聚氨酯弹性纤维（氨纶）"),
    ] {
        assert_eq!(library().fibre(&FibreId::from(fibre)).expect("fibre").name.zh, zh);
    }
    assert_eq!(
        library()
            .fibre(&FibreId::from("polyester"))
            .expect("fibre")
            .name
            .en,
        "polyester"
    );
}
