//! Scenes: a stop with the question that it asks and the levers that it offers; and the deck of a project that has no
//! lesson.

use crate::assess::Assessment;
use crate::data::Library;
use crate::explain::advice::levers;
use crate::lesson::{BoardKind, Lesson, LeverSpec, MOST_LEVERS, Question, Stop};
use crate::model::{Name, PathwayId, Project};

/// What stands at one stop.
#[derive(Debug, Clone, PartialEq)]
pub struct Scene {
    /// The stop.
    pub stop: Stop,
    /// The question that it asks.
    pub question: Option<Question>,
    /// What can be turned at it.
    pub levers: Vec<LeverSpec>,
}

/// Most pathways beside each other.
const MOST: usize = 3;
/// Most levers on a board.
pub const LEVERS: usize = 5;

impl Scene {
    /// `stop` of `lesson`.
    pub fn of(lesson: &Lesson, stop: &Stop) -> Self {
        let mut levers: Vec<LeverSpec> = lesson.levers_of(stop).into_iter().cloned().collect();
        levers.truncate(LEVERS.min(MOST_LEVERS));
        Self {
            question: stop.question.as_ref().and_then(|id| lesson.question(id)).cloned(),
            levers,
            stop: stop.clone(),
        }
    }

    /// A board of this kind with its pathways, planned to stand so long.
    fn plain(board: BoardKind, pathways: &[PathwayId], seconds: u32) -> Self {
        Self {
            stop: Stop {
                seconds,
                ..Stop::of(board.key(), board, pathways.to_vec())
            },
            question: None,
            levers: Vec::new(),
        }
    }

    /// Its kind of board.
    pub const fn kind(&self) -> BoardKind {
        self.stop.board
    }

    /// What it is called where boards are listed.
    pub fn name(&self) -> Name {
        let own = &self.stop.title;
        if *own == Name::default() {
            let kind = self.kind();
            Name::new(kind.text(crate::lang::Lang::En), kind.text(crate::lang::Lang::Zh))
        } else {
            own.clone()
        }
    }
}

/// The pathways of `project` that stand beside each other on a board: those compared, without the baseline, which is a mark
/// on each scale; the baseline alone where there is no other.
pub fn pathways_shown(project: &Project, assessment: &Assessment) -> Vec<PathwayId> {
    let mut shown: Vec<PathwayId> = Vec::new();
    let compared = project.compared.iter().map(|column| &column.pathway);
    for id in compared.chain(project.pathways.iter().map(|pathway| &pathway.id)) {
        let has_answer = assessment
            .pathway(id)
            .is_some_and(|figures| figures.error.is_none());
        if *id != project.baseline && has_answer && !shown.contains(id) {
            shown.push(id.clone());
        }
    }
    shown.truncate(MOST);
    if shown.is_empty() {
        shown.push(project.baseline.clone());
    }
    shown
}

/// The boards of a project that has no lesson, in their order.
pub fn deck(project: &Project, library: &Library, assessment: &Assessment) -> Vec<Scene> {
    let shown = pathways_shown(project, assessment);
    let base = vec![project.baseline.clone()];
    let rows: [(BoardKind, &[PathwayId], u32); 11] = [
        (BoardKind::Question, &base, 45),
        (BoardKind::MadeOf, &base, 60),
        (BoardKind::Garment, &base, 30),
        (BoardKind::Circularity, &base, 60),
        (BoardKind::Flow, &base, 60),
        (BoardKind::Compare, &shown, 60),
        (BoardKind::JobCards, &shown, 60),
        (BoardKind::Routes, &shown, 60),
        (BoardKind::HowSure, &shown, 45),
        (BoardKind::LeverBoard, &shown, 300),
        (BoardKind::End, &shown, 30),
    ];
    let scene = |(kind, pathways, seconds)| Scene {
        levers: if kind == BoardKind::LeverBoard {
            usual_levers(project, library, assessment, &shown)
        } else {
            Vec::new()
        },
        ..Scene::plain(kind, pathways, seconds)
    };
    rows.into_iter().map(scene).collect()
}

/// The levers of a project that has no lesson: what is collected, what is repaired, how much a return replaces, how long a
/// piece is worn, what the main part is made of, what of it is recycled; the first that some pathway has.
fn usual_levers(
    project: &Project,
    library: &Library,
    assessment: &Assessment,
    shown: &[PathwayId],
) -> Vec<LeverSpec> {
    let cloth = project.product.parts.iter().filter(|part| !part.is_hard());
    let main = cloth.max_by(|a, b| a.mass.get().total_cmp(&b.mass.get()));
    let main = main.map_or_else(String::new, |part| format!(":{}.", part.id));
    let wanted: [&dyn Fn(&str) -> bool; 6] = [
        &|id| id.starts_with("share:") && id.ends_with(">collection"),
        &|id| id.starts_with("share:") && id.ends_with(">repair"),
        &|id| id.starts_with("displacement."),
        &|id| id == "wears",
        &|id| id.starts_with("fibre:") && !main.is_empty() && id.contains(&main),
        &|id| id.starts_with("recycled:") && !main.is_empty() && id.contains(&main),
    ];
    let keys = || assessment.engine.slots.inputs().iter().map(|input| &input.key);
    let all: Vec<String> = shown
        .iter()
        .flat_map(|pathway| levers(project, library, pathway, keys()))
        .map(|lever| lever.id)
        .collect();
    let first = |is_it: &&dyn Fn(&str) -> bool| all.iter().find(|id| is_it(id)).cloned();
    let spec = |id| LeverSpec {
        id,
        name: Name::default(),
        low: None,
        high: None,
    };
    wanted.iter().filter_map(first).take(LEVERS).map(spec).collect()
}
