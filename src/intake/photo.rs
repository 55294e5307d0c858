//! A photograph or drawing as a picture of a project: read, turned upright, scaled down and written small.
//!
//! Invariant: a picture made here is at most [`SIDE`] pixels wide and high and [`BYTES`] large, and shows again.

use super::base64;
use crate::model::Picture;
use crate::text::{Lang, ShellMsg};
use image::codecs::jpeg::JpegEncoder;
use image::imageops::FilterType;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits, RgbImage};
use std::io::Cursor;

/// The longer side of a picture, pixels.
pub const SIDE: u32 = 512;
/// The most that one picture takes, bytes.
pub const BYTES: usize = 100 * 1024;
/// The longest side that is read, pixels; more than any camera gives.
const READ_SIDE: u32 = 16_000;
/// The most memory that reading may take, bytes: 60 million points.
const READ_BYTES: u64 = 256 * 1024 * 1024;

/// Why a file is no picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PhotoError {
    /// Neither PNG nor JPEG.
    Kind,
    /// More points than are read.
    TooLarge,
    /// PNG or JPEG that does not read.
    Broken,
}

impl PhotoError {
    /// The sentence in `lang`.
    pub const fn text(self, lang: Lang) -> &'static str {
        match self {
            Self::Kind => ShellMsg::PhotoKind.text(lang),
            Self::TooLarge => ShellMsg::PhotoTooLarge.text(lang),
            Self::Broken => ShellMsg::PhotoBroken.text(lang),
        }
    }
}

/// A picture as points, ready to be drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Points {
    /// Width and height.
    pub size: [usize; 2],
    /// Red, green, blue and opacity of each point, line by line.
    pub rgba: Vec<u8>,
}

/// The picture in the bytes of a PNG or JPEG file.
pub fn read(bytes: &[u8]) -> Result<Picture, PhotoError> {
    let (image, format) = decoded(bytes)?;
    let small = within(image, SIDE);
    let text = |bytes: Vec<u8>| Picture::new(base64::encode(&bytes));
    // A drawing stays as sharp as it is, a photograph is written smaller.
    if format == ImageFormat::Png
        && let Some(png) = png(&small)
    {
        return Ok(text(png));
    }
    jpeg(&small).map(text).ok_or(PhotoError::Broken)
}

/// The points of `picture`; none where it is missing or broken.
pub fn points(picture: &Picture) -> Option<Points> {
    let bytes = base64::decode(picture.text()?)?;
    let (image, _) = decoded(&bytes).ok()?;
    let rgba = within(image, SIDE).into_rgba8();
    let (width, height) = rgba.dimensions();
    Some(Points {
        size: [usize::try_from(width).ok()?, usize::try_from(height).ok()?],
        rgba: rgba.into_raw(),
    })
}

fn decoded(bytes: &[u8]) -> Result<(DynamicImage, ImageFormat), PhotoError> {
    let format = image::guess_format(bytes).map_err(|_| PhotoError::Kind)?;
    if !matches!(format, ImageFormat::Png | ImageFormat::Jpeg) {
        return Err(PhotoError::Kind);
    }
    let mut limits = Limits::default();
    limits.max_image_width = Some(READ_SIDE);
    limits.max_image_height = Some(READ_SIDE);
    limits.max_alloc = Some(READ_BYTES);
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(|error| sort(&error))?;
    // A camera that was held upright says so beside its points.
    let turned = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    if decoder.total_bytes() > READ_BYTES {
        return Err(PhotoError::TooLarge);
    }
    let mut image = DynamicImage::from_decoder(decoder).map_err(|error| sort(&error))?;
    image.apply_orientation(turned);
    Ok((image, format))
}

fn sort(error: &image::ImageError) -> PhotoError {
    match error {
        image::ImageError::Limits(_) => PhotoError::TooLarge,
        _ => PhotoError::Broken,
    }
}

/// The image with no side longer than `side`.
fn within(image: DynamicImage, side: u32) -> DynamicImage {
    if image.width().max(image.height()) <= side {
        return image;
    }
    // Four times as large first: quick over many points; then well.
    let rough = if image.width().max(image.height()) > 4 * side {
        image.thumbnail(2 * side, 2 * side)
    } else {
        image
    };
    rough.resize(side, side, FilterType::CatmullRom)
}

