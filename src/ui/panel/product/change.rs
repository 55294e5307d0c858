//! The page of what to change: blockers first, then the design rules in groups that fold.

use super::flat::sign;
use super::hints::{self, BlockerRow, HintGroup};
use super::paint::put;
use crate::data::Severity;
use crate::explain::hints::{HintRead, Status};
use crate::text::{CommonMsg, FitMsg, HintMsg};
use crate::ui::icon;
use crate::ui::shared::practised;
use crate::ui::theme::{Theme, metric};
use crate::ui::view::{Command, Out, View};
use crate::ui::widget::touch::Touch;
use crate::ui::widget::{Hint as _, grade_chip, text};
use egui::{Color32, Id, ScrollArea, Ui, pos2, vec2};

/// Room of the sign before a line.
const INDENT: f32 = 26.0;

/// Shows both, one beneath the other.
pub(super) fn both(ui: &mut Ui, view: &View<'_>, out: &mut Out) {
    blockers(ui, view, out);
    text::rule(ui, view.theme);
    rules(ui, view, out);
}

/// A list that scrolls by itself.
pub(super) fn list(ui: &mut Ui, id: &str, content: impl FnOnce(&mut Ui)) {
    ScrollArea::vertical()
        .id_salt(id)
        .auto_shrink([false, false])
        .show(ui, |ui| {
            // The scroll bar floats over the margin.
            ui.set_max_width(ui.available_width() - metric::SPACE_M);
            ui.spacing_mut().item_spacing.y = metric::SPACE_XS;
            content(ui);
            ui.add_space(metric::SPACE_L);
        });
}

fn blockers(ui: &mut Ui, view: &View<'_>, out: &mut Out) {
    let theme = view.theme;
    text::heading(ui, theme, FitMsg::BlockersTitle.text(view.lang));
    if view.blockers.is_none() {
        wrapped(
            ui,
            theme,
            CommonMsg::BeingWorkedOut.text(view.lang),
            theme.ink_soft,
        );
        return;
    }
    let rows = hints::blocker_rows(view);
    if rows.is_empty() {
        wrapped(ui, theme, FitMsg::BlockersNone.text(view.lang), theme.ink_soft);
        return;
    }
    wrapped(ui, theme, FitMsg::BlockersHint.text(view.lang), theme.ink_soft);
    for row in &rows {
        blocker(ui, view, out, row);
    }
}

fn blocker(ui: &mut Ui, view: &View<'_>, out: &mut Out, row: &BlockerRow) {
    let theme = view.theme;
    ui.add_space(metric::SPACE_S);
    let key = (row.part.as_str(), row.head.as_str());
    if head(
        ui,
        theme,
        ("blocker", key),
        sign(theme, row.verdict),
        &row.head,
        &row.effect,
    ) {
        out.command(Command::SelectPart(Some(row.part.clone())));
    }
    indented(ui, |ui| {
        wrapped(ui, theme, &row.effect, theme.ink);
        for (at, route) in row.routes.iter().enumerate() {
            ui.horizontal(|ui| {
                ui.set_min_height(metric::TARGET);
                ui.spacing_mut().item_spacing.x = metric::SPACE_S;
                grade_chip(ui, theme, route.grade, view.lang);
                let Some(limit) = &route.limit else {
                    wrapped(ui, theme, &route.text, theme.ink_soft).hint(FitMsg::JudgedLimit.text(view.lang));
                    return;
                };
                if link(ui, theme, ("blocked route", key, at), &route.text) {
                    out.open(limit.clone());
                }
            });
        }
        if !row.more.is_empty() {
            wrapped(ui, theme, &row.more, theme.ink_soft);
        }
        if let Some(shown) = &row.practice
            && link(ui, theme, ("blocker practice", key, 0), &shown.words)
        {
            practised::open(out, shown);
        }
    });
}

fn rules(ui: &mut Ui, view: &View<'_>, out: &mut Out) {
    let theme = view.theme;
    text::heading(ui, theme, HintMsg::Title.text(view.lang));
    wrapped(ui, theme, HintMsg::TitleHint.text(view.lang), theme.ink_soft);
    for group in hints::hint_groups(view) {
        ui.add_space(metric::SPACE_S);
        if fold(ui, theme, &group, view) {
            for rule in &group.rules {
                show_rule(ui, view, out, rule);
            }
        }
    }
}

/// The head of a group; true while it is unfolded. Groups that have something to say begin unfolded.
fn fold(ui: &mut Ui, theme: &Theme, group: &HintGroup, view: &View<'_>) -> bool {
    let values = [("group", group.name), ("count", group.count.as_str())];
    let spoken = HintMsg::FoldSpoken.with(view.lang, &values);
    let id = Id::unique(("hint group", group.name));
    fold_of(ui, theme, id, (group.name, &group.count, &spoken), group.speaks)
}

