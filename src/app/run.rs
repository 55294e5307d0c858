//! What each command and each answer does.

use super::App;
use super::class::is_lesson;
use super::dialogs::{PathQuestion, Wanted, Written, file_name};
use super::files::{self, ENDING, FileError, Opened};
use super::frame::Drawers;
use super::front::Front;
use super::label;
use super::opening::Then;
use super::question::{After, Answer, Question};
use super::saving::Waiting;
use super::{inspector_is_drawer, list_is_drawer};
use crate::model::Project;
use crate::presets;
use crate::report::outputs::Output;
use crate::report::picture::Layer;
use crate::session::Session;
use crate::text::ShellMsg;
use crate::ui::theme::ThemeKind;
use crate::ui::view::{Aspect, Command, Page, Selection};
use egui::{Context, ViewportCommand};
use std::path::{Path, PathBuf};

impl App {
    /// Runs `command`.
    pub fn run(&mut self, ctx: &Context, command: Command) {
        let now_s = ctx.input(|input| input.time);
        match command {
            Command::Show(page) => self.show_page(page),
            Command::Undo | Command::Redo => self.step_back(command == Command::Redo, now_s),
            Command::Start => self.toggle_start(),
            Command::Samples => self.show_samples(),
            Command::StartLabel => self.front = Some(Front::Label),
            Command::ImportTable => self.open_import(),
            Command::OpenNew(project) => self.guarded(ctx, After::OpenNew(project)),
            Command::ToggleHistory => self.history = !self.history,
            Command::JumpTo(done) => {
                self.session.jump(done, now_s);
            }
            Command::Open => self.guarded(ctx, After::Open),
            Command::OpenPreset(id) => self.open_example(ctx, id),
            Command::OpenPath(path) => self.guarded(ctx, After::OpenPath(path)),
            Command::Import(act) => self.import_act(ctx, act),
            Command::Improve(act) => self.improve(act, now_s),
            Command::Save => self.save(ctx, None),
            Command::SaveAs => self.ask_path(ctx, Wanted::Save(None)),
            Command::Language(lang) => self.preferences.set_lang(lang),
            Command::ToggleDark => self.preferences.theme = self.preferences.theme.flipped(),
            Command::ToggleContrast => self.preferences.theme = other_contrast(self.preferences.theme),
            Command::ToggleMotion => self.preferences.still = !self.preferences.still,
            Command::ToggleRanges => self.preferences.ranges = !self.preferences.ranges,
            Command::ToggleLevel => self.level = Some(self.level().other()),
            Command::ToggleRelative => self.preferences.relative = !self.preferences.relative,
            Command::ToggleLaundering => self.toggle_laundering(now_s),
            Command::DuplicateVariant => self.duplicate_variant(now_s),
            Command::NextVariant => self.next_variant(now_s),
            Command::ToggleList => self.toggle_list(),
            Command::ToggleInspector => self.toggle_inspector(),
            Command::ShowAspect(aspect) => self.show_aspect(aspect),
            Command::SelectRoute(route) => self.selection.route = Some(route),
            Command::Paste => ctx.send_viewport_cmd(ViewportCommand::RequestPaste),
            Command::SelectPart(_)
            | Command::SelectParts(..)
            | Command::SelectPathway(_)
            | Command::SelectStage(_)
            | Command::SelectFactor(_)
            | Command::Practice(_)
            | Command::OpenFigure(Some(_))
            | Command::OpenFigureOf(..) => {
                if matches!(command, Command::OpenFigure(_) | Command::OpenFigureOf(..)) {
                    self.figure_opened(ctx);
                }
                self.select(command);
            }
            Command::OpenFigure(None) => self.close_front(ctx),
            Command::ShowLayer(layer) => self.show_layer(layer),
            Command::Export(subject, format) => self.ask_export(ctx, subject, format),
            Command::CopyPicture(subject) => self.copy_picture(ctx, subject),
            Command::Paper(_) | Command::Print | Command::StopWriting => self.print(ctx, &command),
            Command::TakeResult => self.ask_path(ctx, Wanted::Result),
            Command::Give(output) => self.ask_path(ctx, Wanted::Write(Written::Give(output))),
            Command::ChoosePicture(part) => self.ask_path(ctx, Wanted::Photo(part)),
            Command::Card(act) => self.card_act(ctx, act),
            Command::Collecting(act) => self.collect_act(ctx, act),
            Command::ImportFactorSet | Command::ExportFactorSet => self.ask_set(ctx, &command),
            Command::About => self.question = Some(Question::About(super::about::About::default())),
            Command::Palette => self.open_palette(ctx),
            Command::Glossary(term) => self.open_glossary(term.as_deref()),
            Command::Jump => self.begin_jump(ctx),
            Command::Places | Command::Prices => self.ask_form(&command),
            Command::Keys => self.question = Some(Question::Keys),
            Command::Tour => self.begin_tour(ctx),
            Command::Quit => ctx.send_viewport_cmd(ViewportCommand::Close),
            command => self.run_class(ctx, &command),
        }
        ctx.request_repaint();
    }

