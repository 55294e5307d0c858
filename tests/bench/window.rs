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
use reloom::edit::{Edit, FibreEdit};
use reloom::quantity::Share;
use reloom::session::Session;
use reloom::text::Lang;

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

fn window(page: Key) -> Harness<'static, App> {
    let session = Session::new(huge::project(), None);
    let options = desk::options(session, Preferences::in_language(Lang::En));
    let mut h = desk::builder([1920.0, 1080.0]).build_eframe(|cc| App::new(cc, options));
    h.key_press(page);
    h.run_steps(3);
    h
}

/// From the key until it is drawn, figures and all: a change of the first part taken back and made again.
#[divan::bench(sample_count = 20, args = [Key::Num1, Key::Num2, Key::Num3, Key::Num4])]
fn edit_on_screen(bencher: Bencher<'_, '_>, page: Key) {
    use egui::Modifiers;
    use egui_kittest::kittest::Queryable;
    let mut h = window(Key::Num1);
    let slider = h.query_all_by_role(egui::accesskit::Role::Slider).next().unwrap();
    slider.set_value_accesskit(40.0);
    h.run_steps(2);
    assert!(h.state().session().is_changed());
    h.key_press(page);
    h.run_steps(3);
    let mut undo = false;
    bencher.bench_local(|| {
        undo = !undo;
        let key = if undo { Key::Z } else { Key::Y };
        h.key_press_modifiers(Modifiers::COMMAND, key);
        h.run_steps(2);
    });
}
