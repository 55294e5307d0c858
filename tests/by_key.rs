//! The window by key alone: regions, figures and their details, what was chosen with the mouse, and what zoom leaves.

use crate::support;
use crate::support::said::Queryable;
use egui::accesskit::{Action, NodeId, Role};
use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::{AccessKitNode, NodeT};
use reloom::app::App;
use reloom::app::preferences::Preferences;
use reloom::text::Lang;
use reloom::ui::view::{Command, Page};
use std::collections::BTreeMap;
use support::window::{press, window_of};

fn window(size: [f32; 2]) -> Harness<'static, App> {
    let mut preferences = Preferences::in_language(Lang::En);
    preferences.still = true;
    window_of("school_uniform", preferences, size)
}

/// Name and place of what has the focus.
fn focused(h: &Harness<'_, App>) -> Option<(String, egui::Rect)> {
    h.root()
        .children_recursive()
        .find(|node| node.accesskit_node().is_focused())
        .map(|node| (node.accesskit_node().label().unwrap_or_default(), node.rect()))
}

#[test]
fn f6_goes_through_the_regions_and_back() {
    let mut h = window([1280.0, 720.0]);
    let mut there = Vec::new();
    for _ in 0..5 {
        press(&mut h, Key::F6);
        there.push(focused(&h).unwrap());
    }
    let middle = |at: usize| there[at].1.center();
    assert!(middle(0).y < 44.0, "the bar: {there:?}");
    assert!(middle(1).x < 220.0, "the list: {there:?}");
    assert!((220.0..980.0).contains(&middle(2).x), "the page: {there:?}");
    assert!(middle(3).x > 980.0, "the inspector: {there:?}");
    assert!(middle(4).y > 580.0, "the scoreboard: {there:?}");
    for before in [3, 2, 1, 0] {
        h.key_press_modifiers(Modifiers::SHIFT, Key::F6);
        h.run();
        assert_eq!(focused(&h).unwrap().0, there[before].0);
    }
}

#[test]
fn enter_leads_from_a_figure_into_its_details_and_escape_back() {
    let mut h = window([1280.0, 720.0]);
    press(&mut h, Key::Num3);
    let figure = "Repair and resale first, Material Circularity Indicator (MCI)";
    h.get_by_role_and_label(Role::Button, figure).focus();
    h.run();
    press(&mut h, Key::Enter);
    h.run_steps(4);
    assert!(h.state().selection().figure.is_some());
    let (name, place) = focused(&h).unwrap();
    assert!(place.center().x > 980.0, "{name} {place:?}");
    press(&mut h, Key::Escape);
    h.run_steps(4);
    assert!(h.state().selection().figure.is_none());
    let (name, _) = focused(&h).unwrap();
    assert!(name.starts_with(figure), "{name}");
}

#[test]
fn keys_act_on_a_stage_that_was_chosen_with_the_mouse() {
    let mut h = window([1280.0, 720.0]);
    press(&mut h, Key::Num2);
    let choose = |h: &mut Harness<'_, App>| {
        h.get_by_role_and_label(Role::Button, "Checking and washing for reuse")
            .click();
        h.run();
        assert!(h.state().selection().stage.is_some());
    };
    choose(&mut h);
    press(&mut h, Key::F2);
    h.run_steps(4);
    let typing = h.root().children_recursive().any(|node| {
        let node = node.accesskit_node();
        node.is_focused() && node.role() == Role::TextInput
    });
    assert!(typing, "{:?}", focused(&h));
    press(&mut h, Key::Escape);
    let stages = |h: &Harness<'_, App>| h.state().session().project().pathways[0].stages.len();
    let before = stages(&h);
    choose(&mut h);
    press(&mut h, Key::Delete);
    assert_eq!(stages(&h), before - 1);
}

/// Letters drawn at 350 % are not kept once the window is small again.
#[test]
fn zoom_and_back_leaves_no_large_letters() {
    let mut h = window([1280.0, 720.0]);
    let letters = |h: &Harness<'_, App>| {
        let [width, height] = h.ctx.fonts_mut(|fonts| fonts.font_image_size());
        width * height
    };
    let before = letters(&h);
    h.ctx.set_zoom_factor(3.5);
    h.run_steps(40);
    h.ctx.set_zoom_factor(1.0);
    h.run_steps(100);
    let after = letters(&h);
    assert!(after <= 2 * before, "{before} texels before, {after} after");
}

