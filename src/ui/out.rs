//! What panels may ask for: edits, and commands that are none.

use super::collecting::Collecting;
use super::improving::Improve;
use super::view::{Aspect, Page, Practicing, View};
use crate::data::Practice;
use crate::edit::{Edit, VariantEdit};
use crate::explain::FigureId;
use crate::intake::bom::{self, Column, Status};
use crate::model::{
    FactorId, FibreId, KindId, PartId, PathwayId, Project, Role, RouteId, StageId, VariantNo,
};
use crate::report::outputs::Output;
use crate::report::picture::{FileFormat, Kind, Layer, Subject};
use crate::text::Lang;
use std::collections::BTreeSet;

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
    /// Show what a class needs, or all of it.
    ToggleLevel,
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
    /// Show practice cards, on their page.
    Practice(Practicing),
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
    StopWriting,
    /// Give the project to others as such a file.
    Give(Output),
    /// Write the own figures to a file of their own.
    ExportFactorSet,
    /// Do something on the page of many products.
    Collecting(Collecting),
    /// Do something with the own practice cards.
    Card(CardAct),
    /// Put the figures of a factor set in place of the library's.
    ImportFactorSet,
    /// Reads the carbon of making in a result of Ecobalyse.
    TakeResult,
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
    /// Choose a lesson.
    Lessons,
    /// Open a lesson that comes with the program.
    OpenLesson(String),
    /// Make a stop of the lesson of what is in view.
    AddStop,
    /// Put the stops of the lesson in order and into words.
    Plan,
    /// Add and change own places.
    Places,
    /// Type in prices and rates of exchange.
    Prices,
    /// The work in hand as a spoken code, and the work that a said code stands for.
    Code,
    /// The work of several groups side by side.
    Collect,
    /// Name the group that works on the project.
    NameGroup,
    /// Check whether the last row reads the boards, and whether work can be written.
    CheckRoom,
    /// Write the group's work and begin anew for the next.
    ResetGroup,
    /// Present boards, or end it.
    Present,
    /// Show or hide the presenter's own window.
    Presenter,
    /// Fill the screen with the window, or give it back.
    FullScreen,
    /// Find a command or a thing by its name.
    Palette,
    /// Explain a term by its id; without one, the terms at the pointer and on the page.
    Glossary(Option<String>),
    /// Show what Reloom is, its licences and sources.
    About,
    /// Set letters beside all that is in sight: typing them leads there.
    Jump,
    /// Show the keys.
    Keys,
    /// Begin the tour, or go on with it.
    Tour,
    /// Close the window.
    Quit,
}

/// What is done with own practice cards.
#[derive(Debug, Clone, PartialEq)]
pub enum CardAct {
    /// Keep this card; where an own one has its id, in its place.
    Keep(Box<Practice>),
    /// Remove the own card with this id.
    Remove(String),
    /// Put the cards of a pack to them.
    Import,
    /// Write them as a pack.
    Export,
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
