//! Sewing per piece, and multipliers of indirect work: what they change, what they leave alone, what is refused.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails loudly")]

use clap::Parser;
use reloom::assess::{Assessment, PathwayFigures, WorkFigure, assess};
use reloom::cli::{Cli, run};
use reloom::data::{Grade, Library};
use reloom::edit::{Edit, EditError, ProductEdit};
use reloom::explain::why::{Driver, Side, why};
use reloom::explain::{Explanation, FigureId, PathwayFigure, explain};
use reloom::flow::notice::{MultiplierFault, Notice};
use reloom::model::{Estimate, Multiplier, Override, Project, Sewing, StageKind};
use reloom::project_file::{read, write};
use reloom::quantity::Mass;
use reloom::report::assessment::AssessmentJson;
use reloom::text::names::Names;
use reloom::text::{Lang, notices};
use serde_json::Value;

fn preset(id: &str) -> Project {
    reloom::presets::get(id).unwrap().project().unwrap()
}

fn uniform(sewing: Sewing) -> Project {
    let mut project = preset("school_uniform");
    project.product.sewing = sewing;
    project
}

fn own(minutes: f64) -> Sewing {
    Sewing::Minutes(Estimate::exact(minutes))
}

fn smv(minutes: f64) -> Sewing {
    Sewing::Smv(Estimate::exact(minutes))
}

fn assessed(project: &Project) -> Assessment {
    assess(project, Library::builtin())
}

/// Hours of sewing in one new garment.
fn sewn(assessment: &Assessment) -> f64 {
    let engine = &assessment.engine;
    let line = engine
        .new_garment
        .iter()
        .find(|work| work.activity.as_str() == "sewing");
    line.unwrap().hours_per_piece.of(&assessment.numbers)
}

fn way<'a>(assessment: &'a Assessment, id: &str) -> &'a PathwayFigures {
    assessment.pathway(&id.into()).unwrap()
}

fn line<'a>(work: &'a [WorkFigure], activity: &str) -> &'a WorkFigure {
    work.iter()
        .find(|line| line.activity.as_str() == activity)
        .unwrap()
}

/// What the command line makes of the same minutes.
fn calculated(minutes: f64) -> f64 {
    let minutes = format!("smv_min={minutes}");
    let words = [
        "reloom",
        "calc",
        "sewing",
        &minutes,
        "efficiency=0.55",
        "k_indirect=1.5",
        "--format",
        "json",
    ];
    let cli = Cli::try_parse_from(words).unwrap();
    let (mut out, mut err) = (Vec::new(), Vec::new());
    assert_eq!(run(&cli.command.unwrap(), Lang::En, &mut out, &mut err), 0);
    let value: Value = serde_json::from_slice(&out).unwrap();
    value["h_per_piece"].as_f64().unwrap()
}

fn near(found: f64, expected: f64) {
    assert!(
        (found - expected).abs() <= 1e-12 * expected.abs().max(1.0),
        "{found}, not {expected}"
    );
}

fn opened(project: &Project, assessment: &Assessment, way: &str, activity: &str, lang: Lang) -> Explanation {
    let figure = FigureId::Work {
        pathway: way.into(),
        activity: activity.into(),
        place: project.product.made_in.clone(),
    };
    explain(project, Library::builtin(), assessment, &figure, lang).unwrap()
}

#[test]
fn a_piece_is_sewn_in_its_making_minutes_over_sixty() {
    // A T-shirt of 15 minutes takes 0.25 h, whatever it weighs.
    let mut shirt = preset("tshirt");
    near(sewn(&assessed(&shirt)), 0.25);
    let shell = shirt.product.parts.first_mut().unwrap();
    shell.mass = Mass::new(shell.mass.get() * 3.0).unwrap();
    near(sewn(&assessed(&shirt)), 0.25);
    // The kind's minutes, the jacket alone, the padded jacket as a coat; the user's own win.
    for (id, minutes) in [
        ("jeans", 30.0),
        ("school_uniform", 20.0),
        ("padded_jacket", 60.0),
        ("bed_linen", 25.0),
    ] {
        near(sewn(&assessed(&preset(id))), minutes / 60.0);
        let mut project = preset(id);
        project.product.sewing = own(18.0);
        near(sewn(&assessed(&project)), 0.3);
    }
}

