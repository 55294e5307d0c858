//! Files for others through the window: found in the palette, written in the background, and a workbook that comes back.
#![allow(clippy::indexing_slicing, reason = "a test stops at what cannot be")]

use crate::support::window::{command, options, press, settle, type_path, window_over};
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::{AccessKitNode, NodeT as _, Queryable as _};
use reloom::app::App;
use reloom::app::preferences::Preferences;
use reloom::assess::assess;
use reloom::data::Library;
use reloom::model::Paper;
use reloom::report::picture::Kind;
use reloom::report::workbook::{Book, workbook};
use reloom::session::Session;
use reloom::text::{ImportMsg, Lang, PaperMsg, PartsSheetMsg, PassportMsg};
use reloom::ui::view::Command;
use std::path::Path;
use std::time::Duration;

fn window(id: &str) -> Harness<'static, App> {
    let project = reloom::presets::get(id).unwrap().project().unwrap();
    let session = Session::recovered(project, None);
    window_over(options(session, Preferences::default()), [1280.0, 720.0])
}

/// Runs the first command that the palette finds by `words`.
fn run(h: &mut Harness<'_, App>, words: &str) {
    command(h, Key::K);
    h.get_by(|node: &AccessKitNode<'_>| node.is_focused())
        .type_text(words);
    h.run();
    press(h, Key::Enter);
}

fn wait_for(h: &mut Harness<'_, App>, path: &Path) -> Vec<u8> {
    for _ in 0..400 {
        h.run();
        if path.exists() {
            std::thread::sleep(Duration::from_millis(50));
            h.run();
            return std::fs::read(path).unwrap();
        }
        std::thread::sleep(Duration::from_millis(25));
    }
    unreachable!("{} was not written", path.display());
}

#[test]
fn files_for_others_are_found_by_their_words_and_written() {
    let dir = tempfile::tempdir().unwrap();
    let mut h = window("tshirt");
    for (words, file, begins) in [
        ("excel", "工作 簿.xlsx", "PK"),
        ("passport", "p.json", "{"),
        ("护照", "p2.json", "{"),
        ("claims", "c.json", "["),
        ("ecobalyse", "e.json", "{"),
    ] {
        run(&mut h, words);
        let path = dir.path().join(file);
        type_path(&mut h, &path);
        let bytes = wait_for(&mut h, &path);
        assert!(bytes.starts_with(begins.as_bytes()), "{words}");
    }
    // A folder that is not there: a sentence, and nothing else happens.
    run(&mut h, "excel");
    type_path(&mut h, &dir.path().join("nowhere_at_all").join("a.xlsx"));
    for _ in 0..200 {
        h.run();
        if h.query_all_by_label_contains("nowhere_at_all").count() > 0 {
            return;
        }
        std::thread::sleep(Duration::from_millis(25));
    }
    unreachable!("nothing was said");
}

#[test]
fn the_form_of_the_passport_remembers() {
    let dir = tempfile::tempdir().unwrap();
    let mut h = window("tshirt");
    let name = PassportMsg::FieldIssuerName.text(Lang::En);
    run(&mut h, "passport");
    h.get_by_role_and_label(Role::TextInput, name)
        .set_text_value_accesskit("示例 Example");
    h.run();
    let path = dir.path().join("p.json");
    type_path(&mut h, &path);
    let text = String::from_utf8(wait_for(&mut h, &path)).unwrap();
    assert!(text.contains("示例 Example"));
    run(&mut h, "passport");
    let field = h.get_by_role_and_label(Role::TextInput, name);
    assert_eq!(field.accesskit_node().value().as_deref(), Some("示例 Example"));
}

#[test]
fn a_workbook_comes_back_as_changes_that_are_taken_as_one_step() {
    let dir = tempfile::tempdir().unwrap();
    let mut h = window("tshirt");
    let mut edited = h.state().session().project().as_ref().clone();
    let papers = std::mem::take(&mut edited.product.parts[0].papers);
    edited.product.parts[0].papers = papers.with(Paper::Supplier, "Mill 1".into());
    let assessment = assess(&edited, Library::builtin());
    let book = Book {
        project: &edited,
        assessment: &assessment,
        bands: None,
        lang: Lang::Zh,
        date: "2026-11-25",
    };
    let path = dir.path().join("back.xlsx");
    std::fs::write(&path, workbook(book).unwrap()).unwrap();
    h.key_press_modifiers(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::I);
    h.run();
    h.get_by_role_and_label(Role::Button, ImportMsg::ChooseFile.text(Lang::En))
        .click();
    h.run();
    type_path(&mut h, &path);
    settle(&mut h);
    assert!(h.query_all_by_label_contains("Mill 1").count() > 0);
    let before = h.state().session().history().count();
    h.get_by_role_and_label(Role::Button, PartsSheetMsg::TakeOne.text(Lang::En))
        .click();
    h.run();
    let session = h.state().session();
    assert_eq!(session.project().product.parts[0].papers.supplier, "Mill 1");
    assert_eq!(session.history().count(), before + 1);
}

#[test]
fn the_import_page_offers_an_empty_table() {
    let dir = tempfile::tempdir().unwrap();
    let mut h = window("tshirt");
    h.key_press_modifiers(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::I);
    h.run();
    h.get_by_role_and_label(Role::Button, PartsSheetMsg::Template.text(Lang::En))
        .click();
    h.run();
    let path = dir.path().join("empty.xlsx");
    type_path(&mut h, &path);
    assert!(wait_for(&mut h, &path).starts_with(b"PK"));
}

#[test]
fn the_author_is_asked_once_beside_the_path_and_remembered() {
    let dir = tempfile::tempdir().unwrap();
    let mut h = window("tshirt");
    let field = PaperMsg::AuthorField.text(Lang::En);
    let ctx = h.ctx.clone();
    for known in ["", "Li Lei 李雷"] {
        h.state_mut().run(&ctx, Command::Paper(Kind::Page));
        h.run();
        let node = h.get_by_role_and_label(Role::TextInput, field);
        assert_eq!(node.accesskit_node().value().unwrap_or_default(), known);
        node.set_text_value_accesskit("Li Lei 李雷");
        h.run();
        let path = dir.path().join(format!("页 {}.pdf", known.len()));
        type_path(&mut h, &path);
        assert!(wait_for(&mut h, &path).starts_with(b"%PDF"));
    }
}
