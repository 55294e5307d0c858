//! A small garment that stands for one piece, to be counted: each drawing as a sign of a few outlines.
//!
//! Invariant: every filled outline has no dent and stays in its cell.

use crate::data::Drawing;
use crate::ui::theme::{Theme, metric};
use egui::{Color32, Painter, Pos2, Rect, Sense, Shape, Stroke, Ui, Vec2, pos2};

/// Points as shares of the cell.
type Outline = &'static [(f32, f32)];

/// A sign: what is filled, the outlines around it, and lines on it.
#[derive(Debug, Clone, Copy)]
struct Sign {
    fills: &'static [Outline],
    around: &'static [Outline],
    lines: &'static [Outline],
}

const SHORT: Sign = Sign {
    fills: &[
        &[(0.26, 0.08), (0.74, 0.08), (0.74, 0.95), (0.26, 0.95)],
        &[(0.26, 0.08), (0.26, 0.46), (0.13, 0.54), (0.0, 0.32)],
        &[(0.74, 0.08), (1.0, 0.32), (0.87, 0.54), (0.74, 0.46)],
    ],
    around: &[&[
        (0.26, 0.08),
        (0.42, 0.08),
        (0.5, 0.18),
        (0.58, 0.08),
        (0.74, 0.08),
        (1.0, 0.32),
        (0.87, 0.54),
        (0.74, 0.46),
        (0.74, 0.95),
        (0.26, 0.95),
        (0.26, 0.46),
        (0.13, 0.54),
        (0.0, 0.32),
    ]],
    lines: &[],
};

const LONG_FILLS: &[Outline] = &[
    &[(0.28, 0.06), (0.72, 0.06), (0.72, 0.94), (0.28, 0.94)],
    &[(0.28, 0.06), (0.28, 0.36), (0.14, 0.84), (0.02, 0.8)],
    &[(0.72, 0.06), (0.98, 0.8), (0.86, 0.84), (0.72, 0.36)],
];

const LONG_AROUND: &[Outline] = &[&[
    (0.28, 0.06),
    (0.42, 0.06),
    (0.5, 0.16),
    (0.58, 0.06),
    (0.72, 0.06),
    (0.98, 0.8),
    (0.86, 0.84),
    (0.72, 0.36),
    (0.72, 0.94),
    (0.28, 0.94),
    (0.28, 0.36),
    (0.14, 0.84),
    (0.02, 0.8),
]];

const LONG: Sign = Sign {
    fills: LONG_FILLS,
    around: LONG_AROUND,
    lines: &[],
};

const OPEN: Sign = Sign {
    lines: &[&[(0.5, 0.16), (0.5, 0.94)]],
    ..LONG
};

const QUILTED: Sign = Sign {
    lines: &[
        &[(0.5, 0.16), (0.5, 0.94)],
        &[(0.28, 0.4), (0.72, 0.4)],
        &[(0.28, 0.67), (0.72, 0.67)],
    ],
    ..LONG
};

const TROUSERS: Sign = Sign {
    fills: &[
        &[(0.25, 0.05), (0.5, 0.05), (0.5, 0.3), (0.42, 0.95), (0.18, 0.95)],
        &[(0.5, 0.05), (0.75, 0.05), (0.82, 0.95), (0.58, 0.95), (0.5, 0.3)],
    ],
    around: &[&[
        (0.25, 0.05),
        (0.75, 0.05),
        (0.82, 0.95),
        (0.58, 0.95),
        (0.5, 0.3),
        (0.42, 0.95),
        (0.18, 0.95),
    ]],
    lines: &[],
};

const DRESS: Sign = Sign {
    fills: &[
        &[(0.36, 0.05), (0.64, 0.05), (0.62, 0.42), (0.38, 0.42)],
        &[(0.38, 0.42), (0.62, 0.42), (0.84, 0.95), (0.16, 0.95)],
    ],
    around: &[&[
        (0.36, 0.05),
        (0.45, 0.05),
        (0.5, 0.14),
        (0.55, 0.05),
        (0.64, 0.05),
        (0.62, 0.42),
        (0.84, 0.95),
        (0.16, 0.95),
        (0.38, 0.42),
    ]],
    lines: &[],
};

