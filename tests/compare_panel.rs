//! The comparison, the scoreboard and an opened figure: words in both languages, pictures, pointer and keyboard.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails loudly")]

mod support;

use egui_kittest::Harness;
use reloom::assess::{Assessment, assess};
use reloom::data::Library;
use reloom::model::Project;
use reloom::text::Lang;
use reloom::ui::panel::compare;
use reloom::ui::theme::{Theme, ThemeKind};
use reloom::ui::view::{Out, Page, Selection, View};

struct State {
    project: Project,
    before: Option<Assessment>,
    assessment: Assessment,
    lang: Lang,
    ranges: bool,
    selection: Selection,
    out: Out,
}

impl State {
    fn of(project: Project, lang: Lang) -> Self {
        Self {
            assessment: assess(&project, Library::builtin()),
            project,
            before: None,
            lang,
            ranges: false,
            selection: Selection::default(),
            out: Out::default(),
        }
    }

    fn preset(id: &str, lang: Lang) -> Self {
        Self::of(reloom::presets::get(id).unwrap().project().unwrap(), lang)
    }

    fn view<'a>(&'a self, theme: &'a Theme) -> View<'a> {
        View {
            project: &self.project,
            assessment: &self.assessment,
            before: self.before.as_ref(),
            library: Library::builtin(),
            lang: self.lang,
            theme,
            selection: &self.selection,
            page: Page::Compare,
            ranges: self.ranges,
        }
    }
}

/// The page as the window frames it.
fn window(ui: &mut egui::Ui, state: &mut State) {
    let theme = Theme::of(ui.ctx());
    let mut out = Out::default();
    let view = state.view(&theme);
    let plain = |fill| egui::Frame::new().fill(fill).inner_margin(16);
    egui::Panel::top("top").exact_size(44.0).show(ui, |_| {});
    egui::Panel::bottom("board")
        .exact_size(84.0)
        .frame(egui::Frame::new().fill(theme.surface))
        .show(ui, |_ui| {});
    egui::Panel::left("list")
        .exact_size(220.0)
        .resizable(false)
        .frame(plain(theme.ground))
        .show(ui, |ui| compare::list(ui, &view, &mut out));
    egui::Panel::right("inspector")
        .exact_size(300.0)
        .resizable(false)
        .frame(plain(theme.surface))
        .show(ui, |_ui| {});
    egui::CentralPanel::default()
        .frame(plain(theme.ground))
        .show(ui, |ui| compare::show(ui, &view, &mut out));
    state.out.edits.append(&mut out.edits);
    state.out.commands.append(&mut out.commands);
}

fn harness<'a>(kind: ThemeKind, width: f32, height: f32, state: State) -> Harness<'a, State> {
    let mut harness = support::builder(kind, width, height).build_ui_state(window, state);
    harness.run();
    harness
}

#[test]
#[ignore = "writes pictures to target/compare-*.png"]
fn pictures() {
    let cases = [
        ("720", 1280.0, 720.0, 3, "school_uniform"),
        ("720-4", 1280.0, 720.0, 4, "school_uniform"),
        ("1080", 1920.0, 1080.0, 3, "jeans"),
        ("1080-4", 1920.0, 1080.0, 4, "jeans"),
        ("2", 1280.0, 720.0, 2, "knitwear_eu"),
    ];
    for (name, width, height, columns, preset) in cases {
        for (kind, look) in [(ThemeKind::Light, "light"), (ThemeKind::Dark, "dark")] {
            for (lang, code) in [(Lang::En, "en"), (Lang::Zh, "zh")] {
                if std::env::var("ONLY").is_ok_and(|only| !format!("{name}-{look}-{code}").contains(&only)) {
                    continue;
                }
                let mut state = State::preset(preset, lang);
                state.project.compared.truncate(columns);
                state.ranges = true;
                let painter = support::Painter::default();
                let mut h = support::builder(kind, width, height)
                    .renderer(painter.clone())
                    .build_ui_state(window, state);
                h.run();
                let path = format!(
                    "{}/target/compare-{name}-{look}-{code}.png",
                    env!("CARGO_MANIFEST_DIR")
                );
                painter.picture(&h).save(path);
            }
        }
    }
}
