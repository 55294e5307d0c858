//! Colours out of token files, and how well two of them can be told apart.

#![expect(
    clippy::disallowed_methods,
    reason = "the one place where a token becomes a colour"
)]

use egui::Color32;
use serde::{Deserialize, Deserializer, de::Error};

/// Reads "#RRGGBB".
pub(super) fn token<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Color32, D::Error> {
    let text = String::deserialize(deserializer)?;
    parse(&text).ok_or_else(|| D::Error::custom(format!("a colour is written #RRGGBB, found {text}")))
}

fn parse(text: &str) -> Option<Color32> {
    let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6)?;
    let channel = |from: usize| u8::from_str_radix(digits.get(from..from + 2)?, 16).ok();
    Some(Color32::from_rgb(channel(0)?, channel(2)?, channel(4)?))
}

/// The colour of a document as one of the window.
pub const fn solid([red, green, blue]: [u8; 3]) -> Color32 {
    Color32::from_rgb(red, green, blue)
}

/// `color` at `alpha` from 0 to 1.
pub fn with_alpha(color: Color32, alpha: f32) -> Color32 {
    color.to_opaque().gamma_multiply(alpha.clamp(0.0, 1.0))
}

/// Contrast of two opaque colours by WCAG 2.2, 1 to 21.
pub fn contrast(a: Color32, b: Color32) -> f32 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// Relative luminance by WCAG 2.2, 0 to 1.
fn luminance(color: Color32) -> f32 {
    let linear = |channel: u8| {
        let value = f32::from(channel) / 255.0;
        if value <= 0.040_45 {
            value / 12.92
        } else {
            ((value + 0.055) / 1.055).powf(2.4)
        }
    };
    0.2126 * linear(color.r()) + 0.7152 * linear(color.g()) + 0.0722 * linear(color.b())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn published_contrasts() {
        assert!((contrast(Color32::WHITE, Color32::BLACK) - 21.0).abs() < 1e-3);
        let grey = parse("#767676").unwrap();
        assert!((contrast(grey, Color32::WHITE) - 4.54).abs() < 0.01);
        assert_eq!(parse("#76767"), None);
        assert_eq!(parse("#7676é"), None);
    }
}
