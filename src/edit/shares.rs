//! Shares of the exits of one stage: one is set, the others give way, and they sum to 1.
//!
//! Invariant: pinned exits keep their share while another is dragged; a range that no longer holds its share is dropped.

use crate::model::{Link, StageId};
use crate::quantity::Share;

/// How far a sum of shares may be from 1 and still count as the whole.
pub const WHOLE: f64 = 1e-9;

/// Why a share cannot be set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// There is no such exit.
    Missing,
    /// It is the only exit.
    Only,
    /// All others are pinned.
    Pinned,
}

/// The exits with the one to `to` at `share`, where `first` gives way before all others and takes what is let go.
pub fn set_from(
    exits: &[Link],
    to: &StageId,
    share: Share,
    first: Option<&StageId>,
) -> Result<Vec<Link>, Refusal> {
    let gives = |exit: &Link| Some(&exit.to) == first && &exit.to != to && !exit.pinned;
    if !exits.iter().any(gives) {
        return set(exits, to, share);
    }
    let held = |exit: &Link| Link {
        pinned: !gives(exit),
        ..exit.clone()
    };
    let held: Vec<Link> = exits.iter().map(held).collect();
    let mut next = set(&held, to, share)?;
    for (exit, before) in next.iter_mut().zip(exits) {
        exit.pinned = before.pinned;
    }
    match set(&next, to, share) {
        // All others are pinned: as near as what is undecided allows.
        Err(Refusal::Pinned) => Ok(next),
        answer => answer,
    }
}

/// The exits with the one to `to` at `share`, or as near as the pinned ones allow.
///
/// The others that are not pinned give way in proportion to their shares, equally where all of them are 0.
pub fn set(exits: &[Link], to: &StageId, share: Share) -> Result<Vec<Link>, Refusal> {
    let set = exits
        .iter()
        .position(|exit| &exit.to == to)
        .ok_or(Refusal::Missing)?;
    let same = exits.get(set).is_some_and(|exit| exit.share == share);
    if same && is_whole(exits) {
        return Ok(exits.to_vec());
    }
    if exits.len() == 1 {
        return Err(Refusal::Only);
    }
    let gives: Vec<bool> = marks(exits, |at, exit| at != set && !exit.pinned);
    let kept: f64 = total(exits, &marks(exits, |at, exit| at != set && exit.pinned));
    if !gives.contains(&true) || kept > 1.0 + WHOLE {
        return Err(Refusal::Pinned);
    }
    let limit = (1.0 - kept).max(0.0);
    let value = share.get().min(limit);
    let mut next = exits.to_vec();
    if let Some(exit) = next.get_mut(set) {
        put(exit, value);
    }
    distribute(&mut next, &gives, limit - value);
    settle(&mut next, &gives);
    Ok(next)
}

/// The exits without those to `to`, whose share goes to `first`, else to the others; none where nothing is left.
///
/// Pinned exits keep their share as long as one is not pinned.
pub fn without(exits: &[Link], to: &StageId, first: Option<&StageId>) -> Option<Vec<Link>> {
    let freed: f64 = exits
        .iter()
        .filter(|exit| &exit.to == to)
        .map(|exit| exit.share.get())
        .sum();
    let mut next: Vec<Link> = exits.iter().filter(|exit| &exit.to != to).cloned().collect();
    if next.is_empty() {
        return None;
    }
    if freed <= 0.0 {
        return Some(next);
    }
    let mut takes = marks(&next, |_, exit| !exit.pinned && Some(&exit.to) == first);
    if !takes.contains(&true) {
        takes = marks(&next, |_, exit| !exit.pinned);
    }
    if !takes.contains(&true) {
        takes = vec![true; next.len()];
    }
    let all = total(&next, &takes) + freed;
    distribute(&mut next, &takes, all);
    if is_whole(exits) {
        settle(&mut next, &takes);
    }
    Some(next)
}

/// True where the shares sum to 1.
pub fn is_whole(exits: &[Link]) -> bool {
    (sum(exits) - 1.0).abs() <= WHOLE
}

fn sum(exits: &[Link]) -> f64 {
    exits.iter().map(|exit| exit.share.get()).sum()
}

fn marks(exits: &[Link], marked: impl Fn(usize, &Link) -> bool) -> Vec<bool> {
    exits
        .iter()
        .enumerate()
        .map(|(at, exit)| marked(at, exit))
        .collect()
}

fn total(exits: &[Link], marked: &[bool]) -> f64 {
    exits
        .iter()
        .zip(marked)
        .filter(|(_, marked)| **marked)
        .map(|(exit, _)| exit.share.get())
        .sum()
}

/// Gives the marked exits `amount` together, in proportion to their shares.
fn distribute(exits: &mut [Link], marked: &[bool], amount: f64) {
    let before = total(exits, marked);
    let count = marked.iter().filter(|marked| **marked).count() as f64;
    for (exit, _) in exits.iter_mut().zip(marked).filter(|(_, marked)| **marked) {
        let value = if before > 0.0 {
            exit.share.get() / before * amount
        } else {
            amount / count
        };
        put(exit, value);
    }
}

/// Lets the last marked exit that carries something absorb what rounding left over.
fn settle(exits: &mut [Link], marked: &[bool]) {
    for _ in 0..4 {
        let excess = sum(exits) - 1.0;
        if excess.abs() <= 0.0 {
            return;
        }
        let last = exits
            .iter_mut()
            .zip(marked)
            .rfind(|(exit, marked)| **marked && !exit.share.is_zero());
        let Some((exit, _)) = last else { return };
        let value = exit.share.get() - excess;
        put(exit, value);
    }
}

