//! The sample projects: each opens cleanly, stands in the form that saving gives it, and is what the documents say.

#![expect(clippy::panic, reason = "helpers of a test")]

use reloom::data::Library;
use reloom::model::{Column, EndKind, FactorId, Name, Project, RouteId, Stage, StageKind, VariantNo};
use reloom::presets;
use reloom::project_file::write;
use skrifa::{FontRef, MetadataProvider};
use std::collections::BTreeSet;

fn each() -> impl Iterator<Item = (&'static str, Project)> {
    presets::all().iter().map(|preset| {
        let project = preset
            .project()
            .unwrap_or_else(|error| panic!("{}: {error}", preset.id));
        (preset.id, project)
    })
}

fn stages(project: &Project) -> impl Iterator<Item = &Stage> {
    project.pathways.iter().flat_map(|pathway| &pathway.stages)
}

#[test]
fn every_preset_opens_without_a_flag() {
    for preset in presets::all() {
        let read = preset
            .read()
            .unwrap_or_else(|error| panic!("{}: {error}", preset.id));
        assert_eq!(read.flags, [], "{}", preset.id);
        assert_eq!(read.project.id, preset.id);
        assert_eq!(presets::get(preset.id), Some(preset));
    }
    assert_eq!(presets::get("none"), None);
}

#[test]
fn ids_are_unique() {
    let ids: BTreeSet<&str> = presets::all().iter().map(|preset| preset.id).collect();
    assert_eq!(ids.len(), presets::all().len());
}

#[test]
fn every_preset_stands_in_its_saved_form() {
    for preset in presets::all() {
        let project = preset.project().expect("opens");
        let written = write(&project, None).expect("writes");
        assert!(
            written == preset.text,
            "{}: save it once and keep that text",
            preset.id
        );
    }
}

#[test]
fn exits_sum_to_one_exactly() {
    for (id, project) in each() {
        for stage in stages(&project).filter(|stage| stage.kind.is_item()) {
            let sum: f64 = stage.exits.iter().map(|exit| exit.share.get()).sum();
            assert!((sum - 1.0).abs() <= 1e-12, "{id}, {}: {sum}", stage.id);
        }
    }
}

#[test]
fn a_share_from_the_library_lies_in_its_range() {
    for (id, project) in each() {
        for exit in stages(&project).flat_map(|stage| &stage.exits) {
            assert!(
                exit.range.is_none_or(|_| exit.basis.is_some()),
                "{id}: {}",
                exit.to
            );
            let inside = exit
                .range
                .is_none_or(|(low, high)| low <= exit.share && exit.share <= high);
            assert!(inside, "{id}: {}", exit.to);
        }
    }
}

#[test]
fn every_stage_has_somewhere_to_send_what_it_refuses() {
    for (id, project) in each() {
        for stage in stages(&project) {
            let is_end = matches!(stage.kind, StageKind::End(_));
            assert_eq!(stage.fallback.is_some(), !is_end, "{id}, {}", stage.id);
            let is_material = matches!(stage.kind, StageKind::Material(_));
            assert_eq!(stage.residue.is_some(), is_material, "{id}, {}", stage.id);
        }
        for pathway in &project.pathways {
            for stage in &pathway.stages {
                let residue = stage
                    .residue
                    .as_ref()
                    .map(|to| pathway.stage(to).map(|end| &end.kind));
                assert!(
                    matches!(residue, None | Some(Some(StageKind::End(_)))),
                    "{id}, {}",
                    stage.id
                );
            }
        }
    }
}

#[test]
fn the_uniform_weighs_what_its_bill_of_materials_says() {
    let project = presets::get("school_uniform")
        .expect("is there")
        .project()
        .expect("opens");
    let grams = |keep: fn(&str) -> bool| -> f64 {
        let parts = project.product.parts.iter().filter(|part| keep(part.id.as_str()));
        parts.map(|part| part.mass.grams()).sum()
    };
    assert_eq!(project.product.parts.len(), 7);
    assert!((grams(|_| true) - 566.5604).abs() < 1e-9);
    let gross: f64 = project
        .product
        .parts
        .iter()
        .map(|part| match &part.making {
            reloom::model::Making::Cloth {
                cutting_loss: Some(loss),
                ..
            } => part.mass.grams() / (1.0 - loss.value),
            _ => part.mass.grams(),
        })
        .sum();
    assert!((gross - 667.46).abs() < 0.005, "{gross}");
}

#[test]
fn the_worked_example_states_where_its_figures_come_from() {
    let project = presets::get("knitwear_eu")
        .expect("is there")
        .project()
        .expect("opens");
    assert!(
        project
            .overrides
            .values()
            .all(|own| own.note == "worked example of the method, round figure")
    );
    let loss = |id: &str| project.overrides[&FactorId::from(id)].figure.value;
    let lint = 1.10 / (1.0 - loss("process.dye_avg.loss"));
    let lint = lint / (1.0 - loss("process.knit_circular.loss"));
    let lint = lint / (1.0 - loss("process.spin_ring.loss"));
    assert!((lint - 1.45).abs() < 1e-12, "{lint}");
}

/// The worked example follows the method's page, not the rules for samples.
const WORKED_EXAMPLE: &str = "knitwear_eu";

/// The route of `stage`: its own, or the one that the library has for its end.
fn route_of(stage: &Stage) -> Option<RouteId> {
    match &stage.kind {
        StageKind::Material(route) => Some(route.clone()),
        StageKind::End(EndKind::EnergyRecovery) => Some("incin_er".into()),
        StageKind::End(EndKind::RefuseDerivedFuel) => Some("rdf_csr".into()),
        StageKind::End(EndKind::Landfill) => Some("landfill".into()),
        _ => None,
    }
}

