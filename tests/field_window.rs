//! Tables of the field through the window, by keyboard and in both languages: a table per dozen, one in American units, and
//! one with its colours as rows; and a row put right, which is remembered.

#![allow(clippy::unwrap_used, reason = "a test fails loudly")]

use crate::support::window::{options, press, settle, type_path, window_over};

use crate::support::said::{Queryable, value_of};
use egui::accesskit::Role;
use egui::{Event, Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::NodeT;
use reloom::app::App;
use reloom::app::files::{FIRST_EXAMPLE, example};
use reloom::app::preferences::Preferences;
use reloom::data::Library;
use reloom::intake::bom::{Answer, PerBy, Take};
use reloom::text::{CommonMsg, ImportMsg, Lang};
use std::path::Path;

fn window(preferences: Preferences) -> Harness<'static, App> {
    let session = example(FIRST_EXAMPLE).unwrap().session;
    window_over(options(session, preferences), [1280.0, 720.0])
}

/// Gives the control the focus and presses Enter.
#[track_caller]
fn enter(h: &mut Harness<'_, App>, role: Role, label: &str) {
    let found = h.get_all_by_role_and_label(role, label).next();
    found.unwrap().focus();
    h.run();
    press(h, Key::Enter);
}

/// Chooses a file of the field on the import page.
fn choose(h: &mut Harness<'_, App>, lang: Lang, name: &str) {
    h.key_press_modifiers(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::I);
    h.run();
    enter(h, Role::Button, ImportMsg::ChooseFile.text(lang));
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/fixtures/field/boms")
        .join(name);
    type_path(h, &path);
    settle(h);
}

/// Opens the drop-down list `name` and takes `option`.
#[track_caller]
fn pick(h: &mut Harness<'_, App>, name: &str, option: &str) {
    enter(h, Role::ComboBox, name);
    enter(h, Role::Button, option);
    settle(h);
}

fn kind(h: &mut Harness<'_, App>, lang: Lang, id: &str) {
    let name = Library::builtin().kind(&id.into()).unwrap().name.get(lang);
    pick(h, ImportMsg::Kind.text(lang), name);
}

#[track_caller]
fn mass(h: &Harness<'_, App>, grams: &str, lang: Lang) {
    let gap = if lang == Lang::En { "\u{202f}" } else { "" };
    let label = format!("{grams}{gap}g");
    assert!(h.query_all_by_label(&label).count() > 0, "{label}");
}

/// Takes the table in as a new project; gives its mass in g.
fn take_in(h: &mut Harness<'_, App>, lang: Lang) -> f64 {
    enter(h, Role::Button, ImportMsg::NewProject.text(lang));
    h.state().session().assessment().product.mass_kg * 1000.0
}

#[test]
fn a_table_per_dozen_is_taken_in_by_keyboard() {
    for lang in Lang::ALL {
        let mut h = window(Preferences::in_language(lang));
        choose(&mut h, lang, "06_knit_per_dozen_kg.xlsx");
        // 194.792 g of cloth and the usual 1.5 g of a label.
        mass(&h, "196.29", lang);
        let said = reloom::intake::bom::Finding::Per(12.0, PerBy::Heading).text(lang);
        assert!(h.query_all_by_label(&said).count() > 0);
        assert!((take_in(&mut h, lang) - 196.29).abs() < 0.01);
    }
}

#[test]
fn jeans_in_american_units_are_taken_in_by_keyboard() {
    for lang in Lang::ALL {
        let mut h = window(Preferences::in_language(lang));
        choose(&mut h, lang, "17_jeans_us_units.xlsx");
        mass(&h, "628.63", lang);
        assert!((take_in(&mut h, lang) - 628.63).abs() < 0.01);
    }
}

