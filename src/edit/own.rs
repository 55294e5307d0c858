//! Edits of the user's own figures: factors and multipliers of indirect work.

use super::{EditError, figure, words};
use crate::data::Library;
use crate::model::{ActivityId, Estimate, FactorId, Multiplier, Override, Overrides, Project};
use crate::quantity::Quantity;
use crate::text::StepMsg;

/// Puts the user's own figure in place of that of `factor`.
pub(super) fn set_override(
    project: &mut Project,
    factor: &FactorId,
    figure: Estimate,
    note: &str,
) -> Result<(), EditError> {
    figure::check(Some(figure), Library::builtin().quantity(factor), || {
        words::both(StepMsg::Own, &[])
    })?;
    let own = Override {
        figure,
        note: note.to_owned(),
    };
    project.overrides.insert(factor.clone(), own);
    Ok(())
}

/// Checks every figure before any of them enters the project.
pub(super) fn set_overrides(project: &mut Project, all: &Overrides) -> Result<(), EditError> {
    for (factor, own) in all {
        let what = || words::both(StepMsg::OwnOf, &[("factor", &words::same(factor.as_str()))]);
        figure::check(Some(own.figure), Library::builtin().quantity(factor), what)?;
    }
    project.overrides.clone_from(all);
    Ok(())
}

/// Sets the multiplier of indirect work of `activity`.
pub(super) fn set_multiplier(
    project: &mut Project,
    activity: &ActivityId,
    value: f64,
    note: &str,
) -> Result<(), EditError> {
    let name = || words::about(StepMsg::MultiplierOf, &words::same(activity.as_str()));
    figure::check(Some(Estimate::exact(value)), Quantity::Multiplier, name)?;
    let note = note.trim();
    if note.is_empty() {
        return Err(EditError::MultiplierSource(activity.clone()));
    }
    let multiplier = Multiplier {
        value,
        note: note.to_owned(),
    };
    project.multipliers.insert(activity.clone(), multiplier);
    Ok(())
}
