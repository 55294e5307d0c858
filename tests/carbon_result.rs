//! A result of Ecobalyse taken over in the window: read, completed with release and day, an own figure from then on.

#![allow(clippy::unwrap_used, reason = "a test fails loudly")]

use crate::support;

use crate::support::said::Queryable;
use egui::accesskit::Role;
use egui_kittest::Harness;
use reloom::app::App;
use reloom::app::preferences::Preferences;
use reloom::model::{Typed, VariantNo};
use reloom::text::Lang;
use reloom::ui::view::Command;
use std::path::Path;
use support::window::{type_path, window_of};

fn open(h: &mut Harness<'_, App>, path: &Path) {
    let ctx = h.ctx.clone();
    h.state_mut().run(&ctx, Command::TakeResult);
    h.run();
    type_path(h, path);
}

fn fill(h: &mut Harness<'_, App>, field: &str, text: &str) {
    h.get_by_role_and_label(Role::TextInput, field)
        .set_text_value_accesskit(text);
    h.run();
}

#[test]
fn a_result_becomes_an_own_figure_with_release_and_day() {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("结果.json");
    let steps = r#"{"label":"material","impacts":{"cch":2.5}},{"label":"making","impacts":{"cch":0.75}}"#;
    std::fs::write(
        &file,
        format!(r#"{{"impacts":{{"cch":8.0}},"lifeCycle":[{steps}]}}"#),
    )
    .unwrap();
    let mut h = window_of("tshirt", Preferences::in_language(Lang::En), [1920.0, 1080.0]);
    let typed = Typed::CarbonMade(VariantNo::FIRST).id();
    open(&mut h, &file);
    h.get_by_label_contains("结果.json: 3.2");
    // Without its release it is no figure.
    let take = |h: &mut Harness<'_, App>| {
        h.get_by_role_and_label(Role::Button, "Take over")
            .click_accesskit();
        h.run();
    };
    take(&mut h);
    assert!(!h.state().session().project().overrides.contains_key(&typed));
    fill(&mut h, "Release of Ecobalyse, as its page says", "7.1.0");
    fill(&mut h, "Day of the result, YYYY-MM-DD", "20 November");
    take(&mut h);
    assert!(!h.state().session().project().overrides.contains_key(&typed));
    fill(&mut h, "Day of the result, YYYY-MM-DD", "2026-11-20");
    take(&mut h);
    let project = h.state().session().project().clone();
    let own = &project.overrides[&typed];
    assert!((own.figure.value - 3.25).abs() < 1e-12);
    for word in ["7.1.0", "2026-11-20", "结果.json", "material + making"] {
        assert!(own.note.contains(word), "{word}: {}", own.note);
    }
    assert!(h.query_by_label_contains("结果.json: 3.2").is_none());
}

#[test]
fn what_is_no_result_is_refused_by_its_name() {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("other.json");
    std::fs::write(&file, r#"{"impacts":{"cch":8.0}}"#).unwrap();
    let mut h = window_of("tshirt", Preferences::in_language(Lang::Zh), [1280.0, 720.0]);
    let before = h.state().session().project().clone();
    open(&mut h, &file);
    h.get_by_label_contains("other.json：文件没有到成衣制造为止");
    assert_eq!(h.state().session().project(), &before);
}
