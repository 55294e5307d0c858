//! Commands on what people already have: composition labels and bills of materials.

use super::import::{Choices, ImportFormat};
use super::input::located;
use super::{Done, Failure, returned, write_json};
use crate::data::{Kind, Library};
use crate::intake::bom::{self, Answer, Bom, Finding, Memory, Sheet};
use crate::intake::{self, DEFAULT_KIND, Draft, Settings, label};
use crate::model::{KindId, Name, Project};
use crate::project_file;
use crate::report::intake::{ImportJson, LabelJson};
use crate::store::{self, Expected, Problem};
use crate::text::{BomMsg, CliMsg, Lang, number};
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
    /// What is answered about the table.
    pub choices: &'a Choices,
}

impl<'a> Import<'a> {
    /// `table` to be written as the project `output`.
    pub(super) const fn of(table: &'a Path, output: &'a Path, choices: &'a Choices) -> Self {
        Self {
            table,
            output,
            choices,
        }
    }
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
    if let Some(into) = &asked.choices.into {
        return returned::import(asked, into, lang, out);
    }
    let library = Library::builtin();
    let bytes = store::open(asked.table).map_err(|error| Failure::Input(error.text(lang)))?;
    let unreadable = |error: bom::TableError| located(asked.table.as_os_str(), &error.text(lang));
    let sheets = bom::sheets(&bytes).map_err(unreadable)?;
    let memory = Memory::default();
    let mut draft = Draft::known(sheets, &memory).map_err(unreadable)?;
    choose(&mut draft, &asked, lang)?;
    let kind = kind(&asked, &draft, library, lang)?;
    draft.set_kind(kind.id.clone());
    let bom = draft.read(&kind.id, library);
    if let Some(refusal) = refusal(&bom, &draft, &asked, lang) {
        print(&bom, &draft, asked.choices.format, lang, out)?;
        return Err(located(asked.table.as_os_str(), &refusal));
    }
    let project = new_project(&bom, &asked, kind);
    save(&project, &bytes, asked.output, lang)?;
    if asked.choices.garment.is_none() {
        writeln!(
            err,
            "{}",
            CliMsg::KindAssumed.with(lang, &[("kind", kind.name.get(lang))])
        )?;
    }
    ask(&bom, lang, err)?;
    print(&bom, &draft, asked.choices.format, lang, out)?;
    let is_clean = bom.lines.iter().all(|line| line.status() == bom::Status::Read);
    let is_silent = bom
        .findings
        .iter()
        .all(|found| matches!(found, Finding::OtherSheets(_)));
    Ok(if is_clean && is_silent {
        Done::Clean
    } else {
        Done::WithFindings
    })
}

/// Takes the sheet, table, size and so on that were asked for.
fn choose(draft: &mut Draft, asked: &Import<'_>, lang: Lang) -> Result<(), Failure> {
    let refuse = |message: BomMsg, values: &[(&str, &str)]| {
        located(asked.table.as_os_str(), &message.with(lang, values))
    };
    let memory = Memory::default();
    let choices = asked.choices;
    if let Some(name) = &choices.sheet {
        let names: Vec<&str> = draft.sheets().iter().map(Sheet::name).collect();
        let number = name
            .parse::<usize>()
            .ok()
            .and_then(|number| number.checked_sub(1));
        let place = names.iter().position(|known| known == name).or(number);
        let place = place.filter(|place| *place < names.len());
        let all = names.join(lang.comma());
        let place = place.ok_or_else(|| refuse(BomMsg::NoSheet, &[("name", name), ("sheets", &all)]))?;
        draft.choose_sheet(place, &memory);
    }
    if let Some(number) = choices.table_number {
        let tables = draft.mapping().tables().to_vec();
        let row = number.checked_sub(1).and_then(|place| tables.get(place));
        let (name, count) = (number.to_string(), tables.len().max(1).to_string());
        let is_only = tables.is_empty() && number == 1;
        match row {
            Some((row, _)) => draft.answer(&Answer::Table(*row), &memory),
            None if is_only => {}
            None => return Err(refuse(BomMsg::NoTable, &[("name", &name), ("count", &count)])),
        }
    }
    if let Some(size) = &choices.size {
        let sizes = draft.mapping().sizes().0.join(lang.comma());
        draft.answer(&Answer::Size(size.clone()), &memory);
        if !draft.is_size_chosen() {
            return Err(refuse(BomMsg::NoSize, &[("name", size), ("sizes", &sizes)]));
        }
    }
    if let Some(text) = &choices.per {
        let per = bom::garments(text).ok_or_else(|| refuse(BomMsg::BadPer, &[("text", text)]))?;
        draft.answer(&Answer::Per(per), &memory);
    }
    if let Some(take) = choices.alike {
        draft.answer(&Answer::Alike(take.into()), &memory);
    }
    if choices.anyway {
        draft.answer(&Answer::Right, &memory);
    }
    Ok(())
}

