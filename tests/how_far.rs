//! How far a lever has to go: the page, its words in both languages, the map by key, and the marks on sliders.

#![allow(clippy::unwrap_used, reason = "a test fails loudly")]

use crate::improve::{run, tab_to, uniform};
use crate::support::said::Queryable;
use crate::support::window::{command, options, press, window_over};
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::NodeT;
use reloom::app::App;
use reloom::app::preferences::Preferences;
use reloom::data::Library;
use reloom::explain::advice::{Cannot, Far, Found, RANK, Target, how_far, in_turn, targets};
use reloom::figure::PathwayFigure;
use reloom::model::PathwayId;
use reloom::session::Session;
use reloom::text::{ImproveMsg, Lang, ProductMsg};
use reloom::ui::act::Act;
use reloom::ui::improving::{Improve, Look};
use reloom::ui::view::{Aspect, Command, Page, Selection};
use std::time::{Duration, Instant};

const PATHWAY: &str = "sort_chemical";
const LEVER: &str = "share:discard>collection";

fn window(lang: Lang, background: bool) -> Harness<'static, App> {
    let mut options = options(Session::new(uniform(), None), Preferences::in_language(lang));
    options.patience = background.then_some(Duration::ZERO);
    window_over(options, [1280.0, 1400.0])
}

fn asked(lang: Lang, far: Far) -> Harness<'static, App> {
    let mut h = window(lang, false);
    let id = PathwayId::from(PATHWAY);
    run(
        &mut h,
        Command::Improve(Improve::HowFar(Some(id), LEVER.to_owned())),
    );
    run(&mut h, Command::Improve(Improve::Far(far)));
    h
}

fn far(target: Target) -> Far {
    Far {
        lever: Some(LEVER.to_owned()),
        target: Some(target),
        ..Far::default()
    }
}

fn find(far: &Far) -> Found {
    let found = how_far(
        (&uniform(), Library::builtin()),
        &PATHWAY.into(),
        far,
        &|| false,
        &in_turn(&|| false),
    );
    found.unwrap().unwrap()
}

#[test]
fn every_target_has_its_value_and_a_stopped_search_has_none() {
    let (project, id) = (uniform(), PathwayId::from(PATHWAY));
    let named = targets(&project, Library::builtin(), (&id, RANK));
    let baseline = Target::Pathway(project.baseline.clone());
    assert_eq!(named.first().map(|(target, ..)| target), Some(&baseline));
    assert!(named.contains(&(Target::Even, PathwayFigure::Net, 0.0)));
    assert!(named.contains(&(Target::National, RANK, 0.3)));
    for (target, figure, value) in named {
        let found = find(&far(target));
        assert_eq!((found.figure, found.target.to_bits()), (figure, value.to_bits()));
        assert!(!found.bands.is_empty() && found.now.is_finite());
        assert!(found.bands.iter().all(|(_, [low, high])| low <= high));
    }
    let target = far(Target::Value(0.04));
    assert!(
        how_far(
            (&project, Library::builtin()),
            &id,
            &target,
            &|| true,
            &in_turn(&|| true)
        )
        .is_none()
    );
    // A figure that is no share has no national goal.
    let wears = targets(&project, Library::builtin(), (&id, PathwayFigure::Wears));
    assert!(!wears.iter().any(|(target, ..)| *target == Target::National));
}

#[test]
fn a_lever_that_is_not_there_is_said_and_not_replaced() {
    let gone = || Some("share:nowhere>use".to_owned());
    for far in [
        Far {
            lever: gone(),
            ..far(Target::Value(0.04))
        },
        Far {
            beside: gone(),
            ..far(Target::Value(0.04))
        },
    ] {
        let found = how_far(
            (&uniform(), Library::builtin()),
            &PATHWAY.into(),
            &far,
            &|| false,
            &in_turn(&|| false),
        );
        assert_eq!(found.unwrap(), Err(Cannot::NoLever(gone().unwrap())));
    }
    // In the window the way on is one button.
    let stands = Far {
        lever: gone(),
        ..Far::default()
    };
    let mut h = asked(Lang::En, stands);
    h.get_by_label_contains("share:nowhere>use");
    h.get_by_label(ImproveMsg::OtherLever.text(Lang::En)).click();
    h.run();
    let far = &h.state().selection().improving.far;
    assert_eq!((far.lever.as_ref(), far.beside.as_ref()), (None, None));
    assert!(h.query_by_label_contains("share:nowhere>use").is_none());
}

