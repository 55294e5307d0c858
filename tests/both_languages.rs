//! 双语: Chinese and English at once, chosen at any moment; every heading, axis and result says both.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails loudly")]

use crate::support;

use crate::support::said::{Queryable, is_called};
use egui::Key;
use egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::NodeT as _;
use reloom::app::App;
use reloom::app::preferences::Preferences;
use reloom::figure::PathwayFigure;
use reloom::text::pairs::{Pairs, is_chinese};
use reloom::text::{
    CardMsg, CommonMsg, CompareMsg, Lang, LibraryMsg, PathwaysMsg, ProductMsg, ShellMsg, halves,
};
use reloom::ui::collecting::Collecting;
use reloom::ui::panel::card::LINES;
use reloom::ui::view::Command;
use reloom::ui::view::Page;
use std::collections::BTreeMap;
use support::wall::is_english;
use support::window::{command, press, window_of, window_with};

/// Everything that the window says: labels and values of all nodes.
fn said(h: &Harness<'_, App>) -> String {
    let nodes = h.root().children_recursive();
    let texts = nodes.flat_map(|node| [node.accesskit_node().label(), node.accesskit_node().value()]);
    texts.flatten().collect::<Vec<_>>().join("\n")
}

/// Both words of each heading are said.
fn says(h: &Harness<'_, App>, headings: &[&str]) {
    let said = said(h);
    for heading in headings {
        let (zh, en) = halves(heading);
        assert!(said.contains(zh), "{zh} is missing in\n{said}");
        let en = en.unwrap_or_else(|| panic!("{heading} speaks one language only"));
        assert!(said.contains(en), "{en} is missing in\n{said}");
    }
}

/// The words of `message` as a heading in both languages.
macro_rules! heads {
    ($($message:expr),+ $(,)?) => { [$($message.head(Lang::Both)),+] };
}

fn both(size: [f32; 2]) -> Harness<'static, App> {
    window_with(Preferences::in_language(Lang::Both), size)
}

#[test]
fn the_pages_and_every_card_of_the_scoreboard() {
    let h = both([1280.0, 720.0]);
    for page in heads![CommonMsg::Product, CommonMsg::Pathways, CommonMsg::Compare] {
        h.get_by_role_and_label(Role::Tab, page);
    }
    let figures = [PathwayFigure::Gained, PathwayFigure::Lost, PathwayFigure::Mci];
    let figures = figures.map(|figure| figure.head(Lang::Both));
    let mut headings: Vec<&str> = figures.iter().map(String::as_str).collect();
    let project = h.state().session().project();
    let names: Vec<String> = project
        .pathways
        .iter()
        .filter(|pathway| project.compares(&pathway.id))
        .map(|pathway| pathway.name.head(Lang::Both))
        .collect();
    headings.extend(names.iter().map(String::as_str));
    says(&h, &headings);
}

#[test]
fn the_product_page() {
    let h = both([1600.0, 1400.0]);
    let product = h.state().session().project().product.name.head(Lang::Both);
    let fibres = "涤纶\u{2002}polyester";
    says(
        &h,
        &heads![
            ProductMsg::PartTitle,
            ProductMsg::Composition,
            ProductMsg::FibresTitle,
            ProductMsg::OverviewTitle,
            ProductMsg::FinishTitle,
            ProductMsg::Routes,
            ProductMsg::MakingTitle,
        ],
    );
    let inflow = PathwayFigure::Inflow.head(Lang::Both);
    says(&h, &[&product, fibres, &inflow]);
    let said = said(&h);
    assert!(
        said.contains("裁剪废料") && said.contains("cutting waste"),
        "{said}"
    );
}

