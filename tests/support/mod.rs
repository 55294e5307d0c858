//! Pictures of the window without a screen or a graphics card: egui's triangles drawn by the processor.

#![allow(dead_code, reason = "each test file uses its own part of this")]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails loudly")]
#![allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "places and channels are rounded and clamped to the picture before they are cast"
)]
#![allow(
    clippy::iter_over_hash_type,
    reason = "which texture is dropped first makes no difference"
)]
#![allow(
    clippy::float_cmp,
    reason = "a pixel is on an edge only where the weight is exactly zero"
)]

pub mod huge;
pub mod said;
pub mod sound_project;
pub mod wall;
pub mod window;

use egui::epaint::{ImageData, Mesh, Primitive, Vertex};
use egui::{Color32, Context, Pos2, Rect, TextureId, TexturesDelta};
use egui_kittest::{Harness, HarnessBuilder, TestRenderer};
use reloom::ui::fonts;
use reloom::ui::theme::{Theme, ThemeKind};
use reloom::ui::view::Out;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::path::Path;
use std::rc::Rc;

/// What happens at a stage of whole garments of the kind `id`.
pub fn kind(id: &str) -> reloom::model::StageKind {
    let kind = reloom::data::Library::builtin().item_kind(id);
    assert!(
        reloom::data::Library::builtin().stage_kind(&kind).is_some(),
        "no kind {id}"
    );
    kind
}

/// A harness with our fonts and theme, of `width` × `height` points.
pub fn builder<State>(kind: ThemeKind, width: f32, height: f32) -> HarnessBuilder<State> {
    let theme = if kind.is_dark() {
        egui::Theme::Dark
    } else {
        egui::Theme::Light
    };
    Harness::builder()
        .with_size([width, height])
        .with_theme(theme)
        .with_context_setup(move |ctx| {
            fonts::install(ctx);
            Theme::load(kind).apply(ctx);
        })
}

/// A page with its list and its inspector, the rest of the window left empty; gives what was asked for.
pub fn page(
    ui: &mut egui::Ui,
    theme: &Theme,
    list: impl FnOnce(&mut egui::Ui, &mut Out),
    inspector: impl FnOnce(&mut egui::Ui, &mut Out),
    center: impl FnOnce(&mut egui::Ui, &mut Out),
) -> Out {
    let mut out = Out::default();
    let frame = |margin: i8, fill| egui::Frame::new().inner_margin(margin).fill(fill);
    let bar = |panel: egui::Panel, height: f32| panel.exact_size(height).frame(frame(0, theme.surface));
    bar(egui::Panel::top("top"), 44.0).show(ui, |_| {});
    bar(egui::Panel::bottom("scores"), 84.0).show(ui, |_| {});
    let side = |panel: egui::Panel, width: f32, fill| {
        panel.exact_size(width).resizable(false).frame(frame(16, fill))
    };
    side(egui::Panel::left("list"), 220.0, theme.ground).show(ui, |ui| list(ui, &mut out));
    side(egui::Panel::right("inspector"), 300.0, theme.surface).show(ui, |ui| inspector(ui, &mut out));
    egui::CentralPanel::default()
        .frame(frame(16, theme.ground))
        .show(ui, |ui| center(ui, &mut out));
    out
}

/// Premultiplied colour channels, 0 to 255.
type Pixel = [f32; 4];

/// A texture as egui handed it over.
#[derive(Debug, Clone, Default)]
struct Texture {
    width: usize,
    height: usize,
    pixels: Vec<Color32>,
}

/// Keeps egui's textures and draws its output; a clone shares the textures, so one goes into the harness as its
/// renderer and the other takes the pictures.
#[derive(Debug, Clone, Default)]
pub struct Painter {
    textures: Rc<RefCell<BTreeMap<TextureId, Texture>>>,
}

