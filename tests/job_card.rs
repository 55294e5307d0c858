//! The job card: its words in both languages, the rules that it keeps, pictures, pointer and keyboard.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails loudly")]

mod support;

use egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};
use reloom::assess::{Assessment, assess};
use reloom::data::Library;
use reloom::explain::{FigureId, PathwayFigure};
use reloom::model::{Estimate, Override, Project};
use reloom::text::Lang;
use reloom::ui::panel::card;
use reloom::ui::panel::card::data::{Block, Body, JobCard};
use reloom::ui::theme::{Theme, ThemeKind};
use reloom::ui::view::{Command, Out, Page, Selection, View};

struct State {
    project: Project,
    assessment: Assessment,
    lang: Lang,
    place: usize,
    selection: Selection,
    out: Out,
}

impl State {
    fn of(project: Project, place: usize, lang: Lang) -> Self {
        Self {
            assessment: assess(&project, Library::builtin()),
            project,
            lang,
            place,
            selection: Selection::default(),
            out: Out::default(),
        }
    }

    fn view<'a>(&'a self, theme: &'a Theme) -> View<'a> {
        View {
            project: &self.project,
            assessment: &self.assessment,
            before: None,
            library: Library::builtin(),
            lang: self.lang,
            theme,
            selection: &self.selection,
            page: Page::Compare,
            ranges: false,
        }
    }

    fn card(&self) -> JobCard {
        JobCard::of(&self.view(&Theme::load(ThemeKind::Light)), self.place).unwrap()
    }

    fn body(&self) -> Body {
        self.card().body.unwrap()
    }
}

fn preset(id: &str) -> Project {
    reloom::presets::get(id).unwrap().project().unwrap()
}

fn place(project: &Project, pathway: &str) -> usize {
    let found = |each: &reloom::model::Pathway| each.id.as_str() == pathway;
    project.pathways.iter().position(found).unwrap()
}

fn state(preset_id: &str, pathway: &str, lang: Lang) -> State {
    let project = preset(preset_id);
    let place = place(&project, pathway);
    State::of(project, place, lang)
}

fn window(ui: &mut egui::Ui, state: &mut State) {
    let theme = Theme::of(ui.ctx());
    let mut out = Out::default();
    egui::CentralPanel::default()
        .frame(egui::Frame::new().fill(theme.ground).inner_margin(16))
        .show(ui, |ui| {
            card::show(ui, &state.view(&theme), &mut out, state.place)
        });
    state.out.commands.append(&mut out.commands);
}

fn harness<'a>(kind: ThemeKind, width: f32, height: f32, state: State) -> Harness<'a, State> {
    let mut harness = support::builder(kind, width, height).build_ui_state(window, state);
    harness.run();
    harness
}

#[test]
#[ignore = "writes pictures to target/card-*.png"]
fn card_pictures() {
    for (preset_id, pathway) in [
        ("school_uniform", "repair_first"),
        ("school_uniform", "sort_mechanical"),
        ("school_uniform", "today"),
    ] {
        for (lang, code) in [(Lang::En, "en"), (Lang::Zh, "zh")] {
            for (width, height) in [(420.0, 900.0), (760.0, 600.0), (420.0, 3400.0), (760.0, 2600.0)] {
                let painter = support::Painter::default();
                let mut h = support::builder(ThemeKind::Light, width, height)
                    .renderer(painter.clone())
                    .build_ui_state(window, state(preset_id, pathway, lang));
                h.run();
                let name = format!("card-{pathway}-{code}-{width}x{height}");
                let path = format!("{}/target/{name}.png", env!("CARGO_MANIFEST_DIR"));
                painter.picture(&h).save(path);
            }
        }
    }
}