#[test]
fn k_is_the_one_factor_that_is_drawn() {
    for (place, k, grade) in [
        ("CN", "assumption.sewing_k.CN", Grade::B),
        ("EU", "assumption.sewing_k", Grade::D),
    ] {
        for sewing in [Sewing::Kind, own(20.0)] {
            let mut project = preset("tshirt");
            project.product.sewing = sewing;
            project.product.made_in = place.into();
            let assessment = assessed(&project);
            let engine = &assessment.engine;
            let line = engine
                .new_garment
                .iter()
                .find(|work| work.activity.as_str() == "sewing");
            let behind = engine.slots.inputs_behind_all([line.unwrap().hours_per_piece]);
            let drawn = behind.into_iter().filter_map(|at| engine.slots.inputs().get(at));
            let drawn: Vec<_> = drawn
                .filter(|input| !input.fixed && input.key.to_string() != "mass")
                .collect();
            let keys: Vec<String> = drawn.iter().map(|input| input.key.to_string()).collect();
            assert_eq!(keys, [k], "{place}");
            let figure = &drawn.first().unwrap().figure;
            assert_eq!(
                (figure.value, figure.low, figure.high),
                (1.0, Some(0.8), Some(1.8))
            );
            assert_eq!(figure.grade, grade);
        }
    }
    let mut project = preset("tshirt");
    project
        .overrides
        .insert("assumption.sewing_k.CN".into(), exact(1.4));
    near(sewn(&assessed(&project)), 0.35);
}

fn exact(value: f64) -> Override {
    Override {
        figure: Estimate::exact(value),
        note: String::new(),
    }
}

#[test]
fn standard_minutes_go_without_k() {
    for minutes in [8.5, 20.0, 47.0] {
        let mut project = uniform(smv(minutes));
        near(sewn(&assessed(&project)), calculated(minutes));
        near(
            sewn(&assessed(&project)),
            reloom::work::hours::sewing_hours(minutes, 0.55, 1.5),
        );
        project
            .overrides
            .insert("assumption.sewing_k.CN".into(), exact(1.7));
        near(sewn(&assessed(&project)), calculated(minutes));
    }
}

#[test]
fn a_kind_without_minutes_is_counted_per_kg() {
    assert_eq!(Sewing::default(), Sewing::Kind);
    let mut project = uniform(Sewing::Kind);
    project.product.kind = "spacesuit".into();
    let assessment = assessed(&project);
    near(
        sewn(&assessment),
        420.0 * 2400.0 / 1e6 * assessment.product.mass_kg,
    );
    assert!(assessment.built.sewn.is_empty());
    assert!(
        assessment
            .notices
            .contains(&Notice::UnknownKind("spacesuit".into()))
    );
    project.product.sewing = own(30.0);
    near(sewn(&assessed(&project)), 0.5);
    // Per piece, the factor per kg is in no number.
    let assessment = assessed(&uniform(Sewing::Kind));
    let mut keys = assessment
        .engine
        .slots
        .inputs()
        .iter()
        .map(|input| input.key.to_string());
    assert!(keys.all(|key| !key.starts_with("work.sewing")));
}

#[test]
fn minutes_do_not_hang_on_the_mass() {
    let light = uniform(own(20.0));
    let mut heavy = light.clone();
    let shell = heavy.product.parts.first_mut().unwrap();
    shell.mass = Mass::new(shell.mass.get() * 2.0).unwrap();
    near(sewn(&assessed(&heavy)), sewn(&assessed(&light)));
}

