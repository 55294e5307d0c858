//! Nothing is cut, nothing lies on anything else: every page in every language, from 100 to 200 % zoom at 1280 × 720.

#![allow(clippy::unwrap_used, reason = "a test fails loudly")]

use crate::support;

use egui::{Key, Rect, Shape};
use egui_kittest::Harness;
use reloom::app::pages::PAGES;
use reloom::app::preferences::Preferences;
use reloom::text::Lang;
use support::window::{command, show, window_with};

/// A text as it is drawn: its words, where they lie, and what is seen of them.
struct Drawn {
    text: String,
    place: Rect,
    clip: Rect,
    elided: bool,
}

impl Drawn {
    fn seen(&self) -> Rect {
        self.place.intersect(self.clip)
    }
}

fn texts<State>(h: &Harness<'_, State>) -> Vec<Drawn> {
    let mut found = Vec::new();
    for clipped in &h.output().shapes {
        collect(&clipped.shape, clipped.clip_rect, &mut found);
    }
    found
}

fn collect(shape: &Shape, clip: Rect, found: &mut Vec<Drawn>) {
    match shape {
        Shape::Vec(shapes) => shapes.iter().for_each(|shape| collect(shape, clip, found)),
        Shape::Text(text) if text.opacity_factor > 0.0 => found.push(Drawn {
            text: text.galley.text().to_owned(),
            place: text.galley.mesh_bounds.translate(text.pos.to_vec2()),
            clip,
            elided: text.galley.elided,
        }),
        _ => {}
    }
}

/// What is elided, cut at a side, or lies on something else.
fn findings<State>(h: &Harness<'_, State>, size: [f32; 2]) -> Vec<String> {
    let window = Rect::from_min_size(egui::Pos2::ZERO, size.into());
    let drawn: Vec<Drawn> = texts(h)
        .into_iter()
        .filter(|text| text.seen().is_positive() && !text.text.trim().is_empty())
        .collect();
    let mut found = Vec::new();
    for (at, text) in drawn.iter().enumerate() {
        let words = &text.text;
        if text.elided {
            found.push(format!("elided: {words:?}"));
        }
        let (place, clip) = (text.place, text.clip.intersect(window));
        if place.left() < clip.left() - 1.0 || place.right() > clip.right() + 1.0 {
            found.push(format!("cut at the side: {words:?} {place:?} in {clip:?}"));
        }
        for other in drawn.iter().skip(at + 1) {
            let common = text.seen().intersect(other.seen());
            if common.width() > 2.0 && common.height() > 2.0 {
                found.push(format!("{words:?} lies on {:?}", other.text));
            }
        }
    }
    found
}

#[test]
fn every_page_from_100_to_200_percent() {
    let mut found = Vec::new();
    for lang in Lang::CHOICES {
        for zoom in [1.0, 1.5, 2.0] {
            let size = [1280.0 / zoom, 720.0 / zoom];
            let mut h = window_with(Preferences::in_language(lang), size);
            for row in &PAGES {
                let page = (row.name)(Lang::En);
                show(&mut h, row);
                let here = findings(&h, size);
                found.extend(here.iter().map(|what| format!("{page} {lang:?} {zoom}: {what}")));
            }
            command(&mut h, Key::E);
            let here = findings(&h, size);
            found.extend(here.iter().map(|what| format!("start {lang:?} {zoom}: {what}")));
        }
    }
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}

/// The checks see what they are to see.
#[test]
fn what_is_cut_or_covered_is_found() {
    let draw = |ui: &mut egui::Ui| {
        let narrow = Rect::from_min_size(egui::pos2(10.0, 10.0), egui::vec2(20.0, 20.0));
        let font = egui::FontId::proportional(16.0);
        let ink = ui.visuals().text_color();
        let painter = ui.painter();
        let text = |at, words: &str| {
            let galley = painter.layout_no_wrap(words.to_owned(), font.clone(), ink);
            Shape::galley(at, galley, ink)
        };
        painter.with_clip_rect(narrow).add(text(narrow.min, "cut here"));
        for words in ["one", "two"] {
            painter.add(text(egui::pos2(100.0, 50.0), words));
        }
    };
    let h = support::builder(reloom::ui::theme::ThemeKind::Light, 200.0, 100.0).build_ui(draw);
    let found = findings(&h, [200.0, 100.0]);
    assert_eq!(found.len(), 2, "{found:?}");
    assert!(found.iter().any(|what| what.starts_with("cut at the side")));
    assert!(found.iter().any(|what| what.contains("lies on")));
}
