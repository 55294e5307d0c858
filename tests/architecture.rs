//! The invariants of the house, read off the source: who may name what, and how long a file may be.
#![allow(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a test stops at what cannot be"
)]

use std::fs;
use std::path::Path;

/// What is wrong with one file; empty where nothing is.
type Check = fn(&str, &str) -> Vec<String>;

const CHECKS: [(&str, Check); 14] = [
    (
        "the core draws nothing, waits for nothing and touches no disk",
        core_is_pure,
    ),
    ("no module names one above it", nothing_reaches_up),
    ("pages do not borrow from each other", panels_stand_alone),
    ("what is touched is one thing", one_touch),
    ("only the store touches the disk", only_store_uses_disk),
    ("the interface reads and emits", ui_changes_nothing),
    ("only edit changes a project", only_edit_changes_projects),
    ("the library is never changed", library_is_fixed),
    (
        "only project_file knows the file's shape",
        model_is_not_serialised,
    ),
    ("formulas do not know the project", formulas_stand_alone),
    ("nothing speaks to a network", no_network),
    (
        "figures have the same bits on every system",
        one_implementation_of_functions,
    ),
    ("both languages are Chinese too", chinese_is_asked_for),
    (
        "every file says what it is for and is not too long",
        files_are_readable,
    ),
];

/// The modules from the ground up, as the first part of the path below `src`: each may name those above it in this
/// list and none below. A new module finds its floor here.
const FLOORS: [&str; 29] = [
    "quantity",
    "lang",
    "model",
    "data",
    "flow",
    "indicator",
    "work",
    "text",
    "assess",
    "figure",
    "uncertainty",
    "project_file",
    "presets",
    "edit",
    "compose",
    "intake",
    "explain",
    "report",
    "collection",
    "years",
    "lesson",
    "board",
    // The shell, which may wait, draw and touch the disk.
    "store",
    "job",
    "session",
    "ui",
    "export",
    "cli",
    "app",
];

/// The lowest floor of the shell; all beneath it is the core.
const SHELL: &str = "store";

/// Files that are longer than their limit until they are split by meaning; the number may only fall.
const LONGER: [(&str, usize); 0] = [];

#[test]
fn the_source_keeps_the_invariants() {
    let mut broken = Vec::new();
    let files = sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"));
    assert!(files.len() > 10, "the source was not found");
    for (path, text) in &files {
        for (name, check) in CHECKS {
            let found = check(path, text);
            broken.extend(found.iter().map(|what| format!("src/{path}: {what} ({name})")));
        }
    }
    assert!(broken.is_empty(), "\n{}", broken.join("\n"));
}

#[test]
fn every_floor_is_lived_on() {
    let files = sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"));
    for floor in FLOORS {
        let is_there = files.iter().any(|(path, _)| module(path) == floor);
        assert!(is_there, "FLOORS names `{floor}`, which is gone");
    }
}

/// Path below `src` with forward slashes, and text, of every Rust file.
fn sources(src: &Path) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut folders = vec![src.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ext| ext == "rs") {
                let below = path.strip_prefix(src).unwrap().to_str().unwrap();
                found.push((below.replace('\\', "/"), fs::read_to_string(&path).unwrap()));
            }
        }
    }
    found.sort();
    found
}

/// The module of a file: the first part of its path, without `.rs`.
fn module(path: &str) -> &str {
    let first = path.split('/').next().unwrap_or(path);
    first.strip_suffix(".rs").unwrap_or(first)
}

/// How high a module stands.
fn floor(module: &str) -> Option<usize> {
    FLOORS.iter().position(|one| *one == module)
}

fn is_core(path: &str) -> bool {
    floor(module(path)) < floor(SHELL)
}

/// The files that hold the floors together and belong to none.
fn is_house(path: &str) -> bool {
    // The library, the programs and the build script.
    ["lib.rs", "main.rs", "console.rs", "build.rs"].contains(&path)
}

fn nothing_reaches_up(path: &str, text: &str) -> Vec<String> {
    let own = module(path);
    if is_house(path) {
        return Vec::new();
    }
    let Some(height) = floor(own) else {
        return vec![format!(
            "`{own}` has no floor; put it into FLOORS where it belongs"
        )];
    };
    let mut above: Vec<String> = paths(path, &code(text))
        .into_iter()
        .filter_map(|path| {
            let other = path.first()?.as_str();
            let is_above = floor(other).is_some_and(|floor| floor > height);
            is_above.then(|| format!("names `{other}`, which stands above `{own}`"))
        })
        .collect();
    above.sort();
    above.dedup();
    above
}

