//! The pictures at the end of the file, each once, version 2.
//!
//! A picture is base64 in lines, so that no single text is longer than a file may hold.

use crate::model::{Picture, Project};
use crate::project_file::kind::Rows;
use crate::project_file::list::Entry;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Letters of a line.
const LINE: usize = 30_000;

/// The lines of one picture.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(transparent)]
pub struct PictureFile(Vec<String>);

impl Entry for PictureFile {
    const ROWS: Rows = Rows::Pictures;
}

impl PictureFile {
    fn of(text: &str) -> Self {
        let letters: Vec<char> = text.chars().collect();
        Self(letters.chunks(LINE).map(|line| line.iter().collect()).collect())
    }

    /// All pictures of `project` by their ids.
    pub fn all(project: &Project) -> BTreeMap<String, Self> {
        let known = project.pictures().filter_map(|picture| {
            let text = picture.text()?;
            Some((picture.id(), text))
        });
        let once: BTreeMap<&str, &str> = known.collect();
        once.into_iter()
            .map(|(id, text)| (id.to_owned(), Self::of(text)))
            .collect()
    }
}

/// The pictures of a file, to be found by the key that stands there and by their own id.
#[derive(Debug, Default)]
pub struct Pictures(BTreeMap<String, Picture>);

impl Pictures {
    /// The pictures of a file.
    pub fn new(file: BTreeMap<String, PictureFile>) -> Self {
        let mut all = BTreeMap::new();
        for (key, lines) in file {
            let picture = Picture::new(lines.0.concat());
            all.entry(picture.id().to_owned())
                .or_insert_with(|| picture.clone());
            all.insert(key, picture);
        }
        Self(all)
    }

    /// The picture with this key; a missing one where the file does not hold it.
    pub fn get(&self, key: &str) -> Picture {
        self.0.get(key).cloned().unwrap_or_else(|| Picture::missing(key))
    }
}
