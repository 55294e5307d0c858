//! Bills of materials: the same sheet in every form gives the same product, and any bytes give a sentence, not a crash.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test stops at what cannot be"
)]

use crate::tables;

use clap::Parser;
use proptest::prelude::*;
use reloom::assess::assess;
use reloom::cli::{Cli, run};
use reloom::data::Library;
use reloom::intake::bom::{
    Bom, Column, Mapping, Sheet, Status, TableError, choose, from_text, limit, sheets,
};
use reloom::model::{Making, Name, Part};
use reloom::project_file;
use reloom::text::Lang;
use rust_xlsxwriter::Workbook;
use serde_json::Value;
use std::io::{Cursor, Read, Write};
use tables::{EN_CSV, EN_XLSX, ZH_CSV, gb18030, zh_cells, zh_rows, zh_text, zh_xlsx};

fn read_sheet((sheet, mapping): (Sheet, Mapping)) -> Bom {
    let library = Library::builtin();
    let kind = library.kind(&"uniform_jacket".into());
    Bom::read(&sheet, &mapping, kind, library)
}

fn read(bytes: &[u8]) -> Bom {
    read_sheet(choose(sheets(bytes).expect("sheets")).expect("headings"))
}

fn paste(text: &str) -> Bom {
    read_sheet(choose(from_text(text).expect("sheets")).expect("headings"))
}

/// The parts without their names, which are in the language of the sheet.
fn nameless(bom: &Bom) -> Vec<Part> {
    let mut parts = bom.parts();
    for part in &mut parts {
        part.name = Name::default();
    }
    parts
}

#[track_caller]
fn close(found: f64, expected: f64, what: &str) {
    assert!(
        (found - expected).abs() <= 1e-5,
        "{what}: expected {expected}, found {found}"
    );
}

#[test]
fn the_same_sheet_in_every_form_is_the_same_product() {
    let utf16: Vec<u8> = [0xFF, 0xFE]
        .into_iter()
        .chain(zh_text().encode_utf16().flat_map(u16::to_le_bytes))
        .collect();
    let semicolons: Vec<String> = zh_rows()
        .iter()
        .map(|row| row.join(";").replace('.', ","))
        .collect();
    let english = read(EN_CSV);
    let others = [
        ("UTF-8 with its mark, Chinese", read(ZH_CSV)),
        ("xlsx, English", read(EN_XLSX)),
        ("GB18030", read(&gb18030())),
        ("UTF-16", read(&utf16)),
        ("xlsx, Chinese", read(&zh_xlsx())),
        ("pasted cells", paste(&zh_cells("\t"))),
        ("semicolons and decimal commas", paste(&semicolons.join("\n"))),
    ];
    for (form, bom) in std::iter::once(("UTF-8, English", english.clone())).chain(others) {
        let totals = bom.totals();
        close(totals.product_kg, 0.566_56, form);
        close(totals.gross_kg, 0.667_46, form);
        close(totals.cutting_waste_kg(), 0.100_90, form);
        close(totals.packaging_kg, 0.004, form);
        assert_eq!(nameless(&bom), nameless(&english), "{form}");
        assert_eq!(
            bom.named_kind.as_ref().map(ToString::to_string).as_deref(),
            Some("uniform_jacket"),
            "{form}"
        );
        let rows: Vec<usize> = bom.lines.iter().map(|line| line.row).collect();
        assert_eq!(rows, [4, 5, 6, 7, 8, 9, 10, 11], "{form}");
    }
}

