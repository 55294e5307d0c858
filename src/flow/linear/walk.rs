//! Circles among unknowns: an unknown after all those that it depends on, those that depend on one another together.
//!
//! Source: Tarjan 1972, without recursion.

/// The circles of unknowns that lead to others as `leads` says, each after all circles that it leads to.
pub(super) fn circles(leads: &[Vec<usize>]) -> Vec<Vec<usize>> {
    let mut walk = Walk::of(leads.len());
    let mut circles = Vec::new();
    let mut count = 0;
    for root in 0..leads.len() {
        if walk.seen.get(root) != Some(&0) {
            continue;
        }
        walk.calls.push((root, 0));
        while let Some((here, step)) = walk.calls.pop() {
            if step == 0 {
                count += 1;
                walk.enter(here, count);
            }
            match leads.get(here).and_then(|leads| leads.get(step)) {
                Some(next) => {
                    walk.calls.push((here, step + 1));
                    walk.visit(here, *next);
                }
                None => circles.extend(walk.leave(here)),
            }
        }
    }
    circles
}

/// What is known on the way.
#[derive(Debug)]
struct Walk {
    /// When each unknown was entered, from 1; 0 for never.
    seen: Vec<usize>,
    /// The earliest that each leads back to.
    low: Vec<usize>,
    /// What no circle holds yet.
    open: Vec<usize>,
    is_open: Vec<bool>,
    /// Where the walk is: unknown and how many of those it leads to were walked.
    calls: Vec<(usize, usize)>,
}

impl Walk {
    fn of(n: usize) -> Self {
        Self {
            seen: vec![0; n],
            low: vec![0; n],
            open: Vec::new(),
            is_open: vec![false; n],
            calls: Vec::new(),
        }
    }

    fn enter(&mut self, here: usize, count: usize) {
        let places = (
            self.seen.get_mut(here),
            self.low.get_mut(here),
            self.is_open.get_mut(here),
        );
        if let (Some(seen), Some(low), Some(is_open)) = places {
            (*seen, *low, *is_open) = (count, count, true);
            self.open.push(here);
        }
    }

    fn visit(&mut self, here: usize, next: usize) {
        match self.seen.get(next).copied() {
            Some(0) => self.calls.push((next, 0)),
            Some(seen) if self.is_open.get(next) == Some(&true) => self.lower(here, seen),
            _ => {}
        }
    }

    /// Closes the circle that `here` was the first of, and tells the one that led here how low it reaches.
    fn leave(&mut self, here: usize) -> Option<Vec<usize>> {
        let low = self.low.get(here).copied().unwrap_or_default();
        let circle = (self.seen.get(here) == Some(&low)).then(|| {
            let mut circle = Vec::new();
            while let Some(one) = self.open.pop() {
                if let Some(is_open) = self.is_open.get_mut(one) {
                    *is_open = false;
                }
                circle.push(one);
                if one == here {
                    break;
                }
            }
            circle
        });
        if let Some((before, _)) = self.calls.last().copied() {
            self.lower(before, low);
        }
        circle
    }

    fn lower(&mut self, here: usize, low: usize) {
        if let Some(own) = self.low.get_mut(here) {
            *own = low.min(*own);
        }
    }
}

pub(super) fn refill<T: Clone>(list: &mut Vec<T>, length: usize, value: T) {
    list.clear();
    list.resize(length, value);
}
