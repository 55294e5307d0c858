//! Damaged, cut-off, hostile and newer files: each is answered with a sentence in both languages, soon, and left as it is.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails loudly"
)]

use crate::check;

use reloom::app::files::{self, FileError};
use reloom::edit::{Edit, EditError, History, PartEdit, ProductEdit};
use reloom::intake::bom::{self, TableError, choose, sheets};
use reloom::intake::label;
use reloom::presets;
use reloom::project_file::{ReadError, Rows, SyntaxFault, ValueFault, limit, read, read_set};
use reloom::store::Expected;
use reloom::text::Lang;
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::Path;
use std::time::{Duration, Instant};

/// More than any of them takes on a slow and busy machine, and far less than a hang.
const SOON: Duration = Duration::from_secs(20);

const MINIMAL: &str = include_str!("files/v1/minimal.ron");
const EVERYTHING: &str = include_str!("files/v1/everything.ron");

/// The file with `from` replaced by `to`, once.
fn with(from: &str, to: &str) -> Vec<u8> {
    assert!(EVERYTHING.contains(from), "{from}");
    EVERYTHING.replacen(from, to, 1).into_bytes()
}

fn utf16(text: &str) -> Vec<u8> {
    let units = text.encode_utf16().flat_map(u16::to_le_bytes);
    [0xFF, 0xFE].into_iter().chain(units).collect()
}

/// A list of `count` parts in the smallest form that is well made.
fn parts(count: usize) -> String {
    (0..count).fold(String::new(), |mut list, n| {
        let _ = write!(
            list,
            "(id:\"{n}\",role:trim,mass_kg:0,construction:yarn,removable:no,making:bought),"
        );
        list
    })
}

/// Name, bytes, and whether a place in the file is named.
fn hostile() -> Vec<(&'static str, Vec<u8>, bool)> {
    let version = |version: &str| with("version: 1,", &format!("version: {version},"));
    let minimal = |from: &str, to: &str| MINIMAL.replacen(from, to, 1).into_bytes();
    vec![
        ("nothing", Vec::new(), true),
        ("blanks", b" \n\n ".to_vec(), true),
        ("zeros", vec![0; 4096], true),
        ("a picture", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec(), true),
        (
            "a workbook",
            include_bytes!("fixtures/bom_uniform_en.xlsx").to_vec(),
            true,
        ),
        ("UTF-16", utf16(EVERYTHING), true),
        (
            "bytes that are no text",
            [EVERYTHING.as_bytes(), b"\xff\xfe"].concat(),
            true,
        ),
        (
            "cut off",
            EVERYTHING.as_bytes()[..EVERYTHING.len() / 2].to_vec(),
            true,
        ),
        ("version 0", version("0"), true),
        ("version 99", version("99"), false),
        ("version -1", version("-1"), true),
        ("version \"x\"", version("\"x\""), true),
        ("version 1e9", version("1e9"), true),
        ("version beyond u64", version("99999999999999999999999"), true),
        (
            "ten thousand brackets",
            with("version: 1,", &format!("version: 1, id: {}", "[".repeat(10_000))),
            true,
        ),
        (
            "a million brackets",
            format!("(version: 1, id: {}", "(".repeat(1_000_000)).into_bytes(),
            true,
        ),
        (
            "a million comments",
            format!("(version: 1, {}", "/*".repeat(1_000_000)).into_bytes(),
            true,
        ),
        (
            "a million parts",
            minimal("parts: []", &format!("parts: [{}]", "(),".repeat(1_000_000))),
            true,
        ),
        (
            "too many parts",
            minimal("parts: []", &format!("parts: [{}]", parts(2_001))),
            true,
        ),
        (
            "a million keys",
            minimal("seed", &format!("{}seed", "a:1,".repeat(1_000_000))),
            true,
        ),
        ("NaN", with("mass_kg: 0.", "mass_kg: NaN, x: 0."), true),
        ("infinity", with("mass_kg: 0.", "mass_kg: inf, x: 0."), true),
        ("1e999", with("mass_kg: 0.", "mass_kg: 1e999, x: 0."), true),
        ("a mass below nothing", with("mass_kg: 0.", "mass_kg: -0."), true),
        (
            "a number without end",
            with("mass_kg: 0.", &format!("mass_kg: 0.{}", "7".repeat(4_000_000))),
            true,
        ),
        (
            "a name without end",
            with("name: (", &format!("name: (zh: \"{}\", ", "长".repeat(2_000_000))),
            true,
        ),
        (
            "a raw text without end",
            with("name: (", &format!("name: (zh: r#\"{}\"#, ", "x".repeat(40_000))),
            true,
        ),
        (
            "a key without end",
            with(
                "version: 1,",
                &format!("version: 1, {}: 1,", "x".repeat(4_000_000)),
            ),
            true,
        ),
        (
            "a line without end",
            [EVERYTHING.as_bytes(), &b" ".repeat(7_000_000), b")"].concat(),
            true,
        ),
        ("larger than any project", vec![b' '; limit::BYTES + 1], false),
    ]
}

