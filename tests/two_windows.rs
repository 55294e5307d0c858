//! Two windows, or a window and another program, on the same files: nothing is written over unasked, nothing is lost.

use crate::support::said::Queryable;
use crate::support::window::{command, options, press, window_over};
use egui::Key;
use egui::accesskit::Role;
use egui_kittest::Harness;
use reloom::app::files::{self, FIRST_EXAMPLE, example, open};
use reloom::app::preferences::Preferences;
use reloom::app::{App, Options};
use reloom::edit::{Edit, ProductEdit};
use reloom::model::{Estimate, Override};
use reloom::quantity::Pieces;
use reloom::session::Session;
use reloom::store::{Expected, Folders, RecoverySlot, Stamp};
use reloom::text::Lang;
use std::path::{Path, PathBuf};

fn window(session: Session, folder: &Path) -> Harness<'static, App> {
    let options = Options {
        folders: Some(Folders::inside(&folder.join("program"))),
        ..options(session, Preferences::in_language(Lang::En))
    };
    window_over(options, [1280.0, 720.0])
}

/// A project with this many pieces a year.
fn session(pieces: f64) -> Session {
    let mut session = example(FIRST_EXAMPLE).unwrap().session;
    let edit = Edit::Product(ProductEdit::SetVolume(Pieces::new(pieces).unwrap()));
    session.apply(&edit, false, 0.0).unwrap();
    session
}

fn write(path: &Path, pieces: f64) -> Stamp {
    let session = session(pieces);
    files::save(path, session.project(), session.assessment(), Expected::Anything).unwrap()
}

fn pieces_in(path: &Path) -> f64 {
    open(path)
        .unwrap()
        .session
        .project()
        .product
        .pieces_per_year
        .get()
}

fn pieces(h: &Harness<'_, App>) -> f64 {
    h.state().session().project().product.pieces_per_year.get()
}

fn share(h: &Harness<'_, App>) -> f64 {
    h.state().session().project().product.parts[0].fibres[0]
        .share
        .get()
}

fn drag(h: &mut Harness<'_, App>, percent: f64) {
    h.get_by_role_and_label(Role::Slider, "polyester")
        .set_value_accesskit(percent);
    h.run_steps(6);
}

fn push(h: &mut Harness<'_, App>, button: &str) {
    h.get_by_role_and_label(Role::Button, button).click();
    h.run_steps(6);
}

fn says(h: &Harness<'_, App>, title: &str) -> bool {
    h.query_by_role_and_label(Role::Dialog, title).is_some()
}

fn names(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).unwrap();
    let mut names: Vec<String> = entries
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .filter(|name| name != "program")
        .collect();
    names.sort();
    names
}

const TITLE: &str = "校服 外套.reloom was written by somebody else";
const ELSEWHERE: &str = "校服 外套.reloom is open in another window";

fn folder() -> (tempfile::TempDir, PathBuf) {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("校服 外套.reloom");
    (dir, file)
}

#[test]
fn a_second_window_says_so_and_only_looks() {
    let (dir, file) = folder();
    write(&file, 1000.0);
    let first = window(open(&file).unwrap().session, dir.path());
    assert!(!says(&first, ELSEWHERE));
    let mut second = window(open(&file).unwrap().session, dir.path());
    assert!(says(&second, ELSEWHERE));
    push(&mut second, "Look only");
    let before = share(&second);
    drag(&mut second, 80.0);
    assert!((share(&second) - before).abs() < 1e-12, "nothing changes");
    command(&mut second, Key::S);
    assert!(second.state().session().is_look_only());
    drop(first);
    let third = window(open(&file).unwrap().session, dir.path());
    assert!(says(&third, ELSEWHERE), "the second still has it open");
    drop((second, third));
    let fourth = window(open(&file).unwrap().session, dir.path());
    assert!(!says(&fourth, ELSEWHERE));
}

