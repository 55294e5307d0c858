//! Letters as outlines, out of the bundled fonts.

use crate::text::face;
use crate::ui::fonts;
use egui::FontFamily;
use skrifa::instance::{LocationRef, Size};
use skrifa::outline::{DrawSettings, OutlinePen};
use skrifa::{FontRef, MetadataProvider};
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// The bundled fonts, opened.
pub(super) struct Letters {
    families: BTreeMap<FontFamily, Vec<FontRef<'static>>>,
}

impl Letters {
    pub(super) fn load() -> Self {
        let open = |names: &[&str]| -> Vec<FontRef<'static>> {
            let files = names.iter().filter_map(|name| face::file(name));
            files.filter_map(|bytes| FontRef::new(bytes).ok()).collect()
        };
        let families = fonts::families().into_iter();
        Self {
            families: families.map(|(family, names)| (family, open(&names))).collect(),
        }
    }

    /// Adds the outline of `letter` of `size` at `x`, `y` on its baseline to `path`; the font's sign for a missing letter
    /// where no font has it.
    pub(super) fn outline(
        &self,
        family: &FontFamily,
        letter: char,
        size: f32,
        (x, y): (f32, f32),
        path: &mut String,
    ) {
        let fonts = self.families.get(family).map_or(&[][..], Vec::as_slice);
        let found = fonts
            .iter()
            .find_map(|font| Some((font, font.charmap().map(letter)?)));
        let missing = || Some((fonts.first()?, skrifa::GlyphId::NOTDEF));
        let Some((font, glyph)) = found.or_else(missing) else {
            return;
        };
        if let Some(outline) = font.outline_glyphs().get(glyph) {
            let settings = DrawSettings::unhinted(Size::new(size), LocationRef::default());
            let mut pen = Pen { path, x, y };
            // A glyph that cannot be drawn leaves its place empty.
            let _ = outline.draw(settings, &mut pen);
        }
    }
}

/// Writes outlines as the data of an SVG path; fonts count upwards, pictures downwards.
struct Pen<'a> {
    path: &'a mut String,
    x: f32,
    y: f32,
}

impl Pen<'_> {
    fn add(&mut self, sign: char, points: &[(f32, f32)]) {
        self.path.push(sign);
        for (at, (x, y)) in points.iter().enumerate() {
            let gap = if at == 0 { "" } else { " " };
            let _ = write!(self.path, "{gap}{} {}", number(self.x + x), number(self.y - y));
        }
    }
}

impl OutlinePen for Pen<'_> {
    fn move_to(&mut self, x: f32, y: f32) {
        self.add('M', &[(x, y)]);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.add('L', &[(x, y)]);
    }

    fn quad_to(&mut self, cx0: f32, cy0: f32, x: f32, y: f32) {
        self.add('Q', &[(cx0, cy0), (x, y)]);
    }

    fn curve_to(&mut self, cx0: f32, cy0: f32, cx1: f32, cy1: f32, x: f32, y: f32) {
        self.add('C', &[(cx0, cy0), (cx1, cy1), (x, y)]);
    }

    fn close(&mut self) {
        self.path.push('Z');
    }
}

/// A length with two decimals at most, without zeros at the end.
pub(super) fn number(value: f32) -> String {
    number_of(f64::from(value))
}

/// The same of a number that was reckoned with.
pub(super) fn number_of(value: f64) -> String {
    let text = format!("{value:.2}");
    let short = text.trim_end_matches('0').trim_end_matches('.');
    if short == "-0" {
        "0".to_owned()
    } else {
        short.to_owned()
    }
}
