//! What egui drew, as SVG.
//!
//! Invariant: every kind of shape that the panels draw has its element; words keep the places that egui gave them.

use super::Lettering;
use super::letters::{Letters, number, number_of};
use crate::ui::fonts;
use egui::epaint::{
    BandShape, CircleShape, ClippedShape, ColorMode, PathShape, PathStroke, RectShape, StrokeKind, TextShape,
};
use egui::{Color32, FontId, Pos2, Rect, Shape, Stroke, pos2};
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// Appends all `shapes` to `svg`.
pub(super) fn write(shapes: &[ClippedShape], lettering: Lettering, svg: &mut String) {
    let mut writer = Writer {
        letters: Letters::load(),
        lettering,
        svg,
        clips: 0,
        forms: BTreeMap::new(),
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
    lettering: Lettering,
    svg: &'a mut String,
    clips: usize,
    /// The forms that were drawn, each with its number and where it begins.
    forms: BTreeMap<String, (usize, Pos2)>,
}

/// How many corners a form has that is worth a name.
const FORM: std::ops::RangeInclusive<usize> = 3..=60;

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
        let look = look(path.fill, stroke);
        if FORM.contains(&path.points.len())
            && let Some(start) = path.points.first()
        {
            return self.form((&path.points, path.closed), *start, &look);
        }
        let way = way(&path.points, path.closed);
        self.push(format_args!("<path d=\"{way}\"{look}/>\n"));
    }

    /// A form that may stand in many places, as small garments do: drawn once, and shown again where it returns.
    fn form(&mut self, (points, closed): (&[Pos2], bool), start: Pos2, look: &str) {
        let steps = steps(points, closed);
        let known = self.forms.len();
        let key = format!("{steps}{look}");
        if let Some((id, first)) = self.forms.get(&key) {
            let (id, far) = (*id, start - *first);
            let (x, y) = (number(far.x), number(far.y));
            return self.push(format_args!("<use href=\"#f{id}\" x=\"{x}\" y=\"{y}\"/>\n"));
        }
        self.forms.insert(key, (known, start));
        let way = way(points, closed);
        self.push(format_args!("<path id=\"f{known}\" d=\"{way}\"{look}/>\n"));
    }

    fn band(&mut self, band: &BandShape) {
        let upper = band.points.iter().map(|point| pos2(point.x, point.y.min));
        let lower = band.points.iter().rev().map(|point| pos2(point.x, point.y.max));
        let around: Vec<Pos2> = upper.chain(lower).collect();
        let (way, look) = (way(&around, true), look(band.fill, band.stroke));
        self.push(format_args!("<path d=\"{way}\"{look}/>\n"));
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

    fn text(&mut self, shape: &TextShape) {
        for piece in pieces(shape) {
            self.piece(&piece);
        }
    }

    fn piece(&mut self, piece: &Piece) {
        let Some(font) = &piece.font else { return };
        if self.lettering == Lettering::Words && !piece.is_icon() {
            return self.words(piece, font);
        }
        let mut path = String::new();
        for (letter, place) in &piece.letters {
            let (letters, place) = (&self.letters, (place.x, place.y));
            letters.outline(&font.family, *letter, font.size, place, &mut path);
        }
        // Icons have no words: their signs mean nothing outside their font.
        let said = if piece.is_icon() {
            String::new()
        } else {
            format!(" aria-label=\"{}\"", escaped(&piece.words()))
        };
        let fill = paint("fill", piece.color);
        self.push(format_args!("<path{said}{fill} d=\"{path}\"/>\n"));
    }

    /// Words as text that takes the room it has on screen, whatever font shows it.
    fn words(&mut self, piece: &Piece, font: &FontId) {
        let Some((_, start)) = piece.letters.first() else {
            return;
        };
        let weight = if font.family == fonts::medium() {
            " font-weight=\"500\""
        } else {
            ""
        };
        let (x, y) = (number(start.x), number(start.y));
        let (size, fill) = (number(font.size), paint("fill", piece.color));
        // A single letter needs no room of its own.
        let room = if piece.letters.len() > 1 {
            format!(" textLength=\"{}\"", number(piece.end - start.x))
        } else {
            String::new()
        };
        let words = escaped(&piece.words());
        self.push(format_args!(
            "<text x=\"{x}\" y=\"{y}\" font-size=\"{size}\"{weight}{fill}{room}>{words}</text>\n"
        ));
    }
}

