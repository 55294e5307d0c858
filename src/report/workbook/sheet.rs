//! Sheets of the workbook as plain data: headings with widths, cells with the form of their number.

/// How a number is shown; the whole number stands in the cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Shown {
    /// As it is.
    Plain,
    /// Two decimals.
    Two,
    /// Four decimals.
    Four,
    /// Share of 1.
    Share,
    /// Hours and the like.
    Tenth,
    /// A count.
    Whole,
}

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Nothing.
    Empty,
    /// Words.
    Text(String),
    /// Words that stand out.
    Strong(String),
    /// A number.
    Number(f64, Shown),
    /// A formula with the value that it has now.
    Formula(String, f64, Shown),
}

impl Cell {
    /// Words.
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    /// A number where there is one.
    pub fn number(value: Option<f64>, shown: Shown) -> Self {
        match value {
            Some(value) if value.is_finite() => Self::Number(value, shown),
            _ => Self::Empty,
        }
    }
}

/// One sheet: headings in the first row, which stays in sight.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Sheet {
    /// Its name.
    pub name: &'static str,
    /// Its headings with the width of their column in characters.
    pub heads: Vec<(String, f64)>,
    /// Its rows.
    pub rows: Vec<Vec<Cell>>,
}

impl Sheet {
    /// A sheet without rows.
    pub fn new<T: Into<String>>(name: &'static str, heads: impl IntoIterator<Item = (T, f64)>) -> Self {
        Self {
            name,
            heads: heads
                .into_iter()
                .map(|(head, width)| (head.into(), width))
                .collect(),
            rows: Vec::new(),
        }
    }

    /// The number that spreadsheets give the next row.
    pub fn next_row(&self) -> usize {
        self.rows.len() + 2
    }

    /// The cell of `column`, from 0, in the row with this number, as another sheet names it.
    pub fn cell(&self, column: usize, row: usize) -> String {
        format!("'{}'!{}{row}", self.name, letters(column))
    }
}

/// `A`, `B` … `Z`, `AA` …
pub fn letters(column: usize) -> String {
    let mut left = column;
    let mut found = Vec::new();
    loop {
        let digit = u8::try_from(left % 26).unwrap_or_default();
        found.push(char::from(b'A' + digit));
        match (left / 26).checked_sub(1) {
            Some(more) => left = more,
            None => break,
        }
    }
    found.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::letters;

    #[test]
    fn columns_are_named_as_spreadsheets_do() {
        for (column, name) in [
            (0, "A"),
            (25, "Z"),
            (26, "AA"),
            (51, "AZ"),
            (52, "BA"),
            (702, "AAA"),
        ] {
            assert_eq!(letters(column), name);
        }
    }
}
