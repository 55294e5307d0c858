//! Many products in the window: a list is read and reckoned in the background, with progress and an end when it is asked
//! for; what is shown of it is put in order in the background too.
//!
//! Invariant: a frame never waits for a list; what was stopped leaves nothing behind.

use super::App;
use super::dialogs::{Wanted, file_name};
use crate::cli::batch;
use crate::collection::shown::{Asked, Shown, shown};
use crate::collection::{Across, Collection, OwnWay, What};
use crate::job::{Later, Latest, Patience, Progress, Task};
use crate::lesson::collect::{looked_at, start_of};
use crate::model::{PathwayId, Project};
use crate::store::{self, Doing, StoreError};
use crate::text::{CollectionMsg, Lang};
use crate::ui::collecting::{Collecting, CollectionView, Listing, Trying};
use crate::ui::view::{Command, Page};
use egui::Context;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

/// Draws of the totals.
const DRAWS: u64 = 200;
/// The ending of the table that is written.
pub(super) const ENDING: &str = "csv";
/// The endings of lists.
pub(super) const LIST_ENDINGS: [&str; 4] = ["csv", "xlsx", "tsv", "txt"];

/// How far some work is, and whether it is to stop.
#[derive(Debug, Default)]
struct Counter {
    done: AtomicU64,
    /// 0 where it is not known.
    all: AtomicU64,
    stop: AtomicBool,
}

/// Work in a thread of its own.
#[derive(Debug)]
struct Work<T> {
    task: Task<T>,
    counter: Arc<Counter>,
}

impl<T: Send + 'static> Work<T> {
    fn start(
        name: &str,
        ctx: &Context,
        work: impl FnOnce(batch::Told<'_>) -> T + Send + 'static,
    ) -> Option<Self> {
        let counter = Arc::new(Counter::default());
        let (told, waker, ctx) = (Arc::clone(&counter), ctx.clone(), ctx.clone());
        let run = move || {
            work(&|lines, all| {
                if lines > 0 {
                    told.done.fetch_add(lines, Ordering::Relaxed);
                    told.all.store(all.unwrap_or(0), Ordering::Relaxed);
                    ctx.request_repaint();
                }
                !told.stop.load(Ordering::Relaxed)
            })
        };
        let task = Task::start(name, move || waker.request_repaint(), run)?;
        Some(Self { task, counter })
    }

    fn progress(&self) -> (u64, Option<u64>) {
        let all = self.counter.all.load(Ordering::Relaxed);
        (
            self.counter.done.load(Ordering::Relaxed),
            (all > 0).then_some(all),
        )
    }
}

impl<T> Drop for Work<T> {
    fn drop(&mut self) {
        self.counter.stop.store(true, Ordering::Relaxed);
    }
}

/// The list that is read: nothing where it was stopped.
type Read = Result<Option<Collection>, String>;

/// The page of many products.
#[derive(Debug, Default)]
pub(super) struct Collector {
    path: PathBuf,
    name: String,
    reading: Option<Work<Read>>,
    there: Option<Arc<Collection>>,
    failed: Option<String>,
    asked: Asked,
    chosen: Option<usize>,
    charts: bool,
    ranges: bool,
    /// A number that changes with the list.
    number: u64,
    order: Latest<(u64, Asked), Arc<Shown>>,
    newest: Option<Arc<Shown>>,
    trying: Option<(String, Work<Option<Across>>)>,
    tried: Option<(String, usize, Across)>,
}

/// The page as it stands in one frame.
pub(super) struct Frame {
    there: Option<Arc<Collection>>,
    shown: Option<Arc<Shown>>,
    working: Option<(u64, Option<u64>)>,
    trying: Option<(String, u64, u64)>,
    /// True while the lines are still put in order.
    waiting: bool,
}

impl Collector {
    /// With a worker that puts lines in order, where a frame waits no longer than `patience`.
    pub(super) fn new(patience: Option<&Patience>, ctx: &Context) -> Self {
        let ctx = ctx.clone();
        let start =
            |patience: &Patience| Later::start("collection", patience.clone(), move || ctx.request_repaint());
        Self {
            order: Latest::new(patience.and_then(start)),
            ..Self::default()
        }
    }

