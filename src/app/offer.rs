//! Work that earlier windows left: offered one after the other, each with its file and its time.
//!
//! Invariant: work goes only where the user gives it up or this window has taken it over; a stray key decides nothing.

use super::App;
use super::files::{FileError, Opened};
use super::opening::Then;
use super::question::{After, Answer, Question};
use super::saving::moment;
use crate::job::{Come, Later, Patience};
use crate::model::Name;
use crate::project_file;
use crate::session::Session;
use crate::store::{Left, Recovered, clear_recovery, shown, sweep};
use crate::text::{ImportMsg, Lang, ShellMsg};
use crate::ui::theme::Theme;
use crate::ui::widget::plate::{focus_first, footer, plate};
use crate::ui::widget::{Button, text};
use egui::Context;
use std::path::{Path, PathBuf};

/// What is in the work that earlier windows left.
#[derive(Debug, Default)]
pub(super) struct Found {
    /// The work with the name of its product.
    works: Vec<(Recovered, Name)>,
    /// What cannot be read, and why.
    broken: Vec<(PathBuf, FileError)>,
}

impl Found {
    fn in_what_is(left: Left) -> Self {
        let unread = left.broken.into_iter();
        let mut found = Self {
            works: Vec::new(),
            broken: unread
                .map(|error| (error.path.clone(), FileError::Store(error)))
                .collect(),
        };
        for work in left.works {
            match project_file::read(work.text.as_bytes()) {
                Ok(read) => found.works.push((work, read.project.product.name)),
                Err(error) => found.broken.push((work.file, FileError::Read(error))),
            }
        }
        found
    }
}

/// Draws the question about the work on the product called `name`.
pub(super) fn show(
    ctx: &Context,
    theme: &Theme,
    lang: Lang,
    name: &str,
    recovered: &Recovered,
) -> Option<Answer> {
    let title = ShellMsg::RecoveredTitle.text(lang);
    plate(ctx, theme, "recovered", title, 520.0, Answer::Cancel, |ui| {
        let file = recovered.original.as_deref().map(shown);
        let file = file.unwrap_or_else(|| ShellMsg::NeverSaved.text(lang).to_owned());
        let when = moment(recovered.left, lang);
        let values = [("name", name), ("when", &when), ("file", &file)];
        text::soft(ui, theme, &ShellMsg::RecoveredBody.with(lang, &values));
        footer(ui, |ui| {
            let go_on = Button::primary(ShellMsg::Recover.text(lang)).show(ui, theme);
            focus_first(ui, &go_on);
            let discard = Button::quiet(ShellMsg::DropRecovered.text(lang)).show(ui, theme);
            let later = Button::quiet(ShellMsg::RecoverLater.text(lang)).show(ui, theme);
            if go_on.clicked() {
                Some(Answer::Recover)
            } else if discard.clicked() {
                Some(Answer::DropRecovered)
            } else {
                later.clicked().then_some(Answer::RecoverLater)
            }
        })
    })
}

impl App {
    /// Removes, in the background, what programs that ended unexpectedly left half written where files of ours are.
    pub(super) fn sweep(&self) {
        let Some(folders) = &self.folders else { return };
        let mut paths = self.preferences.recent.paths().to_vec();
        paths.extend(self.session.file().map(Path::to_owned));
        paths.extend([folders.preferences(), folders.recovery.join("slot")]);
        let sweep = move || sweep(&paths);
        let thread = std::thread::Builder::new().name("sweep".to_owned()).spawn(sweep);
        if let Err(error) = thread {
            log::warn!("sweep: {error}");
        }
    }

    /// Offers what earlier windows `left`, read in the background where that takes longer than a frame may wait.
    pub(super) fn offer_left(&mut self, ctx: &Context, left: Left) {
        if left == Left::default() {
            return;
        }
        let waker = ctx.clone();
        let start =
            |patience: &Patience| Later::start("recovery", patience.clone(), move || waker.request_repaint());
        let Some(mut worker) = self.patience.as_ref().and_then(start) else {
            return self.offer(Found::in_what_is(left), 0.0);
        };
        let come = worker.ask(move || Found::in_what_is(left));
        self.looking = Some(worker);
        self.take_offers(come, 0.0);
    }

