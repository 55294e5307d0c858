//! What only the presenter sees: notes in both languages, the next board, the clock, and how far off the plan it is.

use super::brush::{Brush, Size, Style};
use crate::lang::Lang;
use crate::model::Name;
use crate::text::StageMsg;
use crate::ui::theme::Theme;
use egui::{Align, Rect, Ui, pos2};

/// What the presenter sees.
#[derive(Debug, Clone, PartialEq)]
pub struct Notes {
    /// The time of day: "14:05".
    pub clock: String,
    /// Which board it is, and of how many.
    pub at: (usize, usize),
    /// What the board is called.
    pub title: Name,
    /// What is said at it.
    pub say: Name,
    /// What people should see.
    pub see: Name,
    /// What the answer should be.
    pub answer: Name,
    /// The next board; none after the last.
    pub next: Option<Name>,
    /// Planned up to the end of this board, and spent so far, seconds.
    pub planned_s: f64,
    /// Spent so far, seconds.
    pub spent_s: f64,
}

/// Further off the plan than this is said, seconds.
const OFF_S: f64 = 15.0;

/// How far off the plan it is, in words, and whether that is late.
pub fn pace(planned_s: f64, spent_s: f64, lang: Lang) -> (String, bool) {
    let off = spent_s - planned_s;
    let message = if off > 0.0 {
        StageMsg::PaceLate
    } else {
        StageMsg::PaceLeft
    };
    let time = minutes(off.abs());
    (message.with(lang, &[("time", &time)]), off > OFF_S)
}

/// "2:05" of 125 seconds.
pub fn minutes(seconds: f64) -> String {
    let whole = seconds.max(0.0).round();
    format!("{:.0}:{:02.0}", (whole / 60.0).floor(), whole % 60.0)
}

/// Paints them over the whole of `ui`.
pub fn notes(ui: &Ui, theme: &Theme, lang: Lang, notes: &Notes) {
    let whole = ui.max_rect();
    ui.painter().rect_filled(whole, 0.0, theme.ground);
    let brush = Brush::new(ui, theme, Size::Class);
    let room = whole.shrink(whole.height() * 0.04);
    let mut top = head(&brush, lang, notes, room);
    for (label, words) in [
        (StageMsg::NotesSay, &notes.say),
        (StageMsg::NotesSee, &notes.see),
        (StageMsg::NotesAnswer, &notes.answer),
    ] {
        if *words != Name::default() {
            let said = Lang::Both.lines(|lang| words.get(lang).to_owned());
            let label = brush.words(
                label.head(lang),
                Style::Soft,
                pos2(room.left(), top),
                room.width(),
            );
            let said = brush.words(
                &said,
                Style::Body,
                pos2(room.left(), label.bottom()),
                room.width(),
            );
            top = said.bottom() + brush.gap();
        }
    }
    let next = notes.next.as_ref().map_or_else(
        || StageMsg::NotesLast.head(lang).to_owned(),
        |name| lang.lines(|lang| StageMsg::NotesNext.with(lang, &[("name", name.get(lang))])),
    );
    let galley = brush.lay(&next, Style::Strong, room.width(), Align::Min);
    let y = (room.bottom() - galley.size().y).max(top);
    brush.put(galley, room.left(), y);
}

/// Clock, pace and the board's name; gives where they end.
fn head(brush: &Brush<'_>, lang: Lang, notes: &Notes, room: Rect) -> f32 {
    let theme = brush.theme;
    let clock = brush.lay(&notes.clock, Style::SmallKey, room.width(), Align::Max);
    let aside = clock.size().x + brush.gap() * 2.0;
    let clock = brush.put(clock, room.right(), room.top());
    let (words, is_late) = pace(notes.planned_s, notes.spent_s, lang);
    let spent = StageMsg::PaceSpent.with(
        lang,
        &[
            ("spent", &minutes(notes.spent_s)),
            ("planned", &minutes(notes.planned_s)),
        ],
    );
    let ink = if is_late { theme.error } else { theme.ink };
    let (font, _) = brush.font(Style::Title);
    let words = brush.lay_in(&words, font, ink, room.width() - aside, Align::Min);
    let words = brush.put(words, room.left(), room.top());
    let spent = brush.words(
        &spent,
        Style::Soft,
        pos2(room.left(), words.bottom()),
        room.width() - aside,
    );
    let (at, count) = notes.at;
    let title = format!("{}/{count} {}", at + 1, notes.title.get(lang));
    let below = clock.bottom().max(spent.bottom()) + brush.gap();
    let title = brush.words(&title, Style::Strong, pos2(room.left(), below), room.width());
    title.bottom() + brush.gap()
}
