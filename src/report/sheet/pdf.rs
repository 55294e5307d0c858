//! Pages as PDF: fonts embedded as subsets, words that can be selected, headings as bookmarks, everything tagged.
//!
//! Invariant: the same document gives the same bytes; the only date is the one that the document bears.

use super::canvas::{Element, Op, Page, Role};
use super::draw::At;
use super::letters::{Ruler, Run, Weight};
use super::{Document, Fill as Filled, Hatch, Rgb, flat, hatch, place};
use crate::lang::Lang;
use crate::text::face;
use krilla::color::rgb;
use krilla::destination::XyzDestination;
use krilla::geom::{Path, PathBuilder, Point, Transform};
use krilla::metadata::{DateTime, Metadata};
use krilla::num::NormalizedF32;
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::{Fill, FillRule, LineCap, LineJoin, Stroke, StrokeDash};
use krilla::surface::Surface;
use krilla::tagging::{
    Artifact, ArtifactType, ContentTag, Identifier, SpanTag, TableHeaderScope, Tag, TagGroup, TagTree,
};
use krilla::text::{Font, GlyphId, KrillaGlyph};
use std::collections::BTreeMap;
use std::num::NonZeroU16;

/// `document` as PDF; none where the writer refuses it, which would be a fault of its own.
pub fn pdf(document: &Document) -> Option<Vec<u8>> {
    of_pages(document, &place::pages(document, &Ruler::default()))
}

/// `pages` that were drawn already, as PDF under the words of `document`; none as above.
pub fn of_pages(document: &Document, pages: &[Page]) -> Option<Vec<u8>> {
    let mut pdf = krilla::Document::new();
    let mut pen = Pen {
        ruler: &Ruler::default(),
        plain: document.plain,
        fonts: fonts(),
    };
    let mut tags = Tags::default();
    let mut outline = Outline::new();
    let mut headings: Vec<(u8, OutlineNode)> = Vec::new();
    for (number, page) in pages.iter().enumerate() {
        let scale = document.format.scale();
        let [width, height] = document.format.size();
        let size = PageSettings::from_wh(width * scale, height * scale)?;
        let mut sheet = pdf.start_page_with(size);
        let mut surface = sheet.surface();
        surface.push_transform(&Transform::from_scale(scale, scale));
        for element in &page.elements {
            let id = pen.element(&mut surface, element);
            tags.add(&element.role, id, &element.text());
            if let (Role::Heading(level), Some(y)) = (&element.role, top(element)) {
                let to = XyzDestination::new(number, Point::from_xy(0.0, (y - 18.0).max(0.0) * scale));
                headings.push((*level, OutlineNode::new(flat(&element.text()), to)));
            }
        }
        surface.pop();
        surface.finish();
        sheet.finish();
    }
    for node in nested(&headings) {
        outline.push_child(node);
    }
    pdf.set_outline(outline);
    pdf.set_tag_tree(tags.tree());
    pdf.set_metadata(metadata(document));
    pdf.finish().ok()
}

/// The highest baseline of an element.
fn top(element: &Element) -> Option<f32> {
    let lines = element.ops.iter().filter_map(|op| match op {
        Op::Words { at: [_, y], .. } => Some(*y),
        _ => None,
    });
    lines.reduce(f32::min)
}

/// Headings beneath those above them; the title stands beside the first ones.
fn nested(headings: &[(u8, OutlineNode)]) -> Vec<OutlineNode> {
    let mut nodes: Vec<OutlineNode> = Vec::new();
    for (level, node) in headings {
        match nodes.last_mut() {
            Some(last) if *level > 1 => last.push_child(node.clone()),
            _ => nodes.push(node.clone().with_open(true)),
        }
    }
    nodes
}

fn metadata(document: &Document) -> Metadata {
    let language = match document.lang {
        Lang::En => "en",
        Lang::Zh | Lang::Both => "zh-CN",
    };
    let metadata = Metadata::new()
        .title(flat(&document.title))
        .description(flat(&document.about))
        .creator(concat!("Reloom ", env!("CARGO_PKG_VERSION")).to_owned())
        .language(language.to_owned())
        .document_id(format!("{} {}", flat(&document.title), flat(&document.about)));
    match day(&document.date) {
        Some(day) => metadata.creation_date(day),
        None => metadata,
    }
}

/// "2026-11-25" as a day.
fn day(date: &str) -> Option<DateTime> {
    let mut parts = date.split('-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    Some(
        DateTime::new(year.parse().ok()?)
            .month(month.parse().ok()?)
            .day(day.parse().ok()?),
    )
}