/// Checks an answer: soon, in both languages, with the place where one is known.
#[track_caller]
fn said(name: &str, since: Instant, names_place: bool, text: impl Fn(Lang) -> String) {
    let took = since.elapsed();
    assert!(took < SOON, "{name} took {took:?}");
    let (en, zh) = (text(Lang::En), text(Lang::Zh));
    assert!(en.ends_with('.') && zh.ends_with('。'), "{name}: {en} {zh}");
    assert!(
        en.chars().count() < 400 && zh.chars().count() < 400,
        "{name}: {en}"
    );
    if names_place {
        assert!(en.contains("ine ") && en.contains("column "), "{name}: {en}");
        assert!(zh.contains('行') && zh.contains('列'), "{name}: {zh}");
    }
}

#[test]
fn every_hostile_file_is_answered_and_left_alone() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("来历不明 1.reloom");
    for (name, bytes, names_place) in hostile() {
        std::fs::write(&path, &bytes).unwrap();
        let since = Instant::now();
        let error = files::open(&path).map(|_| ()).expect_err(name);
        said(name, since, names_place, |lang| error.text(lang));
        assert!(
            std::fs::read(&path).unwrap() == bytes,
            "{name}: the file was touched"
        );
        let since = Instant::now();
        if let Err(error) = read_set(&bytes) {
            said(name, since, false, |lang| error.text(lang));
        }
    }
}

#[test]
fn files_of_hundreds_of_megabytes_are_refused_by_their_size() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("film.reloom");
    let file = std::fs::File::create(&path).unwrap();
    file.set_len(200 * 1024 * 1024).unwrap();
    let since = Instant::now();
    let error = files::open(&path).map(|_| ()).unwrap_err();
    assert!(since.elapsed() < Duration::from_secs(1));
    said("200 MB", since, false, |lang| error.text(lang));
    let session = files::example(files::FIRST_EXAMPLE).unwrap().session;
    let error = files::save(&path, session.project(), session.assessment(), Expected::Anything).unwrap_err();
    assert!(matches!(error, FileError::Store(_)));
    assert_eq!(
        std::fs::metadata(&path).unwrap().len(),
        200 * 1024 * 1024,
        "nor is it written over"
    );
}

#[test]
fn a_text_has_a_limit_when_read_and_when_typed() {
    let long = "长".repeat(limit::TEXT);
    let file = |name: &str| MINIMAL.replacen("parts: []", &format!("name: (zh: \"{name}\"), parts: []"), 1);
    let opened = read(file(&long).as_bytes()).unwrap().project;
    assert_eq!(opened.product.name.zh.chars().count(), limit::TEXT);
    let error = read(file(&format!("{long}长")).as_bytes()).unwrap_err();
    let expected = ValueFault::TooLong { limit: limit::TEXT };
    match error {
        ReadError::Value { path, fault, .. } => {
            assert_eq!((path.as_str(), fault), ("product.name.zh", expected));
        }
        other => panic!("{other:?}"),
    }
    let mut history = History::new(presets::get("tshirt").unwrap().project().unwrap());
    let rename = |name: String| Edit::Product(ProductEdit::Rename(Lang::Zh, name));
    assert_eq!(history.apply(&rename(long.clone()), false), Ok(true));
    assert_eq!(
        history.apply(&rename(format!("{long}长")), false),
        Err(EditError::TooLong)
    );
    assert!(reloom::project_file::write(history.project(), None).is_ok());
}

#[test]
fn a_product_does_not_outgrow_its_file() {
    let mut project = presets::get("tshirt").unwrap().project().unwrap();
    let first = project.product.parts[0].clone();
    project.product.parts = (0..limit::PARTS)
        .map(|n| reloom::model::Part {
            id: format!("part_{n}").into(),
            ..first.clone()
        })
        .collect();
    let edit = Edit::part(&"part_0".into(), PartEdit::Duplicate);
    assert_eq!(edit.apply(&project), Err(EditError::TooMany(Rows::Parts)));
    project.product.parts.pop();
    assert_eq!(edit.apply(&project).unwrap().product.parts.len(), limit::PARTS);
}

/// A zip archive with one file, as a workbook that is none or a small file that unpacks to a huge one.
fn archive(name: &str, bytes: &[u8]) -> Vec<u8> {
    let mut to = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    to.start_file(name, zip::write::SimpleFileOptions::default())
        .unwrap();
    to.write_all(bytes).unwrap();
    to.finish().unwrap().into_inner()
}

