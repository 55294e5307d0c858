//! The screens of the system: boards on one, the presenter's notes on another.

use super::Stage;
use eframe::Frame;
use egui::{Context, ViewportCommand, ViewportId};

/// What is known of the screens.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Screens {
    /// How many there are; 0 where the system does not say.
    count: usize,
    /// The one that shows the boards, in the order of the system.
    boards: usize,
}

impl Screens {
    fn of(frame: &Frame) -> Option<Self> {
        let window = frame.winit_window()?;
        let shows = window.current_monitor()?;
        let all: Vec<_> = window.available_monitors().collect();
        let boards = all.iter().position(|screen| *screen == shows)?;
        Some(Self {
            count: all.len(),
            boards,
        })
    }

    /// The screen for the notes: the first that does not show the boards; none where there is no other.
    pub(super) fn notes(self) -> Option<usize> {
        (0..self.count).find(|screen| *screen != self.boards)
    }
}

impl Stage {
    /// Looks which screens there are, for one may be plugged in at any time.
    pub(in crate::app) fn look_at_screens(&mut self, frame: &Frame) {
        self.screens = Screens::of(frame).unwrap_or_default();
    }

    /// Puts the boards on the screen of the notes, where there is one; the notes go the other way. False where there is
    /// one screen alone.
    pub(super) fn swap_screens(&self, ctx: &Context) -> bool {
        let other = self.screens.notes();
        if let Some(other) = other {
            ctx.send_viewport_cmd_to(ViewportId::ROOT, ViewportCommand::SetMonitor(other));
        }
        other.is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::Screens;

    #[test]
    fn notes_lie_where_the_boards_do_not() {
        let notes = |count, boards| Screens { count, boards }.notes();
        assert_eq!([notes(0, 0), notes(1, 0)], [None, None]);
        assert_eq!(
            [notes(2, 0), notes(2, 1), notes(3, 0)],
            [Some(1), Some(0), Some(1)]
        );
    }
}
