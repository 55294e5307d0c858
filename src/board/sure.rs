//! Whether the ranking holds over the ranges, and which assumptions move it most.

use super::compare::leader;
use super::{Board, Chart, Ground, Scene};
use crate::assess::PathwayFigures;
use crate::explain::input_use;
use crate::figure::PathwayFigure;
use crate::text::{StageMsg, number};
use crate::uncertainty::Swing;

/// From this share of draws on a ranking holds.
const HOLDS: f64 = 0.95;
/// Assumptions that are named.
const NAMED: usize = 3;

pub(super) fn board(ground: &Ground<'_>, scene: &Scene) -> Option<Board> {
    let mut seen = ground.seen(&scene.stop.pathways);
    // One pathway alone is held against the baseline.
    if let ([one], Some(base)) = (seen.as_slice(), ground.way(&ground.project.baseline))
        && one.0 != base.0
    {
        seen.push(base);
    }
    let first = seen.first()?;
    let swings = ground.swings.get(first.0);
    let swings = swings.and_then(|all| all.get(PathwayFigure::Mci.column()?));
    Some(Board {
        title: ground.head(StageMsg::Sure),
        sentence: verdict(ground, &seen),
        keys: Vec::new(),
        chart: Chart::Swings(named(ground, swings.map_or(&[][..], Vec::as_slice))),
    })
}

/// In how many of a hundred draws the leader by MCI stands above the next.
fn verdict(ground: &Ground<'_>, seen: &[(usize, &PathwayFigures)]) -> String {
    let figures: Vec<&PathwayFigures> = seen.iter().map(|(_, figures)| *figures).collect();
    let mci = |one: &PathwayFigures| PathwayFigure::Mci.central(one);
    let mut order = seen.to_vec();
    order.sort_by(|a, b| mci(b.1).total_cmp(&mci(a.1)));
    let [(first, best), (second, next), ..] = order.as_slice() else {
        return ground.say(StageMsg::SureOne, &|_| Vec::new());
    };
    let shares = ground.against.get(*second).and_then(|all| all.get(*first));
    let Some([Some(share), _]) = shares.copied() else {
        return ground.say(StageMsg::SureWait, &|_| Vec::new());
    };
    let holds = share >= HOLDS && leader(ground, &figures, PathwayFigure::Mci).is_some();
    let message = if holds {
        StageMsg::SureHolds
    } else {
        StageMsg::SureNot
    };
    ground.say(message, &|lang| {
        vec![
            ("first", ground.way_name(&best.id, lang)),
            ("second", ground.way_name(&next.id, lang)),
            ("count", number::fixed(share * 100.0, 0, lang)),
        ]
    })
}

/// The assumptions that move the score most, with how far each reaches against the first.
fn named(ground: &Ground<'_>, swings: &[Swing]) -> Vec<(String, f64)> {
    let largest = swings.first().map_or(0.0, Swing::size);
    let name = |swing: &Swing| {
        ground.lang.head(|lang| {
            let used = input_use(
                ground.project,
                ground.library,
                ground.assessment,
                lang,
                swing.input,
            );
            used.map_or_else(String::new, |used| used.name)
        })
    };
    let swings = swings.iter().take(NAMED).filter(|_| largest > 0.0);
    swings
        .map(|swing| (name(swing), swing.size() / largest))
        .collect()
}
