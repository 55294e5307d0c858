//! The command line: the same figures as in the window, for scripts; a contract whose keys do not change.

mod advise;
mod args;
mod assess;
pub(crate) mod batch;
pub mod bench;
mod beside;
mod beside_money;
mod calc;
mod diagram;
mod ecobalyse;
mod export;
mod frontier;
mod import;
mod input;
mod intake;
mod json;
mod lesson;
mod passport;
mod practice;
mod projects;
mod reach;
mod report;
mod returned;
mod room;
mod schema;
mod several;
mod source;
mod table;
mod terms;
mod usage;
mod years;

use crate::text::{CliMsg, Lang};
use clap::{CommandFactory, Parser, Subcommand, ValueEnum};
use std::ffi::OsString;
use std::io::Write;
use std::path::PathBuf;

use json::{Indented, pretty, write_json};

/// Design assistant for circular textiles: circularity and work of each pathway, side by side.
///
/// Without a command the window opens. FILE is a project file or preset:ID.
#[derive(Debug, Parser)]
#[command(name = "reloom", version)]
#[command(after_help = "Example: reloom assess preset:school_uniform --format json")]
pub struct Cli {
    /// Project to open in the window: a file, or preset:ID.
    pub file: Option<OsString>,
    /// Language of words; the system's by default.
    #[arg(long, global = true, value_enum)]
    pub lang: Option<LangArg>,
    /// How the window is painted; by default what works first.
    #[arg(long, value_enum)]
    pub renderer: Option<RendererArg>,
    /// Command that works without a window.
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// A language on the command line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum LangArg {
    /// English.
    En,
    /// Chinese.
    Zh,
    /// Both, on paper and in the window.
    Both,
}

/// A painter of the window on the command line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum RendererArg {
    /// OpenGL.
    Glow,
    /// Direct3D 12, in Windows builds.
    Wgpu,
}

impl LangArg {
    const fn lang(self) -> Lang {
        match self {
            Self::En => Lang::En,
            Self::Zh => Lang::Zh,
            Self::Both => Lang::Both,
        }
    }
}

impl Cli {
    /// True where `word` is the name of a command.
    pub fn is_command(word: &str) -> bool {
        Self::command().find_subcommand(word).is_some()
    }

    /// The language asked for, or the system's.
    pub fn lang(&self) -> Lang {
        match self.lang {
            Some(asked) => asked.lang(),
            None => system_lang(),
        }
    }
}

/// The language of the system: Chinese for zh locales, else English.
pub fn system_lang() -> Lang {
    match sys_locale::get_locale() {
        Some(locale) if locale.starts_with("zh") => Lang::Zh,
        _ => Lang::En,
    }
}