fn put(exit: &mut Link, value: f64) {
    exit.share = Share::clamped(value);
    let share = exit.share.get();
    exit.range = exit
        .range
        .filter(|(low, high)| low.get() - WHOLE <= share && share <= high.get() + WHOLE);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn exits(shares: &[(&str, f64, bool)]) -> Vec<Link> {
        let link = |(to, share, pinned): &(&str, f64, bool)| Link {
            to: StageId::from(*to),
            share: Share::clamped(*share),
            range: None,
            basis: Some("share.source".into()),
            pinned: *pinned,
        };
        shares.iter().map(link).collect()
    }

    fn values(exits: &[Link]) -> Vec<f64> {
        exits.iter().map(|exit| exit.share.get()).collect()
    }

    #[track_caller]
    fn near(exits: &[Link], expected: &[f64]) {
        let found = values(exits);
        assert_eq!(found.len(), expected.len());
        assert!(
            found.iter().zip(expected).all(|(a, b)| (a - b).abs() < 1e-12),
            "{found:?}"
        );
    }

    #[test]
    fn others_give_way_in_proportion() {
        let before = exits(&[("a", 0.2, false), ("b", 0.6, false), ("c", 0.2, false)]);
        let after = set(&before, &"a".into(), Share::clamped(0.6)).unwrap();
        near(&after, &[0.6, 0.3, 0.1]);
        assert!(after.iter().all(|exit| exit.basis.is_some()));
        let none = exits(&[("a", 1.0, false), ("b", 0.0, false), ("c", 0.0, false)]);
        near(
            &set(&none, &"a".into(), Share::clamped(0.5)).unwrap(),
            &[0.5, 0.25, 0.25],
        );
    }

    #[test]
    fn pinned_stay_and_limit() {
        let before = exits(&[("a", 0.2, false), ("b", 0.5, true), ("c", 0.3, false)]);
        near(&set(&before, &"a".into(), Share::ONE).unwrap(), &[0.5, 0.5, 0.0]);
        let all = exits(&[("a", 0.5, false), ("b", 0.5, true)]);
        assert_eq!(set(&all, &"a".into(), Share::ONE), Err(Refusal::Pinned));
        assert_eq!(set(&all, &"a".into(), Share::clamped(0.5)), Ok(all.clone()));
        let only = exits(&[("a", 1.0, false)]);
        assert_eq!(set(&only, &"a".into(), Share::ZERO), Err(Refusal::Only));
        assert_eq!(set(&only, &"x".into(), Share::ZERO), Err(Refusal::Missing));
    }

    #[test]
    fn a_range_that_misses_is_dropped() {
        let mut before = exits(&[("a", 0.5, false), ("b", 0.5, false)]);
        for exit in &mut before {
            exit.range = Some((Share::clamped(0.4), Share::clamped(0.6)));
        }
        let near = set(&before, &"a".into(), Share::clamped(0.55)).unwrap();
        assert!(near.iter().all(|exit| exit.range.is_some()));
        let far = set(&before, &"a".into(), Share::clamped(0.7)).unwrap();
        assert!(far.iter().all(|exit| exit.range.is_none()));
    }

    #[test]
    fn a_removed_exit_leaves_its_share() {
        let before = exits(&[("a", 0.5, false), ("b", 0.3, true), ("c", 0.2, false)]);
        near(&without(&before, &"a".into(), None).unwrap(), &[0.3, 0.7]);
        let pinned = exits(&[("a", 0.5, false), ("b", 0.3, true), ("c", 0.2, true)]);
        near(&without(&pinned, &"a".into(), None).unwrap(), &[0.6, 0.4]);
        assert_eq!(without(&before[..1], &"a".into(), None), None);
    }

    #[test]
    fn what_is_undecided_gives_way_first_and_takes_what_is_let_go() {
        let rest = StageId::from("rest");
        let before = exits(&[("a", 0.2, false), ("b", 0.3, false), ("rest", 0.5, false)]);
        let to = |value: f64| set_from(&before, &"a".into(), Share::clamped(value), Some(&rest)).unwrap();
        near(&to(0.4), &[0.4, 0.3, 0.3]);
        near(&to(0.1), &[0.1, 0.3, 0.6]);
        near(&to(0.85), &[0.85, 0.15, 0.0]);
        let pinned = exits(&[("a", 0.2, false), ("b", 0.3, true), ("rest", 0.5, false)]);
        near(
            &set_from(&pinned, &"a".into(), Share::ONE, Some(&rest)).unwrap(),
            &[0.7, 0.3, 0.0],
        );
        near(&without(&before, &"a".into(), Some(&rest)).unwrap(), &[0.3, 0.7]);
    }

    #[test]
    fn awkward_thirds_sum_to_one() {
        let third = 1.0 / 3.0;
        let mut now = exits(&[
            ("a", third, false),
            ("b", third, false),
            ("c", 1.0 - 2.0 * third, false),
        ]);
        for step in 0..100 {
            let to = ["a", "b", "c"][step % 3];
            now = set(&now, &to.into(), Share::clamped((step as f64 * 0.37) % 1.0)).unwrap();
            assert!((sum(&now) - 1.0).abs() <= f64::EPSILON, "{:?}", values(&now));
        }
    }
}
