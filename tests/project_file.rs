//! The project file: released versions open, errors name their place, nothing is lost on the way to disk and back.

#![expect(clippy::expect_used, clippy::panic, reason = "helpers of a test")]

use crate::projects;

use projects::{number, projects, words};
use proptest::collection::{btree_map, vec};
use proptest::prelude::*;
use reloom::model::*;
use reloom::project_file::{
    Flag, Named, Read, ReadError, Rows, SyntaxFault, VERSION, ValueFault, WriteError, limit, read,
    unknown_ids, write,
};
use reloom::quantity::Share;
use reloom::text::Lang;
use std::collections::BTreeMap;

const EVERYTHING: &str = include_str!("files/v2/everything.ron");
const MINIMAL: &str = include_str!("files/v2/minimal.ron");

/// Files of every released version.
const RELEASED: [(&str, &str); 4] = [
    ("everything of version 1", include_str!("files/v1/everything.ron")),
    ("the least of version 1", include_str!("files/v1/minimal.ron")),
    ("everything of version 2", EVERYTHING),
    ("the least of version 2", MINIMAL),
];

/// A jacket of one part and one pathway; lines are counted in the tests below.
const JACKET: &str = r#"(
    version: 2,
    id: "jacket",
    product: (
        kind: "coat", made_in: "CN", used_in: "CN", pieces_per_year: 1000.0,
        parts: [
            (id: "shell", role: shell, mass_kg: 0.4, construction: woven, removable: no, making: bought, fibres: [
                (fibre: "cotton", share: 0.6),
                (fibre: "polyester", share: 0.4),
            ]),
        ],
    ),
    pathways: [
        (id: "today", start: "use", max_lives: lives(3), stages: [
            (id: "use", kind: use, place: "CN", exits: [(to: "gone", share: 1.0)]),
            (id: "gone", kind: end(landfill), place: "CN"),
        ]),
    ],
    baseline: "today",
    seed: 7,
)"#;

fn project() -> Project {
    read(JACKET.as_bytes()).expect("the jacket opens").project
}

/// The error of the jacket with `from` replaced by `to`.
fn refused(from: &str, to: &str) -> ReadError {
    assert!(JACKET.contains(from), "{from}");
    read(JACKET.replacen(from, to, 1).as_bytes()).expect_err(to)
}

fn at_line(error: &ReadError) -> usize {
    error.place().expect("a place").line
}

fn fault(error: ReadError) -> (usize, String, ValueFault) {
    match error {
        ReadError::Value {
            line, path, fault, ..
        } => (line, path, fault),
        other => panic!("not a value error: {other:?}"),
    }
}

#[test]
fn every_released_file_still_opens() {
    for (name, text) in RELEASED {
        let first = read(text.as_bytes()).unwrap_or_else(|error| panic!("{name}: {error}"));
        let values = Some(&first.library_values);
        let written = write(&first.project, values).unwrap_or_else(|error| panic!("{name}: {error}"));
        let newest = Read {
            version: VERSION,
            ..first
        };
        assert_eq!(read(written.as_bytes()).expect("its own text"), newest, "{name}");
    }
}

#[test]
fn everything_is_read_as_it_stands() {
    let read = read(EVERYTHING.as_bytes()).expect("opens");
    let project = &read.project;
    assert_eq!(project.id, "every \"thing\"");
    assert_eq!(project.seed, u64::MAX);
    assert_eq!(project.product.name, Name::new("Everything!\ttab", "全套"));
    assert_eq!(
        project.product.wears,
        Some(Estimate {
            value: 100.0,
            range: Some((70.0, 150.5))
        })
    );
    let shell = &project.product.parts[0];
    assert!(shell.finishes.coated && shell.finishes.laminated && shell.finishes.printed);
    assert_eq!(shell.fibres[0].feedstock.origin, Origin::TextilePostConsumer);
    assert_eq!(shell.fibres[0].feedstock.route, Some(RouteId::from("chem_pet")));
    assert_eq!(
        shell.fibres[2].feedstock.sustained,
        Share::new(0.75).expect("a share")
    );
    let roles: Vec<Role> = project.product.parts.iter().map(|part| part.role).collect();
    assert_eq!(roles, Role::ALL);
    assert_eq!(project.pathways[0].max_lives, MaxLives::Unlimited);
    assert_eq!(project.pathways[1].max_lives, MaxLives::Lives(1000));
    assert!(project.pathways[0].stages[0].exits[0].pinned);
    assert_eq!(
        read.library_values[&FactorId::from("work.sorting.CN")].to_bits(),
        15.0_f64.to_bits()
    );
    assert_eq!(read.flags, []);
}

