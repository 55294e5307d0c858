//! Command palette and glossary through the window, and the review sheet of terms.

#![allow(clippy::unwrap_used, reason = "a test fails loudly")]

use crate::support;

use crate::support::said::Queryable;
use egui::Key;
use egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::{AccessKitNode, NodeT};
use reloom::app::App;
use reloom::app::preferences::Preferences;
use reloom::cli;
use reloom::text::Lang;
use reloom::ui::view::Page;
use support::window::{command, press, window_with};

fn window(lang: Lang) -> Harness<'static, App> {
    window_with(Preferences::in_language(lang), [1280.0, 720.0])
}

fn type_in(h: &mut Harness<'_, App>, words: &str) {
    h.get_by(has_focus).type_text(words);
    h.run();
}

fn has_focus(node: &AccessKitNode<'_>) -> bool {
    node.is_focused()
}

/// The rows of palette or glossary; the parts on the product page are options too.
fn options_shown(h: &Harness<'_, App>) -> Vec<String> {
    let Some(dialog) = h.query_all_by_role(Role::Dialog).next() else {
        return Vec::new();
    };
    let found = dialog.query_all_by_role(Role::ListBoxOption);
    found.filter_map(|node| node.accesskit_node().label()).collect()
}

#[test]
fn a_command_is_found_in_either_language_and_run_with_enter() {
    for words in ["dark theme", "深色"] {
        let mut h = window(Lang::Zh);
        command(&mut h, Key::K);
        type_in(&mut h, words);
        assert!(options_shown(&h)[0].contains("深色主题"));
        press(&mut h, Key::Enter);
        assert!(options_shown(&h).is_empty(), "the palette is closed");
        assert!(h.state().preferences().theme.is_dark());
    }
}

/// What leaves the program is found by the words people look for, whatever language the window speaks.
#[test]
fn every_way_out_is_found_by_its_everyday_words() {
    let page = ["One page as PDF", "一页纸导出为PDF"];
    let print = ["Print one page", "打印一页纸"];
    let workbook = ["Workbook (Excel)", "工作簿（Excel）"];
    let passport = ["Product passport, draft", "产品数字护照草稿"];
    let diagram = ["Diagram as PNG", "流图导出为PNG"];
    let sought = [
        ("export", diagram),
        ("导出", diagram),
        ("pdf", page),
        ("print", print),
        ("打印", print),
        ("excel", workbook),
        ("passport", passport),
        ("护照", passport),
    ];
    for (lang, at) in [(Lang::En, 0), (Lang::Zh, 1)] {
        for (words, names) in sought {
            let mut h = window(lang);
            command(&mut h, Key::K);
            type_in(&mut h, words);
            let shown = options_shown(&h);
            assert!(
                shown.iter().any(|option| option.contains(names[at])),
                "{words} in {lang:?}: {shown:?}"
            );
        }
    }
}

#[test]
fn arrow_keys_choose_and_escape_leaves() {
    let mut h = window(Lang::En);
    command(&mut h, Key::K);
    type_in(&mut h, "compare");
    press(&mut h, Key::ArrowDown);
    press(&mut h, Key::ArrowUp);
    press(&mut h, Key::Enter);
    assert_eq!(h.state().page(), Page::Compare);
    command(&mut h, Key::K);
    press(&mut h, Key::Escape);
    assert!(options_shown(&h).is_empty());
}

#[test]
fn parts_stages_and_factors_are_gone_to() {
    let mut h = window(Lang::En);
    for words in ["Zip, 60", "sorting stage of repair", "sewing hours"] {
        command(&mut h, Key::K);
        type_in(&mut h, words);
        assert!(!options_shown(&h).is_empty(), "{words}");
        press(&mut h, Key::Enter);
    }
    let selection = h.state().selection();
    let part = selection.part.clone().unwrap();
    assert!(part.as_str().contains("zip"), "{part}");
    assert_eq!(selection.stage.clone().unwrap().as_str(), "sorting");
    assert_eq!(h.state().page(), Page::Library);
    assert!(selection.factor.is_some());
}

#[test]
fn a_command_that_cannot_run_stays_and_says_why() {
    let mut h = window(Lang::En);
    command(&mut h, Key::K);
    type_in(&mut h, "undo");
    press(&mut h, Key::Enter);
    assert!(!options_shown(&h).is_empty(), "the palette stays open");
}

#[test]
fn the_glossary_opens_at_the_words_on_the_screen() {
    for (lang, page, term) in [(Lang::En, Key::Num3, "baseline"), (Lang::Zh, Key::Num2, "回收")] {
        let mut h = window(lang);
        press(&mut h, page);
        command(&mut h, Key::G);
        let first = options_shown(&h);
        let here = match lang {
            Lang::En => "on this page",
            Lang::Zh | Lang::Both => "本页",
        };
        assert!(
            first
                .iter()
                .take(40)
                .any(|name| name.contains(term) && name.contains(here)),
            "{first:?}"
        );
        press(&mut h, Key::Escape);
        assert!(options_shown(&h).is_empty());
    }
}

#[test]
fn a_term_says_what_it_means_in_both_languages_and_whether_it_is_verified() {
    let mut h = window(Lang::En);
    command(&mut h, Key::G);
    type_in(&mut h, "循环度指标");
    h.get_by_label("Material Circularity Indicator (MCI)");
    h.get_by_label("材料循环度指标（MCI）");
    command(&mut h, Key::A);
    type_in(&mut h, "linear flow index");
    h.get_by_label_contains("not verified");
}

#[test]
fn the_review_sheet_has_every_term_and_marks_the_unverified() {
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let code = cli::run(&cli::Command::Terms { csv: true }, Lang::En, &mut out, &mut err);
    assert_eq!((code, err), (0, Vec::new()));
    let mut sheet = csv::Reader::from_reader(out.as_slice());
    let header: Vec<String> = sheet.headers().unwrap().iter().map(str::to_owned).collect();
    let column = |name: &str| header.iter().position(|column| column == name).unwrap();
    let (verified, zh, used) = (column("verified"), column("zh"), column("used_in"));
    let rows: Vec<csv::StringRecord> = sheet.records().map(Result::unwrap).collect();
    assert_eq!(rows.len(), 286);
    // Looked up: 15 wordings were found nowhere, of 50 only the usage.
    let unverified = || rows.iter().filter(|row| &row[verified] == "no");
    assert_eq!(unverified().count(), 65);
    let (kind, evidence) = (column("evidence_kind"), column("evidence"));
    assert_eq!(
        unverified()
            .filter(|row| row[kind].starts_with("usage seen"))
            .count(),
        50
    );
    for row in rows.iter().filter(|row| !row[kind].is_empty()) {
        assert!(!row[evidence].is_empty(), "{row:?}");
    }
    let viscose = rows.iter().find(|row| &row[zh] == "粘胶纤维（粘纤）").unwrap();
    assert!(viscose[evidence].contains("GB/T 4146.1-2020"), "{viscose:?}");
    let collection = rows.iter().find(|row| &row[zh] == "回收").unwrap();
    assert!(collection[used].contains("Msg."), "{collection:?}");
}