#[test]
fn minutes_change_sewing_and_what_is_counted_by_it_and_nothing_else() {
    let (of_kind, by_minutes) = (assessed(&uniform(Sewing::Kind)), assessed(&uniform(own(26.0))));
    for (before, after) in of_kind.pathways.iter().zip(&by_minutes.pathways) {
        assert_eq!(before.circularity, after.circularity);
        for (old, new) in before.work.iter().zip(&after.work) {
            let by_sewing = ["sewing", "remanufacture"].contains(&old.activity.as_str());
            let factor = if by_sewing { 1.3 } else { 1.0 };
            assert_eq!(old.activity, new.activity);
            near(new.hours, old.hours * factor);
        }
    }
}

#[test]
fn remaking_follows_the_minutes() {
    let mut project = uniform(own(20.0));
    let stages = project.pathways.iter_mut().flat_map(|way| &mut way.stages);
    for stage in stages.filter(|stage| stage.id.as_str() == "tearing") {
        stage.kind = StageKind::Material("remake".into());
    }
    let assessment = assessed(&project);
    let remade = assessment
        .engine
        .pathways
        .iter()
        .flat_map(|way| &way.network.stages)
        .flat_map(|stage| &stage.work)
        .find(|line| line.activity.as_str() == "remanufacture")
        .unwrap();
    let per_kg = 20.0 / 60.0 / assessment.product.mass_kg;
    near(remade.hours.of(&assessment.numbers), 2.0 * per_kg);
}

#[test]
fn the_line_names_what_is_drawn_and_its_grade() {
    // The minutes of the T-shirt are published, those of the uniform jacket are judged.
    for (id, sewing, factor, grade) in [
        ("tshirt", Sewing::Kind, "assumption.sewing_k.CN", Grade::B),
        ("school_uniform", Sewing::Kind, "assumption.sewing_k.CN", Grade::D),
        ("tshirt", own(20.0), "assumption.sewing_k.CN", Grade::D),
        ("tshirt", smv(20.0), "product.sewing_minutes", Grade::D),
    ] {
        let mut project = preset(id);
        project.product.sewing = sewing;
        let assessment = assessed(&project);
        let garment = line(&way(&assessment, "repair_first").work, "sewing");
        assert_eq!(garment.factor.as_ref().unwrap().to_string(), factor);
        assert_eq!(garment.grade, Some(grade));
        let Some((low, high)) = garment.range else {
            assert!(matches!(sewing, Sewing::Smv(_)));
            continue;
        };
        near(low, garment.hours.abs() * 0.8);
        near(high, garment.hours.abs() * 1.8);
    }
}

#[test]
fn the_opened_line_shows_the_formula_with_its_numbers() {
    let project = uniform(Sewing::Kind);
    let assessment = assessed(&project);
    let en = opened(&project, &assessment, "repair_first", "sewing", Lang::En);
    assert!(en.formula.ends_with("\nh = min/60 · k"), "{}", en.formula);
    assert!(
        en.substituted.ends_with("20 / 60 × 1 = 0.3333\u{202f}h"),
        "{}",
        en.substituted
    );
    let compared = en.terms.iter().find(|term| term.symbol == "h (kg)").unwrap();
    assert!(compared.value.starts_with("0.5711") && compared.meaning.contains("0.6 times"));
    let keys: Vec<String> = en.factors.iter().map(|factor| factor.id.to_string()).collect();
    for key in ["kind.uniform_jacket.sewing_minutes", "assumption.sewing_k.CN"] {
        assert!(keys.iter().any(|known| known == key), "{keys:?}");
    }
    assert!(en.notes.iter().any(|note| note.contains("only k is drawn")));
    let zh = opened(&project, &assessment, "repair_first", "sewing", Lang::Zh);
    assert!(zh.notes.iter().any(|note| note.contains("只有k参与抽样")));
    let own_project = uniform(own(20.0));
    let own_assessment = assessed(&own_project);
    let own_line = opened(&own_project, &own_assessment, "repair_first", "sewing", Lang::En);
    assert!(
        own_line
            .notes
            .iter()
            .all(|note| !note.contains("only k is drawn"))
    );
    let minutes = FigureId::Factor(reloom::flow::InputKey::SewingMinutes);
    let minutes = explain(
        &own_project,
        Library::builtin(),
        &own_assessment,
        &minutes,
        Lang::En,
    )
    .unwrap();
    assert_eq!(minutes.factors.first().unwrap().note, "set for this product");
    let by_standard = uniform(smv(20.0));
    let assessment = assessed(&by_standard);
    let en = opened(&by_standard, &assessment, "repair_first", "sewing", Lang::En);
    assert!(en.formula.ends_with("\nh = SMV/60 / efficiency · k_indirect"));
    assert!(
        en.substituted.ends_with("20 / 60 / 0.55 × 1.5 = 0.9091\u{202f}h"),
        "{}",
        en.substituted
    );
}

