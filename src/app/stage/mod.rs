//! Presenting: which board stands on the wall, how far it has gone, and what its keys do.
//!
//! Invariant: PgDn, PgUp, F5, Esc and b alone go through everything; nothing on a board holds them up.

pub mod keys;

use super::App;
use crate::app::preferences::Preferences;
use crate::report::board::{self, Ground, Scene};
use crate::ui::stage::{self, Size, Waiting};
use crate::ui::view::View;
use egui::{Context, Ui, ViewportCommand};
use keys::Press;
use std::time::Duration;

/// What the timer can be set to, seconds.
pub const TIMES_S: [f64; 5] = [30.0, 60.0, 180.0, 300.0, 600.0];
/// How long a pressed key is shown, seconds.
const HINT_S: f64 = 2.0;

/// A presentation under way.
#[derive(Debug, Clone, Default)]
pub struct Stage {
    scenes: Vec<Scene>,
    at: usize,
    /// How often the board has answered the key for the next.
    step: usize,
    /// True while the screen is dark.
    black: bool,
    /// True while all boards are listed.
    overview: bool,
    /// Which of the times runs, and when it ends.
    timer: Option<(usize, f64)>,
    /// The digits of the board to go to.
    digits: Option<String>,
    /// The key that was pressed last, and when.
    hint: Option<(String, f64)>,
}

impl Stage {
    /// A presentation of `scenes` from the first.
    pub fn new(scenes: Vec<Scene>) -> Self {
        Self {
            scenes,
            ..Self::default()
        }
    }

    /// The board on the wall, by its place.
    pub const fn at(&self) -> usize {
        self.at
    }

    /// How many boards there are.
    pub const fn count(&self) -> usize {
        self.scenes.len()
    }

    /// What stands on the wall.
    pub fn scene(&self) -> Option<&Scene> {
        self.scenes.get(self.at)
    }

    /// True while the screen is dark.
    pub const fn is_black(&self) -> bool {
        self.black
    }

    /// True while all boards are listed.
    pub const fn is_overview(&self) -> bool {
        self.overview
    }

    /// How long the timer still runs, seconds; none where it does not.
    pub fn left_s(&self, now_s: f64) -> Option<f64> {
        self.timer.map(|(_, end_s)| (end_s - now_s).max(0.0))
    }

    fn steps(&self) -> usize {
        let kind = self.scene().and_then(|scene| board::kind_of(&scene.kind));
        kind.map_or(0, |kind| kind.steps)
    }

    fn go_to(&mut self, at: usize) {
        self.at = at.min(self.count().saturating_sub(1));
        self.step = 0;
        self.overview = false;
        self.black = false;
    }

    /// Goes on: the board first, then the next one.
    fn next(&mut self) {
        if self.black {
            self.black = false;
        } else if self.step < self.steps() {
            self.step += 1;
        } else if self.at + 1 < self.count() {
            self.go_to(self.at + 1);
        }
    }

    /// Goes back the same way.
    fn back(&mut self) {
        if self.black {
            self.black = false;
        } else if self.step > 0 {
            self.step -= 1;
        } else if self.at > 0 {
            self.go_to(self.at - 1);
            self.step = self.steps();
        }
    }

    /// The next time of the timer, off after the last.
    fn turn_timer(&mut self, now_s: f64) {
        let next = self.timer.map_or(0, |(at, _)| at + 1);
        self.timer = TIMES_S.get(next).map(|time| (next, now_s + time));
    }

    /// Does what was pressed; true where it ends.
    fn press(&mut self, press: Press, now_s: f64) -> bool {
        match press {
            Press::Next => self.next(),
            Press::Back => self.back(),
            Press::First => self.go_to(0),
            Press::Last => self.go_to(usize::MAX),
            Press::Overview => self.overview = !self.overview,
            Press::Black => self.black = !self.black,
            Press::Timer => self.turn_timer(now_s),
            Press::Go => self.digits = Some(String::new()),
            Press::Digit(digit) => self.type_digit(digit),
            Press::Enter => self.enter(),
            Press::Leave => return self.leave(),
            Press::Larger | Press::Smaller | Press::Ranges | Press::Hints => {}
        }
        false
    }

    fn type_digit(&mut self, digit: char) {
        if let Some(digits) = self.digits.as_mut().filter(|digits| digits.len() < 3) {
            digits.push(digit);
        }
    }

    /// Goes to the board whose number was typed, else on.
    fn enter(&mut self) {
        match self.digits.take() {
            Some(digits) => {
                if let Some(at) = digits.parse::<usize>().ok().and_then(|number| number.checked_sub(1)) {
                    self.go_to(at);
                }
            }
            None if self.overview => self.overview = false,
            None => self.next(),
        }
    }

