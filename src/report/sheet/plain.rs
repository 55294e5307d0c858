//! A document as plain text: every word that stands on the paper, in the order in which it is read.

use super::{Block, Cell, Document, flat};
use std::fmt::Write as _;

/// `document` in lines.
pub fn text(document: &Document) -> String {
    let mut out = String::new();
    for section in &document.sections {
        blocks(&mut out, &section.blocks);
    }
    line(&mut out, &flat(&document.foot));
    out
}

fn line(out: &mut String, words: &str) {
    out.push_str(words);
    out.push('\n');
}

fn blocks(out: &mut String, all: &[Block]) {
    for block in all {
        match block {
            Block::Title(words) => line(out, &format!("{}\n", flat(words))),
            Block::Heading(level, words) => {
                line(
                    out,
                    &format!("\n{} {}", "#".repeat(usize::from(*level)), flat(words)),
                );
            }
            Block::Facts(facts) => {
                for (what, words) in facts {
                    line(out, &format!("{}: {}", flat(what), flat(words)));
                }
            }
            Block::Text(_, words) => line(out, words),
            Block::List(entries) => {
                for entry in entries {
                    let parts = [&entry.sign, &entry.text, &entry.value, &entry.small];
                    let said: Vec<String> = parts
                        .into_iter()
                        .filter(|part| !part.is_empty())
                        .map(|part| flat(part))
                        .collect();
                    line(out, &format!("  {}", said.join("  ")));
                }
            }
            Block::Table(table) => {
                let heads: Vec<String> = table.columns.iter().map(|column| flat(&column.head)).collect();
                line(out, &heads.join("\t"));
                for row in &table.rows {
                    let cells: Vec<String> = row.iter().map(cell).collect();
                    line(out, &cells.join("\t"));
                }
            }
            Block::Bar(bar) => {
                let said = bar.spoken(crate::lang::Lang::En);
                // Writing to a string does not fail.
                let _ = writeln!(out, "{}: {said}", flat(&bar.name));
            }
            Block::Drawing(drawing) => line(out, &drawing.spoken),
            Block::Write { label, .. } => line(out, &format!("{}: ________", flat(label))),
            Block::Columns(left, right) => {
                blocks(out, left);
                blocks(out, right);
            }
            Block::Space(_) | Block::PageBreak => {}
        }
    }
}

/// A cell in words.
fn cell(cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Words { text, small } => flat(&[text.as_str(), small].join(" ")).trim().to_owned(),
        Cell::Pathway {
            letter, name, small, ..
        } => format!("{letter} {} {}", flat(name), flat(small))
            .trim()
            .to_owned(),
        Cell::Figure(figure) | Cell::Short(figure) => {
            let parts = [&figure.value, &figure.range, &figure.grade];
            let said: Vec<&str> = parts
                .into_iter()
                .map(String::as_str)
                .filter(|part| !part.is_empty())
                .collect();
            said.join(" ")
        }
        Cell::Bar(bar) => bar.spoken(crate::lang::Lang::En),
        Cell::Scale(scale) => scale.spoken.clone(),
        Cell::Sides(sides) => sides.spoken.clone(),
        Cell::Sign(_, letter) => letter.clone(),
    }
}
