//! Draws: every figure of every pathway for a range of draw numbers, and the bands over them.

use super::sampler::Sampler;
use crate::assess::{Engine, Outcome, Outcomes};
use std::ops::Range;

/// The figures that are drawn, with their keys and what counts as better.
#[derive(Debug, Clone, Copy)]
pub struct Indicator {
    /// The key of the command line's contract.
    pub key: &'static str,
    /// What counts as better; nothing does for some.
    pub better: Better,
    of: fn(&Outcome) -> f64,
}

impl Indicator {
    /// Its value in `outcome`; not a number where it has none.
    pub fn value(&self, outcome: &Outcome) -> f64 {
        (self.of)(outcome)
    }
}

/// What counts as better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Better {
    /// More.
    More,
    /// Less.
    Less,
    /// Neither: it describes.
    Neither,
}

macro_rules! indicators {
    ($($key:literal, $better:ident, $of:expr;)+) => {
        /// All figures that are drawn, in the order of the columns.
        pub const INDICATORS: &[Indicator] = &[
            $(Indicator { key: $key, better: Better::$better, of: $of }),+
        ];
    };
}

indicators! {
    "mci", More, |o| o.circularity.mci.mci;
    "mci_quality", More, |o| o.circularity.quality.mci;
    "lfi", Less, |o| o.circularity.mci.lfi;
    "v_kg", Less, |o| o.circularity.mci.v;
    "w_kg", Less, |o| o.circularity.mci.w;
    "x", More, |o| o.circularity.mci.x;
    "item_uses", More, |o| o.circularity.item_uses;
    "material_uses", More, |o| o.circularity.material_uses.unwrap_or(f64::INFINITY);
    "wears", More, |o| o.circularity.wears;
    "v_g_per_100_wears", Less, |o| o.circularity.v_g_per_100_wears;
    "w_g_per_100_wears", Less, |o| o.circularity.w_g_per_100_wears;
    "garments_avoided_per_piece", More, |o| o.circularity.garments_avoided;
    "item_uses_sd", Neither, |o| o.circularity.item_uses_sd;
    "material_circularity", More, |o| o.circularity.material_circularity;
    "closed_loop_share", More, |o| o.circularity.closed_loop_share;
    "v_with_production_kg", Less, |o| o.circularity.v_with_production;
    "w_with_production_kg", Less, |o| o.circularity.w_with_production;
    "gained_h_per_1000", More, |o| o.totals.gained;
    "lost_h_per_1000", Less, |o| o.totals.lost;
    "net_h_per_1000", More, |o| o.totals.net();
    "break_even_displacement", Neither, |o| o.totals.break_even.unwrap_or(f64::NAN);
    "gross_h_per_1000", Neither, |o| o.totals.gross;
    "fte_gained", More, |o| o.totals.fte_gained;
    "fte_lost", Less, |o| o.totals.fte_lost;
    "gained_here_h_per_1000", More, |o| o.totals.gained_here;
    "lost_here_h_per_1000", Less, |o| o.totals.lost_here;
    "moved_from_home_h_per_1000", Neither, |o| o.totals.moved_from_home;
}

/// The column of an indicator.
pub fn column(key: &str) -> Option<usize> {
    INDICATORS.iter().position(|indicator| indicator.key == key)
}

/// Figures of a run of draws: for each draw, pathway after pathway, indicator after indicator.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Draws {
    /// Number of pathways.
    pub pathways: usize,
    /// The figures.
    pub figures: Vec<f64>,
}

impl Draws {
    /// Number of draws.
    pub fn len(&self) -> usize {
        self.figures
            .len()
            .checked_div(self.pathways * INDICATORS.len())
            .unwrap_or(0)
    }

    /// True without draws.
    pub fn is_empty(&self) -> bool {
        self.figures.is_empty()
    }

    /// One indicator of one pathway over all draws.
    pub fn series(&self, pathway: usize, indicator: usize) -> impl Iterator<Item = f64> {
        let width = self.pathways * INDICATORS.len();
        self.figures
            .iter()
            .skip(pathway * INDICATORS.len() + indicator)
            .step_by(width.max(1))
            .copied()
    }

    /// Adds the draws of the numbers that follow.
    pub fn append(&mut self, more: Self) {
        self.pathways = more.pathways;
        self.figures.extend(more.figures);
    }
}

/// Computes the draws with `numbers`; any range gives the same digits, alone or with others. Stops early, with the
/// draws so far, when `stop` says so (asked every 64 draws).
pub fn draw(
    engine: &Engine,
    sampler: &Sampler,
    seed: u64,
    numbers: Range<u64>,
    stop: &dyn Fn() -> bool,
) -> Draws {
    let width = engine.pathways.len() * INDICATORS.len();
    let count = usize::try_from(numbers.end.saturating_sub(numbers.start)).unwrap_or(0);
    let mut draws = Draws {
        pathways: engine.pathways.len(),
        figures: Vec::with_capacity(count * width),
    };
    let (mut inputs, mut resolved, mut outcomes) = (Vec::new(), Vec::new(), Outcomes::default());
    for number in numbers {
        if number % 64 == 0 && stop() {
            break;
        }
        sampler.draw(seed, number, &mut inputs);
        engine.slots.resolve(&inputs, &mut resolved);
        engine.evaluate(&resolved, &mut outcomes);
        for outcome in &outcomes.pathways {
            draws
                .figures
                .extend(INDICATORS.iter().map(|indicator| indicator.value(outcome)));
        }
    }
    draws
}

