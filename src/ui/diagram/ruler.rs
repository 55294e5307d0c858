//! How wide words are.

use crate::ui::theme::{Theme, metric};
use crate::ui::widget::letters::Letters;
use egui::{Context, FontId};

/// Measures small words, plain and strong.
#[derive(Debug)]
pub struct Ruler {
    plain: Letters,
    strong: Letters,
}

impl Ruler {
    /// A ruler for the small letters of `theme`.
    pub fn new(ctx: &Context, theme: &Theme) -> Self {
        let [plain, strong] = small(theme).map(|font| Letters::of(ctx, &font));
        Self { plain, strong }
    }

    /// Width of `text` on one line.
    pub fn width(&self, text: &str, strong: bool) -> f32 {
        let letters = if strong { &self.strong } else { &self.plain };
        text.chars().map(|letter| letters.width(letter)).sum()
    }
}

/// The small letters, plain and strong.
pub(super) fn small(theme: &Theme) -> [FontId; 2] {
    [
        theme.font(metric::TEXT_SMALL),
        theme.medium_font(metric::TEXT_SMALL),
    ]
}
