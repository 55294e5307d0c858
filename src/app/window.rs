//! From the command line to an open window.

use super::files::{self, FIRST_EXAMPLE, FileError};
use super::opening::Asked;
use super::place::Place;
use super::preferences::Preferences;
use super::renderer::{HAS_WGPU, NoWindow, Renderer, order};
use super::toast::AtWork;
use super::{App, Options, place};
use crate::cli::{NO_DISPLAY, system_lang};
use crate::store::{Folders, read_config};
use crate::text::pairs::Pairs;
use crate::text::{Lang, ShellMsg};
use crate::ui::spoken::{self, Spoken};
use crate::ui::theme::{self, Theme};
use crate::ui::view::Command;
use egui::{Context, IconData, Id, Rect, ViewportBuilder, ViewportCommand, pos2, vec2};
use std::cell::RefCell;
use std::ffi::{OsStr, OsString};
use std::panic::{AssertUnwindSafe, catch_unwind, set_hook, take_hook};
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::time::Duration;

/// The exit code where a file cannot be opened.
const NO_FILE: u8 = 2;

/// How long a frame waits for figures: a quarter of what it has at 60 frames a second. Those of a usual product come within;
/// those of a large one take longer than any frame can wait.
const PATIENCE: Duration = Duration::from_millis(4);

/// What the command line asks of the window.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Launch {
    /// A path, or `preset:ID`.
    pub file: Option<OsString>,
    /// The language in place of the one that was used last.
    pub lang: Option<Lang>,
    /// The painter in place of the first that works.
    pub renderer: Option<Renderer>,
}

/// Opens the window and waits until it is closed; on failure a sentence for the user and the exit code.
pub fn launch(wanted: &Launch) -> Result<(), (String, u8)> {
    let folders = Folders::find();
    let (mut preferences, broken) = preferences(folders.as_ref());
    if let Some(lang) = wanted.lang {
        preferences.set_lang(lang);
    }
    let lang = preferences.lang();
    // A table is brought in over an example, as when it is dropped on the window.
    let table = wanted
        .file
        .as_deref()
        .map(Path::new)
        .filter(|path| files::is_table(path));
    let name = wanted.file.as_deref().filter(|_| table.is_none());
    let refused = |error: &FileError| {
        let file = name.map_or(FIRST_EXAMPLE.into(), OsStr::to_string_lossy);
        let words = [("file", file.as_ref()), ("why", &error.text(lang))];
        (ShellMsg::NoSuchFile.with(lang, &words), NO_FILE)
    };
    // A file is read here, so that a broken one is told where the program was started; the window reckons it.
    let example = name.map_or(Some(FIRST_EXAMPLE), files::example_named);
    let file = name.map(Path::new).filter(|_| example.is_none());
    let file = file
        .map(Asked::read)
        .transpose()
        .map_err(|error| refused(&error))?;
    let opened = files::example(example.unwrap_or(FIRST_EXAMPLE)).map_err(|error| refused(&error))?;
    let options = Options {
        session: opened.session,
        preferences,
        folders,
        native_dialogs: true,
        draws: true,
        patience: Some(PATIENCE),
        message: broken,
        start: name.is_none() || file.is_some(),
        file,
    };
    let tried = order(wanted.renderer, HAS_WGPU);
    run(options, table, &tried).map_err(|why| (why.text(&tried, lang), NO_DISPLAY))
}

/// The preferences on disk, and a sentence where they could not be read.
fn preferences(folders: Option<&Folders>) -> (Preferences, Option<String>) {
    let usual = Preferences::in_language(system_lang());
    let Some(folders) = folders else {
        return (usual, None);
    };
    match read_config(&folders.preferences()) {
        Ok(kept) => (kept.unwrap_or(usual), None),
        Err(error) => {
            let lang = usual.lang();
            let words = ShellMsg::PreferencesBroken.with(lang, &[("why", &error.text(lang))]);
            (usual, Some(words))
        }
    }
}

/// Opens the window with the first painter that works.
fn run(options: Options, table: Option<&Path>, painters: &[Renderer]) -> Result<(), NoWindow> {
    let options = Rc::new(RefCell::new(Some(options)));
    let mut why = NoWindow::NotBuilt;
    for renderer in painters.iter().copied() {
        match open(renderer, &options, table.map(Path::to_owned)) {
            Ok(()) => return Ok(()),
            Err(reason) => why = reason,
        }
    }
    Err(why)
}

