//! Sewing of a new garment, counted per piece: making minutes times one factor, or the user's standard minutes.
//!
//! `h = minutes/60 × k` with the making minutes of the kind or the user's own, of which only k is drawn; or
//! `h = SMV/60 / efficiency × k_indirect`, without k. Source: METHOD 4. A kind without minutes is counted per kg.
//!
//! Invariant: a new garment and a remade one ask here for the hours of a piece, so that both count them alike.

use super::Builder;
use super::factors::{LineFactor, own_figure};
use crate::data::{Domain, Grade};
use crate::flow::notice::Notice;
use crate::flow::slot::{Input, InputOrigin, Slot};
use crate::flow::{DrawKey, InputKey};
use crate::model::{Estimate, Name, PlaceId, Sewing};
use std::sync::Arc;

/// The kind of work that sews a new garment.
pub const SEWING: &str = "sewing";
/// Hours of sewing over making minutes, the one factor that is drawn.
const SEWING_K: &str = "assumption.sewing_k";

/// The numbers behind the hours of sewing one piece at one place.
#[derive(Debug, Clone, PartialEq)]
pub struct SewnPiece {
    /// Minutes of one piece.
    pub minutes: Slot,
    /// How they become hours.
    pub counted: MinutesAs,
    /// Hours of one piece.
    pub hours_per_piece: Slot,
    /// For comparison: central hours of one piece by the factor per kg at that place; `None` without a factor or mass.
    pub by_mass: Option<f64>,
}

/// How minutes of a piece become hours of work.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum MinutesAs {
    /// Making minutes: `minutes/60 × k`.
    Making {
        /// Hours of all staff over making minutes.
        k: Slot,
    },
    /// Standard minutes: `SMV/60 / efficiency × k_indirect`.
    Standard {
        /// Minutes of work over minutes paid for.
        efficiency: Slot,
        /// All staff over sewing operators.
        indirect: Slot,
    },
}

/// Hours of one piece on their way into the network.
struct Sewn {
    minutes: Slot,
    counted: MinutesAs,
    hours_per_piece: Slot,
    /// The factor that the line of work rests on.
    line: InputKey,
    /// True where more than that factor is judged.
    assumed: bool,
}

impl Builder<'_> {
    /// Hours of sewing one piece at `place`; `None` where neither the user nor the kind gives minutes: there the factor
    /// per kg counts.
    pub(super) fn sewing_per_piece(&mut self, place: &PlaceId) -> Option<Slot> {
        if let Some(sewn) = self.sewn.get(place) {
            return Some(sewn.hours_per_piece);
        }
        let sewn = match self.project.product.sewing {
            Sewing::Smv(own) => self.by_standard_minutes(own),
            Sewing::Minutes(own) => {
                let name = Name::new("making minutes", "缝制分钟数");
                let minutes = self.own_minutes(own, name, true);
                self.by_making_minutes(place, minutes, true)
            }
            Sewing::Kind => {
                let id = &self.project.product.kind;
                let Some(kind) = self.library.kind(id) else {
                    self.notices.push(Notice::UnknownKind(id.clone()));
                    return None;
                };
                let id = format!("kind.{}.sewing_minutes", kind.id);
                let minutes = self.factor(&id);
                let judged =
                    kind.sewing_minutes.is_assumption() || self.project.overrides.contains_key(id.as_str());
                self.by_making_minutes(place, minutes, judged)
            }
        };
        let hours = sewn.hours_per_piece;
        let (by_mass, at) = (self.sewing_by_mass(place), place.clone());
        let known = SewnPiece {
            minutes: sewn.minutes,
            counted: sewn.counted,
            hours_per_piece: hours,
            by_mass,
        };
        self.sewn.insert(at.clone(), known);
        let line = LineFactor {
            factor: sewn.line,
            hours,
            at_best: sewn.assumed.then_some(Grade::D),
        };
        self.line_factors.insert((SEWING.into(), at), line);
        Some(hours)
    }

    /// Hours of sewing per kg of garment at `place`: those of the piece over its mass, or the factor per kg.
    pub(super) fn sewing_per_kg(&mut self, place: &PlaceId) -> Option<Slot> {
        let Some(hours) = self.sewing_per_piece(place) else {
            return self.hours_per_kg(&SEWING.into(), place);
        };
        let piece = self.piece.unwrap_or_else(|| self.slots.constant(0.0));
        Some(self.slots.quotient(hours, piece))
    }

    /// `minutes/60 × k`.
    fn by_making_minutes(&mut self, place: &PlaceId, minutes: Slot, judged: bool) -> Sewn {
        let id = self.sewing_k(place);
        let k = self.factor(&id);
        let worked = self.slots.scaled(minutes, 1.0 / 60.0);
        Sewn {
            minutes,
            counted: MinutesAs::Making { k },
            hours_per_piece: self.slots.product(worked, k),
            line: id.into(),
            assumed: judged,
        }
    }

    /// `SMV/60 / efficiency × k_indirect`.
    fn by_standard_minutes(&mut self, own: Estimate) -> Sewn {
        let name = Name::new("standard minutes (SMV)", "标准工时（SMV，分钟）");
        let minutes = self.own_minutes(own, name, false);
        let efficiency = self.factor("assumption.sewing_efficiency");
        let indirect = self.factor("assumption.sewing_k_indirect");
        let worked = self.slots.scaled(minutes, 1.0 / 60.0);
        let paid = self.slots.quotient(worked, efficiency);
        Sewn {
            minutes,
            counted: MinutesAs::Standard { efficiency, indirect },
            hours_per_piece: self.slots.product(paid, indirect),
            line: InputKey::SewingMinutes,
            assumed: true,
        }
    }

    /// The user's own minutes; `fixed` where they are never drawn.
    fn own_minutes(&mut self, own: Estimate, name: impl Into<Arc<Name>>, fixed: bool) -> Slot {
        let key = InputKey::SewingMinutes;
        self.slots.input(Input {
            draw: DrawKey::Alone(key.clone()),
            key,
            name: name.into(),
            figure: own_figure(own, "min", "", Grade::D).into(),
            domain: Domain::Positive,
            origin: InputOrigin::Project,
            fixed,
        })
    }

    /// The id of the factor between making minutes and hours: that of the place, of the place around it, or the general.
    fn sewing_k(&self, place: &PlaceId) -> String {
        let places = self.library.upwards(place);
        places
            .map(|place| format!("{SEWING_K}.{place}"))
            .find(|id| self.library.factor(id).is_some())
            .unwrap_or_else(|| SEWING_K.to_owned())
    }

    fn sewing_by_mass(&self, place: &PlaceId) -> Option<f64> {
        let parts = self.project.product.parts.iter();
        let mass: f64 = parts.map(|part| part.mass.get()).sum();
        let found = self.library.work_factor(&SEWING.into(), place)?;
        let fte = self.central_value(found.factor.id.as_str())?;
        let per_fte = self.central_value(self.library.hours_per_fte(found.region).id.as_str())?;
        let hours = fte * per_fte / 1e6 * mass;
        (hours > 0.0).then_some(hours)
    }
}
