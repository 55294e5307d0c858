//! The comparison, the scoreboard and an opened figure: words in both languages, pictures, pointer and keyboard.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails loudly")]

use crate::support;

use crate::support::said::Queryable;
use egui::Key;
use egui::accesskit::Role;
use egui_kittest::kittest::NodeT;
use egui_kittest::{Harness, Node};
use reloom::assess::{Assessment, assess};
use reloom::data::Library;
use reloom::edit::{Edit, PathwayEdit};
use reloom::explain::{FigureId, PathwayFigure};
use reloom::model::{Column, PathwayId, Project, VariantNo};
use reloom::quantity::{Mass, Share};
use reloom::text::{CompareMsg, Lang};
use reloom::ui::panel::inspector::figure;
use reloom::ui::panel::{compare, scoreboard};
use reloom::ui::theme::{Theme, ThemeKind};
use reloom::ui::view::{Command, Out, Page, Selection, View};

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
            before: self.before.as_ref(),
            ranges: self.ranges,
            ..View::still(
                (&self.project, &self.assessment),
                (self.lang, theme),
                (&self.selection, Page::Compare),
            )
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
        .exact_size(scoreboard::height(ui.available_width(), Page::Compare, Lang::En))
        .frame(egui::Frame::new().fill(theme.surface))
        .show(ui, |ui| scoreboard::show(ui, &view, &mut out));
    egui::Panel::left("list")
        .exact_size(220.0)
        .resizable(false)
        .frame(plain(theme.ground))
        .show(ui, |ui| compare::list(ui, &view, &mut out));
    egui::Panel::right("inspector")
        .exact_size(300.0)
        .resizable(false)
        .frame(plain(theme.surface))
        .show(ui, |ui| {
            if let Some(opened) = &state.selection.figure {
                egui::ScrollArea::vertical()
                    .auto_shrink(false)
                    .show(ui, |ui| figure::show(ui, &view, &mut out, opened));
            }
        });
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

/// The project as it was before its first part became heavier and virgin.
fn lighter(project: &Project) -> Project {
    let mut old = project.clone();
    old.product.parts[0].mass = Mass::new(0.5).unwrap();
    old.product.parts[0].fibres[0].feedstock.recycled = Share::clamped(0.3);
    old
}

fn harness_of<'a>(id: &str, columns: usize, lang: Lang) -> Harness<'a, State> {
    let mut state = State::preset(id, lang);
    state.project.compared.truncate(columns);
    harness(ThemeKind::Light, 1920.0, 1080.0, state)
}

fn node<'h>(h: &'h Harness<'_, State>, role: Role, name: &'h str, at: usize) -> Node<'h> {
    let nodes: Vec<_> = h.query_all_by_role_and_label(role, name).collect();
    nodes[at]
}

fn value_of(h: &Harness<'_, State>, role: Role, name: &str, at: usize) -> String {
    node(h, role, name, at).value().unwrap_or_default()
}

#[test]
fn bars_tell_their_values() {
    let h = harness_of("jeans", 3, Lang::En);
    let mci = value_of(&h, Role::Meter, "Material Circularity Indicator (MCI)", 1);
    assert_eq!(mci, "0.34; quality-weighted 0.28");
    let inflow = value_of(&h, Role::GraphicsObject, "What goes in", 0);
    assert_eq!(inflow, "virgin 100\u{202F}%");
    let ends = value_of(&h, Role::GraphicsObject, "Where does it end?", 0);
    assert!(ends.contains("Energy recovery 59\u{202F}%"), "{ends}");
    let hundred = value_of(&h, Role::GraphicsObject, "Of 100 pieces, by mass", 0);
    let count: u32 = hundred
        .split("; ")
        .map(|said| said.rsplit(' ').next().unwrap().parse::<u32>().unwrap())
        .sum();
    assert_eq!(count, 100, "{hundred}");
    let work = value_of(&h, Role::GraphicsObject, "Work gained and lost", 0);
    assert!(work.starts_with("+130; −180; net −45"), "{work}");
}

#[test]
fn figures_open_by_pointer_and_by_keyboard() {
    let mut h = harness_of("jeans", 3, Lang::En);
    let repair = PathwayId::from("repair_first");
    node(&h, Role::Button, "Utility (X)", 1).focus();
    h.run();
    h.key_press(Key::Enter);
    h.run();
    assert_eq!(
        opened(&mut h),
        Some(FigureId::Pathway(repair.clone(), PathwayFigure::X))
    );
    node(&h, Role::GraphicsObject, "Work gained and lost", 0).focus();
    h.run();
    h.key_press(Key::Enter);
    h.run();
    assert_eq!(
        opened(&mut h),
        Some(FigureId::Pathway(repair.clone(), PathwayFigure::Net))
    );
    node(&h, Role::Button, "Repair, China", 0).click();
    h.run();
    let line = FigureId::Work {
        pathway: repair,
        activity: "repair".into(),
        place: "CN".into(),
    };
    assert_eq!(opened(&mut h), Some(line));
}

