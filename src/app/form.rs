//! Forms that show the project and change it by edits: own places, and prices.
//!
//! Invariant: a form changes nothing itself; each change is an edit, and the form goes on with the project after it.

use super::App;
use super::command::{Entry, Status, entry};
use super::place_form::PlaceForm;
use super::price_form::PriceForm;
use super::question::{Answer, Question};
use crate::edit::Edit;
use crate::text::{Lang, ShellMsg};
use crate::ui::theme::Theme;
use crate::ui::view::Command;
use egui::Context;
use std::sync::Arc;

/// A form in front.
#[derive(Debug, Clone, PartialEq)]
pub enum Form {
    /// Own places.
    Places(Box<PlaceForm>),
    /// Prices and rates of exchange.
    Prices(Box<PriceForm>),
}

/// The command called `name` that shows a form of the project; none is shown of a project that is only looked at.
pub(super) fn form_entry(status: &Status<'_>, command: Command, name: &'static str, icon: char) -> Entry {
    let words = ShellMsg::OnlyLooking.text(status.preferences.lang());
    Entry {
        blocked: status.session.is_look_only().then_some(words),
        ..entry(command, name, icon, &[])
    }
}

impl Form {
    /// Draws it; each change is an answer of its own.
    pub(super) fn show(&mut self, ctx: &Context, theme: &Theme, lang: Lang) -> Option<Answer> {
        match self {
            Self::Places(form) => form.show(ctx, theme, lang),
            Self::Prices(form) => form.show(ctx, theme, lang),
        }
    }
}

impl App {
    /// Shows the form of the project that `command` asks for: its prices, else its own places.
    pub(super) fn ask_form(&mut self, command: &Command) {
        let project = Arc::clone(self.session.project());
        let form = if *command == Command::Prices {
            Form::Prices(Box::new(PriceForm::of(project)))
        } else {
            Form::Places(Box::new(PlaceForm::of(project)))
        };
        self.question = Some(Question::Form(form));
    }

    /// Makes `edit`, then goes on with `form`; none closes it.
    pub(super) fn edit_form(&mut self, ctx: &Context, edit: Option<&Edit>, form: Option<Form>) {
        let (lang, now_s) = (self.lang(), ctx.input(|input| input.time));
        let made = edit.map_or(Ok(false), |edit| self.session.apply(edit, false, now_s));
        let refused = made.err().map(|error| error.text(lang));
        let project = Arc::clone(self.session.project());
        match form {
            Some(mut form) => {
                match &mut form {
                    Form::Places(form) => form.goes_on(project, refused),
                    Form::Prices(form) => form.goes_on(project, refused),
                }
                self.question = Some(Question::Form(form));
            }
            None => {
                if let Some(refused) = refused {
                    self.toasts.refused(refused, now_s);
                }
            }
        }
    }
}
