//! The whole window through its accessibility tree, without screen or disk: what a user does and then sees.

#![allow(clippy::unwrap_used, reason = "a test fails loudly")]

use crate::support;

use crate::support::said::Queryable;
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::NodeT;
use reloom::app::App;
use reloom::app::preferences::Preferences;
use reloom::model::PartId;
use reloom::report::outputs::Output;
use reloom::text::{Lang, PaperMsg, ShellMsg};
use reloom::ui::view::Page;
use std::path::Path;
use support::window::{command, press, type_path, window_of, window_with};

fn window(lang: Lang) -> Harness<'static, App> {
    window_with(Preferences::in_language(lang), [1280.0, 720.0])
}

fn click(h: &mut Harness<'_, App>, label: &str) {
    h.get_by_role_and_label(Role::Button, label).click();
    h.run();
}

/// The Material Circularity Indicators of all pathways.
fn scores(h: &Harness<'_, App>) -> Vec<f64> {
    let pathways = &h.state().session().assessment().pathways;
    pathways
        .iter()
        .map(|pathway| pathway.circularity.mci.mci)
        .collect()
}

#[test]
fn it_opens_with_the_jacket() {
    let h = window(Lang::En);
    assert_eq!(h.state().page(), Page::Product);
    assert_eq!(h.state().selection().part, Some(PartId::from("shell")));
    for tab in ["Product", "Pathways", "Compare"] {
        h.get_by_role_and_label(Role::Tab, tab);
    }
    assert!(h.query_by_label("Unsaved changes").is_none());
}

#[test]
fn pages_are_one_key_or_one_click_apart() {
    let mut h = window(Lang::En);
    for (key, page) in [
        (Key::Num2, Page::Pathways),
        (Key::Num3, Page::Compare),
        (Key::Num1, Page::Product),
    ] {
        press(&mut h, key);
        assert_eq!(h.state().page(), page);
    }
    h.get_by_role_and_label(Role::Tab, "Compare").click();
    h.run();
    assert_eq!(h.state().page(), Page::Compare);
    let is_chosen = |h: &Harness<'_, App>, tab: &str| {
        let node = h.get_by_role_and_label(Role::Tab, tab);
        node.accesskit_node().is_selected()
    };
    assert_eq!(is_chosen(&h, "Compare"), Some(true));
    assert_eq!(is_chosen(&h, "Product"), Some(false));
}

#[test]
fn a_changed_fibre_moves_the_scores_and_undo_takes_it_back() {
    let mut h = window(Lang::En);
    let first = scores(&h);
    h.get_by_role_and_label(Role::Slider, "polyester")
        .set_value_accesskit(100.0);
    h.run();
    let changed = scores(&h);
    assert_ne!(first, changed);
    h.get_by_label("Unsaved changes");
    command(&mut h, Key::Z);
    assert_eq!(scores(&h), first);
    assert!(h.query_by_label("Unsaved changes").is_none());
    h.key_press_modifiers(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::Z);
    h.run();
    assert_eq!(scores(&h), changed);
    command(&mut h, Key::Z);
    command(&mut h, Key::Y);
    assert_eq!(scores(&h), changed);
}

/// How many figures say what they were before.
fn changes(h: &Harness<'_, App>) -> usize {
    let all = h.query_all(egui_kittest::kittest::By::new().predicate(|node| {
        let says = |text: Option<String>| text.is_some_and(|text| text.contains(" → "));
        says(node.value()) || says(node.label())
    }));
    all.count()
}

#[test]
fn less_elastane_shows_old_and_new_on_every_page_for_three_seconds() {
    let mut h = window_of("tshirt", Preferences::in_language(Lang::En), [1280.0, 720.0]);
    h.get_by_role_and_label(Role::Slider, "elastane")
        .set_value_accesskit(0.0);
    h.run();
    for page in [Key::Num1, Key::Num2, Key::Num3] {
        press(&mut h, page);
        assert!(changes(&h) > 0, "{page:?}");
    }
    h.run_steps(70);
    assert_eq!(changes(&h), 0);
}

#[test]
fn a_pathway_is_shifted_by_keyboard() {
    let mut h = window(Lang::En);
    h.key_press_modifiers(Modifiers::SHIFT, Key::F1);
    h.run();
    for _ in 0..3 {
        press(&mut h, Key::Enter);
    }
    press(&mut h, Key::Escape);
    assert!(h.state().selection().stage.is_some());
    let first = scores(&h);
    let slider = h.get_all_by_role(Role::Slider).next().unwrap();
    slider.focus();
    h.run();
    press(&mut h, Key::ArrowRight);
    assert!(h.state().session().is_changed());
    assert_ne!(scores(&h), first);
    command(&mut h, Key::Z);
    assert_eq!(scores(&h), first);
    press(&mut h, Key::Num3);
    assert_eq!(h.state().page(), Page::Compare);
}

