//! A pack on disk, and nothing else: bytes in, pack out, and back. A `.reloomlesson` is a zip that holds `lesson.ron`,
//! start projects, at most one factor set, and pictures; `lesson.ron` alone is a pack whose starts are samples.
//!
//! Invariants: a newer version is refused before the rest is read; no entry is read further than its limit, whatever it
//! says of itself; an entry of a name that does not belong is refused; bytes that would not open again as the same pack are
//! never given out.

mod error;
mod unzip;
mod v1;
mod word;

pub use error::{EntryFault, LessonError};

use super::{Pack, Picture, Start};
use crate::presets;
use crate::project_file::{ReadError, read, read_form, read_set, write, write_form, write_set};
use std::collections::BTreeMap;
use std::io::{Cursor, Write};
use std::sync::Arc;
use v1::{LessonFile, StartFile};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// The version of `lesson.ron` that is written, the newest that is read.
pub const VERSION: u32 = 1;

/// The ending of a pack's file.
pub const ENDING: &str = "reloomlesson";

/// The most that a pack may hold.
pub mod limit {
    /// Bytes of the file: 20 MiB.
    pub const BYTES: usize = 20 * 1024 * 1024;
    /// Bytes of one entry, unpacked: those of a project.
    pub const ENTRY: usize = crate::project_file::limit::BYTES;
    /// Bytes of all entries together, unpacked.
    pub const UNPACKED: usize = 64 * 1024 * 1024;
    /// Entries.
    pub const ENTRIES: usize = 200;
    /// Start projects.
    pub const STARTS: usize = 20;
}

/// The file of the lesson itself.
const LESSON: &str = "lesson.ron";
/// The file of the factor set.
const FACTORS: &str = "factors.ron";
/// The folder of start projects.
const STARTS: &str = "starts/";
/// The folder of pictures.
const PICTURES: &str = "pictures/";

/// What stands above the lesson in every file.
const HEAD: &str = "\
// A Reloom lesson. {KEY:PATHWAY} in a text is a figure that the engine computes; seconds and minutes are planned times.
// 再织课程文件。文字中的{指标:路径}由程序计算；seconds与minutes为计划用时。
";

/// Files by their names.
type Entries = BTreeMap<String, Vec<u8>>;

/// Reads a pack: a `.reloomlesson`, or a `lesson.ron` alone.
pub fn read_pack(bytes: &[u8]) -> Result<Pack, LessonError> {
    if bytes.len() > limit::BYTES {
        return Err(LessonError::TooLarge { bytes: bytes.len() });
    }
    if bytes.starts_with(b"PK") {
        return of_entries(unzip::entries(bytes)?);
    }
    of_entries(Entries::from([(LESSON.to_owned(), bytes.to_vec())]))
}

/// The pack in these files, whose names are those of a pack's entries.
pub(super) fn of_entries(mut entries: Entries) -> Result<Pack, LessonError> {
    let bytes = entries.remove(LESSON).ok_or(LessonError::NoLesson)?;
    let in_lesson = |error| LessonError::at(LESSON, EntryFault::Read(error));
    let mut file: LessonFile = read_form(&bytes, VERSION).map_err(in_lesson)?;
    if file.starts.is_empty() || file.starts.len() > limit::STARTS {
        return Err(LessonError::at(LESSON, EntryFault::Starts(file.starts.len())));
    }
    let starts = std::mem::take(&mut file.starts);
    let starts: Vec<Start> = starts
        .into_iter()
        .map(|start| start_of(start, &mut entries))
        .collect::<Result<_, _>>()?;
    let factor_set = file.factor_set.take();
    let factor_set = factor_set
        .map(|name| {
            let bytes = entries.remove(&name).ok_or_else(|| missing(&name))?;
            read_set(&bytes).map_err(|error| LessonError::at(&name, EntryFault::Set(error)))
        })
        .transpose()?;
    let mut pictures = Vec::new();
    for (name, bytes) in entries {
        match name.strip_prefix(PICTURES) {
            Some(own) => pictures.push(Picture {
                name: own.to_owned(),
                bytes,
            }),
            None => return Err(LessonError::at(&name, EntryFault::NotNamed)),
        }
    }
    Ok(Pack {
        lesson: file.into_model(),
        starts,
        factor_set,
        pictures,
    })
}

fn missing(name: &str) -> LessonError {
    LessonError::at(LESSON, EntryFault::Missing(name.to_owned()))
}