#[test]
fn every_hostile_table_is_answered() {
    let bomb = archive("xl/worksheets/sheet1.xml", &vec![b' '; bom::limit::UNPACKED + 1]);
    assert!(bomb.len() < 200_000);
    let long_cell = format!("material,gsm\n{},1\n", "x".repeat(40_000));
    let cases: [(&str, Vec<u8>, Option<TableError>); 12] = [
        ("nothing", Vec::new(), Some(TableError::Empty)),
        ("zeros", vec![0; 4096], Some(TableError::NotATable)),
        ("a project", EVERYTHING.into(), None),
        ("a bomb", bomb, Some(TableError::TooLargeUnpacked)),
        ("an archive of something else", archive("a.txt", b"hello"), None),
        (
            "a cut-off workbook",
            include_bytes!("fixtures/bom_uniform_en.xlsx")[..3000].to_vec(),
            None,
        ),
        (
            "one line of 100 MB",
            vec![b'x'; 100 * 1024 * 1024],
            Some(TableError::TooLarge),
        ),
        (
            "one line of 7 MB",
            vec![b'x'; 7 * 1024 * 1024],
            Some(TableError::CellTooLong("A1".to_owned())),
        ),
        (
            "a long cell",
            long_cell.into(),
            Some(TableError::CellTooLong("A2".to_owned())),
        ),
        (
            "a million rows",
            b"1,2\n".repeat(1_000_000),
            Some(TableError::TooManyRows),
        ),
        (
            "a million columns",
            b"1,".repeat(1_000_000),
            Some(TableError::TooManyColumns),
        ),
        (
            "a quotation mark that never closes",
            [b"a,b\n\"".to_vec(), b"c,\n".repeat(30_000)].concat(),
            None,
        ),
    ];
    for (name, bytes, expected) in cases {
        let since = Instant::now();
        let error = sheets(&bytes).and_then(choose).map(|_| ()).expect_err(name);
        said(name, since, false, |lang| error.text(lang));
        if let Some(expected) = expected {
            assert_eq!(error, expected, "{name}");
        }
    }
}

#[test]
fn a_million_rows_of_a_workbook_are_answered_soon() {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    for row in 0..300_000 {
        sheet.write_number(row, 0, 1.0).unwrap();
    }
    sheet.write_number(1_048_575, 0, 1.0).unwrap();
    let bytes = book.save_to_buffer().unwrap();
    let since = Instant::now();
    let error = sheets(&bytes).map(|_| ()).unwrap_err();
    said("a million rows", since, false, |lang| error.text(lang));
    assert!(
        [TableError::TooManyRows, TableError::TooLarge].contains(&error),
        "{error:?}"
    );
}

#[test]
fn every_hostile_label_is_answered() {
    let cases = [
        String::new(),
        "\0".repeat(100_000),
        "100%".repeat(1_000_000),
        "(((((".repeat(100_000),
        "棉".repeat(1_000_000),
        format!("{}% cotton", "9".repeat(1_000_000)),
        "1e999% cotton NaN% wool -5% silk".to_owned(),
        "cotton/".repeat(100_000),
    ];
    for text in cases {
        let since = Instant::now();
        let label = label::parse(&text);
        assert!(
            since.elapsed() < SOON,
            "{}",
            text.chars().take(20).collect::<String>()
        );
        assert!(label.parts.iter().all(|part| part.sum().is_finite()));
    }
}

/// What the fuzz targets start from, and what they once stumbled over.
#[test]
fn what_was_found_by_fuzzing_stays_found() {
    check::project(EVERYTHING.as_bytes());
    check::label("Shell: 60% cotton 40% polyester; 里料：100%聚酯纤维");
    check::bom(include_bytes!("fixtures/bom_uniform_en.xlsx"));
    check::bom(include_bytes!("fixtures/bom_uniform_zh.csv"));
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/files/hostile");
    for target in ["project", "factor_set", "model", "label", "bom", "practice"] {
        let Ok(found) = std::fs::read_dir(folder.join(target)) else {
            continue;
        };
        for file in found {
            let bytes = std::fs::read(file.unwrap().path()).unwrap();
            let since = Instant::now();
            check::project(&bytes);
            check::factor_set(&bytes);
            check::model(&String::from_utf8_lossy(&bytes));
            check::label(&String::from_utf8_lossy(&bytes));
            check::bom(&bytes);
            check::lesson(&bytes);
            check::practice(&bytes);
            assert!(since.elapsed() < SOON);
        }
    }
}

#[test]
fn nesting_is_said_to_be_too_deep() {
    let deep = format!("(version: 1, id: {}", "[".repeat(10_000));
    let error = read(deep.as_bytes()).unwrap_err();
    assert!(
        matches!(
            error,
            ReadError::Syntax {
                fault: SyntaxFault::Depth,
                ..
            } | ReadError::Value {
                fault: ValueFault::Shape(_),
                ..
            }
        ),
        "{error:?}"
    );
}
