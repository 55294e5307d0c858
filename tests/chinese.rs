//! Chinese as it is set: units close to their figures, brackets and units that keep to their lines, hyphens at their own
//! width; over every Chinese text of the program and of the library.

#![allow(clippy::unwrap_used, reason = "a test fails loudly")]

use reloom::data::Library;
use reloom::presets;
use reloom::text::breaks::broken;
use reloom::text::tables;
use reloom::ui::fonts;
use std::collections::BTreeSet;

/// Every Chinese text: messages, names of the library, names in the samples, guides.
fn texts() -> Vec<(String, String)> {
    let mut all: Vec<(String, String)> = Vec::new();
    for table in tables() {
        let name = table.name;
        let entries = table.entries.into_iter();
        all.extend(entries.map(|entry| (format!("{name}.{}", entry.key), entry.zh.to_owned())));
    }
    let library = Library::builtin();
    let mut name = |place: &str, zh: &str| all.push((place.to_owned(), zh.to_owned()));
    for row in &library.routes {
        name(row.id.as_str(), &row.name.zh);
        name(row.id.as_str(), &row.short.zh);
    }
    library.rules.iter().for_each(|row| name("rules", &row.name.zh));
    library
        .activities
        .iter()
        .for_each(|row| name("activities", &row.name.zh));
    library
        .stage_kinds
        .iter()
        .for_each(|row| name("kinds of stages", &row.name.zh));
    library.moves.iter().for_each(|row| name("moves", &row.name.zh));
    library
        .factors()
        .for_each(|factor| name(factor.id.as_str(), &factor.name.zh));
    for preset in presets::all() {
        let project = preset.project().unwrap();
        name(preset.id, &project.product.name.zh);
        project
            .product
            .parts
            .iter()
            .for_each(|part| name(preset.id, &part.name.zh));
        project
            .pathways
            .iter()
            .for_each(|pathway| name(preset.id, &pathway.name.zh));
    }
    let guides = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/guide/zh");
    for file in std::fs::read_dir(guides).unwrap() {
        let path = file.unwrap().path();
        let whole = std::fs::read_to_string(&path).unwrap();
        let lines = whole.lines().enumerate();
        // Formulas are set as formulas are, headings begin with their number.
        let lines = lines.filter(|(_, line)| !line.contains(['`', '|', '$', '=', '#']));
        all.extend(lines.map(|(at, line)| (format!("{}:{}", path.display(), at + 1), line.to_owned())));
    }
    all
}

const UNITS: [&str; 14] = [
    "%", "kg", "g", "t", "kt", "mm", "cm", "m²", "m³", "㎡", "MiB", "kWh", "工时", "万",
];

/// What is wrong with the units of one Chinese text.
fn unit_faults(text: &str) -> Vec<String> {
    let letters: Vec<char> = text.chars().collect();
    let mut found = Vec::new();
    for at in 1..letters.len() {
        let (before, here) = (letters[at - 1], letters[at]);
        let rest: String = letters[at..].iter().collect();
        let ends = |unit: &str, rest: &str| {
            rest.strip_prefix(unit)
                .is_some_and(|after| !after.starts_with(|next: char| next.is_ascii_alphanumeric()))
        };
        if before.is_ascii_digit() && ends("h", &rest) {
            found.push(format!("h after a figure: {text}"));
        }
        if before.is_ascii_digit() && matches!(here, ' ' | '\u{202F}' | '\u{A0}') {
            let rest: String = letters[at + 1..].iter().collect();
            if UNITS.iter().any(|unit| ends(unit, &rest)) {
                found.push(format!("a gap before the unit: {text}"));
            }
        }
    }
    found
}

#[test]
fn units_stand_close_to_their_figures_and_hours_are_no_h() {
    let mut found = Vec::new();
    for (name, text) in texts() {
        found.extend(
            unit_faults(&text)
                .into_iter()
                .map(|what| format!("{name}: {what}")),
        );
    }
    assert!(found.is_empty(), "{}\n{}", found.len(), found.join("\n"));
    assert_eq!(unit_faults("9–25h").len(), 1);
    assert_eq!(unit_faults("至多8 MiB").len(), 1);
    assert!(unit_faults("25h2o、0.025m³、30%").is_empty());
}

/// Wherever a line has to end, no opening bracket ends it, no stop begins the next, and figure and unit stay together.
#[test]
fn no_line_ends_where_none_may() {
    let mut wrong = BTreeSet::new();
    for (name, text) in texts() {
        let text = text.replace("{n}", "30").replace(['{', '}'], "");
        for room in [6_u8, 9, 13, 22] {
            let wide = |letter: char| if letter.is_ascii() { 1.0 } else { 2.0 };
            let lines = broken(&text, f32::from(room), wide);
            let lines: Vec<&str> = lines.lines().collect();
            for pair in lines.windows(2) {
                let (above, below) = (pair[0], pair[1]);
                let is_wrong = above.ends_with(['（', '“', '《', '【'])
                    || below.starts_with([
                        '）', '”', '》', '】', '，', '。', '、', '；', '：', '%', '？', '！',
                    ])
                    || above.ends_with("工时") && below.starts_with('/')
                    || above.ends_with('工') && below.starts_with('时')
                    || above.ends_with(|last: char| last.is_ascii_digit())
                        && below.starts_with(['工', '万', '件', '次', '个', '%', '\u{202F}']);
                if is_wrong {
                    wrong.insert(format!("{name}: {above:?} | {below:?}"));
                }
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "{}\n{}",
        wrong.len(),
        wrong.into_iter().collect::<Vec<_>>().join("\n")
    );
}

/// Items of a list are parted by 、 and not by a half-width comma; a hyphen is as narrow as it is drawn.
#[test]
fn lists_are_parted_by_their_own_sign() {
    for (name, text) in texts() {
        let is_han =
            |letter: Option<char>| letter.is_some_and(|letter| ('\u{4e00}'..='\u{9fff}').contains(&letter));
        for (at, _) in text.match_indices([',', '･', '､']) {
            let before = text[..at].chars().next_back();
            let after = text[at + 1..].trim_start().chars().next();
            assert!(!is_han(before) || !is_han(after), "{name}: {text}");
        }
    }
    assert_eq!(reloom::text::Lang::Zh.comma(), "、");
}

#[test]
fn hyphens_have_their_own_width() {
    let ctx = egui::Context::default();
    fonts::install(&ctx);
    ctx.run_ui(egui::RawInput::default(), |_| {})
        .textures_delta
        .clear();
    let font = egui::FontId::proportional(16.0);
    let width = |letter: char| ctx.fonts_mut(|fonts| fonts.glyph_width(&font, letter));
    assert!(width('-') < 0.85 * width('0'), "{} of {}", width('-'), width('0'));
    assert!((width('1') - width('0')).abs() < 0.01, "figures stand in columns");
    assert!(width('–') > width('-'));
}
