//! Reloom: parses arguments, then opens the window or runs a command.

use reloom::app::{Launch, launch};
use reloom::cli::{Cli, run};
use std::io::Write;
use std::process::ExitCode;

fn main() -> ExitCode {
    let cli = Cli::read(std::env::args_os()).unwrap_or_else(|error| error.exit());
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
