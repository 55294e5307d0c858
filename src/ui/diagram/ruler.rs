//! How wide words are, each letter measured once.

use crate::ui::theme::{Theme, metric};
use egui::{Context, FontId};
use std::cell::RefCell;
use std::collections::BTreeMap;

/// Measures small words, plain and strong.
#[derive(Debug)]
pub struct Ruler {
    ctx: Context,
    fonts: [FontId; 2],
    widths: RefCell<BTreeMap<(bool, char), f32>>,
}

impl Ruler {
    /// A ruler for the small letters of `theme`.
    pub fn new(ctx: &Context, theme: &Theme) -> Self {
        Self {
            ctx: ctx.clone(),
            fonts: small(theme),
            widths: RefCell::default(),
        }
    }

    /// Width of `text` on one line.
    pub fn width(&self, text: &str, strong: bool) -> f32 {
        text.chars().map(|letter| self.letter(letter, strong)).sum()
    }

    fn letter(&self, letter: char, strong: bool) -> f32 {
        if let Some(width) = self.widths.borrow().get(&(strong, letter)) {
            return *width;
        }
        let [plain, medium] = &self.fonts;
        let font = if strong { medium } else { plain };
        let width = self.ctx.fonts_mut(|fonts| fonts.glyph_width(font, letter));
        self.widths.borrow_mut().insert((strong, letter), width);
        width
    }
}

/// The small letters, plain and strong.
pub(super) fn small(theme: &Theme) -> [FontId; 2] {
    [
        theme.font(metric::TEXT_SMALL),
        theme.medium_font(metric::TEXT_SMALL),
    ]
}
