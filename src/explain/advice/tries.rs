//! Tries: a move on a part, on a route or on the whole; what it yields are edits, so that trying it is a step like any other.
//!
//! Invariant: edits of a try are applied by [`Edit::apply`] alone; nothing here makes a changed project.

use super::cannot::Cannot;
use super::{part, way};
use crate::data::{Act, Library, MoveOn, MoveRow, PresetKind};
use crate::edit::{Edit, ProductEdit};
use crate::explain::fit::in_force;
use crate::flow::assemble::effective;
use crate::model::{Estimate, Making, Name, Part, PartId, Pathway, PathwayId, Project, RouteId};
use crate::quantity::Share;
use crate::text::{AdviceMsg, Lang};
use std::cmp::Ordering;

/// A blend is made of one of its fibres only where that fibre is a good part of it.
pub(super) const LEAST_FIBRE: f64 = 0.2;

/// What a move is made on.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    /// The product or the pathway as a whole.
    Whole,
    /// A part.
    Part(PartId),
    /// A route that something is sent to.
    Route(RouteId),
}

/// A move on its subject: what can be tried with one key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Try {
    /// `move`, `move:part` or `move:route`: unique in a project, the same in every language.
    pub id: String,
    /// The row of the catalogue.
    pub row: String,
    /// What it is made on.
    pub subject: Subject,
    /// Its place in the catalogue and among the parts: the order in which several are made.
    pub(super) place: (usize, usize),
}

impl PartialOrd for Try {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Try {
    fn cmp(&self, other: &Self) -> Ordering {
        self.place.cmp(&other.place).then_with(|| self.id.cmp(&other.id))
    }
}

/// What edits come of: the project as it stands, and the library.
#[derive(Debug, Clone, Copy)]
pub(super) struct Ground<'a> {
    pub(super) project: &'a Project,
    pub(super) library: &'a Library,
}

impl<'a> Ground<'a> {
    /// The value of a factor in force.
    pub(super) fn value(&self, id: &str) -> f64 {
        in_force(self.project, self.library, id)
    }

    /// Low and high of a factor in force; of a central value alone none.
    fn ends(&self, id: &str) -> Option<(f64, f64)> {
        let factor = self.library.factor(id)?;
        let figure = effective(factor, self.project.overrides.get(id)).0;
        (figure.low.is_some() || figure.high.is_some()).then(|| {
            let value = figure.value;
            (figure.low.unwrap_or(value), figure.high.unwrap_or(value))
        })
    }

    /// The same as shares.
    pub(super) fn range(&self, id: &str) -> Option<(Share, Share)> {
        self.ends(id)
            .map(|(low, high)| (Share::clamped(low), Share::clamped(high)))
    }

    /// The main fabric: the heaviest shell.
    pub(super) fn main_part(&self) -> Option<&'a Part> {
        let shells = self
            .project
            .product
            .parts
            .iter()
            .filter(|part| part::is_main_fabric(part));
        shells.max_by(|a, b| a.mass.get().total_cmp(&b.mass.get()))
    }
}

/// Every move of the catalogue on everything that it can be asked of, in the order of the catalogue. A move that nothing
/// can be asked of stands there once, so that its reason is said.
pub fn tries(project: &Project, library: &Library) -> Vec<Try> {
    let ground = Ground { project, library };
    let rows = library.moves.iter().enumerate();
    rows.flat_map(|(at, row)| {
        let subjects = subjects(&ground, row).into_iter().enumerate();
        subjects.map(move |(nth, subject)| Try::new(row, subject, (at, nth)))
    })
    .collect()
}

fn subjects(ground: &Ground<'_>, row: &MoveRow) -> Vec<Subject> {
    let parts = &ground.project.product.parts;
    let of_part = |part: &Part| Subject::Part(part.id.clone());
    match &row.on {
        MoveOn::Product => vec![Subject::Whole],
        MoveOn::Pathway => routes(ground, row).unwrap_or_else(|| vec![Subject::Whole]),
        MoveOn::Parts(roles) => {
            let asked = parts.iter().filter(|part| roles.contains(&part.role));
            or_whole(asked.map(of_part).collect())
        }
        MoveOn::Cloth => {
            let can = |part: &&Part| {
                let first = row.acts.first();
                first.is_some_and(|act| part::edits(ground, &row.id, act, part).is_ok())
            };
            let cloth = parts.iter().filter(|part| !part.is_hard());
            let mut able: Vec<Subject> = cloth.filter(can).map(of_part).collect();
            if able.is_empty() {
                able.extend(ground.main_part().map(of_part));
            }
            or_whole(able)
        }
    }
}

