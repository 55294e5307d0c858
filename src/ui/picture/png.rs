//! SVG to points: as PNG, and for the clipboard.
//!
//! Invariant: letters are outlines there, for no font of the system is asked.

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree};

/// Pixels per point.
pub const SCALE: f32 = 2.0;

/// The picture `svg` as PNG at twice its size; none where it is no picture.
pub fn png(svg: &str) -> Option<Vec<u8>> {
    drawn(svg)?.encode_png().ok()
}

/// The picture `svg` as points at twice its size; none where it is no picture.
pub fn pixels(svg: &str) -> Option<egui::ColorImage> {
    let points = drawn(svg)?;
    let size = [points.width(), points.height()].map(usize::try_from);
    let [Ok(width), Ok(height)] = size else {
        return None;
    };
    Some(egui::ColorImage::from_rgba_premultiplied(
        [width, height],
        points.data(),
    ))
}

fn drawn(svg: &str) -> Option<Pixmap> {
    let tree = Tree::from_str(svg, &Options::default()).ok()?;
    let size = tree.size().to_int_size().scale_by(SCALE)?;
    let mut points = Pixmap::new(size.width(), size.height())?;
    resvg::render(&tree, Transform::from_scale(SCALE, SCALE), &mut points.as_mut());
    Some(points)
}
