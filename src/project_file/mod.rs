//! The shape of a project on disk, and nothing else: bytes in, project out, and back.
//!
//! Invariants: the types that are read and written belong to one version each and are not the model's; a file of a newer
//! version is refused before anything but its version is read; what is unknown but well formed is kept and flagged;
//! text that would not open again as the same project is never given out.

mod as_json;
mod clip;
mod error;
mod factor_set;
mod fault;
mod flag;
mod form;
mod header;
mod kind;
mod list;
mod named;
mod place;
mod practice_pack;
mod ranges;
mod renamed;
mod replacing;
mod upgrade;
mod v1;
mod v2;
mod value;

pub use as_json::as_json;
pub use clip::{Clip, read_clip, write_parts, write_stages};
pub use error::{ReadError, WriteError};
pub use factor_set::{FactorSet, SET_VERSION, SetError, SetFlag, read_set, write_set};
pub use fault::{SyntaxFault, ValueFault};
pub use flag::{Flag, Named, Renamed, SHARE_TOLERANCE};
pub use form::{read_form, write_form};
pub use kind::{Rows, Shape};
pub use named::unknown_ids;
pub use place::Place;
pub use practice_pack::{PACK_ENDING, PACK_VERSION, PackFlag, PracticePack, read_practices, write_practices};
pub use ranges::{cloth_figures, counted_together};
pub use replacing::{Stays, may_replace_practices, may_replace_project, may_replace_set};

use crate::model::{FactorId, Project, VariantNo};
use ron::Options;
use ron::extensions::Extensions;
use ron::ser::PrettyConfig;
use std::collections::BTreeMap;

/// The version that is written, the newest that is read.
pub const VERSION: u32 = 2;

/// The most that a file may hold; `edit` keeps projects within it.
pub mod limit {
    /// Bytes of a file.
    pub const BYTES: usize = 16 * 1024 * 1024;
    /// Different pictures.
    pub const PICTURE_COUNT: usize = 4_096;
    /// Bytes of all pictures together.
    pub const PICTURES: usize = 4 * 1024 * 1024;
    /// Variants of the product beside the one in hand.
    pub const VARIANTS: usize = 100;
    /// Parts of a product.
    pub const PARTS: usize = 2_000;
    /// Fibre lines of a part.
    pub const FIBRES: usize = 100;
    /// Pathways of a project.
    pub const PATHWAYS: usize = 200;
    /// Stages of a pathway.
    pub const STAGES: usize = 500;
    /// Exits of a stage.
    pub const EXITS: usize = 500;
    /// Own figures, and library figures at the time of saving.
    pub const FIGURES: usize = 20_000;
    /// Prices, and rates of exchange.
    pub const PRICES: usize = 200;
    /// Own places.
    pub const PLACES: usize = 1_000;
    /// Practice cards of a pack.
    pub const CARDS: usize = 2_000;
    /// Figures of a card, on jobs and on others each.
    pub const CARD_FIGURES: usize = 500;
    /// Sources of a card.
    pub const CARD_SOURCES: usize = 200;
    /// Characters of one text: as many as a cell of a spreadsheet.
    pub const TEXT: usize = 32_767;
    /// Gates of a project: parts times the material stages of all its pathways, for the variant with the most parts.
    pub const GATES: usize = 400_000;
    /// Exits of all stages of a project together.
    pub const ALL_EXITS: usize = 200_000;
    /// Lives of one garment, where capped.
    pub const LIVES: u32 = 1_000;
}

/// What a file held.
#[derive(Debug, Clone, PartialEq)]
pub struct Read {
    /// The version of the file.
    pub version: u32,
    /// The project.
    pub project: Project,
    /// The library's figures at the time of saving, so that the file reopens to the same digits; empty where not stored.
    pub library_values: BTreeMap<FactorId, f64>,
    /// What is odd but was kept; ids that a library does not know are found by [`unknown_ids`].
    pub flags: Vec<Flag>,
}

impl Read {
    /// True for files from before the method's second edition: some results count differently now.
    pub const fn is_of_first_edition(&self) -> bool {
        self.version < 2
    }
}

