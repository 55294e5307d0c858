//! The window: runs commands and edits, keeps what is open and selected, and draws the frame around the panels.
//!
//! Invariant: panels only ask; everything that changes the session or the window happens here.

mod about;
mod advice;
mod asides;
mod carbon_result;
mod class;
mod code_form;
mod collect_form;
mod collecting;
mod combining;
pub mod command;
pub mod console;
mod dialogs;
mod draws;
mod dropped;
mod exports;
mod far;
pub mod files;
mod find;
mod form;
mod frame;
mod front;
mod glossary;
mod import;
mod jump;
mod keys;
pub mod label;
mod menu;
mod offer;
mod opening;
pub mod pages;
mod palette;
mod panels;
mod passport_form;
mod paste;
mod photos;
pub mod place;
mod place_form;
mod plan;
mod plan_form;
pub mod preferences;
mod price_form;
mod question;
mod recovery;
mod regions;
pub mod renderer;
mod run;
mod samples;
mod saving;
mod sets;
mod shelf;
mod shortcuts;
pub mod stage;
mod start;
mod swatch;
mod tabs;
mod toast;
mod top_bar;
pub mod tour;
mod variants;
mod why;
mod window;

pub use frame::{inspector_is_drawer, list_is_drawer};
pub use front::Front;
pub use opening::Asked;
pub use window::{Launch, launch};

use crate::job::{Later, Patience, Uncertain};
use crate::lesson::Level;
use crate::model::Name;
use crate::session::{Background, Session};
use crate::store::{Folders, Recovered, Stamp, write_config};
use crate::text::Lang;
use crate::ui::fonts;
use crate::ui::theme::{Theme, ThemeKind};
use crate::ui::view::{Out, Page, Selection, VariantView, View};
use draws::Draws;
use egui::{Context, Ui, ViewportCommand};
use frame::{Chrome, Drawers, Unfolded};
use import::Import;
use preferences::Preferences;
use question::{After, Question};
use recovery::Keeper;
use samples::Cards;
use saving::Waiting;
use std::collections::{BTreeMap, VecDeque};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;
use toast::Toasts;
use tour::Tour;
use variants::{Other, uncertain_view};

/// What the window starts with.
#[derive(Debug)]
pub struct Options {
    /// The open project.
    pub session: Session,
    /// Language, theme and the like.
    pub preferences: Preferences,
    /// Where preferences and unsaved work are kept; none keeps them in memory only.
    pub folders: Option<Folders>,
    /// True where the system's file dialogs are used beside the field for a path.
    pub native_dialogs: bool,
    /// True where all figures are drawn in the background, for their ranges.
    pub draws: bool,
    /// How long a frame waits for figures before they are reckoned in the background; none waits for all of them.
    pub patience: Option<Duration>,
    /// A sentence to show at the start.
    pub message: Option<String>,
    /// The file that is opened once the window stands, in place of the open project.
    pub file: Option<Asked>,
    /// True where the first screen is shown, for nothing else is there yet.
    pub start: bool,
}

