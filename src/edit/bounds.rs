//! The size that a project may reach, so that what is edited can always be saved and opened again.

use super::EditError;
use crate::model::{Money, Name, Paper, Product, Project};
use crate::project_file::{Rows, counted_together, limit};

/// Refuses `project` where a list of it, or a text that the user typed, is longer than a file may hold.
pub fn check_size(project: &Project) -> Result<(), EditError> {
    count(Rows::Variants, project.others.len())?;
    project.variants().into_iter().try_for_each(product)?;
    text(&project.group)?;
    count(Rows::Places, project.places.len())?;
    project.places.values().try_for_each(name)?;
    count(Rows::Pathways, project.pathways.len())?;
    for pathway in &project.pathways {
        count(Rows::Stages, pathway.stages.len())?;
        name(&pathway.name)?;
        for stage in &pathway.stages {
            count(Rows::Exits, stage.exits.len())?;
            name(&stage.name)?;
        }
    }
    let (pictures, bytes) = project.picture_size();
    count(Rows::Pictures, pictures)?;
    if bytes > limit::PICTURES {
        return Err(EditError::Pictures);
    }
    for (rows, found) in counted_together(project) {
        count(rows, found)?;
    }
    money(&project.money)?;
    count(Rows::Overrides, project.overrides.len())?;
    let overrides = project.overrides.values().map(|own| &own.note);
    let multipliers = project.multipliers.values().map(|own| &own.note);
    overrides.chain(multipliers).try_for_each(|note| text(note))
}

fn money(money: &Money) -> Result<(), EditError> {
    count(Rows::Prices, money.prices.len())?;
    count(Rows::Rates, money.rates.len())?;
    let prices = money.prices.values().map(|price| &price.source);
    let rates = money.rates.values().map(|rate| &rate.source);
    prices.chain(rates).try_for_each(|source| text(source))
}

fn product(product: &Product) -> Result<(), EditError> {
    count(Rows::Parts, product.parts.len())?;
    name(&product.name)?;
    name(&product.variant_name)?;
    for part in &product.parts {
        count(Rows::Fibres, part.fibres.len())?;
        name(&part.name)?;
        Paper::ALL
            .into_iter()
            .try_for_each(|paper| text(part.papers.text(paper)))?;
    }
    Ok(())
}

fn count(rows: Rows, count: usize) -> Result<(), EditError> {
    if count > rows.limit() {
        Err(EditError::TooMany(rows))
    } else {
        Ok(())
    }
}

fn name(name: &Name) -> Result<(), EditError> {
    text(&name.en)?;
    text(&name.zh)
}

fn text(text: &str) -> Result<(), EditError> {
    // Most texts are short, and bytes are known without counting.
    if text.len() > limit::TEXT && text.chars().count() > limit::TEXT {
        Err(EditError::TooLong)
    } else {
        Ok(())
    }
}
