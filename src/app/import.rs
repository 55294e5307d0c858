//! A bill of materials on its way in: from a file or pasted cells over the page that shows how it is understood to a new
//! project or the open one.
//!
//! Invariant: the window never waits for a table; nothing reaches a project before the user takes it in.

use super::App;
use super::dialogs::{Wanted, Written, file_name};
use super::front::Front;
use super::opening::Then;
use super::question::After;
use crate::data::Library;
use crate::edit::{Edit, ProductEdit};
use crate::intake::bom::{self, Answer, Bom, Memory, Sheet, Status, TableError};
use crate::intake::parts_sheet::{Returned, returned};
use crate::intake::{DEFAULT_KIND, Draft, Settings, assumed, new_project, project_id};
use crate::job::{Progress, Task};
use crate::model::{KindId, Name, Part};
use crate::report::outputs::Output;
use crate::store::{self, StoreError};
use crate::text::{ImportMsg, Lang, PartsSheetMsg};
use crate::ui::act;
use crate::ui::panel::import::Importing;
use crate::ui::view::Import as Act;
use egui::{Context, ViewportCommand};
use std::path::PathBuf;
use std::sync::Arc;

/// Where a table comes from.
#[derive(Debug, Clone, PartialEq)]
enum Source {
    File(PathBuf),
    Cells,
}

impl Source {
    fn name(&self, lang: Lang) -> String {
        match self {
            Self::File(path) => file_name(path),
            Self::Cells => ImportMsg::PastedCells.text(lang).to_owned(),
        }
    }
}

/// Why there is no table.
#[derive(Debug, Clone, PartialEq)]
enum ImportError {
    Store(StoreError),
    Table(TableError),
    BrokeOff,
}

/// A table as it was found, read for the first time.
type Found = Result<(Draft, Bom), ImportError>;

/// The page and what stands on it.
#[derive(Debug, Default)]
pub(super) struct Import {
    source: Option<Source>,
    draft: Option<Draft>,
    bom: Option<Arc<Bom>>,
    /// The kind of garment where neither table nor user says one.
    assumed: KindId,
    problem: Option<(Source, ImportError)>,
    finding: Option<(Source, Task<Found>)>,
    reading: Option<Task<Bom>>,
    shown: Option<Status>,
    selected: Option<usize>,
    /// What changes where the table is the open project's own, come back.
    returned: Option<Arc<Returned>>,
}

impl Import {
    /// The sentence about what could not be read.
    fn problem(&self, lang: Lang) -> Option<String> {
        let (source, error) = self.problem.as_ref()?;
        let problem = match error {
            ImportError::Store(error) => return Some(error.text(lang)),
            ImportError::Table(error) => error.text(lang),
            ImportError::BrokeOff => ImportMsg::BrokeOff.text(lang).to_owned(),
        };
        let words = [("file", source.name(lang)), ("problem", problem)];
        let words = words.each_ref().map(|(key, value)| (*key, value.as_str()));
        Some(ImportMsg::OfFile.with(lang, &words))
    }

    /// What the page shows; `alone`: there is no open project.
    pub(super) fn view(&self, lang: Lang, alone: bool) -> Importing {
        Importing {
            source: self.source.as_ref().map(|source| source.name(lang)),
            draft: self.draft.clone(),
            bom: self.bom.clone(),
            assumed: self.assumed.clone(),
            problem: self.problem(lang),
            is_busy: self.finding.is_some() || self.reading.is_some(),
            shown: self.shown,
            selected: self.selected,
            alone,
            returned: self.returned.clone(),
        }
    }

    /// Finds the table that `sheets` gives, in a thread of its own.
    fn find(
        &mut self,
        ctx: &Context,
        source: Source,
        memory: &Memory,
        sheets: impl FnOnce() -> Result<Vec<Sheet>, ImportError> + Send + 'static,
    ) {
        let (memory, assumed) = (memory.clone(), self.assumed.clone());
        let work = move || {
            let draft = Draft::new(sheets()?, &memory).map_err(ImportError::Table)?;
            let bom = draft.read(&assumed, Library::builtin());
            Ok((draft, bom))
        };
        self.problem = None;
        self.finding = None;
        match start(ctx, work) {
            Some(task) => self.finding = Some((source, task)),
            None => self.problem = Some((source, ImportError::BrokeOff)),
        }
    }

    /// Reads the table again, as it is understood now.
    fn read_again(&mut self, ctx: &Context) {
        let Some(draft) = self.draft.clone() else {
            return;
        };
        let assumed = self.assumed.clone();
        self.reading = start(ctx, move || draft.read(&assumed, Library::builtin()));
        if self.reading.is_none() {
            self.broke_off();
        }
    }

    /// Says that the table on the page could not be read again.
    fn broke_off(&mut self) {
        let source = self.source.clone().unwrap_or(Source::Cells);
        self.problem = Some((source, ImportError::BrokeOff));
    }

