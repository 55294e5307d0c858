//! Projects that could be: presets whose shares, lives, feedstock, masses, fallbacks and own figures are drawn anew.

use proptest::prelude::*;
use proptest::sample::Index;
use reloom::model::{Estimate, MaxLives, Project};
use reloom::quantity::{Mass, Share};

/// What is drawn for one stage.
#[derive(Debug, Clone)]
struct Drawn {
    shares: Vec<f64>,
    own: Option<f64>,
    fallback: Option<Index>,
    residue: Option<Index>,
}

fn drawn() -> impl Strategy<Value = Drawn> {
    let share = prop_oneof![4 => 0.0..=1.0, 1 => Just(0.0), 1 => Just(1.0)];
    let rarely = || prop::option::weighted(0.08, any::<Index>());
    (
        proptest::collection::vec(share, 12),
        prop::option::weighted(0.2, 0.001..=1.0),
        rarely(),
        rarely(),
    )
        .prop_map(|(shares, own, fallback, residue)| Drawn {
            shares,
            own,
            fallback,
            residue,
        })
}

prop_compose! {
    /// Any such project.
    pub fn projects()(
        preset in any::<Index>(),
        stages in proptest::collection::vec(drawn(), 40),
        lives in prop_oneof![Just(MaxLives::Unlimited), (1..=30_u32).prop_map(MaxLives::Lives)],
        masses in proptest::collection::vec(0.001..2.0, 12),
        feedstock in proptest::collection::vec((0.0..=1.0, 0.0..=1.0, 0.0..=1.0), 12),
    ) -> Project {
        let presets: Vec<_> = reloom::presets::all().iter().collect();
        let mut project = preset.get(&presets).project().unwrap();
        for (part, (mass, shares)) in project.product.parts.iter_mut().zip(masses.iter().zip(&feedstock).cycle()) {
            part.mass = Mass::new(*mass).unwrap();
            let (recycled, reused, sustained): (f64, f64, f64) = *shares;
            let sum = (recycled + reused + sustained).max(1.0) * (1.0 + 1e-12);
            for line in &mut part.fibres {
                line.feedstock.recycled = Share::clamped(recycled / sum);
                line.feedstock.reused = Share::clamped(reused / sum);
                line.feedstock.sustained = Share::clamped(sustained / sum);
            }
        }
        let mut drawn = stages.iter().cycle();
        for pathway in &mut project.pathways {
            pathway.max_lives = lives;
            let ids: Vec<_> = pathway.stages.iter().map(|stage| stage.id.clone()).collect();
            for (stage, drawn) in pathway.stages.iter_mut().zip(drawn.by_ref()) {
                let sum: f64 = stage.exits.iter().zip(&drawn.shares).map(|(_, share)| share).sum();
                if sum > 0.0 {
                    for (exit, share) in stage.exits.iter_mut().zip(&drawn.shares) {
                        exit.share = Share::clamped(share / sum);
                        exit.range = None;
                    }
                }
                if let (Some(own), true) = (drawn.own, stage.own.is_some()) {
                    stage.own = Some(Estimate::exact(own));
                }
                if let Some(fallback) = drawn.fallback {
                    stage.fallback = Some(fallback.get(&ids).clone());
                }
                if let Some(residue) = drawn.residue.filter(|_| stage.residue.is_some()) {
                    stage.residue = Some(residue.get(&ids).clone());
                }
            }
        }
        project
    }
}
