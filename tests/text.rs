//! Checks that hold for every message in both languages.

#![allow(clippy::unwrap_used, reason = "a test fails loudly")]

use reloom::text::{Entry, tables};
use skrifa::{FontRef, MetadataProvider};
use std::collections::BTreeSet;

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
