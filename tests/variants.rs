//! Variants of the product: by key and by strip, side by side, as figures and as differences, in words.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails loudly")]

use crate::support;

use crate::support::said::Queryable;
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::NodeT;
use reloom::app::App;
use reloom::app::files::example;
use reloom::app::preferences::Preferences;
use reloom::data::Library;
use reloom::edit::{Edit, PartEdit, VariantEdit};
use reloom::explain::differences;
use reloom::explain::why::{Side, why};
use reloom::figure::PathwayFigure;
use reloom::job::draw_on;
use reloom::model::{Column, PathwayId, Project, Removable, VariantNo};
use reloom::session::Session;
use reloom::text::Lang;
use reloom::text::names::Names;
use reloom::ui::panel::scoreboard;
use reloom::ui::view::Page;
use reloom::uncertainty::{Sampler, share_better};
use std::sync::Arc;
use support::window::{options, press, window_over};

fn number(number: u32) -> VariantNo {
    VariantNo::new(number).unwrap()
}

fn shirt() -> Project {
    reloom::presets::get("tshirt").unwrap().project().unwrap()
}

/// The shirt with both variants compared: the first on the baseline and on `pathway`, the second on `pathway`.
fn side_by_side(pathway: &str) -> Project {
    let columns = vec![
        Column::new(number(1), "today"),
        Column::new(number(1), pathway),
        Column::new(number(2), pathway),
    ];
    Edit::SetCompared(columns).apply(&shirt()).unwrap()
}

fn window(project: Project, lang: Lang, size: [f32; 2]) -> Harness<'static, App> {
    window_over(
        options(Session::new(project, None), Preferences::in_language(lang)),
        size,
    )
}

fn shifted(h: &mut Harness<'_, App>, key: Key) {
    h.key_press_modifiers(Modifiers::COMMAND.plus(Modifiers::SHIFT), key);
    h.run();
}

fn project<'h>(h: &'h Harness<'_, App>) -> &'h Project {
    h.state().session().project()
}

#[test]
fn one_key_duplicates_and_the_copy_is_in_hand() {
    let jacket = example("school_uniform")
        .unwrap()
        .session
        .project()
        .as_ref()
        .clone();
    let mut h = window(jacket.clone(), Lang::En, [1280.0, 720.0]);
    h.get_by_role_and_label(Role::Button, "Copy as variant");
    assert!(
        h.query_by_role_and_label(Role::Tab, "Variant 1").is_none(),
        "no strip for one"
    );
    h.key_press_modifiers(Modifiers::COMMAND, Key::J);
    h.run();
    assert_eq!(project(&h).product.variant, number(2));
    // The copy stands beside the original, and the scoreboard names and shows the columns that are compared.
    let copies = project(&h)
        .compared
        .iter()
        .filter(|column| column.variant == number(2));
    assert_eq!(copies.count(), 1);
    assert_eq!(project(&h).compared.len(), 4);
    for column in project(&h).compared.clone() {
        let name = &project(&h).pathway(&column.pathway).unwrap().name.en;
        let card = format!("Select {name}, Variant {}", column.variant);
        h.get_by_role_and_label(Role::Button, &card);
    }
    let is_chosen = |h: &Harness<'_, App>, name: &str| {
        let node = h.get_by_role_and_label(Role::Tab, name);
        node.accesskit_node().is_selected()
    };
    assert_eq!(is_chosen(&h, "Variant 1"), Some(false));
    assert_eq!(is_chosen(&h, "Variant 2"), Some(true));
    shifted(&mut h, Key::J);
    assert_eq!(is_chosen(&h, "Variant 1"), Some(true));
    h.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    h.run();
    assert_eq!(is_chosen(&h, "Variant 2"), Some(true), "undo takes back a switch");
    h.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    h.run();
    assert_eq!(project(&h), &jacket);
}

#[test]
fn the_strip_is_worked_by_keys() {
    let mut h = window(shirt(), Lang::En, [1280.0, 720.0]);
    h.get_by_role_and_label(Role::Tab, "With 5 % elastane").focus();
    h.run();
    press(&mut h, Key::ArrowRight);
    assert_eq!(project(&h).product.variant, number(2));
    press(&mut h, Key::F2);
    let field = h.get_by_role_and_label(Role::TextInput, "Name of the variant");
    field.set_text_value_accesskit("Pure");
    h.run();
    press(&mut h, Key::Enter);
    assert_eq!(project(&h).product.variant_name.en, "Pure");
    assert_eq!(
        project(&h).product.variant_name.zh,
        "全棉，含缝纫线",
        "its own words stay"
    );
    h.get_by_role_and_label(Role::Tab, "Pure").focus();
    h.run();
    press(&mut h, Key::Delete);
    assert_eq!(project(&h).product.variant, number(1));
    assert!(!project(&h).has_variants() && h.query_by_role(Role::TabPanel).is_none());
    assert!(
        h.query_by_label("With 5 % elastane").is_none(),
        "the strip goes with the last other"
    );
}

