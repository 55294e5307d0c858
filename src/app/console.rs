//! From the arguments to the window or a command, and to whom a failure is told.
//!
//! A Windows program without a console of its own borrows that of the shell it was started from; started from the desktop
//! it says in a message box why it cannot open.

use super::renderer::Renderer;
use super::{Launch, launch};
use crate::cli::{RendererArg, Usage, parse, run};
use std::ffi::OsString;
use std::io::Write;
use std::process::ExitCode;

/// The exit code where the command line is not understood.
const USAGE: u8 = 2;

/// Borrows the console of the shell that started this program, if there is one; elsewhere than on Windows there always is.
pub fn attach() {
    #[cfg(windows)]
    {
        use crate::text::ShellMsg;
        let attached = winsafe::AttachConsole(winsafe::PidParent::Parent).is_ok();
        BORROWED.store(attached, std::sync::atomic::Ordering::Relaxed);
        let is_command = std::env::args_os().nth(1).is_some_and(|word| {
            let word = word.to_string_lossy();
            crate::cli::Cli::is_command(&word)
        });
        if attached && is_command {
            let words = ShellMsg::ScriptsUseTheOther.text(crate::cli::system_lang());
            let _ = writeln!(std::io::stderr(), "reloom: {words}");
        }
    }
}

/// Runs the command that the arguments name, or opens the window.
pub fn start() -> ExitCode {
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
            renderer: cli.renderer.map(Renderer::from),
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
            tell(&sentence);
            ExitCode::from(code)
        }
    }
}

/// Tells why the window did not open: on standard error, and on Windows, where nobody may read that, in a message box.
fn tell(sentence: &str) {
    // Where even standard error is closed the exit code still says it.
    let _ = writeln!(std::io::stderr(), "reloom: {sentence}");
    #[cfg(windows)]
    if !BORROWED.load(std::sync::atomic::Ordering::Relaxed) {
        rfd::MessageDialog::new()
            .set_level(rfd::MessageLevel::Error)
            .set_title("Reloom 再织")
            .set_description(sentence)
            .show();
    }
}

/// True where a shell's console shows what is written to standard error.
#[cfg(windows)]
static BORROWED: std::sync::atomic::AtomicBool = std::sync::atomic::AtomicBool::new(false);

impl From<RendererArg> for Renderer {
    fn from(renderer: RendererArg) -> Self {
        match renderer {
            RendererArg::Glow => Self::Glow,
            RendererArg::Wgpu => Self::Wgpu,
        }
    }
}