fn fonts() -> BTreeMap<(Weight, usize), Font> {
    let mut fonts = BTreeMap::new();
    for weight in [Weight::Regular, Weight::Medium] {
        for (place, name) in weight.names().into_iter().enumerate() {
            let font = face::file(name).and_then(|bytes| Font::new(bytes.into(), 0));
            if let Some(font) = font {
                fonts.insert((weight, place), font);
            }
        }
    }
    fonts
}

/// What draws.
struct Pen<'a> {
    ruler: &'a Ruler,
    plain: bool,
    fonts: BTreeMap<(Weight, usize), Font>,
}

impl Pen<'_> {
    /// Draws an element; its identifier, none for ornaments.
    fn element(&mut self, surface: &mut Surface<'_>, element: &Element) -> Option<Identifier> {
        let is_said = element.role != Role::Ornament;
        let tag = match element.role {
            Role::Ornament => ContentTag::Artifact(Artifact::with_kind(ArtifactType::Layout)),
            Role::Figure(_) => ContentTag::Other,
            _ => ContentTag::Span(SpanTag::empty()),
        };
        let id = surface.start_tagged(tag);
        for op in &element.ops {
            self.op(surface, op);
        }
        surface.end_tagged();
        is_said.then_some(id)
    }

    fn op(&mut self, surface: &mut Surface<'_>, op: &Op) {
        match op {
            Op::Words {
                at,
                text,
                size,
                weight,
                rgb,
            } => self.words(surface, (*at, *size), text, *weight, *rgb),
            Op::Line {
                points,
                width,
                rgb,
                dashed,
            } => {
                surface.set_fill(None);
                surface.set_stroke(Some(stroke(*rgb, *width, *dashed)));
                if let Some(path) = outline(points, false) {
                    surface.draw_path(&path);
                }
            }
            Op::Area { points, fill, edge } => self.area(surface, points, *fill, *edge),
            Op::Within { points, ops } => {
                let Some(path) = outline(points, true) else { return };
                surface.push_clip_path(&path, &FillRule::NonZero);
                for op in ops {
                    self.op(surface, op);
                }
                surface.pop();
            }
        }
    }

    fn words(&self, surface: &mut Surface<'_>, (at, size): (At, f32), text: &str, weight: Weight, rgb: Rgb) {
        surface.set_stroke(None);
        surface.set_fill(Some(filled(rgb)));
        let [mut x, y] = at;
        for run in self.ruler.runs(text, weight) {
            let wide: f32 = run.glyphs.iter().map(|glyph| glyph.advance).sum();
            if let Some(font) = self.fonts.get(&(weight, run.font)) {
                let start = Point::from_xy(x, y);
                surface.draw_glyphs(start, &glyphs(&run), font.clone(), &run.text, size, false);
            }
            x += wide * size;
        }
    }

    fn area(&self, surface: &mut Surface<'_>, points: &[At], fill: Option<Filled>, edge: Option<(Rgb, f32)>) {
        let Some(path) = outline(points, true) else { return };
        if let Some(fill) = fill {
            let ground = if self.plain { [255; 3] } else { fill.rgb };
            surface.set_stroke(None);
            surface.set_fill(Some(filled(ground)));
            surface.draw_path(&path);
            self.hatch(surface, points, &path, fill);
        }
        if let Some((rgb, width)) = edge {
            surface.set_fill(None);
            surface.set_stroke(Some(stroke(rgb, width, false)));
            surface.draw_path(&path);
        }
    }

    /// Lines and dots of a fill, cut at its outline.
    fn hatch(&self, surface: &mut Surface<'_>, points: &[At], path: &Path, fill: Filled) {
        if fill.hatch == Hatch::None {
            return;
        }
        let bounds = hatch::bounds(points);
        let rgb = if self.plain { [60; 3] } else { shade(fill.rgb) };
        surface.push_clip_path(path, &FillRule::NonZero);
        surface.set_fill(None);
        surface.set_stroke(Some(stroke(rgb, 0.55, false)));
        let mut all = PathBuilder::new();
        for [[x, y], [to_x, to_y]] in hatch::lines(fill.hatch, bounds) {
            all.move_to(x, y);
            all.line_to(to_x, to_y);
        }
        for [x, y] in hatch::dots(fill.hatch, bounds) {
            all.move_to(x - 0.3, y);
            all.line_to(x + 0.3, y);
        }
        if let Some(lines) = all.finish() {
            let width = if fill.hatch == Hatch::Dots { 0.9 } else { 0.55 };
            surface.set_stroke(Some(stroke(rgb, width, false)));
            surface.draw_path(&lines);
        }
        surface.pop();
    }
}

