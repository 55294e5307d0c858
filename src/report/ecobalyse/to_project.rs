//! A query as a project.

use super::query::{Material, Query};
use super::table::table;
use crate::data::Library;
use crate::intake::label::{LabelFibre, LabelPart};
use crate::intake::{from_label, sample};
use crate::model::{Assumed, Construction, Estimate, Feedstock, FibreLine, Making, Part, PlaceId, Project};
use crate::quantity::{Mass, Share};
use crate::text::{EcobalyseMsg, Lang};

/// A project with what of the query it does not hold.
#[derive(Debug, Clone, PartialEq)]
pub struct Taken {
    /// The project.
    pub project: Project,
    /// What has no counterpart here.
    pub without: Vec<String>,
}

/// The project of one cloth that `query` speaks of; else why there is none. `lang`: of what has no counterpart.
pub fn project(query: &Query, library: &Library, lang: Lang) -> Result<Taken, String> {
    let table = table();
    let say = |message: EcobalyseMsg, what: &str| message.with(lang, &[("what", what)]);
    let row = table.products.iter().find(|row| row.id == query.product);
    let kind = row
        .and_then(|row| row.kinds.first())
        .and_then(|id| library.kind(&id.as_str().into()));
    let kind = kind.ok_or_else(|| say(EcobalyseMsg::UnknownProduct, &query.product))?;
    let mass = Mass::new(query.mass).ok().filter(|mass| mass.get() > 0.0);
    let mass = mass.ok_or_else(|| say(EcobalyseMsg::BadMass, &query.mass.to_string()))?;
    let sum: f64 = query.materials.iter().map(|material| material.share).sum();
    let is_share = |material: &Material| (0.0..=1.0).contains(&material.share);
    if (sum - 1.0).abs() > 1e-9 || !query.materials.iter().all(is_share) {
        return Err(say(EcobalyseMsg::BadShares, &sum.to_string()));
    }
    let mut without = Vec::new();
    let fibres = fibres(&query.materials, lang, &mut without);
    let label = LabelPart {
        gsm: query.surface_mass.filter(|gsm| *gsm > 0.0),
        fibres: fibres.iter().map(named).collect(),
        ..LabelPart::default()
    };
    let mut project = from_label(&[label], kind, library, sample());
    "ecobalyse".clone_into(&mut project.id);
    if let Some(part) = project.product.parts.first_mut() {
        let id = part.id.clone();
        fill(part, query, mass, fibres);
        project.product.assumed.remove(&Assumed::Mass(id));
    }
    if let Some(place) = place(query, lang, &mut without) {
        project.product.made_in = place;
        project.product.assumed.remove(&Assumed::MadeIn);
    }
    without.extend(
        unheld(query)
            .into_iter()
            .map(|key| say(EcobalyseMsg::NotHeld, key)),
    );
    Ok(Taken { project, without })
}

fn named(line: &FibreLine) -> LabelFibre {
    LabelFibre {
        id: line.fibre.clone(),
        percent: line.share.get() * 100.0,
        recycled_percent: line.feedstock.recycled.get() * 100.0,
    }
}

/// The fibres of the materials; one whose id is not known is counted as other fibre, and said.
fn fibres(materials: &[Material], lang: Lang, without: &mut Vec<String>) -> Vec<FibreLine> {
    let rows = &table().materials;
    let mut lines = Vec::new();
    for material in materials {
        let row = rows.iter().find(|row| row.id == material.id);
        if row.is_none() {
            without.push(EcobalyseMsg::UnknownMaterial.with(lang, &[("what", &material.id)]));
        }
        let recycled = row.and_then(|row| row.recycled);
        let is_sustained = row.is_some_and(|row| row.sustained);
        lines.push(FibreLine {
            fibre: row.map_or("other", |row| row.fibre.as_str()).into(),
            share: Share::clamped(material.share),
            feedstock: Feedstock {
                recycled: if recycled.is_some() {
                    Share::ONE
                } else {
                    Share::ZERO
                },
                origin: recycled.map(super::table::From::origin).unwrap_or_default(),
                sustained: if is_sustained { Share::ONE } else { Share::ZERO },
                ..Feedstock::default()
            },
        });
    }
    lines
}

/// What the query says of the cloth.
fn fill(part: &mut Part, query: &Query, mass: Mass, fibres: Vec<FibreLine>) {
    part.mass = mass;
    part.cloth = part.cloth.map(|cloth| cloth.weighing(mass));
    part.fibres = fibres;
    let built = query.fabric_process.as_ref();
    let row = built.and_then(|id| table().fabrics.iter().find(|row| &row.id == id));
    if let Some(row) = row {
        part.construction = row.construction();
    }
    let woven = part.construction == Construction::Woven;
    if let Making::Cloth {
        forming,
        cutting_loss,
        ..
    } = &mut part.making
    {
        if row.is_some() {
            *forming = Some(if woven { "weave" } else { "knit_circular" }.into());
        }
        if let Some(waste) = query.making_waste.filter(|waste| (0.0..1.0).contains(waste)) {
            *cutting_loss = Some(Estimate::exact(waste));
        }
    }
}

/// Where it is made, where the query says so and the country has a place here.
fn place(query: &Query, lang: Lang, without: &mut Vec<String>) -> Option<PlaceId> {
    let code = query.country_making.as_ref()?;
    let row = table().countries.iter().find(|row| &row.code == code);
    let place = row.and_then(|row| row.places.first());
    if place.is_none() {
        without.push(EcobalyseMsg::UnknownCountry.with(lang, &[("what", code)]));
    }
    place.map(|place| place.as_str().into())
}

/// Keys of the query that a project does not hold.
fn unheld(query: &Query) -> Vec<&'static str> {
    let differs = |country: Option<&String>| country.is_some() && country != query.country_making.as_ref();
    let of_material = |is: fn(&Material) -> bool| query.materials.iter().any(is);
    let keys = [
        (
            "materials.country",
            of_material(|material| material.country.is_some()),
        ),
        (
            "materials.spinning",
            of_material(|material| material.spinning.is_some()),
        ),
        ("airTransportRatio", query.air_transport_ratio.is_some()),
        ("business", query.business.is_some()),
        ("countryDyeing", differs(query.country_dyeing.as_ref())),
        ("countryFabric", differs(query.country_fabric.as_ref())),
        ("countrySpinning", differs(query.country_spinning.as_ref())),
        ("disabledSteps", query.disabled_steps.is_some()),
        ("dyeingProcessType", query.dyeing_process_type.is_some()),
        ("fading", query.fading.is_some()),
        ("makingComplexity", query.making_complexity.is_some()),
        ("makingDeadStock", query.making_dead_stock.is_some()),
        ("numberOfReferences", query.number_of_references.is_some()),
        ("physicalDurability", query.physical_durability.is_some()),
        ("price", query.price.is_some()),
        ("printing", query.printing.is_some()),
        ("trims", query.trims.is_some()),
        ("upcycled", query.upcycled == Some(true)),
        ("yarnSize", query.yarn_size.is_some()),
    ];
    keys.into_iter()
        .filter(|(_, is_there)| *is_there)
        .map(|(key, _)| key)
        .collect()
}
