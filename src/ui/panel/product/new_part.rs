//! A part that was just added: unfinished, with what its role makes likely.

use crate::data::{Library, wide};
use crate::model::{
    Construction, Feedstock, FibreLine, Finishes, Making, Name, Papers, Part, PartId, Product, Removable,
    Role,
};
use crate::quantity::{Mass, Share};
use crate::text::{CommonMsg, Lang};

/// A new part of `role` with a free id; trims start with the library's usual mass and material, cloth starts open.
pub fn new_part(product: &Product, library: &Library, role: Role) -> Part {
    let trim = trim_of(role).and_then(|id| library.trims.iter().find(|trim| trim.id == id));
    let mass = trim
        .and_then(|trim| Mass::new(trim.mass_kg.value).ok())
        .unwrap_or_default();
    let line = |fibre| FibreLine {
        fibre,
        share: Share::ONE,
        feedstock: Feedstock::default(),
    };
    let word = CommonMsg::from(role);
    let construction = construction(role);
    Part {
        id: free_id(product, role.key()),
        name: Name::new(word.text(Lang::En), word.text(Lang::Zh)),
        role,
        mass,
        cloth: None,
        fibres: trim.map(|trim| line(trim.fibre.clone())).into_iter().collect(),
        construction,
        finishes: Finishes::default(),
        removable: Removable::No,
        count: 1,
        cuts: 1,
        papers: Papers::default(),
        picture: None,
        making: if trim.is_some() || wide(role) == Role::Trim {
            Making::Bought
        } else {
            cloth(construction)
        },
    }
}

/// The usual making of cloth built as `construction`.
pub fn cloth(construction: Construction) -> Making {
    let forming = match construction {
        Construction::Woven => Some("weave".into()),
        Construction::Knitted => Some("knit_circular".into()),
        Construction::Nonwoven | Construction::Yarn | Construction::Hard => None,
    };
    Making::Cloth {
        spinning: "spin_ring".into(),
        forming,
        dyeing: Some("dye_avg".into()),
        cutting_loss: None,
    }
}

fn trim_of(role: Role) -> Option<&'static str> {
    match role {
        Role::Thread => Some("thread"),
        Role::Zip => Some("zip_short"),
        Role::Button => Some("button_plastic"),
        Role::Label => Some("label_woven"),
        Role::Elastic => Some("elastic_band"),
        Role::Drawcord => Some("drawcord"),
        _ => None,
    }
}

fn construction(role: Role) -> Construction {
    match role {
        Role::Coating | Role::Membrane | Role::Interlining | Role::Print => Construction::Nonwoven,
        Role::Mesh => Construction::Knitted,
        role => match wide(role) {
            Role::Rib => Construction::Knitted,
            Role::Filling => Construction::Nonwoven,
            Role::Thread => Construction::Yarn,
            Role::Zip | Role::Button => Construction::Hard,
            _ => Construction::Woven,
        },
    }
}

fn free_id(product: &Product, stem: &str) -> PartId {
    let is_free = |id: &String| !product.parts.iter().any(|part| part.id.as_str() == id);
    let numbered = (2..).map(|number: u64| format!("{stem}_{number}"));
    std::iter::once(stem.to_owned())
        .chain(numbered)
        .find(is_free)
        .unwrap_or_default()
        .into()
}
