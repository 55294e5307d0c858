//! Work in one new garment, stage by stage: what every garment avoided takes away.
//!
//! Invariant: every line of that work is the sum over [`MadeMass`] of mass · hours per kg of its activity and place;
//! sewing by minutes is hours per piece on one piece.

use super::Builder;
use super::product::{Chain, ProductMasses};
use super::sewing::SEWING;
use crate::flow::network::GarmentWork;
use crate::flow::notice::Notice;
use crate::flow::slot::Slot;
use crate::model::{ActivityId, Making, Part, PartId, PlaceId, ProcessId};
use std::collections::BTreeMap;

/// The kind of work that sells a new garment.
pub const RETAIL: &str = "retail_new";

/// Hours per piece, collected by activity and place.
type Lines = BTreeMap<(ActivityId, PlaceId), Vec<Slot>>;

/// Mass of one part, or of the whole piece, that one kind of work in a new garment is done on.
#[derive(Debug, Clone, PartialEq)]
pub struct MadeMass {
    /// The part; `None` for the whole piece.
    pub part: Option<PartId>,
    /// Kind of work.
    pub activity: ActivityId,
    /// Where.
    pub place: PlaceId,
    /// True where the fibre fixes the place, wherever the garment is made.
    pub fixed_place: bool,
    /// Mass per piece, kg, with the losses behind it; 1 where the work is counted per piece.
    pub mass: Slot,
}

/// Work on a whole piece: on `mass` kg, or on 1 piece.
fn whole(activity: &str, place: &PlaceId, mass: Slot) -> MadeMass {
    MadeMass {
        part: None,
        activity: activity.into(),
        place: place.clone(),
        fixed_place: false,
        mass,
    }
}

impl Builder<'_> {
    /// Hours per piece of the chains in `masses`: fibre, spinning, forming, dyeing, sewing, retail.
    pub(super) fn new_garment(&mut self, masses: &ProductMasses) -> Vec<GarmentWork<Slot>> {
        let project = self.project;
        let mut lines = Lines::new();
        for (part, (_, chain)) in project.product.parts.iter().zip(&masses.chains) {
            match &part.making {
                Making::Cloth { .. } => {
                    self.fibre_work(part, *chain, &mut lines);
                    for (process, mass) in chain.steps(&part.making) {
                        self.process_work(part, process, mass, &mut lines);
                    }
                }
                Making::Bought => self.notices.push(Notice::BoughtTrims),
            }
        }
        let mass = masses.product.unwrap_or_else(|| self.slots.constant(0.0));
        self.sewing_work(mass, &mut lines);
        self.work_on(whole(RETAIL, &project.product.used_in, mass), &mut lines);
        let work = lines.into_iter().map(|((activity, place), hours)| GarmentWork {
            activity,
            place,
            hours_per_piece: self.slots.total(hours),
        });
        work.collect()
    }

    /// Sewing, on the piece; on its mass where no minutes are known.
    fn sewing_work(&mut self, mass: Slot, lines: &mut Lines) {
        let place = &self.project.product.made_in;
        match self.sewing_per_piece(place) {
            Some(hours) => {
                let piece = self.slots.constant(1.0);
                let key = (SEWING.into(), place.clone());
                lines.entry(key).or_default().push(hours);
                self.made.push(whole(SEWING, place, piece));
            }
            None => self.work_on(whole(SEWING, place, mass), lines),
        }
    }

    fn process_work(&mut self, part: &Part, process: &ProcessId, mass: Slot, lines: &mut Lines) {
        let library = self.library;
        let process = library.process(process);
        if let Some(activity) = process.and_then(|process| process.work.as_ref()) {
            let made = self.made_in_part(part, activity, mass);
            self.work_on(made, lines);
        }
    }

    fn made_in_part(&self, part: &Part, activity: &ActivityId, mass: Slot) -> MadeMass {
        MadeMass {
            part: Some(part.id.clone()),
            activity: activity.clone(),
            place: self.project.product.made_in.clone(),
            fixed_place: false,
            mass,
        }
    }

    /// Fibre making, for all that does not come from earlier products.
    ///
    /// Recycled content counts with the hours of the virgin fibre until a factor of its own exists.
    fn fibre_work(&mut self, part: &Part, chain: Chain, lines: &mut Lines) {
        let library = self.library;
        for line in &part.fibres {
            let new = line.share.get() * (1.0 - line.feedstock.reused.get());
            let Some(work) = library
                .fibre(&line.fibre)
                .and_then(|fibre| fibre.virgin_work.as_ref())
            else {
                self.notices.push(Notice::NoFibreFactor {
                    fibre: line.fibre.clone(),
                });
                continue;
            };
            if work.proxy {
                let (fibre, activity) = (line.fibre.clone(), work.activity.clone());
                self.notices.push(Notice::FibreProxy { fibre, activity });
            }
            let mass = self.slots.scaled(chain.fibre, new);
            let mut made = self.made_in_part(part, &work.activity, mass);
            if let Some(place) = &work.place {
                (made.place, made.fixed_place) = (place.clone(), true);
            }
            self.work_on(made, lines);
        }
    }

    fn work_on(&mut self, made: MadeMass, lines: &mut Lines) {
        if let Some(hours) = self.hours_per_kg(&made.activity, &made.place) {
            let hours = self.slots.product(made.mass, hours);
            lines
                .entry((made.activity.clone(), made.place.clone()))
                .or_default()
                .push(hours);
        }
        self.made.push(made);
    }
}
