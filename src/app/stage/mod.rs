//! Presenting: which board stands on the wall, how far it has gone, and what its keys do.
//!
//! Invariant: Page Down, Page Up, F5, Escape and b alone go through everything; nothing on a board holds them up.

mod aside;
mod desk;
pub mod keys;
mod presenter;
mod room;
mod run;
mod screens;
mod show;

use crate::board::{self, ANSWER, Scene, Tried, Votes, tried};
use crate::lesson::{BoardKind, Pack};
use crate::model::VariantNo;
use crate::session::Session;
use crate::ui::stage::Pulled;
use aside::Aside;
use desk::Desk;
use egui::Context;
use keys::{Mode, Press};
use screens::Screens;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::time::Duration;

/// What the timer can be set to, seconds.
pub const TIMES_S: [f64; 5] = [30.0, 60.0, 180.0, 300.0, 600.0];
/// How long a pressed key is shown, seconds.
const HINT_S: f64 = 2.0;
/// Most hands that are counted for an option.
const MOST_HANDS: u32 = 9_999;

/// A presentation under way.
#[derive(Debug, Default)]
pub struct Stage {
    scenes: Vec<Scene>,
    /// The lesson that they are of.
    pack: Option<Arc<Pack>>,
    aside: Option<Aside>,
    /// The variant that was in hand when it began: what boards show that name none.
    home: VariantNo,
    at: usize,
    /// How often the board has answered the key for the next.
    step: usize,
    /// True while the screen is dark.
    black: bool,
    /// True while all boards are listed.
    overview: bool,
    /// Which of the times runs, and when it ends.
    timer: Option<(usize, f64)>,
    /// What is typed: the number of a board, of hands, or the value of a lever.
    digits: Option<String>,
    /// The key that was pressed last, and when.
    hint: Option<(String, f64)>,
    /// Hands counted, by the place of the board.
    votes: BTreeMap<usize, Votes>,
    /// What prepared moves do, by the place of the board.
    tried: BTreeMap<usize, Tried>,
    /// Boards whose move is made in the project.
    made: BTreeSet<usize>,
    desk: Option<Desk>,
    /// What the room check says, while it lies over the board.
    room: Option<Vec<String>>,
    /// When it began, seconds; none before its first frame.
    began_s: Option<f64>,
    /// True while the presenter has a window of their own.
    presenter: bool,
    /// The screens there are.
    screens: Screens,
}

impl Stage {
    /// A presentation of `scenes` from the first, of the variant `home`.
    pub fn new(scenes: Vec<Scene>, home: VariantNo) -> Self {
        Self {
            scenes,
            home,
            ..Self::default()
        }
    }

    /// The board on the wall, by its place.
    pub const fn at(&self) -> usize {
        self.at
    }

    /// How often it has answered the key for the next.
    pub const fn step(&self) -> usize {
        self.step
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

    /// True where the stop on the wall shows the project in hand.
    fn is_in_hand(&self, session: &Session) -> bool {
        let Some((pack, scene)) = self.pack.as_ref().zip(self.scene()) else {
            return true;
        };
        let first = pack.starts.first().map(|start| start.id.as_str());
        let start = scene.stop.start.as_str();
        let wanted = self.variant();
        let mut there = session.variants().iter();
        (start.is_empty() || Some(start) == first) && there.any(|variant| variant.number() == wanted)
    }

    /// Where the levers stand, where there are some on the wall.
    pub fn levers(&self) -> Option<Vec<f64>> {
        self.desk.as_ref().map(|desk| desk.view().values.to_vec())
    }

    /// The variant that the board on the wall shows.
    fn variant(&self) -> VariantNo {
        let own = self.scene().and_then(|scene| scene.stop.variant);
        own.unwrap_or(self.home)
    }

    fn kind(&self) -> Option<BoardKind> {
        self.scene().map(Scene::kind)
    }

    fn steps(&self) -> usize {
        self.kind().map_or(0, board::steps)
    }

    fn mode(&self) -> Mode {
        match self.kind() {
            _ if self.room.is_some() => Mode::Number,
            _ if self.overview || self.black => Mode::Plain,
            Some(BoardKind::LeverBoard) => Mode::Levers,
            Some(BoardKind::Vote) if self.step < ANSWER => Mode::Vote { begun: self.counts() },
            _ if self.digits.is_some() => Mode::Number,
            _ => Mode::Plain,
        }
    }

    /// True once a hand was counted on the board on the wall, or a number is typed for one.
    fn counts(&self) -> bool {
        let counted = |votes: &Votes| votes.iter().flatten().any(|hands| *hands > 0);
        self.digits.is_some() || self.votes.get(&self.at).is_some_and(counted)
    }

    fn go_to(&mut self, at: usize) {
        self.at = at.min(self.count().saturating_sub(1));
        self.step = usize::from(self.made.contains(&self.at));
        self.overview = false;
        self.black = false;
        self.digits = None;
    }

    /// Goes on: the board first, then the next one.
    fn next(&mut self) {
        if self.room.take().is_some() {
            return;
        }
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
            if self.kind() != Some(BoardKind::TryIt) {
                self.step = self.steps();
            }
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
            Press::Hand(option, back) => self.count_hand(option, back),
            Press::Lever(back) => self.with_desk(|desk| desk.choose(back)),
            Press::Nudge(steps) => self.with_desk(|desk| desk.nudge(steps)),
            Press::Reset => self.with_desk(Desk::reset),
            Press::Focus => {
                let count = self.scene().map_or(1, |scene| scene.stop.pathways.len());
                self.with_desk(|desk| desk.turn_focus(count));
            }
            Press::Larger | Press::Smaller | Press::Ranges | Press::Hints | Press::Swap | Press::Undo => {}
        }
        false
    }