    /// Offers the work that has been read meanwhile.
    pub(super) fn follow_offers(&mut self, ctx: &Context) {
        if let Some(worker) = &mut self.looking {
            let come = worker.poll();
            self.take_offers(come, ctx.input(|input| input.time));
        }
    }

    fn take_offers(&mut self, come: Come<Found>, now_s: f64) {
        let found = match come {
            Come::Nothing => return,
            Come::Last(found) | Come::Interim(found) => Some(found),
            Come::Broken => None,
        };
        self.looking = None;
        match found {
            Some(found) => self.offer(found, now_s),
            None => self
                .toasts
                .refused(ImportMsg::BrokeOff.text(self.lang()).to_owned(), now_s),
        }
    }

    /// Offers what was found; what cannot be read is said and stays where it is.
    fn offer(&mut self, found: Found, now_s: f64) {
        for (file, error) in found.broken {
            self.say_not_recovered(&shown(&file), &error.text(self.lang()), now_s);
        }
        self.left.extend(found.works);
        self.offer_next();
    }

    /// Offers the next of the work, once nothing else is asked or on its way.
    pub(super) fn offer_next(&mut self) {
        if self.question.is_none()
            && self.coming.is_none()
            && let Some((work, name)) = self.left.pop_front()
        {
            let name = name.get(self.lang()).to_owned();
            self.question = Some(Question::Recovered(Box::new(work), name));
        }
    }

    fn say_not_recovered(&mut self, file: &str, why: &str, now_s: f64) {
        let words = ShellMsg::NotRecovered.with(self.lang(), &[("file", file), ("why", why)]);
        self.toasts.refused(words, now_s);
    }

    /// Closing the question decides nothing: it is asked again, for the work must not be lost by a stray key.
    pub(super) fn cancelled(&mut self, question: Option<Question>) {
        match question {
            Some(Question::Recovered(..)) => self.question = question,
            Some(Question::Unsaved(After::Recover(recovered, name))) => {
                self.question = Some(Question::Recovered(recovered, name));
            }
            _ => {}
        }
    }

    /// Continues with the work that was offered; what is open and unsaved is asked about first.
    pub(super) fn recover(&mut self, ctx: &Context, question: Option<Question>) {
        if let Some(Question::Recovered(recovered, name)) = question {
            self.guarded(ctx, After::Recover(recovered, name));
        }
    }

    /// Opens the work that was offered.
    pub(super) fn take_over(&mut self, ctx: &Context, recovered: Box<Recovered>, name: String) {
        let (text, original, stamp) = (
            recovered.text.clone(),
            recovered.original.clone(),
            recovered.stamp,
        );
        self.bring(ctx, name, Then::Recovered(recovered), move || {
            let read = project_file::read(text.as_bytes()).map_err(FileError::Read)?;
            let session = Session::recovered(read.project, original).with_stamp(stamp);
            Ok(Opened::from(session))
        });
    }

    /// The work is in front: its own slot takes it over before the old one is emptied.
    pub(super) fn taken_over(&mut self, recovered: &Recovered, now_s: f64) {
        if let Some(keeper) = &mut self.keeper {
            keeper.keep(&self.session, now_s, true);
            if keeper.settle() {
                remove(recovered);
            }
        }
    }

    /// Gives up the work that was offered.
    pub(super) fn drop_recovered(question: Option<Question>) {
        if let Some(Question::Recovered(recovered, _)) = question {
            remove(&recovered);
        }
    }
}

fn remove(recovered: &Recovered) {
    if let Err(error) = clear_recovery(&recovered.file) {
        log::warn!("{error}");
    }
}