#[test]
fn colours_as_rows_are_asked_about_and_answered_by_keyboard() {
    for lang in Lang::ALL {
        let mut h = window(Preferences::in_language(lang));
        choose(&mut h, lang, "21_colourways_as_rows_zh.xlsx");
        mass(&h, "510.11", lang);
        let words = |take: Take| {
            let finding = reloom::intake::bom::Finding::Alike {
                groups: vec![vec![3, 4, 5], vec![6, 7, 8]],
                take,
            };
            finding.answer_text(&Answer::Alike(take), lang)
        };
        enter(&mut h, Role::Button, &words(Take::All));
        settle(&mut h);
        mass(&h, "1530.34", lang);
        // More than any sweater weighs: three garments are no likely number, so it can only be confirmed.
        assert!(
            h.query_by_label_contains(if lang == Lang::En { "Usual is" } else { "通常为" })
                .is_some()
        );
        h.key_press_modifiers(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::I);
        h.run();
        assert!((take_in(&mut h, lang) - 1530.34).abs() < 0.01);
    }
}

/// Three tables whose cells nobody could know: a unit, a composition, a width that is missing.
const STRANGE: &str =
    "Tee\nMaterial\tComposition\tGSM\tWidth\tConsumption\tUnit\nShell\tsupersoft\t180\t\t0.8\tmu\n";

#[test]
fn a_doubtful_cell_is_put_right_by_keyboard_and_remembered_for_its_word() {
    for lang in Lang::ALL {
        let paste = |h: &mut Harness<'_, App>, text: &str| {
            h.key_press_modifiers(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::I);
            h.run();
            h.input_mut().events.push(Event::Paste(text.to_owned()));
            h.run();
            settle(h);
        };
        let mut h = window(Preferences::in_language(lang));
        paste(&mut h, STRANGE);
        kind(&mut h, lang, "tshirt");
        let blocked = h.get_by_role_and_label(Role::Button, ImportMsg::NewProject.text(lang));
        assert!(blocked.accesskit_node().is_disabled(), "nothing is read yet");
        pick(&mut h, ImportMsg::Unit.text(lang), "m");
        let width = ImportMsg::Width.text(lang);
        h.get_by_role_and_label(Role::TextInput, width).focus();
        h.run();
        h.input_mut().events.push(Event::Text("170cm".to_owned()));
        h.run();
        press(&mut h, Key::Enter);
        settle(&mut h);
        mass(&h, "208.08", lang);
        let cotton = Library::builtin().fibre(&"cotton".into()).unwrap().name.get(lang);
        // The list of fibres is searched: typing finds, Enter takes.
        enter(&mut h, Role::ComboBox, ImportMsg::Fibre.text(lang));
        h.event(egui::Event::Text(cotton.to_owned()));
        h.run();
        press(&mut h, Key::Enter);
        settle(&mut h);
        let rib = CommonMsg::from(reloom::model::Role::Rib).text(lang);
        pick(&mut h, ImportMsg::Role.text(lang), rib);
        // A rib alone is no T-shirt: that is asked, and can be confirmed.
        let side = reloom::intake::bom::Finding::OnlySide(0.208_08).text(lang);
        assert!(h.query_all_by_label(&side).count() > 0);

        let kept = ron::ser::to_string(h.state().preferences()).unwrap();
        let mut next = window(ron::from_str(&kept).unwrap());
        paste(&mut next, &STRANGE.replace("180\t\t", "180\t170cm\t"));
        kind(&mut next, lang, "tshirt");
        mass(&next, "208.08", lang);
        enter(&mut next, Role::Button, &side_is_all(lang));
        settle(&mut next);
        assert!((take_in(&mut next, lang) - 208.08).abs() < 0.01);
        let part = next
            .state()
            .session()
            .project()
            .product
            .parts
            .first()
            .unwrap()
            .clone();
        assert_eq!(part.fibres.first().unwrap().fibre.as_str(), "cotton");
        assert_eq!(part.role, reloom::model::Role::Rib);
    }
}

/// The answer that side materials are all there is.
fn side_is_all(lang: Lang) -> String {
    reloom::intake::bom::Finding::OnlySide(0.0).answer_text(&Answer::Right, lang)
}

