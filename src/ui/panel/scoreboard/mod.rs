//! The scoreboard: how circular each compared pathway is and what work it gives and takes, always in sight.

pub mod data;

use crate::explain::{FigureId, PathwayFigure};
use crate::text::{CommonMsg, CompareMsg, halves, number};
use crate::ui::theme::{Theme, metric};
use crate::ui::view::{Command, Out, View};
use crate::ui::widget::Quiet;
use crate::ui::widget::badge::{BADGE, paint_pathway_badge};
use crate::ui::widget::{Figure, delta_badge, focus_ring, text};
use data::{Card, Change, Hours, Score, Shown, cards};
use egui::{Align2, Id, Layout, Rect, Response, Role, Sense, Stroke, Ui, UiBuilder, WidgetInfo, pos2, vec2};
use std::sync::Arc;

/// Under this width the scoreboard is one line.
pub const NARROW: f32 = 800.0;
/// Its height.
pub const HEIGHT: f32 = 92.0;
/// Height of a card's name, two lines at most.
const NAME: f32 = 38.0;
/// Its height as one line.
pub const LINE: f32 = 36.0;
/// Under this width a card tells a change of MCI in place of the figure.
const TIGHT: f32 = 270.0;
/// Room for hours and their change at the right of a card.
const HOURS: f32 = 112.0;

/// The height that the scoreboard wants at `width`.
pub const fn height(width: f32) -> f32 {
    if width < NARROW { LINE } else { HEIGHT }
}

/// Draws one card per compared pathway over the room at hand; a click on a card selects its pathway.
pub fn show(ui: &mut Ui, view: &View<'_>, out: &mut Out) {
    let cards = cards(view);
    let room = ui.available_rect_before_wrap();
    let high = height(room.width());
    let (_, whole) = ui.allocate_space(vec2(room.width(), high));
    let width = whole.width() / count_f32(cards.len().max(1));
    for (at, card) in cards.iter().enumerate() {
        let left = whole.left() + count_f32(at) * width;
        let rect = Rect::from_min_size(pos2(left, whole.top()), vec2(width, high));
        let response = ground(ui, view, rect, card, at > 0);
        let mut child = ui.new_child(
            UiBuilder::new()
                .id_salt(("scoreboard card", card.id.as_str()))
                .max_rect(rect.shrink2(vec2(
                    if width < 240.0 && high >= HEIGHT {
                        metric::SPACE_S
                    } else if width < 360.0 {
                        metric::SPACE_M
                    } else {
                        metric::SPACE_L
                    },
                    0.0,
                )))
                .layout(Layout::top_down(egui::Align::Min)),
        );
        if high < HEIGHT {
            one_line(&mut child, view, out, card);
        } else {
            full(&mut child, view, out, card);
        }
        if response.clicked() {
            out.command(Command::SelectPathway(card.id.clone()));
        }
    }
}

/// The card itself, which selects the pathway.
fn ground(ui: &mut Ui, view: &View<'_>, rect: Rect, card: &Card, rule: bool) -> Response {
    let theme = view.theme;
    let response = ui.interact(rect, Id::unique(("scoreboard", card.id.as_str())), Sense::click());
    let label = CompareMsg::SelectHint.with(view.lang, &[("name", &card.name)]);
    response.widget_info(|| WidgetInfo::selected(Role::Button, ui.is_enabled(), card.selected, &label));
    let painter = ui.painter();
    if response.hovered() {
        painter.rect_filled(rect, 0.0, theme.hover);
    }
    if rule {
        painter.vline(rect.left(), rect.y_range(), theme.rule_stroke());
    }
    if card.selected {
        let mark = Stroke::new(metric::FOCUS_RING, theme.accent);
        painter.hline(rect.x_range(), rect.top() + 1.0, mark);
    }
    focus_ring(ui, theme, &response, rect.shrink(3.0));
    response
}

