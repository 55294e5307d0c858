//! The years in the window: those of the command, with what is used again, and as CSV.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails loudly")]

use crate::support::said::Queryable;
use crate::support::window::{press, window_with};
use egui::Key;
use egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::NodeT as _;
use reloom::app::App;
use reloom::app::preferences::Preferences;
use reloom::assess::assess;
use reloom::data::Library;
use reloom::figure::PathwayFigure;
use reloom::model::PathwayId;
use reloom::text::{CompareMsg, Lang, YearsMsg};
use reloom::ui::panel::compare::years::{csv, told};
use reloom::ui::theme::{Theme, ThemeKind};
use reloom::ui::view::{Page, Selection, View};
use reloom::years::{Ramp, inputs, run};

#[test]
fn the_years_are_those_of_the_command() {
    let project = reloom::presets::get("school_uniform").unwrap().project().unwrap();
    let library = Library::builtin();
    let assessment = assess(&project, library);
    let (theme, selection) = (Theme::load(ThemeKind::Light), Selection::default());
    let view = View::still(
        (&project, &assessment),
        (Lang::En, &theme),
        (&selection, Page::Compare),
    );
    let to = PathwayId::from("sort_chemical");
    let ramp = Ramp {
        until: 2060,
        ..Ramp::new(2026, 2030)
    };
    let years = told(&view, &to, &ramp).unwrap();
    let found = inputs(&project, library, &assessment, [&project.baseline, &to]).unwrap();
    let plain = run(&found, &ramp);
    assert_eq!(years.iter().map(|told| told.year).collect::<Vec<_>>(), plain);
    let again = |id: &PathwayId| -> f64 {
        let figures = assessment.pathway(id).unwrap();
        let used = [
            PathwayFigure::OutflowReused,
            PathwayFigure::OutflowRecycled,
            PathwayFigure::OutflowDowncycled,
        ];
        used.iter().map(|figure| figure.central(figures)).sum()
    };
    // At first all go the old way; when all that was sold before is gone, the new one.
    assert!((years[0].again - again(&project.baseline)).abs() < 1e-12);
    assert!((years.last().unwrap().again - again(&to)).abs() < 1e-3);
    assert!(years.iter().all(|told| told.year.balance_kg.abs() < 1e-6));
    let table = csv(&years);
    assert_eq!(table.lines().count(), 1 + plain.len());
    let columns = table.lines().map(|line| line.split(',').count());
    assert!(columns.collect::<std::collections::BTreeSet<_>>().len() == 1);
    assert!(
        told(&view, &"nowhere".into(), &ramp)
            .unwrap_err()
            .contains("nowhere")
    );
}

#[test]
fn the_years_stand_beneath_the_other_indicators() {
    for lang in [Lang::En, Lang::Zh, Lang::Both] {
        let mut h = window_with(Preferences::in_language(lang), [1600.0, 4000.0]);
        press(&mut h, Key::Num3);
        h.get_by_label_contains(CompareMsg::More.text(lang)).click();
        h.run();
        assert!(
            h.query_all_by_label_contains(YearsMsg::Title.head(lang)).count() > 0,
            "{lang:?}"
        );
        assert!(h.query_all_by_role(Role::Image).count() >= 2, "{lang:?}");
        h.get_by_label_contains(YearsMsg::Copy.text(lang));
    }
}

/// What the charts say changes with what the new way can take, and with how many pieces are sold.
#[test]
fn growth_and_capacity_are_typed_in() {
    for lang in [Lang::En, Lang::Zh] {
        let mut h = window_with(Preferences::in_language(lang), [1600.0, 4000.0]);
        press(&mut h, Key::Num3);
        h.get_by_label_contains(CompareMsg::More.text(lang)).click();
        h.run();
        let said = |h: &Harness<'static, App>| -> Vec<String> {
            let charts = h.query_all_by_role(Role::Image);
            charts
                .filter_map(|chart| chart.accesskit_node().label())
                .collect()
        };
        let mut before = said(&h);
        for (field, typed) in [(YearsMsg::Growth, "5"), (YearsMsg::Capacity, "1")] {
            h.get_by_role_and_label(Role::TextInput, field.text(lang)).focus();
            h.run();
            h.get_by_role_and_label(Role::TextInput, field.text(lang))
                .type_text(typed);
            h.run();
            press(&mut h, Key::Enter);
            h.run();
            let after = said(&h);
            assert_ne!(before, after, "{lang:?}: {field:?} changes nothing");
            before = after;
        }
    }
}
