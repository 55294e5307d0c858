//! The pathways page: its data in both languages, its diagram, and its edits by keyboard and by typing.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test stops at what cannot be"
)]

use crate::support;

use crate::support::said::Queryable;
use egui::accesskit::Role;
use egui::{Key, Modifiers, pos2, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::NodeT;
use reloom::assess::{Assessment, assess};
use reloom::data::Library;
use reloom::edit::{Edit, History, LinkEdit, PathwayEdit};
use reloom::explain::FigureId;
use reloom::model::{Pathway, Project, StageId, StageKind};
use reloom::report::picture::Layer;
use reloom::text::{Lang, PathwaysMsg, names::Names};
use reloom::ui::diagram::layout::{Layout, Sizes, layout};
use reloom::ui::diagram::marks::{Mark, marks};
use reloom::ui::diagram::model::{Diagram, Ribbon, diagram};
use reloom::ui::diagram::narrow::WIDEST;
use reloom::ui::diagram::route::Way;
use reloom::ui::diagram::ruler::Ruler;
use reloom::ui::panel::pathways::offer::{self, Purpose};
use reloom::ui::panel::pathways::{self, data, gates, stage};
use reloom::ui::theme::{Theme, ThemeKind};
use reloom::ui::view::{Command, Out, Page, Selection, View};
use reloom::ui::widget::chooser::Line;
use std::fmt::Write as _;
use std::sync::OnceLock;

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
        View::still(
            (self.history.project(), &self.assessment),
            (self.lang, &self.theme),
            (&self.selection, Page::Pathways),
        )
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
                Command::ShowLayer(layer) => self.selection.layer = layer,
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
            |ui, out| pathways::list(ui, &view, out),
            |ui, out| pathways::inspector(ui, &view, out),
            |ui, out| pathways::show(ui, &view, out),
        );
        self.obey(out);
    }
}

fn project(preset: &str) -> Project {
    reloom::presets::get(preset).unwrap().project().unwrap()
}

fn uniform() -> Project {
    project("school_uniform")
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
    use Lang::{En, Zh};
    use ThemeKind::{ContrastLight, Dark, Light};
    let (small, large) = ((1280.0, 720.0), (1920.0, 1080.0));
    let cases = [
        (
            "school_uniform",
            "repair_first",
            Some("sorting"),
            Light,
            En,
            small,
        ),
        (
            "school_uniform",
            "sort_chemical",
            Some("glycolysis"),
            Light,
            Zh,
            small,
        ),
        ("school_uniform", "today", None, Dark, Zh, large),
        ("school_uniform", "separation", None, Light, En, large),
        (
            "school_uniform",
            "sort_mechanical",
            Some("discard"),
            Dark,
            En,
            small,
        ),
        ("school_uniform", "repair_first", Some("resale"), Light, Zh, large),
        (
            "school_uniform",
            "separation",
            Some("energy"),
            ContrastLight,
            En,
            small,
        ),
        ("workwear_rental", "rental", Some("use"), Light, En, small),
        ("workwear_rental", "rental_melt", None, Light, Zh, small),
        ("workwear_rental", "rental_melt", Some("rental"), Light, En, large),
        ("workwear_rental", "rental", None, Dark, Zh, large),
        ("padded_jacket", "today", None, Light, En, small),
        ("padded_jacket", "down_refill", None, Light, Zh, small),
        ("padded_jacket", "repair_first", None, Light, Zh, large),
        ("padded_jacket", "sort_melt", None, Light, En, large),
        ("bed_linen", "sort_chemical", None, Light, En, small),
        ("wool_sweater", "compost", None, Light, Zh, small),
    ];
    let folder = std::env::var("PICTURES").unwrap_or_else(|_| "target/pictures".to_owned());
    let only = std::env::var("ONLY").unwrap_or_default();
    for (preset, pathway, stage, kind, lang, (width, height)) in cases {
        let name = format!("{preset}_{pathway}_{kind:?}_{lang:?}_{width}.png");
        if !name.contains(&only) {
            continue;
        }
        let desk = Desk::new(project(preset), kind, lang).at(pathway, stage);
        let (mut harness, painter) = harness(desk, width, height);
        harness.run();
        painter
            .picture(&harness)
            .save(std::path::Path::new(&folder).join(name));
    }
}

/// A diagram with its name, its layout and its room.
type LaidOut = (String, Diagram, Layout, egui::Rect);

/// Every pathway of every sample, laid out at three sizes of the work area in both languages.
fn laid_out(mut look: impl FnMut(&str, &Diagram, &Layout, egui::Rect)) {
    static ALL: OnceLock<Vec<LaidOut>> = OnceLock::new();
    for (name, diagram, layout, rect) in ALL.get_or_init(lay_out_all) {
        look(name, diagram, layout, *rect);
    }
}

