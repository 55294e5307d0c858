//! The pathways page: its data in both languages, its diagram, and its edits by keyboard and by typing.

mod support;

use egui::accesskit::Role;
use egui::{Key, Modifiers, pos2, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};
use reloom::assess::{Assessment, assess};
use reloom::data::Library;
use reloom::edit::{Edit, History, LinkEdit, PathwayEdit};
use reloom::explain::FigureId;
use reloom::model::{Project, StageId};
use reloom::text::{Lang, names::Names};
use reloom::ui::diagram::layout::{Layout, Sizes, layout};
use reloom::ui::diagram::model::{Diagram, diagram};
use reloom::ui::diagram::route::Way;
use reloom::ui::panel::pathways::{self, data, stage};
use reloom::ui::theme::{Theme, ThemeKind};
use reloom::ui::view::{Command, Out, Page, Selection, View};
use std::fmt::Write as _;

/// A small stand-in for the program: applies what the panels ask for and keeps a list of it.
struct Desk {
    history: History,
    assessment: Assessment,
    selection: Selection,
    theme: Theme,
    lang: Lang,
    edits: Vec<(Edit, bool)>,
    opened: Vec<FigureId>,
}

impl Desk {
    fn new(project: Project, kind: ThemeKind, lang: Lang) -> Self {
        Self {
            assessment: assess(&project, Library::builtin()),
            history: History::new(project),
            selection: Selection::default(),
            theme: Theme::load(kind),
            lang,
            edits: Vec::new(),
            opened: Vec::new(),
        }
    }

    fn at(mut self, pathway: &str, stage: Option<&str>) -> Self {
        self.selection.pathway = Some(pathway.into());
        self.selection.stage = stage.map(StageId::from);
        self
    }

    fn view(&self) -> View<'_> {
        View {
            project: self.history.project(),
            assessment: &self.assessment,
            before: None,
            library: Library::builtin(),
            lang: self.lang,
            theme: &self.theme,
            selection: &self.selection,
            page: Page::Pathways,
            ranges: false,
        }
    }

    fn obey(&mut self, out: Out) {
        for (edit, goes_on) in out.edits {
            self.history.apply(&edit, goes_on).unwrap();
            self.assessment = assess(self.history.project(), Library::builtin());
            self.edits.push((edit, goes_on));
        }
        for command in out.commands {
            match command {
                Command::SelectPathway(pathway) => {
                    self.selection.pathway = Some(pathway);
                    self.selection.stage = None;
                }
                Command::SelectStage(stage) => self.selection.stage = stage,
                Command::OpenFigure(Some(figure)) => self.opened.push(figure),
                other => panic!("not expected from this page: {other:?}"),
            }
        }
    }

    /// The page with the window's chrome left empty.
    fn show(&mut self, ui: &mut egui::Ui) {
        let mut out = Out::default();
        let frame = |margin: i8, fill| egui::Frame::new().inner_margin(margin).fill(fill);
        let view = self.view();
        let theme = view.theme;
        egui::Panel::top("top")
            .exact_size(44.0)
            .frame(frame(0, theme.surface))
            .show(ui, |_| {});
        egui::Panel::bottom("scores")
            .exact_size(84.0)
            .frame(frame(0, theme.surface))
            .show(ui, |_| {});
        let left = egui::Panel::left("list")
            .exact_size(220.0)
            .resizable(false)
            .frame(frame(16, theme.ground));
        left.show(ui, |ui| pathways::list(ui, &view, &mut out));
        let right = egui::Panel::right("inspector")
            .exact_size(300.0)
            .resizable(false)
            .frame(frame(16, theme.surface));
        right.show(ui, |ui| pathways::inspector(ui, &view, &mut out));
        egui::CentralPanel::default()
            .frame(frame(16, theme.ground))
            .show(ui, |ui| pathways::show(ui, &view, &mut out));
        self.obey(out);
    }
}

fn uniform() -> Project {
    reloom::presets::get("school_uniform").unwrap().project().unwrap()
}

fn harness(desk: Desk, width: f32, height: f32) -> (Harness<'static, Desk>, support::Painter) {
    let painter = support::Painter::default();
    let kind = desk.theme.kind;
    let builder = support::builder(kind, width, height).renderer(painter.clone());
    (
        builder.build_ui_state(|ui, desk: &mut Desk| desk.show(ui), desk),
        painter,
    )
}

#[test]
#[ignore = "writes pictures to look at"]
fn pictures() {
    let cases = [
        (
            "repair_first",
            Some("sorting"),
            ThemeKind::Light,
            Lang::En,
            1280.0,
            720.0,
        ),
        (
            "sort_chemical",
            Some("glycolysis"),
            ThemeKind::Light,
            Lang::Zh,
            1280.0,
            720.0,
        ),
        ("today", None, ThemeKind::Dark, Lang::Zh, 1920.0, 1080.0),
        (
            "sort_mechanical",
            Some("discard"),
            ThemeKind::Dark,
            Lang::En,
            1280.0,
            720.0,
        ),
        (
            "repair_first",
            Some("resale"),
            ThemeKind::Light,
            Lang::Zh,
            1920.0,
            1080.0,
        ),
        (
            "separation",
            Some("energy"),
            ThemeKind::ContrastLight,
            Lang::En,
            1280.0,
            720.0,
        ),
    ];
    let folder = std::env::var("PICTURES").unwrap_or_else(|_| "target/pictures".to_owned());
    for (pathway, stage, kind, lang, width, height) in cases {
        let desk = Desk::new(uniform(), kind, lang).at(pathway, stage);
        let (mut harness, painter) = harness(desk, width, height);
        harness.run();
        let name = format!("pathways_{pathway}_{kind:?}_{lang:?}_{width}.png");
        painter
            .picture(&harness)
            .save(std::path::Path::new(&folder).join(name));
    }
}
