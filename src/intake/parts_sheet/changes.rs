//! A sheet that comes back: which of its cells changed, and the edits that they ask for.

use super::before::{Before, reason, said_in};
use super::cells::{Cell, Row, row};
use super::fibres::fibres;
use super::{Field, figures};
use crate::data::Library;
use crate::edit::{Edit, EditError, PartEdit};
use crate::intake::bom::{Line, Sheet};
use crate::model::{Assumed, Paper, Part, PartId, Project, Removable, Role};
use crate::text::{ActMsg, CommonMsg, Lang, PartsSheetMsg, parse_number};
use std::collections::BTreeSet;

/// A changed cell, a new row or one that is gone, with the edits that it asks for.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// What changes, in English and Chinese.
    said: [String; 2],
    /// The edits.
    pub edits: Vec<Edit>,
}

impl Change {
    fn new(say: impl Fn(Lang) -> String, edits: Vec<Edit>) -> Self {
        Self {
            said: Lang::ALL.map(say),
            edits,
        }
    }

    /// What changes, as a sentence.
    pub fn text(&self, lang: Lang) -> &str {
        let [en, zh] = &self.said;
        match lang {
            Lang::En => en,
            Lang::Zh | Lang::Both => zh,
        }
    }
}

/// What came back.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Returned {
    /// What changes.
    pub changes: Vec<Change>,
    /// What cannot be taken, and why; it has no edits.
    pub refused: Vec<Change>,
}

impl Returned {
    /// All edits as one step; none where nothing changes.
    pub fn edit(&self) -> Option<Edit> {
        let edits: Vec<Edit> = self
            .changes
            .iter()
            .flat_map(|change| change.edits.clone())
            .collect();
        (!edits.is_empty()).then_some(Edit::Together(edits))
    }
}

/// What the first of `sheets` that lists the parts of `project` under our headings says of them; none where no sheet does.
pub fn returned(sheets: &[Sheet], project: &Project, library: &Library) -> Option<Returned> {
    let mut found = sheets.iter().filter_map(Table::of);
    let table = found.find(|table| table.knows(project))?;
    Some(table.compare(project, library))
}

/// A sheet under our headings.
struct Table<'a> {
    sheet: &'a Sheet,
    lang: Lang,
    header: usize,
    columns: Vec<Option<usize>>,
}

impl<'a> Table<'a> {
    /// `sheet`, where code, name and composition stand as headings in one of its first rows.
    fn of(sheet: &'a Sheet) -> Option<Self> {
        const ROWS: usize = 20;
        for header in 0..sheet.height().min(ROWS) {
            for lang in Lang::ALL {
                let place = |field: &Field| {
                    let mut cells = sheet.row(header).iter();
                    cells.position(|cell| cell.trim() == field.head(lang))
                };
                let columns: Vec<Option<usize>> = Field::ALL.iter().map(place).collect();
                let has = |field: Field| columns.get(field.place()).copied().flatten().is_some();
                if has(Field::Code) && has(Field::Name) && has(Field::Composition) {
                    return Some(Self {
                        sheet,
                        lang,
                        header,
                        columns,
                    });
                }
            }
        }
        None
    }

    /// The text of `field` in `row`; none where the sheet has no such column any more.
    fn text(&self, row: usize, field: Field) -> Option<&str> {
        let column = self.columns.get(field.place()).copied().flatten()?;
        Some(self.sheet.cell(row, column).trim())
    }

    fn rows(&self) -> impl Iterator<Item = usize> {
        let is_filled = |row: &usize| self.sheet.row(*row).iter().any(|cell| !cell.trim().is_empty());
        (self.header + 1..self.sheet.height()).filter(is_filled)
    }

    fn code(&self, row: usize) -> &str {
        self.text(row, Field::Code).unwrap_or_default()
    }

    fn knows(&self, project: &Project) -> bool {
        let parts = &project.product.parts;
        self.rows()
            .any(|row| parts.iter().any(|part| part.id.as_str() == self.code(row)))
    }

