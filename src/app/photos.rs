//! Pictures from files, read and scaled in the background, put in as one step.

use super::App;
use super::files::FileError;
use crate::edit::{Edit, PartEdit, ProductEdit};
use crate::intake::photo::{self, PhotoError};
use crate::model::{PartId, Picture};
use crate::store::{self, StoreError};
use crate::text::Lang;
use egui::Context;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};

/// The endings of pictures.
pub const ENDINGS: [&str; 3] = ["png", "jpg", "jpeg"];

/// Why a picture was not taken.
#[derive(Debug, Clone, PartialEq)]
enum NotTaken {
    Disk(StoreError),
    Content(PhotoError),
}

impl NotTaken {
    fn text(&self, lang: Lang) -> String {
        match self {
            Self::Disk(error) => FileError::Store(error.clone()).text(lang),
            Self::Content(error) => error.text(lang).to_owned(),
        }
    }
}

/// Of which part, none for the product, and what came of it.
type Taken = (Option<PartId>, Result<Picture, NotTaken>);

/// The pictures that are being read for the open project.
#[derive(Debug)]
pub(super) struct Photos {
    sender: Sender<Taken>,
    taken: Receiver<Taken>,
}

impl Default for Photos {
    fn default() -> Self {
        let (sender, taken) = channel();
        Self { sender, taken }
    }
}

fn read(path: &Path) -> Result<Picture, NotTaken> {
    let bytes = store::open(path).map_err(NotTaken::Disk)?;
    photo::read(&bytes).map_err(NotTaken::Content)
}

impl App {
    /// Reads the picture at `path` in a thread of its own.
    pub(super) fn take_photo(&self, ctx: &Context, path: PathBuf, part: Option<PartId>) {
        let (sender, ctx) = (self.photos.sender.clone(), ctx.clone());
        let work = move || {
            // Nobody listens any more where another project was opened.
            if sender.send((part, read(&path))).is_ok() {
                ctx.request_repaint();
            }
        };
        let thread = std::thread::Builder::new().name("picture".to_owned()).spawn(work);
        if let Err(error) = thread {
            log::warn!("picture: {error}");
        }
    }

    /// Says what was written and takes what was read since the last frame.
    pub(super) fn poll_files(&mut self, ctx: &Context) {
        self.poll_export(ctx);
        self.poll_photos(ctx);
    }

    /// Puts in what was read since the last frame.
    fn poll_photos(&mut self, ctx: &Context) {
        let now_s = ctx.input(|input| input.time);
        let lang = self.lang();
        let taken: Vec<Taken> = self.photos.taken.try_iter().collect();
        for (part, picture) in taken {
            let edit = picture.map(|picture| match &part {
                Some(part) => Edit::part(part, PartEdit::SetPicture(Some(picture))),
                None => Edit::Product(ProductEdit::SetPicture(Some(picture))),
            });
            match edit {
                Ok(edit) => {
                    if let Err(error) = self.session.apply(&edit, false, now_s) {
                        self.toasts.refused(error.text(lang), now_s);
                    }
                }
                Err(error) => self.toasts.refused(error.text(lang), now_s),
            }
        }
    }
}
