//! Shares of the fibres of one part: what is not given to a fibre stays as a visible remainder.
//!
//! Invariant: a changed share never carries the sum above 1; a sum above 1 that was read from a file is not mended unasked.

use crate::model::FibreLine;
use crate::quantity::Share;

/// A remainder smaller than this is rounding.
const NOTHING: f64 = 1e-9;

/// What is left of the composition; 0 where the fibres make up the whole or more.
pub fn remainder(lines: &[FibreLine]) -> Share {
    let left = 1.0 - sum(lines);
    if left < NOTHING {
        Share::ZERO
    } else {
        Share::clamped(left)
    }
}

/// True where the fibres exceed the whole.
pub fn exceed(lines: &[FibreLine]) -> bool {
    sum(lines) > 1.0 + NOTHING
}

/// Sets the share of the line at `at`; raising it uses up the remainder, then pushes the others down in proportion.
/// False where there is no such line.
pub fn set(lines: &mut [FibreLine], at: usize, share: Share) -> bool {
    let Some(line) = lines.get_mut(at) else {
        return false;
    };
    let raised = share > line.share;
    line.share = share;
    let others = sum(lines) - share.get();
    let room = share.rest().get();
    if raised && others > room {
        for (_, other) in lines.iter_mut().enumerate().filter(|(index, _)| *index != at) {
            other.share = Share::clamped(other.share.get() / others * room);
        }
    }
    true
}

/// Gives the remainder to the line at `at`. False where there is no such line.
pub fn fill(lines: &mut [FibreLine], at: usize) -> bool {
    let left = remainder(lines);
    let Some(line) = lines.get_mut(at) else {
        return false;
    };
    if !left.is_zero() {
        line.share = Share::clamped(line.share.get() + left.get());
    }
    true
}

fn sum(lines: &[FibreLine]) -> f64 {
    lines.iter().map(|line| line.share.get()).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Feedstock;

    fn lines(shares: &[f64]) -> Vec<FibreLine> {
        let line = |share: &f64| FibreLine {
            fibre: "cotton".into(),
            share: Share::clamped(*share),
            feedstock: Feedstock::default(),
        };
        shares.iter().map(line).collect()
    }

    #[track_caller]
    fn after(shares: &[f64], at: usize, share: f64, expected: &[f64]) {
        let mut lines = lines(shares);
        assert!(set(&mut lines, at, Share::clamped(share)));
        let found: Vec<f64> = lines.iter().map(|line| line.share.get()).collect();
        assert!(
            found.iter().zip(expected).all(|(a, b)| (a - b).abs() < 1e-12),
            "{found:?}"
        );
    }

    #[test]
    fn lowering_leaves_a_remainder_and_raising_uses_it_first() {
        after(&[0.6, 0.4], 0, 0.5, &[0.5, 0.4]);
        after(&[0.5, 0.4], 0, 0.6, &[0.6, 0.4]);
        after(&[0.5, 0.3, 0.1], 0, 0.8, &[0.8, 0.15, 0.05]);
        after(&[0.5, 0.5], 0, 1.0, &[1.0, 0.0]);
    }

    #[test]
    fn a_sum_above_the_whole_is_left_when_a_share_is_lowered() {
        after(&[0.8, 0.6], 0, 0.7, &[0.7, 0.6]);
        after(&[0.8, 0.6], 0, 0.9, &[0.9, 0.1]);
    }

    #[test]
    fn filling_takes_all_that_is_left() {
        let mut now = lines(&[0.6, 0.3]);
        assert!(fill(&mut now, 1));
        assert!(remainder(&now).is_zero());
        assert!(!fill(&mut now, 2));
    }
}