fn opened(h: &mut Harness<'_, State>) -> Option<FigureId> {
    let commands = std::mem::take(&mut h.state_mut().out.commands);
    commands.into_iter().find_map(|command| match command {
        Command::OpenFigure(figure) => figure,
        _ => None,
    })
}

#[test]
fn the_list_ticks_two_to_four() {
    let mut h = harness_of("jeans", 3, Lang::En);
    h.get_by_role_and_label(Role::CheckBox, "Repair and resale first")
        .click();
    h.run();
    let two = ["today", "sort_mechanical"].map(|id| Column::new(VariantNo::FIRST, id));
    assert_eq!(h.state().out.edits, [(Edit::SetCompared(two.to_vec()), false)]);
    h.state_mut().project.compared.truncate(2);
    h.state_mut().out.edits.clear();
    h.run();
    h.get_by_role_and_label(Role::CheckBox, "Repair and resale first")
        .click();
    h.run();
    assert_eq!(h.state().out.edits, [], "two stay");
    h.get_by_label("Repair and resale first: Set as baseline").click();
    h.run();
    let set = Edit::pathway(&"repair_first".into(), PathwayEdit::SetBaseline);
    assert_eq!(h.state().out.edits, [(set, false)]);
}

#[test]
fn a_column_leaves_by_its_menu() {
    let mut h = harness_of("jeans", 3, Lang::En);
    h.get_by_label("What to do with Repair and resale first").click();
    h.run();
    h.get_by_label("Remove from comparison").click();
    h.run();
    let two = ["today", "sort_mechanical"].map(|id| Column::new(VariantNo::FIRST, id));
    assert_eq!(h.state().out.edits, [(Edit::SetCompared(two.to_vec()), false)]);
}

#[test]
fn nothing_scrolls_in_a_large_window() {
    for (preset, lang) in [
        ("jeans", Lang::En),
        ("school_uniform", Lang::Zh),
        ("tshirt", Lang::En),
    ] {
        let h = harness_of(preset, 3, lang);
        let last = h.get_by_label(CompareMsg::HowSure.text(lang));
        let board = 1080.0 - scoreboard::LINE;
        assert!(last.rect().bottom() < board - 20.0, "{preset}: {:?}", last.rect());
    }
}

#[test]
fn a_change_stays_in_sight() {
    let mut state = State::preset("jeans", Lang::En);
    state.before = Some(assess(&lighter(&state.project), Library::builtin()));
    let mut h = harness(ThemeKind::Light, 1280.0, 720.0, state);
    let told = |h: &Harness<'_, State>| {
        let buttons = h.query_all_by_role(Role::Button);
        buttons
            .filter(|button| button.value().is_some_and(|value| value.contains("rose from")))
            .count()
    };
    assert!(told(&h) >= 1);
    let lost = value_of(&h, Role::Button, "Repair and resale first: Work lost", 0);
    assert!(lost.contains("Work lost rose from −170 to −180"), "{lost}");
    h.state_mut().before = None;
    h.run();
    assert_eq!(told(&h), 0);
    let lost = value_of(&h, Role::Button, "Repair and resale first: Work lost", 0);
    assert_eq!(lost, "−180\u{202F}h");
}

#[test]
fn a_card_selects_its_pathway() {
    let mut h = harness_of("jeans", 3, Lang::En);
    h.get_by_label("Select Repair and resale first").click();
    h.run();
    let commands = &h.state().out.commands;
    assert!(
        commands.contains(&Command::SelectPathway("repair_first".into())),
        "{commands:?}"
    );
}

#[test]
fn an_opened_figure_closes_and_leads_on() {
    let mut state = State::preset("jeans", Lang::En);
    let id = PathwayId::from("repair_first");
    state.selection.figure = Some(FigureId::Pathway(id.clone(), PathwayFigure::Mci));
    let mut h = harness(ThemeKind::Light, 1280.0, 720.0, state);
    h.get_by_label("Open Linear flow index (LFI)").click();
    h.run();
    assert_eq!(opened(&mut h), Some(FigureId::Pathway(id, PathwayFigure::Lfi)));
    h.key_press(Key::Escape);
    h.run();
    assert_eq!(h.state().out.commands, [Command::OpenFigure(None)]);
}

#[test]
fn targets_are_large_enough() {
    let mut state = State::preset("jeans", Lang::En);
    let id = PathwayId::from("repair_first");
    state.selection.figure = Some(FigureId::Pathway(id, PathwayFigure::Mci));
    let h = harness(ThemeKind::Light, 1280.0, 720.0, state);
    for role in [Role::Button, Role::CheckBox, Role::Link, Role::GraphicsObject] {
        for node in h.query_all_by_role(role) {
            let size = node.rect().size();
            let name = node.accesskit_node().label();
            assert!(size.x >= 27.9 && size.y >= 27.9, "{role:?} {name:?} is {size:?}");
        }
    }
}

