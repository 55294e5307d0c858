//! Reloom: parses arguments, then opens the window or runs a command.

use clap::Parser;
use reloom::cli::{Cli, run};
use std::process::ExitCode;

fn main() -> ExitCode {
    let cli = Cli::parse();
    let lang = cli.lang();
    match &cli.command {
        Some(command) => ExitCode::from(run(
            command,
            lang,
            &mut std::io::stdout().lock(),
            &mut std::io::stderr().lock(),
        )),
        None => ExitCode::SUCCESS,
    }
}
