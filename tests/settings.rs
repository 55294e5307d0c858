//! Settings of counting: cuts of a hard part, what counts as here, laundering from home, wears of an owned piece.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails loudly")]

use reloom::assess::{Assessment, assess};
use reloom::data::Library;
use reloom::edit::{Edit, EditError, History, PartEdit, PathwayEdit};
use reloom::explain::{FigureId, PathwayFigure, explain};
use reloom::model::{Estimate, Project};
use reloom::project_file::{read, write};
use reloom::text::Lang;

fn preset(id: &str) -> Project {
    reloom::presets::get(id).unwrap().project().unwrap()
}

fn assessed(project: &Project) -> Assessment {
    assess(project, Library::builtin())
}

/// A hard part of `project`.
fn hard(project: &Project) -> reloom::model::PartId {
    let part = project.product.parts.iter().find(|part| part.is_hard());
    part.unwrap().id.clone()
}

/// The edit is one step that goes back and comes again, is said in both languages, and stays in the file.
fn one_step(project: &Project, edit: &Edit) -> Project {
    let changed = edit.apply(project).unwrap();
    assert_ne!(&changed, project, "{edit:?}");
    let mut history = History::new(project.clone());
    history.apply(edit, false).unwrap();
    assert_eq!(**history.project(), changed);
    assert!(history.undo());
    assert_eq!(**history.project(), *project);
    assert!(history.redo());
    assert_eq!(**history.project(), changed);
    let name = edit.name(project);
    assert!(!name.en.is_empty() && !name.zh.is_empty() && name.en != name.zh);
    let text = write(&changed, None).unwrap();
    assert_eq!(read(text.as_bytes()).unwrap().project, changed);
    changed
}

fn total(assessment: &Assessment, way: &str, figure: PathwayFigure) -> f64 {
    figure.central(assessment.pathway(&way.into()).unwrap())
}

#[test]
fn cuts_of_a_hard_part_are_one_step_and_take_minutes() {
    let project = preset("jeans");
    let zip = hard(&project);
    let set = |cuts| Edit::part(&zip, PartEdit::SetCuts(cuts));
    let changed = one_step(&project, &set(3));
    let trims = |project: &Project| {
        let assessment = assessed(project);
        let lines = assessment.pathways.iter().flat_map(|way| &way.own_work);
        let lines = lines.filter(|line| line.activity.as_str() == "trim_removal");
        lines.map(|line| line.hours).sum::<f64>()
    };
    assert!(trims(&changed) >= trims(&project));
    assert!(matches!(set(0).apply(&project), Err(EditError::Cuts(_))));
    let cloth = project.product.parts.iter().find(|part| !part.is_hard()).unwrap();
    let refused = Edit::part(&cloth.id, PartEdit::SetCuts(2)).apply(&project);
    assert!(matches!(refused, Err(EditError::NotHard(_))), "{refused:?}");
    assert_eq!(set(2).gesture(), set(5).gesture());
}

#[test]
fn what_counts_as_here_is_the_place_that_is_set() {
    let project = preset("knitwear_eu");
    let changed = one_step(&project, &Edit::SetHome(Some("CN".into())));
    let (before, after) = (assessed(&project), assessed(&changed));
    for figure in [PathwayFigure::GainedHere, PathwayFigure::LostHere] {
        let [old, new] = [&before, &after].map(|assessment| total(assessment, "reuse", figure));
        assert!((old - new).abs() > 1.0, "{figure:?}: {old} {new}");
    }
    assert!(one_step(&changed, &Edit::SetHome(None)).home.is_none());
}

#[test]
fn laundering_from_home_counts_where_it_is_switched_on_and_opens_to_its_numbers() {
    let project = preset("workwear_rental");
    let changed = one_step(&project, &Edit::CountLaundering(true));
    let (before, after) = (assessed(&project), assessed(&changed));
    let moved = |assessment: &Assessment| total(assessment, "rental", PathwayFigure::MovedFromHome);
    let gained = |assessment: &Assessment| total(assessment, "rental", PathwayFigure::Gained);
    assert!(moved(&before) > 0.0);
    assert!(moved(&after).abs() < 1e-9);
    assert!((gained(&after) - gained(&before) - moved(&before)).abs() < 1e-9 * gained(&after));
    let figure = FigureId::Pathway("rental".into(), PathwayFigure::MovedFromHome);
    for lang in Lang::ALL {
        let told = explain(&project, Library::builtin(), &before, &figure, lang).unwrap();
        assert!(!told.terms.is_empty(), "the flow and its hours");
        assert!(told.substituted.ends_with(&told.value), "{}", told.substituted);
    }
}

#[test]
fn wears_of_an_owned_piece_are_the_kinds_until_they_are_set() {
    let project = preset("workwear_rental");
    let rental = project
        .pathways
        .iter()
        .find(|way| way.is_hired())
        .unwrap()
        .id
        .clone();
    let set = |own: Option<f64>| Edit::pathway(&rental, PathwayEdit::SetOwnWears(own.map(Estimate::exact)));
    let changed = one_step(&project, &set(Some(75.0)));
    let hired = |assessment: &Assessment| {
        let at = assessment.engine.index(&rental).unwrap();
        let hired = assessment.engine.pathways[at].network.hired.unwrap();
        hired.own_wears.of(&assessment.numbers)
    };
    let (before, after) = (assessed(&project), assessed(&changed));
    assert!((hired(&before) - 150.0).abs() < 1e-12 && (hired(&after) - 75.0).abs() < 1e-12);
    // Half a life less of an owned piece: half a garment more is avoided.
    let avoided =
        |assessment: &Assessment| total(assessment, rental.as_str(), PathwayFigure::GarmentsAvoided);
    assert!((avoided(&after) - avoided(&before) - 0.5).abs() < 1e-9);
    assert_eq!(set(None).apply(&changed).unwrap(), project);
    assert!(matches!(
        set(Some(-1.0)).apply(&project),
        Err(EditError::Figure { .. })
    ));
    let owned = preset("tshirt");
    let refused = Edit::pathway(&"today".into(), PathwayEdit::SetOwnWears(None)).apply(&owned);
    assert!(matches!(refused, Err(EditError::NotHired(_))), "{refused:?}");
    let text = write(&changed, None)
        .unwrap()
        .replace("own_wears: (value: 75.0)", "own_wears: (value: -1)");
    assert!(read(text.as_bytes()).is_err());
}
