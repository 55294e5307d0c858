//! The options of `reloom import`: what can be answered about a table.

use crate::intake::bom::Take;
use clap::{Args, ValueEnum};

/// What is answered about a table.
#[derive(Debug, Clone, PartialEq, Eq, Args)]
pub struct Choices {
    /// Kind of garment; what the words above the table name by default.
    #[arg(long, value_name = "KIND")]
    pub garment: Option<String>,
    /// Sheet of the workbook, by name or number; the one with the most known headings by default.
    #[arg(long, value_name = "NAME|N")]
    pub sheet: Option<String>,
    /// Which table of the sheet, counted from 1.
    #[arg(long = "table", value_name = "N")]
    pub table_number: Option<usize>,
    /// Size whose consumption is taken; M or the middle one by default.
    #[arg(long, value_name = "SIZE")]
    pub size: Option<String>,
    /// For how many garments the consumption is: dozen, or a number.
    #[arg(long, value_name = "dozen|N")]
    pub per: Option<String>,
    /// Rows that differ only in colour or size: one of them counts, or all.
    #[arg(long, value_enum)]
    pub alike: Option<Alike>,
    /// The project whose workbook this is: only changed cells of its sheet of parts are taken; gives the differences.
    #[arg(long, value_name = "FILE", conflicts_with_all = ["garment", "table_number", "size", "per", "alike", "anyway"])]
    pub into: Option<std::ffi::OsString>,
    /// The masses are right, and these rows are all there is.
    #[arg(long)]
    pub anyway: bool,
    /// Form of the output.
    #[arg(long, value_enum, default_value_t)]
    pub format: ImportFormat,
}

/// Which of the rows that are alike count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Alike {
    /// One of them.
    One,
    /// All of them.
    All,
}

impl From<Alike> for Take {
    fn from(alike: Alike) -> Self {
        match alike {
            Alike::One => Self::One,
            Alike::All => Self::All,
        }
    }
}

/// Form of the output of `import`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum ImportFormat {
    /// For scripts.
    #[default]
    Json,
    /// For reading.
    Table,
}
