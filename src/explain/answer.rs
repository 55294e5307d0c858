//! What is said first of a pathway: the order of the answer, and where a figure must not be read alone.
//!
//! Invariant: no figure is reckoned here; two yardsticks that order differently, a net that cannot be told from zero and
//! a route that gives nothing are told by the same rule on scoreboard, comparison, job card and in print.

use crate::assess::{GateFigure, PathwayFigures};
use crate::data::{Library, RouteClass};
use crate::figure::PathwayFigure;
use crate::indicator::mci::score;
use crate::model::{RouteId, StageId};
use crate::text::{CompareMsg, Lang};
use crate::uncertainty::Swing;
use crate::work::hours::Totals;

/// The order of the answer: where the mass goes, how long it is worn, both yardsticks, then hours on both sides.
pub const ORDER: [PathwayFigure; 9] = [
    PathwayFigure::OutflowRecycled,
    PathwayFigure::OutflowDowncycled,
    PathwayFigure::OutflowReused,
    PathwayFigure::ItemUses,
    PathwayFigure::Wears,
    PathwayFigure::Mci,
    PathwayFigure::MciQuality,
    PathwayFigure::Gained,
    PathwayFigure::Lost,
];

/// The step to which yardsticks are rounded before two are ordered.
const STEP: f64 = 0.001;
/// Without draws a net below this share of gained and lost together is not told from zero.
const HARDLY: f64 = 0.05;
/// Less than this share is next to nothing, as at the gate of a part: of what reaches a route, of a piece that reaches it.
const NEXT_TO_NOTHING: f64 = 0.05;

/// Two answers that the yardsticks order differently.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Parting {
    /// MCI and its quality-weighted value differ in sign, or one of them is equal: it hangs on how downcycling counts.
    Quality,
    /// MCI puts first what recycles less at the same grade, for this reason.
    SameGrade(Because),
}

/// Why MCI goes up where the same-grade share goes down.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Because {
    /// More of the mass is downcycled.
    Downcycled,
    /// It is worn longer.
    Worn,
    /// Something else: other material in, or components.
    Other,
}

/// How the yardsticks part over `first` and `second`, two pathways or two designs; `None` where they agree.
pub fn parting(first: &PathwayFigures, second: &PathwayFigures) -> Option<Parting> {
    let order = |figure: PathwayFigure| order(figure.central(first) - figure.central(second));
    let mci = order(PathwayFigure::Mci);
    if mci != order(PathwayFigure::MciQuality) {
        return Some(Parting::Quality);
    }
    let parts = mci * order(PathwayFigure::OutflowRecycled) < 0;
    parts.then(|| {
        let same_way = |difference: f64| f64::from(mci) * difference > 0.0;
        let down = PathwayFigure::OutflowDowncycled;
        let (life, flows) = life_and_flows(first, second);
        Parting::SameGrade(if same_way(life) && life.abs() >= flows.abs() {
            Because::Worn
        } else if same_way(down.central(first) - down.central(second)) {
            Because::Downcycled
        } else {
            Because::Other
        })
    })
}

/// What of the difference in MCI lies in how long it is worn, and what in where the mass comes from and goes: the Shapley
/// shares of X and LFI, `½ Σ [MCI(LFI, X_1) − MCI(LFI, X_2)]` over both LFI, and the rest.
fn life_and_flows(first: &PathwayFigures, second: &PathwayFigures) -> (f64, f64) {
    let of = |figures: &PathwayFigures| (figures.circularity.mci.lfi, figures.circularity.mci.x);
    let ((lfi, x), (other_lfi, other_x)) = (of(first), of(second));
    let by_life = |lfi| score(lfi, x) - score(lfi, other_x);
    let life = f64::midpoint(by_life(lfi), by_life(other_lfi));
    (life, score(lfi, x) - score(other_lfi, other_x) - life)
}

/// The sign of `difference`, rounded to [`STEP`]: −1, 0 or 1.
fn order(difference: f64) -> i32 {
    let steps = (difference / STEP).round();
    i32::from(steps > 0.0) - i32::from(steps < 0.0)
}

