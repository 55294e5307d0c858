//! What should be mended in a pack, each with its place: a language that is missing, a key that leads nowhere, an exercise
//! that its own solution does not solve.
//!
//! Invariant: a pack without findings can be shown, printed and worked with from the first stop to the last.

mod plan;
mod quiz;
mod words;

pub use words::{Finding, What};

use super::figures::{Ledger, Lost, after, routes_open};
use super::{BoardKind, MOST_LEVERS, Pack, Stop, filled, turned_in};
use crate::assess::{Assessment, assess};
use crate::data::Library;
use crate::figure::PathwayFigure;
use crate::lang::Lang;
use crate::model::{Name, PathwayId};
use std::collections::BTreeSet;

/// The most aims.
const MOST_AIMS: usize = 3;
/// The figures that a board of moves shows from old to new.
pub const TRIED: [PathwayFigure; 4] = [
    PathwayFigure::Mci,
    PathwayFigure::OutflowRecycled,
    PathwayFigure::Gained,
    PathwayFigure::Lost,
];

/// Everything that should be mended in `pack`, in its own order.
pub fn check(pack: &Pack, library: &Library) -> Vec<Finding> {
    let mut work = Checking {
        pack,
        library,
        found: Vec::new(),
    };
    work.head();
    work.starts();
    work.levers();
    work.plan();
    work.exercises();
    work.quiz();
    work.roles();
    if let Err(dead) = filled(pack, library) {
        for one in dead {
            work.note(&one.place, What::Dead(one.lost));
        }
    }
    work.found
}

struct Checking<'a> {
    pack: &'a Pack,
    library: &'a Library,
    found: Vec<Finding>,
}

impl Checking<'_> {
    fn note(&mut self, place: &str, what: What) {
        self.found.push(Finding {
            place: place.to_owned(),
            what,
        });
    }

    /// A text that has to be there in both languages.
    fn needed(&mut self, place: &str, name: &Name) {
        for (lang, text) in [(Lang::En, &name.en), (Lang::Zh, &name.zh)] {
            if text.trim().is_empty() {
                self.note(place, What::Missing(lang));
            }
        }
    }

    /// A text that may be left out, in both languages or in neither.
    fn optional(&mut self, place: &str, name: &Name) {
        if *name != Name::default() {
            self.needed(place, name);
        }
    }

    fn once<'i>(&mut self, list: &str, ids: impl Iterator<Item = &'i str>) {
        let mut seen = BTreeSet::new();
        for id in ids {
            let is_plain = !id.is_empty()
                && id
                    .chars()
                    .all(|letter| letter.is_alphanumeric() || "_-".contains(letter));
            if !is_plain {
                self.note(list, What::Id(id.to_owned()));
            }
            if !seen.insert(id) {
                self.note(list, What::Twice(id.to_owned()));
            }
        }
    }

    fn head(&mut self) {
        let pack = self.pack;
        let lesson = &pack.lesson;
        self.once("id", std::iter::once(lesson.id.as_str()));
        self.needed("name", &lesson.name);
        if lesson.version == 0 {
            self.note("edition", What::Zero);
        }
        if lesson.people.least == 0 || lesson.people.most < lesson.people.least {
            self.note("people", What::People);
        }
        let planned = lesson.planned_s();
        if planned > lesson.minutes * 60 {
            self.note("minutes", What::TooLong(planned));
        }
        if lesson.aims.is_empty() || lesson.aims.len() > MOST_AIMS {
            self.note("aims", What::Count(lesson.aims.len(), 1, MOST_AIMS));
        }
        for (at, aim) in lesson.aims.iter().enumerate() {
            self.needed(&format!("aims[{}]", at + 1), aim);
        }
    }

    fn starts(&mut self) {
        let pack = self.pack;
        self.once("starts", pack.starts.iter().map(|start| start.id.as_str()));
        let lesson = &pack.lesson;
        let first = pack.project("", None);
        let known = first.is_some_and(|project| project.pathway(&lesson.pathway).is_some());
        if !known {
            self.note("pathway", What::Dead(Lost::Pathway(lesson.pathway.to_string())));
        }
    }

    fn levers(&mut self) {
        let pack = self.pack;
        let levers = &pack.lesson.levers;
        if levers.len() > MOST_LEVERS {
            self.note("levers", What::Count(levers.len(), 0, MOST_LEVERS));
        }
        let mut seen = BTreeSet::new();
        for lever in levers {
            let place = format!("levers[{}]", lever.id);
            self.optional(&format!("{place}.name"), &lever.name);
            if !seen.insert(&lever.id) {
                self.note("levers", What::Twice(lever.id.clone()));
            }
        }
        if levers.is_empty() {
            return;
        }
        let Some(project) = pack.project("", None) else {
            return;
        };
        let known = turned_in(&project, levers, self.library);
        for lever in levers {
            let place = format!("levers[{}]", lever.id);
            match known.iter().find(|one| one.spec.id == lever.id) {
                None => self.note(&place, What::Lever),
                Some(one) if one.low >= one.high || one.now < one.low || one.now > one.high => {
                    self.note(&place, What::Ends);
                }
                Some(_) => {}
            }
        }
    }

    fn roles(&mut self) {
        let pack = self.pack;
        self.once("roles", pack.lesson.roles.iter().map(|role| role.id.as_str()));
        let ledger = Ledger::new(pack, self.library);
        for role in &pack.lesson.roles {
            let at = |key: &str| format!("roles[{}].{key}", role.id);
            self.needed(&at("name"), &role.name);
            self.needed(&at("wants"), &role.wants);
            self.needed(&at("asks"), &role.asks);
            for figure in &role.figures {
                if let Err(lost) = ledger.value(figure) {
                    self.note(&at("figures"), What::Dead(lost));
                }
            }
        }
    }
}

/// True where something that people can see is different at `stop` from what `before` showed: another board, project,
/// pathway or question; where the board tries moves, a figure that reads differently after them.
pub fn shows_change(pack: &Pack, before: Option<&Stop>, stop: &Stop, library: &Library) -> bool {
    if stop.board == BoardKind::TryIt {
        return stop
            .pathways
            .iter()
            .all(|pathway| moves_something(pack, stop, pathway, library));
    }
    let shown = |one: &Stop| {
        let what = (one.board, one.start.clone(), one.variant, one.pathways.clone());
        (what, one.figure, one.question.clone(), one.title.clone())
    };
    before.is_none_or(|before| shown(before) != shown(stop))
}

/// True where the prepared moves of `stop` change a figure of `pathway` so far that it reads differently.
fn moves_something(pack: &Pack, stop: &Stop, pathway: &PathwayId, library: &Library) -> bool {
    let Some(project) = pack.project_of(stop) else {
        return false;
    };
    let Ok((made, on)) = after(&project, library, pathway, &stop.moves) else {
        return false;
    };
    let read = |assessment: &Assessment, on: &PathwayId| {
        let figures = assessment.pathway(on)?;
        Some(TRIED.map(|figure| figure.said(figures, Lang::En)))
    };
    let then = read(&assess(&project, library), pathway);
    let now = read(&assess(&made, library), &on);
    then.is_some() && (then != now || routes_open(&project, library) != routes_open(&made, library))
}
