//! Everything can be named, hit and reached: the accessibility tree of every page in every language.

#![allow(clippy::unwrap_used, reason = "a test fails loudly")]

use crate::support;

use crate::support::said::Queryable;
use egui::Key;
use egui::accesskit::{Action, Rect, Role};
use egui_kittest::Harness;
use egui_kittest::kittest::{AccessKitNode, NodeT as _};
use reloom::app::App;
use reloom::app::pages::{PAGES, PageRow};
use reloom::app::preferences::Preferences;
use reloom::text::Lang;
use reloom::ui::panel::scoreboard;
use support::window::{command, show, window_with};

/// Runs `find` on every page in every language and fails with all that it found.
fn walk(find: impl Fn(&mut Harness<'static, App>) -> Vec<String>) {
    let mut found = Vec::new();
    for lang in Lang::CHOICES {
        let mut h = window_with(Preferences::in_language(lang), [1280.0, 720.0]);
        for row in &PAGES {
            let page = (row.name)(Lang::En);
            show(&mut h, row);
            let here = find(&mut h);
            found.extend(here.iter().map(|what| format!("{page} {lang:?}: {what}")));
        }
        command(&mut h, Key::E);
        let here = find(&mut h);
        found.extend(here.iter().map(|what| format!("start {lang:?}: {what}")));
    }
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}

/// True for what acts; text that is only marked with the pointer, and scroll bars, which wheel and keys stand for, do not.
fn acts(node: &AccessKitNode<'_>) -> bool {
    let supports = |action| node.data().supports_action(action);
    let is_passive = matches!(node.role(), Role::Label | Role::ScrollBar);
    supports(Action::Focus) || (supports(Action::Click) && !is_passive)
}

fn describe(node: &AccessKitNode<'_>) -> String {
    format!(
        "{:?} {:?} {:?} {:?}",
        node.role(),
        node.label(),
        node.value(),
        node.bounding_box()
    )
}

fn acting(h: &Harness<'static, App>, wrong: impl Fn(&AccessKitNode<'_>) -> bool) -> Vec<String> {
    let nodes = h.root().children_recursive();
    let nodes = nodes.map(|node| node.accesskit_node());
    nodes
        .filter(|node| acts(node) && wrong(node))
        .map(|node| describe(&node))
        .collect()
}

#[test]
fn whatever_acts_has_a_role_and_a_name() {
    walk(|h| {
        acting(h, |node| {
            let is_named = node.label().is_some_and(|label| !label.trim().is_empty());
            !is_named || matches!(node.role(), Role::Unknown | Role::GenericContainer | Role::Label)
        })
    });
}

#[test]
fn targets_are_large_enough() {
    const LEAST: f64 = 24.0;
    walk(|h| {
        acting(h, |node| {
            let place = node.bounding_box().unwrap_or_default();
            place.width() < LEAST || place.height() < LEAST
        })
    });
}

/// A stop of the Tab key.
#[derive(Debug, Clone, PartialEq)]
struct Stop {
    /// Its id in the tree.
    id: String,
    name: String,
    place: Rect,
}

fn has_focus(node: &AccessKitNode<'_>) -> bool {
    node.is_focused()
}

/// The first node of which `is_wanted` is true.
fn stop(h: &Harness<'static, App>, is_wanted: impl Fn(&AccessKitNode<'_>) -> bool) -> Option<Stop> {
    let nodes = h.root().children_recursive();
    let node = nodes.map(|node| node.accesskit_node()).find(is_wanted)?;
    Some(Stop {
        id: format!("{:?}", node.id()),
        name: describe(&node),
        place: node.bounding_box().unwrap_or_default(),
    })
}

/// All stops of Tab, from the first one round to it again; `pair` sees each with the one before as both lie then, for
/// what has the focus scrolls into sight.
fn stops(h: &mut Harness<'static, App>, mut pair: impl FnMut(&Stop, &Stop)) -> Vec<Stop> {
    let mut stops: Vec<Stop> = Vec::new();
    for _ in 0..1000 {
        h.key_press(Key::Tab);
        h.step();
        // One frame more for what is scrolled into sight.
        h.step();
        let Some(now) = stop(h, has_focus) else {
            continue;
        };
        let before = stops.last().map(|last| last.id.clone());
        if let Some(before) = before.and_then(|id| stop(h, |node| format!("{:?}", node.id()) == id)) {
            pair(&before, &now);
        }
        let stop = now;
        if stops.iter().any(|seen| seen.id == stop.id) {
            break;
        }
        stops.push(stop);
    }
    stops
}