    /// Takes what has come, and puts the lines in order as they are asked for.
    pub(super) fn frame(&mut self, lang: Lang) -> Frame {
        self.take(lang);
        let mut waiting = false;
        if let Some(all) = &self.there {
            let (all, asked) = (Arc::clone(all), self.asked.clone());
            let work = move |_: &dyn Fn() -> bool| Some(Arc::new(shown(&all, &asked)));
            let found = self.order.get(&(self.number, self.asked.clone()), work);
            waiting = found.is_none();
            self.newest = found.or(self.newest.take());
        }
        Frame {
            waiting,
            there: self.there.clone(),
            shown: self.newest.clone(),
            working: self.reading.as_ref().map(Work::progress),
            trying: self.trying.as_ref().map(|(row, work)| {
                let (done, all) = work.progress();
                (row.clone(), done, all.unwrap_or(0))
            }),
        }
    }

    fn take(&mut self, lang: Lang) {
        let broke = || CollectionMsg::Broke.text(lang).to_owned();
        match self.reading.as_ref().map(|work| work.task.poll()) {
            Some(Progress::Done(read)) => {
                self.reading = None;
                match read {
                    Ok(Some(all)) => self.show(all),
                    Ok(None) => {}
                    Err(why) => self.failed = Some(why),
                }
            }
            Some(Progress::Broken) => {
                self.reading = None;
                self.failed = Some(broke());
            }
            Some(Progress::Busy) | None => {}
        }
        match self.trying.as_ref().map(|(_, work)| work.task.poll()) {
            Some(Progress::Done(found)) => {
                let row = self.trying.take().map(|(row, _)| row);
                if let Some((row, across)) = row.zip(found) {
                    self.tried = Some((row, self.asked.way, across));
                }
            }
            Some(Progress::Broken) => self.trying = None,
            Some(Progress::Busy) | None => {}
        }
    }

    /// Shows `all` in place of what stood there.
    fn show(&mut self, all: Collection) {
        self.number += 1;
        let baseline = |way: &crate::collection::ListedWay| !way.baseline;
        let way = all.ways.iter().position(baseline).unwrap_or(0);
        self.asked = Asked {
            way,
            across: crate::ui::panel::collection::data::place(crate::figure::PathwayFigure::OutflowRecycled),
            up: crate::ui::panel::collection::data::place(crate::figure::PathwayFigure::Mci),
            ..Asked::default()
        };
        self.there = Some(Arc::new(all));
        (self.newest, self.chosen, self.failed) = (None, None, None);
        (self.trying, self.tried) = (None, None);
    }

    /// The page in this frame.
    pub(super) fn view<'a>(&'a self, frame: &'a Frame) -> CollectionView<'a> {
        let listing = match (&frame.working, &self.failed, &frame.there) {
            (Some((done, all)), ..) => Listing::Working(*done, *all),
            (None, Some(why), _) => Listing::Failed(why),
            (None, None, Some(all)) => Listing::There(all),
            (None, None, None) => Listing::None,
        };
        let trying = match (&frame.trying, &self.tried) {
            (Some((row, done, all)), _) => Trying::Working(row, *done, *all),
            (None, Some((row, way, across))) if *way == self.asked.way => Trying::There(row, *across),
            _ => Trying::None,
        };
        CollectionView {
            file: &self.name,
            listing,
            asked: &self.asked,
            shown: frame.shown.as_deref(),
            waiting: frame.waiting,
            chosen: self.chosen,
            charts: self.charts,
            ranges: self.ranges,
            trying,
        }
    }
}

impl App {
    /// Shows a collection that was reckoned elsewhere, for a window that reckons none itself.
    pub fn show_collection(&mut self, name: &str, all: Collection) {
        name.clone_into(&mut self.collector.name);
        self.collector.show(all);
    }

    /// Does what the page of many products asks for.
    pub(super) fn collect_act(&mut self, ctx: &Context, act: Collecting) {
        let collector = &mut self.collector;
        match act {
            Collecting::Open => self.ask_path(ctx, Wanted::List),
            Collecting::OpenGroups(folder) => self.open_groups(ctx, folder),
            Collecting::Stop => (collector.reading, collector.trying) = (None, None),
            Collecting::Ask(asked) => collector.asked = *asked,
            Collecting::Choose(line) => collector.chosen = Some(line),
            Collecting::Charts(charts) => collector.charts = charts,
            Collecting::Ranges(ranges) => collector.ranges = ranges,
            Collecting::OpenLine(line) => self.open_line(ctx, line),
            Collecting::Export => self.ask_path(ctx, Wanted::WriteList),
            Collecting::Try(row) => self.try_move(ctx, row),
        }
    }

