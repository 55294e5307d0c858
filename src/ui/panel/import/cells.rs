//! What of a row can be put right, as final strings.

use crate::intake::Draft;
use crate::intake::bom::{Column, Line, Reason};
use crate::model::{FibreId, Role};

/// What can be put right in a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cells {
    /// What it does in the garment.
    pub role: Option<Role>,
    /// Its only fibre.
    pub fibre: Option<FibreId>,
    /// The unit of its consumption, as it stands or as it was put right.
    pub unit: String,
    /// Columns with the text of their cells, as it stands or as it was put right.
    pub values: Vec<(Column, String)>,
}

/// True where putting cells right can change what is made of the row.
pub(super) fn is_material(line: &Line) -> bool {
    !line.reasons.iter().any(|reason| {
        matches!(
            reason,
            Reason::Heading
                | Reason::Total
                | Reason::TooMany
                | Reason::LeftOut
                | Reason::Hidden
                | Reason::Alike(_)
        )
    })
}

/// What can be put right: figures that a mass hangs on, and those that are in doubt.
pub(super) fn cells(draft: &Draft, line: &Line) -> Cells {
    const ALWAYS: [Column; 3] = [Column::Consumption, Column::Gsm, Column::Width];
    let doubtful: Vec<Column> = line.reasons.iter().flat_map(Reason::columns).collect();
    let is_shown = |column: &Column| {
        column.is_figure() && *column != Column::Lot && (ALWAYS.contains(column) || doubtful.contains(column))
    };
    let fix = draft.fix(line.row);
    let text = |column: Column| {
        let fixed = fix.and_then(|fix| fix.values.get(&column)).cloned();
        fixed.unwrap_or_else(|| draft.text(line.row, column))
    };
    let only = line.part.as_ref().map_or(&[][..], |part| part.fibres.as_slice());
    let fibre = match only {
        [fibre] => Some(fibre.fibre.clone()),
        _ => None,
    };
    Cells {
        role: line.part.as_ref().map(|part| part.role),
        fibre,
        unit: match fix.and_then(|fix| fix.unit) {
            Some(unit) => unit.sign().to_owned(),
            None => text(Column::Unit),
        },
        values: Column::ALL
            .into_iter()
            .filter(is_shown)
            .map(|column| (column, text(column)))
            .collect(),
    }
}
