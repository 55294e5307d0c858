//! Own measurements: which factors counts can give, what a study becomes in the project, the sheet to count on.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails loudly")]

use crate::support::said::Queryable;
use crate::support::window::window_with;
use reloom::app::preferences::Preferences;
use reloom::data::Library;
use reloom::edit::Edit;
use reloom::explain::measuring;
use reloom::export::paper::palette;
use reloom::model::{Estimate, Sewing};
use reloom::project_file::{FactorSet, read_set, write_set};
use reloom::report::outputs::Output;
use reloom::report::sheet::letters::Ruler;
use reloom::report::sheet::place::pages;
use reloom::report::sheet::plain;
use reloom::report::stopwatch;
use reloom::text::{Lang, MeasureMsg};
use reloom::ui::view::Command;
use reloom::work::measured::{Per, Sample, measure};

fn uniform() -> reloom::model::Project {
    reloom::presets::get("school_uniform").unwrap().project().unwrap()
}

fn per(id: &str, project: &reloom::model::Project) -> Option<Per> {
    let library = Library::builtin();
    measuring::per(library.factor(id).unwrap(), project, library)
}

#[test]
fn counts_give_hours_to_repair_sort_and_sew_and_minutes_a_trim() {
    let mut project = uniform();
    assert_eq!(
        per("assumption.repair_hours_per_piece.CN", &project),
        Some(Per::Piece)
    );
    assert_eq!(
        per("assumption.removal_minutes_per_trim", &project),
        Some(Per::Trim)
    );
    assert_eq!(
        per("assumption.rental_wash_hours_per_kg", &project),
        Some(Per::Kilogram)
    );
    let hours_per_fte = 2400.0;
    assert_eq!(
        per("work.sorting.CN", &project),
        Some(Per::Kilotonne { hours_per_fte })
    );
    // An own figure of the hours of a full-time job counts.
    let edit = Edit::SetOverride {
        factor: "hours_per_fte.CN".into(),
        figure: Estimate::exact(2000.0),
        note: "contract".to_owned(),
    };
    let changed = edit.apply(&project).unwrap();
    let hours_per_fte = 2000.0;
    assert_eq!(
        per("work.sorting.CN", &changed),
        Some(Per::Kilotonne { hours_per_fte })
    );
    project.product.sewing = Sewing::Minutes(Estimate::exact(30.0));
    assert_eq!(
        per("assumption.sewing_k.CN", &project),
        Some(Per::Making { minutes: 30.0 })
    );
    project.product.sewing = Sewing::Smv(Estimate::exact(30.0));
    assert_eq!(per("assumption.sewing_k.CN", &project), None);
    assert_eq!(per("route.chem_pet.recovery", &project), None);
}

#[test]
fn every_work_factor_of_a_place_can_be_measured() {
    let (library, project) = (Library::builtin(), uniform());
    for activity in &library.activities {
        for work in activity.factors.iter().filter(|work| work.place.is_some()) {
            let id = work.factor_id(&activity.id);
            assert!(per(id.as_str(), &project).is_some(), "{id}");
        }
    }
}

#[test]
fn a_study_is_an_own_figure_that_says_how_many_samples() {
    let (library, project) = (Library::builtin(), uniform());
    let factor = library.factor("assumption.repair_hours_per_piece.CN").unwrap();
    let sample = |count, minutes| Sample {
        count,
        people: 1.0,
        minutes,
        days: 1.0,
    };
    let found = measure(&[sample(10.0, 300.0), sample(12.0, 330.0)], Per::Piece).unwrap();
    for (lang, grade) in [(Lang::En, "own, n = 2"), (Lang::Zh, "自测，n=2")] {
        let next = measuring::take(factor, &found, Per::Piece, "Suzhou, 2026", lang)
            .apply(&project)
            .unwrap();
        let own = &next.overrides[&factor.id];
        assert!(
            own.note.starts_with(grade) && own.note.contains("Suzhou, 2026"),
            "{}",
            own.note
        );
        assert_eq!(own.figure.range, found.range);
        // The grade is said in either language, whatever the note was written in, also after a factor set.
        assert_eq!(measuring::grade(&own.note, Lang::En).unwrap(), "own, n = 2");
        let set = FactorSet::of("set", "", &next.overrides, library);
        let back = read_set(write_set(&set).unwrap().as_bytes()).unwrap();
        assert_eq!(
            measuring::grade(&back.figures[&factor.id].note, Lang::Zh).unwrap(),
            "自测，n=2"
        );
    }
    for note in ["", "own", "own, n = ", "time study"] {
        assert_eq!(measuring::grade(note, Lang::En), None, "{note}");
    }
}

#[test]
fn counts_are_typed_in_at_the_factor_and_taken_as_one_step() {
    for lang in [Lang::En, Lang::Zh] {
        let mut h = window_with(Preferences::in_language(lang), [1280.0, 720.0]);
        let ctx = h.ctx.clone();
        let factor = "assumption.repair_hours_per_piece.CN";
        h.state_mut().run(&ctx, Command::SelectFactor(factor.into()));
        h.run();
        assert!(
            h.query_by_label_contains(MeasureMsg::Decides.text(lang))
                .is_some()
        );
        let click = |h: &mut egui_kittest::Harness<'static, _>, message: MeasureMsg| {
            h.get_by_label(message.text(lang)).scroll_to_me();
            h.run();
            h.get_by_label(message.text(lang)).click();
            h.run();
        };
        click(&mut h, MeasureMsg::Open);
        let cell = |row: &str, field: MeasureMsg| {
            let row = MeasureMsg::Row.with(lang, &[("row", row)]);
            format!("{row}{}{}", lang.comma(), field.text(lang))
        };
        let fields = [
            (cell("1", MeasureMsg::Pieces), "10"),
            (cell("1", MeasureMsg::People), "2"),
            (cell("1", MeasureMsg::Minutes), "180"),
            (cell("2", MeasureMsg::Pieces), "20"),
            (cell("2", MeasureMsg::People), "2"),
            (cell("2", MeasureMsg::Minutes), "300"),
            (MeasureMsg::Place.text(lang).to_owned(), "Suzhou 2026"),
        ];
        for (label, text) in fields {
            let field = || h.get_by_role_and_label(egui::accesskit::Role::TextInput, &label);
            field().scroll_to_me();
            field().focus();
            h.run();
            let field = h.get_by_role_and_label(egui::accesskit::Role::TextInput, &label);
            field.type_text(text);
            h.run();
        }
        click(&mut h, MeasureMsg::Take);
        let own = h.state().session().project().overrides[factor].clone();
        assert!((own.figure.value - 16.0 / 30.0).abs() < 1e-12, "{own:?}");
        assert!(own.figure.range.is_some() && own.note.contains("Suzhou 2026"));
        h.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::Z);
        h.run();
        assert!(h.state().session().project().overrides.is_empty());
    }
}

#[test]
fn the_stopwatch_sheet_has_a_page_for_each_kind_of_work() {
    let ruler = Ruler::default();
    for lang in [Lang::Zh, Lang::En, Lang::Both] {
        let document = stopwatch::document(lang, "2026-11-30", palette());
        assert_eq!(pages(&document, &ruler).len(), 4, "{lang:?}");
        let words = plain::text(&document);
        for field in [
            MeasureMsg::Kilograms,
            MeasureMsg::Trims,
            MeasureMsg::Minutes,
            MeasureMsg::HowTell,
        ] {
            let one = if lang == Lang::Both { Lang::Zh } else { lang };
            assert!(words.contains(field.text(one)), "{field:?} {lang:?}");
        }
    }
    assert!(Output::Stopwatch.is_form());
}