#[test]
fn the_version_comes_first_and_only_then_the_rest() {
    let text = write(&project(), None).expect("writes");
    let body: Vec<&str> = text.lines().filter(|line| !line.starts_with("//")).collect();
    assert_eq!(body[..3], ["#![enable(implicit_some)]", "(", "    version: 2,"]);
    assert_eq!(VERSION, 2);
    let swapped = JACKET.replacen(
        "version: 2,\n    id: \"jacket\",",
        "id: \"jacket\",\n    version: 2,",
        1,
    );
    assert!(matches!(
        read(swapped.as_bytes()),
        Err(ReadError::NoVersion { line: 2, column: 5 })
    ));
    for text in [
        "",
        "()",
        "(version: one)",
        "(version: 0)",
        "[1]",
        "(version)",
        "hello",
    ] {
        assert!(
            matches!(read(text.as_bytes()), Err(ReadError::NoVersion { .. })),
            "{text}"
        );
    }
}

#[test]
fn a_newer_version_is_refused_unread() {
    let error = read(b"(version: 3, nothing here that version 2 could read ]").expect_err("newer");
    assert_eq!(error, ReadError::Newer { found: 3, newest: 2 });
    for lang in [Lang::En, Lang::Zh] {
        let text = error.text(lang);
        assert!(text.contains('3') && text.contains('2'), "{text}");
    }
}

#[test]
fn a_share_above_one_is_refused_at_its_line() {
    let (line, path, fault) = fault(refused("share: 0.4", "share: 1.5"));
    assert_eq!((line, fault), (9, ValueFault::Share(1.5)));
    assert_eq!(path, "product.parts[shell].fibres[polyester].share");
    let error = refused("share: 0.4", "share:\n\n   1.5");
    assert_eq!(
        error.place().map(|place| (place.line, place.column)),
        Some((11, 4))
    );
    let (line, path, _) = self::fault(refused("share: 1.0", "share: -0.1"));
    assert_eq!(
        (line, path.as_str()),
        (15, "pathways[today].stages[use].exits[gone].share")
    );
}

#[test]
fn values_out_of_range_are_refused_where_they_stand() {
    let cases = [
        ("mass_kg: 0.4", "mass_kg: -0.4", 7, ValueFault::Negative(-0.4)),
        ("mass_kg: 0.4", "mass_kg: NaN", 7, ValueFault::NotFinite),
        ("mass_kg: 0.4", "mass_kg: 1e400", 7, ValueFault::NotFinite),
        ("1000.0", "-inf", 5, ValueFault::NotFinite),
        ("lives(3)", "lives(0)", 14, ValueFault::Lives(0)),
        ("lives(3)", "lives(1001)", 14, ValueFault::Lives(1001)),
        (
            "seed: 7",
            "overrides: {\"a\": (value: inf)}, seed: 7",
            20,
            ValueFault::NotFinite,
        ),
        (
            "seed: 7",
            "seed: 7, library_values: {\"a\": NaN}",
            20,
            ValueFault::NotFinite,
        ),
    ];
    for (from, to, line, expected) in cases {
        let (found, _, fault) = fault(refused(from, to));
        assert_eq!((found, fault), (line, expected), "{to}");
    }
}