/// The panel that a stop lies in: bar, list, work area, inspector, scoreboard, foot of a side panel.
fn panel(stop: &Stop, board: f64) -> u8 {
    let place = &stop.place;
    if stop.name.contains("Fold the") {
        return 5;
    }
    let (x, y) = (
        f64::midpoint(place.x0, place.x1),
        f64::midpoint(place.y0, place.y1),
    );
    match () {
        () if y < 44.0 => 0,
        () if x < 220.0 && y < board => 1,
        () if x < 980.0 && y < board => 2,
        () if y >= board && place.height() < 140.0 && place.y0 >= board - 8.0 && place.y1 <= 722.0 => 4,
        () => 3,
    }
}

/// A window in English in which nothing slides, so that what has the focus is in sight at once.
fn still(row: &PageRow) -> Harness<'static, App> {
    let mut preferences = Preferences::in_language(Lang::En);
    preferences.still = true;
    let mut h = window_with(preferences, [1280.0, 720.0]);
    show(&mut h, row);
    h
}

#[test]
fn less_motion_ends_all_of_it() {
    let mut h = window_with(Preferences::in_language(Lang::En), [1280.0, 720.0]);
    let style = h.ctx.global_style();
    assert!(style.animation_time > 0.0 && style.visuals.text_cursor.blink);
    h.get_by_role_and_label(Role::Button, "Menu").click();
    h.run();
    h.get_by_role_and_label(Role::MenuItem, "Reduce motion")
        .click_accesskit();
    h.run();
    assert!(h.state().preferences().still);
    for theme in [egui::Theme::Light, egui::Theme::Dark] {
        let style = h.ctx.style_of(theme);
        assert!(style.animation_time <= 0.0);
        assert!(style.scroll_animation.duration.max <= 0.0);
        assert!(!style.visuals.text_cursor.blink);
    }
    // A change of the theme does not bring it back.
    h.key_press_modifiers(egui::Modifiers::COMMAND, Key::T);
    h.run();
    assert!(h.ctx.global_style().animation_time <= 0.0);
}

/// Tab reaches whatever takes the focus, in the order in which one reads, and scrolls it into sight.
#[test]
fn tab_goes_everywhere_the_way_one_reads() {
    let mut found = Vec::new();
    for row in &PAGES {
        let page = (row.name)(Lang::En);
        let mut h = still(row);
        let mut wrong = Vec::new();
        let board = 720.0 - f64::from(scoreboard::height(1280.0, row.page, Lang::En));
        let reached = stops(&mut h, |from, to| wrong.extend(odd(from, to, board)));
        // The rows of a list have its focus in their turn.
        let in_list = |list: Role| {
            let row = match list {
                Role::ListBox => "ListBoxOption",
                Role::Table => "Row ",
                _ => return false,
            };
            reached.iter().any(|stop| stop.name.starts_with(row))
        };
        let nodes = h.root().children_recursive();
        let missed = nodes
            .map(|node| node.accesskit_node())
            .filter(|node| node.data().supports_action(Action::Focus))
            .filter(|node| !in_list(node.role()))
            .filter(|node| reached.iter().all(|stop| stop.id != format!("{:?}", node.id())));
        wrong.extend(missed.map(|node| format!("never reached: {}", describe(&node))));
        found.extend(wrong.iter().map(|what| format!("{page}: {what}")));
    }
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}

/// What is odd about a step of the focus.
fn odd(from: &Stop, to: &Stop, board: f64) -> Vec<String> {
    let (a, b) = (from.place, to.place);
    let mut odd = Vec::new();
    let in_sight = b.y0 >= 0.0 && b.y1 <= board + 2.0;
    if panel(to, board) < 4 && !in_sight {
        odd.push(format!("out of sight with the focus: {}", to.name));
    }
    // Up again only in a column further right; back to the left only further down.
    let goes_up = b.y1 <= a.y0 + 2.0 && b.x0 < a.x1 - 2.0;
    let goes_back = b.x1 <= a.x0 + 2.0 && b.y0 < a.y1 - 4.0 && b.y1 > a.y0 + 4.0;
    if panel(from, board) == panel(to, board) && (goes_up || goes_back) {
        odd.push(format!("{} before {}", from.name, to.name));
    }
    odd
}
