//! Assessments of the sample projects: golden snapshots, the worked example of the method, and odd input.

#![expect(clippy::expect_used, reason = "helpers of a test")]

use reloom::assess::{Assessment, Outcomes, Wanted, assess};
use reloom::data::Library;
use reloom::figure::PathwayFigure;
use reloom::flow::gate::Verdict;
use reloom::flow::notice::Notice;
use reloom::model::{Estimate, Override, Project};
use reloom::quantity::{Mass, Share};
use reloom::report::assessment::AssessmentJson;
use reloom::text::Lang;
use serde_json::Value;

fn preset(id: &str) -> Project {
    reloom::presets::get(id)
        .expect("a sample")
        .project()
        .expect("opens")
}

fn assessed(project: &Project) -> Assessment {
    assess(project, Library::builtin())
}

/// Numbers to ten significant digits, so that a snapshot does not depend on the order of additions.
fn rounded(value: Value) -> Value {
    match value {
        Value::Object(keys) => keys
            .into_iter()
            .map(|(key, value)| (key, rounded(value)))
            .collect(),
        Value::Array(items) => items.into_iter().map(rounded).collect(),
        Value::Number(number) => {
            let number = number.as_f64().expect("finite");
            let tiny = number.abs() < 1e-14;
            let text = if tiny {
                "0".to_owned()
            } else {
                format!("{number:.9e}")
            };
            text.parse::<f64>().map_or(Value::Null, Value::from)
        }
        other => other,
    }
}

#[test]
fn every_preset_has_a_golden_assessment() {
    for preset in reloom::presets::all() {
        let project = preset.project().expect("opens");
        let assessment = assessed(&project);
        for pathway in &assessment.pathways {
            assert_eq!(pathway.error, None, "{} {}", preset.id, pathway.id);
            assert!(
                pathway.imbalance_kg <= pathway.tolerance_kg,
                "{} {}",
                preset.id,
                pathway.id
            );
        }
        let json = AssessmentJson::of(&project, Library::builtin(), &assessment, None, None, Lang::En);
        let value = rounded(serde_json::to_value(json).expect("JSON"));
        let text = serde_json::to_string_pretty(&value).expect("text");
        insta::assert_snapshot!(format!("assessment_{}", preset.id), text);
    }
}

#[test]
fn the_uniform_weighs_what_its_bill_of_materials_says() {
    let product = assessed(&preset("school_uniform")).product;
    assert!((product.mass_kg * 1000.0 - 566.56).abs() < 0.01);
    assert!((product.gross_kg * 1000.0 - 667.46).abs() < 0.01);
    assert!((product.cutting_waste_kg() * 1000.0 - 100.90).abs() < 0.01);
    assert!((product.inflow.recycled() - 0.21493).abs() < 0.000_01);
    let elastane = product
        .fibres
        .iter()
        .find(|(fibre, _)| fibre.as_str() == "elastane")
        .expect("elastane")
        .1;
    assert!((elastane / product.mass_kg - 0.00305).abs() < 0.000_01);
}

#[test]
fn glycolysis_refuses_the_blended_shell_and_says_why() {
    let assessment = assessed(&preset("school_uniform"));
    let chemical = assessment
        .pathways
        .iter()
        .find(|way| way.id.as_str() == "sort_chemical")
        .expect("a pathway");
    let gate = |part: &str| {
        chemical
            .gates
            .iter()
            .find(|gate| gate.part.as_str() == part && gate.route.as_str() == "chem_pet")
            .expect(part)
    };
    assert_eq!(gate("shell").answer.verdict, Verdict::Refused);
    assert!(gate("shell").refused_kg > 0.0 && gate("shell").output_kg == 0.0);
    assert_eq!(gate("lining").answer.verdict, Verdict::Accepted);
    assert_eq!(gate("zipper").answer.verdict, Verdict::Refused);
    assert!(gate("lining").output_kg > 0.0);
}

#[test]
fn a_zip_that_stays_on_costs_cloth() {
    let mut project = preset("school_uniform");
    let output = |project: &Project| {
        let assessment = assessed(project);
        let way = assessment
            .pathways
            .iter()
            .find(|way| way.id.as_str() == "sort_chemical")
            .expect("a pathway");
        way.circularity.outflow.recycled
    };
    let stays = output(&project);
    let zip = project
        .product
        .parts
        .iter_mut()
        .find(|part| part.id.as_str() == "zipper")
        .expect("a zip");
    zip.removable = reloom::model::Removable::Easily;
    assert!(output(&project) > stays);
}

/// The worked example of the method at one displacement, in FTE per 1000 t: gross, gained, lost, break-even.
fn worked_example(displacement: f64) -> (f64, f64, f64, f64) {
    let mut project = preset("knitwear_eu");
    for stage in project
        .pathways
        .iter_mut()
        .flat_map(|pathway| &mut pathway.stages)
    {
        if stage.kind == crate::support::kind("resale") {
            stage.own = Some(Estimate::exact(displacement));
        }
        // In the example a later life is worn as often as a new garment.
        if stage.kind.role() == Some(reloom::model::StageRole::Worn) {
            stage.own = Some(Estimate::exact(1.0));
        }
    }
    let assessment = assessed(&project);
    let reuse = assessment
        .pathways
        .iter()
        .find(|way| way.id.as_str() == "reuse")
        .expect("the pathway");
    let gross = reuse.totals.gross / 1000.0 * project.product.pieces_per_year.get() / 2000.0;
    let even = reuse.totals.break_even().expect("a break-even");
    (gross, reuse.totals.fte_gained, reuse.totals.fte_lost, even)
}

