//! Designed potential: where the mass would end if every piece came to the best gate that the pathway has for each part.
//!
//! Best is a component reused, then the highest same-grade yield, then downcycling, then composting. What even the best
//! gate does not give out ends as it does today: as the mix of ends that are no output.

use super::flows::{Outflow, outflow};
use crate::flow::network::EndClass;
use crate::quantity::Number;

/// One gate as one part meets it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct GateOffer<N = f64> {
    /// Class of its output.
    pub class: EndClass,
    /// Output per kg that comes to the gate: what is not taken off, taken in, and given out.
    pub output: N,
}

/// One part with the gates of the pathway.
#[derive(Debug, Clone, PartialEq)]
pub struct DesignedPart<O, N = f64> {
    /// Mass, kg.
    pub m: N,
    /// What each gate offers.
    pub offers: O,
    /// Where its mass ends today that is no output: energy recovery and lost, kg.
    pub energy: N,
    /// As above, lost.
    pub linear: N,
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

/// The best of some offers, which may be another one in each lane.
#[derive(Clone, Copy)]
struct Best<N> {
    /// Its place among the offers, from 0; −1 where nothing is given out.
    at: N,
    /// Rank of its class.
    rank: N,
    output: N,
}

impl<N: Number> Best<N> {
    /// The best of `offers` that give something out: of the highest class, of these the one that gives most.
    fn of(offers: impl Iterator<Item = GateOffer<N>>) -> Self {
        let none = Self {
            at: N::of(-1.0),
            rank: N::of(-1.0),
            output: N::ZERO,
        };
        offers.enumerate().fold(none, |best, (place, offer)| {
            let rank = N::of(f64::from(rank(offer.class)));
            let as_much = offer.output.if_reaches(best.output, N::ONE, N::ZERO);
            let as_high = (rank - best.rank).if_zero(as_much, N::ZERO);
            let better = (rank - best.rank).if_above(0.0, N::ONE, as_high);
            let better = offer.output.if_above(0.0, better, N::ZERO);
            let take = |new: N, old: N| better.if_above(0.0, new, old);
            Self {
                at: take(N::of(place as f64), best.at),
                rank: take(rank, best.rank),
                output: take(offer.output, best.output),
            }
        })
    }

    /// What the offer at `place` gives out where it is the best.
    fn given_at(&self, place: usize) -> N {
        (self.at - N::of(place as f64)).if_zero(self.output, N::ZERO)
    }
}

/// The outflow bar that the design would allow of parts that weigh `mass` together, kg.
pub fn designed_outflow<N: Number, O: IntoIterator<Item = GateOffer<N>, IntoIter: Clone>>(
    parts: impl IntoIterator<Item = DesignedPart<O, N>>,
    mass: N,
) -> Outflow<N> {
    let ends = parts.into_iter().flat_map(|part| {
        let offers = part.offers.into_iter();
        let best = Best::of(offers.clone());
        let m = part.m;
        let given = offers
            .enumerate()
            .map(move |(place, offer)| (offer.class, m * best.given_at(place)));
        let today = part.energy + part.linear;
        let energy = today.if_above(0.0, part.energy / today, N::ZERO);
        let rest = m - m * best.output;
        given.chain([
            (EndClass::Energy, rest * energy),
            (EndClass::Landfilled, rest * (N::ONE - energy)),
        ])
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
