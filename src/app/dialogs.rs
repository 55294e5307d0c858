//! Choosing a file: the system's dialog in a thread of its own, and a field for the path beside it.
//!
//! Invariant: the window never waits for the dialog, and works where no dialog answers.

use super::collecting;
use super::files::{self, ENDING};
use super::passport_form;
use super::photos;
use super::question::{After, Answer};
use super::shelf::cards_file;
use crate::model::PartId;
use crate::project_file::PACK_ENDING;
use crate::report::outputs::Output;
use crate::report::passport::Details;
use crate::report::picture::{FileFormat, Kind, Subject};
use crate::store::{self, shown};
use crate::text::{
    CollectionMsg, CommonMsg, EcobalyseMsg, ImportMsg, Lang, LibraryMsg, PackMsg, PaperMsg, PictureMsg,
    ShellMsg,
};
use crate::ui::theme::{Theme, metric};
use crate::ui::widget::plate::{footer, plate};
use crate::ui::widget::{Button, Notice, notice_line, text};
use egui::{Context, Id, Key, TextEdit, Ui};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

/// A dialog that gives nothing back faster than this was never shown.
const NEVER_SHOWN: Duration = Duration::from_millis(250);

/// The ending of printed documents.
pub const PDF: &str = "pdf";

/// What a path is wanted for.
#[derive(Debug, Clone, PartialEq)]
pub enum Wanted {
    /// To open a file.
    Open,
    /// To save the project, and what comes then.
    Save(Option<Box<After>>),
    /// To read a bill of materials.
    Table,
    /// To read a picture of a part, or of the product.
    Photo(Option<PartId>),
    /// To read a factor set.
    ImportSet,
    /// To write the own figures as a factor set.
    ExportSet,
    /// To read a result of Ecobalyse.
    Result,
    /// To read a list of products.
    List,
    /// To write the products of a list as a table.
    WriteList,
    /// To read a pack of practice cards.
    ImportCards,
    /// To write the own practice cards as a pack.
    ExportCards,
    /// To write something made of the project.
    Write(Written),
}

/// What is made of a project and written to a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Written {
    /// A picture or a table.
    Export(Subject, FileFormat),
    /// A document.
    Paper(Kind),
    /// A file for others.
    Give(Output),
}

impl Written {
    /// What the system's dialog calls such files.
    fn name(self, lang: Lang) -> &'static str {
        match self {
            Self::Export(..) => PictureMsg::Pictures.text(lang),
            Self::Paper(kind) => kind.name().text(lang),
            Self::Give(output) => output.name(lang),
        }
    }

    /// How the name of the file ends.
    const fn ending(self) -> &'static str {
        match self {
            Self::Export(_, format) => format.ending(),
            Self::Paper(_) => PDF,
            Self::Give(output) => output.ending(),
        }
    }
}

impl Wanted {
    /// True where a file is read, not written.
    const fn is_read(&self) -> bool {
        matches!(
            self,
            Self::Open
                | Self::List
                | Self::Table
                | Self::Photo(_)
                | Self::Result
                | Self::ImportSet
                | Self::ImportCards
        )
    }

    const fn title(&self, lang: Lang) -> &'static str {
        match self {
            Self::Open => ShellMsg::OpenTitle.text(lang),
            Self::Save(_) => ShellMsg::SaveTitle.text(lang),
            Self::Table => ImportMsg::DialogTitle.text(lang),
            Self::Photo(_) => ShellMsg::PhotoTitle.text(lang),
            Self::Result => EcobalyseMsg::ResultTitle.text(lang),
            Self::ImportSet => LibraryMsg::ImportTitle.text(lang),
            Self::ExportSet => LibraryMsg::ExportTitle.text(lang),
            Self::List => CollectionMsg::OpenTitle.text(lang),
            Self::WriteList => CollectionMsg::ExportTitle.text(lang),
            Self::ImportCards => PackMsg::ImportTitle.text(lang),
            Self::ExportCards => PackMsg::ExportTitle.text(lang),
            Self::Write(_) => PictureMsg::ExportTitle.text(lang),
        }
    }

    /// The path as it is written: with an ending, where none was typed.
    fn with_ending(&self, path: &Path) -> PathBuf {
        match self {
            Self::ImportSet | Self::ExportSet => files::set_path(path),
            Self::Write(what) => files::with_this_ending(path, what.ending()),
            Self::ExportCards => cards_file(path),
            Self::WriteList => files::with_this_ending(path, collecting::ENDING),
            Self::List | Self::Table | Self::Photo(_) | Self::Result | Self::ImportCards => path.to_owned(),
            Self::Open | Self::Save(_) => files::with_ending(path),
        }
    }
}