/// Pastes cells on the import page.
fn paste_cells(h: &mut Harness<'_, App>, text: &str) {
    h.key_press_modifiers(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::I);
    h.run();
    h.input_mut().events.push(Event::Paste(text.to_owned()));
    h.run();
    settle(h);
}

#[test]
fn side_materials_alone_make_no_project_before_that_is_confirmed() {
    let table = "Material\tComposition\tGSM\tWidth\tConsumption\tUnit\nPocket lining\t100% cotton\t110\t147cm\t0.2\tm\n";
    for lang in Lang::ALL {
        let mut h = window(Preferences::in_language(lang));
        paste_cells(&mut h, table);
        kind(&mut h, lang, "jeans");
        for action in [ImportMsg::NewProject, ImportMsg::Replace] {
            let button = h.get_by_role_and_label(Role::Button, action.text(lang));
            assert!(button.accesskit_node().is_disabled(), "{action:?}");
        }
        enter(&mut h, Role::Button, &side_is_all(lang));
        settle(&mut h);
        // 0.2 × 1.47 × 110 g, less the usual 22 % of jeans.
        assert!((take_in(&mut h, lang) - 32.34 * 0.78).abs() < 0.01);
    }
}

#[test]
fn a_role_is_chosen_and_chosen_again_in_one_list() {
    use reloom::model::Role as Part;
    let table = "Material\tComposition\tGSM\tWidth\tConsumption\tUnit\nGodet\t\t110\t147cm\t0.2\tm\nJersey\t100% cotton\t180\t170cm\t0.8\tm\n";
    for lang in Lang::ALL {
        let mut h = window(Preferences::in_language(lang));
        paste_cells(&mut h, table);
        kind(&mut h, lang, "tshirt");
        for role in [Part::Rib, Part::Lining, Part::Trim, Part::Lining] {
            let word = CommonMsg::from(role).text(lang);
            pick(&mut h, ImportMsg::Role.text(lang), word);
            let shown = h.get_by_role_and_label(Role::ComboBox, ImportMsg::Role.text(lang));
            assert_eq!(
                value_of(&shown.accesskit_node(), ImportMsg::Role.text(lang)),
                word
            );
        }
        take_in(&mut h, lang);
        let project = h.state().session().project();
        assert_eq!(project.product.parts.first().unwrap().role, Part::Lining);
    }
}

#[test]
fn a_heading_that_is_not_known_becomes_the_part_that_is_chosen() {
    use reloom::model::Role as Part;
    for (lang, label) in [
        (Lang::En, "Shell: 100% cotton; Doodad: 100% polyester"),
        (Lang::Zh, "面料：100%棉；花花：100%聚酯纤维"),
    ] {
        let session = example(FIRST_EXAMPLE).unwrap().session;
        let start = reloom::app::Options {
            start: true,
            ..options(session, Preferences::in_language(lang))
        };
        let mut h = window_over(start, [1280.0, 720.0]);
        press(&mut h, Key::Num2);
        h.event(Event::Paste(label.to_owned()));
        h.run();
        let words = |role: Part| CommonMsg::from(role).text(lang);
        for role in [
            Part::Shell,
            Part::Lining,
            Part::Filling,
            Part::Rib,
            Part::Trim,
            Part::Coating,
        ] {
            let buttons = h.query_all_by_role_and_label(Role::Button, words(role));
            assert_eq!(buttons.count(), 1, "{role:?}");
        }
        enter(&mut h, Role::Button, words(Part::Lining));
        let text = h.get_by_role(Role::MultilineTextInput).value().unwrap();
        let read = reloom::intake::label::parse(&text);
        let roles: Vec<Option<Part>> = read.parts.iter().map(|part| part.role).collect();
        assert_eq!(roles, [Some(Part::Shell), Some(Part::Lining)], "{text}");
        assert!(!read.is_doubtful(), "{text}");
        let left = h.query_all_by_role_and_label(Role::Button, words(Part::Filling));
        assert_eq!(left.count(), 0);
    }
}
