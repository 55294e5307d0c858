//! A project that takes longer to open than a frame has is read and reckoned in the background: what is in front stays with
//! its own figures until the other is there with its own; Escape, another opening and a change call it off.

use crate::support::huge;
use crate::support::window::{builder, options, press, window_over};

use egui::Key;
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use reloom::app::files::{FIRST_EXAMPLE, example, text_of};
use reloom::app::preferences::Preferences;
use reloom::app::{App, Asked, Front, Options};
use reloom::model::Project;
use reloom::store::{Folders, RecoverySlot};
use reloom::text::{Lang, ShellMsg};
use reloom::ui::view::Command;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

const LONG: Duration = Duration::from_mins(2);

fn window(lang: Lang, patience: Duration) -> Harness<'static, App> {
    let session = example(FIRST_EXAMPLE).unwrap().session;
    let mut options = options(session, Preferences::in_language(lang));
    options.patience = Some(patience);
    window_over(options, [1280.0, 720.0])
}

fn file(folder: &Path, name: &str, project: &Project) -> PathBuf {
    let path = folder.join(name);
    std::fs::write(&path, text_of(project, None).unwrap()).unwrap();
    path
}

fn run(h: &mut Harness<'_, App>, command: Command) {
    let ctx = h.ctx.clone();
    h.state_mut().run(&ctx, command);
    // What lies over the pages finds its size in the first frame and is there in the second.
    h.step();
    h.step();
}

fn says(h: &Harness<'_, App>, words: &str) -> bool {
    h.query_by_label(words).is_some()
}

fn opening(name: &str, lang: Lang) -> String {
    ShellMsg::Opening.with(lang, &[("name", name)])
}

/// Steps until the project in front has `id`.
fn until_open(h: &mut Harness<'_, App>, id: &str) {
    let since = Instant::now();
    while h.state().session().project().id != id {
        assert!(since.elapsed() < LONG);
        h.step();
    }
}

fn huge_of(id: &str) -> Project {
    Project {
        id: id.to_owned(),
        ..huge::project()
    }
}

#[test]
fn what_is_in_front_stays_until_the_other_is_there_with_its_figures() {
    for lang in Lang::ALL {
        let dir = tempfile::tempdir().unwrap();
        let path = file(dir.path(), "a.reloom", &huge_of("huge"));
        let mut h = window(lang, Duration::ZERO);
        let before = h.state().session().assessment().numbers.clone();
        run(&mut h, Command::OpenPath(path.clone()));
        assert!(says(&h, &opening("a.reloom", lang)));
        assert_eq!(h.state().session().project().id, FIRST_EXAMPLE);
        assert_eq!(h.state().session().assessment().numbers, before);
        until_open(&mut h, "huge");
        h.step();
        assert!(!says(&h, &opening("a.reloom", lang)));
        let session = h.state().session();
        assert!(!session.is_working() && !session.is_changed());
        assert_eq!(session.assessment().pathways.len(), huge::PATHWAYS);
        assert_eq!(session.file(), Some(path.as_path()));
    }
}

#[test]
fn escape_calls_it_off_and_another_opening_takes_its_place() {
    let dir = tempfile::tempdir().unwrap();
    let first = file(dir.path(), "a.reloom", &huge_of("first"));
    let second = file(dir.path(), "b.reloom", &huge_of("second"));
    let mut h = window(Lang::En, Duration::ZERO);
    run(&mut h, Command::OpenPath(first.clone()));
    assert!(says(&h, &opening("a.reloom", Lang::En)));
    press(&mut h, Key::Escape);
    assert!(!says(&h, &opening("a.reloom", Lang::En)));
    assert!(says(&h, "a.reloom was not opened"));

    run(&mut h, Command::OpenPath(first));
    run(&mut h, Command::OpenPath(second));
    assert!(says(&h, &opening("b.reloom", Lang::En)));
    let since = Instant::now();
    while h.state().session().project().id != "second" {
        assert_ne!(h.state().session().project().id, "first");
        assert!(since.elapsed() < LONG);
        h.step();
    }
}

#[test]
fn a_change_of_what_is_in_front_calls_it_off_so_that_nothing_is_lost() {
    let dir = tempfile::tempdir().unwrap();
    let path = file(dir.path(), "a.reloom", &huge_of("huge"));
    let mut h = window(Lang::En, Duration::ZERO);
    run(&mut h, Command::OpenPath(path));
    run(&mut h, Command::DuplicateVariant);
    h.step();
    assert!(!says(&h, &opening("a.reloom", Lang::En)));
    let words = ShellMsg::OpeningDropped.with(Lang::En, &[("name", "a.reloom")]);
    assert!(says(&h, &words));
    let session = h.state().session();
    assert_eq!(session.project().id, FIRST_EXAMPLE);
    assert!(session.is_changed());
}