/// Role, name, hover, ring and scrolling stand in one place, and the rows of lists in another.
fn one_touch(path: &str, text: &str) -> Vec<String> {
    let is_theirs = ["ui/widget/touch.rs", "ui/widget/rows.rs"].contains(&path);
    let lines = code(text);
    let found = lines
        .lines()
        .filter(|line| !is_theirs && line.contains(".interact("));
    found
        .map(|line| format!("senses by itself: `{}`; take `Touch` or `Rows`", line.trim()))
        .collect()
}

fn panels_stand_alone(path: &str, text: &str) -> Vec<String> {
    let Some(below) = path.strip_prefix("ui/panel/").filter(|below| *below != "mod.rs") else {
        return Vec::new();
    };
    let own = module(below);
    paths(path, &code(text))
        .into_iter()
        .filter_map(|path| match path.as_slice() {
            [ui, panel, other, ..] if ui == "ui" && panel == "panel" && other != own => Some(format!(
                "borrows from the page `{other}`; what two pages need goes into `ui/widget` or `ui/shared`"
            )),
            _ => None,
        })
        .collect()
}

/// Every path of this crate that the code of the file at `path` names, from the root of the crate.
fn paths(path: &str, code: &str) -> Vec<Vec<String>> {
    let mut own: Vec<&str> = path.trim_end_matches(".rs").split('/').collect();
    if own.last() == Some(&"mod") {
        own.pop();
    }
    let starts = |at: usize, word: &str| {
        code[at..].starts_with(word) && !code[..at].ends_with(|c: char| is_word(c) || c == ':')
    };
    let mut found = Vec::new();
    for (at, _) in code.match_indices("::") {
        let word = code[..at]
            .rsplit(|c: char| !is_word(c))
            .next()
            .unwrap_or_default();
        let start = at - word.len();
        if starts(start, "crate::") {
            tree(&code[at + 2..], &[], &mut found);
        } else if starts(start, "super::") {
            let mut rest = &code[at + 2..];
            let mut up = 1;
            while let Some(more) = rest.strip_prefix("super::") {
                rest = more;
                up += 1;
            }
            let from: Vec<String> = own[..own.len().saturating_sub(up)]
                .iter()
                .map(|&part| part.into())
                .collect();
            tree(rest, &from, &mut found);
        }
    }
    found
}

/// Reads one path, or a group of them in braces, that follows `before`; gives what comes after it.
fn tree<'a>(code: &'a str, before: &[String], found: &mut Vec<Vec<String>>) -> &'a str {
    let code = code.trim_start();
    if let Some(mut rest) = code.strip_prefix('{') {
        loop {
            rest = rest.trim_start().trim_start_matches(',').trim_start();
            if let Some(after) = rest.strip_prefix('}') {
                return after;
            }
            let left = tree(rest, before, found);
            if left.len() == rest.len() {
                return left;
            }
            // `as name` says nothing about where a path leads.
            let left = left.trim_start();
            rest = left
                .find([',', '}'])
                .filter(|_| left.starts_with("as "))
                .map_or(left, |at| &left[at..]);
        }
    }
    let end = code.find(|c: char| !is_word(c)).unwrap_or(code.len());
    let (word, rest) = code.split_at(end);
    if word.is_empty() {
        return rest;
    }
    let mut path = before.to_vec();
    path.push(word.to_owned());
    if let Some(rest) = rest.strip_prefix("::") {
        return tree(rest, &path, found);
    }
    found.push(path);
    rest
}

fn core_is_pure(path: &str, text: &str) -> Vec<String> {
    const FOREIGN: [&str; 11] = [
        "egui",
        "eframe",
        "rfd",
        "fs",
        "thread",
        "SystemTime",
        "Instant",
        "exists",
        "try_exists",
        "is_file",
        "is_dir",
    ];
    // The build script is no part of the program: it reads the tables and writes them for reading.
    if !is_core(path) || path == "build.rs" {
        return Vec::new();
    }
    let code = code(text);
    named(&code, &FOREIGN)
}

