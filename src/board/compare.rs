//! Up to three pathways on one ruler: what is recycled at the same grade, and MCI; the baseline is a mark.

use super::{Board, Chart, Ground, Scene};
use crate::assess::PathwayFigures;
use crate::explain::answer::{Because, Parting, parting};
use crate::figure::PathwayFigure;
use crate::text::StageMsg;

pub(super) fn board(ground: &Ground<'_>, scene: &Scene) -> Option<Board> {
    let seen = ground.seen(&scene.stop.pathways);
    let figures: Vec<&PathwayFigures> = seen.iter().map(|(_, figures)| *figures).collect();
    if figures.is_empty() {
        return None;
    }
    Some(Board {
        title: ground.head(StageMsg::Compare),
        sentence: sentence(ground, &figures),
        keys: Vec::new(),
        chart: Chart::Ways {
            ways: seen.iter().map(|way| ground.row(*way)).collect(),
            base: ground.base_mark(&seen),
            legend: ground.legend(&figures),
        },
    })
}

/// The pathway with most of `figure`; none where another reads the same.
pub(super) fn leader<'a>(
    ground: &Ground<'_>,
    figures: &[&'a PathwayFigures],
    figure: PathwayFigure,
) -> Option<&'a PathwayFigures> {
    let value = |one: &&&PathwayFigures| figure.central(one);
    let best = figures.iter().max_by(|a, b| value(a).total_cmp(&value(b)))?;
    let reads = |one: &PathwayFigures| figure.said(one, ground.lang);
    let same = figures.iter().filter(|one| reads(one) == reads(best)).count();
    (same == 1).then_some(*best)
}

/// Who leads by either yardstick, and where the two part.
fn sentence(ground: &Ground<'_>, figures: &[&PathwayFigures]) -> String {
    let grade = leader(ground, figures, PathwayFigure::OutflowRecycled);
    let mci = leader(ground, figures, PathwayFigure::Mci);
    let letter = |of: &PathwayFigures| {
        let at = ground.project.pathways.iter().position(|way| way.id == of.id);
        at.map_or_else(String::new, |at| ground.letter(at).0.to_string())
    };
    match (grade, mci) {
        (Some(grade), Some(mci)) if grade.id == mci.id => {
            ground.say(StageMsg::CompareBoth, &|_| vec![("name", letter(grade))])
        }
        (Some(grade), Some(mci)) => {
            let message = match parting(mci, grade) {
                Some(Parting::SameGrade(Because::Worn)) => StageMsg::ComparePartWorn,
                Some(Parting::SameGrade(Because::Downcycled)) => StageMsg::ComparePartDown,
                _ => StageMsg::ComparePart,
            };
            let values = |_| vec![("grade", letter(grade)), ("mci", letter(mci))];
            ground.say(message, &values)
        }
        (Some(grade), None) => ground.say(StageMsg::CompareGrade, &|_| vec![("name", letter(grade))]),
        (None, Some(mci)) => ground.say(StageMsg::CompareMci, &|_| vec![("name", letter(mci))]),
        (None, None) => ground.say(StageMsg::CompareAlike, &|_| Vec::new()),
    }
}
