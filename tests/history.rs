//! The list of steps in the window, and work that stays in hand where the disk fails.

#![allow(clippy::unwrap_used, reason = "a test fails loudly")]

use crate::support;

use crate::support::said::Queryable;
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::NodeT;
use reloom::app::App;
use reloom::app::files::{FIRST_EXAMPLE, example};
use reloom::app::preferences::Preferences;
use reloom::edit::{Edit, History};
use reloom::text::Lang;
use reloom::ui::panel;
use reloom::ui::theme::{Theme, ThemeKind};
use reloom::ui::view::{Command, Out};
use support::window::{command, press, window_with};

fn window(lang: Lang) -> Harness<'static, App> {
    window_with(Preferences::in_language(lang), [1280.0, 720.0])
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
fn every_step_is_listed_and_one_click_or_key_away() {
    let mut h = window(Lang::En);
    let first = scores(&h);
    assert!(
        h.get_by_role_and_label(Role::Switch, "Show the history")
            .accesskit_node()
            .is_disabled()
    );
    for percent in [70.0, 80.0, 90.0] {
        h.get_by_role_and_label(Role::Slider, "polyester")
            .set_value_accesskit(percent);
        h.run();
    }
    let last = scores(&h);
    h.key_press_modifiers(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::H);
    h.run();
    let rows = |h: &Harness<'_, App>| h.query_all_by_role(Role::ListBoxOption).filter(is_step).count();
    assert_eq!(rows(&h), 4);
    h.get_by_label("3 of 3 steps done");

    press(&mut h, Key::Home);
    assert_eq!(scores(&h), first);
    h.get_by_label("0 of 3 steps done");
    assert_eq!(rows(&h), 4, "steps that were taken back stay in the list");
    press(&mut h, Key::ArrowDown);
    h.get_by_label("1 of 3 steps done");
    let last_row = h.query_all_by_role(Role::ListBoxOption).rfind(is_step).unwrap();
    assert!(
        last_row
            .accesskit_node()
            .label()
            .unwrap()
            .ends_with(": taken back")
    );
    last_row.click();
    h.run();
    assert_eq!(scores(&h), last);

    press(&mut h, Key::Num2);
    h.get_by_label("3 of 3 steps done");
    press(&mut h, Key::Escape);
    assert!(h.query_by_label("3 of 3 steps done").is_none());
}

/// True for a row of the list of steps.
fn is_step(node: &egui_kittest::Node<'_>) -> bool {
    let label = node.accesskit_node().label();
    label.is_some_and(|label| label.starts_with("As it was opened") || label.starts_with("Fibre share"))
}

#[test]
fn of_ten_thousand_steps_only_those_in_sight_are_laid_out() {
    let mut steps = History::new(example(FIRST_EXAMPLE).unwrap().session.project().as_ref().clone());
    for seed in 0..10_000 {
        steps.apply(&Edit::SetSeed(seed + 100), false).unwrap();
    }
    let ui = |ui: &mut egui::Ui, steps: &mut History| {
        let theme = Theme::load(ThemeKind::Light);
        let mut out = Out::default();
        panel::history::show(ui, &theme, Lang::En, steps, &mut out);
        for command in out.commands {
            if let Command::JumpTo(done) = command {
                steps.jump(done);
            }
        }
    };
    let mut h = support::builder(ThemeKind::Light, 300.0, 550.0).build_ui_state(ui, steps);
    h.run();
    let rows = |h: &Harness<'_, History>| h.query_all_by_label_contains("Seed of the draws").count();
    assert!((10..20).contains(&rows(&h)), "{}", rows(&h));
    h.get_by_label("10000 of 10000 steps done");
    h.key_press(Key::Home);
    h.run();
    h.get_by_label("As it was opened");
    h.get_by_label("0 of 10000 steps done");
    assert!((10..20).contains(&rows(&h)), "{}", rows(&h));
}

#[test]
fn where_the_folder_is_gone_the_work_stays_in_hand() {
    let dir = tempfile::tempdir().unwrap();
    let stick = dir.path().join("U 盘");
    std::fs::create_dir(&stick).unwrap();
    let path = stick.join("校服 外套.reloom");
    let mut h = window(Lang::Zh);
    let change = |h: &mut Harness<'_, App>, percent: f64| {
        let slider = h.query_all_by_role(Role::Slider).next().unwrap();
        slider.set_value_accesskit(percent);
        h.run();
    };
    change(&mut h, 80.0);
    command(&mut h, Key::S);
    h.get_by_role_and_label(Role::TextInput, "文件路径")
        .set_text_value_accesskit(path.to_str().unwrap());
    h.run();
    h.get_by_role_and_label(Role::TextInput, "文件路径").focus();
    h.run();
    press(&mut h, Key::Enter);
    assert!(path.is_file());

    std::fs::remove_dir_all(&stick).unwrap();
    change(&mut h, 60.0);
    let wanted = scores(&h);
    command(&mut h, Key::S);
    h.get_by_label_contains("文件夹不存在，请选择其他文件夹。");
    h.get_by_label("有未保存的修改");
    assert_eq!(scores(&h), wanted, "nothing is lost");

    std::fs::create_dir(&stick).unwrap();
    command(&mut h, Key::S);
    assert!(h.query_by_label("有未保存的修改").is_none());
    assert!(path.is_file());
}
