//! The entries of a zip, each within its limit and each of a name that belongs to a pack.

use super::{Entries, EntryFault, FACTORS, LESSON, LessonError, PICTURES, STARTS, limit};
use std::io::{Cursor, Read};
use zip::ZipArchive;
use zip::result::ZipError;

/// Every entry of the zip in `bytes`; folders are passed over.
pub(super) fn entries(bytes: &[u8]) -> Result<Entries, LessonError> {
    let damaged = |error: ZipError| LessonError::Damaged(error.to_string());
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
    if archive.len() > limit::ENTRIES {
        return Err(LessonError::TooMany(archive.len()));
    }
    let mut found = Entries::new();
    let mut left = limit::UNPACKED;
    for at in 0..archive.len() {
        let file = archive.by_index(at).map_err(damaged)?;
        let name = file.name().map_err(damaged)?.into_owned();
        if [STARTS, PICTURES].contains(&name.as_str()) {
            continue;
        }
        if file.is_symlink() || !belongs(&name) {
            return Err(LessonError::at(&name, EntryFault::Name));
        }
        let most = limit::ENTRY.min(left);
        let read = unpacked(file, most).map_err(|fault| LessonError::at(&name, fault))?;
        left = left.saturating_sub(read.len());
        if found.insert(name.clone(), read).is_some() {
            return Err(LessonError::at(&name, EntryFault::Twice));
        }
    }
    Ok(found)
}

/// What `file` unpacks to, refused as soon as it is more than `most` bytes, whatever size it states.
fn unpacked(file: impl Read, most: usize) -> Result<Vec<u8>, EntryFault> {
    let mut bytes = Vec::new();
    let bound = u64::try_from(most).unwrap_or(u64::MAX);
    let read = file.take(bound.saturating_add(1)).read_to_end(&mut bytes);
    read.map_err(|error| EntryFault::Damaged(error.to_string()))?;
    if bytes.len() > most {
        return Err(EntryFault::TooLarge);
    }
    Ok(bytes)
}

/// True for the names that a pack's entries have; none leads out of the pack or into a folder of its own.
fn belongs(name: &str) -> bool {
    let start = name.strip_prefix(STARTS).and_then(|own| own.strip_suffix(".ron"));
    let picture = name.strip_prefix(PICTURES).and_then(|own| {
        let endings = [".png", ".jpg", ".jpeg"];
        endings.iter().find_map(|ending| own.strip_suffix(ending))
    });
    [LESSON, FACTORS].contains(&name) || start.or(picture).is_some_and(is_plain)
}

/// True for a file name of letters, digits, `_`, `-` and inner dots and blanks.
fn is_plain(stem: &str) -> bool {
    let plain = |letter: char| letter.is_alphanumeric() || "_-. ".contains(letter);
    let ends = |letter: char| letter.is_alphanumeric() || "_-".contains(letter);
    !stem.is_empty()
        && stem.chars().count() <= 100
        && stem.chars().all(plain)
        && stem.starts_with(ends)
        && stem.ends_with(ends)
        && !stem.contains("..")
}

#[cfg(test)]
mod tests {
    use super::belongs;

    #[test]
    fn hostile_names_do_not_belong() {
        for name in [
            "../lesson.ron",
            "/lesson.ron",
            "starts/../../a.ron",
            "starts/..ron",
            "starts/.ron",
            "starts/a/b.ron",
            "starts\\a.ron",
            "starts/a.exe",
            "pictures/a.svg",
            "pictures/ a.png",
            "C:lesson.ron",
            "lesson.ron/",
            "lesson.ron\0",
            "starts/a:b.ron",
            "LESSON.RON",
            "",
        ] {
            assert!(!belongs(name), "{name}");
        }
        for name in [
            "lesson.ron",
            "factors.ron",
            "starts/校服 2.ron",
            "pictures/a-b_c.1.jpeg",
        ] {
            assert!(belongs(name), "{name}");
        }
    }
}
