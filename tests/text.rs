//! Checks that hold for every message in both languages.

#![allow(clippy::unwrap_used, reason = "a test fails loudly")]

use crate::architecture::code;
use reloom::text::{Entry, tables};
use skrifa::{FontRef, MetadataProvider};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

fn entries() -> Vec<(String, Entry)> {
    let named = |name: &str, entry: Entry| (format!("{name}::{}", entry.key), entry);
    let mut all = tables();
    all.push(reloom::figure::table());
    all.into_iter()
        .flat_map(|table| {
            table
                .entries
                .into_iter()
                .map(move |entry| named(table.name, entry))
        })
        .collect()
}

fn placeholders(text: &str) -> BTreeSet<String> {
    text.split('{')
        .skip(1)
        .map(|rest| rest.split('}').next().unwrap_or_default().to_owned())
        .collect()
}

fn is_chinese(c: char) -> bool {
    ('\u{4E00}'..='\u{9FFF}').contains(&c) || "，。；：！？（）、“”《》".contains(c)
}

#[test]
fn both_languages_have_words_and_the_same_placeholders() {
    for (name, entry) in entries() {
        assert!(
            !entry.en.trim().is_empty() && !entry.zh.trim().is_empty(),
            "{name} is empty"
        );
        assert_eq!(entry.en.trim(), entry.en, "{name} begins or ends with a space");
        assert_eq!(entry.zh.trim(), entry.zh, "{name} begins or ends with a space");
        assert_eq!(placeholders(entry.en), placeholders(entry.zh), "{name}");
        for text in [entry.en, entry.zh] {
            assert_eq!(
                text.matches('{').count(),
                text.matches('}').count(),
                "{name}: {text}"
            );
        }
    }
}

#[test]
fn names_are_unique() {
    let all = entries();
    let names: BTreeSet<_> = all.iter().map(|(name, _)| name).collect();
    assert_eq!(names.len(), all.len());
}

#[test]
fn terms_follow_the_glossary() {
    // A wrong form, and what it may be a part of.
    let banned = [
        ("再生纤维", &["再生纤维素纤维", "废旧纺织品再生纤维"][..]),
        ("公平转型", &[]),
        ("数字产品护照", &[]),
        ("工作岗位", &["绿色工作岗位"]),
    ];
    for (name, entry) in entries() {
        for (wrong, fine) in banned {
            let rest = fine
                .iter()
                .fold(entry.zh.to_owned(), |text, part| text.replace(part, ""));
            assert!(!rest.contains(wrong), "{name}: {} holds {wrong}", entry.zh);
        }
        // Both languages quote with “ and ”.
        let words = entry.en.replace(['“', '”'], "");
        assert!(!words.contains(is_chinese), "{name}: {}", entry.en);
    }
}

#[test]
fn chinese_punctuation_is_full_width() {
    for (name, entry) in entries() {
        let text: Vec<char> = entry.zh.chars().collect();
        for (index, c) in text
            .iter()
            .enumerate()
            .filter(|(_, c)| ",:;!?()\"%".contains(**c))
        {
            let before = index.checked_sub(1).and_then(|i| text.get(i)).copied();
            let after = text.get(index + 1).copied();
            let touches = |neighbour: Option<char>| neighbour.is_some_and(is_chinese);
            // 5% is written half-width; only a per cent sign alone between Chinese characters is wrong.
            let wrong = if *c == '%' {
                touches(before)
            } else {
                touches(before) || touches(after)
            };
            assert!(!wrong, "{name}: {} has a half-width {c}", entry.zh);
        }
    }
}

