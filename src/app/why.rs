//! Why the opened figure differs from the baseline's; reckoned once for each figure that is opened.

use crate::assess::Assessment;
use crate::data::Library;
use crate::explain::FigureId;
use crate::explain::why::{Named, Side, Waterfall, waterfall, why};
use crate::model::Project;
use crate::text::Lang;
use crate::text::names::Names;
use std::sync::Arc;

/// The waterfall of the opened figure.
#[derive(Debug, Default)]
pub(super) struct Opened {
    of: Option<(Arc<Assessment>, FigureId, Lang)>,
    waterfall: Option<Arc<Waterfall>>,
}

impl Opened {
    /// The waterfall of `figure`; none for figures without one, and for the baseline's own.
    pub(super) fn get(
        &mut self,
        project: &Project,
        library: &Library,
        assessment: &Arc<Assessment>,
        figure: Option<&FigureId>,
        lang: Lang,
    ) -> Option<Arc<Waterfall>> {
        let figure = figure?;
        let is_same = |(of, opened, language): &(Arc<Assessment>, FigureId, Lang)| {
            Arc::ptr_eq(of, assessment) && opened == figure && *language == lang
        };
        if !self.of.as_ref().is_some_and(is_same) {
            self.waterfall = reckon(project, library, figure, lang).map(Arc::new);
            self.of = Some((Arc::clone(assessment), figure.clone(), lang));
        }
        self.waterfall.clone()
    }
}

fn reckon(project: &Project, library: &Library, figure: &FigureId, lang: Lang) -> Option<Waterfall> {
    let FigureId::Pathway(pathway, figure) = figure else {
        return None;
    };
    let baseline = &project.baseline_pathway()?.id;
    if baseline == pathway {
        return None;
    }
    let [a, b] = [baseline, pathway].map(|pathway| Side { project, pathway });
    let why = why(a, b, library, figure.indicator()?).ok()?;
    let names = Names {
        project,
        library,
        lang,
    };
    let (a, b) = (names.pathway(baseline), names.pathway(pathway));
    Some(waterfall(&why, Named { a: &a, b: &b, lang }))
}
