//! The work of a class side by side: one column for each group on one scale, and what each changed in words.

use super::files::{self, FileError};
use super::question::Answer;
use crate::data::Library;
use crate::job::{Answer as Worked, Later};
use crate::lesson::Pack;
use crate::lesson::collect::{COLUMNS, Column, ENDINGS, columns, gathered, in_order, start_of};
use crate::model::Project;
use crate::store;
use crate::text::{CollectionMsg, CommonMsg, Lang, LessonMsg, StageMsg};
use crate::ui::collecting::Collecting;
use crate::ui::icon;
use crate::ui::theme::{Theme, metric};
use crate::ui::view::Command;
use crate::ui::widget::hatch;
use crate::ui::widget::plate::{footer, plate};
use crate::ui::widget::{Button, Typing, text, toggle};
use egui::{Align, Context, Id, Layout, Rect, Role, ScrollArea, Sense, Ui, WidgetInfo, vec2};
use std::convert::Infallible;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

const WIDTH: f32 = 1160.0;
const FIELD: f32 = 520.0;
const AROUND: f32 = 270.0;
const LEAST: f32 = 200.0;
const BAR: f32 = 12.0;

/// What a folder of work holds.
#[derive(Debug, Clone, Default)]
struct Found {
    columns: Vec<Column>,
    /// Files that were passed over, each with the reason.
    passed: Vec<String>,
}

/// The work that lies in a folder.
#[derive(Debug)]
pub struct CollectForm {
    pack: Option<Arc<Pack>>,
    folder: String,
    /// The folder that was confirmed.
    confirmed: String,
    worker: Option<Later<Arc<Found>>>,
    /// What a folder holds.
    found: Worked<String, Arc<Found>>,
    /// The figure by which columns stand in order; as files are called where there is none.
    sorted: Option<usize>,
}

impl CollectForm {
    /// The work in `folder`, against the start of the lesson `pack`; `ctx` is woken when it is read.
    pub fn new(ctx: &Context, pack: Option<Arc<Pack>>, folder: &Path) -> Self {
        let waker = ctx.clone();
        let folder = store::shown(folder);
        Self {
            pack,
            confirmed: folder.clone(),
            folder,
            worker: Later::start("collect", Duration::ZERO, move || waker.request_repaint()),
            found: Worked::default(),
            sorted: None,
        }
    }

    /// What the confirmed folder holds; none while it is being read.
    fn found(&mut self, lang: Lang) -> Option<Arc<Found>> {
        let (pack, folder) = (self.pack.clone(), PathBuf::from(self.confirmed.trim()));
        let work = move || Arc::new(collected(pack.as_deref(), &folder, lang));
        self.found.get(&self.confirmed, self.worker.as_mut(), work)
    }

    /// Draws it.
    pub(super) fn show(&mut self, ctx: &Context, theme: &Theme, lang: Lang) -> Option<Answer> {
        let found = self.found(lang);
        let title = StageMsg::CollectTitle.head(lang);
        plate(ctx, theme, "collect", title, WIDTH, Answer::Cancel, |ui| {
            let label = StageMsg::CollectFolder.head(lang);
            let field = Typing {
                id: Id::unique("folder of work"),
                label,
                hint: "",
                suffix: "",
                width: FIELD,
            };
            if field.show(ui, theme, &mut self.folder) {
                self.confirmed.clone_from(&self.folder);
            }
            ui.add_space(metric::SPACE_S);
            self.order(ui, theme, lang);
            let height = (ctx.content_rect().height() - AROUND).max(metric::ROW);
            let area = ScrollArea::both().id_salt("work of groups").max_height(height);
            area.auto_shrink([false, true])
                .show(ui, |ui| self.groups(ui, theme, lang, found.as_deref()));
            footer(ui, |ui| {
                let close = Button::primary(CommonMsg::Close.text(lang)).show(ui, theme);
                let is_there = found.as_ref().is_some_and(|found| !found.columns.is_empty());
                let listed = Button::quiet(CollectionMsg::OfGroups.text(lang)).icon(icon::OPEN);
                if is_there && listed.show(ui, theme).clicked() {
                    let folder = PathBuf::from(self.confirmed.trim());
                    let open = Command::Collecting(Collecting::OpenGroups(folder));
                    return Some(Answer::Run(vec![open]));
                }
                close.clicked().then_some(Answer::Cancel)
            })
        })
    }

