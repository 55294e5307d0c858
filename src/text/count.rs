//! Counts of pieces, and figures beside a word that says their direction.

use super::Lang;
use super::number::{MINUS, fixed, trimmed};

/// A count of pieces: "200 000", in Chinese "20万" from ten thousand on where two decimals say it whole.
pub fn pieces(count: f64, lang: Lang) -> String {
    const MYRIAD: f64 = 10_000.0;
    let hundredths = count / MYRIAD * 100.0;
    let is_whole = (hundredths - hundredths.round()).abs() < 1e-6;
    if lang.is_chinese() && count.is_finite() && count >= MYRIAD && is_whole {
        format!("{}万", trimmed(&fixed(count / MYRIAD, 2, lang)))
    } else {
        fixed(count, 0, lang)
    }
}

/// A signed figure beside the word that says its direction: without the sign, which would say it twice.
pub fn unsigned(text: &str) -> &str {
    text.strip_prefix(['+', MINUS]).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use Lang::{En, Zh};

    #[test]
    fn large_counts_read_in_ten_thousands_in_chinese() {
        for (count, en, zh) in [
            (200_000.0, "200\u{202F}000", "20万"),
            (12_500.0, "12\u{202F}500", "1.25万"),
            (12_345.0, "12\u{202F}345", "12345"),
            (900.0, "900", "900"),
        ] {
            assert_eq!((pieces(count, En).as_str(), pieces(count, Zh).as_str()), (en, zh));
        }
    }

    #[test]
    fn a_word_takes_the_place_of_the_sign() {
        for (text, bare) in [
            ("−210工时", "210工时"),
            ("+98\u{202F}h", "98\u{202F}h"),
            ("0", "0"),
        ] {
            assert_eq!(unsigned(text), bare);
        }
    }
}
