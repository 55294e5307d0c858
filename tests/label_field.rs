//! Composition labels as they are found: published ones, their kinds in other words, and every word of the tables.

#![allow(clippy::print_stdout, reason = "the counts are what the test is asked for")]

use reloom::cli::{Cli, LangArg, Usage};
use reloom::intake::label::{Finding, Label, LabelPart, Tongue, parse};
use reloom::text::Lang;
use std::fmt::Write as _;

/// `shell: cotton=95;elastane=5 | lining: polyester=100`, recycled as `recycled=100` behind the share.
fn short(label: &Label) -> String {
    let parts = label.parts.iter().map(|part| {
        let fibres = part.fibres.iter().map(|fibre| {
            let mut text = format!("{}={}", fibre.id, fibre.percent);
            if fibre.recycled_percent > 0.0 {
                let _ = write!(text, " recycled={}", fibre.recycled_percent);
            }
            text
        });
        let fibres = fibres.collect::<Vec<_>>().join(";");
        match part.role {
            Some(_) => format!("{}: {fibres}", part.role_key()),
            None => fibres,
        }
    });
    parts.collect::<Vec<_>>().join(" | ")
}

/// How often each came out.
#[derive(Debug, Default, PartialEq)]
pub struct Counts {
    pub right: usize,
    pub rightly_asked: usize,
    pub asked: usize,
    pub wrong: usize,
}

/// Reads every row; what is wrong is said at once.
fn count(table: &[u8]) -> Counts {
    let mut counts = Counts::default();
    let mut wrong = String::new();
    for record in csv::Reader::from_reader(table).records() {
        let record = record.unwrap();
        let (input, expected) = (&record[0], &record[1]);
        let label = parse(input);
        let found = short(&label);
        match (expected == "ASK", label.is_doubtful()) {
            (true, true) => counts.rightly_asked += 1,
            (false, true) => counts.asked += 1,
            (false, false) if found == expected => counts.right += 1,
            _ => {
                counts.wrong += 1;
                let _ = writeln!(wrong, "{input:?}: expected {expected}, found {found}");
            }
        }
    }
    assert_eq!(wrong, "");
    counts
}

/// The counts of the published labels.
pub fn published() -> Counts {
    count(include_bytes!("fixtures/field/labels.csv"))
}

/// The same kinds in other words: written for this test, the reading worked out by hand.
#[test]
fn their_kinds_in_other_words() {
    let counts = count(include_bytes!("fixtures/label_variants.csv"));
    println!("{counts:?}");
    assert_eq!((counts.asked, counts.wrong), (0, 0));
    assert!(counts.right > 180 && counts.rightly_asked > 50, "{counts:?}");
}

/// Language, meaning and words of each row of a table.
fn rows(table: &str) -> Vec<(&str, &str, Vec<&str>)> {
    let lines = table.lines().filter(|line| !line.starts_with('#'));
    let cells = lines.map(|line| line.split('\t').collect::<Vec<_>>());
    cells
        .map(|cells| (cells[0], cells[1], cells[3].split('|').collect()))
        .collect()
}

const FIBRES: &str = include_str!("../assets/data/label_fibres.tsv");
const WORDS: &str = include_str!("../assets/data/label_words.tsv");

#[test]
fn every_name_of_the_table_reads_as_its_fibre_or_is_asked() {
    let mut wrong = String::new();
    let (mut read, mut asked) = (0, 0);
    for (code, meaning, words) in rows(FIBRES) {
        let id = meaning.split(':').next().unwrap();
        for word in words {
            let word = if code == "code" {
                word.to_uppercase()
            } else {
                word.to_owned()
            };
            for text in [format!("100% {word}"), format!("{} 100%", word.to_uppercase())] {
                let label = parse(&text);
                let fibres: Vec<&str> = label
                    .parts
                    .iter()
                    .flat_map(|part| &part.fibres)
                    .map(|fibre| fibre.id.as_str())
                    .collect();
                if label.is_doubtful() {
                    asked += 1;
                } else if fibres == [id] {
                    read += 1;
                } else {
                    let _ = writeln!(wrong, "{code} {text:?}: expected {id}, found {fibres:?}");
                }
            }
        }
    }
    println!("{read} read, {asked} asked");
    assert_eq!(wrong, "");
    assert!(asked * 12 < read, "{asked} of {read} asked");
}

