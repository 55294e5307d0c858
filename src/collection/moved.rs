//! What one move would do across all products of a list: how many styles it can be made on, how many it opens a route
//! for, and how much more of the mass is recycled at the same grade.
//!
//! Invariant: each product is changed by itself, as if it stood alone; a style on which the move cannot be made stays as
//! it is and counts in the whole.

use super::product::Product;
use crate::data::Library;
use crate::explain::advice::{Adviser, Try, tries, value_of};
use crate::figure::PathwayFigure;
use crate::model::PathwayId;

/// What one move does on one pathway, summed over products.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Across {
    /// Products that were looked at.
    pub products: u64,
    /// Of those, on which it can be made and changes something.
    pub applies: u64,
    /// Of those, for which a route opens that refused before.
    pub opens: u64,
    /// Mass of a year of all that have an answer, kg.
    pub kg: f64,
    /// Of that, recycled at the same grade as it stands, kg.
    pub before_kg: f64,
    /// The same after the move, kg.
    pub after_kg: f64,
}

impl Across {
    /// Adds what was found for others.
    pub fn add(&mut self, other: &Self) {
        self.products += other.products;
        self.applies += other.applies;
        self.opens += other.opens;
        self.kg += other.kg;
        self.before_kg += other.before_kg;
        self.after_kg += other.after_kg;
    }

    /// How much more of the mass is recycled at the same grade, a share; not a number without mass.
    pub fn gain(&self) -> f64 {
        (self.after_kg - self.before_kg) / self.kg
    }
}

/// What the move `row` does on `pathway` of `product`: on all its parts that it can be made on, together.
pub fn across(product: &Product, row: &str, pathway: &PathwayId, library: &Library) -> Across {
    const FIGURE: PathwayFigure = PathwayFigure::OutflowRecycled;
    let mut found = Across {
        products: 1,
        ..Across::default()
    };
    let project = &product.project;
    let Ok(mut adviser) = Adviser::new(project, library, pathway, 0) else {
        return found;
    };
    let mass: f64 = project.product.parts.iter().map(|part| part.mass.get()).sum();
    let kg = mass * project.product.pieces_per_year.get();
    let share = value_of(&adviser.values(), FIGURE);
    if !(share * kg).is_finite() {
        return found;
    }
    (found.kg, found.before_kg, found.after_kg) = (kg, share * kg, share * kg);
    let can = |one: &Try| one.row == row && one.edits(project, library, pathway).is_ok();
    let moves: Vec<Try> = tries(project, library).into_iter().filter(can).collect();
    let effect = (!moves.is_empty())
        .then(|| adviser.together(&moves).ok())
        .flatten();
    let Some(effect) = effect.filter(|effect| effect.edits > 0) else {
        return found;
    };
    found.applies = 1;
    found.opens = u64::from(!effect.opens.is_empty());
    let after = value_of(&effect.after, FIGURE);
    if after.is_finite() {
        found.after_kg = after * kg;
    }
    found
}
