//! Factors as they enter a calculation: the library's figure, or the user's own in its place.

use super::Builder;
use crate::data::{Domain, Factor, Figure, Grade, Mark, Sourced};
use crate::flow::notice::Notice;
use crate::flow::slot::{Input, InputOrigin, Slot};
use crate::flow::{DrawKey, InputKey};
use crate::model::{ActivityId, Estimate, Name, Override, PlaceId};
use std::sync::Arc;

/// The factor behind one line of work.
#[derive(Debug, Clone, PartialEq)]
pub struct LineFactor {
    /// The activity's own factor.
    pub factor: InputKey,
    /// Hours per kg or per piece that it gives.
    pub hours: Slot,
    /// The best grade that the hours can have where they rest on more than this factor says: it was fetched from another
    /// place, or assumptions stand between it and the hours.
    pub at_best: Option<Grade>,
}

/// The figure in place of `factor`'s: the user's own where there is one, an assumption unless its source is noted.
pub fn effective(factor: &Factor, own: Option<&Override>) -> (Figure, InputOrigin) {
    match own {
        None => (factor.figure.clone(), InputOrigin::Library),
        Some(own) => (
            typed_figure(own, &factor.figure.unit).into(),
            InputOrigin::Override,
        ),
    }
}

/// An own figure in `unit`: an assumption unless its source is noted.
pub fn typed_figure(own: &Override, unit: &str) -> Sourced<f64> {
    let grade = if own.note.is_empty() { Grade::D } else { Grade::C };
    own_figure(own.figure, unit, &own.note, grade)
}

/// A figure typed in by the user.
pub fn own_figure(own: Estimate, unit: &str, note: &str, grade: Grade) -> Sourced<f64> {
    Sourced {
        value: own.value,
        low: own.range.map(|(low, _)| low),
        high: own.range.map(|(_, high)| high),
        unit: unit.to_owned(),
        sources: Vec::new(),
        year: "n.d.".to_owned(),
        region: "general".to_owned(),
        grade,
        mark: Mark::Own,
        note: note.to_owned(),
    }
}

impl Builder<'_> {
    /// The slot of the library's factor `id`; a missing one is 0 and noticed.
    pub(super) fn factor(&mut self, id: &str) -> Slot {
        let Some(factor) = self.library.factor(id) else {
            self.notices.push(Notice::UnknownOverride(id.into()));
            return self.slots.constant(0.0);
        };
        let key = InputKey::Factor(factor.id.clone());
        if let Some(slot) = self.slots.slot_of(&key) {
            return slot;
        }
        let (figure, origin) = effective(factor, self.project.overrides.get(&factor.id));
        self.slots.input(Input {
            key,
            draw: factor.driver.clone().into(),
            name: Arc::clone(&factor.name),
            figure,
            domain: factor.domain,
            origin,
            fixed: factor.is_fixed(),
        })
    }

    /// The central value of factor `id`, the user's own where there is one; without a slot of its own.
    pub(super) fn central_value(&self, id: &str) -> Option<f64> {
        let factor = self.library.factor(id)?;
        let own = self.project.overrides.get(&factor.id);
        Some(own.map_or(factor.figure.value, |own| own.figure.value))
    }

    /// The slot of a figure of the project itself; `draw` is shared by inputs that are drawn together.
    pub(super) fn own(
        &mut self,
        key: InputKey,
        draw: DrawKey,
        name: impl Into<Arc<Name>>,
        own: Estimate,
        unit: &str,
    ) -> Slot {
        if let Some(slot) = self.slots.slot_of(&key) {
            return slot;
        }
        let domain = if unit == "share" {
            Domain::Share
        } else {
            Domain::Positive
        };
        let figure = own_figure(own, unit, "", Grade::D).into();
        let origin = InputOrigin::Project;
        self.slots.input(Input {
            key,
            draw,
            name: name.into(),
            figure,
            domain,
            origin,
            fixed: false,
        })
    }

    /// Hours of a full-time job at `place`.
    pub(super) fn hours_per_fte(&mut self, place: &PlaceId) -> Slot {
        if let Some(slot) = self.hours_per_fte.get(place) {
            return *slot;
        }
        let id = self.library.hours_per_fte(place).id.clone();
        let slot = self.factor(id.as_str());
        self.hours_per_fte.insert(place.clone(), slot);
        slot
    }

    /// Hours of a full-time job today at `place`; an own figure of the hours by which the factors count holds for jobs
    /// too, where jobs have none of their own.
    pub(super) fn hours_of_job(&mut self, place: &PlaceId) -> Slot {
        let own = |factor: &Factor| self.project.overrides.contains_key(&factor.id);
        let (job, counted) = (
            self.library.hours_of_job(place),
            self.library.hours_per_fte(place),
        );
        let used = if own(counted) && !own(job) { counted } else { job };
        self.factor(used.id.as_str())
    }

    /// Hours per kg of `activity` at `place`: `FTE per 1000 t · hours per FTE / 10⁶`; `None` is noticed, never zero.
    pub(super) fn hours_per_kg(&mut self, activity: &ActivityId, place: &PlaceId) -> Option<Slot> {
        let key = (activity.clone(), place.clone());
        if let Some(line) = self.line_factors.get(&key) {
            return Some(line.hours);
        }
        let Some(found) = self.library.work_factor(activity, place) else {
            self.notices.push(Notice::NoFactor {
                activity: activity.clone(),
            });
            return None;
        };
        let (factor, region) = (found.factor.id.clone(), found.region.clone());
        let fetched = (found.borrowed || found.around).then_some(found.grade);
        if let Some(grade) = fetched {
            let (activity, place) = key.clone();
            self.notices.push(Notice::Borrowed {
                activity,
                place,
                from: region.clone(),
                grade,
            });
        }
        let fte = self.factor(factor.as_str());
        let per_fte = self.hours_per_fte(&region);
        let product = self.slots.product(fte, per_fte);
        let hours = self.slots.scaled(product, 1e-6);
        self.line_factors.insert(
            key,
            LineFactor {
                factor: factor.into(),
                hours,
                at_best: fetched,
            },
        );
        Some(hours)
    }

    /// Hours of `activity` at `place` given directly by the factor `id`.
    pub(super) fn hours_direct(&mut self, activity: &ActivityId, place: &PlaceId, id: &str, hours: Slot) {
        let line = LineFactor {
            factor: id.into(),
            hours,
            at_best: None,
        };
        self.line_factors
            .entry((activity.clone(), place.clone()))
            .or_insert(line);
    }
}
