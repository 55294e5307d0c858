//! Carbon and wages beside the answers: vectors computed by hand, bands, and what is left out.
#![allow(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a test stops at what cannot be"
)]

use clap::Parser;
use reloom::assess::beside::{Beside, Carbon, LeftOut, Step};
use reloom::assess::{Assessment, assess};
use reloom::cli::{Cli, run};
use reloom::data::{CarbonOf, Library, carbon as rows};
use reloom::explain::{FigureId, explain, own_marks};
use reloom::figure::PathwayFigure;
use reloom::intake::{bom, from_label, label, sample};
use reloom::model::{Estimate, FactorId, Override, Project, Typed};
use reloom::text::Lang;
use reloom::uncertainty::{Band, Draws, Sampler, beside_bands, carbon_bands, draw, overlap};

pub(super) fn reloom(words: &str) -> (u8, String, String) {
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

fn of(assessment: &Assessment, at: usize) -> &Carbon {
    &beside(assessment, at).carbon
}

fn beside(assessment: &Assessment, at: usize) -> &Beside {
    assessment.pathways[at].beside.as_ref().unwrap()
}

fn with_own(project: &Project, id: FactorId, figure: Estimate) -> Project {
    let mut own = project.clone();
    let note = "own books".to_owned();
    own.overrides.insert(id, Override { figure, note });
    own
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
    let found = of(&assessment, 0);
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
    assert!(near(found.per_piece, whole));
    assert!(near(
        found.per_100_wears,
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
    let found = of(&assessment, 0);
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
    let library = Library::builtin();
    let project = product("100% cotton", "T-shirt");
    let id = Typed::CarbonMade(project.product.variant).id();
    let typed = with_own(
        &project,
        id.clone(),
        Estimate {
            value: 5.0,
            range: Some((4.0, 6.0)),
        },
    );
    let (ours, own) = (assess(&project, library), assess(&typed, library));
    assert_eq!(own.notices, ours.notices, "a typed figure is known");
    assert!(near(
        of(&own, 0).per_piece - 5.0,
        of(&ours, 0).per_piece - of(&ours, 0).made
    ));
    assert_eq!(of(&own, 0).typed.as_ref().unwrap().1.note, "own books");
    let draws = drawn(&typed, &own, 400);
    let [piece, _] = carbon_bands(&own.pathways[0], (&draws, 1), 0).unwrap();
    assert!(piece.p5 > 4.0 && piece.p95 > piece.p5);
    // Marked wherever it counts, and on no other figure.
    let marks = own_marks(&typed, library, &own);
    for figure in PathwayFigure::ALL {
        let marked = !marks
            .behind(&FigureId::Pathway(own.pathways[0].id.clone(), *figure))
            .is_empty();
        assert_eq!(marked, *figure == PathwayFigure::CarbonPer100Wears, "{figure:?}");
    }
    // A variant with another number has another piece: the figure is not of it.
    let mut other = typed.clone();
    other.product.variant = reloom::model::VariantNo::new(2).unwrap();
    assert_eq!(of(&assess(&other, library), 0).typed, None);
}

/// The grid where it is made and used, typed in, moves carbon, is marked, and stands among the factors with its source.
#[test]
fn an_own_grid_and_an_own_wage_are_marked() {
    let library = Library::builtin();
    let project = reloom::presets::get("school_uniform").unwrap().project().unwrap();
    let before = assess(&project, library);
    let grid = of(&before, 1).factors.made.id.clone();
    let own = with_own(&project, grid.clone(), Estimate::exact(0.1));
    let after = assess(&own, library);
    assert!(of(&after, 1).made < of(&before, 1).made);
    let id = FigureId::Pathway(after.pathways[1].id.clone(), PathwayFigure::CarbonPer100Wears);
    assert_eq!(
        own_marks(&own, library, &after).behind(&id),
        std::slice::from_ref(&grid)
    );
    let told = explain(&own, library, &after, &id, Lang::En).unwrap();
    let listed = told
        .factors
        .iter()
        .find(|factor| factor.id == grid.clone().into())
        .unwrap();
    assert!(listed.own, "{listed:?}");
    let rows: Vec<_> = told
        .factors
        .iter()
        .filter(|factor| factor.id.to_string().starts_with("carbon."))
        .collect();
    assert!(!rows.is_empty() && rows.iter().all(|row| !row.value.is_empty()));
    assert!(
        rows.iter().any(|row| !row.sources.is_empty()),
        "a row says its source"
    );
    for row in rows {
        let opened = explain(&own, library, &after, &FigureId::Factor(row.id.clone()), Lang::Zh).unwrap();
        assert!(!opened.value.is_empty());
    }
    // Wages: an own one of a place without a row.
    let line = beside(&before, 1).wages.without().next().unwrap();
    let wage = Typed::Wage(line.activity.clone(), line.place.clone()).id();
    let own = with_own(&project, wage.clone(), Estimate::exact(25.0));
    let after = assess(&own, library);
    let side = if line.hours > 0.0 {
        PathwayFigure::WageGained
    } else {
        PathwayFigure::WageLost
    };
    let id = FigureId::Pathway(after.pathways[1].id.clone(), side);
    assert_eq!(
        own_marks(&own, library, &after).behind(&id),
        std::slice::from_ref(&wage)
    );
    assert!(beside(&after, 1).wages.is_own && !beside(&before, 1).wages.is_own);
}

/// Bands of wages are those of hours and wages together, and stand where the sum stands.
#[test]
fn wages_have_bands_where_they_have_a_sum() {
    let project = reloom::presets::get("school_uniform").unwrap().project().unwrap();
    let assessment = assess(&project, Library::builtin());
    let draws = drawn(&project, &assessment, 200);
    for (at, [_, gained, lost]) in beside_bands(&assessment, &draws, project.seed)
        .into_iter()
        .enumerate()
    {
        let wages = &beside(&assessment, at).wages;
        for (paid, band) in [(&wages.gained, gained), (&wages.lost, lost)] {
            assert_eq!(band.is_some(), paid.yuan.is_some());
            if let Some(band) = band.filter(|_| paid.central() > 0.0) {
                assert!(band.p5 < paid.central() && paid.central() < band.p95, "{band:?}");
            }
        }
    }
}

#[test]
fn bands_hold_the_figure_and_overlapping_ones_are_not_ranked() {
    let project = reloom::presets::get("school_uniform").unwrap().project().unwrap();
    let assessment = assess(&project, Library::builtin());
    let draws = drawn(&project, &assessment, 200);
    for (at, figures) in assessment.pathways.iter().enumerate() {
        let [_, Band { p5, p50, p95, .. }] = carbon_bands(figures, (&draws, project.seed), at).unwrap();
        let value = of(&assessment, at).per_100_wears;
        assert!(p5 < value && value < p95 && p5 < p50 && p50 < p95, "{value}");
    }
    let spread = |[p5, p50, p95]: [f64; 3]| {
        Some(Band {
            p5,
            p50,
            p95,
            ..Band::default()
        })
    };
    assert!(overlap(spread([1.0, 2.0, 3.0]), spread([3.0, 4.0, 5.0])) && overlap(None, spread([0.0; 3])));
    assert!(!overlap(spread([1.0, 2.0, 3.0]), spread([3.1, 4.0, 5.0])));
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

/// Yearly pay stands beside the wages with its place and year, and moves no sum.
#[test]
fn yearly_pay_is_shown_and_never_used() {
    let library = Library::builtin();
    let project = reloom::presets::get("school_uniform").unwrap().project().unwrap();
    let before = assess(&project, library);
    let id = FigureId::Pathway(before.pathways[1].id.clone(), PathwayFigure::WageLost);
    for (lang, begins) in [(Lang::En, "Published yearly pay"), (Lang::Zh, "公布的年平均工资")] {
        let told = explain(&project, library, &before, &id, lang).unwrap();
        let note = told.notes.iter().find(|note| note.starts_with(begins)).unwrap();
        for word in ["75", "2023"] {
            assert!(note.contains(word), "{word}: {note}");
        }
    }
    let yearly = "region.place_cn.wage_above_scale_production_workers";
    assert!(library.factor(yearly).is_some());
    let after = assess(&with_own(&project, yearly.into(), Estimate::exact(1.0)), library);
    assert_eq!(beside(&after, 1).wages, beside(&before, 1).wages);
}

#[test]
fn wages_are_hours_times_the_wage_of_the_place() {
    let library = Library::builtin();
    let project = reloom::presets::get("school_uniform").unwrap().project().unwrap();
    let assessment = assess(&project, library);
    let way = assessment.pathway(&"repair_first".into()).unwrap();
    let found = &way.beside.as_ref().unwrap().wages;
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
    assert!(found.without().any(|line| line.activity.as_str() == "repair"));
    let mut own = project.clone();
    for line in found.without() {
        let id = Typed::Wage(line.activity.clone(), line.place.clone()).id();
        own = with_own(&own, id, Estimate::exact(20.0));
    }
    let assessment = assess(&own, library);
    let way = assessment.pathway(&"repair_first".into()).unwrap();
    let own = &way.beside.as_ref().unwrap().wages;
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
