//! The garment drawn flat on paper, each part told apart by its hatch.

use super::{Worked, look};
use crate::report::sheet::draw::At;
use crate::report::sheet::{Drawing, Item};
use crate::ui::panel::product::data::Meaning;
use crate::ui::panel::product::data::{main_fibre, part_name};
use crate::ui::panel::product::flat::layout::flat;
use egui::Pos2;

/// How wide the garment stands, of the room.
const SHARE: f32 = 0.62;

impl Worked<'_> {
    /// The garment, each part filled as its main fibre.
    pub(super) fn garment(&self) -> Option<Drawing> {
        let product = &self.project.product;
        let view = self.view(self.lang());
        let kind = view.library.kind(&product.kind);
        let flat = flat(kind.map(|kind| kind.drawing), &product.parts);
        let bounds = flat.bounds();
        if !bounds.is_positive() {
            return None;
        }
        let place = |at: &Pos2| -> At { [at.x - bounds.left() + 1.0, at.y - bounds.top() + 1.0] };
        let mut items = Vec::new();
        for shape in &flat.shapes {
            let part = product.parts.get(shape.part)?;
            let fill = match main_fibre(part) {
                Meaning::Fibre(fibre) => self.theme.fibre(fibre.as_str()),
                _ => self.theme.fibre("other"),
            };
            items.push(Item::Area {
                points: shape.points.iter().map(place).collect(),
                fill: Some(fill.into()),
                edge: 1.0,
            });
        }
        for seam in &flat.seams {
            items.push(Item::Line {
                points: seam.iter().map(place).collect(),
                width: 0.8,
                rgb: look::rgb(self.theme.outline),
                dashed: true,
            });
        }
        let names: Vec<String> = product
            .parts
            .iter()
            .map(|part| part_name(part, self.lang()))
            .collect();
        Some(Drawing {
            spoken: names.join(self.lang().comma()),
            width: bounds.width() + 2.0,
            height: bounds.height() + 2.0,
            share: SHARE,
            items,
        })
    }
}
