//! What egui drew, as SVG.
//!
//! Invariant: every kind of shape that the panels draw has its element; words keep the places that egui gave them.

use super::letters::{Letters, number};
use egui::epaint::{
    BandShape, CircleShape, ClippedShape, ColorMode, PathShape, PathStroke, RectShape, StrokeKind, TextShape,
};
use egui::{Color32, Pos2, Rect, Shape, Stroke, pos2};
use std::fmt::Write as _;

/// Appends all `shapes` to `svg`.
pub(super) fn write(shapes: &[ClippedShape], svg: &mut String) {
    let mut writer = Writer {
        letters: Letters::load(),
        svg,
        clips: 0,
    };
    for shape in shapes {
        writer.clipped(shape);
    }
}

/// `text` with the signs of XML written out; what XML cannot hold is left out.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' => out.push_str("&#10;"),
            letter if letter.is_control() || matches!(letter, '\u{FFFE}' | '\u{FFFF}') => {}
            letter => out.push(letter),
        }
    }
    out
}

struct Writer<'a> {
    letters: Letters,
    svg: &'a mut String,
    clips: usize,
}

impl Writer<'_> {
    fn push(&mut self, element: std::fmt::Arguments<'_>) {
        // Writing to a string does not fail.
        let _ = self.svg.write_fmt(element);
    }

    fn clipped(&mut self, shape: &ClippedShape) {
        let bounds = shape.shape.visual_bounding_rect();
        if !bounds.is_positive() && !matches!(shape.shape, Shape::LineSegment { .. }) {
            return;
        }
        if shape.clip_rect.contains_rect(bounds) {
            return self.shape(&shape.shape);
        }
        if !shape.clip_rect.intersects(bounds) {
            return;
        }
        self.clips += 1;
        let (id, clip) = (self.clips, frame(shape.clip_rect));
        self.push(format_args!(
            "<clipPath id=\"c{id}\"><rect {clip}/></clipPath><g clip-path=\"url(#c{id})\">\n"
        ));
        self.shape(&shape.shape);
        self.svg.push_str("</g>\n");
    }

    fn shape(&mut self, shape: &Shape) {
        match shape {
            Shape::Vec(shapes) => shapes.iter().for_each(|shape| self.shape(shape)),
            Shape::Circle(circle) => self.circle(circle),
            Shape::LineSegment { points, stroke } => self.line(*points, *stroke),
            Shape::Path(path) => self.path(path),
            Shape::Band(band) => self.band(band),
            Shape::Rect(rect) => self.rect(rect),
            Shape::Text(text) => self.text(text),
            // Images, curves and callbacks: no panel that is exported draws any.
            Shape::Noop
            | Shape::Ellipse(_)
            | Shape::Mesh(_)
            | Shape::QuadraticBezier(_)
            | Shape::CubicBezier(_)
            | Shape::Callback(_) => {}
        }
    }

    fn circle(&mut self, circle: &CircleShape) {
        let (x, y, r) = (
            number(circle.center.x),
            number(circle.center.y),
            number(circle.radius),
        );
        let look = look(circle.fill, circle.stroke);
        self.push(format_args!("<circle cx=\"{x}\" cy=\"{y}\" r=\"{r}\"{look}/>\n"));
    }

    fn line(&mut self, points: [Pos2; 2], stroke: Stroke) {
        if !stroke.is_empty() {
            let (way, look) = (way(&points, false), look(Color32::TRANSPARENT, stroke));
            self.push(format_args!("<path d=\"{way}\"{look}/>\n"));
        }
    }

    fn path(&mut self, path: &PathShape) {
        let stroke = plain(&path.stroke);
        if path.points.len() < 2 || (path.fill == Color32::TRANSPARENT && stroke.is_empty()) {
            return;
        }
        let (way, look) = (way(&path.points, path.closed), look(path.fill, stroke));
        self.push(format_args!(
            "<path d=\"{way}\" stroke-linejoin=\"round\"{look}/>\n"
        ));
    }

    fn band(&mut self, band: &BandShape) {
        let upper = band.points.iter().map(|point| pos2(point.x, point.y.min));
        let lower = band.points.iter().rev().map(|point| pos2(point.x, point.y.max));
        let around: Vec<Pos2> = upper.chain(lower).collect();
        let (way, look) = (way(&around, true), look(band.fill, band.stroke));
        self.push(format_args!(
            "<path d=\"{way}\" stroke-linejoin=\"round\"{look}/>\n"
        ));
    }

    fn rect(&mut self, shape: &RectShape) {
        let half = shape.stroke.width / 2.0;
        let out = match shape.stroke_kind {
            _ if shape.stroke.is_empty() => 0.0,
            StrokeKind::Inside => -half,
            StrokeKind::Middle => 0.0,
            StrokeKind::Outside => half,
        };
        if shape.fill == Color32::TRANSPARENT && shape.stroke.is_empty() {
            return;
        }
        let (place, look) = (frame(shape.rect.expand(out)), look(shape.fill, shape.stroke));
        let round = f32::from(shape.corner_radius.nw);
        let round = if round > 0.0 {
            format!(" rx=\"{}\"", number(round + out))
        } else {
            String::new()
        };
        self.push(format_args!("<rect {place}{round}{look}/>\n"));
    }

    /// Each piece of words in one colour and font is one path that says what is written.
    fn text(&mut self, shape: &TextShape) {
        let job = &shape.galley.job;
        let mut section = 0;
        let mut byte = 0;
        for row in &shape.galley.rows {
            let at = shape.pos + row.pos.to_vec2();
            let mut piece = Piece::default();
            for glyph in &row.glyphs {
                while job
                    .sections
                    .get(section)
                    .is_some_and(|part| part.byte_range.end.0 <= byte)
                    && section + 1 < job.sections.len()
                {
                    self.piece(&mut piece);
                    section += 1;
                }
                byte += glyph.chr.len_utf8();
                let Some(part) = job.sections.get(section) else {
                    continue;
                };
                piece.color = ink(shape, part.format.color);
                piece.words.push(glyph.chr);
                if !glyph.chr.is_whitespace() {
                    let (font, place) = (&part.format.font_id, at + glyph.pos.to_vec2());
                    let place = (place.x, place.y);
                    self.letters
                        .outline(&font.family, glyph.chr, font.size, place, &mut piece.path);
                }
            }
            byte += usize::from(row.ends_with_newline);
            self.piece(&mut piece);
        }
    }

    fn piece(&mut self, piece: &mut Piece) {
        let piece = std::mem::take(piece);
        if piece.path.is_empty() {
            return;
        }
        // Icons have no words: their signs mean nothing outside their font.
        let is_icon = |letter: char| ('\u{E000}'..='\u{F8FF}').contains(&letter);
        let words = escaped(piece.words.trim());
        let said = if piece.words.contains(is_icon) {
            String::new()
        } else {
            format!(" aria-label=\"{words}\"")
        };
        let (fill, path) = (paint("fill", piece.color), piece.path);
        self.push(format_args!("<path{said}{fill} d=\"{path}\"/>\n"));
    }
}

