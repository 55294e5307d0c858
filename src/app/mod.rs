//! The window: runs commands and edits, keeps what is open and selected, and draws the frame around the panels.
//!
//! Invariant: panels only ask; everything that changes the session or the window happens here.

mod about;
pub mod command;
mod dialogs;
mod draws;
pub mod files;
mod find;
mod frame;
mod glossary;
mod keys;
mod menu;
mod palette;
mod panels;
pub mod preferences;
mod question;
mod recovery;
mod run;
mod sets;
mod shortcuts;
mod start;
mod steps;
mod tabs;
mod toast;
mod top_bar;
mod variants;
mod why;
mod window;

pub use frame::{inspector_is_drawer, list_is_drawer};
pub use window::{Launch, launch};

use crate::session::Session;
use crate::store::{Folders, write_config};
use crate::text::Lang;
use crate::ui::fonts;
use crate::ui::theme::{Theme, ThemeKind};
use crate::ui::view::{Out, Page, Selection, VariantView, View};
use command::Status;
use draws::Draws;
use egui::{Context, Ui, ViewportCommand};
use frame::{Chrome, Drawers, Unfolded};
use preferences::Preferences;
use question::{After, Question};
use recovery::Keeper;
use start::Cards;
use std::sync::Arc;
use std::time::Duration;
use steps::Taken;
use toast::Toasts;
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
    /// A sentence to show at the start.
    pub message: Option<String>,
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
    taken: Taken,
    /// True while the first screen is in front.
    starting: bool,
    cards: Option<Cards>,
    question: Option<Question>,
    toasts: Toasts,
    keeper: Option<Keeper>,
    /// True once the window may close although something is unsaved.
    leaving: bool,
    /// True where a text field had the focus in the last frame; Escape has taken it away before the keys are read.
    typing: bool,
    applied: Option<ThemeKind>,
    title: String,
    /// Width of the window in the last frame.
    width: f32,
    draws: Draws,
    why: why::Opened,
    /// True until the terms of what is drawn next have been read for the glossary.
    reading_terms: bool,
}

impl App {
    /// The window over `options.session`.
    pub fn new(cc: &eframe::CreationContext<'_>, options: Options) -> Self {
        fonts::install(&cc.egui_ctx);
        Theme::load(options.preferences.theme).apply(&cc.egui_ctx);
        let recovered = options.folders.as_ref().and_then(recovery::newest);
        let keeper = options.folders.as_ref().and_then(Keeper::new);
        let mut app = Self {
            kept: options.preferences.clone(),
            preferences: options.preferences,
            folders: options.folders,
            native_dialogs: options.native_dialogs,
            selection: Selection::default(),
            page: Page::default(),
            drawers: Drawers::default(),
            taken: Taken::default(),
            starting: false,
            cards: None,
            question: None,
            toasts: Toasts::default(),
            keeper,
            leaving: false,
            typing: false,
            applied: None,
            title: String::new(),
            width: 0.0,
            draws: Draws::new(options.draws, &cc.egui_ctx),
            why: why::Opened::default(),
            reading_terms: false,
            session: options.session,
        };
        app.select_first();
        if let Some(message) = options.message {
            app.toasts.refused(message, 0.0);
        }
        if let Some(recovered) = recovered {
            app.offer(recovered);
        }
        app
    }

    /// The open project.
    pub const fn session(&self) -> &Session {
        &self.session
    }

    /// The page in front.
    pub const fn page(&self) -> Page {
        self.page
    }

    /// What is selected.
    pub const fn selection(&self) -> &Selection {
        &self.selection
    }

    /// Language, theme and the like.
    pub const fn preferences(&self) -> &Preferences {
        &self.preferences
    }

    const fn lang(&self) -> Lang {
        self.preferences.lang()
    }

