//! Reloom: parses arguments, then opens the window or runs a command.

use clap::Parser;
use reloom::app::{Launch, launch};
use reloom::cli::{Cli, refusal, run};
use std::ffi::OsString;
use std::io::Write;
use std::process::ExitCode;

/// The exit code where the command line is not understood.
const USAGE: u8 = 2;

fn main() -> ExitCode {
    let arguments: Vec<OsString> = std::env::args_os().collect();
    let cli = match Cli::try_parse_from(&arguments) {
        Ok(cli) => cli,
        Err(error) => return not_understood(&error, &arguments),
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

fn not_understood(error: &clap::Error, arguments: &[OsString]) -> ExitCode {
    let Some(sentence) = refusal(error, arguments) else {
        // Help and version; whoever closed the pipe has read enough.
        let _ = error.print();
        return ExitCode::SUCCESS;
    };
    let _ = writeln!(std::io::stderr(), "reloom: {sentence}");
    ExitCode::from(USAGE)
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
