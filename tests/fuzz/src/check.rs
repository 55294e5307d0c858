//! What must hold for any bytes, for the fuzz targets and for the tests that replay what they found.

use reloom::assess::assess;
use reloom::data::Library;
use reloom::intake::bom::{Bom, Sheet, TableError, choose, from_text, sheets};
use reloom::intake::{DEFAULT_KIND, Settings, label, new_project};
use reloom::model::Name;
use reloom::project_file::{read, read_set, write, write_set};
use reloom::text::Lang;

/// As a project file or a factor set: read or refused with a sentence, and what is read is written and assessed.
pub fn file_reader(bytes: &[u8]) {
    match read(bytes) {
        Ok(found) => {
            let values = Some(&found.library_values);
            let text = write(&found.project, values).expect("what was read can be written");
            assert_eq!(
                read(text.as_bytes()).as_ref(),
                Ok(&found),
                "and opens as the same project"
            );
            let _ = assess(&found.project, Library::builtin());
        }
        Err(error) => speaks(|lang| error.text(lang)),
    }
    if let Ok(set) = read_set(bytes) {
        let text = write_set(&set).expect("what was read can be written");
        assert_eq!(read_set(text.as_bytes()), Ok(set), "and opens as the same set");
    }
}

/// As a composition label: parts and findings.
pub fn label(text: &str) {
    let label = label::parse(text);
    for part in &label.parts {
        assert!(part.sum().is_finite());
        for fibre in &part.fibres {
            assert!((0.0..=100.0).contains(&fibre.recycled_percent), "{fibre:?}");
        }
    }
    for finding in &label.findings {
        speaks(|lang| finding.text(lang));
    }
}

/// As a bill of materials, from a file and pasted: every row read, doubtful or skipped, and a project to save and assess.
pub fn bom(bytes: &[u8]) {
    table(sheets(bytes));
    if let Ok(text) = std::str::from_utf8(bytes) {
        table(from_text(text));
    }
}

fn table(sheets: Result<Vec<Sheet>, TableError>) {
    let (sheet, mapping) = match sheets.and_then(choose) {
        Ok(chosen) => chosen,
        Err(error) => return speaks(|lang| error.text(lang)),
    };
    let library = Library::builtin();
    let kind = library.kind(&DEFAULT_KIND.into());
    let bom = Bom::read(&sheet, &mapping, kind, library);
    let totals = bom.totals();
    assert!(
        totals.product_kg.is_finite() && totals.gross_kg.is_finite(),
        "{totals:?}"
    );
    for line in bom.lines.iter().filter(|line| !line.reasons.is_empty()) {
        speaks(|lang| line.reason(lang));
    }
    let settings = Settings {
        id: "table".to_owned(),
        name: Name::new("x", "x"),
        kind: DEFAULT_KIND.into(),
    };
    let project = new_project(&bom, settings);
    let text = write(&project, None).expect("what was imported can be saved");
    let opened = read(text.as_bytes()).expect("and opened");
    let _ = assess(&opened.project, library);
}

fn speaks(text: impl Fn(Lang) -> String) {
    for lang in Lang::ALL {
        assert!(!text(lang).is_empty());
    }
}
