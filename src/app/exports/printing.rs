//! Handing a written document to the system: its print dialog, else its viewer, else nobody.

use crate::text::PaperMsg;
use std::path::Path;

/// Who has the document now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Handed {
    /// The system's print dialog.
    Printer,
    /// The system's viewer of PDF.
    Viewer,
    /// Nobody: it lies where it was written.
    Nobody,
}

impl Handed {
    /// What is said of it.
    pub(super) const fn message(self) -> PaperMsg {
        match self {
            Self::Printer => PaperMsg::AtPrinter,
            Self::Viewer => PaperMsg::AtSystem,
            Self::Nobody => PaperMsg::NoViewer,
        }
    }
}

/// Hands `path` over; to nobody where nothing of the system may be started.
pub(super) fn hand_over(path: &Path, may_start: bool) -> Handed {
    if !may_start {
        return Handed::Nobody;
    }
    if portal::print(path) {
        return Handed::Printer;
    }
    match open::that_detached(path) {
        Ok(()) => Handed::Viewer,
        Err(error) => {
            log::warn!("viewer of PDF: {error}");
            Handed::Nobody
        }
    }
}

/// The print dialog of Linux desktops.
#[cfg(target_os = "linux")]
mod portal {
    use crate::store;
    use std::collections::BTreeMap;
    use std::path::Path;
    use std::sync::mpsc::channel;
    use std::time::Duration;
    use zbus::blocking::{Connection, Proxy};
    use zbus::zvariant::{Fd, OwnedObjectPath, Value};

    /// How long the portal has to answer.
    const PATIENCE: Duration = Duration::from_secs(1);

    /// True where the dialog took the document in time.
    pub(super) fn print(path: &Path) -> bool {
        let (sender, answer) = channel();
        let path = path.to_owned();
        let work = move || {
            let taken = ask(&path);
            // Nobody listens any more once the viewer was asked.
            let _ = sender.send(taken);
        };
        let thread = std::thread::Builder::new().name("print".to_owned()).spawn(work);
        if thread.is_err() {
            return false;
        }
        match answer.recv_timeout(PATIENCE) {
            Ok(Ok(())) => true,
            Ok(Err(error)) => {
                log::info!("print portal: {error}");
                false
            }
            Err(_) => false,
        }
    }

    fn ask(path: &Path) -> zbus::Result<()> {
        let file = store::handle(path).map_err(|error| zbus::Error::Failure(error.to_string()))?;
        let connection = Connection::session()?;
        let proxy = Proxy::new(
            &connection,
            "org.freedesktop.portal.Desktop",
            "/org/freedesktop/portal/desktop",
            "org.freedesktop.portal.Print",
        )?;
        let title = path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        let options: BTreeMap<&str, Value<'_>> = BTreeMap::new();
        let _: OwnedObjectPath = proxy.call("Print", &("", title.as_str(), Fd::from(&file), options))?;
        Ok(())
    }
}

/// Elsewhere the viewer prints.
#[cfg(not(target_os = "linux"))]
mod portal {
    use std::path::Path;

    /// There is none.
    pub(super) const fn print(_path: &Path) -> bool {
        false
    }
}