    const fn status(&self) -> Status<'_> {
        let drawn = self.drawers.list || self.drawers.inspector;
        Status {
            session: &self.session,
            preferences: &self.preferences,
            something_open: self.selection.figure.is_some() || self.starting || drawn,
        }
    }

    /// Takes what the panels asked for: edits first, then commands.
    fn take(&mut self, ctx: &Context, out: Out) {
        if out.edits.is_empty() && out.commands.is_empty() {
            return;
        }
        let now_s = ctx.input(|input| input.time);
        for (edit, continuing) in out.edits {
            match self.session.apply(&edit, continuing, now_s) {
                Ok(true) => self.note_step(&edit),
                Ok(false) => {}
                Err(error) => self.toasts.refused(error.text(self.lang()), now_s),
            }
        }
        for command in out.commands {
            self.run(ctx, command);
        }
        ctx.request_repaint();
    }

    /// A released pointer ends a drag; typing ends when the field is left.
    fn end_gesture(&mut self, ctx: &Context) {
        let (released, down) = ctx.input(|input| (input.pointer.any_released(), input.pointer.any_down()));
        let idle = !down && !ctx.text_edit_focused();
        if self.session.in_gesture() && (released || idle) {
            self.session.end_gesture();
        }
    }

    fn apply_theme(&mut self, ctx: &Context) {
        if self.applied != Some(self.preferences.theme) {
            Theme::load(self.preferences.theme).apply(ctx);
            self.applied = Some(self.preferences.theme);
        }
    }

    fn set_title(&mut self, ctx: &Context) {
        let product = self.session.project().product.name.get(self.lang());
        let mark = if self.session.is_changed() { " ●" } else { "" };
        let title = format!("Reloom 再织 – {product}{mark}");
        if title != self.title {
            ctx.send_viewport_cmd(ViewportCommand::Title(title.clone()));
            self.title = title;
        }
    }

    /// Keeps preferences and unsaved work, and wakes the window when old figures are to go.
    fn keep(&mut self, ctx: &Context) {
        let now_s = ctx.input(|input| input.time);
        let wake = self
            .keeper
            .as_mut()
            .and_then(|keeper| keeper.keep(&self.session, now_s));
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
        } else if let Some(keeper) = &mut self.keeper {
            keeper.clear();
        }
    }

    /// Draws the frame and gives back what was asked for.
    fn draw(&mut self, ui: &mut Ui) -> Out {
        let now_s = ui.input(|input| input.time);
        let project = Arc::clone(self.session.project());
        let assessment = Arc::clone(self.session.assessment());
        let before = self.session.before(now_s).cloned();
        let own = Arc::clone(self.session.own_marks());
        let matter = (self.page == Page::Library).then(|| Arc::clone(self.session.matter()));
        let uncertain = self.draws.newest(project.product.variant, &assessment);
        let others = Other::all(&self.session, &self.draws);
        let others: Vec<VariantView<'_>> = others.iter().map(Other::view).collect();
        let why = self
            .why
            .get(&self.session, &self.selection, self.page, self.lang());
        let theme = Theme::of(ui.ctx());
        let entries = command::table(&self.status());
        if self.starting && self.cards.is_none() {
            self.cards = Some(Cards::load());
        }
        let view = View {
            project: &project,
            assessment: &assessment,
            others: &others,
            before: before.as_deref(),
            library: self.session.library(),
            matter: matter.as_deref(),
            own: Some(&own),
            lang: self.lang(),
            theme: &theme,
            selection: &self.selection,
            page: self.page,
            ranges: self.preferences.ranges,
            relative: self.preferences.relative,
            why: why.as_deref(),
            uncertain: uncertain.as_ref().map(uncertain_view),
        };
        let chrome = Chrome {
            view,
            width: self.width,
            entries: &entries,
            changed: self.session.is_changed(),
            undo: self.session.can_undo(),
            redo: self.session.can_redo(),
            unfolded: Unfolded {
                list: self.preferences.list,
                inspector: self.preferences.inspector,
            },
            drawers: self.drawers,
            steps: self.preferences.first_steps.then_some(self.taken),
            cards: self.cards.as_ref().filter(|_| self.starting),
            file: self.session.file(),
            recent: self.preferences.recent.paths(),
        };
        let mut out = Out::default();
        let framed = frame::show(ui, &chrome, &mut out);
        self.read_terms(ui);
        let lang = self.lang();
        if framed.steps_closed {
            self.preferences.first_steps = false;
        }
        self.toasts.show(ui.ctx(), &theme, lang, framed.bottom);
        let product = project.product.name.get(lang);
        let answer = match &mut self.question {
            Some(question) => question.show(ui.ctx(), &theme, lang, product, &entries),
            None => None,
        };
        if let Some(answer) = answer {
            self.answer(ui.ctx(), answer);
        }
        out
    }
}

impl eframe::App for App {
    fn logic(&mut self, ctx: &Context, _frame: &mut eframe::Frame) {
        self.on_close(ctx);
        self.poll_dialog(ctx);
        self.take_dropped(ctx);
        if self.question.is_none() && !egui::Popup::is_any_open(ctx) {
            let entries = command::table(&self.status());
            for command in shortcuts::pressed(ctx, &entries, self.typing || ctx.text_edit_focused()) {
                self.run(ctx, command);
            }
        }
        self.draws.follow(&self.session);
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
