//! Cards put to other cards: nothing is written over, and the same cards a second time change nothing.

use super::{Practice, Practices};

/// What came of cards that were put to others.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Merged {
    /// How many are new.
    pub added: usize,
    /// How many were there already.
    pub same: usize,
    /// Ids of those whose id another card has: both are kept, these under an id of their own.
    pub beside: Vec<String>,
}

impl Practices {
    /// Puts `cards` to these, as the user's own. Of two cards with one id and other content both are kept, the one that
    /// comes under the id with the first free number behind it.
    pub fn take_in(&mut self, cards: impl IntoIterator<Item = Practice>) -> Merged {
        let mut merged = Merged::default();
        for card in cards {
            let base = card.id.clone();
            let mut number = 1_u32;
            let found = loop {
                let id = numbered(&base, number);
                match self.card(&id) {
                    None => break Some(id),
                    Some(there) if is_same(there, &card) => break None,
                    Some(_) => number = number.saturating_add(1),
                }
            };
            let Some(id) = found else {
                merged.same += 1;
                continue;
            };
            if number > 1 {
                merged.beside.push(id.clone());
            } else {
                merged.added += 1;
            }
            self.own.insert(id.clone());
            self.cards.push(Practice { id, ..card });
        }
        merged
    }

    /// The cards that did not come with the program, in their order.
    pub fn own_cards(&self) -> impl Iterator<Item = &Practice> {
        self.cards.iter().filter(|card| self.own.contains(&card.id))
    }

    /// The cards of the program, and `own` beside them.
    #[must_use]
    pub fn with_own(own: &[Practice]) -> Self {
        let mut all = Self::builtin().clone();
        all.take_in(own.iter().cloned());
        all
    }
}

fn numbered(base: &str, number: u32) -> String {
    if number > 1 {
        format!("{base}_{number}")
    } else {
        base.to_owned()
    }
}

/// True where both say the same, whatever they are called.
fn is_same(one: &Practice, other: &Practice) -> bool {
    let other = Practice {
        id: one.id.clone(),
        ..other.clone()
    };
    *one == other
}
