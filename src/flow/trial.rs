//! Trials: central numbers with a few inputs changed, as many of them side by side as lanes hold.

use super::slot::Slots;
use crate::quantity::{Lanes, Number};

/// Works out trials in room that is reused.
#[derive(Debug)]
pub struct Trials<'a> {
    slots: &'a Slots,
    central: Vec<Lanes>,
    inputs: Vec<Lanes>,
    numbers: Vec<Lanes>,
}

impl<'a> Trials<'a> {
    /// Trials with the formulas of `slots`.
    pub fn of(slots: &'a Slots) -> Self {
        Self {
            slots,
            central: slots.central().into_iter().map(Lanes::of).collect(),
            inputs: Vec::new(),
            numbers: Vec::new(),
        }
    }

    /// The numbers of all slots in at most [`Lanes::WIDTH`] `trials`, each in a lane of its own: a trial gives other values to
    /// the inputs that it names by their places, all others are central. Lanes without a trial are central.
    pub fn numbers<T: IntoIterator<Item = (usize, f64)>>(
        &mut self,
        trials: impl IntoIterator<Item = T>,
    ) -> &[Lanes] {
        self.inputs.clone_from(&self.central);
        for (lane, trial) in trials.into_iter().take(Lanes::WIDTH).enumerate() {
            for (at, value) in trial {
                if let Some(input) = self.inputs.get_mut(at) {
                    input.set(lane, value);
                }
            }
        }
        self.slots.resolve(&self.inputs, &mut self.numbers);
        &self.numbers
    }

    /// The same with each of at most [`PAIRS`] inputs alone at two values: of the one at `turn` in the lanes `2·turn`
    /// and `2·turn + 1`.
    pub fn at_both(&mut self, ends: impl IntoIterator<Item = (usize, [f64; 2])>) -> &[Lanes] {
        let trials = ends
            .into_iter()
            .flat_map(|(input, ends)| ends.map(|value| [(input, value)]));
        self.numbers(trials)
    }
}

/// Inputs whose two ends are tried side by side.
pub const PAIRS: usize = Lanes::WIDTH / 2;

/// The numbers of the pair at `turn`.
pub fn pair(numbers: Lanes, turn: usize) -> [f64; 2] {
    [2 * turn, 2 * turn + 1].map(|lane| numbers.lane(lane))
}
