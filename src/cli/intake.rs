//! Commands on what people already have: composition labels and bills of materials.

use super::input::located;
use super::{Done, Failure, write_json};
use crate::data::{Kind, Library};
use crate::intake::bom::{self, Bom, Mapping, Sheet};
use crate::intake::{self, DEFAULT_KIND, Settings, label};
use crate::model::{KindId, Name, Project};
use crate::project_file;
use crate::report::intake::{ImportJson, LabelJson};
use crate::store::{self, Expected, Problem};
use crate::text::{BomMsg, CliMsg, Lang};
use std::io::Write;
use std::path::Path;

pub fn parse_label(text: &str, lang: Lang, out: &mut dyn Write) -> Result<Done, Failure> {
    let label = label::parse(text);
    write_json(out, &LabelJson::of(&label, lang))?;
    Ok(if label.is_doubtful() {
        Done::WithFindings
    } else {
        Done::Clean
    })
}

/// What `import` was asked to do.
#[derive(Debug, Clone, Copy)]
pub struct Import<'a> {
    /// The table.
    pub table: &'a Path,
    /// The project to write.
    pub output: &'a Path,
    /// Kind of garment, where given.
    pub garment: Option<&'a str>,
}

pub fn import(
    asked: Import<'_>,
    lang: Lang,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> Result<Done, Failure> {
    if store::is_same_file(asked.table, asked.output) {
        return Err(located(asked.output.as_os_str(), CliMsg::SameFile.text(lang)));
    }
    let library = Library::builtin();
    let bytes = store::open(asked.table).map_err(|error| Failure::Input(error.text(lang)))?;
    let unreadable = |error: bom::TableError| located(asked.table.as_os_str(), &error.text(lang));
    let sheets = bom::sheets(&bytes).map_err(unreadable)?;
    let (sheet, mapping) = bom::choose(sheets).map_err(unreadable)?;
    let kind = kind(&asked, &sheet, &mapping, library, lang)?;
    let bom = Bom::read(&sheet, &mapping, Some(kind), library);
    if bom.lines.iter().all(|line| line.part.is_none()) {
        return Err(located(asked.table.as_os_str(), &nothing_read(&bom, lang)));
    }
    let project = new_project(&bom, &asked, kind);
    save(&project, &bytes, asked.output, lang)?;
    if asked.garment.is_none() {
        writeln!(
            err,
            "{}",
            CliMsg::KindAssumed.with(lang, &[("kind", kind.name.get(lang))])
        )?;
    }
    write_json(out, &ImportJson::of(&bom, lang))?;
    let is_clean = bom.lines.iter().all(|line| line.status() == bom::Status::Read);
    Ok(if is_clean { Done::Clean } else { Done::WithFindings })
}

/// The kind of garment that was asked for, that the words above the table name, or the usual one.
fn kind<'a>(
    asked: &Import<'_>,
    sheet: &Sheet,
    mapping: &Mapping,
    library: &'a Library,
    lang: Lang,
) -> Result<&'a Kind, Failure> {
    let id = match asked.garment {
        Some(id) => KindId::from(id),
        None => bom::named_kind(sheet, mapping)
            .cloned()
            .unwrap_or_else(|| DEFAULT_KIND.into()),
    };
    library.kind(&id).ok_or_else(|| {
        let known: Vec<&str> = library.kinds.iter().map(|kind| kind.id.as_str()).collect();
        let values = [("id", id.as_str()), ("known", &known.join(", "))];
        Failure::Input(CliMsg::UnknownKind.with(lang, &values))
    })
}

fn nothing_read(bom: &Bom, lang: Lang) -> String {
    let first = bom.lines.iter().find(|line| !line.reasons.is_empty());
    match first {
        Some(line) => BomMsg::NothingRead.with(lang, &[("reason", &line.reason(lang))]),
        None => BomMsg::Empty.text(lang).to_owned(),
    }
}

fn new_project(bom: &Bom, asked: &Import<'_>, kind: &Kind) -> Project {
    let stem = |path: &Path| {
        let stem = path.file_stem();
        stem.map(|stem| stem.to_string_lossy().into_owned())
            .unwrap_or_default()
    };
    let settings = Settings {
        id: intake::project_id(&stem(asked.output)),
        name: Name::new(stem(asked.table), ""),
        kind: kind.id.clone(),
    };
    intake::new_project(bom, settings)
}

/// Writes the project; a table, a file of another kind or one of a newer version is never written over.
fn save(project: &Project, table: &[u8], path: &Path, lang: Lang) -> Result<(), Failure> {
    let text = project_file::write(project, None).map_err(|error| Failure::File(error.text(lang)))?;
    let may_overwrite = |before: &[u8]| {
        if before == table {
            return Err(Problem::Input);
        }
        project_file::may_replace_project(before).map_err(Problem::from)
    };
    let saved = store::save(path, &text, Expected::Anything, may_overwrite);
    saved.map(drop).map_err(|error| Failure::File(error.text(lang)))
}
