//! A bill of materials through the window: from every kind of file and from pasted cells, corrected, remembered, taken in.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails loudly")]

use crate::tables;

use crate::support;

use crate::support::said::{Queryable, value_of};
use egui::accesskit::{Role, Toggled};
use egui::{Event, Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::NodeT;
use reloom::app::files::{FIRST_EXAMPLE, example};
use reloom::app::preferences::Preferences;
use reloom::app::{App, Options};
use reloom::data::Library;
use reloom::intake::Draft;
use reloom::intake::bom::{Memory, sheets};
use reloom::model::{Assumed, Name, Part};
use reloom::text::{ImportMsg, Lang, StartMsg};
use reloom::ui::panel::import::{Importing, data};
use reloom::ui::theme::{Theme, ThemeKind};
use reloom::ui::view::{Page, Selection, View};
use std::fmt::Write as _;
use std::path::Path;
use std::sync::Arc;
use support::window::{Dropped, options, press, settle, type_path, window_over};

fn window_with(preferences: Preferences, size: [f32; 2]) -> Harness<'static, App> {
    window_from(preferences, size, false)
}

/// A window that opens with the first screen where `start`.
fn window_from(preferences: Preferences, size: [f32; 2], start: bool) -> Harness<'static, App> {
    let session = example(FIRST_EXAMPLE).unwrap().session;
    let options = Options {
        start,
        ..options(session, preferences)
    };
    window_over(options, size)
}

fn window(lang: Lang) -> Harness<'static, App> {
    window_with(Preferences::in_language(lang), [1280.0, 720.0])
}

/// Gives the button the focus and presses Enter.
fn enter(h: &mut Harness<'_, App>, label: &str) {
    h.get_by_role_and_label(Role::Button, label).focus();
    h.run();
    press(h, Key::Enter);
}

fn lang(h: &Harness<'_, App>) -> Lang {
    h.state().preferences().lang()
}

fn open_page(h: &mut Harness<'_, App>) {
    h.key_press_modifiers(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::I);
    h.run();
    assert!(h.query_all_by_label(StartMsg::TableTitle.text(lang(h))).count() > 0);
}

/// Opens the page and chooses the file at `path`, all by keyboard.
fn choose(h: &mut Harness<'_, App>, path: &Path) {
    let lang = lang(h);
    open_page(h);
    let has_table = h.query_by_label(ImportMsg::OtherFile.text(lang)).is_some();
    let button = if has_table {
        ImportMsg::OtherFile
    } else {
        ImportMsg::ChooseFile
    };
    enter(h, button.text(lang));
    read_typed(h, path);
}

/// Types `path` into the open question and waits for the table.
fn read_typed(h: &mut Harness<'_, App>, path: &Path) {
    type_path(h, path);
    settle(h);
}

fn paste(h: &mut Harness<'_, App>, text: &str) {
    open_page(h);
    h.input_mut().events.push(Event::Paste(text.to_owned()));
    h.run();
    settle(h);
}

/// Writes `bytes` to a file, chooses it and takes it in as a new project.
fn take_in(h: &mut Harness<'_, App>, name: &str, bytes: &[u8]) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    std::fs::write(&path, bytes).unwrap();
    choose(h, &path);
    let button = ImportMsg::NewProject.text(lang(h));
    enter(h, button);
}

fn project_parts(h: &Harness<'_, App>) -> Vec<Part> {
    let mut parts = h.state().session().project().product.parts.clone();
    for part in &mut parts {
        part.name = Name::default();
    }
    parts
}

/// Product, bought, and cut away, in g of the open project.
#[track_caller]
fn weighs(h: &Harness<'_, App>, what: &str) {
    let product = &h.state().session().assessment().product;
    let found = [
        product.mass_kg,
        product.gross_kg,
        product.gross_kg - product.mass_kg,
    ];
    for (found, expected) in found.into_iter().zip([566.56, 667.46, 100.90]) {
        assert!(
            (found * 1000.0 - expected).abs() < 0.01,
            "{what}: {found} kg, expected {expected} g"
        );
    }
}

#[track_caller]
fn label(h: &Harness<'_, App>, label: &str) {
    assert!(h.query_all_by_label(label).count() > 0, "{label}");
}

