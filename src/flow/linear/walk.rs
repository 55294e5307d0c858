//! The search for unknowns that depend on one another in a circle: what was seen, and what is still open.

/// Room for the search of circles.
#[derive(Debug, Clone, Default)]
pub(super) struct Walk {
    pub(super) seen: Vec<usize>,
    pub(super) low: Vec<usize>,
    pub(super) open: Vec<usize>,
    pub(super) is_open: Vec<bool>,
    pub(super) calls: Vec<(usize, usize)>,
}

impl Walk {
    pub(super) fn clear(&mut self, n: usize) {
        refill(&mut self.seen, n, 0);
        refill(&mut self.low, n, 0);
        refill(&mut self.is_open, n, false);
        self.open.clear();
        self.calls.clear();
    }

    pub(super) fn enter(&mut self, here: usize, count: usize) {
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

    pub(super) fn visit(&mut self, here: usize, next: usize) {
        match self.seen.get(next).copied() {
            Some(0) => self.calls.push((next, 0)),
            Some(seen) if self.is_open.get(next) == Some(&true) => self.lower(here, seen),
            _ => {}
        }
    }

    pub(super) fn low_of(&self, here: usize) -> usize {
        self.low.get(here).copied().unwrap_or_default()
    }

    pub(super) fn lower(&mut self, here: usize, low: usize) {
        if let Some(own) = self.low.get_mut(here) {
            *own = low.min(*own);
        }
    }
}

pub(super) fn refill<T: Clone>(list: &mut Vec<T>, length: usize, value: T) {
    list.clear();
    list.resize(length, value);
}