/// Routes that made the recycled content of the product: production waste is torn there, before the first use.
fn routes_behind(project: &Project) -> impl Iterator<Item = RouteId> {
    let lines = project.product.parts.iter().flat_map(|part| &part.fibres);
    lines.filter_map(|line| line.feedstock.route.clone())
}

#[test]
fn every_route_of_the_library_is_used() {
    let used: BTreeSet<RouteId> = each()
        .flat_map(|(_, project)| {
            let routes: Vec<RouteId> = stages(&project)
                .filter_map(route_of)
                .chain(routes_behind(&project))
                .collect();
            routes
        })
        .collect();
    let all: BTreeSet<RouteId> = Library::builtin()
        .routes
        .iter()
        .map(|route| route.id.clone())
        .collect();
    assert_eq!(used, all);
}

#[test]
fn a_sample_begins_with_today_and_has_four_pathways() {
    for (id, project) in each().filter(|(id, _)| *id != WORKED_EXAMPLE) {
        // Goods never worn have one other way, of many stages.
        let least = if id == "unsold" { 2 } else { 4 };
        assert!(project.pathways.len() >= least, "{id}");
        assert_eq!(project.pathways[0].id, project.baseline, "{id}");
        assert_eq!(project.product.variant, VariantNo::FIRST, "{id}");
        assert!(project.compares(&project.baseline), "{id}");
        let first = |column: &Column| column.variant == VariantNo::FIRST;
        assert!(
            project.compared.iter().all(first),
            "{id}: the first look stays on the first variant"
        );
        assert!((2..=4).contains(&project.compared.len()), "{id}");
        assert!(
            project
                .compared
                .iter()
                .all(|compared| project.pathway(&compared.pathway).is_some()),
            "{id}"
        );
    }
}

/// Every name of a sample with the sample's id.
fn names() -> Vec<(&'static str, Name)> {
    each()
        .flat_map(|(id, project)| {
            let own = std::iter::once(project.product.name.clone());
            let parts = project.product.parts.iter().map(|part| part.name.clone());
            let pathways = project.pathways.iter().map(|pathway| pathway.name.clone());
            let stages = stages(&project).map(|stage| stage.name.clone());
            let stages = stages.filter(|name| *name != Name::default());
            let all: Vec<Name> = own.chain(parts).chain(pathways).chain(stages).collect();
            all.into_iter().map(move |name| (id, name))
        })
        .collect()
}

#[test]
fn names_stand_in_both_languages_and_keep_to_the_terms() {
    for (id, name) in names() {
        assert!(!name.en.is_empty() && !name.zh.is_empty(), "{id}: {name:?}");
        assert!(name.en.is_ascii(), "{id}: {}", name.en);
        let zh = name.zh.replace("废旧纺织品再生纤维", "");
        assert!(!zh.contains("再生纤维"), "{id}: {zh}");
        assert_eq!(
            zh.matches("机械法").count(),
            zh.matches("机械法（开松）").count(),
            "{id}: {zh}"
        );
        assert_eq!(
            zh.matches("物理法").count(),
            zh.matches("物理法（熔融纺丝）").count(),
            "{id}: {zh}"
        );
        assert!(!zh.contains([',', ':', ';', '(', ')', ' ']), "{id}: {zh}");
    }
}

#[test]
fn the_bundled_fonts_have_every_character_of_a_name() {
    for weight in ["Regular", "Medium"] {
        let font = |family: &str| {
            let root = env!("CARGO_MANIFEST_DIR");
            std::fs::read(format!("{root}/assets/fonts/{family}-Reloom-{weight}.ttf")).expect("a font")
        };
        let (latin, chinese) = (font("Inter"), font("NotoSansSC"));
        let maps = [&latin, &chinese].map(|bytes| FontRef::new(bytes).expect("opens").charmap());
        for (id, name) in names() {
            for c in name.en.chars().chain(name.zh.chars()) {
                assert!(
                    maps.iter().any(|map| map.map(c).is_some()),
                    "{id}: no glyph for {c:?}"
                );
            }
        }
    }
}

#[test]
fn the_national_targets_are_the_librarys() {
    let project = presets::get("goal_2030")
        .expect("is there")
        .project()
        .expect("opens");
    let collected = |pathway: &str| {
        let pathway = project.pathway(&pathway.into()).expect("a pathway");
        let discard = pathway.stage(&"discard".into()).expect("a stage");
        let exit = discard.exits.iter().find(|exit| exit.to.as_str() == "collection");
        let exit = exit.expect("an exit");
        let basis = exit.basis.clone().expect("a basis");
        let factor = Library::builtin().factor(basis.as_str()).expect("a factor");
        assert!((factor.figure.value - exit.share.get()).abs() < 1e-12, "{basis}");
        exit.share.get()
    };
    assert!((collected("today") - 0.2).abs() < 1e-12);
    assert!((collected("target_2025") - 0.25).abs() < 1e-12);
    for pathway in ["target_2030", "target_2030_chemical", "target_2030_reuse"] {
        assert!((collected(pathway) - 0.3).abs() < 1e-12);
    }
}

#[test]
fn every_basis_is_a_factor_of_the_library() {
    for (id, project) in each() {
        for exit in stages(&project).flat_map(|stage| &stage.exits) {
            let known = exit
                .basis
                .as_ref()
                .is_none_or(|basis| Library::builtin().factor(basis.as_str()).is_some());
            assert!(known, "{id}: {:?}", exit.basis);
        }
    }
}