#[test]
fn what_cannot_be_opened_is_told_and_what_is_in_front_stays() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("a.reloom");
    std::fs::write(&path, "no project").unwrap();
    let told = reloom::app::files::open(&path).unwrap_err().text(Lang::Zh);
    let mut h = window(Lang::Zh, Duration::ZERO);
    run(&mut h, Command::OpenPath(path));
    let since = Instant::now();
    while !says(&h, &told) {
        assert!(since.elapsed() < LONG);
        h.step();
    }
    assert_eq!(h.state().session().project().id, FIRST_EXAMPLE);
}

#[test]
fn a_project_made_here_goes_the_same_way_and_a_small_one_is_there_at_once() {
    let mut h = window(Lang::En, Duration::ZERO);
    run(&mut h, Command::StartLabel);
    run(&mut h, Command::OpenNew(Box::new(huge_of("new"))));
    assert_eq!(h.state().front(), Some(Front::Label));
    until_open(&mut h, "new");
    assert!(h.state().session().is_changed() && h.state().front().is_none());

    let mut h = window(Lang::En, LONG);
    let ctx = h.ctx.clone();
    h.state_mut().run(&ctx, Command::OpenPreset("tshirt".to_owned()));
    assert_eq!(h.state().session().project().id, "tshirt");
}

#[test]
fn the_file_that_the_program_is_started_with_is_reckoned_once_the_window_stands() {
    let dir = tempfile::tempdir().unwrap();
    let huge = file(dir.path(), "a.reloom", &huge_of("huge"));
    let small = file(dir.path(), "b.reloom", &tshirt());
    let start = |path: &Path, patience| {
        let session = example(FIRST_EXAMPLE).unwrap().session;
        let options = Options {
            file: Some(Asked::read(path).unwrap()),
            start: true,
            patience: Some(patience),
            ..options(session, Preferences::in_language(Lang::En))
        };
        builder([1280.0, 720.0]).build_eframe(|cc| App::new(cc, options))
    };
    let mut h = start(&huge, Duration::ZERO);
    h.step();
    h.step();
    assert_eq!(h.state().front(), Some(Front::Start));
    assert!(says(&h, &opening("a.reloom", Lang::En)));
    until_open(&mut h, "huge");
    assert!(h.state().front().is_none() && !h.state().session().is_working());
    let recent = h.state().preferences().recent.paths().to_vec();
    assert_eq!(recent, [huge]);

    let h = start(&small, LONG);
    assert_eq!(h.state().session().project().id, "tshirt");
    assert!(h.state().front().is_none() && !h.state().session().is_changed());
}

fn tshirt() -> Project {
    example("tshirt").unwrap().session.project().as_ref().clone()
}

#[test]
fn what_somebody_else_wrote_is_read_in_the_background_and_can_be_taken_back() {
    let dir = tempfile::tempdir().unwrap();
    let path = file(dir.path(), "a.reloom", &tshirt());
    let session = reloom::app::files::open(&path).unwrap().session;
    let mut options = options(session, Preferences::in_language(Lang::En));
    options.patience = Some(Duration::ZERO);
    let mut h = window_over(options, [1280.0, 720.0]);
    file(dir.path(), "a.reloom", &huge_of("theirs"));
    run(&mut h, Command::DuplicateVariant);
    let since = Instant::now();
    while h.state().session().is_working() {
        assert!(since.elapsed() < LONG);
        h.step();
    }
    run(&mut h, Command::Save);
    h.get_by_label("Open theirs").click();
    until_open(&mut h, "theirs");
    assert!(!h.state().session().is_changed());
    run(&mut h, Command::Undo);
    assert_eq!(h.state().session().project().id, "tshirt");
}

#[test]
fn work_that_was_left_is_read_in_the_background_and_then_offered() {
    let dir = tempfile::tempdir().unwrap();
    let folders = Folders::inside(dir.path());
    let slot = RecoverySlot::take(&folders.recovery).unwrap();
    let text = text_of(&huge_of("left"), None).unwrap();
    slot.write(None, None, &text).unwrap();
    drop(slot);
    let options = Options {
        folders: Some(folders),
        patience: Some(Duration::ZERO),
        ..options(
            example(FIRST_EXAMPLE).unwrap().session,
            Preferences::in_language(Lang::En),
        )
    };
    let mut h = builder([1280.0, 720.0]).build_eframe(|cc| App::new(cc, options));
    let recover = ShellMsg::Recover.text(Lang::En);
    let since = Instant::now();
    while !says(&h, recover) {
        assert!(since.elapsed() < LONG);
        h.step();
    }
    h.get_by_label(recover).click();
    until_open(&mut h, "left");
}
