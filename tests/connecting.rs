//! Stages are led to one another by hand and by key; menus of fibres and routes are searched in both languages.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "the sample has these things"
)]

use crate::support::window::{command, press, show, window_with};
use egui::accesskit::Role;
use egui::{Event, Key};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use reloom::app::App;
use reloom::app::pages::PAGES;
use reloom::app::preferences::Preferences;
use reloom::edit::{Way, refusal};
use reloom::model::{Pathway, StageId};
use reloom::text::Lang;
use reloom::text::names::Names;

type Window = Harness<'static, App>;

fn window(lang: Lang) -> Window {
    let mut preferences = Preferences::in_language(lang);
    preferences.still = true;
    window_with(preferences, [1440.0, 900.0])
}

fn pathway(h: &Window) -> Pathway {
    let project = h.state().session().project();
    let shown = h.state().selection().pathway.clone().unwrap();
    project.pathway(&shown).unwrap().clone()
}

fn name(h: &Window, stage: &StageId) -> String {
    let names = Names {
        project: h.state().session().project(),
        library: h.state().session().library(),
        lang: h.state().preferences().lang(),
    };
    names.stage(&pathway(h), stage)
}

/// A place on the node called `name` in the diagram.
fn node(h: &Window, name: &str) -> Option<egui::Pos2> {
    let mut buttons = h.query_all_by_role(Role::Button);
    let is_it = |node: &egui_kittest::Node<'_>| {
        let label = node.accesskit_node().label().unwrap_or_default();
        // A node says its figures after its name.
        let said = label.split([':', '：']).next().unwrap_or_default();
        said.eq_ignore_ascii_case(name) && node.rect().left() > 320.0
    };
    // At its bar: words of neighbours may reach over its own.
    let place = buttons.find(is_it)?.rect();
    Some(place.left_center() + egui::vec2(5.0, 0.0))
}

/// Two stages that are seen in the diagram, of which the first can lead to the second.
fn pair(h: &Window, can: bool) -> (StageId, StageId) {
    let pathway = pathway(h);
    let seen = |id: &StageId| node(h, &name(h, id)).is_some();
    let stages = || pathway.stages.iter().filter(|stage| seen(&stage.id));
    let pairs = stages().flat_map(|from| stages().map(move |to| (from, to)));
    let found = pairs
        .filter(|(from, to)| from.id != to.id)
        .find(|(from, to)| refusal(&pathway, &from.id, &to.id, Way::Exit).is_none() == can);
    let (from, to) = found.unwrap();
    (from.id.clone(), to.id.clone())
}

fn drag(h: &mut Window, from: &StageId, to: &StageId) {
    let (start, end) = (node(h, &name(h, from)).unwrap(), node(h, &name(h, to)).unwrap());
    h.drag_at(start);
    h.run();
    h.hover_at(start + egui::vec2(12.0, 12.0));
    h.run();
    h.hover_at(end);
    h.run();
    h.drop_at(end);
    h.run();
}

#[test]
fn a_stage_dragged_onto_another_leads_there() {
    for lang in [Lang::En, Lang::Zh] {
        let mut h = window(lang);
        show(&mut h, &PAGES[1]);
        let before = pathway(&h);
        let (from, to) = pair(&h, true);
        drag(&mut h, &from, &to);
        let exits = pathway(&h).stage(&from).unwrap().exits.clone();
        let (a, b) = (node(&h, &name(&h, &from)), node(&h, &name(&h, &to)));
        assert_eq!(
            exits.last().unwrap().to,
            to,
            "{lang:?} {from} {a:?} {b:?} {exits:?}"
        );
        assert_eq!(h.state().selection().stage.as_ref(), Some(&from));
        command(&mut h, Key::Z);
        assert_eq!(pathway(&h), before);
    }
}