#[test]
fn every_line_is_as_agreed() {
    let expected: Value =
        serde_json::from_slice(include_bytes!("fixtures/bom_uniform_expected.json")).expect("JSON");
    let bom = read(EN_CSV);
    let lines = expected["lines"].as_array().expect("lines");
    assert_eq!(bom.lines.len(), lines.len());
    for (line, expected) in bom.lines.iter().zip(lines) {
        let grams = |key: &str| expected[key].as_f64().expect("grams") / 1000.0;
        assert_eq!(Some(line.material.as_str()), expected["material"].as_str());
        assert_eq!(Some(line.is_packaging), expected["packaging"].as_bool());
        close(line.gross_kg, grams("gross_g"), &line.material);
        close(line.product_kg, grams("in_product_g"), &line.material);
    }
    let fibre = |id: &str, recycled: bool| -> f64 {
        let parts = bom.parts();
        let lines = parts
            .iter()
            .flat_map(|part| part.fibres.iter().map(move |line| (part, line)));
        lines
            .filter(|(_, line)| {
                line.fibre.as_str() == id && (line.feedstock.recycled.get() > 0.0) == recycled
            })
            .map(|(part, line)| part.mass.get() * line.share.get())
            .sum()
    };
    close(fibre("polyester", false), 0.253, "polyester");
    close(fibre("polyester", true), 0.121_77, "recycled polyester");
    close(fibre("cotton", false), 0.162_062, "cotton");
    close(fibre("elastane", false), 0.001_728, "elastane");
    let doubtful: Vec<&str> = bom
        .lines
        .iter()
        .filter(|line| line.status() != Status::Read)
        .map(|line| line.material.as_str())
        .collect();
    assert_eq!(doubtful, ["Zipper 60 cm, plastic", "Reflective tape"]);
    assert_eq!(bom.lines[1].certificates, ["GRS"]);
}

#[test]
fn headings_are_found_corrected_and_asked_for() {
    let (sheet, mut mapping) = choose(sheets(EN_CSV).expect("sheets")).expect("headings");
    assert_eq!(mapping.header, 2);
    assert_eq!(
        Column::ALL
            .iter()
            .filter(|column| mapping.index(**column).is_some())
            .count(),
        12
    );
    // The caller says that the width stands elsewhere: rows in metres have no width, so no mass.
    mapping.set(&sheet, Column::Width, None);
    let bom = read_sheet((sheet.clone(), mapping.clone()));
    assert_eq!(bom.lines[0].status(), Status::Skipped);
    assert_eq!(
        bom.lines[0].reason(Lang::En),
        "Row 4: no mass, skipped. Needed: fabric width."
    );
    mapping.set(&sheet, Column::Width, Some(4));
    assert_eq!(read_sheet((sheet, mapping)), read(EN_CSV));

    let deep = |rows: usize| format!("{}Material,GSM\nCotton,1\n", "x\n".repeat(rows));
    assert!(choose(from_text(&deep(29)).expect("sheets")).is_ok());
    let error = choose(from_text(&deep(30)).expect("sheets")).expect_err("too deep");
    assert!(
        matches!(&error, TableError::NoHeader(_, found) if found.starts_with('x')),
        "{error:?}"
    );
    let error = choose(from_text("\n\n").expect("sheets")).expect_err("nothing");
    assert_eq!(error, TableError::Empty);
}

const HEAD: &str = "Material\tComposition\tGSM\tWidth\tConsumption\tUnit\tMarker\tWastage\tPiece weight\n";

/// One row below the usual headings.
fn one(row: &str) -> Bom {
    paste(&format!("{HEAD}{row}"))
}

#[test]
fn masses_follow_the_units() {
    let cloth = "shell\t100% cotton";
    let cases = [
        ("200\t150\t1\tm\t80\t\t", 0.3, 0.24),
        ("200\t1.5\t1\tm\t80\t\t", 0.3, 0.24),
        ("200\t150cm\t100\tcm\t0.8\t\t", 0.3, 0.24),
        ("200 gsm\t1500mm\t1\tyd\t80%\t\t", 0.3 * 0.9144, 0.24 * 0.9144),
        ("200\t60\"\t1\tm\t80\t\t", 0.2 * 1.524, 0.16 * 1.524),
        ("200\t\t1.5\t㎡\t80\t\t", 0.3, 0.24),
        ("\t\t0.3\tkg\t80\t\t", 0.3, 0.24),
        ("\t\t300\tg\t80\t\t", 0.3, 0.24),
        ("200\t150\t1\tm\t80\t5\t", 0.315, 0.24),
        ("200\t150\t1\tm\t80\t5%\t", 0.315, 0.24),
        ("\t\t2\tpcs\t80\t\t120", 0.3, 0.24),
        ("200\t150\t1\tm\t80\t\t240", 0.3, 0.24),
    ];
    for (figures, gross, product) in cases {
        let bom = one(&format!("{cloth}\t{figures}"));
        let line = &bom.lines[0];
        close(line.gross_kg, gross, figures);
        close(line.product_kg, product, figures);
        assert_eq!(
            line.status(),
            Status::Read,
            "{figures}: {}",
            line.reason(Lang::En)
        );
        let loss = match &line.part.as_ref().expect("a part").making {
            Making::Cloth { cutting_loss, .. } => cutting_loss.expect("a loss").value,
            Making::Bought => panic!("{figures}: bought"),
        };
        close(loss, 1.0 - product / gross, figures);
    }
    let buttons = one("Button\t100% polyester\t\t\t5\tpcs\t\t\t1.2");
    close(buttons.totals().product_kg, 0.006, "buttons");
    assert_eq!(buttons.parts()[0].count, 5);
}

