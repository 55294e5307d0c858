//! A composition label as a product: its parts at the usual mass of the kind of garment, and every default marked as assumed.
//!
//! Invariant: what the label says is taken as it stands; what it does not say is either marked or left to the library's
//! figure for the kind, so that all of it can be listed.

use super::label::{Label, LabelFibre, LabelPart, SumAnswer};
use super::making;
use super::words::role_key;
use crate::data::{Cycle, Kind, Library};
use crate::model::{
    Assumed, Construction, Feedstock, FibreId, FibreLine, Finishes, Making, Name, Origin, Part, PartId,
    Product, Project, Removable, Role, Sewing,
};
use crate::quantity::{Mass, Share};
use crate::text::{CommonMsg, Lang};
use std::collections::{BTreeMap, BTreeSet};

/// A fibre of the label as a line of a part. What recycled fibre was made from does not stand on labels: bottles and
/// other waste for synthetic fibres, production waste for natural ones.
pub(super) fn line(fibre: &LabelFibre, library: &Library) -> FibreLine {
    let is_natural = library
        .fibre(&fibre.id)
        .is_some_and(|row| row.cycle == Cycle::Biological);
    let recycled = Share::clamped(fibre.recycled_percent / 100.0);
    let origin = if is_natural && !recycled.is_zero() {
        Origin::TextilePreConsumer
    } else {
        Origin::OtherWaste
    };
    FibreLine {
        fibre: fibre.id.clone(),
        share: Share::clamped(fibre.percent / 100.0),
        feedstock: Feedstock {
            recycled,
            origin,
            ..Feedstock::default()
        },
    }
}

/// Mass of a part over the mass of the shell: lining, rib, thread and trims as in the sample of the school-uniform jacket,
/// filling as in the sample of the down jacket. An assumption: labels do not weigh parts and no source was found.
const fn weight(role: Role) -> f64 {
    match role {
        Role::Shell => 1.0,
        Role::Filling => 1.14,
        Role::Lining => 0.33,
        Role::Rib => 0.09,
        Role::Zip => 0.06,
        Role::Thread => 0.03,
        Role::Button | Role::Trim | Role::Label => 0.02,
    }
}

/// What a part of the label does; a label that names no part speaks of the main fabric.
fn role(part: &LabelPart) -> Role {
    part.role.unwrap_or(Role::Shell)
}

/// The masses of `parts` in kg: the usual mass of the kind shared out, and where the label gives the cloth weight of shell
/// or lining, that weight times the area of the shell (its usual mass over the usual cloth weight of the kind).
fn masses(parts: &[LabelPart], kind: &Kind) -> Vec<f64> {
    let whole: f64 = parts.iter().map(|part| weight(role(part))).sum();
    let shell_kg = kind.mass_kg.value / whole.max(f64::MIN_POSITIVE);
    let usual_gsm = kind.gsm.as_ref().map(|gsm| gsm.value);
    let usual_gsm = usual_gsm.filter(|gsm| *gsm > 0.0);
    let mass = |part: &LabelPart| {
        let is_cut_alike = matches!(role(part), Role::Shell | Role::Lining);
        match (part.gsm, usual_gsm) {
            (Some(gsm), Some(usual)) if is_cut_alike => shell_kg / usual * gsm,
            _ => shell_kg * weight(role(part)),
        }
    };
    // An assumption is no more exact than a tenth of a gram.
    parts
        .iter()
        .map(|part| (mass(part) * 1e4).round() / 1e4)
        .collect()
}

/// The parts of `label` with what was answered about those that do not add up, by their place on the label.
pub fn answered(label: &Label, answers: &BTreeMap<usize, SumAnswer>) -> Vec<LabelPart> {
    let parts = label.parts.iter().enumerate();
    parts
        .map(|(at, part)| match answers.get(&at) {
            Some(answer) => part.answered(*answer),
            None => part.clone(),
        })
        .collect()
}

