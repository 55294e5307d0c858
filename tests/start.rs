//! The beginning: first screen, start from a label, what is assumed, the tour; through the window as a user meets it.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test fails loudly"
)]

use crate::support;

use crate::support::said::Queryable;
use egui::accesskit::Role;
use egui::{Key, Modifiers, Rect};
use egui_kittest::Harness;
use egui_kittest::kittest::NodeT;
use reloom::app::files::{FIRST_EXAMPLE, example, open};
use reloom::app::label::Draft;
use reloom::app::label::data::Page;
use reloom::app::preferences::Preferences;
use reloom::app::tour::STOPS;
use reloom::app::{App, Asked, Front, Options};
use reloom::data::Library;
use reloom::intake::label::{Severity, SumAnswer};
use reloom::model::Assumed;
use reloom::text::{Lang, OlderMsg};
use reloom::ui::anchor;
use reloom::ui::view::Page as Shown;
use std::path::Path;
use support::window::{options, press, window_over};

fn window_with(preferences: Preferences, size: [f32; 2], start: bool) -> Harness<'static, App> {
    let session = example(FIRST_EXAMPLE).unwrap().session;
    let options = Options {
        start,
        ..options(session, preferences)
    };
    window_over(options, size)
}

fn started(lang: Lang) -> Harness<'static, App> {
    window_with(Preferences::in_language(lang), [1280.0, 720.0], true)
}

fn click(h: &mut Harness<'_, App>, label: &str) {
    h.get_by_role_and_label(Role::Button, label).click();
    h.run();
}

fn front(h: &Harness<'_, App>) -> Option<Front> {
    h.state().front()
}

#[test]
fn the_first_screen_offers_three_ways_and_is_never_left_for_nothing() {
    for (lang, ways) in [
        (
            Lang::En,
            [
                "Open a sample",
                "Start from a label",
                "Import a bill of materials",
            ],
        ),
        (Lang::Zh, ["打开示例", "从成分标签开始", "导入物料清单"]),
    ] {
        let mut h = started(lang);
        assert_eq!(front(&h), Some(Front::Start));
        for way in ways {
            h.get_by_role_and_label(Role::Button, way);
        }
        assert_eq!(h.query_all_by_role(Role::Tab).count(), 0, "nothing is open yet");
        press(&mut h, Key::Escape);
        assert_eq!(front(&h), Some(Front::Start));
        press(&mut h, Key::Num1);
        assert_eq!(front(&h), Some(Front::Samples));
        press(&mut h, Key::Escape);
        press(&mut h, Key::Num2);
        assert_eq!(front(&h), Some(Front::Label));
        // Out of the field, then out of the page.
        press(&mut h, Key::Escape);
        press(&mut h, Key::Escape);
        assert_eq!(front(&h), Some(Front::Start));
        // Arrows take the first card, Enter opens it.
        press(&mut h, Key::ArrowDown);
        press(&mut h, Key::Enter);
        assert_eq!(front(&h), Some(Front::Samples));
    }
}

#[test]
fn the_language_is_chosen_first() {
    let mut h = started(Lang::En);
    h.get_by_role_and_label(Role::RadioButton, "中文").click();
    h.run();
    assert_eq!(h.state().preferences().lang(), Lang::Zh);
    h.get_by_label("从哪里开始？");
}

#[test]
fn a_recent_file_opens_and_one_that_is_gone_says_so() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("校服.reloom");
    let text =
        std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("presets/jeans.ron")).unwrap();
    std::fs::write(&path, text).unwrap();
    let mut preferences = Preferences::in_language(Lang::En);
    preferences.recent.push(&dir.path().join("gone.reloom"));
    preferences.recent.push(&path);
    let mut h = window_with(preferences, [1280.0, 720.0], true);
    h.get_by_label("not found: moved, or its disk is not connected");
    click(&mut h, "校服.reloom");
    assert_eq!(h.state().session().file(), Some(path.as_path()));
    assert_eq!(front(&h), None);
}

