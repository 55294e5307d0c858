//! Characters as they are compared: full-width forms, old units and quotation marks made plain, one for one.

/// `c` as it is compared: half-width, lower case, one kind of bracket, dash and comma.
pub(super) fn plain(c: char) -> char {
    match c {
        '！'..='～' => {
            let half = u8::try_from(u32::from(c) - 0xFEE0).map_or(c, char::from);
            bracket(half.to_ascii_lowercase())
        }
        '\u{3000}' | '\u{A0}' | '\u{202F}' | '\u{2009}' => ' ',
        '﹪' | '٪' => '%',
        '²' => '2',
        '、' | '·' | '•' => ',',
        '–' | '—' | '−' | '‐' | '‑' | '〜' => '-',
        '’' | '‘' | '`' => '\'',
        '“' | '”' | '″' => '"',
        '⁄' | '∕' => '/',
        c if c.is_uppercase() => lower(c),
        c => bracket(c),
    }
}

fn bracket(c: char) -> char {
    match c {
        '[' | '{' | '【' | '「' | '〔' => '(',
        ']' | '}' | '】' | '」' | '〕' => ')',
        c => c,
    }
}

/// The lower case of `c` where that is one character.
fn lower(c: char) -> char {
    let mut letters = c.to_lowercase();
    match (letters.next(), letters.next()) {
        (Some(one), None) => one,
        _ => c,
    }
}

/// The plain form of `text`.
pub(super) fn plain_text(text: &str) -> String {
    text.chars().map(plain).collect()
}

/// True for Chinese characters.
pub(super) fn is_chinese(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}')
}

/// True for letters of alphabets.
pub(super) fn is_letter(c: char) -> bool {
    c.is_alphabetic() && !is_chinese(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn full_width_forms_are_plain() {
        assert_eq!(
            plain_text("９５％棉，Ｌｙｃｒａ（GRS）；180g/m²"),
            "95%棉,lycra(grs);180g/m2"
        );
        assert_eq!(plain_text("İ").chars().count(), 1);
    }
}