    /// Takes what came from the background; true where a new table is on the page.
    fn poll(&mut self) -> bool {
        let mut is_new = false;
        if let Some((source, task)) = &self.finding {
            let source = source.clone();
            let found = match task.poll() {
                Progress::Busy => return false,
                Progress::Done(found) => found,
                Progress::Broken => Err(ImportError::BrokeOff),
            };
            self.finding = None;
            match found {
                Ok((draft, bom)) => {
                    self.take(source, draft, bom);
                    is_new = true;
                }
                Err(error) => self.problem = Some((source, error)),
            }
        }
        if let Some(task) = &self.reading {
            match task.poll() {
                Progress::Busy => return is_new,
                Progress::Done(bom) => self.bom = Some(Arc::new(bom)),
                Progress::Broken => self.broke_off(),
            }
            self.reading = None;
        }
        is_new
    }

    /// Puts a new table on the page, its first question or doubt selected.
    fn take(&mut self, source: Source, draft: Draft, bom: Bom) {
        let asking = bom.lines.iter().find(|line| line.is_question());
        let doubt = asking.or_else(|| bom.lines.iter().find(|line| line.status() == Status::Doubtful));
        self.selected = doubt.map(|line| line.row - 1);
        self.source = Some(source);
        self.draft = Some(draft);
        self.bom = Some(Arc::new(bom));
        self.reading = None;
        self.shown = None;
        self.returned = None;
    }

    /// Changes how the table is understood or what of it is looked at.
    fn change(&mut self, ctx: &Context, act: Act, memory: &mut Memory) {
        let Some(draft) = &mut self.draft else { return };
        match act {
            Act::Show(status) => {
                self.shown = status;
                return;
            }
            Act::Select(row) => {
                self.selected = Some(row);
                return;
            }
            Act::Sheet(at) => {
                draft.choose_sheet(at, memory);
                (self.bom, self.shown, self.selected) = (None, None, None);
            }
            Act::Header(row) => {
                draft.set_header(row, memory);
                (self.bom, self.shown, self.selected) = (None, None, None);
            }
            Act::Column(at, column) => draft.set_column(at, column, memory),
            Act::Forget => draft.forget(memory),
            Act::Kind(kind) => draft.set_kind(kind),
            Act::LeaveOut(row, is_out) => draft.leave_out(row, is_out),
            Act::Answer(answer) => {
                draft.answer(&answer, memory);
                self.selected = self
                    .selected
                    .filter(|_| !matches!(answer, Answer::Sheet(_) | Answer::Table(_)));
            }
            Act::Value(row, column, text) => draft.set_value(row, column, &text),
            Act::Unit(row, unit) => draft.set_unit(row, unit, memory),
            Act::Fibre(row, fibre) => draft.set_fibre(row, &fibre, memory),
            Act::Role(row, role) => draft.set_role(row, role, memory),
            Act::ChooseFile
            | Act::Paste
            | Act::NewProject
            | Act::AddParts
            | Act::ReplaceParts
            | Act::TakeChanges
            | Act::Template => return,
        }
        self.read_again(ctx);
    }
}

fn start<T: Send + 'static>(ctx: &Context, work: impl FnOnce() -> T + Send + 'static) -> Option<Task<T>> {
    let ctx = ctx.clone();
    Task::start("bill of materials", move || ctx.request_repaint(), work)
}

impl App {
    /// Shows the page, with the table that was on it last.
    pub(super) fn open_import(&mut self) {
        self.front = Some(Front::Import);
        self.drawers = super::Drawers::default();
    }

    /// Reads the file at `path`.
    pub(super) fn import_file(&mut self, ctx: &Context, path: PathBuf) {
        let source = Source::File(path.clone());
        self.import_from(ctx, source, move || {
            let bytes = store::open(&path).map_err(ImportError::Store)?;
            bom::sheets(&bytes).map_err(ImportError::Table)
        });
    }

    fn import_from(
        &mut self,
        ctx: &Context,
        source: Source,
        sheets: impl FnOnce() -> Result<Vec<Sheet>, ImportError> + Send + 'static,
    ) {
        self.open_import();
        self.import.assumed = if self.is_own_project() {
            self.session.project().product.kind.clone()
        } else {
            DEFAULT_KIND.into()
        };
        let memory = &self.preferences.headings;
        self.import.find(ctx, source, memory, sheets);
    }

    /// True where the user works on a project of their own, not on an example as it is.
    pub(super) fn is_own_project(&self) -> bool {
        self.session.file().is_some() || self.session.is_changed()
    }

    /// Takes what came from the background, and cells that are pasted while the page is in front.
    pub(super) fn follow_import(&mut self, ctx: &Context) {
        if self.import.poll() {
            self.compare_import();
        }
        self.take_pasted(ctx);
        let is_free = self.question.is_none() && !ctx.text_edit_focused();
        if self.front != Some(Front::Import) || !is_free {
            return;
        }
        if let Some(text) = act::pasted(ctx) {
            self.import_cells(ctx, text);
        }
    }