/// Whoever compares with Chinese alone forgets that both languages are read.
fn chinese_is_asked_for(path: &str, text: &str) -> Vec<String> {
    let found = code(text).contains("= Lang::Zh") && path != "lang.rs";
    let advice = "asks for Lang::Zh; Lang::is_chinese holds for both languages as well".to_owned();
    found.then_some(advice).into_iter().collect()
}

fn only_store_uses_disk(path: &str, text: &str) -> Vec<String> {
    // The core is held by its own check.
    if is_core(path) || module(path) == "store" {
        return Vec::new();
    }
    named(
        &code(text),
        &[
            "std::fs",
            "fs::",
            "File::open",
            "File::create",
            "exists",
            "try_exists",
            "is_file",
            "is_dir",
        ],
    )
}

fn ui_changes_nothing(path: &str, text: &str) -> Vec<String> {
    if module(path) == "ui" {
        mutable(&code(text), &["Project", "Session", "History"])
    } else {
        Vec::new()
    }
}

fn only_edit_changes_projects(path: &str, text: &str) -> Vec<String> {
    // Files and presets build projects; whatever is open changes through an edit.
    if ["edit", "project_file", "presets", "ui"].contains(&module(path)) {
        Vec::new()
    } else {
        mutable(&code(text), &["Project"])
    }
}

fn library_is_fixed(path: &str, text: &str) -> Vec<String> {
    if module(path) == "data" {
        Vec::new()
    } else {
        mutable(&code(text), &["Library"])
    }
}

fn model_is_not_serialised(path: &str, text: &str) -> Vec<String> {
    if ["quantity", "model", "flow", "edit"].contains(&module(path)) {
        named(&code(text), &["serde", "ron", "Serialize", "Deserialize"])
    } else {
        Vec::new()
    }
}

fn formulas_stand_alone(path: &str, text: &str) -> Vec<String> {
    if ["indicator", "work"].contains(&module(path)) {
        named(&code(text), &["Project", "crate::edit", "crate::project_file"])
    } else {
        Vec::new()
    }
}

fn no_network(_path: &str, text: &str) -> Vec<String> {
    let sockets = ["net::", "TcpStream", "TcpListener", "UdpSocket", "ToSocketAddrs"];
    named(&code(text), &sockets)
}

fn one_implementation_of_functions(path: &str, text: &str) -> Vec<String> {
    // `powi` multiplies and `sqrt` is fixed by IEEE 754; these come from the library of the system.
    let theirs = [
        ".exp()",
        ".exp2()",
        ".exp_m1()",
        ".ln()",
        ".ln_1p()",
        ".log(",
        ".log2()",
        ".log10()",
        ".powf(",
        ".cbrt()",
        ".sin()",
        ".cos()",
        ".tan()",
        ".sin_cos()",
        ".asin()",
        ".acos()",
        ".atan()",
        ".atan2(",
        ".sinh()",
        ".cosh()",
        ".tanh()",
        ".hypot(",
        ".mul_add(",
    ];
    if !is_core(path) {
        return Vec::new();
    }
    let code = code(text);
    let found = theirs.iter().filter(|call| code.contains(**call));
    found
        .map(|call| format!("{call} is not of quantity::maths"))
        .collect()
}

fn files_are_readable(path: &str, text: &str) -> Vec<String> {
    let mut found = Vec::new();
    if !text.starts_with("//! ") {
        found.push("does not begin with `//!` and what it is for".to_owned());
    }
    let limit = if is_core(path) { 400 } else { 500 };
    let allowed = LONGER.iter().find(|(longer, _)| *longer == path);
    let limit = allowed.map_or(limit, |(_, lines)| *lines);
    let lines = text.lines().count();
    if lines > limit {
        found.push(format!("{lines} lines, at most {limit}"));
    }
    found
}

/// Which of the `words` stand in `code` as whole words or paths.
fn named(code: &str, words: &[&str]) -> Vec<String> {
    let stands = |word: &&&str| {
        code.match_indices(**word).any(|(at, _)| {
            let before = code[..at].chars().next_back();
            let after = code[at + word.len()..].chars().next();
            !before.is_some_and(is_word) && (word.ends_with(':') || !after.is_some_and(is_word))
        })
    };
    words
        .iter()
        .filter(stands)
        .map(|word| format!("names `{word}`"))
        .collect()
}

