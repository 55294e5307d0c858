//! Figures that take longer than a frame has are reckoned in the background: the last ones stay, dimmed, and an edit in
//! between takes their place.

use crate::support::window::{command, options, window_over};
use crate::support::{builder, huge};

use crate::support::said::Queryable;
use egui::Key;
use egui_kittest::Harness;
use reloom::app::App;
use reloom::app::files::example;
use reloom::app::pages::PAGES;
use reloom::app::preferences::Preferences;
use reloom::assess::{Assessment, assess};
use reloom::data::Library;
use reloom::edit::{Edit, ProductEdit};
use reloom::explain::fit::blockers;
use reloom::explain::{FigureId, PathwayFigure, matter};
use reloom::model::{PathwayId, Project};
use reloom::presets;
use reloom::quantity::Pieces;
use reloom::session::{Background, Session};
use reloom::text::{CommonMsg, Lang, LibraryMsg, ShellMsg};
use reloom::ui::theme::{Theme, ThemeKind};
use reloom::ui::view::{Aspect, Command, Out, Page, Selection, View};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

const LONG: Duration = Duration::from_mins(2);

/// A session over the huge product that waits for no figures, and what wakes the window.
fn session(patience: Duration) -> (Session, Receiver<()>) {
    let (woken, wakes) = channel();
    let background = Background::start(patience, move || woken.send(()).unwrap_or_default());
    let session = Session::new(huge::project(), None).in_background(background);
    (session, wakes)
}

fn pieces(count: f64) -> Edit {
    Edit::Product(ProductEdit::SetVolume(Pieces::new(count).unwrap()))
}

/// Waits until the figures are those of the project.
fn settle(session: &mut Session, wakes: &Receiver<()>) {
    while session.is_working() {
        wakes.recv_timeout(LONG).unwrap();
        session.take_figures(9.0);
    }
}

#[test]
fn an_edit_gives_back_at_once_and_its_figures_come_later() {
    let (mut session, wakes) = session(Duration::ZERO);
    let first = Arc::clone(session.assessment());
    assert_eq!(session.apply(&pieces(1111.0), false, 1.0), Ok(true));
    assert!(session.is_working());
    assert!(Arc::ptr_eq(&first, session.assessment()), "the last figures stay");
    assert!(
        session.before(1.0).is_none(),
        "nothing is told of what has not come"
    );

    settle(&mut session, &wakes);
    assert!(!Arc::ptr_eq(&first, session.assessment()));
    assert!(Arc::ptr_eq(&first, session.before(9.0).unwrap()));
    let here = assess(session.project(), session.library());
    assert_eq!(
        session.assessment().numbers,
        here.numbers,
        "the same digits as here"
    );
}

#[test]
fn a_newer_edit_takes_the_place_of_what_is_not_begun_and_undo_needs_nothing_new() {
    let (mut session, wakes) = session(Duration::ZERO);
    let first = Arc::clone(session.assessment());
    for count in [1111.0, 2222.0, 3333.0, 4444.0] {
        session.apply(&pieces(count), false, 1.0).unwrap();
    }
    let mut shown = 0;
    while session.is_working() {
        wakes.recv_timeout(LONG).unwrap();
        shown += usize::from(session.take_figures(2.0));
    }
    assert!((1..=2).contains(&shown), "{shown} of 4 edits were reckoned");
    let per_year = |assessment: &Assessment| assessment.engine.pieces_per_year;
    assert!((per_year(session.assessment()) - 4444.0).abs() < 1e-9);

    session.jump(0, 3.0);
    assert!(session.is_working());
    session.redo(3.0);
    session.undo(3.0);
    settle(&mut session, &wakes);
    assert_eq!(session.assessment().numbers, first.numbers);

    let held = Arc::clone(session.assessment());
    session.apply(&pieces(5555.0), false, 4.0).unwrap();
    session.undo(4.0);
    assert!(
        !session.is_working(),
        "the figures shown are those of the step gone back to"
    );
    assert!(Arc::ptr_eq(&held, session.assessment()));
    wakes.recv_timeout(LONG).unwrap();
    session.take_figures(5.0);
    assert!(
        Arc::ptr_eq(&held, session.assessment()),
        "what came late is let go"
    );
}

