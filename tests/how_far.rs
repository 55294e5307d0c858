//! How far a lever has to go: the page, its words in both languages, the map by key, and the marks on sliders.

#![allow(clippy::unwrap_used, reason = "a test fails loudly")]

use crate::improve::{run, tab_to, uniform};
use crate::support::said::Queryable;
use crate::support::window::{command, options, press, window_over};
use egui::Key;
use egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::NodeT;
use reloom::app::App;
use reloom::app::preferences::Preferences;
use reloom::data::Library;
use reloom::explain::advice::{Far, Found, RANK, Target, how_far, targets};
use reloom::figure::PathwayFigure;
use reloom::model::PathwayId;
use reloom::session::Session;
use reloom::text::{ImproveMsg, Lang};
use reloom::ui::act::Act;
use reloom::ui::improving::{Improve, Look};
use reloom::ui::view::{Aspect, Command, Page};
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
    let found = how_far(&uniform(), Library::builtin(), &PATHWAY.into(), far, &|| false);
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
    assert!(how_far(&project, Library::builtin(), &id, &target, &|| true).is_none());
    // A figure that is no share has no national goal.
    let wears = targets(&project, Library::builtin(), (&id, PathwayFigure::Wears));
    assert!(!wears.iter().any(|(target, ..)| *target == Target::National));
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
    while told(&h, Lang::En).is_none() {
        assert!(since.elapsed() < Duration::from_mins(1));
        h.step();
    }
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
