//! Boards on the wall: one painter for every kind, light or dark, for a class or a hall.
//!
//! Invariant: what is painted are the words and numbers of the board, all of them, each once; letters grow with the
//! window and never go under what the last row can read.

mod brush;
mod charts;
mod flow;
mod garment;
mod jobs;
mod levers;
mod matrix;
mod notes;
mod overlay;
mod paints;
mod room;
mod tried;
mod vote;
mod ways;

pub use brush::{Brush, Size, Style};
pub use levers::Pulled;
pub use notes::{Notes, minutes, notes, pace};
pub use overlay::{Waiting, dark, overview};
pub use paints::paints;
pub use room::room_check;

use crate::board::{Board, Chart};
use crate::lang::Lang;
use crate::model::Project;
use crate::report::sheet::{Figure, flat};
use crate::text::StageMsg;
use crate::ui::theme::Theme;
use egui::{Align, Rect, Role, Ui, pos2};

/// A board as it stands on the wall.
#[derive(Clone, Copy)]
pub struct Shown<'a> {
    /// What it says.
    pub board: &'a Board,
    /// The project, for the drawing of the garment.
    pub project: &'a Project,
    /// The language.
    pub lang: Lang,
    /// Colours.
    pub theme: &'a Theme,
    /// How far the last row is away.
    pub size: Size,
    /// Which board it is, and of how many.
    pub at: (usize, usize),
    /// At its foot: that it is an estimate.
    pub note: &'a str,
    /// The key that was pressed; empty for none.
    pub hint: &'a str,
    /// The timer, while it runs: it takes the place of the chart.
    pub waiting: Option<Waiting>,
}

/// Paints the board over the whole of `ui`; gives what was asked of it.
pub fn show(ui: &Ui, shown: &Shown<'_>) -> Pulled {
    let brush = Brush::new(ui, shown.theme, shown.size);
    let whole = ui.max_rect();
    ui.painter().rect_filled(whole, 0.0, shown.theme.ground);
    let room = whole.shrink2(egui::vec2(whole.height() * 0.05, whole.height() * 0.026));
    let foot = foot(&brush, shown, room);
    let is_bare = shown.board.chart == Chart::None && shown.board.sentence.is_empty();
    if is_bare && shown.waiting.is_none() {
        alone(&brush, &shown.board.title, room.with_max_y(foot));
        return Pulled::default();
    }
    let mut top = head(&brush, shown.board, room);
    if let Some(waiting) = shown.waiting {
        let rest = room.with_min_y(top).with_max_y(foot);
        overlay::timer(&brush, waiting, shown.lang, rest);
        return Pulled::default();
    }
    if !shown.board.keys.is_empty() {
        let keys = room.with_min_y(top).with_max_y(foot);
        top = self::keys(&brush, &shown.board.keys, keys) + brush.gap();
    }
    let rest = room.with_min_y(top).with_max_y(foot - brush.gap() * 0.5);
    let pulled = chart(&brush, shown, rest);
    pointer(&brush);
    pulled
}

/// A ring around the pointer while it moves, so that the last row sees where it is.
fn pointer(brush: &Brush<'_>) {
    const SEEN_S: f32 = 3.0;
    let (at, rests_s) = brush.ui.input(|input| {
        (
            input.pointer.hover_pos(),
            input.pointer.time_since_last_movement(),
        )
    });
    if let Some(at) = at.filter(|_| rests_s < SEEN_S) {
        let ring = egui::Stroke::new(brush.line() * 2.0, brush.theme.accent);
        brush.ui.painter().circle_stroke(at, brush.unit * 2.6, ring);
        let left = f64::from(SEEN_S - rests_s) + 0.02;
        let ctx = brush.ui.ctx();
        ctx.request_repaint_after(std::time::Duration::from_secs_f64(left));
    }
}

/// A question alone, large, in the middle.
fn alone(brush: &Brush<'_>, title: &str, room: Rect) {
    let (mut font, ink) = brush.font(Style::Title);
    font.size *= 1.35;
    let galley = brush.lay_in(title, font, ink, room.width() * 0.86, Align::Center);
    let top = room.center().y - galley.size().y / 2.0;
    let shift = galley.rect.min;
    let x = room.center().x;
    let place = Rect::from_min_size(pos2(x + shift.x, top), galley.size());
    brush.speak(place, Role::Heading, &flat(title));
    brush
        .ui
        .painter()
        .galley(pos2(x, top - shift.y).round(), galley, ink);
}

