//! A first plan from a project: the stops that show what it compares, ready for a trainer's own words.

use super::{BoardKind, Lesson, Level, Pack, People, Printed, Start, Stop};
use crate::figure::PathwayFigure;
use crate::model::{Name, PathwayId, Project};
use crate::text::{Lang, LessonMsg};
use std::sync::Arc;

/// The most pathways that a comparison shows.
const SIDE_BY_SIDE: usize = 3;

/// A lesson on `project`: what it is made of, its circularity, its flow, its pathways side by side, two job cards.
pub fn of_project(project: Project) -> Pack {
    let others = shown(&project);
    let name = |lang: Lang| LessonMsg::LessonOn.with(lang, &[("product", project.product.name.get(lang))]);
    let plain = |letter: &char| letter.is_alphanumeric() || "_-".contains(*letter);
    let id: String = project.id.chars().filter(plain).collect();
    Pack {
        lesson: Lesson {
            id: if id.is_empty() { "lesson".to_owned() } else { id },
            version: 1,
            name: Name::new(name(Lang::En), name(Lang::Zh)),
            minutes: 10,
            people: People { least: 1, most: 40 },
            level: Level::Class,
            aims: vec![both(LessonMsg::AimRead)],
            pathway: others.first().cloned().unwrap_or_default(),
            levers: Vec::new(),
            stops: stops(project.baseline.clone(), others),
            exercises: Vec::new(),
            quiz: Vec::new(),
            roles: Vec::new(),
            print: vec![Printed::Participant, Printed::Proposal, Printed::Guide],
        },
        starts: vec![Start {
            id: "start".to_owned(),
            preset: None,
            project: Arc::new(project),
        }],
        factor_set: None,
        pictures: Vec::new(),
    }
}

/// The pathways that are compared, then the others; the baseline only where there is no other.
fn shown(project: &Project) -> Vec<PathwayId> {
    let compared = project.compared.iter().map(|column| &column.pathway);
    let own = project.pathways.iter().map(|pathway| &pathway.id);
    let mut others: Vec<PathwayId> = Vec::new();
    for id in compared.chain(own) {
        if *id != project.baseline && !others.contains(id) {
            others.push(id.clone());
        }
    }
    if others.is_empty() {
        others.push(project.baseline.clone());
    }
    others.truncate(SIDE_BY_SIDE);
    others
}

fn stops(baseline: PathwayId, others: Vec<PathwayId>) -> Vec<Stop> {
    let first = || others.iter().take(1).cloned().collect();
    let two = others.iter().take(2).cloned().collect();
    vec![
        stop(BoardKind::Question, Vec::new(), LessonMsg::SayQuestion),
        stop(BoardKind::MadeOf, Vec::new(), LessonMsg::SayMadeOf),
        stop(BoardKind::Flow, vec![baseline], LessonMsg::SayFlow),
        stop(BoardKind::Circularity, first(), LessonMsg::SayCircularity),
        stop(BoardKind::HowSure, first(), LessonMsg::SayHowSure),
        stop(BoardKind::Compare, others, LessonMsg::SayCompare),
        stop(BoardKind::JobCards, two, LessonMsg::SayJobCards),
        stop(BoardKind::End, Vec::new(), LessonMsg::SayEnd),
    ]
}

fn both(message: LessonMsg) -> Name {
    Name::new(message.text(Lang::En), message.text(Lang::Zh))
}

fn stop(board: BoardKind, pathways: Vec<PathwayId>, say: LessonMsg) -> Stop {
    Stop {
        title: if board == BoardKind::Question {
            both(LessonMsg::SayQuestion)
        } else {
            Name::default()
        },
        say: both(say),
        ..Stop::of(board.key(), board, pathways)
    }
}

impl Stop {
    /// A stop of one minute without words, of the first start project.
    pub fn of(id: &str, board: BoardKind, pathways: Vec<PathwayId>) -> Self {
        Self {
            id: id.to_owned(),
            board,
            start: String::new(),
            variant: None,
            pathways,
            figure: (board == BoardKind::Formula).then_some(PathwayFigure::Mci),
            question: None,
            seconds: 60,
            title: Name::default(),
            say: Name::default(),
            see: Name::default(),
            answer: Name::default(),
            moves: Vec::new(),
            levers: Vec::new(),
            changes: false,
            in_short: false,
        }
    }
}