#[test]
fn the_pathways_page() {
    let mut h = both([1280.0, 1000.0]);
    press(&mut h, Key::Num2);
    says(
        &h,
        &heads![
            PathwaysMsg::GateTable,
            CommonMsg::ClassDowncycled,
            CommonMsg::ClassEnergy,
            CommonMsg::ClassLost,
        ],
    );
    let project = h.state().session().project();
    let names: Vec<String> = project
        .pathways
        .iter()
        .map(|pathway| pathway.name.head(Lang::Both))
        .collect();
    says(&h, &names.iter().map(String::as_str).collect::<Vec<_>>());
}

#[test]
fn the_comparison_and_the_job_card() {
    let mut h = both([1440.0, 4000.0]);
    press(&mut h, Key::Num3);
    says(
        &h,
        &heads![
            CompareMsg::Compared,
            CompareMsg::HowCircular,
            CompareMsg::HowLong,
            CompareMsg::WhereEnd,
            CompareMsg::WhatWork,
            CompareMsg::AtVolume,
            CompareMsg::EvenAt,
            CompareMsg::HowSure,
            CommonMsg::ClassEnergy,
        ],
    );
    says(&h, &LINES.map(|line| line.head(Lang::Both)));
    says(
        &h,
        &heads![
            CardMsg::Title,
            CardMsg::Checks,
            CardMsg::Even,
            CardMsg::Lost,
            CardMsg::Created,
        ],
    );
    let said = said(&h);
    assert!(
        said.contains("MCI最高的是") && said.contains("MCI is highest on"),
        "{said}"
    );
    assert!(
        said.contains("每1000件新增") && said.contains("1000 pieces create"),
        "{said}"
    );
}

#[test]
fn the_library_and_an_opened_figure() {
    let mut h = both([1280.0, 900.0]);
    press(&mut h, Key::Num4);
    says(
        &h,
        &heads![
            LibraryMsg::Library,
            LibraryMsg::Groups,
            LibraryMsg::Sets,
            LibraryMsg::UsedTitle
        ],
    );
    press(&mut h, Key::Num3);
    h.get_all_by_role(Role::Button)
        .find(|node| is_called(&node.accesskit_node(), &PathwayFigure::Mci.head(Lang::Both)))
        .unwrap()
        .focus();
    h.run();
    press(&mut h, Key::Enter);
    says(
        &h,
        &heads![CommonMsg::Formula, CompareMsg::Terms, CompareMsg::Factors],
    );
}

#[test]
fn it_is_one_key_from_either_language_and_loses_nothing() {
    let mut h = window_with(Preferences::in_language(Lang::En), [1280.0, 720.0]);
    h.get_by_role_and_label(Role::Slider, "polyester")
        .set_value_accesskit(40.0);
    h.run();
    let project = h.state().session().project().clone();
    let selection = h.state().selection().clone();
    press(&mut h, Key::Num3);
    for lang in [Lang::Both, Lang::Zh, Lang::En] {
        command(&mut h, Key::L);
        assert_eq!(h.state().preferences().lang(), lang);
        assert_eq!(h.state().page(), Page::Compare);
        assert_eq!(*h.state().session().project(), project);
        assert_eq!(*h.state().selection(), selection);
    }
}

#[test]
fn a_sentence_speaks_one_language_to_its_end() {
    let mut h = both([1280.0, 720.0]);
    press(&mut h, Key::Num3);
    let said = said(&h);
    let english: Vec<&str> = said
        .lines()
        .filter(|line| line.contains("MCI is highest on") || line.contains("total work holds"))
        .collect();
    assert!(!english.is_empty(), "{said}");
    for line in english {
        assert!(!line.contains(['，', '。', '；']), "{line}");
    }
}

#[test]
fn words_are_looked_up_alone_and_in_a_row() {
    let h = both([1280.0, 720.0]);
    let session = h.state().session();
    let pairs = Pairs::of(session.project(), session.library());
    assert_eq!(pairs.english("反光条").as_deref(), Some("Reflective tape"));
    assert_eq!(
        pairs.english("反光条：6.0").as_deref(),
        Some("Reflective tape: 6.0")
    );
    assert_eq!(pairs.english("反光条：没有这样的词"), None);
    assert_eq!(pairs.english("MCI"), None);
}

