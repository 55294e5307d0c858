//! Combinations of moves in the window: the chart by key, its words, the job behind it, and its files.

#![allow(clippy::unwrap_used, reason = "a test fails loudly")]

use crate::export;
use crate::improve::{focused, run, tab_to, uniform};
use crate::support::said::Queryable;
use crate::support::wall::FOUR_MOVES;
use crate::support::window::{command, options, press, window_over};
use egui::Key;
use egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::NodeT;
use reloom::app::App;
use reloom::app::preferences::Preferences;
use reloom::data::Library;
use reloom::explain::advice::{Axis, MOST_MOVES, Sweep, front, tries};
use reloom::export::{ExportError, Order, bytes};
use reloom::figure::PathwayFigure;
use reloom::report::combination::Combination;
use reloom::report::picture::{FileFormat, Layer, Subject};
use reloom::session::Session;
use reloom::text::{CommonMsg, ImproveMsg, Lang, ShellMsg};
use reloom::ui::improving::{Improve, Look};
use reloom::ui::view::{Command, Page};
use std::sync::Arc;
use std::time::{Duration, Instant};

/// The window on combinations of four moves.
fn together(lang: Lang, background: bool) -> Harness<'static, App> {
    let mut options = options(Session::new(uniform(), None), Preferences::in_language(lang));
    options.patience = background.then_some(Duration::ZERO);
    let mut h = window_over(options, [1280.0, 1400.0]);
    let few = FOUR_MOVES.map(str::to_owned).into();
    let ctx = h.ctx.clone();
    h.state_mut().run(&ctx, Command::Improve(Improve::Combine(few)));
    run(&mut h, Command::Improve(Improve::Look(Look::Together)));
    h
}

#[test]
fn arrows_walk_the_front_and_enter_makes_the_variant() {
    for lang in Lang::ALL {
        let mut h = together(lang, false);
        let before = h.state().session().project().as_ref().clone();
        let chart = ImproveMsg::ChartName.text(lang);
        let named = |label: &str| label.starts_with(chart);
        let first = tab_to(&mut h, named);
        press(&mut h, Key::ArrowLeft);
        let at = h.state().selection().improving.at;
        assert!(at.is_some(), "{first}");
        let second = focused(&h).unwrap();
        assert_ne!(first, second, "each place of the front is told");
        press(&mut h, Key::Home);
        press(&mut h, Key::Enter);
        let session = h.state().session();
        assert_eq!(h.state().page(), Page::Compare);
        assert_eq!(session.history().count(), 1);
        command(&mut h, Key::Z);
        assert_eq!(*h.state().session().project().as_ref(), before);
    }
}

#[test]
fn the_front_the_few_moves_and_the_smallest_change_are_told_in_words() {
    for (lang, name) in [(Lang::En, "together_en"), (Lang::Zh, "together_zh")] {
        let h = together(lang, false);
        let labels = h.root().children_recursive().filter_map(|node| {
            let node = node.accesskit_node();
            if node.role() == Role::Label {
                node.value()
            } else {
                node.label()
            }
        });
        let labels: Vec<String> = labels.collect();
        let chart = ImproveMsg::ChartName.text(lang);
        let from = labels.iter().position(|label| label.starts_with(chart)).unwrap();
        let fold = ImproveMsg::WhichMoves.text(lang);
        let to = labels.iter().position(|label| label.starts_with(fold)).unwrap();
        insta::assert_snapshot!(name, labels[from..=to].join("\n"));
    }
}

/// True where `message` stands on the page, by the longest of its words between two values.
fn says(h: &Harness<'_, App>, message: ImproveMsg) -> bool {
    let words = message.text(h.state().preferences().lang());
    let between = words.split(['{', '}']).step_by(2);
    let words = between.max_by_key(|words| words.len()).unwrap();
    h.query_all_by_label_contains(words).count() > 0
}

fn until(h: &mut Harness<'_, App>, is_so: impl Fn(&Harness<'_, App>) -> bool) {
    let since = Instant::now();
    while !is_so(h) {
        assert!(since.elapsed() < Duration::from_mins(1));
        h.step();
    }
}

#[test]
fn combinations_come_in_the_background_and_axes_are_chosen() {
    let mut h = together(Lang::Zh, true);
    let done = |h: &Harness<'_, App>| says(h, ImproveMsg::Combined);
    until(&mut h, done);
    let axes = [Axis::MovesCount, Axis::Figure(PathwayFigure::MciQuality)];
    run(&mut h, Command::Improve(Improve::Axes(axes)));
    assert_eq!(h.state().selection().improving.axes, axes);
    assert!(done(&h), "another axis asks for nothing new");
}

#[test]
fn what_is_stopped_says_how_far_it_got_and_goes_on() {
    for lang in Lang::ALL {
        let mut h = together(lang, true);
        // All twelve that help most: there is time to stop.
        let ctx = h.ctx.clone();
        let most = Command::Improve(Improve::Combine(std::collections::BTreeSet::new()));
        h.state_mut().run(&ctx, most);
        let cancel = CommonMsg::Cancel.text(lang);
        until(&mut h, |h| {
            h.query_by_role_and_label(Role::Button, cancel).is_some() || says(h, ImproveMsg::Combined)
        });
        h.state_mut().run(&ctx, Command::Improve(Improve::Stop));
        let again = ImproveMsg::Again.text(lang);
        until(&mut h, |h| {
            h.query_by_role_and_label(Role::Button, again).is_some() || says(h, ImproveMsg::Combined)
        });
        if let Some(button) = h.query_by_role_and_label(Role::Button, again) {
            button.click();
            h.step();
        }
        until(&mut h, |h| says(h, ImproveMsg::Combined));
    }
}

