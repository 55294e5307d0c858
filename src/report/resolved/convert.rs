//! Between the shape on file and the core's own form.

use super::shape::{
    BasisFile, ClassFile, EndFile, ExitFile, FibreWorkFile, GarmentWorkFile, GateFile, ItemFile,
    MaterialFile, NetworkFile, PartFile, RoleFile, StageFile, WorkFile,
};
use crate::flow::network::{
    Basis, Body, End, EndClass, Exit, FibreWork, GarmentWork, Gate, Item, ItemRole, Network, PartNumbers,
    Stage, WorkLine,
};

impl PartFile {
    pub(super) fn into_part(self) -> PartNumbers<f64> {
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

    pub(super) fn of(part: &PartNumbers<f64>) -> Self {
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
    pub(super) fn into_network(self, key: &str) -> Result<Network<f64>, String> {
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

    pub(super) fn of(network: &Network<f64>) -> Self {
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
    pub(super) fn into_stage(self) -> Result<Stage<f64>, String> {
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

    pub(super) fn of(stage: &Stage<f64>) -> Self {
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
    pub(super) fn role(&self) -> Result<ItemRole<f64>, String> {
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

    pub(super) fn of(id: String, item: &Item<f64>, work: Vec<WorkFile>) -> Self {
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
    pub(super) fn into_gate(self, part: String) -> Gate<f64> {
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

    pub(super) fn of(gate: &Gate<f64>) -> Self {
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

fn work(lines: Vec<WorkFile>) -> Vec<WorkLine<f64>> {
    let line = |line: WorkFile| WorkLine {
        activity: line.activity.into(),
        place: line.place.into(),
        basis: match line.basis {
            BasisFile::Piece => Basis::Piece,
            BasisFile::Kg => Basis::Kg,
            BasisFile::KgOut => Basis::KgOut,
        },
        hours: line.h,
    };
    lines.into_iter().map(line).collect()
}

impl WorkFile {
    pub(super) fn of(line: &WorkLine<f64>) -> Self {
        Self {
            activity: line.activity.to_string(),
            place: line.place.to_string(),
            basis: match line.basis {
                Basis::Piece => BasisFile::Piece,
                Basis::Kg => BasisFile::Kg,
                Basis::KgOut => BasisFile::KgOut,
            },
            h: line.hours,
        }
    }
}

impl GarmentWorkFile {
    pub(super) fn into_work(self) -> GarmentWork<f64> {
        GarmentWork {
            activity: self.activity.into(),
            place: self.place.into(),
            hours_per_piece: self.h_per_piece,
        }
    }

    pub(super) fn of(work: &GarmentWork<f64>) -> Self {
        Self {
            activity: work.activity.to_string(),
            place: work.place.to_string(),
            h_per_piece: work.hours_per_piece,
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