#[test]
fn who_saves_second_is_asked_and_both_are_kept() {
    let (dir, file) = folder();
    write(&file, 1000.0);
    let mut first = window(open(&file).unwrap().session, dir.path());
    let mut second = window(open(&file).unwrap().session, dir.path());
    push(&mut second, "Edit here too");
    drag(&mut first, 70.0);
    drag(&mut second, 80.0);
    command(&mut first, Key::S);
    assert!(!first.state().session().is_changed());

    command(&mut second, Key::S);
    assert!(says(&second, TITLE));
    press(&mut second, Key::Escape);
    assert!(
        second.state().session().is_changed(),
        "leaving the question writes nothing"
    );
    command(&mut second, Key::S);
    push(&mut second, "Keep mine");
    assert!(!second.state().session().is_changed());
    let found = names(dir.path());
    let copy = found
        .iter()
        .find(|name| name.contains("(20"))
        .expect("the dated copy");
    let share_in = |path: &Path| {
        open(path).unwrap().session.project().product.parts[0].fibres[0]
            .share
            .get()
    };
    assert!((share_in(&dir.path().join(copy)) - 0.7).abs() < 1e-9);
    assert!((share_in(&file) - 0.8).abs() < 1e-9);

    // The first is asked in turn, takes theirs, and can take that back.
    drag(&mut first, 75.0);
    command(&mut first, Key::S);
    assert!(says(&first, TITLE));
    push(&mut first, "Open theirs");
    assert!((share(&first) - 0.8).abs() < 1e-9);
    assert!(!first.state().session().is_changed());
    command(&mut first, Key::Z);
    assert!(
        (share(&first) - 0.75).abs() < 1e-9,
        "the own work is one undo away"
    );
}

#[test]
fn another_program_is_no_different_and_a_copy_can_be_saved() {
    let (dir, file) = folder();
    write(&file, 1000.0);
    let mut h = window(open(&file).unwrap().session, dir.path());
    drag(&mut h, 80.0);
    std::fs::write(&file, "half a text of another program").unwrap();
    command(&mut h, Key::S);
    assert!(says(&h, TITLE));
    push(&mut h, "Save as a copy…");
    assert!(says(&h, "Save as"));
    press(&mut h, Key::Escape);
    command(&mut h, Key::S);
    push(&mut h, "Open theirs");
    assert!(
        (share(&h) - 0.8).abs() < 1e-9,
        "what cannot be read replaces nothing"
    );
    command(&mut h, Key::S);
    push(&mut h, "Keep mine");
    assert!(!h.state().session().is_changed());
    let copy = names(dir.path())
        .into_iter()
        .find(|name| name.contains("(20"))
        .unwrap();
    let theirs = std::fs::read_to_string(dir.path().join(copy)).unwrap();
    assert_eq!(theirs, "half a text of another program");
}

#[test]
fn a_file_that_was_only_touched_or_removed_is_saved_without_a_question() {
    let (dir, file) = folder();
    write(&file, 1000.0);
    let mut h = window(open(&file).unwrap().session, dir.path());
    let touched = std::fs::File::options().write(true).open(&file).unwrap();
    touched.set_modified(std::time::SystemTime::now()).unwrap();
    drag(&mut h, 80.0);
    command(&mut h, Key::S);
    assert!(!says(&h, TITLE) && !h.state().session().is_changed());
    std::fs::remove_file(&file).unwrap();
    drag(&mut h, 81.0);
    command(&mut h, Key::S);
    assert!(!h.state().session().is_changed() && file.is_file());
}

#[test]
fn a_factor_set_that_somebody_wrote_is_not_written_over() {
    let (dir, _) = folder();
    let set = dir.path().join("柯桥.factors.ron");
    let own = |value: f64| {
        let mut project = example(FIRST_EXAMPLE).unwrap().session.project().as_ref().clone();
        let figure = Estimate::exact(value);
        let note = "time study".to_owned();
        project
            .overrides
            .insert("work.sewing.CN".into(), Override { figure, note });
        project
    };
    let save = |value: f64, expected| files::save_set(&set, &own(value), "", expected);
    let first = save(300.0, Expected::Unknown).unwrap();
    let theirs = save(310.0, Expected::Only(first)).unwrap();
    assert!(save(320.0, Expected::Only(first)).is_err(), "theirs stays");
    assert!(files::open_set(&set).unwrap().1.is_same(&theirs));
    let (_, copy) = files::save_set_beside(&set, &own(320.0), "").unwrap();
    let value = |path: &Path| {
        files::open_set(path).unwrap().0.figures["work.sewing.CN"]
            .figure
            .value
    };
    assert!((value(&copy) - 310.0).abs() < 1e-9 && (value(&set) - 320.0).abs() < 1e-9);
}