/// The window's state.
#[derive(Debug)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "switches that have nothing to do with each other"
)]
pub struct App {
    session: Session,
    preferences: Preferences,
    /// The preferences as they are on disk.
    kept: Preferences,
    folders: Option<Folders>,
    native_dialogs: bool,
    selection: Selection,
    page: Page,
    drawers: Drawers,
    /// What stands in place of the pages.
    front: Option<Front>,
    /// True until something was opened.
    fresh: bool,
    /// True while the list of steps is shown.
    history: bool,
    cards: Option<Cards>,
    import: Import,
    label: label::Draft,
    tour: Option<Tour>,
    /// Recent files that were gone when the first screen was shown last.
    missing: Vec<PathBuf>,
    question: Option<Question>,
    toasts: Toasts,
    keeper: Option<Keeper>,
    /// Work of earlier windows that is still to be offered.
    left: VecDeque<(Recovered, Name)>,
    /// Reads the work of earlier windows.
    looking: Option<Later<offer::Found>>,
    /// Factor sets that were read or written, and what they held then.
    sets: BTreeMap<PathBuf, Stamp>,
    /// True once the window may close although something is unsaved.
    leaving: bool,
    /// True where a text field had the focus in the last frame; Escape has taken it away before the keys are read.
    typing: bool,
    applied: Option<(ThemeKind, bool)>,
    title: String,
    width: f32,
    draws: Draws,
    /// What is written once the figures are there.
    waiting: Vec<Waiting>,
    why: why::Opened,
    /// What to change.
    advice: advice::Advisor,
    combiner: combining::Combiner,
    /// Many products at once.
    collector: collecting::Collector,
    /// How far a lever has to go.
    reacher: far::Reacher,
    /// What is on its way to the front.
    coming: Option<opening::Coming>,
    /// How long a frame waits; none waits for all.
    patience: Option<Patience>,
    exports: exports::Exports,
    photos: photos::Photos,
    /// The letters beside all that is in sight, while they stand.
    jump: Option<jump::Jump>,
    /// What a figure was opened from by key.
    opening: regions::Opening,
    /// True once the window has its place on the screen.
    placed: bool,
    /// The zoom of the last frame, and when it changed; the fonts are set anew once it rests.
    zoomed: (f32, Option<f64>),
    /// True until the terms of what is drawn next have been read for the glossary.
    reading_terms: bool,
    /// The presentation under way.
    stage: Option<stage::Stage>,
    /// The lesson that is open.
    /// How much is shown, where it was chosen.
    level: Option<Level>,
    lesson: Option<plan::OpenLesson>,
    shelf: shelf::Shelf,
}

impl App {
    /// The window over `options.session`.
    pub fn new(cc: &eframe::CreationContext<'_>, options: Options) -> Self {
        fonts::install(&cc.egui_ctx);
        Theme::load(options.preferences.theme).apply(&cc.egui_ctx);
        let left = options.folders.as_ref().map(recovery::left).unwrap_or_default();
        let (keeper, shelf, not_kept) = shelf::kept_at(options.folders.as_ref());
        let ctx = cc.egui_ctx.clone();
        let patience = options.patience.map(Patience::from);
        let in_background = |patience| Background::start(patience, move || ctx.request_repaint());
        let background = patience.clone().and_then(in_background);
        let mut app = Self {
            kept: options.preferences.clone(),
            preferences: options.preferences,
            folders: options.folders,
            native_dialogs: options.native_dialogs,
            selection: Selection::default(),
            page: Page::default(),
            drawers: Drawers::default(),
            front: None,
            fresh: options.start,
            history: false,
            cards: None,
            import: Import::default(),
            label: label::Draft::default(),
            tour: None,
            missing: Vec::new(),
            question: None,
            toasts: Toasts::default(),
            keeper,
            left: VecDeque::new(),
            looking: None,
            sets: BTreeMap::new(),
            leaving: false,
            typing: false,
            applied: None,
            title: String::new(),
            width: 0.0,
            draws: Draws::new(options.draws, &cc.egui_ctx),
            waiting: Vec::new(),
            why: why::Opened::new(patience.as_ref(), &cc.egui_ctx),
            advice: advice::Advisor::new(patience.as_ref(), options.draws, &cc.egui_ctx),
            combiner: combining::Combiner::new(patience.as_ref(), &cc.egui_ctx),
            collector: collecting::Collector::new(patience.as_ref(), &cc.egui_ctx),
            reacher: far::Reacher::new(patience.as_ref(), &cc.egui_ctx),
            coming: None,
            patience,
            exports: exports::Exports::default(),
            photos: photos::Photos::default(),
            jump: None,
            opening: regions::Opening::default(),
            placed: false,
            zoomed: (1.0, None),
            reading_terms: false,
            stage: None,
            lesson: None,
            level: None,
            shelf,
            session: options.session.in_background(background),
        };
        // After `kept`, so that the list is written although nothing else changes.
        if let Some(path) = app.session.file() {
            app.preferences.recent.push(path);
        }
        app.select_first();
        if app.fresh {
            app.show_start();
        }
        app.say_first(options.message, not_kept.as_ref());
        app.sweep();
        app.hold_file();
        app.bring_asked(&cc.egui_ctx, options.file);
        app.offer_left(&cc.egui_ctx, left);
        app
    }

