//! Scenes: which board stands next, of which pathways; and the deck of a project that has no lesson.

use crate::assess::Assessment;
use crate::model::{Name, PathwayId, Project};

/// What stands at one stop.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Scene {
    /// Id of its kind of board.
    pub kind: String,
    /// A title in place of the board's own; empty for none.
    pub title: Name,
    /// The pathways beside each other; the first is the one that is told.
    pub pathways: Vec<PathwayId>,
    /// The prepared move: ids of moves on their subjects.
    pub moves: Vec<String>,
    /// Ids of levers.
    pub levers: Vec<String>,
    /// Answers to choose among, or words on cards.
    pub options: Vec<Name>,
    /// The right answer among them, and why.
    pub answer: Option<(usize, Name)>,
    /// How long it is planned to stand, minutes.
    pub minutes: f32,
    /// What is said, for whoever speaks.
    pub say: Name,
}

/// Most pathways beside each other.
const MOST: usize = 3;

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
pub fn deck(project: &Project, assessment: &Assessment) -> Vec<Scene> {
    let shown = pathways_shown(project, assessment);
    let base = vec![project.baseline.clone()];
    let rows: [(&str, &[PathwayId], f32); 10] = [
        ("question", &base, 0.75),
        ("made_of", &base, 1.0),
        ("circularity", &base, 1.0),
        ("flow", &base, 1.0),
        ("compare", &shown, 1.0),
        ("job_cards", &shown, 1.0),
        ("routes", &shown, 1.0),
        ("garment", &shown, 0.75),
        ("how_sure", &shown, 0.75),
        ("end", &shown, 0.5),
    ];
    rows.into_iter()
        .map(|(kind, pathways, minutes)| Scene {
            kind: kind.to_owned(),
            pathways: pathways.to_vec(),
            minutes,
            ..Scene::default()
        })
        .collect()
}
