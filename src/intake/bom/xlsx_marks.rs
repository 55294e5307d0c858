//! What an xlsx sheet says beside the text of its cells: hidden rows and columns, merged cells, formulas without a value.
//!
//! Invariant: what does not read is left out; the cells themselves are read elsewhere.

use super::grid::{Block, Grid};
use super::xml::{attribute, is_set, number, place};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::io::{BufReader, Cursor, Read};

/// The sheets of the workbook with the paths of their parts.
pub(super) fn paths(bytes: &[u8]) -> Vec<(String, String)> {
    let book = part(bytes, "xl/workbook.xml").unwrap_or_default();
    let relations = part(bytes, "xl/_rels/workbook.xml.rels").unwrap_or_default();
    let targets: Vec<(String, String)> = elements(&relations, "Relationship", |element| {
        Some((attribute(element, "Id")?, attribute(element, "Target")?))
    });
    elements(&book, "sheet", |element| {
        let name = attribute(element, "name")?;
        let id = attribute(element, "id")?;
        let (_, target) = targets.iter().find(|(known, _)| *known == id)?;
        let path = match target.strip_prefix('/') {
            Some(whole) => whole.to_owned(),
            None => format!("xl/{target}"),
        };
        Some((name, path))
    })
}

fn part(bytes: &[u8], path: &str) -> Option<String> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).ok()?;
    let mut text = String::new();
    archive.by_name(path).ok()?.read_to_string(&mut text).ok()?;
    Some(text)
}

fn elements<T>(text: &str, name: &str, take: impl Fn(&BytesStart<'_>) -> Option<T>) -> Vec<T> {
    let mut reader = Reader::from_str(text);
    let mut found = Vec::new();
    loop {
        match reader.read_event() {
            Ok(Event::Start(element) | Event::Empty(element)) if element.local_name().as_ref() == name => {
                found.extend(take(&element));
            }
            Ok(Event::Eof) | Err(_) => return found,
            Ok(_) => {}
        }
    }
}

/// A cell while it is read.
#[derive(Default)]
struct Cell {
    place: Option<(usize, usize)>,
    has_formula: bool,
    has_value: bool,
    in_value: bool,
}

/// Reads the part at `path` into `grid`.
pub(super) fn read(bytes: &[u8], path: &str, grid: &mut Grid) {
    let Ok(mut archive) = zip::ZipArchive::new(Cursor::new(bytes)) else {
        return;
    };
    let Ok(file) = archive.by_name(path) else { return };
    let mut reader = Reader::from_reader(BufReader::new(file));
    let mut buffer = Vec::new();
    let mut cell = Cell::default();
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer) {
            Ok(Event::Start(element)) => start(&element, &mut cell, grid),
            Ok(Event::Empty(element)) => {
                start(&element, &mut cell, grid);
                cell.in_value = false;
            }
            Ok(Event::Text(text)) => cell.has_value |= cell.in_value && !text.trim().is_empty(),
            Ok(Event::GeneralRef(_)) => cell.has_value |= cell.in_value,
            Ok(Event::End(element)) => match element.local_name().as_ref() {
                "v" | "t" => cell.in_value = false,
                "c" => end(&cell, grid),
                _ => {}
            },
            Ok(Event::Eof) | Err(_) => return,
            Ok(_) => {}
        }
    }
}

fn start(element: &BytesStart<'_>, cell: &mut Cell, grid: &mut Grid) {
    match element.local_name().as_ref() {
        "c" => {
            *cell = Cell {
                place: attribute(element, "r").and_then(|name| place(&name)),
                ..Cell::default()
            }
        }
        "f" => cell.has_formula = true,
        "v" | "t" => cell.in_value = true,
        "row" if is_set(element, "hidden") => {
            let row = number(element, "r").and_then(|row| row.checked_sub(1));
            if let Some(row) = row {
                grid.hide_row(row);
            }
        }
        "col" if is_set(element, "hidden") => {
            if let (Some(first), Some(last)) = (number(element, "min"), number(element, "max"))
                && first > 0
            {
                grid.hide_columns(first - 1, last.saturating_sub(1));
            }
        }
        "mergeCell" => {
            let block = attribute(element, "ref").and_then(|range| block(&range));
            if let Some(block) = block {
                grid.merge(block);
            }
        }
        _ => {}
    }
}

fn end(cell: &Cell, grid: &mut Grid) {
    if let Some((row, column)) = cell.place
        && cell.has_formula
        && !cell.has_value
    {
        grid.unreckoned(row, column);
    }
}

fn block(range: &str) -> Option<Block> {
    let (first, last) = range.split_once(':')?;
    let ((top, left), (bottom, right)) = (place(first)?, place(last)?);
    Some(Block {
        top,
        bottom,
        left,
        right,
    })
}
