//! What panels see and what they may ask for.
//!
//! Invariant: panels read a [`View`] and push into [`Out`]; they never change anything themselves.

use crate::assess::{Assessment, PathwayFigures};
use crate::data::{Drawing, Library, drawing};
use crate::edit::{Edit, VariantEdit};
use crate::explain::answer::{self, IdleWords};
use crate::explain::fit::Blocker;
use crate::explain::why::Waterfall;
use crate::explain::{FigureId, Matter, OwnMarks};
use crate::figure::PathwayFigure;
use crate::intake::bom::{self, Column, Status};
use crate::job::Uncertain;
use crate::model::{
    FactorId, FibreId, KindId, PartId, PathwayId, Project, Role, RouteId, StageId, VariantNo,
};
use crate::report::outputs::Output;
use crate::report::picture::{FileFormat, Kind, Layer, Subject};
use crate::text::{FitMsg, Lang, LibraryMsg};
use crate::ui::improving::{AdviceView, CombinedView, FarView, Improve, Improving};
use crate::ui::theme::Theme;
use crate::uncertainty::Band;
use std::collections::BTreeSet;

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
    /// How much each factor matters; there while the library is in front, once it is worked out.
    pub matter: Option<&'a Matter>,
    /// Which figures rest on the user's own.
    pub own: Option<&'a OwnMarks>,
    /// What blocks most; there while the hints of the product page are in front, once it is worked out.
    pub blockers: Option<&'a [Blocker]>,
    /// What to change; there while that page is in front, once it is worked out.
    pub advice: Option<AdviceView<'a>>,
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
            matter: None,
            own: None,
            blockers: None,
            advice: None,
            combined: None,
            far: None,
            lang,
            theme,
            selection,
            page,
            ranges: false,
            relative: false,
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

/// What a panel asks for.
#[derive(Debug, Default)]
pub struct Out {
    /// Edits in order; `true` where the gesture goes on (a slider held down).
    pub edits: Vec<(Edit, bool)>,
    /// Commands in order.
    pub commands: Vec<Command>,
}

impl Out {
    /// An edit that is complete.
    pub fn edit(&mut self, edit: Edit) {
        self.edits.push((edit, false));
    }

    /// An edit of a gesture that goes on: merged with the one before.
    pub fn drag(&mut self, edit: Edit) {
        self.edits.push((edit, true));
    }

    /// A command.
    pub fn command(&mut self, command: Command) {
        self.commands.push(command);
    }

    /// A wish of the page for bills of materials.
    pub fn import(&mut self, act: Import) {
        self.commands.push(Command::Import(act));
    }

    /// Opens `figure` of variant `number` in the inspector.
    pub fn open_of(&mut self, view: &View<'_>, number: VariantNo, figure: FigureId) {
        if number == view.project.product.variant {
            self.open(figure);
        } else {
            self.commands.push(Command::OpenFigureOf(number, figure));
        }
    }

    /// Takes what was asked of a panel that showed variant `number`: figures open as that variant's, and an edit of the
    /// product takes the variant in hand first.
    pub fn take_of(&mut self, view: &View<'_>, number: VariantNo, asked: Self) {
        let is_other = number != view.project.product.variant;
        let of_product = |edit: &Edit| {
            matches!(
                edit,
                Edit::Product(_) | Edit::Part { .. } | Edit::Fibre { .. } | Edit::Together(_)
            )
        };
        if is_other && asked.edits.iter().any(|(edit, _)| of_product(edit)) {
            self.edit(Edit::variant(number, VariantEdit::TakeInHand));
        }
        self.edits.extend(asked.edits);
        self.commands
            .extend(asked.commands.into_iter().map(|command| match command {
                Command::OpenFigure(Some(figure)) if is_other => Command::OpenFigureOf(number, figure),
                command => command,
            }));
    }

    /// Opens `figure` of the variant in hand in the inspector.
    pub fn open(&mut self, figure: FigureId) {
        self.commands.push(Command::OpenFigure(Some(figure)));
    }
}

