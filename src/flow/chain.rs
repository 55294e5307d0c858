//! One life of a garment as a chain of stages, `I − Qᵀ`, compiled: only its numbers change from draw to draw.

use super::check::Reached;
use super::linear::{Lu, Pattern};
use super::plan::{PlanItem, Target};
use super::slot::Slot;
use super::sum::Sum;
use crate::quantity::Number;
use std::collections::BTreeSet;

/// Which exits count in a life.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Life {
    /// Exits into use begin the next life.
    Open,
    /// Exits back to use are closed.
    Last,
    /// All later lives at once: exits into use stay in the chain.
    Endless,
}

/// The chains of all lives.
#[derive(Debug, Clone, Default)]
pub(super) struct Chains {
    open: Chain,
    last: Chain,
    endless: Chain,
}

impl Chains {
    /// The chains over `items`, stages that no piece comes to in a life left out of it.
    pub(super) fn of(items: &[PlanItem], reached: &Reached) -> Self {
        Self {
            open: Chain::of(items, Life::Open, &reached.open),
            last: Chain::of(items, Life::Last, &reached.last),
            endless: Chain::of(items, Life::Endless, &reached.endless),
        }
    }

    /// The chain of `life`.
    pub(super) const fn of_life(&self, life: Life) -> &Chain {
        match life {
            Life::Open => &self.open,
            Life::Last => &self.last,
            Life::Endless => &self.endless,
        }
    }
}

/// The chain of one life.
#[derive(Debug, Clone, Default)]
pub(super) struct Chain {
    pattern: Pattern,
    cells: Vec<Cell>,
}

/// What a cell of `I − Qᵀ` holds.
#[derive(Debug, Clone, Copy)]
enum Cell {
    /// 1, of the stage itself.
    Stage,
    /// Less the share of an exit of the stage at this index.
    Exit(usize, Slot),
    /// Less what the stage at this index sends to its fallback: all where no exit is open, else nothing.
    Fallback(usize),
}

impl Chain {
    fn of(items: &[PlanItem], life: Life, reached: &BTreeSet<usize>) -> Self {
        let mut places = Vec::new();
        let mut cells = Vec::new();
        let mut put = |to: usize, from: usize, cell: Cell| {
            places.push((to, from));
            cells.push(cell);
        };
        for (from, item) in items.iter().enumerate() {
            put(from, from, Cell::Stage);
            if !reached.contains(&from) {
                continue;
            }
            for exit in &item.exits {
                if let Target::Item(to) = exit.to
                    && (!exit.into_use || life == Life::Endless)
                    && !(exit.closed_last && life == Life::Last)
                {
                    put(to, from, Cell::Exit(from, exit.share));
                }
            }
            if let (Some(Target::Item(to)), Life::Last) = (item.fallback, life) {
                put(to, from, Cell::Fallback(from));
            }
        }
        Self {
            pattern: Pattern::of(items.len(), places),
            cells,
        }
    }

    /// Factors the chain with `numbers`, the shares of each stage scaled by `scales`.
    pub(super) fn factor<N: Number>(&self, lu: &mut Lu<N>, numbers: &[N], scales: &[Scale<N>]) {
        let scale = |item: usize| scales.get(item).copied().unwrap_or_default();
        let values = self.cells.iter().map(|cell| match *cell {
            Cell::Stage => N::ONE,
            Cell::Exit(item, share) => -(share.of(numbers) * scale(item).open),
            Cell::Fallback(item) => -scale(item).fallback,
        });
        lu.factor(&self.pattern, values);
    }

    /// Turns the pieces that begin at each stage into its expected visits.
    pub(super) fn visits<N: Number>(&self, lu: &mut Lu<N>, pieces: &mut [N]) {
        lu.solve(&self.pattern, pieces);
    }
}

/// How the exits of a stage share its pieces in one life.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Scale<N> {
    /// What the shares of the open exits are scaled by; 0 where none is open.
    pub(super) open: N,
    /// Share of the pieces that goes to the fallback: 1 where no exit is open, else 0.
    pub(super) fallback: N,
}

impl<N: Number> Scale<N> {
    /// The scale of `item` in `life`.
    pub(super) fn of(item: &PlanItem, numbers: &[N], life: Life) -> Self {
        if life != Life::Last || !item.exits.iter().any(|exit| exit.closed_last) {
            return Self {
                open: N::ONE,
                fallback: N::ZERO,
            };
        }
        let open = item.exits.iter().filter(|exit| !exit.closed_last);
        let open = Sum::of(open.map(|exit| exit.share.of(numbers)));
        Self {
            open: open.if_above(0.0, N::ONE / open, N::ZERO),
            fallback: open.if_above(0.0, N::ZERO, N::ONE),
        }
    }
}
