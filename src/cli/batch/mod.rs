//! `batch`: a list of many products, reckoned over all cores, in the order of the list.

mod collect;
mod fault;
mod form;
mod list;
mod merge;
mod output;
mod progress;
mod run;

pub(crate) use collect::{Told, collected, moved, project};

use super::{Done, Failure};
use crate::collection::MOST_DRAWS;
use crate::text::{BatchMsg, Lang};
use clap::Args;
use serde::Serialize;
use std::io::Write;
use std::path::PathBuf;

/// What is asked of `batch`.
#[derive(Debug, Args)]
pub struct Asked {
    /// A folder of projects, or a table of product lines (.csv, .xlsx): style, kind, composition, mass (g), pieces; parts may have
    /// columns of their own, such as lining and lining mass (g).
    #[arg(value_name = "LIST")]
    pub list: Option<PathBuf>,
    /// File to write: .csv, .xlsx, or .parquet in a build that has it; its totals stand beside it as OUT.totals.json.
    #[arg(short, long, value_name = "OUT")]
    pub output: PathBuf,
    /// Pathways, joined by commas; all of each product by default.
    #[arg(long, value_name = "all|A,B,…", value_delimiter = ',', default_value = "all")]
    pub pathways: Vec<String>,
    /// Draw all factors this many times, the same ones for all products: adds bands.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(1..=MOST_DRAWS))]
    pub draws: Option<u64>,
    /// Seed of the draws, for all products.
    #[arg(long, value_name = "S")]
    pub seed: Option<u64>,
    /// Threads; the figures are the same on any number.
    #[arg(long, value_name = "T", value_parser = clap::value_parser!(u16).range(1..=256))]
    pub threads: Option<u16>,
    /// Every n-th block of 1,000 lines, from the i-th on: for several machines.
    #[arg(long, value_name = "I/N")]
    pub shard: Option<String>,
    /// Go on from the blocks that an interrupted run left in OUT.part.
    #[arg(long)]
    pub resume: bool,
    /// Join the outputs of shards, with their totals, in place of a list.
    #[arg(long, value_name = "OUT", num_args = 1.., conflicts_with_all = ["list", "shard", "resume", "draws", "seed"])]
    pub merge: Vec<PathBuf>,
}

/// The last line.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
struct Summary {
    products: u64,
    bad: u64,
    seconds: f64,
    products_per_s: f64,
    peak_mb: Option<f64>,
}

pub(super) fn run(
    asked: &Asked,
    lang: Lang,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> Result<Done, Failure> {
    let form = form::Form::at(&asked.output, lang)?;
    let start = std::time::Instant::now();
    let sums = if asked.merge.is_empty() {
        run::run(asked, form, lang, err)?
    } else {
        merge::merge(asked, form, lang)?
    };
    let seconds = start.elapsed().as_secs_f64();
    let summary = Summary {
        products: sums.products,
        bad: sums.bad,
        seconds,
        products_per_s: sums.products as f64 / seconds.max(f64::MIN_POSITIVE),
        peak_mb: crate::store::peak_mb(),
    };
    let line = serde_json::to_string(&summary)?;
    writeln!(out, "{line}")?;
    let missing = asked
        .pathways
        .iter()
        .filter(|id| *id != "all" && !sums.pathways.contains_key(*id));
    let mut has_missing = false;
    for id in missing {
        has_missing = true;
        writeln!(err, "reloom: {}", BatchMsg::NoSuchWay.with(lang, &[("id", id)]))?;
    }
    Ok(if sums.bad > 0 || has_missing {
        Done::WithFindings
    } else {
        Done::Clean
    })
}

/// True where `path` ends in `.ending`, in letters of any case.
fn has_ending(path: &std::path::Path, ending: &str) -> bool {
    path.extension()
        .is_some_and(|found| found.eq_ignore_ascii_case(ending))
}
