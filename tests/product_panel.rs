//! The product page: its data in both languages, and its edits by keyboard and by typing.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails loudly")]
#![allow(clippy::indexing_slicing, reason = "the sample has these parts")]

use crate::support;

use crate::support::said::Queryable;
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::NodeT;
use reloom::assess::{Assessment, assess};
use reloom::data::Library;
use reloom::edit::{Edit, FibreEdit, History, PartEdit, ProductEdit};
use reloom::explain::{FigureId, ProductFigure};
use reloom::model::{Estimate, Part, Project, Sewing};
use reloom::text::Lang;
use reloom::ui::panel::product::{self, data, routes, sentence};
use reloom::ui::theme::{Theme, ThemeKind};
use reloom::ui::view::{Command, Out, Page, Selection, View};
use std::fmt::Write as _;

/// A small stand-in for the program: applies what the panels ask for and keeps a list of it.
struct Desk {
    history: History,
    assessment: Assessment,
    before: Option<Assessment>,
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
            before: None,
            selection: Selection::default(),
            theme: Theme::load(kind),
            lang,
            edits: Vec::new(),
            opened: Vec::new(),
        }
    }

    fn view(&self) -> View<'_> {
        View {
            before: self.before.as_ref(),
            ..View::still(
                (self.history.project(), &self.assessment),
                (self.lang, &self.theme),
                (&self.selection, Page::Product),
            )
        }
    }

    fn obey(&mut self, out: Out) {
        for (edit, goes_on) in out.edits {
            self.history.apply(&edit, goes_on).unwrap();
            let now = assess(self.history.project(), Library::builtin());
            self.before = Some(std::mem::replace(&mut self.assessment, now));
            self.edits.push((edit, goes_on));
        }
        for command in out.commands {
            match command {
                Command::SelectPart(part) => {
                    self.selection.part = part;
                    self.selection.parts.clear();
                }
                Command::SelectParts(part, all) => {
                    self.selection.part = Some(part);
                    self.selection.parts = all;
                }
                Command::OpenFigure(Some(figure)) => self.opened.push(figure),
                other => panic!("not expected from this page: {other:?}"),
            }
        }
    }

    /// The page with the window's chrome left empty.
    fn show(&mut self, ui: &mut egui::Ui) {
        let view = self.view();
        let out = support::page(
            ui,
            view.theme,
            |ui, out| product::list(ui, &view, out),
            |ui, out| product::inspector(ui, &view, out),
            |ui, out| product::show(ui, &view, out),
        );
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

fn window(lang: Lang) -> Harness<'static, Desk> {
    harness(Desk::new(uniform(), ThemeKind::Light, lang), 1280.0, 720.0).0
}

fn page_text(view: &View<'_>) -> String {
    let mut text = String::new();
    let line =
        |pieces: &[sentence::Piece]| pieces.iter().map(|piece| piece.text.as_str()).collect::<String>();
    let headline = sentence::headline(view);
    writeln!(text, "{}\n{}", line(&headline.first), line(&headline.second)).unwrap();
    for (title, bar) in [
        ("mass", data::mass_bar(view)),
        ("fibres", data::fibre_bar(view, 5)),
        ("inflow", data::inflow_bar(view)),
    ] {
        writeln!(text, "\n{title}").unwrap();
        for slice in bar {
            writeln!(text, "  {} {}", slice.label, slice.value).unwrap();
        }
    }
    for part in &view.project.product.parts {
        let row = data::Row::of(view, part);
        writeln!(text, "\n{}\n  {}", row.name, row.spoken(view.lang)).unwrap();
        for line in routes::route_lines(view, part) {
            writeln!(text, "  {} | {} | {}", line.name, line.verdict_word, line.why).unwrap();
        }
    }
    text
}

#[test]
fn data_in_both_languages() {
    for (lang, code) in [(Lang::En, "en"), (Lang::Zh, "zh")] {
        let desk = Desk::new(uniform(), ThemeKind::Light, lang);
        insta::assert_snapshot!(format!("product_{code}"), page_text(&desk.view()));
    }
}

