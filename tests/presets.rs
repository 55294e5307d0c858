//! The sample projects: each opens cleanly, stands in the form that saving gives it, and is what the documents say.

#![expect(clippy::panic, reason = "helpers of a test")]

use reloom::model::{FactorId, Project, Stage, StageKind};
use reloom::presets;
use reloom::project_file::write;
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