    /// The open project.
    pub const fn session(&self) -> &Session {
        &self.session
    }

    /// Shows draws that were reckoned elsewhere, for a window that draws none itself.
    pub fn show_draws(&mut self, drawn: Vec<Uncertain>) {
        self.draws.show(drawn);
    }

    /// The page in front.
    pub const fn page(&self) -> Page {
        self.page
    }

    /// What is selected.
    pub const fn selection(&self) -> &Selection {
        &self.selection
    }

    /// What stands in place of the pages.
    pub const fn front(&self) -> Option<Front> {
        self.front
    }

    /// Language, theme and the like.
    pub const fn preferences(&self) -> &Preferences {
        &self.preferences
    }

    const fn lang(&self) -> Lang {
        self.preferences.lang()
    }

    /// Takes what the panels asked for: edits first, then commands.
    fn take(&mut self, ctx: &Context, out: Out) {
        if out.edits.is_empty() && out.commands.is_empty() {
            return;
        }
        let now_s = ctx.input(|input| input.time);
        for (edit, continuing) in out.edits {
            match self.session.apply(&edit, continuing, now_s) {
                Ok(_) => {}
                Err(error) => self.toasts.refused(error.text(self.lang()), now_s),
            }
        }
        for command in out.commands {
            self.run(ctx, command);
        }
        ctx.request_repaint();
    }

    /// Keeps preferences and unsaved work, and wakes the window when old figures are to go.
    fn keep(&mut self, ctx: &Context) {
        let now_s = ctx.input(|input| input.time);
        let leaving = !ctx.input(|input| input.focused);
        let (mut wake, mut trouble) = (None, None);
        if let Some(keeper) = &mut self.keeper {
            wake = keeper.keep(&self.session, now_s, leaving);
            trouble = keeper.take_trouble();
        }
        if let Some(error) = trouble {
            self.say_not_kept(&error, now_s);
        }
        let shown = self.session.shown_for(now_s).map(|left| left + 0.02);
        for seconds in [wake, shown].into_iter().flatten() {
            ctx.request_repaint_after(Duration::from_secs_f64(seconds));
        }
        if self.preferences == self.kept {
            return;
        }
        self.kept = self.preferences.clone();
        if let Some(folders) = &self.folders
            && let Err(error) = write_config(&folders.preferences(), &self.preferences)
        {
            log::warn!("{error}");
        }
    }

    /// A window that is asked to close asks back where something is unsaved.
    fn on_close(&mut self, ctx: &Context) {
        if !ctx.input(|input| input.viewport().close_requested()) {
            return;
        }
        if self.session.is_changed() && !self.leaving {
            ctx.send_viewport_cmd(ViewportCommand::CancelClose);
            self.question = Some(Question::Unsaved(After::Quit));
            return;
        }
        self.keep_place(ctx);
        if let Some(keeper) = &mut self.keeper {
            keeper.clear();
        }
    }

