//! How wide letters are and where lines end, each found once: a page asks for the same few again and again.
//!
//! Invariant: the fonts of a context stay the same while it lives.

use crate::text::breaks;
use egui::{Context, FontId, Id, IdMap};
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// Of more fonts than this at once, which only a window that is being drawn larger or smaller has, widths are let go of.
const MOST_FONTS: usize = 64;

/// Of more texts than this of one font, where their lines end is found anew.
const MOST_TEXTS: usize = 4096;

/// What is known of one font.
#[derive(Debug, Default)]
struct Known {
    /// Widths of letters, points.
    widths: BTreeMap<char, f32>,
    /// Texts with their lines ended, by what text and room hash to.
    lines: BTreeMap<u64, String>,
}

impl Known {
    fn width(&mut self, letter: char, measured: impl FnOnce() -> f32) -> f32 {
        *self.widths.entry(letter).or_insert_with(measured)
    }
}

/// The letters of one font.
#[derive(Debug, Clone)]
pub struct Letters {
    ctx: Context,
    font: FontId,
    known: Arc<Mutex<Known>>,
}

impl Letters {
    /// The letters of `font`.
    pub fn of(ctx: &Context, font: &FontId) -> Self {
        let key = Id::unique("widths of letters");
        let known = ctx.data_mut(|data| {
            let known: &mut Arc<Mutex<IdMap<Arc<Mutex<Known>>>>> = data.get_temp_mut_or_default(key);
            let mut known = locked(known);
            if known.len() > MOST_FONTS {
                known.clear();
            }
            Arc::clone(known.entry(key.with(font)).or_default())
        });
        Self {
            ctx: ctx.clone(),
            font: font.clone(),
            known,
        }
    }

    /// Width of `letter`, points.
    pub fn width(&self, letter: char) -> f32 {
        locked(&self.known).width(letter, || self.measured(letter))
    }

    fn measured(&self, letter: char) -> f32 {
        self.ctx.fonts_mut(|fonts| fonts.glyph_width(&self.font, letter))
    }

    /// `text` with its lines ended by the rules of both languages, so that each fits into `room` points.
    pub fn broken(&self, text: &str, room: f32) -> String {
        let mut known = locked(&self.known);
        let key = egui::util::hash((text, room.to_bits()));
        if let Some(lines) = known.lines.get(&key) {
            return lines.clone();
        }
        let lines = breaks::broken(text, room, |letter| known.width(letter, || self.measured(letter)));
        if known.lines.len() >= MOST_TEXTS {
            known.lines.clear();
        }
        known.lines.insert(key, lines.clone());
        lines
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

    #[test]
    fn lines_that_were_ended_once_are_kept_for_their_text_and_room() {
        let ctx = Context::default();
        crate::ui::fonts::install(&ctx);
        ctx.begin_pass(egui::RawInput::default());
        let font = FontId::proportional(13.0);
        let kept = || locked(&Letters::of(&ctx, &font).known).lines.len();
        for text in [
            "one line",
            "words that stand on more than one line",
            "两行以上的文字",
        ] {
            for room in [60.0, 90.0] {
                let letters = Letters::of(&ctx, &font);
                let ended = breaks::broken(text, room, |letter| letters.width(letter));
                let before = kept();
                for _ in 0..2 {
                    assert_eq!(letters.broken(text, room), ended, "{text} {room}");
                    assert_eq!(kept(), before + 1);
                }
            }
        }
        for at in 0..=MOST_TEXTS {
            Letters::of(&ctx, &font).broken(&at.to_string(), 60.0);
        }
        assert!(kept() <= MOST_TEXTS);
        ctx.end_pass().textures_delta.clear();
    }
}