/// Opens the window with one painter; takes the options only when it stands. Some systems report a missing display as an
/// error, some by a panic inside the window library: both mean that there is no window, and neither text is for the user.
fn open(
    renderer: Renderer,
    options: &Rc<RefCell<Option<Options>>>,
    table: Option<PathBuf>,
) -> Result<(), NoWindow> {
    // The screen is known only to the open window; until then it is no larger than the smallest usual one.
    let size = options
        .borrow()
        .as_ref()
        .and_then(|options| options.preferences.window)
        .map_or([1152.0, 640.0], |kept| [kept.width, kept.height]);
    let mut native = eframe::NativeOptions {
        viewport: ViewportBuilder::default()
            .with_app_id("reloom")
            .with_title("Reloom 再织")
            .with_inner_size(size)
            .with_min_inner_size(place::LEAST)
            .with_icon(icon()),
        centered: true,
        ..eframe::NativeOptions::default()
    };
    renderer.choose(&mut native);
    let loud = Rc::new(RefCell::new(Some(take_hook())));
    set_hook(Box::new(|_| {}));
    let (kept, given) = (Rc::clone(&loud), Rc::clone(options));
    let start = AssertUnwindSafe(|| {
        let create = move |cc: &eframe::CreationContext<'_>| {
            // From here on a panic is a fault of ours and must be heard.
            if let Some(loud) = kept.take() {
                set_hook(loud);
            }
            let options = given.take().ok_or("the window was made before")?;
            let mut app = App::new(cc, options);
            if let Some(path) = &table {
                app.import_file(&cc.egui_ctx, path.clone());
            }
            Ok(Box::new(app) as Box<dyn eframe::App>)
        };
        eframe::run_native("reloom", native, Box::new(create))
    });
    let result = catch_unwind(start);
    let started = options.borrow().is_none();
    if let Some(loud) = loud.take() {
        set_hook(loud);
    }
    match result {
        Ok(Ok(())) => Ok(()),
        Ok(Err(error)) => {
            log::warn!("{error}");
            Err(NoWindow::from(&error))
        }
        Err(fault) if started => std::panic::resume_unwind(fault),
        Err(_) => Err(NoWindow::Display),
    }
}

impl App {
    /// Gives the window its place, once the system says how large the screen is.
    pub(super) fn find_place(&mut self, ctx: &Context) {
        let screen = ctx.input(|input| input.viewport().monitor_size);
        let Some(screen) = screen.filter(|_| !self.placed) else {
            return;
        };
        self.placed = true;
        let place = place::opening(self.preferences.window, [screen.x, screen.y]);
        ctx.send_viewport_cmd(ViewportCommand::InnerSize(vec2(place.width, place.height)));
        ctx.send_viewport_cmd(ViewportCommand::OuterPosition(pos2(place.left, place.top)));
        if place.maximized {
            ctx.send_viewport_cmd(ViewportCommand::Maximized(true));
        }
    }

    /// Keeps the English of Chinese words at hand while both languages are read.
    pub(super) fn keep_pairs(&self, ctx: &Context) {
        let key = Id::unique("revision of both languages");
        let now = (self.lang() == Lang::Both).then(|| self.session.revision());
        let before = ctx.data(|data| data.get_temp::<Option<u64>>(key)).flatten();
        if before != now {
            ctx.data_mut(|data| data.insert_temp(key, now));
            let pairs = || Pairs::of(self.session.project(), self.session.library());
            let pairs = now.map(|_| pairs().with(&crate::figure::table()));
            spoken::set_both(ctx, pairs);
        }
    }

    /// Names the product and whether it is changed in the title of the window.
    pub(super) fn set_title(&mut self, ctx: &Context) {
        self.keep_pairs(ctx);
        let product = self.session.project().product.name.get(self.lang());
        let mark = if self.session.is_changed() { " ●" } else { "" };
        let look = if self.session.is_look_only() {
            format!(" – {}", ShellMsg::LookOnlyMark.text(self.lang()))
        } else {
            String::new()
        };
        let title = if self.fresh {
            "Reloom 再织".to_owned()
        } else {
            format!("Reloom 再织 – {product}{mark}{look}")
        };
        if title != self.title {
            ctx.send_viewport_cmd(ViewportCommand::Title(title.clone()));
            let spoken = ctx.plugin_or_default::<Spoken>();
            spoken.lock().frame.clone_from(&title);
            self.title = title;
        }
    }