    fn show_layer(&mut self, layer: Layer) {
        self.selection.layer = layer;
        if self.page != Page::Pathways {
            self.show_page(Page::Pathways);
        }
    }

    /// Undoes the last step, or does it again.
    fn step_back(&mut self, again: bool, now_s: f64) {
        if again {
            self.session.redo(now_s);
        } else {
            self.session.undo(now_s);
        }
    }

    pub(super) fn show_page(&mut self, page: Page) {
        self.show_project();
        self.page = page;
        self.drawers = Drawers::default();
        self.selection.figure = None;
    }

    pub(super) fn show_aspect(&mut self, aspect: Aspect) {
        if self.page != Page::Product || self.front.is_some() {
            self.show_page(Page::Product);
        }
        self.selection.aspect = aspect;
    }

    /// The inspector shows what was picked last, so it unfolds.
    fn select(&mut self, command: Command) {
        match command {
            Command::SelectPart(part) => {
                self.selection.part = part;
                self.selection.parts.clear();
                self.selection.figure = None;
            }
            Command::SelectParts(part, all) => {
                self.selection.part = Some(part);
                self.selection.parts = all;
                self.selection.figure = None;
            }
            Command::SelectPathway(pathway) => {
                if self.selection.pathway.as_ref() != Some(&pathway) {
                    self.selection.stage = None;
                }
                self.selection.pathway = Some(pathway);
                // What is opened last is what advice speaks of.
                self.selection.improving.pathway = None;
                self.selection.figure = None;
            }
            Command::SelectStage(stage) => {
                self.selection.stage = stage;
                self.selection.figure = None;
            }
            Command::Practice(practice) => {
                if self.page != Page::Practice {
                    self.show_page(Page::Practice);
                }
                self.selection.practice = practice;
                self.selection.figure = None;
            }
            Command::SelectFactor(factor) => {
                if self.page != Page::Library {
                    self.show_page(Page::Library);
                }
                self.selection.factor = Some(factor);
                self.selection.figure = None;
            }
            Command::OpenFigure(figure) => {
                self.selection.figure = figure;
                self.selection.variant = None;
                self.preferences.inspector = true;
            }
            Command::OpenFigureOf(variant, figure) => {
                self.selection.figure = Some(figure);
                self.selection.variant = Some(variant);
                self.preferences.inspector = true;
            }
            _ => {}
        }
        self.drawers.list = false;
        let nothing = self.selection.figure.is_none() && self.selection.stage.is_none();
        let shows_own = matches!(self.page, Page::Product | Page::Library | Page::Practice);
        self.drawers.inspector = inspector_is_drawer(self.width) && (shows_own || !nothing);
    }

