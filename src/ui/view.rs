//! What panels see.
//!
//! Invariant: panels read a [`View`] and push into [`Out`]; they never change anything themselves.

use crate::assess::{Assessment, PathwayFigures};
use crate::data::{Drawing, Library, Practices, drawing};
use crate::explain::answer::{self, IdleWords};
use crate::explain::fit::Blocker;
use crate::explain::why::Waterfall;
use crate::explain::{FigureId, Matter, OwnMarks};
use crate::figure::PathwayFigure;
use crate::intake::TakenOver;
use crate::job::Uncertain;
use crate::lesson::Level;
use crate::model::{FactorId, PartId, PathwayId, Project, RouteId, StageId, VariantNo};
use crate::report::picture::Layer;
use crate::text::{FitMsg, Lang, LibraryMsg};
use crate::ui::collecting::CollectionView;
use crate::ui::improving::{AdviceView, CombinedView, FarView, Improving};
use crate::ui::theme::Theme;
use crate::uncertainty::Band;
use std::collections::BTreeSet;

pub use super::out::{CardAct, Command, Import, Out};

/// The three pages, always one click or one key apart, and the library behind them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Page {
    /// Parts, fibres, making.
    #[default]
    Product,
    /// Stages, shares, gates, flow diagram.
    Pathways,
    /// Side by side.
    Compare,
    /// Every factor with its source; reached from the menu and from any figure.
    Library,
    /// Many products at once; reached from the menu.
    Collection,
    /// Who does it already; reached from the menu and from routes and stages.
    Practice,
}

/// What the work area of the product page shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Aspect {
    /// The table of parts and fibres.
    #[default]
    Parts,
    /// The garment drawn flat, for one route.
    Flat,
    /// All routes by all parts.
    Routes,
    /// What to change, what blocks most, and the design hints.
    Hints,
}

impl Aspect {
    /// All aspects in the order of the switch.
    pub const ALL: [Self; 4] = [Self::Parts, Self::Flat, Self::Routes, Self::Hints];

    /// Its name.
    pub const fn name(self) -> FitMsg {
        match self {
            Self::Parts => FitMsg::AspectParts,
            Self::Flat => FitMsg::AspectFlat,
            Self::Routes => FitMsg::AspectRoutes,
            Self::Hints => FitMsg::AspectHints,
        }
    }
}

/// What is selected, one thing per kind; the inspector shows the focus.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Selection {
    /// Part selected on the product page.
    pub part: Option<PartId>,
    /// All parts that are selected, where they are several; the one above is among them.
    pub parts: BTreeSet<PartId>,
    /// What the product page shows.
    pub aspect: Aspect,
    /// Route that the garment is held against; none takes the one that fits the pathways best.
    pub route: Option<RouteId>,
    /// Pathway shown on the pathways page.
    pub pathway: Option<PathwayId>,
    /// Stage selected in that pathway.
    pub stage: Option<StageId>,
    /// Factor selected in the library.
    pub factor: Option<FactorId>,
    /// What the flow diagram shows.
    pub layer: Layer,
    /// Figure opened in the inspector; in front of everything else until it is closed.
    pub figure: Option<FigureId>,
    /// The variant that the opened figure is of; the one in hand where none is given.
    pub variant: Option<VariantNo>,
    /// What the page of advice shows.
    pub improving: Improving,
    /// What the page of practice shows.
    pub practice: Practicing,
}

/// What the page of practice shows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Practicing {
    /// Only cards on this; all where none is chosen.
    pub topic: Option<String>,
    /// The card that is open.
    pub card: Option<String>,
}

/// What a panel sees.
#[derive(Clone, Copy)]
pub struct View<'a> {
    /// The project.
    pub project: &'a Project,
    /// Figures of the variant in hand.
    pub assessment: &'a Assessment,
    /// The other variants that are compared, each with its own figures.
    pub others: &'a [VariantView<'a>],
    /// True while the figures are those before the last change, for the new ones are being worked out: they stay, dimmed.
    pub working: bool,
    /// The figures before the last change, while it is shown (3 s).
    pub before: Option<&'a Assessment>,
    /// The reference library.
    pub library: &'static Library,
    /// The practice cards, own ones among them.
    pub practices: &'a Practices,
    /// How much each factor matters; there while the library is in front, once it is worked out.
    pub matter: Option<&'a Matter>,
    /// Which figures rest on the user's own.
    pub own: Option<&'a OwnMarks>,
    /// Which stages still have the shares of a new product; none where a panel finds out by itself.
    pub taken: Option<&'a TakenOver>,
    /// What blocks most; there while the hints of the product page are in front, once it is worked out.
    pub blockers: Option<&'a [Blocker]>,
    /// What to change; there while that page is in front, once it is worked out.
    pub advice: Option<AdviceView<'a>>,
    /// The page of many products; there while it is in front.
    pub collection: Option<CollectionView<'a>>,
    /// Combinations of moves; there while they are in front, once their moves are known.
    pub combined: Option<CombinedView<'a>>,
    /// How far a lever has to go; there while that is asked, once it is worked out.
    pub far: Option<FarView<'a>>,
    /// Language of words.
    pub lang: Lang,
    /// Colours and sizes.
    pub theme: &'a Theme,
    /// What is selected.
    pub selection: &'a Selection,
    /// The page in front.
    pub page: Page,
    /// True where ranges are shown beside figures.
    pub ranges: bool,
    /// True where the comparison shows differences from the baseline.
    pub relative: bool,
    /// How much is shown; figures are the same.
    pub level: Level,
    /// Bands and swings from the draws, once there are some.
    pub uncertain: Option<UncertainView<'a>>,
    /// Why the opened figure differs from the baseline's; none where it is not asked or nothing is to be told.
    pub why: Option<WhyView<'a>>,
}