#[test]
fn unknown_and_missing_keys_and_words_are_refused_by_name() {
    let (line, path, unknown) = fault(refused("mass_kg: 0.4", "mass_g: 400"));
    assert_eq!((line, path.as_str()), (7, "product.parts[shell]"));
    assert!(matches!(unknown, ValueFault::UnknownKey { found, .. } if found == "mass_g"));
    let (line, _, missing) = fault(refused("mass_kg: 0.4, ", ""));
    assert_eq!((line, missing), (7, ValueFault::Missing("mass_kg".to_owned())));
    let (_, _, word) = fault(refused("end(landfill)", "end(moon)"));
    assert!(matches!(word, ValueFault::UnknownWord { found, .. } if found == "moon"));
    let (line, _, twice) = fault(refused("seed: 7", "seed: 7, seed: 8"));
    assert_eq!((line, twice), (20, ValueFault::KeyTwice("seed".to_owned())));
}

#[test]
fn ids_that_stand_twice_are_refused_at_the_second() {
    let twice = |rows, id: &str| ValueFault::Twice {
        rows,
        id: id.to_owned(),
    };
    let shell = "]),\n        ],\n    ),\n    pathways";
    let second = "]),\n        (role: shell, mass_kg: 0.4, construction: woven, removable: no,\n        id: \"shell\", making: bought)],\n    ),\n    pathways";
    let (line, path, fault) = fault(refused(shell, second));
    assert_eq!(
        (line, path.as_str(), fault),
        (12, "product.parts", twice(Rows::Parts, "shell"))
    );
    let (line, path, fault) = self::fault(refused("id: \"gone\"", "id: \"use\""));
    assert_eq!(
        (line, path.as_str(), fault),
        (16, "pathways[today].stages", twice(Rows::Stages, "use"))
    );
    let stages = "            (id: \"gone\", kind: end(landfill), place: \"CN\"),\n        ]),";
    let again =
        format!("{stages}\n        (id: \"today\", start: \"use\", max_lives: unlimited, stages: []),");
    let (line, path, fault) = self::fault(refused(stages, &again));
    assert_eq!(
        (line, path.as_str(), fault),
        (18, "pathways", twice(Rows::Pathways, "today"))
    );
    let (line, _, fault) = self::fault(refused(
        "seed: 7",
        "overrides: {\n\"a\": (value: 1),\n\"a\": (value: 2)}, seed: 7",
    ));
    assert_eq!((line, fault), (22, twice(Rows::Overrides, "a")));
}

#[test]
fn counts_and_size_have_a_limit() {
    let part = |n: usize| {
        format!("(id: \"p{n}\", role: trim, mass_kg: 0, construction: yarn, removable: no, making: bought),")
    };
    let text = |count: usize| {
        let parts: String = (0..count).map(part).collect();
        MINIMAL.replace("parts: []", &format!("parts: [{parts}]"))
    };
    assert!(read(text(limit::PARTS).as_bytes()).is_ok());
    let (_, path, fault) = fault(read(text(limit::PARTS + 1).as_bytes()).expect_err("too many"));
    let expected = ValueFault::TooMany {
        rows: Rows::Parts,
        limit: limit::PARTS,
    };
    assert_eq!((path.as_str(), fault), ("product.parts", expected));
    let large = vec![b' '; limit::BYTES + 1];
    assert!(matches!(read(&large), Err(ReadError::TooLarge { .. })));
}

#[test]
fn bytes_that_are_not_text_are_refused_with_their_place() {
    let mut bytes = JACKET.as_bytes().to_vec();
    bytes[20] = 0xff;
    let error = read(&bytes).expect_err("not UTF-8");
    assert_eq!(
        error,
        ReadError::NotUtf8 {
            offset: 20,
            line: 3,
            column: 3
        }
    );
    let marked = [b"\xef\xbb\xbf", JACKET.as_bytes()].concat();
    assert_eq!(
        read(&marked).expect("a byte order mark is no harm").project,
        project()
    );
}

