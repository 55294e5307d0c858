//! A prepared move: what it is, and once it is made, old and new of four figures.

use super::{Board, Chart, Ground, Scene};
use crate::assess::{Assessment, PathwayFigures, assess};
use crate::data::Library;
use crate::explain::advice::Try;
use crate::explain::answer::{Parting, parting};
use crate::figure::PathwayFigure;
use crate::lang::Lang;
use crate::lesson::{after, moves, routes_open};
use crate::model::{Name, PathwayId, Project};
use crate::text::{CompareMsg, StageMsg, number};

/// What a prepared move does on the pathway that is told.
#[derive(Debug, Clone, PartialEq)]
pub struct Tried {
    /// What it is called.
    pub name: Name,
    /// The pathway before it.
    pub before: PathwayFigures,
    /// The same after it.
    pub after: PathwayFigures,
    /// Routes to new fibre that do not refuse the main fabric, before and after.
    pub routes: [usize; 2],
}

/// Old and new of a figure.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// What it is.
    pub label: String,
    /// As it read before.
    pub old: String,
    /// As it reads after; as before while the move is not made.
    pub new: String,
    /// Whether it rose, fell or stayed.
    pub trend: number::Trend,
}

/// What the moves `ids` do on `pathway` of `project`; none where they cannot be made.
pub fn tried(
    project: &Project,
    assessment: &Assessment,
    library: &Library,
    pathway: &PathwayId,
    ids: &[String],
) -> Option<Tried> {
    let all = moves(project, library, ids).filter(|all| !all.is_empty())?;
    let (made, on) = after(project, library, pathway, ids).ok()?;
    let then = assess(&made, library);
    Some(Tried {
        name: named(&all, project, library),
        before: assessment.pathway(pathway)?.clone(),
        after: then.pathway(&on)?.clone(),
        routes: [routes_open(project, library), routes_open(&made, library)],
    })
}

/// What the moves are called on a board: the part, and what is done to it, each in its first words.
fn named(all: &[Try], project: &Project, library: &Library) -> Name {
    let say = |lang: Lang| {
        let one = |one: &Try| {
            let row = one
                .move_row(library)
                .map(|row| row.name.get(lang))
                .unwrap_or_default();
            let part = one.part().and_then(|id| {
                let mut parts = project.product.parts.iter();
                parts.find(|part| &part.id == id)
            });
            match part {
                Some(part) => format!("{}{}{}", first(part.name.get(lang)), lang.colon(), first(row)),
                None => first(row).to_owned(),
            }
        };
        all.iter().map(one).collect::<Vec<_>>().join(lang.semicolon())
    };
    Name::new(say(Lang::En), say(Lang::Zh))
}

/// The words before a bracket or a comma.
fn first(words: &str) -> &str {
    words.split(['（', '(', ',', '，']).next().unwrap_or(words).trim()
}

pub(super) fn board(ground: &Ground<'_>, _: &Scene) -> Option<Board> {
    let tried = ground.room.tried?;
    let is_made = ground.room.step > 0;
    let sentence = if is_made {
        parts(ground, tried)
    } else {
        ground.say(StageMsg::TryReady, &|_| Vec::new())
    };
    Some(Board {
        title: ground.lang.head(|lang| {
            let name = tried.name.get(lang);
            StageMsg::TryIt.with(lang, &[("name", name)])
        }),
        sentence,
        keys: Vec::new(),
        chart: Chart::Changes(changes(ground, tried, is_made)),
    })
}

fn changes(ground: &Ground<'_>, tried: &Tried, is_made: bool) -> Vec<Change> {
    let lang = ground.lang;
    let change = |label: StageMsg, [old, new]: [f64; 2], form: &dyn Fn(f64) -> String| {
        let new = if is_made { new } else { old };
        Change {
            label: ground.head(label),
            old: form(old),
            new: form(new),
            trend: number::Trend::between(old, new, form),
        }
    };
    let figure = |label: StageMsg, figure: PathwayFigure| {
        let both = [&tried.before, &tried.after].map(|figures| figure.central(figures));
        change(label, both, &|value| figure.form().text(value, lang))
    };
    let routes = tried.routes.map(|count| count as f64);
    vec![
        figure(StageMsg::KeySameGrade, PathwayFigure::OutflowRecycled),
        figure(StageMsg::KeyMci, PathwayFigure::Mci),
        change(StageMsg::KeyRoutes, routes, &|count| {
            number::fixed(count, 0, lang)
        }),
        figure(StageMsg::KeyGained, PathwayFigure::Gained),
        figure(StageMsg::KeyLost, PathwayFigure::Lost),
    ]
}

/// One sentence where MCI and the same-grade share go opposite ways, else what the move is good for.
fn parts(ground: &Ground<'_>, tried: &Tried) -> String {
    let message = match parting(&tried.after, &tried.before) {
        Some(Parting::SameGrade(_)) => {
            let rises = PathwayFigure::Mci.central(&tried.after) > PathwayFigure::Mci.central(&tried.before);
            let message = if rises {
                CompareMsg::RisesWorn
            } else {
                CompareMsg::FallsWorn
            };
            return ground.lang.lines(|lang| message.text(lang).to_owned());
        }
        Some(Parting::Quality) => StageMsg::TryQuality,
        None => StageMsg::TryDone,
    };
    ground.say(message, &|_| Vec::new())
}