#[test]
fn the_same_sheet_in_every_form_is_the_same_product() {
    let forms = tables::every_form();
    let mut first: Option<Vec<Part>> = None;
    for (name, bytes) in &forms {
        for lang in Lang::ALL {
            let mut h = window(lang);
            take_in(&mut h, name, bytes);
            assert_eq!(h.state().page(), Page::Product, "{name}");
            weighs(&h, name);
            let parts = project_parts(&h);
            assert_eq!(parts, *first.get_or_insert_with(|| parts.clone()), "{name}");
            let done = [("read", "6"), ("doubtful", "2"), ("skipped", "0")];
            label(&h, &ImportMsg::Done.with(lang, &done));
            assert!(h.state().session().is_changed(), "no file holds it yet");
        }
    }
    let mut h = window(Lang::Zh);
    paste(&mut h, &tables::zh_cells("\t"));
    label(&h, "566.56g");
    label(&h, "667.46g");
    label(&h, "100.90g");
    enter(&mut h, "导入为新项目");
    weighs(&h, "pasted cells");
    assert_eq!(Some(project_parts(&h)), first);
    assert_eq!(
        h.state().session().project().product.name.get(Lang::Zh),
        "校服外套"
    );
}

#[test]
fn what_was_understood_is_seen_at_one_glance() {
    for lang in Lang::ALL {
        let mut h = window(lang);
        paste(&mut h, &tables::zh_cells("\t"));
        let radio = |message: ImportMsg, count: &str| {
            h.get_by_role_and_label(Role::RadioButton, &message.with(lang, &[("count", count)]));
        };
        radio(ImportMsg::All, "8");
        radio(ImportMsg::Read, "6");
        radio(ImportMsg::Doubtful, "2");
        radio(ImportMsg::Skipped, "0");
        // The headings stand in row 3, and the first doubtful row is selected with its reason.
        let header = ImportMsg::Header.text(lang);
        let shown = h.get_by_role_and_label(Role::ComboBox, header);
        let value = value_of(&shown.accesskit_node(), header);
        assert!(value.starts_with('3'), "{value}");
        let is_selected = |row: usize| {
            let name = ImportMsg::Row.with(lang, &[("row", &row.to_string())]);
            let node = h.get_all_by_role(Role::Row).find(|node| {
                node.accesskit_node()
                    .label()
                    .is_some_and(|label| label.starts_with(&name))
            });
            node.unwrap().accesskit_node().toggled() == Some(Toggled::True)
        };
        assert_eq!((is_selected(7), is_selected(8)), (true, false));
        assert!(h.query_by_label_contains("C7").is_some());
    }
}

fn focus_row(h: &Harness<'_, App>, start: &str) {
    let mut nodes = h.get_all_by_role(Role::Row);
    let row = nodes.find(|node| {
        let label = node.accesskit_node().label();
        label.is_some_and(|label| label.starts_with(start))
    });
    row.unwrap().click();
}

#[test]
fn rows_are_walked_shown_by_kind_and_left_out_by_keyboard() {
    let mut h = window(Lang::En);
    paste(&mut h, &tables::zh_cells("\t"));
    let row = |h: &Harness<'_, App>, start: &str| {
        let nodes = h.get_all_by_role(Role::Row);
        let found = nodes.into_iter().find(|node| {
            let label = node.accesskit_node().label();
            label.is_some_and(|label| label.starts_with(start))
        });
        found.map(|node| {
            (
                node.accesskit_node().toggled() == Some(Toggled::True),
                node.accesskit_node().is_focused(),
            )
        })
    };
    focus_row(&h, "Row 7:");
    h.run();
    press(&mut h, Key::ArrowUp);
    h.run();
    assert_eq!(row(&h, "Row 6"), Some((true, true)));

    // Leaving the rib out lowers the totals at once; taking it in again brings them back.
    press(&mut h, Key::Space);
    settle(&mut h);
    assert!(h.query_by_label("566.56\u{202f}g").is_none());
    h.get_by_role_and_label(Role::RadioButton, "Skipped 1");
    label(&h, "Left out by you.");
    h.get_by_role_and_label(Role::Switch, "Take in row 6").focus();
    h.run();
    press(&mut h, Key::Enter);
    settle(&mut h);
    label(&h, "566.56\u{202f}g");

    h.get_by_role_and_label(Role::RadioButton, "All 8").focus();
    h.run();
    press(&mut h, Key::ArrowRight);
    press(&mut h, Key::ArrowRight);
    assert!(row(&h, "Row 6").is_none() && row(&h, "Row 7").is_some());
}

const STRANGE: &str =
    "Jacket 7\n\nStoff\tInhalt\tGewicht\nShell\t100% cotton\t300\nLining\t100% polyester\t100\n";

