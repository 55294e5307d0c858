//! The canvas: product, blockers, pathway, who gains and who loses, what changes on Monday.

use super::{Make, page, write};
use crate::lesson::Printed;
use crate::report::sheet::Section;
use crate::text::LessonMsg;

/// Its fields with the lines of each.
const FIELDS: [(LessonMsg, u8); 5] = [
    (LessonMsg::CanvasProduct, 4),
    (LessonMsg::CanvasBlockers, 4),
    (LessonMsg::CanvasPathway, 4),
    (LessonMsg::CanvasPeople, 4),
    (LessonMsg::CanvasMonday, 4),
];

pub(super) fn whole(make: &Make<'_>) -> Vec<Section> {
    let mut blocks = make.top(Printed::Canvas);
    blocks.extend(FIELDS.map(|(message, lines)| write(make.title(message), lines)));
    vec![page(blocks)]
}

/// Two sheets that lie side by side.
pub(super) fn halves(make: &Make<'_>) -> Vec<Section> {
    let fields = |range: std::ops::Range<usize>| {
        let mut blocks = make.top(Printed::CanvasHalves);
        let own = FIELDS.iter().skip(range.start).take(range.len());
        blocks.extend(own.map(|(message, lines)| write(make.title(*message), lines + 3)));
        page(blocks)
    };
    vec![fields(0..3), fields(3..5)]
}
