//! Every number of a project and a factor set held against the one table of ranges, and what must hold between numbers.
//!
//! Invariant: a project that was read has no number outside the range of its quantity, no range that misses its value,
//! and no fibre of which more than all is recycled, reused and sustained.

use super::SHARE_TOLERANCE;
use super::fault::ValueFault;
use super::kind::Rows;
use super::place::short;
use crate::data::Library;
use crate::model::{
    Cloth, Estimate, Extent, FactorId, FibreLine, Link, Making, Money, Multipliers, Overrides, Part, Pathway,
    Product, Project, Sewing, Stage, StageKind, pair_id,
};
use crate::quantity::Quantity;
use std::collections::BTreeMap;

/// What does not fit: the keys that lead to it, and why.
pub(super) type Misfit = (String, ValueFault);

type Checked = Result<(), Misfit>;

/// The first number of `project` or of the library's `values` in it that does not fit.
pub(super) fn project(project: &Project, values: &BTreeMap<FactorId, f64>) -> Checked {
    together(project)?;
    product("product", &project.product)?;
    for (place, other) in (1..).zip(&project.others) {
        product(&format!("others[{place}]"), other)?;
    }
    project.pathways.iter().try_for_each(pathway)?;
    overrides("overrides", &project.overrides)?;
    multipliers(&project.multipliers)?;
    money(&project.money)?;
    values.iter().try_for_each(|(id, value)| {
        let at = || format!("library_values.{}", short(id.as_str()));
        number_at(&at, *value, Library::builtin().quantity(id))
    })
}

/// The first figure of a map of own figures under `key` that does not fit its factor.
pub(super) fn overrides(key: &str, own: &Overrides) -> Checked {
    own.iter().try_for_each(|(id, own)| {
        let at = || format!("{key}.{}", short(id.as_str()));
        estimate(at, Some(&own.figure), Library::builtin().quantity(id))
    })
}

/// A multiplier is all work over direct work, so it is never below 1.
fn multipliers(own: &Multipliers) -> Checked {
    own.iter().try_for_each(|(activity, own)| {
        let at = || format!("multipliers.{}", short(activity.as_str()));
        number_at(&at, own.value, Quantity::Multiplier)
    })
}

/// Prices with their ranges, and rates of exchange.
fn money(money: &Money) -> Checked {
    money.prices.iter().try_for_each(|(id, price)| {
        let at = || format!("money.prices.{}", short(id.as_str()));
        estimate(at, Some(&price.figure), Quantity::Price)
    })?;
    money.rates.iter().try_for_each(|(pair, rate)| {
        let at = || format!("money.rates[{}]", pair_id(*pair));
        number_at(&at, rate.value, Quantity::Rate)
    })
}

/// Parts, stages and pathways multiply, so what each may be alone may be too much together.
fn together(project: &Project) -> Checked {
    for (rows, count) in counted_together(project) {
        let limit = rows.limit();
        if count > limit {
            return Err(("pathways".to_owned(), ValueFault::TooMany { rows, limit }));
        }
    }
    if project.picture_size().1 > super::limit::PICTURES {
        let limit = super::limit::PICTURES / (1024 * 1024);
        return Err(("pictures".to_owned(), ValueFault::Pictures { limit }));
    }
    Ok(())
}

/// What of a project multiplies, and how much of it there is: its cost in memory and time follows from it.
pub fn counted_together(project: &Project) -> [(Rows, usize); 2] {
    let stages = || project.pathways.iter().flat_map(|pathway| &pathway.stages);
    let routes = stages()
        .filter(|stage| matches!(stage.kind, StageKind::Material(_)))
        .count();
    let variants = project.variants().into_iter();
    let parts = variants
        .map(|variant| variant.parts.len())
        .max()
        .unwrap_or_default();
    let exits = stages().map(|stage| stage.exits.len()).sum();
    [(Rows::Gates, parts * routes), (Rows::AllExits, exits)]
}

fn product(at: &str, product: &Product) -> Checked {
    estimate(|| format!("{at}.wears"), product.wears.as_ref(), Quantity::Wears)?;
    if let Sewing::Minutes(minutes) | Sewing::Smv(minutes) = &product.sewing {
        estimate(|| format!("{at}.sewing"), Some(minutes), Quantity::Hours)?;
    }
    product.parts.iter().try_for_each(|one| part(at, one))
}

