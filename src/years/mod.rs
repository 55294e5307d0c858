//! From one pathway to another over the years: a ramp, the delay of what is still worn, and the work of each year.
//!
//! Invariant: every garment sold is worn or discarded, in every year; where nothing changes each year is the steady state.

mod life;
mod run;

pub use life::{MOST_LIFE, SHAPE, discarded_after};
pub use run::{Inputs, InputsError, Year, inputs, run};

/// Which garments a ramp takes hold of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum By {
    /// Those sold in a year: they go the way that was made for them when they are discarded.
    #[default]
    Sold,
    /// Those discarded in a year, whenever they were sold.
    Discarded,
}

/// How one pathway takes the place of another.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Ramp {
    /// The last year in which all go the old way.
    pub start: i32,
    /// The first year in which all go the new one; the share rises by the same step each year between.
    pub end: i32,
    /// The last year that is reckoned.
    pub until: i32,
    /// Which garments it takes hold of.
    pub by: By,
    /// Change of the pieces sold from year to year, from the start on: 0.03 for 3 % more.
    pub growth: f64,
    /// Change of the hours per piece from year to year: −0.02 for 2 % less.
    pub productivity: f64,
    /// Most that the new way takes in a year, t; none where nothing bounds it.
    pub capacity_t: Option<f64>,
}

/// The most years that are reckoned.
pub const MOST_YEARS: i32 = 200;

impl Ramp {
    /// A ramp from `start` to `end` and no further.
    pub const fn new(start: i32, end: i32) -> Self {
        Self {
            start,
            end,
            until: end,
            by: By::Sold,
            growth: 0.0,
            productivity: 0.0,
            capacity_t: None,
        }
    }

    /// The share of the new way in `year`, 0..1: `(year − start) / (end − start)`; where both are one year, 1 from it on.
    pub fn share(&self, year: i32) -> f64 {
        if year >= self.end {
            return 1.0;
        }
        if year <= self.start {
            return 0.0;
        }
        f64::from(year - self.start) / f64::from(self.end - self.start)
    }

    /// True where its years are in order and no more than are reckoned.
    pub const fn is_sound(&self) -> bool {
        self.start <= self.end
            && self.end <= self.until
            && self.start >= 1900
            && self.until <= 2300
            && self.until - self.start < MOST_YEARS
    }
}
