//! Sheets to count work by hand, one page a kind of work: what the counts give, how to count, and rows to write in.
//!
//! Invariant: the columns are the fields of the form in which the rows are typed in.

use super::sheet::{Block, Cell, Column, Document, Entry, Format, Palette, Section, Table, Tone};
use crate::text::{CommonMsg, Lang, MeasureMsg, PictureMsg};

/// Rows to write in, and those beneath words in both languages.
const ROWS: [usize; 2] = [9, 6];

/// What is counted, what the counts give, and the columns of what was done.
const SHEETS: [(MeasureMsg, MeasureMsg, &[MeasureMsg]); 4] = [
    (
        MeasureMsg::Sorting,
        MeasureMsg::ForSorting,
        &[MeasureMsg::Kilograms, MeasureMsg::Pieces],
    ),
    (MeasureMsg::Repair, MeasureMsg::ForRepair, &[MeasureMsg::Pieces]),
    (
        MeasureMsg::Disassembly,
        MeasureMsg::ForDisassembly,
        &[MeasureMsg::Trims, MeasureMsg::Pieces],
    ),
    (MeasureMsg::Sewing, MeasureMsg::ForSewing, &[MeasureMsg::Pieces]),
];

/// How to count.
const HOW: [MeasureMsg; 4] = [
    MeasureMsg::HowRows,
    MeasureMsg::HowMinutes,
    MeasureMsg::HowTell,
    MeasureMsg::HowEnter,
];

/// The sheets in `lang`, with the day that they bear.
pub fn document(lang: Lang, date: &str, palette: Palette) -> Document {
    let foot = lang.head(|lang| {
        let values = [
            ("version", env!("CARGO_PKG_VERSION")),
            ("date", date),
            ("estimate", CommonMsg::EstimateNote.text(lang)),
        ];
        PictureMsg::Foot.with(lang, &values)
    });
    Document {
        title: MeasureMsg::SheetName.head(lang).to_owned(),
        about: MeasureMsg::SheetAbout.head(lang).to_owned(),
        lang,
        date: date.to_owned(),
        foot,
        palette,
        plain: true,
        format: Format::A4,
        large: true,
        sections: SHEETS.iter().map(|sheet| section(sheet, lang)).collect(),
    }
}

fn section((work, gives, done): &(MeasureMsg, MeasureMsg, &[MeasureMsg]), lang: Lang) -> Section {
    let said = |message: &MeasureMsg| lang.lines(|lang| message.text(lang).to_owned());
    let how = |(at, message): (usize, &MeasureMsg)| Entry {
        sign: (at + 1).to_string(),
        text: said(message),
        ..Entry::default()
    };
    let write = |message: MeasureMsg| Block::Write {
        label: message.head(lang).to_owned(),
        lines: 1,
    };
    let blocks = vec![
        Block::Text(Tone::Small, MeasureMsg::SheetName.head(lang).to_owned()),
        Block::Heading(1, work.head(lang).to_owned()),
        Block::Text(Tone::Body, said(gives)),
        Block::Heading(3, MeasureMsg::How.head(lang).to_owned()),
        Block::List(HOW.iter().enumerate().map(how).collect()),
        Block::Columns(vec![write(MeasureMsg::Where)], vec![write(MeasureMsg::When)]),
        write(MeasureMsg::What),
        Block::Table(rows(done, lang)),
    ];
    Section {
        pages: Some(1),
        blocks,
    }
}

/// Empty rows under the fields of the form.
fn rows(done: &[MeasureMsg], lang: Lang) -> Table {
    let fields = [MeasureMsg::People, MeasureMsg::Minutes, MeasureMsg::Days];
    let field = |message: &MeasureMsg| Column::drawn(message.head(lang), 62.0);
    let mut columns = vec![Column::drawn(MeasureMsg::Number.head(lang), 34.0)];
    columns.extend(done.iter().chain(&fields).map(field));
    columns.push(Column::words(MeasureMsg::Remarks.head(lang), 1.0));
    let [count, beneath_both] = ROWS;
    let count = if lang == Lang::Both { beneath_both } else { count };
    let row = |at: usize| {
        let number = Cell::Words {
            text: (at + 1).to_string(),
            // Room to write in.
            small: "\u{a0}".to_owned(),
        };
        let empty = std::iter::repeat_n(Cell::Empty, columns.len() - 1);
        std::iter::once(number).chain(empty).collect()
    };
    Table {
        name: MeasureMsg::SheetName.head(lang).to_owned(),
        rows: (0..count).map(row).collect(),
        columns,
        ..Table::default()
    }
}
