//! Composition labels: the agreed cases, the forms around them, and any text at all.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test stops at what cannot be"
)]

use proptest::prelude::*;
use reloom::intake::label::{Label, Severity, parse};
use reloom::text::Lang;

/// `shell: cotton=95;elastane=5 | lining: polyester=100`, recycled as `~100` after the percentage.
fn short(label: &Label) -> String {
    let parts = label.parts.iter().map(|part| {
        let fibres: Vec<String> = part
            .fibres
            .iter()
            .map(|fibre| {
                let recycled = if fibre.recycled_percent > 0.0 {
                    format!("~{}", fibre.recycled_percent)
                } else {
                    String::new()
                };
                format!("{}={}{recycled}", fibre.id, fibre.percent)
            })
            .collect();
        let role = if part.role.is_some() {
            format!("{}: ", part.role_key())
        } else {
            String::new()
        };
        let gsm = part.gsm.map(|gsm| format!(" @{gsm}")).unwrap_or_default();
        format!("{role}{}{gsm}", fibres.join(";"))
    });
    parts.collect::<Vec<_>>().join(" | ")
}

fn kinds(label: &Label) -> Vec<&'static str> {
    label
        .findings
        .iter()
        .filter(|finding| finding.is_doubt())
        .map(reloom::intake::label::Finding::kind)
        .collect()
}

#[test]
fn the_agreed_cases() {
    let mut reader = csv::Reader::from_reader(&include_bytes!("fixtures/composition_cases.csv")[..]);
    let mut count = 0;
    for record in reader.records() {
        let record = record.expect("a case");
        let (input, note) = (&record[0], &record[2]);
        let expected = record[1]
            .replace(" recycled=100", "~100")
            .replace(" recycled=0", "");
        let label = parse(input);
        assert_eq!(short(&label), expected, "{input}");
        let doubts = kinds(&label);
        let expected = match note {
            note if note.starts_with("ERROR sum") => vec!["sum"],
            note if note.starts_with("ERROR unknown") => vec!["unknown_fibre"],
            note if note.starts_with("other ->") => vec!["other_fibres"],
            _ => Vec::new(),
        };
        assert_eq!(doubts, expected, "{input}");
        count += 1;
    }
    assert_eq!(count, 19);
}