fn part(at: &str, part: &Part) -> Checked {
    let here = || format!("{at}.parts[{}]", short(part.id.as_str()));
    let count = || format!("{}.count", here());
    number_at(&count, f64::from(part.count), Quantity::Count)?;
    if let Making::Cloth { cutting_loss, .. } = &part.making {
        let at = || format!("{}.making.cutting_loss_share", here());
        estimate(at, cutting_loss.as_ref(), Quantity::Loss)?;
    }
    if let Some(own) = &part.cloth {
        cloth(&|| format!("{}.cloth", here()), own)?;
    }
    part.fibres.iter().try_for_each(|line| feedstock(&here, line))
}

fn cloth(at: &impl Fn() -> String, cloth: &Cloth) -> Checked {
    cloth_figures(cloth)
        .into_iter()
        .try_for_each(|(value, quantity)| number_at(at, value, quantity))
}

/// The figures of cloth with what each of them is.
pub fn cloth_figures(cloth: &Cloth) -> Vec<(f64, Quantity)> {
    let mut figures = vec![(cloth.gsm, Quantity::Measure), (cloth.kept, Quantity::Kept)];
    match cloth.extent {
        Extent::Area(area) => figures.push((area, Quantity::Amount)),
        Extent::Length { metres, width_m } => {
            figures.extend([(metres, Quantity::Amount), (width_m, Quantity::Measure)]);
        }
    }
    figures
}

/// Recycled, reused and sustained shares of a line are parts of the same whole.
fn feedstock(part: &impl Fn() -> String, line: &FibreLine) -> Checked {
    let feedstock = &line.feedstock;
    let sum = feedstock.recycled.get() + feedstock.reused.get() + feedstock.sustained.get();
    if sum <= 1.0 + SHARE_TOLERANCE {
        return Ok(());
    }
    let at = format!("{}.fibres[{}]", part(), short(line.fibre.as_str()));
    Err((at, ValueFault::Feedstock(sum)))
}

fn pathway(pathway: &Pathway) -> Checked {
    let at = format!("pathways[{}]", short(pathway.id.as_str()));
    estimate(
        || format!("{at}.own_wears"),
        pathway.own_wears.as_ref(),
        Quantity::Wears,
    )?;
    pathway.stages.iter().try_for_each(|one| stage(&at, one))
}

fn stage(pathway: &str, stage: &Stage) -> Checked {
    let at = || format!("{pathway}.stages[{}]", short(stage.id.as_str()));
    estimate(
        || format!("{}.own_ratio", at()),
        stage.own.as_ref(),
        stage.kind.own_quantity(),
    )?;
    estimate(
        || format!("{}.closed_share", at()),
        stage.closed_share.as_ref(),
        Quantity::Share,
    )?;
    stage.exits.iter().try_for_each(|exit| link(&at, exit))
}

fn link(stage: &impl Fn() -> String, link: &Link) -> Checked {
    let ends = link.range.map(|(low, high)| (low.get(), high.get()));
    let share = Estimate {
        value: link.share.get(),
        range: ends,
    };
    let at = || format!("{}.exits[{}]", stage(), short(link.to.as_str()));
    estimate(at, Some(&share), Quantity::Share)
}

/// A value and its range, which must hold it.
fn estimate(at: impl Fn() -> String, estimate: Option<&Estimate>, quantity: Quantity) -> Checked {
    let Some(Estimate { value, range }) = estimate else {
        return Ok(());
    };
    let (low, high) = range.unwrap_or((*value, *value));
    [*value, low, high]
        .into_iter()
        .try_for_each(|figure| number_at(&at, figure, quantity))?;
    if low <= *value && *value <= high {
        Ok(())
    } else {
        let value = *value;
        Err((at(), ValueFault::Order { low, value, high }))
    }
}

fn number_at(at: &impl Fn() -> String, value: f64, quantity: Quantity) -> Checked {
    if quantity.holds(value) {
        Ok(())
    } else {
        Err((at(), ValueFault::Outside { value, quantity }))
    }
}
