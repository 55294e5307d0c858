//! Reloom: parses arguments, then opens the window or runs a command.

use reloom::app::{Launch, launch};
use reloom::cli::{Usage, parse, run};
use std::ffi::OsString;
use std::io::Write;
use std::process::ExitCode;

/// The exit code where the command line is not understood.
const USAGE: u8 = 2;

fn main() -> ExitCode {
    let arguments: Vec<OsString> = std::env::args_os().collect();
    let cli = match parse(&arguments) {
        Ok(cli) => cli,
        Err(usage) => return not_understood(&usage),
    };
    let lang = cli.lang();
    match &cli.command {
        Some(command) => ExitCode::from(run(
            command,
            lang,
            &mut std::io::stdout().lock(),
            &mut std::io::stderr().lock(),
        )),
        None => window(&Launch {
            lang: cli.lang.map(|_| lang),
            file: cli.file,
        }),
    }
}

fn not_understood(usage: &Usage) -> ExitCode {
    match usage {
        Usage::Told(help) => {
            // Whoever closed the pipe has read enough.
            let _ = help.print();
            ExitCode::SUCCESS
        }
        Usage::Wrong(sentence) => {
            let _ = writeln!(std::io::stderr(), "reloom: {sentence}");
            ExitCode::from(USAGE)
        }
    }
}

fn window(wanted: &Launch) -> ExitCode {
    match launch(wanted) {
        Ok(()) => ExitCode::SUCCESS,
        Err((sentence, code)) => {
            // Where even standard error is closed the exit code still says it.
            let _ = writeln!(std::io::stderr(), "reloom: {sentence}");
            ExitCode::from(code)
        }
    }
}