    /// Draws the frame and gives back what was asked for.
    fn draw(&mut self, ui: &mut Ui) -> Out {
        let now_s = ui.input(|input| input.time);
        let project = Arc::clone(self.session.project());
        let assessment = Arc::clone(self.session.assessment());
        let before = self.session.before(now_s).cloned();
        let (own, taken) = self.session.marks();
        let asides = self.asides();
        let at_work = self.at_work(&asides, now_s);
        let (library, lang) = (self.session.library(), self.lang());
        let uncertain = self.newest_draws(project.product.variant, &assessment);
        let others = Other::all(&self.session, &self.draws);
        let others: Vec<VariantView<'_>> = others.iter().map(Other::view).collect();
        let (theme, entries) = (Theme::of(ui.ctx()), command::table(&self.status()));
        let import = (self.front == Some(Front::Import)).then(|| self.import.view(lang, self.fresh));
        let view = View {
            collection: asides.collection.as_ref().map(|frame| self.collector.view(frame)),
            project: &project,
            assessment: &assessment,
            others: &others,
            working: self.session.is_working(),
            before: before.as_deref(),
            library,
            practices: self.shelf.all(),
            matter: asides.matter.as_deref(),
            own: Some(&own),
            taken: Some(&taken),
            blockers: asides.blockers.as_deref().map(Vec::as_slice),
            advice: asides.advice.as_ref().and_then(advice::Shown::view),
            combined: asides.combined.as_ref().and_then(combining::Combined::view),
            far: asides.far.as_ref().and_then(far::Shown::view),
            lang,
            theme: &theme,
            selection: &self.selection,
            page: self.page,
            ranges: self.preferences.ranges,
            relative: self.preferences.relative,
            level: self.level(),
            why: asides.why.as_ref().map(why::Told::view),
            uncertain: uncertain.as_ref().map(uncertain_view),
        };
        let chrome = Chrome {
            view,
            width: self.width,
            entries: &entries,
            changed: self.session.is_changed(),
            undo: self.session.can_undo(),
            redo: self.session.can_redo(),
            unfolded: Unfolded::of(&self.preferences),
            drawers: self.drawers,
            import: import.as_ref(),
            front: self.front,
            fresh: self.fresh,
            cards: self.cards.as_ref(),
            history: self.history.then(|| self.session.history()),
            file: self.session.file(),
            recent: self.preferences.recent.paths(),
            missing: &self.missing,
        };
        let mut out = Out::default();
        if let Some(stage) = &self.stage {
            let pulled = stage.show(ui, &chrome.view, &self.preferences);
            return self.after_stage(ui.ctx(), pulled);
        }
        let mut draft = std::mem::take(&mut self.label);
        let room = frame::show(ui, &chrome, &mut draft, &mut out);
        self.label = draft;
        self.read_terms(ui);
        self.over_pages(ui.ctx(), &theme, room, at_work.as_ref());
        let product = project.product.name.get(lang);
        self.ask(ui.ctx(), &theme, product, &entries);
        out
    }
}

impl eframe::App for App {
    fn logic(&mut self, ctx: &Context, frame: &mut eframe::Frame) {
        self.patience.iter().for_each(Patience::renew);
        self.on_close(ctx);
        if let Some(stage) = &mut self.stage {
            stage.look_at_screens(frame);
        }
        self.take_what_came(ctx);
        self.type_jump(ctx);
        if self.question.is_none() && !egui::Popup::is_any_open(ctx) {
            let typing = self.typing || ctx.text_edit_focused();
            if self.front == Some(Front::Start)
                && self.stage.is_none()
                && !typing
                && let Some(command) = start::pressed(ctx)
            {
                self.run(ctx, command);
            }
            self.stage_keys(ctx);
            let mut entries = command::table(&self.status());
            if self.stage.is_some() {
                entries.retain(|entry| stage::keys::stays(&entry.command));
            }
            for command in shortcuts::pressed(ctx, &entries, typing) {
                self.run(ctx, command);
            }
        }
        if self.question.is_none() && self.stage.is_none() {
            self.go_through_regions(ctx);
        }
        self.draws.follow(&self.session);
        self.find_place(ctx);
        self.rest_fonts(ctx);
        self.apply_theme(ctx);
        self.set_title(ctx);
        self.keep(ctx);
    }

    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        self.width = ui.max_rect().width();
        let out = self.draw(ui);
        self.take(ui.ctx(), out);
        self.end_gesture(ui.ctx());
        self.tidy_selection();
        self.tidy_opened();
        self.typing = ui.ctx().text_edit_focused();
    }
}