impl TestRenderer for Painter {
    fn handle_delta(&mut self, delta: &mut TexturesDelta) {
        let mut textures = self.textures.borrow_mut();
        for (id, part) in delta
            .set
            .iter()
            .flat_map(|(id, parts)| parts.iter().map(move |part| (*id, part)))
        {
            let ImageData::Color(image) = &part.image;
            let [width, height] = image.size;
            let texture = textures.entry(id).or_default();
            let [left, top] = part.pos.unwrap_or_default();
            if part.pos.is_none() {
                *texture = Texture {
                    width,
                    height,
                    pixels: vec![Color32::TRANSPARENT; width * height],
                };
            }
            for row in 0..height {
                let from = (top + row) * texture.width + left;
                texture.pixels[from..from + width]
                    .copy_from_slice(&image.pixels[row * width..(row + 1) * width]);
            }
        }
        for id in &delta.free {
            textures.remove(id);
        }
        delta.clear();
    }
}

/// Pixels in rows, red green blue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    pub width: usize,
    pub height: usize,
    pub rgb: Vec<u8>,
}

impl Picture {
    /// Writes a PNG file, making its folder where needed.
    pub fn save(&self, path: impl AsRef<Path>) {
        let path = path.as_ref();
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        let file = std::io::BufWriter::new(std::fs::File::create(path).unwrap());
        let mut encoder = png::Encoder::new(file, self.width as u32, self.height as u32);
        encoder.set_color(png::ColorType::Rgb);
        encoder.set_depth(png::BitDepth::Eight);
        encoder
            .write_header()
            .unwrap()
            .write_image_data(&self.rgb)
            .unwrap();
    }
}

impl Painter {
    /// What the harness showed last.
    pub fn picture<State>(&self, harness: &Harness<'_, State>) -> Picture {
        self.draw(&harness.ctx, harness.output())
    }

    fn draw(&self, ctx: &Context, output: &egui::FullOutput) -> Picture {
        let scale = output.pixels_per_point;
        let size = ctx.content_rect().size() * scale;
        let ground = Theme::of(ctx).ground;
        let mut canvas = Canvas::new(size.x.round() as usize, size.y.round() as usize, ground);
        let textures = self.textures.borrow();
        for clipped in ctx.tessellate(output.shapes.clone(), scale) {
            let Primitive::Mesh(mesh) = &clipped.primitive else {
                continue;
            };
            if let Some(texture) = textures.get(&mesh.texture_id) {
                canvas.mesh(mesh, texture, clipped.clip_rect * scale, scale);
            }
        }
        canvas.finish()
    }
}

struct Canvas {
    width: usize,
    height: usize,
    pixels: Vec<Pixel>,
}

impl Canvas {
    fn new(width: usize, height: usize, ground: Color32) -> Self {
        Self {
            width,
            height,
            pixels: vec![ground.to_array().map(f32::from); width * height],
        }
    }

    fn finish(self) -> Picture {
        let byte = |channel: f32| channel.round().clamp(0.0, 255.0) as u8;
        let rgb = self
            .pixels
            .iter()
            .flat_map(|[r, g, b, _]| [byte(*r), byte(*g), byte(*b)])
            .collect();
        Picture {
            width: self.width,
            height: self.height,
            rgb,
        }
    }

    fn mesh(&mut self, mesh: &Mesh, texture: &Texture, clip: Rect, scale: f32) {
        let clip = clip.intersect(Rect::from_min_size(
            Pos2::ZERO,
            egui::vec2(self.width as f32, self.height as f32),
        ));
        for corner in mesh.indices.chunks_exact(3) {
            let place = |index: u32| {
                let vertex = mesh.vertices[index as usize];
                Vertex {
                    pos: vertex.pos * scale,
                    ..vertex
                }
            };
            let [a, b, c] = [place(corner[0]), place(corner[1]), place(corner[2])];
            // One turning sense for all, so that a positive weight always means inside.
            let turn = edge(a.pos, b.pos, c.pos);
            if turn > 0.0 {
                self.triangle([a, b, c], turn, texture, clip);
            } else if turn < 0.0 {
                self.triangle([a, c, b], -turn, texture, clip);
            }
        }
    }

