//! Nothing that chokes: what multiplies is bounded before memory is taken, and cost follows what is there.

use crate::support::huge;
use reloom::app::files::example;
use reloom::assess::{assess, misfits};
use reloom::cli::{Cli, run};
use reloom::data::Library;
use reloom::edit::{Edit, EditError, ProductEdit};
use reloom::model::{Link, Pathway, Project, Stage, StageKind};
use reloom::project_file::{ReadError, Rows, ValueFault, counted_together, limit, read, write};
use reloom::quantity::Share;
use reloom::session::Session;
use reloom::text::Lang;
use reloom::text::names::Names;
use reloom::ui::diagram::model::diagram;
use std::time::{Duration, Instant};

/// A T-shirt with one pathway of `stages` sorting stages, each with exits to all that follow and to the tip.
fn dense(stages: usize) -> Project {
    let mut project = example("tshirt").unwrap().session.project().as_ref().clone();
    let pathway = project.pathways.first().unwrap().clone();
    let kind = |wanted: fn(&StageKind) -> bool| {
        let all = project.pathways.iter().flat_map(|pathway| &pathway.stages);
        all.into_iter().find(|stage| wanted(&stage.kind)).unwrap().clone()
    };
    let (worn, end) = (
        kind(StageKind::is_use),
        kind(|kind| matches!(kind, StageKind::End(_))),
    );
    let passed = kind(|kind| kind.is_item() && !kind.is_use() && !kind.is_return());
    let link = |to: &str, share: f64| Link {
        to: to.into(),
        share: Share::clamped(share),
        range: None,
        basis: None,
        pinned: false,
    };
    let plain = |stage: &Stage, id: String, exits: Vec<Link>| Stage {
        id: id.as_str().into(),
        exits,
        fallback: None,
        residue: None,
        own: None,
        closed_share: None,
        ..stage.clone()
    };
    let mut all = vec![plain(&worn, "use".to_owned(), vec![link("s0", 1.0)])];
    for at in 0..stages {
        let after: Vec<String> = (at + 1..stages)
            .map(|next| format!("s{next}"))
            .chain(["tip".to_owned()])
            .collect();
        let share = 1.0 / after.len() as f64;
        let exits = after.iter().map(|to| link(to, share)).collect();
        all.push(plain(&passed, format!("s{at}"), exits));
    }
    all.push(plain(&end, "tip".to_owned(), Vec::new()));
    project.pathways = vec![Pathway {
        start: "use".into(),
        stages: all,
        ..pathway
    }];
    project.baseline = project.pathways[0].id.clone();
    project.compared.clear();
    project
}

/// The same with exits to all sorting stages, those before and the own among them: one circle of all.
fn circle(stages: usize) -> Project {
    circle_of(stages, |from, to| 1.0 + ((from * 7 + to * 13) % 11) as f64 / 10.0)
}

/// The same with the shares in these proportions.
fn circle_of(stages: usize, uneven: fn(usize, usize) -> f64) -> Project {
    let mut project = dense(stages);
    let all: Vec<String> = (0..stages).map(|at| format!("s{at}")).collect();
    for (from, stage) in project.pathways[0]
        .stages
        .iter_mut()
        .skip(1)
        .take(stages)
        .enumerate()
    {
        let whole: f64 = (0..stages).map(|to| uneven(from, to)).sum();
        let onward = all
            .iter()
            .enumerate()
            .map(|(to, id)| (id.as_str(), 0.9 * uneven(from, to) / whole));
        let exit = stage.exits[0].clone();
        stage.exits = onward
            .chain([("tip", 0.1)])
            .map(|(to, share)| Link {
                to: to.into(),
                share: Share::clamped(share),
                ..exit.clone()
            })
            .collect();
    }
    project
}

#[test]
fn rounding_over_hundreds_of_stages_in_circles_is_no_finding() {
    let uneven = [20, 150, 250].map(circle);
    // Where all exits are alike, rounding errs in one direction.
    let even = [300, 400].map(|stages| circle_of(stages, |from, to| if from == to { 0.0 } else { 1.0 }));
    for project in uneven.into_iter().chain(even) {
        let assessment = assess(&project, Library::builtin());
        let stages = project.pathways[0].stages.len();
        let pathway = &assessment.pathways[0];
        assert_eq!(pathway.error, None);
        let found = misfits(pathway, &assessment.product);
        assert!(
            found.is_empty(),
            "{stages} stages: {found:?}, tolerance {}",
            pathway.tolerance_kg
        );
    }
}

/// The shortest of three.
fn shortest(mut work: impl FnMut()) -> Duration {
    let took = (0..3).map(|_| {
        let since = Instant::now();
        work();
        since.elapsed()
    });
    took.min().unwrap()
}

#[test]
fn parts_times_routes_are_bounded_together_for_file_and_window() {
    let mut project = huge::project();
    let [(rows, gates), _] = counted_together(&project);
    assert_eq!(rows, Rows::Gates);
    assert!(gates > 0 && gates <= limit::GATES);
    let pathway = project.pathways[0].clone();
    let route = pathway
        .stages
        .iter()
        .find(|stage| matches!(stage.kind, StageKind::Material(_)));
    let route = route.or_else(|| {
        let all = project.pathways.iter().flat_map(|pathway| &pathway.stages);
        all.into_iter()
            .find(|stage| matches!(stage.kind, StageKind::Material(_)))
    });
    let route = route.unwrap().clone();
    for pathway in &mut project.pathways {
        for number in 0..80 {
            pathway.stages.push(Stage {
                id: format!("more_{number}").into(),
                ..route.clone()
            });
        }
    }
    let [(_, gates), _] = counted_together(&project);
    assert!(gates > limit::GATES, "{gates}");
    assert!(write(&project, None).is_err(), "it cannot be saved");
    let rename = Edit::Product(ProductEdit::Rename(Lang::En, "x".to_owned()));
    assert_eq!(
        rename.apply(&project).map(|_| ()),
        Err(EditError::TooMany(Rows::Gates))
    );
}

