//! What the window asks or tells in front of everything else: one at a time, left with Escape.

use super::about::About;
use super::code_form::CodeForm;
use super::collect_form::CollectForm;
use super::dialogs::{Filled, PathQuestion, Written};
use super::form::Form;
use super::glossary::OpenGlossary;
use super::palette::Palette;
use super::plan_form::PlanForm;
use super::saving::{self, Conflict};
use super::{class, keys, offer};
use crate::app::command::Entry;
use crate::edit::Edit;
use crate::lesson::Pack;
use crate::lesson::edit::StopEdit;
use crate::model::{PartId, Project};
use crate::store::Recovered;
use crate::text::{CommonMsg, Lang, OlderMsg, ShellMsg};
use crate::ui::theme::{Theme, metric};
use crate::ui::view::Command;
use crate::ui::widget::plate::{focus_first, footer, plate};
use crate::ui::widget::{Button, text};
use egui::{Context, ScrollArea};
use std::path::PathBuf;

/// What comes after unsaved changes were saved or given up.
#[derive(Debug, Clone, PartialEq)]
pub enum After {
    /// The window closes.
    Quit,
    /// A file is chosen and opened.
    Open,
    /// This file is opened.
    OpenPath(PathBuf),
    /// This example is opened.
    OpenExample(String),
    /// What was read from a bill of materials is opened as a new project.
    ImportProject,
    /// This project, which is in no file yet, is opened.
    OpenNew(Box<Project>),
    /// This lesson is opened.
    OpenLesson(Box<Pack>),
    /// This work, which a code stood for, is opened in the lesson.
    TakeCode(Box<Project>),
    /// The work on the product of this name that an earlier window left is opened.
    Recover(Box<Recovered>, String),
}

/// What was answered.
#[derive(Debug, Clone, PartialEq)]
pub enum Answer {
    /// Nothing is to happen.
    Cancel,
    /// Open this file.
    Open(PathBuf),
    /// Save to this file, then go on.
    SaveTo(PathBuf, Option<Box<After>>),
    /// Read the bill of materials in this file.
    ImportTable(PathBuf),
    /// Show a part, or the product, by the picture in this file.
    Photo(PathBuf, Option<PartId>),
    /// Put the figures of the factor set in this file in place of the library's.
    ImportSet(PathBuf),
    /// Take the carbon of making from the result in this file.
    Result(PathBuf),
    /// Write something made of the project to this file, with what a passport needs.
    Write(PathBuf, Written, Box<Filled>),
    /// Write the own figures to this file, with a note on the set.
    ExportSet(PathBuf, String),
    /// The path of a list of products.
    List(PathBuf),
    /// Where to write the products as a table.
    WriteList(PathBuf),
    /// Put the cards of the pack in this file to the practice cards.
    ImportCards(PathBuf),
    /// Write the own practice cards to this file.
    ExportCards(PathBuf),
    /// Save, then go on.
    SaveFirst(After),
    /// Go on without saving.
    GoOn(After),
    /// Continue with recovered work.
    Recover,
    /// Discard recovered work.
    DropRecovered,
    /// Offer recovered work again at the next start.
    RecoverLater,
    /// Replace what somebody else wrote, which goes beside.
    KeepMine,
    /// Open what somebody else wrote.
    OpenTheirs,
    /// Save under another name.
    SaveCopy,
    /// Edit the file although another window has it open.
    EditAnyway,
    /// Change these stops of the lesson, then go on with the one at this place; none closes the plan.
    Plan(Vec<(usize, StopEdit)>, Option<usize>),
    /// The last change of the plan is taken back; the stop at this place is shown.
    UndoPlan(usize),
    /// Make this edit of the project, then go on with the form; none closes it.
    Form(Option<Edit>, Option<Form>),
    /// Open the work that a code stands for.
    TakeCode(Box<Project>),
    /// Write the group's work and begin anew.
    Reset,
    /// Call the group so.
    Group(String),
    /// Run these commands.
    Run(Vec<Command>),
}

