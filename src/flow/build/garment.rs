//! Work in one new garment, stage by stage: what every garment avoided takes away.

use super::Builder;
use super::product::{Chain, ProductMasses};
use crate::flow::network::GarmentWork;
use crate::flow::notice::Notice;
use crate::flow::slot::Slot;
use crate::model::{ActivityId, Making, Part, PlaceId, ProcessId};
use std::collections::BTreeMap;

/// Hours per piece, collected by activity and place.
type Lines = BTreeMap<(ActivityId, PlaceId), Vec<Slot>>;

impl Builder<'_> {
    /// Hours per piece of the chains in `masses`: fibre, spinning, forming, dyeing, sewing, retail.
    pub(super) fn new_garment(&mut self, masses: &ProductMasses) -> Vec<GarmentWork<Slot>> {
        let project = self.project;
        let mut lines = Lines::new();
        for (part, (_, chain)) in project.product.parts.iter().zip(&masses.chains) {
            match &part.making {
                Making::Cloth {
                    spinning,
                    forming,
                    dyeing,
                    ..
                } => {
                    self.fibre_work(part, *chain, &mut lines);
                    self.process_work(Some(spinning), chain.yarn, &mut lines);
                    self.process_work(forming.as_ref(), chain.formed, &mut lines);
                    self.process_work(dyeing.as_ref(), chain.gross, &mut lines);
                }
                Making::Bought => self.notices.push(Notice::BoughtTrims),
            }
        }
        let mass = masses.product.unwrap_or_else(|| self.slots.constant(0.0));
        let (made_in, used_in) = (&project.product.made_in, &project.product.used_in);
        self.work_on(&"garment".into(), made_in, mass, &mut lines);
        self.work_on(&"retail_new".into(), used_in, mass, &mut lines);
        let work = lines.into_iter().map(|((activity, place), hours)| GarmentWork {
            activity,
            place,
            hours_per_piece: self.slots.total(hours),
        });
        work.collect()
    }

    fn process_work(&mut self, process: Option<&ProcessId>, mass: Slot, lines: &mut Lines) {
        let library = self.library;
        let process = process.and_then(|id| library.process(id));
        if let Some(activity) = process.and_then(|process| process.work.as_ref()) {
            let made_in = self.project.product.made_in.clone();
            self.work_on(activity, &made_in, mass, lines);
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
            let place = work.place.clone().unwrap_or_else(|| self.project.product.made_in.clone());
            self.work_on(&work.activity, &place, mass, lines);
        }
    }

    fn work_on(&mut self, activity: &ActivityId, place: &PlaceId, mass: Slot, lines: &mut Lines) {
        if let Some(hours) = self.hours_per_kg(activity, place) {
            let hours = self.slots.product(mass, hours);
            lines
                .entry((activity.clone(), place.clone()))
                .or_default()
                .push(hours);
        }
    }
}
