//! Carbon and wages beside the answers: vectors computed by hand, bands, and what is left out.
#![allow(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a test stops at what cannot be"
)]

use clap::Parser;
use reloom::assess::{Assessment, assess};
use reloom::beside::{Carbon, LeftOut, Step, Typed, TypedWage, carbon, overlap, wages};
use reloom::cli::{Cli, run};
use reloom::data::{CarbonOf, Library, carbon as rows};
use reloom::intake::{bom, from_label, label, sample};
use reloom::model::Project;
use reloom::text::Lang;
use reloom::uncertainty::{Draws, Sampler, draw};

fn reloom(words: &str) -> (u8, String, String) {
    let words = words.split(' ').filter(|word| !word.is_empty());
    let cli = Cli::try_parse_from(["reloom"].into_iter().chain(words)).unwrap();
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let code = run(&cli.command.unwrap(), Lang::En, &mut out, &mut err);
    (
        code,
        String::from_utf8(out).unwrap(),
        String::from_utf8(err).unwrap(),
    )
}

fn product(text: &str, kind: &str) -> Project {
    let library = Library::builtin();
    let kind = library.kind(bom::kind_in(kind).unwrap()).unwrap();
    from_label(&label::parse(text).parts, kind, library, sample())
}

fn drawn(project: &Project, assessment: &Assessment, count: u64) -> Draws {
    let sampler = Sampler::of(assessment.engine.slots.inputs());
    draw(&assessment.engine, &sampler, project.seed, 0..count, &|| false)
}

fn of(project: &Project, assessment: &Assessment, at: usize, typed: Option<&Typed>) -> Carbon {
    let draws = drawn(project, assessment, 200);
    carbon(
        project,
        Library::builtin(),
        assessment,
        at,
        typed,
        (&draws, project.seed),
    )
    .unwrap()
}

fn near(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-9 * a.abs().max(b.abs()).max(1e-12)
}

#[test]
fn every_row_names_its_source_or_how_it_was_derived() {
    let library = Library::builtin();
    assert!(rows().len() > 40, "the table was not read");
    let mut ids = std::collections::BTreeSet::new();
    for row in rows() {
        let figure = &row.figure;
        assert!(ids.insert(&row.id), "{} is there twice", row.id);
        assert!(
            !figure.sources.is_empty() || !figure.note.is_empty(),
            "{}",
            row.id
        );
        for source in &figure.sources {
            assert!(library.source(source).is_some(), "{}: {source}", row.id);
        }
        let low = figure.low.unwrap_or(figure.value);
        let high = figure.high.unwrap_or(figure.value);
        assert!(low <= figure.value && figure.value <= high, "{}", row.id);
        let fibres = match &row.of {
            CarbonOf::Fibre(fibres) | CarbonOf::Recycled(fibres) | CarbonOf::Burnt { fibres, .. } => {
                fibres.as_slice()
            }
            _ => &[],
        };
        assert!(
            fibres.iter().all(|fibre| library.fibre(fibre).is_some()),
            "{}",
            row.id
        );
        // Not to be shipped without asking.
        assert!(!matches!(&row.of, CarbonOf::Fibre(fibres) if fibres.contains(&"elastane".into())));
    }
}