/// A jacket at the left, trousers at the right.
const SUIT: Sign = Sign {
    fills: &[
        &[(0.15, 0.08), (0.41, 0.08), (0.41, 0.7), (0.15, 0.7)],
        &[(0.15, 0.08), (0.15, 0.3), (0.08, 0.6), (0.01, 0.58)],
        &[(0.41, 0.08), (0.55, 0.58), (0.48, 0.6), (0.41, 0.3)],
        &[(0.62, 0.2), (0.79, 0.2), (0.79, 0.4), (0.73, 0.95), (0.58, 0.95)],
        &[(0.79, 0.2), (0.96, 0.2), (1.0, 0.95), (0.85, 0.95), (0.79, 0.4)],
    ],
    around: &[
        &[
            (0.15, 0.08),
            (0.41, 0.08),
            (0.55, 0.58),
            (0.48, 0.6),
            (0.41, 0.3),
            (0.41, 0.7),
            (0.15, 0.7),
            (0.15, 0.3),
            (0.08, 0.6),
            (0.01, 0.58),
        ],
        &[
            (0.62, 0.2),
            (0.96, 0.2),
            (1.0, 0.95),
            (0.85, 0.95),
            (0.79, 0.4),
            (0.73, 0.95),
            (0.58, 0.95),
        ],
    ],
    lines: &[],
};

const BED_FILLS: &[Outline] = &[&[(0.04, 0.18), (0.96, 0.18), (0.96, 0.9), (0.04, 0.9)]];

const BED: Sign = Sign {
    fills: BED_FILLS,
    around: BED_FILLS,
    lines: &[&[(0.04, 0.44), (0.96, 0.44)], &[(0.5, 0.18), (0.5, 0.44)]],
};

const PANEL_FILLS: &[Outline] = &[&[(0.2, 0.05), (0.8, 0.05), (0.8, 0.95), (0.2, 0.95)]];

const PANEL: Sign = Sign {
    fills: PANEL_FILLS,
    around: PANEL_FILLS,
    lines: &[&[(0.2, 0.82), (0.8, 0.82)]],
};

const BRIEFS_FILLS: &[Outline] = &[&[
    (0.06, 0.24),
    (0.94, 0.24),
    (0.94, 0.42),
    (0.6, 0.76),
    (0.4, 0.76),
    (0.06, 0.42),
]];

const BRIEFS: Sign = Sign {
    fills: BRIEFS_FILLS,
    around: BRIEFS_FILLS,
    lines: &[],
};

const BRA_FILLS: &[Outline] = &[
    &[(0.06, 0.46), (0.26, 0.36), (0.48, 0.5), (0.44, 0.7), (0.16, 0.72)],
    &[(0.94, 0.46), (0.84, 0.72), (0.56, 0.7), (0.52, 0.5), (0.74, 0.36)],
];

const BRA: Sign = Sign {
    fills: BRA_FILLS,
    around: BRA_FILLS,
    lines: &[
        &[(0.26, 0.36), (0.3, 0.1)],
        &[(0.74, 0.36), (0.7, 0.1)],
        &[(0.46, 0.6), (0.54, 0.6)],
    ],
};

const SWIMWEAR: Sign = Sign {
    fills: &[
        &[(0.34, 0.06), (0.66, 0.06), (0.62, 0.45), (0.38, 0.45)],
        &[
            (0.38, 0.45),
            (0.62, 0.45),
            (0.74, 0.7),
            (0.56, 0.94),
            (0.44, 0.94),
            (0.26, 0.7),
        ],
    ],
    around: &[&[
        (0.34, 0.06),
        (0.5, 0.2),
        (0.66, 0.06),
        (0.62, 0.45),
        (0.74, 0.7),
        (0.56, 0.94),
        (0.44, 0.94),
        (0.26, 0.7),
        (0.38, 0.45),
    ]],
    lines: &[],
};