    /// Closes what lies in front: what is on its way, first screen, tour, figure, drawers.
    fn close_front(&mut self, ctx: &Context) {
        let has_drawer = self.drawers != Drawers::default();
        if self.stop_opening(ctx) {
            return;
        }
        if self.leave_front() || self.tour.take().is_some() {
            return;
        }
        if std::mem::take(&mut self.history) {
            return;
        }
        let was_open = self.selection.figure.take().is_some();
        if !was_open || has_drawer {
            self.drawers = Drawers::default();
        }
        if was_open {
            self.figure_closed(ctx);
        }
    }

    fn toggle_list(&mut self) {
        let columns = (self.page == Page::Compare).then(|| self.session.project().compared.len());
        if list_is_drawer(self.width, columns) {
            self.drawers.list = !self.drawers.list;
        } else {
            self.preferences.list = !self.preferences.list;
        }
    }

    fn toggle_inspector(&mut self) {
        if inspector_is_drawer(self.width) {
            self.drawers.inspector = !self.drawers.inspector;
        } else {
            self.preferences.inspector = !self.preferences.inspector;
        }
    }

    /// The first part and the first pathway, so that no page opens empty.
    pub(super) fn select_first(&mut self) {
        let project = self.session.project();
        self.selection = Selection {
            part: project.product.parts.first().map(|part| part.id.clone()),
            pathway: project.pathways.first().map(|pathway| pathway.id.clone()),
            layer: self.selection.layer,
            ..Selection::default()
        };
    }

    /// Lets go of what is selected but not there any more.
    pub(super) fn tidy_selection(&mut self) {
        let project = self.session.project();
        let selection = &mut self.selection;
        let parts = &project.product.parts;
        selection
            .part
            .take_if(|id| !parts.iter().any(|part| &part.id == id));
        selection
            .parts
            .retain(|id| parts.iter().any(|part| &part.id == id));
        selection.pathway.take_if(|id| project.pathway(id).is_none());
        if selection.pathway.is_none() {
            selection.pathway = project.pathways.first().map(|pathway| pathway.id.clone());
            selection.stage = None;
        }
        let pathway = selection.pathway.as_ref().and_then(|id| project.pathway(id));
        selection
            .stage
            .take_if(|id| pathway.is_none_or(|pathway| pathway.stage(id).is_none()));
    }

    /// Does `after` at once, or asks first where something is unsaved.
    pub(super) fn guarded(&mut self, ctx: &Context, after: After) {
        if self.session.is_changed() {
            self.question = Some(Question::Unsaved(after));
        } else {
            self.go_on(ctx, after);
        }
    }

    fn open_example(&mut self, ctx: &Context, id: String) {
        let is_open = self.session.file().is_none() && self.session.project().id == id;
        if is_open && !self.session.is_changed() {
            self.show_project();
            self.offer_tour(ctx);
        } else {
            self.guarded(ctx, After::OpenExample(id));
        }
    }

    pub(super) fn go_on(&mut self, ctx: &Context, after: After) {
        self.question = None;
        match after {
            After::Quit => {
                self.leaving = true;
                ctx.send_viewport_cmd(ViewportCommand::Close);
            }
            After::Open => self.ask_path(ctx, Wanted::Open),
            After::OpenLesson(pack) => self.open_lesson(ctx, &pack),
            After::TakeCode(project) => self.take_code(*project),
            After::OpenPath(path) if is_lesson(&path) => {
                if let Some(pack) = self.lesson_in(ctx, &path) {
                    self.open_lesson(ctx, &pack);
                }
            }
            After::OpenPath(path) => {
                let (name, then) = (file_name(&path), Then::File(path.clone()));
                self.bring(ctx, name, then, move || files::open(&path));
            }
            After::OpenExample(id) => {
                let example = presets::get(&id).and_then(|preset| preset.project().ok());
                let name = example.map_or_else(String::new, |of| of.product.name.get(self.lang()).to_owned());
                self.bring(ctx, name, Then::Example, move || files::example(&id));
            }
            After::OpenNew(project) => self.bring_new(ctx, *project, Then::New),
            After::ImportProject => self.import_project(ctx),
            After::Recover(recovered, name) => self.take_over(ctx, recovered, name),
        }
    }