/// Nothing is `alone`: said in Chinese and not in English, each with its place.
fn nothing(alone: &BTreeMap<String, String>) {
    let found: Vec<String> = alone
        .iter()
        .map(|(said, place)| format!("{place}: {said}"))
        .collect();
    assert!(found.is_empty(), "{}\n{}", found.len(), found.join("\n"));
}

/// Products on the page of many, one of them chosen.
fn fill(h: &mut Harness<'_, App>) {
    let products = crate::collection::collection_in(Lang::Both, 10, 20);
    h.state_mut().show_collection("2026.csv", products);
    let choose = Command::Collecting(Collecting::Choose(1));
    let ctx = h.ctx.clone();
    h.state_mut().run(&ctx, choose);
}

/// Everything that is said in Chinese alone, of every page and of what stands in front of the pages.
#[test]
fn whatever_is_said_in_chinese_is_said_in_english_too() {
    let mut h = window_of(
        "school_uniform",
        Preferences::in_language(Lang::Both),
        [1440.0, 3000.0],
    );
    fill(&mut h);
    let mut alone: BTreeMap<String, String> = BTreeMap::new();
    let mut look = |h: &Harness<'_, App>, place: &str| {
        let nodes = h.root().children_recursive().map(|node| node.accesskit_node());
        for node in nodes.filter(|node| node.role() != Role::TextRun) {
            let said = node.label().or_else(|| node.value()).unwrap_or_default();
            if is_chinese(&said) && !is_english(&said) && !is_let(&node, &said) {
                alone
                    .entry(said)
                    .or_insert_with(|| format!("{place} {:?}", node.role()));
            }
        }
    };
    let ctx = h.ctx.clone();
    let run = |h: &mut Harness<'_, App>, command: Command| {
        h.state_mut().run(&ctx, command);
        h.run();
    };
    for (name, command) in support::wall::places() {
        run(&mut h, command);
        look(&h, &name);
    }
    nothing(&alone);
}

/// Every word of the tables, the library and the project that stands in Chinese has its English.
#[test]
fn every_word_and_every_name_has_its_english() {
    let mut h = window_of(
        "school_uniform",
        Preferences::in_language(Lang::Both),
        [1440.0, 3000.0],
    );
    fill(&mut h);
    let session = h.state().session();
    let pairs = Pairs::of(session.project(), session.library());
    let ctx = h.ctx.clone();
    for (name, command) in support::wall::places() {
        h.state_mut().run(&ctx, command);
        h.run();
        let nodes = h.root().children_recursive().map(|node| node.accesskit_node());
        for node in nodes.filter(|node| !matches!(node.role(), Role::TextRun | Role::TextInput)) {
            let said = node.label().or_else(|| node.value()).unwrap_or_default();
            let first = halves(&said).0;
            let english = pairs.english(first).filter(|_| first == said);
            assert!(english.is_none(), "{name}: {said} is {english:?}");
        }
    }
}

/// Whatever is painted in Chinese has its English in the same text, or in one beside it.
#[test]
fn whatever_is_painted_in_chinese_is_painted_in_english_too() {
    let mut alone: BTreeMap<String, String> = BTreeMap::new();
    for size in [[1440.0, 3000.0], [1920.0, 1080.0], [1280.0, 720.0]] {
        let mut h = window_of("school_uniform", Preferences::in_language(Lang::Both), size);
        fill(&mut h);
        let ctx = h.ctx.clone();
        for (name, command) in support::wall::places() {
            h.state_mut().run(&ctx, command);
            h.run();
            // In a low window the stages of the diagram have room for one language; pointer and tree say the other.
            if name == "Pathways" && size[1] < 1200.0 {
                continue;
            }
            let texts = support::wall::in_one_language(&h);
            for text in texts.into_iter().filter(|text| !is_let_alone(text)) {
                alone.entry(text).or_insert_with(|| format!("{name} {}", size[0]));
            }
        }
    }
    nothing(&alone);
}

