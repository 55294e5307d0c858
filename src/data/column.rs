//! Columns: what a figure of a table row is called, its unit and the values it can take.
//!
//! Invariant: a figure leaves the table complete, with its unit and, where it has no source, with a reason.

use super::{Domain, Factor, Figure, Mark};
use crate::model::{FactorId, Name};

/// One numeric column of a table.
#[derive(Debug, Clone, Copy)]
pub(super) struct Column {
    key: &'static str,
    en: &'static str,
    zh: &'static str,
    domain: Domain,
    unit: &'static str,
}

impl Column {
    /// A column of shares.
    pub(super) const fn share(key: &'static str, en: &'static str, zh: &'static str) -> Self {
        Self {
            key,
            en,
            zh,
            domain: Domain::Share,
            unit: "share",
        }
    }

    /// A column of figures that are zero or more.
    pub(super) const fn positive(
        key: &'static str,
        en: &'static str,
        zh: &'static str,
        unit: &'static str,
    ) -> Self {
        Self {
            key,
            en,
            zh,
            domain: Domain::Positive,
            unit,
        }
    }
}

/// The row that a figure stands in.
#[derive(Debug, Clone, Copy)]
pub(super) struct Row<'a> {
    /// First part of the factor's id.
    pub(super) table: &'a str,
    /// Second part of the factor's id.
    pub(super) id: &'a str,
    /// Name of the row.
    pub(super) name: &'a Name,
    /// Note of the row, which holds for its figures.
    pub(super) note: &'a str,
}

impl Row<'_> {
    /// Completes the figure and makes the factor `table.id.key`.
    pub(super) fn factor(&self, column: Column, figure: &mut Figure) -> Factor {
        complete(figure, column.unit, self.note);
        Factor::new(
            FactorId::from([self.table, self.id, column.key].join(".")),
            Name::new(
                [&self.name.en, column.en].join(": "),
                [&self.name.zh, column.zh].join("："),
            ),
            column.domain,
            figure,
        )
    }

    /// The same for a figure that a row may lack.
    pub(super) fn maybe(&self, column: Column, figure: &mut Option<Figure>) -> Option<Factor> {
        figure.as_mut().map(|figure| self.factor(column, figure))
    }
}

/// Gives the figure its unit, and a note where it has none: the row's, and the reason why there is no source.
pub(super) fn complete(figure: &mut Figure, unit: &str, row_note: &str) {
    if figure.unit.is_empty() {
        unit.clone_into(&mut figure.change().unit);
    }
    if !figure.note.is_empty() {
        return;
    }
    let reason = match (figure.sources.is_empty(), figure.mark) {
        (false, _) => "",
        (true, Mark::Recalled) => "recalled: no source found",
        (true, Mark::Definition) => "true by definition of the method",
        (true, _) => "judgement: no source found",
    };
    figure.change().note = match (reason, row_note) {
        (reason, "") => reason.to_owned(),
        ("", row) => format!("on the row: {row}"),
        (reason, row) => format!("{reason}; on the row: {row}"),
    };
}
