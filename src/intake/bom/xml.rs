//! What the readers of workbooks in XML share: attributes, text and cell names.

use quick_xml::events::{BytesRef, BytesStart};

/// The attribute `name`, without its prefix, as text; none where there is none or it does not read.
pub(super) fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut attributes = element.attributes();
    attributes.with_checks(false);
    let found = attributes
        .flatten()
        .find(|attribute| attribute.key.local_name().as_ref() == name)?;
    let value = quick_xml::escape::unescape(&found.value).ok()?;
    Some(value.into_owned())
}

/// The attribute `name` as a whole number.
pub(super) fn number(element: &BytesStart<'_>, name: &str) -> Option<usize> {
    attribute(element, name)?.trim().parse().ok()
}

/// True where the attribute `name` says yes.
pub(super) fn is_set(element: &BytesStart<'_>, name: &str) -> bool {
    attribute(element, name).is_some_and(|value| value == "1" || value == "true")
}

/// The character that `&…;` stands for; nothing where it is not known.
pub(super) fn entity(reference: &BytesRef<'_>) -> String {
    if let Ok(Some(character)) = reference.resolve_char_ref() {
        return character.to_string();
    }
    let name: &str = reference.as_ref();
    quick_xml::escape::resolve_predefined_entity(name)
        .unwrap_or_default()
        .to_owned()
}

/// The place of a cell from its name, `B12`: row and column from 0.
pub(super) fn place(name: &str) -> Option<(usize, usize)> {
    const MOST_LETTERS: usize = 3;
    let digits = name.find(|c: char| c.is_ascii_digit())?;
    let (letters, row) = name.split_at(digits);
    if letters.is_empty() || letters.len() > MOST_LETTERS {
        return None;
    }
    let mut column = 0_usize;
    for letter in letters.bytes() {
        let value = letter
            .to_ascii_uppercase()
            .checked_sub(b'A')
            .filter(|value| *value < 26)?;
        column = column * 26 + usize::from(value) + 1;
    }
    let row: usize = row.parse().ok()?;
    Some((row.checked_sub(1)?, column.checked_sub(1)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_have_names() {
        assert_eq!(place("A1"), Some((0, 0)));
        assert_eq!(place("AB12"), Some((11, 27)));
        for name in ["", "A", "1", "A0", "ABCD1", "Ä1"] {
            assert_eq!(place(name), None, "{name}");
        }
    }
}