/// The kind of garment that was asked for, that the words above the table name, or the usual one.
fn kind<'a>(
    asked: &Import<'_>,
    draft: &Draft,
    library: &'a Library,
    lang: Lang,
) -> Result<&'a Kind, Failure> {
    let id = match &asked.choices.garment {
        Some(id) => KindId::from(id.as_str()),
        None => draft.kind(&DEFAULT_KIND.into()).0,
    };
    library.kind(&id).ok_or_else(|| {
        let known: Vec<&str> = library.kinds.iter().map(|kind| kind.id.as_str()).collect();
        let values = [("id", id.as_str()), ("known", &known.join(", "))];
        Failure::Input(CliMsg::UnknownKind.with(lang, &values))
    })
}

/// Why no project is written: no row gives a part, or none of them is the main fabric. It names the sheet, the headings,
/// how many rows were tried and the first reasons.
fn refusal(bom: &Bom, draft: &Draft, asked: &Import<'_>, lang: Lang) -> Option<String> {
    const REASONS: usize = 3;
    let has_parts = bom.lines.iter().any(|line| line.part.is_some());
    let side = bom.findings.iter().find_map(|found| match found {
        Finding::OnlySide(kg) if !asked.choices.anyway => Some(*kg),
        _ => None,
    });
    if has_parts && side.is_none() {
        return None;
    }
    let (sheet, mapping) = (draft.sheet(), draft.mapping());
    let name = match sheet.name() {
        "" => BomMsg::TheTable.text(lang).to_owned(),
        name => BomMsg::SheetNamed.with(lang, &[("name", name)]),
    };
    let known = (0..sheet.width()).filter(|place| mapping.column_at(*place).is_some());
    let headings: Vec<String> = known.map(|place| mapping.heading(sheet, place)).collect();
    let asking = bom.lines.iter().filter(|line| line.is_question());
    let others = bom
        .lines
        .iter()
        .filter(|line| !line.is_question() && !line.reasons.is_empty());
    let reasons: Vec<String> = asking
        .chain(others)
        .take(REASONS)
        .map(|line| line.reason(lang))
        .collect();
    let mass = side.map(|kg| number::grams(kg, lang)).unwrap_or_default();
    let values = [
        ("sheet", name),
        ("headings", headings.join(lang.comma())),
        ("rows", bom.lines.len().to_string()),
        ("reasons", reasons.join(lang.gap())),
        ("mass", mass),
    ];
    let values = values.each_ref().map(|(key, value)| (*key, value.as_str()));
    let message = if has_parts {
        BomMsg::SideRows
    } else {
        BomMsg::NothingRead
    };
    Some(message.with(lang, &values).replace(['\n', '\r'], " "))
}

/// What there is to ask, one line each, with the options that answer it.
fn ask(bom: &Bom, lang: Lang, err: &mut dyn Write) -> Result<(), Failure> {
    for found in &bom.findings {
        let answers = found.answers();
        let options: Vec<String> = answers.iter().map(|answer| found.option(answer)).collect();
        if options.is_empty() {
            writeln!(err, "{}", found.text(lang))?;
        } else {
            writeln!(err, "{} [{}]", found.text(lang), options.join(" | "))?;
        }
    }
    Ok(())
}

fn print(
    bom: &Bom,
    draft: &Draft,
    format: ImportFormat,
    lang: Lang,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    let json = ImportJson::of(bom, draft.sheet(), draft.mapping(), lang);
    match format {
        ImportFormat::Json => write_json(out, &json),
        ImportFormat::Table => {
            for line in &bom.lines {
                let masses = [line.product_kg, line.gross_kg].map(|kg| number::grams(kg, lang));
                let [product, gross] = masses;
                let reason = line.reason(lang);
                let status = line.status().key();
                writeln!(
                    out,
                    "{:>4}  {status:<8}  {product:>10}  {gross:>10}  {}",
                    line.row, line.material
                )?;
                if !reason.is_empty() {
                    writeln!(out, "      {reason}")?;
                }
            }
            let totals = bom.totals();
            let masses = [totals.product_kg, totals.gross_kg, totals.packaging_kg];
            let [product, gross, packaging] = masses.map(|kg| number::grams(kg, lang));
            let values = [("product", product), ("gross", gross), ("packaging", packaging)];
            let values = values.each_ref().map(|(key, value)| (*key, value.as_str()));
            Ok(writeln!(out, "{}", CliMsg::ImportTotals.with(lang, &values))?)
        }
    }
}

/// The name of a file without its ending.
pub(super) fn stem(path: &Path) -> String {
    let stem = path.file_stem();
    stem.map(|stem| stem.to_string_lossy().into_owned())
        .unwrap_or_default()
}

fn new_project(bom: &Bom, asked: &Import<'_>, kind: &Kind) -> Project {
    let settings = Settings {
        id: intake::project_id(&stem(asked.output)),
        name: Name::new(stem(asked.table), ""),
        kind: kind.id.clone(),
    };
    intake::new_project(bom, settings)
}

/// Writes the project; a table, a file of another kind or one of a newer version is never written over.
pub(super) fn save(project: &Project, table: &[u8], path: &Path, lang: Lang) -> Result<(), Failure> {
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
