//! Slots: every number of a network as a small formula over factors, so that one set of drawn factor values resolves
//! all networks of a project to plain numbers without allocating.
//!
//! Invariant: a node refers only to nodes before it, so one pass from front to back resolves them all.

use super::key::{DrawKey, InputKey};
use crate::data::{Domain, Figure};
use crate::model::Name;
use crate::quantity::Number;
use std::collections::BTreeMap;
use std::sync::Arc;

/// A place in the resolved numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Slot(u32);

impl Slot {
    /// The number 0, of no formula.
    pub const NONE: Self = Self(u32::MAX);

    /// The number of this slot in resolved `numbers`.
    #[inline]
    pub fn of<N: Number>(self, numbers: &[N]) -> N {
        match numbers.get(self.0 as usize) {
            Some(number) => *number,
            None if self == Self::NONE => N::ZERO,
            None => N::of(f64::NAN),
        }
    }
}

/// How one number comes from factors and earlier numbers.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Node {
    /// A number of the product or the method, without uncertainty.
    Constant(f64),
    /// The value of a factor, by its index among the inputs.
    Input(usize),
    /// `a + b`.
    Sum(Slot, Slot),
    /// `a · b`.
    Product(Slot, Slot),
    /// `a / b`; 0 where b is 0.
    Quotient(Slot, Slot),
    /// `1 − a`.
    Rest(Slot),
    /// `min(a, limit)`.
    AtMost(Slot, f64),
}

/// Where the value of an input comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum InputOrigin {
    /// The reference library.
    Library,
    /// The user's own figure in place of the library's.
    Override,
    /// A figure of the project itself: a share of the pathway, a lifetime.
    Project,
}

/// One factor as it enters the calculation.
#[derive(Debug, Clone, PartialEq)]
pub struct Input {
    /// What it is: a factor of the library, or a figure of the project.
    pub key: InputKey,
    /// Key of its draws: inputs of one driver share it, so that their differences are paired.
    pub draw: DrawKey,
    /// Its name in words.
    pub name: Arc<Name>,
    /// Its value, range, source and grade.
    pub figure: Figure,
    /// What values it can take.
    pub domain: Domain,
    /// Whose figure it is.
    pub origin: InputOrigin,
    /// True where the method fixes it: a definition or a limit, never drawn.
    pub fixed: bool,
}

impl Node {
    /// Its number, from the values of the inputs and the numbers before it.
    fn value<N: Number>(self, inputs: &[N], numbers: &[N]) -> N {
        match self {
            Self::Constant(value) => N::of(value),
            Self::Input(at) => inputs.get(at).copied().unwrap_or(N::of(f64::NAN)),
            Self::Sum(a, b) => a.of(numbers) + b.of(numbers),
            Self::Product(a, b) => a.of(numbers) * b.of(numbers),
            Self::Quotient(a, b) => quotient(a.of(numbers), b.of(numbers)),
            Self::Rest(a) => N::ONE - a.of(numbers),
            Self::AtMost(a, limit) => a.of(numbers).min(N::of(limit)),
        }
    }
}

/// The formulas of a project that change from draw to draw, and the numbers of all.
#[derive(Debug, Clone)]
pub struct Moving<N = f64> {
    nodes: Vec<(usize, Node)>,
    numbers: Vec<N>,
}

impl<N: Number> Moving<N> {
    /// The numbers of all slots with other values of the inputs that move.
    pub fn resolve(&mut self, inputs: &[N]) -> &[N] {
        for (at, node) in &self.nodes {
            let value = node.value(inputs, &self.numbers);
            if let Some(number) = self.numbers.get_mut(*at) {
                *number = value;
            }
        }
        &self.numbers
    }
}

/// All formulas of a project's networks over their inputs.
#[derive(Debug, Clone, Default)]
pub struct Slots {
    nodes: Vec<Node>,
    inputs: Vec<Input>,
    by_key: BTreeMap<InputKey, Slot>,
}

impl Slots {
    fn push(&mut self, node: Node) -> Slot {
        self.nodes.push(node);
        Slot(u32::try_from(self.nodes.len() - 1).unwrap_or(u32::MAX))
    }