    fn triangle(&mut self, corners: [Vertex; 3], area: f32, texture: &Texture, clip: Rect) {
        let [a, b, c] = corners.map(|corner| corner.pos);
        let bounds = Rect::from_points(&[a, b, c]).intersect(clip);
        if !bounds.is_positive() {
            return;
        }
        let owns = [owns_edge(b, c), owns_edge(c, a), owns_edge(a, b)];
        let clip_rows = clip.top().round() as usize..clip.bottom().round() as usize;
        let clip_columns = clip.left().round() as usize..clip.right().round() as usize;
        let rows = (bounds.top().floor() as usize).max(clip_rows.start)
            ..(bounds.bottom().ceil() as usize).min(clip_rows.end);
        for y in rows {
            let columns = (bounds.left().floor() as usize).max(clip_columns.start)
                ..(bounds.right().ceil() as usize).min(clip_columns.end);
            for x in columns {
                let point = egui::pos2(x as f32 + 0.5, y as f32 + 0.5);
                let weights = [edge(b, c, point), edge(c, a, point), edge(a, b, point)];
                let is_inside = weights
                    .iter()
                    .zip(owns)
                    .all(|(weight, owns)| *weight > 0.0 || (*weight == 0.0 && owns));
                if is_inside {
                    let color = shade(&corners, weights.map(|weight| weight / area), texture);
                    blend(&mut self.pixels[y * self.width + x], color);
                }
            }
        }
    }
}

/// Twice the signed area of the triangle; positive where `point` lies right of the way from `a` to `b` on screen.
fn edge(a: Pos2, b: Pos2, point: Pos2) -> f32 {
    (b.x - a.x) * (point.y - a.y) - (b.y - a.y) * (point.x - a.x)
}

/// Whether pixels exactly on this edge belong to the triangle: top and left edges only, so that none is drawn twice.
fn owns_edge(from: Pos2, to: Pos2) -> bool {
    to.y < from.y || (to.y == from.y && to.x > from.x)
}

fn shade(corners: &[Vertex; 3], weights: [f32; 3], texture: &Texture) -> Pixel {
    let mix = |value: &dyn Fn(&Vertex) -> f32| {
        corners
            .iter()
            .zip(weights)
            .map(|(corner, weight)| value(corner) * weight)
            .sum::<f32>()
    };
    let texel = sample(texture, mix(&|corner| corner.uv.x), mix(&|corner| corner.uv.y));
    std::array::from_fn(|channel| {
        mix(&|corner| f32::from(corner.color.to_array()[channel])) * texel[channel] / 255.0
    })
}

/// The texture's colour at `u`, `v`, mixed from the four nearest pixels.
fn sample(texture: &Texture, u: f32, v: f32) -> Pixel {
    let (x, y) = (u * texture.width as f32 - 0.5, v * texture.height as f32 - 0.5);
    let at = |x: f32, y: f32| {
        let column = x.clamp(0.0, texture.width as f32 - 1.0) as usize;
        let row = y.clamp(0.0, texture.height as f32 - 1.0) as usize;
        texture.pixels[row * texture.width + column]
            .to_array()
            .map(f32::from)
    };
    let (left, top) = (x.floor(), y.floor());
    let (right, bottom) = (x - left, y - top);
    let corners = [
        at(left, top),
        at(left + 1.0, top),
        at(left, top + 1.0),
        at(left + 1.0, top + 1.0),
    ];
    std::array::from_fn(|channel| {
        let [a, b, c, d] = corners.map(|corner| corner[channel]);
        (a * (1.0 - right) + b * right) * (1.0 - bottom) + (c * (1.0 - right) + d * right) * bottom
    })
}

fn blend(below: &mut Pixel, above: Pixel) {
    let through = 1.0 - above[3] / 255.0;
    for (below, above) in below.iter_mut().zip(above) {
        *below = above + *below * through;
    }
}
