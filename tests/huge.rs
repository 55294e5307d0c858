//! A product of 500 parts on 12 pathways: every page draws it, and lays out only what is in sight.

#![allow(clippy::unwrap_used, reason = "a test fails loudly")]

use crate::support::huge;
use crate::support::window::{options, show, window_over};

use crate::support::said::Queryable;
use egui::Key;
use egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::NodeT;
use reloom::app::App;
use reloom::app::pages::PAGES;
use reloom::app::preferences::Preferences;
use reloom::session::Session;
use reloom::text::Lang;

fn window() -> Harness<'static, App> {
    let session = Session::new(huge::project(), None);
    window_over(
        options(session, Preferences::in_language(Lang::En)),
        [1280.0, 720.0],
    )
}

/// How many things the window tells screen readers of: everything that is laid out and can be named.
fn nodes(h: &Harness<'_, App>) -> usize {
    h.query_all(egui_kittest::kittest::By::new()).count()
}

#[test]
fn every_page_lays_out_what_is_in_sight() {
    let mut h = window();
    for row in &PAGES {
        show(&mut h, row);
        let count = nodes(&h);
        assert!((100..900).contains(&count), "{:?}: {count}", row.page);
    }
    h.key_press(Key::Num1);
    h.run();
    let rows = [Role::ListBoxOption, Role::Row].map(|role| h.query_all_by_role(role).count());
    let rows: usize = rows.iter().sum();
    assert!((5..60).contains(&rows), "{rows} rows of parts");
}

/// True for what a gate says of the part whose name ends with the number `part`.
fn is_gate(node: &egui_kittest::Node<'_>, part: usize) -> bool {
    let label = node.accesskit_node().label().unwrap_or_default();
    ["accepted", "refused"]
        .iter()
        .any(|word| label.contains(&format!(" {part}: {word}")))
}

#[test]
fn the_gates_of_a_stage_are_a_list_that_scrolls_by_key() {
    let mut h = window();
    h.key_press(Key::Num2);
    h.run();
    let gate = |h: &Harness<'_, App>, part: usize| {
        let all = h.query_all_by_role(Role::ListBoxOption);
        all.filter(|node| is_gate(node, part)).count()
    };
    assert_eq!(gate(&h, 0), 1, "the first part stands at the first gate");
    assert_eq!(gate(&h, 499), 0, "the last is far below");
    let stage = "Mechanical: post-consumer cotton to yarn";
    h.get_by_role_and_label(Role::ListBox, stage).focus();
    h.run();
    for _ in 0..25 {
        h.key_press(Key::ArrowDown);
        h.run();
    }
    assert_eq!(gate(&h, 25), 1, "the arrows go on past the edge");
    assert_eq!(gate(&h, 0), 0, "and the list follows");
}
