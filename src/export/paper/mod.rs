//! Documents of a project on paper: the page, the full report, the hand-out.
//!
//! Invariant: a document holds the words and figures of the window; the same order gives the same bytes, the date and the
//! name of the file are part of it.

mod card;
mod flows;
mod foot;
mod full;
mod garment;
mod handout;
mod look;
mod money;
mod page;
mod park;
mod practice;
mod rows;
mod work;

use super::{ExportError, put};
use crate::assess::{Assessment, PathwayFigures};
use crate::data::{Library, Practice, Practices};
use crate::explain::advice::{Advice, RANK};
use crate::explain::fit::{Blocker, blockers};
use crate::job::{Uncertain, uncertain};
use crate::model::{Column, PathwayId, Project};
use crate::report::sheet::letters::Ruler;
use crate::report::sheet::{Document, Format, Palette, pdf};

pub use crate::report::picture::Kind;
use crate::text::names::Names;
use crate::text::{CommonMsg, Lang, PaperMsg, PictureMsg};
use crate::ui::theme::{Theme, ThemeKind};
use crate::ui::view::{Page, Selection, UncertainView, View};
use std::path::Path;
use std::sync::Arc;

/// Draws behind the ranges on paper.
pub const DRAWS: u64 = 1_000;
/// Most pathways beside each other.
const MOST: usize = 4;

/// What is to be printed.
#[derive(Debug, Clone)]
pub struct Paper {
    /// Which document.
    pub kind: Kind,
    /// The project, the variant that is printed in hand.
    pub project: Arc<Project>,
    /// Its figures.
    pub assessment: Arc<Assessment>,
    /// The language of words.
    pub lang: Lang,
    /// The pathways beside each other; the compared ones where none are given.
    pub pathways: Vec<PathwayId>,
    /// The pathway that is told in full; the first that is no baseline where none is given.
    pub told: Option<PathwayId>,
    /// The name of the file that holds the project; empty for none.
    pub file: String,
    /// Who made it; empty leaves a line to write the name on.
    pub author: String,
    /// The day, as it is printed.
    pub date: String,
    /// Own practice cards, beside those of the program.
    pub own_cards: Vec<Practice>,
    /// The ranges, where they have been drawn already.
    pub uncertain: Option<Arc<Uncertain>>,
}

/// A paper with all that has to be worked out for it.
pub(super) struct Worked<'a> {
    paper: &'a Paper,
    project: Project,
    uncertain: Arc<Uncertain>,
    blockers: Vec<Blocker>,
    advice: Option<Advice>,
    theme: Theme,
    selection: Selection,
    told: PathwayId,
    practices: Practices,
    ruler: Ruler,
}

/// The bytes of the PDF. Stops early with [`ExportError::Stopped`] when `stop` says so.
pub fn bytes(paper: &Paper, stop: &(dyn Fn() -> bool + Sync)) -> Result<Vec<u8>, ExportError> {
    let document = document(paper, stop)?;
    if stop() {
        return Err(ExportError::Stopped);
    }
    pdf::pdf(&document).ok_or(ExportError::NotDrawn)
}

/// Writes the PDF at `path`.
pub fn write(paper: &Paper, path: &Path, stop: &(dyn Fn() -> bool + Sync)) -> Result<(), ExportError> {
    put(path, &bytes(paper, stop)?, stop)
}

/// The colours of documents.
pub fn palette() -> Palette {
    look::palette(&Theme::load(ThemeKind::Light))
}

/// The document before it is drawn.
pub fn document(paper: &Paper, stop: &(dyn Fn() -> bool + Sync)) -> Result<Document, ExportError> {
    let shown = shown(paper);
    let told = told(paper, &shown).ok_or(ExportError::NoPathway)?;
    let variant = paper.project.product.variant;
    let compared = shown.iter().map(|id| Column::new(variant, id.clone()));
    let project = Project {
        compared: compared.collect(),
        ..(*paper.project).clone()
    };
    let drawn = || uncertain((variant, &paper.assessment), project.seed, DRAWS, stop);
    let uncertain = paper.uncertain.clone().unwrap_or_else(|| Arc::new(drawn()));
    if stop() {
        return Err(ExportError::Stopped);
    }
    // The hand-out asks the class.
    let is_advised = paper.kind != Kind::Handout;
    let advice = || Advice::of(&project, Library::builtin(), &told, RANK, 0).ok();
    let blocked = || blockers(&project, Library::builtin(), &paper.assessment);
    let worked = Worked {
        advice: is_advised.then(advice).flatten(),
        blockers: is_advised.then(blocked).unwrap_or_default(),
        paper,
        uncertain,
        theme: Theme::load(ThemeKind::Light),
        selection: Selection {
            pathway: Some(told.clone()),
            ..Selection::default()
        },
        project,
        told,
        practices: Practices::with_own(&paper.own_cards),
        ruler: Ruler::default(),
    };
    Ok(worked.document())
}

