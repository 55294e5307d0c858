//! How soon an edit of a product of 500 parts on 12 pathways is on screen: the edit, its figures, and one frame of each
//! page, all but what the graphics card does.

#![allow(clippy::unwrap_used, reason = "a bench stops at what cannot be")]

#[allow(dead_code, reason = "only the options are used here")]
#[path = "../support/window.rs"]
mod desk;
#[path = "../support/huge.rs"]
mod huge;

use divan::Bencher;
use egui::Key;
use egui_kittest::Harness;
use reloom::app::App;
use reloom::app::preferences::Preferences;
use reloom::assess::assess;
use reloom::data::Library;
use reloom::edit::{Edit, FibreEdit};
use reloom::explain::advice::Far;
use reloom::job::{DrawJob, FULL, QUICK};
use reloom::model::VariantNo;
use reloom::quantity::Share;
use reloom::session::Session;
use reloom::text::Lang;
use reloom::ui::improving::{Improve, Look};
use reloom::ui::view::Command;
use std::cell::{Cell, RefCell};
use std::sync::Arc;
use std::sync::mpsc::channel;
use std::time::Duration;

fn main() {
    divan::main();
}

/// The edit of one drag: a share of the first part, another one each time.
fn edit(turn: u32) -> Edit {
    let share = Share::new(f64::from(turn % 60) / 100.0).unwrap();
    Edit::fibre(&"part_0".into(), 0, FibreEdit::SetShare(share))
}

#[divan::bench(sample_count = 20)]
fn edit_and_figures(bencher: Bencher<'_, '_>) {
    let mut session = Session::new(huge::project(), None);
    let mut turn = 0;
    bencher.bench_local(|| {
        turn += 1;
        session.apply(&edit(turn), false, 0.0).unwrap()
    });
}

/// A frame of one page with nothing new, as while scrolling.
#[divan::bench(sample_count = 20, args = [Key::Num1, Key::Num2, Key::Num3, Key::Num4])]
fn frame(bencher: Bencher<'_, '_>, page: Key) {
    let mut h = window(page);
    bencher.bench_local(|| h.step());
}

/// A frame of the school uniform's combinations and of its maps while the threads beside are working them out.
#[divan::bench(sample_count = 100, sample_size = 1, args = [Look::Together, Look::HowFar])]
fn frame_beside_a_job(bencher: Bencher<'_, '_>, look: Look) {
    let project = reloom::presets::get("school_uniform").unwrap().project().unwrap();
    let mut options = desk::options(Session::new(project, None), Preferences::in_language(Lang::En));
    options.patience = Some(Duration::from_millis(4));
    let mut h = desk::builder([1920.0, 1080.0]).build_eframe(|cc| App::new(cc, options));
    let ctx = h.ctx.clone();
    h.state_mut().run(&ctx, Command::Improve(Improve::Look(look)));
    // A map whose two levers both decide what gates take, so that every place of it is a product of its own.
    let map = Far {
        lever: Some("fibre:shell.polyester".to_owned()),
        beside: Some("fibre:rib.cotton".to_owned()),
        ..Far::default()
    };
    h.state_mut().run(&ctx, Command::Improve(Improve::Far(map)));
    h.run_steps(3);
    let h = RefCell::new(h);
    let turn = Cell::new(0);
    // The other pathway each time, so that what runs begins anew.
    let begin = || {
        turn.set(turn.get() + 1);
        let pathway = if turn.get() % 2 == 0 {
            "sort_chemical"
        } else {
            "repair_first"
        };
        let mut h = h.borrow_mut();
        h.state_mut()
            .run(&ctx, Command::Improve(Improve::Pathway(pathway.into())));
        h.run_steps(2);
    };
    bencher
        .with_inputs(begin)
        .bench_local_values(|()| h.borrow_mut().step());
}

fn window(page: Key) -> Harness<'static, App> {
    window_waiting(page, None)
}