fn lay_out_all() -> Vec<LaidOut> {
    let mut all = Vec::new();
    let ctx = egui::Context::default();
    reloom::ui::fonts::install(&ctx);
    Theme::load(ThemeKind::Light).apply(&ctx);
    ctx.run_ui(egui::RawInput::default(), |_| {})
        .textures_delta
        .clear();
    let theme = Theme::load(ThemeKind::Light);
    let ruler = Ruler::new(&ctx, &theme);
    let measure = |text: &str, strong: bool| ruler.width(text, strong);
    let library = Library::builtin();
    for preset in reloom::presets::all() {
        let project = preset.project().unwrap();
        let assessment = assess(&project, library);
        for (pathway, figures) in project.pathways.iter().zip(&assessment.pathways) {
            for lang in Lang::ALL {
                let names = Names {
                    project: &project,
                    library,
                    lang,
                };
                let diagram = diagram(pathway, figures, assessment.product.mass_kg, &names);
                // The last is that of the export, 2560 × 1600.
                for size in [
                    vec2(728.0, 470.0),
                    vec2(760.0, 500.0),
                    vec2(1400.0, 850.0),
                    vec2(1232.0, 640.0),
                ] {
                    let rect = egui::Rect::from_min_size(pos2(20.0, 30.0), size);
                    let sizes = Sizes {
                        rect,
                        line: 17.0,
                        measure: &measure,
                    };
                    // The other layers where room is shortest.
                    let layers = if size.x < 740.0 { 3 } else { 1 };
                    for layer in Layer::ALL.into_iter().take(layers) {
                        let diagram = Diagram {
                            layer,
                            ..diagram.clone()
                        };
                        let name = format!("{} {} {lang:?} {size:?} {layer:?}", preset.id, pathway.id);
                        let layout = layout(&diagram, &sizes);
                        all.push((name, diagram, layout, rect));
                    }
                }
            }
        }
    }
    all
}

/// All boxes of words with what they say.
fn words(layout: &Layout) -> Vec<(egui::Rect, String)> {
    let of_nodes = layout.nodes.iter().map(|node| &node.label);
    let of_ribbons = layout.ribbons.iter().map(|ribbon| &ribbon.label);
    of_nodes
        .chain(of_ribbons)
        .filter_map(|label| Some((label.rect?, format!("{:?}", label.lines))))
        .collect()
}