fn start_of(start: StartFile, entries: &mut Entries) -> Result<Start, LessonError> {
    let (preset, project) = match (start.preset, start.file) {
        (Some(id), None) => {
            let preset = presets::get(&id);
            let preset = preset.ok_or_else(|| LessonError::at(LESSON, EntryFault::NoPreset(id.clone())))?;
            let project = preset.project();
            let project = project.map_err(|error| LessonError::at(&id, EntryFault::Read(error)))?;
            (Some(id), project)
        }
        (None, Some(name)) => {
            let bytes = entries.remove(&name).ok_or_else(|| missing(&name))?;
            let in_file = |error: ReadError| LessonError::at(&name, EntryFault::Read(error));
            (None, read(&bytes).map_err(in_file)?.project)
        }
        _ => return Err(LessonError::at(LESSON, EntryFault::Start(start.id))),
    };
    Ok(Start {
        id: start.id,
        preset,
        project: Arc::new(project),
    })
}

/// The pack as a `.reloomlesson`; samples go in as files of their own, so that the lesson stays as it is.
///
/// It is read back before it is given out.
pub fn write_pack(pack: &Pack) -> Result<Vec<u8>, LessonError> {
    let bytes = zipped(&entries_of(pack)?).map_err(LessonError::NotWritten)?;
    let own = Pack {
        starts: pack.starts.iter().map(Start::as_own).collect(),
        ..pack.clone()
    };
    match read_pack(&bytes) {
        Ok(back) if back == own => Ok(bytes),
        Ok(_) => Err(LessonError::Changed),
        Err(error) => Err(LessonError::NotWritten(error.text(crate::lang::Lang::En))),
    }
}

/// The lesson as text for an editor; refused where a start project is no sample, or something goes along with it.
pub fn write_text(pack: &Pack) -> Result<String, LessonError> {
    let mut starts = Vec::new();
    for start in &pack.starts {
        let preset = start.preset.clone();
        starts.push(StartFile {
            id: start.id.clone(),
            preset: Some(preset.ok_or_else(|| LessonError::NeedsPack(start.id.clone()))?),
            file: None,
        });
    }
    if pack.factor_set.is_some() || !pack.pictures.is_empty() {
        return Err(LessonError::NeedsPack(FACTORS.to_owned()));
    }
    let file = LessonFile::of(&pack.lesson, starts, None);
    let text = write_form(HEAD, &file).map_err(LessonError::NotWritten)?;
    match read_pack(text.as_bytes()) {
        Ok(back) if back == *pack => Ok(text),
        Ok(_) => Err(LessonError::Changed),
        Err(error) => Err(LessonError::NotWritten(error.text(crate::lang::Lang::En))),
    }
}

impl Start {
    fn as_own(&self) -> Self {
        Self {
            preset: None,
            ..self.clone()
        }
    }
}

fn entries_of(pack: &Pack) -> Result<Vec<(String, Vec<u8>)>, LessonError> {
    let mut files = Vec::new();
    let mut starts = Vec::new();
    for start in &pack.starts {
        let name = format!("{STARTS}{}.ron", start.id);
        let text = write(&start.project, None);
        let text = text.map_err(|error| LessonError::NotWritten(error.text(crate::lang::Lang::En)))?;
        files.push((name.clone(), text.into_bytes()));
        starts.push(StartFile {
            id: start.id.clone(),
            preset: None,
            file: Some(name),
        });
    }
    if let Some(set) = &pack.factor_set {
        let text = write_set(set).ok_or(LessonError::Changed)?;
        files.push((FACTORS.to_owned(), text.into_bytes()));
    }
    for picture in &pack.pictures {
        files.push((format!("{PICTURES}{}", picture.name), picture.bytes.clone()));
    }
    let factor_set = pack.factor_set.as_ref().map(|_| FACTORS.to_owned());
    let file = LessonFile::of(&pack.lesson, starts, factor_set);
    let text = write_form(HEAD, &file).map_err(LessonError::NotWritten)?;
    files.insert(0, (LESSON.to_owned(), text.into_bytes()));
    Ok(files)
}

/// The files as a zip, the same bytes for the same files.
fn zipped(files: &[(String, Vec<u8>)]) -> Result<Vec<u8>, String> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    let mut to = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        to.start_file(name.as_str(), options)
            .map_err(|error| error.to_string())?;
        to.write_all(bytes).map_err(|error| error.to_string())?;
    }
    let done = to.finish().map_err(|error| error.to_string())?;
    Ok(done.into_inner())
}