/// Everything that is not an edit; one table feeds menu, buttons, keys.
#[derive(Debug, Clone, PartialEq)]
pub enum Command {
    /// Show a page.
    Show(Page),
    /// Undo the last step.
    Undo,
    /// Redo the step undone.
    Redo,
    /// Show or hide the list of steps.
    ToggleHistory,
    /// Go to where so many steps are done.
    JumpTo(usize),
    /// Show the first screen.
    Start,
    /// Show the samples.
    Samples,
    /// Start from a composition label.
    StartLabel,
    /// Bring a bill of materials in.
    ImportTable,
    /// Open a project that was just made and is in no file yet.
    OpenNew(Box<Project>),
    /// Open a file through a dialog.
    Open,
    /// Open a preset.
    OpenPreset(String),
    /// Open a file by path.
    OpenPath(std::path::PathBuf),
    /// Do something on the page for bills of materials.
    Import(Import),
    /// Do something on the page of advice.
    Improve(Improve),
    /// Save to the file.
    Save,
    /// Save to another file through a dialog.
    SaveAs,
    /// Change the language.
    Language(Lang),
    /// Change between light and dark.
    ToggleDark,
    /// Change to or from high contrast.
    ToggleContrast,
    /// Let things move less, or as usual.
    ToggleMotion,
    /// Show or hide ranges.
    ToggleRanges,
    /// Count laundering that moved from home as work, or let it stand apart.
    ToggleLaundering,
    /// Fold or unfold the list.
    ToggleList,
    /// Fold or unfold the inspector.
    ToggleInspector,
    /// Show an aspect of the product.
    ShowAspect(Aspect),
    /// Hold the garment against a route.
    SelectRoute(RouteId),
    /// Select a part.
    SelectPart(Option<PartId>),
    /// Select several parts, of which the first stands in the inspector.
    SelectParts(PartId, BTreeSet<PartId>),
    /// Put in what the clipboard holds.
    Paste,
    /// Select a pathway.
    SelectPathway(PathwayId),
    /// Select a stage of the selected pathway.
    SelectStage(Option<StageId>),
    /// Select a factor in the library, which comes to the front.
    SelectFactor(FactorId),
    /// Show another layer of the flow diagram.
    ShowLayer(Layer),
    /// Write a picture or a table to a file.
    Export(Subject, FileFormat),
    /// Copy a picture to the clipboard.
    CopyPicture(Subject),
    /// Write a document as PDF.
    Paper(Kind),
    /// Write the page as PDF and hand it to the system.
    Print,
    /// Stop the document that is being written.
    StopPaper,
    /// Give the project to others as such a file.
    Give(Output),
    /// Write the own figures to a file of their own.
    ExportFactorSet,
    /// Put the figures of a factor set in place of the library's.
    ImportFactorSet,
    /// Choose a picture of a part, or of the product.
    ChoosePicture(Option<PartId>),
    /// Open a figure in the inspector, or close it.
    OpenFigure(Option<FigureId>),
    /// Open a figure of another variant in the inspector.
    OpenFigureOf(VariantNo, FigureId),
    /// Copy the variant in hand and go on with the copy.
    DuplicateVariant,
    /// Go on with the next variant.
    NextVariant,
    /// Show the comparison as figures or as differences from the baseline.
    ToggleRelative,
    /// Find a command or a thing by its name.
    Palette,
    /// Explain a term by its id; without one, the terms at the pointer and on the page.
    Glossary(Option<String>),
    /// Show what Reloom is, its licences and sources.
    About,
    /// Show the keys.
    Keys,
    /// Begin the tour, or go on with it.
    Tour,
    /// Close the window.
    Quit,
}

/// What the page for bills of materials asks for.
#[derive(Debug, Clone, PartialEq)]
pub enum Import {
    /// Choose a file through a dialog.
    ChooseFile,
    /// Ask the system for what was copied.
    Paste,
    /// Take this sheet of the workbook.
    Sheet(usize),
    /// Take the headings from this row, counted from 0.
    Header(usize),
    /// Say what the column at this place means; none: it is not used.
    Column(usize, Option<Column>),
    /// Forget the corrections of these headings.
    Forget,
    /// Set the kind of garment.
    Kind(KindId),
    /// Show all rows, or those with this status.
    Show(Option<Status>),
    /// Select a row of the sheet, counted from 0.
    Select(usize),
    /// Leave the row with this number out, or take it in again.
    LeaveOut(usize, bool),
    /// Answer a question about the table as a whole.
    Answer(bom::Answer),
    /// Put the text of a cell right: number of the row, column, text.
    Value(usize, Column, String),
    /// Say in which unit the consumption of the row with this number is.
    Unit(usize, bom::Unit),
    /// Say of which fibre the row with this number is.
    Fibre(usize, FibreId),
    /// Say what the row with this number does in the garment.
    Role(usize, Role),
    /// Open what was read as a new project.
    NewProject,
    /// Put what was read after the open project's parts.
    AddParts,
    /// Put what was read in place of the open project's parts.
    ReplaceParts,
    /// Take the changed cells of a workbook that comes back.
    TakeChanges,
    /// Save an empty table to fill in.
    Template,
}
