//! The boards of a lesson on paper, a page each: what stands on the wall where the program is not at hand.
//!
//! Invariant: a page is the board itself, made from the same figures and painted by the same code; a board that answers has
//! a page before the answer and one with it.

use super::ExportError;
use super::lesson::LessonPaper;
use super::paper::palette;
use crate::assess::{Assessment, assess};
use crate::board::{self, Board, DeskView, Ground, Room, Scene, Tried, Votes};
use crate::data::Library;
use crate::job::{Uncertain, uncertain};
use crate::lesson::{BoardKind, Printed, Stop, Turned, turned_in};
use crate::model::{Project, VariantNo};
use crate::report::sheet::canvas::Page;
use crate::report::sheet::{Document, Format, flat, pdf};
use crate::text::CommonMsg;
use crate::ui::picture;
use crate::ui::stage::{self, Size};
use crate::ui::theme::{Theme, ThemeKind};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Draws behind the bands: enough for a board.
const DRAWS: u64 = 500;

/// The boards of the lesson as PDF.
pub(super) fn pdf(paper: &LessonPaper) -> Result<Vec<u8>, ExportError> {
    let lesson = &paper.pack.lesson;
    let document = Document {
        title: lesson.name.head(paper.lang),
        about: Printed::Deck.head(paper.lang),
        lang: paper.lang,
        date: paper.date.clone(),
        palette: palette(),
        format: Format::Slide,
        ..Document::default()
    };
    pdf::of_pages(&document, &pages(paper)?).ok_or(ExportError::NotDrawn)
}

/// Every board, as it comes and as it stands once it has answered.
fn pages(paper: &LessonPaper) -> Result<Vec<Page>, ExportError> {
    let lesson = &paper.pack.lesson;
    let mut known: BTreeMap<(String, Option<VariantNo>), Shown> = BTreeMap::new();
    let mut pages = Vec::new();
    for (at, stop) in lesson.stops.iter().enumerate() {
        let key = (stop.start.clone(), stop.variant);
        if !known.contains_key(&key) {
            let shown = Shown::of(paper, stop).ok_or(ExportError::NoPathway)?;
            known.insert(key.clone(), shown);
        }
        if let Some(shown) = known.get(&key) {
            let scene = Scene::of(lesson, stop);
            pages.extend(shown.pages(paper, &scene, (at, lesson.stops.len())));
        }
    }
    Ok(pages)
}

/// A project of the lesson with its figures and bands.
struct Shown {
    project: Arc<Project>,
    assessment: Arc<Assessment>,
    drawn: Uncertain,
}

impl Shown {
    /// What `stop` shows; none where the lesson does not have it.
    fn of(paper: &LessonPaper, stop: &Stop) -> Option<Self> {
        let project = paper.pack.project_of(stop)?;
        let assessment = Arc::new(assess(&project, Library::builtin()));
        let variant = project.product.variant;
        let drawn = uncertain((variant, &assessment), project.seed, DRAWS, &|| false);
        Some(Self {
            project,
            assessment,
            drawn,
        })
    }

    /// The pages of `scene`.
    fn pages(&self, paper: &LessonPaper, scene: &Scene, at: (usize, usize)) -> Vec<Page> {
        let levers = match scene.kind() {
            BoardKind::LeverBoard => turned_in(&self.project, &scene.levers, Library::builtin()),
            _ => Vec::new(),
        };
        let tried = self.tried(scene);
        let last = board::steps(scene.kind());
        let steps = [Some(0), Some(last).filter(|step| *step > 0)];
        let steps = steps.into_iter().flatten();
        steps
            .map(|step| self.page(paper, scene, at, (step, tried.as_ref(), &levers)))
            .collect()
    }

    /// What the prepared moves of `scene` do.
    fn tried(&self, scene: &Scene) -> Option<Tried> {
        let pathway = scene.stop.pathways.first()?;
        let moves = &scene.stop.moves;
        board::tried(
            &self.project,
            &self.assessment,
            Library::builtin(),
            pathway,
            moves,
        )
    }

    fn page(
        &self,
        paper: &LessonPaper,
        scene: &Scene,
        at: (usize, usize),
        (step, tried, levers): (usize, Option<&Tried>, &[Turned]),
    ) -> Page {
        let values: Vec<f64> = levers.iter().map(|lever| lever.now).collect();
        let desk = (!levers.is_empty()).then_some(DeskView {
            levers,
            values: &values,
            start: &self.assessment,
            lever: 0,
            focus: 0,
            stale: false,
        });
        let room = Room {
            step,
            votes: Votes::default(),
            tried,
            desk,
        };
        let board = self.board(paper, scene, &Theme::load(ThemeKind::Light), room);
        let [width, height] = Format::Slide.size();
        picture::page(egui::vec2(width, height), &flat(&board.title), |ui, theme| {
            let shown = stage::Shown {
                board: &board,
                project: &self.project,
                lang: paper.lang,
                theme,
                size: Size::Class,
                at,
                note: CommonMsg::EstimateNote.head(paper.lang),
                hint: "",
                waiting: None,
            };
            stage::show(ui, &shown);
        })
    }

    fn board(&self, paper: &LessonPaper, scene: &Scene, theme: &Theme, room: Room<'_>) -> Board {
        let paint = stage::paints(theme);
        let ground = Ground {
            project: &self.project,
            library: Library::builtin(),
            assessment: &self.assessment,
            bands: Some(&self.drawn.bands),
            against: self.drawn.among(),
            swings: &self.drawn.swings,
            lang: paper.lang,
            ranges: true,
            paint: &paint,
            room,
        };
        board::board(&ground, scene)
    }
}
