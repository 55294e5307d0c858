//! Notices: what is odd in the input, or worth knowing about a result, without stopping the calculation.

use super::error::FlowError;
use crate::data::Grade;
use crate::model::{ActivityId, FactorId, FibreId, KindId, PartId, PlaceId, ProcessId, RouteId, StageId};

/// One notice; its words come from the text module.
#[derive(Debug, Clone, PartialEq)]
pub enum Notice {
    /// The product has no mass.
    NoMass,
    /// A fibre that the library does not know; counted as other fibre.
    UnknownFibre {
        /// The part.
        part: PartId,
        /// The fibre as written.
        fibre: FibreId,
    },
    /// Fibre shares that do not add up; what is missing counts as other fibre, virgin.
    FibreSum {
        /// The part.
        part: PartId,
        /// Their sum.
        sum: f64,
    },
    /// Shares that leave a stage do not add up; scaled for the calculation, kept as they are in the project.
    ExitSum {
        /// The stage.
        stage: StageId,
        /// Their sum.
        sum: f64,
    },
    /// A kind of garment that the library does not know.
    UnknownKind(KindId),
    /// A process that the library does not know; counted without loss and work.
    UnknownProcess {
        /// The part.
        part: PartId,
        /// The process as written.
        process: ProcessId,
    },
    /// A route that the library does not know; every part is refused there.
    UnknownRoute {
        /// The stage.
        stage: StageId,
        /// The route as written.
        route: RouteId,
    },
    /// An override of a factor that the library does not have; kept, without effect.
    UnknownOverride(FactorId),
    /// No factor for this work anywhere: it is missing from the hours, not zero.
    NoFactor {
        /// Kind of work.
        activity: ActivityId,
    },
    /// No figure for the making of this fibre: it is missing from the hours, not zero.
    NoFibreFactor {
        /// The fibre.
        fibre: FibreId,
    },
    /// Bought trims: the work of making them is not counted.
    BoughtTrims,
    /// A factor of one place used for another: one grade lower from a place around, else D.
    Borrowed {
        /// Kind of work.
        activity: ActivityId,
        /// Where the work is done.
        place: PlaceId,
        /// Where the factor comes from.
        from: PlaceId,
        /// Its grade here.
        grade: Grade,
    },
    /// The factor of one activity stands in for another.
    Proxy {
        /// The work meant.
        work: RouteId,
        /// The activity whose factor is used.
        activity: ActivityId,
    },
    /// The hours of another fibre stand in for the making of this one.
    FibreProxy {
        /// The fibre meant.
        fibre: FibreId,
        /// The activity whose factor is used.
        activity: ActivityId,
    },
    /// A multiplier of indirect work that is kept and has no effect.
    Multiplier {
        /// Kind of work that it was given for.
        activity: ActivityId,
        /// Why it has none.
        fault: MultiplierFault,
    },
    /// Utility outside 0.67..1.45, the span of the apparel category rule's quality multiplier.
    Utility(f64),
    /// The pathway starts worn and the baseline does not, or the other way round: nothing can be gained or lost.
    StartsDiffer,
    /// A return stage leads to something that is no use stage: on that way it displaces nothing.
    ReturnAside {
        /// The return stage.
        stage: StageId,
        /// Where it leads.
        to: StageId,
    },
    /// A part without mass, which counts as 0.
    PartWithoutMass(PartId),
    /// The pathway has no answer.
    Flow(FlowError),
}

/// Why a multiplier of indirect work has no effect.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MultiplierFault {
    /// It has no note on where it comes from.
    NoSource,
    /// This supplier's hours are counted by themselves: they would count twice.
    Supplier(ActivityId),
}

impl Notice {
    /// A stable word for scripts.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NoMass => "no_mass",
            Self::UnknownFibre { .. } => "unknown_fibre",
            Self::FibreSum { .. } => "fibre_sum",
            Self::ExitSum { .. } => "exit_sum",
            Self::UnknownKind(_) => "unknown_kind",
            Self::UnknownProcess { .. } => "unknown_process",
            Self::UnknownRoute { .. } => "unknown_route",
            Self::UnknownOverride(_) => "unknown_override",
            Self::NoFactor { .. } => "no_factor",
            Self::NoFibreFactor { .. } => "no_fibre_factor",
            Self::BoughtTrims => "bought_trims",
            Self::Borrowed { .. } => "borrowed_factor",
            Self::Proxy { .. } => "proxy_factor",
            Self::FibreProxy { .. } => "proxy_fibre",
            Self::Multiplier { .. } => "multiplier",
            Self::Utility(_) => "utility",
            Self::StartsDiffer => "starts_differ",
            Self::ReturnAside { .. } => "return_aside",
            Self::PartWithoutMass(_) => "part_without_mass",
            Self::Flow(_) => "no_answer",
        }
    }

    /// True for what the user should mend; the rest is worth knowing.
    pub const fn is_finding(&self) -> bool {
        matches!(
            self,
            Self::NoMass
                | Self::UnknownFibre { .. }
                | Self::FibreSum { .. }
                | Self::ExitSum { .. }
                | Self::UnknownKind(_)
                | Self::UnknownProcess { .. }
                | Self::UnknownRoute { .. }
                | Self::UnknownOverride(_)
                | Self::Multiplier { .. }
                | Self::ReturnAside { .. }
                | Self::PartWithoutMass(_)
                | Self::StartsDiffer
                | Self::Flow(_)
        )
    }
}
