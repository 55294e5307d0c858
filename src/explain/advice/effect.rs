//! What a move does on one pathway: every figure before and after, the gates that it opens and closes, and in how many of
//! the same draws it is better.
//!
//! Invariant: figures after a move are those of the project that its edits make; nothing is added up.

use super::cannot::Cannot;
use super::gates::{GateChange, GatesTaken, changes, taken};
use super::measure::{LEAST, MEASURES, Values, gain, place, value_of, values};
use super::step::in_order;
use super::tries::{Try, both};
use crate::assess::{Assessment, PathwayFigures, assess};
use crate::data::Library;
use crate::edit::{Edit, PathwayEdit, ProductEdit};
use crate::figure::PathwayFigure;
use crate::model::{Estimate, Name, Pathway, PathwayId, Project};
use crate::text::names::Names;
use crate::text::{AdviceMsg, Lang, notices};
use crate::uncertainty::{
    Asked, BENEATH, Band, BesideSeries, Draws, Sampler, band, beside_series, draw_asked, share_better_of,
};

/// Draws behind "better in x of 100" where nobody asks for another number.
pub const DRAWS: u64 = 200;

/// What a measure must gain to be worth a word: of a share or a ratio half a thousandth, of larger figures so much of them.
const FELT: f64 = 0.0005;

/// What a move does.
#[derive(Debug, Clone, PartialEq)]
pub struct Effect {
    /// Values before, in the order of [`MEASURES`].
    pub before: Values,
    /// Values after.
    pub after: Values,
    /// Bands after, in the same order; empty without draws.
    pub bands: Vec<Option<Band>>,
    /// Share of the same draws in which each measure is better after; empty without draws, none where a measure counts
    /// neither way.
    pub better: Vec<Option<f64>>,
    /// Gates that refused and now accept.
    pub opens: Vec<GateChange>,
    /// Gates that accepted and now refuse.
    pub closes: Vec<GateChange>,
    /// Parts accepted by each material stage.
    pub taken: Vec<GatesTaken>,
    /// Number of edits.
    pub edits: usize,
}

impl Effect {
    /// How much better a measure gets; below 0 for the worse.
    pub fn gain(&self, figure: PathwayFigure) -> f64 {
        gain(
            figure,
            value_of(&self.before, figure),
            value_of(&self.after, figure),
        )
    }

    /// Share of draws in which a measure is better after.
    pub fn better_in(&self, figure: PathwayFigure) -> Option<f64> {
        *self.better.get(place(figure)?)?
    }

    /// The measures that get worse: what the move costs in the answers; what stands beside them is indicative.
    pub fn costs(&self) -> Vec<PathwayFigure> {
        let worse = |figure: &PathwayFigure| {
            let counts = figure.row().better != crate::figure::Better::Neither && !figure.is_beside();
            counts && self.gain(*figure) < 0.0
        };
        MEASURES.into_iter().filter(worse).collect()
    }

    /// True where some measure changes.
    pub fn changes(&self) -> bool {
        MEASURES.into_iter().any(|figure| self.gain(figure).abs() > LEAST)
    }
}

/// A move with what it does here, or why it cannot be made.
#[derive(Debug, Clone, PartialEq)]
pub struct Advised {
    /// The move.
    pub of: Try,
    /// What it is called.
    pub name: Name,
    /// What it does.
    pub effect: Result<Effect, Cannot>,
}

/// The draws of one project.
#[derive(Debug, Clone)]
struct Drawn {
    draws: Draws,
    at: usize,
    /// What stands beside the answers.
    beside: BesideSeries,
}

impl Drawn {
    /// The values of a measure, draw by draw; none of one that these draws do not hold.
    fn series(&self, figure: PathwayFigure) -> Option<Vec<f64>> {
        let beside = PathwayFigure::BESIDE.iter().zip(&self.beside);
        match beside.into_iter().find(|(one, _)| **one == figure) {
            Some((_, values)) => values.clone(),
            None => Some(self.draws.series(self.at, figure.column()?).collect()),
        }
    }
}

/// Tries moves on one pathway of one project: made once, asked for one move after the other, so that a job can be stopped
/// between two of them.
#[derive(Debug)]
pub struct Adviser<'a> {
    library: &'a Library,
    /// The variant in hand alone, with the pathway and the baseline alone: no other has a say in their figures.
    project: Project,
    pathway: PathwayId,
    base: Assessment,
    at: usize,
    draws: u64,
    drawn: Option<Drawn>,
    /// The same with the wears of a first life stated, for moves that state them.
    stated: Option<Drawn>,
}

