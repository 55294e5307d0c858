//! Puts a row right: what it does, of which fibre it is, unit and figures.

use super::cells::Cells;
use super::data::{Detail, meaning};
use crate::intake::bom::Unit;
use crate::model::Role;
use crate::text::{CommonMsg, ImportMsg};
use crate::ui::theme::metric;
use crate::ui::view::{Import, Out, View};
use crate::ui::widget::choice::{choice, row};
use crate::ui::widget::searched::searched;
use crate::ui::widget::{text, text_field};
use egui::{Id, Ui};

/// Width of a control.
const WIDTH: f32 = 150.0;

/// Draws the controls of the selected row.
pub(super) fn show(ui: &mut Ui, view: &View<'_>, detail: &Detail, out: &mut Out) {
    let Some(cells) = &detail.cells else { return };
    let number = detail.index + 1;
    ui.add_space(metric::SPACE_S);
    text::small(ui, view.theme, ImportMsg::PutRight.head(view.lang));
    role(ui, view, cells, number, out);
    fibre(ui, view, cells, number, out);
    unit(ui, view, cells, number, out);
    for (column, shown) in &cells.values {
        let label = meaning(Some(*column)).text(view.lang);
        let id = Id::unique(("import value", number, label));
        let typed = row(ui, view.theme, label, |ui| {
            text_field(ui, view.theme, id, label, shown, WIDTH - 2.0 * metric::SPACE_S)
        });
        if let Some(typed) = typed {
            out.import(Import::Value(number, *column, typed));
        }
    }
    text::small(ui, view.theme, ImportMsg::PutRightHint.text(view.lang));
}

fn role(ui: &mut Ui, view: &View<'_>, cells: &Cells, number: usize, out: &mut Out) {
    let label = ImportMsg::Role.text(view.lang);
    let word = |role: Role| CommonMsg::from(role).text(view.lang);
    let shown = cells.role.map_or("", word);
    let picked = row(ui, view.theme, label, |ui| {
        choice(
            ui,
            ("import role", number),
            label,
            (shown, cells.role.as_ref()),
            WIDTH,
            || Role::ALL.map(|role| (role, word(role).to_owned())).to_vec(),
        )
    });
    if let Some(role) = picked {
        out.import(Import::Role(number, role));
    }
}

fn fibre(ui: &mut Ui, view: &View<'_>, cells: &Cells, number: usize, out: &mut Out) {
    let label = ImportMsg::Fibre.text(view.lang);
    let fibres = || view.library.fibres.iter();
    let known = cells.fibre.as_ref().and_then(|id| view.library.fibre(id));
    let shown = known.map_or("", |fibre| fibre.name.get(view.lang));
    let picked = row(ui, view.theme, label, |ui| {
        searched(
            ui,
            ("import fibre", number),
            label,
            (shown, cells.fibre.as_ref()),
            (WIDTH, view.lang),
            || {
                fibres()
                    .map(|fibre| (fibre.id.clone(), fibre.name.clone()))
                    .collect()
            },
        )
    });
    if let Some(fibre) = picked {
        out.import(Import::Fibre(number, fibre));
    }
}

fn unit(ui: &mut Ui, view: &View<'_>, cells: &Cells, number: usize, out: &mut Out) {
    let label = meaning(Some(crate::intake::bom::Column::Unit)).text(view.lang);
    let current = Unit::ALL.into_iter().find(|unit| unit.sign() == cells.unit);
    let picked = row(ui, view.theme, label, |ui| {
        let shown = (cells.unit.as_str(), current.as_ref());
        choice(ui, ("import unit", number), label, shown, WIDTH, || {
            let counted = Unit::ALL.into_iter().filter(|unit| unit.is_quantity());
            counted.map(|unit| (unit, unit.sign().to_owned())).collect()
        })
    });
    if let Some(unit) = picked {
        out.import(Import::Unit(number, unit));
    }
}