#[test]
fn a_row_selects_and_the_keys_go_on() {
    let mut h = window(Lang::En);
    h.run();
    let row = |h: &Harness<'_, Desk>, name: &str| {
        h.query_all_by_label(name)
            .filter(|node| node.accesskit_node().role() == Role::ListBoxOption)
            .count()
    };
    assert!(row(&h, "Rib") >= 1);
    h.query_all_by_label("Rib")
        .find(|node| node.accesskit_node().role() == Role::ListBoxOption)
        .unwrap()
        .click();
    h.run();
    assert_eq!(h.state().selection.part, Some("rib".into()));
    h.key_press(Key::ArrowDown);
    h.run();
    assert_eq!(h.state().selection.part, Some("zipper".into()));
    h.key_press(Key::Home);
    h.run();
    assert_eq!(h.state().selection.part, Some("shell".into()));
    h.key_press(Key::End);
    h.run();
    h.key_press(Key::Delete);
    h.run();
    assert_eq!(
        h.state().edits,
        [(Edit::part(&"label".into(), PartEdit::Remove), false)]
    );
    assert_eq!(h.state().selection.part, Some("tape".into()));
}

fn with_rib(lang: Lang) -> Harness<'static, Desk> {
    let mut desk = Desk::new(uniform(), ThemeKind::Light, lang);
    desk.selection.part = Some("rib".into());
    let mut h = harness(desk, 1280.0, 720.0).0;
    h.run();
    h
}

