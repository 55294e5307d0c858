//! The bundled fonts and the families they make.
//!
//! Invariant: the window looks the same on every machine; no font of the system is used.

use crate::text::face::{FILES, MEDIUM, REGULAR};
use egui::{FontData, FontDefinitions, FontFamily};
use std::sync::Arc;

/// The family of medium weight; egui's own "strong" only changes the colour.
pub fn medium() -> FontFamily {
    FontFamily::Name("medium".into())
}

/// The family of the icons in [`super::icon`].
pub fn icons() -> FontFamily {
    FontFamily::Name("icons".into())
}

/// Every family with the names of its fonts: Latin and digits from Inter, then Noto Sans SC, then the icons, then the
/// scripts of labels.
pub(super) fn families() -> [(FontFamily, [&'static str; 4]); 4] {
    [
        (FontFamily::Proportional, REGULAR),
        (FontFamily::Monospace, REGULAR),
        (medium(), MEDIUM),
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

/// Lets go of all letters that were drawn so far and begins anew, so that those of sizes no longer seen cost no memory.
pub fn renew(ctx: &egui::Context) {
    // Equal definitions would be taken for no change at all: every second one has a family that nothing uses.
    let key = egui::Id::unique("fonts renewed");
    let odd = !ctx.data(|data| data.get_temp::<bool>(key)).unwrap_or(false);
    ctx.data_mut(|data| data.insert_temp(key, odd));
    let mut fonts = definitions();
    if odd {
        let unused = FontFamily::Name("unused".into());
        fonts.families.insert(unused, vec!["inter".to_owned()]);
    }
    ctx.set_fonts(fonts);
}
