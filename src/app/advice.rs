//! The advice on the page in front: worked out in the background, first without draws, then with them.
//!
//! Invariant: what was worked out before the last change is shown as such, and nothing of it can be tried.

use super::App;
use super::command::{Entry, Status, entry};
use crate::data::Library;
use crate::explain::advice::{Advice, Advised, Adviser, Cannot, DRAWS, Try, name_of, step, tries};
use crate::figure::PathwayFigure;
use crate::job::{Later, Latest, Patience};
use crate::model::{PathwayId, Project};
use crate::session::Session;
use crate::text::ImproveMsg;
use crate::ui::icon;
use crate::ui::improving::{AdviceView, Improve, Look};
use crate::ui::view::{Aspect, Command, Page, Selection};
use egui::Context;
use std::sync::Arc;
use std::time::Duration;

/// All moves on a pathway, in the order of the catalogue, or why there are none.
type Moves = Arc<Result<Vec<Advised>, Cannot>>;

/// Advice as it is ranked, or why there is none.
type Ranked = Arc<Result<Advice, Cannot>>;

/// What is asked for.
#[derive(Debug, Clone, PartialEq)]
struct Asked {
    revision: u64,
    pathway: PathwayId,
    draws: u64,
}

impl Asked {
    /// The same with so many draws.
    fn with(&self, draws: u64) -> Self {
        Self {
            draws,
            ..self.clone()
        }
    }

    fn is_of(&self, other: &Self) -> bool {
        self.revision == other.revision && self.pathway == other.pathway
    }
}

/// What there is to show.
#[derive(Debug, Clone)]
pub(super) struct Shown {
    found: Option<Ranked>,
    stale: bool,
}

impl Shown {
    /// As panels see it; none where nothing has come yet.
    pub(super) fn view(&self) -> Option<AdviceView<'_>> {
        let found = self.found.as_deref()?;
        Some(AdviceView {
            found: found.as_ref(),
            stale: self.stale,
        })
    }

    /// True while what belongs to the figures shown is still to come.
    pub(super) const fn is_waiting(&self) -> bool {
        self.stale || self.found.is_none()
    }
}

/// Works the advice out.
#[derive(Debug, Default)]
pub(super) struct Advisor {
    work: Latest<Asked, Moves>,
    draws: u64,
    /// What came last, and what it belongs to.
    newest: Option<(Asked, Moves)>,
    /// The same as it was ranked last.
    ranked: Option<(Asked, PathwayFigure, Ranked)>,
}

impl Advisor {
    /// With a worker where a frame has a `patience`; it takes longer than a frame, so that none waits for it. Without, all is
    /// reckoned here.
    pub(super) fn new(patience: Option<&Patience>, draws: bool, ctx: &Context) -> Self {
        let ctx = ctx.clone();
        let start = |_: &Patience| Later::start("advice", Duration::ZERO, move || ctx.request_repaint());
        Self {
            work: Latest::new(patience.and_then(start)),
            draws: if draws { DRAWS } else { 0 },
            ..Self::default()
        }
    }

    /// Lets go of all that belongs to the project that was open.
    pub(super) fn forget(&mut self) {
        self.work.forget();
        (self.newest, self.ranked) = (None, None);
    }

    /// The advice on the pathway that is looked at.
    pub(super) fn get(&mut self, session: &Session, selection: &Selection) -> Shown {
        let project = session.project();
        let Some(pathway) = selection.advised(project, session.library()) else {
            return Shown {
                found: Some(Arc::new(Err(Cannot::NoPathway))),
                stale: false,
            };
        };
        let full = Asked {
            revision: session.revision(),
            pathway: pathway.clone(),
            draws: self.draws,
        };
        // What is quick comes first; without a worker both are there at once.
        for _ in 0..2 {
            let has_quick = self.newest.as_ref().is_some_and(|(asked, _)| asked.is_of(&full));
            let wanted = if has_quick { full.clone() } else { full.with(0) };
            if self.newest.as_ref().is_none_or(|(asked, _)| *asked != wanted) {
                self.ask(wanted, project, session.library());
            }
        }
        let stale = self.newest.as_ref().is_some_and(|(asked, _)| !asked.is_of(&full));
        Shown {
            found: self.ranked(selection.improving.rank()),
            stale,
        }
    }

    fn ask(&mut self, wanted: Asked, project: &Arc<Project>, library: &'static Library) {
        let (project, asked) = (Arc::clone(project), wanted.clone());
        let work = move |stop: &dyn Fn() -> bool| reckon(&project, library, &asked, stop);
        if let Some(found) = self.work.get(&wanted, work) {
            self.newest = Some((wanted, found));
        }
    }

