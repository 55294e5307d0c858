//! Reloom for scripts on Windows: a console program, so that a shell waits for it and reads its exit code.

use std::process::ExitCode;

fn main() -> ExitCode {
    reloom::app::console::start()
}
