//! A picture of a part or of the product, as it stands in the file; clones share it.
//!
//! Invariant: equal texts have one id, and the id of a picture that is there follows from its text alone.

use std::fmt;
use std::sync::Arc;

/// A picture: its text in base64, or only its id where the file that named it does not hold it.
#[derive(Clone, PartialEq, Eq)]
pub struct Picture {
    id: Arc<str>,
    text: Option<Arc<str>>,
}

impl Picture {
    /// The picture of this text.
    pub fn new(text: impl Into<Arc<str>>) -> Self {
        let text = text.into();
        Self {
            id: id(&text).into(),
            text: Some(text),
        }
    }

    /// A picture that is named by `id` and not there.
    pub fn missing(id: impl Into<Arc<str>>) -> Self {
        Self {
            id: id.into(),
            text: None,
        }
    }

    /// The id that all equal pictures share.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The text in base64; none where it is missing.
    pub fn text(&self) -> Option<&str> {
        self.text.as_deref()
    }

    /// Size of the picture in bytes, three for four letters of the text.
    pub fn bytes(&self) -> usize {
        self.text().map_or(0, |text| text.len() / 4 * 3)
    }
}

impl fmt::Debug for Picture {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Picture({}, {} bytes)", self.id, self.bytes())
    }
}

/// FNV-1a of 128 bits in hexadecimal digits.
fn id(text: &str) -> String {
    const OFFSET: u128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d;
    const PRIME: u128 = 0x0000_0000_0100_0000_0000_0000_0000_013b;
    let hash = text
        .bytes()
        .fold(OFFSET, |hash, byte| (hash ^ u128::from(byte)).wrapping_mul(PRIME));
    format!("{hash:032x}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_id_is_the_published_hash() {
        // Test vectors of FNV-1a with 128 bits.
        assert_eq!(Picture::new("").id(), "6c62272e07bb014262b821756295c58d");
        assert_eq!(Picture::new("a").id(), "d228cb696f1a8caf78912b704e4a8964");
    }
}
