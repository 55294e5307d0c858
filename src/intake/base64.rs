//! Bytes as text and back: base64 with its usual letters and padding (RFC 4648, section 4).

const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const PAD: u8 = b'=';

/// `bytes` as text.
pub(super) fn encode(bytes: &[u8]) -> String {
    let letter = |bits: u32| LETTERS.get((bits & 63) as usize).copied().unwrap_or(PAD);
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for group in bytes.chunks(3) {
        let at = |place: usize| u32::from(group.get(place).copied().unwrap_or(0));
        let bits = at(0) << 16 | at(1) << 8 | at(2);
        for place in 0..4_usize {
            let shift = 18 - 6 * u32::try_from(place).unwrap_or(0);
            let is_data = place <= group.len();
            text.push(char::from(if is_data { letter(bits >> shift) } else { PAD }));
        }
    }
    text
}

/// The bytes of `text`; none where it is not whole or holds another letter.
pub(super) fn decode(text: &str) -> Option<Vec<u8>> {
    let bytes = text.as_bytes();
    if !bytes.len().is_multiple_of(4) {
        return None;
    }
    let data = text.trim_end_matches('=');
    if text.len() - data.len() > 2 {
        return None;
    }
    let value = |letter: u8| -> Option<u32> {
        let place = LETTERS.iter().position(|known| *known == letter)?;
        u32::try_from(place).ok()
    };
    let mut out = Vec::with_capacity(bytes.len() / 4 * 3);
    for group in data.as_bytes().chunks(4) {
        let mut bits = 0;
        for place in 0..4 {
            bits = bits << 6 | group.get(place).map_or(Some(0), |letter| value(*letter))?;
        }
        let [_, first, second, third] = bits.to_be_bytes();
        out.extend([first, second, third].iter().take(group.len().checked_sub(1)?));
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_published_examples_hold_both_ways() {
        // RFC 4648, section 10.
        for (bytes, text) in [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg=="),
            ("fooba", "Zm9vYmE="),
            ("foobar", "Zm9vYmFy"),
        ] {
            assert_eq!(encode(bytes.as_bytes()), text);
            assert_eq!(decode(text).unwrap(), bytes.as_bytes());
        }
    }

    #[test]
    fn what_is_no_base64_is_not_read() {
        for wrong in ["Z", "Zg", "Zg=", "Zg===", "====", "Zm9?", "中文==", "Zg==Zg=="] {
            assert_eq!(decode(wrong), None, "{wrong}");
        }
    }
}
