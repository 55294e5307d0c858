//! The project that a sheet of parts is compared with, and edits tried on one part of it.

use crate::data::Library;
use crate::edit::{Edit, EditError};
use crate::model::{Part, Product, Project};
use crate::text::Lang;

/// What a sheet is compared with.
pub(super) struct Before<'a> {
    pub(super) project: &'a Project,
    pub(super) library: &'a Library,
    /// The project without parts and pathways: an edit of one part is tried on it.
    pub(super) bare: Project,
}

impl<'a> Before<'a> {
    pub(super) fn new(project: &'a Project, library: &'a Library) -> Self {
        let product = Product {
            parts: Vec::new(),
            ..project.product.clone()
        };
        let bare = Project {
            product,
            pathways: Vec::new(),
            others: Vec::new(),
            compared: Vec::new(),
            ..project.clone()
        };
        Self {
            project,
            library,
            bare,
        }
    }

    /// `asked`, where `part` takes all of its edits: one that is refused holds nothing else back.
    pub(super) fn tried(
        &self,
        part: &Part,
        asked: Result<Vec<Edit>, [String; 2]>,
    ) -> Result<Vec<Edit>, [String; 2]> {
        let edits = asked?;
        let mut alone = self.bare.clone();
        alone.product.parts.push(part.clone());
        for edit in &edits {
            alone = edit.apply(&alone).map_err(|error| reason(&error))?;
        }
        Ok(edits)
    }
}

/// Why an edit is refused, in both languages.
pub(super) fn reason(error: &EditError) -> [String; 2] {
    Lang::ALL.map(|lang| error.text(lang))
}

/// A reason in one language.
pub(super) fn said_in([en, zh]: &[String; 2], lang: Lang) -> String {
    if lang == Lang::En { en.clone() } else { zh.clone() }
}