    pub(super) fn put(&mut self, session: Session) {
        let background = self.session.take_background();
        self.session = session.in_background(background);
        self.lesson = None;
        self.level = None;
        self.stage = None;
        self.waiting.clear();
        self.photos = super::photos::Photos::default();
        self.advice.forget();
        self.combiner.forget();
        self.reacher.forget();
        if let Some(keeper) = &mut self.keeper {
            keeper.clear();
        }
        self.show_project();
        self.tour = None;
        self.drawers = Drawers::default();
        self.select_first();
        self.hold_file();
    }

    /// Opens a project that is in no file yet.
    pub(super) fn bring_new(&mut self, ctx: &Context, project: Project, then: Then) {
        let name = project.product.name.get(self.lang()).to_owned();
        let make = move || Ok(Opened::from(Session::recovered(project, None)));
        self.bring(ctx, name, then, make);
    }

    /// A project that is in no file yet is in front: nothing is selected, so that all that is assumed stands beside it.
    pub(super) fn begin_new(&mut self) {
        self.label = label::Draft::default();
        self.preferences.inspector = true;
        self.select(Command::SelectPart(None));
    }

    pub(super) fn ask_path(&mut self, ctx: &Context, wanted: Wanted) {
        let proposed = match wanted {
            Wanted::ExportSet | Wanted::ImportSet => files::set_path(&self.proposed().with_extension("")),
            Wanted::ExportCards | Wanted::ImportCards => self.cards_path(),
            Wanted::WriteList => self.list_path(),
            Wanted::Write(what) => self.made_path(what),
            Wanted::Open
            | Wanted::List
            | Wanted::Table
            | Wanted::Photo(_)
            | Wanted::Result
            | Wanted::Save(_) => self.proposed(),
        };
        // The form of the passport is filled in before there is a file, and so is the author who was never asked for.
        let is_form = match &wanted {
            Wanted::Write(Written::Give(Output::Passport)) => true,
            Wanted::Write(Written::Paper(_)) => self.preferences.author.is_none(),
            _ => false,
        };
        let is_native = self.native_dialogs && !is_form;
        let question = PathQuestion::new(ctx, wanted, &proposed, self.lang(), is_native);
        let question = question.with_filled(self.filled());
        self.question = Some(Question::Path(question));
    }

    /// The project's file, or one named after the product where files were opened or saved last.
    pub(super) fn proposed(&self) -> PathBuf {
        if let Some(file) = self.session.file() {
            return file.to_owned();
        }
        let safe = files::safe_name(self.session.project().product.name.get(self.lang()));
        let folder = self
            .preferences
            .recent
            .paths()
            .first()
            .and_then(|path| path.parent());
        let home = directories::UserDirs::new();
        let usual = home
            .as_ref()
            .map(|dirs| dirs.document_dir().unwrap_or(dirs.home_dir()));
        folder
            .or(usual)
            .unwrap_or(Path::new(""))
            .join(format!("{safe}.{ENDING}"))
    }

    /// The answer of the system's file dialog, once it is there.
    pub(super) fn poll_dialog(&mut self, ctx: &Context) {
        if let Some(Question::Path(question)) = &mut self.question
            && let Some(answer) = question.poll()
        {
            self.answer(ctx, answer);
        }
    }

    /// Takes what came from outside since the last frame: answers, files, figures, what was dropped and pasted.
    pub(super) fn take_what_came(&mut self, ctx: &Context) {
        self.poll_dialog(ctx);
        self.poll_files(ctx);
        self.take_figures(ctx);
        self.follow_opening(ctx);
        self.follow_offers(ctx);
        self.take_dropped(ctx);
        self.follow_import(ctx);
    }