#[test]
fn where_no_lever_is_named_a_share_that_meets_the_target_is_turned_first() {
    let found = find(&Far {
        target: Some(Target::Value(0.04)),
        ..Far::default()
    });
    assert!(
        found.reach.is_reached() && found.lever.id.starts_with("share:"),
        "{}",
        found.lever.id
    );
    // Where none does, something that moves the figure at all.
    let found = find(&Far {
        target: Some(Target::Value(0.99)),
        ..Far::default()
    });
    assert!(!found.reach.is_reached());
    let ends = [
        found.reach.curve.first().unwrap(),
        found.reach.curve.last().unwrap(),
    ];
    let [low, high] = ends;
    assert!((low.1 - high.1).abs() > 0.0, "{}", found.lever.id);
}

#[test]
fn the_answer_is_set_by_key_as_one_step_and_holds() {
    for lang in Lang::ALL {
        let mut h = asked(lang, far(Target::Value(0.04)));
        let before = h.state().session().project().as_ref().clone();
        let begins = ImproveMsg::SetLever.text(lang).split('{').next().unwrap();
        tab_to(&mut h, |name| name.starts_with(begins));
        press(&mut h, Key::Enter);
        let session = h.state().session();
        assert_eq!(session.history().count(), 1, "one step");
        let figures = session.assessment().pathway(&PATHWAY.into()).unwrap();
        assert!((RANK.central(figures) - 0.04).abs() < 1e-6);
        command(&mut h, Key::Z);
        assert_eq!(*h.state().session().project().as_ref(), before);
    }
}

#[test]
fn what_cannot_be_reached_says_how_far_it_gets() {
    for lang in Lang::ALL {
        let h = asked(lang, far(Target::Value(0.9)));
        let words = ImproveMsg::FarMost.text(lang).split('{').next().unwrap();
        assert!(h.query_all_by_label_contains(words).count() > 0);
    }
}

/// What the map tells of the place that is looked at.
fn told(h: &Harness<'_, App>, lang: Lang) -> Option<String> {
    let begins = ImproveMsg::MapName.text(lang).split('{').next().unwrap();
    let mut images = h.query_all_by_role(Role::Image);
    let map = images.find(|node| {
        let label = node.accesskit_node().label();
        label.is_some_and(|label| label.starts_with(begins))
    });
    map?.accesskit_node().label()
}

#[test]
fn arrows_walk_over_the_map_and_its_lines_are_told() {
    for lang in Lang::ALL {
        let with_map = Far {
            beside: Some("wears".to_owned()),
            ..far(Target::Value(0.04))
        };
        let found = find(&with_map);
        assert_eq!(found.map.unwrap().field.values.len(), 3_600);
        let mut h = asked(lang, with_map);
        let begins = ImproveMsg::MapName.text(lang).split('{').next().unwrap();
        tab_to(&mut h, |name| name.starts_with(begins));
        let first = told(&h, lang).unwrap();
        press(&mut h, Key::ArrowLeft);
        assert_ne!(told(&h, lang).unwrap(), first, "each place is told");
    }
}

#[test]
fn a_map_is_quick_and_comes_in_the_background() {
    let since = Instant::now();
    let mut h = window(Lang::En, true);
    let id = PathwayId::from(PATHWAY);
    run(
        &mut h,
        Command::Improve(Improve::HowFar(Some(id), LEVER.to_owned())),
    );
    let with_map = Far {
        beside: Some("wears".to_owned()),
        ..far(Target::Value(0.04))
    };
    let ctx = h.ctx.clone();
    h.state_mut().run(&ctx, Command::Improve(Improve::Far(with_map)));
    // No frame waits for the map, and it is there soon; how soon a release is, `bench` measures against 200 ms.
    let mut longest = Duration::ZERO;
    while told(&h, Lang::En).is_none() {
        let frame = Instant::now();
        h.step();
        longest = longest.max(frame.elapsed());
        assert!(since.elapsed() < Duration::from_secs(20), "the map is slow");
    }
    assert!(longest < Duration::from_secs(2), "a frame took {longest:?}");
}