#[test]
fn what_an_older_project_asked_for_is_never_shown_with_a_newer_one() {
    let (mut session, wakes) = session(Duration::ZERO);
    session.apply(&pieces(1111.0), false, 1.0).unwrap();
    let background = session.take_background();
    let mut next = example("tshirt").unwrap().session.in_background(background);
    let own = Arc::clone(next.assessment());
    wakes.recv_timeout(LONG).unwrap();
    assert!(!next.take_figures(2.0));
    assert!(Arc::ptr_eq(&own, next.assessment()));
}

#[test]
fn a_frame_that_may_wait_long_enough_shows_new_figures_at_once() {
    let (mut session, _) = session(LONG);
    let first = Arc::clone(session.assessment());
    session.apply(&pieces(1111.0), false, 1.0).unwrap();
    assert!(!session.is_working());
    assert!(Arc::ptr_eq(&first, session.before(1.0).unwrap()));
}

#[test]
fn what_a_page_shows_beside_the_figures_comes_later_too_and_belongs_to_them() {
    let uniform = presets::get("school_uniform").unwrap().project().unwrap();
    let (woken, wakes) = channel();
    let background = Background::start(Duration::ZERO, move || woken.send(()).unwrap_or_default());
    let mut session = Session::new(uniform.clone(), None).in_background(background);
    assert!(session.matter().is_none() && session.blockers().is_none());
    let mut both = (None, None);
    while both.0.is_none() || both.1.is_none() {
        wakes.recv_timeout(LONG).unwrap();
        both = (session.matter(), session.blockers());
    }
    let here = assess(&uniform, Library::builtin());
    assert_eq!(*both.0.unwrap(), matter(&here));
    assert_eq!(*both.1.unwrap(), blockers(&uniform, Library::builtin(), &here));

    session.apply(&pieces(1111.0), false, 1.0).unwrap();
    assert!(
        session.is_working() && session.matter().is_some(),
        "with the last figures stays what belongs to them"
    );
    settle(&mut session, &wakes);
    assert!(session.matter().is_none(), "of older figures nothing is shown");
}

#[test]
fn pages_say_in_both_languages_what_is_being_worked_out() {
    for lang in Lang::ALL {
        let session = example("school_uniform").unwrap().session;
        let id = session.project().pathways[1].id.clone();
        let mut options = options(session, Preferences::in_language(lang));
        options.patience = Some(Duration::ZERO);
        let mut h = window_over(options, [1280.0, 720.0]);
        let pending = CommonMsg::BeingWorkedOut.text(lang);
        let figure = FigureId::Pathway(id, PathwayFigure::Mci);
        let asked: [(&[Command], &str); 3] = [
            (&[Command::ShowAspect(Aspect::Hints)], pending),
            (
                &[Command::Show(Page::Library)],
                LibraryMsg::CountsWorking.text(lang),
            ),
            (
                &[Command::Show(Page::Compare), Command::OpenFigure(Some(figure))],
                pending,
            ),
        ];
        for (commands, words) in asked {
            let ctx = h.ctx.clone();
            for command in commands {
                h.state_mut().run(&ctx, command.clone());
            }
            h.step();
            assert!(h.query_all_by_label(words).count() > 0, "{words}");
            let since = std::time::Instant::now();
            while h.query_all_by_label(words).count() > 0 {
                assert!(since.elapsed() < LONG);
                h.step();
            }
            h.step();
            assert!(!says_working(&h, lang));
        }
    }
}

fn says_working(h: &Harness<'_, App>, lang: Lang) -> bool {
    h.query_by_label(ShellMsg::Working.text(lang)).is_some()
}

#[test]
fn the_window_stays_at_hand_and_says_that_figures_are_being_worked_out() {
    for lang in Lang::ALL {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("a.reloom");
        let mut session = Session::new(huge::project(), None);
        session.mark_saved(path.clone(), None);
        let mut options = options(session, Preferences::in_language(lang));
        options.patience = Some(Duration::ZERO);
        let mut h = window_over(options, [1280.0, 720.0]);
        assert!(!says_working(&h, lang));
        let first = Arc::clone(h.state().session().assessment());
        h.key_press_modifiers(egui::Modifiers::COMMAND, Key::J);
        h.step();
        assert!(says_working(&h, lang));
        // A file is never written with older figures: it is written when the new ones have come.
        h.key_press_modifiers(egui::Modifiers::COMMAND, Key::S);
        let since = std::time::Instant::now();
        while h.state().session().is_working() {
            assert!(Arc::ptr_eq(&first, h.state().session().assessment()));
            assert!(!path.exists());
            assert!(since.elapsed() < LONG);
            h.step();
        }
        h.run();
        assert!(!says_working(&h, lang));
        assert!(path.exists());
        assert!(!h.state().session().is_changed());
        command(&mut h, Key::Z);
    }
}

