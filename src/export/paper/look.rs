//! The window's light theme for paper: its colours and hatches.

use crate::report::sheet::{Fill, Hatch, Palette, Rgb};
use crate::ui::theme::{self, EndClass, Theme};
use crate::ui::widget::hatch::Hatch as Lines;
use egui::Color32;

/// A colour of the theme.
pub(super) const fn rgb(color: Color32) -> Rgb {
    [color.r(), color.g(), color.b()]
}

/// A fill of the theme.
pub(super) const fn fill(fill: theme::Fill) -> Fill {
    Fill {
        rgb: rgb(fill.color),
        hatch: hatch(fill.hatch),
    }
}

const fn hatch(lines: Lines) -> Hatch {
    match lines {
        Lines::None => Hatch::None,
        Lines::Diagonal => Hatch::Diagonal,
        Lines::Back => Hatch::Back,
        Lines::Cross => Hatch::Cross,
        Lines::Dots => Hatch::Dots,
        Lines::Horizontal => Hatch::Horizontal,
        Lines::Vertical => Hatch::Vertical,
        Lines::Grid => Hatch::Grid,
        Lines::FineDiagonal => Hatch::FineDiagonal,
        Lines::FineBack => Hatch::FineBack,
        Lines::FineHorizontal => Hatch::FineHorizontal,
        Lines::FineVertical => Hatch::FineVertical,
    }
}

/// The colours of a document.
pub(super) fn palette(theme: &Theme) -> Palette {
    Palette {
        ink: rgb(theme.ink),
        soft: rgb(theme.ink_soft),
        hairline: rgb(theme.hairline),
        outline: rgb(theme.outline),
        accent: rgb(theme.accent),
        tint: rgb(theme.ground),
        gap: rgb(theme.end(EndClass::Downcycled).color),
    }
}