/// Says by keyboard what the column with `letter` and `heading` means.
fn correct(h: &mut Harness<'_, App>, letter: &str, heading: &str, meaning: &str) {
    let name = ImportMsg::Meaning.with(Lang::En, &[("letter", letter), ("heading", heading)]);
    h.get_by_role_and_label(Role::ComboBox, &name).focus();
    h.run();
    press(h, Key::Enter);
    let options = h.get_all_by_role_and_label(Role::Button, meaning);
    options.into_iter().next().unwrap().focus();
    h.run();
    press(h, Key::Enter);
    settle(h);
}

#[test]
fn a_corrected_mapping_is_remembered_and_can_be_forgotten() {
    let mut h = window(Lang::En);
    paste(&mut h, STRANGE);
    h.get_by_label_contains("No headings are known here.");
    correct(&mut h, "A", "Stoff", "Material");
    correct(&mut h, "B", "Inhalt", "Composition");
    correct(&mut h, "C", "Gewicht", "Piece weight");
    label(&h, "400.00\u{202f}g");
    label(&h, "3 columns as you corrected them before");

    let kept = h.state().preferences().clone();
    let text = ron::ser::to_string(&kept).unwrap();
    let mut next = window_with(ron::from_str(&text).unwrap(), [1280.0, 720.0]);
    paste(&mut next, STRANGE);
    label(&next, "400.00\u{202f}g");
    label(&next, "3 columns as you corrected them before");
    enter(&mut next, "Forget");
    settle(&mut next);
    assert!(next.state().preferences().headings.is_empty());
    next.get_by_label_contains("No headings are known here.");
    let why = ImportMsg::Nothing.text(Lang::En);
    let main = next.get_by_role_and_label(Role::Button, "Import as a new project");
    assert!(main.accesskit_node().is_disabled(), "{why}");
}

#[test]
fn replacing_the_parts_is_one_step_and_keeps_the_pathways() {
    for lang in Lang::ALL {
        let mut h = window(lang);
        let before = Arc::clone(h.state().session().project());
        paste(
            &mut h,
            "T-shirt\nMaterial\tComposition\tWeight (g)\nShell\t100% cotton\t150\n",
        );
        enter(&mut h, ImportMsg::Replace.text(lang));
        let project = Arc::clone(h.state().session().project());
        assert_eq!(
            (project.product.parts.len(), project.product.kind.as_str()),
            (1, "tshirt")
        );
        assert_eq!(project.pathways, before.pathways);
        assert_eq!(project.product.name, before.product.name);
        assert_eq!(h.state().page(), Page::Product);
        h.key_press_modifiers(Modifiers::COMMAND, Key::Z);
        h.run();
        assert_eq!(h.state().session().project(), &before);
        assert!(h.state().session().can_undo().is_none(), "one step");
    }
}

#[test]
fn from_the_first_screen_there_is_no_project_to_replace_and_what_is_assumed_is_marked() {
    for lang in Lang::ALL {
        let mut h = window_from(Preferences::in_language(lang), [1280.0, 720.0], true);
        press(&mut h, Key::Num3);
        label(&h, ImportMsg::ChooseFile.text(lang));
        press(&mut h, Key::Escape);
        label(&h, StartMsg::Title.text(lang));
        press(&mut h, Key::Num3);
        paste(&mut h, &tables::zh_cells("\t"));
        assert!(h.query_by_label(ImportMsg::Replace.text(lang)).is_none());
        enter(&mut h, ImportMsg::NewProject.text(lang));
        weighs(&h, "from the first screen");
        let assumed = &h.state().session().project().product.assumed;
        for mark in [
            Assumed::Volume,
            Assumed::MadeIn,
            Assumed::UsedIn,
            Assumed::Making("shell".into()),
        ] {
            assert!(assumed.contains(&mark), "{mark:?}");
        }
        assert!(!assumed.iter().any(|mark| matches!(mark, Assumed::Mass(_))));
    }
}

#[test]
fn a_new_project_asks_about_unsaved_work_first() {
    let mut h = window(Lang::En);
    h.get_by_role_and_label(Role::Slider, "polyester")
        .set_value_accesskit(80.0);
    h.run();
    paste(&mut h, &tables::zh_cells("\t"));
    enter(&mut h, "Import as a new project");
    enter(&mut h, "Cancel");
    assert_eq!(h.state().session().project().id, "school_uniform");
    enter(&mut h, "Import as a new project");
    enter(&mut h, "Don’t save");
    weighs(&h, "after the question");
    assert_eq!(h.state().session().project().id, "imported");
}

