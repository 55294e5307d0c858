//! The whole window without screen or disk.

use egui::accesskit::Role;
use egui::{DroppedFile, Key, Modifiers};
use egui_kittest::kittest::Queryable as _;
use egui_kittest::{Harness, HarnessBuilder};
use reloom::app::files::{FIRST_EXAMPLE, example};
use reloom::app::pages::PageRow;
use reloom::app::preferences::Preferences;
use reloom::app::{App, Options};
use reloom::session::Session;
use reloom::text::{ImportMsg, ShellMsg};
use std::path::{Path, PathBuf};
use std::time::Duration;

pub fn options(session: Session, preferences: Preferences) -> Options {
    Options {
        session,
        preferences,
        folders: None,
        native_dialogs: false,
        draws: false,
        patience: None,
        message: None,
        file: None,
        start: false,
    }
}

pub fn window_with(preferences: Preferences, size: [f32; 2]) -> Harness<'static, App> {
    window_of(FIRST_EXAMPLE, preferences, size)
}

pub fn window_of(id: &str, preferences: Preferences, size: [f32; 2]) -> Harness<'static, App> {
    window_over(options(example(id).unwrap().session, preferences), size)
}

pub fn window_over(options: Options, size: [f32; 2]) -> Harness<'static, App> {
    let mut h = builder(size).build_eframe(|cc| App::new(cc, options));
    h.run();
    h
}

/// What every window of the tests is made with: steps long enough that what slides has soon come to rest.
pub fn builder(size: [f32; 2]) -> HarnessBuilder<App> {
    Harness::builder()
        .with_size(size)
        .with_max_steps(20)
        .with_step_dt(0.05)
}

/// Shows the page of `row` by its key.
pub fn show(h: &mut Harness<'_, App>, row: &PageRow) {
    let key = row.keys.first().unwrap();
    h.key_press_modifiers(key.modifiers, key.logical_key);
    h.run();
}

pub fn command(h: &mut Harness<'_, App>, key: Key) {
    h.key_press_modifiers(Modifiers::COMMAND, key);
    h.run();
}

pub fn press(h: &mut Harness<'_, App>, key: Key) {
    h.key_press(key);
    h.run();
}

/// Types `path` where the open question asks for one, and confirms it.
pub fn type_path(h: &mut Harness<'_, App>, path: &Path) {
    let field = ShellMsg::PathField.text(h.state().preferences().lang());
    h.get_by_role_and_label(Role::TextInput, field)
        .set_text_value_accesskit(path.to_str().unwrap());
    h.run();
    h.get_by_role_and_label(Role::TextInput, field).focus();
    h.run();
    press(h, Key::Enter);
}

/// Waits until no table is read any more.
pub fn settle(h: &mut Harness<'_, App>) {
    let reading = ImportMsg::Reading.text(h.state().preferences().lang());
    for _ in 0..2000 {
        h.run();
        if h.query_by_label(reading).is_none() {
            return;
        }
        std::thread::sleep(Duration::from_millis(5));
    }
    unreachable!("still reading");
}

/// A file that is let go over the window.
#[derive(Debug)]
pub struct Dropped(pub PathBuf);

impl DroppedFile for Dropped {
    fn path(&self) -> &Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        std::fs::read(&self.0).map_err(|error| error.to_string())
    }
}

/// Drops the file at `path` on the window.
pub fn drop_file(h: &mut Harness<'_, App>, path: &Path) {
    let dropped = std::sync::Arc::new(Dropped(path.to_owned()));
    h.input_mut().dropped_files.push(dropped);
    h.step();
    h.input_mut().dropped_files.clear();
    h.run();
}