fn full(ui: &mut Ui, view: &View<'_>, out: &mut Out, card: &Card) {
    let theme = view.theme;
    let rect = ui.max_rect();
    // Figure and change of MCI at the left keep their room.
    let hours = (rect.width() - 176.0).clamp(104.0, HOURS);
    let right = Rect::from_min_max(pos2(rect.right() - hours, rect.top() + NAME - 2.0), rect.max);
    name(ui, view, card, rect.with_max_y(rect.top() + NAME));
    let Some(score) = &card.score else {
        let at = pos2(rect.left(), rect.top() + 52.0);
        let words = CompareMsg::NoAnswer.text(view.lang);
        ui.painter().text(
            at,
            Align2::LEFT_CENTER,
            words,
            theme.font(metric::TEXT_SMALL),
            theme.ink_soft,
        );
        return;
    };
    let below = Rect::from_min_max(
        pos2(rect.left(), rect.top() + NAME - 1.0),
        pos2(right.left(), rect.bottom()),
    );
    at(ui, below, |ui| {
        ui.horizontal(|ui| match &score.mci.change {
            Some(change) if rect.width() < TIGHT => changed_mci(ui, view, out, card, score, change),
            change => {
                mci(ui, view, out, card, score, true);
                ui.spacing_mut().item_spacing.x = metric::SPACE_XS;
                if let Some(change) = change {
                    let badge = delta_badge(ui, theme, &change.old, &score.mci.text, change.trend);
                    ui.ctx()
                        .accesskit_node_builder(badge.id, |node| node.set_description(change.words.as_str()));
                } else if let Some(range) = &score.range {
                    let stale = view.uncertain.is_some_and(|uncertain| uncertain.stale);
                    ui.set_opacity(if stale { theme.dim() } else { 1.0 });
                    text::small(ui, theme, range);
                }
            }
        });
    });
    at(ui, right, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        sides(ui, view, out, card, score, Some(hours));
    });
    let bar = rect.with_max_x(right.left() - metric::SPACE_M);
    thin_bar(ui, theme, card, score.value, bar);
}

/// Draws in a place of its own.
fn at(ui: &mut Ui, rect: Rect, draw: impl FnOnce(&mut Ui)) {
    let layout = Layout::top_down(egui::Align::Min);
    draw(&mut ui.new_child(UiBuilder::new().max_rect(rect).layout(layout)));
}

fn name(ui: &mut Ui, view: &View<'_>, card: &Card, rect: Rect) {
    let theme = view.theme;
    let middle = rect.center().y + 1.0;
    let painter = ui.painter();
    paint_pathway_badge(
        painter,
        theme,
        pos2(rect.left() + BADGE / 2.0, middle),
        card.index,
    );
    let left = rect.left() + BADGE + metric::SPACE_S;
    let small = theme.font(metric::TEXT_SMALL);
    let mark = if card.baseline {
        CommonMsg::Baseline.text(view.lang)
    } else {
        ""
    };
    let mark = painter.layout_no_wrap(mark.to_owned(), small, theme.ink_soft);
    let gap = if card.baseline { metric::SPACE_S } else { 0.0 };
    let room = rect.right() - left - mark.size().x - gap;
    let galley = name_galley(painter, theme, &card.name, room.max(20.0));
    let place = Align2::LEFT_CENTER.anchor_size(pos2(left, middle), galley.size());
    let behind = pos2(place.right() + metric::SPACE_S, middle);
    painter.galley(place.min.round(), galley, theme.ink);
    let place = Align2::LEFT_CENTER.anchor_size(behind, mark.size());
    painter.galley(place.min.round(), mark, theme.ink_soft);
}

/// Both languages where they fit on two lines; else the name on one, or small on two.
fn name_galley(painter: &egui::Painter, theme: &Theme, name: &str, room: f32) -> Arc<egui::Galley> {
    let lay =
        |size: f32, most: usize| text::lines(painter, theme, name, theme.font(size), theme.ink, (room, most));
    let both = text::wrapped(
        painter,
        theme,
        name,
        theme.font(metric::TEXT_BODY),
        theme.ink,
        room,
    );
    if halves(name).1.is_some() && both.rows.len() <= 2 {
        return both;
    }
    let one = lay(metric::TEXT_BODY, 1);
    if one.elided {
        lay(metric::TEXT_SMALL, 2)
    } else {
        one
    }
}

fn mci(ui: &mut Ui, view: &View<'_>, out: &mut Out, card: &Card, score: &Score, big: bool) {
    let name = format!("{}: {}", card.name, PathwayFigure::Mci.head(view.lang));
    let id = ("scoreboard mci", card.id.as_str());
    let figure = Figure::new(id, &name, &score.mci.text, view.lang);
    let figure = if big { figure.big() } else { figure };
    let opens = FigureId::Pathway(card.id.clone(), PathwayFigure::Mci);
    // One line has no room for the mark.
    let own = if big { view.own_hint(&opens) } else { String::new() };
    if figure.own(&own).show(ui, view.theme).clicked() {
        out.open(opens);
    }
}

/// MCI with its change in one figure, for cards without room for both.
fn changed_mci(ui: &mut Ui, view: &View<'_>, out: &mut Out, card: &Card, score: &Score, change: &Change) {
    ui.add_space(metric::SPACE_XS);
    let name = format!("{}: {}", card.name, PathwayFigure::Mci.head(view.lang));
    let value = format!("{} → {}{}", change.old, score.mci.text, change.trend.arrow());
    let opens = FigureId::Pathway(card.id.clone(), PathwayFigure::Mci);
    let own = view.own_hint(&opens);
    let quiet = Quiet {
        marked: true,
        words: &change.words,
        own: &own,
        ..Quiet::new(&name, &value, view.lang)
    };
    let id = ("scoreboard mci", card.id.as_str());
    if quiet.show(ui, view.theme, id).clicked() {
        out.open(opens);
    }
}

