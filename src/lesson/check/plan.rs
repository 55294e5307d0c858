//! Checks of stops and exercises.

use super::{Checking, What, shows_change};
use crate::assess::assess;
use crate::lesson::figures::{Lost, after};
use crate::lesson::{BoardKind, Exercise, Stop};

impl Checking<'_> {
    pub(super) fn plan(&mut self) {
        let pack = self.pack;
        let stops = &pack.lesson.stops;
        if stops.is_empty() {
            self.note("stops", What::Count(0, 1, usize::MAX));
        }
        self.once("stops", stops.iter().map(|stop| stop.id.as_str()));
        let mut before = None;
        for stop in stops {
            self.texts(stop);
            self.leads(stop);
            if stop.changes && !shows_change(pack, before, stop, self.library) {
                self.note(&at(stop, "changes"), What::NoChange);
            }
            before = Some(stop);
        }
    }

    fn texts(&mut self, stop: &Stop) {
        if stop.board == BoardKind::Question {
            self.needed(&at(stop, "title"), &stop.title);
        } else {
            self.optional(&at(stop, "title"), &stop.title);
        }
        self.needed(&at(stop, "say"), &stop.say);
        self.optional(&at(stop, "see"), &stop.see);
        self.optional(&at(stop, "answer"), &stop.answer);
        if stop.seconds == 0 {
            self.note(&at(stop, "seconds"), What::Zero);
        }
    }

    /// What the stop names is there, and it names what its board needs.
    fn leads(&mut self, stop: &Stop) {
        let Some(project) = self.pack.project_of(stop) else {
            self.note(&at(stop, "start"), What::Dead(Lost::Start(stop.start.clone())));
            return;
        };
        for id in &stop.pathways {
            if project.pathway(id).is_none() {
                self.note(&at(stop, "pathways"), What::Dead(Lost::Pathway(id.to_string())));
            }
        }
        let (least, most) = (
            usize::from(stop.board.shows_pathways()),
            stop.board.most_pathways(),
        );
        if stop.pathways.len() < least || stop.pathways.len() > most {
            self.note(
                &at(stop, "pathways"),
                What::Count(stop.pathways.len(), least, most),
            );
        }
        self.needs(stop);
        let levers = &self.pack.lesson.levers;
        let unknown: Vec<&String> = stop
            .levers
            .iter()
            .filter(|id| !levers.iter().any(|lever| lever.id == **id))
            .collect();
        for id in unknown {
            self.note(&at(stop, &format!("levers[{id}]")), What::Lever);
        }
        for pathway in stop.pathways.iter().filter(|_| !stop.moves.is_empty()) {
            if let Err(lost) = after(&project, self.library, pathway, &stop.moves) {
                self.note(&at(stop, "moves"), What::Dead(lost));
            }
        }
    }

    /// What the board of the stop cannot be shown without.
    fn needs(&mut self, stop: &Stop) {
        let needs = |board: BoardKind, is_there: bool| stop.board == board && !is_there;
        if needs(BoardKind::Formula, stop.figure.is_some()) {
            self.note(&at(stop, "figure"), What::Needed);
        }
        if needs(BoardKind::TryIt, !stop.moves.is_empty()) {
            self.note(&at(stop, "moves"), What::Needed);
        }
        if needs(
            BoardKind::LeverBoard,
            !self.pack.lesson.levers_of(stop).is_empty(),
        ) {
            self.note(&at(stop, "levers"), What::Needed);
        }
        let known = |id: &String| self.pack.lesson.question(id).is_some();
        if needs(BoardKind::Vote, stop.question.as_ref().is_some_and(known)) {
            self.note(&at(stop, "question"), What::Needed);
        }
    }

    pub(super) fn exercises(&mut self) {
        let pack = self.pack;
        let all = &pack.lesson.exercises;
        self.once("exercises", all.iter().map(|one| one.id.as_str()));
        for one in all {
            let at = |key: &str| format!("exercises[{}].{key}", one.id);
            self.needed(&at("task"), &one.task);
            for (nth, hint) in one.hints.iter().enumerate() {
                self.needed(&at(&format!("hints[{}]", nth + 1)), hint);
            }
            self.solved(one);
        }
    }

    /// The start does not meet the checks, and the solution does.
    fn solved(&mut self, one: &Exercise) {
        let place = |key: &str| format!("exercises[{}].{key}", one.id);
        let Some(project) = self.pack.project(&one.start, one.variant) else {
            self.note(&place("start"), What::Dead(Lost::Start(one.start.clone())));
            return;
        };
        let before = assess(&project, self.library);
        let Some(start) = before.pathway(&one.pathway) else {
            self.note(
                &place("pathway"),
                What::Dead(Lost::Pathway(one.pathway.to_string())),
            );
            return;
        };
        if one.checks.is_empty() {
            // Own work that is looked at together has no figure to meet.
            return;
        }
        let holds = |figures: &crate::assess::PathwayFigures| {
            let mut checks = one.checks.iter();
            checks.all(|check| {
                let value = |of| check.figure.central(of);
                check.bound.holds(value(start), value(figures))
            })
        };
        if holds(start) {
            self.note(&place("checks"), What::MetAtStart);
        }
        match after(&project, self.library, &one.pathway, &one.solution) {
            Err(lost) => self.note(&place("solution"), What::Dead(lost)),
            Ok((made, on)) => {
                let solved = assess(&made, self.library);
                if !solved.pathway(&on).is_some_and(holds) {
                    self.note(&place("solution"), What::NotSolved);
                }
            }
        }
    }
}

fn at(stop: &Stop, key: &str) -> String {
    format!("stops[{}].{key}", stop.id)
}
