//! References to figures as they stand in lesson files, and the ledger that computes each of them once.
//!
//! A reference reads `KEY`, `KEY:PATHWAY`, and after it in this order `@START`, `#VARIANT`, `+MOVE` as often as needed:
//! `same_grade:separation@uniform+polyester_alone:shell`.

use super::Pack;
use super::pack::moves;
use crate::assess::{Assessment, assess};
use crate::data::{Library, RouteClass};
use crate::explain::advice::{Cannot, step};
use crate::explain::fit::fit;
use crate::figure::{Form, PathwayFigure, ProductFigure};
use crate::flow::gate::Verdict;
use crate::lang::Lang;
use crate::model::{PathwayId, Project, VariantNo};
use crate::text::{LessonMsg, number};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

/// What is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Asked {
    /// A figure of a pathway.
    Pathway(PathwayFigure),
    /// A figure of the product.
    Product(ProductFigure),
    /// How many routes to new fibre do not refuse the main fabric.
    RoutesOpen,
}

/// The short word for the share that is recycled at the same grade, by which lessons judge.
const SAME_GRADE: &str = "same_grade";
const ROUTES_OPEN: &str = "routes_open";

impl Asked {
    /// What `key` asks for: a key of the command line's contract, with or without that of its bar, or a short word.
    pub fn of_key(key: &str) -> Option<Self> {
        match key {
            SAME_GRADE => return Some(Self::Pathway(PathwayFigure::OutflowRecycled)),
            ROUTES_OPEN => return Some(Self::RoutesOpen),
            _ => {}
        }
        let product = ProductFigure::ALL.iter().find(|figure| figure.key() == key);
        if let Some(figure) = product {
            return Some(Self::Product(*figure));
        }
        let whole = PathwayFigure::of_key(key);
        let short = || {
            PathwayFigure::drawn()
                .iter()
                .copied()
                .find(|one| one.short_key() == key)
        };
        whole.or_else(short).map(Self::Pathway)
    }

    /// The key that is written.
    pub fn key(self) -> &'static str {
        match self {
            Self::Pathway(PathwayFigure::OutflowRecycled) => SAME_GRADE,
            Self::Pathway(figure) => figure.key(),
            Self::Product(figure) => figure.key(),
            Self::RoutesOpen => ROUTES_OPEN,
        }
    }

    /// Its name inside a sentence.
    pub fn name(self, lang: Lang) -> String {
        match self {
            Self::Pathway(figure) => figure.text(lang).to_owned(),
            Self::Product(figure) => figure.text(lang).to_owned(),
            Self::RoutesOpen => LessonMsg::RoutesOpen.text(lang).to_owned(),
        }
    }

    /// `value` with its unit.
    pub fn said(self, value: f64, lang: Lang) -> String {
        match self {
            Self::Pathway(figure) => figure.form().text(value, lang),
            Self::Product(figure) => figure.row().form.text(value, lang),
            Self::RoutesOpen => number::fixed(value, 0, lang),
        }
    }

    /// `value` in the unit in which it is read: per cent for shares, grams for kilograms.
    pub fn in_unit(self, value: f64) -> f64 {
        let form = match self {
            Self::Pathway(figure) => figure.form(),
            Self::Product(figure) => figure.row().form,
            Self::RoutesOpen => return value,
        };
        match form {
            Form::Share => value * 100.0,
            Form::Mass => value * 1000.0,
            _ => value,
        }
    }

    const fn is_of_pathway(self) -> bool {
        matches!(self, Self::Pathway(_))
    }
}

/// Where a figure is looked up.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default)]
struct Place {
    start: String,
    variant: Option<VariantNo>,
    moves: Vec<String>,
    /// The pathway that moves are made on; empty where there are none.
    pathway: PathwayId,
}

/// A reference to a figure.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct FigureRef {
    /// Which figure.
    pub asked: Asked,
    /// Of which pathway; empty for figures of the product.
    pub pathway: PathwayId,
    /// Of which start project, by its id in the pack; the first one where empty.
    pub start: String,
    /// Of which variant; the one in hand where none is given.
    pub variant: Option<VariantNo>,
    /// After these moves, made on the pathway.
    pub moves: Vec<String>,
}

/// Why a reference leads nowhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Lost {
    /// It cannot be read.
    Unread(String),
    /// No figure has this key.
    Figure(String),
    /// A figure of a pathway without one, or of one that is not there.
    Pathway(String),
    /// No start project has this id, or it has no such variant.
    Start(String),
    /// No such move, or it cannot be made.
    Move(String),
}

impl Lost {
    /// The reason in words.
    pub fn text(&self, lang: Lang) -> String {
        let (message, name) = match self {
            Self::Unread(name) => (LessonMsg::LostUnread, name),
            Self::Figure(name) => (LessonMsg::LostFigure, name),
            Self::Pathway(name) => (LessonMsg::LostPathway, name),
            Self::Start(name) => (LessonMsg::LostStart, name),
            Self::Move(name) => (LessonMsg::LostMove, name),
        };
        message.with(lang, &[("name", name)])
    }
}