    /// Leaves what lies over the board; true where nothing does.
    fn leave(&mut self) -> bool {
        let over = self.digits.take().is_some() || self.timer.take().is_some();
        let over = std::mem::take(&mut self.overview) || over;
        !(std::mem::take(&mut self.black) || over)
    }

    /// Paints the board, or what lies over it.
    pub(super) fn show(&self, ui: &Ui, view: &View<'_>, preferences: &Preferences) {
        let now_s = ui.input(|input| input.time);
        let size = size(preferences);
        let hint = self.hint.as_ref().filter(|(_, at_s)| now_s - at_s < HINT_S);
        let hint = match (&self.digits, hint) {
            (Some(digits), _) => format!("G {digits}"),
            (None, Some((key, _))) if preferences.shown_keys => key.clone(),
            (None, _) => String::new(),
        };
        if self.black {
            return stage::dark(ui, view.theme, view.lang);
        }
        if self.overview {
            return stage::overview(ui, view.theme, view.lang, size, &self.scenes, self.at);
        }
        let Some(scene) = self.scene() else { return };
        let paint = stage::paints(view.theme);
        let uncertain = view.uncertain.map(|uncertain| uncertain.bands);
        let ground = Ground {
            project: view.project,
            library: view.library,
            assessment: view.assessment,
            bands: uncertain.map(|uncertain| &uncertain.bands),
            swings: uncertain.map_or(&[][..], |uncertain| uncertain.swings.as_slice()),
            lang: view.lang,
            ranges: view.ranges,
            paint: &paint,
        };
        let board = board::board(&ground, scene);
        let waiting = self.timer.map(|(at, end_s)| Waiting {
            left_s: (end_s - now_s).max(0.0),
            whole_s: TIMES_S.get(at).copied().unwrap_or_default(),
        });
        let shown = stage::Shown {
            board: &board,
            project: view.project,
            lang: view.lang,
            theme: view.theme,
            size,
            at: (self.at, self.count()),
            hint: &hint,
            waiting,
        };
        stage::show(ui, &shown);
    }

    /// When the board changes by itself next: the timer runs, a pressed key goes.
    fn wake(&self, ctx: &Context, now_s: f64) {
        if self.left_s(now_s).is_some_and(|left| left > 0.0) {
            ctx.request_repaint_after(Duration::from_millis(200));
        }
        if let Some((_, at_s)) = &self.hint {
            let left = at_s + HINT_S - now_s;
            if left > 0.0 {
                ctx.request_repaint_after(Duration::from_secs_f64(left + 0.02));
            }
        }
    }
}

/// How far the last row is away, as it was chosen last.
const fn size(preferences: &Preferences) -> Size {
    if preferences.hall { Size::Hall } else { Size::Class }
}

impl App {
    /// The presentation under way.
    pub const fn stage(&self) -> Option<&Stage> {
        self.stage.as_ref()
    }

    /// Begins to present, or ends it.
    pub(super) fn toggle_stage(&mut self, ctx: &Context) {
        if self.stage.take().is_some() {
            return;
        }
        ctx.memory_mut(|memory| {
            if let Some(id) = memory.focused() {
                memory.surrender_focus(id);
            }
        });
        let session = &self.session;
        self.stage = Some(Stage::new(board::deck(session.project(), session.assessment())));
        self.tour = None;
    }

    /// Fills the screen with the window, or gives it back.
    pub(super) fn toggle_full_screen(ctx: &Context) {
        let is_full = ctx.input(|input| input.viewport().fullscreen.unwrap_or(false));
        ctx.send_viewport_cmd(ViewportCommand::Fullscreen(!is_full));
    }

    /// Does what was pressed while a board is on the wall.
    pub(super) fn stage_keys(&mut self, ctx: &Context) {
        let Some(stage) = &mut self.stage else { return };
        let now_s = ctx.input(|input| input.time);
        let mut leaves = false;
        for (press, shown) in keys::pressed(ctx, stage.digits.is_some()) {
            stage.hint = Some((shown, now_s));
            leaves |= stage.press(press, now_s);
            match press {
                Press::Larger => self.preferences.hall = true,
                Press::Smaller => self.preferences.hall = false,
                Press::Ranges => self.preferences.ranges = !self.preferences.ranges,
                Press::Hints => self.preferences.shown_keys = !self.preferences.shown_keys,
                _ => {}
            }
        }
        stage.wake(ctx, now_s);
        if leaves {
            self.stage = None;
        }
    }
}
