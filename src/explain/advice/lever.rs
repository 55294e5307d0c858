//! Levers: every figure that can be turned on a pathway, by one id each, as edits.
//!
//! Invariant: a lever at some value is the project that its edits make; where only inputs of the engine change, the same
//! engine takes them, to the same figures.

use super::lever_id;
use super::part::{in_proportion, lines_of, share_of};
use super::tries::{Ground, both};
use crate::data::{Domain, Library};
use crate::edit::{Edit, FibreEdit, LinkEdit, PartEdit, ProductEdit, StageEdit};
use crate::flow::InputKey;
use crate::model::{
    Estimate, FactorId, Feedstock, FibreId, Link, Making, Name, Part, PartId, Pathway, PathwayId, Project,
    Stage, StageId, StageKind,
};
use crate::quantity::{Mass, Quantity, Share};
use crate::text::AdviceMsg;
use crate::text::names::stage_kind;
use std::collections::BTreeSet;

/// What a lever turns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Turned {
    /// A factor of the library, by an own figure in its place.
    Factor(FactorId),
    /// Wears of a first life.
    Wears,
    /// Mass of a part.
    Mass(PartId),
    /// Cutting loss of a part.
    Loss(PartId),
    /// Share of a fibre of a part, all of its lines together.
    Fibre(PartId, FibreId),
    /// Recycled share of a fibre of a part, over all of its lines.
    Recycled(PartId, FibreId),
    /// Share of what leaves a stage for another.
    Share(StageId, StageId),
    /// The own figure of these stages.
    Own(Vec<StageId>),
    /// What of a stage's output comes back.
    Closed(StageId),
}

/// A figure that can be turned.
#[derive(Debug, Clone, PartialEq)]
pub struct Lever {
    /// Its id: `share:discard>collection`, `mass:shell`, `fibre:shell.polyester`, `recycled:shell.polyester`, `loss:shell`,
    /// `wears`, `displacement.resale`, `own:use`, `closed:tearing`, or that of a factor of the library.
    pub id: String,
    /// Its name.
    pub name: Name,
    /// Where it stands.
    pub now: f64,
    /// How far it goes down.
    pub low: f64,
    /// How far it goes up.
    pub high: f64,
    pub(super) turned: Turned,
}

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

/// The one of [`levers`] with this `id`.
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

impl Lever {
    /// The edits that set it to `value` where `pathway` is looked at; none where that cannot be.
    pub fn edits(&self, project: &Project, pathway: &PathwayId, value: f64) -> Vec<Edit> {
        let exact = Some(Estimate::exact(value));
        let part = |id: &PartId| project.product.parts.iter().find(|part| &part.id == id);
        match &self.turned {
            Turned::Factor(factor) => vec![Edit::SetOverride {
                factor: factor.clone(),
                figure: Estimate::exact(value),
                note: String::new(),
            }],
            Turned::Wears => vec![Edit::Product(ProductEdit::SetWears(exact))],
            Turned::Mass(id) => {
                let mass = Mass::new(value).ok().map(PartEdit::SetMass);
                mass.map(|mass| Edit::part(id, mass)).into_iter().collect()
            }
            Turned::Loss(id) => vec![Edit::part(id, PartEdit::SetCuttingLoss(exact))],
            Turned::Fibre(id, of) => part(id).map_or_else(Vec::new, |part| fibre(part, of, value)),
            Turned::Recycled(id, of) => part(id).map_or_else(Vec::new, |part| recycled(part, of, value)),
            Turned::Share(from, to) => {
                let change = LinkEdit::SetShare(Share::clamped(value));
                vec![Edit::link(pathway, from, to, change)]
            }
            Turned::Own(stages) => {
                let set = |stage| Edit::stage(pathway, stage, StageEdit::SetOwn(exact));
                stages.iter().map(set).collect()
            }
            Turned::Closed(stage) => {
                vec![Edit::stage(pathway, stage, StageEdit::SetClosedShare(exact))]
            }
        }
    }

    /// The project with it at `value`; the project as it is where that cannot be.
    pub fn at(&self, project: &Project, pathway: &PathwayId, value: f64) -> Option<Project> {
        let edits = self.edits(project, pathway, value);
        let made = edits.iter().try_fold(None, |before: Option<Project>, edit| {
            edit.apply(before.as_ref().unwrap_or(project)).map(Some)
        });
        made.ok().flatten()
    }
}

/// A fibre at `value`, all of its lines in their proportion: the others give way in theirs, and take what is freed.
fn fibre(part: &Part, wanted: &FibreId, value: f64) -> Vec<Edit> {
    let value = value.clamp(0.0, 1.0);
    let own = lines_of(part, wanted);
    let others: Vec<usize> = (0..part.fibres.len()).filter(|at| !own.contains(at)).collect();
    let mut shares: Vec<(usize, Share)> = Vec::new();
    for (places, sum) in [(own, value), (others, 1.0 - value)] {
        let scaled = in_proportion(part, &places, sum);
        shares.extend(places.into_iter().zip(scaled));
    }
    shares.sort_by_key(|(at, _)| *at);
    let shares = shares.into_iter().map(|(_, share)| share);
    vec![Edit::part(&part.id, PartEdit::SetShares(shares.collect()))]
}

/// The recycled share of a fibre of a part: that of its lines by their shares, or of the first where all are 0.
fn recycled_of(part: &Part, wanted: &FibreId) -> f64 {
    let lines = || part.fibres.iter().filter(|line| &line.fibre == wanted);
    let held = share_of(part, wanted);
    let recycled = lines().map(|line| line.share.get() * line.feedstock.recycled.get());
    if held > 0.0 {
        return (recycled.sum::<f64>() / held).clamp(0.0, 1.0);
    }
    lines().next().map_or(0.0, |line| line.feedstock.recycled.get())
}

/// A fibre with `value` of it recycled: below what it has, each of its lines gives up the same share of its recycled share;
/// above, the same share of the rest becomes recycled in each. At what it has nothing changes.
fn recycled(part: &Part, wanted: &FibreId, value: f64) -> Vec<Edit> {
    let now = recycled_of(part, wanted);
    let turned = |own: f64| match own {
        own if own.total_cmp(&now).is_eq() => value,
        own if value > now => own + (1.0 - own) * ((value - now) / (1.0 - now)),
        own if now > 0.0 => own * (value / now),
        own => own,
    };
    let lines = lines_of(part, wanted).into_iter();
    let edits = lines.filter_map(|at| {
        let now = &part.fibres.get(at)?.feedstock;
        let feedstock = with_recycled(now, turned(now.recycled.get()));
        Some(Edit::fibre(&part.id, at, FibreEdit::SetFeedstock(feedstock)))
    });
    edits.collect()
}

fn with_recycled(now: &Feedstock, value: f64) -> Feedstock {
    let room = (1.0 - value).max(0.0);
    let reused = now.reused.get().min(room);
    Feedstock {
        recycled: Share::clamped(value),
        reused: Share::clamped(reused),
        sustained: Share::clamped(now.sustained.get().min(room - reused)),
        ..now.clone()
    }
}