/// Draws every page of `project` with the figures of another.
fn draw_all(project: &Project, assessment: &Assessment, lang: Lang) {
    let theme = Theme::load(ThemeKind::Light);
    let ids: Vec<PathwayId> = project
        .pathways
        .iter()
        .map(|pathway| pathway.id.clone())
        .collect();
    let theirs = assessment.pathways.iter().map(|figures| figures.id.clone());
    for id in ids.into_iter().take(1).chain(theirs.take(1)) {
        let pathway = project.pathway(&id);
        let stages = pathway.map_or_else(Vec::new, |pathway| pathway.stages.clone());
        let stage = stages.get(1).map(|stage| stage.id.clone());
        for (row, aspect, opened) in PAGES.iter().flat_map(|row| {
            let aspects = Aspect::ALL
                .iter()
                .take(if row.page == Page::Product { 4 } else { 1 });
            aspects.flat_map(move |aspect| [(row, *aspect, false), (row, *aspect, true)])
        }) {
            let selection = Selection {
                part: project.product.parts.first().map(|part| part.id.clone()),
                pathway: Some(id.clone()),
                stage: stage.clone(),
                aspect,
                figure: opened.then(|| FigureId::Pathway(id.clone(), PathwayFigure::Mci)),
                ..Selection::default()
            };
            let mut h = builder(ThemeKind::Light, 1280.0, 720.0).build_ui(|ui| {
                let view = View {
                    working: true,
                    ranges: true,
                    relative: opened,
                    ..View::still((project, assessment), (lang, &theme), (&selection, row.page))
                };
                let mut out = Out::default();
                (row.list)(ui, &view, &mut out);
                (row.inspector)(ui, &view, &mut out);
                (row.work)(ui, &view, &mut out);
                reloom::ui::panel::scoreboard::show(ui, &view, &mut out);
                reloom::ui::panel::inspector::figure::show(
                    ui,
                    &view,
                    &mut out,
                    &FigureId::Pathway(id.clone(), PathwayFigure::Net),
                );
            });
            h.step();
        }
    }
}

#[test]
fn every_page_can_be_drawn_with_the_figures_of_another_project() {
    let sample = |id: &str| presets::get(id).unwrap().project().unwrap();
    let uniform = sample("school_uniform");
    let mut turned = uniform.clone();
    turned.pathways.reverse();
    turned.product.parts.reverse();
    turned.product.parts.truncate(2);
    let tshirt = sample("tshirt");
    for (project, other, lang) in [
        (&turned, &uniform, Lang::Zh),
        (&tshirt, &uniform, Lang::En),
        (&uniform, &tshirt, Lang::Zh),
    ] {
        draw_all(project, &assess(other, Library::builtin()), lang);
    }
}

#[test]
fn figures_of_a_turned_project_stand_with_their_own_pathways() {
    let uniform = presets::get("school_uniform").unwrap().project().unwrap();
    let mut turned = uniform.clone();
    turned.pathways.reverse();
    let assessment = assess(&uniform, Library::builtin());
    let theme = Theme::load(ThemeKind::Light);
    let selection = Selection::default();
    let card = |project: &Project, id: &PathwayId| {
        let view = View {
            working: true,
            ..View::still(
                (project, &assessment),
                (Lang::En, &theme),
                (&selection, Page::Compare),
            )
        };
        let at = project
            .pathways
            .iter()
            .position(|pathway| &pathway.id == id)
            .unwrap();
        let card = reloom::ui::panel::card::data::JobCard::of(&view, at).unwrap();
        // Its colour is that of its place in the project; what it says is not.
        let body = card.body.unwrap();
        let blocks = body.lines.iter().flat_map(|line| &line.blocks);
        let said: Vec<String> = blocks
            .flat_map(|block| reloom::report::sheet::plain::words(block, Lang::En))
            .collect();
        format!("{} {} {}", card.name, body.headline, said.join("; "))
    };
    for pathway in &uniform.pathways {
        assert_eq!(card(&uniform, &pathway.id), card(&turned, &pathway.id));
    }
}