fn or_whole(subjects: Vec<Subject>) -> Vec<Subject> {
    if subjects.is_empty() {
        vec![Subject::Whole]
    } else {
        subjects
    }
}

/// The routes that a move may send to: the best for the product as it is, and as it would be with its main fabric of each
/// of its fibres alone. They are named beforehand, so that what a move does hangs on no other move. `None` where the move
/// chooses among no routes.
fn routes(ground: &Ground<'_>, row: &MoveRow) -> Option<Vec<Subject>> {
    let among = match row.acts.first()? {
        Act::BestRoute => None,
        Act::AddStage { preset, .. } => match &ground.library.stage_preset(preset)?.kind {
            PresetKind::BestRoute(routes) => Some(routes.as_slice()),
            _ => return None,
        },
        _ => return None,
    };
    let mut found: Vec<RouteId> = way::best_of(ground, among).into_iter().collect();
    if let Some(main) = ground.main_part() {
        for line in &main.fibres {
            let act = Act::OneFibre(line.fibre.clone());
            let edits = part::edits(ground, &row.id, &act, main).unwrap_or_default();
            let pure = Edit::together(edits).and_then(|edit| edit.apply(ground.project).ok());
            let best = pure.and_then(|project| {
                let pure = Ground {
                    project: &project,
                    library: ground.library,
                };
                way::best_of(&pure, among)
            });
            found.extend(best);
        }
    }
    let mut seen = Vec::new();
    found.retain(|route| {
        let is_new = !seen.contains(route);
        seen.push(route.clone());
        is_new
    });
    Some(or_whole(found.into_iter().map(Subject::Route).collect()))
}

impl Try {
    fn new(row: &MoveRow, subject: Subject, place: (usize, usize)) -> Self {
        let id = match &subject {
            Subject::Whole => row.id.clone(),
            Subject::Part(part) => format!("{}:{part}", row.id),
            Subject::Route(route) => format!("{}:{route}", row.id),
        };
        Self {
            id,
            row: row.id.clone(),
            subject,
            place,
        }
    }

    /// The part that it is made on.
    pub const fn part(&self) -> Option<&PartId> {
        match &self.subject {
            Subject::Part(part) => Some(part),
            Subject::Whole | Subject::Route(_) => None,
        }
    }

