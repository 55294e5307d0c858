//! Job cards of two pathways beside each other: gained beside lost, who does it, how safe it is.
//!
//! Invariant: gained never stands without lost, and hours never without who works them.

use super::{Board, Chart, Ground, Scene, Tint};
use crate::assess::PathwayFigures;
use crate::figure::PathwayFigure;
use crate::lang::Lang;
use crate::report::sheet::{Figure, Fill, Sides};
use crate::text::{CompareMsg, StageMsg, number};
use crate::work::quality::Side;

/// Cards beside each other.
const CARDS: usize = 2;
/// Hazards that are named.
const HAZARDS: usize = 2;
/// From this share on most of the work is without a contract.
const MOSTLY: f64 = 0.5;

/// One job card.
#[derive(Debug, Clone, PartialEq)]
pub struct JobSide {
    /// The pathway's letter.
    pub letter: char,
    /// Its fill.
    pub fill: Fill,
    /// Its name.
    pub name: String,
    /// Gained and lost.
    pub keys: Vec<Figure>,
    /// Both on one scale.
    pub sides: Sides,
    /// What is said of it: what, and the words; what matters most first.
    pub lines: Vec<(String, String)>,
}

pub(super) fn board(ground: &Ground<'_>, scene: &Scene) -> Option<Board> {
    let mut seen = ground.seen(&scene.stop.pathways);
    seen.retain(|(_, figures)| !figures.baseline);
    // The pair that differs most in hours says most: the first, and the one farthest from it.
    if seen.len() > CARDS {
        let net = |(_, figures): &(usize, &PathwayFigures)| figures.totals.net();
        let first = seen.first().copied()?;
        let far = seen.iter().skip(1).copied().max_by(|a, b| {
            (net(a) - net(&first))
                .abs()
                .total_cmp(&(net(b) - net(&first)).abs())
        })?;
        seen = vec![first, far];
    }
    if seen.is_empty() {
        return None;
    }
    let high = |(at, figures): &(usize, &PathwayFigures)| {
        [PathwayFigure::Gained, PathwayFigure::Lost].map(|figure| {
            let band = ground.band(*at, figure).map_or(0.0, |band| band.p95);
            band.max(figure.central(figures))
        })
    };
    let scale = seen.iter().flat_map(high).fold(0.0, f64::max);
    Some(Board {
        title: ground.head(StageMsg::Jobs),
        sentence: ground.head(StageMsg::PerThousand),
        keys: Vec::new(),
        chart: Chart::Jobs(seen.iter().map(|way| card(ground, *way, scale)).collect()),
    })
}

fn card(ground: &Ground<'_>, way: (usize, &PathwayFigures), scale: f64) -> JobSide {
    let (at, figures) = way;
    let (letter, fill) = ground.letter(at);
    JobSide {
        letter,
        fill,
        name: ground.way_head(&figures.id),
        keys: vec![
            ground.bare_key(way, PathwayFigure::Gained, StageMsg::KeyGained),
            ground.bare_key(way, PathwayFigure::Lost, StageMsg::KeyLost),
        ],
        sides: ground.sides(way, fill, scale),
        lines: lines(ground, way),
    }
}

impl Ground<'_> {
    /// Hours on both sides of zero.
    pub(super) fn sides(&self, (at, figures): (usize, &PathwayFigures), fill: Fill, scale: f64) -> Sides {
        let fills = [(self.paint)(&Tint::Lost), fill];
        Sides {
            name: self.head(StageMsg::Jobs),
            scale,
            ..Sides::of(figures, |figure| self.band(at, figure), fills, self.lang)
        }
    }
}

/// Who does the work gained, on what terms, and what is dangerous about it.
fn lines(ground: &Ground<'_>, (at, figures): (usize, &PathwayFigures)) -> Vec<(String, String)> {
    let change = ground.assessment.work_change(figures, ground.library);
    let side: &Side<'_> = &change.gained;
    let women = |lang: Lang| match side.women {
        Some(share) => number::share(share.central, lang),
        None => StageMsg::NoData.text(lang).to_owned(),
    };
    let informal = |lang: Lang| {
        let message = match side.informal {
            Some(share) if share >= MOSTLY => StageMsg::InformalMost,
            Some(_) => StageMsg::InformalLess,
            None => StageMsg::NoData,
        };
        message.text(lang).to_owned()
    };
    let hazards = |lang: Lang| {
        let named = side
            .hazards
            .iter()
            .take(HAZARDS)
            .map(|hazard| hazard.name.get(lang));
        let said = named.collect::<Vec<_>>().join(lang.comma());
        if said.is_empty() {
            StageMsg::NoData.text(lang).to_owned()
        } else {
            said
        }
    };
    let line = |label: StageMsg, say: &dyn Fn(Lang) -> String| (ground.head(label), ground.lang.head(say));
    let net = ground
        .band(at, PathwayFigure::Net)
        .map(|band| (band.p5, band.p95));
    let is_balanced = crate::explain::answer::is_balanced(&figures.totals, net);
    let balanced = is_balanced.then(|| {
        let balanced = ground
            .lang
            .head(|lang| CompareMsg::Balanced.text(lang).to_owned());
        (PathwayFigure::Net.head(ground.lang), balanced)
    });
    balanced
        .into_iter()
        .chain([
            line(StageMsg::Women, &women),
            line(StageMsg::Informal, &informal),
            line(StageMsg::Hazards, &hazards),
        ])
        .collect()
}
