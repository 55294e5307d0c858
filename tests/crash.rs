//! The program is really killed: what was unsaved is offered again, and a file is the old one or the new one, never half.
//!
//! The program that dies is this test itself, started once more with a folder to work in.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails loudly")]

#[allow(dead_code, reason = "only the builder is used here")]
#[path = "support/window.rs"]
mod desk;

use egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use reloom::app::files::{FIRST_EXAMPLE, example, open};
use reloom::app::preferences::Preferences;
use reloom::app::{App, Options};
use reloom::session::Session;
use reloom::store::{self, Expected, Folders};
use reloom::text::Lang;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// Says in which folder the process that dies is to work.
const FOLDER: &str = "RELOOM_CRASH_FOLDER";
/// Longest that anything may take.
const PATIENCE: Duration = Duration::from_mins(2);

fn window(session: Session, folder: &Path) -> Harness<'static, App> {
    let options = Options {
        folders: Some(Folders::inside(folder)),
        ..desk::options(session, Preferences::in_language(Lang::En))
    };
    let mut h = desk::builder([1280.0, 720.0]).build_eframe(|cc| App::new(cc, options));
    h.step();
    h
}

/// The first share of the first part.
fn share(h: &Harness<'_, App>) -> f64 {
    let parts = &h.state().session().project().product.parts;
    parts[0].fibres[0].share.get()
}

fn start(test: &str, folder: &Path) -> Child {
    Command::new(std::env::current_exe().unwrap())
        .args([test, "--exact"])
        .env(FOLDER, folder)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

/// Where the process that dies works; none in an ordinary run of the tests.
fn given_folder() -> Option<PathBuf> {
    std::env::var_os(FOLDER).map(PathBuf::from)
}

fn wait_for(what: impl Fn() -> bool) {
    let start = Instant::now();
    while !what() {
        assert!(start.elapsed() < PATIENCE, "it never came");
        std::thread::sleep(Duration::from_millis(5));
    }
}

fn kill(mut child: Child) {
    child.kill().unwrap();
    child.wait().unwrap();
}

#[test]
fn a_window_that_is_killed() {
    let Some(folder) = given_folder() else { return };
    let session = open(&folder.join("校服 外套.reloom")).unwrap().session;
    let mut h = window(session, &folder);
    h.get_by_role_and_label(Role::Slider, "polyester")
        .set_value_accesskit(80.0);
    let start = Instant::now();
    while start.elapsed() < PATIENCE {
        h.step();
        std::thread::sleep(Duration::from_millis(5));
    }
}

#[test]
fn unsaved_work_is_offered_after_a_kill() {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("校服 外套.reloom");
    let session = example(FIRST_EXAMPLE).unwrap().session;
    let (project, figures) = (session.project(), session.assessment());
    reloom::app::files::save(&file, project, figures, Expected::Unknown).unwrap();
    let saved = std::fs::read(&file).unwrap();

    let child = start("a_window_that_is_killed", dir.path());
    let kept = Folders::inside(dir.path()).recovery.join("slot-1.recovery");
    wait_for(|| kept.is_file());
    kill(child);
    assert_eq!(std::fs::read(&file).unwrap(), saved, "the file is untouched");

    let mut h = window(session, dir.path());
    h.get_by_role_and_label(Role::Dialog, "Reloom ended unexpectedly");
    assert!((share(&h) - 0.65).abs() < 1e-9);
    h.get_by_role_and_label(Role::Button, "Continue with it").click();
    h.run_steps(4);
    assert!((share(&h) - 0.8).abs() < 1e-9, "the last change is there");
    assert!(h.state().session().is_changed(), "and still to be saved");
    assert_eq!(h.state().session().file(), Some(file.as_path()));
    assert!(!kept.is_file(), "the old place is empty");
    let own = Folders::inside(dir.path()).recovery.join("slot-2.recovery");
    assert!(own.is_file(), "for this window keeps it now");
}

/// Two contents of the same file, large enough that a write takes a while.
fn contents() -> [String; 2] {
    ["old ", "new "].map(|word| word.repeat(500_000))
}

#[test]
fn a_process_that_saves_without_end() {
    let Some(folder) = given_folder() else { return };
    let start = Instant::now();
    let contents = contents();
    for text in contents.iter().cycle() {
        if start.elapsed() > PATIENCE {
            return;
        }
        store::save(&folder.join("a.reloom"), text, Expected::Anything, |_| Ok(())).unwrap();
    }
}

#[test]
fn a_file_is_never_half_written() {
    let contents = contents();
    let is_whole = |path: &Path| {
        let found = std::fs::read(path).unwrap();
        contents.iter().any(|text| text.as_bytes() == found)
    };
    for round in 0..12_u64 {
        let dir = tempfile::tempdir().unwrap();
        let file = dir.path().join("a.reloom");
        let child = start("a_process_that_saves_without_end", dir.path());
        wait_for(|| store::backup_path(&file).is_file());
        std::thread::sleep(Duration::from_millis(round * 7 % 60));
        kill(child);
        assert!(is_whole(&file), "round {round}");
        assert!(is_whole(&store::backup_path(&file)), "round {round}");
        store::sweep(std::slice::from_ref(&file));
        let left = std::fs::read_dir(dir.path()).unwrap().count();
        assert_eq!(left, 2, "round {round}: nothing half written stays");
    }
}