#[test]
fn no_words_lie_on_other_words() {
    let mut wrong = Vec::new();
    laid_out(|name, _, layout, _| {
        let words = words(layout);
        for (index, (a, first)) in words.iter().enumerate() {
            for (b, second) in words.iter().skip(index + 1) {
                if a.shrink(0.5).intersects(b.shrink(0.5)) {
                    wrong.push(format!("{name}: {first} {a} on {second} {b}"));
                }
            }
        }
    });
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Each stage is hit where it stands, and nowhere else; names are said whole.
#[test]
fn no_two_stages_are_hit_in_one_place_and_no_name_is_cut() {
    let mut wrong = Vec::new();
    laid_out(|name, diagram, layout, _| {
        for (index, a) in layout.nodes.iter().enumerate() {
            for (at, b) in layout.nodes.iter().enumerate().skip(index + 1) {
                let common = a.hit.intersect(b.hit);
                if common.is_positive() {
                    let [a, b] = [index, at].map(|node| &diagram.nodes[node].name);
                    wrong.push(format!("{name}: {a} and {b} share {common}"));
                }
            }
            if !a.hit.is_positive() {
                wrong.push(format!("{name}: {} is hit nowhere", diagram.nodes[index].name));
            }
        }
        for (_, words) in words(layout) {
            if words.contains('…') {
                wrong.push(format!("{name}: {words} is cut"));
            }
        }
    });
    assert!(wrong.is_empty(), "{}\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn nothing_leaves_the_room() {
    let mut wrong = Vec::new();
    laid_out(|name, diagram, layout, rect| {
        let room = rect.expand(1.0);
        for (ribbon, placed) in diagram.ribbons.iter().zip(&layout.ribbons) {
            let bounds = placed.way.as_ref().unwrap().bounds(placed.width);
            if !room.contains_rect(bounds) {
                wrong.push(format!("{name}: {} {bounds}", ribbon.spoken));
            }
        }
        for (node, placed) in diagram.nodes.iter().zip(&layout.nodes) {
            if !room.contains_rect(placed.area()) {
                wrong.push(format!("{name}: {} {}", node.spoken, placed.area()));
            }
        }
        for (area, what) in words(layout) {
            if !room.contains_rect(area) {
                wrong.push(format!("{name}: {what} {area}"));
            }
        }
    });
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A loop that carries the piece many times is narrower than its mass, and says so with its figure; all else is exact.
#[test]
fn ribbons_are_as_wide_as_their_mass() {
    let mut narrowed = 0;
    laid_out(|name, diagram, layout, _| {
        assert!(layout.scale > 30.0, "{name}: {} points per kg", layout.scale);
        for (ribbon, placed) in diagram.ribbons.iter().zip(&layout.ribbons) {
            let wanted = ribbon.drawn * f64::from(layout.scale);
            let off = (f64::from(placed.width) - wanted).abs();
            assert!(off < 1e-3, "{name}: {}", ribbon.spoken);
            if let Some(Way::Band(slices)) = &placed.way {
                for slice in slices {
                    let off = (f64::from(slice.bottom - slice.top) - wanted).abs();
                    assert!(off < 1e-2, "{name}");
                }
            }
            let words = [Lang::En, Lang::Zh].map(|lang| PathwaysMsg::NarrowedHint.text(lang));
            let says_so = words.iter().any(|words| ribbon.spoken.contains(words));
            assert_eq!(ribbon.drawn < ribbon.kg, says_so, "{name}: {}", ribbon.spoken);
            narrowed += usize::from(says_so);
        }
        for (node, placed) in diagram.nodes.iter().zip(&layout.nodes) {
            let wanted = node.drawn * f64::from(layout.scale);
            assert!((f64::from(placed.bar.height()) - wanted).abs() < 1e-2, "{name}");
        }
    });
    assert!(narrowed > 0, "no sample has such a loop");
}

/// Only loops wider than the widest are narrowed, to the widest, and their whole round by the same mass.
#[test]
fn what_a_loop_is_narrowed_by_is_taken_off_its_whole_round() {
    laid_out(|name, diagram, layout, _| {
        let piece = diagram.nodes[0].kg;
        let loops = diagram.ribbons.iter().zip(&layout.ribbons);
        let loops: Vec<_> = loops.filter(|(ribbon, _)| ribbon.is_loop).collect();
        for (ribbon, placed) in &loops {
            let wanted = ribbon.kg.min(WIDEST * piece);
            assert!((ribbon.drawn - wanted).abs() < 1e-9, "{name}: {}", ribbon.spoken);
            if diagram.layer == Layer::Pieces {
                continue;
            }
            let times = format!("{:.2}", ribbon.kg / piece);
            let (words, _) = placed.label.lines.first().unwrap();
            assert!(
                ribbon.drawn >= ribbon.kg || words.contains(&times),
                "{name}: {words}"
            );
        }
        if loops.iter().all(|(ribbon, _)| ribbon.kg <= WIDEST * piece) {
            let is_exact = |ribbon: &Ribbon| ribbon.drawn.to_bits() == ribbon.kg.to_bits();
            assert!(diagram.ribbons.iter().all(is_exact), "{name}");
        }
        for (index, node) in diagram.nodes.iter().enumerate() {
            let cut = |goes: fn(&Ribbon) -> usize| {
                let ribbons = diagram.ribbons.iter().filter(|ribbon| goes(ribbon) == index);
                ribbons.map(|ribbon| ribbon.kg - ribbon.drawn).sum::<f64>()
            };
            let (into, out) = (cut(|ribbon| ribbon.to), cut(|ribbon| ribbon.from));
            assert!((into - out).abs() < 1e-9, "{name}: {}", node.name);
            assert!(
                (node.kg - node.drawn - into).abs() < 1e-9,
                "{name}: {}",
                node.name
            );
        }
    });
}

#[test]
fn every_layer_stands_in_the_same_places() {
    let mut last: Option<(String, Layout)> = None;
    laid_out(|name, diagram, layout, _| {
        if diagram.layer == Layer::Mass {
            last = Some((name.to_owned(), layout.clone()));
            return;
        }
        let (mass, before) = last.as_ref().unwrap();
        let bars = |layout: &Layout| layout.nodes.iter().map(|node| node.bar).collect::<Vec<_>>();
        let ways = |layout: &Layout| {
            let ribbons = layout.ribbons.iter();
            ribbons
                .map(|ribbon| (ribbon.way.clone(), ribbon.width))
                .collect::<Vec<_>>()
        };
        assert_eq!(bars(layout), bars(before), "{name} and {mass}");
        assert_eq!(ways(layout), ways(before), "{name} and {mass}");
    });
}

/// A hundred garments land, each where it is whole for the last time; nothing lies on words, and all can be counted.
#[test]
fn a_hundred_garments_can_be_counted() {
    laid_out(|name, diagram, layout, rect| {
        if diagram.layer != Layer::Pieces {
            return;
        }
        let marks = marks(diagram, layout);
        let landed = marks.iter().filter(|mark| {
            matches!(
                mark,
                Mark::Garment {
                    comes_back: false,
                    ..
                }
            )
        });
        assert_eq!(landed.count(), 100, "{name}");
        let words = words(layout);
        let mut cells: Vec<egui::Rect> = Vec::new();
        for mark in &marks {
            let Mark::Garment { cell, .. } = mark else {
                panic!("{name}: {mark:?}")
            };
            assert!(rect.expand(1.0).contains_rect(*cell), "{name}: {cell}");
            assert!(cell.width() >= 7.0, "{name}: {cell}");
            for (words, what) in &words {
                assert!(!words.intersects(cell.shrink(0.6)), "{name}: {cell} on {what}");
            }
            let inner = cell.shrink(0.6);
            assert!(
                cells.iter().all(|other| !other.intersects(inner)),
                "{name}: {cell}"
            );
            cells.push(*cell);
        }
    });
}

#[test]
fn bars_of_hours_lie_on_their_own_words_only() {
    laid_out(|name, diagram, layout, rect| {
        if diagram.layer != Layer::Work {
            return;
        }
        let marks = marks(diagram, layout);
        let hours = diagram
            .nodes
            .iter()
            .filter(|node| node.amounts.own_hours > 0.0)
            .count();
        let own = marks.iter().filter(|mark| matches!(mark, Mark::Own(..))).count();
        assert!(own > 0 && own <= hours, "{name}");
        for mark in &marks {
            let (Mark::Own(index, bar) | Mark::Replaced(index, bar)) = mark else {
                panic!("{name}: {mark:?}")
            };
            assert!(rect.expand(1.0).contains_rect(*bar), "{name}: {bar}");
            for (other, node) in layout.nodes.iter().enumerate() {
                let words = node.label.rect.filter(|_| other != *index);
                let meets = words.is_some_and(|words| words.shrink(0.6).intersects(bar.shrink(0.6)));
                assert!(!meets, "{name}: {bar} on {:?}", node.label.lines);
            }
        }
    });
}

#[test]
fn the_layer_is_switched_by_click_and_by_arrows() {
    let desk = Desk::new(uniform(), ThemeKind::Light, Lang::Zh).at("repair_first", None);
    let (mut harness, _) = harness(desk, 1280.0, 720.0);
    harness.run();
    harness.get_by_role_and_label(Role::RadioButton, "件数").click();
    harness.run();
    assert_eq!(harness.state().selection.layer, Layer::Pieces);
    harness.get_by_role_and_label(Role::RadioButton, "件数").focus();
    harness.run();
    harness.key_press(Key::ArrowLeft);
    harness.run();
    assert_eq!(harness.state().selection.layer, Layer::Work);
    let repair = harness.get_by_role_and_label(Role::Button, "维修（修补）");
    let spoken = repair.accesskit_node().value().unwrap();
    assert!(
        spoken.contains("每千件94工时") && spoken.contains("替代的别处用工：每千件66工时"),
        "{spoken}"
    );
}

/// Words of a node lie on no ribbon, and no words lie on two.
#[test]
fn words_lie_on_at_most_their_own_ribbon() {
    let mut wrong = Vec::new();
    laid_out(|name, diagram, layout, _| {
        for (at, placed) in layout.ribbons.iter().enumerate() {
            let way = placed.way.as_ref().unwrap();
            for (node, place) in diagram.nodes.iter().zip(&layout.nodes) {
                let area = place.label.rect.unwrap().shrink(1.5);
                if way.covers(area, placed.width) {
                    wrong.push(format!(
                        "{name}: {} under {}",
                        diagram.ribbons[at].spoken, node.name
                    ));
                }
            }
            for (other, place) in layout.ribbons.iter().enumerate() {
                let words = place.label.rect.filter(|_| other != at);
                if words.is_some_and(|words| way.covers(words.shrink(1.5), placed.width)) {
                    wrong.push(format!(
                        "{name}: {} under the words of {}",
                        diagram.ribbons[at].spoken, diagram.ribbons[other].spoken
                    ));
                }
            }
        }
    });
    assert!(wrong.is_empty(), "{} {}", wrong.len(), wrong.join("\n"));
}

fn share_of(desk: &Desk, pathway: &str, stage: &str, to: &str) -> f64 {
    let pathway = desk.history.project().pathway(&pathway.into()).unwrap();
    let stage = pathway.stage(&stage.into()).unwrap();
    stage
        .exits
        .iter()
        .find(|link| link.to.as_str() == to)
        .unwrap()
        .share
        .get()
}

fn sum_of(desk: &Desk, pathway: &str, stage: &str) -> f64 {
    let pathway = desk.history.project().pathway(&pathway.into()).unwrap();
    let stage = pathway.stage(&stage.into()).unwrap();
    stage.exits.iter().map(|link| link.share.get()).sum()
}

#[test]
fn a_share_is_changed_by_keyboard_and_the_others_give_way() {
    let desk = Desk::new(uniform(), ThemeKind::Light, Lang::En).at("today", Some("discard"));
    let (mut harness, _) = harness(desk, 1280.0, 720.0);
    harness.run();
    harness.get_by_role_and_label(Role::Slider, "Collection").focus();
    harness.run();
    harness.key_press(Key::ArrowRight);
    harness.run();
    harness.key_press_modifiers(Modifiers::SHIFT, Key::ArrowRight);
    harness.run();
    let desk = harness.state();
    assert!((share_of(desk, "today", "discard", "collection") - 0.26).abs() < 1e-9);
    let (energy, landfill) = (
        share_of(desk, "today", "discard", "energy"),
        share_of(desk, "today", "discard", "landfill"),
    );
    assert!((energy / landfill - 0.56 / 0.24).abs() < 1e-9, "in proportion");
    assert!((sum_of(desk, "today", "discard") - 1.0).abs() < 1e-12);
    assert!(
        desk.edits.iter().all(|(_, goes_on)| !goes_on),
        "each key press is a step"
    );
}

#[test]
fn a_share_is_typed_and_a_pinned_one_stays() {
    let desk = Desk::new(uniform(), ThemeKind::Light, Lang::Zh).at("today", Some("discard"));
    let (mut harness, _) = harness(desk, 1280.0, 720.0);
    harness.run();
    harness.get_by_label("调整其他项时保持填埋不变").click();
    harness.run();
    assert!(matches!(
        harness.state().edits.last(),
        Some((
            Edit::Link {
                change: LinkEdit::SetPinned(true),
                ..
            },
            false
        ))
    ));
    harness.get_by_role_and_label(Role::TextInput, "回收").focus();
    harness.run();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    harness
        .get_by_role_and_label(Role::TextInput, "回收")
        .type_text("40%");
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
    let desk = harness.state();
    assert!((share_of(desk, "today", "discard", "collection") - 0.40).abs() < 1e-9);
    assert!(
        (share_of(desk, "today", "discard", "landfill") - 0.24).abs() < 1e-12,
        "pinned"
    );
    assert!((share_of(desk, "today", "discard", "energy") - 0.36).abs() < 1e-9);
}

#[test]
fn a_share_is_changed_by_the_edge_of_its_ribbon_in_one_step() {
    let desk = Desk::new(uniform(), ThemeKind::Light, Lang::En).at("today", None);
    let (mut harness, _) = harness(desk, 1280.0, 720.0);
    harness.run();
    let edge = |harness: &Harness<'_, Desk>| {
        let label = "Drag to change the share: Discard to Collection";
        harness
            .get_by_role_and_label(Role::Splitter, label)
            .rect()
            .center()
    };
    let before = share_of(harness.state(), "today", "discard", "collection");
    let at = edge(&harness);
    harness.drag_at(at);
    harness.run();
    // Collection is the lowest ribbon of the bar: its upper edge is dragged up.
    harness.hover_at(at - vec2(0.0, 20.0));
    harness.run();
    let held = share_of(harness.state(), "today", "discard", "collection");
    assert!(held > before + 0.05, "{before} {held}");
    assert!((sum_of(harness.state(), "today", "discard") - 1.0).abs() < 1e-12);
    harness.hover_at(at);
    harness.run();
    let back = share_of(harness.state(), "today", "discard", "collection");
    assert!((back - before).abs() < 1e-6, "{before} {back}");
    harness.hover_at(at - vec2(0.0, 10.0));
    harness.run();
    harness.drop_at(at - vec2(0.0, 10.0));
    harness.run();
    let after = share_of(harness.state(), "today", "discard", "collection");
    assert!(after > before + 0.02 && after < held, "{before} {after}");
    let edits = &harness.state().edits;
    assert!(edits.iter().rev().skip(1).all(|(_, goes_on)| *goes_on));
    assert!(matches!(edits.last(), Some((_, false))));
    harness.state_mut().history.undo();
    let undone = share_of(harness.state(), "today", "discard", "collection");
    assert!((undone - before).abs() < 1e-12, "one step");
}

fn pathway_of(harness: &Harness<'_, Desk>, id: &str) -> Pathway {
    let project = harness.state().history.project();
    project.pathway(&id.into()).unwrap().clone()
}

/// Types into the search of the open list and takes the first that is found.
fn choose(harness: &mut Harness<'_, Desk>, search: &str, words: &str) {
    harness
        .get_by_role_and_label(Role::TextInput, search)
        .type_text(words);
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
}

#[test]
fn a_stage_is_added_as_an_exit_in_one_step_and_taken_out_again() {
    let desk = Desk::new(uniform(), ThemeKind::Light, Lang::En).at("today", Some("discard"));
    let (mut harness, _) = harness(desk, 1280.0, 1400.0);
    harness.run();
    let before = pathway_of(&harness, "today");
    harness.get_by_role_and_label(Role::Button, "Add an exit").click();
    harness.run();
    choose(&mut harness, "Search", "compost");
    let today = pathway_of(&harness, "today");
    let compost = today.stage(&"compost".into()).unwrap();
    assert!(compost.fallback.is_some() && compost.residue.is_some());
    let discard = today.stage(&"discard".into()).unwrap();
    assert!(discard.exits.iter().any(|link| link.to.as_str() == "compost"));
    assert!(
        harness
            .get_by_role_and_label(Role::Slider, "Composting / biodegradation")
            .is_focused()
    );
    harness.state_mut().history.undo();
    assert_eq!(pathway_of(&harness, "today"), before, "one step");
    harness.state_mut().history.redo();
    harness.state_mut().selection.stage = Some("compost".into());
    harness.run();
    harness
        .get_by_role_and_label(Role::Button, "Remove this stage")
        .click();
    harness.run();
    assert!(pathway_of(&harness, "today").stage(&"compost".into()).is_none());
    assert_eq!(harness.state().selection.stage, None);
    harness.get_by_role_and_label(Role::Button, "Add a stage").click();
    harness.run();
    choose(&mut harness, "Search", "repair workshop");
    let repair = pathway_of(&harness, "today")
        .stage(&"repair".into())
        .unwrap()
        .clone();
    assert_eq!(repair.exits[0].to.as_str(), "use");
    assert_eq!(harness.state().selection.stage, Some("repair".into()));
}

/// A pathway from nothing, in Chinese, without a pointer: added, filled, a stage renamed, a share typed.
#[test]
fn a_pathway_is_built_from_nothing_by_keyboard() {
    let desk = Desk::new(uniform(), ThemeKind::Light, Lang::Zh).at("today", None);
    let (mut harness, _) = harness(desk, 1280.0, 900.0);
    harness.run();
    let press = |harness: &mut Harness<'_, Desk>, key: Key| {
        harness.key_press(key);
        harness.run();
    };
    harness.get_by_role_and_label(Role::Button, "添加路径").focus();
    harness.run();
    press(&mut harness, Key::Enter);
    choose(&mut harness, "搜索", "空白");
    assert_eq!(harness.state().selection.pathway, Some("empty".into()));
    harness.get_by_role_and_label(Role::Button, "弃置").focus();
    harness.run();
    press(&mut harness, Key::Enter);
    harness.get_by_label("尚未决定：100%");
    for (words, left) in [("门店回收", "55%"), ("填埋", "31%")] {
        harness.get_by_role_and_label(Role::Button, "添加去向").focus();
        harness.run();
        press(&mut harness, Key::Enter);
        choose(&mut harness, "搜索", words);
        harness.get_by_label(&format!("尚未决定：{left}"));
    }
    // The new exit's slider has the focus: three to the left.
    for _ in 0..3 {
        press(&mut harness, Key::ArrowLeft);
    }
    harness.get_by_label("尚未决定：34%");
    let pathway = pathway_of(&harness, "empty");
    let discard = pathway.stage(&"discard".into()).unwrap();
    let shares: Vec<f64> = discard.exits.iter().map(|exit| exit.share.get()).collect();
    assert!((shares.iter().sum::<f64>() - 1.0).abs() < 1e-12, "{shares:?}");
    assert_eq!(pathway.stage(&"take_back".into()).unwrap().name.zh, "门店回收");
    assert!(
        pathway.stage(&"sorting".into()).is_some(),
        "take-back leads to sorting"
    );
    harness.get_by_role_and_label(Role::Button, "门店回收").focus();
    harness.run();
    press(&mut harness, Key::F2);
    let field = harness.get_by_role_and_label(Role::TextInput, "环节“门店回收”的新名称");
    field.type_text("校园回收");
    harness.run();
    press(&mut harness, Key::Enter);
    let renamed = pathway_of(&harness, "empty");
    assert_eq!(renamed.stage(&"take_back".into()).unwrap().name.zh, "校园回收");
    assert!(
        harness
            .state()
            .assessment
            .pathways
            .last()
            .unwrap()
            .error
            .is_none()
    );
    // Step by step back to where it began.
    let steps = harness.state().edits.len();
    for _ in 0..steps {
        harness.state_mut().history.undo();
    }
    assert_eq!(**harness.state().history.project(), uniform());
}

#[test]
fn the_national_goal_is_marked_and_opens_wherever_something_is_collected() {
    let words = [
        "National goal 2030: 30\u{202f}% recirculated (NDRC, MOFCOM, MIIT 2022)",
        "国家目标：2030年废旧纺织品循环利用率30%（发改环资〔2022〕526号）",
    ];
    for (lang, words) in Lang::ALL.into_iter().zip(words) {
        let desk = Desk::new(uniform(), ThemeKind::Light, lang).at("today", Some("discard"));
        let (mut harness, _) = harness(desk, 1280.0, 900.0);
        harness.run();
        harness.get_by_role_and_label(Role::Link, words).click();
        harness.run();
        let goal = FigureId::Factor("share.goal_2030.discard.collection".into());
        assert_eq!(harness.state().opened, [goal]);
    }
    for preset in reloom::presets::all() {
        let project = preset.project().unwrap();
        let desk = Desk::new(project.clone(), ThemeKind::Light, Lang::En);
        for pathway in &project.pathways {
            let collected = |link: &reloom::model::Link| {
                pathway
                    .stage(&link.to)
                    .is_some_and(|stage| stage.kind == crate::support::kind("collection"))
            };
            for stage in pathway
                .stages
                .iter()
                .filter(|stage| stage.exits.iter().any(collected))
            {
                let info = stage::stage_info(&desk.view(), pathway, &stage.id).unwrap();
                let is_marked = info.exits.iter().any(|exit| exit.goal.is_some());
                // What comes back to a rental service is no waste.
                assert_eq!(
                    is_marked,
                    stage.kind != crate::support::kind("rental_use"),
                    "{} {}",
                    preset.id,
                    pathway.id
                );
            }
        }
    }
}

#[test]
fn a_share_opens_its_source_and_an_exit_is_led_elsewhere() {
    let desk = Desk::new(uniform(), ThemeKind::Light, Lang::En).at("today", Some("discard"));
    let (mut harness, _) = harness(desk, 1280.0, 900.0);
    harness.run();
    harness
        .get_by_role_and_label(Role::Link, "library 20\u{202f}%, grade C")
        .click();
    harness.run();
    let share = FigureId::Factor("share.cn_today.discard.collection".into());
    assert_eq!(harness.state().opened, [share]);
    harness
        .get_by_label("Lead Discard elsewhere than to Landfill")
        .click();
    harness.run();
    // What is taken already says why, and Enter does not choose it.
    harness
        .get_by_role_and_label(Role::TextInput, "Search")
        .type_text("energy");
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
    harness.get_by_label_contains("already has an exit to");
    harness.get_by_role_and_label(Role::Button, "Cancel").click();
    harness.run();
    harness
        .get_by_label("Lead Discard elsewhere than to Landfill")
        .click();
    harness.run();
    choose(&mut harness, "Search", "wiping");
    assert!((share_of(harness.state(), "today", "discard", "wiper") - 0.24).abs() < 1e-12);
    assert_eq!(harness.state().edits.len(), 1);
}

/// What the lists offer, in both languages.
#[test]
fn what_can_be_added_in_both_languages() {
    for lang in Lang::ALL {
        let desk = Desk::new(uniform(), ThemeKind::Light, lang).at("today", None);
        let view = desk.view();
        let today = view.project.pathway(&"today".into()).unwrap();
        let exit = StageId::from("discard");
        let stages = offer::stages(&view, today, Purpose::Exit(&exit));
        let groups = offer::pathways(&view).into_iter().chain(stages);
        let mut said = String::new();
        for group in groups {
            writeln!(said, "\n{}", group.title).unwrap();
            for item in group.items {
                writeln!(said, "  {} | {} | {:?}", item.name, item.about, item.refused).unwrap();
                for line in item.lines {
                    match line {
                        Line::Heading(words) => writeln!(said, "    {words}").unwrap(),
                        Line::Figure { label, value, grade } => {
                            writeln!(said, "      {label} {value} {}", grade.unwrap_or_default()).unwrap();
                        }
                    }
                }
                if !item.note.is_empty() {
                    writeln!(said, "    {}", item.note).unwrap();
                }
            }
        }
        insta::assert_snapshot!(format!("offers_{lang:?}"), said);
    }
}

#[test]
fn delete_takes_the_stage_with_the_focus_out_but_never_the_start() {
    let desk = Desk::new(uniform(), ThemeKind::Light, Lang::En).at("today", None);
    let (mut harness, _) = harness(desk, 1280.0, 720.0);
    harness.run();
    for (name, id, stays) in [("Use", "use", true), ("Wiping cloths", "wiper", false)] {
        let node = harness.get_all_by_role_and_label(Role::Button, name).next();
        node.unwrap().focus();
        harness.run();
        harness.key_press(Key::Delete);
        harness.run();
        let project = harness.state().history.project();
        let today = project.pathway(&"today".into()).unwrap();
        assert_eq!(today.stage(&id.into()).is_some(), stays, "{name}");
    }
}

/// The field for the new name comes into sight however far the inspector has been scrolled down.
#[test]
fn f2_scrolls_to_its_field() {
    let desk = Desk::new(uniform(), ThemeKind::Light, Lang::En).at("sort_chemical", Some("sorting"));
    let (mut h, _) = harness(desk, 1280.0, 360.0);
    h.get_by_role_and_label(Role::Button, "Add an exit")
        .scroll_to_me();
    h.run();
    h.get_by_role_and_label(Role::Button, "Add an exit").focus();
    h.run();
    h.key_press(Key::F2);
    h.run();
    let field = h.get_by_label_contains("New name of");
    let (place, screen) = (field.rect(), h.ctx.content_rect());
    assert!(
        field.is_focused() && screen.contains_rect(place),
        "{place} in {screen}"
    );
}

#[test]
fn a_route_and_the_wears_of_a_rental_cycle_are_set_in_the_inspector() {
    let desk = Desk::new(project("workwear_rental"), ThemeKind::Light, Lang::En).at("rental", Some("use"));
    let (mut harness, _) = harness(desk, 1280.0, 1200.0);
    harness.run();
    let field = || (Role::TextInput, "Wears per cycle");
    harness.get_by_role_and_label(field().0, field().1).focus();
    harness.run();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    harness
        .get_by_role_and_label(field().0, field().1)
        .type_text("14");
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
    let stage = |harness: &Harness<'_, Desk>, id: &str| {
        let project = harness.state().history.project();
        project
            .pathway(&"rental".into())
            .unwrap()
            .stage(&id.into())
            .unwrap()
            .clone()
    };
    assert!((stage(&harness, "use").own.unwrap().value - 14.0).abs() < 1e-12);
    harness.state_mut().selection.stage = Some("wiper".into());
    harness.run();
    harness
        .get_by_role_and_label(Role::ComboBox, "Recycling route")
        .click();
    harness.run();
    harness.event(egui::Event::Text("堆肥".to_owned()));
    harness.run();
    harness.get_by_label("Composting / biodegradation").click();
    harness.run();
    assert_eq!(
        stage(&harness, "wiper").kind,
        StageKind::Material("compost".into())
    );
}