#[test]
fn the_worked_example_of_the_method() {
    for (displacement, displaced, net) in [
        (0.2, 86.229, -5.886),
        (0.4, 172.458, -92.115),
        (0.646, 278.520, -198.177),
    ] {
        let (gross, gained, lost, even) = worked_example(displacement);
        assert!((gross - 81.073).abs() < 0.0005, "gross {gross}");
        assert!((gained - 81.0).abs() < 0.0005, "gained {gained}");
        assert!((lost - 0.657 - displaced).abs() < 0.0005, "displaced {lost}");
        assert!((gained - lost - net).abs() < 0.0005, "net {}", gained - lost);
        assert!((even - 0.1863).abs() < 0.00005, "break-even {even}");
    }
    let (_, gained, lost, _) = worked_example(0.186_347_980_377_831_12);
    assert!((gained - lost).abs() < 1e-9);
}

#[test]
fn the_baseline_counts_against_itself_as_nothing() {
    for preset in reloom::presets::all() {
        let assessment = assessed(&preset.project().expect("opens"));
        let baseline = assessment.baseline().expect("a baseline");
        assert!(baseline.baseline && baseline.work.is_empty());
        assert!(baseline.totals.gained == 0.0 && baseline.totals.lost == 0.0 && baseline.totals.gross > 0.0);
    }
}

#[test]
fn any_pathway_can_be_the_baseline() {
    let mut project = preset("tshirt");
    let before = assessed(&project);
    project.baseline = "france".into();
    let after = assessed(&project);
    let net = |assessment: &Assessment, id: &str| {
        assessment
            .pathways
            .iter()
            .find(|way| way.id.as_str() == id)
            .expect("a pathway")
            .totals
            .net()
    };
    assert!((net(&before, "france") + net(&after, "today")).abs() < 1e-9);
}

#[test]
fn odd_input_is_reckoned_and_reported() {
    let mut project = preset("tshirt");
    project.product.kind = "spacesuit".into();
    project.product.parts[0].fibres[0].fibre = "unobtainium".into();
    project.product.parts[0].fibres[1].share = Share::new(0.02).unwrap();
    project.product.parts[1].mass = Mass::new(0.0).unwrap();
    project.overrides.insert(
        "work.nothing.CN".into(),
        Override {
            figure: Estimate::exact(1.0),
            note: String::new(),
        },
    );
    let assessment = assessed(&project);
    let has = |wanted: &dyn Fn(&Notice) -> bool| assessment.notices.iter().any(wanted);
    assert!(has(
        &|notice| matches!(notice, Notice::UnknownFibre { fibre, .. } if fibre.as_str() == "unobtainium")
    ));
    assert!(has(
        &|notice| matches!(notice, Notice::FibreSum { sum, .. } if (sum - 0.97).abs() < 1e-9)
    ));
    assert!(has(&|notice| matches!(notice, Notice::UnknownKind(_))));
    assert!(has(&|notice| matches!(notice, Notice::UnknownOverride(_))));
    assert!(
        assessment
            .pathways
            .iter()
            .all(|way| way.error.is_none() && way.circularity.mci.mci.is_finite())
    );
    let empty = assessed(&Project::nameless());
    assert!(empty.notices.contains(&Notice::NoMass) && empty.pathways.is_empty());
}

#[test]
fn an_override_takes_the_place_of_the_library_and_is_marked() {
    let mut project = preset("school_uniform");
    let lost = |project: &Project| {
        let assessment = assessed(project);
        assessment
            .pathways
            .iter()
            .find(|way| way.id.as_str() == "repair_first")
            .expect("a pathway")
            .totals
            .lost
    };
    let before = lost(&project);
    let own = Override {
        figure: Estimate::exact(0.8),
        note: "our own line".to_owned(),
    };
    project.overrides.insert("assumption.sewing_k.CN".into(), own);
    assert!(lost(&project) < before);
    let assessment = assessed(&project);
    let input = assessment
        .engine
        .slots
        .inputs()
        .iter()
        .find(|input| input.key == "assumption.sewing_k.CN".into());
    assert_eq!(
        input.expect("the input").origin,
        reloom::flow::InputOrigin::Override
    );
}

/// Draws keep the flows of no pathway: what they take is the room of one, and the figures are those of the assessment.
#[test]
fn figures_in_the_room_of_one_pathway_are_those_with_room_for_each() {
    for preset in reloom::presets::all() {
        let engine = assessed(&preset.project().expect("opens")).engine;
        let (mut kept, mut passed) = (Outcomes::default(), Outcomes::default());
        engine.evaluate(&engine.central(), &mut kept);
        engine.evaluate_figures(&engine.central(), Wanted::ALL, &mut passed);
        for (kept, passed) in kept.pathways.iter().zip(&passed.pathways) {
            for figure in PathwayFigure::drawn() {
                let (one, other) = (figure.value(kept), figure.value(passed));
                assert_eq!(
                    one.to_bits(),
                    other.to_bits(),
                    "{} of {}",
                    figure.key(),
                    preset.id
                );
            }
            assert!(!kept.solution.ends.is_empty() && passed.solution.ends.is_empty());
        }
    }
}
