//! A card at its full height: name, where the mass goes, lives, both yardsticks on one scale, hours on both sides.

use super::Told;
use super::data::{Card, Hours, Score};
use crate::figure::PathwayFigure;
use crate::text::{CommonMsg, CompareMsg, Lang, halves};
use crate::ui::icon;
use crate::ui::theme::{EndClass, Theme, metric};
use crate::ui::view::{Out, View};
use crate::ui::widget::badge::{BADGE, paint_pathway_badge};
use crate::ui::widget::touch;
use crate::ui::widget::{bar, paint_scale, say, text};
use egui::{Align2, Galley, Layout, Rect, Ui, UiBuilder, pos2, vec2};
use std::sync::Arc;

/// Height of the name, two lines at most.
const NAME: f32 = 36.0;
/// The same in both languages, three lines.
const NAME_BOTH: f32 = 50.0;
/// Height of a line of figures.
const ROW: f32 = metric::TARGET;
/// Height of the bar of ends.
const BAR: f32 = 8.0;
/// Room for hours and their change at the right of a card.
const HOURS: f32 = 150.0;
/// Least room for the scale of the yardsticks.
const SCALE: f32 = 44.0;

/// Draws `card` over the room at hand.
pub(super) fn show(ui: &mut Ui, view: &View<'_>, out: &mut Out, card: &Card) {
    let theme = view.theme;
    let rect = ui.max_rect();
    let high = if view.lang == Lang::Both { NAME_BOTH } else { NAME };
    name(ui, view, card, rect.with_max_y(rect.top() + high));
    let Some(score) = &card.score else {
        let words = CompareMsg::NoAnswer.head(view.lang);
        let place = pos2(rect.left(), rect.top() + high + ROW / 2.0);
        let font = theme.font(metric::TEXT_SMALL);
        say(
            ui.painter(),
            (place, Align2::LEFT_CENTER),
            words,
            font,
            theme.ink_soft,
        );
        return;
    };
    let hours = (rect.width() - 160.0).clamp(96.0, HOURS);
    let left = rect.with_max_x(rect.right() - hours - metric::SPACE_S);
    let row =
        |top: f32, of: Rect| Rect::from_x_y_ranges(of.x_range(), rect.top() + top..=rect.top() + top + ROW);
    let grades = high - 2.0;
    side_by_side(ui, row(grades, rect), |ui| facts(ui, view, out, card, score));
    let below = grades + ROW - 2.0;
    // The unit of the hours stands at the height of the bar and may ask for more room than they have.
    let unit = super::text_width(ui, view, CommonMsg::UnitHoursPerThousand.head(view.lang));
    let end = left.right().min(rect.right() - unit - metric::SPACE_S);
    let bar = Rect::from_x_y_ranges(left.left()..=end, rect.top() + below..=rect.top() + below + BAR);
    ends(ui, theme, score, bar);
    let lives = rect.bottom() - rect.top() - 2.0 * ROW - 2.0;
    side_by_side(ui, row(lives, left), |ui| life(ui, view, out, card, score));
    side_by_side(ui, row(lives + ROW, left), |ui| {
        yardsticks(ui, view, out, card, score);
    });
    let right = rect
        .with_min_x(rect.right() - hours)
        .with_min_y(rect.top() + below - 3.0);
    work(ui, view, out, (card, score), (right, lives));
}

/// Draws from left to right in a place of its own.
fn side_by_side(ui: &mut Ui, rect: Rect, draw: impl FnOnce(&mut Ui)) {
    let layout = Layout::left_to_right(egui::Align::Center);
    let mut child = ui.new_child(UiBuilder::new().max_rect(rect).layout(layout));
    child.spacing_mut().item_spacing.x = metric::SPACE_S;
    draw(&mut child);
}

/// Draws what has room, the first in any case.
fn as_fits(ui: &mut Ui, view: &View<'_>, out: &mut Out, card: &Card, all: &[Told<'_>]) {
    for (at, told) in all.iter().enumerate() {
        if at == 0 || told.width(ui, view) <= ui.available_width() {
            told.show(ui, view, out, card, None);
        }
    }
}

/// Recycled at the same grade, and downcycled.
fn facts(ui: &mut Ui, view: &View<'_>, out: &mut Out, card: &Card, score: &Score) {
    let lang = view.lang;
    let same_grade = Told {
        after: CompareMsg::SameGrade.head(lang),
        range: true,
        ..Told::new(&score.same_grade)
    };
    let downcycled = Told {
        after: CompareMsg::Downcycled.head(lang),
        range: true,
        ..Told::new(&score.downcycled)
    };
    // Ranges stand where both have room for theirs.
    let wide = same_grade.width(ui, view) + downcycled.width(ui, view) + metric::SPACE_S;
    let range = wide <= ui.available_width();
    let told = [same_grade, downcycled].map(|told| Told { range, ..told });
    as_fits(ui, view, out, card, &told);
}

