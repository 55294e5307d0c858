//! The bundled fonts and the families they make.
//!
//! Invariant: the window looks the same on every machine; no font of the system is used.

use egui::{FontData, FontDefinitions, FontFamily};
use std::sync::Arc;

const INTER: &[u8] = include_bytes!("../../assets/fonts/Inter-Reloom-Regular.ttf");
const INTER_MEDIUM: &[u8] = include_bytes!("../../assets/fonts/Inter-Reloom-Medium.ttf");
const SC: &[u8] = include_bytes!("../../assets/fonts/NotoSansSC-Reloom-Regular.ttf");
const SC_MEDIUM: &[u8] = include_bytes!("../../assets/fonts/NotoSansSC-Reloom-Medium.ttf");
const LABELS: &[u8] = include_bytes!("../../assets/fonts/NotoSans-Reloom-Labels.ttf");
const PHOSPHOR: &[u8] = include_bytes!("../../assets/fonts/Phosphor.ttf");

/// The family of medium weight; egui's own "strong" only changes the colour.
pub fn medium() -> FontFamily {
    FontFamily::Name("medium".into())
}

/// The family of the icons in [`super::icon`].
pub fn icons() -> FontFamily {
    FontFamily::Name("icons".into())
}

/// The fonts by the names that the families use.
const FILES: [(&str, &[u8]); 6] = [
    ("inter", INTER),
    ("inter-medium", INTER_MEDIUM),
    ("sc", SC),
    ("sc-medium", SC_MEDIUM),
    ("phosphor", PHOSPHOR),
    ("labels", LABELS),
];

/// The bytes of the font called `name`.
pub(super) fn file(name: &str) -> Option<&'static [u8]> {
    FILES
        .into_iter()
        .find(|(own, _)| *own == name)
        .map(|(_, bytes)| bytes)
}

/// Every family with the names of its fonts: Latin and digits from Inter, then Noto Sans SC, then the icons, then the
/// scripts of labels.
pub(super) fn families() -> [(FontFamily, [&'static str; 4]); 4] {
    [
        (FontFamily::Proportional, ["inter", "sc", "phosphor", "labels"]),
        (FontFamily::Monospace, ["inter", "sc", "phosphor", "labels"]),
        (medium(), ["inter-medium", "sc-medium", "phosphor", "labels"]),
        (icons(), ["phosphor", "inter", "sc", "labels"]),
    ]
}

/// Every family with its fonts, for egui.
pub fn definitions() -> FontDefinitions {
    let mut fonts = FontDefinitions::empty();
    for (name, bytes) in FILES {
        fonts
            .font_data
            .insert(name.to_owned(), Arc::new(FontData::from_static(bytes)));
    }
    for (family, names) in families() {
        fonts.families.insert(family, names.map(str::to_owned).to_vec());
    }
    fonts
}

/// Makes `ctx` draw with the bundled fonts; call it once, before the first frame.
pub fn install(ctx: &egui::Context) {
    ctx.set_fonts(definitions());
}