impl<'a> Adviser<'a> {
    /// The adviser for the variant in hand of `project` on `pathway`, with so many draws for each move; 0 for none.
    ///
    /// Fails where the project has no such pathway or it has no answer.
    pub fn new(
        project: &Project,
        library: &'a Library,
        pathway: &PathwayId,
        draws: u64,
    ) -> Result<Self, Cannot> {
        let project = narrowed(project, std::slice::from_ref(pathway));
        project.pathway(pathway).ok_or(Cannot::NoPathway)?;
        let base = assess(&project, library);
        let figures = base.pathway(pathway).ok_or(Cannot::NoPathway)?;
        if let Some(error) = &figures.error {
            let why = |lang| {
                let names = Names {
                    project: &project,
                    library,
                    lang,
                };
                notices::flow_error(error, &names, project.pathway(pathway))
            };
            return Err(Cannot::NoAnswer(Name::new(why(Lang::En), why(Lang::Zh))));
        }
        let at = base.engine.index(pathway).ok_or(Cannot::NoPathway)?;
        let mut adviser = Self {
            library,
            pathway: pathway.clone(),
            at,
            draws,
            drawn: None,
            stated: None,
            project,
            base,
        };
        adviser.draw_before();
        Ok(adviser)
    }

    /// The project that moves are tried on: the variant alone, on the pathway and the baseline alone.
    pub const fn project(&self) -> &Project {
        &self.project
    }

    /// The figures of the pathway as it stands.
    pub fn before(&self) -> Option<&PathwayFigures> {
        self.base.pathways.get(self.at)
    }

    /// Values of all measures as they stand.
    pub fn values(&self) -> Values {
        let outcome = self.base.outcomes.pathways.get(self.at);
        let beside = self.before().and_then(|figures| figures.beside.as_ref());
        outcome.map_or([f64::NAN; MEASURES.len()], |outcome| values(outcome, beside))
    }

    /// What `of` does.
    pub fn advise(&mut self, of: &Try) -> Advised {
        Advised {
            of: of.clone(),
            name: of.name(&self.project, self.library),
            effect: self.together(std::slice::from_ref(of)),
        }
    }

    /// What several moves do together, made in the order of the catalogue; the reason of the first that cannot be made.
    pub fn together(&mut self, moves: &[Try]) -> Result<Effect, Cannot> {
        let (edits, after, pathway) = self.made(&in_order(moves, self.library))?;
        let assessed = assess(&after, self.library);
        let at = assessed.engine.index(&pathway).ok_or(Cannot::NoPathway)?;
        let (figures, outcome) = assessed
            .pathways
            .get(at)
            .zip(assessed.outcomes.pathways.get(at))
            .ok_or(Cannot::NoPathway)?;
        if let Some(error) = &figures.error {
            let why = |lang| {
                let names = Names {
                    project: &after,
                    library: self.library,
                    lang,
                };
                notices::flow_error(error, &names, after.pathway(&pathway))
            };
            return Err(Cannot::NoAnswer(Name::new(why(Lang::En), why(Lang::Zh))));
        }
        let before = self.before().map_or(&[][..], |figures| &figures.gates);
        let (opens, closes) = changes(before, &figures.gates);
        let taken = taken(before, &figures.gates);
        let effect = Effect {
            before: self.values(),
            after: values(outcome, figures.beside.as_ref()),
            bands: Vec::new(),
            better: Vec::new(),
            opens,
            closes,
            taken,
            edits,
        };
        Ok(self.with_draws(effect, &after, &assessed, at))
    }

    /// The project after `moves`, with the number of edits and the pathway to look at. Moves of the baseline are made on a
    /// copy of it, so that there is something to count against.
    fn made(&self, moves: &[&Try]) -> Result<(usize, Project, PathwayId), Cannot> {
        let is_baseline = self.project.baseline == self.pathway;
        let in_place = |one: &&Try| one.is_of_pathway(self.library) && one.changes_in_place(self.library);
        let mut project = self.project.clone();
        let mut on = self.pathway.clone();
        if is_baseline && moves.iter().any(in_place) {
            project = Edit::pathway(&self.pathway, PathwayEdit::Duplicate).apply(&project)?;
            let copy = project.pathways.get(self.at + 1).ok_or(Cannot::NoPathway)?;
            on = copy.id.clone();
        }
        let mut count = 0;
        for one in moves {
            let (edits, next) = one.edits(&project, self.library, &on)?;
            count += edits.len();
            project = edits.iter().try_fold(project, |now, edit| edit.apply(&now))?;
            on = next;
        }
        Ok((count, project, on))
    }