/// The moves that are ticked.
fn ticked(h: &Harness<'_, App>) -> usize {
    let boxes = h.query_all_by_role(Role::CheckBox);
    boxes
        .filter(|node| node.accesskit_node().toggled() == Some(egui::accesskit::Toggled::True))
        .count()
}

#[test]
fn what_stood_before_stays_until_the_new_has_come_and_cannot_be_tried() {
    let lang = Lang::En;
    let mut h = together(lang, true);
    until(&mut h, |h| says(h, ImproveMsg::Combined));
    let chart = |h: &Harness<'_, App>| {
        let name = ImproveMsg::ChartName.text(lang);
        h.query_by_label_contains(name).is_some()
    };
    let ctx = h.ctx.clone();
    h.state_mut().run(&ctx, Command::DuplicateVariant);
    h.step();
    assert!(chart(&h), "the old picture stays");
    until(&mut h, |h| says(h, ImproveMsg::Combined));
    assert!(chart(&h));
}

#[test]
fn a_move_that_is_gone_leaves_the_others_chosen() {
    let mut h = together(Lang::En, false);
    let fold = h.get_by_label_contains(ImproveMsg::WhichMoves.text(Lang::En));
    fold.click();
    h.run();
    assert_eq!(ticked(&h), 4);
    let some = ["sort_finer", "take_back", "zip_easily:gone"].map(str::to_owned);
    run(&mut h, Command::Improve(Improve::Combine(some.into())));
    assert_eq!(ticked(&h), 2);
    // Where none is left those that help most are combined.
    let none = ["zip_easily:gone"].map(str::to_owned);
    run(&mut h, Command::Improve(Improve::Combine(none.into())));
    assert!(ticked(&h) > 2);
}

#[test]
fn a_choice_of_other_moves_lets_go_of_the_place_on_the_front() {
    let mut h = together(Lang::En, false);
    run(&mut h, Command::Improve(Improve::At(1, 0)));
    let few = ["sort_finer", "take_back"].map(str::to_owned).into();
    run(&mut h, Command::Improve(Improve::Combine(few)));
    assert_eq!(h.state().selection().improving.at, None);
}

fn order(combination: Option<Combination>, lang: Lang) -> Order {
    Order {
        subject: Subject::Combination,
        combination,
        ..export::order("school_uniform", "sort_chemical", Layer::Pieces, lang)
    }
}

#[test]
fn combinations_are_written_as_table_and_picture_or_refused() {
    let project = uniform();
    let all = tries(&project, Library::builtin());
    let few: Vec<_> = all
        .into_iter()
        .filter(|one| ["sort_finer", "take_back", "zip_easily:zipper"].contains(&one.id.as_str()))
        .collect();
    assert!(few.len() > 1 && few.len() <= MOST_MOVES);
    let pathways = vec!["sort_chemical".into()];
    let sweep = Sweep::new(&project, Library::builtin(), &few, &pathways).unwrap();
    let points = sweep.evaluate(0..sweep.len());
    let axes = [Axis::MovesCount, Axis::Figure(PathwayFigure::OutflowRecycled)];
    let combination = Combination {
        tries: sweep.tries().to_vec(),
        front: front(&points, axes[0], axes[1]),
        points: Arc::new(points.clone()),
        bands: None,
        done: (sweep.len(), sweep.len()),
        pathways,
        axes,
    };
    for lang in Lang::ALL {
        let of = order(Some(combination.clone()), lang);
        let table = String::from_utf8(bytes(&of, FileFormat::Csv).unwrap()).unwrap();
        assert_eq!(table.lines().count(), 1 + points.len());
        let marked = table.lines().filter(|line| line.contains(",true,")).count();
        assert_eq!(marked, combination.front.len());
        let svg = String::from_utf8(bytes(&of, FileFormat::Svg).unwrap()).unwrap();
        resvg::usvg::Tree::from_str(&svg, &resvg::usvg::Options::default()).unwrap();
        let none = order(None, lang);
        for format in FileFormat::ALL {
            let said = ImproveMsg::NoCombination.text(lang).to_owned();
            assert_eq!(bytes(&none, format), Err(ExportError::Words(said)));
        }
    }
}

#[test]
fn the_window_writes_combinations_that_are_there_and_says_where_there_are_none() {
    let lang = Lang::En;
    let dir = tempfile::tempdir().unwrap();
    let export = Command::Export(Subject::Combination, FileFormat::Csv);
    let mut h = together(lang, false);
    run(&mut h, export.clone());
    let path = dir.path().join("combinations.csv");
    let field = ShellMsg::PathField.text(lang);
    h.get_by_role_and_label(Role::TextInput, field)
        .set_text_value_accesskit(path.to_str().unwrap());
    h.run();
    h.get_by_role_and_label(Role::TextInput, field).focus();
    h.run();
    press(&mut h, Key::Enter);
    until(&mut h, |_| path.exists());
    let words = ImproveMsg::NoCombination.text(lang);
    let mut h = together(lang, true);
    run(&mut h, Command::Improve(Improve::Look(Look::Moves)));
    let ctx = h.ctx.clone();
    // The figures have changed since: what is there is of another garment.
    h.state_mut().run(&ctx, Command::DuplicateVariant);
    run(&mut h, export);
    assert!(h.query_by_label_contains(words).is_some());
}
