//! Whether two paths lead to one file, by whatever names.

use std::fs;
use std::path::Path;

/// True where `one` and `two` lead to the same file: through links, other spellings, or two names of it.
pub fn is_same_file(one: &Path, two: &Path) -> bool {
    let full = |path: &Path| fs::canonicalize(path).or_else(|_| std::path::absolute(path));
    let same_path = matches!((full(one), full(two)), (Ok(one), Ok(two)) if one == two);
    one == two || same_path || is_same_node(one, two)
}

#[cfg(unix)]
fn is_same_node(one: &Path, two: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let node = |path: &Path| fs::metadata(path).map(|about| (about.dev(), about.ino()));
    matches!((node(one), node(two)), (Ok(one), Ok(two)) if one == two)
}

#[cfg(not(unix))]
fn is_same_node(_one: &Path, _two: &Path) -> bool {
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn other_spellings_and_links_are_seen_through() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("a.reloom");
        let round = dir.path().join("b").join("..").join("a.reloom");
        fs::create_dir(dir.path().join("b")).unwrap();
        assert!(is_same_file(&path, &path));
        fs::write(&path, b"one").unwrap();
        assert!(is_same_file(&path, &round));
        let other = dir.path().join("c.reloom");
        assert!(!is_same_file(&path, &other));
        fs::hard_link(&path, &other).unwrap();
        assert!(cfg!(not(unix)) || is_same_file(&path, &other));
    }
}