/// From the start of the program to a first figure: card, paste, kind, result.
#[test]
fn a_label_gives_a_first_result_in_four_actions() {
    for (lang, way, text, kind, show, first) in [
        (
            Lang::En,
            "Start from a label",
            "Shell: 95% cotton 5% elastane, 180 g/m²",
            "T-shirt / polo",
            "Show result",
            "First result",
        ),
        (
            Lang::Zh,
            "从成分标签开始",
            "95%棉 5%氨纶, 180g/㎡",
            "T恤／POLO衫",
            "查看结果",
            "初步结果",
        ),
    ] {
        let mut h = started(lang);
        let mut actions = 0;
        let mut act = |h: &mut Harness<'_, App>, done: &dyn Fn(&mut Harness<'_, App>)| {
            done(h);
            h.run();
            actions += 1;
        };
        act(&mut h, &|h| h.get_by_role_and_label(Role::Button, way).click());
        // The field has the focus already.
        act(&mut h, &|h| h.event(egui::Event::Paste(text.to_owned())));
        act(&mut h, &|h| {
            h.get_by_role_and_label(Role::RadioButton, kind).click();
        });
        act(&mut h, &|h| h.get_by_role_and_label(Role::Button, show).click());
        assert!(actions <= 6, "{actions}");
        assert_eq!(h.state().page(), Shown::Product);
        h.get_by_label(first);
        let project = h.state().session().project();
        let part = &project.product.parts[0];
        assert!(
            (part.mass.grams() - 153.0).abs() < 1e-9,
            "180 of 200 g/m², of 170 g"
        );
        assert_eq!(part.fibres.len(), 2);
        assert!(h.state().session().assessment().pathways[0].circularity.mci.mci > 0.0);
        assert!(h.state().session().is_changed(), "it is in no file yet");
    }
}

#[test]
fn every_default_is_listed_and_a_stated_one_is_no_longer_assumed() {
    let mut h = labelled("100% cotton", "shirt");
    let marks = |h: &Harness<'_, App>| h.state().session().project().product.assumed.clone();
    assert!(marks(&h).contains(&Assumed::Mass("shell".into())));
    for name in [
        "Shell fabric, mass",
        "Shell fabric, cutting loss",
        "Wears in a first life",
        "Pieces a year",
    ] {
        assert!(
            h.query_all_by_role_and_label(Role::TextInput, name).count() > 0,
            "{name}"
        );
    }
    for name in ["Shell fabric, cloth", "Made in", "Used in"] {
        assert!(
            h.query_all_by_role_and_label(Role::ComboBox, name).count() > 0,
            "{name}"
        );
    }
    click(&mut h, "China today, 15 shares");
    h.get_by_role_and_label(Role::TextInput, "China today, Discard → Collection");
    h.get_by_role_and_label(Role::TextInput, "Shell fabric, mass")
        .set_text_value_accesskit("260");
    h.run();
    h.get_by_role_and_label(Role::TextInput, "Shell fabric, mass")
        .focus();
    h.run();
    press(&mut h, Key::Enter);
    assert!(!marks(&h).contains(&Assumed::Mass("shell".into())));
    assert!(
        h.query_by_role_and_label(Role::TextInput, "Shell fabric, mass")
            .is_none()
    );
    h.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    h.run();
    assert!(marks(&h).contains(&Assumed::Mass("shell".into())));
}

#[test]
fn an_unknown_fibre_is_replaced_by_a_suggestion() {
    let mut h = started(Lang::En);
    press(&mut h, Key::Num2);
    h.event(egui::Event::Paste("95% cotton 5% unobtainium".to_owned()));
    h.run();
    let show = h.get_by_role_and_label(Role::Button, "Show result");
    assert!(show.accesskit_node().is_disabled());
    click(&mut h, "elastane");
    let field = h.get_by_role(Role::MultilineTextInput);
    assert_eq!(field.value().as_deref(), Some("95% cotton 5% elastane"));
}

fn labelled(text: &str, kind: &str) -> Harness<'static, App> {
    let mut h = started(Lang::En);
    press(&mut h, Key::Num2);
    h.event(egui::Event::Paste(text.to_owned()));
    h.run();
    h.get_by_role_and_label(Role::RadioButton, kind).click();
    h.run();
    h.key_press_modifiers(Modifiers::COMMAND, Key::Enter);
    h.run();
    h
}