/// What the system's dialog gave back, and how long it took.
#[derive(Debug)]
struct Chosen {
    path: Option<PathBuf>,
    took: Duration,
}

/// What is filled in beside a path.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Filled {
    /// What a passport needs.
    pub details: Details,
    /// Who is named as author on a document.
    pub author: String,
}

/// The question for a path.
#[derive(Debug)]
pub struct PathQuestion {
    wanted: Wanted,
    typed: String,
    /// What stands in the field at first; its name may be none that can be typed.
    proposed: PathBuf,
    /// Who made the set, for what.
    note: String,
    /// What a passport and a document need.
    filled: Box<Filled>,
    /// The file that would be replaced by the path typed.
    taken: Option<PathBuf>,
    /// True where the system has no dialog.
    missing: bool,
    empty: bool,
    focused: bool,
    dialog: Option<Receiver<Chosen>>,
}

impl PathQuestion {
    /// Asks for a path, with `proposed` in the field; starts the system's dialog where `native`.
    pub fn new(ctx: &Context, wanted: Wanted, proposed: &Path, lang: Lang, native: bool) -> Self {
        let typed = if wanted.is_read() {
            String::new()
        } else {
            shown(proposed)
        };
        let dialog = native.then(|| start(ctx, &wanted, proposed, lang)).flatten();
        Self {
            wanted,
            typed,
            proposed: proposed.to_owned(),
            note: String::new(),
            filled: Box::default(),
            taken: None,
            missing: dialog.is_none(),
            empty: false,
            focused: false,
            dialog,
        }
    }

    /// The same with what is known already for a passport and a document.
    pub fn with_filled(self, filled: Filled) -> Self {
        Self {
            filled: Box::new(filled),
            ..self
        }
    }

    /// The answer of the system's dialog, once it is there.
    pub fn poll(&mut self) -> Option<Answer> {
        let chosen = self.dialog.as_ref()?.try_recv().ok()?;
        self.dialog = None;
        match chosen.path {
            Some(path) => Some(self.answer(path)),
            None if chosen.took < NEVER_SHOWN => {
                self.missing = true;
                None
            }
            None => Some(Answer::Cancel),
        }
    }

    fn answer(&self, path: PathBuf) -> Answer {
        match &self.wanted {
            Wanted::Open => Answer::Open(path),
            Wanted::Save(after) => Answer::SaveTo(files::with_ending(&path), after.clone()),
            Wanted::Table => Answer::ImportTable(path),
            Wanted::Photo(part) => Answer::Photo(path, part.clone()),
            Wanted::ImportSet => Answer::ImportSet(path),
            Wanted::Result => Answer::Result(path),
            Wanted::List => Answer::List(path),
            Wanted::WriteList => Answer::WriteList(self.wanted.with_ending(&path)),
            Wanted::ImportCards => Answer::ImportCards(path),
            Wanted::ExportCards => Answer::ExportCards(cards_file(&path)),
            Wanted::Write(what) => {
                let filled = self.filled.clone();
                Answer::Write(self.wanted.with_ending(&path), *what, filled)
            }
            Wanted::ExportSet => Answer::ExportSet(files::set_path(&path), self.note.trim().to_owned()),
        }
    }

    /// Draws the question with its field.
    pub fn show(&mut self, ctx: &Context, theme: &Theme, lang: Lang) -> Option<Answer> {
        let title = self.wanted.title(lang);
        plate(ctx, theme, "path", title, 560.0, Answer::Cancel, |ui| {
            self.content(ui, theme, lang)
        })
    }

