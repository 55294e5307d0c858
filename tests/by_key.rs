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

/// The letters that stand beside things, by what they lead to.
fn codes(h: &Harness<'_, App>) -> BTreeMap<NodeId, String> {
    let nodes = h.root().children_recursive().map(|node| node.accesskit_node());
    let coded = nodes.filter_map(|node| Some((node.locate().0, node.data().access_key()?.to_owned())));
    coded.collect()
}

/// Types `code`; answers where that leads.
fn typed(h: &mut Harness<'_, App>, code: &str) -> Option<NodeId> {
    for letter in code.chars() {
        h.key_press(Key::from_name(&letter.to_string()).unwrap());
        h.step();
    }
    h.step();
    stop(h)
}

/// A figure that can be gone to from here, with the letters that lead there.
fn in_sight(h: &mut Harness<'_, App>, all: &BTreeMap<NodeId, String>) -> Vec<(NodeId, String)> {
    let before = stop(h);
    press(h, Key::F7);
    let mut here: Vec<(NodeId, String)> = codes(h).into_iter().collect();
    here.retain(|(id, _)| all.contains_key(id));
    press(h, Key::Escape);
    assert_eq!(stop(h), before, "Escape gives the focus back");
    here
}

/// Where the page was just shown.
fn anew(h: &mut Harness<'_, App>, page: Page) {
    let ctx = h.ctx.clone();
    let other = if page == Page::Product {
        Page::Library
    } else {
        Page::Product
    };
    h.state_mut().run(&ctx, Command::Show(other));
    h.run();
    h.ctx.memory_mut(stop_focus);
    h.state_mut().run(&ctx, Command::Show(page));
    h.run();
}

/// Goes back through the regions into the inspector; false where the page has none.
fn enter_inspector(h: &mut Harness<'_, App>) -> bool {
    for _ in 0..2 {
        h.key_press_modifiers(Modifiers::SHIFT, Key::F6);
        h.run();
    }
    focused(h).is_some_and(|(_, place)| place.left() > 950.0 && place.top() < 680.0)
}

/// The figures of a page that are further than [`KEYS`] keys from where one stands when the page was just shown: a digit
/// leads through the page, or through the inspector once it was gone to, and the letters to the figure.
fn far(lang: Lang, page: Page) -> Vec<String> {
    let mut preferences = Preferences::in_language(lang);
    preferences.still = true;
    let mut h = window_of("school_uniform", preferences, [1280.0, 720.0]);
    anew(&mut h, page);
    let all = figures(&h);
    assert!(!all.is_empty());
    let mut known: BTreeMap<NodeId, usize> = BTreeMap::new();
    let mut look = |h: &mut Harness<'_, App>, keys: usize| {
        for (id, code) in in_sight(h, &all) {
            let keys = keys + 1 + code.len();
            known
                .entry(id)
                .and_modify(|known| *known = keys.min(*known))
                .or_insert(keys);
        }
    };
    look(&mut h, 0);
    // From what stands in the inspector the digits lead through the inspector.
    for (digit, leap) in digits().flat_map(|digit| [(digit, Key::PageUp), (digit, Key::PageDown)]) {
        anew(&mut h, page);
        if !enter_inspector(&mut h) {
            break;
        }
        press(&mut h, Key::F7);
        press(&mut h, digit);
        look(&mut h, 4);
        press(&mut h, leap);
        look(&mut h, 5);
    }
    for digit in digits() {
        anew(&mut h, page);
        press(&mut h, Key::F7);
        press(&mut h, digit);
        look(&mut h, 2);
        if page == Page::Compare {
            press(&mut h, Key::PageUp);
            look(&mut h, 3);
            press(&mut h, Key::PageDown);
            press(&mut h, Key::PageDown);
            look(&mut h, 5);
        }
    }
    let missed = all
        .iter()
        .filter(|(id, _)| known.get(id).is_none_or(|keys| *keys > KEYS));
    missed.map(|(_, label)| format!("{page:?}: {label}")).collect()
}

fn digits() -> impl Iterator<Item = Key> {
    (1..=9).filter_map(|digit: u8| Key::from_name(&digit.to_string()))
}

fn stop_focus(memory: &mut egui::Memory) {
    if let Some(id) = memory.focused() {
        memory.surrender_focus(id);
    }
}

#[test]
fn every_figure_of_a_pathway_and_of_the_library_is_within_eight_keys() {
    let pages = [Page::Pathways, Page::Library];
    let far: Vec<String> = pages.into_iter().flat_map(|page| far(Lang::En, page)).collect();
    assert!(far.is_empty(), "{}\n{}", far.len(), far.join("\n"));
}

#[test]
#[ignore = "long; .ci/wall runs it"]
fn every_figure_of_the_product_is_within_eight_keys() {
    let far = far(Lang::En, Page::Product);
    assert!(far.is_empty(), "{}\n{}", far.len(), far.join("\n"));
}

#[test]
#[ignore = "long; .ci/wall runs it"]
fn every_figure_of_the_comparison_is_within_eight_keys() {
    let far = far(Lang::En, Page::Compare);
    assert!(far.is_empty(), "{}\n{}", far.len(), far.join("\n"));
}

#[test]
fn letters_lead_from_a_field_without_being_typed_into_it() {
    let mut h = window([1280.0, 720.0]);
    press(&mut h, Key::Num2);
    h.get_by_role_and_label(Role::Button, "Checking and washing for reuse")
        .click();
    h.run();
    press(&mut h, Key::F2);
    h.run_steps(4);
    assert!(h.ctx.text_edit_focused());
    let project = h.state().session().project().clone();
    press(&mut h, Key::F7);
    let codes_of = codes(&h);
    let figure = figures(&h)
        .into_keys()
        .find(|id| codes_of.contains_key(id))
        .unwrap();
    let code = codes_of[&figure].clone();
    for letter in code.chars() {
        h.event(egui::Event::Text(letter.to_string()));
    }
    assert_eq!(typed(&mut h, &code), Some(figure));
    assert_eq!(*h.state().session().project(), project);
    // Any other key, and the pointer, take the letters away.
    press(&mut h, Key::F7);
    assert!(!codes(&h).is_empty());
    press(&mut h, Key::ArrowDown);
    assert!(codes(&h).is_empty());
}
