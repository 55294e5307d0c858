//! The page of advice: what it says in both languages, and trying a move by key.

#![allow(clippy::unwrap_used, reason = "a test fails loudly")]

use crate::support;
use crate::support::said::Queryable;
use egui::Key;
use egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::{AccessKitNode, NodeT};
use reloom::app::App;
use reloom::app::preferences::Preferences;
use reloom::assess::assess;
use reloom::compose::Composer;
use reloom::data::Library;
use reloom::edit::Edit;
use reloom::explain::advice::{Advice, RANK, tries};
use reloom::figure::PathwayFigure;
use reloom::model::{PathwayId, Project, StageKind};
use reloom::presets;
use reloom::session::Session;
use reloom::text::{AdviceMsg, CommonMsg, CompareMsg, ImproveMsg, Lang};
use reloom::ui::diagram::words::standing;
use reloom::ui::improving::{AdviceView, Improve, Improving, Look, Opening};
use reloom::ui::panel::product::improve::data::{self, List};
use reloom::ui::theme::{Theme, ThemeKind};
use reloom::ui::view::{Aspect, Command, Page, Selection, View};
use std::fmt::Write as _;
use std::time::Duration;
use support::window::{command, options, press, window_over, window_with};

pub fn has_focus(node: &AccessKitNode<'_>) -> bool {
    node.is_focused()
}

fn library() -> &'static Library {
    Library::builtin()
}

pub fn uniform() -> Project {
    presets::get("school_uniform").unwrap().project().unwrap()
}

/// The advice on `pathway` as the page says it.
fn list_of(project: &Project, pathway: &str, improving: Improving, draws: u64, lang: Lang) -> (List, String) {
    let rank = improving.rank();
    let advice = Advice::of(project, library(), &pathway.into(), rank, draws).unwrap();
    let (assessment, theme) = (assess(project, library()), Theme::load(ThemeKind::Light));
    let selection = Selection {
        improving,
        ..Selection::default()
    };
    let view = View {
        advice: Some(AdviceView {
            found: Ok(&advice),
            stale: false,
        }),
        ..View::still(
            (project, &assessment),
            (lang, &theme),
            (&selection, Page::Product),
        )
    };
    let list = data::list(&view, &advice, selection.improving.opens.as_ref());
    let mut said = list.nothing.clone().unwrap_or_default();
    for block in &list.blocks {
        writeln!(said, "\n{}\n  {}  {}", block.sentence, block.change, block.better).unwrap();
        let lines = block.gates.iter().chain(&block.beside).chain([&block.effort]);
        lines.for_each(|line| writeln!(said, "  {line}").unwrap());
    }
    for (can, head) in [(true, AdviceMsg::NotWorth), (false, AdviceMsg::CannotBe)] {
        writeln!(said, "\n{}", head.text(lang)).unwrap();
        for idle in data::idle(&view, &advice, can) {
            writeln!(said, "  {}", idle.words).unwrap();
        }
    }
    (list, said)
}

#[test]
fn the_advice_on_glycolysis_reads_as_a_colleague_tells_it() {
    for (lang, name) in [(Lang::En, "advice_en"), (Lang::Zh, "advice_zh")] {
        let (_, said) = list_of(&uniform(), "sort_chemical", Improving::default(), 100, lang);
        insta::assert_snapshot!(name, said);
    }
}

#[test]
fn all_marks_of_a_list_lie_on_its_scale() {
    for rank in [RANK, PathwayFigure::Net, PathwayFigure::VPer100Wears] {
        let improving = Improving {
            rank: Some(rank),
            ..Improving::default()
        };
        let (list, _) = list_of(&uniform(), "separation", improving, 20, Lang::En);
        let (low, high) = list.scale;
        assert!(!list.blocks.is_empty(), "{rank:?}");
        for block in &list.blocks {
            let marks = block.marks;
            let band = marks.band.unwrap();
            for value in [marks.before, marks.after, band.0, band.1] {
                assert!(
                    low <= value && value <= high,
                    "{rank:?} {}: {value}",
                    block.sentence
                );
            }
        }
    }
}

#[test]
fn a_gate_that_shall_open_is_met_by_the_moves_that_open_it() {
    let project = uniform();
    let chemical = project.pathway(&"sort_chemical".into()).unwrap();
    let takes_pet =
        |kind: &StageKind| matches!(kind, StageKind::Material(route) if route.as_str() == "chem_pet");
    let stage = chemical.stages.iter().find(|stage| takes_pet(&stage.kind));
    let stage = stage.unwrap().id.clone();
    let of = |part: &str| Improving {
        opens: Some(Opening {
            stage: stage.clone(),
            part: Some(part.into()),
        }),
        ..Improving::default()
    };
    let (list, _) = list_of(&project, "sort_chemical", of("shell"), 0, Lang::En);
    let ids: Vec<&str> = list.blocks.iter().map(|block| block.of.id.as_str()).collect();
    assert!(ids.contains(&"polyester_alone:shell"), "{ids:?}");
    assert!(list.blocks.iter().all(|block| !block.gates.is_empty()));
    let (list, said) = list_of(&project, "sort_chemical", of("zipper"), 0, Lang::Zh);
    assert!(list.blocks.is_empty());
    assert!(said.starts_with("目录中没有一项措施能单独让"), "{said}");
}

