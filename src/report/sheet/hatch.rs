//! Hatches, the second cue beside colour for grey print and colour-blind readers, and their lines on paper.

use super::draw::At;
use serde::Deserialize;

/// A pattern of lines or dots: what tells fills apart without colour, in the window and on paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Deserialize)]
pub enum Hatch {
    /// Plain.
    #[default]
    None,
    /// Rising lines.
    Diagonal,
    /// Falling lines.
    Back,
    /// Both.
    Cross,
    /// Dots.
    Dots,
    /// Level lines.
    Horizontal,
    /// Upright lines.
    Vertical,
    /// Level and upright lines.
    Grid,
    /// Rising lines close together.
    FineDiagonal,
    /// Falling lines close together.
    FineBack,
    /// Level lines close together.
    FineHorizontal,
    /// Upright lines close together.
    FineVertical,
}

impl Hatch {
    /// All hatches.
    pub const ALL: [Self; 12] = [
        Self::None,
        Self::Diagonal,
        Self::Back,
        Self::Cross,
        Self::Dots,
        Self::Horizontal,
        Self::Vertical,
        Self::Grid,
        Self::FineDiagonal,
        Self::FineBack,
        Self::FineHorizontal,
        Self::FineVertical,
    ];
}

/// Between lines, points.
const GAP: f32 = 4.2;
/// Between fine lines, points.
const FINE: f32 = 2.4;

/// The box around `points`: left, top, right, bottom.
pub fn bounds(points: &[At]) -> [f32; 4] {
    let start = [f32::INFINITY, f32::INFINITY, f32::NEG_INFINITY, f32::NEG_INFINITY];
    points.iter().fold(start, |[left, top, right, bottom], [x, y]| {
        [left.min(*x), top.min(*y), right.max(*x), bottom.max(*y)]
    })
}

/// The lines of `hatch` over the box; they may reach beyond it and are to be cut at what they fill.
pub fn lines(hatch: Hatch, area: [f32; 4]) -> Vec<[At; 2]> {
    match hatch {
        Hatch::None | Hatch::Dots => Vec::new(),
        Hatch::Diagonal => slanted(area, 1.0, GAP),
        Hatch::Back => slanted(area, -1.0, GAP),
        Hatch::FineDiagonal => slanted(area, 1.0, FINE),
        Hatch::FineBack => slanted(area, -1.0, FINE),
        Hatch::Cross => [slanted(area, 1.0, GAP), slanted(area, -1.0, GAP)].concat(),
        Hatch::Horizontal => level(area, GAP),
        Hatch::FineHorizontal => level(area, FINE),
        Hatch::Vertical => upright(area, GAP),
        Hatch::FineVertical => upright(area, FINE),
        Hatch::Grid => [level(area, GAP), upright(area, GAP)].concat(),
    }
}

/// The middles of the dots of `hatch` over the box, every second row shifted.
pub fn dots(hatch: Hatch, [left, top, right, bottom]: [f32; 4]) -> Vec<At> {
    if hatch != Hatch::Dots {
        return Vec::new();
    }
    let mut dots = Vec::new();
    for (row, y) in steps(top + FINE / 2.0, bottom, FINE).enumerate() {
        let shift = if row % 2 == 0 { 0.0 } else { GAP / 2.0 };
        dots.extend(steps(left + FINE / 2.0 + shift, right, GAP).map(|x| [x, y]));
    }
    dots
}

fn level([left, top, right, bottom]: [f32; 4], gap: f32) -> Vec<[At; 2]> {
    steps(top + gap / 2.0, bottom, gap)
        .map(|y| [[left, y], [right, y]])
        .collect()
}

fn upright([left, top, right, bottom]: [f32; 4], gap: f32) -> Vec<[At; 2]> {
    steps(left + gap / 2.0, right, gap)
        .map(|x| [[x, top], [x, bottom]])
        .collect()
}

/// Lines at 45°, rising with `rise` 1, falling with −1; they stand on one grid over the page, so that neighbours join.
fn slanted([left, top, right, bottom]: [f32; 4], rise: f32, gap: f32) -> Vec<[At; 2]> {
    let height = bottom - top;
    let step = gap * std::f32::consts::SQRT_2;
    steps(left - height, right + height, step)
        .map(|x| {
            if rise > 0.0 {
                [[x, bottom], [x + height, top]]
            } else {
                [[x, top], [x + height, bottom]]
            }
        })
        .collect()
}

fn steps(from: f32, to: f32, gap: f32) -> impl Iterator<Item = f32> {
    (0..20_000_u16)
        .map(move |step| from + f32::from(step) * gap)
        .take_while(move |at| *at < to)
}
