//! Which painter opens the window, in which order they are tried, and what it means when none can.

use crate::text::{Lang, ShellMsg};
use eframe::NativeOptions;

/// A way of painting the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Renderer {
    /// OpenGL.
    Glow,
    /// Direct3D 12; in Windows builds only.
    Wgpu,
}

/// Why no window opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoWindow {
    /// There is no display.
    Display,
    /// There is a display, and no graphics driver that can paint on it.
    Graphics,
    /// This build does not have the painter that was asked for.
    NotBuilt,
}

/// Whether this build has Direct3D beside OpenGL.
pub const HAS_WGPU: bool = cfg!(windows);

/// The painters to try, in this order: only the one that was asked for, else OpenGL and then Direct3D where this build has
/// it. Empty where the build lacks the one that was asked for.
pub fn order(wanted: Option<Renderer>, has_wgpu: bool) -> Vec<Renderer> {
    let all = [Renderer::Glow, Renderer::Wgpu];
    all.into_iter()
        .filter(|painter| has_wgpu || *painter == Renderer::Glow)
        .filter(|painter| wanted.is_none_or(|wanted| wanted == *painter))
        .collect()
}

impl Renderer {
    /// Sets the painter in the options of a window.
    pub fn choose(self, native: &mut NativeOptions) {
        native.renderer = match self {
            #[cfg(windows)]
            Self::Wgpu => eframe::Renderer::Wgpu,
            _ => eframe::Renderer::Glow,
        };
    }
}

impl NoWindow {
    /// The sentence for the user; `tried` are the painters that failed.
    pub fn text(self, tried: &[Renderer], lang: Lang) -> String {
        let needs = match (tried.contains(&Renderer::Glow), tried.contains(&Renderer::Wgpu)) {
            (true, true) => ShellMsg::NeedsEither,
            (false, true) => ShellMsg::NeedsDirect3d,
            (_, false) => ShellMsg::NeedsOpenGl,
        };
        match self {
            Self::Display => ShellMsg::NoDisplay.text(lang).to_owned(),
            Self::Graphics => ShellMsg::NoGraphics.with(lang, &[("needs", needs.text(lang))]),
            Self::NotBuilt => ShellMsg::NoSuchRenderer.text(lang).to_owned(),
        }
    }
}

impl From<&eframe::Error> for NoWindow {
    fn from(error: &eframe::Error) -> Self {
        match error {
            eframe::Error::Winit(_) | eframe::Error::WinitEventLoop(_) => Self::Display,
            _ => Self::Graphics,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Renderer::{Glow, Wgpu};

    #[test]
    fn opengl_first_then_direct3d_where_it_is_built_in() {
        assert_eq!(order(None, true), [Glow, Wgpu]);
        assert_eq!(order(None, false), [Glow]);
    }

    #[test]
    fn what_is_asked_for_is_tried_alone() {
        assert_eq!(order(Some(Glow), true), [Glow]);
        assert_eq!(order(Some(Wgpu), true), [Wgpu]);
        assert_eq!(order(Some(Wgpu), false), []);
    }

    #[test]
    fn the_sentence_names_what_failed() {
        for lang in Lang::ALL {
            let named = |tried: &[Renderer]| {
                let words = NoWindow::Graphics.text(tried, lang);
                ["OpenGL 2.0", "Direct3D 12"].map(|name| words.contains(name))
            };
            assert_eq!(named(&[Glow]), [true, false]);
            assert_eq!(named(&[Wgpu]), [false, true]);
            assert_eq!(named(&[Glow, Wgpu]), [true, true]);
        }
    }

    #[test]
    fn no_opengl_is_not_no_display() {
        let no_opengl = eframe::Error::OpenGL("OpenGL 2.0 is needed".to_owned().into());
        assert_eq!(NoWindow::from(&no_opengl), NoWindow::Graphics);
    }
}