/// What lies over the pages: dialogs, lists, the menu, and every board of the script.
#[test]
fn whatever_lies_over_the_pages_is_painted_in_both_languages() {
    let mut alone: BTreeMap<String, String> = BTreeMap::new();
    let mut look = |h: &Harness<'_, App>, place: &str| {
        // The glossary explains in one language and then in the other; lines of a test of eyes are no sentences.
        let explained = |text: &String| place.starts_with("Glossary") && text.ends_with('。');
        let is_let = |text: &String| is_let_alone(text) || explained(text) || text.ends_with("0123456789");
        let texts = support::wall::in_one_language(h).into_iter();
        for text in texts.filter(|text| !is_let(text)) {
            alone.entry(text).or_insert_with(|| place.to_owned());
        }
    };
    let dialogs = [
        Command::Palette,
        Command::Keys,
        Command::About,
        Command::Glossary(None),
        Command::Lessons,
        Command::NameGroup,
        Command::Code,
        Command::Collect,
        Command::Plan,
        Command::ResetGroup,
        Command::CheckRoom,
        Command::Jump,
        Command::SaveAs,
        Command::Open,
        Command::Give(reloom::report::outputs::Output::Passport),
        Command::Tour,
    ];
    for dialog in dialogs {
        let mut h = both([1920.0, 1080.0]);
        let before = support::wall::texts(&h).len();
        let (ctx, name) = (h.ctx.clone(), format!("{dialog:?}"));
        h.state_mut().run(&ctx, dialog);
        h.run();
        assert_ne!(before, support::wall::texts(&h).len(), "{name} shows nothing");
        look(&h, &name);
    }
    let mut h = both([1920.0, 1080.0]);
    h.get_by_role_and_label(Role::Button, ShellMsg::Menu.head(Lang::Both))
        .click();
    h.run();
    look(&h, "menu");
    let mut h = both([1920.0, 1080.0]);
    press(&mut h, Key::F5);
    for at in 0..h.state().stage().unwrap().count() {
        look(&h, &format!("board {at}"));
        for _ in 0..3 {
            if h.state().stage().unwrap().at() == at {
                press(&mut h, Key::PageDown);
            }
        }
    }
    nothing(&alone);
}

/// What a pointer that rests on something reads.
#[test]
fn a_hint_says_both_languages() {
    let mut h = both([1920.0, 1080.0]);
    let head = h.get_by_label_contains("排序：部件类别");
    head.hover();
    h.run_steps(30);
    let texts = support::wall::texts(&h);
    let hint = texts
        .iter()
        .find(|text| text.text().starts_with("排序：部件类别"));
    assert!(is_english(hint.unwrap().text()));
}

/// What may be painted in Chinese alone: the unit of an axis, nothing chosen in a narrow list, what an empty field asks for,
/// and the pieces of the product's headline, whose English sentence stands beneath.
fn is_let_alone(text: &str) -> bool {
    let own = [
        "工时",
        "无",
        "裁剪废料",
        "主要来自瓶片等其他废料",
        "面辅料用量",
        "所需纤维",
    ];
    own.contains(&text) || text.starts_with("例如") || text.starts_with("搜索")
}

/// What may stand in Chinese alone: the name of the program, of the languages in their own words, hours with their
/// English sign, and what is typed.
fn is_let(node: &egui_kittest::kittest::AccessKitNode<'_>, said: &str) -> bool {
    let own = ["再织", "中文", "双语", "工时\u{2002}h", "工时 h"];
    let typed = node.role() == Role::TextInput;
    // A figure with its unit in both.
    let is_hours = |said: &str| said.contains("工时") && said.ends_with('h');
    typed || is_hours(said) || own.contains(&said) || node.role() == Role::Window
}