/// As PNG, where that is small enough.
fn png(image: &DynamicImage) -> Option<Vec<u8>> {
    let image = DynamicImage::ImageRgba8(image.to_rgba8());
    let mut out = Cursor::new(Vec::new());
    image.write_to(&mut out, ImageFormat::Png).ok()?;
    Some(out.into_inner()).filter(|bytes| bytes.len() <= BYTES)
}

/// As JPEG at the best quality that is small enough, smaller where none is.
fn jpeg(image: &DynamicImage) -> Option<Vec<u8>> {
    [SIDE, SIDE * 3 / 4, SIDE / 2, SIDE / 4]
        .into_iter()
        .flat_map(|side| [85, 70, 50].map(|quality| (side, quality)))
        .find_map(|(side, quality)| {
            let opaque = on_white(&within(image.clone(), side));
            let mut out = Vec::new();
            opaque
                .write_with_encoder(JpegEncoder::new_with_quality(&mut out, quality))
                .ok()?;
            Some(out).filter(|bytes| bytes.len() <= BYTES)
        })
}

/// What can be seen through becomes white.
fn on_white(image: &DynamicImage) -> RgbImage {
    let rgba = image.to_rgba8();
    let mut out = RgbImage::new(rgba.width(), rgba.height());
    for (to, from) in out.pixels_mut().zip(rgba.pixels()) {
        let [red, green, blue, opacity] = from.0;
        let mix = |color: u8| {
            let opacity = u32::from(opacity);
            let mixed = (u32::from(color) * opacity + 255 * (255 - opacity)) / 255;
            u8::try_from(mixed).unwrap_or(u8::MAX)
        };
        to.0 = [red, green, blue].map(mix);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use image::Rgba;

    /// An image that no format packs well, as large as `width` × `height`.
    fn noise(width: u32, height: u32) -> DynamicImage {
        let mut state = 7_u32;
        let image = image::RgbaImage::from_fn(width, height, |_, _| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let [a, b, c, _] = state.to_be_bytes();
            Rgba([a, b, c, 255])
        });
        DynamicImage::ImageRgba8(image)
    }

    fn file(image: &DynamicImage, format: ImageFormat) -> Vec<u8> {
        let mut out = Cursor::new(Vec::new());
        let image = DynamicImage::ImageRgb8(image.to_rgb8());
        image.write_to(&mut out, format).unwrap();
        out.into_inner()
    }

    #[test]
    fn whatever_is_read_is_small_and_shows_again() {
        for (width, height, format) in [
            (1, 1, ImageFormat::Png),
            (40, 900, ImageFormat::Png),
            (1200, 800, ImageFormat::Jpeg),
            (2600, 300, ImageFormat::Png),
        ] {
            let picture = read(&file(&noise(width, height), format)).unwrap();
            assert!(picture.bytes() <= BYTES, "{picture:?}");
            let shown = points(&picture).unwrap();
            let longest = shown.size[0].max(shown.size[1]);
            assert!(longest <= SIDE as usize, "{:?}", shown.size);
            assert_eq!(shown.rgba.len(), 4 * shown.size[0] * shown.size[1]);
        }
    }

    #[test]
    fn what_is_no_picture_is_refused_with_its_reason() {
        let png = file(&noise(20, 20), ImageFormat::Png);
        for (bytes, error) in [
            (&b""[..], PhotoError::Kind),
            (b"a table", PhotoError::Kind),
            (b"GIF89a....", PhotoError::Kind),
            (&png[..40], PhotoError::Broken),
            (b"\xff\xd8\xff\xe0", PhotoError::Broken),
        ] {
            assert_eq!(read(bytes).unwrap_err(), error);
            assert!(!error.text(Lang::En).is_empty() && !error.text(Lang::Zh).is_empty());
        }
        // A header alone may claim any size.
        let mut huge = png;
        huge[16..24].copy_from_slice(&[0, 0, 0x75, 0x30, 0, 0, 0x75, 0x30]);
        assert!(read(&huge).is_err());
    }

    #[test]
    fn a_broken_picture_has_no_points() {
        assert_eq!(points(&Picture::new("no base64")), None);
        assert_eq!(points(&Picture::new(base64::encode(b"no picture"))), None);
        assert_eq!(points(&Picture::missing("gone")), None);
    }
}
