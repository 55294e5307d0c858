//! Which work factor holds for an activity at a place.
//!
//! Invariant: no factor is `None`, never zero; a figure taken from elsewhere says so and is an assumption.

use super::{Activity, Factor, Fibre, Grade, Library, RegionalWork, RouteWork};
use crate::model::{ActivityId, PlaceId};

/// The work factor that was found, and how far it had to be fetched.
#[derive(Debug, Clone, PartialEq)]
pub struct WorkFactor<'a> {
    /// The factor, FTE per 1000 t.
    pub factor: &'a Factor,
    /// The place whose hours per FTE turn it into hours.
    pub region: &'a PlaceId,
    /// Its grade here: the factor's own, one lower where it is that of a place around, or D where it is borrowed or a proxy.
    pub grade: Grade,
    /// True where it is the figure of a place around: one grade lower.
    pub around: bool,
    /// True where only another region's figure exists.
    pub borrowed: bool,
    /// The work without a figure of its own that it stands in for.
    pub proxy_for: Option<ActivityId>,
}

/// From where a factor had to be fetched.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fetched {
    /// It is the place's own, or holds in general.
    Own,
    /// From a place around.
    Around,
    /// From another region.
    Elsewhere,
}

impl Library {
    /// The nearest factor for an activity: the place's own, of the nearest place around it, the general one, a region
    /// within the place, else the first of any other region, borrowed. None where no figure exists or where all are cross-checks.
    pub fn work_factor(&self, activity: &ActivityId, place: &PlaceId) -> Option<WorkFactor<'_>> {
        let row = self.activity(activity).filter(|row| !row.cross_check)?;
        let at = |wanted: &str| row.factors.iter().find(|work| is_at(work, wanted));
        let own = at(place.as_str());
        if let Some(work) = own {
            return self.found(row, work, Fetched::Own);
        }
        if let Some(work) = self.upwards(place).skip(1).find_map(at) {
            return self.found(row, work, Fetched::Around);
        }
        let near = at(self.neutral()?.id.as_str()).or_else(|| self.within(row, place));
        match near {
            Some(work) => self.found(row, work, Fetched::Own),
            None => self.found(
                row,
                row.factors.iter().find(|work| work.place.is_some())?,
                Fetched::Elsewhere,
            ),
        }
    }

    /// The factor for one line of a route's work, with the proxy named.
    ///
    /// None for work that is counted per piece: [`super::WorkBasis::MultipleOfSewing`].
    pub fn route_work(&self, work: &RouteWork, place: &PlaceId) -> Option<WorkFactor<'_>> {
        let found = self.work_factor(&work.activity, place)?;
        Some(match &work.proxy_for {
            Some(missing) => found.standing_in_for(missing.clone()),
            None => found,
        })
    }

    /// The factor for making one kg of virgin fibre at a place; None where no factor was found.
    pub fn virgin_work(&self, fibre: &Fibre, place: &PlaceId) -> Option<WorkFactor<'_>> {
        let work = fibre.virgin_work.as_ref()?;
        let found = self.work_factor(&work.activity, work.place.as_ref().unwrap_or(place))?;
        Some(if work.proxy {
            found.standing_in_for(ActivityId::from(fibre.id.as_str()))
        } else {
            found
        })
    }

    fn within<'a>(&self, row: &'a Activity, place: &PlaceId) -> Option<&'a RegionalWork> {
        let inside = |id: &PlaceId| {
            self.place(id)
                .is_some_and(|inner| inner.parent.as_ref() == Some(place))
        };
        row.factors
            .iter()
            .find(|work| work.place.as_ref().is_some_and(inside))
    }

    fn found<'a>(
        &'a self,
        row: &Activity,
        work: &'a RegionalWork,
        fetched: Fetched,
    ) -> Option<WorkFactor<'a>> {
        let factor = self.factor(work.factor_id(&row.id).as_str())?;
        let grade = match fetched {
            Fetched::Own => factor.figure.grade,
            Fetched::Around => factor.figure.grade.one_lower(),
            Fetched::Elsewhere => Grade::D,
        };
        Some(WorkFactor {
            factor,
            region: work.place.as_ref()?,
            grade,
            around: fetched == Fetched::Around,
            borrowed: fetched == Fetched::Elsewhere,
            proxy_for: None,
        })
    }
}

impl WorkFactor<'_> {
    fn standing_in_for(self, missing: ActivityId) -> Self {
        Self {
            grade: Grade::D,
            proxy_for: Some(missing),
            ..self
        }
    }
}

fn is_at(work: &RegionalWork, place: &str) -> bool {
    work.place.as_ref().is_some_and(|id| id.as_str() == place)
}