#[test]
fn a_small_file_that_multiplies_is_refused_at_once() {
    let part = |n: usize| {
        format!("(id:\"p{n}\",role:shell,mass_kg:0.1,construction:knitted,removable:no,making:bought)")
    };
    let stage = |n: usize| format!("(id:\"m{n}\",kind:material(\"wiper\"),place:\"CN\")");
    let parts: Vec<String> = (0..2000).map(part).collect();
    let stages: Vec<String> = (0..40).map(stage).collect();
    let pathway = |n: usize| {
        format!(
            "(id:\"w{n}\",start:\"u\",max_lives:lives(3),stages:[(id:\"u\",kind:use,place:\"CN\"),{}])",
            stages.join(",")
        )
    };
    let pathways: Vec<String> = (0..100).map(pathway).collect();
    let text = format!(
        "(version:1,id:\"x\",product:(kind:\"tshirt\",made_in:\"CN\",used_in:\"CN\",pieces_per_year:1.0,parts:[{}]),pathways:[{}],baseline:\"w0\",seed:1)",
        parts.join(","),
        pathways.join(",")
    );
    let since = Instant::now();
    let error = read(text.as_bytes()).unwrap_err();
    assert!(since.elapsed() < Duration::from_secs(20));
    assert!(
        matches!(
            &error,
            ReadError::Value {
                fault: ValueFault::TooMany {
                    rows: Rows::Gates,
                    ..
                },
                ..
            }
        ),
        "{error}"
    );
    assert!(error.text(Lang::Zh).contains("400000"));
}

#[test]
fn the_cost_of_exits_grows_with_their_number() {
    let cost = |stages: usize| {
        let project = dense(stages);
        shortest(|| {
            assert!(assess(&project, Library::builtin()).pathways[0].error.is_none());
        })
    };
    // Four times the exits; a cost with their square would be sixteen times as high.
    let (small, large) = (cost(60), cost(120));
    assert!(large < small * 10, "{small:?} and {large:?}");
}

#[test]
fn a_crowded_diagram_puts_what_is_small_together() {
    for stages in [10, 100, 200] {
        let project = dense(stages);
        let assessment = assess(&project, Library::builtin());
        let library = Library::builtin();
        for lang in Lang::ALL {
            let names = Names {
                project: &project,
                library,
                lang,
            };
            let figures = &assessment.pathways[0];
            let drawn = diagram(&project.pathways[0], figures, assessment.product.mass_kg, &names);
            let is_small = stages == 10;
            assert!(drawn.nodes.len() <= 40 && drawn.ribbons.len() <= 90, "{stages}");
            let more = drawn
                .nodes
                .iter()
                .filter(|node| node.id.stage().is_none())
                .count();
            assert_eq!(
                more == 1,
                is_small,
                "besides the product only groups have no stage"
            );
            let title = &drawn.bands.last().unwrap().1;
            assert_eq!(
                title.contains("not drawn") || title.contains("未画出"),
                !is_small,
                "{title}"
            );
            for ribbon in &drawn.ribbons {
                assert!(ribbon.from < drawn.nodes.len() && ribbon.to < drawn.nodes.len());
                assert!(drawn.nodes[ribbon.to].seat.column < drawn.columns);
            }
            let into_tip: f64 = drawn
                .ribbons
                .iter()
                .filter(|ribbon| drawn.nodes[ribbon.to].is_end)
                .map(|one| one.kg)
                .sum();
            assert!(into_tip > 0.5 * assessment.product.mass_kg, "{into_tip}");
        }
    }
}

#[test]
fn the_picture_of_a_crowded_diagram_is_bounded() {
    let dir = tempfile::tempdir().unwrap();
    let project = dense(100);
    let file = dir.path().join("a.ron");
    std::fs::write(&file, write(&project, None).unwrap()).unwrap();
    let out = dir.path().join("a.svg");
    let pathway = project.pathways[0].id.to_string();
    let line = ["reloom", "diagram", "--pathway", &pathway].map(std::ffi::OsString::from);
    let files = [file.into_os_string(), "-o".into(), out.clone().into_os_string()];
    let cli = <Cli as clap::Parser>::try_parse_from(line.into_iter().chain(files)).unwrap();
    let mut err = Vec::new();
    let code = run(&cli.command.unwrap(), Lang::En, &mut Vec::new(), &mut err);
    assert_eq!(code, 0, "{}", String::from_utf8_lossy(&err));
    let bytes = std::fs::metadata(&out).unwrap().len();
    assert!(bytes < 1024 * 1024, "{bytes}");
}

#[test]
fn a_project_of_many_parts_is_assessed_alike_at_every_stage_of_a_route() {
    let session = Session::new(huge::project(), None);
    let assessment = session.assessment();
    for pathway in &assessment.pathways {
        for gate in &pathway.gates {
            let same = pathway
                .gates
                .iter()
                .find(|other| other.part == gate.part && other.route == gate.route);
            assert_eq!(same.map(|other| &other.answer), Some(&gate.answer));
        }
    }
}

#[test]
fn rounding_over_many_parts_is_no_finding() {
    let mut project = huge::project();
    for part in &mut project.product.parts {
        part.mass = reloom::quantity::Mass::new(0.001).unwrap();
    }
    let assessment = assess(&project, Library::builtin());
    for pathway in &assessment.pathways {
        assert_eq!(
            reloom::assess::misfits(pathway, &assessment.product),
            [],
            "{}",
            pathway.id
        );
    }
}
