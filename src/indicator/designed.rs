//! Designed potential: where the mass would end if every piece came to the best gate that the pathway has for each part.
//!
//! Best is a component reused, then the highest same-grade yield, then downcycling, then composting. What even the best
//! gate does not give out ends as it does today: as the mix of ends that are no output.

use super::flows::{Outflow, outflow};
use crate::flow::network::EndClass;

/// One gate as one part meets it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct GateOffer {
    /// Class of its output.
    pub class: EndClass,
    /// Output per kg that comes to the gate: what is not taken off, taken in, and given out.
    pub output: f64,
}

/// One part with the gates of the pathway.
#[derive(Debug, Clone, PartialEq)]
pub struct DesignedPart<O> {
    /// Mass, kg.
    pub m: f64,
    /// What each gate offers.
    pub offers: O,
    /// Where its mass ends today that is no output: energy recovery and lost, kg.
    pub energy: f64,
    /// As above, lost.
    pub linear: f64,
}

fn rank(class: EndClass) -> u8 {
    match class {
        EndClass::Component => 4,
        EndClass::Recycled => 3,
        EndClass::Downcycled => 2,
        EndClass::Biological => 1,
        _ => 0,
    }
}

/// The outflow bar that the design would allow of parts that weigh `mass` together, kg.
pub fn designed_outflow<O: IntoIterator<Item = GateOffer>>(
    parts: impl IntoIterator<Item = DesignedPart<O>>,
    mass: f64,
) -> Outflow {
    let ends = parts.into_iter().flat_map(|part| {
        let best = part.offers.into_iter().filter(|offer| offer.output > 0.0);
        let best = best.max_by(|a, b| {
            (rank(a.class), a.output)
                .partial_cmp(&(rank(b.class), b.output))
                .unwrap_or(std::cmp::Ordering::Equal)
        });
        let given = best.map_or(0.0, |offer| part.m * offer.output);
        let today = part.energy + part.linear;
        let energy = if today > 0.0 { part.energy / today } else { 0.0 };
        let class = best.map_or(EndClass::Energy, |offer| offer.class);
        [
            (class, given),
            (EndClass::Energy, (part.m - given) * energy),
            (EndClass::Landfilled, (part.m - given) * (1.0 - energy)),
        ]
    });
    outflow(ends, mass)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_best_gate_takes_the_part() {
        let offers = vec![
            GateOffer {
                class: EndClass::Downcycled,
                output: 0.9,
            },
            GateOffer {
                class: EndClass::Recycled,
                output: 0.6,
            },
            GateOffer {
                class: EndClass::Recycled,
                output: 0.5,
            },
        ];
        let part = DesignedPart {
            m: 0.5,
            offers,
            energy: 0.3,
            linear: 0.1,
        };
        let refused = DesignedPart {
            m: 0.5,
            offers: Vec::new(),
            energy: 0.0,
            linear: 0.2,
        };
        let bar = designed_outflow([part, refused], 1.0);
        assert!((bar.recycled - 0.3).abs() < 1e-12);
        assert!((bar.energy - 0.15).abs() < 1e-12 && (bar.linear - 0.55).abs() < 1e-12);
    }
}
