//! The program where no window can open: one sentence, and an exit code that scripts can tell apart.

#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, reason = "a test fails loudly")]

use std::process::{Command, Output};

fn reloom(arguments: &[&str]) -> Output {
    let home = tempfile::tempdir().unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_reloom"));
    command.args(arguments).env("HOME", home.path());
    for name in [
        "DISPLAY",
        "WAYLAND_DISPLAY",
        "WAYLAND_SOCKET",
        "XDG_CONFIG_HOME",
        "XDG_STATE_HOME",
    ] {
        command.env_remove(name);
    }
    command.output().unwrap()
}

#[test]
fn one_sentence_names_what_works_without_a_display() {
    for (lang, word) in [("en", "no display"), ("zh", "显示环境")] {
        let output = reloom(&["--lang", lang]);
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(3), "{said}");
        assert!(output.stdout.is_empty());
        assert_eq!(said.lines().count(), 1, "{said}");
        for word in [word, "presets", "assess", "check", "calc", "model"] {
            assert!(said.contains(word), "{said}");
        }
    }
}

#[test]
fn a_file_that_cannot_be_opened_is_said_before_the_window() {
    for file in ["no such file.reloom", "preset:none"] {
        let output = reloom(&[file, "--lang", "en"]);
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{said}");
        assert!(said.contains(file.trim_start_matches("preset:")), "{said}");
    }
}
