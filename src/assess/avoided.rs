//! New garments avoided, by service: `A = [Σ passages(r → u) · displacement(r) · service of the life entered] / L_av`,
//! and for a hired first life `(service_first · displacement_first − own_wears) / L_av` besides.
//!
//! Invariant: what is avoided is never more than what is worn beyond an owned first life. Source: MODEL.md, "Item level".

use crate::flow::network::ItemRole;
use crate::flow::{Plan, Slot, Solution, Target};
use crate::quantity::Number;

/// New garments avoided per piece, as shares of the average life of a new garment.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Avoided<N = f64> {
    /// What each item stage brings back into use, `Σ passages · service / L_av`; 0 at stages that are no return.
    pub served: Vec<N>,
    /// A hired first life: its service, over `L_av`; 0 where the first user owns the garment.
    pub hired: N,
    /// The owned pieces that the hired first life stands in for, over `L_av`.
    pub owned: N,
    /// All that is avoided; negative where hiring gives fewer wears than owning.
    pub garments: N,
}

impl<N: Number> Avoided<N> {
    /// Counts what `solution` avoids, into room that is reused.
    pub fn count(&mut self, plan: &Plan, solution: &Solution<N>, numbers: &[N]) {
        let average = plan.average_wears.of(numbers);
        self.served.clear();
        self.garments = N::ZERO;
        for (item, flows, unworn) in solution.exits_by_life(plan) {
            let ItemRole::Return { displacement } = item.role else {
                self.served.push(N::ZERO);
                continue;
            };
            let mut wears = N::ZERO;
            for ((exit, pieces), into_first) in item.exits.iter().zip(flows).zip(unworn) {
                if let Some((first, later)) = service(plan, exit.to) {
                    wears += *into_first * first.of(numbers) + (*pieces - *into_first) * later.of(numbers);
                }
            }
            let served = wears / average;
            self.served.push(served);
            self.garments += served * displacement.of(numbers);
        }
        (self.hired, self.owned) = (N::ZERO, N::ZERO);
        if let Some(hired) = plan.hired {
            let first =
                service(plan, Target::Item(plan.start)).map_or(N::ZERO, |(first, _)| first.of(numbers));
            self.hired = first / average;
            self.owned = hired.own_wears.of(numbers) / average;
            self.garments += self.hired * hired.displacement.of(numbers) - self.owned;
        }
    }

    /// Garments avoided by the return stage at `index`.
    pub fn at(&self, plan: &Plan, index: usize, numbers: &[N]) -> N {
        match (
            plan.items.get(index).map(|item| item.role),
            self.served.get(index),
        ) {
            (Some(ItemRole::Return { displacement }), Some(served)) => *served * displacement.of(numbers),
            _ => N::ZERO,
        }
    }

    /// Garments avoided by a hired first life; 0 where the first user owns the garment.
    pub fn by_hiring(&self, plan: &Plan, numbers: &[N]) -> N {
        plan.hired.map_or(N::ZERO, |hired| {
            self.hired * hired.displacement.of(numbers) - self.owned
        })
    }

    /// All wears that a displacement is counted on, over `L_av`.
    pub fn served_in_all(&self) -> N {
        self.served.iter().copied().sum::<N>() + self.hired
    }
}

/// Wears of a first and of a later life at the use stage `target`; `None` where it is none.
fn service(plan: &Plan, target: Target) -> Option<(Slot, Slot)> {
    let Target::Item(index) = target else { return None };
    match plan.items.get(index)?.role {
        ItemRole::Use {
            service_first,
            service_later,
        } => Some((service_first, service_later)),
        _ => None,
    }
}
