//! Why the opened figure differs from the baseline's; reckoned once for each figure that is opened.

use crate::explain::why::{Named, Side, Waterfall, waterfall, why};
use crate::explain::{FigureId, PathwayFigure};
use crate::model::Column;
use crate::session::{Assessed, Session};
use crate::text::Lang;
use crate::text::names::Names;
use crate::ui::view::{Page, Selection};
use std::sync::Arc;

/// The waterfall of the opened figure.
#[derive(Debug, Default)]
pub(super) struct Opened {
    of: Option<Asked>,
    waterfall: Option<Arc<Waterfall>>,
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

    fn is(&self, other: &Self) -> bool {
        let same = |(a, b): (&Shown, &Shown)| a.0 == b.0 && Arc::ptr_eq(&a.1, &b.1);
        self.figure == other.figure
            && self.lang == other.lang
            && self.sides.iter().zip(&other.sides).all(same)
    }

    fn reckon(&self, session: &Session) -> Option<Waterfall> {
        let [a, b] = &self.sides;
        let [from, to] = [a, b].map(|(column, assessed)| Side {
            project: assessed.project(),
            pathway: &column.pathway,
        });
        let library = session.library();
        let why = why(from, to, library, self.figure).ok()?;
        let names = Names {
            project: session.project(),
            library,
            lang: self.lang,
        };
        let (a, b) = (names.column(&a.0), names.column(&b.0));
        let named = Named {
            a: &a,
            b: &b,
            lang: self.lang,
        };
        Some(waterfall(&why, named))
    }
}

impl Opened {
    /// The waterfall of the figure opened in `selection`; none where there is nothing to tell.
    pub(super) fn get(
        &mut self,
        session: &Session,
        selection: &Selection,
        page: Page,
        lang: Lang,
    ) -> Option<Arc<Waterfall>> {
        let asked = Asked::of(session, selection, page, lang)?;
        if !self.of.as_ref().is_some_and(|of| of.is(&asked)) {
            self.waterfall = asked.reckon(session).map(Arc::new);
            self.of = Some(asked);
        }
        self.waterfall.clone()
    }
}
