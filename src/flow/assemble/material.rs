//! Material stages of a pathway, and the stages that the method adds to them: output ends and disassembly.

use super::gates::cuts;
use super::{Builder, GateAnswer};
use crate::data::{Route, RouteClass, WorkBasis};
use crate::flow::added::Added;
use crate::flow::network::{
    Basis, Body, End, EndClass, Exit, FibreWork, Gate, Item, ItemRole, Stage, WorkLine,
};
use crate::flow::notice::Notice;
use crate::flow::slot::Slot;
use crate::flow::{DrawKey, InputKey};
use crate::model::{self, ActivityId, PathwayId, PlaceId, RouteId};
use std::sync::Arc;

impl Builder<'_> {
    pub(super) fn material(
        &mut self,
        pathway: &PathwayId,
        stage: &model::Stage,
        route: &Route,
        stages: &mut Vec<Stage<Slot>>,
    ) -> Vec<GateAnswer> {
        let output = Added::Output.to(&stage.id);
        if let Some(hours) = self.removal_hours(route) {
            stages.push(self.disassembly(stage, hours));
        }
        let (gates, answers) = self.gates(stage, route, &output);
        let work = self.route_work(stage, route);
        stages.push(Stage {
            id: stage.id.clone(),
            body: Body::Material(gates),
            work,
        });
        let end = self.output_end(pathway, stage, route);
        stages.push(Stage {
            id: output,
            body: Body::End(end),
            work: Vec::new(),
        });
        answers
    }

    pub(super) fn is_disassembled(&self, route: &Route) -> bool {
        cuts(route, &self.project.product.parts) > 0
    }

    fn disassembly(&mut self, stage: &model::Stage, hours: Slot) -> Stage<Slot> {
        let activity = ActivityId::from("trim_removal");
        self.hours_direct(
            &activity,
            &stage.place,
            "assumption.removal_minutes_per_trim",
            hours,
        );
        let work = WorkLine {
            activity,
            place: stage.place.clone(),
            basis: Basis::Piece,
            hours,
        };
        let exits = vec![Exit {
            to: stage.id.clone(),
            share: self.slots.constant(1.0),
        }];
        let body = Body::Item(Item {
            role: ItemRole::Other,
            exits,
            fallback: None,
            new_garment: None,
        });
        Stage {
            id: Added::Disassembly.to(&stage.id),
            body,
            work: vec![work],
        }
    }

    fn route_work(&mut self, stage: &model::Stage, route: &Route) -> Vec<WorkLine<Slot>> {
        let mut lines = Vec::with_capacity(route.work.len());
        for work in &route.work {
            let basis = match work.basis {
                WorkBasis::Kg => Basis::Kg,
                WorkBasis::KgOut | WorkBasis::MultipleOfSewing => Basis::KgOut,
            };
            if work.proxy_for.is_some() {
                let activity = work.activity.clone();
                self.notices.push(Notice::Proxy {
                    work: route.id.clone(),
                    activity,
                });
            }
            let hours = if work.basis == WorkBasis::MultipleOfSewing {
                self.remaking_hours(&work.activity, &stage.place)
            } else {
                self.hours_per_kg(&work.activity, &stage.place)
            };
            let (activity, place) = (work.activity.clone(), stage.place.clone());
            lines.extend(hours.map(|hours| WorkLine {
                activity,
                place,
                basis,
                hours,
            }));
        }
        lines
    }

    /// Hours per kg of remade garments: a multiple of the hours of sewing a new one.
    fn remaking_hours(&mut self, activity: &ActivityId, place: &PlaceId) -> Option<Slot> {
        let sewing = self.sewing_per_kg(place)?;
        let multiple = self.factor("assumption.remanufacture_multiple");
        let hours = self.slots.product(sewing, multiple);
        self.hours_direct(activity, place, "assumption.remanufacture_multiple", hours);
        Some(hours)
    }

    fn output_end(&mut self, pathway: &PathwayId, stage: &model::Stage, route: &Route) -> End<Slot> {
        let class = match route.class {
            RouteClass::FibreToFibre => EndClass::Recycled,
            RouteClass::ComponentReuse => EndClass::Component,
            RouteClass::Downcycle => EndClass::Downcycled,
            RouteClass::Biological => EndClass::Biological,
            RouteClass::Energy => EndClass::Energy,
            RouteClass::Disposal => EndClass::Landfilled,
        };
        let closed_share = match stage.closed_share {
            Some(own) => {
                let key = InputKey::Closed {
                    pathway: pathway.clone(),
                    stage: stage.id.clone(),
                };
                let factor = self.library.factor("assumption.closed_share");
                let name = factor.map(|factor| Arc::clone(&factor.name)).unwrap_or_default();
                self.own(key.clone(), DrawKey::Alone(key), name, own, "share")
            }
            None => self.factor("assumption.closed_share"),
        };
        let mut displaces = Vec::new();
        if class == EndClass::Recycled {
            let made_in = self.project.product.made_in.clone();
            let substitution = self.factor(&format!("route.{}.quality", route.id));
            for activity in &route.displaces {
                if let Some(hours) = self.hours_per_kg(activity, &made_in) {
                    let hours_per_kg = self.slots.product(hours, substitution);
                    displaces.push(FibreWork {
                        activity: activity.clone(),
                        place: made_in.clone(),
                        hours_per_kg,
                    });
                }
            }
        }
        End {
            class,
            quality: self.factor(&format!("route.{}.quality", route.id)),
            closed_share,
            displaces,
        }
    }

    /// A route that the library does not know takes nothing: everything goes to the fallback.
    pub(super) fn unknown_route(
        &mut self,
        stage: &model::Stage,
        route: &RouteId,
        stages: &mut Vec<Stage<Slot>>,
    ) {
        self.notices.push(Notice::UnknownRoute {
            stage: stage.id.clone(),
            route: route.clone(),
        });
        let zero = self.slots.constant(0.0);
        let gates = self.project.product.parts.iter().map(|part| Gate {
            part: part.id.clone(),
            removed: zero,
            removed_to: None,
            accepted: zero,
            output_yield: zero,
            output_to: None,
            residue_to: None,
            refused_to: stage.fallback.clone(),
        });
        let body = Body::Material(gates.collect());
        stages.push(Stage {
            id: stage.id.clone(),
            body,
            work: Vec::new(),
        });
    }
}