    /// Reads and reckons the list at `path` in the background.
    pub(super) fn open_list(&mut self, ctx: &Context, path: PathBuf) {
        self.read_list(ctx, path, |_| None, false);
    }

    /// The same for the folder with the work of groups, each on the pathway that it made last.
    fn open_groups(&mut self, ctx: &Context, folder: PathBuf) {
        let pack = self.lesson.as_ref().map(|open| Arc::clone(&open.filled));
        let made = move |project: &Project| {
            let start = start_of(pack.as_deref(), project);
            looked_at(project, start.as_ref(), None).cloned()
        };
        self.read_list(ctx, folder, made, true);
    }

    fn read_list(
        &mut self,
        ctx: &Context,
        path: PathBuf,
        own: impl Fn(&Project) -> Option<PathwayId> + Send + Sync + 'static,
        has_own: bool,
    ) {
        let (lang, draws) = (self.lang(), if self.collector.ranges { DRAWS } else { 0 });
        self.show_page(Page::Collection);
        self.collector.name = file_name(&path);
        self.collector.path.clone_from(&path);
        self.collector.failed = None;
        let work = move |told: batch::Told<'_>| {
            let own = has_own.then_some(&own as OwnWay<'_>);
            batch::collected(&path, (draws, own), lang, told)
        };
        self.collector.reading = Work::start("list", ctx, work);
        if self.collector.reading.is_none() {
            self.collector.failed = Some(CollectionMsg::Broke.text(lang).to_owned());
        }
    }

    /// Opens a line of the list as a project of its own.
    fn open_line(&mut self, ctx: &Context, line: usize) {
        let (lang, now_s) = (self.lang(), ctx.input(|input| input.time));
        let Some(all) = self.collector.there.clone() else {
            return;
        };
        if let Some(What::Project(name, _)) = all.entries.get(line).map(|entry| &entry.what) {
            let path = self.collector.path.join(name);
            return self.run(ctx, Command::OpenPath(path));
        }
        match batch::project(&self.collector.path, &all, line, lang) {
            Ok(project) => self.run(ctx, Command::OpenNew(Box::new(project))),
            Err(why) => self.toasts.refused(why, now_s),
        }
    }

    fn try_move(&mut self, ctx: &Context, row: String) {
        let (lang, collector) = (self.lang(), &mut self.collector);
        let Some(all) = collector.there.clone() else {
            return;
        };
        let (path, wanted, way) = (collector.path.clone(), row.clone(), collector.asked.way);
        let work = move |told: batch::Told<'_>| batch::moved(&path, &all, (&wanted, way), lang, told);
        collector.tried = None;
        collector.trying = Work::start("one change", ctx, work).map(|work| (row, work));
    }

    /// Writes all products as a table at `path`.
    pub(super) fn write_list(&mut self, ctx: &Context, path: &Path) {
        let (lang, now_s) = (self.lang(), ctx.input(|input| input.time));
        let Some(all) = &self.collector.there else { return };
        if store::is_same_file(&self.collector.path, path) {
            let error = StoreError::new(Doing::Save, path, store::Problem::Input);
            return self.toasts.refused(error.text(lang), now_s);
        }
        match store::write(path, &all.csv()) {
            Ok(()) => {
                let words = CollectionMsg::Exported.with(lang, &[("file", &file_name(path))]);
                self.toasts.done(words, now_s);
            }
            Err(error) => self.toasts.refused(error.text(lang), now_s),
        }
    }

    /// A name for the table, where the list is.
    pub(super) fn list_path(&self) -> PathBuf {
        let stem = self
            .collector
            .path
            .file_stem()
            .unwrap_or_default()
            .to_string_lossy();
        self.collector
            .path
            .with_file_name(format!("{stem}-reloom.{ENDING}"))
    }
}
