//! Orders that the method must give: which of three garments a route suits best, and which route suits one garment.

use reloom::assess::{Assessment, assess};
use reloom::data::Library;
use reloom::model::{Pathway, Project, Stage, StageKind};
use reloom::quantity::Share;

/// Same-grade share and quality-weighted MCI of a pathway that sends the whole garment to `route`.
fn on(project: &Project, route: &str) -> (f64, f64) {
    let mut project = project.clone();
    let way = project
        .pathways
        .iter()
        .find(|way| way.stages.iter().any(takes_apart))
        .unwrap();
    let mut way = way.clone();
    straight(&mut way, route);
    project.pathways.push(way);
    let assessment: Assessment = assess(&project, Library::builtin());
    let figures = assessment.pathways.last().unwrap();
    assert!(figures.error.is_none(), "{:?}", figures.error);
    (
        figures.circularity.outflow.recycled,
        figures.circularity.quality.mci,
    )
}

fn takes_apart(stage: &Stage) -> bool {
    matches!(stage.kind, StageKind::Material(_))
}

/// Only the first use and one route are left.
fn straight(way: &mut Pathway, route: &str) {
    way.id = "straight".into();
    let first = way.stages.iter().position(takes_apart).unwrap();
    let end = way
        .stages
        .iter()
        .find(|stage| matches!(stage.kind, StageKind::End(_)))
        .unwrap()
        .id
        .clone();
    let material = &mut way.stages[first];
    material.kind = StageKind::Material(route.into());
    (material.fallback, material.residue) = (Some(end.clone()), Some(end));
    let to = material.id.clone();
    let start = way.start.clone();
    way.stages
        .retain(|stage| stage.id == start || stage.id == to || matches!(stage.kind, StageKind::End(_)));
    let worn = way.stages.iter_mut().find(|stage| stage.id == start).unwrap();
    worn.fallback = None;
    worn.exits.truncate(1);
    let exit = &mut worn.exits[0];
    (exit.to, exit.share, exit.range, exit.basis) = (to, Share::ONE, None, None);
}

fn sample(id: &str) -> Project {
    let all = reloom::presets::all();
    all.iter()
        .find(|preset| preset.id == id)
        .unwrap()
        .project()
        .unwrap()
}

/// The T-shirt with all its fabric of cotton and `polyester`.
fn shirt(polyester: f64) -> Project {
    let mut project = sample("tshirt");
    for part in &mut project.product.parts {
        if part.fibres.is_empty() {
            continue;
        }
        let line = part.fibres[0].clone();
        let of = |fibre: &str, share: f64| reloom::model::FibreLine {
            fibre: fibre.into(),
            share: Share::new(share).unwrap(),
            ..line.clone()
        };
        part.fibres = vec![of("cotton", 1.0 - polyester)];
        if polyester > 0.0 {
            part.fibres.push(of("polyester", polyester));
        }
        part.finishes = reloom::model::Finishes::default();
    }
    project
}

#[test]
fn the_purer_the_cotton_the_more_tearing_gives_back() {
    let found = [0.0, 0.05, 0.4].map(|polyester| on(&shirt(polyester), "mech_cotton_post"));
    for pair in found.windows(2) {
        assert!(pair[0].0 > pair[1].0 && pair[0].1 > pair[1].1, "{found:?}");
    }
}

/// Same-grade share and quality-weighted MCI of pathways of a sample.
fn of_sample<const N: usize>(id: &str, ways: [&str; N]) -> [(f64, f64); N] {
    let assessment = assess(&sample(id), Library::builtin());
    ways.map(|way| {
        let figures = &assessment.pathway(&way.into()).unwrap().circularity;
        (figures.outflow.recycled, figures.quality.mci)
    })
}

#[test]
fn the_uniform_is_separated_before_it_is_dissolved_or_torn() {
    let found = of_sample(
        "school_uniform",
        ["separation", "sort_chemical", "sort_mechanical"],
    );
    for pair in found.windows(2) {
        assert!(pair[0].0 > pair[1].0 && pair[0].1 > pair[1].1, "{found:?}");
    }
}

#[test]
fn the_down_jacket_gives_back_most_by_chemistry_least_by_refilling() {
    let found = of_sample("padded_jacket", ["sort_chemical", "sort_melt", "down_refill"]);
    for pair in found.windows(2) {
        assert!(pair[0].0 > pair[1].0, "{found:?}");
    }
}
