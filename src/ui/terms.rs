//! The terms of the glossary in what is drawn: any text on the screen can be asked about, no panel has to mark its words.
//!
//! Invariant: only what was drawn in this frame and lies inside its clip is read.

use crate::text::Lang;
use crate::text::glossary::{Glossary, Term};
use egui::{Context, LayerId, Rect, Shape};

/// The explained terms in the text that `layer` has drawn so far inside `place`, in the order of drawing.
pub fn drawn(ctx: &Context, layer: LayerId, place: Rect, lang: Lang) -> Vec<&'static Term> {
    let words = ctx.graphics(|graphics| {
        let mut words = String::new();
        let list = graphics.get(layer).into_iter();
        for clipped in list.flat_map(egui::layers::PaintList::all_entries) {
            gather(&clipped.shape, clipped.clip_rect.intersect(place), &mut words);
        }
        words
    });
    Glossary::builtin().in_text(&words, lang)
}

/// Adds the text of `shape` that lies inside `place`, a line each.
fn gather(shape: &Shape, place: Rect, words: &mut String) {
    match shape {
        Shape::Vec(shapes) => shapes.iter().for_each(|shape| gather(shape, place, words)),
        Shape::Text(text) if text.visual_bounding_rect().intersects(place) => {
            words.push_str(text.galley.text());
            words.push('\n');
        }
        _ => {}
    }
}