/// The words of a text: for each colour and font of a line one piece.
pub(super) fn pieces(shape: &TextShape) -> Vec<Piece> {
    let job = &shape.galley.job;
    let (mut section, mut byte) = (0, 0);
    let mut all = Vec::new();
    let mut piece = Piece::default();
    for row in &shape.galley.rows {
        let at = shape.pos + row.pos.to_vec2();
        for glyph in &row.glyphs {
            let is_over = |section: usize| {
                let part = job.sections.get(section);
                part.is_some_and(|part| part.byte_range.end.0 <= byte)
            };
            while is_over(section) && section + 1 < job.sections.len() {
                all.push(std::mem::take(&mut piece));
                section += 1;
            }
            byte += glyph.chr.len_utf8();
            let Some(part) = job.sections.get(section) else {
                continue;
            };
            let place = at + glyph.pos.to_vec2();
            if is_icon(glyph.chr) != piece.is_icon() {
                all.push(std::mem::take(&mut piece));
            }
            piece.color = ink(shape, part.format.color);
            piece.push(&part.format.font_id, glyph.chr, (place, glyph.advance_width));
        }
        byte += usize::from(row.ends_with_newline);
        all.push(std::mem::take(&mut piece));
    }
    all.retain(|piece| piece.font.is_some());
    all
}

/// Words in one colour and font.
#[derive(Default)]
pub(super) struct Piece {
    pub(super) font: Option<FontId>,
    /// Each with its place on the baseline; spaces between words among them, none at the ends.
    pub(super) letters: Vec<(char, Pos2)>,
    /// Spaces since the last letter.
    spaces: Vec<(char, Pos2)>,
    /// Where the last letter ends.
    end: f32,
    pub(super) color: Color32,
}

impl Piece {
    fn push(&mut self, font: &FontId, letter: char, (place, width): (Pos2, f32)) {
        if letter.is_whitespace() {
            if !self.letters.is_empty() {
                self.spaces.push((letter, place));
            }
            return;
        }
        if self.font.is_none() {
            self.font = Some(font.clone());
        }
        self.letters.append(&mut self.spaces);
        self.letters.push((letter, place));
        self.end = place.x + width;
    }

    fn is_icon(&self) -> bool {
        self.letters.last().is_some_and(|(letter, _)| is_icon(*letter))
    }

    pub(super) fn words(&self) -> String {
        self.letters.iter().map(|(letter, _)| letter).collect()
    }
}

/// True for the signs of the icon font.
fn is_icon(letter: char) -> bool {
    ('\u{E000}'..='\u{F8FF}').contains(&letter)
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

pub(super) fn plain(stroke: &PathStroke) -> Stroke {
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
    let edge = paint("stroke", stroke.color);
    // A reader of pictures takes 1 where no width stands.
    match number(stroke.width).as_str() {
        "1" => format!("{fill}{edge}"),
        width => format!("{fill}{edge} stroke-width=\"{width}\""),
    }
}

/// A colour as attributes.
fn paint(what: &str, color: Color32) -> String {
    let [r, g, b, a] = color.to_srgba_unmultiplied();
    let opacity = if a == u8::MAX {
        String::new()
    } else {
        format!(" {what}-opacity=\"{:.3}\"", f32::from(a) / 255.0)
    };
    let is_short = [r, g, b].iter().all(|channel| channel >> 4 == channel & 15);
    if is_short {
        let [r, g, b] = [r, g, b].map(|channel| channel & 15);
        return format!(" {what}=\"#{r:x}{g:x}{b:x}\"{opacity}");
    }
    format!(" {what}=\"#{r:02x}{g:02x}{b:02x}\"{opacity}")
}

/// A way through `points`: the first where it is, every other by its distance from the one before, which is shorter.
fn way(points: &[Pos2], closed: bool) -> String {
    let start = points.first().copied().unwrap_or_default();
    let mut way = String::from("M");
    length(&mut way, hundredths(start.x));
    length(&mut way, hundredths(start.y));
    way.push_str(&steps(points, closed));
    way
}

fn hundredths(length: f32) -> f64 {
    f64::from(length * 100.0).round()
}

/// The way from the first of `points` on, the same for the same form wherever it stands.
fn steps(points: &[Pos2], closed: bool) -> String {
    let mut way = String::from("l");
    let start = points.first().copied().unwrap_or_default();
    let mut last = (0.0, 0.0);
    for point in points.iter().skip(1) {
        let far = *point - start;
        let now = (hundredths(far.x), hundredths(far.y));
        length(&mut way, now.0 - last.0);
        length(&mut way, now.1 - last.1);
        last = now;
    }
    if closed {
        way.push('z');
    }
    way
}

/// Adds a length in hundredths, without what a reader can do without.
fn length(way: &mut String, hundredths: f64) {
    let text = number_of(hundredths / 100.0);
    let (sign, digits) = text
        .strip_prefix('-')
        .map_or(("", text.as_str()), |rest| ("-", rest));
    let digits = match digits.strip_prefix("0.") {
        Some(rest) => format!(".{rest}"),
        None => digits.to_owned(),
    };
    if sign.is_empty() && way.ends_with(|last: char| last.is_ascii_digit()) {
        way.push(' ');
    }
    way.push_str(sign);
    way.push_str(&digits);
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