#[test]
fn a_stage_is_picked_in_the_diagram_by_click_and_along_the_flows_by_arrows() {
    let desk = Desk::new(uniform(), ThemeKind::Light, Lang::En).at("repair_first", None);
    let (mut harness, _) = harness(desk, 1280.0, 720.0);
    harness.run();
    harness.get_by_role_and_label(Role::Button, "Sorting").click();
    harness.run();
    assert_eq!(harness.state().selection.stage, Some("sorting".into()));
    harness.get_by_role_and_label(Role::Button, "Discard").focus();
    harness.run();
    // Right to the heaviest ribbon that leaves, right again to where it leads, Enter opens it.
    harness.key_press(Key::ArrowRight);
    harness.run();
    harness.key_press(Key::ArrowRight);
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!(harness.state().selection.stage, Some("collection".into()));
}

#[test]
fn a_flow_with_the_focus_says_mass_share_pieces_range_and_grade() {
    let desk = Desk::new(uniform(), ThemeKind::Light, Lang::En).at("sort_chemical", None);
    let (mut harness, _) = harness(desk, 1280.0, 720.0);
    harness.run();
    harness.get_by_role_and_label(Role::Button, "Sorting").focus();
    harness.run();
    harness.key_press(Key::ArrowRight);
    harness.run();
    let range = "46.4\u{202f}g to 71.9\u{202f}g while only its own figures move; grade D";
    let flow = "Sorting to Chemical: PET glycolysis / methanolysis: 61.7\u{202f}g, 11\u{202f}% of the piece";
    let words = format!("{flow}\nOf 100 pieces: 11\n{range}");
    let told = harness.get_by_role_and_label(Role::Label, &words);
    assert!(told.rect().is_positive());
}