#[test]
fn pathways_work_on_the_variant_in_hand_and_say_which() {
    let mut h = window(shirt(), Lang::Zh, [1280.0, 720.0]);
    press(&mut h, Key::Num2);
    assert_eq!(h.state().page(), Page::Pathways);
    h.get_by_role_and_label(Role::Tab, "全棉，含缝纫线").click();
    h.run();
    let alone = shirt().alone(number(2)).unwrap();
    let mci = |project: &Project| {
        let assessment = reloom::assess::assess(project, Library::builtin());
        assessment
            .pathways
            .iter()
            .map(|way| way.circularity.mci.mci.to_bits())
            .collect::<Vec<_>>()
    };
    let shown = h.state().session().assessment();
    let shown: Vec<u64> = shown
        .pathways
        .iter()
        .map(|way| way.circularity.mci.mci.to_bits())
        .collect();
    assert_eq!(shown, mci(&alone));
}

#[test]
fn any_column_is_ticked_and_copied_in_one_act() {
    let mut h = window(side_by_side("repair_first"), Lang::En, [1920.0, 1080.0]);
    press(&mut h, Key::Num3);
    h.get_by_role_and_label(Role::CheckBox, "China today, All cotton, thread too")
        .click();
    h.run();
    assert_eq!(project(&h).compared.len(), 4);
    assert_eq!(project(&h).compared[2], Column::new(number(2), "today"));
    h.get_by_role_and_label(Role::CheckBox, "China today, All cotton, thread too")
        .click();
    h.run();
    h.get_by_label("What to do with Repair and resale first, All cotton, thread too")
        .click();
    h.run();
    h.get_by_label("Copy as variant").click();
    h.run();
    assert_eq!(project(&h).product.variant, number(3));
    assert_eq!(project(&h).compared[3], Column::new(number(3), "repair_first"));
    h.get_by_label("What to do with Repair and resale first, All cotton, thread too (copy)")
        .click();
    h.run();
    h.get_by_label("Remove from comparison").click();
    h.run();
    assert_eq!(project(&h).compared.len(), 3);
}

#[test]
fn a_figure_of_another_variant_opens_with_its_reasons() {
    let mut h = window(side_by_side("repair_first"), Lang::En, [1920.0, 1080.0]);
    press(&mut h, Key::Num3);
    h.get_by_label("Work of each column is counted against the baseline pathway of its own variant.");
    let name = "Material Circularity Indicator (MCI)";
    let figures: Vec<_> = h.query_all_by_role_and_label(Role::Button, name).collect();
    figures[2].click();
    h.run();
    assert_eq!(h.state().selection().variant, Some(number(2)));
    h.get_by_label_contains("with “Repair and resale first, All cotton, thread too”");
    h.get_by_label("Open Linear flow index (LFI)").click();
    h.run();
    assert_eq!(
        h.state().selection().variant,
        Some(number(2)),
        "terms stay with the variant"
    );
}

/// Where the comparison asks `question`; the card beside it may ask the same.
fn question(h: &Harness<'_, App>, question: &str) -> egui::Rect {
    let asked = h.query_all_by_label(question).map(|node| node.rect());
    asked.min_by(|a, b| a.left().total_cmp(&b.left())).unwrap()
}

#[test]
fn nothing_but_the_details_scrolls() {
    for (lang, work, sure) in [
        (Lang::En, "What work?", "How sure?"),
        (Lang::Zh, "工时增减？", "把握多大？"),
    ] {
        for (project, relative) in [
            (shirt(), false),
            (side_by_side("repair_first"), false),
            (side_by_side("repair_first"), true),
        ] {
            let mut project = project;
            project.compared.truncate(3);
            let mut h = window(project.clone(), lang, [1920.0, 1080.0]);
            press(&mut h, Key::Num3);
            if relative {
                shifted(&mut h, Key::R);
            }
            let board = 1080.0 - scoreboard::LINE;
            let bottom = question(&h, sure).bottom();
            assert!(bottom < board - 20.0, "{lang:?} {relative}: {bottom} of {board}");

            let mut h = window(project.clone(), lang, [1280.0, 720.0]);
            press(&mut h, Key::Num3);
            if relative {
                shifted(&mut h, Key::R);
            }
            let before = question(&h, work);
            h.hover_at(egui::pos2(300.0, before.top() - 40.0));
            h.run();
            h.event(egui::Event::MouseWheel {
                unit: egui::MouseWheelUnit::Point,
                delta: egui::vec2(0.0, -200.0),
                modifiers: Modifiers::NONE,
                phase: egui::TouchPhase::Move,
                source: egui::MouseWheelSource::Unknown,
            });
            h.run();
            let name = project.compares_variants();
            assert_eq!(question(&h, work), before, "{lang:?} {relative} {name}");
        }
    }
}