#[test]
fn remaking_opens_down_to_the_minutes() {
    let project = preset("jeans");
    let assessment = assessed(&project);
    let at = &way(&assessment, "remake").own_work;
    let place = line(at, "remanufacture").place.clone();
    let figure = FigureId::Work {
        pathway: "remake".into(),
        activity: "remanufacture".into(),
        place,
    };
    let en = explain(&project, Library::builtin(), &assessment, &figure, Lang::En).unwrap();
    assert!(
        en.formula.ends_with("\nh = min/60 · k · multiple"),
        "{}",
        en.formula
    );
    assert!(
        en.substituted.ends_with("30 / 60 × 1 × 2 = 1.0000\u{202f}h"),
        "{}",
        en.substituted
    );
}

#[test]
fn a_weightless_product_is_reckoned_without_a_fault() {
    for sewing in [Sewing::Kind, own(20.0), smv(20.0)] {
        let mut weightless = uniform(sewing);
        for part in &mut weightless.product.parts {
            part.mass = Mass::default();
        }
        let assessment = assessed(&weightless);
        assert!(assessment.pathways.iter().all(|way| way.totals.lost.is_finite()));
    }
}

#[test]
fn the_way_of_counting_is_one_step_and_refuses_what_cannot_be() {
    let project = uniform(Sewing::Kind);
    let set = |sewing| Edit::Product(ProductEdit::SetSewing(sewing));
    assert_eq!(set(own(18.0)).apply(&project).unwrap().product.sewing, own(18.0));
    assert_eq!(set(Sewing::Kind).apply(&project).unwrap(), project);
    for minutes in [-1.0, f64::NAN, f64::INFINITY] {
        for sewing in [own(minutes), smv(minutes)] {
            let error = set(sewing).apply(&project).unwrap_err();
            assert!(matches!(error, EditError::Figure { .. }), "{error:?}");
        }
    }
    assert_eq!(set(own(1.0)).gesture(), set(own(2.0)).gesture());
    assert_ne!(set(own(1.0)).gesture(), set(smv(2.0)).gesture());
    assert_eq!(set(Sewing::Kind).gesture(), None);
    assert!(!set(own(1.0)).name(&project).zh.is_empty());
}

#[test]
fn files_say_how_sewing_is_counted() {
    let text = |sewing| write(&uniform(sewing), None).unwrap();
    assert!(
        !text(Sewing::Kind).contains("sewing"),
        "the usual way is left out"
    );
    for (sewing, words) in [
        (own(20.0), "sewing: minutes(value: 20.0)"),
        (smv(20.0), "sewing: smv(value: 20.0)"),
    ] {
        let text = text(sewing);
        assert!(text.contains(words), "{text}");
        assert_eq!(read(text.as_bytes()).unwrap().project.product.sewing, sewing);
    }
    let backwards = text(own(20.0)).replace("(value: 20.0)", "(value: 20.0, range: (30.0, 10.0))");
    let error = read(backwards.as_bytes()).unwrap_err();
    assert!(error.text(Lang::En).contains("product.sewing"), "{error}");
    let negative = text(own(20.0)).replace("value: 20.0", "value: -1");
    assert!(read(negative.as_bytes()).is_err());
}

#[test]
fn minutes_of_an_older_file_stay_standard_minutes() {
    let older = |sewing: &str| {
        let text = include_str!("files/v1/minimal.ron");
        let text = text.replacen("parts: [", &format!("sewing: {sewing}, parts: ["), 1);
        read(text.as_bytes()).unwrap().project.product.sewing
    };
    assert_eq!(older("minutes(value: 20.0)"), smv(20.0));
    assert_eq!(older("kind_minutes"), Sewing::Kind);
    assert_eq!(older("per_kg"), Sewing::Kind);
}

