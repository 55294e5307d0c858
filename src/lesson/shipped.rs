//! The lessons that come with the program, embedded as the files that a pack holds.
//!
//! Invariant: every one opens and has nothing to mend.

use super::Pack;
use super::file::{LessonError, of_entries};

/// One lesson that comes with the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shipped {
    /// Its id: that of the lesson, and the name of its folder.
    pub id: &'static str,
    /// Its files, by their names in a pack.
    pub files: &'static [(&'static str, &'static str)],
}

/// A folder below `assets/lesson` with its files.
macro_rules! lesson {
    ($id:literal, $($file:literal),+) => {
        Shipped {
            id: $id,
            files: &[$(($file, include_str!(concat!("../../assets/lesson/", $id, "/", $file)))),+],
        }
    };
}

const ALL: [Shipped; 5] = [
    lesson!("script", "lesson.ron"),
    lesson!("blend_or_mono", "lesson.ron", "starts/tshirts.ron"),
    lesson!("five_parts", "lesson.ron"),
    lesson!("whose_job", "lesson.ron"),
    lesson!("my_product", "lesson.ron"),
];

impl Shipped {
    /// The pack.
    pub fn pack(&self) -> Result<Pack, LessonError> {
        let files = self.files.iter();
        of_entries(
            files
                .map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec()))
                .collect(),
        )
    }
}

/// All of them, in the order in which they are offered.
pub fn all() -> &'static [Shipped] {
    &ALL
}

/// The one with `id`.
pub fn get(id: &str) -> Option<&'static Shipped> {
    ALL.iter().find(|lesson| lesson.id == id)
}