    fn compare(&self, project: &Project, library: &Library) -> Returned {
        let lines = figures::lines(self.sheet, project, library).unwrap_or_default();
        let before = Before::new(project, library);
        let mut back = Returned::default();
        let mut seen: BTreeSet<&str> = BTreeSet::new();
        for at in self.rows() {
            let line = lines.iter().find(|line| line.row == at + 1);
            let code = self.code(at);
            let part = project.product.parts.iter().find(|part| part.id.as_str() == code);
            match part {
                Some(_) if !seen.insert(code) => back.refused.push(twice(at, code)),
                Some(part) => self.row(part, at, line, &before, &mut back),
                None => self.added(at, line, &before, &mut back),
            }
        }
        for part in &project.product.parts {
            if !seen.contains(part.id.as_str()) {
                back.changes.push(gone(part));
            }
        }
        back
    }

    /// What `row` changes of `part`.
    fn row(&self, part: &Part, at: usize, line: Option<&Line>, before: &Before<'_>, back: &mut Returned) {
        let written = row(part, before.project, before.library, self.lang);
        let is_changed = |field: &Field| {
            let text = self.text(at, *field);
            *field != Field::InProduct && text.is_some_and(|text| !is_same(written.cell(*field), text))
        };
        let changed: Vec<Field> = Field::ALL.into_iter().filter(is_changed).collect();
        let (quantities, words): (Vec<Field>, Vec<Field>) =
            changed.into_iter().partition(|field| field.is_quantity());
        for field in words {
            let text = self.text(at, field).unwrap_or_default();
            let asked = before.tried(part, self.words(part, field, text, before.library));
            self.say(part, at, &[field], &written, asked, back);
        }
        let (losses, quantities): (Vec<Field>, Vec<Field>) = quantities
            .into_iter()
            .partition(|field| figures::is_loss_of_bought(part, *field));
        let bought = Err(reason(&EditError::Bought(part.name.clone())));
        self.say(part, at, &losses, &written, bought, back);
        if quantities.is_empty() {
            return;
        }
        let asked = match line {
            Some(line) => two(|lang| figures::edits(part, line, &quantities, lang)),
            None => Err(said(PartsSheetMsg::NotUnderstood)),
        };
        self.say(part, at, &quantities, &written, before.tried(part, asked), back);
    }

    /// Notes what `fields` of a row ask for: one change for each cell, the edits with the first.
    fn say(
        &self,
        part: &Part,
        at: usize,
        fields: &[Field],
        written: &Row,
        asked: Result<Vec<Edit>, [String; 2]>,
        back: &mut Returned,
    ) {
        let (edits, refused) = match asked {
            Ok(edits) => (edits, None),
            Err(reason) => (Vec::new(), Some(reason)),
        };
        if refused.is_none() && edits.is_empty() {
            return;
        }
        let mut edits = Some(edits);
        for field in fields {
            let after = self.text(at, *field).unwrap_or_default();
            let shown = |text: &str, lang: Lang| match text {
                "" => PartsSheetMsg::Empty.text(lang).to_owned(),
                text => text.to_owned(),
            };
            let number = (at + 1).to_string();
            let change = Change::new(
                |lang| {
                    let heading = field.head(lang);
                    if let Some(reason) = &refused {
                        let reason = said_in(reason, lang);
                        let values = [("row", number.as_str()), ("heading", heading)];
                        let more = [("text", after), ("reason", reason.as_str())];
                        return PartsSheetMsg::NotTaken.with(lang, &[values, more].concat());
                    }
                    let before = shown(&written.cell(*field).words(), lang);
                    let after = shown(after, lang);
                    let values = [("name", part.name.get(lang)), ("heading", heading)];
                    let more = [("before", before.as_str()), ("after", after.as_str())];
                    PartsSheetMsg::Changed.with(lang, &[values, more].concat())
                },
                edits.take().unwrap_or_default(),
            );
            if refused.is_some() {
                back.refused.push(change);
            } else {
                back.changes.push(change);
            }
        }
    }