fn window_waiting(page: Key, patience: Option<Duration>) -> Harness<'static, App> {
    let session = Session::new(huge::project(), None);
    let mut options = desk::options(session, Preferences::in_language(Lang::En));
    options.patience = patience;
    let mut h = desk::builder([1920.0, 1080.0]).build_eframe(|cc| App::new(cc, options));
    h.key_press(page);
    h.run_steps(3);
    h
}

/// From opening until the bands of all figures are there: the first, and those that replace them, with what decides each.
#[divan::bench(sample_count = 10, sample_size = 1, args = ["first", "whole"])]
fn bands(bencher: Bencher<'_, '_>, which: &str) {
    let project = huge::project();
    let assessment = Arc::new(assess(&project, Library::builtin()));
    let wanted = if which == "first" { QUICK } else { FULL };
    bencher.bench_local(|| {
        let (woken, wakes) = channel();
        let job = DrawJob::start(move || woken.send(()).unwrap_or_default()).unwrap();
        job.request(1, vec![(VariantNo::FIRST, Arc::clone(&assessment))], project.seed);
        loop {
            wakes.recv().unwrap();
            let come = job.poll().unwrap();
            if come.iter().all(|variant| variant.bands.draws as u64 >= wanted) {
                break come;
            }
        }
    });
}

/// What an edit costs the thread that draws, as in the window: the frame that takes it, which waits no longer than 4 ms for the
/// figures. They are there before the next edit.
#[divan::bench(sample_count = 20, sample_size = 1, args = [Key::Num1, Key::Num2, Key::Num3, Key::Num4])]
fn frame_of_an_edit(bencher: Bencher<'_, '_>, page: Key) {
    let h = RefCell::new(changed(page, Some(Duration::from_millis(4))));
    let undo = Cell::new(false);
    let rest = || {
        std::thread::sleep(Duration::from_millis(300));
        let mut h = h.borrow_mut();
        h.run_steps(3);
        undo.set(!undo.get());
        press(&mut h, if undo.get() { Key::Z } else { Key::Y });
    };
    bencher
        .with_inputs(rest)
        .bench_local_values(|()| h.borrow_mut().step());
}

/// A window on `page`, its product changed by the first slider; a frame waits no longer than `patience` for what is reckoned.
fn changed(page: Key, patience: Option<Duration>) -> Harness<'static, App> {
    use egui_kittest::kittest::Queryable;
    let mut h = window_waiting(Key::Num1, patience);
    h.run_steps(3);
    let slider = h.query_all_by_role(egui::accesskit::Role::Slider).next().unwrap();
    slider.set_value_accesskit(40.0);
    h.run_steps(2);
    assert!(h.state().session().is_changed());
    h.key_press(page);
    h.run_steps(3);
    h
}

/// From the key to the second drawn frame, figures and all: a change of the first part taken back and made again.
#[divan::bench(sample_count = 20, args = [Key::Num1, Key::Num2, Key::Num3, Key::Num4])]
fn edit_on_screen(bencher: Bencher<'_, '_>, page: Key) {
    let mut h = changed(page, None);
    let mut undo = false;
    bencher.bench_local(|| {
        undo = !undo;
        press(&mut h, if undo { Key::Z } else { Key::Y });
        h.run_steps(2);
    });
}

/// Presses `key` with Ctrl, so that the next frame takes it and nothing else: a window in a test draws a frame for every
/// event, and so one for each key that is let go as well.
fn press(h: &mut Harness<'_, App>, key: Key) {
    let modifiers = egui::Modifiers::COMMAND;
    let pressed = |pressed| egui::Event::Key {
        key,
        physical_key: None,
        pressed,
        repeat: false,
        modifiers,
    };
    let before = [pressed(false), egui::Event::ModifiersChanged(modifiers)];
    h.input_mut().events.extend(before);
    h.event(pressed(true));
}