    /// A number without uncertainty.
    pub fn constant(&mut self, value: f64) -> Slot {
        self.push(Node::Constant(value))
    }

    /// The slot of `input`; the same key is one slot, so that it is drawn once.
    pub fn input(&mut self, input: Input) -> Slot {
        if let Some(slot) = self.by_key.get(&input.key) {
            return *slot;
        }
        let key = input.key.clone();
        self.inputs.push(input);
        let slot = self.push(Node::Input(self.inputs.len() - 1));
        self.by_key.insert(key, slot);
        slot
    }

    /// `a + b`.
    pub fn sum(&mut self, a: Slot, b: Slot) -> Slot {
        self.push(Node::Sum(a, b))
    }

    /// `a · b`.
    pub fn product(&mut self, a: Slot, b: Slot) -> Slot {
        self.push(Node::Product(a, b))
    }

    /// `a / b`.
    pub fn quotient(&mut self, a: Slot, b: Slot) -> Slot {
        self.push(Node::Quotient(a, b))
    }

    /// `1 − a`.
    pub fn rest(&mut self, a: Slot) -> Slot {
        self.push(Node::Rest(a))
    }

    /// `min(a, limit)`.
    pub fn at_most(&mut self, a: Slot, limit: f64) -> Slot {
        self.push(Node::AtMost(a, limit))
    }

    /// `factor · a`.
    pub fn scaled(&mut self, a: Slot, factor: f64) -> Slot {
        let constant = self.constant(factor);
        self.product(a, constant)
    }

    /// The sum of `terms`; 0 for none.
    pub fn total(&mut self, terms: impl IntoIterator<Item = Slot>) -> Slot {
        terms
            .into_iter()
            .reduce(|a, b| self.sum(a, b))
            .unwrap_or_else(|| self.constant(0.0))
    }

    /// `part / Σ all` for each of `all`: shares as they are used, summing to 1 however they were drawn.
    pub fn normalised(&mut self, all: &[Slot]) -> Vec<Slot> {
        let total = self.total_by_halves(all);
        all.iter().map(|part| self.quotient(*part, total)).collect()
    }

    /// The sum of `terms` as sums of halves: of hundreds of terms one after the other rounding takes more than the balance of
    /// mass may miss.
    fn total_by_halves(&mut self, terms: &[Slot]) -> Slot {
        const FEW: usize = 8;
        if terms.len() <= FEW {
            return self.total(terms.iter().copied());
        }
        let (first, rest) = terms.split_at(terms.len() / 2);
        let (first, rest) = (self.total_by_halves(first), self.total_by_halves(rest));
        self.sum(first, rest)
    }

    /// The constants that `other` has in place of these, in rising order; `None` where the formulas or the central values of
    /// the inputs differ in more.
    pub fn other_constants(&self, other: &Self) -> Option<Vec<(Slot, f64)>> {
        let same =
            |(a, b): (&Input, &Input)| a.key == b.key && a.figure.value.to_bits() == b.figure.value.to_bits();
        let alike = self.nodes.len() == other.nodes.len() && self.inputs.len() == other.inputs.len();
        if !alike || !self.inputs.iter().zip(&other.inputs).all(same) {
            return None;
        }
        let mut found = Vec::new();
        for ((at, own), other) in (0..).zip(&self.nodes).zip(&other.nodes) {
            match (own, other) {
                (Node::Constant(a), Node::Constant(b)) if a.to_bits() == b.to_bits() => {}
                (Node::Constant(_), Node::Constant(b)) => found.push((Slot(at), *b)),
                (a, b) if a == b => {}
                _ => return None,
            }
        }
        Some(found)
    }

    /// The inputs, in the order that [`Slots::resolve`] expects their values.
    pub fn inputs(&self) -> &[Input] {
        &self.inputs
    }

    /// The formula behind a slot.
    pub fn node(&self, slot: Slot) -> Option<Node> {
        self.nodes.get(slot.0 as usize).copied()
    }

    /// The slot of the input with `key`.
    pub fn slot_of(&self, key: &InputKey) -> Option<Slot> {
        self.by_key.get(key).copied()
    }

    /// Central values of all inputs.
    pub fn central(&self) -> Vec<f64> {
        self.inputs.iter().map(|input| input.figure.value).collect()
    }