const SOCKS: Sign = Sign {
    fills: &[
        &[(0.36, 0.05), (0.66, 0.05), (0.66, 0.58), (0.36, 0.58)],
        &[
            (0.36, 0.58),
            (0.66, 0.58),
            (0.66, 0.74),
            (0.36, 0.95),
            (0.12, 0.95),
            (0.12, 0.78),
        ],
    ],
    around: &[&[
        (0.36, 0.05),
        (0.66, 0.05),
        (0.66, 0.74),
        (0.36, 0.95),
        (0.12, 0.95),
        (0.12, 0.78),
        (0.36, 0.58),
    ]],
    lines: &[&[(0.36, 0.18), (0.66, 0.18)]],
};

/// The sign of a drawing.
const fn sign(drawing: Drawing) -> Sign {
    match drawing {
        Drawing::TShirt => SHORT,
        Drawing::Sweater => LONG,
        Drawing::Shirt | Drawing::Jacket | Drawing::Coat => OPEN,
        Drawing::Padded => QUILTED,
        Drawing::Trousers => TROUSERS,
        Drawing::Dress => DRESS,
        Drawing::Suit => SUIT,
        Drawing::Bed => BED,
        Drawing::Panel => PANEL,
        Drawing::Briefs => BRIEFS,
        Drawing::Bra => BRA,
        Drawing::Swimwear => SWIMWEAR,
        Drawing::Socks => SOCKS,
    }
}

/// Draws a garment of `color` in `cell`, as opaque as `alpha` says.
pub(crate) fn garment(
    painter: &Painter,
    theme: &Theme,
    cell: Rect,
    drawing: Drawing,
    (color, alpha): (Color32, f32),
) {
    painter.extend(shapes(theme, cell, drawing, (color, alpha)));
}

/// What such a garment is drawn of.
pub(crate) fn shapes(
    theme: &Theme,
    cell: Rect,
    drawing: Drawing,
    (color, alpha): (Color32, f32),
) -> impl Iterator<Item = Shape> {
    let inner = cell.shrink(cell.width() * 0.06);
    let place = move |outline: &Outline| -> Vec<Pos2> {
        let at =
            |(x, y): &(f32, f32)| pos2(inner.left() + inner.width() * x, inner.top() + inner.height() * y);
        outline.iter().map(at).collect()
    };
    let sign = sign(drawing);
    let fill = color.gamma_multiply(alpha);
    let filled = move |outline| Shape::convex_polygon(place(outline), fill, Stroke::NONE);
    let edge = theme.outline.gamma_multiply(alpha);
    let width = if inner.width() > 9.0 { 1.0 } else { 0.6 };
    let stroke = Stroke::new(width, edge);
    // On the smallest signs lines would only blot.
    let lines = if inner.width() > 9.0 { sign.lines } else { &[] };
    let fills = sign.fills.iter().map(filled);
    let around = sign
        .around
        .iter()
        .map(move |outline| Shape::closed_line(place(outline), stroke));
    let lines = lines.iter().map(move |line| Shape::line(place(line), stroke));
    fills.chain(around).chain(lines)
}

/// A garment as large as an icon, beside words.
pub(crate) fn garment_icon(ui: &mut Ui, theme: &Theme, drawing: Drawing) {
    let (rect, _) = ui.allocate_exact_size(Vec2::splat(metric::ICON), Sense::hover());
    garment(ui.painter(), theme, rect, drawing, (theme.accent_soft, 1.0));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_filled_has_no_dent_and_stays_in_its_cell() {
        for drawing in Drawing::ALL {
            let sign = sign(drawing);
            let points = [sign.fills, sign.around, sign.lines].concat().concat();
            assert!(
                points
                    .iter()
                    .all(|(x, y)| (0.0..=1.0).contains(x) && (0.0..=1.0).contains(y)),
                "{drawing:?}"
            );
            for outline in sign.fills {
                let next = |at: usize| outline[at % outline.len()];
                let turns: Vec<bool> = (0..outline.len())
                    .map(|at| {
                        let ((ax, ay), (bx, by), (cx, cy)) = (next(at), next(at + 1), next(at + 2));
                        (bx - ax) * (cy - by) - (by - ay) * (cx - bx) > 0.0
                    })
                    .collect();
                assert!(
                    turns.windows(2).all(|two| two[0] == two[1]),
                    "{drawing:?}: {outline:?}"
                );
            }
        }
    }
}