fn multiplied(project: &Project, activity: &str, value: f64) -> Project {
    let edit = Edit::SetMultiplier {
        activity: activity.into(),
        value,
        note: "national table 2020".to_owned(),
    };
    edit.apply(project).unwrap()
}

#[test]
fn indirect_work_stands_apart_from_all_other_figures() {
    let plain = uniform(Sewing::Kind);
    let project = multiplied(&plain, "collection", 1.4);
    let (before, after) = (assessed(&plain), assessed(&project));
    assert!(before.pathways.iter().all(|way| way.indirect.is_empty()));
    for (old, new) in before.pathways.iter().zip(&after.pathways) {
        let direct_only = PathwayFigures {
            indirect: Vec::new(),
            indirect_totals: reloom::work::multipliers::IndirectTotals::default(),
            ..new.clone()
        };
        assert_eq!(&direct_only, old, "direct figures stay");
        let direct: Vec<&WorkFigure> = new
            .work
            .iter()
            .filter(|line| line.activity.as_str() == "collection")
            .collect();
        assert_eq!(direct.len(), new.indirect.len());
        for (direct, indirect) in direct.into_iter().zip(&new.indirect) {
            near(indirect.hours, direct.hours * 0.4);
            assert_eq!((&indirect.place, indirect.grade), (&direct.place, Some(Grade::D)));
        }
        let totals = new.indirect_totals;
        let sum: f64 = new.indirect.iter().map(|line| line.hours).sum();
        near(totals.gained - totals.lost, sum);
    }
    let gained = way(&after, "sort_chemical").indirect_totals.gained;
    assert!(gained > 0.0);
    assert!(after.notices.iter().all(|notice| notice.code() != "multiplier"));
}

#[test]
fn indirect_work_is_marked_wherever_it_is_said() {
    let project = multiplied(&uniform(Sewing::Kind), "collection", 1.4);
    let assessment = assessed(&project);
    for (lang, own, source) in [
        (Lang::En, "typed in by you", "national table 2020"),
        (Lang::Zh, "自行填写", "national table 2020"),
    ] {
        let line = opened(&project, &assessment, "sort_chemical", "collection", lang);
        let indirect = line.indirect.unwrap();
        assert!(
            indirect.contains(own) && indirect.contains(source) && indirect.contains("(1.4 − 1)")
                || indirect.contains("（1.4−1）"),
            "{indirect}"
        );
        let other = opened(&project, &assessment, "sort_chemical", "sewing", lang);
        assert_eq!(other.indirect, None);
    }
    let gained = FigureId::Pathway("sort_chemical".into(), PathwayFigure::Gained);
    let gained = explain(&project, Library::builtin(), &assessment, &gained, Lang::En).unwrap();
    assert!(
        gained
            .notes
            .iter()
            .any(|note| note.starts_with("Indirect work beside it"))
    );
    let json = |project: &Project| {
        let assessment = assessed(project);
        let json = AssessmentJson::of(project, Library::builtin(), &assessment, None, None, Lang::En);
        serde_json::to_value(json).unwrap()
    };
    let with = json(&project);
    let works = with["pathways"]
        .as_array()
        .unwrap()
        .iter()
        .map(|way| &way["work"]);
    assert!(
        works
            .clone()
            .any(|work| work["indirect"]["gained_h_per_1000"].as_f64().unwrap_or(0.0) > 0.0)
    );
    let without = json(&uniform(Sewing::Kind));
    let works = without["pathways"]
        .as_array()
        .unwrap()
        .iter()
        .map(|way| &way["work"]);
    assert!(
        works.clone().all(|work| work.get("indirect").is_none()),
        "nothing is shown"
    );
}

