//! The ledger: every (activity, place) of a project is one line, the same in all pathways.

use crate::flow::network::{Body, GarmentWork, Network, WorkLine};
use crate::flow::{Flow, Plan, Slot, Target};
use crate::model::{ActivityId, PlaceId, StageId};

/// The lines of a project, sorted by activity and place.
#[derive(Debug, Clone, Default)]
pub struct Ledger {
    lines: Vec<(ActivityId, PlaceId)>,
}

/// Hours that are counted on a flow.
#[derive(Debug, Clone, Copy)]
pub struct WorkAt {
    /// Line of the ledger.
    pub line: usize,
    /// What the hours are counted on.
    pub flow: Flow,
    /// Hours per piece or per kg.
    pub hours: Slot,
}

/// Hours in virgin fibre that recycled output replaces.
#[derive(Debug, Clone, Copy)]
pub struct Displaced {
    /// Line of the ledger.
    pub line: usize,
    /// Place of the recycled end.
    pub end: usize,
    /// Hours per kg of recycled output.
    pub hours_per_kg: Slot,
}

/// Hours in one new garment.
#[derive(Debug, Clone, Copy)]
pub struct InGarment {
    /// Line of the ledger.
    pub line: usize,
    /// Hours per new piece.
    pub hours_per_piece: Slot,
}

/// The work of one network on the lines of the ledger.
#[derive(Debug, Clone, Default)]
pub struct WorkPlan {
    /// The pathway's own work.
    pub own: Vec<WorkAt>,
    /// Virgin fibre work that its recycled output replaces.
    pub displaced: Vec<Displaced>,
    /// Work in the new garments that each return stage avoids, where it is not the product's own.
    pub elsewhere: Vec<Elsewhere>,
    /// Work that moved here from home and is in no line.
    pub moved: Vec<Moved>,
}

/// Work in the new garment that one return stage avoids.
#[derive(Debug, Clone)]
pub struct Elsewhere {
    /// Place of the return stage among the item stages.
    pub item: usize,
    /// Its lines; none where no work is displaced.
    pub lines: Vec<InGarment>,
}

/// Work that was done at home before, counted by itself.
#[derive(Debug, Clone, Copy)]
pub struct Moved {
    /// What the hours are counted on.
    pub flow: Flow,
    /// Hours per piece or per kg.
    pub hours: Slot,
}

impl WorkPlan {
    /// Work in one new garment that the return stage at `item` avoids: its own lines, or the product's.
    pub fn new_garment<'a>(&'a self, item: usize, product: &'a [InGarment]) -> &'a [InGarment] {
        let own = self.elsewhere.iter().find(|own| own.item == item);
        own.map_or(product, |own| &own.lines)
    }
}

impl Ledger {
    /// The ledger of all `networks` and of the work in a new garment.
    pub fn of<'a>(
        networks: impl IntoIterator<Item = &'a Network<Slot>>,
        garment: &[GarmentWork<Slot>],
    ) -> Self {
        let mut lines: Vec<(ActivityId, PlaceId)> = garment
            .iter()
            .map(|line| (line.activity.clone(), line.place.clone()))
            .collect();
        for stage in networks.into_iter().flat_map(|network| &network.stages) {
            lines.extend(
                stage
                    .work
                    .iter()
                    .map(|line| (line.activity.clone(), line.place.clone())),
            );
            if let Body::Item(item) = &stage.body {
                let garment = item.new_garment.iter().flatten();
                lines.extend(garment.map(|line| (line.activity.clone(), line.place.clone())));
            }
            if let Body::End(end) = &stage.body {
                lines.extend(
                    end.displaces
                        .iter()
                        .map(|fibre| (fibre.activity.clone(), fibre.place.clone())),
                );
            }
        }
        lines.sort();
        lines.dedup();
        Self { lines }
    }

    /// The lines in order.
    pub fn lines(&self) -> &[(ActivityId, PlaceId)] {
        &self.lines
    }

    fn line(&self, activity: &ActivityId, place: &PlaceId) -> Option<usize> {
        self.lines
            .binary_search_by(|(a, p)| (a, p).cmp(&(activity, place)))
            .ok()
    }

    /// The work of `network` by place in `plan`. Lines whose basis does not fit their stage are left out.
    pub fn plan(&self, network: &Network<Slot>, plan: &Plan) -> WorkPlan {
        let mut work = WorkPlan::default();
        for stage in &network.stages {
            for at in &stage.work {
                if let (Some(line), Some(flow)) =
                    (self.line(&at.activity, &at.place), plan.flow(&stage.id, at.basis))
                {
                    work.own.push(WorkAt {
                        line,
                        flow,
                        hours: at.hours,
                    });
                }
            }
            if let (Body::Item(item), Some(Target::Item(place))) = (&stage.body, plan.target(&stage.id))
                && let Some(garment) = &item.new_garment
            {
                work.elsewhere.push(Elsewhere {
                    item: place,
                    lines: self.garment(garment),
                });
            }
            if let (Body::End(end), Some(Flow::Ended(place))) =
                (&stage.body, plan.flow(&stage.id, crate::flow::network::Basis::Kg))
            {
                for fibre in &end.displaces {
                    if let Some(line) = self.line(&fibre.activity, &fibre.place) {
                        work.displaced.push(Displaced {
                            line,
                            end: place,
                            hours_per_kg: fibre.hours_per_kg,
                        });
                    }
                }
            }
        }
        work
    }

    /// The work in `lines` at stages of `plan` that is counted by itself.
    pub fn moved(plan: &Plan, lines: &[(StageId, WorkLine<Slot>)]) -> Vec<Moved> {
        let moved = lines.iter().filter_map(|(stage, line)| {
            let flow = plan.flow(stage, line.basis)?;
            Some(Moved {
                flow,
                hours: line.hours,
            })
        });
        moved.collect()
    }

    /// The work in one new garment on the lines of the ledger.
    pub fn garment(&self, garment: &[GarmentWork<Slot>]) -> Vec<InGarment> {
        let lines = garment.iter().filter_map(|work| {
            let line = self.line(&work.activity, &work.place)?;
            Some(InGarment {
                line,
                hours_per_piece: work.hours_per_piece,
            })
        });
        lines.collect()
    }
}
