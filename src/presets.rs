//! The sample projects that come with the program, embedded as text in the file format.
//!
//! Invariant: every preset opens without a flag, and stands in the form that `write` gives it.

use crate::model::Project;
use crate::project_file::{Read, ReadError, read};
use std::sync::OnceLock;

/// One sample project.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Preset {
    /// Its id: that of the project, and the stem of its file.
    pub id: &'static str,
    /// Its text.
    pub text: &'static str,
}

impl Preset {
    /// The project.
    pub fn project(&self) -> Result<Project, ReadError> {
        self.read().map(|read| read.project)
    }

    /// The project with all that the file holds.
    pub fn read(&self) -> Result<Read, ReadError> {
        read(self.text.as_bytes())
    }
}

macro_rules! preset {
    ($id:literal) => {
        Preset {
            id: $id,
            text: include_str!(concat!("../presets/", $id, ".ron")),
        }
    };
}

const ALL: [Preset; 10] = [
    preset!("school_uniform"),
    preset!("tshirt"),
    preset!("jeans"),
    preset!("wool_sweater"),
    preset!("bed_linen"),
    preset!("padded_jacket"),
    preset!("workwear_rental"),
    preset!("unsold"),
    preset!("goal_2030"),
    preset!("knitwear_eu"),
];

/// All presets in the order of the menu.
pub fn all() -> &'static [Preset] {
    &ALL
}

/// The sample that `project` began as, by its id; none for a project of the user's own.
pub fn of(project: &Project) -> Option<&'static Project> {
    static OPENED: OnceLock<Vec<Project>> = OnceLock::new();
    let opened = OPENED.get_or_init(|| ALL.iter().filter_map(|preset| preset.project().ok()).collect());
    opened.iter().find(|sample| sample.id == project.id)
}

/// The preset with `id`.
pub fn get(id: &str) -> Option<&'static Preset> {
    ALL.iter().find(|preset| preset.id == id)
}
