//! What a screen reader is given: whole names, each once; tables with headings, rows in their list.

use crate::support;
use crate::support::said::Queryable;
use egui::accesskit::{Action, Role};
use egui_kittest::Harness;
use egui_kittest::kittest::{AccessKitNode, NodeT};
use reloom::app::App;
use reloom::app::pages::PAGES;
use reloom::app::preferences::Preferences;
use reloom::text::Lang;
use reloom::ui::view::{Aspect, Command, Page};
use std::collections::BTreeMap;
use support::window::{show, window_of};

fn nodes<'h>(h: &'h Harness<'_, App>) -> impl Iterator<Item = AccessKitNode<'h>> {
    h.root().children_recursive().map(|node| node.accesskit_node())
}

fn run(h: &mut Harness<'_, App>, command: Command) {
    let ctx = h.ctx.clone();
    h.state_mut().run(&ctx, command);
    h.run();
}

/// Every page, every look at the product and what stands in front of the pages, in every language.
fn walk(size: [f32; 2], find: impl Fn(&Harness<'_, App>) -> Vec<String>) {
    let mut found = Vec::new();
    for lang in Lang::CHOICES {
        let mut h = window_of("school_uniform", Preferences::in_language(lang), size);
        let mut look = |h: &Harness<'_, App>, place: &str| {
            found.extend(
                find(h)
                    .into_iter()
                    .map(|what| format!("{place} {lang:?}: {what}")),
            );
        };
        for row in &PAGES {
            show(&mut h, row);
            look(&h, (row.name)(Lang::En));
        }
        run(&mut h, Command::Show(Page::Product));
        for aspect in [Aspect::Flat, Aspect::Routes, Aspect::Hints] {
            run(&mut h, Command::ShowAspect(aspect));
            look(&h, &format!("{aspect:?}"));
        }
        for command in [Command::Start, Command::StartLabel, Command::ImportTable] {
            let place = format!("{command:?}");
            run(&mut h, command);
            look(&h, &place);
        }
    }
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}

#[test]
fn no_two_things_that_take_the_focus_share_role_and_name() {
    walk([1440.0, 3000.0], |h| {
        let mut names = BTreeMap::<String, usize>::new();
        for node in nodes(h).filter(|node| node.data().supports_action(Action::Focus)) {
            *names
                .entry(format!("{:?} {:?}", node.role(), node.label()))
                .or_default() += 1;
        }
        let twice = names.into_iter().filter(|(_, count)| *count > 1);
        twice.map(|(name, count)| format!("{count} × {name}")).collect()
    });
}

/// On Linux a value in words is not heard: it stands in the name.
#[test]
fn no_words_are_given_as_a_value() {
    walk([1280.0, 720.0], |h| {
        let typed = |role| {
            matches!(
                role,
                Role::Label
                    | Role::TextRun
                    | Role::TextInput
                    | Role::MultilineTextInput
                    | Role::SearchInput
                    | Role::Slider
                    | Role::SpinButton
            )
        };
        let silent = nodes(h).filter(|node| node.value().is_some_and(|value| !value.is_empty()));
        silent
            .filter(|node| !typed(node.role()))
            .map(|node| format!("{:?} {:?} {:?}", node.role(), node.label(), node.value()))
            .collect()
    });
}

#[test]
fn a_figure_says_pathway_quantity_value_and_unit() {
    let mut h = window_of(
        "school_uniform",
        Preferences::in_language(Lang::En),
        [1440.0, 3000.0],
    );
    let says = |h: &Harness<'_, App>, whole: &str| {
        let all: Vec<String> = nodes(h).filter_map(|node| node.label()).collect();
        assert!(
            all.iter().any(|name| name.starts_with(whole)),
            "{whole} in\n{}",
            all.join("\n")
        );
    };
    says(&h, "China today: Material Circularity Indicator (MCI): 0.24");
    says(&h, "China today: The pathway's own work: 16\u{202f}h");
    run(&mut h, Command::Show(Page::Compare));
    says(&h, "China today, Material Circularity Indicator (MCI): 0.24");
    says(&h, "Repair and resale first, Where does it end?: ");
    says(&h, "Repair and resale first, Repair, China: +94\u{202f}h");
}

/// How many cells of `role` each row of the table called `name` has.
fn rows_of(h: &Harness<'_, App>, name: &str, roles: [Role; 3]) -> Vec<[usize; 3]> {
    let table = h.get_by_role_and_label(Role::Table, name);
    let rows: Vec<_> = table.query_all_by_role(Role::Row).collect();
    rows.iter()
        .map(|row| roles.map(|role| row.query_all_by_role(role).count()))
        .collect()
}

#[test]
fn comparison_and_parts_are_tables_with_headings() {
    let roles = [Role::ColumnHeader, Role::RowHeader, Role::Cell];
    let mut h = window_of(
        "school_uniform",
        Preferences::in_language(Lang::En),
        [1440.0, 3000.0],
    );
    let parts = h.state().session().project().product.parts.len();
    let rows = rows_of(&h, "Table of parts", roles);
    assert_eq!(rows.len(), parts + 1);
    assert_eq!(rows[0], [6, 0, 0]);
    assert!(rows[1..].iter().all(|row| *row == [0, 1, 5]), "{rows:?}");
    run(&mut h, Command::Show(Page::Compare));
    let rows = rows_of(&h, "Compared pathways", roles);
    assert_eq!(rows[0], [4, 0, 1]);
    assert!(rows.len() > 8);
    assert!(rows[1..].iter().all(|row| *row == [0, 1, 4]), "{rows:?}");
}

#[test]
fn options_are_children_of_their_list_and_the_window_has_a_name() {
    walk([1280.0, 720.0], |h| {
        let in_list = |node: &AccessKitNode<'_>| {
            std::iter::successors(node.parent(), AccessKitNode::parent).any(|up| up.role() == Role::ListBox)
        };
        let lost = nodes(h).filter(|node| node.role() == Role::ListBoxOption && !in_list(node));
        let mut found: Vec<String> = lost.map(|node| format!("{:?}", node.label())).collect();
        let frame = h.root().accesskit_node().label().unwrap_or_default();
        if !frame.starts_with("Reloom") {
            found.push(format!("the window is called {frame:?}"));
        }
        found
    });
}
