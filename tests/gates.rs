//! What a gate says of parts that give next to nothing, and what taking off trims takes.

use reloom::assess::{Assessment, assess};
use reloom::data::{HardParts, Library};
use reloom::explain::{FigureId, explain};
use reloom::figure::PathwayFigure;
use reloom::flow::gate::{Reason, Verdict};
use reloom::model::{Estimate, Override, Project, Removable, Stage, StageKind};
use reloom::quantity::Mass;
use reloom::report::results::circularity;
use reloom::text::{Lang, gates, names::Names};

fn sample(id: &str) -> Project {
    let all = reloom::presets::all();
    all.iter()
        .find(|preset| preset.id == id)
        .unwrap()
        .project()
        .unwrap()
}

fn assessed(project: &Project) -> Assessment {
    assess(project, Library::builtin())
}

fn own(project: &mut Project, id: &str, value: f64) {
    let (figure, note) = (Estimate::exact(value), String::new());
    project.overrides.insert(id.into(), Override { figure, note });
}

#[test]
fn a_part_of_which_next_to_nothing_comes_out_is_refused_in_words() {
    let mut project = sample("school_uniform");
    own(&mut project, "route.sep_polycotton.recovery", 0.04);
    let assessment = assessed(&project);
    let way = assessment.pathway(&"separation".into()).unwrap();
    let gates = way
        .gates
        .iter()
        .filter(|gate| gate.stage.as_str() == "separation");
    let nothing =
        gates.filter(|gate| matches!(gate.answer.reasons[..], [Reason::Nothing(share)] if share < 0.05));
    let nothing: Vec<_> = nothing.collect();
    assert!(!nothing.is_empty());
    for gate in &nothing {
        assert!(gate.answer.verdict == Verdict::Refused && gate.output_kg == 0.0);
        assert!((gate.kg - gate.removed_kg - gate.refused_kg).abs() < 1e-12);
        for (lang, word) in [
            (Lang::En, "nothing of this part comes out"),
            (Lang::Zh, "几乎得不到"),
        ] {
            let names = Names {
                project: &project,
                library: Library::builtin(),
                lang,
            };
            let said = gates::reasons(&gate.answer, "shell", &gate.route, &names).join("; ");
            assert!(said.contains(word), "{said}");
        }
    }
    own(&mut project, "route.sep_polycotton.recovery", 0.9);
    let assessment = assessed(&project);
    let way = assessment.pathway(&"separation".into()).unwrap();
    let shell = way
        .gates
        .iter()
        .find(|gate| gate.stage.as_str() == "separation" && gate.part.as_str() == "shell");
    assert_ne!(shell.unwrap().answer.verdict, Verdict::Refused);
}

/// Hours per 1000 pieces of taking off trims at every route of the uniform's chemical pathway, and visits there.
fn removal(project: &Project) -> (f64, f64) {
    let assessment = assessed(project);
    let way = assessment.pathway(&"sort_chemical".into()).unwrap();
    let before = way
        .stages
        .iter()
        .filter(|stage| stage.stage.as_str().ends_with("_disassembly"));
    before.fold((0.0, 0.0), |(hours, visits), stage| {
        (hours + stage.own_hours, visits + stage.visits.unwrap())
    })
}

fn with_removable(cuts: u32, lines: usize) -> Project {
    let mut project = sample("school_uniform");
    let hard = project
        .product
        .parts
        .iter()
        .find(|part| part.is_hard())
        .unwrap()
        .clone();
    project.product.parts.retain(|part| !part.is_hard());
    for line in 0..lines {
        let mut part = hard.clone();
        (part.id, part.removable, part.count, part.cuts) =
            (format!("hard{line}").into(), Removable::Easily, 7, cuts);
        project.product.parts.push(part);
    }
    own(&mut project, "assumption.removal_minutes_per_trim", 0.8);
    project
}

#[test]
fn trims_are_cuts_and_at_most_three_minutes_a_garment() {
    for (cuts, lines, minutes) in [(1, 1, 0.8), (3, 1, 2.4), (1, 3, 2.4), (3, 2, 3.0), (1, 9, 3.0)] {
        let (hours, visits) = removal(&with_removable(cuts, lines));
        assert!(visits > 0.0);
        let found = hours / visits / 1000.0 * 60.0;
        assert!(
            (found - minutes).abs() < 1e-9,
            "{cuts} cuts of {lines} lines: {found} min"
        );
    }
    assert_eq!(removal(&with_removable(1, 0)), (0.0, 0.0));
}

#[test]
fn nothing_is_taken_off_before_wiping_cloths_and_machines_take_all_that_is_hard() {
    let project = with_removable(1, 2);
    let assessment = assessed(&project);
    let library = Library::builtin();
    let mut met = 0;
    for (way, figures) in project.pathways.iter().zip(&assessment.pathways) {
        for gate in &figures.gates {
            let route = library.route(&gate.route).unwrap();
            let part = project
                .product
                .parts
                .iter()
                .find(|part| part.id == gate.part)
                .unwrap();
            if gate.kg <= 0.0 || !part.is_hard() {
                continue;
            }
            met += 1;
            let share = gate.removed_kg / gate.kg;
            let expected = match route.hard_parts {
                HardParts::MustRemove => 0.9,
                HardParts::AutoOrManual => 1.0,
                HardParts::CutAway | HardParts::Any => 0.0,
            };
            assert!(
                (share - expected).abs() < 1e-9,
                "{} {}: {share}",
                way.id,
                gate.route
            );
        }
    }
    assert!(met > 5);
    let wiper = library.route(&"wiper".into()).unwrap();
    assert_eq!(wiper.hard_parts, HardParts::CutAway);
}