/// Lives and wears.
fn life(ui: &mut Ui, view: &View<'_>, out: &mut Out, card: &Card, score: &Score) {
    let lives = Told {
        words: Some(CompareMsg::LivesCount),
        ..Told::new(&score.lives)
    };
    let wears = Told {
        words: Some(CompareMsg::Wears),
        ..Told::new(&score.wears)
    };
    as_fits(ui, view, out, card, &[lives, wears]);
}

/// MCI, the scale with both marks, and the quality-weighted value.
fn yardsticks(ui: &mut Ui, view: &View<'_>, out: &mut Out, card: &Card, score: &Score) {
    let mci = Told {
        before: PathwayFigure::Mci.row().letter,
        range: ui.available_width() > 220.0,
        ..Told::new(&score.mci)
    };
    let quality = Told::new(&score.quality);
    let words = mci.width(ui, view) + quality.width(ui, view);
    // A point is left, for widths are rounded.
    let rest = ui.available_width() - words - 2.0 * metric::SPACE_S - 1.0;
    mci.show(ui, view, out, card, None);
    if rest >= SCALE {
        let (rect, _) = ui.allocate_exact_size(vec2(rest, ROW), egui::Sense::hover());
        let [first, second] = score.yardsticks;
        let gap = view.theme.end(EndClass::Downcycled);
        paint_scale(
            ui,
            view.theme,
            rect,
            (first, view.theme.pathway(card.index)),
            (second, gap),
        );
    }
    if quality.width(ui, view) <= ui.available_width() {
        quality.show(ui, view, out, card, None);
    }
}

/// Where the mass ends as a bar: what goes round in its own colours, the rest light.
fn ends(ui: &Ui, theme: &Theme, score: &Score, rect: Rect) {
    let painter = ui.painter();
    painter.rect_filled(rect, 0.0, theme.ground);
    let mut left = rect.left();
    for (class, share) in &score.ends {
        let width = rect.width() * bar::as_f32(share.clamp(0.0, 1.0));
        let goes_round = matches!(
            class,
            EndClass::Reused | EndClass::SameGrade | EndClass::Downcycled
        );
        if goes_round && width > 0.5 {
            let piece = Rect::from_min_size(pos2(left, rect.top()), vec2(width, rect.height()));
            bar::paint_segment(painter, theme, piece, theme.end(*class));
        }
        left += width;
    }
    let edge = egui::Stroke::new(1.0, theme.field_edge);
    painter.rect_stroke(rect, 0.0, edge, egui::StrokeKind::Inside);
}

/// Gained and lost, or the baseline's own hours, beneath what they are counted per.
fn work<'a>(
    ui: &mut Ui,
    view: &View<'_>,
    out: &mut Out,
    (card, score): (&Card, &'a Score),
    (rect, rows): (Rect, f32),
) {
    let (lang, theme) = (view.lang, view.theme);
    let unit = CommonMsg::UnitHoursPerThousand.head(lang);
    let place = pos2(rect.right(), rect.top());
    let font = theme.font(metric::TEXT_SMALL);
    ui.painter()
        .text(place, Align2::RIGHT_TOP, unit, font, theme.ink_soft);
    let side = |word, shown| Told {
        before: word,
        unit: false,
        ..Told::new(shown)
    };
    let sides = match &score.hours {
        Hours::Own(own) => vec![side(CompareMsg::OwnShort.head(lang), own)],
        Hours::Sides { gained, lost } => vec![
            side(CommonMsg::GainedShort.head(lang), gained),
            side(CommonMsg::LostShort.head(lang), lost),
        ],
    };
    let top = ui.max_rect().top() + rows;
    let room = Rect::from_x_y_ranges(rect.x_range(), top..=ui.max_rect().bottom());
    let mut child = ui.new_child(
        UiBuilder::new()
            .max_rect(room)
            .layout(Layout::top_down(egui::Align::Min)),
    );
    child.spacing_mut().item_spacing.y = 0.0;
    // Both sides are told alike: with word and range, with the word alone, with the sign alone.
    let told = |(word, range): (bool, bool)| -> Vec<Told<'a>> {
        let side = |side: &Told<'a>| Told {
            before: if word { side.before } else { "" },
            range,
            ..*side
        };
        sides.iter().map(side).collect()
    };
    let fits = |all: &[Told<'_>]| all.iter().all(|told| told.width(&child, view) <= rect.width());
    let ways = [(true, true), (true, false), (false, false)];
    let all = ways.into_iter().map(told).find(|all| fits(all));
    for told in all.unwrap_or_else(|| told((false, false))) {
        told.show(&mut child, view, out, card, Some(rect.width()));
    }
}