/// What stands in front.
#[derive(Debug)]
pub enum Question {
    /// Save the changes?
    Unsaved(After),
    /// Which file?
    Path(PathQuestion),
    /// Continue with the work that was left?
    Recovered(Box<Recovered>, String),
    /// Whose content stays in the file?
    Conflict(Conflict),
    /// Only look at the file that another window has open?
    OpenElsewhere(PathBuf),
    /// What counts differently in a file of version 1.
    Older,
    /// What Reloom is.
    About(About),
    /// Which keys there are.
    Keys,
    /// Begin anew for the next group?
    Reset,
    /// What is the group called? So far this.
    Group(String),
    /// Which lesson?
    Lessons,
    /// What are its stops, and what is said at them?
    Plan(PlanForm),
    /// Which own places, or which prices are there?
    Form(Form),
    /// Which code does the work have, and which was said?
    Code(Box<CodeForm>),
    /// How does the work of the groups compare?
    Collect(Box<CollectForm>),
    /// Which command or thing?
    Palette(Palette),
    /// What does this term mean?
    Glossary(OpenGlossary),
}

impl Question {
    /// Draws it and gives the answer; `product` is the name of the open product.
    pub fn show(
        &mut self,
        ctx: &Context,
        theme: &Theme,
        lang: Lang,
        product: &str,
        entries: &[Entry],
    ) -> Option<Answer> {
        match self {
            Self::Unsaved(after) => unsaved(ctx, theme, lang, product, after),
            Self::Path(question) => question.show(ctx, theme, lang),
            Self::Recovered(work, name) => offer::show(ctx, theme, lang, name, work),
            Self::Conflict(conflict) => conflict.show(ctx, theme, lang),
            Self::OpenElsewhere(file) => saving::open_elsewhere(ctx, theme, lang, file),
            Self::Older => older(ctx, theme, lang),
            Self::About(about) => about.show(ctx, theme, lang),
            Self::Keys => keys::show(ctx, theme, lang, entries),
            Self::Reset => class::ask_reset(ctx, theme, lang),
            Self::Group(name) => class::ask_group(ctx, theme, lang, name),
            Self::Lessons => class::ask_lesson(ctx, theme, lang),
            Self::Plan(form) => form.show(ctx, theme, lang),
            Self::Form(form) => form.show(ctx, theme, lang),
            Self::Code(form) => form.show(ctx, theme, lang),
            Self::Collect(form) => form.show(ctx, theme, lang),
            Self::Palette(palette) => palette.show(ctx, theme, lang),
            Self::Glossary(glossary) => glossary.show(ctx, theme, lang),
        }
    }
}

/// Tells what counts differently in a file of version 1.
fn older(ctx: &Context, theme: &Theme, lang: Lang) -> Option<Answer> {
    let title = OlderMsg::Title.text(lang);
    plate(ctx, theme, "older", title, 600.0, Answer::Cancel, |ui| {
        let height = ctx.content_rect().height() - 200.0;
        ScrollArea::vertical().max_height(height).show(ui, |ui| {
            for line in OlderMsg::lines(lang) {
                text::Flow::new(line, theme.font(metric::TEXT_BODY), theme.ink).show(ui);
                ui.add_space(metric::SPACE_S);
            }
        });
        footer(ui, |ui| {
            let close = Button::primary(CommonMsg::Close.text(lang)).show(ui, theme);
            focus_first(ui, &close);
            close.clicked().then_some(Answer::Cancel)
        })
    })
}

fn unsaved(ctx: &Context, theme: &Theme, lang: Lang, product: &str, after: &After) -> Option<Answer> {
    let title = ShellMsg::UnsavedTitle.with(lang, &[("name", product)]);
    plate(ctx, theme, "unsaved", &title, 480.0, Answer::Cancel, |ui| {
        text::soft(ui, theme, ShellMsg::UnsavedBody.text(lang));
        footer(ui, |ui| {
            let save = Button::primary(CommonMsg::Save.text(lang)).show(ui, theme);
            focus_first(ui, &save);
            let without = Button::quiet(ShellMsg::DontSave.text(lang)).show(ui, theme);
            let cancel = Button::quiet(CommonMsg::Cancel.text(lang)).show(ui, theme);
            if save.clicked() {
                Some(Answer::SaveFirst(after.clone()))
            } else if without.clicked() {
                Some(Answer::GoOn(after.clone()))
            } else {
                cancel.clicked().then_some(Answer::Cancel)
            }
        })
    })
}
