//! Sewing of a new garment by minutes, where the product asks for it in place of the factor per kg.
//!
//! `h = SMV/60 / efficiency × k_indirect` per piece. Source: METHOD 4; efficiency and k are assumptions.
//!
//! Invariant: it becomes hours per kg over the mass of the piece, so that remaking and every other line that asks for
//! the hours of sewing counts them in the same way.

use super::Builder;
use super::factors::LineFactor;
use crate::flow::notice::Notice;
use crate::flow::slot::Slot;
use crate::flow::{DrawKey, InputKey};
use crate::model::{Estimate, Name, PlaceId};

/// The kind of work that sews a new garment.
pub const SEWING: &str = "sewing";

/// The numbers behind sewing by minutes.
#[derive(Debug, Clone, PartialEq)]
pub struct SewingMinutes {
    /// Minutes of one piece.
    pub minutes: Slot,
    /// Minutes of work over minutes paid for.
    pub efficiency: Slot,
    /// All staff over sewing operators.
    pub indirect: Slot,
    /// Hours of one piece.
    pub hours_per_piece: Slot,
    /// True for minutes of a life cycle tool, which are no standard minutes: the hours are a high bound.
    pub from_kind: bool,
    /// For comparison: central hours of one piece by the factor per kg where the garment is made; `None` without a
    /// factor or mass.
    pub by_mass: Option<f64>,
}

impl Builder<'_> {
    /// Hours of sewing per kg of garment at `place`; `None` is noticed: the library knows no minutes of the kind.
    pub(super) fn sewing_by_minutes(&mut self, place: &PlaceId, own: Option<Estimate>) -> Option<Slot> {
        let (key, minutes) = self.sewing_minutes(own)?;
        let efficiency = self.factor("assumption.sewing_efficiency");
        let indirect = self.factor("assumption.sewing_k_indirect");
        let worked = self.slots.scaled(minutes, 1.0 / 60.0);
        let paid = self.slots.quotient(worked, efficiency);
        let hours_per_piece = self.slots.product(paid, indirect);
        let piece = self.piece.unwrap_or_else(|| self.slots.constant(0.0));
        let hours = self.slots.quotient(hours_per_piece, piece);
        if self.sewing.is_none() {
            let sewing = SewingMinutes {
                minutes,
                efficiency,
                indirect,
                hours_per_piece,
                from_kind: own.is_none(),
                by_mass: self.sewing_by_mass(),
            };
            self.notice_high_bound(&sewing);
            self.sewing = Some(sewing);
        }
        let line = LineFactor {
            factor: key,
            hours,
            assumed: true,
        };
        self.line_factors.insert((SEWING.into(), place.clone()), line);
        Some(hours)
    }

    /// The user's own minutes, or those of the kind.
    fn sewing_minutes(&mut self, own: Option<Estimate>) -> Option<(InputKey, Slot)> {
        if let Some(own) = own {
            let name = Name::new("sewing minutes (SMV)", "缝制标准工时（SMV，分钟）");
            let key = InputKey::SewingMinutes;
            let slot = self.own(key.clone(), DrawKey::Alone(key.clone()), name, own, "min");
            return Some((key, slot));
        }
        let kind = self.project.product.kind.clone();
        if self.library.kind(&kind).is_none() {
            let activity = SEWING.into();
            self.notices
                .extend([Notice::UnknownKind(kind), Notice::NoFactor { activity }]);
            return None;
        }
        let key = format!("kind.{kind}.sewing_minutes");
        let slot = self.factor(&key);
        Some((key.into(), slot))
    }

    fn sewing_by_mass(&self) -> Option<f64> {
        let product = &self.project.product;
        let mass: f64 = product.parts.iter().map(|part| part.mass.get()).sum();
        let found = self.library.work_factor(&SEWING.into(), &product.made_in)?;
        let fte = self.central_value(found.factor.id.as_str())?;
        let per_fte = self.central_value(self.library.hours_per_fte(found.region).id.as_str())?;
        let hours = fte * per_fte / 1e6 * mass;
        (hours > 0.0).then_some(hours)
    }

    fn notice_high_bound(&mut self, sewing: &SewingMinutes) {
        if !sewing.from_kind {
            return;
        }
        let value = |id: &str| self.central_value(id).unwrap_or(f64::NAN);
        let kind = self.project.product.kind.clone();
        let minutes = value(&format!("kind.{kind}.sewing_minutes"));
        let paid = minutes / 60.0 / value("assumption.sewing_efficiency");
        let hours = paid * value("assumption.sewing_k_indirect");
        let times = sewing
            .by_mass
            .map(|by_mass| hours / by_mass)
            .filter(|times| times.is_finite());
        self.notices.push(Notice::KindMinutes { kind, times });
    }
}
