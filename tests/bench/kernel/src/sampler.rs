//! Draws of the inputs: counter-based uniform numbers through tables of quantiles, as the method sheet has them.

use crate::Read;
use crate::inputs::COUNT;

/// Values of all inputs in one draw.
pub type Inputs = [f64; COUNT];

/// Cells of a table.
const CELLS: usize = 1024;

#[derive(Clone, Copy)]
struct Node {
    p: f64,
    x: f64,
    slope: f64,
}

enum Shape {
    Point(f64),
    Pert {
        low: f64,
        width: f64,
        nodes: Vec<Node>,
        /// The last node at or before each step of the probability.
        guide: Vec<u16>,
    },
    Lognormal {
        mu: f64,
        sigma: f64,
    },
}

pub struct Sampler {
    shapes: Vec<(Shape, u64)>,
}

/// The finaliser of SplitMix64.
fn mix(mut bits: u64) -> u64 {
    bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    bits ^ (bits >> 31)
}

impl Sampler {
    /// Reads for each input its kind, the hash of its driver and its two figures; behind a PERT the shares under its nodes.
    pub fn read(from: &mut Read, seed: u64) -> Self {
        let of_seed = mix(seed ^ 0x9e37_79b9_7f4a_7c15);
        let shape = |_| {
            let (kind, driver) = (from.number(), from.bits());
            let (a, b) = (from.number(), from.number());
            let shape = match kind as u8 {
                0 => Shape::Point(a),
                1 => table(a, b, (0..=CELLS).map(|_| from.number()).collect()),
                _ => Shape::Lognormal { mu: a, sigma: b },
            };
            (shape, of_seed ^ mix(driver))
        };
        Self {
            shapes: (0..COUNT).map(shape).collect(),
        }
    }

    /// The inputs of the draws from `first` on; input by input through all of them, so that a table is at hand for many.
    pub fn draw(&self, first: u64, inputs: &mut [Inputs]) {
        let turn = |number: u64| mix(number.wrapping_mul(0xd1b5_4a32_d192_ed03));
        let turns: Vec<u64> = (first..).map(turn).take(inputs.len()).collect();
        for (at, (shape, key)) in self.shapes.iter().enumerate() {
            let uniform =
                |turn: u64| ((mix(key ^ turn) >> 11) as i64 as f64 + 0.5) * (1.0 / (1_u64 << 53) as f64);
            let places = inputs.iter_mut().map(|inputs| &mut inputs[at]).zip(&turns);
            match shape {
                Shape::Point(value) => places.for_each(|(place, _)| *place = *value),
                Shape::Lognormal { mu, sigma } => {
                    places.for_each(|(place, turn)| {
                        *place = (mu + sigma * normal_quantile(uniform(*turn))).exp()
                    });
                }
                Shape::Pert {
                    low,
                    width,
                    nodes,
                    guide,
                } => places
                    .for_each(|(place, turn)| *place = low + width * quantile(nodes, guide, uniform(*turn))),
            }
        }
    }
}

fn quantile(nodes: &[Node], guide: &[u16], p: f64) -> f64 {
    let mut at = guide[(p * CELLS as f64) as usize] as usize;
    while nodes[at + 1].p <= p {
        at += 1;
    }
    let node = &nodes[at];
    node.x + node.slope * (p - node.p)
}

/// The table of a PERT from the shares under its nodes, which stand closer towards both ends.
fn table(low: f64, width: f64, p: Vec<f64>) -> Shape {
    let x = |cell: usize| (1.0 - (std::f64::consts::PI * cell as f64 / CELLS as f64).cos()) / 2.0;
    let node = |cell: usize| {
        let next = (cell + 1).min(CELLS);
        let rise = p[next] - p[cell];
        let slope = if rise > 0.0 {
            (x(next) - x(cell)) / rise
        } else {
            0.0
        };
        Node {
            p: p[cell],
            x: x(cell),
            slope,
        }
    };
    let before = |step: usize| {
        let after = p.partition_point(|share| *share <= step as f64 / CELLS as f64);
        after.saturating_sub(1).min(CELLS - 1) as u16
    };
    Shape::Pert {
        low,
        width,
        nodes: (0..=CELLS).map(node).collect(),
        guide: (0..=CELLS).map(before).collect(),
    }
}

/// Wichura, algorithm AS 241: numerator and denominator in the middle, at the sides, far out; lowest power first.
const RATIOS: [[[f64; 8]; 2]; 3] = [
    [
        [
            3.387_132_872_796_366_5,
            133.141_667_891_784_38,
            1_971.590_950_306_551_3,
            13_731.693_765_509_46,
            45_921.953_931_549_87,
            67_265.770_927_008_7,
            33_430.575_583_588_13,
            2_509.080_928_730_122_7,
        ],
        [
            1.0,
            42.313_330_701_600_91,
            687.187_007_492_057_9,
            5_394.196_021_424_751,
            21_213.794_301_586_597,
            39_307.895_800_092_71,
            28_729.085_735_721_943,
            5_226.495_278_852_854,
        ],
    ],
    [
        [
            1.423_437_110_749_683_5,
            4.630_337_846_156_546,
            5.769_497_221_460_691,
            3.647_848_324_763_204_5,
            1.270_458_252_452_368_4,
            0.241_780_725_177_450_6,
            0.022_723_844_989_269_184,
            0.000_774_545_014_278_341_4,
        ],
        [
            1.0,
            2.053_191_626_637_759,
            1.676_384_830_183_803_8,
            0.689_767_334_985_1,
            0.148_103_976_427_480_08,
            0.015_198_666_563_616_457,
            0.000_547_593_808_499_534_5,
            1.050_750_071_644_416_9e-9,
        ],
    ],
    [
        [
            6.657_904_643_501_103,
            5.463_784_911_164_114,
            1.784_826_539_917_291_3,
            0.296_560_571_828_504_87,
            0.026_532_189_526_576_124,
            0.001_242_660_947_388_078_4,
            2.711_555_568_743_487_6e-5,
            2.010_334_399_292_288_1e-7,
        ],
        [
            1.0,
            0.599_832_206_555_888,
            0.136_929_880_922_735_8,
            0.014_875_361_290_850_615,
            0.000_786_869_131_145_613_3,
            1.846_318_317_510_054_8e-5,
            1.421_511_758_316_446e-7,
            2.044_263_103_389_939_7e-15,
        ],
    ],
];

fn ratio(at: usize, x: f64) -> f64 {
    let sum = |factors: &[f64; 8]| factors.iter().rev().fold(0.0, |sum, factor| sum * x + factor);
    sum(&RATIOS[at][0]) / sum(&RATIOS[at][1])
}

fn normal_quantile(p: f64) -> f64 {
    let from_middle = p - 0.5;
    if from_middle.abs() <= 0.425 {
        return from_middle * ratio(0, 0.180_625 - from_middle * from_middle);
    }
    let tail = if from_middle < 0.0 { p } else { 1.0 - p };
    let r = (-tail.ln()).sqrt();
    let size = if r <= 5.0 {
        ratio(1, r - 1.6)
    } else {
        ratio(2, r - 5.0)
    };
    size.copysign(from_middle)
}