#[test]
fn ribbons_have_names_and_values_for_screen_readers() {
    let desk = Desk::new(uniform(), ThemeKind::Light, Lang::En).at("repair_first", None);
    let (mut harness, _) = harness(desk, 1280.0, 720.0);
    harness.run();
    let back = harness.get_by_label_contains("Resale back to Use");
    assert_eq!(
        back.accesskit_node().value().as_deref(),
        Some("Resale: comes back 0.15×")
    );
    assert!(harness.query_all_by_role(Role::GraphicsObject).count() > 25);
}

#[test]
fn a_pathway_is_renamed_duplicated_made_baseline_and_deleted() {
    let desk = Desk::new(uniform(), ThemeKind::Light, Lang::En).at("repair_first", None);
    let (mut harness, _) = harness(desk, 1280.0, 720.0);
    harness.run();
    harness
        .get_by_role_and_label(Role::ListBoxOption, "B Repair and resale first")
        .click();
    harness.run();
    harness.key_press(Key::F2);
    harness.run();
    let field = harness.get_by_label("New name of Repair and resale first");
    field.type_text("Mend it");
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
    let name = |harness: &Harness<'_, Desk>, at: usize| {
        harness.state().history.project().pathways[at].name.en.clone()
    };
    assert_eq!(name(&harness, 1), "Mend it");
    harness.get_by_role_and_label(Role::Button, "Duplicate").click();
    harness.run();
    assert_eq!(name(&harness, 2), "Mend it (copy)");
    harness.get_by_label("Make it the baseline").click();
    harness.run();
    assert_eq!(harness.state().history.project().baseline, "repair_first".into());
    let count = harness.state().history.project().pathways.len();
    harness
        .get_by_role_and_label(Role::ListBoxOption, "B Mend it, baseline")
        .click();
    harness.run();
    harness.key_press(Key::Delete);
    harness.run();
    assert_eq!(harness.state().history.project().pathways.len(), count - 1);
    assert!(matches!(
        harness.state().edits.last(),
        Some((
            Edit::Pathway {
                change: PathwayEdit::Remove,
                ..
            },
            false
        ))
    ));
}