#[test]
fn what_cannot_be_read_is_said_and_the_last_table_stays() {
    for lang in Lang::ALL {
        let mut h = window(lang);
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("坏 的.xlsx");
        std::fs::write(&path, &tables::EN_XLSX[..3000]).unwrap();
        choose(&mut h, &path);
        assert!(h.query_by_label_contains("坏 的.xlsx").is_some());
        paste(&mut h, &tables::zh_cells("\t"));
        assert!(h.query_by_label_contains("坏 的.xlsx").is_none());
        choose(&mut h, &folder.path().join("没有.csv"));
        assert!(h.query_by_label_contains("没有.csv").is_some());
        assert!(
            h.query_by_label_contains("566.56").is_some(),
            "the last table is still there"
        );
        paste(&mut h, "\n\n");
        assert!(h.query_by_label_contains("566.56").is_some());
        press(&mut h, Key::Escape);
        assert!(
            h.query_by_label_contains("566.56").is_none(),
            "Escape leaves the page"
        );
        assert_eq!(h.state().session().project().id, "school_uniform");
        open_page(&mut h);
        assert!(
            h.query_by_label_contains("566.56").is_some(),
            "and the table stays for the next time"
        );
    }
}

#[test]
fn a_dropped_table_is_brought_in_and_a_workbook_lets_its_sheet_be_chosen() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("校服.xlsx");
    std::fs::write(&path, tables::zh_xlsx()).unwrap();
    let mut h = window(Lang::En);
    h.input_mut().dropped_files.push(Arc::new(Dropped(path)));
    h.step();
    h.input_mut().dropped_files.clear();
    settle(&mut h);
    label(&h, "566.56\u{202f}g");
    h.get_by_role_and_label(Role::ComboBox, "Sheet").focus();
    h.run();
    press(&mut h, Key::Enter);
    let cover = h.get_all_by_role_and_label(Role::Button, "封面");
    cover.into_iter().next().unwrap().focus();
    h.run();
    press(&mut h, Key::Enter);
    settle(&mut h);
    assert!(h.query_by_label("566.56\u{202f}g").is_none());
}

#[test]
fn a_table_that_is_opened_like_a_project_is_brought_in() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("jacket.CSV");
    std::fs::write(&path, tables::EN_CSV).unwrap();
    let mut h = window(Lang::En);
    h.key_press_modifiers(Modifiers::COMMAND, Key::O);
    h.run();
    read_typed(&mut h, &path);
    label(&h, "566.56\u{202f}g");
}

#[test]
fn five_thousand_rows_are_laid_out_only_where_they_are_seen() {
    let mut text = "Material\tComposition\tWeight (g)\n".to_owned();
    for row in 0..5000 {
        let cotton = if row % 7 == 0 { 90 } else { 100 };
        writeln!(text, "Shell {row}\t{cotton}% cotton\t0.1").unwrap();
    }
    let mut h = window(Lang::En);
    paste(&mut h, &text);
    h.get_by_role_and_label(Role::RadioButton, "All 5000");
    let rows = |h: &Harness<'_, App>| h.query_all_by_role(Role::CheckBox).count();
    assert!((5..60).contains(&rows(&h)), "{}", rows(&h));
    focus_row(&h, "Row 2:");
    h.run();
    press(&mut h, Key::End);
    h.run();
    label(&h, "Row 5001: Shell 4999");
    assert!(rows(&h) < 60);
}

#[test]
fn nothing_is_lost_in_a_small_window() {
    for lang in Lang::ALL {
        let mut h = window_with(Preferences::in_language(lang), [640.0, 360.0]);
        paste(&mut h, &tables::zh_cells("\t"));
        enter(&mut h, ImportMsg::NewProject.text(lang));
        weighs(&h, "small window");
    }
}

/// The page in words, both languages.
#[test]
fn the_page_in_both_languages() {
    let project = example(FIRST_EXAMPLE).unwrap().session;
    let (theme, selection) = (Theme::load(ThemeKind::Light), Selection::default());
    let draft = Draft::new(sheets(tables::EN_CSV).unwrap(), &Memory::default()).unwrap();
    let assumed = "uniform_jacket".into();
    let bom = Arc::new(draft.read(&assumed, Library::builtin()));
    let importing = Importing {
        source: Some("bom_uniform_en.csv".to_owned()),
        bom: Some(bom),
        assumed,
        problem: None,
        is_busy: false,
        shown: None,
        selected: Some(6),
        alone: false,
        returned: None,
        draft: Some(draft.clone()),
    };
    for lang in Lang::ALL {
        let view = View::still(
            (project.project(), project.assessment()),
            (lang, &theme),
            (&selection, Page::Product),
        );
        let name = match lang {
            Lang::En => "import_en",
            Lang::Zh | Lang::Both => "import_zh",
        };
        insta::assert_debug_snapshot!(name, data::data(&view, &importing, &draft));
    }
}