/// Words in one colour and font.
#[derive(Default)]
struct Piece {
    words: String,
    path: String,
    color: Color32,
}

/// The colour of words, as egui chooses it.
fn ink(shape: &TextShape, own: Color32) -> Color32 {
    let color = match shape.override_text_color {
        Some(color) => color,
        None if own == Color32::PLACEHOLDER => shape.fallback_color,
        None => own,
    };
    color.gamma_multiply(shape.opacity_factor)
}

fn plain(stroke: &PathStroke) -> Stroke {
    match stroke.color {
        ColorMode::Solid(color) => Stroke::new(stroke.width, color),
        ColorMode::UV(_) => Stroke::NONE,
    }
}

/// Fill and stroke as attributes.
fn look(fill: Color32, stroke: Stroke) -> String {
    let fill = if fill == Color32::TRANSPARENT {
        " fill=\"none\"".to_owned()
    } else {
        paint("fill", fill)
    };
    if stroke.is_empty() {
        return fill;
    }
    let (edge, width) = (paint("stroke", stroke.color), number(stroke.width));
    format!("{fill}{edge} stroke-width=\"{width}\"")
}

/// A colour as attributes.
fn paint(what: &str, color: Color32) -> String {
    let [r, g, b, a] = color.to_srgba_unmultiplied();
    let opacity = if a == u8::MAX {
        String::new()
    } else {
        format!(" {what}-opacity=\"{:.3}\"", f32::from(a) / 255.0)
    };
    format!(" {what}=\"#{r:02x}{g:02x}{b:02x}\"{opacity}")
}

fn way(points: &[Pos2], closed: bool) -> String {
    let mut way = String::new();
    for (place, point) in points.iter().enumerate() {
        let sign = if place == 0 { 'M' } else { 'L' };
        let _ = write!(way, "{sign}{} {}", number(point.x), number(point.y));
    }
    if closed {
        way.push('Z');
    }
    way
}

fn frame(rect: Rect) -> String {
    let (x, y, width, height) = (
        number(rect.left()),
        number(rect.top()),
        number(rect.width()),
        number(rect.height()),
    );
    format!("x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"")
}