#[test]
fn a_figure_opens_and_closes_by_key() {
    let mut h = window(Lang::En);
    press(&mut h, Key::Num3);
    // The job card of the first pathway beside the baseline stands there until a figure is opened.
    h.get_all_by_label("Break-even").next().expect("the job card");
    let figures = h.get_all_by_role(Role::Button).filter(|node| {
        let name = node.accesskit_node().label();
        name.is_some_and(|name| name.contains(": 0.42"))
    });
    figures.into_iter().next().unwrap().focus();
    h.run();
    press(&mut h, Key::Enter);
    assert!(h.state().selection().figure.is_some());
    h.get_by_label("How this is calculated");
    press(&mut h, Key::Escape);
    assert!(h.state().selection().figure.is_none());
}

#[test]
fn one_key_stroke_on_a_slider_is_one_step() {
    let mut h = window(Lang::En);
    h.get_by_role_and_label(Role::Slider, "polyester").focus();
    h.run();
    press(&mut h, Key::ArrowRight);
    press(&mut h, Key::ArrowRight);
    let share = |h: &Harness<'_, App>| {
        h.state().session().project().product.parts[0].fibres[0]
            .share
            .get()
    };
    assert!((share(&h) - 0.67).abs() < 1e-9, "{}", share(&h));
    command(&mut h, Key::Z);
    assert!((share(&h) - 0.66).abs() < 1e-9, "{}", share(&h));
    command(&mut h, Key::Z);
    assert!((share(&h) - 0.65).abs() < 1e-9, "{}", share(&h));
}

#[test]
fn the_language_changes_at_run_time_and_back() {
    let mut h = window(Lang::En);
    click(&mut h, "English");
    h.get_by_role_and_label(Role::MenuItem, "中文").click();
    h.run();
    assert_eq!(h.state().preferences().lang(), Lang::Zh);
    for tab in ["产品", "路径", "比较"] {
        h.get_by_role_and_label(Role::Tab, tab);
    }
    h.get_by_role_and_label(Role::ComboBox, "服装种类");
    command(&mut h, Key::L);
    h.get_by_role_and_label(Role::Tab, "Product");
}

#[test]
fn digits_belong_to_the_field_that_is_typed_in() {
    let mut h = window(Lang::En);
    command(&mut h, Key::O);
    h.get_by_role_and_label(Role::TextInput, "Path of the file")
        .focus();
    h.run();
    press(&mut h, Key::Num2);
    assert_eq!(h.state().page(), Page::Product);
    press(&mut h, Key::Escape);
    assert!(h.query_by_label("Path of the file").is_none());
    press(&mut h, Key::Num2);
    assert_eq!(h.state().page(), Page::Pathways);
}

#[test]
fn it_saves_by_path_and_opens_again() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("校服 外套.reloom");
    let mut h = window(Lang::En);
    h.get_by_role_and_label(Role::Slider, "polyester")
        .set_value_accesskit(80.0);
    h.run();
    command(&mut h, Key::S);
    type_path(&mut h, &path);
    assert!(path.is_file());
    assert_eq!(h.state().session().file(), Some(path.as_path()));
    assert!(h.query_by_label("Unsaved changes").is_none());
    let saved = scores(&h);

    h.get_by_role_and_label(Role::Slider, "polyester")
        .set_value_accesskit(10.0);
    h.run();
    command(&mut h, Key::S);
    assert!(!h.state().session().is_changed());
    assert_ne!(scores(&h), saved);
    assert!(Path::new(&format!("{}.bak", path.display())).is_file());

    command(&mut h, Key::O);
    type_path(&mut h, &path);
    assert_eq!(h.state().preferences().recent.paths(), [path]);
}

#[test]
fn another_file_is_replaced_only_when_asked_twice() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("other.reloom");
    std::fs::write(&path, "(version: 1, id: ").unwrap();
    let mut h = window(Lang::En);
    command(&mut h, Key::S);
    type_path(&mut h, &path);
    assert_eq!(std::fs::read_to_string(&path).unwrap(), "(version: 1, id: ");
    click(&mut h, "Replace");
    assert!(std::fs::read_to_string(&path).unwrap().contains("school_uniform"));
}

#[test]
fn unsaved_work_is_asked_for_before_another_project_opens() {
    let mut h = window(Lang::En);
    h.get_by_role_and_label(Role::Slider, "polyester")
        .set_value_accesskit(80.0);
    h.run();
    command(&mut h, Key::E);
    press(&mut h, Key::Num1);
    click(&mut h, "T-shirt");
    click(&mut h, "Cancel");
    assert_eq!(h.state().session().project().id, "school_uniform");
    click(&mut h, "T-shirt");
    click(&mut h, "Don’t save");
    assert_eq!(h.state().session().project().id, "tshirt");
    assert!(!h.state().session().is_changed());
}

#[test]
fn a_file_that_cannot_be_opened_leaves_the_open_one() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("broken.reloom");
    std::fs::write(&path, "(version: 1,").unwrap();
    let mut h = window(Lang::En);
    command(&mut h, Key::O);
    type_path(&mut h, &path);
    assert_eq!(h.state().session().project().id, "school_uniform");
    assert_eq!(h.query_all_by_role(Role::Status).count(), 1);
}

