//! Pictures as files: what a panel draws, written as SVG or PNG.
//!
//! Invariant: a picture is drawn by the same code as the screen, in the light theme, without a window; letters become
//! outlines, so it looks the same on every machine and the same input gives the same bytes.

mod letters;
pub mod pages;
mod png;
mod shapes;

pub use png::{SCALE, png};

use super::fonts;
use super::theme::{Theme, ThemeKind};
use egui::{Context, Frame, Pos2, RawInput, Rect, Ui, Vec2};
use std::fmt::Write as _;

/// Frames until every panel has found its size.
const FRAMES: u8 = 3;

/// What `draw` draws over `size` in the light theme, as SVG; `title` says what it is, `told` what it shows, in words.
pub fn svg(title: &str, told: &str, size: Vec2, mut draw: impl FnMut(&mut Ui, &Theme)) -> String {
    let ctx = Context::default();
    fonts::install(&ctx);
    let theme = Theme::load(ThemeKind::Light);
    theme.clone().apply(&ctx);
    let mut drawn = Vec::new();
    for frame in 0..FRAMES {
        let input = RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, size)),
            time: Some(f64::from(frame)),
            ..RawInput::default()
        };
        let mut output = ctx.run_ui(input, |ui| {
            let ground = Frame::new().fill(theme.ground).inner_margin(MARGIN);
            egui::CentralPanel::default()
                .frame(ground)
                .show(ui, |ui| draw(ui, &theme));
        });
        output.textures_delta.clear();
        drawn = output.shapes;
    }
    let mut text = String::new();
    let (width, height) = (size.x, size.y);
    // Writing to a string does not fail.
    let _ = write!(
        text,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
         viewBox=\"0 0 {width} {height}\" role=\"img\">\n<title>{}</title>\n<desc>{}</desc>\n",
        shapes::escaped(title),
        shapes::escaped(told)
    );
    shapes::write(&drawn, &mut text);
    text.push_str("</svg>\n");
    text
}

/// Room around a picture.
const MARGIN: i8 = 24;
