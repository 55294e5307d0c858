//! Pictures as files: what a panel draws, written as SVG or PNG.
//!
//! Invariant: a picture is drawn by the same code as the screen, in the light theme, without a window; every word keeps its
//! place and the room it has on screen, and the same input gives the same bytes.

mod letters;
mod marks;
pub mod pages;
mod png;
mod shapes;

pub use png::{SCALE, pixels, png};

use super::fonts;
use super::theme::{Theme, ThemeKind};
use crate::report::sheet::canvas::Page;
use egui::epaint::ClippedShape;
use egui::{Context, Frame, Pos2, RawInput, Rect, Ui, Vec2};
use std::fmt::Write as _;

/// Frames until every panel has found its size.
const FRAMES: u8 = 3;

/// How letters stand in a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Lettering {
    /// As text that can be searched and edited, in fonts by their names.
    #[default]
    Words,
    /// As outlines that need no font.
    Outlines,
}

/// What a picture is and how it is written.
#[derive(Debug, Clone, Copy)]
pub struct Canvas<'a> {
    /// What it is.
    pub title: &'a str,
    /// What it shows, in words.
    pub told: &'a str,
    /// Its size in points.
    pub size: Vec2,
    /// How letters stand in it.
    pub lettering: Lettering,
}

/// The fonts of words: the bundled ones first, then what systems have for both languages.
const FAMILIES: &str =
    "Inter, 'Noto Sans SC', 'PingFang SC', 'Microsoft YaHei', 'Helvetica Neue', Arial, sans-serif";

/// What `draw` draws in the light theme over a picture of this size, with a margin around it.
fn drawn((size, margin): (Vec2, i8), mut draw: impl FnMut(&mut Ui, &Theme)) -> Vec<ClippedShape> {
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
            let ground = Frame::new().fill(theme.ground).inner_margin(margin);
            egui::CentralPanel::default()
                .frame(ground)
                .show(ui, |ui| draw(ui, &theme));
        });
        output.textures_delta.clear();
        drawn = output.shapes;
    }
    drawn
}

/// What `draw` draws over `canvas`, as SVG.
pub fn svg(canvas: Canvas<'_>, draw: impl FnMut(&mut Ui, &Theme)) -> String {
    let drawn = drawn((canvas.size, MARGIN), draw);
    let mut text = String::new();
    let (width, height) = (canvas.size.x, canvas.size.y);
    // Writing to a string does not fail.
    let _ = write!(
        text,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
         viewBox=\"0 0 {width} {height}\" role=\"img\" stroke-linejoin=\"round\"{}>\n<title>{}</title>\n<desc>{}</desc>\n",
        fonts_named(canvas.lettering),
        shapes::escaped(canvas.title),
        shapes::escaped(canvas.told)
    );
    shapes::write(&drawn, canvas.lettering, &mut text);
    text.push_str("</svg>\n");
    text
}

/// What `draw` draws over the whole of a page of this size, as marks on paper: a text of its own is a paragraph, the one that
/// reads `title` the heading.
pub fn page(size: Vec2, title: &str, draw: impl FnMut(&mut Ui, &Theme)) -> Page {
    marks::page(&drawn((size, 0), draw), title)
}

fn fonts_named(lettering: Lettering) -> String {
    match lettering {
        Lettering::Words => format!(" font-family=\"{FAMILIES}\""),
        Lettering::Outlines => String::new(),
    }
}

/// Room around a picture.
const MARGIN: i8 = 24;
