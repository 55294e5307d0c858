//! The trainer's guide and the keys on one page, from their Markdown.

use super::Make;
use crate::lang::Lang;
use crate::lesson::guides::GuideText;
use crate::report::sheet::{Block, Cell, Column, Entry, Section, Table, Tone};

/// The guide, or the keys, on pages of its own for each language.
pub(super) fn sections(make: &Make<'_>, which: GuideText) -> Vec<Section> {
    let langs: &[Lang] = match make.lang() {
        Lang::En => &[Lang::En],
        Lang::Zh => &[Lang::Zh],
        Lang::Both => &[Lang::Zh, Lang::En],
    };
    let pages = (which == GuideText::Keys).then_some(1);
    let section = |lang: &Lang| Section {
        pages,
        blocks: blocks(which.markdown(*lang)),
    };
    langs.iter().map(section).collect()
}

/// Markdown as blocks: headings, lists, tables, paragraphs; signs of code are left out.
fn blocks(markdown: &str) -> Vec<Block> {
    let mut all: Vec<Block> = Vec::new();
    for line in markdown.lines().filter(|line| !line.is_empty()) {
        let line = line.replace('`', "");
        if let Some(title) = line.strip_prefix("# ") {
            all.push(Block::Heading(1, title.to_owned()));
        } else if let Some(title) = line.strip_prefix("## ") {
            all.push(Block::Heading(2, title.to_owned()));
        } else if let Some(row) = line.strip_prefix('|') {
            row_of(row, &mut all);
        } else if let Some((sign, text)) = entry(&line) {
            let entry = Entry {
                sign: sign.to_owned(),
                text: text.to_owned(),
                ..Entry::default()
            };
            match all.last_mut() {
                Some(Block::List(entries)) => entries.push(entry),
                _ => all.push(Block::List(vec![entry])),
            }
        } else {
            all.push(Block::Text(Tone::Body, line));
        }
    }
    all
}

/// Sign and text of a line of a list.
fn entry(line: &str) -> Option<(&str, &str)> {
    if let Some(text) = line.strip_prefix("- ") {
        return Some(("–", text));
    }
    let (number, text) = line.split_once(". ")?;
    let is_number =
        !number.is_empty() && number.len() < 3 && number.chars().all(|sign| sign.is_ascii_digit());
    is_number.then_some((number, text))
}

/// A row of a table: the first gives its headings, the second only parts them.
fn row_of(row: &str, all: &mut Vec<Block>) {
    if row.starts_with("---") {
        return;
    }
    let cells: Vec<&str> = row.trim_end_matches('|').split('|').map(str::trim).collect();
    if let Some(Block::Table(table)) = all.last_mut() {
        table.rows.push(cells.into_iter().map(Cell::words).collect());
        return;
    }
    let part = |at: usize| if at + 1 == cells.len() { 2.0 } else { 1.0 };
    let columns = cells
        .iter()
        .enumerate()
        .map(|(at, head)| Column::words(*head, part(at)));
    all.push(Block::Table(Table {
        columns: columns.collect(),
        dense: true,
        ..Table::default()
    }));
}