/// The pathways with an answer that stand beside each other, the baseline first.
fn shown(paper: &Paper) -> Vec<PathwayId> {
    let project = &paper.project;
    let own: Vec<PathwayId> = if paper.pathways.is_empty() {
        let mut own: Vec<PathwayId> = Vec::new();
        for column in &project.compared {
            if !own.contains(&column.pathway) {
                own.push(column.pathway.clone());
            }
        }
        own
    } else {
        paper.pathways.clone()
    };
    let mut all: Vec<PathwayId> = std::iter::once(project.baseline.clone()).collect();
    all.extend(own.into_iter().filter(|id| *id != project.baseline));
    all.retain(|id| {
        let figures = paper.assessment.pathway(id);
        figures.is_some_and(|figures| figures.error.is_none())
    });
    all.truncate(MOST);
    all
}

/// The pathway that is told in full.
fn told(paper: &Paper, shown: &[PathwayId]) -> Option<PathwayId> {
    let asked = paper.told.iter().chain(&paper.pathways);
    let other = shown.iter().filter(|id| **id != paper.project.baseline);
    let mut all = asked.filter(|id| shown.contains(id)).chain(other).chain(shown);
    all.next().cloned()
}

impl Worked<'_> {
    const fn lang(&self) -> Lang {
        self.paper.lang
    }

    fn assessment(&self) -> &Assessment {
        &self.paper.assessment
    }

    /// What the panels of the window would see, in `lang`.
    fn view(&self, lang: Lang) -> View<'_> {
        View {
            blockers: Some(&self.blockers),
            ranges: true,
            uncertain: Some(UncertainView {
                bands: &self.uncertain,
                stale: false,
            }),
            ..View::still(
                (&self.project, &self.paper.assessment),
                (lang, &self.theme),
                (&self.selection, Page::Compare),
            )
        }
    }

    fn names(&self, lang: Lang) -> Names<'_> {
        Names {
            project: &self.project,
            library: Library::builtin(),
            lang,
        }
    }

    /// The sentences that `say` says in each language.
    fn lines(&self, say: impl Fn(&View<'_>) -> String) -> String {
        self.lang().lines(|lang| say(&self.view(lang)))
    }

    /// `message` as a heading.
    fn head(&self, message: PaperMsg) -> String {
        message.head(self.lang()).to_owned()
    }

    /// `message` with `values` as a heading.
    fn head_with(
        &self,
        message: PaperMsg,
        values: &dyn Fn(&Names<'_>) -> Vec<(&'static str, String)>,
    ) -> String {
        self.lang().head(|lang| {
            let values = values(&self.names(lang));
            let values: Vec<(&str, &str)> =
                values.iter().map(|(key, value)| (*key, value.as_str())).collect();
            message.with(lang, &values)
        })
    }

    /// The pathways that stand beside each other, each with its place in the project.
    fn shown(&self) -> impl Iterator<Item = (usize, &PathwayFigures)> {
        let compared = self.project.compared.iter();
        compared.filter_map(|column| {
            let mut own = self.project.pathways.iter();
            let at = own.position(|pathway| pathway.id == column.pathway)?;
            Some((at, self.assessment().pathway(&column.pathway)?))
        })
    }

    fn document(&self) -> Document {
        let lang = self.lang();
        let kind = self.paper.kind;
        let product = self.project.product.name.head(lang);
        let sections = match kind {
            Kind::Page => vec![self.page()],
            Kind::Full => self.full(),
            Kind::Handout => self.handout(),
        };
        Document {
            about: lang.head(|lang| {
                let product = self.project.product.name.get(lang);
                let values = [("kind", kind.name().text(lang)), ("product", product)];
                PaperMsg::About.with(lang, &values)
            }),
            title: product,
            lang,
            date: self.paper.date.clone(),
            foot: self.foot(),
            palette: look::palette(&self.theme),
            plain: kind == Kind::Handout,
            format: Format::A4,
            large: false,
            sections,
        }
    }

    /// Program, version, date, and that it is an estimate.
    fn foot(&self) -> String {
        self.lang().head(|lang| {
            let values = [
                ("version", env!("CARGO_PKG_VERSION")),
                ("date", self.paper.date.as_str()),
                ("estimate", CommonMsg::EstimateNote.text(lang)),
            ];
            PictureMsg::Foot.with(lang, &values)
        })
    }
}
