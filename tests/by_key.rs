//! The window by key alone: regions, figures and their details, what was chosen with the mouse, and what zoom leaves.

use crate::support;
use crate::support::said::Queryable;
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::NodeT;
use reloom::app::App;
use reloom::app::preferences::Preferences;
use reloom::text::Lang;
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