    /// The edits of a cell of words.
    fn words(
        &self,
        part: &Part,
        field: Field,
        text: &str,
        library: &Library,
    ) -> Result<Vec<Edit>, [String; 2]> {
        let paper = |paper: Paper| PartEdit::SetPaper(paper, text.to_owned());
        let unknown = || said(PartsSheetMsg::NotUnderstood);
        let change = match field {
            Field::Name if text.is_empty() => {
                return Err(Lang::ALL.map(|lang| ActMsg::NoName.text(lang).to_owned()));
            }
            Field::Name => PartEdit::Rename(self.lang, text.to_owned()),
            Field::Role => PartEdit::SetRole(role(text).ok_or_else(unknown)?),
            Field::Removable => PartEdit::SetRemovable(removable(text).ok_or_else(unknown)?),
            Field::Composition => {
                let fibres = fibres(part, text, library)?;
                if fibres == part.fibres {
                    return Ok(Vec::new());
                }
                PartEdit::SetFibres(fibres)
            }
            Field::Supplier => paper(Paper::Supplier),
            Field::Certificate => paper(Paper::Certificate),
            Field::Note => paper(Paper::Note),
            _ => return Ok(Vec::new()),
        };
        Ok(vec![Edit::part(&part.id, change)])
    }

    /// A row without the code of a part: a new part, as the reader of tables has it.
    fn added(&self, at: usize, line: Option<&Line>, before: &Before<'_>, back: &mut Returned) {
        let number = (at + 1).to_string();
        let Some(line) = line else { return };
        match &line.part {
            Some(part) if !line.is_question() => {
                let mut part = part.clone();
                if let Some(words) = self.text(at, Field::Role).and_then(role) {
                    part.role = words;
                }
                if let Some(answer) = self.text(at, Field::Removable).and_then(removable) {
                    part.removable = answer;
                }
                part.papers.supplier.clone_from(&line.supplier);
                let certificate = self.text(at, Field::Certificate).unwrap_or_default();
                certificate.clone_into(&mut part.papers.certificate);
                let name = part.name.clone();
                let assumed: BTreeSet<Assumed> = crate::intake::assumed(std::slice::from_ref(&part));
                let edit = Edit::AddParts {
                    parts: vec![part],
                    assumed,
                    at: usize::MAX,
                };
                if let Err(error) = edit.apply(&before.bare) {
                    let reason = reason(&error);
                    back.refused
                        .push(Change::new(|lang| said_in(&reason, lang), Vec::new()));
                    return;
                }
                back.changes.push(Change::new(
                    |lang| PartsSheetMsg::Added.with(lang, &[("row", &number), ("name", name.get(lang))]),
                    vec![edit],
                ));
            }
            // Sums and headings that were added say nothing of parts.
            None if line.reasons.iter().all(|reason| !reason.is_question()) => {}
            _ => back
                .refused
                .push(Change::new(|lang| line.reason(lang), Vec::new())),
        }
    }
}

fn twice(at: usize, code: &str) -> Change {
    let number = (at + 1).to_string();
    let say = |lang: Lang| PartsSheetMsg::Twice.with(lang, &[("row", &number), ("text", code)]);
    Change::new(say, Vec::new())
}

fn gone(part: &Part) -> Change {
    let id: &PartId = &part.id;
    let say = |lang: Lang| PartsSheetMsg::Gone.with(lang, &[("name", part.name.get(lang))]);
    Change::new(say, vec![Edit::part(id, PartEdit::Remove)])
}

pub(super) fn said(message: PartsSheetMsg) -> [String; 2] {
    Lang::ALL.map(|lang| message.text(lang).to_owned())
}

/// The answer, with its reason in both languages where there is none.
fn two(ask: impl Fn(Lang) -> Result<Vec<Edit>, String>) -> Result<Vec<Edit>, [String; 2]> {
    ask(Lang::En).map_err(|en| [en, ask(Lang::Zh).err().unwrap_or_default()])
}

/// True where a cell says what was written into it: figures but for the last digit, words but for blanks.
fn is_same(written: &Cell, text: &str) -> bool {
    match written {
        Cell::Empty => text.is_empty(),
        Cell::Text(words) => words.split_whitespace().eq(text.split_whitespace()),
        Cell::Number(value) => {
            let read = parse_number(text);
            read.is_some_and(|read| (read - value).abs() <= 1e-9 * value.abs().max(read.abs()))
        }
    }
}

fn role(text: &str) -> Option<Role> {
    let is = |role: &Role| {
        Lang::ALL
            .iter()
            .any(|lang| CommonMsg::from(*role).text(*lang) == text)
    };
    Role::ALL.into_iter().find(is)
}

fn removable(text: &str) -> Option<Removable> {
    let is = |answer: &Removable| {
        Lang::ALL
            .iter()
            .any(|lang| CommonMsg::from(*answer).text(*lang) == text)
    };
    Removable::ALL.into_iter().find(is)
}