/// Leaves work of `pieces` as a program does that is killed.
fn leave(folder: &Path, original: Option<&Path>, stamp: Option<Stamp>, pieces: f64) -> PathBuf {
    let recovery = Folders::inside(&folder.join("program")).recovery;
    let slot = RecoverySlot::take(&recovery).unwrap();
    let session = session(pieces);
    let text = files::text_of(session.project(), Some(session.assessment())).unwrap();
    slot.write(original, stamp, &text).unwrap();
    recovery
}

#[test]
fn all_work_that_was_left_is_offered_with_file_and_time_and_what_is_broken_is_said() {
    let (dir, file) = folder();
    let stamp = write(&file, 1000.0);
    leave(dir.path(), Some(&file), Some(stamp), 1111.0);
    let recovery = leave(dir.path(), None, None, 2222.0);
    std::fs::write(recovery.join("slot-3.recovery"), b"\xff\xfe").unwrap();
    std::fs::write(recovery.join("slot-4.recovery"), "None\nno project").unwrap();
    let newer = std::fs::File::options()
        .write(true)
        .open(recovery.join("slot-1.recovery"))
        .unwrap();
    newer
        .set_modified(std::time::SystemTime::now() + std::time::Duration::from_mins(1))
        .unwrap();

    let mut h = window(example(FIRST_EXAMPLE).unwrap().session, dir.path());
    let words = |h: &Harness<'_, App>, part: &str| h.query_all_by_label_contains(part).count() > 0;
    assert!(words(&h, "校服 外套.reloom") && words(&h, "Time: 20"));
    assert!(words(&h, "slot-3.recovery") && words(&h, "slot-4.recovery"));
    push(&mut h, "Continue with it");
    assert!((pieces(&h) - 1111.0).abs() < 1e-9);
    // The second is offered too; the first is asked about before it goes.
    assert!(words(&h, "never saved"));
    push(&mut h, "Continue with it");
    press(&mut h, Key::Enter);
    assert!((pieces_in(&file) - 1111.0).abs() < 1e-9);
    assert!((pieces(&h) - 2222.0).abs() < 1e-9);
    drop(h);
    let h = window(example(FIRST_EXAMPLE).unwrap().session, dir.path());
    assert!(
        words(&h, "never saved"),
        "unsaved work stays until it is saved or given up"
    );
}

#[test]
fn recovered_work_does_not_go_over_what_was_saved_since() {
    let (dir, file) = folder();
    let stamp = write(&file, 1000.0);
    leave(dir.path(), Some(&file), Some(stamp), 1111.0);
    write(&file, 3333.0);
    let mut h = window(example(FIRST_EXAMPLE).unwrap().session, dir.path());
    push(&mut h, "Continue with it");
    command(&mut h, Key::S);
    assert!(says(&h, TITLE));
    assert!((pieces_in(&file) - 3333.0).abs() < 1e-9);
}

#[cfg(unix)]
#[test]
fn a_name_that_is_no_unicode_opens_and_saves() {
    use std::os::unix::ffi::OsStrExt;
    let (dir, _) = folder();
    let file = dir
        .path()
        .join(std::ffi::OsStr::from_bytes(b"jacket-\xff.reloom"));
    write(&file, 1000.0);
    let opened = files::open(&file).unwrap();
    let mut h = window(opened.session, dir.path());
    drag(&mut h, 80.0);
    command(&mut h, Key::S);
    assert!(!h.state().session().is_changed());
    assert_eq!(h.state().session().file(), Some(file.as_path()));
    let mut again = open(&file).unwrap().session;
    assert!((again.project().product.parts[0].fibres[0].share.get() - 0.8).abs() < 1e-9);
    again.end_gesture();
}
