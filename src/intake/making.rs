//! How a part is usually built and made, where nobody says it.

use crate::data::{Cycle, Fabric, Kind, Library};
use crate::model::{Construction, Estimate, FibreLine, Making, Role};

/// How a part of this role is usually built: the main fabric as is usual for the kind of garment.
pub(super) fn construction(role: Role, kind: Option<&Kind>) -> Construction {
    let is_knit = kind.is_some_and(|kind| kind.fabric != Fabric::Woven);
    match role {
        Role::Zip | Role::Button => Construction::Hard,
        Role::Thread => Construction::Yarn,
        Role::Filling
        | Role::Insulation
        | Role::Padding
        | Role::Coating
        | Role::Membrane
        | Role::Interlining
        | Role::Print => Construction::Nonwoven,
        Role::Rib | Role::Mesh => Construction::Knitted,
        Role::Shell | Role::Hood | Role::Collar | Role::Back | Role::Fur if is_knit => Construction::Knitted,
        _ => Construction::Woven,
    }
}

/// Spun, formed, dyed and cut, with the usual processes; the user can change each.
pub(super) fn cloth(
    construction: Construction,
    fibres: &[FibreLine],
    cutting_loss: Option<Estimate>,
    kind: Option<&Kind>,
    library: &Library,
) -> Making {
    let is_technical = |line: &FibreLine| {
        let row = library.fibre(&line.fibre);
        row.is_some_and(|fibre| fibre.cycle == Cycle::Technical)
    };
    let is_synthetic = !fibres.is_empty() && fibres.iter().all(is_technical);
    let is_shaped = kind.is_some_and(|kind| kind.fabric == Fabric::KnitFullyFashioned);
    let forming = match construction {
        Construction::Woven => Some("weave"),
        Construction::Knitted if is_shaped => Some("knit_ff"),
        Construction::Knitted => Some("knit_circular"),
        Construction::Nonwoven | Construction::Yarn | Construction::Hard => None,
    };
    Making::Cloth {
        spinning: if is_synthetic { "extrude" } else { "spin_ring" }.into(),
        forming: forming.map(Into::into),
        dyeing: forming.map(|_| "dye_avg".into()),
        cutting_loss,
    }
}