/// Which of the `types` are borrowed mutably, by any path.
fn mutable(code: &str, types: &[&str]) -> Vec<String> {
    code.split("&mut ")
        .skip(1)
        .filter_map(|rest| {
            let path: String = rest.chars().take_while(|c| is_word(*c) || *c == ':').collect();
            let last = path.rsplit(':').next().unwrap_or_default();
            types.contains(&last).then(|| format!("takes `&mut {path}`"))
        })
        .collect()
}

fn is_word(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_'
}

/// The code of a file: without comments, without what stands in quotes, without its unit tests, blanks made single.
pub fn code(text: &str) -> String {
    let before_tests = text.split("\n#[cfg(test)]\nmod ").next().unwrap_or(text);
    let mut out = String::new();
    let mut rest = before_tests.chars().peekable();
    while let Some(letter) = rest.next() {
        match letter {
            '/' if rest.peek() == Some(&'/') => {
                rest.by_ref().find(|c| *c == '\n');
                out.push(' ');
            }
            '"' => {
                while let Some(inner) = rest.next() {
                    match inner {
                        '\\' => drop(rest.next()),
                        '"' => break,
                        _ => {}
                    }
                }
                out.push_str("\"\"");
            }
            // A quotation mark as a character, which would open a text that never closes.
            '\'' if rest.peek() == Some(&'"') => drop(rest.next()),
            letter if letter.is_whitespace() => {
                if !out.ends_with(' ') {
                    out.push(' ');
                }
            }
            letter => out.push(letter),
        }
    }
    out
}

#[cfg(test)]
mod each_check_fires {
    use super::*;

    #[track_caller]
    fn fires(check: Check, path: &str, text: &str) {
        assert!(!check(path, text).is_empty(), "{path}: {text}");
    }

    #[track_caller]
    fn passes(check: Check, path: &str, text: &str) {
        assert_eq!(check(path, text), Vec::<String>::new(), "{path}: {text}");
    }

    #[test]
    fn on_one_who_forgets_both_languages() {
        fires(
            chinese_is_asked_for,
            "ui/widget/figure.rs",
            "let gap = lang == Lang::Zh;",
        );
        fires(chinese_is_asked_for, "text/number.rs", "if lang != Lang::Zh {}");
        passes(
            chinese_is_asked_for,
            "text/number.rs",
            "let gap = lang.is_chinese();",
        );
    }

    #[test]
    fn on_a_core_that_draws_waits_or_reads() {
        for text in [
            "use egui::Ui;",
            "fn f(_: &eframe::Frame) {}",
            "use std::fs;",
            "use std::{fmt, fs};",
            "use std::{thread, time::Duration};",
            "let now = Instant::now();",
        ] {
            fires(core_is_pure, "flow/solve.rs", text);
        }
        passes(
            core_is_pure,
            "flow/solve.rs",
            "//! No egui.\nlet a = \"egui\"; // egui\nlet instant = 1;",
        );
        passes(
            core_is_pure,
            "text.rs",
            "let c = '\"'; let d = 'x';\n#[cfg(test)]\nmod tests { use std::fs; }",
        );
        passes(core_is_pure, "ui/mod.rs", "use egui::Ui;");
    }

    #[test]
    fn on_a_logarithm_of_the_system() {
        fires(
            one_implementation_of_functions,
            "uncertainty/table.rs",
            "let a = x.ln();",
        );
        fires(
            one_implementation_of_functions,
            "indicator/mci.rs",
            "let a = x\n.powf(2.4);",
        );
        passes(
            one_implementation_of_functions,
            "flow/solve.rs",
            "// x.ln()\nlet a = ln(x).sqrt();",
        );
        passes(
            one_implementation_of_functions,
            "ui/theme/color.rs",
            "let a = x.powf(2.4);",
        );
    }

    #[test]
    fn on_an_arrow_that_goes_up() {
        for (path, text) in [
            ("model/mod.rs", "use crate::text::Lang;"),
            ("model/id.rs", "use crate::{lang::Lang, text::{self, Msg}};"),
            (
                "model/id.rs",
                "fn f() -> String { crate::text::number::mass(1.0) }",
            ),
            ("quantity.rs", "use super::model::Part;"),
            ("flow/assemble/mod.rs", "use super::super::super::assess::Engine;"),
            (
                "explain/say.rs",
                "use crate::{model::{Name as N, Part}, session};",
            ),
            ("report/mod.rs", "use crate::ui::diagram;"),
            ("ui/view.rs", "use crate::export::Order;"),
            ("palette/mod.rs", "//! A module without a floor."),
        ] {
            fires(nothing_reaches_up, path, text);
        }
        for (path, text) in [
            ("model/mod.rs", "use crate::lang::Lang;\nuse super::model;"),
            (
                "text/names.rs",
                "use super::ui;\n// crate::app\nuse crate::model::{Name as N, Part};",
            ),
            ("app/mod.rs", "use crate::cli::{NO_DISPLAY, system_lang};"),
            ("main.rs", "use crate::app::App;"),
        ] {
            passes(nothing_reaches_up, path, text);
        }
    }

