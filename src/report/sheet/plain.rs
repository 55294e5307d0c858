//! A document as plain text: every word that stands on the paper, in the order in which it is read.

use super::{Block, Cell, Document, Entry, Figure, flat};
use crate::explain::why::WaterfallRow;
use crate::lang::Lang;

/// `document` in lines.
pub fn text(document: &Document) -> String {
    let blocks = document.sections.iter().flat_map(|section| &section.blocks);
    let mut lines: Vec<String> = blocks.flat_map(|block| lines(block, document.lang)).collect();
    lines.push(flat(&document.foot));
    lines.join("\n") + "\n"
}

/// `blocks` in lines, for what is copied out of a panel: its headings stand under an empty line.
pub fn passage<'a>(blocks: impl IntoIterator<Item = &'a Block>, lang: Lang) -> String {
    let said = |block: &Block| match block {
        Block::Heading(_, words) => vec![String::new(), flat(words)],
        block => lines(block, lang),
    };
    let lines: Vec<String> = blocks.into_iter().flat_map(said).collect();
    lines.join("\n")
}

/// `block` as it stands in a text: with the marks of its kind.
fn lines(block: &Block, lang: Lang) -> Vec<String> {
    match block {
        Block::Title(words) => vec![flat(words), String::new()],
        Block::Heading(level, words) => {
            let marks = "#".repeat(usize::from(*level));
            vec![String::new(), format!("{marks} {}", flat(words))]
        }
        Block::List(entries) => entries
            .iter()
            .map(|entry| format!("  {}", self::entry(entry, lang)))
            .collect(),
        Block::Write { label, .. } => vec![format!("{}: ________", flat(label))],
        Block::Columns(left, right) => {
            let both = left.iter().chain(right);
            both.flat_map(|block| lines(block, lang)).collect()
        }
        _ => words(block, lang),
    }
}

/// What `block` says, piece by piece; nothing for what is only drawn.
pub fn words(block: &Block, lang: Lang) -> Vec<String> {
    match block {
        Block::Title(words) | Block::Heading(_, words) | Block::Text(_, words) => vec![words.clone()],
        Block::Source { text, .. } => vec![text.clone()],
        Block::Facts(facts) => facts
            .iter()
            .map(|(what, words)| format!("{}: {}", flat(what), flat(words)))
            .collect(),
        Block::List(entries) => entries.iter().map(|entry| self::entry(entry, lang)).collect(),
        Block::Table(table) => {
            let heads: Vec<String> = table.columns.iter().map(|column| flat(&column.head)).collect();
            let row = |row: &Vec<Cell>| {
                let cells: Vec<String> = row.iter().map(|each| cell(each, lang)).collect();
                cells.join("\t")
            };
            [heads.join("\t")]
                .into_iter()
                .chain(table.rows.iter().map(row))
                .collect()
        }
        Block::Figure(figure) => vec![self::figure(figure, lang)],
        Block::Bar(bar) => vec![format!("{}: {}", flat(&bar.name), bar.spoken(lang))],
        Block::Steps(rows) => {
            let said = |row: &WaterfallRow| format!("{}{}{}", flat(&row.label), lang.colon(), row.share);
            rows.iter().map(said).collect()
        }
        Block::Pathway {
            letter, name, said, ..
        } => {
            let name = format!("{letter}  {}", flat(name));
            let said = said.iter().flat_map(|block| words(block, lang));
            [name].into_iter().chain(said).collect()
        }
        Block::Sides(sides) => vec![format!("{}: {}", flat(&sides.name), sides.spoken(lang))],
        Block::Columns(left, right) => left
            .iter()
            .chain(right)
            .flat_map(|block| words(block, lang))
            .collect(),
        Block::Halves { names, lost, gained } => {
            let sides = names.iter().zip([lost, gained]);
            let said: Vec<String> = sides.filter_map(|(name, side)| half(name, side, lang)).collect();
            if said.is_empty() {
                Vec::new()
            } else {
                vec![said.join(lang.semicolon())]
            }
        }
        Block::Legend(items) => items.iter().map(|(_, words)| flat(words)).collect(),
        Block::Signs { title, list } => {
            let named: Vec<&str> = list.iter().map(|(_, word)| word.as_str()).collect();
            vec![format!("{title}{}{}", lang.colon(), named.join(lang.comma()))]
        }
        Block::Drawing(drawing) => vec![drawing.spoken.clone()],
        Block::Write { label, .. } => vec![flat(label)],
        Block::Space(_) | Block::PageBreak => Vec::new(),
    }
}

/// What stands on one side of zero, after the name of the side; none where nothing stands there.
fn half(name: &str, side: &[Block], lang: Lang) -> Option<String> {
    let said = side.iter().flat_map(|block| words(block, lang));
    let said: Vec<String> = said.filter(|words| !words.is_empty()).collect();
    let said = (!said.is_empty()).then(|| said.join(lang.comma()))?;
    Some(if name.is_empty() {
        said
    } else {
        format!("{name}{}{said}", lang.colon())
    })
}

/// The word over a figure and the figure; a figure without such a word with its name and all that is said of it.
fn figure(figure: &Figure, lang: Lang) -> String {
    let spoken = figure.spoken(lang);
    if !figure.word.is_empty() {
        return lang.beside(&flat(&figure.word), &spoken);
    }
    if figure.name.is_empty() {
        return spoken;
    }
    let mut said = vec![format!("{}{}{spoken}", flat(&figure.name), lang.colon())];
    said.extend(figure.marks(lang).into_iter().map(str::to_owned));
    said.extend((!figure.meaning.is_empty()).then(|| flat(&figure.meaning)));
    said.join(lang.semicolon())
}

fn entry(entry: &Entry, lang: Lang) -> String {
    let value = entry.figure.spoken(lang);
    let parts = [&entry.sign, &entry.text, &value, &entry.small];
    let said = parts.into_iter().filter(|part| !part.is_empty());
    said.map(|part| flat(part)).collect::<Vec<_>>().join("  ")
}

/// A cell in words.
fn cell(cell: &Cell, lang: Lang) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Words { text, small } => flat(&[text.as_str(), small].join(" ")).trim().to_owned(),
        Cell::Pathway {
            letter, name, small, ..
        } => format!("{letter} {} {}", flat(name), flat(small))
            .trim()
            .to_owned(),
        Cell::Figure(figure) | Cell::Short(figure) => figure.spoken(lang),
        Cell::Bar(bar) => bar.spoken(lang),
        Cell::Scale(scale) => scale.spoken.clone(),
        Cell::Sides(sides) => sides.spoken(lang),
        Cell::Sign(_, letter) => letter.clone(),
    }
}
