//! A project as a query.

use super::query::{Material, Query};
use super::table::{Table, table};
use crate::data::Library;
use crate::model::{Construction, Estimate, FibreLine, Making, Origin, Part, Project, Role};
use crate::quantity::Share;
use crate::text::names::Names;
use crate::text::{CompareMsg, EcobalyseMsg, Lang, number};

/// A query with what has no counterpart there.
#[derive(Debug, Clone, PartialEq)]
pub struct Given {
    /// The query; none where nothing of the product has a counterpart.
    pub query: Option<Query>,
    /// What could not be said in it.
    pub without: Vec<String>,
}

/// The variant in hand as a query; `lang`: of what has no counterpart.
pub fn query(project: &Project, library: &Library, lang: Lang) -> Given {
    let table = table();
    let names = Names {
        project,
        library,
        lang,
    };
    let product = &project.product;
    let mut without = Vec::new();
    let mut note = |message: EcobalyseMsg, what: &str| without.push(message.with(lang, &[("what", what)]));
    let kind = product.kind.as_str();
    let row = table
        .products
        .iter()
        .find(|row| row.kinds.iter().any(|known| known == kind));
    if row.is_none() {
        note(EcobalyseMsg::NoProduct, &names.kind(&product.kind));
    }
    let place = product.made_in.as_str();
    let country = table
        .countries
        .iter()
        .find(|row| row.places.iter().any(|known| known == place));
    if country.is_none() {
        note(EcobalyseMsg::NoCountry, &names.place(&product.made_in));
    }
    let (materials, left) = materials(project, table, &names);
    for (what, kg) in &left {
        note(
            EcobalyseMsg::NoMaterial,
            &format!("{what} ({})", number::grams(*kg, lang)),
        );
    }
    let main = main_cloth(&product.parts);
    let fabric = main.and_then(|part| fabric(part, table));
    if let (Some(part), None) = (main, fabric) {
        note(EcobalyseMsg::NoFabric, &names.part(&part.id));
    }
    let code = country.map(|row| row.code.clone());
    let mass: f64 = product.parts.iter().map(|part| part.mass.get()).sum();
    let query = row
        .filter(|_| !materials.is_empty() && mass > 0.0)
        .map(|row| Query {
            country_dyeing: code.clone(),
            country_fabric: code.clone(),
            country_making: code.clone(),
            country_spinning: code.clone(),
            fabric_process: fabric.map(str::to_owned),
            making_waste: main.and_then(waste).map(|loss| loss.value),
            mass,
            materials,
            product: row.id.clone(),
            surface_mass: main.and_then(|part| part.cloth).map(|cloth| cloth.gsm),
            upcycled: Some(false),
            ..Query::default()
        });
    Given { query, without }
}

/// The heaviest cloth of the shell.
fn main_cloth(parts: &[Part]) -> Option<&Part> {
    let shell = parts.iter().filter(|part| part.role == Role::Shell);
    shell.max_by(|a, b| a.mass.get().total_cmp(&b.mass.get()))
}

fn fabric<'a>(part: &Part, table: &'a Table) -> Option<&'a str> {
    let is_known = matches!(part.construction, Construction::Woven | Construction::Knitted);
    let mut rows = table.fabrics.iter();
    let row = rows.find(|row| is_known && row.construction() == part.construction);
    row.map(|row| row.id.as_str())
}

fn waste(part: &Part) -> Option<Estimate> {
    match &part.making {
        Making::Cloth { cutting_loss, .. } => *cutting_loss,
        Making::Bought => None,
    }
}

/// Fibres by their ids there with their share of what has one, and what has none, kg.
fn materials(project: &Project, table: &Table, names: &Names<'_>) -> (Vec<Material>, Vec<(String, f64)>) {
    let mut found: Vec<(String, f64)> = Vec::new();
    let mut left: Vec<(String, f64)> = Vec::new();
    for part in &project.product.parts {
        for line in &part.fibres {
            for (kind, share) in kinds(line) {
                let kg = part.mass.get() * line.share.get() * share;
                if kg <= 0.0 {
                    continue;
                }
                let (list, key) = match id(table, line.fibre.as_str(), kind) {
                    Some(id) => (&mut found, id.to_owned()),
                    None => (&mut left, kind.of(&names.fibre(&line.fibre), names.lang)),
                };
                match list.iter_mut().find(|(known, _)| *known == key) {
                    Some((_, sum)) => *sum += kg,
                    None => list.push((key, kg)),
                }
            }
        }
    }
    let whole: f64 = found.iter().map(|(_, kg)| kg).sum();
    (shares(&found, whole), left)
}

/// Shares that sum to 1 exactly, as they are checked there: four decimals, the largest takes what is left.
fn shares(found: &[(String, f64)], whole: f64) -> Vec<Material> {
    const STEPS: f64 = 10_000.0;
    let largest = found
        .iter()
        .enumerate()
        .max_by(|(_, a), (_, b)| a.1.total_cmp(&b.1));
    let largest = largest.map(|(at, _)| at);
    let steps: Vec<f64> = found.iter().map(|(_, kg)| (kg / whole * STEPS).round()).collect();
    let others: f64 = steps
        .iter()
        .enumerate()
        .filter(|(at, _)| Some(*at) != largest)
        .map(|(_, step)| step)
        .sum();
    let rows = found
        .iter()
        .zip(&steps)
        .enumerate()
        .map(|(at, ((id, _), step))| Material {
            id: id.clone(),
            share: if Some(at) == largest {
                STEPS - others
            } else {
                *step
            } / STEPS,
            ..Material::default()
        });
    rows.filter(|row| row.share > 0.0).collect()
}

/// Where mass of a fibre line comes from, as far as materials there are told apart by it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Recycled(Origin),
    /// Taken from earlier products: no material there.
    Reused,
    Sustained,
    Virgin,
}

impl Kind {
    /// `fibre` of this kind, in words.
    fn of(self, fibre: &str, lang: Lang) -> String {
        let kind = match self {
            Self::Recycled(Origin::OtherWaste) => CompareMsg::InOther,
            Self::Recycled(_) => CompareMsg::InTextile,
            Self::Reused => CompareMsg::InReused,
            Self::Sustained => CompareMsg::InRenewable,
            Self::Virgin => return fibre.to_owned(),
        };
        [fibre, kind.text(lang)].join(lang.pause())
    }
}

/// The shares of a line by where they come from, of the line.
fn kinds(line: &FibreLine) -> [(Kind, f64); 4] {
    let feed = &line.feedstock;
    let [recycled, reused, sustained] = [feed.recycled, feed.reused, feed.sustained].map(Share::get);
    let rest = (1.0 - recycled - reused - sustained).max(0.0);
    [
        (Kind::Recycled(feed.origin), recycled),
        (Kind::Reused, reused),
        (Kind::Sustained, sustained),
        (Kind::Virgin, rest),
    ]
}

fn id<'a>(table: &'a Table, fibre: &str, kind: Kind) -> Option<&'a str> {
    let (origin, sustained) = match kind {
        Kind::Recycled(origin) => (Some(origin), false),
        Kind::Reused => return None,
        Kind::Sustained => (None, true),
        Kind::Virgin => (None, false),
    };
    let by = table
        .also
        .iter()
        .find(|also| also.fibre == fibre)
        .map(|also| also.by.as_str());
    let fibre = by.unwrap_or(fibre);
    let mut rows = table.materials.iter();
    let row = rows.find(|row| {
        row.fibre == fibre
            && row.recycled.map(super::table::From::origin) == origin
            && row.sustained == sustained
    });
    row.map(|row| row.id.as_str())
}