#[test]
fn differences_name_both_values_in_both_languages() {
    let project = side_by_side("repair_first");
    let first = project.alone(number(1)).unwrap();
    let said = |variant: u32, pathway: &str, lang: Lang| {
        let other = project.alone(number(variant)).unwrap();
        let names = Names {
            project: &other,
            library: Library::builtin(),
            lang,
        };
        let (today, pathway) = (PathwayId::from("today"), PathwayId::from(pathway));
        let a = Side {
            project: &first,
            pathway: &today,
        };
        let b = Side {
            project: &other,
            pathway: &pathway,
        };
        differences([a, b], &names)
    };
    assert_eq!(said(1, "today", Lang::En), Vec::<String>::new());
    let english = [
        "Single jersey: 95\u{202f}% cotton, 5\u{202f}% elastane → 100\u{202f}% cotton",
        "Sewing thread: 100\u{202f}% polyester → 100\u{202f}% cotton",
        "Removability of Care label: Comes off with effort → Comes off easily",
    ];
    assert_eq!(said(2, "today", Lang::En), english);
    let chinese = [
        "汗布（平纹针织）：95%棉、5%聚氨酯弹性纤维（氨纶） → 100%棉",
        "缝纫线：100%聚酯纤维（涤纶） → 100%棉",
        "洗唛的可拆卸性：较难拆卸 → 易拆卸",
    ];
    assert_eq!(said(2, "today", Lang::Zh), chinese);
    let ways = said(1, "repair_first", Lang::En);
    assert!(
        ways.contains(&"Discard → Collection: 20\u{202f}% → 45\u{202f}%".to_owned()),
        "{ways:?}"
    );
    assert!(ways.contains(&"New: Repair".to_owned()), "{ways:?}");
}

#[test]
fn reasons_between_variants_sum_to_the_difference() {
    let project = side_by_side("sort_mechanical");
    let (first, second) = (
        project.alone(number(1)).unwrap(),
        project.alone(number(2)).unwrap(),
    );
    let (today, mechanical) = (PathwayId::from("today"), PathwayId::from("sort_mechanical"));
    let a = Side {
        project: &first,
        pathway: &today,
    };
    let b = Side {
        project: &second,
        pathway: &mechanical,
    };
    for indicator in ["mci", "w_kg", "gross_h_per_1000", "gained_h_per_1000"] {
        let figure = PathwayFigure::of_key(indicator).unwrap();
        let why = why(a, b, Library::builtin(), figure).unwrap();
        let sum: f64 = why.shares.iter().map(|(_, share)| share).sum();
        assert!(
            (sum - (why.b - why.a)).abs() < 1e-9 * (1.0 + sum.abs()),
            "{indicator}: {sum}"
        );
    }
}

#[test]
fn draws_pair_across_variants() {
    let mut lighter = shirt().alone(number(1)).unwrap();
    let plain = reloom::assess::assess(&lighter, Library::builtin());
    lighter = Edit::part(&"label".into(), PartEdit::SetRemovable(Removable::Easily))
        .apply(&lighter)
        .unwrap();
    let other = reloom::assess::assess(&lighter, Library::builtin());
    let drawn = [&plain, &other].map(|assessment| {
        let engine = &assessment.engine;
        let sampler = Sampler::of(engine.slots.inputs());
        draw_on(1, engine, &sampler, 7, 200, &|| false)
    });
    // The same factors take the same numbers: all draws fall one way. Unpaired, they would fall either way.
    for place in 0..plain.pathways.len() {
        let share = share_better((&drawn[1], place), (&drawn[0], place), PathwayFigure::Mci).unwrap();
        assert!([0.0, 0.5, 1.0].contains(&share), "{place}: {share}");
    }
}

#[test]
fn figures_of_a_variant_are_reckoned_once() {
    let mut session = Session::new(side_by_side("repair_first"), None);
    let numbers: Vec<u32> = session
        .variants()
        .iter()
        .map(|variant| variant.number().get())
        .collect();
    assert_eq!(numbers, [1, 2]);
    let [first, second] = [0, 1].map(|at| Arc::clone(session.variants()[at].assessment()));
    session
        .apply(&Edit::variant(number(2), VariantEdit::TakeInHand), false, 0.0)
        .unwrap();
    assert!(
        Arc::ptr_eq(session.assessment(), &second),
        "a switch reckons nothing"
    );
    session
        .apply(&Edit::part(&"shell".into(), PartEdit::SetCount(2)), false, 1.0)
        .unwrap();
    assert!(
        Arc::ptr_eq(session.variants()[0].assessment(), &first),
        "the other has not changed"
    );
    assert!(!Arc::ptr_eq(session.assessment(), &second));
}