    /// Draws the question in front and does what is answered.
    pub(super) fn ask(
        &mut self,
        ctx: &Context,
        theme: &crate::ui::theme::Theme,
        product: &str,
        entries: &[super::command::Entry],
    ) {
        let lang = self.lang();
        let question = self.question.as_mut();
        let answer = question.and_then(|question| question.show(ctx, theme, lang, product, entries));
        if let Some(answer) = answer {
            self.answer(ctx, answer);
        }
    }

    /// Does what was answered.
    pub(super) fn answer(&mut self, ctx: &Context, answer: Answer) {
        let question = self.question.take();
        match answer {
            Answer::Cancel => self.cancelled(question),
            Answer::Open(path) if files::is_table(&path) => self.import_file(ctx, path),
            Answer::Open(path) => self.go_on(ctx, After::OpenPath(path)),
            Answer::SaveTo(path, after) => self.once_worked_out(ctx, Waiting::Save(path, after)),
            Answer::ImportTable(path) => self.import_file(ctx, path),
            Answer::Photo(path, part) => self.take_photo(ctx, path, part),
            Answer::List(path) => self.open_list(ctx, path),
            Answer::WriteList(path) => self.write_list(ctx, &path),
            Answer::ImportCards(path) => self.import_cards(ctx, &path),
            Answer::ExportCards(path) => self.export_cards(ctx, &path),
            Answer::ImportSet(path) => self.import_set(ctx, &path),
            Answer::Result(path) => self.take_result(ctx, &path),
            Answer::Write(path, what, filled) => {
                self.remember_filled(what, *filled);
                self.once_worked_out(ctx, Waiting::Write(path, what));
            }
            Answer::ExportSet(path, note) => self.export_set(ctx, path, note),
            Answer::SaveFirst(after) => self.save(ctx, Some(Box::new(after))),
            Answer::GoOn(after) => self.go_on(ctx, after),
            Answer::Recover => self.recover(ctx, question),
            Answer::DropRecovered => Self::drop_recovered(question),
            Answer::RecoverLater => {}
            Answer::KeepMine => self.once_worked_out(ctx, Waiting::KeepMine(question.map(Box::new))),
            Answer::OpenTheirs => self.open_theirs(ctx, question),
            Answer::SaveCopy => self.save_copy(ctx, question),
            Answer::Plan(edits, next) => self.edit_plan(ctx, edits, next),
            Answer::UndoPlan(at) => self.undo_plan(ctx, at),
            Answer::TakeCode(project) => self.guarded(ctx, After::TakeCode(project)),
            Answer::Form(edit, form) => self.edit_form(ctx, edit.as_ref(), form),
            Answer::Reset => self.reset(ctx),
            Answer::Group(name) => self.name_group(ctx, name),
            Answer::EditAnyway => self.session.set_look_only(false),
            Answer::Run(commands) => {
                for command in commands {
                    self.run(ctx, command);
                }
            }
        }
        self.offer_next();
        ctx.request_repaint();
    }

    /// Says what there is to say at the start.
    pub(super) fn say_first(&mut self, message: Option<String>, not_kept: Option<&FileError>) {
        if let Some(message) = message {
            self.toasts.refused(message, 0.0);
        }
        if let Some(error) = not_kept {
            self.say_not_kept(error, 0.0);
        }
    }

    /// Says that unsaved work cannot be kept, and why.
    pub(super) fn say_not_kept(&mut self, error: &FileError, now_s: f64) {
        let lang = self.lang();
        let words = ShellMsg::NotKept.with(lang, &[("why", &error.text(lang))]);
        self.toasts.refused(words, now_s);
    }
}

/// The same ground with the other contrast.
const fn other_contrast(kind: ThemeKind) -> ThemeKind {
    match kind {
        ThemeKind::Light => ThemeKind::ContrastLight,
        ThemeKind::Dark => ThemeKind::ContrastDark,
        ThemeKind::ContrastLight => ThemeKind::Light,
        ThemeKind::ContrastDark => ThemeKind::Dark,
    }
}
