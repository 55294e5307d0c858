//! A network with every number changed, its shape kept.

use super::network::{
    Body, End, Exit, FibreWork, GarmentWork, Gate, Hired, Item, ItemRole, Network, PartNumbers,
    ResolvedModel, Stage, WorkLine,
};

impl<T> Network<T> {
    /// The same network with every number changed by `number`.
    pub fn map<U>(&self, number: &mut impl FnMut(&T) -> U) -> Network<U> {
        Network {
            id: self.id.clone(),
            start: self.start.clone(),
            max_lives: self.max_lives,
            average_wears: number(&self.average_wears),
            hired: self.hired.as_ref().map(|hired| Hired {
                displacement: number(&hired.displacement),
                own_wears: number(&hired.own_wears),
            }),
            stages: self.stages.iter().map(|stage| stage.map(number)).collect(),
        }
    }
}

impl<T> Stage<T> {
    fn map<U>(&self, number: &mut impl FnMut(&T) -> U) -> Stage<U> {
        let body = match &self.body {
            Body::Item(item) => Body::Item(item.map(number)),
            Body::Material(gates) => Body::Material(gates.iter().map(|gate| gate.map(number)).collect()),
            Body::End(end) => Body::End(end.map(number)),
        };
        let work = self.work.iter().map(|line| WorkLine {
            activity: line.activity.clone(),
            place: line.place.clone(),
            basis: line.basis,
            hours: number(&line.hours),
        });
        Stage {
            id: self.id.clone(),
            body,
            work: work.collect(),
        }
    }
}

impl<T> Item<T> {
    fn map<U>(&self, number: &mut impl FnMut(&T) -> U) -> Item<U> {
        let role = match &self.role {
            ItemRole::Use {
                service_first,
                service_later,
            } => ItemRole::Use {
                service_first: number(service_first),
                service_later: number(service_later),
            },
            ItemRole::Return { displacement } => ItemRole::Return {
                displacement: number(displacement),
            },
            ItemRole::Other => ItemRole::Other,
        };
        let exits = self.exits.iter().map(|exit| Exit {
            to: exit.to.clone(),
            share: number(&exit.share),
        });
        Item {
            role,
            exits: exits.collect(),
            fallback: self.fallback.clone(),
            new_garment: self.new_garment.as_ref().map(|lines| map_garment(lines, number)),
        }
    }
}

impl<T> Gate<T> {
    fn map<U>(&self, number: &mut impl FnMut(&T) -> U) -> Gate<U> {
        Gate {
            part: self.part.clone(),
            removed: number(&self.removed),
            removed_to: self.removed_to.clone(),
            accepted: number(&self.accepted),
            output_yield: number(&self.output_yield),
            output_to: self.output_to.clone(),
            residue_to: self.residue_to.clone(),
            refused_to: self.refused_to.clone(),
        }
    }
}

impl<T> End<T> {
    fn map<U>(&self, number: &mut impl FnMut(&T) -> U) -> End<U> {
        let quality = number(&self.quality);
        let closed_share = number(&self.closed_share);
        let displaces = self.displaces.iter().map(|fibre| FibreWork {
            activity: fibre.activity.clone(),
            place: fibre.place.clone(),
            hours_per_kg: number(&fibre.hours_per_kg),
        });
        End {
            class: self.class,
            quality,
            closed_share,
            displaces: displaces.collect(),
        }
    }
}

impl<T> ResolvedModel<T> {
    /// The same model with every number changed by `number`.
    pub fn map<U>(&self, number: &mut impl FnMut(&T) -> U) -> ResolvedModel<U> {
        let parts = self.parts.iter().map(|part| PartNumbers {
            id: part.id.clone(),
            mass_kg: number(&part.mass_kg),
            f_r_textile: number(&part.f_r_textile),
            f_r_other: number(&part.f_r_other),
            f_u: number(&part.f_u),
            f_s: number(&part.f_s),
            e_f: number(&part.e_f),
        });
        let parts = parts.collect();
        let new_garment = map_garment(&self.new_garment, number);
        ResolvedModel {
            pieces_per_year: self.pieces_per_year,
            gross_kg: number(&self.gross_kg),
            parts,
            pathway: self.pathway.map(number),
            baseline: self.baseline.map(number),
            hours_per_fte: self
                .hours_per_fte
                .iter()
                .map(|(place, hours)| (place.clone(), number(hours)))
                .collect(),
            new_garment,
        }
    }
}

fn map_garment<T, U>(lines: &[GarmentWork<T>], number: &mut impl FnMut(&T) -> U) -> Vec<GarmentWork<U>> {
    let lines = lines.iter().map(|line| GarmentWork {
        activity: line.activity.clone(),
        place: line.place.clone(),
        hours_per_piece: number(&line.hours_per_piece),
    });
    lines.collect()
}