fn glyphs(run: &Run) -> Vec<KrillaGlyph> {
    let letters = run.text.char_indices();
    letters
        .zip(&run.glyphs)
        .map(|((start, letter), glyph)| {
            let range = start..start + letter.len_utf8();
            KrillaGlyph::new(GlyphId::new(glyph.id), glyph.advance, 0.0, 0.0, 0.0, range, None)
        })
        .collect()
}

fn outline(points: &[At], closed: bool) -> Option<Path> {
    let mut path = PathBuilder::new();
    let mut points = points.iter();
    let [x, y] = points.next()?;
    path.move_to(*x, *y);
    points.for_each(|[x, y]| path.line_to(*x, *y));
    if closed {
        path.close();
    }
    path.finish()
}

fn color([red, green, blue]: Rgb) -> rgb::Color {
    rgb::Color::new(red, green, blue)
}

fn filled(rgb: Rgb) -> Fill {
    Fill {
        paint: color(rgb).into(),
        opacity: NormalizedF32::ONE,
        rule: FillRule::NonZero,
    }
}

fn stroke(rgb: Rgb, width: f32, dashed: bool) -> Stroke {
    Stroke {
        paint: color(rgb).into(),
        width,
        line_cap: LineCap::Butt,
        line_join: LineJoin::Round,
        dash: dashed.then(|| StrokeDash {
            array: vec![1.6, 2.0],
            offset: 0.0,
        }),
        ..Stroke::default()
    }
}

/// The ink of a hatch on `rgb`: darker on light fills, lighter on dark ones.
fn shade(rgb: Rgb) -> Rgb {
    let sum: u32 = rgb.iter().map(|part| u32::from(*part)).sum();
    let target: u32 = if sum > 330 { 30 } else { 255 };
    rgb.map(|part| u8::try_from((u32::from(part) * 45 + target * 55) / 100).unwrap_or(part))
}

/// The tags of the document, in the order in which it is read.
#[derive(Default)]
struct Tags {
    tree: Vec<TagGroup>,
    /// The open table: its number, its rows so far, and the number of the last.
    table: Option<(usize, Vec<TagGroup>, usize)>,
}

impl Tags {
    fn add(&mut self, role: &Role, id: Option<Identifier>, text: &str) {
        let Some(id) = id else { return };
        match role {
            Role::Cell {
                table,
                row,
                head,
                drawn,
            } => {
                if self.table.as_ref().is_none_or(|(open, ..)| open != table) {
                    self.close();
                    self.table = Some((*table, Vec::new(), usize::MAX));
                }
                self.cell(*row, *head, drawn.as_deref(), id);
            }
            Role::Figure(spoken) => {
                self.close();
                let mut group = TagGroup::new(Tag::Figure(Some(spoken.clone())));
                group.push(id);
                self.tree.push(group);
            }
            Role::Heading(level) => {
                self.close();
                let level = NonZeroU16::new(u16::from(*level)).unwrap_or(NonZeroU16::MIN);
                let mut group = TagGroup::new(Tag::Hn(level, Some(flat(text))));
                group.push(id);
                self.tree.push(group);
            }
            Role::Text | Role::Ornament => {
                self.close();
                let mut group = TagGroup::new(Tag::P);
                group.push(id);
                self.tree.push(group);
            }
        }
    }

    fn cell(&mut self, row: usize, head: bool, drawn: Option<&str>, id: Identifier) {
        let Some((_, rows, last)) = &mut self.table else {
            return;
        };
        if *last != row {
            rows.push(TagGroup::new(Tag::TR));
            *last = row;
        }
        let mut cell = if head {
            TagGroup::new(Tag::TH(TableHeaderScope::Column))
        } else {
            TagGroup::new(Tag::TD)
        };
        match drawn {
            Some(spoken) => {
                let mut figure = TagGroup::new(Tag::Figure(Some(spoken.to_owned())));
                figure.push(id);
                cell.push(figure);
            }
            None => cell.push(id),
        }
        if let Some(row) = rows.last_mut() {
            row.push(cell);
        }
    }

    /// The open table is whole.
    fn close(&mut self) {
        if let Some((_, rows, _)) = self.table.take() {
            let mut table = TagGroup::new(Tag::Table);
            for row in rows {
                table.push(row);
            }
            self.tree.push(table);
        }
    }

    fn tree(mut self) -> TagTree {
        self.close();
        let mut tree = TagTree::new();
        for group in self.tree {
            tree.push(group);
        }
        tree
    }
}
