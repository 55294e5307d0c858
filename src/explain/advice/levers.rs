//! Which levers there are: of the product, of a pathway, and the factors that the engine uses.

use super::lever::{Lever, Turned, recycled_of};
use super::lever_id;
use super::part::share_of;
use super::tries::{Ground, both};
use crate::data::{Domain, Library};
use crate::flow::InputKey;
use crate::model::{
    FactorId, FibreId, Link, Making, Name, Part, Pathway, PathwayId, Project, Stage, StageKind,
};
use crate::quantity::Quantity;
use crate::text::AdviceMsg;
use crate::text::names::stage_kind;
use std::collections::BTreeSet;

/// Times its value that a figure which cannot be nothing is turned down to.
const NEAR: f64 = 0.1;
/// Times its value that a figure without an upper end is turned up to.
const FAR: f64 = 3.0;
/// A loss of all of the cloth cannot be.
const MOST_LOSS: f64 = 0.95;

/// Every lever of `pathway` and of the variant in hand; `factors` are those that the engine uses.
pub fn levers<'k>(
    project: &Project,
    library: &Library,
    pathway: &PathwayId,
    factors: impl IntoIterator<Item = &'k InputKey>,
) -> Vec<Lever> {
    of(project, library, pathway, factors, |_| true)
}

/// The one of [`levers()`] with this `id`.
pub fn lever<'k>(
    project: &Project,
    library: &Library,
    pathway: &PathwayId,
    factors: impl IntoIterator<Item = &'k InputKey>,
    id: &str,
) -> Option<Lever> {
    // The levers of a part bear its id, that of a factor is the factor's own.
    let near = of(project, library, pathway, factors, |own| id.contains(own));
    near.into_iter().find(|lever| lever.id == id)
}

/// The levers of those parts and factors whose ids are `wanted`, and all of the pathway.
fn of<'k>(
    project: &Project,
    library: &Library,
    pathway: &PathwayId,
    factors: impl IntoIterator<Item = &'k InputKey>,
    wanted: impl Fn(&str) -> bool,
) -> Vec<Lever> {
    let ground = Ground { project, library };
    let mut all = vec![wears(&ground)];
    let parts = project.product.parts.iter();
    let parts = parts.filter(|part| wanted(part.id.as_str()));
    all.extend(parts.flat_map(|part| of_part(&ground, part)));
    if let Some(way) = project.pathway(pathway) {
        all.extend(of_pathway(&ground, way));
    }
    let ids = factors.into_iter().filter_map(InputKey::factor);
    let ids: BTreeSet<&FactorId> = ids.filter(|id| wanted(id.as_str())).collect();
    all.extend(ids.into_iter().filter_map(|id| factor(&ground, id)));
    all
}

fn wears(ground: &Ground<'_>) -> Lever {
    let product = &ground.project.product;
    let kind = format!("kind.{}.wears", product.kind);
    let now = product.wears.map_or_else(|| ground.value(&kind), |own| own.value);
    Lever {
        id: lever_id::WEARS.to_owned(),
        name: both(AdviceMsg::LeverWears, &[]),
        now,
        low: now * NEAR,
        high: now * FAR,
        turned: Turned::Wears,
    }
}

/// A lever that is a share.
fn share(id: String, name: Name, now: f64, turned: Turned) -> Lever {
    Lever {
        id,
        name,
        now,
        low: 0.0,
        high: 1.0,
        turned,
    }
}

fn of_part(ground: &Ground<'_>, part: &Part) -> Vec<Lever> {
    let mut all = Vec::new();
    let about = |message: AdviceMsg| both(message, &[("part", &part.name)]);
    let kg = part.mass.get();
    if kg > 0.0 {
        all.push(Lever {
            id: lever_id::mass(&part.id),
            name: about(AdviceMsg::LeverMass),
            now: kg,
            low: kg * NEAR,
            high: kg * FAR,
            turned: Turned::Mass(part.id.clone()),
        });
    }
    if let Making::Cloth { cutting_loss, .. } = &part.making {
        let kind = format!("kind.{}.making_loss", ground.project.product.kind);
        let now = cutting_loss.map_or_else(|| ground.value(&kind), |own| own.value);
        let loss = share(
            lever_id::loss(&part.id),
            about(AdviceMsg::LeverLoss),
            now,
            Turned::Loss(part.id.clone()),
        );
        all.push(Lever {
            high: MOST_LOSS,
            ..loss
        });
    }
    let mut seen: Vec<&FibreId> = Vec::new();
    for line in &part.fibres {
        if seen.contains(&&line.fibre) {
            continue;
        }
        seen.push(&line.fibre);
        let fibre = ground.library.fibre(&line.fibre).map(|row| row.name.clone());
        let fibre = fibre.unwrap_or_else(|| Name::new(line.fibre.as_str(), line.fibre.as_str()));
        let values = [("part", &part.name), ("fibre", &fibre)];
        let found = share_of(part, &line.fibre);
        if part.fibres.iter().any(|other| other.fibre != line.fibre) {
            let name = both(AdviceMsg::LeverFibre, &values);
            all.push(share(
                lever_id::fibre(&part.id, &line.fibre),
                name,
                found,
                Turned::Fibre(part.id.clone(), line.fibre.clone()),
            ));
        }
        let name = both(AdviceMsg::LeverRecycled, &values);
        all.push(share(
            lever_id::recycled(&part.id, &line.fibre),
            name,
            recycled_of(part, &line.fibre),
            Turned::Recycled(part.id.clone(), line.fibre.clone()),
        ));
    }
    all
}