/// Gained and lost, or the baseline's own hours, right-aligned in `width` or one after the other.
fn sides(ui: &mut Ui, view: &View<'_>, out: &mut Out, card: &Card, score: &Score, width: Option<f32>) {
    let lang = view.lang;
    let rows: Vec<(&str, &Shown, PathwayFigure)> = match &score.hours {
        Hours::Own(own) => vec![(CompareMsg::OwnShort.text(lang), own, PathwayFigure::Gross)],
        Hours::Sides { gained, lost } => vec![
            (CommonMsg::GainedShort.text(lang), gained, PathwayFigure::Gained),
            (CommonMsg::LostShort.text(lang), lost, PathwayFigure::Lost),
        ],
    };
    for (word, shown, figure) in rows {
        let name = format!("{}: {}", card.name, figure.head(lang));
        let value = match (&shown.change, width) {
            (Some(change), Some(width)) => changed_text(ui, view.theme, shown, change, width),
            (_, None) => shown.text.clone(),
            (None, Some(_)) => shown.with_unit.clone(),
        };
        let changed = shown.change.is_some();
        let opens = FigureId::Pathway(card.id.clone(), figure);
        let own = width.map_or_else(String::new, |_| view.own_hint(&opens));
        let quiet = Quiet {
            before: if changed || width.is_none_or(|width| width < 100.0) {
                ""
            } else {
                word
            },
            marked: changed && width.is_some(),
            words: shown.change.as_ref().map_or("", |change| change.words.as_str()),
            cell: width.map(|width| (width, width)),
            own: &own,
            ..Quiet::new(&name, &value, lang)
        };
        // The id of the figure does not depend on the language.
        let id = ("scoreboard", figure.key(), card.id.as_str());
        if quiet.show(ui, view.theme, id).clicked() {
            out.open(opens);
        }
    }
}

/// "+98 → +104 ▲", or without the old figure where that does not fit.
fn changed_text(ui: &Ui, theme: &Theme, shown: &Shown, change: &Change, width: f32) -> String {
    let arrow = change.trend.arrow();
    let full = format!("{} → {}{arrow}", change.old, shown.text);
    let font = theme.font(metric::TEXT_SMALL);
    let galley = ui.painter().layout_no_wrap(full.clone(), font, theme.ink);
    if galley.size().x <= width - 2.0 {
        full
    } else {
        format!("{}{arrow}", shown.with_unit)
    }
}

/// MCI as a thin bar on the scale 0 to 1 over the width of the card.
fn thin_bar(ui: &Ui, theme: &Theme, card: &Card, value: f64, rect: Rect) {
    let line = Rect::from_x_y_ranges(rect.x_range(), rect.top() + 77.0..=rect.top() + 83.0);
    let painter = ui.painter();
    painter.hline(
        line.x_range(),
        line.center().y,
        Stroke::new(1.0, theme.field_edge),
    );
    let filled = line.with_max_x(line.left() + line.width() * share(value));
    let edge = Stroke::new(1.0, theme.outline);
    let fill = theme.pathway(card.index).color;
    painter.rect(filled, 0.0, fill, edge, egui::StrokeKind::Inside);
}

/// Badge, MCI and hours in a row.
fn one_line(ui: &mut Ui, view: &View<'_>, out: &mut Out, card: &Card) {
    let rect = ui.max_rect();
    let rect = rect.expand2(vec2(metric::SPACE_S, 0.0));
    let badge = pos2(rect.left() + BADGE / 2.0, rect.center().y);
    paint_pathway_badge(ui.painter(), view.theme, badge, card.index);
    let rest = rect.with_min_x(rect.left() + BADGE + metric::SPACE_S);
    let layout = Layout::left_to_right(egui::Align::Center);
    let mut ui = ui.new_child(UiBuilder::new().max_rect(rest).layout(layout));
    ui.spacing_mut().item_spacing.x = metric::SPACE_XS;
    let Some(score) = &card.score else {
        crate::ui::widget::text::soft(&mut ui, view.theme, number::NOTHING);
        return;
    };
    mci(&mut ui, view, out, card, score, false);
    if let Some(change) = &score.mci.change {
        crate::ui::widget::text::small(&mut ui, view.theme, change.trend.arrow().trim());
    }
    sides(&mut ui, view, out, card, score, None);
}

#[expect(clippy::cast_possible_truncation, reason = "a share of a bar")]
fn share(value: f64) -> f32 {
    if value.is_finite() {
        value.clamp(0.0, 1.0) as f32
    } else {
        0.0
    }
}

#[expect(clippy::cast_precision_loss, reason = "at most four cards")]
fn count_f32(count: usize) -> f32 {
    count as f32
}
