//! The workbook: its sums are ours, its sheet of parts reads as a bill of materials and comes back cell by cell.
#![allow(clippy::indexing_slicing, reason = "a test stops at what cannot be")]

use crate::support::sound_project::projects as any_project;
use calamine::{Data, Range, Reader, Xlsx};
use proptest::prelude::*;
use reloom::assess::{Assessment, assess};
use reloom::cli::{Cli, run};
use reloom::data::Library;
use reloom::edit::{Edit, PartEdit};
use reloom::intake::bom::{self, Bom, Column, Mapping, Memory, Sheet};
use reloom::intake::parts_sheet::{Field, Returned, returned};
use reloom::model::{Making, Paper, Project, Removable, Role};
use reloom::presets;
use reloom::report::workbook::{Book, template, workbook};
use reloom::text::{Lang, PartsSheetMsg, WorkbookMsg};
use std::ffi::OsString;
use std::io::Cursor;

fn bytes(project: &Project, assessment: &Assessment, lang: Lang) -> Vec<u8> {
    let book = Book {
        project,
        assessment,
        bands: None,
        lang,
        date: "2026-11-25",
    };
    workbook(book).unwrap()
}

fn project(id: &str) -> Project {
    presets::get(id).unwrap().project().unwrap()
}

fn sheet(bytes: &[u8], name: &str) -> Range<Data> {
    let mut book = Xlsx::new(Cursor::new(bytes)).unwrap();
    book.worksheet_range(name).unwrap()
}

fn number(cell: Option<&Data>) -> f64 {
    match cell {
        Some(Data::Float(value)) => *value,
        Some(Data::Int(value)) => *value as f64,
        other => panic!("{other:?} is no number"),
    }
}

fn close(a: f64, b: f64, what: &str) {
    assert!(
        (a - b).abs() <= 1e-9 * a.abs().max(b.abs()).max(1.0),
        "{what}: {a} and {b}"
    );
}

#[test]
fn sums_of_the_workbook_are_those_of_the_program() {
    for preset in presets::all() {
        let project = preset.project().unwrap();
        let assessment = assess(&project, Library::builtin());
        for lang in Lang::ALL {
            let bytes = bytes(&project, &assessment, lang);
            let parts = sheet(&bytes, WorkbookMsg::Parts.text(lang));
            let column = u32::try_from(Field::InProduct.place()).unwrap();
            let rows = 1..u32::try_from(parts.height()).unwrap();
            let grams: f64 = rows.map(|row| number(parts.get_value((row, column)))).sum();
            close(grams / 1000.0, assessment.product.mass_kg, "parts");
            let summary = sheet(&bytes, WorkbookMsg::Summary.text(lang));
            let keyed = |key: &str, at: usize| {
                let rows = summary.rows();
                let row = rows
                    .into_iter()
                    .find(|row| row.last() == Some(&Data::String(key.to_owned())))
                    .unwrap();
                row[2 + at].clone()
            };
            let work = sheet(&bytes, WorkbookMsg::Work.text(lang));
            for (at, figures) in assessment.pathways.iter().enumerate() {
                close(
                    number(Some(&keyed("mass_kg", at))),
                    assessment.product.mass_kg,
                    "mass",
                );
                if figures.error.is_some() {
                    continue;
                }
                let gained = number(Some(&keyed("gained_h_per_1000", at)));
                let lost = number(Some(&keyed("lost_h_per_1000", at)));
                let [lines_gained, lines_lost] = lines(&work, figures.name.get(lang), lang);
                close(gained, figures.totals.gained, "gained");
                close(lost, figures.totals.lost, "lost");
                close(lines_gained, gained, "lines gained");
                close(lines_lost, lost, "lines lost");
                close(number(Some(&keyed("net_h_per_1000", at))), gained - lost, "net");
            }
        }
    }
}

/// Hours gained and lost over the lines of one pathway, without its sums.
fn lines(work: &Range<Data>, pathway: &str, lang: Lang) -> [f64; 2] {
    let is = |cell: &Data, text: &str| matches!(cell, Data::String(words) if words == text);
    [WorkbookMsg::Gained, WorkbookMsg::Lost].map(|kind| {
        let rows = work.rows().filter(|row| {
            is(&row[0], pathway)
                && is(&row[3], kind.text(lang))
                && !is(&row[1], WorkbookMsg::Total.text(lang))
        });
        rows.map(|row| number(row.get(4))).sum()
    })
}

#[test]
fn the_same_workbook_has_the_same_bytes_and_every_sheet() {
    let project = project("school_uniform");
    let assessment = assess(&project, Library::builtin());
    let first = bytes(&project, &assessment, Lang::En);
    assert_eq!(first, bytes(&project, &assessment, Lang::En));
    let book: Xlsx<_> = Xlsx::new(Cursor::new(first.as_slice())).unwrap();
    assert_eq!(
        book.sheet_names(),
        [
            "Summary",
            "BOM",
            "Pathways",
            "Flows",
            "Work",
            "Quality of work",
            "Places",
            "Draws",
            "Assumptions",
            "Sources",
            "Terms",
            "Read me"
        ]
    );
}