#[test]
fn words_and_numbers() {
    for (lang, code) in [(Lang::En, "en"), (Lang::Zh, "zh")] {
        for preset in ["school_uniform", "knitwear_eu"] {
            let mut state = State::preset(preset, lang);
            state.before = Some(assess(&lighter(&state.project), Library::builtin()));
            let theme = Theme::load(ThemeKind::Light);
            let view = state.view(&theme);
            let data = compare::data::Compare::of(&view);
            insta::assert_debug_snapshot!(format!("compare_{preset}_{code}"), data);
            let cards = scoreboard::data::cards(&view);
            insta::assert_debug_snapshot!(format!("scoreboard_{preset}_{code}"), cards);
        }
    }
}

#[test]
#[ignore = "writes pictures to target/scoreboard-*.png"]
fn pictures_of_the_scoreboard() {
    for (width, height) in [(640.0, 60.0), (1000.0, 100.0)] {
        for kind in [ThemeKind::Light, ThemeKind::ContrastDark] {
            let mut state = State::preset("tshirt", Lang::En);
            state.before = Some(assess(&lighter(&state.project), Library::builtin()));
            let painter = support::Painter::default();
            let mut h = support::builder(kind, width, height)
                .renderer(painter.clone())
                .build_ui_state(
                    |ui, state: &mut State| {
                        let theme = Theme::of(ui.ctx());
                        scoreboard::show(ui, &state.view(&theme), &mut Out::default());
                    },
                    state,
                );
            h.run();
            let root = env!("CARGO_MANIFEST_DIR");
            painter
                .picture(&h)
                .save(format!("{root}/target/scoreboard-{width}-{kind:?}.png"));
        }
    }
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
        ("hover", 1280.0, 720.0, 3, "jeans"),
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
                let id = state.project.compared[1].pathway.clone();
                state.selection.figure = Some(FigureId::Pathway(id.clone(), PathwayFigure::Mci));
                state.selection.pathway = Some(id);
                if name != "1080" {
                    state.before = Some(assess(&lighter(&state.project), Library::builtin()));
                }
                let painter = support::Painter::default();
                let mut h = support::builder(kind, width, height)
                    .renderer(painter.clone())
                    .build_ui_state(window, state);
                h.run();
                if name == "hover" {
                    h.hover_at(egui::pos2(650.0, 410.0));
                    h.run();
                }
                let path = format!(
                    "{}/target/compare-{name}-{look}-{code}.png",
                    env!("CARGO_MANIFEST_DIR")
                );
                painter.picture(&h).save(path);
            }
        }
    }
}

#[test]
fn rings_around_home_add_up_to_the_bars_of_work() {
    let close = |a: f64, b: f64| (a - b).abs() <= 1e-12 * b.abs().max(1.0);
    for preset in reloom::presets::all() {
        for home in [None, Some("CN_JS_SZ"), Some("CN_JS"), Some("EU")] {
            let project = Edit::SetHome(home.map(Into::into))
                .apply(&preset.project().unwrap())
                .unwrap();
            for lang in [Lang::En, Lang::Zh] {
                let state = State::of(project.clone(), lang);
                let data = compare::data::Compare::of(&state.view(&Theme::load(ThemeKind::Light)));
                for column in &data.columns {
                    let Ok(body) = &column.body else { continue };
                    let gained: f64 = body.rings.iter().map(|ring| ring.gained).sum();
                    let lost: f64 = body.rings.iter().map(|ring| ring.lost).sum();
                    let figures = state.assessment.pathway(&column.id).unwrap();
                    let own = figures.totals.gross;
                    let [all_lost, all_gained] = [&body.work.sides.lost, &body.work.sides.gained]
                        .map(|side| side.iter().map(|piece| piece.share).sum::<f64>());
                    let wanted = if column.baseline { own } else { all_gained };
                    assert!(close(gained, wanted) && close(lost, all_lost), "{}", column.key);
                    let named = |ring: &reloom::work::by_place::InRing| {
                        data.rings
                            .iter()
                            .any(|row| row.ring == ring.ring && !row.name.is_empty())
                    };
                    assert!(body.rings.iter().all(named));
                }
            }
        }
    }
}

#[test]
fn rings_are_told_with_both_sides_and_no_net() {
    let place = |lang: Lang| {
        if lang == Lang::En {
            "here: Suzhou, Jiangsu"
        } else {
            "本地（江苏苏州）"
        }
    };
    for lang in [Lang::En, Lang::Zh] {
        let preset = reloom::presets::get("school_uniform").unwrap();
        let mut project = preset.project().unwrap();
        let pathway = project.pathways[1].clone();
        for stage in &pathway.stages {
            let change = reloom::edit::StageEdit::SetPlace("CN_JS_SZ".into());
            project = Edit::stage(&pathway.id, &stage.id, change)
                .apply(&project)
                .unwrap();
        }
        project = Edit::SetHome(Some("CN_JS_SZ".into())).apply(&project).unwrap();
        project.compared.truncate(2);
        let h = harness(ThemeKind::Light, 1920.0, 1080.0, State::of(project, lang));
        let said = value_of(&h, Role::GraphicsObject, place(lang), 0);
        assert!(said.starts_with('+'), "{said}");
        let net = CompareMsg::NetText.text(lang).split('{').next().unwrap().trim();
        assert!(!said.contains(net), "{said}");
    }
}
