//! Lines of text as records of cells: quoted cells may hold the delimiter and line ends.
//!
//! Invariant: no record takes more than the bytes that a line may have, and a record that does not end costs one line
//! and not those after it.

use super::MOST_LINE_BYTES;
use super::entry::{Entry, What, Why};
use encoding_rs::GB18030;
use std::collections::VecDeque;

/// The delimiter of a table whose first line is `head`: the one of tab, semicolon and comma that stands there most often.
pub fn delimiter(head: &str) -> char {
    let most = ['\t', ';', ',']
        .into_iter()
        .max_by_key(|mark| head.matches(*mark).count());
    most.unwrap_or(',')
}

/// Reads records off lines.
#[derive(Debug)]
pub struct Records<I> {
    lines: I,
    /// Lines read ahead that turned out not to belong to the record before them.
    kept: VecDeque<Result<Vec<u8>, Why>>,
    delimiter: u8,
    number: u64,
}

impl<I: Iterator<Item = Option<Vec<u8>>>> Records<I> {
    /// The records in `lines`, each without its line end; `None` is a line that is too long. The first has the number
    /// `number`.
    pub fn new(lines: I, delimiter: char, number: u64) -> Self {
        Self {
            lines,
            kept: VecDeque::new(),
            delimiter: u8::try_from(delimiter).unwrap_or(b','),
            number,
        }
    }

    fn line(&mut self) -> Option<Result<Vec<u8>, Why>> {
        let next = || self.lines.next().map(|line| line.ok_or(Why::TooLong));
        self.kept.pop_front().or_else(next)
    }

    /// Goes on with a record whose quoted cell goes over the end of its line.
    fn whole(&mut self, first: Vec<u8>, mut state: State) -> Result<(Vec<u8>, u64), Why> {
        let (mut record, mut ahead) = (first, Vec::new());
        while let Some(next) = self.line() {
            ahead.push(next);
            let Some(Ok(line)) = ahead.last() else { break };
            if record.len() + line.len() >= MOST_LINE_BYTES {
                break;
            }
            record.push(b'\n');
            record.extend_from_slice(line);
            state = state.over(b"\n", self.delimiter).over(line, self.delimiter);
            if state != State::Quoted {
                return Ok((record, ahead.len() as u64));
            }
        }
        for line in ahead.into_iter().rev() {
            self.kept.push_front(line);
        }
        Err(Why::Quote)
    }
}

impl<I: Iterator<Item = Option<Vec<u8>>>> Iterator for Records<I> {
    type Item = Entry;

    fn next(&mut self) -> Option<Entry> {
        loop {
            let number = self.number;
            self.number += 1;
            let bad = |why| {
                let what = What::Bad(String::new(), why);
                Some(Entry { number, what })
            };
            let line = match self.line()? {
                Ok(line) => line,
                Err(why) => return bad(why),
            };
            let state = State::Start.over(&line, self.delimiter);
            let bytes = if state == State::Quoted {
                match self.whole(line, state) {
                    Ok((record, more)) => {
                        self.number += more;
                        record
                    }
                    Err(why) => return bad(why),
                }
            } else {
                line
            };
            let Some(text) = decoded(&bytes) else {
                return bad(Why::NotText);
            };
            if !text.trim().is_empty() {
                let what = What::Cells(cells(&text, char::from(self.delimiter)));
                return Some(Entry { number, what });
            }
        }
    }
}

/// `bytes` as text: UTF-8, else GB18030; `None` where they are neither.
pub(super) fn decoded(bytes: &[u8]) -> Option<String> {
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Some(text.trim_start_matches('\u{FEFF}').to_owned());
    }
    let text = GB18030.decode_without_bom_handling_and_without_replacement(bytes)?;
    Some(text.into_owned())
}

/// Where in a record a place is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    /// At the start of a cell.
    Start,
    /// In a cell without quotation marks.
    Plain,
    /// Within quotation marks.
    Quoted,
    /// Behind a quotation mark within a quoted cell: its end, or the first of two that stand for one.
    Closed,
}

impl State {
    fn over(self, bytes: &[u8], delimiter: u8) -> Self {
        bytes.iter().fold(self, |state, byte| match (state, *byte) {
            (Self::Quoted, b'"') => Self::Closed,
            (Self::Quoted, _) | (Self::Start | Self::Closed, b'"') => Self::Quoted,
            (_, byte) if byte == delimiter => Self::Start,
            _ => Self::Plain,
        })
    }
}

/// The cells of one record.
pub(super) fn cells(text: &str, delimiter: char) -> Vec<String> {
    let (mut cells, mut cell) = (Vec::new(), String::new());
    let (mut is_quoted, mut at_start) = (false, true);
    let mut rest = text.trim_end_matches('\r').chars().peekable();
    while let Some(letter) = rest.next() {
        if is_quoted {
            match letter {
                '"' if rest.peek() == Some(&'"') => {
                    cell.push('"');
                    rest.next();
                }
                '"' => is_quoted = false,
                _ => cell.push(letter),
            }
        } else if letter == '"' && at_start {
            is_quoted = true;
        } else if letter == delimiter {
            cells.push(std::mem::take(&mut cell));
            at_start = true;
            continue;
        } else {
            cell.push(letter);
        }
        at_start = false;
    }
    cells.push(cell);
    cells
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<(u64, What)> {
        let lines = text.split('\n').map(|line| Some(line.as_bytes().to_vec()));
        let records = Records::new(lines, ',', 1);
        records.map(|entry| (entry.number, entry.what)).collect()
    }

    fn row(cells: &[&str]) -> What {
        What::Cells(cells.iter().map(|cell| (*cell).to_owned()).collect())
    }

    #[test]
    fn quoted_cells_hold_delimiters_marks_and_line_ends() {
        let found = read("a,\"b,c\"\n\"d\"\"e\",f\r\n\n\"g\nh\",i\nj,k");
        let expected = [
            (1, row(&["a", "b,c"])),
            (2, row(&["d\"e", "f"])),
            (4, row(&["g\nh", "i"])),
            (6, row(&["j", "k"])),
        ];
        assert_eq!(found, expected);
        // An inch is no quotation.
        assert_eq!(read("12\" jeans,x\ny,z").len(), 2);
    }

    #[test]
    fn a_quotation_without_end_costs_one_line() {
        let found = read("a,\"b\nc,d\ne,f");
        assert_eq!(found.len(), 3);
        assert_eq!(found[0], (1, What::Bad(String::new(), Why::Quote)));
        assert_eq!(found[1], (2, row(&["c", "d"])));
        assert_eq!(found[2], (3, row(&["e", "f"])));
    }

    #[test]
    fn gb18030_is_read_and_other_bytes_are_said() {
        let (bytes, _, _) = GB18030.encode("款号,95%棉");
        let mut lines = vec![Some(bytes.into_owned()), None, Some(vec![0xff, 0xff, b'a'])];
        lines.push(Some("x,y".into()));
        let found: Vec<What> = Records::new(lines.into_iter(), ',', 1)
            .map(|entry| entry.what)
            .collect();
        assert_eq!(found[0], row(&["款号", "95%棉"]));
        assert_eq!(found[1], What::Bad(String::new(), Why::TooLong));
        assert_eq!(found[2], What::Bad(String::new(), Why::NotText));
        assert_eq!(found[3], row(&["x", "y"]));
    }

    #[test]
    fn the_delimiter_is_the_one_that_stands_there_most() {
        assert_eq!(delimiter("a;b;c,d"), ';');
        assert_eq!(delimiter("a\tb"), '\t');
        assert_eq!(delimiter("a"), ',');
    }
}