    /// The figures that columns can be put in order by.
    fn order(&mut self, ui: &mut Ui, theme: &Theme, lang: Lang) {
        ui.horizontal_wrapped(|ui| {
            text::small(ui, theme, StageMsg::CollectSort.head(lang));
            for (at, figure) in COLUMNS.iter().enumerate() {
                if toggle(ui, theme, None, &figure.head(lang), self.sorted == Some(at)).clicked() {
                    self.sorted = Some(at);
                }
            }
        });
    }

    fn groups(&self, ui: &mut Ui, theme: &Theme, lang: Lang, found: Option<&Found>) {
        let Some(found) = found else {
            text::soft(ui, theme, StageMsg::CodeSought.head(lang));
            return;
        };
        let mut columns = found.columns.clone();
        if let Some(at) = self.sorted {
            in_order(&mut columns, at);
        }
        if columns.is_empty() {
            text::body(ui, theme, LessonMsg::NothingCollected.head(lang));
        }
        let count = f32::from(u8::try_from(columns.len().max(1)).unwrap_or(u8::MAX));
        let width = (ui.available_width() / count - metric::SPACE_L).max(LEAST);
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = metric::SPACE_L;
            for (at, column) in columns.iter().enumerate() {
                let down = Layout::top_down(Align::Min);
                ui.allocate_ui_with_layout(vec2(width, 0.0), down, |ui| {
                    ui.set_width(width);
                    group(ui, theme, lang, at, column);
                });
            }
        });
        for passed in &found.passed {
            text::small(ui, theme, passed);
        }
    }
}

/// One column: the group, its figures on the scale of all, what it changed.
fn group(ui: &mut Ui, theme: &Theme, lang: Lang, at: usize, column: &Column) {
    text::heading(ui, theme, &column.group);
    text::small(ui, theme, &column.file);
    for ((figure, value), length) in COLUMNS.iter().zip(column.values).zip(column.lengths) {
        let (name, value) = (figure.head(lang), figure.form().text(value, lang));
        text::small(ui, theme, &name);
        text::body(ui, theme, &value);
        let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), BAR), Sense::hover());
        let spoken = format!("{}{}{name} {value}", column.group, lang.colon());
        response.widget_info(|| WidgetInfo::labeled(Role::ProgressIndicator, true, spoken.clone()));
        #[expect(clippy::cast_possible_truncation, reason = "a length on the screen")]
        let long = rect.width() * (length as f32).clamp(0.0, 1.0);
        let bar = Rect::from_min_size(rect.min, vec2(long, BAR));
        let fill = theme.pathway(at);
        ui.painter().rect_filled(bar, 0.0, fill.color);
        hatch::paint(ui.painter(), bar, fill.hatch, theme.hatch_on(fill.color));
        ui.painter()
            .rect_stroke(bar, 0.0, theme.outline_stroke(), egui::StrokeKind::Inside);
    }
    ui.add_space(metric::SPACE_S);
    text::small(ui, theme, StageMsg::CollectChanged.head(lang));
    match &column.changed {
        None => text::body(ui, theme, LessonMsg::NoStart.head(lang)),
        Some(changed) if changed.is_empty() => text::body(ui, theme, LessonMsg::NothingChanged.head(lang)),
        Some(changed) => {
            let lines: Vec<String> = changed.iter().map(|line| format!("· {line}")).collect();
            text::body(ui, theme, &lines.join("\n"))
        }
    };
}

/// What lies in `folder`: the first files side by side, the others passed over, as is what cannot be read.
fn collected(pack: Option<&Pack>, folder: &Path, lang: Lang) -> Found {
    if folder.as_os_str().is_empty() {
        return Found::default();
    }
    let files = match store::files_in(folder, &ENDINGS) {
        Ok(files) => files,
        Err(error) => {
            return Found {
                passed: vec![error.text(lang)],
                ..Found::default()
            };
        }
    };
    let all = match gathered(files.iter().map(|path| read(path, lang)), lang) {
        Ok(all) => all,
        Err(never) => match never {},
    };
    let start = all.works.first().and_then(|(_, project)| start_of(pack, project));
    Found {
        columns: columns(&all.works(), start.as_ref(), None, (Library::builtin(), lang)),
        passed: all.passed,
    }
}

/// The project in the file at `path` with the file's name; what cannot be read is a sentence.
fn read(path: &Path, lang: Lang) -> (String, Result<Result<Project, String>, Infallible>) {
    let file = path
        .file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned();
    let sentence = |error: FileError| format!("{file}{}{}", lang.colon(), error.text(lang));
    let project = files::read(path).map(|(read, _)| read.project).map_err(sentence);
    (file, Ok(project))
}
