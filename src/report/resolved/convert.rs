//! Between the shape on file and the core's own form.

use super::shape::{
    BasisFile, ClassFile, EndFile, ExitFile, FibreWorkFile, GarmentWorkFile, GateFile, ItemFile,
    MaterialFile, NetworkFile, PartFile, RoleFile, StageFile, WorkFile,
};
use crate::flow::network::{
    Basis, Body, End, EndClass, Exit, FibreWork, GarmentWork, Gate, Hired, Item, ItemRole, Network,
    PartNumbers, Stage, WorkLine,
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
    /// The network; `None` where a key is missing that the check asks for.
    pub(super) fn into_network(self) -> Option<Network<f64>> {
        let hired = self.displacement_first.zip(self.own_wears);
        let stages: Option<Vec<_>> = self.stages.into_iter().map(StageFile::into_stage).collect();
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a whole number from 1 to 1000"
        )]
        let max_lives = self.max_lives.map(|lives| lives as u32);
        Some(Network {
            id: self.id.into(),
            start: self.start.into(),
            max_lives,
            average_wears: self.l_av_wears,
            hired: hired.map(|(displacement, own_wears)| Hired {
                displacement,
                own_wears,
            }),
            stages: stages?,
        })
    }

    pub(super) fn of(network: &Network<f64>) -> Self {
        Self {
            id: network.id.to_string(),
            start: network.start.to_string(),
            max_lives: network.max_lives.map(f64::from),
            l_av_wears: network.average_wears,
            displacement_first: network.hired.map(|hired| hired.displacement),
            own_wears: network.hired.map(|hired| hired.own_wears),
            stages: network.stages.iter().map(StageFile::of).collect(),
        }
    }
}

impl StageFile {
    fn into_stage(self) -> Option<Stage<f64>> {
        let (id, body, lines) = match self {
            Self::Item(item) => {
                let (id, body, work) = item.into_item()?;
                (id, Body::Item(body), work)
            }
            Self::Material(material) => {
                let gates = material.gates.into_iter();
                let gates = gates.map(|(part, gate)| gate.into_gate(part)).collect();
                (material.id, Body::Material(gates), material.work)
            }
            Self::End(end) => {
                let displaces = end.displaces.into_iter().flatten().map(|f| FibreWork {
                    activity: f.activity.into(),
                    place: f.place.into(),
                    hours_per_kg: f.h_per_kg,
                });
                let body = End {
                    class: end.class.into(),
                    quality: end.quality.unwrap_or(1.0),
                    closed_share: end.closed_share.unwrap_or(0.0),
                    displaces: displaces.collect(),
                };
                (end.id, Body::End(body), end.work)
            }
        };
        Some(Stage {
            id: id.into(),
            body,
            work: work(lines),
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
                let is_recycled = end.class == EndClass::Recycled;
                let displaces = end.displaces.iter().map(|f| FibreWorkFile {
                    activity: f.activity.to_string(),
                    place: f.place.to_string(),
                    h_per_kg: f.hours_per_kg,
                });
                Self::End(EndFile {
                    id,
                    class: end.class.into(),
                    quality: end.class.is_recycling().then_some(end.quality),
                    closed_share: is_recycled.then_some(end.closed_share),
                    displaces: is_recycled.then(|| displaces.collect()),
                    work,
                })
            }
        }
    }
}

impl ItemFile {
    fn into_item(self) -> Option<(String, Item<f64>, Vec<WorkFile>)> {
        let role = match self.role {
            RoleFile::Use => ItemRole::Use {
                service_first: self.service_first?,
                service_later: self.service_later?,
            },
            RoleFile::Return => ItemRole::Return {
                displacement: self.displacement?,
            },
            RoleFile::Other => ItemRole::Other,
        };
        let exits = self.exits.into_iter().map(|exit| Exit {
            to: exit.to.into(),
            share: exit.share,
        });
        let garment =
            |lines: Vec<GarmentWorkFile>| lines.into_iter().map(GarmentWorkFile::into_work).collect();
        let item = Item {
            role,
            exits: exits.collect(),
            fallback: self.fallback.map(Into::into),
            new_garment: self.new_garment.map(garment),
        };
        Some((self.id, item, self.work))
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
        let garment = item.new_garment.as_ref();
        Self {
            id,
            role,
            service_first,
            service_later,
            displacement,
            new_garment: garment.map(|lines| lines.iter().map(GarmentWorkFile::of).collect()),
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
    Litter,
    Undecided
);
