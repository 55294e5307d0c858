//! What of a presentation is painted.

use super::{HINT_S, Stage, TIMES_S};
use crate::app::preferences::Preferences;
use crate::board::{self, Ground, Room};
use crate::job::Uncertain;
use crate::text::StageMsg;
use crate::ui::stage::{self, Pulled, Size, Waiting};
use crate::ui::view::View;
use egui::Ui;

impl Stage {
    /// Paints the board, or what lies over it; gives what the pointer asked of it.
    pub(in crate::app) fn show(&self, ui: &Ui, view: &View<'_>, preferences: &Preferences) -> Option<Pulled> {
        let size = if preferences.hall { Size::Hall } else { Size::Class };
        if let Some(facts) = &self.room {
            stage::room_check(ui, view.theme, view.lang, facts);
            return None;
        }
        if self.black {
            stage::dark(ui, view.theme, view.lang);
            return None;
        }
        if self.overview {
            stage::overview(ui, view.theme, view.lang, size, &self.scenes, self.at);
            return None;
        }
        let scene = self.scene()?;
        let view = &view.of(self.variant()).unwrap_or(*view);
        let paint = stage::paints(view.theme);
        let board = board::board(&self.ground(view, &paint), scene);
        let now_s = ui.input(|input| input.time);
        let waiting = self.timer.map(|(at, end_s)| Waiting {
            left_s: (end_s - now_s).max(0.0),
            whole_s: TIMES_S.get(at).copied().unwrap_or_default(),
        });
        let hint = self.hint(now_s, preferences.shown_keys);
        let shown = stage::Shown {
            board: &board,
            project: self.aside.as_ref().map_or(view.project, |aside| &aside.project),
            lang: view.lang,
            theme: view.theme,
            size,
            at: (self.at, self.count()),
            note: StageMsg::Estimate.head(view.lang),
            hint: &hint,
            waiting,
        };
        Some(stage::show(ui, &shown))
    }

    /// What is typed, else the key that was pressed last while it is shown.
    fn hint(&self, now_s: f64, shown_keys: bool) -> String {
        match (&self.digits, &self.hint) {
            (Some(digits), _) => format!("{digits}_"),
            (None, Some((key, at_s))) if shown_keys && now_s - at_s < HINT_S => key.clone(),
            (None, _) => String::new(),
        }
    }

    /// What the board is made from: on a lever board the project that the levers make.
    fn ground<'a>(
        &'a self,
        view: &View<'a>,
        paint: &'a dyn Fn(&board::Tint) -> crate::report::sheet::Fill,
    ) -> Ground<'a> {
        let uncertain = view.uncertain.map(|uncertain| uncertain.bands);
        let is_desk = self.kind() == Some(crate::lesson::BoardKind::LeverBoard);
        let desk = self.desk.as_ref().filter(|_| is_desk);
        let room = Room {
            step: self.step,
            votes: self.votes.get(&self.at).copied().unwrap_or_default(),
            tried: self.tried.get(&self.at),
            desk: desk.map(super::Desk::view),
        };
        let aside = self.aside.as_ref();
        let uncertain = match aside {
            Some(aside) => aside.drawn.as_ref(),
            None => uncertain,
        };
        let plain = Ground {
            project: aside.map_or(view.project, |aside| &aside.project),
            library: view.library,
            assessment: aside.map_or(view.assessment, |aside| &aside.assessment),
            bands: uncertain.map(|uncertain| &uncertain.bands),
            against: uncertain.map_or(&[], Uncertain::among),
            swings: uncertain.map_or(&[][..], |uncertain| uncertain.swings.as_slice()),
            lang: view.lang,
            ranges: view.ranges,
            paint,
            room,
        };
        match desk {
            Some(desk) => Ground {
                project: desk.project(),
                assessment: desk.assessment(),
                bands: desk.drawn().map(|drawn| &drawn.bands).or(plain.bands),
                against: desk.drawn().map_or(plain.against, Uncertain::among),
                ..plain
            },
            None => plain,
        }
    }
}
