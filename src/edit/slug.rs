//! Readable ids for new things: `lining`, then `lining_2`.

/// `wanted` if it is free, else made from the `name` or, without ASCII letters in it, from `fallback`;
/// a number is added where the word is taken.
pub fn unique(wanted: &str, name: &str, fallback: &str, taken: impl Fn(&str) -> bool) -> String {
    let word = if wanted.is_empty() {
        slug(name)
    } else {
        wanted.replace('.', "-")
    };
    let word = if word.is_empty() {
        fallback.to_owned()
    } else {
        word
    };
    if !taken(&word) {
        return word;
    }
    let stem = stem(&word).to_owned();
    let mut number = 2_u64;
    loop {
        let candidate = format!("{stem}_{number}");
        if !taken(&candidate) {
            return candidate;
        }
        number += 1;
    }
}

/// Lower-case ASCII words joined by underscores.
fn slug(name: &str) -> String {
    name.split(|letter: char| !letter.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_ascii_lowercase)
        .collect::<Vec<_>>()
        .join("_")
}

/// The word without its number.
fn stem(word: &str) -> &str {
    match word.rsplit_once('_') {
        Some((stem, number))
            if !stem.is_empty() && !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit()) =>
        {
            stem
        }
        _ => word,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_readable_and_free() {
        let taken = |id: &str| ["lining", "lining_2", "part"].contains(&id);
        assert_eq!(
            unique("", "Inner Lining (warm)", "part", taken),
            "inner_lining_warm"
        );
        assert_eq!(unique("lining", "", "part", taken), "lining_3");
        assert_eq!(unique("lining_2", "", "part", taken), "lining_3");
        assert_eq!(unique("", "里布", "part", taken), "part_2");
        assert_eq!(unique("rib", "", "part", taken), "rib");
    }
}