/// Label, and what it reads as.
const FORMS: &[(&str, &str)] = &[
    ("95%棉 5%氨纶, 180g/㎡", "cotton=95;elastane=5 @180"),
    (
        "９５％棉　５％氨纶，克重：１８０ｇ／㎡",
        "cotton=95;elastane=5 @180",
    ),
    ("Cotton 95% Spandex 5% 180gsm", "cotton=95;elastane=5 @180"),
    ("95% COTTON, ELASTANE 5%, 180 g/m2", "cotton=95;elastane=5 @180"),
    ("95cotton 5lycra", "cotton=95;elastane=5"),
    ("95% CO 5% EL", "cotton=95;elastane=5"),
    ("65% PES / 35% CO", "polyester=65;cotton=35"),
    ("65%涤纶 35%棉", "polyester=65;cotton=35"),
    ("80%尼龙，20%莱卡", "polyamide=80;elastane=20"),
    ("腈纶70%羊毛30%", "acrylic=70;wool=30"),
    ("T/C 65/35", "polyester=65;cotton=35"),
    ("65/35 T/C", "polyester=65;cotton=35"),
    ("TC 80/20 110gsm", "polyester=80;cotton=20 @110"),
    ("T65/C35", "polyester=65;cotton=35"),
    ("T/R/SP 65/33/2", "polyester=65;viscose=33;elastane=2"),
    ("60/40 cotton/poly", "cotton=60;polyester=40"),
    ("60/40 cotton poly", "cotton=60;polyester=40"),
    ("cotton/polyester 60/40", "cotton=60;polyester=40"),
    ("60%/40% cotton/nylon", "cotton=60;polyamide=40"),
    ("涤棉65/35", "polyester=65;cotton=35"),
    ("涤/棉 65/35", "polyester=65;cotton=35"),
    (
        "Shell: T/C 65/35; Lining: 100% polyester",
        "shell: polyester=65;cotton=35 | lining: polyester=100",
    ),
    (
        "shell 100% cotton lining 100% polyester",
        "shell: cotton=100 | lining: polyester=100",
    ),
    (
        "100% cotton shell, 100% polyester lining",
        "shell: cotton=100 | lining: polyester=100",
    ),
    (
        "面料 100%棉\n里料 100%涤纶\n填充物 90%白鸭绒 10%羽毛",
        "shell: cotton=100 | lining: polyester=100 | filling: down=90;feather=10",
    ),
    (
        "面料成分：65%聚酯纤维（涤纶） 35%棉；罗纹：95%棉 5%氨纶",
        "shell: polyester=65;cotton=35 | rib: cotton=95;elastane=5",
    ),
    ("100% polyester, 100% cotton", "polyester=100 | cotton=100"),
    ("97,5% coton? 2,5% elastane", "cotton=97.5;elastane=2.5"),
    ("100%再生聚酯纤维", "polyester=100~100"),
    ("100%再生锦纶", "polyamide=100~100"),
    ("100% rPET", "polyester=100~100"),
    ("100%聚酯纤维（循环再利用）", "polyester=100~100"),
    ("聚酯纤维100%（循环再利用）", "polyester=100~100"),
    (
        "60% cotton 40% recycled polyester (GRS)",
        "cotton=60;polyester=40~100",
    ),
    ("100%再生纤维素纤维", "viscose=100"),
    ("100%再生纤维素纤维（莱赛尔纤维）", "lyocell=100"),
    ("100% regenerated cellulose fibre", "viscose=100"),
    ("100% regenerated nylon", "polyamide=100~100"),
    ("polyester 100% (of which 50% recycled)", "polyester=100~50"),
    ("100%棉 含微量氨纶", "cotton=100"),
    ("100% wool, traces of elastane", "wool=100"),
    ("94% cotton, polyamide 6%", "cotton=94;polyamide=6"),
    ("棉94%锦纶6%", "cotton=94;polyamide=6"),
    ("100% polyamide 6", "pa6=100"),
    ("85% PA66 15% EL", "pa66=85;elastane=15"),
    ("85%锦纶66 15%氨纶", "pa66=85;elastane=15"),
    ("95%棉 5%氨纶 / 95% cotton 5% elastane", "cotton=95;elastane=5"),
    ("棉 Cotton 95% 氨纶 Elastane 5%", "cotton=95;elastane=5"),
    ("Shell: 100% cotton\n面料：100%棉", "shell: cotton=100"),
    ("Cotton (95%), Elastane (5%)", "cotton=95;elastane=5"),
    ("cotton 95%;\nelastane 5%", "cotton=95;elastane=5"),
    ("cotton=95; elastane=5", "cotton=95;elastane=5"),
    ("100% cotton poplin 40s x 40s, 12 oz", "cotton=100 @406.868964"),
    (
        "100% cotton OEKO-TEX Standard 100, 180-200 gsm",
        "cotton=100 @190",
    ),
    ("纯棉", "cotton=100"),
    ("100% down-proof cotton", "cotton=100"),
    ("含棉95%，氨纶5%", "cotton=95;elastane=5"),
    ("丝光棉 100%", "cotton=100"),
    ("100% nylon 210T taffeta", "polyamide=100"),
    ("200克 100%棉", "cotton=100 @200"),
];