#[test]
fn the_sheet_of_parts_is_a_bill_of_materials_like_any_other() {
    for preset in presets::all() {
        let project = preset.project().unwrap();
        let assessment = assess(&project, Library::builtin());
        for lang in Lang::ALL {
            let bytes = bytes(&project, &assessment, lang);
            let sheets = bom::sheets(&bytes).unwrap();
            let sheet = sheets
                .iter()
                .find(|sheet| sheet.name() == WorkbookMsg::Parts.text(lang))
                .unwrap();
            let mapping = Mapping::detect(sheet, &Memory::default()).unwrap();
            for (field, column) in COLUMNS {
                assert_eq!(mapping.column_at(field.place()), column, "{field:?} in {lang:?}");
            }
            let kind = Library::builtin().kind(&project.product.kind);
            let bom = Bom::read(sheet, &mapping, kind, Library::builtin());
            let id = preset.id;
            assert_eq!(bom.parts().len(), project.product.parts.len(), "{id}, {lang:?}");
            close(bom.totals().product_kg, assessment.product.mass_kg, id);
            for (read, part) in bom.parts().iter().zip(&project.product.parts) {
                assert!(
                    (read.mass.get() - part.mass.get()).abs() < 1e-9,
                    "{id}: {}",
                    part.id
                );
                // What a hard part is made of is no composition: the reader of tables goes by its name.
                if part.is_hard() {
                    continue;
                }
                let ids = |part: &reloom::model::Part| {
                    let mut ids: Vec<String> =
                        part.fibres.iter().map(|line| line.fibre.to_string()).collect();
                    ids.sort();
                    ids.dedup();
                    ids
                };
                assert_eq!(ids(read), ids(part), "{id}: {}", part.id);
            }
        }
    }
}

const COLUMNS: [(Field, Option<Column>); 16] = [
    (Field::Code, None),
    (Field::Name, Some(Column::Material)),
    (Field::Role, Some(Column::Placement)),
    (Field::Composition, Some(Column::Composition)),
    (Field::Gsm, Some(Column::Gsm)),
    (Field::Width, Some(Column::Width)),
    (Field::Consumption, Some(Column::Consumption)),
    (Field::Unit, Some(Column::Unit)),
    (Field::Marker, Some(Column::Marker)),
    (Field::Wastage, Some(Column::Wastage)),
    (Field::PieceWeight, Some(Column::PieceWeight)),
    (Field::InProduct, None),
    (Field::Removable, None),
    (Field::Supplier, Some(Column::Supplier)),
    (Field::Certificate, Some(Column::Certificate)),
    (Field::Note, Some(Column::Details)),
];

/// The sheet of parts of the workbook of `project`, with what `change` does to its rows.
fn edited(project: &Project, lang: Lang, change: impl FnOnce(&mut Vec<Vec<String>>)) -> Returned {
    let assessment = assess(project, Library::builtin());
    let sheets = bom::sheets(&bytes(project, &assessment, lang)).unwrap();
    let sheet = sheets
        .iter()
        .find(|sheet| sheet.name() == WorkbookMsg::Parts.text(lang))
        .unwrap();
    let mut rows: Vec<Vec<String>> = (0..sheet.height()).map(|row| sheet.row(row).to_vec()).collect();
    for row in &mut rows {
        row.resize(Field::ALL.len(), String::new());
    }
    change(&mut rows);
    returned(&[Sheet::new(rows).unwrap()], project, Library::builtin()).unwrap()
}

/// The edits when the cell of `field` in the row of the part at `at` says `text`.
fn edits(project: &Project, at: usize, field: Field, text: &str) -> Vec<Edit> {
    let back = edited(project, Lang::En, |rows| {
        text.clone_into(&mut rows[at + 1][field.place()]);
    });
    let refused: Vec<&str> = back.refused.iter().map(|change| change.text(Lang::En)).collect();
    assert!(refused.is_empty(), "{refused:?}");
    back.changes.into_iter().flat_map(|change| change.edits).collect()
}