#[test]
fn a_gate_opens_with_its_reason() {
    let desk = Desk::new(uniform(), ThemeKind::Light, Lang::En).at("sort_chemical", Some("glycolysis"));
    let (mut harness, _) = harness(desk, 1280.0, 900.0);
    harness.run();
    harness
        .get_by_role_and_label(Role::Button, "Shell fabric, twill")
        .click();
    harness.run();
    assert!(
        matches!(harness.state().opened.last(), Some(FigureId::Gate { part, .. }) if part.as_str() == "shell")
    );
}

#[test]
fn a_pathway_without_an_answer_says_why() {
    let mut project = uniform();
    let is_end = |stage: &&reloom::model::Stage| matches!(stage.kind, reloom::model::StageKind::End(_));
    let end = project.pathways[1].stages.iter().find(is_end).unwrap().id.clone();
    project.pathways[1].start = end;
    for lang in Lang::ALL {
        let desk = Desk::new(project.clone(), ThemeKind::Light, lang).at("repair_first", None);
        let page = data::page(&desk.view(), &project.pathways[1]);
        assert!(page.diagram.is_none());
        assert!(!page.error.unwrap().is_empty());
        let (mut harness, _) = harness(desk, 1280.0, 720.0);
        harness.run();
        assert!(harness.query_all_by_role(Role::Link).count() > 5);
    }
}