    fn content(&mut self, ui: &mut Ui, theme: &Theme, lang: Lang) -> Option<Answer> {
        let lead = if self.missing {
            ShellMsg::DialogMissing
        } else {
            ShellMsg::DialogOpen
        };
        text::soft(ui, theme, lead.text(lang));
        ui.add_space(metric::SPACE_S);
        let confirmed = self.field(ui, theme, lang);
        ui.add_space(metric::SPACE_XS);
        if let Some(path) = &self.taken {
            let file = file_name(path);
            let sentence = ShellMsg::PathTaken.with(lang, &[("file", &file)]);
            notice_line(ui, theme, Notice::Warning, &sentence, lang);
        } else if self.empty {
            notice_line(ui, theme, Notice::Warning, ShellMsg::PathEmpty.text(lang), lang);
        } else {
            text::small(ui, theme, &hint(&self.wanted, lang));
        }
        if self.wanted == Wanted::ExportSet {
            let label = LibraryMsg::SetNoteField.text(lang);
            beside(ui, theme, ("set note field", label), &mut self.note);
        }
        if self.wanted == Wanted::Write(Written::Give(Output::Passport)) {
            passport_form::show(ui, theme, lang, &mut self.filled.details);
        }
        if matches!(self.wanted, Wanted::Write(Written::Paper(_))) {
            let label = PaperMsg::AuthorField.text(lang);
            beside(ui, theme, ("author field", label), &mut self.filled.author);
        }
        let label = match (&self.wanted, &self.taken) {
            (Wanted::Open | Wanted::List | Wanted::Table | Wanted::Photo(_), _) => CommonMsg::Open.text(lang),
            (Wanted::ImportSet | Wanted::ImportCards | Wanted::Result, _) => CommonMsg::Import.text(lang),
            (Wanted::Save(_), None) => CommonMsg::Save.text(lang),
            (Wanted::ExportSet | Wanted::ExportCards | Wanted::WriteList | Wanted::Write(_), None) => {
                CommonMsg::Export.text(lang)
            }
            (
                Wanted::Save(_)
                | Wanted::ExportSet
                | Wanted::ExportCards
                | Wanted::WriteList
                | Wanted::Write(_),
                Some(_),
            ) => ShellMsg::Replace.text(lang),
        };
        let pressed = footer(ui, |ui| {
            let main = Button::primary(label).show(ui, theme).clicked();
            let cancel = Button::quiet(CommonMsg::Cancel.text(lang))
                .show(ui, theme)
                .clicked();
            (main, cancel)
        });
        match pressed {
            (_, true) => Some(Answer::Cancel),
            (true, _) => self.confirm(),
            _ if confirmed => self.confirm(),
            _ => None,
        }
    }

    /// The field; true on Enter.
    fn field(&mut self, ui: &mut Ui, theme: &Theme, lang: Lang) -> bool {
        let label = text::small(ui, theme, ShellMsg::PathField.text(lang));
        let edit = TextEdit::singleline(&mut self.typed)
            .id(Id::unique("path field"))
            .font(theme.font(metric::TEXT_BODY))
            .margin(egui::Margin::symmetric(8, 6))
            .desired_width(f32::INFINITY);
        let response = ui.add(edit).labelled_by(label.id);
        if !self.focused {
            response.request_focus();
            self.focused = true;
        }
        if response.changed() {
            self.taken = None;
            self.empty = false;
        }
        response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter))
    }

    /// The typed path; asks once more before another file is replaced.
    fn confirm(&mut self) -> Option<Answer> {
        let typed = self.typed.trim().trim_matches('"');
        if typed.is_empty() {
            self.empty = true;
            self.focused = false;
            return None;
        }
        let path = if typed == shown(&self.proposed) {
            self.proposed.clone()
        } else {
            home(typed)
        };
        if self.wanted.is_read() {
            return Some(self.answer(path));
        }
        let path = self.wanted.with_ending(&path);
        if store::is_taken(&path) && self.taken.as_ref() != Some(&path) {
            self.taken = Some(path);
            self.focused = false;
            return None;
        }
        Some(self.answer(path))
    }
}

