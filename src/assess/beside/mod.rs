//! Beside the two answers: carbon, wages and money of each pathway, indicative, with what they leave out; they enter no answer.
//!
//! Invariant: a figure without a row is left out and named, never 0; a sum that covers less than half is no sum.

mod carbon;
mod factors;
mod made;
mod money;
mod wages;

pub use carbon::{Carbon, LeftOut, Step, Term};
pub use factors::{Factors, Used, row_id};
pub use money::{Converted, Dear, Ends, PartySum, Payment, Payments, Side, dear, stages_of};
pub use wages::{HALF, Paid, PaidLine, Wages};

use super::{Engine, Outcomes};
use crate::data::{Figure, Library};
use crate::flow::assemble::{ProductMasses, effective};
use crate::model::{FactorId, Project};
use made::Made;

/// Carbon, wages and money of one pathway.
#[derive(Debug, Clone, PartialEq)]
pub struct Beside {
    /// Carbon.
    pub carbon: Carbon,
    /// Wages.
    pub wages: Wages,
    /// Money, from prices that were typed in.
    pub payments: Payments,
}

/// What they are reckoned from.
#[derive(Debug, Clone, Copy)]
pub struct Ground<'a> {
    /// The project.
    pub project: &'a Project,
    /// The library.
    pub library: &'a Library,
    /// Masses from fibre to garment.
    pub masses: &'a ProductMasses,
    /// The engine.
    pub engine: &'a Engine,
    /// Numbers of its slots.
    pub numbers: &'a [f64],
    /// What they give.
    pub outcomes: &'a Outcomes,
}

impl Ground<'_> {
    /// Carbon, wages and money of every pathway, in their order; none where one has no answer.
    pub fn all(&self) -> Vec<Option<Beside>> {
        let made = Made::of(self);
        let ways = 0..self.engine.pathways.len();
        ways.map(|at| {
            Some(Beside {
                carbon: carbon::carbon(self, &made, at)?,
                wages: wages::wages(self, at),
                payments: money::payments(self, at),
            })
        })
        .collect()
    }

    /// The figure of a factor of the library, or the user's own in its place.
    fn figure(&self, id: &str) -> Option<Figure> {
        let own = self.project.overrides.get(&FactorId::from(id));
        Some(effective(self.library.factor(id)?, own).0)
    }

    /// True where the figure of `id` is the user's own.
    fn is_own(&self, id: &FactorId) -> bool {
        self.project.overrides.contains_key(id)
    }
}