#[test]
fn the_window_shows_its_keys_and_itself() {
    let mut h = window(Lang::En);
    press(&mut h, Key::F1);
    h.get_by_label("Everything works without a mouse.");
    press(&mut h, Key::Escape);
    click(&mut h, "Menu");
    // In a low window the menu scrolls; its last lines are reached by whoever reads the tree.
    h.get_by_role_and_label(Role::MenuItem, "About Reloom")
        .click_accesskit();
    h.run();
    h.get_by_label_contains("Not endorsed by");
    press(&mut h, Key::Escape);
    assert!(h.query_by_label_contains("Not endorsed by").is_none());
}

#[test]
fn the_menu_holds_what_leaves_the_program() {
    for lang in [Lang::En, Lang::Zh] {
        let mut h = window(lang);
        click(&mut h, ShellMsg::Menu.text(lang));
        let papers = [PaperMsg::PagePdf, PaperMsg::FullPdf, PaperMsg::HandoutPdf]
            .map(|message| message.text(lang).to_owned());
        let others =
            [Output::Workbook, Output::Passport, Output::Claims].map(|output| output.name(lang).to_owned());
        for name in papers.into_iter().chain(others) {
            let found = h.query_all_by_role_and_label(Role::MenuItem, &name).count();
            assert_eq!(found, 1, "{name}");
        }
    }
}

#[test]
fn side_panels_fold_and_become_drawers() {
    let mut h = window(Lang::En);
    command(&mut h, Key::I);
    assert!(h.query_by_role_and_label(Role::Slider, "polyester").is_none());
    command(&mut h, Key::I);
    h.get_by_role_and_label(Role::Slider, "polyester");

    let mut h = window_with(Preferences::in_language(Lang::En), [760.0, 540.0]);
    assert!(h.query_by_role_and_label(Role::Slider, "polyester").is_none());
    command(&mut h, Key::I);
    h.get_by_role_and_label(Role::Slider, "polyester");
    press(&mut h, Key::Escape);
    assert!(h.query_by_role_and_label(Role::Slider, "polyester").is_none());
}

#[test]
fn closing_asks_where_something_is_unsaved() {
    let mut h = window(Lang::En);
    h.get_by_role_and_label(Role::Slider, "polyester")
        .set_value_accesskit(80.0);
    h.run();
    let viewport = h.input_mut().viewports.entry(egui::ViewportId::ROOT).or_default();
    viewport.events.push(egui::ViewportEvent::Close);
    h.step();
    let commands = |h: &Harness<'_, App>| {
        h.output().viewport_output[&egui::ViewportId::ROOT]
            .commands
            .clone()
    };
    assert!(commands(&h).contains(&egui::ViewportCommand::CancelClose));
    let viewport = h.input_mut().viewports.entry(egui::ViewportId::ROOT).or_default();
    viewport.events.clear();
    h.run();
    h.get_by_role_and_label(Role::Dialog, "Save the changes to School-uniform jacket?");
}

#[test]
fn the_library_is_one_key_away_and_a_factor_two_clicks() {
    let mut h = window(Lang::En);
    press(&mut h, Key::Num4);
    assert_eq!(h.state().page(), Page::Library);
    assert!(h.state().selection().factor.is_some(), "no empty inspector");
    press(&mut h, Key::Num3);
    click(&mut h, "Repair and resale first: Work lost");
    let sewing = "sewing hours over making minutes, China";
    let link = h.query_all_by_role_and_label(Role::Link, sewing).next().unwrap();
    link.click_accesskit();
    h.run();
    h.get_by_role_and_label(Role::Button, "Replace in the library")
        .click_accesskit();
    h.run();
    assert_eq!(h.state().page(), Page::Library);
    assert_eq!(
        h.state().selection().factor,
        Some("assumption.sewing_k.CN".into())
    );
    h.key_press(Key::Num1);
    h.run();
    h.key_press_modifiers(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::L);
    h.run();
    assert_eq!(h.state().page(), Page::Library);
}

#[test]
fn own_figures_go_out_to_a_file_and_come_back_as_one_step() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("柯桥.factors.ron");
    std::fs::write(
        &path,
        r#"(version: 1, name: "柯桥", factors: { "assumption.sewing_k.CN": (value: 0.8, note: "time study"), "work.sorting.CN": (value: 9.0) })"#,
    )
    .unwrap();
    let mut h = window(Lang::En);
    press(&mut h, Key::Num4);
    let first = h.state().session().assessment().pathways[1].totals.lost;
    click(&mut h, "Import…");
    type_path(&mut h, &path);
    let overrides = |h: &Harness<'_, App>| h.state().session().project().overrides.len();
    assert_eq!(overrides(&h), 2);
    assert!(h.state().session().assessment().pathways[1].totals.lost < first);
    command(&mut h, Key::Z);
    assert_eq!(overrides(&h), 0);
    h.key_press_modifiers(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::Z);
    h.run();

    let copy = dir.path().join("copy");
    click(&mut h, "Export…");
    type_path(&mut h, &copy);
    let text = std::fs::read_to_string(dir.path().join("copy.factors.ron")).unwrap();
    assert!(text.contains("name: \"copy\"") && text.contains("time study"));
    click(&mut h, "Revert all");
    assert_eq!(overrides(&h), 0);
}
