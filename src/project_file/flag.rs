//! What is odd in a project but kept as it stands.
//!
//! Invariant: a flag never changes the project; it says where to look.

use crate::model::{
    ActivityId, FactorId, FibreId, KindId, PartId, Pathway, PathwayId, PlaceId, PriceId, ProcessId, Product,
    Project, RouteId, Stage, StageId, VariantNo,
};
use crate::text::Lang;

/// How far a sum of shares may stray from 1 by rounding.
pub const SHARE_TOLERANCE: f64 = 1e-9;

/// Something odd that was read and kept.
#[derive(Debug, Clone, PartialEq)]
pub enum Flag {
    /// The exits of an item stage do not sum to 1.
    Exits {
        /// The pathway.
        pathway: PathwayId,
        /// The stage.
        stage: StageId,
        /// Their sum.
        sum: f64,
    },
    /// The fibres of a part sum to more than 1.
    Fibres {
        /// The part.
        part: PartId,
        /// Their sum.
        sum: f64,
    },
    /// The cloth of a part does not weigh what stands as its mass.
    Cloth {
        /// The part.
        part: PartId,
        /// Grams that stand there.
        stated: f64,
        /// Grams that the cloth weighs.
        cloth: f64,
    },
    /// A stage leads to one that the pathway does not have, or its start is missing.
    NoStage {
        /// The pathway.
        pathway: PathwayId,
        /// The stage that leads there; none for the start.
        from: Option<StageId>,
        /// The stage that is missing.
        to: StageId,
    },
    /// The baseline or a compared pathway is not in the project.
    NoPathway(PathwayId),
    /// A compared variant is not in the project.
    NoVariant(VariantNo),
    /// The id of an own place names no place that it lies in.
    Nowhere(PlaceId),
    /// An id that the library does not know.
    Unknown(Named),
    /// An id that held a dot in a file of version 1.
    Renamed(Renamed),
}

/// An id that was given another name, before and after.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Renamed {
    /// A part.
    Part(PartId, PartId),
    /// A pathway.
    Pathway(PathwayId, PathwayId),
    /// A stage of a pathway.
    Stage(PathwayId, StageId, StageId),
}

/// An id that stands for something in the library.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Named {
    /// A fibre.
    Fibre(FibreId),
    /// A kind of garment.
    Kind(KindId),
    /// A route.
    Route(RouteId),
    /// A making process.
    Process(ProcessId),
    /// A place.
    Place(PlaceId),
    /// A factor.
    Factor(FactorId),
    /// A kind of work.
    Activity(ActivityId),
    /// A kind of price.
    Price(PriceId),
}

/// Everything odd that shows without the library.
pub(super) fn flags(project: &Project) -> Vec<Flag> {
    let mut flags = Vec::new();
    for variant in project.variants() {
        product_flags(variant, &mut flags);
    }
    for pathway in &project.pathways {
        pathway_flags(pathway, &mut flags);
    }
    let compared = project.compared.iter().map(|column| &column.pathway);
    for id in std::iter::once(&project.baseline).chain(compared) {
        if project.pathway(id).is_none() {
            flags.push(Flag::NoPathway(id.clone()));
        }
    }
    let nowhere = project.places.keys().filter(|place| !place.is_own());
    flags.extend(nowhere.cloned().map(Flag::Nowhere));
    for column in &project.compared {
        if project.variant(column.variant).is_none() {
            flags.push(Flag::NoVariant(column.variant));
        }
    }
    flags
}

fn product_flags(product: &Product, flags: &mut Vec<Flag>) {
    for part in &product.parts {
        let sum: f64 = part.fibres.iter().map(|line| line.share.get()).sum();
        if sum > 1.0 + SHARE_TOLERANCE {
            flags.push(Flag::Fibres {
                part: part.id.clone(),
                sum,
            });
        }
        if let Some(cloth) = part.cloth.filter(|cloth| !cloth.weighs(part.mass)) {
            flags.push(Flag::Cloth {
                part: part.id.clone(),
                stated: part.mass.grams(),
                cloth: cloth.kg() * 1000.0,
            });
        }
    }
}

fn pathway_flags(pathway: &Pathway, flags: &mut Vec<Flag>) {
    let mut missing = |from: Option<&Stage>, to: &StageId| {
        if pathway.stage(to).is_none() {
            flags.push(Flag::NoStage {
                pathway: pathway.id.clone(),
                from: from.map(|stage| stage.id.clone()),
                to: to.clone(),
            });
        }
    };
    missing(None, &pathway.start);
    for stage in &pathway.stages {
        let exits = stage.exits.iter().map(|exit| &exit.to);
        for to in exits.chain(&stage.fallback).chain(&stage.residue) {
            missing(Some(stage), to);
        }
    }
    for stage in &pathway.stages {
        stage_flags(pathway, stage, flags);
    }
}

