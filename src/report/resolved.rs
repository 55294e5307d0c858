//! The resolved model as JSON, `reloom-model/1`: enough to recompute every figure without Reloom.

pub use super::resolved_work::GarmentWorkFile;
use super::resolved_work::{FibreWorkFile, WorkFile, work};
use crate::flow::network::{
    Body, End, EndClass, Exit, FibreWork, Gate, Item, ItemRole, Network, PartNumbers, ResolvedModel, Stage,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The word in `format`.
pub const FORMAT: &str = "reloom-model/1";

/// A resolved model as it stands in a file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ModelFile {
    /// Case name, in collections of cases.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Always [`FORMAT`].
    pub format: String,
    /// The product.
    pub product: ProductFile,
    /// The pathway.
    pub pathway: NetworkFile,
    /// The pathway that gains and losses are counted against.
    pub baseline: NetworkFile,
    /// Hours of one full-time job, by place.
    pub hours_per_fte: BTreeMap<String, f64>,
    /// Work in one new garment.
    pub new_garment: Vec<GarmentWorkFile>,
    /// Results; read as they stand, never used as input.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub results: Option<serde_json::Value>,
}

/// The product.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProductFile {
    /// Pieces sold in a year.
    pub pieces_per_year: f64,
    /// Bought fabric and trims per piece.
    pub gross_kg: f64,
    /// Its parts.
    pub parts: Vec<PartFile>,
}

/// One part.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PartFile {
    id: String,
    mass_kg: f64,
    f_r_textile: f64,
    f_r_other: f64,
    f_u: f64,
    f_s: f64,
    e_f: f64,
}

/// One pathway.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NetworkFile {
    id: String,
    start: String,
    max_lives: Option<u32>,
    l_av_wears: f64,
    stages: Vec<StageFile>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "level", rename_all = "snake_case", deny_unknown_fields)]