#[test]
fn every_heading_of_the_table_reads_as_its_part_or_is_asked() {
    let mut wrong = String::new();
    let (mut read, mut asked) = (0, 0);
    let wide = |role: &str| -> &'static str {
        match role {
            "membrane" | "coating" => "coating",
            "pocketing" | "lining" => "lining",
            "hood" | "back" | "shell" => "shell",
            "interlining" | "embroidery" | "fur" | "lace" | "collar" | "trim" => "trim",
            "mesh" => "whole",
            "rib" => "rib",
            "filling" | "insulation" => "filling",
            _ => "thread",
        }
    };
    let no_part = [
        "exclude",
        "recycled",
        "organic",
        "virgin",
        "of_which",
        "percent",
        "animal_parts",
        "composition",
    ];
    for (code, meaning, words) in rows(WORDS)
        .into_iter()
        .filter(|(_, meaning, _)| !no_part.contains(meaning))
    {
        for word in words {
            let text = format!("{word}: 100% polyurethane");
            let label = parse(&text);
            let roles: Vec<&str> = label.parts.iter().map(LabelPart::role_key).collect();
            // In a cloth of one part fur and lace are trims; a mesh alone is the whole.
            if label.is_doubtful() {
                asked += 1;
            } else if roles == [wide(meaning)] {
                read += 1;
            } else {
                let _ = writeln!(wrong, "{code} {text:?}: expected {meaning}, found {roles:?}");
            }
        }
    }
    println!("{read} read, {asked} asked");
    assert_eq!(wrong, "");
    assert!(asked * 8 < read, "{asked} of {read} asked");
}

#[test]
fn every_exclusion_of_the_table_is_a_note() {
    let mut wrong = String::new();
    for (code, _, words) in rows(WORDS)
        .into_iter()
        .filter(|(_, meaning, _)| *meaning == "exclude")
    {
        for word in words {
            let label = parse(&format!("100% polyester, {word}"));
            let notes = label
                .findings
                .iter()
                .filter(|finding| finding.kind() == "excluded")
                .count();
            if label.is_doubtful() || notes != 1 || short(&label) != "polyester=100" {
                let _ = writeln!(wrong, "{code} {word}: {} {:?}", short(&label), label.findings);
            }
        }
    }
    assert_eq!(wrong, "");
}

#[test]
fn a_reading_in_another_language_says_so_once() {
    for (text, codes, word) in [
        ("95% Baumwolle 5% Elasthan", vec!["de"], "Baumwolle"),
        (
            "80% bavlna 20% polyester; podšívka: 100% viskóza",
            vec!["cs"],
            "bavlna",
        ),
        ("95 % puuvillaa, 5 % elastaania", vec!["fi"], "puuvillaa"),
        ("綿95% ポリウレタン5%", vec!["ja"], "ポリウレタン"),
        ("95% cotton 5% elastane", vec![], ""),
        ("95%棉 5%氨纶", vec![], ""),
    ] {
        let label = parse(text);
        let said: Vec<_> = label
            .findings
            .iter()
            .filter(|finding| finding.kind() == "read_in")
            .collect();
        assert_eq!(said.len(), usize::from(!codes.is_empty()), "{text}: {said:?}");
        if let Some(finding) = said.first() {
            let reloom::intake::label::Problem::ReadIn(tongues) = &finding.problem else {
                panic!("{finding:?}");
            };
            let found: Vec<&str> = tongues.iter().map(|(tongue, _)| tongue.code()).collect();
            assert_eq!(found, codes, "{text}");
            assert!(
                Lang::ALL.iter().all(|lang| finding.text(*lang).contains(word)),
                "{text}"
            );
        }
    }
    assert_eq!(Tongue::all().count(), 37);
}

#[test]
fn a_language_that_is_not_known_is_said_and_not_guessed() {
    for text in ["100% ბამბა", "100% כותנה"] {
        let label = parse(text);
        let kinds: Vec<&str> = label.findings.iter().map(Finding::kind).collect();
        assert!(kinds.contains(&"unknown_language"), "{text}: {kinds:?}");
        assert!(
            label
                .findings
                .iter()
                .all(|finding| finding.suggestions.is_empty()),
            "{text}"
        );
    }
}