fn draft(text: &str) -> Draft {
    let mut draft = Draft::default();
    draft.set_text(text.to_owned());
    draft.set_kind("tshirt".into());
    draft
}

/// `shell: cotton 95 %, elastane 5 %`, without signs.
fn short(page: &Page) -> String {
    let parts = page.parts.iter().map(|part| {
        let fibres: Vec<String> = part
            .fibres
            .iter()
            .map(|fibre| {
                let value: String = fibre
                    .value
                    .chars()
                    .filter(|c| c.is_ascii_digit() || *c == '.')
                    .collect();
                let recycled = if fibre.recycled.is_empty() { "" } else { "~100" };
                format!("{}={value}{recycled}", fibre.fibre)
            })
            .collect();
        fibres.join(";")
    });
    parts.collect::<Vec<_>>().join(" | ")
}

#[test]
fn the_agreed_labels_through_the_page() {
    let library = Library::builtin();
    let mut reader = csv::Reader::from_reader(&include_bytes!("fixtures/composition_cases.csv")[..]);
    for record in reader.records() {
        let record = record.expect("a case");
        let (input, note) = (&record[0], &record[2]);
        let expected = record[1]
            .replace(" recycled=100", "~100")
            .replace(" recycled=0", "")
            .replace("shell: ", "")
            .replace("lining: ", "")
            .replace("filling: ", "");
        for lang in Lang::ALL {
            let page = Page::of(&draft(input), library, lang);
            assert_eq!(short(&page), expected, "{input}");
            assert_eq!(
                page.sums.len(),
                usize::from(note.starts_with("ERROR sum")),
                "{input}"
            );
            let unknown = note.starts_with("ERROR unknown");
            assert_eq!(page.blocked.is_some(), unknown, "{input}: {:?}", page.blocked);
            let errors = page
                .findings
                .iter()
                .filter(|finding| finding.severity == Severity::Error);
            let errors: Vec<_> = errors.collect();
            assert_eq!(errors.len(), usize::from(unknown), "{input}");
            if let Some(error) = errors.first() {
                assert!(
                    (1..=6).contains(&error.suggestions.len()),
                    "five, and other fibre"
                );
                assert!(
                    page.marks.iter().any(|(place, _)| *place == (14..25)),
                    "{:?}",
                    page.marks
                );
            }
        }
    }
}

#[test]
fn what_does_not_add_up_is_asked_and_never_scaled_by_itself() {
    let library = Library::builtin();
    let shares = |draft: &Draft| -> f64 {
        let project = draft.project(library).unwrap();
        let part = &project.product.parts[0];
        part.fibres.iter().map(|line| line.share.get()).sum()
    };
    let mut asked = draft("80% cotton 15% polyester");
    assert!((shares(&asked) - 0.95).abs() < 1e-12);
    assert_eq!(Page::of(&asked, library, Lang::En).sums[0].answers.len(), 3);
    asked.answer(0, SumAnswer::Scale);
    assert!((shares(&asked) - 1.0).abs() < 1e-12);
    asked.answer(0, SumAnswer::Rest);
    let fibres = &asked.project(library).unwrap().product.parts[0].fibres;
    assert_eq!(fibres.last().unwrap().fibre.as_str(), "other");
    // Typing asks again.
    asked.set_text("80% cotton 15% polyester 1% wool".to_owned());
    assert_eq!(Page::of(&asked, library, Lang::En).sums[0].chosen, None);

    let mut over = draft("80% cotton 40% polyester");
    assert!(Page::of(&over, library, Lang::En).blocked.is_some());
    over.answer(0, SumAnswer::Scale);
    assert_eq!(Page::of(&over, library, Lang::En).blocked, None);
}

#[test]
fn regenerated_cellulose_is_not_recycled() {
    let library = Library::builtin();
    let recycled = |text: &str| {
        draft(text).project(library).unwrap().product.parts[0].fibres[0]
            .feedstock
            .recycled
    };
    assert!(recycled("100%再生纤维素纤维").is_zero());
    assert!(!recycled("100%再生涤纶").is_zero());
    assert!(!recycled("100%循环再利用聚酯纤维").is_zero());
}

