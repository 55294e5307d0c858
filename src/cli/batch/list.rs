//! The list of a batch as a stream of lines: a folder of projects, a table of text, or a sheet.

use super::fault::{Fault, of};
use super::has_ending;
use crate::collection::{Entry, Heads, MOST_LINE_BYTES, MOST_LINES, Records, Rows, What, Why, delimiter};
use crate::store;
use crate::text::{BatchMsg, Lang, number};
use calamine::{Reader as _, Xlsx};
use std::io::BufReader;
use std::iter;
use std::path::{Path, PathBuf};

/// The most bytes that a workbook may unpack to.
const MOST_UNPACKED: u64 = 1 << 30;

/// A list that is being read.
pub(super) struct List<'a> {
    /// What its columns mean.
    pub heads: Heads,
    /// Its lines, as many as there may be at most where that is known.
    pub lines: Option<u64>,
    /// Its lines.
    pub entries: Box<dyn Iterator<Item = Result<Entry, Fault>> + 'a>,
}

/// Opens the list at `path` and gives it to `read`.
pub(super) fn open<T>(
    path: &Path,
    lang: Lang,
    read: impl FnOnce(List<'_>) -> Result<T, Fault>,
) -> Result<T, Fault> {
    if store::is_folder(path) {
        return read(folder(path, lang)?);
    }
    if has_ending(path, "xlsx") {
        return workbook(path, lang, read);
    }
    if has_ending(path, "csv") || has_ending(path, "txt") || has_ending(path, "tsv") {
        return read(text(path, lang)?);
    }
    if store::holds_file(path) {
        return Err(of(path, BatchMsg::NotAList.text(lang)).into());
    }
    let missing = store::lines(path, MOST_LINE_BYTES).err();
    Err(missing.map_or_else(|| of(path, BatchMsg::NotAList.text(lang)).into(), Fault::Unread))
}

fn too_many(path: &Path, count: u64, lang: Lang) -> Fault {
    let said = |count: u64| number::thousands(&count.to_string(), lang);
    let values = [("count", said(count)), ("limit", said(MOST_LINES))];
    let values = values.each_ref().map(|(key, value)| (*key, value.as_str()));
    of(path, &BatchMsg::TooManyLines.with(lang, &values)).into()
}

fn folder(path: &Path, lang: Lang) -> Result<List<'static>, Fault> {
    let files = store::files_in(path, &["reloom", "ron"]).map_err(Fault::Unread)?;
    if files.is_empty() {
        return Err(of(path, BatchMsg::EmptyFolder.text(lang)).into());
    }
    let count = files.len() as u64;
    if count > MOST_LINES {
        return Err(too_many(path, count, lang));
    }
    let entry = move |(number, file): (u64, PathBuf)| {
        let name = file
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        let what = match store::open(&file) {
            Ok(bytes) => What::Project(name, bytes),
            Err(error) => What::Bad(name, Why::Said(error.text(lang))),
        };
        Ok(Entry { number, what })
    };
    Ok(List {
        heads: Heads::default(),
        lines: Some(count),
        entries: Box::new((1..).zip(files).map(entry)),
    })
}

fn text(path: &Path, lang: Lang) -> Result<List<'static>, Fault> {
    let count = store::count_lines(path).map_err(Fault::Unread)?;
    if count > MOST_LINES + 1 {
        return Err(too_many(path, count, lang));
    }
    let open = || store::lines(path, MOST_LINE_BYTES).map_err(Fault::Unread);
    let empty = || Fault::from(of(path, BatchMsg::EmptyList.text(lang)));
    let first = open()?.next().flatten().unwrap_or_default();
    if first.starts_with(&[0xff, 0xfe]) || first.starts_with(&[0xfe, 0xff]) {
        return Err(of(path, BatchMsg::Utf16.text(lang)).into());
    }
    let mark = delimiter(&String::from_utf8_lossy(&first));
    let lines = open()?;
    let broken = lines.broken();
    let mut records = Records::new(lines, mark, 1);
    let head = records.next().ok_or_else(empty)?;
    let heads = heads(path, &head, lang)?;
    Ok(List {
        heads,
        lines: Some(count.saturating_sub(1)),
        entries: Box::new(
            records.map(Ok).chain(
                // A list that breaks off is not taken for a shorter one.
                iter::once_with(move || broken.take().map(Fault::Unread))
                    .flatten()
                    .map(Err),
            ),
        ),
    })
}

fn heads(path: &Path, head: &Entry, lang: Lang) -> Result<Heads, Fault> {
    match &head.what {
        What::Cells(cells) => Heads::of(cells).map_err(|error| of(path, error.text(lang)).into()),
        What::Bad(_, why) => Err(of(path, &why.text(lang)).into()),
        What::Project(..) => Err(of(path, BatchMsg::EmptyList.text(lang)).into()),
    }
}

fn workbook<T>(path: &Path, lang: Lang, read: impl FnOnce(List<'_>) -> Result<T, Fault>) -> Result<T, Fault> {
    // That it is a file and can be read is said in the words of the store.
    drop(store::lines(path, MOST_LINE_BYTES).map_err(Fault::Unread)?);
    let damaged = |detail: &str| {
        Fault::from(of(
            path,
            &BatchMsg::SheetDamaged.with(lang, &[("detail", detail)]),
        ))
    };
    let file = store::handle(path).map_err(|error| damaged(&error.to_string()))?;
    let zip = zip::ZipArchive::new(BufReader::new(file)).map_err(|error| damaged(&error.to_string()))?;
    let unpacked = zip.decompressed_size().unwrap_or(0);
    if unpacked > u128::from(MOST_UNPACKED) {
        return Err(of(
            path,
            &BatchMsg::TooLargeUnpacked.with(lang, &[("limit", "1 GiB")]),
        )
        .into());
    }
    let file = store::handle(path).map_err(|error| damaged(&error.to_string()))?;
    let mut book = Xlsx::new(BufReader::new(file)).map_err(|error| damaged(&error.to_string()))?;
    let mut rows = Rows::of(&mut book)?;
    let head = rows
        .next()
        .ok_or_else(|| Fault::from(of(path, BatchMsg::EmptyList.text(lang))))??;
    let heads = heads(path, &head, lang)?;
    read(List {
        heads,
        lines: None,
        entries: Box::new(rows.map(|row| row.map_err(Fault::from))),
    })
}
