//! Parts as rows: keys and clicks choose a part, Delete takes it out, Enter goes to its name.

use super::remove;
use crate::model::{Part, PartId};
use crate::ui::view::{Command, Out, View};
use crate::ui::widget::name_field;
use crate::ui::widget::rows::{Row, Rows, Said};
use egui::{Id, Key, Rect, ScrollArea, Ui, UiBuilder, vec2};

/// A list of all parts.
pub(super) struct PartRows<'a> {
    /// What tells this list from the other one.
    pub id: &'static str,
    /// Its name for screen readers.
    pub name: &'a str,
    /// Height of a row.
    pub row: f32,
    /// How far the ground of a row reaches past its text, so that the text keeps the column's edge.
    pub outset: f32,
    /// The most height that it takes; it scrolls past that.
    pub height: f32,
    /// Headings with their places, where it is a table.
    pub heads: &'a [(&'a str, Rect)],
}

impl PartRows<'_> {
    /// Shows the rows; `paint` draws one and answers what is said about it.
    pub(super) fn show(
        self,
        ui: &mut Ui,
        view: &View<'_>,
        out: &mut Out,
        mut paint: impl FnMut(&mut Ui, &Part, &Row<'_>) -> Said,
    ) {
        let theme = view.theme;
        let parts = &view.project.product.parts;
        let rows = Rows {
            id: Id::unique(("part rows", self.id)),
            name: self.name,
            count: parts.len(),
            height: self.row,
            outset: self.outset,
            chosen: chosen(view),
            heads: self.heads,
        };
        let height = self.height.min(rows.length());
        let (_, room) = ui.allocate_space(vec2(ui.available_width(), height));
        // The scroll bar floats over the margin.
        let wide = room.expand2(vec2(self.outset, 0.0));
        let mut child = ui.new_child(UiBuilder::new().max_rect(wide));
        let scroll = ScrollArea::vertical()
            .id_salt(self.id)
            .auto_shrink([false, false]);
        scroll.show(&mut child, |ui| {
            let key = |at: usize| Id::unique(parts.get(at).map(|part| part.id.as_str()));
            let asked = rows.show(ui, theme, key, |ui, row| {
                let below = row.rect.bottom() - theme.rule / 2.0;
                ui.painter().hline(row.rect.x_range(), below, theme.rule_stroke());
                parts
                    .get(row.at)
                    .map_or_else(Said::default, |part| paint(ui, part, row))
            });
            if let Some(part) = asked.choose.and_then(|at| parts.get(at)) {
                out.command(Command::SelectPart(Some(part.id.clone())));
            } else if asked.has_focus
                && let Some(part) = rows.chosen.and_then(|at| parts.get(at))
            {
                keys(ui, view, out, &part.id);
            }
        });
    }
}

/// The place of the selected part.
fn chosen(view: &View<'_>) -> Option<usize> {
    let id = view.selection.part.as_ref()?;
    view.project.product.parts.iter().position(|part| &part.id == id)
}

/// Takes out and renames by key.
fn keys(ui: &Ui, view: &View<'_>, out: &mut Out, part: &PartId) {
    let pressed = |key: Key| ui.input(|input| input.key_pressed(key) && !input.modifiers.any());
    if pressed(Key::Delete) {
        remove(view, out, part);
    }
    if pressed(Key::Enter) {
        name_field::focus(ui, "part");
    }
}
