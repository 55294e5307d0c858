//! The order in which the table shows the parts: their own, or sorted by a column.
//!
//! Invariant: sorting changes what is seen, never the parts.

use super::cell::Column;
use super::data;
use crate::model::Part;
use crate::ui::view::View;
use egui::{Id, Ui};
use std::cmp::Ordering;

/// By which column, and which way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Sort {
    /// The column.
    pub column: Column,
    /// True from the largest, or from the end of the alphabet.
    pub down: bool,
}

fn key() -> Id {
    Id::unique("order of the parts")
}

impl Sort {
    /// How the table is sorted; none in the parts' own order.
    pub(super) fn load(ui: &Ui) -> Option<Self> {
        ui.data(|data| data.get_temp::<Option<Self>>(key())).flatten()
    }

    /// The next order after a click on the heading of `column`: up, down, the parts' own.
    pub(super) fn turn(ui: &Ui, column: Column) {
        let next = match Self::load(ui).filter(|sort| sort.column == column) {
            None => Some(Self { column, down: false }),
            Some(sort) if !sort.down => Some(Self { down: true, ..sort }),
            Some(_) => None,
        };
        ui.data_mut(|data| data.insert_temp(key(), next));
        ui.ctx().request_repaint();
    }

    /// The parts as they are shown.
    pub(super) fn parts<'a>(sort: Option<Self>, view: &View<'a>) -> Vec<&'a Part> {
        let mut parts: Vec<&Part> = view.project.product.parts.iter().collect();
        let Some(sort) = sort else { return parts };
        parts.sort_by(|a, b| {
            let order = sort.compare(view, a, b);
            if sort.down { order.reverse() } else { order }
        });
        parts
    }

    fn compare(self, view: &View<'_>, a: &Part, b: &Part) -> Ordering {
        let words = |say: &dyn Fn(&Part) -> String| say(a).cmp(&say(b));
        match self.column {
            Column::Name => words(&|part| data::part_name(part, view.lang).to_lowercase()),
            Column::Role => a.role.cmp(&b.role),
            Column::Mass => a.mass.get().total_cmp(&b.mass.get()),
            Column::Shares => words(&|part| {
                let main = part.fibres.first();
                main.map_or_else(String::new, |line| data::short_fibre(view, &line.fibre))
            }),
            Column::Feedstock => recycled(a).total_cmp(&recycled(b)),
            Column::Removable => a.removable.cmp(&b.removable),
        }
    }
}

fn recycled(part: &Part) -> f64 {
    let lines = part.fibres.iter();
    lines
        .map(|line| line.share.get() * line.feedstock.recycled.get())
        .sum()
}
