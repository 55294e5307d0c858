//! Bars, scales and sides: what the window draws beside its figures, for paper.

use super::Setter;
use super::words::{Lean, Set, Style};
use crate::report::sheet::canvas::Op;
use crate::report::sheet::letters::Weight;
use crate::report::sheet::{Bar, Fill, Hatch, Scale, Sides};

/// Width of edges.
const EDGE: f32 = 0.6;

impl Setter<'_> {
    /// Colour and width of edges.
    fn edge(&self) -> ([u8; 3], f32) {
        (self.ink(self.document.palette.outline), EDGE)
    }

    /// A bar over `width`, with words on its pieces where they fit and beneath it for the others.
    pub(super) fn wide_bar(&self, bar: &Bar, width: f32) -> Set {
        let height = 17.0 * self.scale;
        let mut set = self.pieces(bar, width, height);
        let style = self.small();
        let mut legend: Vec<(Fill, String)> = Vec::new();
        let mut left = 0.0;
        for piece in &bar.pieces {
            let wide = width * short(piece.share);
            let words = format!("{} {}", first(&piece.label), piece.value);
            if !self.on_piece(&mut set, piece.fill, &words, (left, wide, height), style) {
                legend.push((piece.fill, format!("{} {}", piece.label, piece.value)));
            }
            left += wide;
        }
        let under = self.legend(&legend, width);
        if under.height > 0.0 {
            let y = set.height + 3.0;
            set.add(under, 0.0, y);
        }
        set
    }

    /// A bar in a cell, with the figures on its pieces where they fit.
    pub(super) fn cell_bar(&self, bar: &Bar, width: f32) -> Set {
        let height = 11.0 * self.scale;
        let mut set = self.pieces(bar, width, height);
        let style = self.style(6.9, Weight::Regular, self.document.palette.ink);
        let mut left = 0.0;
        for piece in &bar.pieces {
            let wide = width * short(piece.share);
            self.on_piece(&mut set, piece.fill, &piece.value, (left, wide, height), style);
            left += wide;
        }
        set
    }

    /// Words in the middle of a piece, on a ground of its own; false where they do not fit.
    fn on_piece(
        &self,
        set: &mut Set,
        fill: Fill,
        words: &str,
        (left, wide, height): (f32, f32, f32),
        style: Style,
    ) -> bool {
        let needed = self.ruler.width(words, style.weight, style.size);
        if needed + 5.0 > wide {
            return false;
        }
        let ground = Fill {
            rgb: self.ground(fill),
            hatch: Hatch::None,
        };
        let from = left + (wide - needed) / 2.0;
        let high = (style.size * 1.25).min(height - 1.6);
        let plate = Op::rect(
            [from - 1.5, (height - high) / 2.0],
            [needed + 3.0, high],
            Some(ground),
            None,
        );
        set.ops.push(plate);
        let ink = if light(ground.rgb) > 0.45 {
            [28, 30, 33]
        } else {
            [255, 255, 255]
        };
        let style = Style {
            rgb: if self.document.plain { [0, 0, 0] } else { ink },
            ..style
        };
        let line = self.set(words, style, needed + 1.0, Lean::Left);
        set.add(line, from, (height - style.line()) / 2.0);
        true
    }

    /// What a fill is without its hatch.
    fn ground(&self, fill: Fill) -> [u8; 3] {
        if self.document.plain {
            [255, 255, 255]
        } else {
            fill.rgb
        }
    }

    fn pieces(&self, bar: &Bar, width: f32, height: f32) -> Set {
        let mut set = Set {
            width,
            height,
            ops: Vec::new(),
        };
        let mut left = 0.0;
        for piece in &bar.pieces {
            let wide = width * short(piece.share);
            set.ops.push(Op::rect(
                [left, 0.0],
                [wide, height],
                Some(piece.fill),
                Some(self.edge()),
            ));
            left += wide;
        }
        set
    }

    /// What fills stand for, in rows.
    pub(super) fn legend(&self, items: &[(Fill, String)], width: f32) -> Set {
        let style = self.small();
        let box_ = style.size * 1.05;
        let mut set = Set::default();
        let (mut x, mut y) = (0.0, 0.0);
        for (fill, words) in items {
            let words = words.replace(crate::lang::JOINT, " ");
            let wide = box_ + 3.0 + self.ruler.width(&words, style.weight, style.size);
            if x > 0.0 && x + wide > width {
                (x, y) = (0.0, y + style.line() * 1.05);
            }
            let mut item = Set::default();
            let top = (style.line() - box_) / 2.0;
            item.ops
                .push(Op::rect([0.0, top], [box_, box_], Some(*fill), Some(self.edge())));
            item.add(self.set(&words, style, width, Lean::Left), box_ + 3.0, 0.0);
            set.add(item, x, y);
            x += wide + 11.0;
        }
        set
    }

    /// Both yardsticks on one scale from 0 to 1.
    pub(super) fn scale_marks(&self, scale: &Scale, width: f32) -> Set {
        let palette = &self.document.palette;
        let (high, y) = (13.0 * self.scale, 6.5 * self.scale);
        let x = |value: f64| width * short(value);
        let (ink, hair) = (self.ink(palette.ink), self.hair());
        let mut set = Set {
            width,
            height: high,
            ops: vec![Op::line([0.0, y], [width, y], 0.6, hair)],
        };
        for at in [0.0, 0.5, 1.0] {
            set.ops
                .push(Op::line([x(at), y - 2.0], [x(at), y + 2.0], 0.6, hair));
        }
        if let Some((low, upper)) = scale.band {
            let fill = Fill {
                rgb: if self.document.plain {
                    [215; 3]
                } else {
                    palette.hairline
                },
                hatch: Hatch::None,
            };
            let wide = (x(upper) - x(low)).max(0.6);
            set.ops
                .push(Op::rect([x(low), y - 2.6], [wide, 5.2], Some(fill), None));
        }
        let (from, to) = (x(scale.second.min(scale.value)), x(scale.second.max(scale.value)));
        if to - from > 0.5 {
            let gap = Fill {
                rgb: palette.gap,
                hatch: Hatch::Dots,
            };
            set.ops
                .push(Op::rect([from, y - 1.3], [to - from, 2.6], Some(gap), None));
        }
        let white = Fill {
            rgb: [255; 3],
            hatch: Hatch::None,
        };
        let full = Fill {
            rgb: ink,
            hatch: Hatch::None,
        };
        let mark =
            |at: f64, fill: Fill| Op::rect([x(at) - 1.5, y - 5.0], [3.0, 10.0], Some(fill), Some((ink, 0.7)));
        set.ops.push(mark(scale.second, white));
        // On paper a filled mark stays filled, black on white or not.
        let [left, top] = [x(scale.value) - 1.1, y - 5.0];
        set.ops.push(mark(scale.value, full));
        set.ops.push(Op::Line {
            points: vec![[left + 1.1, top], [left + 1.1, top + 10.0]],
            width: 2.6,
            rgb: ink,
            dashed: false,
        });
        set
    }

    /// Hours lost to the left of zero, gained to the right, on one scale.
    pub(super) fn sides(&self, sides: &Sides, width: f32) -> Set {
        let (high, bar) = (15.0 * self.scale, 9.0 * self.scale);
        let middle = width / 2.0;
        let ink = self.ink(self.document.palette.ink);
        let long = |hours: f64| middle * short(sides.length(hours));
        let top = (high - bar) / 2.0;
        let mut set = Set {
            width,
            height: high,
            ops: Vec::new(),
        };
        for (pieces, is_lost) in [(&sides.lost, true), (&sides.gained, false)] {
            let mut from = 0.0;
            for piece in pieces.iter().filter(|piece| piece.share > 0.0) {
                let wide = long(piece.share);
                let left = if is_lost {
                    middle - from - wide
                } else {
                    middle + from
                };
                let (fill, edge) = (Some(piece.fill), Some(self.edge()));
                set.ops.push(Op::rect([left, top], [wide, bar], fill, edge));
                from += wide;
            }
        }
        let mut whisker = |band: Option<(f64, f64)>, sign: f32| {
            let Some((low, upper)) = band else { return };
            let y = high / 2.0;
            let [a, b] = [low, upper].map(|hours| middle + sign * long(hours));
            set.ops.push(Op::line([a, y], [b, y], 0.9, ink));
            for x in [a, b] {
                set.ops.push(Op::line([x, y - 2.0], [x, y + 2.0], 0.9, ink));
            }
        };
        whisker(sides.lost_band, -1.0);
        whisker(sides.gained_band, 1.0);
        set.ops.push(Op::line([middle, 0.0], [middle, high], 1.0, ink));
        if let Some((net, _)) = &sides.net {
            let x = middle + long(net.abs()) * if *net < 0.0 { -1.0 } else { 1.0 };
            let accent = self.ink(self.document.palette.accent);
            set.ops.push(Op::line([x, 0.0], [x, high], 2.0, accent));
        }
        set
    }
}

/// A share as a length, between 0 and 1.
#[expect(
    clippy::cast_possible_truncation,
    reason = "lengths on paper need no more digits"
)]
pub(super) fn short(share: f64) -> f32 {
    if share.is_finite() {
        share.clamp(0.0, 1.0) as f32
    } else {
        0.0
    }
}

/// How light a colour is, 0 to 1.
fn light([red, green, blue]: [u8; 3]) -> f32 {
    (f32::from(red) * 0.299 + f32::from(green) * 0.587 + f32::from(blue) * 0.114) / 255.0
}

/// The first language of a heading.
fn first(text: &str) -> &str {
    crate::lang::halves(text).0
}
