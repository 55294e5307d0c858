//! Why the opened figure differs from the baseline's; reckoned once for each figure that is opened.

use crate::data::Library;
use crate::explain::why::{Named, Side, Waterfall, waterfall, why};
use crate::explain::{FigureId, PathwayFigure};
use crate::job::{Answer, Later, Patience};
use crate::model::{Column, Project};
use crate::session::{Assessed, Session};
use crate::text::Lang;
use crate::text::names::Names;
use crate::ui::view::{Page, Selection, WhyView};
use egui::Context;
use std::sync::Arc;

/// A waterfall; none where there is nothing to tell.
type Found = Option<Arc<Waterfall>>;

/// The waterfall of the opened figure.
#[derive(Debug, Default)]
pub(super) struct Opened {
    answer: Answer<Asked, Found>,
    worker: Option<Later<Found>>,
}

/// What there is to say of the opened figure.
#[derive(Debug)]
pub(super) enum Told {
    /// It is being worked out.
    Working,
    /// The waterfall.
    There(Arc<Waterfall>),
}

impl Told {
    /// As panels see it.
    pub(super) fn view(&self) -> WhyView<'_> {
        match self {
            Self::Working => WhyView::Working,
            Self::There(waterfall) => WhyView::There(waterfall),
        }
    }
}

/// A column with the figures of its variant.
type Shown = (Column, Arc<Assessed>);

/// What is asked: a figure of the second side, told from that of the first.
#[derive(Debug, Clone)]
struct Asked {
    sides: [Shown; 2],
    figure: PathwayFigure,
    lang: Lang,
}

impl Asked {
    /// What the opened figure asks; nothing for figures of no pathway, and for the baseline's own.
    ///
    /// In the comparison a figure is told from the column that all are measured against, which may be of another variant;
    /// elsewhere from the baseline of its own variant.
    fn of(session: &Session, selection: &Selection, page: Page, lang: Lang) -> Option<Self> {
        let Some(FigureId::Pathway(pathway, figure)) = &selection.figure else {
            return None;
        };
        let project = session.project();
        let variant = selection.variant.unwrap_or(project.product.variant);
        let to = Column::new(variant, pathway.clone());
        let from = match page {
            Page::Compare => project.reference()?,
            _ => Column::new(variant, project.baseline_pathway()?.id.clone()),
        };
        if from == to {
            return None;
        }
        let side = |column: Column| {
            let mut variants = session.variants().iter();
            let of_variant = variants.find(|assessed| assessed.number() == column.variant)?;
            Some((column, Arc::clone(of_variant)))
        };
        Some(Self {
            sides: [side(from)?, side(to)?],
            figure: *figure,
            lang,
        })
    }

    fn reckon(&self, project: &Project, library: &'static Library) -> Found {
        let [a, b] = &self.sides;
        let [from, to] = [a, b].map(|(column, assessed)| Side {
            project: assessed.project(),
            pathway: &column.pathway,
        });
        let why = why(from, to, library, self.figure).ok()?;
        let names = Names {
            project,
            library,
            lang: self.lang,
        };
        let (a, b) = (names.column(&a.0), names.column(&b.0));
        let named = Named {
            a: &a,
            b: &b,
            lang: self.lang,
        };
        Some(Arc::new(waterfall(&why, named)))
    }
}

impl PartialEq for Asked {
    fn eq(&self, other: &Self) -> bool {
        let same = |(a, b): (&Shown, &Shown)| a.0 == b.0 && Arc::ptr_eq(&a.1, &b.1);
        self.figure == other.figure
            && self.lang == other.lang
            && self.sides.iter().zip(&other.sides).all(same)
    }
}

impl Opened {
    /// With a worker, where a frame waits no longer than `patience`; without, all is reckoned here.
    pub(super) fn new(patience: Option<&Patience>, ctx: &Context) -> Self {
        let ctx = ctx.clone();
        let start =
            |patience: &Patience| Later::start("why", patience.clone(), move || ctx.request_repaint());
        Self {
            answer: Answer::default(),
            worker: patience.and_then(start),
        }
    }

    /// What there is to say of the figure opened in `selection`; none where there is nothing to tell.
    pub(super) fn get(
        &mut self,
        session: &Session,
        selection: &Selection,
        page: Page,
        lang: Lang,
    ) -> Option<Told> {
        let asked = Asked::of(session, selection, page, lang)?;
        let answer = if session.is_working() {
            // What is begun now would be of older figures.
            self.answer.held(&asked)
        } else {
            let (of, project, library) = (asked.clone(), Arc::clone(session.project()), session.library());
            let reckon = move || of.reckon(&project, library);
            self.answer.get(&asked, self.worker.as_mut(), reckon)
        };
        match answer {
            None => Some(Told::Working),
            Some(found) => found.map(Told::There),
        }
    }
}
