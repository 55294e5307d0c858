//! The first steps: one strip that says what to do on each page, until it is closed.

use super::frame::Chrome;
use crate::model::{PathwayId, Project, StageId, StageKind};
use crate::text::ShellMsg;
use crate::ui::icon;
use crate::ui::theme::metric;
use crate::ui::view::{Command, Out, Page};
use crate::ui::widget::{Button, text};
use egui::{Align, Label, Layout, RichText, Ui};

/// Height of the strip.
pub const HEIGHT: f32 = 42.0;
/// Least room for the sentence; the buttons say enough without it.
const SENTENCE: f32 = 240.0;

/// Which of the steps the user has taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Taken {
    /// Something about the product was changed.
    pub fibre: bool,
    /// Something about a pathway was changed.
    pub pathway: bool,
    /// The pathways were compared.
    pub compare: bool,
}

impl Taken {
    const fn of(self, page: Page) -> bool {
        match page {
            Page::Product => self.fibre,
            Page::Pathways => self.pathway,
            Page::Compare => self.compare,
            Page::Library => false,
        }
    }
}

const fn words(page: Page) -> (ShellMsg, ShellMsg) {
    match page {
        Page::Product => (ShellMsg::StepFibre, ShellMsg::StepFibreHow),
        Page::Pathways => (ShellMsg::StepPathway, ShellMsg::StepPathwayHow),
        Page::Compare | Page::Library => (ShellMsg::StepCompare, ShellMsg::StepCompareHow),
    }
}

/// Draws the strip; true where it was closed.
pub(super) fn show(ui: &mut Ui, chrome: &Chrome<'_>, taken: Taken, out: &mut Out) -> bool {
    let (theme, lang) = (chrome.view.theme, chrome.view.lang);
    ui.horizontal_centered(|ui| {
        ui.spacing_mut().item_spacing.x = metric::SPACE_S;
        for (number, page) in Page::ALL.into_iter().enumerate() {
            if number > 0 {
                text::icon(ui, theme, icon::CARET_RIGHT, theme.ink_soft);
            }
            step(ui, chrome, page, taken.of(page), out);
        }
        ui.add_space(metric::SPACE_S);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let close = Button::icon_only(icon::CROSS, ShellMsg::HideSteps.text(lang)).show(ui, theme);
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                if ui.available_width() < SENTENCE {
                    return;
                }
                let how = RichText::new(words(chrome.view.page).1.text(lang))
                    .font(theme.font(metric::TEXT_SMALL))
                    .color(theme.ink);
                ui.add(Label::new(how).wrap().selectable(false));
            });
            close.clicked()
        })
        .inner
    })
    .inner
}

fn step(ui: &mut Ui, chrome: &Chrome<'_>, page: Page, done: bool, out: &mut Out) {
    let lang = chrome.view.lang;
    let name = words(page).0.text(lang);
    let here = page == chrome.view.page;
    let button = match (here, done) {
        (true, false) => Button::primary(name),
        (true, true) => Button::quiet(name).icon(icon::CHECK),
        (false, true) => Button::bare(name).icon(icon::CHECK),
        (false, false) => Button::bare(name),
    };
    if button.show(ui, chrome.view.theme).clicked() {
        out.command(Command::Show(page));
        match page {
            Page::Product => {
                let first = chrome.view.project.product.parts.first();
                out.command(Command::SelectPart(first.map(|part| part.id.clone())));
            }
            Page::Pathways => {
                if let Some((pathway, stage)) = worth_shifting(chrome.view.project) {
                    out.command(Command::SelectPathway(pathway));
                    out.command(Command::SelectStage(Some(stage)));
                }
            }
            Page::Compare | Page::Library => {}
        }
    }
}

/// A pathway that is not the baseline, and the stage of it where most is decided.
fn worth_shifting(project: &Project) -> Option<(PathwayId, StageId)> {
    let mut compared = project.compared.iter();
    let other = compared.find(|column| column.pathway != project.baseline)?;
    let pathway = project.pathway(&other.pathway)?;
    let sorting = pathway
        .stages
        .iter()
        .find(|stage| stage.kind == StageKind::Sorting);
    let branching = pathway.stages.iter().find(|stage| stage.exits.len() > 1);
    let stage = sorting.or(branching)?;
    Some((pathway.id.clone(), stage.id.clone()))
}