fn stage_flags(pathway: &Pathway, stage: &Stage, flags: &mut Vec<Flag>) {
    let sum: f64 = stage.exits.iter().map(|exit| exit.share.get()).sum();
    if stage.kind.is_item() && (sum - 1.0).abs() > SHARE_TOLERANCE {
        flags.push(Flag::Exits {
            pathway: pathway.id.clone(),
            stage: stage.id.clone(),
            sum,
        });
    }
}

impl Flag {
    /// The flag in words.
    pub fn text(&self, lang: Lang) -> String {
        match lang {
            Lang::En => self.english(),
            Lang::Zh | Lang::Both => self.chinese(),
        }
    }

    fn english(&self) -> String {
        match self {
            Self::Exits { pathway, stage, sum } => {
                format!("The exits of stage {stage} in pathway {pathway} sum to {sum}, not to 1.")
            }
            Self::Cloth { part, stated, cloth } => format!(
                "The mass of part {part} is {stated} g, but its cloth weighs {cloth} g. The mass counts."
            ),
            Self::Fibres { part, sum } => format!("The fibres of part {part} sum to {sum}, more than 1."),
            Self::NoStage {
                pathway,
                from: Some(from),
                to,
            } => {
                format!("In pathway {pathway}, stage {from} leads to {to}, which is not there.")
            }
            Self::NoStage {
                pathway,
                from: None,
                to,
            } => {
                format!("Pathway {pathway} starts at stage {to}, which is not there.")
            }
            Self::NoPathway(id) => format!("Pathway {id} is named, but is not there."),
            Self::NoVariant(number) => format!("Variant {number} is compared, but is not there."),
            Self::Renamed(renamed) => renamed.english(),
            Self::Nowhere(id) => format!(
                "The own place {id} lies in no place and was kept without effect. Write its id as PLACE/{id}, with the id of the place around it in front."
            ),
            Self::Unknown(named) => format!("The library does not know {}. It was kept.", named.id()),
        }
    }

    fn chinese(&self) -> String {
        match self {
            Self::Exits { pathway, stage, sum } => {
                format!("路径{pathway}的环节{stage}各去向之和为{sum}，不等于1。")
            }
            Self::Cloth { part, stated, cloth } => {
                format!("部件{part}的重量是{stated}g，按面料计算为{cloth}g；以重量为准。")
            }
            Self::Fibres { part, sum } => format!("部件{part}的纤维占比之和为{sum}，大于1。"),
            Self::NoStage {
                pathway,
                from: Some(from),
                to,
            } => {
                format!("路径{pathway}的环节{from}通向{to}，但没有这个环节。")
            }
            Self::NoStage {
                pathway,
                from: None,
                to,
            } => {
                format!("路径{pathway}的起点是{to}，但没有这个环节。")
            }
            Self::NoPathway(id) => format!("提到了路径{id}，但没有这条路径。"),
            Self::NoVariant(number) => format!("要比较方案{number}，但没有这个方案。"),
            Self::Renamed(renamed) => renamed.chinese(),
            Self::Nowhere(id) => {
                format!(
                    "自定地点{id}不在任何地点之内，已保留但不起作用。请在代号前写上所属地点的代号：地点/{id}。"
                )
            }
            Self::Unknown(named) => format!("数据库中没有{}，已原样保留。", named.id()),
        }
    }
}

impl Renamed {
    fn english(&self) -> String {
        let (what, from, to) = match self {
            Self::Part(from, to) => ("Part".to_owned(), from.as_str(), to.as_str()),
            Self::Pathway(from, to) => ("Pathway".to_owned(), from.as_str(), to.as_str()),
            Self::Stage(pathway, from, to) => {
                (format!("In pathway {pathway}, stage"), from.as_str(), to.as_str())
            }
        };
        format!("{what} {from} is called {to} from now on, as ids hold no dots any more.")
    }

    fn chinese(&self) -> String {
        let (what, from, to) = match self {
            Self::Part(from, to) => ("部件".to_owned(), from.as_str(), to.as_str()),
            Self::Pathway(from, to) => ("路径".to_owned(), from.as_str(), to.as_str()),
            Self::Stage(pathway, from, to) => (format!("路径{pathway}的环节"), from.as_str(), to.as_str()),
        };
        format!("{what}{from}改称{to}：代号中不再使用点号。")
    }
}