#[test]
fn each_line_of_hard_parts_costs_cloth_once_whatever_its_count() {
    let yields = |count: u32| {
        let mut project = with_removable(1, 1);
        let hard = project
            .product
            .parts
            .iter_mut()
            .find(|part| part.is_hard())
            .unwrap();
        (hard.count, hard.removable) = (count, Removable::No);
        let assessment = assessed(&project);
        let way = assessment.pathway(&"separation".into()).unwrap();
        let shell = way
            .gates
            .iter()
            .find(|gate| gate.stage.as_str() == "separation" && gate.part.as_str() == "shell");
        shell.unwrap().output_yield
    };
    assert!((yields(1) - yields(9)).abs() < 1e-15);
}

#[test]
fn a_part_of_0_g_is_named_and_a_product_of_0_g_has_no_score() {
    let mut project = sample("tshirt");
    project.product.parts[1].mass = Mass::new(0.0).unwrap();
    let found = |assessment: &Assessment, code: &str| {
        assessment
            .notices
            .iter()
            .any(|notice| notice.code() == code && notice.is_finding())
    };
    assert!(found(&assessed(&project), "part_without_mass"));
    for part in &mut project.product.parts {
        part.mass = Mass::new(0.0).unwrap();
    }
    let assessment = assessed(&project);
    assert!(found(&assessment, "no_mass"));
    for way in &assessment.pathways {
        let figures = serde_json::to_value(circularity(way)).unwrap();
        assert!(
            figures["mci"].is_null() && figures["mci_quality"].is_null(),
            "{figures}"
        );
    }
}

fn stage<'a>(project: &'a mut Project, way: &str, id: &str) -> &'a mut Stage {
    let way = project
        .pathways
        .iter_mut()
        .find(|pathway| pathway.id.as_str() == way)
        .unwrap();
    way.stages
        .iter_mut()
        .find(|stage| stage.id.as_str() == id)
        .unwrap()
}

#[test]
fn a_return_that_is_not_followed_by_use_is_named() {
    let project = sample("school_uniform");
    let aside = |project: &Project| {
        let assessment = assessed(project);
        let way = assessment.pathway(&"repair_first".into()).unwrap();
        way.notices
            .iter()
            .any(|notice| notice.code() == "return_aside" && notice.is_finding())
    };
    assert!(!aside(&project));
    let mut changed = project;
    let kind = reloom::data::Library::builtin().item_kind("preparation");
    let repair = stage(&mut changed, "repair_first", "repair").clone();
    let mut wash = repair.clone();
    (wash.id, wash.kind, wash.own) = ("wash".into(), kind, None);
    let use_id = wash
        .exits
        .iter()
        .find(|exit| exit.to.as_str() == "use")
        .unwrap()
        .to
        .clone();
    for exit in &mut stage(&mut changed, "repair_first", "repair").exits {
        if exit.to == use_id {
            exit.to = "wash".into();
        }
    }
    let way = changed
        .pathways
        .iter_mut()
        .find(|pathway| pathway.id.as_str() == "repair_first")
        .unwrap();
    way.stages.push(wash);
    assert!(aside(&changed));
}

#[test]
fn what_is_not_decided_is_linear_and_said_apart() {
    let mut project = sample("tshirt");
    let way = &mut project.pathways[0];
    for stage in &mut way.stages {
        if matches!(stage.kind, StageKind::End(_)) {
            stage.kind = StageKind::End(reloom::model::EndKind::Undecided);
        }
    }
    let assessment = assessed(&project);
    let bar = assessment.pathways[0].circularity.outflow;
    assert!(bar.undecided > 0.0 && bar.undecided <= bar.linear + 1e-12);
    assert!((bar.shares().iter().sum::<f64>() - 1.0).abs() < 1e-12);
    // It has no line of work, and the contract counts it as linear.
    let figures = &assessment.pathways[0];
    let ends = |line: &&reloom::assess::WorkFigure| {
        ["landfill_site", "incin_plant"].contains(&line.activity.as_str())
    };
    assert_eq!(figures.own_work.iter().find(ends), None);
    let json = serde_json::to_value(circularity(figures)).unwrap();
    let printed: Vec<f64> = json["outflow"]
        .as_object()
        .unwrap()
        .values()
        .filter_map(serde_json::Value::as_f64)
        .collect();
    assert_eq!(printed.len(), 6);
    assert!((printed.iter().sum::<f64>() - 1.0).abs() < 1e-12);
    // On screen it is a piece of its own, which opens to its ends; the two linear pieces sum to the contract's.
    let shown = PathwayFigure::Outflow.pieces().iter();
    let shown: f64 = shown.map(|piece| piece.central(figures)).sum();
    assert!((shown - 1.0).abs() < 1e-12);
    for (figure, share) in [
        (PathwayFigure::OutflowUndecided, bar.undecided),
        (PathwayFigure::OutflowLost, bar.linear - bar.undecided),
    ] {
        assert!((figure.central(figures) - share).abs() < 1e-12);
        let id = FigureId::Pathway(figures.id.clone(), figure);
        for (lang, word) in [(Lang::En, "not yet decided"), (Lang::Zh, "尚未决定")] {
            let told = explain(&project, Library::builtin(), &assessment, &id, lang).unwrap();
            assert_eq!(
                told.title.contains(word),
                figure == PathwayFigure::OutflowUndecided
            );
            assert_eq!(told.terms.is_empty(), share < 1e-12);
        }
    }
}
