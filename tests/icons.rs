//! Every icon has a glyph in the bundled icon font.

#![allow(clippy::unwrap_used, reason = "a test fails loudly")]

use reloom::ui::icon;
use skrifa::{FontRef, MetadataProvider};
use std::collections::BTreeSet;

#[test]
fn every_icon_is_in_the_font() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/fonts/Phosphor.ttf");
    let bytes = std::fs::read(path).unwrap();
    let map = FontRef::new(&bytes).unwrap().charmap();
    for (name, icon) in icon::ALL {
        assert!(map.map(*icon).is_some(), "{name} has no glyph");
    }
    let unique: BTreeSet<char> = icon::ALL.iter().map(|(_, icon)| *icon).collect();
    assert_eq!(unique.len(), icon::ALL.len(), "two icons share a glyph");
}