#[test]
fn a_cotton_shirt_is_what_the_hand_computes() {
    let library = Library::builtin();
    let project = product("100% cotton", "T-shirt");
    let assessment = assess(&project, library);
    let found = of(&project, &assessment, 0, None);
    let numbers = &assessment.numbers;
    let chain = assessment.built.masses.chains[0].1;
    let [gross, formed, yarn, fibre] =
        [chain.gross, chain.formed, chain.yarn, chain.fibre].map(|slot| slot.of(numbers));
    let grid: f64 = 0.5306;
    // kg CO2 per kg: 13.104 MJ / 3.6 · 0.5306 = 1.93138 of ring spinning; dyeing 3.6 / 3.6 · 0.5306 + 24.3 · 0.11 = 3.2036.
    let spinning = 13.104 / 3.6 * grid;
    assert!((spinning - 1.931).abs() < 1e-3);
    let dyeing = 3.6 / 3.6 * grid + 24.3 * 0.11;
    assert!((dyeing - 3.204).abs() < 1e-3);
    let reloom::model::Making::Cloth {
        spinning: spun,
        forming,
        dyeing: dyed,
        ..
    } = &project.product.parts[0].making
    else {
        panic!("a T-shirt is of cloth")
    };
    let mj = |id: &str| rows().iter().find(|row| row.id == id).unwrap().figure.value;
    let mut expected = fibre * 2.0;
    expected += yarn * mj(spun.as_str()) / 3.6 * grid;
    expected += forming
        .as_ref()
        .map_or(0.0, |id| formed * mj(id.as_str()) / 3.6 * grid);
    expected += dyed.as_ref().map_or(0.0, |_| gross * dyeing);
    let kind = library.kind(&project.product.kind).unwrap();
    expected += kind.sewing_minutes.value * 0.1044 / 3.6 * grid;
    assert!(near(found.made, expected), "{} against {expected}", found.made);
    let figures = &assessment.pathways[0];
    let worn = figures.circularity.wears * assessment.product.mass_kg;
    let washed = worn * kind.washes.value / kind.wears.value * 1.0266 / 3.6 * grid;
    assert!(near(found.washed, washed));
    // Cotton is burnt without fossil carbon: what is burnt stands beside the sum.
    let burnt: f64 = figures
        .ends
        .iter()
        .filter(|end| ["energy", "incinerated"].contains(&end.class.key()))
        .map(|end| end.kg)
        .sum();
    assert!(near(found.biogenic, burnt * 1.629), "{}", found.biogenic);
    let landfilled: f64 = figures
        .ends
        .iter()
        .filter(|end| end.class.key() == "landfilled")
        .map(|end| end.kg)
        .sum();
    assert!(near(found.ended, landfilled * 0.4968));
    let whole = expected + washed + landfilled * 0.4968;
    assert!(near(found.per_piece.0, whole));
    assert!(near(
        found.per_100_wears.unwrap().0,
        whole / figures.circularity.wears * 100.0
    ));
    assert!(near(
        found.avoided,
        expected * figures.circularity.garments_avoided
    ));
}

#[test]
fn fossil_carbon_is_apart_and_what_has_no_row_is_named() {
    let project = product("60% polyester 35% cotton 5% elastane", "T-shirt");
    let assessment = assess(&project, Library::builtin());
    let found = of(&project, &assessment, 0, None);
    let burnt: f64 = assessment.pathways[0]
        .ends
        .iter()
        .filter(|end| ["energy", "incinerated"].contains(&end.class.key()))
        .map(|end| end.kg)
        .sum();
    let fossil: f64 = found
        .terms
        .iter()
        .filter(|term| term.step == Step::Burnt)
        .map(|term| term.kg)
        .sum();
    assert!(near(fossil, burnt * (0.6 * 2.29 + 0.05 * 2.345)));
    assert!(near(found.biogenic, burnt * 0.35 * 1.629));
    let named = |wanted: &str| {
        found
            .left_out
            .iter()
            .any(|left| matches!(left, LeftOut::Fibre(id, ..) if id.as_str() == wanted))
    };
    assert!(named("elastane") && !named("cotton"));
    assert!(found.left_out.contains(&LeftOut::Steps));
}

#[test]
fn a_typed_figure_takes_the_place_of_making() {
    let project = product("100% cotton", "T-shirt");
    let assessment = assess(&project, Library::builtin());
    let typed = Typed {
        kg: 5.0,
        source: "EPD 123".to_owned(),
    };
    let (own, ours) = (
        of(&project, &assessment, 0, Some(&typed)),
        of(&project, &assessment, 0, None),
    );
    assert!(near(own.per_piece.0 - 5.0, ours.per_piece.0 - ours.made));
    assert_eq!(own.typed, Some(typed));
    let [low, _, high] = own.per_piece.1.unwrap();
    assert!(low >= 5.0 && high > low);
}

