//! Tables of a web page, which many systems save under the name of a workbook.
//!
//! Invariant: any text is read in one pass; what is no table is left out.

use super::error::{TableError, limit};
use super::grid::{Block, Grid};
use super::sheet::Sheet;

/// True where `text` is a page with a table rather than cells.
pub(super) fn is_html(text: &str) -> bool {
    const SEEN: usize = 4000;
    let head: String = text.chars().take(SEEN).collect();
    let head = head.to_ascii_lowercase();
    let start = head.trim_start_matches('\u{FEFF}').trim_start();
    let is_page = [
        "<html",
        "<!doctype html",
        "<table",
        "<meta",
        "<head",
        "<?xml",
        "<style",
        "<div",
        "<body",
    ]
    .iter()
    .any(|tag| start.starts_with(tag));
    is_page && text.to_ascii_lowercase().contains("<table")
}

/// The tables of the page, each as a sheet.
pub(super) fn sheets(text: &str) -> Result<Vec<Sheet>, TableError> {
    let mut page = Page {
        budget: limit::UNPACKED,
        ..Page::default()
    };
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        let (words, tail) = rest.split_at(at);
        page.text(words);
        if let Some(after) = tail.strip_prefix("<!--") {
            rest = after
                .find("-->")
                .and_then(|end| after.get(end + 3..))
                .unwrap_or_default();
            continue;
        }
        let end = tail.find('>').unwrap_or(tail.len());
        let tag = tail.get(1..end).unwrap_or_default();
        rest = tail.get(end + 1..).unwrap_or_default();
        page.tag(tag)?;
        if ["style", "script"].iter().any(|name| name_of(tag) == *name) {
            let close = format!("</{}", name_of(tag));
            let skipped = rest.to_ascii_lowercase().find(&close);
            rest = skipped.and_then(|at| rest.get(at..)).unwrap_or_default();
        }
    }
    page.end_table()?;
    Ok(page.sheets)
}

#[derive(Default)]
struct Page {
    sheets: Vec<Sheet>,
    budget: usize,
    grid: Option<Grid>,
    /// Columns that a cell of an earlier row still covers, with the row after its last.
    covered: Vec<usize>,
    row: usize,
    column: usize,
    is_row: bool,
    cell: Option<(String, usize, usize)>,
}

impl Page {
    fn text(&mut self, words: &str) {
        if let Some((text, ..)) = &mut self.cell
            && text.len() < 4 * limit::CELL
        {
            text.push_str(words);
        }
    }

    fn tag(&mut self, tag: &str) -> Result<(), TableError> {
        match name_of(tag).as_str() {
            "table" => {
                self.end_table()?;
                self.grid = Some(Grid::default());
                (self.row, self.column, self.is_row) = (0, 0, false);
                self.covered.clear();
            }
            "/table" => self.end_table()?,
            "tr" => {
                self.end_row()?;
                self.is_row = true;
            }
            "/tr" => self.end_row()?,
            "td" | "th" => {
                self.end_cell()?;
                self.is_row = true;
                let span = |name: &str| {
                    attribute(tag, name)
                        .and_then(|value| value.parse().ok())
                        .unwrap_or(1_usize)
                };
                let columns = span("colspan").clamp(1, limit::COLUMNS);
                let rows = span("rowspan").clamp(1, limit::ROWS);
                self.cell = Some((String::new(), rows, columns));
            }
            "/td" | "/th" => self.end_cell()?,
            "br" | "br/" | "/p" | "/div" => self.text(" "),
            _ => {}
        }
        Ok(())
    }