#[test]
fn goods_that_start_unworn_are_drawn_and_not_counted_against_worn_ones() {
    let mut project = uniform();
    project.pathways[1].start = "resale".into();
    for lang in Lang::ALL {
        let desk = Desk::new(project.clone(), ThemeKind::Light, lang).at("repair_first", None);
        let figures = &desk.view().assessment.pathways[1];
        assert!(figures.error.is_none() && !figures.totals.is_counted() && figures.work.is_empty());
        assert!(
            figures
                .notices
                .iter()
                .any(|notice| notice.code() == "starts_differ")
        );
        let page = data::page(&desk.view(), &project.pathways[1]);
        assert!(page.diagram.is_some());
        let (mut harness, _) = harness(desk, 1280.0, 720.0);
        harness.run();
    }
}

/// What the page says, line by line.
fn said(view: &View<'_>, stages: &[&str]) -> String {
    let mut text = String::new();
    for row in data::rows(view) {
        writeln!(
            text,
            "{} compared={} {:?}",
            row.spoken, row.is_compared, row.tick_refused
        )
        .unwrap();
    }
    let pathway = data::shown(view).unwrap();
    let page = data::page(view, pathway);
    writeln!(text, "\n{} lives={:?}", page.title, page.lives).unwrap();
    let diagram = page.diagram.unwrap();
    for (column, title) in &diagram.bands {
        writeln!(text, "band {column} {title}").unwrap();
    }
    for node in &diagram.nodes {
        let seat = (node.seat.column, node.seat.order, node.seat.bar);
        writeln!(text, "{seat:?} {}", node.name).unwrap();
        for layer in Layer::ALL {
            let said = node.said(layer);
            writeln!(text, "  {layer:?} {} | {:?}", said.value, said.flag).unwrap();
        }
    }
    for ribbon in &diagram.ribbons {
        let labels = (ribbon.label(Layer::Mass), ribbon.label(Layer::Pieces));
        writeln!(text, "{} | {labels:?} | {:?}", ribbon.spoken, ribbon.tint).unwrap();
        let basis = ribbon.flow.and_then(|flow| data::basis(view, &page.id, flow));
        writeln!(text, "  {basis:?}").unwrap();
    }
    for item in &page.legend {
        writeln!(text, "{} {}", item.label, item.value).unwrap();
    }
    let overview = data::overview(view, pathway);
    writeln!(text, "\n{overview:#?}").unwrap();
    for place in overview.gates.iter().flat_map(|table| &table.gates) {
        writeln!(text, "{:#?}", gates::row(view, pathway, *place).unwrap()).unwrap();
    }
    for id in stages {
        writeln!(
            text,
            "\n{:#?}",
            stage::stage_info(view, pathway, &StageId::from(*id)).unwrap()
        )
        .unwrap();
    }
    text
}