/// A project of `parts`: volume, places, pathways and seed are those of `sample`.
pub fn from_label(parts: &[LabelPart], kind: &Kind, library: &Library, sample: &Project) -> Project {
    let mut ids = Ids::default();
    let masses = masses(parts, kind);
    let parts: Vec<Part> = parts
        .iter()
        .zip(masses)
        .map(|(part, kg)| one(part, ids.next(role(part)), kg, kind, library))
        .collect();
    let of_parts = parts
        .iter()
        .flat_map(|part| [Assumed::Mass(part.id.clone()), Assumed::Making(part.id.clone())]);
    let assumed: BTreeSet<Assumed> = of_parts
        .chain([Assumed::Volume, Assumed::MadeIn, Assumed::UsedIn])
        .collect();
    Project {
        id: "label".to_owned(),
        product: Product {
            name: kind.name.clone(),
            kind: kind.id.clone(),
            parts,
            wears: None,
            sewing: Sewing::PerKg,
            assumed,
            ..sample.product.clone()
        },
        overrides: BTreeMap::new(),
        ..sample.clone()
    }
}

fn one(part: &LabelPart, id: PartId, kg: f64, kind: &Kind, library: &Library) -> Part {
    let role = role(part);
    let mut fibres: Vec<FibreLine> = part.fibres.iter().map(|fibre| line(fibre, library)).collect();
    // Named without a percentage: the line is there, its share is still open.
    let has_line = |id: &&FibreId| part.fibres.iter().any(|fibre| fibre.id == **id);
    fibres.extend(part.named.iter().filter(|id| !has_line(id)).map(|id| FibreLine {
        fibre: id.clone(),
        share: Share::ZERO,
        feedstock: Feedstock::default(),
    }));
    let construction = making::construction(role, Some(kind));
    let making = match construction {
        Construction::Hard => Making::Bought,
        _ if matches!(role, Role::Thread | Role::Trim | Role::Label) => Making::Bought,
        _ => making::cloth(construction, &fibres, None, Some(kind), library),
    };
    let word = CommonMsg::from(role);
    Part {
        id,
        name: Name::new(word.text(Lang::En), word.text(Lang::Zh)),
        role,
        mass: Mass::new(kg).unwrap_or_default(),
        fibres,
        construction,
        finishes: Finishes::default(),
        removable: Removable::No,
        count: 1,
        making,
    }
}

/// `lining`, then `lining_2`.
#[derive(Default)]
struct Ids(BTreeMap<&'static str, usize>);

impl Ids {
    fn next(&mut self, role: Role) -> PartId {
        let key = role_key(role);
        let count = self.0.entry(key).or_insert(0);
        *count += 1;
        match *count {
            1 => key.into(),
            count => format!("{key}_{count}").into(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{DEFAULT_PATHWAYS, label};
    use super::*;
    use crate::presets;

    fn made(text: &str, kind: &str) -> Project {
        let library = Library::builtin();
        let sample = presets::get(DEFAULT_PATHWAYS).unwrap().project().unwrap();
        let kind = library.kind(&kind.into()).unwrap();
        from_label(&label::parse(text).parts, kind, library, &sample)
    }

    fn grams(project: &Project) -> Vec<f64> {
        let parts = project.product.parts.iter();
        parts
            .map(|part| (part.mass.grams() * 10.0).round() / 10.0)
            .collect()
    }

    #[test]
    fn the_cloth_weight_sets_the_mass() {
        // A T-shirt of 170 g at 200 g/m² has 0.85 m² of cloth.
        assert_eq!(grams(&made("95% cotton 5% elastane", "tshirt")), [170.0]);
        assert_eq!(grams(&made("95%棉 5%氨纶, 180g/㎡", "tshirt")), [153.0]);
        let three = made(
            "Shell: 100% polyamide; Lining: 100% polyester; Filling: 90% down 10% feather",
            "padded_jacket",
        );
        let sum: f64 = grams(&three).iter().sum();
        let usual = Library::builtin()
            .kind(&"padded_jacket".into())
            .unwrap()
            .mass_kg
            .value;
        assert!((sum - usual * 1000.0).abs() < 0.3, "{sum}");
    }

    #[test]
    fn every_default_is_marked_and_what_the_label_says_is_not() {
        let project = made("100% recycled polyester", "tshirt");
        assert_eq!(project.product.assumed.len(), 5);
        assert_eq!(project.product.wears, None);
        let line = &project.product.parts.first().unwrap().fibres.first().unwrap();
        assert!((line.feedstock.recycled.get() - 1.0).abs() < 1e-12);
        assert!(!project.pathways.is_empty());
    }
}
