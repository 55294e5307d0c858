//! A composition label as a product: its parts at the usual mass of the kind of garment, and every default marked as assumed.
//!
//! Invariant: what the label says is taken as it stands; what it does not say is either marked or left to the library's
//! figure for the kind, so that all of it can be listed.

use super::label::{Label, LabelFibre, LabelPart, SumAnswer};
use super::making;
use super::sample::fitted;
use super::words::role_key;
use crate::data::{Bond, Kind, Library, bond, usual_mass, wide};
use crate::model::{
    Assumed, Cloth, Construction, Extent, Feedstock, FibreId, FibreLine, Making, Name, Papers, Part, PartId,
    Product, Project, Removable, Role, Sewing,
};
use crate::quantity::{Mass, Share};
use crate::text::{CommonMsg, Lang};
use std::collections::{BTreeMap, BTreeSet};

/// A fibre of the label as a line of a part. What recycled fibre was made from does not stand on labels: bottles for
/// polyester, production waste of textiles for all others.
pub(super) fn line(fibre: &LabelFibre, library: &Library) -> FibreLine {
    let recycled = Share::clamped(fibre.recycled_percent / 100.0);
    let usual = library.origins(&fibre.id).into_iter().next();
    let origin = usual.filter(|_| !recycled.is_zero()).unwrap_or_default();
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

/// What a part of the label does; a label that names no part speaks of the main fabric.
fn role(part: &LabelPart) -> Role {
    part.role.unwrap_or(Role::Shell)
}

/// The mass of a filling in kg, where the label gives it.
fn filling_kg(part: &LabelPart) -> Option<f64> {
    let grams = part.filling_g.filter(|_| wide(role(part)) == Role::Filling);
    grams.map(|grams| grams / 1000.0)
}

/// What a part weighs in kg, and the cloth that gives that where the label gives its weight.
type Weighed = (f64, Option<Cloth>);

/// The masses of `parts`: the usual mass of the kind shared out, and where the label gives the cloth weight of shell
/// or lining, that weight times the area of the shell (its usual mass over the usual cloth weight of the kind). The mass of the
/// filling holds as the label gives it.
fn masses(parts: &[LabelPart], kind: &Kind) -> Vec<Weighed> {
    let whole: f64 = parts.iter().map(|part| usual_mass(role(part))).sum();
    let shell_kg = kind.mass_kg.value / whole.max(f64::MIN_POSITIVE);
    let usual_gsm = kind.gsm.as_ref().map(|gsm| gsm.value);
    let usual_gsm = usual_gsm.filter(|gsm| *gsm > 0.0);
    // An assumption is no more exact than a tenth of a gram.
    let tidy = |kg: f64| (kg * 1e4).round() / 1e4;
    let mass = |part: &LabelPart| {
        if let Some(kg) = filling_kg(part) {
            return (tidy(kg), None);
        }
        let is_cut_alike = matches!(role(part), Role::Shell | Role::Lining);
        match (part.gsm, usual_gsm) {
            (Some(gsm), Some(usual)) if is_cut_alike && gsm > 0.0 => {
                let cloth = Cloth {
                    gsm,
                    extent: Extent::Area(0.0),
                    kept: 1.0,
                };
                let kg = tidy(shell_kg / usual * gsm);
                let cloth = Mass::new(kg).map(|mass| cloth.weighing(mass));
                (kg, cloth.ok())
            }
            _ => (tidy(shell_kg * usual_mass(role(part))), None),
        }
    };
    parts.iter().map(mass).collect()
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

/// A project of `parts`: volume, places and seed are those of `sample`, its pathways those that fit what it is made of.
pub fn from_label(parts: &[LabelPart], kind: &Kind, library: &Library, sample: &Project) -> Project {
    let mut ids = Ids::default();
    let masses = masses(parts, kind);
    let mut made: Vec<Part> = parts
        .iter()
        .zip(masses)
        .map(|(part, weighed)| one(part, ids.next(role(part)), weighed, kind, library))
        .collect();
    bind(&mut made);
    let weighed = parts.iter().map(|part| filling_kg(part).is_some());
    let of_parts = made.iter().zip(weighed).flat_map(|(part, weighed)| {
        let mass = Some(Assumed::Mass(part.id.clone())).filter(|_| !weighed);
        mass.into_iter()
            .chain([Assumed::Making, Assumed::Finishes].map(|mark| mark(part.id.clone())))
    });
    let assumed: BTreeSet<Assumed> = of_parts
        .chain([Assumed::Volume, Assumed::MadeIn, Assumed::UsedIn])
        .collect();
    let parts = made;
    let project = Project {
        id: "label".to_owned(),
        product: Product {
            name: kind.name.clone(),
            kind: kind.id.clone(),
            parts,
            wears: None,
            sewing: Sewing::Kind,
            assumed,
            picture: None,
            ..sample.product.clone()
        },
        overrides: BTreeMap::new(),
        ..sample.clone()
    };
    fitted(project, library)
}

/// A coating or membrane and the cloth beside it are one laminate: both are marked, so that gates treat both alike.
fn bind(parts: &mut [Part]) {
    for at in 0..parts.len() {
        let Some(how) = parts.get(at).and_then(|part| bond(part.role)) else {
            continue;
        };
        let is_cloth = |place: &usize| {
            parts
                .get(*place)
                .is_some_and(|part| wide(part.role) == Role::Shell)
        };
        let before = (0..at).rev().find(is_cloth);
        let base = before.or_else(|| (at + 1..parts.len()).find(is_cloth));
        for place in [Some(at), base].into_iter().flatten() {
            if let Some(part) = parts.get_mut(place) {
                part.finishes.coated |= how == Bond::Coat;
                part.finishes.laminated |= how == Bond::Laminate;
            }
        }
    }
}

fn one(part: &LabelPart, id: PartId, (kg, cloth): Weighed, kind: &Kind, library: &Library) -> Part {
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
        _ if matches!(wide(role), Role::Thread | Role::Trim | Role::Label) => Making::Bought,
        _ => making::cloth(construction, &fibres, None, Some(kind), library),
    };
    let word = CommonMsg::from(role);
    Part {
        id,
        name: Name::new(word.text(Lang::En), word.text(Lang::Zh)),
        role,
        mass: Mass::new(kg).unwrap_or_default(),
        cloth,
        fibres,
        construction,
        finishes: part.finishes,
        removable: Removable::No,
        count: 1,
        cuts: 1,
        papers: Papers {
            certificate: part.certificates.join(", "),
            ..Papers::default()
        },
        picture: None,
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
        assert_eq!(project.product.assumed.len(), 6);
        assert_eq!(project.product.wears, None);
        let line = &project.product.parts.first().unwrap().fibres.first().unwrap();
        assert!((line.feedstock.recycled.get() - 1.0).abs() < 1e-12);
        assert!(!project.pathways.is_empty());
    }
}