#[test]
fn a_multiplier_whose_supplier_is_counted_by_itself_has_no_effect_and_says_why() {
    for (activity, supplier) in [
        ("sewing", "dyeing"),
        ("spinning", "sewing"),
        ("cotton_farm", "sewing"),
        ("sorting", "collection"),
        ("spinning_recycled", "mech_fibre"),
        ("retail_new", "sewing"),
    ] {
        let project = multiplied(&uniform(Sewing::Kind), activity, 2.0);
        let assessment = assessed(&project);
        let fault = MultiplierFault::Supplier(supplier.into());
        let notice = Notice::Multiplier {
            activity: activity.into(),
            fault,
        };
        assert!(
            assessment.notices.contains(&notice),
            "{activity}: {:?}",
            assessment.notices
        );
        assert!(notice.is_finding());
        assert!(assessment.pathways.iter().all(|way| way.indirect.is_empty()));
        assert_eq!(
            assessment.explicit_supplier(&activity.into()),
            Some(supplier.into())
        );
        for lang in Lang::ALL {
            let (project, library) = (&project, Library::builtin());
            let names = Names {
                project,
                library,
                lang,
            };
            let text = notices::notice(&notice, &names, None);
            assert!(text.contains(&names.activity(&supplier.into())), "{text}");
        }
    }
    let assessment = assessed(&uniform(Sewing::Kind));
    for activity in ["collection", "repair", "incin_plant", "landfill_site", "weather"] {
        assert_eq!(assessment.explicit_supplier(&activity.into()), None, "{activity}");
    }
}

#[test]
fn a_multiplier_needs_a_source_and_at_least_one() {
    let project = uniform(Sewing::Kind);
    let set = |value, note: &str| Edit::SetMultiplier {
        activity: "collection".into(),
        value,
        note: note.to_owned(),
    };
    for note in ["", "  "] {
        let error = set(1.4, note).apply(&project).unwrap_err();
        assert_eq!(error, EditError::MultiplierSource("collection".into()));
        assert!(error.text(Lang::En).contains("source") && error.text(Lang::Zh).contains("来源"));
    }
    for value in [0.99, -2.0, f64::NAN, f64::INFINITY] {
        assert!(matches!(
            set(value, "a table").apply(&project),
            Err(EditError::Figure { .. })
        ));
    }
    let with = set(1.4, " a table ").apply(&project).unwrap();
    let kept = Multiplier {
        value: 1.4,
        note: "a table".to_owned(),
    };
    assert_eq!(with.multipliers.get("collection"), Some(&kept));
    let remove = Edit::RemoveMultiplier("collection".into());
    assert_eq!(remove.apply(&with).unwrap(), project);
    assert_eq!(remove.apply(&project).unwrap(), project);
    assert_eq!(set(1.2, "a").gesture(), set(1.3, "b").gesture());
}

#[test]
fn a_multiplier_without_a_source_is_kept_and_noticed() {
    let mut project = uniform(Sewing::Kind);
    let note = String::new();
    let multiplier = Multiplier { value: 1.5, note };
    project.multipliers.insert("repair".into(), multiplier);
    let text = write(&project, None).unwrap();
    let project = read(text.as_bytes()).unwrap().project;
    assert_eq!(project.multipliers.len(), 1);
    let assessment = assessed(&project);
    let faults: Vec<&MultiplierFault> = assessment
        .notices
        .iter()
        .filter_map(|notice| match notice {
            Notice::Multiplier { fault, .. } => Some(fault),
            _ => None,
        })
        .collect();
    assert_eq!(faults, [&MultiplierFault::NoSource]);
    assert!(assessment.pathways.iter().all(|way| way.indirect.is_empty()));
}

#[test]
fn why_puts_the_way_of_counting_among_the_labour_factors() {
    let (per_kg, by_minutes) = (uniform(Sewing::Kind), uniform(own(30.0)));
    let pathway = "repair_first".into();
    let side = |project| Side {
        project,
        pathway: &pathway,
    };
    let found = why(
        side(&per_kg),
        side(&by_minutes),
        Library::builtin(),
        reloom::figure::PathwayFigure::Lost,
    )
    .unwrap();
    assert!(found.b > found.a);
    near(found.share(Driver::LabourFactors), found.b - found.a);
}