/// Commands that work without a window.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// List the sample projects.
    #[command(after_help = "Example: reloom presets --format json")]
    Presets {
        /// Form of the output.
        #[arg(long, value_enum, default_value_t)]
        format: Format,
    },
    /// Circularity and work of every pathway.
    #[command(after_help = "Example: reloom assess preset:tshirt --pathway repair_first --format json")]
    Assess {
        /// Project files, or preset:ID.
        #[arg(required = true)]
        files: Vec<OsString>,
        /// Only this pathway.
        #[arg(long)]
        pathway: Option<String>,
        /// This variant, by number or name; the one in hand by default.
        #[arg(long, value_name = "N|NAME")]
        variant: Option<String>,
        /// Draw all factors this many times: adds bands and paired comparisons.
        #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(1..=1_000_000))]
        draws: Option<u64>,
        /// Seed of the draws; the project's own by default.
        #[arg(long, value_name = "S")]
        seed: Option<u64>,
        /// Threads to draw on; the figures are the same on any number.
        #[arg(long, value_name = "T", value_parser = clap::value_parser!(u16).range(1..=256))]
        threads: Option<u16>,
        /// Which pathways are compared in the same draws: each with the baseline, or all with one another.
        #[arg(long, value_enum, default_value_t)]
        pairs: projects::Pairs,
        /// Form of the output.
        #[arg(long, value_enum, default_value_t)]
        format: AssessFormat,
    },
    /// What to change: every move that the catalogue knows, with what it does on one pathway, the best first.
    #[command(
        after_help = "Example: reloom advise preset:school_uniform --pathway sort_chemical --draws 200"
    )]
    Advise(advise::Asked),
    /// How far one lever has to go for a figure to meet a target: every value that does, or what comes nearest.
    #[command(
        after_help = "Example: reloom reach preset:school_uniform --pathway sort_chemical --lever share:discard>collection --target recycled=0.04\n\n\
        reloom reach preset:school_uniform --pathway sort_chemical --levers lists the levers"
    )]
    Reach(reach::Asked),
    /// Every combination of up to twelve moves on every pathway: those that no other one betters on two figures.
    #[command(
        after_help = "Example: reloom frontier preset:padded_jacket --x recycled --y net_h_per_1000 --format csv"
    )]
    Frontier(frontier::Asked),
    /// Carbon, wages and money beside the two answers: indicative, with what they leave out.
    #[command(
        after_help = "Example: reloom beside preset:school_uniform --pathway repair_first --format json"
    )]
    Beside(beside::Asked),
    /// From one pathway to another over the years: pieces sold, discarded and collected, hours gained and lost.
    #[command(
        after_help = "Example: reloom years preset:school_uniform --from today --to repair_first --start 2026 --end 2030 --format csv"
    )]
    Years(years::Asked),
    /// Many products at once: figures of each on its pathways, and totals over all, in the same draws.
    #[command(
        after_help = "Example: reloom batch styles.csv -o results.csv --draws 200\n\n\
        On two machines: reloom batch styles.csv -o one.csv --shard 1/2, and 2/2; then reloom batch --merge one.csv two.csv -o all.csv"
    )]
    Batch(batch::Asked),
    /// What should be mended in a project, each with its place.
    #[command(after_help = "Example: reloom check jacket.ron")]
    Check {
        /// Project files, or preset:ID.
        #[arg(required = true)]
        files: Vec<OsString>,
    },
    /// One formula of the method with your numbers.
    #[command(
        after_help = "Example: reloom calc mci M=1 F_R=0.3 C_R=0.5 E_C=0.8 E_F=0.9 X=1.2 --format json\n\n\
        Formulas: mci, feasibility, chain, max-lives, model, mass-chain, fte, sewing, pert, lognormal"
    )]
    Calc {
        /// Name of the formula.
        formula: String,
        /// Letters of the formula: key=value.
        values: Vec<String>,
        /// Form of the output.
        #[arg(long, value_enum, default_value_t)]
        format: Format,
    },
    /// The resolved model of one pathway: enough to recompute every figure without Reloom.
    #[command(after_help = "Example: reloom model preset:school_uniform --pathway repair_first")]
    Model {
        /// Project file, or preset:ID.
        file: OsString,
        /// The pathway.
        #[arg(long)]
        pathway: String,
        /// Also print the first K draws: factors, resolved models, results, and the bands over them.
        #[arg(long, value_name = "K", value_parser = clap::value_parser!(u64).range(1..=10_000))]
        draws: Option<u64>,
    },
    /// The flow diagram of one pathway as a picture, or its flows as a table.
    #[command(
        after_help = "Example: reloom diagram preset:school_uniform --pathway repair_first -o flows.svg --layer pieces"
    )]
    Diagram {
        /// Project file, or preset:ID.
        file: OsString,
        /// The pathway.
        #[arg(long)]
        pathway: String,
        /// File to write: .svg, .png or .csv.
        #[arg(short, long, value_name = "OUT")]
        output: PathBuf,
        /// What the picture shows; a table holds all three.
        #[arg(long, value_enum, default_value_t)]
        layer: LayerArg,
        /// SVG with letters as outlines in place of text.
        #[arg(long)]
        outlines: bool,
    },
    /// The page, the full report or the hand-out of a project as PDF.
    #[command(
        after_help = "Example: reloom report preset:school_uniform -o page.pdf --kind page --lang both --date 2026-11-25"
    )]
    Report(report::Asked),
    /// A composition label, in English, Chinese or one of 35 other languages, as fibres with percentages.
    #[command(after_help = "Example: reloom parse-label \"95% cotton 5% elastane, 180 g/m2\"")]
    ParseLabel {
        /// Text of the label.
        text: String,
    },
    /// The glossary; as csv, the sheet on which a reader from the field checks its Chinese terms.
    #[command(after_help = "Example: reloom terms --csv > terms.csv")]
    Terms {
        /// The review sheet, with what each term means, where its wording was found and where it is used.
        #[arg(long)]
        csv: bool,
    },
    /// A bill of materials as a project; prints rows read, doubtful and skipped, the masses, and what there is to ask.
    #[command(
        after_help = "Example: reloom import jacket.xlsx -o jacket.ron --garment uniform_jacket\n\n\
        Questions are printed with the options that answer them, as in: reloom import tee.xlsx -o tee.ron --per dozen"
    )]
    Import {
        /// Table: xlsx, xls, xlsb, ods, a page saved as xls, or csv in UTF-8, UTF-16 or GB18030.
        #[arg(value_name = "TABLE")]
        file: PathBuf,
        /// Project file to write.
        #[arg(short, long, value_name = "OUT.ron")]
        output: PathBuf,
        /// What is answered about the table.
        #[command(flatten)]
        choices: import::Choices,
    },
    /// A project with its results as a workbook; its sheet of parts can be edited and imported again.
    #[command(
        after_help = "Example: reloom export preset:school_uniform -o jacket.xlsx --lang en\n\n\
        Back again: reloom import jacket.xlsx --into jacket.ron -o jacket.ron"
    )]
    Export(export::ExportArgs),
    /// What may be said of a product: sentences that its data back, and words that are refused, with the reason.
    #[command(after_help = "Example: reloom claims preset:school_uniform --format json")]
    Claims(passport::ClaimsArgs),
    /// A draft of a product passport (UNTP DPP 0.7.0), unsigned; prints what is missing. Nothing is guessed.
    #[command(
        after_help = "Example: reloom passport jacket.ron -o passport.json --issuer-id did:web:example.com --issuer-name \"Example Ltd\""
    )]
    Passport(passport::PassportArgs),
    /// A product as a textile query of Ecobalyse, or such a query as a project; prints what has no counterpart.
    #[command(after_help = "Example: reloom ecobalyse jacket.ron -o query.json\n\n\
        The other way: reloom ecobalyse query.json --read -o jacket.ron")]
    Ecobalyse(ecobalyse::EcobalyseArgs),
    /// Lessons: list them, make one, find what is to be mended, print what a class needs, put the work of groups side by side.
    #[command(
        subcommand,
        after_help = "Example: reloom lesson list --format json\n\nreloom lesson check mine.reloomlesson"
    )]
    Lesson(lesson::Asked),
    /// Practice cards: what is odd in packs, and the packs of a class as one.
    #[command(subcommand)]
    Practice(practice::Asked),
    /// Whether this machine is ready for a class: writing to folders, opening lessons.
    #[command(after_help = "Example: reloom room --folder stick --lesson lesson:script --format json")]
    Room(room::Asked),
    /// The JSON Schema of an output: assess, project, model and so on.
    #[command(after_help = "Example: reloom schema assess > assess.schema.json")]
    Schema {
        /// Name of the output.
        name: String,
    },
    /// The speed figures on this machine.
    #[command(after_help = "Example: reloom bench --format json")]
    Bench {
        /// The draws that other programs are held against alone, phase by phase, as one line of JSON.
        #[arg(long)]
        pair: bool,
        /// Form of the output.
        #[arg(long, value_enum, default_value_t)]
        format: Format,
    },
}