    #[test]
    fn on_a_page_that_borrows_from_another() {
        for text in [
            "use crate::ui::panel::product::choice::{above, choice};",
            "use crate::ui::{panel::product, view::View};",
            "use super::super::product::name_field;",
        ] {
            fires(panels_stand_alone, "ui/panel/pathways/stages.rs", text);
        }
        fires(
            panels_stand_alone,
            "ui/panel/variants.rs",
            "use super::product::name_field;",
        );
        for text in [
            "use super::data::names;",
            "use crate::ui::panel::pathways::gates;",
            "use crate::ui::widget::name_field;",
        ] {
            passes(panels_stand_alone, "ui/panel/pathways/stages.rs", text);
        }
        passes(
            panels_stand_alone,
            "app/frame.rs",
            "use crate::ui::panel::{library, product};",
        );
    }

    #[test]
    fn on_disk_access_outside_the_store() {
        fires(only_store_uses_disk, "cli.rs", "std::fs::write(path, text)");
        fires(only_store_uses_disk, "app/dialogs.rs", "File::open(path)");
        for question in [
            "path.exists()",
            "path.is_file()",
            "folder.is_dir()",
            "path.try_exists()",
        ] {
            fires(only_store_uses_disk, "app/front.rs", question);
            fires(core_is_pure, "model/id.rs", question);
        }
        passes(only_store_uses_disk, "store/recovery.rs", "use std::fs;");
    }

    #[test]
    fn on_changes_around_the_door() {
        fires(
            ui_changes_nothing,
            "ui/panel/mod.rs",
            "fn f(project: &mut Project) {}",
        );
        fires(
            ui_changes_nothing,
            "ui/panel/mod.rs",
            "fn f(s: &mut crate::session::Session) {}",
        );
        passes(
            ui_changes_nothing,
            "ui/panel/mod.rs",
            "fn f(project: &Project, out: &mut Out) {}",
        );
        fires(
            only_edit_changes_projects,
            "intake/bom.rs",
            "fn f(p: &mut Project) {}",
        );
        passes(
            only_edit_changes_projects,
            "edit/stages.rs",
            "fn f(p: &mut Project) {}",
        );
        fires(library_is_fixed, "assess/mod.rs", "fn f(l: &mut Library) {}");
        passes(library_is_fixed, "assess/mod.rs", "fn f(l: &Library) {}");
    }

    #[test]
    fn on_knowledge_in_the_wrong_place() {
        fires(
            model_is_not_serialised,
            "model/product.rs",
            "#[derive(serde::Serialize)]",
        );
        passes(
            model_is_not_serialised,
            "project_file/v1.rs",
            "#[derive(Serialize)]",
        );
        fires(
            formulas_stand_alone,
            "indicator/mci.rs",
            "use crate::model::Project;",
        );
        passes(formulas_stand_alone, "indicator/mci.rs", "struct ProjectedMass;");
    }

    #[test]
    fn on_a_socket() {
        for text in [
            "use std::net::TcpStream;",
            "let s = TcpListener::bind(a);",
            "net::lookup()",
        ] {
            fires(no_network, "app/mod.rs", text);
        }
        passes(
            no_network,
            "work/ledger.rs",
            "let net = gained - lost; // std::net",
        );
    }

    #[test]
    fn on_files_without_words_or_without_end() {
        fires(files_are_readable, "flow/solve.rs", "fn f() {}");
        let lines = |count: usize| "//! x\n".repeat(count);
        fires(files_are_readable, "flow/solve.rs", &lines(401));
        passes(files_are_readable, "flow/solve.rs", &lines(400));
        passes(files_are_readable, "ui/mod.rs", &lines(500));
        fires(files_are_readable, "ui/mod.rs", &lines(501));
    }
}