/// A head with what stands small beside it; true while it is unfolded, at first as `begins`.
pub(super) fn fold_of(
    ui: &mut Ui,
    theme: &Theme,
    id: Id,
    (title, beside, spoken): (&str, &str, &str),
    begins: bool,
) -> bool {
    let was_open = ui.data(|data| data.get_temp::<bool>(id)).unwrap_or(begins);
    let caret = if was_open {
        icon::CARET_DOWN
    } else {
        icon::CARET_RIGHT
    };
    let (_, rect) = ui.allocate_space(vec2(ui.available_width(), metric::ROW));
    let response = Touch::button(id, rect, spoken).unfolded(was_open).show(ui, theme);
    let painter = ui.painter();
    let y = rect.center().y;
    let sign = painter.layout_no_wrap(caret.to_string(), theme.icon_font(16.0), theme.ink);
    put(painter, pos2(rect.left() + 2.0, y), sign);
    let words = crate::ui::widget::line(painter, title, theme.medium_font(metric::TEXT_BODY), theme.ink);
    let after = rect.left() + INDENT + words.size().x + metric::SPACE_M;
    put(painter, pos2(rect.left() + INDENT, y), words);
    let small = theme.font(metric::TEXT_SMALL);
    let count = text::one_line(
        painter,
        theme,
        beside,
        small,
        theme.ink_soft,
        rect.right() - after,
    );
    put(painter, pos2(after, y), count);
    let is_open = was_open != response.clicked();
    ui.data_mut(|data| data.insert_temp(id, is_open));
    is_open
}

fn show_rule(ui: &mut Ui, view: &View<'_>, out: &mut Out, rule: &HintRead) {
    let theme = view.theme;
    let part = rule.lines.iter().find_map(|(_, part, _)| part.clone());
    let said = [rule.status_word, rule.severity_word].join(", ");
    let clicked = head(
        ui,
        theme,
        ("rule", rule.rule.as_str()),
        look(theme, rule),
        &rule.name,
        &said,
    );
    if let Some(part) = part.filter(|_| clicked) {
        out.command(Command::SelectPart(Some(part)));
    }
    indented(ui, |ui| {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(metric::SPACE_S, metric::SPACE_XS);
            text::small_ink(ui, theme, rule.status_word);
            if rule.status == Status::NotMet {
                text::small(ui, theme, rule.severity_word);
            }
            if let Some(proposal) = rule.proposal {
                text::Flow::new(proposal, theme.font(metric::TEXT_SMALL), theme.notice).show(ui);
            }
            grade_chip(ui, theme, rule.grade, view.lang);
        });
        for (at, (words, _, opens)) in rule.lines.iter().enumerate() {
            match opens {
                Some(figure) => {
                    if link(ui, theme, ("rule line", rule.rule.as_str(), at), words) {
                        out.open(figure.clone());
                    }
                }
                None => {
                    wrapped(ui, theme, words, theme.ink);
                }
            }
        }
        if rule.status == Status::NotAsked && rule.lines.is_empty() {
            wrapped(ui, theme, HintMsg::NotAskedWhy.text(view.lang), theme.ink_soft);
        }
        for source in &rule.sources {
            wrapped(ui, theme, source, theme.ink_soft);
        }
    });
    ui.add_space(metric::SPACE_XS);
}

/// Sign and colour of an answer; what is not asked stays quiet.
const fn look(theme: &Theme, rule: &HintRead) -> (char, Color32) {
    match (rule.status, rule.severity) {
        (Status::Met, _) => (icon::CHECK, theme.accent),
        (Status::NotMet, Severity::Info | Severity::Grade) => (icon::INFO, theme.ink),
        (Status::NotMet, _) => (icon::WARNING, theme.notice),
        (Status::NotAsked | Status::Apart, _) => (icon::MINUS, theme.ink_soft),
    }
}

/// A sign and a line of body text that can be clicked.
fn head(
    ui: &mut Ui,
    theme: &Theme,
    key: impl std::hash::Hash + std::fmt::Debug,
    look: (char, Color32),
    words: &str,
    said: &str,
) -> bool {
    let width = ui.available_width();
    let font = theme.font(metric::TEXT_BODY);
    let galley = text::wrapped(ui.painter(), theme, words, font, theme.ink, width - INDENT);
    let height = (galley.size().y + metric::SPACE_XS).max(metric::TARGET);
    let (_, rect) = ui.allocate_space(vec2(width, height));
    let touch = Touch::button(Id::unique(key), rect, words).said(said);
    let response = touch.show(ui, theme);
    let painter = ui.painter();
    let (sign, ink) = look;
    let sign = painter.layout_no_wrap(sign.to_string(), theme.icon_font(18.0), ink);
    put(painter, pos2(rect.left(), rect.top() + 14.0), sign);
    let top = rect.center().y - galley.size().y / 2.0;
    painter.galley(pos2(rect.left() + INDENT, top.round()), galley, theme.ink);
    response.clicked()
}

/// Small words that open a figure.
fn link(ui: &mut Ui, theme: &Theme, key: impl std::hash::Hash + std::fmt::Debug, words: &str) -> bool {
    let width = ui.available_width();
    let font = theme.font(metric::TEXT_SMALL);
    let galley = text::wrapped(ui.painter(), theme, words, font, theme.accent, width);
    let size = vec2(galley.size().x, galley.size().y.max(metric::TARGET));
    let (_, rect) = ui.allocate_space(size);
    let touch = Touch::link(Id::unique(key), rect, words);
    let response = touch.plate(rect.expand2(vec2(3.0, 0.0))).show(ui, theme);
    let top = rect.center().y - galley.size().y / 2.0;
    ui.painter()
        .galley(pos2(rect.left(), top.round()), galley, theme.accent);
    response.clicked()
}

fn wrapped(ui: &mut Ui, theme: &Theme, words: &str, ink: Color32) -> egui::Response {
    text::Flow::new(words, theme.font(metric::TEXT_SMALL), ink).show(ui)
}

fn indented(ui: &mut Ui, content: impl FnOnce(&mut Ui)) {
    ui.horizontal_top(|ui| {
        ui.add_space(INDENT);
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            content(ui);
        });
    });
}