/// A compared variant that is not in hand.
#[derive(Clone, Copy)]
pub struct VariantView<'a> {
    /// The project with this variant in hand, alone.
    pub project: &'a Project,
    /// Its figures.
    pub assessment: &'a Assessment,
    /// Which of them rest on the user's own.
    pub own: Option<&'a OwnMarks>,
    /// Their bands and swings.
    pub uncertain: Option<UncertainView<'a>>,
}

/// Why a figure differs, as panels see it.
#[derive(Debug, Clone, Copy)]
pub enum WhyView<'a> {
    /// It is being worked out.
    Working,
    /// The waterfall.
    There(&'a Waterfall),
}

/// Bands and swings as panels see them.
#[derive(Debug, Clone, Copy)]
pub struct UncertainView<'a> {
    /// The newest that have come.
    pub bands: &'a Uncertain,
    /// True where they belong to an older revision: shown dimmed until the new ones come.
    pub stale: bool,
}

impl<'a> View<'a> {
    /// What a page sees of figures that stand still: nothing is being worked out or was drawn, and no variant is beside.
    pub fn still(
        (project, assessment): (&'a Project, &'a Assessment),
        (lang, theme): (Lang, &'a Theme),
        (selection, page): (&'a Selection, Page),
    ) -> Self {
        Self {
            project,
            assessment,
            others: &[],
            working: false,
            before: None,
            library: Library::builtin(),
            practices: Practices::builtin(),
            matter: None,
            own: None,
            taken: None,
            blockers: None,
            advice: None,
            collection: None,
            combined: None,
            far: None,
            lang,
            theme,
            selection,
            page,
            ranges: false,
            relative: false,
            level: Level::Full,
            uncertain: None,
            why: None,
        }
    }

    /// How a small garment of the variant in hand is drawn.
    pub fn drawing(&self) -> Drawing {
        drawing(&self.project.product.kind, self.library)
    }

    /// The same with variant `number` in hand; none where it has no figures.
    pub fn of(&self, number: VariantNo) -> Option<Self> {
        if number == self.project.product.variant {
            return Some(*self);
        }
        let mut others = self.others.iter();
        let other = others.find(|other| other.project.product.variant == number)?;
        Some(Self {
            project: other.project,
            assessment: other.assessment,
            before: None,
            own: other.own,
            taken: None,
            uncertain: other.uncertain,
            ..*self
        })
    }

    /// Dims what is drawn next in `ui` while its figures are being worked out.
    pub fn dim(&self, ui: &mut egui::Ui) {
        if self.working {
            ui.multiply_opacity(self.theme.dim());
        }
    }

    /// Draws `content` dimmed while its figures are being worked out, and goes on as before.
    pub fn dimmed(&self, ui: &mut egui::Ui, content: impl FnOnce(&mut egui::Ui)) {
        let before = ui.opacity();
        self.dim(ui);
        content(ui);
        ui.set_opacity(before);
    }

    /// What is said of a figure that rests on the user's own; empty where it rests on the library alone.
    pub fn own_hint(&self, figure: &FigureId) -> String {
        let behind = self.own.map_or(&[][..], |own| own.behind(figure));
        let Some(first) = behind.first() else {
            return String::new();
        };
        let factor = self.library.factor(first.as_str());
        let name = factor.map_or(first.as_str(), |factor| factor.name.get(self.lang));
        let count = behind.len().to_string();
        let message = match behind.len() {
            1 => LibraryMsg::OwnHint,
            _ => LibraryMsg::OwnHintMany,
        };
        message.with(self.lang, &[("count", &count), ("names", name)])
    }

    /// The band of one figure of one pathway, where it has been drawn.
    pub fn band(&self, pathway: &PathwayId, figure: PathwayFigure) -> Option<Band> {
        let at = self
            .assessment
            .pathways
            .iter()
            .position(|figures| &figures.id == pathway)?;
        self.uncertain?.bands.bands.band(at, figure)
    }

    /// True where the net of `pathway` cannot be told from zero, by its band where it has been drawn.
    pub fn is_balanced(&self, pathway: &PathwayFigures) -> bool {
        let net = self.band(&pathway.id, PathwayFigure::Net);
        answer::is_balanced(&pathway.totals, net.map(|band| (band.p5, band.p95)))
    }

    /// What is said of a pathway whose routes give nothing of this garment; none where they do.
    pub fn idle_words(&self, pathway: &PathwayFigures) -> Option<IdleWords> {
        answer::idle_words(pathway, self.library, self.lang)
    }
}