    /// Reads cells that were pasted.
    pub(super) fn import_cells(&mut self, ctx: &Context, text: String) {
        let cells = move || bom::from_text(&text).map_err(ImportError::Table);
        self.import_from(ctx, Source::Cells, cells);
    }

    /// Does what the page asks for.
    pub(super) fn import_act(&mut self, ctx: &Context, act: Act) {
        match act {
            Act::ChooseFile => self.ask_path(ctx, Wanted::Table),
            Act::Paste => ctx.send_viewport_cmd(ViewportCommand::RequestPaste),
            Act::NewProject => self.guarded(ctx, After::ImportProject),
            Act::AddParts => self.import_parts(ctx, |parts, _, own| {
                let assumed = assumed(&parts);
                Edit::AddParts {
                    parts,
                    assumed,
                    at: own,
                }
            }),
            Act::ReplaceParts => self.import_parts(ctx, |parts, kind, _| {
                let assumed = assumed(&parts);
                Edit::Product(ProductEdit::SetParts { kind, parts, assumed })
            }),
            Act::TakeChanges => self.take_changes(ctx),
            Act::Template => self.ask_path(ctx, Wanted::Write(Written::Give(Output::Template))),
            other => self.import.change(ctx, other, &mut self.preferences.headings),
        }
    }

    /// What was read, with its kind of garment; none while it is being read, where it gives no part, and where it gives side
    /// materials alone before that is confirmed.
    fn imported(&self) -> Option<(Arc<Bom>, KindId)> {
        let import = &self.import;
        let draft = import.draft.as_ref().filter(|_| import.reading.is_none())?;
        let bom = import.bom.clone()?;
        let has_parts = bom.lines.iter().any(|line| line.part.is_some());
        (has_parts && !bom.is_side_alone()).then(|| (bom, draft.kind(&import.assumed).0))
    }

    /// Opens what was read as a new project.
    pub(super) fn import_project(&mut self, ctx: &Context) {
        let Some((bom, kind)) = self.imported() else {
            return;
        };
        let (id, name) = if let Some(Source::File(path)) = &self.import.source {
            let stem = path.file_stem().unwrap_or_default().to_string_lossy();
            (project_id(&stem), Name::new(stem.as_ref(), ""))
        } else {
            let [en, zh] = Lang::ALL.map(|lang| Source::Cells.name(lang));
            (project_id(""), Name::new(en, zh))
        };
        let project = new_project(&bom, Settings { id, name, kind });
        self.bring_new(ctx, project, Then::Imported(bom));
    }

    /// Brings what was read into the open project, as one step: `edit` makes it of the parts, the kind of garment and how many
    /// parts there are.
    fn import_parts(&mut self, ctx: &Context, edit: impl FnOnce(Vec<Part>, KindId, usize) -> Edit) {
        let Some((bom, kind)) = self.imported() else {
            return;
        };
        let now_s = ctx.input(|input| input.time);
        let own = self.session.project().product.parts.len();
        let edit = edit(bom.parts(), kind, own);
        match self.session.apply(&edit, false, now_s) {
            Ok(_) => {
                self.show_project();
                self.select_first();
                self.end_import(ctx, &bom);
            }
            Err(error) => self.toasts.refused(error.text(self.lang()), now_s),
        }
    }

    /// Holds a new table against the open project, whose workbook it may be.
    fn compare_import(&mut self) {
        let draft = self.import.draft.as_ref().filter(|_| self.is_own_project());
        let project = self.session.project();
        let back = draft.and_then(|draft| returned(draft.sheets(), project, Library::builtin()));
        self.import.returned = back.map(Arc::new);
    }

    /// Takes the changed cells of the workbook as one step.
    fn take_changes(&mut self, ctx: &Context) {
        // Once more, for the project may have changed since.
        self.compare_import();
        let edit = self.import.returned.as_ref().and_then(|back| back.edit());
        let count = self.import.returned.as_ref().map_or(0, |back| back.changes.len());
        let Some(edit) = edit else { return };
        let now_s = ctx.input(|input| input.time);
        match self.session.apply(&edit, false, now_s) {
            Ok(_) => {
                self.import = Import::default();
                self.show_project();
                self.select_first();
                let words = PartsSheetMsg::Taken.with(self.lang(), &[("count", &count.to_string())]);
                self.toasts.done(words, now_s);
            }
            Err(error) => self.toasts.refused(error.text(self.lang()), now_s),
        }
    }

    /// Lets go of the table and says what became of its rows.
    pub(super) fn end_import(&mut self, ctx: &Context, bom: &Bom) {
        self.import = Import::default();
        let totals = bom.totals();
        let counts = [
            ("read", totals.read.to_string()),
            ("doubtful", totals.doubtful.to_string()),
            ("skipped", totals.skipped.to_string()),
        ];
        let words = counts.each_ref().map(|(key, value)| (*key, value.as_str()));
        let now_s = ctx.input(|input| input.time);
        self.toasts.done(ImportMsg::Done.with(self.lang(), &words), now_s);
    }
}
