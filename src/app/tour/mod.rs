//! The tour: six stops at real controls, left and gone on with at any time.
//!
//! Invariant: it only points; nothing but its own card takes a click.

mod card;

use super::App;
use super::frame::Drawers;
use crate::explain::{FigureId, PathwayFigure};
use crate::model::{PartId, Pathway, Project, Stage, StageId, StageRole};
use crate::text::TourMsg;
use crate::ui::anchor::{self, Anchor};
use crate::ui::theme::Theme;
use crate::ui::view::{Command, Page};
use egui::{Context, Rect};

/// One stop.
#[derive(Debug, Clone, Copy)]
pub struct Stop {
    /// What it points at.
    pub anchor: Anchor,
    /// What the control is.
    pub title: TourMsg,
    /// What it does, and what to try.
    pub what: TourMsg,
}

/// The stops, in the order of a demonstration.
pub const STOPS: [Stop; 6] = [
    stop(Anchor::Parts, TourMsg::PartsTitle, TourMsg::PartsWhat),
    stop(Anchor::FibreShare, TourMsg::FibreTitle, TourMsg::FibreWhat),
    stop(Anchor::Diagram, TourMsg::DiagramTitle, TourMsg::DiagramWhat),
    stop(Anchor::ExitShare, TourMsg::ExitTitle, TourMsg::ExitWhat),
    stop(Anchor::Compare, TourMsg::CompareTitle, TourMsg::CompareWhat),
    stop(Anchor::Figure, TourMsg::FigureTitle, TourMsg::FigureWhat),
];

const fn stop(anchor: Anchor, title: TourMsg, what: TourMsg) -> Stop {
    Stop { anchor, title, what }
}

/// Where the tour is.
#[derive(Debug, Clone, Copy)]
pub(super) struct Tour {
    stop: usize,
    /// True until its card was drawn once.
    is_new: bool,
}

/// What is asked of the tour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Asked {
    Back,
    Next,
    Leave,
}

/// True where the tour was begun and not walked to its end.
pub(super) fn is_unfinished(stop: Option<usize>) -> bool {
    stop.is_some_and(|stop| stop < STOPS.len())
}

impl App {
    /// The stop in front, where the tour is on.
    pub fn tour(&self) -> Option<&'static Stop> {
        STOPS.get(self.tour?.stop)
    }

    /// Begins the tour, or goes on where it was left.
    pub(super) fn begin_tour(&mut self, ctx: &Context) {
        let left = self.preferences.tour.filter(|stop| *stop < STOPS.len());
        self.show_project();
        self.go_to(ctx, left.unwrap_or_default());
    }

    /// Begins the tour by itself when the first sample is opened; never again.
    pub(super) fn offer_tour(&mut self, ctx: &Context) {
        if self.preferences.tour.is_none() && self.front.is_none() {
            self.begin_tour(ctx);
        }
    }

    /// Brings the control of `stop` on screen and points at it; past the last one the tour is over.
    fn go_to(&mut self, ctx: &Context, stop: usize) {
        self.preferences.tour = Some(stop);
        let Some(wanted) = STOPS.get(stop) else {
            self.tour = None;
            return;
        };
        self.drawers = Drawers::default();
        self.preferences.inspector = true;
        let commands = commands(wanted.anchor, self.session.project());
        for command in commands {
            self.run(ctx, command);
        }
        anchor::bring(ctx, wanted.anchor);
        self.tour = Some(Tour { stop, is_new: true });
    }

    /// Draws highlight and card in `room`, where the tour is on and nothing stands in front of the pages.
    pub(super) fn show_tour(&mut self, ctx: &Context, theme: &Theme, room: Rect) {
        let Some(tour) = self
            .tour
            .filter(|_| self.front.is_none() && self.question.is_none())
        else {
            return;
        };
        let Some(stop) = STOPS.get(tour.stop).copied() else {
            return;
        };
        let asked = card::show(ctx, theme, self.lang(), tour, stop, room);
        self.tour = Some(Tour {
            is_new: false,
            ..tour
        });
        match asked {
            Some(Asked::Back) => self.go_to(ctx, tour.stop.saturating_sub(1)),
            Some(Asked::Next) => self.go_to(ctx, tour.stop + 1),
            Some(Asked::Leave) => self.tour = None,
            None => {}
        }
    }
}

/// What brings a control on screen.
fn commands(anchor: Anchor, project: &Project) -> Vec<Command> {
    let shown = discarding(project);
    let pathway = || shown.map(|(pathway, _)| Command::SelectPathway(pathway.id.clone()));
    match anchor {
        Anchor::Parts => vec![Command::Show(Page::Product)],
        Anchor::FibreShare => vec![
            Command::Show(Page::Product),
            Command::SelectPart(blended(project)),
        ],
        Anchor::Diagram => [Command::Show(Page::Pathways)]
            .into_iter()
            .chain(pathway())
            .chain([Command::SelectStage(None)])
            .collect(),
        Anchor::ExitShare => [Command::Show(Page::Pathways)]
            .into_iter()
            .chain(pathway())
            .chain(shown.map(|(_, stage)| Command::SelectStage(Some(stage.clone()))))
            .collect(),
        Anchor::Compare => vec![Command::Show(Page::Compare)],
        Anchor::Figure => [Command::Show(Page::Compare)]
            .into_iter()
            .chain(shown.map(|(pathway, _)| {
                let figure = FigureId::Pathway(pathway.id.clone(), PathwayFigure::Mci);
                Command::OpenFigure(Some(figure))
            }))
            .collect(),
    }
}

/// The first part of more than one fibre, else the first.
fn blended(project: &Project) -> Option<PartId> {
    let parts = &project.product.parts;
    let part = parts
        .iter()
        .find(|part| part.fibres.len() > 1)
        .or(parts.first())?;
    Some(part.id.clone())
}

/// A pathway with the stage where its owner lets go: not the baseline where there is another one.
fn discarding(project: &Project) -> Option<(&Pathway, &StageId)> {
    let is_wanted = |stage: &&Stage| stage.kind.role() == Some(StageRole::LetGo) && stage.exits.len() > 1;
    let others = project.pathways.iter().filter(|way| way.id != project.baseline);
    let mut all = others.chain(&project.pathways);
    all.find_map(|pathway| Some((pathway, &pathway.stages.iter().find(is_wanted)?.id)))
}
