//! The answer: all moves, ranked by one figure, with one sentence where none helps.

use super::cannot::Cannot;
use super::effect::{Advised, Adviser, Effect};
use super::measure::RANK;
use super::tries::{Try, both, tries};
use super::way::is_same_grade;
use crate::data::{Library, RouteClass};
use crate::figure::PathwayFigure;
use crate::model::{Name, Pathway, PathwayId, Project, Stage, StageKind, StageRole};
use crate::text::{AdviceMsg, Lang};

/// All moves on one pathway, the best first.
#[derive(Debug, Clone)]
pub struct Advice {
    /// The pathway.
    pub pathway: PathwayId,
    /// The figure that they are ranked by.
    pub rank: PathwayFigure,
    /// First those that better that figure, then those that can be made and do not, last those that cannot be made.
    pub moves: Vec<Advised>,
}

impl Advised {
    /// True where it betters `rank` by so much that it is worth a word; where a figure counts neither way, more of it.
    pub fn helps(&self, rank: PathwayFigure) -> bool {
        self.effect.as_ref().is_ok_and(|effect| effect.helps(rank))
    }

    /// Why it is not worth it or cannot be made; `None` where it helps.
    pub fn reason(
        &self,
        rank: PathwayFigure,
        project: &Project,
        library: &Library,
        lang: Lang,
    ) -> Option<String> {
        match &self.effect {
            Ok(effect) => effect.doubt(rank).map(|name| name.get(lang).to_owned()),
            Err(cannot) => Some(cannot.text(project, library, lang)),
        }
    }
}

impl Advice {
    /// All moves on `pathway`, ranked by `rank`, with so many draws for each; 0 for none. Fails where the pathway is not
    /// there or has no answer.
    pub fn of(
        project: &Project,
        library: &Library,
        pathway: &PathwayId,
        rank: PathwayFigure,
        draws: u64,
    ) -> Result<Self, Cannot> {
        let mut adviser = Adviser::new(project, library, pathway, draws)?;
        let all = tries(project, library);
        let moves = all.iter().map(|of| adviser.advise(of)).collect();
        Ok(Self::ranked(pathway.clone(), rank, moves))
    }

    /// `moves` ranked by `rank`: by what it gains, then by the same-grade share, then by hours, then as in the catalogue.
    pub fn ranked(pathway: PathwayId, rank: PathwayFigure, mut moves: Vec<Advised>) -> Self {
        let order = [rank, RANK, PathwayFigure::Net];
        moves.sort_by(|a, b| match (&a.effect, &b.effect) {
            (Ok(one), Ok(other)) => {
                let better = |figure: PathwayFigure| other.gain(figure).total_cmp(&one.gain(figure));
                let ranked = order.into_iter().map(better).reduce(std::cmp::Ordering::then);
                let idle = |effect: &Effect| !effect.changes();
                ranked
                    .unwrap_or(std::cmp::Ordering::Equal)
                    .then(idle(one).cmp(&idle(other)))
                    .then_with(|| a.of.cmp(&b.of))
            }
            (Ok(_), Err(_)) => std::cmp::Ordering::Less,
            (Err(_), Ok(_)) => std::cmp::Ordering::Greater,
            (Err(_), Err(_)) => a.of.cmp(&b.of),
        });
        Self { pathway, rank, moves }
    }

    /// The moves that better the ranked figure.
    pub fn helping(&self) -> impl Iterator<Item = &Advised> {
        self.moves.iter().filter(|advised| advised.helps(self.rank))
    }

    /// The sentence where no move helps; `None` where one does.
    pub fn nothing(&self, project: &Project, library: &Library) -> Option<Name> {
        if self.helping().next().is_some() {
            return None;
        }
        let pathway = project.pathway(&self.pathway);
        let because = match pathway {
            Some(pathway) if self.rank == RANK => both(because(library, pathway), &[]),
            _ => Name::default(),
        };
        let figure = Name::new(self.rank.text(Lang::En), self.rank.text(Lang::Zh));
        let name = pathway.map(|pathway| pathway.name.clone()).unwrap_or_default();
        let values = [("pathway", &name), ("figure", &figure), ("because", &because)];
        let said = both(AdviceMsg::Nothing, &values);
        Some(Name::new(said.en.trim(), said.zh.trim()))
    }
}

/// Why no more can be recycled at the same grade.
fn because(library: &Library, pathway: &Pathway) -> AdviceMsg {
    let sorts = pathway
        .stages
        .iter()
        .any(|stage| stage.kind.role() == Some(StageRole::Sort));
    let makes = pathway
        .stages
        .iter()
        .any(|stage| is_same_grade(library, &stage.kind));
    match (sorts, makes) {
        (_, true) => AdviceMsg::BecauseTaken,
        (true, false) => AdviceMsg::BecauseNoFibre,
        (false, false) => AdviceMsg::BecauseUnsorted,
    }
}

/// The pathway that advice speaks of first: of those beside the baseline the first compared one that makes something of worn
/// garments again, else the first other one that does, else the first compared, else the first; else the baseline.
pub fn first_pathway<'p>(project: &'p Project, library: &Library) -> Option<&'p PathwayId> {
    let number = project.product.variant;
    let compared = project.compared.iter().filter(|column| column.variant == number);
    let compared = compared.filter_map(|column| project.pathway(&column.pathway));
    let others = compared.chain(&project.pathways);
    let others: Vec<&Pathway> = others.filter(|way| way.id != project.baseline).collect();
    let makes_again = |way: &&&Pathway| recycles(way, library);
    let found = others.iter().find(makes_again).or(others.first()).copied();
    found.or(project.pathways.first()).map(|way| &way.id)
}

/// True where a stage of `way` makes fibre, parts or lower goods of what comes to it.
fn recycles(way: &Pathway, library: &Library) -> bool {
    let class = |stage: &Stage| match &stage.kind {
        StageKind::Material(route) => library.route(route).map(|route| route.class),
        _ => None,
    };
    let again = [
        RouteClass::FibreToFibre,
        RouteClass::ComponentReuse,
        RouteClass::Downcycle,
    ];
    way.stages
        .iter()
        .filter_map(class)
        .any(|class| again.contains(&class))
}

/// Those of `all` that `ids` name: a whole id, or that of a row for all its tries; an id that names none is given back.
pub fn named(all: &[Try], ids: &[String]) -> Result<Vec<Try>, String> {
    let mut found: Vec<Try> = Vec::new();
    for id in ids {
        let matching: Vec<&Try> = all.iter().filter(|one| &one.id == id || &one.row == id).collect();
        if matching.is_empty() {
            return Err(id.clone());
        }
        for one in matching {
            if !found.contains(one) {
                found.push(one.clone());
            }
        }
    }
    Ok(found)
}