    fn end_cell(&mut self) -> Result<(), TableError> {
        let Some((text, rows, columns)) = self.cell.take() else {
            return Ok(());
        };
        let Some(grid) = &mut self.grid else { return Ok(()) };
        while self
            .covered
            .get(self.column)
            .is_some_and(|until| *until > self.row)
        {
            self.column += 1;
        }
        grid.put(self.row, self.column, plain(&text), &mut self.budget)?;
        if rows > 1 || columns > 1 {
            grid.merge(Block {
                top: self.row,
                bottom: self.row + rows - 1,
                left: self.column,
                right: self.column + columns - 1,
            });
        }
        let last = (self.column + columns).min(limit::COLUMNS + 1);
        if self.covered.len() < last {
            self.covered.resize(last, 0);
        }
        for until in self.covered.iter_mut().take(last).skip(self.column) {
            *until = self.row + rows;
        }
        self.column += columns;
        Ok(())
    }

    fn end_row(&mut self) -> Result<(), TableError> {
        self.end_cell()?;
        if self.is_row {
            self.row += 1;
        }
        (self.column, self.is_row) = (0, false);
        Ok(())
    }

    fn end_table(&mut self) -> Result<(), TableError> {
        self.end_row()?;
        if let Some(grid) = self.grid.take() {
            let name = (self.sheets.len() + 1).to_string();
            let sheet = if self.sheets.len() < limit::SHEETS {
                grid.sheet(&name)?
            } else {
                Sheet::unread(&name)
            };
            if !sheet.is_empty() || sheet.is_unread() {
                self.sheets.push(sheet);
            }
        }
        Ok(())
    }
}

/// The name of a tag in lower case, with its stroke where it ends something.
fn name_of(tag: &str) -> String {
    let end = tag.find(|c: char| c.is_whitespace()).unwrap_or(tag.len());
    tag.get(..end).unwrap_or_default().to_ascii_lowercase()
}

fn attribute(tag: &str, name: &str) -> Option<String> {
    let lower = tag.to_ascii_lowercase();
    let at = lower.find(&format!("{name}="))?;
    let value = lower.get(at + name.len() + 1..)?.trim_start_matches(['"', '\'']);
    let end = value.find(|c: char| !c.is_ascii_digit()).unwrap_or(value.len());
    value.get(..end).map(str::to_owned)
}

/// Words with their entities as characters, one space apart.
fn plain(text: &str) -> String {
    const LONGEST: usize = 10;
    let mut words = String::new();
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        let (before, tail) = rest.split_at(at);
        words.push_str(before);
        let end = tail
            .char_indices()
            .take(LONGEST)
            .find(|(_, c)| *c == ';')
            .map(|(end, _)| end);
        let known = end.and_then(|end| Some((character(tail.get(1..end)?)?, end)));
        if let Some((c, end)) = known {
            words.push(c);
            rest = tail.get(end + 1..).unwrap_or_default();
        } else {
            words.push('&');
            rest = tail.get(1..).unwrap_or_default();
        }
    }
    words.push_str(rest);
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn character(entity: &str) -> Option<char> {
    if let Some(code) = entity.strip_prefix('#') {
        let number = match code.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok()?,
            None => code.parse().ok()?,
        };
        return char::from_u32(number);
    }
    Some(match entity {
        "nbsp" => ' ',
        "sup2" => '²',
        "frac12" => '½',
        "times" => '×',
        "plusmn" => '±',
        "deg" => '°',
        other => quick_xml::escape::resolve_predefined_entity(other)?
            .chars()
            .next()?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_read_as_its_tables() {
        let page = "<html><style>td{}</style><TABLE border=1><tr><td rowspan=2>a&amp;b<td colspan='2'>GSM&nbsp;(g/m&sup2;)</tr>\
                    <tr><td>1<td>2</table><table></table>";
        assert!(is_html(page));
        let sheets = sheets(page).unwrap();
        assert_eq!(sheets.len(), 1);
        let sheet = &sheets[0];
        assert_eq!((sheet.cell(0, 0), sheet.cell(0, 1)), ("a&b", "GSM (g/m²)"));
        assert_eq!(
            (sheet.cell(1, 0), sheet.cell(1, 1), sheet.cell(1, 2)),
            ("", "1", "2")
        );
        assert_eq!(sheet.merged_into(1, 0), Some((0, 0)));
        assert!(!is_html("Material,<table\n"));
    }
}