#[test]
fn measures_beside_fibres_come_out_in_their_unit() {
    let close = |one: Option<f64>, other: f64| one.is_some_and(|one| (one - other).abs() < 0.05);
    let first = |text: &str| parse(text).parts.into_iter().next().unwrap_or_default();
    assert!(close(first("100% cotton poplin 120 GSM 58\"").gsm, 120.0));
    assert!(close(first("100% cotton poplin 120 GSM 58\"").width_m, 1.4732));
    assert!(close(first("100% cotton 57/58\" 260G").width_m, 1.4605));
    assert!(close(first("100% cotton 150cm*240g").gsm, 240.0));
    assert!(close(first("100% cotton 150cm*240g").width_m, 1.5));
    assert!(close(first("100% cotton 5.3 oz/yd²").gsm, 179.7));
    // 182 g per yard of 58 inches: 182 / 0.9144 / 1.4732 = 135.1 g/m².
    assert!(close(first("100% cotton, width 58 in, 182g/yd").gsm, 135.1));
    assert_eq!(first("100% cotton 182g/yd").gsm, None);
    let filled = parse("面料：100%锦纶 填充物：90%白鸭绒 10%鸭毛 充绒量：150g");
    assert_eq!(filled.parts[1].filling_g, Some(150.0));
    assert_eq!(filled.parts[1].gsm, None);
}

fn read(line: &[&str]) -> Result<Cli, Usage> {
    let arguments: Vec<std::ffi::OsString> = line.iter().map(std::ffi::OsString::from).collect();
    reloom::cli::parse(&arguments)
}

#[test]
fn the_language_is_accepted_before_and_behind_every_command() {
    let commands: [&[&str]; 10] = [
        &["presets"],
        &["assess", "preset:tshirt"],
        &["check", "preset:tshirt"],
        &["calc", "fte", "fte_per_kt=20"],
        &["model", "preset:tshirt", "--pathway", "now"],
        &["parse-label", "100% cotton"],
        &["import", "table.csv", "-o", "out.ron"],
        &["diagram", "preset:tshirt", "--pathway", "now", "-o", "out.svg"],
        &["terms", "--csv"],
        &["bench"],
    ];
    for words in commands {
        for (before, behind) in [(true, false), (false, true)] {
            let lang = |there: bool| if there { &["--lang", "zh"][..] } else { &[] };
            let line = [&["reloom"][..], lang(before), words, lang(behind)].concat();
            let cli = read(&line).unwrap_or_else(|error| panic!("{line:?}: {error:?}"));
            assert_eq!(cli.lang, Some(LangArg::Zh), "{line:?}");
            assert!(cli.command.is_some(), "{line:?}");
        }
    }
    assert!(
        read(&["reloom", "a.ron", "presets"]).is_err(),
        "a file and a command"
    );
    assert_eq!(
        read(&["reloom", "--lang", "en", "a.ron"])
            .unwrap()
            .file
            .as_deref(),
        Some(std::ffi::OsStr::new("a.ron"))
    );
}

#[test]
fn every_character_of_the_tables_has_a_glyph() {
    let ctx = egui::Context::default();
    reloom::ui::fonts::install(&ctx);
    ctx.run_ui(egui::RawInput::default(), |_| {})
        .textures_delta
        .clear();
    let folded = |text: &str| format!("{text}{}", text.to_uppercase());
    let mut missing: Vec<char> = Vec::new();
    let ks = include_str!("../assets/data/synonyms.ron");
    for c in [FIBRES, WORDS, ks]
        .iter()
        .flat_map(|table| folded(table).chars().collect::<Vec<_>>())
    {
        let font = egui::FontId::proportional(16.0);
        let drawn = c.is_whitespace() || c.is_control() || ctx.fonts_mut(|fonts| fonts.has_glyph(&font, c));
        if !drawn && !missing.contains(&c) {
            missing.push(c);
        }
    }
    assert_eq!(missing, Vec::<char>::new());
}