/// Badge and name; beneath it what the last edit did to the yardsticks, or that routes take nothing.
fn name(ui: &mut Ui, view: &View<'_>, card: &Card, rect: Rect) {
    let theme = view.theme;
    let middle = rect.center().y + 1.0;
    let painter = ui.painter();
    let badge = pos2(rect.left() + BADGE / 2.0, middle);
    paint_pathway_badge(painter, theme, badge, card.index);
    let left = rect.left() + BADGE + metric::SPACE_S;
    let room = rect.right() - left;
    if let Some(said) = beneath_name(card) {
        return flagged(ui, view, card, rect.with_min_x(left), &said);
    }
    let small = theme.font(metric::TEXT_SMALL);
    let mark = if card.baseline {
        CommonMsg::Baseline.text(view.lang)
    } else {
        ""
    };
    let mark = crate::ui::widget::line(painter, mark, small, theme.ink_soft);
    let gap = if card.baseline { metric::SPACE_S } else { 0.0 };
    let room = room - mark.size().x - gap;
    let galley = name_galley(painter, theme, &card.name, room.max(20.0));
    let place = Align2::LEFT_CENTER.anchor_size(pos2(left, middle), galley.size());
    let behind = pos2(place.right() + metric::SPACE_S, middle);
    painter.galley(place.min.round(), galley, theme.ink);
    let place = Align2::LEFT_CENTER.anchor_size(behind, mark.size());
    painter.galley(place.min.round(), mark, theme.ink_soft);
}

/// What the last edit did to the yardsticks, else that routes take nothing.
fn beneath_name(card: &Card) -> Option<String> {
    let parts = card.score.as_ref().and_then(|score| score.parts.as_deref());
    let said = parts.or(card.idle.as_ref().map(|idle| idle.short.as_str()))?;
    Some(format!(
        "{} {}",
        icon::FLAG,
        said.lines().next().unwrap_or_default()
    ))
}

/// The name small on one line and `said` beneath it; where a line has no room for all, the name on two and the flag alone
/// at their end, with everything for the pointer.
fn flagged(ui: &Ui, view: &View<'_>, card: &Card, rect: Rect, said: &str) {
    let theme = view.theme;
    let painter = ui.painter();
    let small = || theme.font(metric::TEXT_SMALL);
    let line = |words: &str, ink| painter.layout_no_wrap(words.to_owned(), small(), ink);
    let (first, _) = halves(&card.name);
    let said_in_both = text::in_both(ui.ctx(), said);
    let wide = line(&said_in_both, theme.notice);
    let below = if wide.size().x <= rect.width() {
        wide
    } else {
        line(said, theme.notice)
    };
    let name = line(first, theme.ink);
    let fits = name.size().x.max(below.size().x) <= rect.width();
    // The name is said in both languages before the flag is.
    if fits && view.lang != Lang::Both {
        painter.galley(pos2(rect.left(), rect.top() + 3.0).round(), name, theme.ink);
        painter.galley(pos2(rect.left(), rect.top() + 19.0).round(), below, theme.notice);
    } else {
        let flag = line(&icon::FLAG.to_string(), theme.notice);
        let room = rect.width() - flag.size().x - metric::SPACE_XS;
        let name = name_galley(painter, theme, &card.name, room.max(20.0));
        let place = Align2::LEFT_CENTER.anchor_size(rect.left_center(), name.size());
        painter.galley(place.min.round(), name, theme.ink);
        let place = Align2::RIGHT_CENTER.anchor_size(rect.right_center(), flag.size());
        painter.galley(place.min.round(), flag, theme.notice);
    }
    let full = card.idle.as_ref().map_or(said, |idle| idle.full.as_str());
    let whole = format!("{}\n{full}", card.name);
    let id = egui::Id::unique(("scoreboard name", card.key()));
    touch::told(ui, rect, id, &whole);
}

/// Both languages where they fit on two lines; else the name on one, or small on two.
fn name_galley(painter: &egui::Painter, theme: &Theme, name: &str, room: f32) -> Arc<Galley> {
    let lay =
        |size: f32, most: usize| text::lines(painter, theme, name, theme.font(size), theme.ink, (room, most));
    let body = theme.font(metric::TEXT_BODY);
    let both = text::wrapped(painter, theme, name, body, theme.ink, room);
    if halves(name).1.is_some() && both.rows.len() <= 2 {
        return both;
    }
    let in_both = text::in_both(painter.ctx(), name);
    // Without its bracket where that is too much; the whole stands at the pointer.
    let stem = without_bracket(&in_both);
    let forms = [&*in_both, stem.as_str()];
    let mut small = forms
        .into_iter()
        .filter_map(|name| text::close(painter, theme, name, theme.ink, (room, 3)));
    if let Some(small) = small.next() {
        return small;
    }
    let one = lay(metric::TEXT_BODY, 1);
    if one.elided {
        lay(metric::TEXT_SMALL, 2)
    } else {
        one
    }
}

/// A name in both languages without the brackets at their ends.
fn without_bracket(name: &str) -> String {
    let stem = |name: &str, opens: char| {
        let ends = name.ends_with(['）', ')']);
        let at = name.rfind(opens).filter(|_| ends);
        at.and_then(|at| name.get(..at))
            .unwrap_or(name)
            .trim_end()
            .to_owned()
    };
    match halves(name) {
        (zh, Some(en)) => format!("{}{}{}", stem(zh, '（'), crate::text::JOINT, stem(en, '(')),
        (name, None) => name.to_owned(),
    }
}