enum StageFile {
    Item(ItemFile),
    Material(MaterialFile),
    End(EndFile),
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct ItemFile {
    id: String,
    role: RoleFile,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    service_first: Option<f64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    service_later: Option<f64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    displacement: Option<f64>,
    exits: Vec<ExitFile>,
    #[serde(default)]
    fallback: Option<String>,
    #[serde(default)]
    work: Vec<WorkFile>,
}

#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum RoleFile {
    Use,
    Return,
    Other,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct ExitFile {
    to: String,
    share: f64,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct MaterialFile {
    id: String,
    gates: BTreeMap<String, GateFile>,
    #[serde(default)]
    work: Vec<WorkFile>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct GateFile {
    removed: f64,
    #[serde(default)]
    removed_to: Option<String>,
    accepted: f64,
    #[serde(rename = "yield")]
    output_yield: f64,
    #[serde(default)]
    output_to: Option<String>,
    #[serde(default)]
    residue_to: Option<String>,
    #[serde(default)]
    refused_to: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct EndFile {
    id: String,
    class: ClassFile,
    #[serde(default)]
    closed_share: f64,
    #[serde(default)]
    displaces: Vec<FibreWorkFile>,
    #[serde(default)]
    work: Vec<WorkFile>,
}

#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum ClassFile {
    Component,
    Recycled,
    Downcycled,
    Biological,
    Energy,
    Incinerated,
    Landfilled,
    Exported,
    Litter,
}

/// Reads one model; the message names the line and column or the key.
pub fn read(text: &str) -> Result<ResolvedModel<f64>, String> {
    let file: ModelFile = serde_json::from_str(text).map_err(|error| error.to_string())?;
    file.into_model()
}

impl ModelFile {
    /// The model in the core's own form; checks what the types do not.
    pub fn into_model(self) -> Result<ResolvedModel<f64>, String> {
        if self.format != FORMAT {
            return Err(format!(
                "format: found \"{}\", this program reads \"{FORMAT}\"",
                self.format
            ));
        }
        let model = ResolvedModel {
            pieces_per_year: self.product.pieces_per_year,
            gross_kg: self.product.gross_kg,
            parts: self.product.parts.into_iter().map(PartFile::into_part).collect(),
            pathway: self.pathway.into_network("pathway")?,
            baseline: self.baseline.into_network("baseline")?,
            hours_per_fte: self
                .hours_per_fte
                .into_iter()
                .map(|(place, h)| (place.into(), h))
                .collect(),
            new_garment: self
                .new_garment
                .into_iter()
                .map(GarmentWorkFile::into_work)
                .collect(),
        };
        check_places(&model)?;
        Ok(model)
    }

    /// The file of `model`, without results.
    pub fn of(model: &ResolvedModel<f64>) -> Self {
        Self {
            name: None,
            format: FORMAT.to_owned(),
            product: ProductFile {
                pieces_per_year: model.pieces_per_year,
                gross_kg: model.gross_kg,
                parts: model.parts.iter().map(PartFile::of).collect(),
            },
            pathway: NetworkFile::of(&model.pathway),
            baseline: NetworkFile::of(&model.baseline),
            hours_per_fte: model
                .hours_per_fte
                .iter()
                .map(|(place, h)| (place.to_string(), *h))
                .collect(),
            new_garment: model.new_garment.iter().map(GarmentWorkFile::of).collect(),
            results: None,
        }
    }
}

fn check_places(model: &ResolvedModel<f64>) -> Result<(), String> {
    let known = |place: &str| model.hours_per_fte.iter().any(|(p, _)| p.as_str() == place);
    let stages = || model.pathway.stages.iter().chain(&model.baseline.stages);
    let at_stages = stages().flat_map(|stage| &stage.work).map(|line| &line.place);
    let ends = stages().filter_map(|stage| match &stage.body {
        Body::End(end) => Some(&end.displaces),
        _ => None,
    });
    let displaced = ends.flatten().map(|fibre| &fibre.place);
    let places = at_stages
        .chain(displaced)
        .chain(model.new_garment.iter().map(|line| &line.place));
    match places.into_iter().find(|place| !known(place.as_str())) {
        Some(place) => Err(format!(
            "hours_per_fte: no hours for \"{place}\", where work is done"
        )),
        None => Ok(()),
    }
}

impl PartFile {
    fn into_part(self) -> PartNumbers<f64> {
        PartNumbers {
            id: self.id.into(),
            mass_kg: self.mass_kg,
            f_r_textile: self.f_r_textile,
            f_r_other: self.f_r_other,
            f_u: self.f_u,
            f_s: self.f_s,
            e_f: self.e_f,
        }
    }

    fn of(part: &PartNumbers<f64>) -> Self {
        Self {
            id: part.id.to_string(),
            mass_kg: part.mass_kg,
            f_r_textile: part.f_r_textile,
            f_r_other: part.f_r_other,
            f_u: part.f_u,
            f_s: part.f_s,
            e_f: part.e_f,
        }
    }
}

impl NetworkFile {
    fn into_network(self, key: &str) -> Result<Network<f64>, String> {
        if self.max_lives == Some(0) {
            return Err(format!("{key}.max_lives: must be at least 1, or null for no cap"));
        }
        let stages: Result<Vec<_>, String> = self.stages.into_iter().map(StageFile::into_stage).collect();
        Ok(Network {
            id: self.id.into(),
            start: self.start.into(),
            max_lives: self.max_lives,
            average_wears: self.l_av_wears,
            stages: stages?,
        })
    }

    fn of(network: &Network<f64>) -> Self {
        Self {
            id: network.id.to_string(),
            start: network.start.to_string(),
            max_lives: network.max_lives,
            l_av_wears: network.average_wears,
            stages: network.stages.iter().map(StageFile::of).collect(),
        }
    }
}

impl StageFile {
    fn into_stage(self) -> Result<Stage<f64>, String> {
        Ok(match self {
            Self::Item(item) => {
                let body = Body::Item(Item {
                    role: item.role()?,
                    exits: item
                        .exits
                        .into_iter()
                        .map(|e| Exit {
                            to: e.to.into(),
                            share: e.share,
                        })
                        .collect(),
                    fallback: item.fallback.map(Into::into),
                });
                Stage {
                    id: item.id.into(),
                    body,
                    work: work(item.work),
                }
            }
            Self::Material(material) => {
                let gates = material
                    .gates
                    .into_iter()
                    .map(|(part, gate)| gate.into_gate(part))
                    .collect();
                Stage {
                    id: material.id.into(),
                    body: Body::Material(gates),
                    work: work(material.work),
                }
            }
            Self::End(end) => {
                let displaces = end.displaces.into_iter().map(|f| FibreWork {
                    activity: f.activity.into(),
                    place: f.place.into(),
                    hours_per_kg: f.h_per_kg,
                });
                let body = Body::End(End {
                    class: end.class.into(),
                    closed_share: end.closed_share,
                    displaces: displaces.collect(),
                });
                Stage {
                    id: end.id.into(),
                    body,
                    work: work(end.work),
                }
            }
        })
    }

    fn of(stage: &Stage<f64>) -> Self {
        let id = stage.id.to_string();
        let work = stage.work.iter().map(WorkFile::of).collect();
        match &stage.body {
            Body::Item(item) => Self::Item(ItemFile::of(id, item, work)),
            Body::Material(gates) => {
                let gates = gates
                    .iter()
                    .map(|gate| (gate.part.to_string(), GateFile::of(gate)))
                    .collect();
                Self::Material(MaterialFile { id, gates, work })
            }
            Body::End(end) => {
                let displaces = end.displaces.iter().map(|f| FibreWorkFile {
                    activity: f.activity.to_string(),
                    place: f.place.to_string(),
                    h_per_kg: f.hours_per_kg,
                });
                Self::End(EndFile {
                    id,
                    class: end.class.into(),
                    closed_share: end.closed_share,
                    displaces: displaces.collect(),
                    work,
                })
            }
        }
    }
}

impl ItemFile {
    fn role(&self) -> Result<ItemRole<f64>, String> {
        let need = |value: Option<f64>, key: &str| {
            value.ok_or_else(|| format!("stage \"{}\": {key} is missing", self.id))
        };
        Ok(match self.role {
            RoleFile::Use => ItemRole::Use {
                service_first: need(self.service_first, "service_first")?,
                service_later: need(self.service_later, "service_later")?,
            },
            RoleFile::Return => ItemRole::Return {
                displacement: need(self.displacement, "displacement")?,
            },
            RoleFile::Other => ItemRole::Other,
        })
    }

    fn of(id: String, item: &Item<f64>, work: Vec<WorkFile>) -> Self {
        let (role, service_first, service_later, displacement) = match item.role {
            ItemRole::Use {
                service_first,
                service_later,
            } => (RoleFile::Use, Some(service_first), Some(service_later), None),
            ItemRole::Return { displacement } => (RoleFile::Return, None, None, Some(displacement)),
            ItemRole::Other => (RoleFile::Other, None, None, None),
        };
        let exits = item.exits.iter().map(|exit| ExitFile {
            to: exit.to.to_string(),
            share: exit.share,
        });
        let fallback = item.fallback.as_ref().map(ToString::to_string);
        Self {
            id,
            role,
            service_first,
            service_later,
            displacement,
            exits: exits.collect(),
            fallback,
            work,
        }
    }
}

impl GateFile {
    fn into_gate(self, part: String) -> Gate<f64> {
        Gate {
            part: part.into(),
            removed: self.removed,
            removed_to: self.removed_to.map(Into::into),
            accepted: self.accepted,
            output_yield: self.output_yield,
            output_to: self.output_to.map(Into::into),
            residue_to: self.residue_to.map(Into::into),
            refused_to: self.refused_to.map(Into::into),
        }
    }

    fn of(gate: &Gate<f64>) -> Self {
        let to = |id: &Option<crate::model::StageId>| id.as_ref().map(ToString::to_string);
        Self {
            removed: gate.removed,
            removed_to: to(&gate.removed_to),
            accepted: gate.accepted,
            output_yield: gate.output_yield,
            output_to: to(&gate.output_to),
            residue_to: to(&gate.residue_to),
            refused_to: to(&gate.refused_to),
        }
    }
}

macro_rules! same_words {
    ($($word:ident),+) => {
        impl From<ClassFile> for EndClass {
            fn from(class: ClassFile) -> Self {
                match class { $(ClassFile::$word => Self::$word),+ }
            }
        }
        impl From<EndClass> for ClassFile {
            fn from(class: EndClass) -> Self {
                match class { $(EndClass::$word => Self::$word),+ }
            }
        }
    };
}

same_words!(
    Component,
    Recycled,
    Downcycled,
    Biological,
    Energy,
    Incinerated,
    Landfilled,
    Exported,
    Litter
);
