//! Hints: the design rules of the library held against the product, each answered with the part and the figure.
//!
//! Invariant: a rule is answered by its own code or it is not asked; what the project does not say is never guessed.

mod apart;
mod feed;
mod recycle;
mod words;

pub use words::{HintRead, read};

use super::FigureId;
use crate::assess::Assessment;
use crate::data::{Library, Rule, wide};
use crate::model::{FibreId, Part, PartId, Project, Removable, Role};

/// How a product answers a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    /// It goes against the rule.
    NotMet,
    /// It keeps to the rule.
    Met,
    /// The project does not say.
    NotAsked,
    /// The rule is about other products.
    Apart,
}

/// One figure behind an answer.
#[derive(Debug, Clone, PartialEq)]
pub enum Measure {
    /// Elastane: found, at most.
    Elastane(f64, f64),
    /// Fibre that is not cellulose: found, at most.
    NotCellulose(f64, f64),
    /// The main fibre, its share, its class from 1, the limit of the first class.
    Purity(FibreId, f64, usize, f64),
    /// Fibres in one cloth: found, at most.
    Fibres(usize, f64),
    /// A part's main fibre and the main fabric's.
    OtherFibre(FibreId, FibreId),
    /// Coated.
    Coated,
    /// Laminated.
    Laminated,
    /// Printed; the kind of print is not asked.
    Printed,
    /// Dyed with carbon black.
    CarbonBlack,
    /// How it comes off.
    ComesOff(Removable),
    /// Cloth cut away around hard parts: share, from which it warns.
    CutAway(f64, f64),
    /// Trims: share of the mass, at most.
    Trims(f64, f64),
    /// Layers: found, at most.
    Layers(usize, f64),
    /// A label is there; whether it lasts is not asked.
    LabelThere,
    /// No label among the parts.
    NoLabel,
    /// Woven wool.
    WoolWoven,
    /// Knitted wool.
    WoolKnitted,
    /// PVC.
    Pvc,
    /// Recycled share of the product: found, at least.
    Recycled(f64, f64),
    /// Recycled share of one fibre: found, at least.
    RecycledFibre(FibreId, f64, f64),
    /// Recycled polyester of other waste, as bottles: share of the part.
    Bottles(f64),
    /// Mechanically recycled cotton in a yarn: found, at most.
    RecycledCotton(f64, f64),
    /// Recycled share, and the most that the product's own returns could supply.
    OwnReturns(f64, f64),
    /// Sum of the shares.
    Sum(f64),
    /// Synthetic fibre: share of the mass, from.
    Synthetic(f64, f64),
    /// Cutting loss: found, usual for the kind.
    CuttingLoss(f64, f64),
}

/// A measure with the part it was found in, and the figure that it opens.
#[derive(Debug, Clone, PartialEq)]
pub struct HintLine {
    /// The part; none for the product as a whole.
    pub part: Option<PartId>,
    /// The measure.
    pub measure: Measure,
    /// The figure behind it, where the engine computes one.
    pub opens: Option<FigureId>,
}

/// A rule and its answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Hint<'a> {
    /// The rule.
    pub rule: &'a Rule,
    /// The answer.
    pub status: Status,
    /// What it rests on, the worst first.
    pub lines: Vec<HintLine>,
}

/// What a rule is asked of.
#[derive(Clone, Copy)]
struct Asked<'a> {
    project: &'a Project,
    library: &'a Library,
    assessment: &'a Assessment,
    rule: &'a Rule,
}

/// An answer: status and what it rests on.
type Answer = (Status, Vec<HintLine>);