/// Why a command did not do its work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Failure {
    /// Input that cannot be read, or wrong usage: one sentence.
    Input(String),
    /// A file could not be written: whole sentences that name it.
    File(String),
    /// The output could not be written: what the system reports.
    Output(String),
    /// Whoever reads the output has had enough, as `head` has.
    Closed,
}

/// How a command ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Done {
    /// Done.
    Clean,
    /// Done, with findings.
    WithFindings,
    /// Done, but some files could not be read, which was said.
    WithUnread,
}

/// Exit code when there is no display for the window.
pub const NO_DISPLAY: u8 = 3;

/// Runs `command`, figures to `out`, everything else to `err`; gives the exit code.
pub fn run(command: &Command, lang: Lang, out: &mut dyn Write, err: &mut dyn Write) -> u8 {
    let result = dispatch(command, lang, out, err).and_then(|done| match out.flush() {
        Ok(()) => Ok(done),
        Err(error) => Err(Failure::from(error)),
    });
    let (code, sentence) = match result {
        Ok(Done::Clean) | Err(Failure::Closed) => return 0,
        Ok(Done::WithFindings) => return 1,
        Ok(Done::WithUnread) => return 2,
        Err(Failure::Input(sentence)) => (2, sentence),
        Err(Failure::File(sentence)) => (4, sentence),
        Err(Failure::Output(sentence)) => (4, CliMsg::CannotWrite.with(lang, &[("error", &sentence)])),
    };
    // Where even standard error is closed there is nobody left to tell.
    let _ = writeln!(err, "reloom: {sentence}");
    code
}

