//! The bundled fonts as bytes, for the window and for paper alike.
//!
//! Invariant: what is drawn looks the same on every machine; no font of the system is used.

const INTER: &[u8] = include_bytes!("../../assets/fonts/Inter-Reloom-Regular.ttf");
const INTER_MEDIUM: &[u8] = include_bytes!("../../assets/fonts/Inter-Reloom-Medium.ttf");
const SC: &[u8] = include_bytes!("../../assets/fonts/NotoSansSC-Reloom-Regular.ttf");
const SC_MEDIUM: &[u8] = include_bytes!("../../assets/fonts/NotoSansSC-Reloom-Medium.ttf");
const LABELS: &[u8] = include_bytes!("../../assets/fonts/NotoSans-Reloom-Labels.ttf");
const PHOSPHOR: &[u8] = include_bytes!("../../assets/fonts/Phosphor.ttf");

/// The fonts by the names that families use.
pub const FILES: [(&str, &[u8]); 6] = [
    ("inter", INTER),
    ("inter-medium", INTER_MEDIUM),
    ("sc", SC),
    ("sc-medium", SC_MEDIUM),
    ("phosphor", PHOSPHOR),
    ("labels", LABELS),
];

/// Regular weight: Latin and digits from Inter, then Noto Sans SC, then the signs, then the scripts of labels.
pub const REGULAR: [&str; 4] = ["inter", "sc", "phosphor", "labels"];

/// Medium weight, in the same order.
pub const MEDIUM: [&str; 4] = ["inter-medium", "sc-medium", "phosphor", "labels"];

/// The bytes of the font called `name`.
pub fn file(name: &str) -> Option<&'static [u8]> {
    FILES
        .into_iter()
        .find(|(own, _)| *own == name)
        .map(|(_, bytes)| bytes)
}