    /// Draws the tour and what is told over the pages, which leave `room` between bar and scoreboard.
    pub(super) fn over_pages(&mut self, ctx: &Context, theme: &Theme, room: Rect, at_work: Option<&AtWork>) {
        self.show_tour(ctx, theme, room);
        self.show_jump(ctx, theme);
        let bottom = ctx.content_rect().bottom() - room.bottom();
        let lang = self.lang();
        if self.toasts.show(ctx, theme, lang, bottom, at_work) {
            self.print(ctx, &Command::StopWriting);
        }
    }

    /// Draws in the chosen theme, still where that is wanted.
    pub(super) fn apply_theme(&mut self, ctx: &Context) {
        let wanted = (self.preferences.theme, self.preferences.still);
        if self.applied != Some(wanted) {
            let (theme, still) = wanted;
            Theme::load(theme).apply(ctx);
            if still {
                theme::keep_still(ctx);
            }
            self.applied = Some(wanted);
        }
    }

    /// Remembers where the window is left; the size before it filled the screen stays.
    pub(super) fn keep_place(&mut self, ctx: &Context) {
        let found = ctx.input(|input| {
            let window = input.viewport();
            let (outer, inner) = (window.outer_rect?, window.inner_rect?);
            let maximized = window.maximized.unwrap_or(false) || window.fullscreen.unwrap_or(false);
            Some((outer.min, inner.size(), maximized))
        });
        let Some((corner, size, maximized)) = found else {
            return;
        };
        let before = self.preferences.window.unwrap_or_default();
        self.preferences.window = Some(if maximized {
            Place { maximized, ..before }
        } else {
            Place {
                left: corner.x,
                top: corner.y,
                width: size.x,
                height: size.y,
                maximized,
            }
        });
    }

    /// A released pointer ends a drag; typing ends when the field is left.
    pub(super) fn end_gesture(&mut self, ctx: &Context) {
        let (released, down) = ctx.input(|input| (input.pointer.any_released(), input.pointer.any_down()));
        let idle = !down && !ctx.text_edit_focused();
        if self.session.in_gesture() && (released || idle) {
            self.session.end_gesture();
        }
    }

    /// Sets the fonts anew half a second after a change of zoom: letters of other sizes would stay in memory for good.
    pub(super) fn rest_fonts(&mut self, ctx: &Context) {
        const REST: f64 = 0.5;
        let (zoom, now_s) = (ctx.zoom_factor(), ctx.input(|input| input.time));
        let (before, changed) = self.zoomed;
        if (zoom - before).abs() > f32::EPSILON {
            self.zoomed = (zoom, Some(now_s));
            ctx.request_repaint_after_secs(0.6);
        } else if changed.is_some_and(|changed| now_s - changed >= REST) {
            self.zoomed.1 = None;
            crate::ui::fonts::renew(ctx);
        }
    }
}

/// The icon of the window: two threads woven over and under each other.
fn icon() -> IconData {
    const SIZE: u32 = 64;
    let mut rgba = Vec::with_capacity(4 * 64 * 64);
    for y in 0..SIZE {
        for x in 0..SIZE {
            rgba.extend(pixel(x, y));
        }
    }
    IconData {
        rgba,
        width: SIZE,
        height: SIZE,
    }
}

/// Indigo and paper, red green blue and opacity.
const INDIGO: [u8; 4] = [0x2F, 0x4B, 0x8F, 0xFF];
const PAPER: [u8; 4] = [0xF7, 0xF5, 0xF0, 0xFF];
const CLEAR: [u8; 4] = [0; 4];

fn pixel(x: u32, y: u32) -> [u8; 4] {
    // Threads are 12 wide, 4 apart, with a margin of 2 around four of them.
    let thread = |at: u32| {
        let inside = at.checked_sub(2)?;
        (inside % 16 < 12 && inside / 16 < 4).then_some(inside / 16)
    };
    let across_is_above = match (thread(x), thread(y)) {
        (None, None) => return CLEAR,
        (Some(column), Some(row)) => (column + row) % 2 == 1,
        (across, _) => across.is_none(),
    };
    if across_is_above { PAPER } else { INDIGO }
}