#[test]
fn bands_hold_the_figure_and_overlapping_ones_are_not_ranked() {
    let project = reloom::presets::get("school_uniform").unwrap().project().unwrap();
    let assessment = assess(&project, Library::builtin());
    for at in 0..assessment.pathways.len() {
        let found = of(&project, &assessment, at, None);
        let (value, spread) = found.per_100_wears.unwrap();
        let [low, middle, high] = spread.unwrap();
        assert!(
            low < value && value < high && low < middle && middle < high,
            "{value} {spread:?}"
        );
    }
    assert!(overlap(Some([1.0, 2.0, 3.0]), Some([3.0, 4.0, 5.0])) && overlap(None, Some([0.0; 3])));
    assert!(!overlap(Some([1.0, 2.0, 3.0]), Some([3.1, 4.0, 5.0])));
    let (code, out, err) = reloom("beside preset:school_uniform --draws 200 --format json");
    assert_eq!(code, 0, "{err}");
    let json: serde_json::Value = serde_json::from_str(&out).unwrap();
    let band = |id: &str| {
        let ways = json["pathways"].as_array().unwrap();
        let way = ways.iter().find(|way| way["id"] == id).unwrap();
        let band = &way["carbon"]["carbon_kg_per_100_wears_band"];
        [band[0].as_f64().unwrap(), band[2].as_f64().unwrap()]
    };
    for pair in json["compared"].as_array().unwrap() {
        let (a, b) = (
            band(pair["a"].as_str().unwrap()),
            band(pair["b"].as_str().unwrap()),
        );
        let overlaps = a[0] <= b[1] && b[0] <= a[1];
        assert_eq!(pair["less"].is_null(), overlaps);
    }
    assert_eq!(json["published_garments"].as_array().unwrap().len(), 7);
}

#[test]
fn wages_are_hours_times_the_wage_of_the_place() {
    let library = Library::builtin();
    let project = reloom::presets::get("school_uniform").unwrap().project().unwrap();
    let assessment = assess(&project, library);
    let way = assessment.pathway(&"repair_first".into()).unwrap();
    let found = wages(&project, library, way, &[]);
    let (mut hours, mut covered, mut yuan) = (0.0, 0.0, 0.0);
    for line in way.work.iter().filter(|line| line.hours < 0.0) {
        hours -= line.hours;
        let wage = match line.activity.as_str() {
            "spinning" | "weave" | "knit" | "dyeing" | "sewing" => 31.4,
            "cotton_farm" => f64::midpoint(145.0, 211.0) / 8.0,
            _ => continue,
        };
        if line.place.as_str().starts_with("CN") {
            covered -= line.hours;
            yuan -= line.hours * wage;
        }
    }
    assert!(near(found.lost.covered, covered / hours));
    assert_eq!(found.lost.yuan.is_some(), covered / hours >= 0.5);
    if let Some([low, central, high]) = found.lost.yuan {
        assert!(near(central, yuan) && low < central && central < high);
    }
    // Repair, collection and resale have no wage: most of what is gained is not covered, and there is no sum.
    assert!(found.gained.covered < 0.5 && found.gained.yuan.is_none());
    assert!(
        found
            .without
            .iter()
            .any(|(activity, ..)| activity.as_str() == "repair")
    );
    let typed: Vec<TypedWage> = found
        .without
        .iter()
        .map(|(activity, place, _)| TypedWage {
            activity: activity.clone(),
            place: place.clone(),
            per_hour: 20.0,
            source: "own books".to_owned(),
        })
        .collect();
    let own = wages(&project, library, way, &typed);
    assert!(own.is_own && near(own.gained.covered, 1.0) && own.gained.yuan.is_some());
}

#[test]
fn what_is_typed_in_needs_its_source() {
    for (line, word) in [
        ("beside preset:tshirt --made-kg -1 --source EPD", "made-kg"),
        (
            "beside preset:tshirt --wage sorting=22 --source x",
            "sorting@CN=22",
        ),
        (
            "beside preset:tshirt --wage nothing@CN=22 --source x",
            "nothing@CN=22",
        ),
        ("beside preset:tshirt --pathway nowhere", "nowhere"),
    ] {
        let (code, out, err) = reloom(line);
        assert_eq!(code, 2, "{line}");
        assert!(out.is_empty() && err.contains(word), "{err}");
    }
    let (code, out, err) = reloom("beside preset:tshirt --made-kg 4.2 --source EPD --draws 50");
    assert_eq!(code, 0, "{err}");
    assert!(
        out.contains("typed in: EPD") && out.contains("Left out:"),
        "{out}"
    );
}
