//! How far a lever has to go, worked out in the background; what was found before stays, dimmed, until the new is there.

use crate::explain::advice::{Cannot, Far, Found, Target, how_far, targets};
use crate::figure::PathwayFigure;
use crate::job::{Answer, Later};
use crate::model::PathwayId;
use crate::session::Session;
use crate::ui::improving::FarView;
use crate::ui::view::Selection;
use egui::Context;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

/// What is asked for.
#[derive(Debug, Clone, PartialEq)]
struct Asked {
    revision: u64,
    pathway: PathwayId,
    far: Far,
}

/// What was found, and the targets that can be named.
type Come = Arc<(Result<Found, Cannot>, Vec<(Target, PathwayFigure, f64)>)>;

/// What there is to show.
#[derive(Debug, Clone)]
pub(super) struct Shown {
    come: Option<Come>,
    stale: bool,
}

impl Shown {
    /// As panels see it; none where nothing has come yet.
    pub(super) fn view(&self) -> Option<FarView<'_>> {
        let (found, targets) = self.come.as_deref()?;
        Some(FarView {
            found: found.as_ref(),
            targets,
            stale: self.stale,
        })
    }

    /// True while what belongs to the project is still to come.
    pub(super) const fn is_waiting(&self) -> bool {
        self.stale || self.come.is_none()
    }
}

/// Works out how far.
#[derive(Debug, Default)]
pub(super) struct Reacher {
    answer: Answer<Asked, Option<Come>>,
    worker: Option<Later<Option<Come>>>,
    newest: Option<(Asked, Come)>,
    /// What was asked last, and its number; work with a lower number stops.
    asked: Option<Asked>,
    number: Arc<AtomicU64>,
}

impl Reacher {
    /// With a worker, where a frame waits no longer than `patience`; without, all is reckoned here.
    pub(super) fn new(patience: Option<Duration>, ctx: &Context) -> Self {
        let ctx = ctx.clone();
        let start = |patience| Later::start("how far", patience, move || ctx.request_repaint());
        Self {
            worker: patience.and_then(start),
            ..Self::default()
        }
    }

    /// Lets go of all that belongs to the project that was open.
    pub(super) fn forget(&mut self) {
        self.number.fetch_add(1, Ordering::Relaxed);
        if let Some(worker) = &mut self.worker {
            worker.forget();
        }
        self.answer = Answer::default();
        (self.newest, self.asked) = (None, None);
    }

    /// How far the lever that is looked at has to go.
    pub(super) fn get(&mut self, session: &Session, selection: &Selection) -> Shown {
        let project = session.project();
        let improving = &selection.improving;
        let Some(pathway) = improving.pathway(project) else {
            return Shown {
                come: Some(Arc::new((Err(Cannot::NoPathway), Vec::new()))),
                stale: false,
            };
        };
        let wanted = Asked {
            revision: session.revision(),
            pathway: pathway.clone(),
            far: improving.far.clone(),
        };
        if self.newest.as_ref().is_none_or(|(asked, _)| *asked != wanted) && !session.is_working() {
            self.ask(wanted.clone(), session);
        }
        let fits = |(asked, _): &&(Asked, Come)| asked.pathway == wanted.pathway;
        let newest = self.newest.as_ref().filter(fits);
        Shown {
            come: newest.map(|(_, come)| Arc::clone(come)),
            stale: newest.is_some_and(|(asked, _)| *asked != wanted),
        }
    }

    fn ask(&mut self, wanted: Asked, session: &Session) {
        if self.asked.as_ref() != Some(&wanted) {
            self.asked = Some(wanted.clone());
            self.number.fetch_add(1, Ordering::Relaxed);
        }
        let (number, mine) = (Arc::clone(&self.number), self.number.load(Ordering::Relaxed));
        let (project, library) = (Arc::clone(session.project()), session.library());
        let asked = wanted.clone();
        let work = move || {
            let is_stopped = || number.load(Ordering::Relaxed) != mine;
            let found = how_far(&project, library, &asked.pathway, &asked.far, &is_stopped)?;
            let figure = asked.far.figure;
            let named = targets(&project, library, (&asked.pathway, figure));
            Some(Arc::new((found, named)))
        };
        if let Some(Some(come)) = self.answer.get(&wanted, self.worker.as_mut(), work) {
            self.newest = Some((wanted, come));
        }
    }
}