fn buried() -> Project {
    let project = uniform();
    let preset = library().pathway_preset("landfill_all").unwrap();
    let pathway = Composer::new(&project, library()).pathway(preset, PathwayId::from("landfill_all"));
    Edit::AddPathway(Box::new(pathway)).apply(&project).unwrap()
}

#[test]
fn an_empty_answer_is_a_sentence() {
    for (lang, words) in [
        (Lang::En, "Nothing sorts it."),
        (Lang::Zh, "没有分拣。"),
        (Lang::Both, "没有分拣。"),
    ] {
        let (list, _) = list_of(&buried(), "landfill_all", Improving::default(), 0, lang);
        assert!(list.blocks.is_empty());
        assert!(list.nothing.is_some_and(|nothing| nothing.contains(words)));
        let mut h = window_over(
            options(Session::new(buried(), None), Preferences::in_language(lang)),
            [1280.0, 720.0],
        );
        run(
            &mut h,
            Command::Improve(Improve::Show(Some("landfill_all".into()), None)),
        );
        h.get_by_label_contains(words);
    }
}

pub fn run(h: &mut Harness<'_, App>, command: Command) {
    let ctx = h.ctx.clone();
    h.state_mut().run(&ctx, command);
    h.run();
}

/// The window on the advice for glycolysis, come to by name.
fn advised(lang: Lang) -> Harness<'static, App> {
    let mut h = window_with(Preferences::in_language(lang), [1280.0, 720.0]);
    run(
        &mut h,
        Command::Improve(Improve::Show(Some("sort_chemical".into()), None)),
    );
    h
}

/// The names of all buttons that try a move, in the order in which they stand.
fn tried(h: &Harness<'_, App>) -> Vec<String> {
    let buttons = h.query_all_by_role(Role::Button);
    let names = buttons.filter_map(|node| node.accesskit_node().label());
    let begins = ImproveMsg::TryName.text(h.state().preferences().lang());
    let begins = begins.split('{').next().unwrap().to_owned();
    names.filter(|name| name.starts_with(&begins)).collect()
}

#[test]
fn the_palette_leads_to_the_advice_in_either_language() {
    for words in ["improve", "改进"] {
        let mut h = window_with(Preferences::in_language(Lang::Zh), [1280.0, 720.0]);
        command(&mut h, Key::K);
        h.get_by(has_focus).type_text(words);
        h.run();
        press(&mut h, Key::Enter);
        assert_eq!(h.state().selection().aspect, Aspect::Hints, "{words}");
        assert!(!tried(&h).is_empty());
    }
    for (words, look) in [
        ("how far", Look::HowFar),
        ("要到多少", Look::HowFar),
        ("together", Look::Together),
        ("几项改动", Look::Together),
    ] {
        let mut h = window_with(Preferences::in_language(Lang::Zh), [1280.0, 720.0]);
        command(&mut h, Key::K);
        h.get_by(has_focus).type_text(words);
        h.run();
        press(&mut h, Key::Enter);
        assert_eq!(h.state().selection().improving.look, look, "{words}");
        assert_eq!(h.state().selection().aspect, Aspect::Hints, "{words}");
    }
}

#[test]
fn a_move_is_tried_with_enter_as_one_variant_and_one_step() {
    for lang in Lang::ALL {
        let mut h = advised(lang);
        let before = h.state().session().project().as_ref().clone();
        let names = tried(&h);
        let first = names.first().unwrap();
        h.get_by_role_and_label(Role::Button, first).focus();
        h.run();
        press(&mut h, Key::Enter);
        let session = h.state().session();
        assert_eq!(h.state().page(), Page::Compare);
        assert_eq!(session.history().count(), 1, "one step");
        let project = session.project();
        assert_eq!(project.others.len(), before.others.len() + 1, "one variant");
        assert_ne!(project.product.variant, before.product.variant);
        let in_hand = project.product.variant;
        assert!(
            project.compared.iter().any(|column| column.variant == in_hand),
            "shown beside"
        );
        command(&mut h, Key::Z);
        assert_eq!(*h.state().session().project().as_ref(), before);
    }
}

#[test]
fn what_is_not_worth_it_is_folded_and_can_be_tried_all_the_same() {
    for lang in Lang::ALL {
        let mut h = advised(lang);
        let shown = tried(&h).len();
        let fold = |h: &mut Harness<'_, App>, head: AdviceMsg| {
            let head = head.text(lang);
            let named = |label: String| label.starts_with(head);
            let node = h
                .query_all_by_role(Role::Button)
                .find(|node| node.accesskit_node().label().is_some_and(named));
            node.unwrap().focus();
            h.run();
            press(h, Key::Enter);
        };
        fold(&mut h, AdviceMsg::NotWorth);
        assert!(tried(&h).len() > shown);
        let reason = if lang == Lang::En {
            "It holds no wool."
        } else {
            "不含羊毛。"
        };
        assert!(h.query_by_label_contains(reason).is_none());
        fold(&mut h, AdviceMsg::CannotBe);
        assert!(h.query_all_by_label_contains(reason).count() > 0);
    }
}