/// Row, what becomes of it, and words of the reason.
const DOUBTS: &[(&str, Status, &str)] = &[
    (
        "shell\t100% cotton\t200\t150\t1\tm\t\t\t",
        Status::Doubtful,
        "no marker efficiency",
    ),
    (
        "shell\t100% cotton\t200\t150\t1\tm\t180\t\t",
        Status::Doubtful,
        "G2",
    ),
    (
        "shell\t100% cotton\t200\t150\t1\t\t80\t\t",
        Status::Doubtful,
        "E2: no unit",
    ),
    (
        "shell\t100% cotton\t200\t150\t1\tfurlong\t80\t\t",
        Status::Skipped,
        "F2",
    ),
    (
        "shell\t100% cotton\t200\tfull\t1\tm\t80\t\t",
        Status::Skipped,
        "D2",
    ),
    (
        "shell\t100% cotton\t200\t150\t1\tm\t80\t0.05\t",
        Status::Doubtful,
        "H2",
    ),
    (
        "shell\t100% cotton\t200\t150\t1\tm\t80\t\t500",
        Status::Doubtful,
        "I2",
    ),
    (
        "shell\t100% cotton\t9000\t150\t1\tm\t80\t\t",
        Status::Doubtful,
        "C2",
    ),
    (
        "shell\t100% cotton\t200\t150\t100\tm\t80\t\t",
        Status::Doubtful,
        "more than a garment weighs",
    ),
    (
        "shell\t80% cotton 15% polyester\t200\t150\t1\tm\t80\t\t",
        Status::Doubtful,
        "B2: The percentages",
    ),
    (
        "shell\t100% unobtainium\t200\t150\t1\tm\t80\t\t",
        Status::Doubtful,
        "B2: \"unobtainium\"",
    ),
    (
        "shell\t\t200\t150\t1\tm\t80\t\t",
        Status::Doubtful,
        "B2: no composition",
    ),
    (
        "thread\tpolyester\t\t\t1\tset\t\t\t12",
        Status::Doubtful,
        "B2: \"polyester\" gives no percentages",
    ),
    (
        "shell\t100% cotton\t200\t150\t0\tm\t80\t\t",
        Status::Skipped,
        "E2",
    ),
    (
        "zip\tbrass\t\t\t1\tpc\t\t\t",
        Status::Doubtful,
        "usual mass is assumed (long zip): 50",
    ),
    ("godet\tbrass\t\t\t1\tpc\t\t\t", Status::Skipped, "I2"),
    ("TRIMS", Status::Skipped, "heading"),
    ("Total\t\t\t\t5", Status::Skipped, "sums"),
];

#[test]
fn what_is_doubtful_names_its_row_and_cell() {
    for (row, status, words) in DOUBTS {
        let bom = one(row);
        let line = &bom.lines[0];
        assert_eq!(line.status(), *status, "{row}: {}", line.reason(Lang::En));
        let reason = line.reason(Lang::En);
        assert!(
            reason.starts_with("Row 2: ") && reason.contains(words),
            "{row}: {reason}"
        );
        assert!(line.reason(Lang::Zh).starts_with("第2行："), "{row}");
    }
    let brass = one("zip\tbrass\t\t\t1\tpc\t\t\t9");
    assert_eq!(brass.parts()[0].fibres[0].fibre.as_str(), "metal");
    let only = one("thread\tpolyester\t\t\t1\tset\t\t\t12");
    assert_eq!(only.parts()[0].fibres[0].fibre.as_str(), "polyester");
}

