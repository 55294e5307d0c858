//! Kinds of stages are rows of a table: a new kind needs no line of code, and no place is named in code.

use reloom::assess::{PathwayFigures, assess};
use reloom::data::{Library, Texts, check};
use reloom::model::{Link, Project, Stage};
use reloom::quantity::Share;
use reloom::text::Lang;
use reloom::text::names::Names;
use std::fs;
use std::path::Path;

/// A kind that nobody has thought of yet: clothes handed on at a swap party.
const SWAP: &str = r#"
    (id: "swap", name: ("Swap party", "换衣会"), group: Again, role: Return, picture: Loop,
        passed: ("{count} swapped", "交换{count}次"),
        own: (label: ("Wears replaced", "替代的穿着"), unit: Share, factors: [
            (place: "EU", factor: "reuse.farrant_se.displacement"),
            (factor: "reuse.farrant_ee.displacement"),
        ]),
        work: [(activity: "prep_reuse", basis: Piece, hours: [(factor: "assumption.rental_hours_per_cycle")])]),
]"#;

fn with_swap() -> Library {
    let end = Texts::BUILTIN.stage_kinds.trim_end();
    let kinds = format!("{}{SWAP}", end.strip_suffix(']').expect("a list"));
    Library::parse(&Texts {
        stage_kinds: &kinds,
        ..Texts::BUILTIN
    })
    .unwrap()
}

/// The T-shirt of the samples, its resale made a swap of the library `library`.
fn project(library: &Library) -> Project {
    let mut project = reloom::presets::get("tshirt").unwrap().project().unwrap();
    for stage in project.pathways.iter_mut().flat_map(|way| &mut way.stages) {
        if stage.kind == crate::support::kind("resale") {
            stage.kind = library.item_kind("swap");
        }
    }
    project
}

fn stage(project: &Project) -> &Stage {
    let mut stages = project.pathways.iter().flat_map(|way| &way.stages);
    stages
        .find(|stage| stage.kind.is_return() && stage.own.is_none() && stage.name.en.is_empty())
        .expect("a swap")
}

fn hours(figures: &PathwayFigures, activity: &str) -> f64 {
    let lines = figures.own_work.iter();
    lines
        .filter(|line| line.activity.as_str() == activity)
        .map(|line| line.hours)
        .sum()
}

#[test]
fn a_kind_made_up_here_is_reckoned_named_and_drawn() {
    let library = with_swap();
    assert_eq!(check::check_all(&library), Vec::<String>::new());
    let project = project(&library);
    let names = Names {
        project: &project,
        library: &library,
        lang: Lang::Zh,
    };
    assert_eq!(names.stage_kind(&library.item_kind("swap")), "换衣会");
    let assessment = assess(&project, &library);
    let before = assess(&project, Library::builtin());
    let ways = assessment.pathways.iter().zip(&before.pathways);
    let mut passed = 0;
    for (way, unknown) in ways {
        assert_eq!(way.error, None);
        let model = project.pathway(&way.id).unwrap();
        let swaps = model
            .stages
            .iter()
            .filter(|stage| stage.kind == library.item_kind("swap"));
        let visits: f64 = swaps
            .filter_map(|swap| way.stages.iter().find(|stage| stage.stage == swap.id)?.visits)
            .sum();
        passed += usize::from(visits > 0.0);
        let more = hours(way, "prep_reuse") - hours(unknown, "prep_reuse");
        let each = library
            .factor("assumption.rental_hours_per_cycle")
            .unwrap()
            .figure
            .value;
        assert!((more - visits * each * 1000.0).abs() < 1e-9, "{}: {more}", way.id);
        assert!(visits == 0.0 || way.circularity.garments_avoided > unknown.circularity.garments_avoided);
    }
    assert!(passed > 0, "nothing passes a swap");
}

#[test]
fn the_figure_of_a_kind_is_that_of_its_place_or_of_its_parent() {
    let library = with_swap();
    let swap = library.item_kind("swap");
    let at = |place: &str| library.own_factor(&swap, &place.into()).unwrap().as_str();
    assert_eq!(at("EU"), "reuse.farrant_se.displacement");
    assert_eq!(at("FR"), "reuse.farrant_se.displacement");
    assert_eq!(at("CN"), "reuse.farrant_ee.displacement");
    assert_eq!(at("no such place"), "reuse.farrant_ee.displacement");
}

#[test]
fn every_kind_can_be_written_and_read() {
    for row in &Library::builtin().stage_kinds {
        let mut project = reloom::presets::get("tshirt").unwrap().project().unwrap();
        let stage = Stage {
            id: "new".into(),
            kind: row.kind(),
            exits: vec![Link {
                to: stage(&project).id.clone(),
                share: Share::ONE,
                range: None,
                basis: None,
                pinned: false,
            }],
            ..stage(&project).clone()
        };
        project.pathways.first_mut().unwrap().stages.push(stage);
        let text = reloom::project_file::write(&project, None).unwrap();
        let read = reloom::project_file::read(text.as_bytes()).unwrap().project;
        assert_eq!(read, project, "{}", row.id);
    }
}

#[test]
fn no_place_is_named_in_code() {
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src")];
    let mut named = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            // Words for what figures speak of; nothing is decided there.
            if path.ends_with("text/origins.rs") {
                continue;
            }
            let text = fs::read_to_string(&path).unwrap();
            let code = text.split("\n#[cfg(test)]\nmod ").next().unwrap_or_default();
            for place in &Library::builtin().places {
                let word = format!("\"{}\"", place.id);
                let lines = code.lines().filter(|line| !line.trim_start().starts_with("//"));
                if lines.filter(|line| line.contains(&word)).count() > 0 {
                    named.push(format!("{}: {word}", path.display()));
                }
            }
        }
    }
    assert!(named.is_empty(), "\n{}", named.join("\n"));
}