    /// What came last, ranked by `rank`; ranked anew only where one of them changed.
    fn ranked(&mut self, rank: PathwayFigure) -> Option<Ranked> {
        let (asked, found) = self.newest.as_ref()?;
        if let Some((of, by, ranked)) = &self.ranked
            && of == asked
            && *by == rank
        {
            return Some(Arc::clone(ranked));
        }
        let ranked = match found.as_ref() {
            Ok(moves) => Ok(Advice::ranked(asked.pathway.clone(), rank, moves.clone())),
            Err(cannot) => Err(cannot.clone()),
        };
        let ranked = Arc::new(ranked);
        self.ranked = Some((asked.clone(), rank, Arc::clone(&ranked)));
        Some(ranked)
    }
}

/// Tries every move, and stops between two where `stop` says so.
fn reckon(
    project: &Project,
    library: &'static Library,
    asked: &Asked,
    stop: &dyn Fn() -> bool,
) -> Option<Moves> {
    let mut adviser = match Adviser::new(project, library, &asked.pathway, asked.draws) {
        Ok(adviser) => adviser,
        Err(cannot) => return Some(Arc::new(Err(cannot))),
    };
    let mut moves = Vec::new();
    for one in tries(project, library) {
        if stop() {
            return None;
        }
        moves.push(adviser.advise(&one));
    }
    Some(Arc::new(Ok(moves)))
}

/// The looks of the page of advice that its own entry does not lead to.
pub(super) fn entries(status: &Status<'_>) -> [Entry; 2] {
    let lang = status.preferences.lang();
    [
        (Look::Together, ImproveMsg::FindTogether),
        (Look::HowFar, ImproveMsg::FindHowFar),
    ]
    .map(|(look, name)| {
        entry(
            Command::Improve(Improve::Look(look)),
            name.text(lang),
            icon::WRENCH,
            &[],
        )
    })
}

impl App {
    /// Does what the page of advice asks for.
    pub(super) fn improve(&mut self, act: Improve, now_s: f64) {
        let improving = &mut self.selection.improving;
        match act {
            Improve::Show(pathway, opens) => {
                improving.pathway = pathway.or_else(|| improving.pathway.take());
                improving.opens = opens;
                improving.look = Look::Moves;
                self.show_aspect(Aspect::Hints);
            }
            Improve::Pathway(pathway) => {
                improving.pathway = Some(pathway);
                improving.opens = None;
            }
            Improve::Rank(figure) => improving.rank = Some(figure),
            Improve::Look(look) => {
                improving.look = look;
                self.show_aspect(Aspect::Hints);
            }
            Improve::Combine(chosen) => {
                improving.chosen = chosen;
                // A place is one among the moves that were combined.
                improving.at = None;
            }
            Improve::Axes(axes) => improving.axes = axes,
            Improve::At(moves, pathway) => improving.at = Some((moves, pathway)),
            Improve::Bounds(bounds) => improving.bounds = bounds,
            Improve::Far(far) => improving.far = far,
            Improve::HowFar(pathway, lever) => {
                improving.pathway = pathway.or_else(|| improving.pathway.take());
                improving.far.lever = Some(lever);
                improving.look = Look::HowFar;
                self.show_aspect(Aspect::Hints);
            }
            Improve::Stop => self.combiner.stop(),
            Improve::Again => self.combiner.again(),
            Improve::All => improving.opens = None,
            Improve::Try(pathway, tries) => self.try_moves(&pathway, &tries, now_s),
        }
    }

    /// Makes `tries` as one step and shows what comes of them beside the original.
    fn try_moves(&mut self, pathway: &PathwayId, tries: &[Try], now_s: f64) {
        let (project, library, lang) = (
            Arc::clone(self.session.project()),
            self.session.library(),
            self.lang(),
        );
        let made = step(tries, &project, library, pathway);
        let refused = match made {
            Ok(step) => match self.session.apply(&step.edit, false, now_s) {
                Ok(_) => {
                    self.selection.improving.pathway = Some(step.column.pathway.clone());
                    self.selection.improving.opens = None;
                    self.selection.pathway = Some(step.column.pathway);
                    self.selection.stage = None;
                    self.show_page(Page::Compare);
                    let name = name_of(tries, &project, library);
                    let words = ImproveMsg::Tried.with(lang, &[("name", name.get(lang))]);
                    return self.toasts.done(words, now_s);
                }
                Err(error) => error.text(lang),
            },
            Err(cannot) => cannot.text(&project, library, lang),
        };
        self.toasts.refused(refused, now_s);
    }
}