fn share_edit(edit: &(Edit, bool)) -> (usize, f64, bool) {
    match edit {
        (
            Edit::Fibre {
                part,
                line,
                change: FibreEdit::SetShare(share),
            },
            goes_on,
        ) => {
            assert_eq!(part.as_str(), "rib");
            (*line, share.get(), *goes_on)
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_elastane_share_by_keyboard() {
    let mut h = with_rib(Lang::En);
    h.get_by_role_and_label(Role::Slider, "elastane").focus();
    h.run();
    h.key_press(Key::ArrowLeft);
    h.run();
    let edits: Vec<_> = h.state().edits.iter().map(share_edit).collect();
    assert_eq!(edits.len(), 1);
    assert_eq!(edits[0].0, 1);
    assert!((edits[0].1 - 0.04).abs() < 1e-9 && !edits[0].2, "{edits:?}");
    assert!((h.state().history.project().product.parts[2].fibres[0].share.get() - 0.95).abs() < 1e-12);
}

#[test]
fn the_elastane_share_by_typing() {
    for (lang, name) in [(Lang::En, "elastane"), (Lang::Zh, "聚氨酯弹性纤维（氨纶）")] {
        let mut h = with_rib(lang);
        h.get_by_role_and_label(Role::TextInput, name).focus();
        h.run();
        h.get_by_role_and_label(Role::TextInput, name).type_text("3%");
        h.run();
        h.key_press(Key::Enter);
        h.run();
        let edits: Vec<_> = h.state().edits.iter().map(share_edit).collect();
        assert_eq!(edits.len(), 1, "{edits:?}");
        assert!((edits[0].1 - 0.03).abs() < 1e-9 && !edits[0].2);
    }
}

#[test]
fn a_drag_is_one_step() {
    let mut h = with_rib(Lang::En);
    let rect = h.get_by_role_and_label(Role::Slider, "elastane").rect();
    let at = |share: f32| {
        egui::pos2(
            egui::lerp(rect.left() + 8.0..=rect.right() - 8.0, share),
            rect.center().y,
        )
    };
    h.drag_at(at(0.05));
    h.run();
    for share in [0.2, 0.4, 0.6] {
        h.hover_at(at(share));
        h.run();
    }
    h.drop_at(at(0.6));
    h.run();
    let state = h.state();
    assert!(state.edits.len() > 2 && !state.edits.last().unwrap().1);
    assert!((state.history.project().product.parts[2].fibres[1].share.get() - 0.6).abs() < 0.02);
    h.state_mut().history.undo();
    assert_eq!(**h.state().history.project(), uniform());
}

#[test]
fn figures_open() {
    let mut h = window(Lang::En);
    h.run();
    h.get_by_role_and_label(Role::Button, "Cutting waste").click();
    h.run();
    h.get_by_role_and_label(Role::Button, "polyester").click();
    h.run();
    assert_eq!(
        h.state().opened,
        [
            FigureId::Product(ProductFigure::CuttingWaste),
            FigureId::FibreMass("polyester".into())
        ]
    );
}

#[test]
fn the_name_by_key() {
    let mut h = with_rib(Lang::En);
    h.key_press(Key::F2);
    h.run();
    h.get_by_role_and_label(Role::TextInput, "Name of the part")
        .type_text("Cuffs");
    h.run();
    h.key_press(Key::Enter);
    h.run();
    let wanted = Edit::part(&"rib".into(), PartEdit::Rename(Lang::En, "Cuffs".into()));
    assert_eq!(h.state().edits, [(wanted, false)]);
}

#[test]
fn targets_are_large_and_named() {
    for lang in Lang::ALL {
        let h = with_rib(lang);
        for role in [
            Role::Button,
            Role::Slider,
            Role::TextInput,
            Role::ComboBox,
            Role::CheckBox,
            Role::ListBoxOption,
        ] {
            for node in h.query_all_by_role(role) {
                let (rect, name) = (node.rect(), node.accesskit_node().label());
                assert!(
                    name.as_ref().is_some_and(|name| !name.is_empty()),
                    "{role:?} at {rect:?} has no name"
                );
                // What is scrolled away is cut at the edge of its panel.
                let is_cut = rect.height() < 27.9 && (rect.bottom() > 600.0 || rect.top() < 60.0);
                assert!(
                    is_cut || rect.width() >= 27.9 && rect.height() >= 27.9,
                    "{role:?} {name:?} is {rect:?}"
                );
            }
        }
    }
}

#[test]
fn a_long_table_lays_out_what_is_seen() {
    let mut project = uniform();
    let first = project.product.parts[0].clone();
    project.product.parts = (0..500)
        .map(|at| Part {
            id: format!("part_{at}").into(),
            ..first.clone()
        })
        .collect();
    let mut h = harness(Desk::new(project, ThemeKind::Light, Lang::En), 1280.0, 720.0).0;
    h.run();
    assert!(h.query_all_by_role(Role::ListBoxOption).count() < 40);
}

#[test]
#[ignore = "writes pictures to target/product-*.png"]
fn pictures() {
    for (kind, look) in [(ThemeKind::Light, "light"), (ThemeKind::Dark, "dark")] {
        for (lang, code) in [(Lang::En, "en"), (Lang::Zh, "zh")] {
            for (width, height) in [(1280.0, 720.0), (1920.0, 1080.0)] {
                let mut desk = Desk::new(uniform(), kind, lang);
                desk.selection.part = Some("rib".into());
                let (mut h, painter) = harness(desk, width, height);
                h.run();
                // The inspector's lower half.
                if height < 800.0 && kind == ThemeKind::Light {
                    painter
                        .picture(&h)
                        .save(format!("target/product-{look}-{code}-{width}.png"));
                    h.get_by_role_and_label(Role::CheckBox, if lang == Lang::En { "Coated" } else { "涂层" })
                        .scroll_to_me();
                    h.run();
                    painter
                        .picture(&h)
                        .save(format!("target/product-{look}-{code}-{width}-low.png"));
                    continue;
                }
                painter
                    .picture(&h)
                    .save(format!("target/product-{look}-{code}-{width}.png"));
            }
        }
    }
}

#[test]
#[ignore = "writes pictures to target/product-state-*.png"]
fn pictures_of_states() {
    for (lang, code, elastane, feedstock) in [
        (Lang::En, "en", "elastane", "Feedstock of cotton"),
        (Lang::Zh, "zh", "聚氨酯弹性纤维（氨纶）", "棉的原料来源"),
    ] {
        let mut desk = Desk::new(uniform(), ThemeKind::Light, lang);
        desk.selection.part = Some("rib".into());
        let (mut h, painter) = harness(desk, 1280.0, 720.0);
        h.run();
        h.get_by_role_and_label(Role::Slider, elastane).focus();
        h.run();
        h.key_press(Key::Home);
        h.run();
        h.get_by_label(feedstock).click();
        h.run();
        let recycled = if lang == Lang::En {
            "Recycled"
        } else {
            "循环再利用"
        };
        h.get_by_role_and_label(Role::Slider, recycled).focus();
        h.run();
        h.key_press(Key::End);
        h.run();
        painter
            .picture(&h)
            .save(format!("target/product-state-{code}-open.png"));
        let making = if lang == Lang::En {
            "Cutting loss"
        } else {
            "裁剪损耗"
        };
        h.get_by_role_and_label(Role::TextInput, making).scroll_to_me();
        h.run();
        painter
            .picture(&h)
            .save(format!("target/product-state-{code}-making.png"));
        let mut project = uniform();
        project.product.parts.clear();
        let (mut h, painter) = harness(Desk::new(project, ThemeKind::ContrastLight, lang), 1280.0, 720.0);
        h.run();
        painter
            .picture(&h)
            .save(format!("target/product-state-{code}-empty.png"));
    }
}

#[test]
fn cuts_of_a_hard_part_are_typed_and_only_there() {
    let mut project = reloom::presets::get("jeans").unwrap().project().unwrap();
    let hard = project
        .product
        .parts
        .iter()
        .position(reloom::model::Part::is_hard)
        .unwrap();
    project.product.parts.swap(0, hard);
    let id = project.product.parts[0].id.clone();
    for (lang, label) in [(Lang::En, "Cuts to take it off"), (Lang::Zh, "拆下所需刀数")] {
        let mut desk = Desk::new(project.clone(), ThemeKind::Light, lang);
        desk.selection.part = Some(id.clone());
        let mut h = harness(desk, 1280.0, 720.0).0;
        h.run();
        h.get_by_role_and_label(Role::TextInput, label).focus();
        h.run();
        h.key_press_modifiers(Modifiers::COMMAND, Key::A);
        h.get_by_role_and_label(Role::TextInput, label).type_text("3");
        h.run();
        h.key_press(Key::Enter);
        h.run();
        assert_eq!(
            h.state().edits.last().unwrap().0,
            Edit::part(&id, PartEdit::SetCuts(3))
        );
        let cloth = h
            .state()
            .history
            .project()
            .product
            .parts
            .iter()
            .find(|part| !part.is_hard())
            .unwrap()
            .id
            .clone();
        h.state_mut().selection.part = Some(cloth);
        h.run();
        assert!(h.query_by_role_and_label(Role::TextInput, label).is_none());
    }
}

#[test]
#[ignore = "writes pictures to target/product-sewing-*.png"]
fn pictures_of_sewing() {
    for (lang, code, label) in [
        (Lang::En, "en", "How sewing is counted"),
        (Lang::Zh, "zh", "缝制工时的计法"),
    ] {
        for (sewing, what) in [
            (Sewing::Kind, "kind"),
            (Sewing::Minutes(Estimate::exact(18.0)), "minutes"),
            (Sewing::Smv(Estimate::exact(18.0)), "standard"),
        ] {
            let mut project = uniform();
            project.product.sewing = sewing;
            let desk = Desk::new(project, ThemeKind::Light, lang);
            let (mut h, painter) = harness(desk, 1280.0, 720.0);
            h.run();
            h.get_by_role_and_label(Role::Button, label).click();
            h.run();
            painter
                .picture(&h)
                .save(format!("target/product-sewing-{what}-{code}.png"));
        }
    }
}

#[test]
fn sewing_is_counted_by_the_kind_or_by_own_minutes_in_place() {
    let mut h = window(Lang::En);
    h.run();
    let name = "How sewing is counted";
    h.get_by_role_and_label(Role::Button, name).click();
    h.run();
    h.get_by_role_and_label(Role::RadioButton, "own minutes").click();
    h.run();
    let set = |sewing| Edit::Product(ProductEdit::SetSewing(sewing));
    assert_eq!(
        h.state().edits.last().unwrap().0,
        set(Sewing::Minutes(Estimate::exact(20.0)))
    );
    let minutes = h.get_by_role_and_label(Role::TextInput, "Making minutes of a piece");
    minutes.focus();
    h.run();
    h.get_by_role_and_label(Role::TextInput, "Making minutes of a piece")
        .type_text("18");
    h.run();
    h.key_press(Key::Enter);
    h.run();
    let own = Sewing::Minutes(Estimate::exact(18.0));
    assert_eq!(h.state().edits.last().unwrap().0, set(own));
    h.get_by_role_and_label(Role::RadioButton, "SMV").click();
    h.run();
    assert!(matches!(
        h.state().edits.last().unwrap().0,
        Edit::Product(ProductEdit::SetSewing(Sewing::Smv(_)))
    ));
    h.get_by_role_and_label(Role::RadioButton, "by kind").click();
    h.run();
    assert_eq!(h.state().edits.last().unwrap().0, set(Sewing::Kind));
}
