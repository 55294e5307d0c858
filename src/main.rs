//! Reloom: a window, or a command without one.

use clap::Parser;
use reloom::app::{Launch, launch};
use reloom::text::Lang;
use std::io::Write;
use std::process::ExitCode;

/// Circularity and work of each pathway of a garment, side by side.
#[derive(Parser)]
#[command(name = "reloom", version, about)]
struct Arguments {
    /// A project file, or preset:ID.
    file: Option<String>,
    /// The language of the window: zh or en.
    #[arg(long, value_parser = language)]
    lang: Option<Lang>,
}

fn language(word: &str) -> Result<Lang, String> {
    match word {
        "zh" => Ok(Lang::Zh),
        "en" => Ok(Lang::En),
        _ => Err("zh or en".to_owned()),
    }
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let wanted = Launch {
        file: arguments.file,
        lang: arguments.lang,
    };
    match launch(&wanted) {
        Ok(()) => ExitCode::SUCCESS,
        Err((sentence, code)) => {
            // Where even this cannot be written, the exit code still says it.
            let _ = writeln!(std::io::stderr(), "{sentence}");
            ExitCode::from(code)
        }
    }
}
