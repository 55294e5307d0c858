//! Reloom: parses arguments, then opens the window or runs a command.
//!
//! On Windows this is the program without a console window; `src/console.rs` is the same with one, for scripts.

#![cfg_attr(windows, windows_subsystem = "windows")]

use std::process::ExitCode;

fn main() -> ExitCode {
    reloom::app::console::attach();
    reloom::app::console::start()
}