#[test]
fn a_slider_asks_how_far() {
    let lang = Lang::En;
    let mut h = window(lang, false);
    run(&mut h, Command::SelectPathway(PATHWAY.into()));
    run(&mut h, Command::Show(Page::Pathways));
    run(&mut h, Command::SelectStage(Some("discard".into())));
    let first = |h: &Harness<'_, App>| {
        let slider = h.query_all_by_role(Role::Slider).next().unwrap();
        slider.click_secondary();
    };
    first(&h);
    h.run();
    h.get_by_role_and_label(Role::MenuItem, Act::HowFar.name(lang))
        .click();
    h.run();
    let selection = h.state().selection();
    assert_eq!(
        (selection.aspect, selection.improving.look),
        (Aspect::Hints, Look::HowFar)
    );
    let lever = selection.improving.far.lever.as_ref().unwrap();
    assert!(lever.starts_with("share:discard>"), "{lever}");
}

#[test]
fn levers_are_searched_in_their_list() {
    for lang in Lang::ALL {
        let mut h = asked(lang, far(Target::Value(0.04)));
        let before = find(&far(Target::Value(0.04)));
        let wears = before.levers.iter().find(|lever| lever.id == "wears").unwrap();
        let name = ImproveMsg::Lever.head(lang);
        let lists = h.query_all_by_role(Role::ComboBox);
        let list = lists.filter(|node| {
            node.accesskit_node()
                .label()
                .is_some_and(|label| label.contains(name))
        });
        list.min_by(|a, b| a.rect().left().total_cmp(&b.rect().left()))
            .unwrap()
            .focus();
        h.run();
        press(&mut h, Key::Enter);
        h.run();
        h.event(egui::Event::Text(wears.name.get(lang).to_owned()));
        h.run();
        press(&mut h, Key::Enter);
        let lever = h.state().selection().improving.far.lever.clone();
        assert_eq!(lever.as_deref(), Some("wears"));
    }
}

/// What is asked after the menu of the field `name` was opened by key and "How far?" taken; none where it has none.
fn asked_over(h: &mut Harness<'_, App>, role: Role, name: &str) -> Option<String> {
    let lang = Lang::En;
    let found = h.query_all_by_role(role).find(|node| {
        let label = node.accesskit_node().label();
        label.is_some_and(|label| label == name)
    });
    found.unwrap_or_else(|| panic!("no {name}")).focus();
    h.run();
    h.key_press_modifiers(Modifiers::SHIFT, Key::F10);
    h.run();
    let item = h.query_by_role_and_label(Role::MenuItem, Act::HowFar.name(lang));
    let Some(item) = item else {
        press(h, Key::Escape);
        return None;
    };
    item.click();
    h.run();
    let selection = h.state().selection();
    assert_eq!(selection.improving.look, Look::HowFar, "{name}");
    selection.improving.far.lever.clone()
}