#[test]
fn a_stage_that_cannot_lead_there_says_why_and_nothing_changes() {
    let mut h = window(Lang::En);
    show(&mut h, &PAGES[1]);
    let before = pathway(&h);
    let (from, to) = pair(&h, false);
    let why = refusal(&before, &from, &to, Way::Exit).unwrap().text(Lang::En);
    drag(&mut h, &from, &to);
    assert_eq!(pathway(&h), before);
    assert!(h.query_all_by_label_contains(&why).count() > 0, "{why}");
}

#[test]
fn a_stage_to_which_nothing_leads_says_so_and_is_led_to_by_keys() {
    for (lang, add, lead, says) in [
        (
            Lang::En,
            "Add a stage",
            "Lead something here",
            "Nothing leads here yet",
        ),
        (Lang::Zh, "添加环节", "选择来源环节", "还没有环节通往这里"),
    ] {
        let mut h = window(lang);
        show(&mut h, &PAGES[1]);
        let before = pathway(&h);
        h.get_by_role_and_label(Role::Button, add).focus();
        h.run();
        press(&mut h, Key::Enter);
        press(&mut h, Key::Enter);
        let added = h.state().selection().stage.clone().unwrap();
        assert!(before.stage(&added).is_none(), "{lang:?}");
        assert!(h.query_all_by_label_contains(says).count() > 0, "{lang:?}");
        h.get_by_role_and_label(Role::Button, lead).focus();
        h.run();
        press(&mut h, Key::Enter);
        press(&mut h, Key::Enter);
        let now = pathway(&h);
        let leads = now
            .stages
            .iter()
            .find(|stage| stage.exits.iter().any(|link| link.to == added));
        assert_eq!(h.state().selection().stage, leads.map(|stage| stage.id.clone()));
    }
}

#[test]
fn fibres_are_searched_in_both_languages_and_taken_by_key() {
    for (lang, part, button, typed) in [
        (Lang::En, "Part", "Fibre", "莱赛尔"),
        (Lang::Zh, "部件", "纤维", "lyoc"),
    ] {
        let mut h = window(lang);
        let before = h.state().session().project().product.parts[0].fibres.len();
        let _ = part;
        h.get_by_role_and_label(Role::Button, button).focus();
        h.run();
        press(&mut h, Key::Enter);
        h.event(Event::Text(typed.to_owned()));
        h.run();
        press(&mut h, Key::Enter);
        let fibres = h.state().session().project().product.parts[0].fibres.clone();
        assert_eq!(fibres.len(), before + 1, "{lang:?}");
        assert_eq!(fibres.last().unwrap().fibre.as_str(), "lyocell");
        let focused = h.ctx.memory(egui::Memory::focused);
        let opener = h.get_by_role_and_label(Role::Button, button);
        assert!(opener.accesskit_node().is_focused(), "{lang:?} {focused:?}");
    }
}

#[test]
fn routes_are_searched_and_escape_leaves_all_as_it_was() {
    let mut h = window(Lang::En);
    show(&mut h, &PAGES[0]);
    h.get_by_label("Drawing").click();
    h.run();
    let before = h.state().selection().clone();
    let combo = h
        .query_all_by_role(Role::ComboBox)
        .find(|node| {
            node.accesskit_node()
                .label()
                .is_some_and(|label| label.starts_with("Route"))
        })
        .unwrap_or_else(|| panic!("no route"));
    combo.focus();
    h.run();
    press(&mut h, Key::Enter);
    h.event(Event::Text("擦机布".to_owned()));
    h.run();
    // The parts of the list at the left are options too.
    let parts = h.state().session().project().product.parts.len();
    assert_eq!(h.query_all_by_role(Role::ListBoxOption).count(), parts + 1);
    press(&mut h, Key::Escape);
    assert_eq!(*h.state().selection(), before);
    h.run();
    press(&mut h, Key::Enter);
    h.event(Event::Text("wiping".to_owned()));
    h.run();
    press(&mut h, Key::Enter);
    let shown = h.state().selection().route.clone().unwrap();
    let route = h.state().session().library().route(&shown).unwrap();
    assert!(route.name.en.to_lowercase().contains("wiping"), "{shown}");
}