/// What hands that write German or Chinese put between figures is named as what it is.
#[test]
fn a_decimal_comma_and_full_width_signs_are_named() {
    let cases = [
        (
            "mass_kg: 0.4",
            "mass_kg: 0,16",
            "a comma stands inside a number",
            "数字中用了逗号",
        ),
        (
            "mass_kg: 0.4,",
            "mass_kg: 0.1，",
            "a full-width ， stands here. Write ,",
            "全角符号，",
        ),
        (
            "mass_kg: 0.4",
            "mass_kg：0.4",
            "a full-width ： stands here. Write :",
            "全角符号：",
        ),
    ];
    for (from, to, en, zh) in cases {
        let error = refused(from, to);
        assert!(
            error.text(Lang::En).contains(en),
            "{to}: {}",
            error.text(Lang::En)
        );
        assert!(
            error.text(Lang::Zh).contains(zh),
            "{to}: {}",
            error.text(Lang::Zh)
        );
    }
}

#[test]
fn a_percentage_is_shown_as_the_share_that_it_means() {
    let said = |value: &str| refused("share: 0.4", &format!("share: {value}")).text(Lang::En);
    assert!(said("95").contains("Write 95 % as 0.95."), "{}", said("95"));
    assert!(
        said("650").contains("Write a number from 0 to 1."),
        "{}",
        said("650")
    );
}

#[test]
fn punctuation_is_explained() {
    let cases = [
        ("id: \"jacket\",", "id: \"jacket\"", SyntaxFault::Comma, 4),
        ("seed: 7,\n)", "seed: 7,", SyntaxFault::End, 20),
        ("seed: 7,\n)", "seed: 7,\n) more", SyntaxFault::Trailing, 21),
        ("seed: 7,\n)", "seed: 7, /* ", SyntaxFault::Comment, 20),
        (
            "\"today\",\n    seed",
            "\"today\n    seed",
            SyntaxFault::Quote,
            19,
        ),
    ];
    for (from, to, expected, line) in cases {
        match refused(from, to) {
            ReadError::Syntax {
                line: found, fault, ..
            } => assert_eq!((fault, found), (expected, line), "{to}"),
            other => panic!("{to}: {other:?}"),
        }
    }
}

#[test]
fn every_error_speaks_both_languages_and_names_its_place() {
    let errors = [
        refused("share: 0.4", "share: 1.5"),
        refused("id: \"jacket\",", "id: \"jacket\""),
        refused("mass_kg: 0.4", "mass_g: 4"),
        refused("mass_kg: 0.4", "mass_kg: \"4\""),
        refused("lives(3)", "3"),
        refused("version: 2,", ""),
        read(b"(version: 2,\xff").expect_err("not UTF-8"),
    ];
    for error in errors {
        let line = at_line(&error);
        let (en, zh) = (error.text(Lang::En), error.text(Lang::Zh));
        assert!(
            en.starts_with(&format!("Line {line}, column ")) && en.is_ascii() | en.contains('…'),
            "{en}"
        );
        assert!(
            zh.starts_with(&format!("第{line}行第")) && zh.ends_with('。'),
            "{zh}"
        );
    }
}

#[test]
fn what_is_unknown_but_well_formed_is_kept_and_flagged() {
    let text = JACKET.replacen("\"cotton\"", "\"moon_silk\"", 1);
    let read = read(text.as_bytes()).expect("opens");
    let fibre = FibreId::from("moon_silk");
    assert_eq!(read.project.product.parts[0].fibres[0].fibre, fibre);
    assert!(write(&read.project, None).expect("writes").contains("moon_silk"));
    let knows = |named: &Named| !matches!(named, Named::Fibre(id) if id.as_str() != "polyester");
    assert_eq!(
        unknown_ids(&read.project, knows),
        [Flag::Unknown(Named::Fibre(fibre))]
    );
    assert_eq!(
        unknown_ids(&read.project, |_| false).len(),
        4,
        "two fibres, a kind, a place, no factor"
    );
}

