//! The years one by one: sold, still worn, discarded on the old or the new way, and the work of it.

use super::life::discarded_after;
use super::{By, Ramp};
use crate::assess::{Assessment, PathwayFigures};
use crate::data::Library;
use crate::model::{PathwayId, Project, StageId, StageRole};

/// What a ramp is reckoned with; the pairs are old way and new way.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Inputs {
    /// Pieces sold in a year.
    pub pieces: f64,
    /// Mass of a piece, kg.
    pub kg: f64,
    /// Years that a piece stays in a wardrobe, on average.
    pub life_years: f64,
    /// Hours that the new way gains on the old one, per 1000 pieces.
    pub gained: f64,
    /// Hours that it loses, per 1000 pieces, positive.
    pub lost: f64,
    /// Pieces collected per piece discarded; one that comes back counts again.
    pub collected: [f64; 2],
    /// Mass that comes to an end per piece discarded, kg.
    pub ended: [f64; 2],
}

/// Why two pathways cannot be gone between.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum InputsError {
    /// A pathway has no answer, or none against the baseline.
    NoAnswer(PathwayId),
    /// The product has no mass.
    NoMass,
    /// Nothing is known of how long the product is kept.
    NoLife,
}

/// One year.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Year {
    /// Its number.
    pub year: i32,
    /// Hours gained against the old way.
    pub gained_h: f64,
    /// Hours lost against it, positive.
    pub lost_h: f64,
    /// Pieces sold.
    pub sold: f64,
    /// Pieces discarded.
    pub discarded: f64,
    /// Of those, on the new way.
    pub on_new_way: f64,
    /// Pieces collected.
    pub collected: f64,
    /// Pieces in wardrobes at the end of the year.
    pub worn: f64,
    /// What neither is worn nor came to an end, kg: rounding.
    pub balance_kg: f64,
}

/// What is needed of `project` to go from the pathway `from` to the pathway `to`.
pub fn inputs(
    project: &Project,
    library: &Library,
    assessment: &Assessment,
    [from, to]: [&PathwayId; 2],
) -> Result<Inputs, InputsError> {
    let ways = [way(assessment, from)?, way(assessment, to)?];
    let kg = assessment.product.mass_kg;
    if !(kg > 0.0 && kg.is_finite()) {
        return Err(InputsError::NoMass);
    }
    let life_years = life(project, library).ok_or(InputsError::NoLife)?;
    let [old, new] = ways.map(|(at, _)| assessment.engine.differences(at, &assessment.outcomes.pathways));
    let (mut gained, mut lost) = (0.0, 0.0);
    for hours in new.zip(old).map(|(new, old)| new - old) {
        if hours > 0.0 {
            gained += hours;
        } else {
            lost -= hours;
        }
    }
    Ok(Inputs {
        pieces: project.product.pieces_per_year.get(),
        kg,
        life_years,
        gained,
        lost,
        collected: ways.map(|(_, figures)| collected(project, figures)),
        ended: ways.map(|(_, figures)| figures.ends.iter().map(|end| end.kg).sum()),
    })
}

fn way<'a>(assessment: &'a Assessment, id: &PathwayId) -> Result<(usize, &'a PathwayFigures), InputsError> {
    let none = || InputsError::NoAnswer(id.clone());
    let at = assessment.engine.index(id).ok_or_else(none)?;
    let figures = assessment.pathway(id).filter(|way| way.error.is_none());
    let figures = figures.filter(|way| way.totals.is_counted());
    Ok((at, figures.ok_or_else(none)?))
}

/// The years in a wardrobe: those of the kind, as much longer as the product is worn more often.
fn life(project: &Project, library: &Library) -> Option<f64> {
    let kind = library.kind(&project.product.kind)?;
    let own = project.product.wears.as_ref().map(|own| own.value);
    let ratio = own.map_or(1.0, |own| own / kind.wears.value);
    let years = kind.years.value * ratio;
    (years > 0.0 && years.is_finite()).then_some(years)
}

/// Pieces that reach a collection, per piece sold.
fn collected(project: &Project, figures: &PathwayFigures) -> f64 {
    let Some(way) = project.pathway(&figures.id) else {
        return 0.0;
    };
    let is_collection = |id: &StageId| {
        let stage = way.stage(id);
        stage.is_some_and(|stage| stage.kind.role() == Some(StageRole::Collect))
    };
    let stages = figures.stages.iter().filter(|stage| is_collection(&stage.stage));
    stages.filter_map(|stage| stage.visits).sum()
}

/// The years of `ramp`. Before its start as much was sold, worn and discarded on the old way in each year, for as long as
/// anything lasts.
pub fn run(inputs: &Inputs, ramp: &Ramp) -> Vec<Year> {
    let shares = discarded_after(inputs.life_years);
    let most_new = ramp.capacity_t.map_or(f64::INFINITY, |t| t * 1000.0 / inputs.kg);
    let sold = |year: i32| inputs.pieces * power(1.0 + ramp.growth, year - ramp.start);
    let mut worn_before = still_worn(&sold, &shares, ramp.start - 1);
    let mut years = Vec::new();
    for year in ramp.start..=ramp.until {
        let (mut discarded, mut new) = (0.0, 0.0);
        for (sale, share) in sales(year, &shares) {
            let gone = sold(sale) * share;
            discarded += gone;
            new += gone * ramp.share(if ramp.by == By::Sold { sale } else { year });
        }
        let new = new.min(most_new);
        let old = discarded - new;
        let worn = still_worn(&sold, &shares, year);
        let pair = |[of_old, of_new]: [f64; 2]| old * of_old + new * of_new;
        let kept = (worn_before + sold(year) - discarded - worn) * inputs.kg;
        let thousands = new / 1000.0 * power(1.0 + ramp.productivity, year - ramp.start);
        years.push(Year {
            year,
            gained_h: inputs.gained * thousands,
            lost_h: inputs.lost * thousands,
            sold: sold(year),
            discarded,
            on_new_way: new,
            collected: pair(inputs.collected),
            worn,
            balance_kg: kept + discarded * inputs.kg - pair(inputs.ended),
        });
        worn_before = worn;
    }
    years
}

/// `base` to a whole power; 1 for powers below 0: before the start nothing changes.
fn power(base: f64, exponent: i32) -> f64 {
    (0..exponent).fold(1.0, |product, _| product * base)
}

/// The years of sale of what can be discarded in `year`, each with its share of that.
fn sales(year: i32, shares: &[f64]) -> impl Iterator<Item = (i32, f64)> {
    (0..).zip(shares).map(move |(age, share)| (year - age, *share))
}

/// Pieces in wardrobes at the end of `year`.
fn still_worn(sold: &impl Fn(i32) -> f64, shares: &[f64], year: i32) -> f64 {
    let mut left = 1.0;
    let still = sales(year, shares).map(|(sale, share)| {
        left -= share;
        sold(sale) * left
    });
    still.sum()
}
