//! How wide letters are, each measured once: a page of new words asks for the same few again and again.
//!
//! Invariant: the fonts of a context stay the same while it lives.

use egui::{Context, FontId, Id, IdMap};
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// Of more fonts than this at once, which only a window that is being drawn larger or smaller has, widths are let go of.
const MOST_FONTS: usize = 64;

/// Widths of the letters of one font, points.
type Widths = Arc<Mutex<BTreeMap<char, f32>>>;

/// The letters of one font.
#[derive(Debug, Clone)]
pub struct Letters {
    ctx: Context,
    font: FontId,
    widths: Widths,
}

impl Letters {
    /// The letters of `font`.
    pub fn of(ctx: &Context, font: &FontId) -> Self {
        let key = Id::unique("widths of letters");
        let widths = ctx.data_mut(|data| {
            let known: &mut Arc<Mutex<IdMap<Widths>>> = data.get_temp_mut_or_default(key);
            let mut known = locked(known);
            if known.len() > MOST_FONTS {
                known.clear();
            }
            Arc::clone(known.entry(key.with(font)).or_default())
        });
        Self {
            ctx: ctx.clone(),
            font: font.clone(),
            widths,
        }
    }

    /// Width of `letter`, points.
    pub fn width(&self, letter: char) -> f32 {
        let measured = || self.ctx.fonts_mut(|fonts| fonts.glyph_width(&self.font, letter));
        *locked(&self.widths).entry(letter).or_insert_with(measured)
    }
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_is_as_wide_as_its_font_says() {
        let ctx = Context::default();
        crate::ui::fonts::install(&ctx);
        ctx.begin_pass(egui::RawInput::default());
        for size in [13.0, 16.0, 13.0] {
            let font = FontId::proportional(size);
            let letters = Letters::of(&ctx, &font);
            for letter in "a再 a".chars() {
                let measured = ctx.fonts_mut(|fonts| fonts.glyph_width(&font, letter));
                assert_eq!(
                    letters.width(letter).to_bits(),
                    measured.to_bits(),
                    "{letter} {size}"
                );
            }
        }
        ctx.end_pass().textures_delta.clear();
    }
}
