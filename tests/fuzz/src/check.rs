//! What must hold for any bytes, for the fuzz targets and for the tests that replay what they found.

use reloom::assess::{Engine, Misfit, Outcomes, assess, misfits};
use reloom::data::{Library, Practices};
use reloom::edit::Edit;
use reloom::intake::bom::{Bom, Sheet, TableError, choose, from_text, sheets};
use reloom::intake::{DEFAULT_KIND, Settings, label, new_project};
use reloom::lesson::code::Codebook;
use reloom::lesson::file::{read_pack, write_pack};
use reloom::lesson::quiz::{gift, sheet};
use reloom::lesson::{self, shipped};
use reloom::model::Name;
use reloom::presets;
use reloom::project_file::{Flag, read, read_practices, read_set, write, write_practices, write_set};
use reloom::report::resolved;
use reloom::text::Lang;
use std::sync::OnceLock;

/// As a project file: refused with a sentence, or read, written and opened again; no figure of it is one that cannot be.
pub fn project(bytes: &[u8]) {
    match read(bytes) {
        Ok(found) => {
            let values = Some(&found.library_values);
            let text = write(&found.project, values).expect("what was read can be written");
            let back = read(text.as_bytes()).expect("and opens again");
            // What was renamed has its new name in what was written.
            let renamed = |flag: &&Flag| matches!(flag, Flag::Renamed(_));
            let flags: Vec<&Flag> = found.flags.iter().filter(|flag| !renamed(flag)).collect();
            assert_eq!(
                (&back.project, &back.library_values, back.flags.iter().collect()),
                (&found.project, &found.library_values, flags),
                "as the same project"
            );
            let assessment = assess(&found.project, Library::builtin());
            // What is odd in the file is said; what is not must be sound, but for circles that hardly anything leaves.
            let sound = |figures| {
                let found = misfits(figures, &assessment.product);
                found.iter().all(|one| matches!(one, Misfit::Endless(..)))
            };
            assert!(!found.flags.is_empty() || assessment.pathways.iter().all(sound));
        }
        Err(error) => speaks(|lang| error.text(lang)),
    }
}

/// As a factor set: refused with a sentence, or read, written, opened again and put into a project.
pub fn factor_set(bytes: &[u8]) {
    match read_set(bytes) {
        Ok(set) => {
            let text = write_set(&set).expect("what was read can be written");
            assert_eq!(
                read_set(text.as_bytes()).as_ref(),
                Ok(&set),
                "and opens as the same set"
            );
            let preset = presets::get("tshirt").expect("a preset");
            let project = preset.project().expect("that opens");
            let with_set = Edit::SetOverrides(set.figures).apply(&project);
            let with_set = with_set.expect("what a set may hold the window takes");
            let assessment = assess(&with_set, Library::builtin());
            for figures in &assessment.pathways {
                assert_eq!(misfits(figures, &assessment.product), []);
            }
        }
        Err(error) => speaks(|lang| error.text(lang)),
    }
}

/// As a pack of practice cards: refused with a sentence, or read, written, opened again and put to the cards of the program,
/// where a second time nothing is added.
pub fn practice(bytes: &[u8]) {
    match read_practices(bytes) {
        Ok(pack) => {
            let text = write_practices(&pack).expect("what was read can be written");
            let back = read_practices(text.as_bytes());
            assert_eq!(back.as_ref(), Ok(&pack), "and opens as the same pack");
            for flag in pack.flags(Library::builtin()) {
                speaks(|lang| flag.text(lang));
            }
            let mut all = Practices::with_own(&pack.cards);
            let count = all.cards.len();
            let again = all.take_in(pack.cards.iter().cloned());
            assert_eq!((all.cards.len(), again.same), (count, pack.cards.len()));
            for card in &pack.cards {
                all.matches(card, Library::builtin(), "sz");
            }
        }
        Err(error) => speaks(|lang| error.text(lang)),
    }
}

/// As a lesson: refused with a sentence, or looked over, written and opened again; quizzes and codes stand any text.
pub fn lesson(bytes: &[u8]) {
    match read_pack(bytes) {
        Ok(pack) => {
            for finding in lesson::check(&pack, Library::builtin()) {
                speaks(|lang| finding.text(lang));
            }
            // What cannot be written is said, such as an id that no file can bear.
            match write_pack(&pack) {
                Ok(written) => {
                    let back = read_pack(&written).expect("what was written opens");
                    assert_eq!(back.lesson, pack.lesson, "as the same lesson");
                }
                Err(error) => speaks(|lang| error.text(lang)),
            }
        }
        Err(error) => speaks(|lang| error.text(lang)),
    }
    let text = String::from_utf8_lossy(bytes);
    if let Err(error) = gift::read(&text) {
        speaks(|lang| error.text(lang));
    }
    if let Err(error) = sheet::read(&text) {
        speaks(|lang| error.text(lang));
    }
    if let Err(error) = book().read(&text, &[]) {
        speaks(|lang| error.text(lang));
    }
}

/// The codes of a lesson, made once.
fn book() -> &'static Codebook {
    static BOOK: OnceLock<Codebook> = OnceLock::new();
    BOOK.get_or_init(|| {
        let script = shipped::get("script").expect("a lesson");
        Codebook::of(&script.pack().expect("that opens"), Library::builtin())
    })
}

/// As a resolved model: refused, or its figures are such as can be.
pub fn model(text: &str) {
    let Ok(model) = resolved::read(text) else {
        return;
    };
    let engine = Engine::of_model(&model);
    if engine.pathways.iter().any(|pathway| pathway.plan.is_err()) {
        return;
    }
    let numbers = engine.central();
    let mut outcomes = Outcomes::default();
    engine.evaluate(&numbers, &mut outcomes);
    for outcome in &outcomes.pathways {
        let circularity = &outcome.circularity;
        assert!((0.0..=1.0).contains(&circularity.mci.mci), "{circularity:?}");
        let sum: f64 = circularity.outflow.shares().iter().sum();
        assert!((sum - 1.0).abs() < 1e-6, "{circularity:?}");
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