/// Title and sentence; gives where they end.
fn head(brush: &Brush<'_>, board: &Board, room: Rect) -> f32 {
    let galley = brush.lay(&board.title, Style::Title, room.width(), Align::Min);
    let place = Rect::from_min_size(room.min, galley.size());
    brush.speak(place, Role::Heading, &flat(&board.title));
    brush
        .ui
        .painter()
        .galley(room.min.round(), galley, brush.theme.ink);
    let mut top = place.bottom() + brush.gap() * 0.6;
    if !board.sentence.is_empty() {
        let said = brush.words(&board.sentence, Style::Body, pos2(room.left(), top), room.width());
        top = said.bottom() + brush.gap() * 0.6;
    }
    top + brush.gap() * 0.4
}

/// That it is an estimate, and which board this is; gives where the foot begins.
fn foot(brush: &Brush<'_>, shown: &Shown<'_>, room: Rect) -> f32 {
    let (at, count) = shown.at;
    let place = format!("{}/{}", at + 1, count);
    let right = brush.lay(&place, Style::Soft, room.width(), Align::Max);
    let hint = brush.lay(shown.hint, Style::Soft, room.width(), Align::Max);
    let aside = right.size().x + brush.gap() * 2.0;
    let left = room.width() - aside - brush.body() * 6.0;
    let note = brush.lay(shown.note, Style::Soft, left, Align::Min);
    let top = room.bottom() - note.size().y.max(right.size().y);
    brush.put(note, room.left(), top);
    let spoken = StageMsg::Place.with(
        shown.lang,
        &[("at", &(at + 1).to_string()), ("count", &count.to_string())],
    );
    let corner = pos2(room.right(), top);
    if !shown.hint.is_empty() {
        brush.put(hint, room.right() - aside, top);
    }
    let place = Rect::from_min_max(pos2(room.right() - right.size().x, top), room.max);
    brush.speak(place, Role::Label, &spoken);
    brush
        .ui
        .painter()
        .galley(corner.round(), right, brush.theme.ink_soft);
    top
}

/// Key figures beside each other; gives where they end.
fn keys(brush: &Brush<'_>, keys: &[Figure], room: Rect) -> f32 {
    let mut bottom = room.top();
    for (key, column) in keys.iter().zip(brush.columns(room, keys.len())) {
        let style = if keys.len() > 3 {
            Style::SmallKey
        } else {
            Style::Key
        };
        bottom = bottom.max(brush.key(key, style, column.min, column.width()).bottom());
    }
    bottom
}

fn chart(brush: &Brush<'_>, shown: &Shown<'_>, rest: Rect) -> Pulled {
    match &shown.board.chart {
        Chart::None => {}
        Chart::Cards(cards) => charts::cards(brush, cards, rest),
        Chart::Bar(bar) => charts::bar(brush, bar, shown.lang, rest),
        Chart::Scale(scale, base) => charts::scale(brush, scale, *base, shown.lang, rest),
        Chart::Formula {
            letters,
            numbers,
            terms,
        } => charts::formula(brush, letters, numbers, terms, rest),
        Chart::Flow(flow) => flow::paint(brush, flow, rest),
        Chart::Ways { ways, base, legend } => ways::paint(brush, ways, *base, legend, rest),
        Chart::Jobs(sides) => jobs::paint(brush, sides, shown.lang, rest),
        Chart::Matrix(matrix) => matrix::paint(brush, matrix, rest),
        Chart::Garment(legend) => garment::paint(brush, shown.project, legend, rest),
        Chart::Swings(named) => charts::swings(brush, named, shown.lang, rest),
        Chart::Changes(changes) => tried::paint(brush, changes, rest),
        Chart::Votes { choices, rounds } => vote::paint(brush, choices, *rounds, rest),
        Chart::Levers(levers) => return levers::paint(brush, levers, rest),
    }
    Pulled::default()
}