#[test]
fn odd_sums_are_kept_and_flagged() {
    let flags = |from: &str, to: &str| {
        let text = JACKET.replacen(from, to, 1);
        let first = read(text.as_bytes()).unwrap_or_else(|error| panic!("{to}: {error}"));
        assert!(write(&first.project, None).is_ok(), "{to}");
        first.flags
    };
    let (today, shell) = (PathwayId::from("today"), PartId::from("shell"));
    assert_eq!(flags("seed", "seed"), []);
    let exits = Flag::Exits {
        pathway: today.clone(),
        stage: StageId::from("use"),
        sum: 0.5,
    };
    assert_eq!(flags("share: 1.0", "share: 0.5"), [exits]);
    assert_eq!(
        flags("share: 0.6", "share: 0.75"),
        [Flag::Fibres {
            part: shell,
            sum: 1.15
        }]
    );
    let missing = Flag::NoStage {
        pathway: today,
        from: Some(StageId::from("use")),
        to: StageId::from("away"),
    };
    assert_eq!(flags("to: \"gone\"", "to: \"away\""), [missing]);
    assert_eq!(
        flags("baseline: \"today\"", "baseline: \"x\""),
        [Flag::NoPathway(PathwayId::from("x"))]
    );
}

#[test]
fn text_that_would_not_open_again_is_not_given_out() {
    let mut broken = project();
    broken.product.wears = Some(Estimate::exact(f64::NAN));
    let error = write(&broken, None).expect_err("not a number");
    assert!(matches!(
        &error,
        WriteError::Refused(ReadError::Value {
            fault: ValueFault::NotFinite,
            ..
        })
    ));
    assert!(error.text(Lang::En).contains("product.wears"), "{error}");
    let mut twins = project();
    twins.pathways.push(twins.pathways[0].clone());
    assert!(matches!(write(&twins, None), Err(WriteError::Refused(_))));
    let mut immortal = project();
    immortal.pathways[0].max_lives = MaxLives::Lives(0);
    assert!(matches!(write(&immortal, None), Err(WriteError::Refused(_))));
}

#[test]
fn a_truncated_file_never_panics_and_is_never_taken() {
    let written = write(&read(EVERYTHING.as_bytes()).expect("opens").project, None).expect("writes");
    let end = written.trim_end().len();
    for cut in (0..end).filter(|cut| written.is_char_boundary(*cut)) {
        let error = read(&written.as_bytes()[..cut]).expect_err("cut off");
        let _ = (error.text(Lang::En), error.text(Lang::Zh));
    }
}

