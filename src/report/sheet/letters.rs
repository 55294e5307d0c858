//! How wide letters are and which font draws them.
//!
//! Invariant: a letter is drawn by the first font that has it, and one that no font has shows as a box, never as nothing.

use crate::text::face;
use skrifa::instance::{LocationRef, Size};
use skrifa::{FontRef, MetadataProvider};
use std::cell::RefCell;
use std::collections::BTreeMap;

/// A weight.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// Running text.
    Regular,
    /// Headings and key figures.
    Medium,
}

impl Weight {
    /// The names of its fonts, in their order.
    pub const fn names(self) -> [&'static str; 4] {
        match self {
            Self::Regular => face::REGULAR,
            Self::Medium => face::MEDIUM,
        }
    }
}

/// A letter in its font.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Glyph {
    /// The place of the font among those of its weight.
    pub font: usize,
    /// Its number there.
    pub id: u32,
    /// Its width, of the letters' height.
    pub advance: f32,
    /// False where no font has the letter.
    pub known: bool,
}

/// The bundled fonts, opened.
pub struct Ruler {
    fonts: BTreeMap<Weight, Vec<FontRef<'static>>>,
    seen: RefCell<BTreeMap<(Weight, bool, char), Glyph>>,
}

/// Letters of one font in a row.
#[derive(Debug, Clone, PartialEq)]
pub struct Run {
    /// The place of the font among those of its weight.
    pub font: usize,
    /// The letters.
    pub text: String,
    /// One glyph for each letter.
    pub glyphs: Vec<Glyph>,
}

impl Default for Ruler {
    fn default() -> Self {
        let open = |weight: Weight| {
            let files = weight.names().into_iter().filter_map(face::file);
            files.filter_map(|bytes| FontRef::new(bytes).ok()).collect()
        };
        let weights = [Weight::Regular, Weight::Medium];
        Self {
            fonts: weights.into_iter().map(|weight| (weight, open(weight))).collect(),
            seen: RefCell::default(),
        }
    }
}

impl Ruler {
    /// `letter` in its font; quotes and dashes among Chinese are as wide as Chinese.
    fn glyph(&self, weight: Weight, letter: char, among_chinese: bool) -> Glyph {
        let key = (weight, among_chinese && is_shared(letter), letter);
        if let Some(glyph) = self.seen.borrow().get(&key) {
            return *glyph;
        }
        let found = self.find(weight, letter, key.1);
        self.seen.borrow_mut().insert(key, found);
        found
    }

    fn find(&self, weight: Weight, letter: char, chinese_first: bool) -> Glyph {
        let fonts = self.fonts.get(&weight).map_or(&[][..], Vec::as_slice);
        let mut places: Vec<usize> = (0..fonts.len()).collect();
        if chinese_first {
            places.sort_by_key(|place| *place != 1);
        }
        let at = |place: usize, id: skrifa::GlyphId, known: bool| {
            let font = fonts.get(place)?;
            let metrics = font.glyph_metrics(Size::unscaled(), LocationRef::default());
            let em = font
                .metrics(Size::unscaled(), LocationRef::default())
                .units_per_em;
            Some(Glyph {
                font: place,
                id: id.to_u32(),
                advance: metrics.advance_width(id).unwrap_or_default() / f32::from(em.max(1)),
                known,
            })
        };
        let mut places = places.into_iter();
        let found = places.find_map(|place| {
            let id = fonts.get(place)?.charmap().map(letter)?;
            at(place, id, true)
        });
        let box_ = || at(0, skrifa::GlyphId::NOTDEF, false);
        found.or_else(box_).unwrap_or(Glyph {
            font: 0,
            id: 0,
            advance: 0.5,
            known: false,
        })
    }

    /// Width of one letter of `size`; `among_chinese` where Chinese stands beside it.
    pub fn letter(&self, letter: char, weight: Weight, size: f32, among_chinese: bool) -> f32 {
        self.glyph(weight, letter, among_chinese).advance * size
    }

    /// True where `text` holds Chinese.
    pub fn holds_chinese(text: &str) -> bool {
        text.chars().any(is_chinese)
    }

    /// Width of `text` on one line.
    pub fn width(&self, text: &str, weight: Weight, size: f32) -> f32 {
        let runs = self.runs(text, weight);
        let glyphs = runs.iter().flat_map(|run| &run.glyphs);
        glyphs.map(|glyph| glyph.advance).sum::<f32>() * size
    }

    /// `text` cut where the font changes.
    pub fn runs(&self, text: &str, weight: Weight) -> Vec<Run> {
        let letters: Vec<char> = text.chars().collect();
        let mut runs: Vec<Run> = Vec::new();
        for (at, letter) in letters.iter().enumerate() {
            let beside = [at.checked_sub(1), Some(at + 1)].into_iter().flatten();
            let among = beside
                .filter_map(|place| letters.get(place))
                .any(|near| is_chinese(*near));
            let glyph = self.glyph(weight, *letter, among);
            match runs.last_mut() {
                Some(run) if run.font == glyph.font => {
                    run.text.push(*letter);
                    run.glyphs.push(glyph);
                }
                _ => runs.push(Run {
                    font: glyph.font,
                    text: letter.to_string(),
                    glyphs: vec![glyph],
                }),
            }
        }
        runs
    }

    /// The letters of `text` that no font has.
    pub fn unknown(&self, text: &str) -> Vec<char> {
        let letters = text.chars().filter(|letter| !letter.is_control());
        letters
            .filter(|letter| !self.glyph(Weight::Regular, *letter, false).known)
            .collect()
    }
}

/// Signs that both languages have, of different width.
const fn is_shared(letter: char) -> bool {
    matches!(letter, '“' | '”' | '‘' | '’' | '…' | '—')
}

/// True for Chinese characters and full-width signs.
const fn is_chinese(letter: char) -> bool {
    matches!(letter, '\u{2E80}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{FF00}'..='\u{FFEF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_change_where_the_font_does() {
        let ruler = Ruler::default();
        let runs = ruler.runs("MCI为0.42（估算）", Weight::Regular);
        let texts: Vec<&str> = runs.iter().map(|run| run.text.as_str()).collect();
        assert_eq!(texts, ["MCI", "为", "0.42", "（估算）"]);
        assert!(ruler.width("工时", Weight::Regular, 10.0) > 19.0);
        assert_eq!(ruler.runs("“维修”", Weight::Medium).len(), 1);
        assert_eq!(ruler.unknown("a为\u{10FFFD}"), ['\u{10FFFD}']);
    }
}