/// The spread of one figure over the draws.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Band {
    /// 5 % point.
    pub p5: f64,
    /// Middle.
    pub p50: f64,
    /// 95 % point.
    pub p95: f64,
    /// Mean.
    pub mean: f64,
    /// Standard deviation.
    pub sd: f64,
}

/// The band of `values`; `None` where a draw gave no number. Points between two draws are interpolated linearly.
pub fn band(values: &mut [f64]) -> Option<Band> {
    if values.is_empty() || values.iter().any(|value| !value.is_finite()) {
        return None;
    }
    let count = values.len() as f64;
    let mean = values.iter().sum::<f64>() / count;
    let variance = values
        .iter()
        .map(|value| (value - mean) * (value - mean))
        .sum::<f64>()
        / count;
    Some(Band {
        p5: point(values, 0.05),
        p50: point(values, 0.5),
        p95: point(values, 0.95),
        mean,
        sd: variance.sqrt(),
    })
}

/// The value that the share `p` of `values` stays under; reorders them.
fn point(values: &mut [f64], p: f64) -> f64 {
    let at = p * (values.len() - 1) as f64;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a place in the list"
    )]
    let below = at.floor() as usize;
    let (_, low, above) = values.select_nth_unstable_by(below, f64::total_cmp);
    let low = *low;
    let high = above.iter().copied().min_by(f64::total_cmp).unwrap_or(low);
    low + (high - low) * (at - at.floor())
}

/// Bands of every indicator of every pathway.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Bands {
    /// Number of draws.
    pub draws: usize,
    /// Bands by pathway, then by indicator; none where a draw gave no number.
    pub pathways: Vec<Vec<Option<Band>>>,
    /// Comparisons of all pairs of pathways.
    pub paired: Vec<Paired>,
}

/// One indicator of two pathways in the same draws.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Paired {
    /// First pathway.
    pub a: usize,
    /// Second pathway.
    pub b: usize,
    /// The indicator's column.
    pub indicator: usize,
    /// Share of draws in which the first is better; equal draws count half. `None` where nothing counts as better.
    pub a_better: Option<f64>,
    /// The first less the second.
    pub difference: Band,
}

impl Bands {
    /// The bands over `draws`.
    pub fn of(draws: &Draws) -> Self {
        let mut room = Vec::with_capacity(draws.len());
        let mut pathways = Vec::with_capacity(draws.pathways);
        for pathway in 0..draws.pathways {
            let bands = (0..INDICATORS.len()).map(|indicator| {
                room.clear();
                room.extend(draws.series(pathway, indicator));
                band(&mut room)
            });
            pathways.push(bands.collect());
        }
        let mut paired = Vec::new();
        for a in 0..draws.pathways {
            for b in a + 1..draws.pathways {
                paired.extend(
                    (0..INDICATORS.len()).filter_map(|indicator| pair(draws, a, b, indicator, &mut room)),
                );
            }
        }
        Self {
            draws: draws.len(),
            pathways,
            paired,
        }
    }

    /// The band of one indicator of one pathway.
    pub fn band(&self, pathway: usize, key: &str) -> Option<Band> {
        *self.pathways.get(pathway)?.get(column(key)?)?
    }

    /// Share of draws in which pathway `a` is better than `b`.
    pub fn a_better(&self, a: usize, b: usize, key: &str) -> Option<f64> {
        let indicator = column(key)?;
        let find = |a: usize, b: usize| {
            self.paired
                .iter()
                .find(|pair| (pair.a, pair.b, pair.indicator) == (a, b, indicator))
        };
        let turned = || find(b, a)?.a_better.map(|share| 1.0 - share);
        find(a, b).and_then(|pair| pair.a_better).or_else(turned)
    }
}

/// Share of draws in which pathway `a` has the better `key` than pathway `b`, which may be of another run with the same
/// numbers; equal draws count half. `None` where nothing counts as better, or some draw gave no number.
pub fn share_better(a: (&Draws, usize), b: (&Draws, usize), key: &str) -> Option<f64> {
    let indicator = column(key)?;
    let pairs = a.0.series(a.1, indicator).zip(b.0.series(b.1, indicator));
    let differences: Vec<f64> = pairs.map(|(a, b)| a - b).collect();
    let is_whole = !differences.is_empty() && differences.iter().all(|difference| difference.is_finite());
    better(indicator, &differences).filter(|_| is_whole)
}

/// Share of `differences` that are for the better in `indicator`; equal ones count half.
fn better(indicator: usize, differences: &[f64]) -> Option<f64> {
    let sign = match INDICATORS.get(indicator)?.better {
        Better::More => 1.0,
        Better::Less => -1.0,
        Better::Neither => return None,
    };
    let count = |difference: &f64| match (sign * difference).partial_cmp(&0.0) {
        Some(std::cmp::Ordering::Greater) => 1.0,
        Some(std::cmp::Ordering::Equal) => 0.5,
        _ => 0.0,
    };
    Some(differences.iter().map(count).sum::<f64>() / differences.len().max(1) as f64)
}

fn pair(draws: &Draws, a: usize, b: usize, indicator: usize, room: &mut Vec<f64>) -> Option<Paired> {
    room.clear();
    let pairs = draws.series(a, indicator).zip(draws.series(b, indicator));
    room.extend(pairs.map(|(a, b)| a - b));
    let a_better = better(indicator, room);
    let difference = band(room)?;
    Some(Paired {
        a,
        b,
        indicator,
        a_better,
        difference,
    })
}