#[test]
fn what_is_not_edited_changes_nothing() {
    for preset in presets::all() {
        let project = preset.project().unwrap();
        for lang in Lang::ALL {
            let back = edited(&project, lang, |_| {});
            assert_eq!(back, Returned::default(), "{}", preset.id);
            assert_eq!(back.edit(), None);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn any_project_comes_back_as_it_went(project in any_project(), zh in any::<bool>()) {
        prop_assume!(!project.product.parts.is_empty());
        let lang = if zh { Lang::Zh } else { Lang::En };
        prop_assert_eq!(edited(&project, lang, |_| {}), Returned::default());
    }

    #[test]
    fn one_changed_cell_is_exactly_that_edit(project in any_project(), at in 0_usize..8, text in "[A-Z][a-z]{2,8}") {
        prop_assume!(!project.product.parts.is_empty());
        let at = at % project.product.parts.len();
        let part = &project.product.parts[at];
        prop_assume!(part.papers.supplier != text && part.name.en != text);
        let own = |change: PartEdit| vec![Edit::part(&part.id, change)];
        let supplier = own(PartEdit::SetPaper(Paper::Supplier, text.clone()));
        prop_assert_eq!(edits(&project, at, Field::Supplier, &text), supplier);
        let name = own(PartEdit::Rename(Lang::En, text.clone()));
        prop_assert_eq!(edits(&project, at, Field::Name, &text), name);
        let fibres = edits(&project, at, Field::Composition, "70% cotton 30% recycled polyester");
        let is_two = matches!(fibres.as_slice(), [Edit::Part { change: PartEdit::SetFibres(lines), .. }] if lines.len() == 2);
        prop_assert!(is_two);
    }
}

#[test]
fn a_changed_quantity_is_read_as_any_table_is() {
    let mut project = project("school_uniform");
    let part = &mut project.product.parts[0];
    part.cloth = Some(reloom::model::Cloth {
        gsm: 200.0,
        extent: reloom::model::Extent::Length {
            metres: 1.4,
            width_m: 1.5,
        },
        kept: 0.8,
    });
    part.mass = reloom::quantity::Mass::new(0.336).unwrap();
    let cloth = part.cloth.unwrap();
    let id = part.id.clone();
    let one = |change: PartEdit| vec![Edit::part(&id, change)];
    let heavier = reloom::model::Cloth { gsm: 250.0, ..cloth };
    assert_eq!(
        edits(&project, 0, Field::Gsm, "250"),
        one(PartEdit::SetCloth(Some(heavier)))
    );
    let longer = reloom::model::Cloth {
        extent: reloom::model::Extent::Length {
            metres: 1.6,
            width_m: 1.5,
        },
        ..cloth
    };
    assert_eq!(
        edits(&project, 0, Field::Consumption, "1.6"),
        one(PartEdit::SetCloth(Some(longer)))
    );
    let easily = edits(&project, 0, Field::Removable, "Comes off easily");
    assert_eq!(easily, one(PartEdit::SetRemovable(Removable::Easily)));
    assert_eq!(
        edits(&project, 0, Field::Role, "Lining"),
        one(PartEdit::SetRole(Role::Lining))
    );
    // What cannot be a figure is refused with its row, and the rest is taken.
    let back = edited(&project, Lang::En, |rows| {
        "heavy".clone_into(&mut rows[1][Field::Gsm.place()]);
        "Mill".clone_into(&mut rows[1][Field::Supplier.place()]);
    });
    assert_eq!(back.changes.len(), 1);
    let [refused] = back.refused.as_slice() else {
        panic!("{back:?}")
    };
    assert!(
        refused.text(Lang::En).starts_with("Row 2, GSM (g/m2): “heavy”"),
        "{}",
        refused.text(Lang::En)
    );
}

#[test]
fn a_loss_of_a_bought_part_is_refused_alone() {
    let project = project("school_uniform");
    let parts = &project.product.parts;
    let bought = parts
        .iter()
        .position(|part| part.making == Making::Bought && part.cloth.is_none());
    let bought = bought.unwrap();
    for (lang, word) in [(Lang::En, "cutting loss"), (Lang::Zh, "外购")] {
        for field in [Field::Marker, Field::Wastage] {
            let back = edited(&project, lang, |rows| {
                let row = &mut rows[bought + 1];
                "7".clone_into(&mut row[field.place()]);
                "Mill".clone_into(&mut row[Field::Supplier.place()]);
                "Maker".clone_into(&mut rows[1][Field::Supplier.place()]);
            });
            let [refused] = back.refused.as_slice() else {
                panic!("{back:?}")
            };
            let said = refused.text(lang);
            assert!(said.contains(field.head(lang)) && said.contains(word), "{said}");
            assert_eq!(back.changes.len(), 2, "{back:?}");
            let after = back.edit().unwrap().apply(&project).unwrap();
            assert_eq!(after.product.parts[bought].papers.supplier, "Mill");
            assert_eq!(after.product.parts[0].papers.supplier, "Maker");
        }
    }
}

#[test]
fn what_one_part_refuses_holds_no_other_cell_back() {
    let project = project("school_uniform");
    let back = edited(&project, Lang::En, |rows| {
        "0".clone_into(&mut rows[1][Field::Marker.place()]);
        "-5".clone_into(&mut rows[1][Field::PieceWeight.place()]);
        "Mill".clone_into(&mut rows[2][Field::Supplier.place()]);
    });
    let after = back.edit().unwrap().apply(&project).unwrap();
    assert_eq!(after.product.parts[1].papers.supplier, "Mill");
    assert_eq!(
        after.product.parts[0].mass, project.product.parts[0].mass,
        "{back:?}"
    );
}

#[test]
fn rows_are_added_and_taken_out() {
    let project = project("tshirt");
    let count = project.product.parts.len();
    let back = edited(&project, Lang::En, |rows| {
        let mut row = vec![String::new(); Field::ALL.len()];
        for (field, text) in [
            (Field::Name, "Drawcord"),
            (Field::Role, "Drawcord"),
            (Field::Composition, "100% cotton"),
            (Field::Consumption, "1"),
            (Field::Unit, "pcs"),
            (Field::PieceWeight, "8"),
        ] {
            text.clone_into(&mut row[field.place()]);
        }
        rows.remove(1);
        rows.push(row);
    });
    assert_eq!((back.changes.len(), back.refused.len()), (2, 0), "{back:?}");
    let after = back.edit().unwrap().apply(&project).unwrap();
    assert_eq!(after.product.parts.len(), count);
    let new = after.product.parts.last().unwrap();
    assert_eq!((new.name.en.as_str(), new.role), ("Drawcord", Role::Drawcord));
    assert!((new.mass.grams() - 8.0).abs() < 1e-9);
}

#[test]
fn a_workbook_of_another_project_is_not_taken() {
    let (one, mut other) = (project("tshirt"), project("jeans"));
    for (at, part) in other.product.parts.iter_mut().enumerate() {
        part.id = format!("other_{at}").into();
    }
    let assessment = assess(&one, Library::builtin());
    let sheets = bom::sheets(&bytes(&one, &assessment, Lang::En)).unwrap();
    assert_eq!(returned(&sheets, &other, Library::builtin()), None);
}

#[test]
fn the_empty_table_has_the_headings_that_are_read() {
    for lang in Lang::ALL {
        let bytes = template(lang, "2026-11-25").unwrap();
        let table = sheet(&bytes, WorkbookMsg::Parts.text(lang));
        let heads: Vec<String> = table
            .rows()
            .next()
            .unwrap()
            .iter()
            .map(ToString::to_string)
            .collect();
        assert!(heads.contains(&PartsSheetMsg::Composition.text(lang).to_owned()));
        assert!(!heads.contains(&PartsSheetMsg::Code.text(lang).to_owned()));
        let sheet = Sheet::new(vec![heads]).unwrap();
        let mapping = Mapping::detect(&sheet, &Memory::default()).unwrap();
        assert_eq!(mapping.count(), 13, "{lang:?}");
    }
}

#[test]
fn export_and_import_are_commands() {
    let dir = tempfile::tempdir().unwrap();
    let (book, out) = (dir.path().join("校 服.xlsx"), dir.path().join("back.ron"));
    let call = |words: &[&std::ffi::OsStr]| {
        let words = [OsString::from("reloom")]
            .into_iter()
            .chain(words.iter().map(|word| (*word).to_owned()));
        let cli = <Cli as clap::Parser>::try_parse_from(words).unwrap();
        let (mut said, mut err) = (Vec::new(), Vec::new());
        let code = run(&cli.command.unwrap(), Lang::En, &mut said, &mut err);
        (
            code,
            String::from_utf8(said).unwrap(),
            String::from_utf8(err).unwrap(),
        )
    };
    let preset = "preset:tshirt".as_ref();
    let (code, said, err) = call(&[
        "export".as_ref(),
        preset,
        "-o".as_ref(),
        book.as_ref(),
        "--draws".as_ref(),
        "20".as_ref(),
    ]);
    assert_eq!((code, said.as_str(), err.as_str()), (0, "", ""));
    let (code, said, _) = call(&[
        "import".as_ref(),
        book.as_ref(),
        "--into".as_ref(),
        preset,
        "-o".as_ref(),
        out.as_ref(),
    ]);
    assert_eq!(code, 0, "{said}");
    let json: serde_json::Value = serde_json::from_str(&said).unwrap();
    assert_eq!(json["changes"], serde_json::json!([]));
    // A folder in the place of the file: a sentence, and nothing is lost.
    let folder = dir.path().join("folder.xlsx");
    std::fs::create_dir(&folder).unwrap();
    let (code, said, err) = call(&[
        "export".as_ref(),
        preset,
        "-o".as_ref(),
        folder.as_ref(),
        "--draws".as_ref(),
        "0".as_ref(),
    ]);
    assert_eq!((code, said.as_str()), (4, ""), "{err}");
    assert_eq!(err.lines().count(), 1, "{err}");
}
