//! How far a lever has to go, worked out in the background; what was found before stays, dimmed, until the new is there.

use crate::explain::advice::{Cannot, Far, Found, Line, Target, how_far, targets};
use crate::figure::PathwayFigure;
use crate::job::{Later, Latest, Patience, lines_on, threads};
use crate::model::PathwayId;
use crate::session::Session;
use crate::ui::improving::FarView;
use crate::ui::view::Selection;
use egui::Context;
use std::sync::Arc;
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
    work: Latest<Asked, Come>,
    newest: Option<(Asked, Come)>,
}

impl Reacher {
    /// With a worker where a frame has a `patience`; it takes longer than a frame, so that none waits for it. Without, all is
    /// reckoned here.
    pub(super) fn new(patience: Option<&Patience>, ctx: &Context) -> Self {
        let ctx = ctx.clone();
        let start = |_: &Patience| Later::start("how far", Duration::ZERO, move || ctx.request_repaint());
        Self {
            work: Latest::new(patience.and_then(start)),
            newest: None,
        }
    }

    /// Lets go of all that belongs to the project that was open.
    pub(super) fn forget(&mut self) {
        self.work.forget();
        self.newest = None;
    }

    /// How far the lever that is looked at has to go.
    pub(super) fn get(&mut self, session: &Session, selection: &Selection) -> Shown {
        let project = session.project();
        let improving = &selection.improving;
        let Some(pathway) = selection.advised(project, session.library()) else {
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
        let (project, library) = (Arc::clone(session.project()), session.library());
        let asked = wanted.clone();
        let work = move |stop: &dyn Fn() -> bool| {
            let lines = |line: &(dyn Fn(usize) -> Line + Sync)| lines_on(threads(), line, stop);
            let found = how_far((&project, library), &asked.pathway, &asked.far, stop, &lines)?;
            let figure = asked.far.figure;
            let named = targets(&project, library, (&asked.pathway, figure));
            Some(Arc::new((found, named)))
        };
        if let Some(come) = self.work.get(&wanted, work) {
            self.newest = Some((wanted, come));
        }
    }
}