/// A field for words beside the path.
fn beside(ui: &mut Ui, theme: &Theme, (key, label): (&'static str, &str), words: &mut String) {
    ui.add_space(metric::SPACE_S);
    let label = text::small(ui, theme, label);
    let edit = TextEdit::singleline(words)
        .id(Id::unique(key))
        .font(theme.font(metric::TEXT_BODY))
        .margin(egui::Margin::symmetric(8, 6))
        .desired_width(f32::INFINITY);
    ui.add(edit).labelled_by(label.id);
}

/// Starts the system's dialog in a thread of its own.
fn start(ctx: &Context, wanted: &Wanted, proposed: &Path, lang: Lang) -> Option<Receiver<Chosen>> {
    let (sender, receiver) = channel();
    let ctx = ctx.clone();
    let mut dialog = rfd::FileDialog::new();
    dialog = match wanted {
        Wanted::Table => dialog.add_filter(ImportMsg::Tables.text(lang), &files::TABLE_ENDINGS),
        Wanted::Result => dialog.add_filter(EcobalyseMsg::ResultFiles.text(lang), &["json"]),
        Wanted::Photo(_) => dialog.add_filter(ShellMsg::PhotoFiles.text(lang), &photos::ENDINGS),
        Wanted::ImportSet | Wanted::ExportSet => dialog.add_filter(LibraryMsg::SetFiles.text(lang), &["ron"]),
        Wanted::List => dialog.add_filter(CollectionMsg::Lists.text(lang), &collecting::LIST_ENDINGS),
        Wanted::WriteList => dialog.add_filter(CollectionMsg::Lists.text(lang), &[collecting::ENDING]),
        Wanted::ImportCards | Wanted::ExportCards => {
            dialog.add_filter(PackMsg::Files.text(lang), &[PACK_ENDING])
        }
        Wanted::Write(what) => dialog.add_filter(what.name(lang), &[what.ending()]),
        Wanted::Open | Wanted::Save(_) => {
            dialog.add_filter(ShellMsg::ProjectFiles.text(lang), &[ENDING, "ron"])
        }
    };
    if let Some(folder) = proposed.parent().filter(|folder| store::is_folder(folder)) {
        dialog = dialog.set_directory(folder);
    }
    let is_open = wanted.is_read();
    let dialog = dialog
        .set_title(wanted.title(lang))
        .set_file_name(file_name(proposed));
    let work = move || {
        let begun = Instant::now();
        let path = if is_open {
            dialog.set_file_name("").pick_file()
        } else {
            dialog.save_file()
        };
        let took = begun.elapsed();
        // Nobody listens any more where the question was answered by typing.
        if sender.send(Chosen { path, took }).is_ok() {
            ctx.request_repaint();
        }
    };
    let thread = std::thread::Builder::new()
        .name("file dialog".to_owned())
        .spawn(work);
    if let Err(error) = &thread {
        log::warn!("file dialog: {error}");
    }
    thread.ok().map(|_| receiver)
}

/// The last part of `path` in words.
pub fn file_name(path: &Path) -> String {
    path.file_name()
        .map(|name| shown(Path::new(name)))
        .unwrap_or_default()
}

/// `~` as the user's folder.
fn home(typed: &str) -> PathBuf {
    let folder = directories::UserDirs::new();
    match (typed.strip_prefix("~/").or(typed.strip_prefix("~\\")), folder) {
        (Some(rest), Some(folder)) => folder.home_dir().join(rest),
        _ => PathBuf::from(typed),
    }
}

/// What to type, with an example.
fn hint(wanted: &Wanted, lang: Lang) -> String {
    match wanted {
        Wanted::ExportSet => LibraryMsg::SetPathHint.with(lang, &[("example", example_set())]),
        Wanted::ImportSet => ShellMsg::PathHint.with(lang, &[("example", example_set())]),
        Wanted::Result => ShellMsg::PathHint.with(lang, &[("example", &example_of("json"))]),
        Wanted::ImportCards | Wanted::ExportCards => ending_hint(PACK_ENDING, lang),
        Wanted::Write(what) => ending_hint(what.ending(), lang),
        Wanted::WriteList => ending_hint(collecting::ENDING, lang),
        Wanted::List | Wanted::Table => ShellMsg::PathHint.with(lang, &[("example", example_table())]),
        Wanted::Photo(_) => ShellMsg::PathHint.with(lang, &[("example", example_photo())]),
        Wanted::Open | Wanted::Save(_) => ShellMsg::PathHint.with(lang, &[("example", example_path())]),
    }
}

/// That the ending stays, with an example.
fn ending_hint(ending: &str, lang: Lang) -> String {
    PictureMsg::ExportHint.with(lang, &[("ending", ending), ("example", &example_of(ending))])
}

/// The path of a file that ends so.
fn example_of(ending: &str) -> String {
    let example = Path::new(example_path()).with_extension(ending);
    example.display().to_string()
}

const fn example_set() -> &'static str {
    if cfg!(windows) {
        r"C:\Reloom\keqiao-2026.factors.ron"
    } else {
        "~/keqiao-2026.factors.ron"
    }
}

const fn example_photo() -> &'static str {
    if cfg!(windows) {
        r"C:\Reloom\jacket.jpg"
    } else {
        "~/jacket.jpg"
    }
}

const fn example_table() -> &'static str {
    if cfg!(windows) {
        r"C:\Reloom\jacket.xlsx"
    } else {
        "~/jacket.xlsx"
    }
}

const fn example_path() -> &'static str {
    if cfg!(windows) {
        r"C:\Reloom\jacket.reloom"
    } else {
        "~/jacket.reloom"
    }
}