#[test]
fn the_forms_around_them() {
    let wrong: Vec<String> = FORMS
        .iter()
        .map(|(input, expected)| (input, expected, short(&parse(input))))
        .filter(|(_, expected, found)| **expected != found)
        .map(|(input, expected, found)| format!("{input:?}: expected {expected}, found {found}"))
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn what_is_doubtful_is_asked() {
    let cases = [
        ("", vec!["empty"]),
        ("care label", vec!["empty"]),
        ("cotton", vec!["no_percent"]),
        ("95% cotton, elastane", vec!["sum", "no_percent"]),
        ("95% cotton 5.5% elastane", vec![]),
        ("95% cotton 5.6% elastane", vec!["sum"]),
        ("99.4% cotton", vec!["sum"]),
        ("cotton polyester 50/30/20", vec!["ratio", "no_percent"]),
        ("100% recycled fibre", vec!["unknown_fibre"]),
        ("100%再生纤维", vec!["unknown_fibre"]),
        ("96% cotton 4% other fibres", vec![]),
        ("100% cotton polyester", vec!["two_fibres"]),
        ("100% polyester (50% recycled)", vec!["recycled_share"]),
        ("95% cotton 5%", vec!["no_name"]),
    ];
    for (input, expected) in cases {
        assert_eq!(kinds(&parse(input)), expected, "{input}");
    }
    let notes = |input: &str| -> Vec<&str> {
        let label = parse(input);
        assert!(!label.is_doubtful(), "{input}");
        label
            .findings
            .iter()
            .map(reloom::intake::label::Finding::kind)
            .collect()
    };
    assert_eq!(notes("100%棉 含微量氨纶"), ["trace"]);
    assert_eq!(notes("100% cashmere"), ["counted_as"]);
    assert_eq!(notes("CVC 60/40"), ["shorthand"]);
    assert_eq!(notes("100% polyester GRS"), ["certificate"]);
    assert_eq!(notes("95%棉 5%氨纶; 95% cotton 5% elastane"), ["repeated"]);
}

#[test]
fn certificates_are_remembered() {
    let label = parse("100% recycled polyester (GRS), OEKO-TEX Standard 100; GOTS");
    assert_eq!(label.parts[0].certificates, ["GRS", "OEKO-TEX", "GOTS"]);
}

#[test]
fn an_unknown_fibre_gets_at_most_five_suggestions() {
    let label = parse("95% cotton 5% unobtainium");
    let finding = label.findings.first().expect("a finding");
    assert_eq!(finding.severity(), Severity::Error);
    assert_eq!(finding.suggestions.len(), 5);
    for lang in Lang::ALL {
        assert!(finding.text(lang).contains("unobtainium"));
    }
    let label = parse("100%莱赛儿");
    let finding = label.findings.first().expect("a finding");
    assert_eq!(finding.suggestions[0].as_str(), "lyocell");
}

/// Scraps of labels in any order, to come near to real ones.
fn scraps() -> impl Strategy<Value = String> {
    let scrap = prop::sample::select(vec![
        "95",
        "%",
        "5%",
        "/",
        "60/40",
        "cotton",
        "棉",
        "氨纶",
        "elastane",
        "unobtainium",
        "；",
        ";",
        "\n",
        "：",
        "面料",
        "shell",
        "lining",
        "里料",
        "（",
        "）",
        "(",
        "recycled",
        "再生",
        "循环再利用",
        "GRS",
        "180g/㎡",
        "gsm",
        "克",
        "-",
        ",",
        " ",
        "含微量",
        "trace of",
        "CVC",
        "T",
        "C",
        "其他纤维",
        "PA",
        "6",
        "纯",
        ".",
        "g",
        "oz",
        "1e9",
        "99999999999999999",
    ]);
    prop::collection::vec(scrap, 0..40).prop_map(|scraps| scraps.concat())
}

proptest! {
    #[test]
    fn any_text_is_read(text in any::<String>()) {
        check(&text);
    }

    #[test]
    fn any_scraps_are_read(text in scraps()) {
        check(&text);
    }

    #[test]
    fn spaces_between_do_not_matter(a in 1_u8..99, gap in "[ \u{3000}]{1,3}") {
        let b = 100 - a;
        let plain = parse(&format!("{a}% cotton {b}% viscose"));
        let wide = parse(&format!("{a}%{gap}cotton{gap}{b}%{gap}viscose"));
        prop_assert_eq!(short(&plain), short(&wide));
        prop_assert!(!plain.is_doubtful());
    }
}

fn check(text: &str) {
    let label = parse(text);
    for part in &label.parts {
        for fibre in &part.fibres {
            assert!(fibre.percent.is_finite() && fibre.percent >= 0.0, "{text}");
            assert!((0.0..=100.0).contains(&fibre.recycled_percent), "{text}");
        }
        let off = !part.fibres.is_empty() && (part.sum() - 100.0).abs() > 0.51;
        assert!(!off || label.is_doubtful(), "{text}");
    }
    for finding in &label.findings {
        assert!(finding.suggestions.len() <= 50, "{text}");
        for lang in Lang::ALL {
            assert!(!finding.text(lang).is_empty());
        }
    }
}

#[test]
fn long_texts_are_cut_and_said() {
    let text = "95% unobtainium ".repeat(10_000);
    let label = parse(&text);
    assert_eq!(kinds(&label)[0], "too_long");
}