/// What a figure is to one who only listens: something that takes the focus and says a number, and where it lies.
fn figures(h: &Harness<'_, App>) -> BTreeMap<NodeId, String> {
    let nodes = h.root().children_recursive().map(|node| node.accesskit_node());
    let opens = nodes.filter(|node| {
        let role = matches!(node.role(), Role::Button | Role::GraphicsObject | Role::Link);
        role && node.data().supports_action(Action::Focus)
    });
    let said = opens.map(|node| (node.locate().0, node.label().unwrap_or_default()));
    said.filter(|(_, label)| label.contains(|letter: char| letter.is_ascii_digit()))
        .collect()
}

/// The thing that has the focus, by its id in the tree.
fn stop(h: &Harness<'_, App>) -> Option<NodeId> {
    let mut nodes = h.root().children_recursive().map(|node| node.accesskit_node());
    nodes.find(AccessKitNode::is_focused).map(|node| node.locate().0)
}

/// The most keys that lead to a figure.
const KEYS: usize = 8;

/// The figures of a page that are further than [`KEYS`] keys from where one stands when the page was just shown.
fn far(page: Page, more: Option<Command>) -> Vec<String> {
    let mut preferences = Preferences::in_language(Lang::En);
    preferences.still = true;
    let mut h = window_of("school_uniform", preferences, [1280.0, 720.0]);
    let ctx = h.ctx.clone();
    h.state_mut().run(&ctx, Command::Show(page));
    h.run();
    if let Some(more) = more {
        h.state_mut().run(&ctx, more);
        h.run();
    }
    let all = figures(&h);
    let keys = [
        (Modifiers::NONE, Key::ArrowDown),
        (Modifiers::NONE, Key::ArrowRight),
        (Modifiers::NONE, Key::ArrowUp),
        (Modifiers::NONE, Key::ArrowLeft),
        (Modifiers::NONE, Key::PageDown),
        (Modifiers::NONE, Key::PageUp),
        (Modifiers::NONE, Key::End),
        (Modifiers::SHIFT, Key::F6),
    ];
    let mut known: BTreeMap<NodeId, usize> = BTreeMap::new();
    let mut edge: Vec<Option<NodeId>> = vec![None];
    for steps in 1..=KEYS {
        let mut next = Vec::new();
        for from in std::mem::take(&mut edge) {
            for (modifiers, key) in keys {
                if !stand(&mut h, from) {
                    continue;
                }
                h.key_press_modifiers(modifiers, key);
                h.step();
                h.step();
                if let Some(to) = stop(&h)
                    && !known.contains_key(&to)
                {
                    known.insert(to, steps);
                    next.push(Some(to));
                }
            }
        }
        edge = next;
        if all.keys().all(|id| known.contains_key(id)) {
            break;
        }
    }
    let missed = all.iter().filter(|(id, _)| !known.contains_key(id));
    missed.map(|(_, label)| format!("{page:?}: {label}")).collect()
}

/// Gives the focus to `from`; none for where the page was just shown. False where it is not there.
fn stand(h: &mut Harness<'_, App>, from: Option<NodeId>) -> bool {
    let Some(from) = from else {
        let focused = h.ctx.memory(egui::Memory::focused);
        if let Some(id) = focused {
            h.ctx.memory_mut(|memory| memory.surrender_focus(id));
        }
        h.step();
        return true;
    };
    if stop(h) == Some(from) {
        return true;
    }
    let Some(node) = h
        .root()
        .children_recursive()
        .find(|node| node.accesskit_node().locate().0 == from)
    else {
        return false;
    };
    node.focus();
    h.step();
    true
}

#[test]
#[ignore = "minutes; .ci/wall runs it"]
fn every_figure_of_the_product_is_within_eight_keys() {
    let far = far(Page::Product, None);
    assert!(far.is_empty(), "{}\n{}", far.len(), far.join("\n"));
}

#[test]
#[ignore = "minutes; .ci/wall runs it"]
fn every_figure_of_a_pathway_is_within_eight_keys() {
    let far = far(Page::Pathways, None);
    assert!(far.is_empty(), "{}\n{}", far.len(), far.join("\n"));
}

#[test]
#[ignore = "minutes; .ci/wall runs it"]
fn every_figure_of_the_comparison_is_within_eight_keys() {
    let far = far(Page::Compare, None);
    assert!(far.is_empty(), "{}\n{}", far.len(), far.join("\n"));
}

#[test]
#[ignore = "minutes; .ci/wall runs it"]
fn every_figure_of_the_library_is_within_eight_keys() {
    let far = far(Page::Library, None);
    assert!(far.is_empty(), "{}\n{}", far.len(), far.join("\n"));
}