/// Reads a project of any version up to [`VERSION`]: by the structs of its version, then changed step by step into what
/// the versions after it ask for.
pub fn read(bytes: &[u8]) -> Result<Read, ReadError> {
    let text = text(bytes)?;
    match header::version(text)? {
        0 => Err(ReadError::no_version()),
        1 => {
            let file: v1::File = parse(text)?;
            once(text, file.number_twice())?;
            let (project, library_values) = file.into_model();
            let (project, renamed) = upgrade::without_dots(project);
            checked(text, 1, project, library_values, renamed)
        }
        2 => {
            let file: v2::File = parse(text)?;
            once(text, file.number_twice())?;
            let (project, library_values) = file.into_model();
            checked(text, 2, project, library_values, Vec::new())
        }
        found => Err(ReadError::Newer {
            found,
            newest: VERSION,
        }),
    }
}

/// An error where another variant, at the place given, has the number of the variant in hand.
fn once(text: &str, twice: Option<(usize, VariantNo)>) -> Result<(), ReadError> {
    twice.map_or(Ok(()), |(at, number)| {
        Err(ReadError::number_twice(text, at, number))
    })
}

/// What was read, each figure within its range, with what is odd about it after what was `renamed`.
fn checked(
    text: &str,
    version: u32,
    project: Project,
    library_values: BTreeMap<FactorId, f64>,
    renamed: Vec<Flag>,
) -> Result<Read, ReadError> {
    ranges::project(&project, &library_values).map_err(|misfit| ReadError::misfit(text, misfit))?;
    let mut flags = renamed;
    flags.extend(flag::flags(&project));
    Ok(Read {
        version,
        project,
        library_values,
        flags,
    })
}

/// The structs in `text`, of which no single text is too long.
fn parse<T: serde::de::DeserializeOwned>(text: &str) -> Result<T, ReadError> {
    if let Some(at) = place::long_text(text, limit::TEXT) {
        return Err(ReadError::long_text(text, at));
    }
    options()
        .from_str(text)
        .map_err(|error| ReadError::of(text, error))
}

fn text(bytes: &[u8]) -> Result<&str, ReadError> {
    if bytes.len() > limit::BYTES {
        return Err(ReadError::TooLarge {
            bytes: bytes.len(),
            limit: limit::BYTES,
        });
    }
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let offset = error.valid_up_to();
        let valid = bytes
            .get(..offset)
            .and_then(|valid| std::str::from_utf8(valid).ok());
        let place = valid.map_or(Place::START, |valid| Place::of(valid, offset));
        ReadError::NotUtf8 {
            offset,
            line: place.line,
            column: place.column,
        }
    })?;
    Ok(text.strip_prefix('\u{feff}').unwrap_or(text))
}

/// What stands above the project in every file; the first line lets any RON reader take optional values as they stand.
const HEAD: &str = "\
#![enable(implicit_some)]
// A Reloom project. Shares run from 0 to 1; keys carry their units. Keys that are left out have their usual value.
// Reloom项目文件。占比为0到1；单位写在键名中；省略的键取默认值。
";

/// The project as text of the newest version, with the library's figures where given.
///
/// The text is read back before it is given out, so that no file is ever replaced by one that does not open.
pub fn write(
    project: &Project,
    library_values: Option<&BTreeMap<FactorId, f64>>,
) -> Result<String, WriteError> {
    let none = BTreeMap::new();
    let values = library_values.unwrap_or(&none);
    let config = PrettyConfig::new()
        .new_line("\n")
        .extensions(Extensions::IMPLICIT_SOME);
    let body = options()
        .to_string_pretty(&v2::File::of(project, values), config)
        .map_err(|error| WriteError::Format(error.to_string()))?;
    let text = format!("{HEAD}{body}\n");
    let back = read(text.as_bytes()).map_err(WriteError::Refused)?;
    if back.project == *project && back.library_values == *values {
        Ok(text)
    } else {
        Err(WriteError::Changed)
    }
}

/// Optional values stand without `Some(…)`.
fn options() -> Options {
    Options::default().with_default_extension(Extensions::IMPLICIT_SOME)
}