#[test]
fn the_tour_finds_every_control_on_screen() {
    for size in [[1280.0, 720.0], [640.0, 360.0]] {
        for lang in Lang::ALL {
            let mut h = window_with(Preferences::in_language(lang), size, false);
            h.key_press_modifiers(Modifiers::SHIFT, Key::F1);
            h.run();
            let screen = Rect::from_min_size(egui::Pos2::ZERO, size.into());
            for stop in &STOPS {
                assert_eq!(h.state().tour().map(|now| now.anchor), Some(stop.anchor));
                let place = anchor::find(&h.ctx, stop.anchor);
                let place =
                    place.unwrap_or_else(|| panic!("{:?} {lang:?} {size:?}: not on screen", stop.anchor));
                assert!(
                    screen.contains_rect(place),
                    "{:?} {lang:?} {size:?}: {place:?}",
                    stop.anchor
                );
                assert!(
                    place.width() > 20.0 && place.height() > 8.0,
                    "{:?}: {place:?}",
                    stop.anchor
                );
                let card = h
                    .ctx
                    .memory(|memory| memory.area_rect(egui::Id::unique("tour card")))
                    .unwrap();
                assert!(
                    screen.contains_rect(card),
                    "{:?} {lang:?} {size:?}: {card:?}",
                    stop.anchor
                );
                let over = card.intersect(place);
                let is_clear = !over.is_positive() || over.area() < 0.45 * place.area();
                assert!(
                    is_clear,
                    "{:?} {lang:?} {size:?}: {card:?} over {place:?}",
                    stop.anchor
                );
                h.get_by_label(stop.title.text(lang));
                press(&mut h, Key::Enter);
            }
            assert!(h.state().tour().is_none());
            assert_eq!(h.state().preferences().tour, Some(STOPS.len()));
        }
    }
}

#[test]
fn the_tour_is_left_and_gone_on_with() {
    let mut h = started(Lang::En);
    press(&mut h, Key::Num1);
    click(&mut h, "School-uniform jacket");
    assert!(h.state().tour().is_some(), "the first sample brings the tour");
    press(&mut h, Key::Enter);
    press(&mut h, Key::Enter);
    press(&mut h, Key::Escape);
    assert!(h.state().tour().is_none());
    assert_eq!(h.state().preferences().tour, Some(2));
    press(&mut h, Key::F1);
    click(&mut h, "Go on with the tour");
    assert_eq!(h.state().tour().map(|stop| stop.anchor), Some(STOPS[2].anchor));
    click(&mut h, "Leave the tour");
    assert!(h.state().tour().is_none());
    h.key_press_modifiers(Modifiers::COMMAND, Key::E);
    h.run();
    press(&mut h, Key::Num1);
    click(&mut h, "School-uniform jacket");
    assert!(h.state().tour().is_none(), "it comes by itself only once");
}

#[test]
fn the_control_that_the_tour_points_at_works() {
    let mut h = window_with(Preferences::in_language(Lang::En), [1280.0, 720.0], false);
    h.key_press_modifiers(Modifiers::SHIFT, Key::F1);
    h.run();
    press(&mut h, Key::Enter);
    h.get_by_role_and_label(Role::Slider, "polyester").click();
    h.run();
    assert!(h.state().session().is_changed());
    assert!(h.state().tour().is_some());
}

#[test]
fn a_file_of_version_1_opens_with_what_counts_differently_now() {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("old.ron");
    std::fs::write(&file, include_str!("files/v1/everything.ron")).unwrap();
    for lang in [Lang::En, Lang::Zh] {
        assert!(open(&file).unwrap().older);
        let session = example(FIRST_EXAMPLE).unwrap().session;
        let options = Options {
            file: Some(Asked::read(&file).unwrap()),
            start: true,
            ..options(session, Preferences::in_language(lang))
        };
        let mut h = window_over(options, [1280.0, 720.0]);
        for line in OlderMsg::lines(lang) {
            assert!(h.query_by_label_contains(line).is_some(), "{line}");
        }
        press(&mut h, Key::Escape);
        assert!(h.query_by_label_contains(OlderMsg::Sewing.text(lang)).is_none());
    }
    assert!(!example(FIRST_EXAMPLE).unwrap().older);
}