#[test]
fn deep_nesting_never_overflows() {
    let deep = |text: &str| text.repeat(200_000);
    for (open, before) in [
        ("(", ""),
        ("[", ""),
        ("{", ""),
        ("/*", ""),
        ("(", "(version: 2, id: "),
        ("[", "(version: 2, compared: "),
    ] {
        assert!(read(format!("{before}{}", deep(open)).as_bytes()).is_err());
    }
    for key in [
        "pathways: ",
        "overrides: {\"a\": (value: 1, range: (",
        "product: (",
    ] {
        assert!(read(format!("(version: 2, {key}{}", deep("(a: ")).as_bytes()).is_err());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_written_reads_back_as_the_same_project(
        project in projects(),
        values in btree_map(words(), number(), 0..4),
    ) {
        let values: BTreeMap<FactorId, f64> = values.into_iter().map(|(id, value)| (id.into(), value)).collect();
        let text = write(&project, Some(&values)).map_err(|error| TestCaseError::fail(error.to_string()))?;
        let back = read(text.as_bytes()).map_err(|error| TestCaseError::fail(error.to_string()))?;
        prop_assert_eq!(&back.project, &project);
        prop_assert_eq!(&back.library_values, &values);
        prop_assert_eq!(write(&back.project, Some(&back.library_values)).ok(), Some(text));
    }

    #[test]
    fn hostile_bytes_never_panic(
        at in 0..EVERYTHING.len(),
        length in 0_usize..40,
        junk in prop_oneof![vec(any::<u8>(), 0..20), "[(){}\\[\\]:,\"'/*#r0-9.eE+-]{0,20}".prop_map(String::into_bytes)],
    ) {
        let mut bytes = EVERYTHING.as_bytes().to_vec();
        let end = (at + length).min(bytes.len());
        bytes.splice(at..end, junk);
        if let Err(error) = read(&bytes) {
            prop_assert!(!error.text(Lang::En).is_empty() && !error.text(Lang::Zh).is_empty());
        }
    }
}

/// The jacket with `others` beside it and `compared` side by side.
fn with_variants(others: &str, compared: &str) -> String {
    let tail = format!("],\n    baseline: \"today\",\n    compared: [{compared}],\n    others: [{others}],");
    JACKET.replacen("],\n    baseline: \"today\",", &tail, 1)
}

const OTHER: &str = r#"(variant: 2, variant_name: (en: "One fibre"), kind: "coat", made_in: "CN", used_in: "CN", pieces_per_year: 1.0, parts: [])"#;

#[test]
fn a_plain_pathway_means_the_first_variant() {
    let text = with_variants(OTHER, "\"today\", (variant: 2, pathway: \"today\")");
    let read = opened(&text);
    let number = |number| VariantNo::new(number).expect("above zero");
    let columns = [Column::new(number(1), "today"), Column::new(number(2), "today")];
    assert_eq!(read.project.compared, columns);
    assert_eq!(read.project.others[0].variant_name, Name::new("One fibre", ""));
    assert_eq!(read.flags, []);
    let unknown = with_variants(OTHER, "\"today\", (variant: 3, pathway: \"today\")");
    let flags = opened(&unknown).flags;
    assert_eq!(flags, [Flag::NoVariant(number(3))]);
}

fn opened(text: &str) -> reloom::project_file::Read {
    read(text.as_bytes()).expect("opens")
}

#[test]
fn numbers_of_variants_are_whole_and_stand_once() {
    let refused =
        |others: &str, compared: &str| read(with_variants(others, compared).as_bytes()).expect_err("refused");
    let twice = refused(&OTHER.replace("variant: 2", "variant: 1"), "");
    assert_eq!(
        fault(twice.clone()),
        (
            21,
            "others[1]".to_owned(),
            ValueFault::Twice {
                rows: Rows::Variants,
                id: "1".to_owned()
            }
        )
    );
    assert!(twice.text(Lang::En).contains("another number"), "{twice}");
    let both = format!("{OTHER}, {OTHER}");
    assert!(matches!(fault(refused(&both, "")).2, ValueFault::Twice { .. }));
    for (number, found) in [("0", 0), ("4294967296", 4_294_967_296)] {
        let other = OTHER.replace("variant: 2", &format!("variant: {number}"));
        let (line, _, what) = fault(refused(&other, ""));
        assert_eq!((line, what), (21, ValueFault::Variant(found)));
    }
    let (line, _, what) = fault(refused(OTHER, "(variant: 2, way: \"today\")"));
    assert_eq!(line, 20);
    assert!(matches!(what, ValueFault::UnknownKey { .. }), "{what:?}");
    let (line, path, what) = fault(refused(OTHER, "\"today\", 7"));
    assert_eq!((line, path.as_str()), (20, "compared[2]"), "{what:?}");
}

/// The jacket as version 1 had it, with dots in ids that two links could share one key with.
fn dotted() -> String {
    let text = JACKET
        .replace("version: 2", "version: 1")
        .replace("\"gone\"", "\"gone.far\"");
    let text = text
        .replace("\"today\"", "\"to.day\"")
        .replace("\"shell\"", "\"shell.1\"");
    text.replace(
        "    baseline:",
        "    compared: [\"to.day\", \"to-day\"],\n    baseline:",
    )
    .replace("seed: 7", "overrides: {\"work.garment.CN\": (value: 300.0)}, seed: 7")
    .replacen(
        "    pathways: [",
        "    pathways: [\n        (id: \"to-day\", start: \"x\", max_lives: lives(3), stages: [(id: \"x\", kind: end(landfill), place: \"CN\")]),",
        1,
    )
}

#[test]
fn dots_in_ids_of_version_1_become_hyphens_and_what_names_them_follows() {
    let opened = read(dotted().as_bytes()).expect("opens");
    let project = &opened.project;
    assert_eq!(project.product.parts[0].id.as_str(), "shell-1");
    let ids: Vec<&str> = project
        .pathways
        .iter()
        .map(|pathway| pathway.id.as_str())
        .collect();
    assert_eq!(
        ids,
        ["to-day", "to-day-2"],
        "another pathway was called so already"
    );
    assert_eq!(project.baseline.as_str(), "to-day-2");
    let compared: Vec<&str> = project
        .compared
        .iter()
        .map(|column| column.pathway.as_str())
        .collect();
    assert_eq!(compared, ["to-day-2", "to-day"]);
    let stages = &project.pathways[1].stages;
    assert_eq!(stages[0].exits[0].to.as_str(), "gone-far");
    assert_eq!(stages[1].id.as_str(), "gone-far");
    assert!(
        project.overrides.contains_key(&FactorId::from("work.sewing.CN")),
        "factors keep their dots"
    );
    let said: Vec<String> = opened.flags.iter().map(|flag| flag.text(Lang::En)).collect();
    assert_eq!(
        said,
        [
            "Part shell.1 is called shell-1 from now on, as ids hold no dots any more.",
            "Pathway to.day is called to-day-2 from now on, as ids hold no dots any more.",
            "In pathway to-day-2, stage gone.far is called gone-far from now on, as ids hold no dots any more.",
        ]
    );
    let chinese = opened.flags[0].text(Lang::Zh);
    assert_eq!(chinese, "部件shell.1改称shell-1：代号中不再使用点号。");
    let again = read(write(project, None).expect("writes").as_bytes()).expect("opens");
    assert_eq!((&again.project, again.flags), (project, Vec::new()));
}

#[test]
fn a_dot_in_an_id_is_refused_with_its_place() {
    for (from, to, path) in [
        ("id: \"shell\"", "id: \"sh.ell\"", "product.parts[sh.ell].id"),
        ("id: \"today\"", "id: \"to.day\"", "pathways[to.day].id"),
        ("start: \"use\"", "start: \"u.se\"", "pathways[today].start"),
        (
            "to: \"gone\"",
            "to: \"go.ne\"",
            "pathways[today].stages[use].exits[go.ne].to",
        ),
        (
            "id: \"gone\"",
            "id: \"go.ne\"",
            "pathways[today].stages[go.ne].id",
        ),
        ("baseline: \"today\"", "baseline: \"to.day\"", "baseline"),
        ("baseline:", "compared: [\"to.day\"], baseline:", "compared[1]"),
    ] {
        let text = JACKET.replacen(from, to, 1);
        let line = 1 + text.lines().position(|line| line.contains(to)).expect("its line");
        let error = refused(from, to);
        assert!(error.text(Lang::En).contains("holds a dot"), "{error}");
        assert!(error.text(Lang::Zh).contains("点号"), "{error}");
        let (at, found, fault) = fault(error);
        assert!(matches!(fault, ValueFault::Dot(_)), "{to}");
        assert_eq!(at, line, "{to}");
        assert_eq!(found, path, "{to}");
    }
}
