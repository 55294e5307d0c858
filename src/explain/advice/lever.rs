//! Levers: every figure that can be turned on a pathway, by one id each, as edits.
//!
//! Invariant: a lever at some value is the project that its edits make; where only inputs of the engine change, the same
//! engine takes them, to the same figures.

use super::part::{in_proportion, lines_of, share_of};
use crate::edit::{Edit, FibreEdit, LinkEdit, PartEdit, ProductEdit, StageEdit};
use crate::model::{Estimate, FactorId, Feedstock, FibreId, Name, Part, PartId, PathwayId, Project, StageId};
use crate::quantity::{Mass, Share};

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
pub(super) fn recycled_of(part: &Part, wanted: &FibreId) -> f64 {
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