impl FigureRef {
    /// Reads `KEY:PATHWAY@START#VARIANT+MOVE`.
    pub fn read(text: &str) -> Result<Self, Lost> {
        let unread = || Lost::Unread(text.to_owned());
        let mut pieces = text.split('+');
        let head = pieces.next().ok_or_else(unread)?;
        let moves: Vec<String> = pieces.map(str::to_owned).collect();
        let (head, variant) = match head.split_once('#') {
            Some((head, number)) => {
                let number = number.parse().ok().and_then(VariantNo::new);
                (head, Some(number.ok_or_else(unread)?))
            }
            None => (head, None),
        };
        let (head, start) = head.split_once('@').unwrap_or((head, ""));
        let (key, pathway) = head.split_once(':').unwrap_or((head, ""));
        let asked = Asked::of_key(key).ok_or_else(|| Lost::Figure(key.to_owned()))?;
        if moves.iter().any(String::is_empty) {
            return Err(unread());
        }
        if pathway.is_empty() && (asked.is_of_pathway() || !moves.is_empty()) {
            return Err(Lost::Pathway(text.to_owned()));
        }
        Ok(Self {
            asked,
            pathway: PathwayId::from(pathway),
            start: start.to_owned(),
            variant,
            moves,
        })
    }

    fn place(&self) -> Place {
        let is_plain = self.moves.is_empty();
        Place {
            start: self.start.clone(),
            variant: self.variant,
            moves: self.moves.clone(),
            pathway: if is_plain {
                PathwayId::default()
            } else {
                self.pathway.clone()
            },
        }
    }
}

impl fmt::Display for FigureRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.asked.key())?;
        if !self.pathway.as_str().is_empty() {
            write!(f, ":{}", self.pathway)?;
        }
        if !self.start.is_empty() {
            write!(f, "@{}", self.start)?;
        }
        if let Some(number) = self.variant {
            write!(f, "#{number}")?;
        }
        self.moves.iter().try_for_each(|one| write!(f, "+{one}"))
    }
}

/// A project after moves, with its figures and the pathway on which they are seen.
#[derive(Debug)]
struct Entry {
    project: Arc<Project>,
    assessment: Assessment,
    pathway: Option<PathwayId>,
}

/// Computes what references ask for, each project once.
#[derive(Debug)]
pub struct Ledger<'a> {
    pack: &'a Pack,
    library: &'a Library,
    known: RefCell<BTreeMap<Place, Arc<Entry>>>,
}

impl<'a> Ledger<'a> {
    /// An empty ledger of `pack`.
    pub const fn new(pack: &'a Pack, library: &'a Library) -> Self {
        Self {
            pack,
            library,
            known: RefCell::new(BTreeMap::new()),
        }
    }

    /// The value that `wanted` leads to, in the figure's own unit.
    pub fn value(&self, wanted: &FigureRef) -> Result<f64, Lost> {
        let entry = self.entry(&wanted.place())?;
        match wanted.asked {
            Asked::Product(figure) => Ok(figure.value(&entry.assessment.product)),
            Asked::RoutesOpen => Ok(routes_open(&entry.project, self.library) as f64),
            Asked::Pathway(figure) => {
                let on = entry.pathway.as_ref().unwrap_or(&wanted.pathway);
                let figures = entry.assessment.pathway(on);
                let figures = figures.ok_or_else(|| Lost::Pathway(wanted.pathway.to_string()))?;
                Ok(figure.central(figures))
            }
        }
    }

    /// The same as it reads everywhere.
    pub fn said(&self, wanted: &FigureRef, lang: Lang) -> Result<String, Lost> {
        self.value(wanted).map(|value| wanted.asked.said(value, lang))
    }

    fn entry(&self, place: &Place) -> Result<Arc<Entry>, Lost> {
        if let Some(known) = self.known.borrow().get(place) {
            return Ok(Arc::clone(known));
        }
        let entry = Arc::new(self.made(place)?);
        self.known.borrow_mut().insert(place.clone(), Arc::clone(&entry));
        Ok(entry)
    }

    fn made(&self, place: &Place) -> Result<Entry, Lost> {
        let project = self.pack.project(&place.start, place.variant);
        let project = project.ok_or_else(|| Lost::Start(place.start.clone()))?;
        let mut pathway = None;
        let project = if place.moves.is_empty() {
            project
        } else {
            let (made, on) = after(&project, self.library, &place.pathway, &place.moves)?;
            pathway = Some(on);
            Arc::new(made)
        };
        Ok(Entry {
            assessment: assess(&project, self.library),
            project,
            pathway,
        })
    }
}

/// `project` after the moves with `ids`, made on `pathway`, and the pathway on which that is seen.
pub fn after(
    project: &Project,
    library: &Library,
    pathway: &PathwayId,
    ids: &[String],
) -> Result<(Project, PathwayId), Lost> {
    let all = moves(project, library, ids).ok_or_else(|| Lost::Move(ids.join("+")))?;
    let cannot = |why: Cannot| {
        Lost::Move(format!(
            "{}: {}",
            ids.join("+"),
            why.text(project, library, Lang::En)
        ))
    };
    let made = step(&all, project, library, pathway).map_err(cannot)?;
    let next = made
        .edit
        .apply(project)
        .map_err(|error| Lost::Move(error.text(Lang::En)))?;
    Ok((next, made.column.pathway))
}

/// How many routes to new fibre do not refuse the heaviest part of main fabric.
pub fn routes_open(project: &Project, library: &Library) -> usize {
    let shells = project.product.parts.iter().filter(|part| !part.is_hard());
    let Some(main) = shells.max_by(|a, b| a.mass.get().total_cmp(&b.mass.get())) else {
        return 0;
    };
    let to_fibre = library
        .routes
        .iter()
        .filter(|route| route.class == RouteClass::FibreToFibre);
    to_fibre
        .filter(|route| fit(project, library, route, main).answer.verdict != Verdict::Refused)
        .count()
}