/// How one rule is answered.
#[derive(Clone, Copy)]
enum Ask {
    /// From the parts alone.
    Parts(fn(&Asked<'_>) -> Answer),
    /// By limits; `None` where one that it needs is missing, or what they are held against.
    Limits(fn(&Asked<'_>) -> Option<Answer>),
}

/// The rules that a project can answer, by id.
const ASKED: [(&str, Ask); 25] = [
    ("R01", Ask::Limits(recycle::elastane_draft)),
    ("R02", Ask::Limits(recycle::elastane)),
    ("R03", Ask::Limits(recycle::denim)),
    ("R04", Ask::Limits(recycle::purity)),
    ("R05", Ask::Limits(recycle::fibre_count)),
    ("R06", Ask::Limits(recycle::same_inside)),
    ("R07", Ask::Parts(recycle::no_coating)),
    ("R08", Ask::Parts(recycle::no_rubber_print)),
    ("R29", Ask::Parts(recycle::wool)),
    ("R35", Ask::Parts(recycle::no_pvc)),
    ("R11", Ask::Parts(apart::comes_off)),
    ("R12", Ask::Limits(apart::cut_away)),
    ("R13", Ask::Limits(apart::trims)),
    ("R25", Ask::Parts(apart::carbon_black)),
    ("R26", Ask::Limits(apart::layers)),
    ("R27", Ask::Limits(apart::sewing_thread)),
    ("R28", Ask::Parts(apart::label)),
    ("R20", Ask::Limits(feed::recycled_standard)),
    ("R21", Ask::Limits(feed::recycled_draft)),
    ("R22", Ask::Parts(feed::bottles)),
    ("R23", Ask::Limits(feed::recycled_cotton)),
    ("R24", Ask::Limits(feed::own_returns)),
    ("R30", Ask::Limits(feed::sums)),
    ("R32", Ask::Limits(feed::synthetic)),
    ("R34", Ask::Limits(feed::cutting_loss)),
];

/// All rules in the order of the library, answered.
pub fn hints<'a>(project: &'a Project, library: &'a Library, assessment: &'a Assessment) -> Vec<Hint<'a>> {
    let answer = |rule: &'a Rule| {
        let asked = Asked {
            project,
            library,
            assessment,
            rule,
        };
        let ask = ASKED.iter().find(|(id, _)| *id == rule.id);
        let (status, lines) = ask
            .and_then(|(_, ask)| match ask {
                Ask::Parts(ask) => Some(ask(&asked)),
                Ask::Limits(ask) => ask(&asked),
            })
            .unwrap_or((Status::NotAsked, Vec::new()));
        Hint { rule, status, lines }
    };
    library.rules.iter().map(answer).collect()
}

impl<'a> Asked<'a> {
    fn parts(&self) -> impl Iterator<Item = &'a Part> + use<'a> {
        self.project.product.parts.iter()
    }

    /// Parts of fibre.
    fn cloth(&self) -> impl Iterator<Item = &'a Part> + use<'a> {
        self.parts().filter(|part| !part.is_hard())
    }

    fn with_role(&self, roles: &'static [Role]) -> impl Iterator<Item = &'a Part> + use<'a> {
        self.parts().filter(move |part| roles.contains(&wide(part.role)))
    }

    /// The main fabric: the heaviest shell.
    fn shell(&self) -> Option<&'a Part> {
        self.with_role(&[Role::Shell])
            .max_by(|a, b| a.mass.get().total_cmp(&b.mass.get()))
    }

    fn limit(&self, key: &str) -> Option<f64> {
        self.rule.limit(key)
    }
}

/// The fibre that a part holds most of, and its share.
fn main_fibre(part: &Part) -> Option<(&FibreId, f64)> {
    let most = part
        .fibres
        .iter()
        .max_by(|a, b| a.share.get().total_cmp(&b.share.get()));
    most.map(|line| (&line.fibre, line.share.get()))
}

fn share_of(part: &Part, wanted: impl Fn(&FibreId) -> bool) -> f64 {
    let lines = part.fibres.iter().filter(|line| wanted(&line.fibre));
    lines.map(|line| line.share.get()).sum()
}

fn of_part(part: &Part, measure: Measure) -> HintLine {
    HintLine {
        part: Some(part.id.clone()),
        measure,
        opens: None,
    }
}

fn of_product(measure: Measure, opens: Option<FigureId>) -> HintLine {
    HintLine {
        part: None,
        measure,
        opens,
    }
}

/// Not met where some part goes against the rule.
fn none_of(lines: Vec<HintLine>) -> Answer {
    let status = if lines.is_empty() {
        Status::Met
    } else {
        Status::NotMet
    };
    (status, lines)
}

/// Shares found in parts held against the most each may have: the parts above it; where none is, the one that comes
/// nearest.
fn at_most(mut found: Vec<(&Part, f64, f64)>, measure: fn(f64, f64) -> Measure) -> Answer {
    found.sort_by(|a, b| (b.1 - b.2).total_cmp(&(a.1 - a.2)));
    let line = |(part, found, limit): &(&Part, f64, f64)| of_part(part, measure(*found, *limit));
    let above = |(_, found, limit): &&(&Part, f64, f64)| *found > limit + 1e-9;
    let over: Vec<HintLine> = found.iter().filter(above).map(line).collect();
    if over.is_empty() {
        let nearest = found.iter().filter(|(_, found, _)| *found > 0.0);
        return (Status::Met, nearest.take(1).map(line).collect());
    }
    (Status::NotMet, over)
}
