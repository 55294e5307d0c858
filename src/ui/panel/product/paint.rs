//! Small drawings that several parts of the page share.

use super::data::{Meaning, Slice};
use crate::text::halves;
use crate::ui::theme::{EndClass, Fill, Theme, metric};
use crate::ui::widget::bar::paint_segment;
use crate::ui::widget::{Hatch, Segment, put_left};
use egui::{Color32, Galley, Painter, Pos2, Rangef, Rect, Stroke, StrokeKind, pos2, vec2};
use std::sync::Arc;

/// The colour and hatch of what a slice stands for.
pub(super) fn fill(theme: &Theme, meaning: &Meaning) -> Fill {
    match meaning {
        Meaning::Fibre(fibre) => theme.fibre(fibre.as_str()),
        Meaning::Reused => theme.end(EndClass::Reused),
        Meaning::RecycledTextile => theme.end(EndClass::SameGrade),
        Meaning::RecycledOther => theme.end(EndClass::Downcycled),
        Meaning::Renewable => theme.end(EndClass::Biological),
        Meaning::Virgin => theme.virgin(),
        Meaning::Rest => theme.fibre("other"),
    }
}

/// `slice` as a segment of a bar.
pub(super) fn segment<'a>(theme: &Theme, slice: &'a Slice) -> Segment<'a> {
    Segment {
        label: &slice.label,
        value: &slice.value,
        share: slice.share,
        fill: fill(theme, &slice.meaning),
    }
}

/// Draws `galley` with its middle left at `left`, on whole pixels.
pub(super) fn put(painter: &Painter, left: Pos2, galley: Arc<Galley>) {
    put_left(painter, left, galley, Color32::PLACEHOLDER);
}

/// Slices end to end in `rect`, labelled where the words fit; what is missing to the whole stays open.
pub(super) fn shares(painter: &Painter, theme: &Theme, rect: Rect, slices: &[Slice], with_words: bool) {
    painter.rect_filled(rect, 0.0, theme.surface);
    let sum: f64 = slices.iter().map(|slice| slice.share.max(0.0)).sum();
    let mut passed = 0.0;
    for slice in slices {
        let from = along(rect, passed / sum.max(1.0));
        passed += slice.share.max(0.0);
        let cell = Rect::from_x_y_ranges(
            Rangef::new(from, along(rect, passed / sum.max(1.0))),
            rect.y_range(),
        );
        if cell.width() < 0.25 {
            continue;
        }
        let fill = fill(theme, &slice.meaning);
        paint_segment(painter, theme, cell, fill);
        if with_words {
            words(painter, theme, cell, slice, fill);
        }
    }
    painter.rect_stroke(rect, 0.0, Stroke::new(1.0, theme.outline), StrokeKind::Inside);
}

fn words(painter: &Painter, theme: &Theme, cell: Rect, slice: &Slice, fill: Fill) {
    let ink = theme.on(fill.color);
    let label = crate::ui::widget::text::in_both(painter.ctx(), &slice.label);
    let (first, second) = halves(&label);
    let font = theme.font(metric::TEXT_SMALL);
    let said = |label: &str| format!("{label} {}", slice.value);
    let plain = |words: String| painter.layout_no_wrap(words, font.clone(), ink);
    // In both languages neither stands alone.
    let below = match second {
        Some(second) => painter.layout_job(crate::ui::widget::text::two(&said(first), second, &font, ink)),
        None => plain(said(first)),
    };
    for galley in [plain(said(&label)), below, plain(slice.value.clone())] {
        if galley.size().x <= cell.width() - 6.0 && galley.size().y <= cell.height() + 2.0 {
            if fill.hatch != Hatch::None {
                let plate =
                    Rect::from_center_size(cell.center(), galley.size() + vec2(6.0, 2.0)).intersect(cell);
                painter.rect_filled(plate.shrink2(vec2(0.0, 1.0)), 0.0, fill.color);
            }
            return put(
                painter,
                pos2(cell.center().x - galley.size().x / 2.0, cell.center().y),
                galley,
            );
        }
    }
}

#[expect(clippy::cast_possible_truncation, reason = "a share of a bar fits any float")]
fn along(rect: Rect, share: f64) -> f32 {
    rect.left() + rect.width() * share as f32
}