fn reloom(words: &[&str]) -> (u8, Value, String) {
    let words = ["reloom"].iter().chain(words);
    let cli = Cli::try_parse_from(words).expect("arguments");
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let lang = cli.lang();
    let code = run(&cli.command.expect("a command"), lang, &mut out, &mut err);
    let value = serde_json::from_slice(&out).unwrap_or(Value::Null);
    (code, value, String::from_utf8(err).expect("text"))
}

#[test]
fn the_commands_keep_their_contract() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = |name: &str| folder.path().join(name).to_string_lossy().into_owned();
    let (table, output) = (path("校服 清单.csv"), path("jacket.ron"));
    std::fs::write(&table, ZH_CSV).expect("written");
    let (code, json, _) = reloom(&["import", &table, "-o", &output, "--lang", "zh"]);
    assert_eq!(code, 1);
    close(json["product_kg"].as_f64().expect("kg"), 0.566_56, "product");
    close(json["gross_kg"].as_f64().expect("kg"), 0.667_46, "gross");
    close(json["cutting_waste_kg"].as_f64().expect("kg"), 0.100_90, "waste");
    close(json["packaging_kg"].as_f64().expect("kg"), 0.004, "packaging");
    assert_eq!(
        [&json["rows_read"], &json["rows_doubtful"], &json["rows_skipped"]],
        [6, 2, 0]
    );
    assert_eq!(json["lines"][3]["status"], "doubtful");
    assert_eq!(json["lines"][3]["row"], 7);

    let project = project_file::read(&std::fs::read(&output).expect("a project"))
        .expect("opens")
        .project;
    let assessment = assess(&project, Library::builtin());
    assert!(assessment.pathways.iter().all(|way| way.error.is_none()));
    close(assessment.product.mass_kg, 0.566_56, "assessed product");
    close(assessment.product.gross_kg, 0.667_46, "assessed gross");

    let clean = path("clean.csv");
    std::fs::write(
        &clean,
        "Material,Composition,Piece weight (g),Marker\nShell,100% cotton,150,85\nSewing thread,100% polyester,12,\n",
    )
    .expect("written");
    let made = reloom(&["import", &clean, "-o", &output, "--garment", "tshirt"]);
    assert_eq!(made.0, 0, "{}", made.2);

    let broken = path("broken.xlsx");
    std::fs::write(&broken, &EN_XLSX[..3000]).expect("written");
    for (words, code) in [
        (vec!["import", &broken, "-o", &output], 2),
        (vec!["import", &clean, "-o", &clean], 2),
        (vec!["import", &clean, "-o", &output, "--garment", "sail"], 2),
        (vec!["import", &path("missing.csv"), "-o", &output], 2),
        (vec!["import", &clean, "-o", &path("no/folder.ron")], 4),
        (vec!["parse-label", "95% cotton 5% elastane"], 0),
        (vec!["parse-label", "80% cotton 15% polyester"], 1),
    ] {
        let (found, _, err) = reloom(&words);
        assert_eq!(found, code, "{words:?}: {err}");
        assert!(code < 2 || err.lines().count() == 1, "{words:?}: {err}");
    }
}

#[test]
fn the_label_as_json() {
    let (_, json, _) = reloom(&[
        "parse-label",
        "100% recycled polyester (GRS), 180g/㎡; 5% unobtainium",
        "--lang",
        "en",
    ]);
    let first = &json["parts"][0];
    assert_eq!(first["role"], "whole");
    assert_eq!(first["gsm"], 180.0);
    assert_eq!(first["certificates"][0], "GRS");
    assert_eq!(first["fibres"][0]["id"], "polyester");
    assert_eq!(first["fibres"][0]["percent"], 100.0);
    assert_eq!(first["fibres"][0]["recycled_percent"], 100.0);
    assert_eq!(json["findings"][0]["kind"], "unknown_fibre");
    assert_eq!(json["findings"][0]["severity"], "error");
    assert_eq!(
        json["findings"][0]["suggestions"].as_array().map(Vec::len),
        Some(5)
    );
}