/// True where the net of `totals` cannot be told from zero: its 5–95 % band spans 0, without draws |net| < 5 % of
/// gained + lost. False where nothing is gained or lost.
pub fn is_balanced(totals: &Totals, net: Option<(f64, f64)>) -> bool {
    let moved = totals.gained + totals.lost;
    if moved.is_nan() || moved <= 0.0 {
        return false;
    }
    match net {
        Some((low, high)) => low <= 0.0 && high >= 0.0,
        None => totals.net().abs() < HARDLY * moved,
    }
}

/// A route that gives next to nothing of this garment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Idle {
    /// The stage.
    pub stage: StageId,
    /// Its route.
    pub route: RouteId,
    /// What it takes of this garment.
    pub takes: Taken,
}

/// What a route takes of a garment that it gives next to nothing of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Taken {
    /// Every gram is refused.
    Nothing,
    /// A thread or a label is taken.
    NextToNothing,
    /// Parts are taken, and yet next to nothing comes out.
    Parts,
}

/// The routes of `figures` that keep material at its grade, where each that much of this garment reaches gives next to
/// nothing of it; in the order of their stages. None where one of them gives something: wiping cloths and felt beside it
/// are what a pathway falls back on, not what it is for.
pub fn idle_routes(figures: &PathwayFigures, library: &Library) -> Vec<Idle> {
    let piece: f64 = figures.ends.iter().map(|end| end.kg).sum();
    // Gates stand stage by stage.
    let stages = figures.gates.chunk_by(|a, b| a.stage == b.stage);
    let of = |gates: &[GateFigure]| {
        let first = gates.first().filter(|gate| keeps_grade(library, &gate.route))?;
        let sum = |kg: fn(&GateFigure) -> f64| -> f64 { gates.iter().map(kg).sum() };
        let reached = sum(|gate| gate.kg);
        let taken = sum(|gate| gate.kg - gate.removed_kg - gate.refused_kg) / reached;
        let idle = Idle {
            stage: first.stage.clone(),
            route: first.route.clone(),
            takes: match taken {
                share if share <= f64::EPSILON => Taken::Nothing,
                share if share < NEXT_TO_NOTHING => Taken::NextToNothing,
                _ => Taken::Parts,
            },
        };
        let gives = sum(|gate| gate.output_kg) >= NEXT_TO_NOTHING * reached;
        (reached >= NEXT_TO_NOTHING * piece && reached > 0.0).then_some((idle, gives))
    };
    let routes: Vec<(Idle, bool)> = stages.filter_map(of).collect();
    if routes.iter().any(|(_, gives)| *gives) {
        return Vec::new();
    }
    routes.into_iter().map(|(idle, _)| idle).collect()
}

/// What is said of a pathway whose routes give next to nothing of the garment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IdleWords {
    /// In a few words.
    pub short: String,
    /// The same with the routes named.
    pub full: String,
}

/// What is said of a pathway whose routes give next to nothing of this garment; `None` where they do give something.
pub fn idle_words(figures: &PathwayFigures, library: &Library, lang: Lang) -> Option<IdleWords> {
    let idle = idle_routes(figures, library);
    let message = match idle.iter().map(|idle| idle.takes).max()? {
        Taken::Nothing => CompareMsg::TakesNothing,
        Taken::NextToNothing => CompareMsg::TakesNextToNothing,
        Taken::Parts => CompareMsg::GivesNothing,
    };
    let say = |lang: Lang| {
        let named = idle.iter().filter_map(|idle| library.route(&idle.route));
        let mut names: Vec<&str> = named.map(|route| route.name.get(lang)).collect();
        names.dedup();
        format!(
            "{}{}{}",
            message.text(lang),
            lang.colon(),
            names.join(lang.comma())
        )
    };
    Some(IdleWords {
        short: message.text(lang).to_owned(),
        full: lang.lines(say),
    })
}

/// True for routes that make fibre for clothes, components or compost.
fn keeps_grade(library: &Library, route: &RouteId) -> bool {
    let class = library.route(route).map(|row| row.class);
    matches!(
        class,
        Some(RouteClass::FibreToFibre | RouteClass::ComponentReuse | RouteClass::Biological)
    )
}