#[test]
fn every_field_that_is_a_lever_asks_how_far_and_bears_the_answer() {
    let lang = Lang::En;
    let mut h = window(lang, false);
    let to = |h: &mut Harness<'_, App>, aspect| {
        run(h, Command::Show(Page::Product));
        run(h, Command::ShowAspect(aspect));
    };
    let begins = ImproveMsg::FieldMark.text(lang).split('{').next().unwrap();
    to(&mut h, Aspect::Parts);
    let field = ProductMsg::Wears.text(lang);
    assert_eq!(
        asked_over(&mut h, Role::TextInput, field).as_deref(),
        Some("wears")
    );
    run(&mut h, Command::SelectPart(Some("shell".into())));
    for (message, lever) in [
        (ProductMsg::PartMass, "mass:shell"),
        (ProductMsg::CuttingLoss, "loss:shell"),
    ] {
        to(&mut h, Aspect::Parts);
        let name = message.text(lang);
        assert_eq!(asked_over(&mut h, Role::TextInput, name).as_deref(), Some(lever));
        // A target that the lever meets is said under its field.
        let far = h.state().selection().improving.far.clone();
        let project = h.state().session().project().as_ref().clone();
        let pathway = h
            .state()
            .selection()
            .advised(&project, Library::builtin())
            .unwrap()
            .clone();
        let now = how_far(
            (&project, Library::builtin()),
            &pathway,
            &far,
            &|| false,
            &in_turn(&|| false),
        );
        let now = now.unwrap().unwrap().now;
        let met = Far {
            target: Some(Target::Value(now)),
            ..far
        };
        run(&mut h, Command::Improve(Improve::Far(met)));
        to(&mut h, Aspect::Parts);
        assert!(
            h.query_all_by_label_contains(begins).count() > 0,
            "{lever} has no mark"
        );
    }
    run(&mut h, Command::SelectPathway(PATHWAY.into()));
    for (stage, lever) in [("use", "own:use"), ("glycolysis", "closed:glycolysis")] {
        run(&mut h, Command::Show(Page::Pathways));
        run(&mut h, Command::SelectStage(Some(stage.into())));
        let fields: Vec<String> = h
            .query_all_by_role(Role::TextInput)
            .filter_map(|node| node.accesskit_node().label())
            .collect();
        let mut found = Vec::new();
        for name in fields {
            run(&mut h, Command::Show(Page::Pathways));
            let is_there = h.query_all_by_role(Role::TextInput).any(|node| {
                let label = node.accesskit_node().label();
                label.is_some_and(|label| label == name)
            });
            if is_there {
                found.extend(asked_over(&mut h, Role::TextInput, &name));
            }
        }
        assert!(found.iter().any(|found| found == lever), "{stage}: {found:?}");
    }
}

#[test]
fn a_factor_of_the_library_asks_how_far_and_one_that_nothing_uses_says_so() {
    let lang = Lang::En;
    let mut h = window(lang, false);
    run(&mut h, Command::SelectPathway(PATHWAY.into()));
    let open = |h: &mut Harness<'_, App>, id: &str| {
        run(h, Command::Show(Page::Library));
        run(h, Command::SelectFactor(id.into()));
    };
    open(&mut h, "route.chem_pet.recovery");
    let name = ImproveMsg::HowFar.text(lang);
    h.get_by_role_and_label(Role::Button, name).click();
    h.run();
    let selection = h.state().selection();
    assert_eq!(selection.improving.look, Look::HowFar);
    assert_eq!(
        selection.improving.far.lever.as_deref(),
        Some("route.chem_pet.recovery")
    );
    open(&mut h, "route.carbamate.recovery");
    let button = h.get_by_role_and_label(Role::Button, name);
    assert!(button.accesskit_node().is_disabled());
}

#[test]
fn advice_speaks_of_what_is_open_and_else_of_what_recycles() {
    let library = Library::builtin();
    let project = uniform();
    let mut selection = Selection::default();
    let advised = |selection: &Selection| selection.advised(&project, library).unwrap().to_string();
    let first = advised(&selection);
    assert_ne!(first, project.baseline.to_string());
    // The baseline in front is no pathway to better, so what recycles is spoken of.
    selection.pathway = Some(project.baseline.clone());
    assert_eq!(advised(&selection), first);
    selection.pathway = Some("repair_first".into());
    assert_eq!(advised(&selection), "repair_first");
    // What was chosen for the advice itself goes before.
    selection.improving.pathway = Some(project.baseline.clone());
    assert_eq!(advised(&selection), project.baseline.to_string());
    let mut h = window(Lang::En, false);
    run(&mut h, Command::Improve(Improve::Pathway("today".into())));
    run(&mut h, Command::SelectPathway(PATHWAY.into()));
    let project = h.state().session().project().clone();
    let selection = h.state().selection();
    assert_eq!(selection.advised(&project, library).unwrap().as_str(), PATHWAY);
}
