//! Better figures for assumptions: each stands in the library as it was published, with its source, range and grade.

use reloom::data::{Grade, Library, Mark};
use reloom::presets;
use reloom::project_file::{read, read_set};

/// Id, low, value, high, grade, mark.
type Row = (&'static str, f64, f64, f64, Grade, Mark);

use Grade::{A, B, C, D};
use Mark::{Derived, Judged, Saw, SawSecondHand};

const FIGURES: [Row; 37] = [
    ("work.spinning.CN", 8.0, 35.0, 110.0, C, Derived),
    ("work.spinning.VN", 25.0, 34.0, 45.0, B, Saw),
    ("work.weave.CN", 30.0, 70.0, 200.0, C, Derived),
    ("work.sewing.CN", 300.0, 420.0, 600.0, B, Derived),
    ("assumption.garment_piece.CN", 0.2, 0.25, 0.45, B, Derived),
    ("assumption.sewing_k.CN", 0.8, 1.0, 1.8, B, Derived),
    ("assumption.sewing_k", 0.8, 1.0, 1.8, D, Judged),
    ("work.cotton_farm.CN", 150.0, 250.0, 300.0, B, Derived),
    ("work.cotton_farm.CN_XJ", 40.0, 120.0, 250.0, D, Mark::Recalled),
    ("work.pet_fibre.CN", 4.0, 5.5, 10.0, C, Derived),
    ("work.pet_fibre.EU", 6.0, 7.5, 9.0, B, Saw),
    ("work.sorting_coarse.CN", 1.3, 2.5, 6.0, D, Judged),
    ("work.sorting.CN", 4.0, 8.0, 20.0, C, SawSecondHand),
    ("work.sorting.EU", 4.3, 10.0, 20.0, B, Saw),
    ("assumption.repair_hours_per_piece.EU", 0.5, 1.2, 2.7, C, Derived),
    ("assumption.repair_hours_per_piece.CN", 0.25, 0.5, 1.2, D, Judged),
    (
        "assumption.rental_wash_hours_per_kg",
        0.0387,
        0.0455,
        0.0525,
        B,
        Saw,
    ),
    ("assumption.rental_hours_per_cycle", 0.01, 0.03, 0.14, D, Judged),
    ("region.eu.share_sort_rewear", 0.5, 0.618, 0.7, B, Saw),
    ("region.eu.share_sort_wiper", 0.08, 0.112, 0.2, B, Saw),
    ("region.eu.share_sort_down", 0.1, 0.157, 0.25, B, Saw),
    ("region.eu.share_sort_f2f", 0.01, 0.022, 0.05, B, Saw),
    ("region.eu.share_sort_waste", 0.05, 0.09, 0.15, B, Saw),
    ("region.cn.share_export", 0.2, 0.3, 0.45, C, SawSecondHand),
    ("region.cn.share_reuse_home", 0.05, 0.08, 0.1, C, SawSecondHand),
    ("share.fr_2024.collection.sorting", 0.65, 0.72, 0.8, B, Saw),
    ("share.collected.collection.sorting", 0.65, 0.72, 0.8, D, Judged),
    ("reuse.resale_eu.displacement", 0.47, 0.55, 0.65, B, Saw),
    ("reuse.cn_default.displacement", 0.2, 0.4, 0.65, D, Judged),
    ("reuse.export.displacement", 0.32, 0.45, 0.69, C, Derived),
    ("region.cn.wage_manufacturing", 28.0, 31.4, 36.0, B, Saw),
    ("region.cn.wage_farm_own", 145.0, 145.0, 145.0, B, Saw),
    ("region.cn.wage_farm_hired", 211.0, 211.0, 211.0, B, Saw),
    (
        "region.cn.price_feedstock",
        1500.0,
        1800.0,
        2400.0,
        C,
        SawSecondHand,
    ),
    ("region.fr.cost_sorting_support", 164.0, 224.0, 304.0, B, Saw),
    ("region.cn.grid", 0.5306, 0.5306, 0.5306, A, Saw),
    ("region.cn.heat", 0.11, 0.11, 0.11, B, Saw),
];

#[test]
fn better_figures_stand_with_source_range_and_grade() {
    let library = Library::builtin();
    for (id, low, value, high, grade, mark) in FIGURES {
        let figure = &library.factor(id).unwrap_or_else(|| panic!("{id}")).figure;
        let near = |a: f64, b: f64| (a - b).abs() < 1e-12;
        let ends = (
            figure.low.unwrap_or(figure.value),
            figure.high.unwrap_or(figure.value),
        );
        assert!(
            near(figure.value, value) && near(ends.0, low) && near(ends.1, high),
            "{id}: {figure:?}"
        );
        assert_eq!((figure.grade, figure.mark), (grade, mark), "{id}");
        assert!(
            mark == Judged || mark == Mark::Recalled || !figure.sources.is_empty(),
            "{id}"
        );
    }
}

#[test]
fn a_figure_for_comparison_enters_no_preset_and_no_stage() {
    let library = Library::builtin();
    let is_beside = |id: &str| {
        [
            "region.eu.share_sort_",
            "region.cn.share_",
            "work.sorting_coarse.",
        ]
        .iter()
        .any(|start| id.starts_with(start))
    };
    let mut used: Vec<String> = Vec::new();
    for preset in presets::all() {
        let project = preset.project().unwrap();
        let stages = project.pathways.iter().flat_map(|way| &way.stages);
        let bases = stages.flat_map(|stage| stage.exits.iter().filter_map(|exit| exit.basis.clone()));
        used.extend(bases.map(|id| id.to_string()));
    }
    let exits = library
        .pathway_presets
        .iter()
        .flat_map(|way| &way.exits)
        .flat_map(|exits| &exits.to);
    let exits = exits.chain(library.stage_presets.iter().flat_map(|stage| &stage.exits));
    used.extend(
        exits
            .flat_map(|exit| exit.share.iter().chain(&exit.rest))
            .map(ToString::to_string),
    );
    let coarse = library.activity(&"sorting_coarse".into()).unwrap();
    assert!(coarse.cross_check);
    let found: Vec<&String> = used.iter().filter(|id| is_beside(id)).collect();
    assert_eq!(found, Vec::<&String>::new());
    assert!(used.iter().any(|id| id == "share.collected.collection.sorting"));
}

#[test]
fn the_figure_of_a_place_is_the_one_that_is_meant() {
    let library = Library::builtin();
    let work = |activity: &str, place: &str| {
        let found = library.work_factor(&activity.into(), &place.into()).unwrap();
        found.factor.id.to_string()
    };
    assert_eq!(work("cotton_farm", "CN"), "work.cotton_farm.CN");
    assert_eq!(work("cotton_farm", "CN_XJ"), "work.cotton_farm.CN_XJ");
    assert_eq!(work("pet_fibre", "FR"), "work.pet_fibre.EU");
    assert_eq!(work("resale", "GH"), "work.resale.market_GH");
    let own = |kind: &str, place: &str| {
        let found = library
            .own_factor(&library.item_kind(kind), &place.into())
            .unwrap();
        library.factor(found.as_str()).unwrap().figure.value
    };
    for (kind, place, value) in [
        ("resale", "UK", 0.646),
        ("resale", "EU", 0.55),
        ("resale", "FR", 0.55),
        ("resale", "CN", 0.4),
        ("donation", "EU", 0.55),
        ("outlet", "CN", 0.4),
        ("repair", "CN", 0.822),
        ("export", "GH", 0.45),
        ("rental", "CN", 0.5),
    ] {
        assert!((own(kind, place) - value).abs() < 1e-12, "{kind} {place}");
    }
}

#[test]
fn an_old_id_of_a_kind_of_work_keeps_its_figure() {
    let text = presets::get("knitwear_eu").unwrap().text;
    let mut old = text.replace("version: 2", "version: 1");
    for (new, before) in [
        ("work.spinning.CN", "work.spin.CN"),
        ("work.spinning_recycled.EU", "work.mech_spin.EU"),
        ("work.dyeing.CN", "work.dye.CN"),
    ] {
        assert!(old.contains(new), "{new}");
        old = old.replace(new, before);
    }
    // Minutes of a file of version 1 are standard minutes; here they stay aside.
    let minutes = "sewing: minutes(value: 13.5),";
    let (old, text) = (old.replace(minutes, ""), text.replace(minutes, ""));
    let of_version_2 = old.replace("version: 1", "version: 2");
    let now = read(text.as_bytes()).unwrap().project;
    for old in [old, of_version_2] {
        assert_eq!(read(old.as_bytes()).unwrap().project, now);
    }
    let text = include_str!("files/v2/minimal.ron");
    let others =
        "multipliers: {\"spin\": (value: 1.5, note: \"a\")}, library_values: {\"work.dye.CN\": 30}, seed: 0";
    let opened = read(text.replace("seed: 0", others).as_bytes()).unwrap();
    assert!(opened.project.multipliers.contains_key("spinning"));
    assert!(opened.library_values.contains_key("work.dyeing.CN"));
    let set =
        read_set(br#"(version: 1, name: "a", factors: { "work.garment.CN": (value: 300.0) })"#).unwrap();
    assert!(set.figures.contains_key("work.sewing.CN"));
}

/// Central values of q, with grade, as the method states them: what is judged is an assumption.
#[test]
fn the_quality_of_each_output_is_the_stated_one() {
    let stated = [
        ("wiper", 0.3, 0.1, 0.3, C),
        ("nonwoven", 0.3, 0.1, 0.5, D),
        ("mech_cotton_pre", 0.5, 0.3, 0.8, C),
        ("mech_cotton_post", 0.5, 0.3, 0.7, C),
        ("mech_wool", 0.5, 0.4, 0.8, C),
        ("mech_syn", 0.6, 0.4, 1.0, D),
        ("thermo_pet", 0.8, 0.5, 1.0, D),
        ("thermo_pa_pp", 0.7, 0.5, 1.0, D),
        ("sep_polycotton", 0.9, 0.6, 1.0, D),
        ("chem_pet", 1.0, 0.95, 1.0, C),
        ("enz_pet", 1.0, 0.95, 1.0, C),
        ("depoly_pa6", 1.0, 0.95, 1.0, C),
        ("pulp_cellulose", 1.0, 0.9, 1.0, C),
        ("carbamate", 1.0, 0.9, 1.0, C),
        ("down_refill", 0.9, 0.7, 1.0, D),
        ("remake", 1.0, 0.8, 1.0, D),
        ("compost", 0.0, 0.0, 0.0, D),
        ("rdf_csr", 0.0, 0.0, 0.0, D),
        ("incin_er", 0.0, 0.0, 0.0, D),
        ("landfill", 0.0, 0.0, 0.0, D),
    ];
    let library = Library::builtin();
    assert_eq!(library.routes.len(), stated.len());
    for (route, value, low, high, grade) in stated {
        let quality = &library.factor(&format!("route.{route}.quality")).unwrap().figure;
        assert_eq!(
            (quality.value, quality.low, quality.high),
            (value, Some(low), Some(high)),
            "{route}"
        );
        assert_eq!(quality.grade, grade, "{route}");
        assert_eq!(quality.is_assumption(), quality.sources.is_empty(), "{route}");
    }
}

#[test]
fn what_is_judged_of_reuse_is_an_assumption_and_says_so() {
    let library = Library::builtin();
    let own = |kind: &str, place: &str| {
        let kind = library.item_kind(kind);
        let id = library.own_factor(&kind, &place.into()).unwrap();
        &library.factor(id.as_str()).unwrap().figure
    };
    // Repair was asked about in the United Kingdom alone; resale of France is that of the EU.
    for (kind, place, value, grade) in [
        ("repair", "UK", 0.822, B),
        ("repair", "CN", 0.822, D),
        ("repair", "FR", 0.822, D),
        ("resale", "FR", 0.55, B),
        ("donation", "FR", 0.55, B),
        ("resale", "CN", 0.4, D),
        ("donation", "CN", 0.4, D),
        ("rental", "CN", 0.5, D),
    ] {
        let figure = own(kind, place);
        assert_eq!((figure.value, figure.grade), (value, grade), "{kind} {place}");
        assert!(grade != D || !figure.note.is_empty(), "{kind} {place}");
    }
    for id in ["share.sort_melt.sorting.melting", "share.unsold.unsold.donation"] {
        let figure = &library.factor(id).unwrap().figure;
        assert!(
            figure.is_assumption() && figure.note.contains("judgement"),
            "{id}"
        );
    }
    // Handing out donated goods has no factor: said so, never zero.
    assert!(library.activity(&"donation".into()).unwrap().factors.is_empty());
}
