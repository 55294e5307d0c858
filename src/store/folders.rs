//! Where the program keeps its own files: the user's folders, or the folder of a portable copy.

use std::path::{Path, PathBuf};

/// Names of the empty file that makes a copy portable; the second is what a file manager makes of the first.
const MARKERS: [&str; 2] = ["portable", "portable.txt"];

/// The folders of the program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folders {
    /// Preferences and recent files.
    pub config: PathBuf,
    /// Recovery files.
    pub recovery: PathBuf,
    /// Where the work of groups is written, the first that takes it: beside a portable copy, else the user's documents.
    pub work: Vec<PathBuf>,
}

impl Folders {
    /// The folder of the binary where the marker file lies beside it, else the user's; none where the system has no home
    /// for the user.
    pub fn find() -> Option<Self> {
        let binary = std::env::current_exe().ok();
        let beside = binary.as_deref().and_then(Path::parent).and_then(Self::portable);
        beside.or_else(Self::of_user)
    }

    /// The folders inside `folder`, where the marker file lies in it.
    pub fn portable(folder: &Path) -> Option<Self> {
        let marked = MARKERS.iter().any(|marker| folder.join(marker).is_file());
        marked.then(|| {
            let mut folders = Self::inside(&folder.join("reloom-data"));
            // Beside the program first; where the stick is gone, with the user.
            folders.work = vec![folder.to_owned()];
            folders
                .work
                .extend(Self::of_user().map(|user| user.work).unwrap_or_default());
            folders
        })
    }

    /// The folders inside `folder`.
    pub fn inside(folder: &Path) -> Self {
        Self {
            config: folder.to_owned(),
            recovery: folder.join("recovery"),
            work: vec![folder.join("groups")],
        }
    }

    fn of_user() -> Option<Self> {
        let dirs = directories::ProjectDirs::from("", "", "Reloom")?;
        let state = dirs.state_dir().unwrap_or_else(|| dirs.data_local_dir());
        Some(Self {
            config: dirs.config_dir().to_owned(),
            recovery: state.join("recovery"),
            work: documents().into_iter().chain([state.join("groups")]).collect(),
        })
    }

    /// The user's own practice cards.
    pub fn practices(&self) -> PathBuf {
        self.config.join("practices.reloompractice")
    }

    /// The preferences file.
    pub fn preferences(&self) -> PathBuf {
        self.config.join("preferences.ron")
    }
}

/// A folder of our own among the user's documents.
fn documents() -> Option<PathBuf> {
    let user = directories::UserDirs::new()?;
    Some(user.document_dir()?.join("Reloom"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_marker_makes_it_portable() {
        let dir = tempfile::tempdir().unwrap();
        assert_eq!(Folders::portable(dir.path()), None);
        super::super::write(&dir.path().join("portable.txt"), b"").unwrap();
        let folders = Folders::portable(dir.path()).unwrap();
        assert!(folders.preferences().starts_with(dir.path()));
        assert!(folders.recovery.starts_with(dir.path()));
    }
}