    /// Resolves every slot from the values of the inputs, into `numbers` (whose room is reused).
    pub fn resolve<N: Number>(&self, inputs: &[N], numbers: &mut Vec<N>) {
        numbers.clear();
        for node in &self.nodes {
            let value = node.value(inputs, numbers);
            numbers.push(value);
        }
    }

    /// The same with these slots at these numbers instead of their own, and all that follows from them; in rising order.
    pub fn resolve_with(&self, inputs: &[f64], set: &[(Slot, f64)], numbers: &mut Vec<f64>) {
        numbers.clear();
        let mut set = set.iter().peekable();
        for (at, node) in self.nodes.iter().enumerate() {
            let own = set.next_if(|(slot, _)| slot.0 as usize == at);
            let value = own.map_or_else(|| node.value(inputs, numbers), |(_, value)| *value);
            numbers.push(value);
        }
    }

    /// The formulas that move where only the inputs change for which `varies` says so; all others are resolved with `inputs`
    /// here, once.
    pub fn moving<N: Number>(&self, inputs: &[f64], varies: impl Fn(usize) -> bool) -> Moving<N> {
        let mut numbers = Vec::with_capacity(self.nodes.len());
        self.resolve(inputs, &mut numbers);
        let mut moves = vec![false; self.nodes.len()];
        let mut nodes = Vec::new();
        for (at, node) in self.nodes.iter().enumerate() {
            let follows = |slot: Slot| moves.get(slot.0 as usize).copied().unwrap_or(false);
            let is_moving = match *node {
                Node::Constant(_) => false,
                Node::Input(input) => varies(input),
                Node::Sum(a, b) | Node::Product(a, b) | Node::Quotient(a, b) => follows(a) || follows(b),
                Node::Rest(a) | Node::AtMost(a, _) => follows(a),
            };
            if let (true, Some(moves)) = (is_moving, moves.get_mut(at)) {
                *moves = true;
                nodes.push((at, *node));
            }
        }
        Moving {
            nodes,
            numbers: numbers.into_iter().map(N::of).collect(),
        }
    }

    /// The inputs that the numbers of any of `slots` depend on, each once, in their own order; every formula is walked once.
    pub fn inputs_behind_all(&self, slots: impl IntoIterator<Item = Slot>) -> Vec<usize> {
        let mut found = Behind::of(self).inputs(slots);
        found.sort_unstable();
        found
    }

    /// The inputs that a slot's number depends on, each once, in order of first use.
    pub fn inputs_behind(&self, slot: Slot) -> Vec<usize> {
        Behind::of(self).inputs([slot])
    }
}

/// Walks formulas back to their inputs, again and again in the same room.
#[derive(Debug)]
pub struct Behind<'a> {
    slots: &'a Slots,
    /// The walk in which each formula was seen last.
    seen: Vec<u32>,
    walk: u32,
}

impl<'a> Behind<'a> {
    /// A walker of the formulas of `slots`.
    pub fn of(slots: &'a Slots) -> Self {
        Self {
            slots,
            seen: vec![0; slots.nodes.len()],
            walk: 0,
        }
    }

    /// The inputs that the numbers of any of `slots` depend on, each once, in order of first use.
    pub fn inputs(&mut self, slots: impl IntoIterator<Item = Slot>) -> Vec<usize> {
        self.walk += 1;
        let mut found = Vec::new();
        let mut open: Vec<Slot> = slots.into_iter().collect();
        while let Some(slot) = open.pop() {
            match self.seen.get_mut(slot.0 as usize) {
                Some(seen) if *seen != self.walk => *seen = self.walk,
                _ => continue,
            }
            match self.slots.node(slot) {
                Some(Node::Input(at)) => found.push(at),
                Some(Node::Sum(a, b) | Node::Product(a, b) | Node::Quotient(a, b)) => open.extend([b, a]),
                Some(Node::Rest(a) | Node::AtMost(a, _)) => open.push(a),
                _ => {}
            }
        }
        found
    }
}

fn quotient<N: Number>(a: N, b: N) -> N {
    b.if_zero(N::ZERO, a / b)
}