fn of_pathway(ground: &Ground<'_>, way: &Pathway) -> Vec<Lever> {
    let name = |stage: &Stage| {
        let own = stage.name.clone();
        match &stage.kind {
            _ if own != Name::default() => own,
            StageKind::Material(route) => {
                let route = ground.library.route(route);
                route.map(|route| route.short.clone()).unwrap_or_default()
            }
            kind => stage_kind(kind, ground.library),
        }
    };
    let target = |link: &Link| way.stage(&link.to).map_or_else(|| Name::new("?", "?"), name);
    let mut all = Vec::new();
    for stage in &way.stages {
        let exits = stage.exits.iter().filter(|_| stage.exits.len() > 1);
        all.extend(exits.map(|link| {
            let values = [("from", &name(stage)), ("to", &target(link))];
            share(
                lever_id::share(&stage.id, &link.to),
                both(AdviceMsg::LeverShare, &values),
                link.share.get(),
                Turned::Share(stage.id.clone(), link.to.clone()),
            )
        }));
    }
    for stage in &way.stages {
        if let Some(lever) = own(ground, stage, &name(stage)) {
            all.push(lever);
        }
        if matches!(stage.kind, StageKind::Material(_)) {
            let now = stage
                .closed_share
                .map_or_else(|| ground.value("assumption.closed_share"), |own| own.value);
            all.push(share(
                lever_id::closed(&stage.id),
                both(AdviceMsg::LeverClosed, &[("stage", &name(stage))]),
                now,
                Turned::Closed(stage.id.clone()),
            ));
        }
    }
    all.extend(displacements(ground, way));
    all
}

/// The value of a stage's own figure, or of the library's in its place.
fn own_value(ground: &Ground<'_>, stage: &Stage) -> Option<f64> {
    let row = ground.library.stage_kind(&stage.kind)?.own.as_ref()?;
    let factor = ground.library.at_place(&row.factors, &stage.place)?;
    Some(
        stage
            .own
            .map_or_else(|| ground.value(factor.as_str()), |own| own.value),
    )
}

fn own(ground: &Ground<'_>, stage: &Stage, name: &Name) -> Option<Lever> {
    let now = own_value(ground, stage)?;
    let lever = share(
        lever_id::own(&stage.id),
        both(AdviceMsg::LeverOwn, &[("stage", name)]),
        now,
        Turned::Own(vec![stage.id.clone()]),
    );
    Some(match stage.kind.own_quantity() {
        Quantity::Share => lever,
        _ => Lever {
            low: now * NEAR,
            high: now * FAR,
            ..lever
        },
    })
}

/// The displacement of each kind of return, at all stages of that kind together.
fn displacements(ground: &Ground<'_>, way: &Pathway) -> Vec<Lever> {
    let mut all: Vec<Lever> = Vec::new();
    for stage in way.stages.iter().filter(|stage| stage.kind.is_return()) {
        let StageKind::Item(item) = &stage.kind else {
            continue;
        };
        let id = format!("displacement.{}", item.id);
        let known = all.iter_mut().find(|lever| lever.id == id);
        match (known, own_value(ground, stage)) {
            (Some(lever), _) => {
                if let Turned::Own(stages) = &mut lever.turned {
                    stages.push(stage.id.clone());
                }
            }
            (None, Some(now)) => {
                let kind = stage_kind(&stage.kind, ground.library);
                let name = both(AdviceMsg::LeverDisplacement, &[("stage", &kind)]);
                all.push(share(id, name, now, Turned::Own(vec![stage.id.clone()])));
            }
            (None, None) => {}
        }
    }
    all
}

fn factor(ground: &Ground<'_>, id: &FactorId) -> Option<Lever> {
    let known = ground.library.factor(id.as_str())?;
    let now = ground.value(id.as_str());
    let range = known.quantity().range();
    let high = known.figure.high.unwrap_or(known.figure.value).max(now * FAR);
    let (low, high) = match known.domain {
        Domain::Share => (0.0, 1.0),
        Domain::Positive => (0.0, if high > 0.0 { high } else { 1.0 }),
    };
    // What divides never gets to 0.
    let low = if range.above { now * NEAR } else { low };
    Some(Lever {
        id: id.to_string(),
        name: Name::clone(&known.name),
        now,
        low,
        high,
        turned: Turned::Factor(id.clone()),
    })
}
