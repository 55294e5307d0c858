//! Where points and marks of the chart lie: scales with round ends, and one point for each place that many share.

use egui::{Pos2, Rect, pos2};
use std::collections::BTreeSet;

/// Steps that an axis has about.
const STEPS: f64 = 5.0;

/// A scale with round ends.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Scale {
    /// Lower end.
    pub low: f64,
    /// Upper end.
    pub high: f64,
    /// Between two marks.
    pub step: f64,
}

impl Scale {
    /// The scale of `values`; from 0 to 1 where there are none.
    pub fn of(values: impl Iterator<Item = f64>) -> Self {
        let ends = (f64::INFINITY, f64::NEG_INFINITY);
        let (low, high) = values
            .filter(|value| value.is_finite())
            .fold(ends, |(low, high), value| (low.min(value), high.max(value)));
        if low > high {
            return Self {
                low: 0.0,
                high: 1.0,
                step: 0.25,
            };
        }
        let span = if high - low > 1e-12 {
            high - low
        } else {
            low.abs().max(1.0)
        };
        let step = round_step(span / STEPS);
        let low = (low / step).floor() * step;
        let high = ((high / step).ceil() * step).max(low + step);
        Self { low, high, step }
    }

    /// Its marks, from the lower end up.
    pub fn marks(self) -> Vec<f64> {
        let count = ((self.high - self.low) / self.step).round().clamp(0.0, 40.0);
        let mut marks = vec![self.low];
        let mut at = 1.0;
        while at <= count {
            marks.push(self.low + self.step * at);
            at += 1.0;
        }
        marks
    }

    fn share(self, value: f64) -> f32 {
        let share = (value - self.low) / (self.high - self.low);
        crate::ui::widget::bar::as_f32(share.clamp(0.0, 1.0))
    }
}

/// 1, 2, 2.5 or 5 times a power of ten, no less than `wanted`.
fn round_step(wanted: f64) -> f64 {
    let power = 10.0_f64.powf(wanted.log10().floor());
    let steps = [1.0, 2.0, 2.5, 5.0, 10.0].map(|times| times * power);
    steps
        .into_iter()
        .find(|step| *step >= wanted * (1.0 - 1e-9))
        .unwrap_or(10.0 * power)
}

/// Both scales in a rectangle.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Plot {
    /// Where points lie.
    pub rect: Rect,
    /// Across.
    pub x: Scale,
    /// Up.
    pub y: Scale,
}

impl Plot {
    /// Where a pair of values lies.
    pub fn at(&self, x: f64, y: f64) -> Pos2 {
        pos2(
            egui::lerp(self.rect.x_range().min..=self.rect.x_range().max, self.x.share(x)),
            egui::lerp(self.rect.bottom()..=self.rect.top(), self.y.share(y)),
        )
    }

    /// One point for each place that many share, on a grid of `pitch` points, by their places in `points`.
    pub fn seen(&self, points: impl Iterator<Item = (f64, f64)>, pitch: f32) -> Vec<usize> {
        let mut taken = BTreeSet::new();
        let all = points.enumerate();
        all.filter(|(_, (x, y))| {
            let at = self.at(*x, *y);
            x.is_finite() && y.is_finite() && taken.insert(cell(at, pitch))
        })
        .map(|(place, _)| place)
        .collect()
    }
}

#[expect(clippy::cast_possible_truncation, reason = "a place on the screen")]
fn cell(at: Pos2, pitch: f32) -> (i32, i32) {
    ((at.x / pitch).round() as i32, (at.y / pitch).round() as i32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scales_have_round_ends_around_all_values() {
        for values in [
            vec![0.03, 0.17],
            vec![-210.0, 31.0],
            vec![98.0, 122.0],
            vec![0.42],
            vec![0.0],
        ] {
            let scale = Scale::of(values.iter().copied());
            let marks = scale.marks();
            assert!(marks.len() >= 2 && marks.len() <= 8, "{values:?}: {marks:?}");
            for value in values {
                assert!(
                    scale.low <= value + 1e-12 && value <= scale.high + 1e-12,
                    "{value} {scale:?}"
                );
            }
        }
        assert_eq!(Scale::of([f64::NAN].into_iter()).marks().len(), 5);
    }

    #[test]
    fn many_points_at_one_place_are_one() {
        let rect = Rect::from_min_size(Pos2::ZERO, egui::vec2(100.0, 100.0));
        let scale = Scale {
            low: 0.0,
            high: 1.0,
            step: 0.5,
        };
        let plot = Plot {
            rect,
            x: scale,
            y: scale,
        };
        let points = [(0.5, 0.5), (0.5001, 0.5), (0.9, 0.1), (f64::NAN, 0.0)];
        assert_eq!(plot.seen(points.into_iter(), 2.0), [0, 2]);
        assert_eq!(plot.at(0.0, 1.0), pos2(0.0, 0.0));
    }
}