#[test]
fn another_figure_ranks_anew_and_the_blockers_stay_at_hand() {
    let mut h = advised(Lang::En);
    let by_grade = tried(&h);
    run(&mut h, Command::Improve(Improve::Rank(PathwayFigure::Net)));
    assert_ne!(tried(&h), by_grade);
    assert!(
        h.query_by_role_and_label(Role::Button, "Rib: 5\u{202F}% elastane")
            .is_some()
    );
}

#[test]
fn old_advice_stays_until_the_new_has_come_and_cannot_be_tried() {
    let lang = Lang::En;
    let session = Session::new(uniform(), None);
    let mut options = options(session, Preferences::in_language(lang));
    options.patience = Some(Duration::ZERO);
    let mut h = window_over(options, [1280.0, 720.0]);
    let ctx = h.ctx.clone();
    h.state_mut().run(&ctx, Command::ShowAspect(Aspect::Hints));
    let settle = |h: &mut Harness<'_, App>| {
        let since = std::time::Instant::now();
        while tried(h).is_empty() || h.query_by_label(CommonMsg::BeingWorkedOut.text(lang)).is_some() {
            assert!(since.elapsed() < Duration::from_mins(1));
            h.step();
        }
        h.run();
    };
    settle(&mut h);
    let before = tried(&h);
    h.state_mut().run(&ctx, Command::DuplicateVariant);
    h.step();
    assert_eq!(tried(&h), before, "the old list stays");
    settle(&mut h);
    assert_eq!(tried(&h), before);
}

/// The name of what has the focus.
pub fn focused(h: &Harness<'_, App>) -> Option<String> {
    let mut nodes = h.root().children_recursive().map(|node| node.accesskit_node());
    nodes.find(AccessKitNode::is_focused)?.label()
}

/// Presses Tab until what has the focus is called so.
pub fn tab_to(h: &mut Harness<'_, App>, is_it: impl Fn(&str) -> bool) -> String {
    for _ in 0..400 {
        press(h, Key::Tab);
        if let Some(name) = focused(h).filter(|name| is_it(name)) {
            return name;
        }
    }
    unreachable!("no Tab leads there")
}

fn grade(h: &Harness<'_, App>, pathway: &str) -> f64 {
    let figures = h.state().session().assessment().pathway(&pathway.into()).unwrap();
    PathwayFigure::OutflowRecycled.central(figures)
}

#[test]
fn the_script_at_6_45_is_gone_through_by_keys_alone() {
    for (lang, takes) in [
        (Lang::En, "takes 4 of 7 parts instead of 3"),
        (Lang::Zh, "7个部件中可接收的由3个变为4个"),
    ] {
        let mut h = window_with(Preferences::in_language(lang), [1280.0, 720.0]);
        let before = h.state().session().project().as_ref().clone();
        let was = grade(&h, "sort_chemical");
        press(&mut h, Key::Num3);
        let name = before
            .pathway(&"sort_chemical".into())
            .unwrap()
            .name
            .get(lang)
            .to_owned();
        let menu = CompareMsg::ColumnMenu.with(lang, &[("name", &name)]);
        tab_to(&mut h, |label| label.starts_with(&menu));
        press(&mut h, Key::Enter);
        tab_to(&mut h, |label| label == ImproveMsg::WouldTake.text(lang));
        press(&mut h, Key::Enter);
        assert_eq!(h.state().selection().aspect, Aspect::Hints);

        // The shell of one fibre: its gate turns, and the counts are told before it is tried.
        let try_it = |id: &str| {
            let all = tries(&before, library());
            let one = all.iter().find(|one| one.id == id).unwrap();
            let name = standing(one.name(&before, library()).get(lang));
            ImproveMsg::TryName.with(lang, &[("name", &name)])
        };
        let shell = try_it("polyester_alone:shell");
        let said = tab_to(&mut h, |label| label.starts_with(&shell));
        assert!(said.contains(takes), "{said}");
        press(&mut h, Key::Enter);
        assert_eq!(h.state().page(), Page::Compare);
        assert!(grade(&h, "sort_chemical") >= was + 0.05);

        // The zip that comes off: not worth much by this figure, and tried all the same.
        press(&mut h, Key::Num1);
        let zip = try_it("zip_easily:zipper");
        if !tried(&h).iter().any(|name| name.starts_with(&zip)) {
            let fold = AdviceMsg::NotWorth.text(lang);
            tab_to(&mut h, |label| label.starts_with(fold));
            press(&mut h, Key::Enter);
        }
        tab_to(&mut h, |label| label.starts_with(&zip));
        press(&mut h, Key::Enter);
        assert!(grade(&h, "sort_chemical") >= was + 0.05);
        assert_eq!(h.state().session().history().count(), 2);
        command(&mut h, Key::Z);
        command(&mut h, Key::Z);
        assert_eq!(*h.state().session().project().as_ref(), before);
    }
}