#[test]
fn huge_sheets_are_refused() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write_string(1_048_575, 16_383, "far out").expect("a cell");
    let bytes = book.save_to_buffer().expect("a workbook");
    assert_eq!(sheets(&bytes), Err(TableError::TooManyRows));

    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let long = "x".repeat(32_000);
    for row in 0..2_200 {
        sheet
            .write_string(row, 0, format!("{long}{row}"))
            .expect("a cell");
    }
    let bytes = book.save_to_buffer().expect("a workbook");
    assert!(bytes.len() < limit::BYTES, "{}", bytes.len());
    assert_eq!(sheets(&bytes), Err(TableError::TooLargeUnpacked));
}

/// Reads bytes as far as they go; every error has words.
fn survive(bytes: &[u8]) {
    let read = sheets(bytes).and_then(choose);
    match read {
        Ok(chosen) => {
            let bom = read_sheet(chosen);
            let totals = bom.totals();
            assert!(totals.product_kg.is_finite() && totals.gross_kg.is_finite());
            assert_eq!(totals.read + totals.doubtful + totals.skipped, bom.lines.len());
            for line in &bom.lines {
                assert_eq!(line.status() == Status::Read, line.reason(Lang::En).is_empty());
            }
        }
        Err(error) => assert!(Lang::ALL.iter().all(|lang| !error.text(*lang).is_empty())),
    }
}

/// The workbook with bytes of one of its files changed, packed again so that only its reader can notice.
fn repacked(file: prop::sample::Index, changes: &[(prop::sample::Index, u8)]) -> Vec<u8> {
    let mut from = zip::ZipArchive::new(Cursor::new(EN_XLSX)).expect("a workbook");
    let mut to = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let changed = file.index(from.len());
    for place in 0..from.len() {
        let mut entry = from.by_index(place).expect("a file");
        let mut bytes = Vec::new();
        entry.read_to_end(&mut bytes).expect("its bytes");
        if place == changed {
            for (at, byte) in changes {
                let at = at.index(bytes.len());
                bytes[at] = *byte;
            }
        }
        to.start_file(
            entry.name().expect("a name"),
            zip::write::SimpleFileOptions::default(),
        )
        .expect("a file");
        to.write_all(&bytes).expect("its bytes");
    }
    to.finish().expect("a workbook").into_inner()
}

proptest! {
    #[test]
    fn damaged_workbooks_are_answered(
        file in any::<prop::sample::Index>(),
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6),
    ) {
        survive(&repacked(file, &changes));
    }

    #[test]
    fn any_bytes_are_answered(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        survive(&bytes);
    }

    #[test]
    fn damaged_tables_are_answered(
        table in prop::sample::select(vec![EN_CSV, ZH_CSV, EN_XLSX]),
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..8),
        length in any::<prop::sample::Index>(),
    ) {
        let mut bytes = table.to_vec();
        for (place, byte) in changes {
            let place = place.index(bytes.len());
            bytes[place] = byte;
        }
        survive(&bytes);
        bytes.truncate(length.index(table.len()));
        survive(&bytes);
    }

    #[test]
    fn any_cells_are_answered(cells in prop::collection::vec(".{0,12}", 9)) {
        survive(format!("{HEAD}{}", cells.join("\t")).as_bytes());
    }

    #[test]
    fn a_row_weighs_what_its_figures_say(gsm in 20.0_f64..900.0, width in 0.5_f64..2.5, metres in 0.05_f64..2.0, marker in 0.5_f64..1.0) {
        let (gsm, width, metres, marker) = (gsm.round(), (width * 100.0).round(), (metres * 100.0).round() / 100.0, (marker * 100.0).round());
        let bom = one(&format!("shell\t100% cotton\t{gsm}\t{width}\t{metres}\tm\t{marker}\t\t"));
        let gross = gsm * width / 100.0 * metres / 1000.0;
        let totals = bom.totals();
        prop_assert!((totals.gross_kg - gross).abs() < 1e-9);
        prop_assert!((totals.product_kg - gross * marker / 100.0).abs() < 1e-9);
    }
}