#[test]
fn every_character_is_in_the_bundled_fonts() {
    let fonts = [
        "Inter-Reloom-Regular",
        "NotoSansSC-Reloom-Regular",
        "Inter-Reloom-Medium",
        "NotoSansSC-Reloom-Medium",
    ]
    .map(|name| std::fs::read(format!("{}/assets/fonts/{name}.ttf", env!("CARGO_MANIFEST_DIR"))).unwrap());
    let maps: Vec<_> = fonts
        .iter()
        .map(|bytes| FontRef::new(bytes).unwrap().charmap())
        .collect();
    let has =
        |c: char, weight: &[skrifa::charmap::Charmap<'_>]| weight.iter().any(|map| map.map(c).is_some());
    let figures = "0123456789.,%—–−→▲▼<+\u{202F}±×≥≤·…";
    let mut all = entries();
    all.push((
        "figures".into(),
        Entry {
            key: "figures",
            en: figures,
            zh: figures,
        },
    ));
    for (name, entry) in all {
        for c in entry.en.chars().chain(entry.zh.chars()) {
            assert!(
                has(c, &maps[..2]) && has(c, &maps[2..]),
                "{name}: no glyph for {c:?}"
            );
        }
    }
}

/// One English text that stands for two things, which Chinese tells apart; each with the things.
const ONE_ENGLISH_TWO_CHINESE: [(&str, &str); 11] = [
    ("Back", "to the page before; to the step before in the tour"),
    ("Bought", "fabric and trims bought in; a part bought ready made"),
    ("Making", "the processes in the library; how a part is made"),
    ("Open {name}", "unfolds a line; loads a project"),
    ("Parts", "the parts; how many they are"),
    ("Used in", "what a factor is used for; where a garment is worn"),
    (
        "Where",
        "a place of work; the letters below a formula; the region of a figure",
    ),
    (
        "Work",
        "a section of the palette; a group of factors; hours in the diagram",
    ),
    ("Your own figure", "a mark; the act of typing one in"),
    (
        "not used",
        "a column that is left out; a factor that nothing asks for",
    ),
    ("own", "the pathway's own work; a figure of the user's"),
];

#[test]
fn one_english_text_has_one_chinese_text() {
    let mut words: BTreeMap<&str, BTreeMap<&str, Vec<String>>> = BTreeMap::new();
    for (name, entry) in entries() {
        words
            .entry(entry.en)
            .or_default()
            .entry(entry.zh)
            .or_default()
            .push(name);
    }
    let is_listed = |text: &str| ONE_ENGLISH_TWO_CHINESE.iter().any(|(listed, _)| *listed == text);
    for (text, chinese) in &words {
        assert!(chinese.len() == 1 || is_listed(text), "{text:?}: {chinese:?}");
    }
    for (listed, _) in ONE_ENGLISH_TWO_CHINESE {
        let two = words.get(listed).is_some_and(|chinese| chinese.len() > 1);
        assert!(two, "{listed:?} is listed and has one Chinese text");
    }
}

/// Every message is said somewhere: its name stands in the source outside its table.
#[test]
fn no_message_is_never_said() {
    let sources = sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"));
    let silent: Vec<String> = tables()
        .iter()
        .flat_map(|table| {
            let naming: Vec<&String> = sources.iter().filter(|text| text.contains(table.name)).collect();
            let keys = table.entries.iter().map(|entry| entry.key);
            let silent = keys.filter(|key| !naming.iter().any(|text| says(text, table.name, key)));
            silent
                .map(|key| format!("{}::{key}", table.name))
                .collect::<Vec<_>>()
        })
        .collect();
    assert!(silent.is_empty(), "never said: {silent:?}");
}

/// The code of every file, without comments, texts and tables of messages, all blanks made single.
fn sources(folder: &Path) -> Vec<String> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            let text = code(&fs::read_to_string(&path).unwrap());
            let mut tables = text.split(" messages! {");
            let mut kept = tables.next().unwrap_or_default().to_owned();
            for table in tables {
                // A table is two braces deep; what follows it is code again.
                kept.push_str(table.split_once("} }").map_or("", |(_, after)| after));
            }
            found.push(kept);
        }
    }
    found
}

/// True where `text` names the message `key` of `table` by the table, another name for it, `Self`, or an import.
fn says(text: &str, table: &str, key: &str) -> bool {
    if !text.contains(table) {
        return false;
    }
    let whole = |text: &str, word: &str| {
        text.split(|c: char| !c.is_alphanumeric() && c != '_')
            .any(|own| own == word)
    };
    let other = format!("{table} as ");
    let names = text.split(&other).skip(1);
    let names = names.filter_map(|after| after.split(|c: char| !c.is_alphanumeric()).next());
    let is_own = [format!("impl {table} "), format!(" for {table} ")]
        .iter()
        .any(|start| text.contains(start));
    let own = is_own.then_some("Self");
    std::iter::once(table).chain(names).chain(own).any(|name| {
        let path = format!("{name}::");
        text.split(&path)
            .skip(1)
            .any(|after| match after.strip_prefix('{') {
                Some(group) => group.split_once('}').is_some_and(|(group, _)| whole(group, key)),
                None => after.split(|c: char| !c.is_alphanumeric()).next() == Some(key),
            })
    })
}

#[test]
fn a_silent_message_is_found() {
    for said in [
        "use crate::text::StoreMsg; StoreMsg::Full.text(lang)",
        "use crate::text::StoreMsg as Msg; Msg::Full",
        "use crate::text::StoreMsg; use StoreMsg::{Denied, Full};",
        "impl StoreMsg { fn one() -> Self { Self::Full } }",
        "impl From<Problem> for StoreMsg { fn from(_: Problem) -> Self { Self::Full } }",
    ] {
        assert!(says(said, "StoreMsg", "Full"), "{said}");
    }
    for silent in [
        "use crate::text::StoreMsg; Problem::Full",
        "StoreMsg::FullDisk",
        "Full",
    ] {
        assert!(!says(silent, "StoreMsg", "Full"), "{silent}");
    }
}