/// The assumption that alone turns the sign of the net: the one with the largest swing, where its ends lie on both sides
/// of zero. `None` where no single one does.
pub fn deciding(swings: &[Swing]) -> Option<&Swing> {
    let first = swings.first()?;
    (first.at_p5 * first.at_p95 < 0.0).then_some(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// LFI, X, quality-weighted MCI, shares at the same grade and downcycled.
    fn figures([lfi, x, quality, same, down]: [f64; 5]) -> PathwayFigures {
        let mut figures = crate::assess::assess(
            &crate::presets::get("tshirt").unwrap().project().unwrap(),
            Library::builtin(),
        )
        .pathways
        .remove(0);
        figures.circularity.mci.lfi = lfi;
        figures.circularity.mci.x = x;
        figures.circularity.mci.mci = score(lfi, x);
        figures.circularity.quality.mci = quality;
        figures.circularity.outflow.recycled = same;
        figures.circularity.outflow.downcycled = down;
        figures
    }

    #[test]
    fn yardsticks_part_by_sign_or_by_one_that_is_equal() {
        // MCI 0.28.
        let base = figures([0.8, 1.0, 0.28, 0.10, 0.10]);
        let part = |values| parting(&figures(values), &base);
        assert_eq!(part([0.7, 1.0, 0.35, 0.20, 0.10]), None);
        assert_eq!(part([0.7, 1.0, 0.20, 0.10, 0.40]), Some(Parting::Quality));
        // Exactly one of them is equal once rounded to 0.001.
        assert_eq!(part([0.7, 1.0, 0.280_4, 0.10, 0.40]), Some(Parting::Quality));
        assert_eq!(part([0.799_7, 1.0, 0.279_6, 0.10, 0.10]), None);
    }

    #[test]
    fn the_larger_cause_is_named() {
        let base = figures([0.8, 1.0, 0.28, 0.10, 0.10]);
        let part = |values| parting(&figures(values), &base);
        let grade = |because| Some(Parting::SameGrade(because));
        assert_eq!(part([0.7, 1.0, 0.35, 0.05, 0.40]), grade(Because::Downcycled));
        assert_eq!(part([0.8, 1.3, 0.35, 0.05, 0.10]), grade(Because::Worn));
        // A little more is downcycled, but it is worn much longer.
        assert_eq!(part([0.79, 1.3, 0.35, 0.05, 0.15]), grade(Because::Worn));
        assert_eq!(part([0.7, 1.05, 0.35, 0.05, 0.40]), grade(Because::Downcycled));
        assert_eq!(part([0.7, 1.0, 0.35, 0.05, 0.10]), grade(Because::Other));
        assert_eq!(part([0.9, 1.0, 0.20, 0.20, 0.05]), grade(Because::Downcycled));
    }

    #[test]
    fn a_net_is_told_from_zero_by_its_band_and_without_one_by_a_twentieth() {
        let totals = |gained, lost| Totals {
            gained,
            lost,
            ..Totals::none(0.0)
        };
        assert!(is_balanced(&totals(130.0, 120.0), None));
        assert!(!is_balanced(&totals(130.0, 110.0), None));
        assert!(is_balanced(&totals(130.0, 110.0), Some((-40.0, 60.0))));
        assert!(!is_balanced(&totals(130.0, 120.0), Some((5.0, 15.0))));
        assert!(!is_balanced(&totals(0.0, 0.0), None));
        assert!(!is_balanced(&Totals::none(5.0), None));
    }

    #[test]
    fn an_assumption_decides_where_it_alone_turns_the_sign() {
        let swing = |at_p5, at_p95| Swing {
            input: 3,
            at_p5,
            at_p95,
            rank: None,
        };
        assert!(deciding(&[swing(-10.0, 30.0), swing(-1.0, 1.0)]).is_some());
        assert!(deciding(&[swing(10.0, 30.0), swing(-1.0, 1.0)]).is_none());
        assert!(deciding(&[]).is_none());
    }
}
