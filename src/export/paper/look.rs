//! The window's light theme for paper: its colours and hatches.

use crate::report::sheet::{Palette, Rgb};
use crate::ui::theme::{EndClass, Theme};
use egui::Color32;

/// A colour of the theme.
pub(super) const fn rgb(color: Color32) -> Rgb {
    [color.r(), color.g(), color.b()]
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