#[test]
fn words_and_numbers_in_both_languages() {
    let stages = ["discard", "resale", "glycolysis", "energy", "glycolysis_output"];
    for lang in Lang::ALL {
        let desk = Desk::new(uniform(), ThemeKind::Light, lang).at("sort_chemical", None);
        insta::assert_snapshot!(format!("pathways_{lang:?}"), said(&desk.view(), &stages));
    }
}

#[test]
fn nothing_changes_places_while_a_share_is_dragged() {
    let mut last: Option<Vec<_>> = None;
    for share in [0.05, 0.2, 0.5, 0.9] {
        let mut desk = Desk::new(uniform(), ThemeKind::Light, Lang::En).at("repair_first", None);
        let mut out = Out::default();
        let share = reloom::quantity::Share::clamped(share);
        out.drag(Edit::link(
            &"repair_first".into(),
            &"discard".into(),
            &"collection".into(),
            LinkEdit::SetShare(share),
        ));
        desk.obey(out);
        let view = desk.view();
        let page = data::page(&view, data::shown(&view).unwrap());
        let seats: Vec<_> = page
            .diagram
            .unwrap()
            .nodes
            .into_iter()
            .map(|node| (node.id, node.seat))
            .collect();
        assert!(last.as_ref().is_none_or(|last| *last == seats));
        last = Some(seats);
    }
}