fn dispatch(
    command: &Command,
    lang: Lang,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> Result<Done, Failure> {
    match command {
        Command::Presets { format } => projects::presets(*format, lang, out),
        Command::Assess {
            files,
            pathway,
            variant,
            draws,
            seed,
            threads,
            pairs,
            format,
        } => {
            let run = projects::Run::of(*draws, *seed, threads.map(usize::from));
            let asked = assess::Asked {
                pathway: pathway.as_deref(),
                variant: variant.as_deref(),
                run,
                pairs: *pairs,
                format: *format,
                lang,
            };
            assess::run(files, asked, out, err)
        }
        Command::Advise(asked) => advise::run(asked, lang, out, err),
        Command::Reach(asked) => reach::run(asked, lang, out, err),
        Command::Frontier(asked) => frontier::run(asked, lang, out, err),
        Command::Beside(asked) => beside::run(asked, lang, out, err),
        Command::Years(asked) => years::run(asked, lang, out, err),
        Command::Batch(asked) => batch::run(asked, lang, out, err),
        Command::Check { files } => projects::check(files, lang, out, err),
        Command::Calc {
            formula,
            values,
            format,
        } => calc::run(formula, values, *format, lang, out),
        Command::Model { file, pathway, draws } => projects::model(file, pathway, *draws, lang, out, err),
        Command::Diagram {
            file,
            pathway,
            output,
            layer,
            outlines,
        } => {
            let asked = diagram::Asked {
                file,
                pathway,
                output,
                layer: (*layer).into(),
                lettering: diagram::lettering(*outlines),
            };
            diagram::run(asked, lang, err)
        }
        Command::Report(asked) => report::run(asked, lang, err),
        Command::ParseLabel { text } => intake::parse_label(text, lang, out),
        Command::Terms { csv } => terms::print(*csv, lang, out),
        Command::Import {
            file,
            output,
            choices,
        } => intake::import(intake::Import::of(file, output, choices), lang, out, err),
        Command::Export(asked) => export::run(asked, lang, err),
        Command::Claims(asked) => passport::claims(asked, lang, out, err),
        Command::Passport(asked) => passport::run(asked, lang, out, err),
        Command::Ecobalyse(asked) => ecobalyse::run(asked, lang, out, err),
        Command::Practice(asked) => practice::run(asked, lang, out, err),
        Command::Lesson(asked) => lesson::run(asked, lang, out, err),
        Command::Room(asked) => room::run(asked, lang, out),
        Command::Schema { name } => schema::print(name, lang, out),
        Command::Bench { pair, format } => bench::run(*pair, *format, out),
    }
}

impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Self {
        if error.kind() == std::io::ErrorKind::BrokenPipe {
            Self::Closed
        } else {
            Self::Output(error.to_string())
        }
    }
}

impl From<csv::Error> for Failure {
    fn from(error: csv::Error) -> Self {
        let words = error.to_string();
        match error.into_kind() {
            csv::ErrorKind::Io(error) => Self::from(error),
            _ => Self::Output(words),
        }
    }
}

pub use args::{AssessFormat, Format, LayerArg};
pub use import::{Alike, Choices, ImportFormat};
pub use usage::{Usage, parse};
