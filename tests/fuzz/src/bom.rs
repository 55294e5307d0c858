//! Any bytes as a bill of materials, from a file and pasted: every row read, doubtful or skipped, and a project to assess.

#![no_main]

use libfuzzer_sys::fuzz_target;
use reloom::assess::assess;
use reloom::data::Library;
use reloom::intake::bom::{Bom, Sheet, TableError, choose, from_text, sheets};
use reloom::intake::{DEFAULT_PATHWAYS, Settings, project};
use reloom::model::{Name, Project};
use reloom::presets;
use reloom::project_file;
use reloom::text::Lang;
use std::sync::LazyLock;

static SAMPLE: LazyLock<Project> = LazyLock::new(|| {
    let sample = presets::get(DEFAULT_PATHWAYS).expect("a sample");
    sample.project().expect("the sample opens")
});

fuzz_target!(|bytes: &[u8]| {
    check(sheets(bytes));
    if let Ok(text) = std::str::from_utf8(bytes) {
        check(from_text(text));
    }
});

fn check(sheets: Result<Vec<Sheet>, TableError>) {
    let (sheet, mapping) = match sheets.and_then(choose) {
        Ok(chosen) => chosen,
        Err(error) => {
            assert!(!error.text(Lang::En).is_empty() && !error.text(Lang::Zh).is_empty());
            return;
        }
    };
    let library = Library::builtin();
    let kind = library.kind(&"uniform_jacket".into());
    let bom = Bom::read(&sheet, &mapping, kind, library);
    let totals = bom.totals();
    assert!(
        totals.product_kg.is_finite() && totals.gross_kg.is_finite(),
        "{totals:?}"
    );
    for line in &bom.lines {
        assert!(line.reason(Lang::En).is_empty() == line.reasons.is_empty());
        assert!(line.reason(Lang::Zh).is_empty() == line.reasons.is_empty());
    }
    let settings = Settings {
        id: "fuzz".to_owned(),
        name: Name::new("x", "x"),
        kind: "uniform_jacket".into(),
    };
    let made = project(&bom, settings, &SAMPLE);
    let text = project_file::write(&made, None).expect("what was imported can be saved");
    let opened = project_file::read(text.as_bytes()).expect("and opened");
    let _ = assess(&opened.project, library);
}