    fn with_draws(&mut self, effect: Effect, after: &Project, assessed: &Assessment, at: usize) -> Effect {
        if self.draws == 0 {
            return effect;
        }
        let drawn = self.drawn(assessed, at);
        // Where the move states the wears, those before are taken as stated too: the doubt in them is the same on both
        // sides and falls out of the difference.
        let states = after.product.wears.is_some() && self.project.product.wears.is_none();
        let before = if states { &self.stated } else { &self.drawn };
        let better = MEASURES.map(|figure| {
            let (after, before) = (drawn.series(figure)?, before.as_ref()?.series(figure)?);
            share_better_of(figure, after.into_iter(), before.into_iter())
        });
        let bands = MEASURES.map(|figure| band(&mut drawn.series(figure)?));
        Effect {
            better: better.to_vec(),
            bands: bands.to_vec(),
            ..effect
        }
    }

    fn draw_before(&mut self) {
        if self.draws == 0 {
            return;
        }
        let base = self.base.clone();
        self.drawn = Some(self.drawn(&base, self.at));
        if self.project.product.wears.is_none() {
            let id = format!("kind.{}.wears", self.project.product.kind);
            let wears = Estimate::exact(crate::explain::fit::in_force(&self.project, self.library, &id));
            let stated = Edit::Product(ProductEdit::SetWears(Some(wears))).apply(&self.project);
            self.stated = stated
                .ok()
                .map(|project| self.drawn(&assess(&project, self.library), self.at));
        }
    }

    fn drawn(&mut self, assessed: &Assessment, at: usize) -> Drawn {
        let engine = &assessed.engine;
        let (sampler, seed) = (Sampler::of(engine.slots.inputs()), self.project.seed);
        let figures: Vec<PathwayFigure> = MEASURES.into_iter().chain(BENEATH).collect();
        let asked = Asked::figures(&figures).with_lines();
        let draws = draw_asked(engine, &sampler, &asked, seed, 0..self.draws, &|| false);
        let figures = assessed.pathways.get(at);
        let beside = figures.map(|figures| beside_series(figures, (&draws, seed), at));
        Drawn {
            beside: beside.unwrap_or_default(),
            draws,
            at,
        }
    }
}

/// The variant in hand of `project` alone, with these pathways and the baseline alone, each as it stands.
pub(super) fn narrowed(project: &Project, pathways: &[PathwayId]) -> Project {
    let is_in = |pathway: &&Pathway| pathway.id == project.baseline || pathways.contains(&pathway.id);
    Project {
        others: Vec::new(),
        compared: Vec::new(),
        pathways: project.pathways.iter().filter(is_in).cloned().collect(),
        ..project.clone()
    }
}

impl Effect {
    /// Why a move is not worth it here: nothing changes, the ranked figure hardly does, or it gets worse; `None` where it
    /// gets better.
    pub fn doubt(&self, rank: PathwayFigure) -> Option<Name> {
        if !self.changes() {
            return Some(both(AdviceMsg::NoFigure, &[]));
        }
        if self.helps(rank) {
            return None;
        }
        let gained = self.gain(rank);
        let message = match gained.partial_cmp(&0.0) {
            Some(std::cmp::Ordering::Less) => AdviceMsg::ForWorse,
            Some(std::cmp::Ordering::Greater) => AdviceMsg::Hardly,
            _ => AdviceMsg::NotThis,
        };
        let figure = Name::new(rank.text(Lang::En), rank.text(Lang::Zh));
        let change = self.change(rank);
        let change = |lang| rank.form().change(change, lang);
        let change = Name::new(change(Lang::En), change(Lang::Zh));
        Some(both(message, &[("figure", &figure), ("change", &change)]))
    }

    /// A measure after less before.
    pub fn change(&self, figure: PathwayFigure) -> f64 {
        value_of(&self.after, figure) - value_of(&self.before, figure)
    }

    /// True where the measure gets better by so much that it is worth a word.
    pub fn helps(&self, figure: PathwayFigure) -> bool {
        self.gain(figure) >= FELT * value_of(&self.before, figure).abs().max(1.0)
    }
}