    /// Its row of the catalogue.
    pub fn move_row<'a>(&self, library: &'a Library) -> Option<&'a MoveRow> {
        library.move_row(&self.row)
    }

    /// True where it changes a pathway; else it changes the product.
    pub fn is_of_pathway(&self, library: &Library) -> bool {
        let row = self.move_row(library);
        row.is_some_and(|row| row.acts.iter().any(Act::is_of_pathway))
    }

    /// True where it changes the pathway that is looked at; a move may take another one instead.
    pub(super) fn changes_in_place(&self, library: &Library) -> bool {
        let row = self.move_row(library);
        row.is_some_and(|row| !row.acts.iter().any(|act| matches!(act, Act::OtherPathway(_))))
    }

    /// What it is called, with the part or route that it is made on.
    pub fn name(&self, project: &Project, library: &Library) -> Name {
        let plain = self
            .move_row(library)
            .map(|row| row.name.clone())
            .unwrap_or_default();
        match &self.subject {
            Subject::Whole => plain,
            Subject::Part(id) => {
                let part = project.product.parts.iter().find(|part| &part.id == id);
                let part = part.map_or_else(|| Name::new(id.as_str(), id.as_str()), |part| part.name.clone());
                both(AdviceMsg::OnPart, &[("part", &part), ("name", &plain)])
            }
            Subject::Route(id) => {
                let route = library
                    .route(id)
                    .map(|route| route.short.clone())
                    .unwrap_or_default();
                both(AdviceMsg::OnRoute, &[("name", &plain), ("route", &route)])
            }
        }
    }

    /// The edits that make the move where `pathway` is looked at, and the pathway that is looked at afterwards: the same,
    /// unless the move takes another one. All of them change the variant in hand, or that pathway.
    pub fn edits(
        &self,
        project: &Project,
        library: &Library,
        pathway: &PathwayId,
    ) -> Result<(Vec<Edit>, PathwayId), Cannot> {
        let row = self.move_row(library).ok_or(Cannot::NoPathway)?;
        let mut all: Vec<Edit> = Vec::new();
        let mut pathway = pathway.clone();
        let mut now: Option<Project> = None;
        for act in &row.acts {
            let ground = Ground {
                project: now.as_ref().unwrap_or(project),
                library,
            };
            let (edits, on) = self.act(&ground, act, &pathway)?;
            let after = edits.iter().try_fold(None, |before: Option<Project>, edit| {
                edit.apply(before.as_ref().unwrap_or(ground.project)).map(Some)
            })?;
            now = after.or(now);
            pathway = on;
            all.extend(edits);
        }
        Ok((all, pathway))
    }

    /// The edits of one of its acts.
    fn act(
        &self,
        ground: &Ground<'_>,
        act: &Act,
        pathway: &PathwayId,
    ) -> Result<(Vec<Edit>, PathwayId), Cannot> {
        if act.is_of_pathway() {
            let way: &Pathway = ground.project.pathway(pathway).ok_or(Cannot::NoPathway)?;
            return way::edits(ground, &self.row, act, &self.subject, way);
        }
        let here = |edits| (edits, pathway.clone());
        let parts = &ground.project.product.parts;
        let part = self.part().map(|id| parts.iter().find(|part| &part.id == id));
        match (act, part) {
            (Act::TimesWears(_), Some(Some(part))) if !part::is_main_fabric(part) => Ok(here(Vec::new())),
            (Act::TimesWears(_), _) => Ok(here(times_wears(ground, &self.row, act))),
            (Act::TightLay, _) => tight_lay(ground).map(here),
            (_, Some(Some(part))) => part::edits(ground, &self.row, act, part).map(here),
            _ => Err(Cannot::NoPart),
        }
    }
}

/// Wears of a first life times the act's figure, with the range that the figure gives them.
fn times_wears(ground: &Ground<'_>, row: &str, act: &Act) -> Vec<Edit> {
    let product = &ground.project.product;
    let kind = format!("kind.{}.wears", product.kind);
    let now = product
        .wears
        .unwrap_or_else(|| Estimate::exact(ground.value(&kind)));
    let id = act.factor(row).unwrap_or_default();
    let factor = ground.value(id.as_str());
    let (low, high) = ground.ends(id.as_str()).unwrap_or((factor, factor));
    let (from, to) = now.range.unwrap_or((now.value, now.value));
    let next = Estimate {
        value: now.value * factor,
        range: Some((from * low, to * high)),
    };
    vec![Edit::Product(ProductEdit::SetWears(Some(next)))]
}

/// The least cutting loss that is usual for the kind, for every part that is cut and loses more.
fn tight_lay(ground: &Ground<'_>) -> Result<Vec<Edit>, Cannot> {
    let kind = format!("kind.{}.making_loss", ground.project.product.kind);
    let usual = ground.value(&kind);
    let least = ground.ends(&kind).map_or(usual, |(low, _)| low);
    let mut lowest: Option<f64> = None;
    let mut edits = Vec::new();
    for part in &ground.project.product.parts {
        let Making::Cloth { cutting_loss, .. } = &part.making else {
            continue;
        };
        let now = cutting_loss.map_or(usual, |own| own.value);
        lowest = Some(lowest.map_or(now, |known| known.max(now)));
        if now > least + 1e-9 {
            let change = crate::edit::PartEdit::SetCuttingLoss(Some(Estimate::exact(least)));
            edits.push(Edit::part(&part.id, change));
        }
    }
    match (edits.is_empty(), lowest) {
        (false, _) => Ok(edits),
        (true, Some(found)) => Err(Cannot::LayTight(found)),
        (true, None) => Err(Cannot::Bought),
    }
}

/// A message in both languages, with each `{key}` replaced by its name in that language.
pub(super) fn both(message: AdviceMsg, values: &[(&str, &Name)]) -> Name {
    let say = |lang: Lang| {
        let values: Vec<(&str, &str)> = values.iter().map(|(key, name)| (*key, name.get(lang))).collect();
        message.with(lang, &values)
    };
    Name::new(say(Lang::En), say(Lang::Zh))
}