    fn with_desk(&mut self, act: impl FnOnce(&mut Desk)) {
        if let Some(desk) = &mut self.desk {
            act(desk);
        }
    }

    fn type_digit(&mut self, digit: char) {
        if self.room.is_some() {
            return;
        }
        let digits = self.digits.get_or_insert_default();
        if digits.len() < 5 {
            digits.push(digit);
        }
    }

    /// Counts a hand for an option, or takes it back; where a number was typed, it is the count.
    fn count_hand(&mut self, option: usize, back: bool) {
        let typed = self.digits.take().and_then(|digits| digits.parse::<u32>().ok());
        let votes = self.votes.entry(self.at).or_default();
        let round = votes.get_mut(self.step.min(1));
        if let Some(hands) = round.and_then(|round| round.get_mut(option)) {
            *hands = match typed {
                Some(typed) => typed.min(MOST_HANDS),
                None if back => hands.saturating_sub(1),
                None => (*hands + 1).min(MOST_HANDS),
            };
        }
    }

    /// Takes what was typed, else goes on.
    fn enter(&mut self) {
        match (self.digits.take(), self.mode()) {
            (Some(digits), Mode::Levers) => self.with_desk(|desk| desk.set(&digits)),
            (Some(digits), _) => {
                if let Some(at) = digits
                    .parse::<usize>()
                    .ok()
                    .and_then(|number| number.checked_sub(1))
                {
                    self.go_to(at);
                }
            }
            (None, _) if self.overview => self.overview = false,
            (None, _) => self.next(),
        }
    }

    /// Leaves what lies over the board; true where nothing does.
    fn leave(&mut self) -> bool {
        let over = self.room.take().is_some() || self.digits.take().is_some() || self.timer.take().is_some();
        let over = std::mem::take(&mut self.overview) || over;
        !(std::mem::take(&mut self.black) || over)
    }

    /// Does what the pointer or a screen reader asked of the levers.
    fn pulled(&mut self, pulled: Pulled) {
        self.with_desk(|desk| {
            if let Some(focus) = pulled.focus {
                desk.set_focus(focus);
            }
            match pulled.lever {
                Some((lever, share)) => desk.pull(lever, share, pulled.held),
                None if !pulled.held => desk.release(),
                None => {}
            }
        });
    }

    /// Works out what the board on the wall needs: what its move does, where its levers stand.
    fn follow(&mut self, session: &Session, draws: Option<&Context>) {
        self.step_aside(session, draws.is_some());
        let wanted = self.variant();
        let shown = session
            .variants()
            .iter()
            .find(|variant| variant.number() == wanted);
        let (project, assessment) = shown.map_or_else(
            || (&**session.project(), session.assessment()),
            |variant| (variant.project(), variant.assessment()),
        );
        let (project, assessment) = match &self.aside {
            Some(aside) => (&*aside.project, &aside.assessment),
            None => (project, assessment),
        };
        let Some(scene) = self.scenes.get(self.at) else {
            return;
        };
        match scene.kind() {
            BoardKind::TryIt if !self.tried.contains_key(&self.at) => {
                let stop = &scene.stop;
                let made = stop
                    .pathways
                    .first()
                    .and_then(|pathway| tried(project, assessment, session.library(), pathway, &stop.moves));
                if let Some(made) = made {
                    self.tried.insert(self.at, made);
                }
            }
            BoardKind::LeverBoard => {
                let is_there = self
                    .desk
                    .as_ref()
                    .is_some_and(|desk| desk.is_of(assessment, &scene.levers));
                if !is_there {
                    let library = session.library();
                    self.desk = Some(Desk::new(project, assessment, &scene.levers, library, draws));
                }
                self.with_desk(Desk::follow);
            }
            _ => {}
        }
    }

    /// Reckons what the stop on the wall shows, where that is not in hand.
    fn step_aside(&mut self, session: &Session, draws: bool) {
        if self.is_in_hand(session) {
            self.aside = None;
            return;
        }
        let (Some(pack), Some(scene)) = (&self.pack, self.scenes.get(self.at)) else {
            return;
        };
        let is_there = self.aside.as_ref().is_some_and(|aside| aside.is_of(&scene.stop));
        if let Some(project) = pack.project_of(&scene.stop).filter(|_| !is_there) {
            self.aside = Some(Aside::of(&scene.stop, project, draws));
        }
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
