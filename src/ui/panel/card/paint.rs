//! Drawing the pieces of a line around one zero line.

use super::data::{Bar, Block, Cell, Look, Piece, Row};
use crate::data::Grade;
use crate::explain::FigureId;
use crate::model::PathwayId;
use crate::text::{CardMsg, number};
use crate::ui::icon;
use crate::ui::shared::figure_acts;
use crate::ui::theme::{Fill, Theme, metric};
use crate::ui::view::{Out, View};
use crate::ui::widget::Quiet;
use crate::ui::widget::diverging::lost_fill;
use crate::ui::widget::{
    DivergingBar, Figure, Hatch, Hint as _, Notice, Segment, bar, focus_ring, grade_chip, notice_line,
    set_spoken_value, text,
};
use egui::{Align, Align2, Layout, Pos2, Rect, Role, Sense, Ui, UiBuilder, Vec2, WidgetInfo, pos2, vec2};

/// Room for the kind of work behind its name.
const TAG: f32 = 110.0;

/// Draws the blocks of one line.
pub(super) struct Painter<'a, 'v> {
    pub(super) view: &'a View<'v>,
    /// Decides the colour of what was gained.
    pub(super) index: usize,
    /// Longest side of all bars, hours.
    pub(super) scale: f64,
    /// What the ids of the line come from.
    pub(super) id: (&'a PathwayId, &'static str),
    /// What the line is called.
    pub(super) title: &'a str,
}

impl Painter<'_, '_> {
    pub(super) fn blocks(&self, ui: &mut Ui, out: &mut Out, blocks: &[Block]) {
        for (at, block) in blocks.iter().enumerate() {
            self.block(ui, out, block, at);
        }
    }

    fn block(&self, ui: &mut Ui, out: &mut Out, block: &Block, at: usize) {
        let (theme, lang) = (self.view.theme, self.view.lang);
        match block {
            Block::Figures { lost, gained, big } => {
                let cell = |ui: &mut Ui, out: &mut Out, cell: Option<&Cell>| {
                    if let Some(cell) = cell {
                        self.cell(ui, out, cell, *big, at);
                    }
                };
                halves(
                    ui,
                    out,
                    |ui, out| cell(ui, out, lost.as_deref()),
                    |ui, out| cell(ui, out, gained.as_deref()),
                );
            }
            Block::Texts { lost, gained } => halves(
                ui,
                out,
                |ui, _| drop(text::small_ink(ui, theme, lost)),
                |ui, _| drop(text::small_ink(ui, theme, gained)),
            ),
            Block::Bar(bar) => self.bar(ui, out, bar),
            Block::Legend(items) => {
                ui.horizontal_wrapped(|ui| {
                    ui.spacing_mut().item_spacing = vec2(metric::SPACE_M, 2.0);
                    for (look, words) in items {
                        let fill = self.fill(*look, true);
                        signed(ui, theme, words, metric::TEXT_SMALL, |ui, center| {
                            let cell = Rect::from_center_size(center, Vec2::splat(14.0));
                            bar::paint_segment(ui.painter(), theme, cell, fill);
                        });
                    }
                });
            }
            Block::Rows(rows) => rows.iter().for_each(|row| self.row(ui, out, row)),
            Block::Text(words) => drop(text::body(ui, theme, words)),
            Block::Small(words) => drop(text::small(ui, theme, words)),
            Block::Caution(words) => drop(notice_line(ui, theme, Notice::Warning, words, lang)),
            Block::Ask(words) => self.ask(ui, words),
            Block::Hazards { title, list } => self.hazards(ui, title, list),
            Block::Evidence { text, opens } => self.evidence(ui, out, text, opens),
        }
    }

    fn cell(&self, ui: &mut Ui, out: &mut Out, cell: &Cell, big: bool, at: usize) {
        let (theme, lang) = (self.view.theme, self.view.lang);
        text::small(ui, theme, &cell.word);
        let id = (self.id, at, &cell.word);
        let mut figure = Figure::new(id, &cell.name, &cell.value, lang).unit(&cell.unit);
        if cell.range.is_some() {
            figure = figure.range(cell.range.as_deref());
        }
        let figure = if big { figure.big() } else { figure };
        let response = figure.own(&self.view.own_hint(&cell.opens)).show(ui, theme);
        if figure_acts::touched(ui, self.view, out, &response, &cell.opens) {
            out.open(cell.opens.clone());
        }
    }

    fn bar(&self, ui: &mut Ui, out: &mut Out, bar: &Bar) {
        let (lost, gained) = (self.segments(&bar.lost, false), self.segments(&bar.gained, true));
        let mut drawn = DivergingBar::new((self.id, bar.name), bar.name, &lost, &gained, self.scale);
        if let Some((net, spoken)) = &bar.net {
            drawn = drawn.net(*net, spoken);
        }
        let own = self.view.own_hint(&bar.opens);
        let response = drawn.own(&own).show(ui, self.view.theme);
        if figure_acts::touched(ui, self.view, out, &response, &bar.opens) {
            out.open(bar.opens.clone());
        }
    }

    fn segments<'p>(&self, pieces: &'p [Piece], gained: bool) -> Vec<Segment<'p>> {
        let segment = |piece: &'p Piece| Segment {
            label: &piece.label,
            value: &piece.value,
            share: piece.hours,
            fill: self.fill(piece.look, gained),
        };
        pieces.iter().map(segment).collect()
    }

    /// Colour and hatch of a piece: the pathway's colour is what was gained, falling lines what was lost.
    fn fill(&self, look: Look, gained: bool) -> Fill {
        let theme = self.view.theme;
        let plain = |color| Fill {
            color,
            hatch: Hatch::None,
        };
        let own = theme.pathway(self.index).color;
        // A hollow pathway would look like the rest of a bar.
        let own = if own == theme.surface || own == theme.ground {
            theme.field_edge
        } else {
            own
        };
        match (look, gained) {
            (Look::Full, true) => plain(own),
            (Look::Full, false) => lost_fill(theme),
            (Look::Perhaps, true) => Fill {
                color: theme.surface.lerp_to_gamma(own, 0.45),
                hatch: Hatch::Dots,
            },
            (Look::Perhaps, false) => Fill {
                color: theme.surface,
                hatch: Hatch::Dots,
            },
            (Look::Rest, _) => plain(theme.surface),
            (Look::Step(step), _) => {
                let dark = [0.08, 0.3, 0.55, 0.85].get(usize::from(step)).copied();
                plain(theme.surface.lerp_to_gamma(theme.ink, dark.unwrap_or(0.85)))
            }
            (Look::Missing, _) => Fill {
                color: theme.ground,
                hatch: Hatch::Cross,
            },
        }
    }

    /// A kind of work left, its hours, range and grade right.
    fn row(&self, ui: &mut Ui, out: &mut Out, row: &Row) {
        let (theme, lang) = (self.view.theme, self.view.lang);
        let height = metric::TARGET;
        let width = ui.available_width();
        ui.allocate_ui_with_layout(vec2(width, height), Layout::right_to_left(Align::Center), |ui| {
            grade_chip(ui, theme, row.grade.letter(), lang);
            let range = row.range.as_deref().unwrap_or_default();
            ui.allocate_ui_with_layout(vec2(76.0, height), Layout::left_to_right(Align::Center), |ui| {
                ui.set_min_width(76.0);
                text::small(ui, theme, range);
            });
            ui.allocate_ui_with_layout(vec2(56.0, height), Layout::right_to_left(Align::Center), |ui| {
                ui.set_min_width(56.0);
                self.row_figure(ui, out, row);
            });
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                // The tag stands where there is room; the shares by kind above say it in any case.
                let tag = ui.available_width() >= 300.0 && !row.kind.is_empty();
                let room = (ui.available_width() - if tag { TAG } else { 0.0 }, 4);
                text::named_lines(
                    ui,
                    theme,
                    &row.name,
                    theme.font(metric::TEXT_BODY),
                    theme.ink,
                    room,
                );
                if tag {
                    text::small(ui, theme, &row.kind);
                }
            });
        });
    }

    fn row_figure(&self, ui: &mut Ui, out: &mut Out, row: &Row) {
        let (theme, lang) = (self.view.theme, self.view.lang);
        let Some(opens) = &row.opens else {
            text::small(ui, theme, &row.value);
            return;
        };
        let figure = Quiet {
            assumed: row.grade == Grade::D,
            own: &self.view.own_hint(opens),
            words: &row.kind,
            unit: number::hour_unit(lang),
            ..Quiet::new(&row.name, &row.value, lang)
        };
        let response = figure.show(ui, theme, (self.id, format!("{opens:?}")));
        if figure_acts::touched(ui, self.view, out, &response, opens) {
            out.open(opens.clone());
        }
    }

    /// A question to the partner.
    fn ask(&self, ui: &mut Ui, words: &str) {
        let theme = self.view.theme;
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = metric::SPACE_XS + 2.0;
            text::icon(ui, theme, icon::QUESTION, theme.accent);
            text::Flow::new(words, theme.font(metric::TEXT_BODY), theme.ink).show(ui);
        });
    }

    fn hazards(&self, ui: &mut Ui, title: &str, list: &[(char, String)]) {
        let theme = self.view.theme;
        text::small(ui, theme, title);
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(metric::SPACE_M, 0.0);
            for (sign, word) in list {
                signed(ui, theme, word, metric::TEXT_BODY, |ui, center| {
                    let (font, color) = (theme.icon_font(metric::ICON), theme.ink_soft);
                    ui.painter()
                        .text(center, Align2::CENTER_CENTER, sign, font, color);
                });
            }
        });
    }

    /// Where the figures come from; a click or Enter opens the data.
    fn evidence(&self, ui: &mut Ui, out: &mut Out, words: &str, opens: &FigureId) {
        let theme = self.view.theme;
        let response = text::Flow::new(words, theme.font(metric::TEXT_SMALL), theme.ink_soft)
            .underlined()
            .sense(Sense::click())
            .show(ui)
            .on_hover_cursor(egui::CursorIcon::PointingHand)
            .hint(CardMsg::EvidenceName.text(self.view.lang));
        response.widget_info(|| WidgetInfo::labeled(Role::Link, ui.is_enabled(), self.title));
        set_spoken_value(ui, &response, words);
        focus_ring(ui, theme, &response, response.rect.expand(2.0));
        if figure_acts::touched(ui, self.view, out, &response, opens) {
            out.open(opens.clone());
        }
    }
}

/// A sign and its word as one piece, so that a row of them wraps between the pieces.
fn signed(ui: &mut Ui, theme: &Theme, word: &str, size: f32, sign: impl FnOnce(&Ui, Pos2)) {
    let galley = crate::ui::widget::line(ui.painter(), word, theme.font(size), theme.ink);
    let room = metric::ICON + metric::SPACE_XS;
    let height = (size + metric::SPACE_S)
        .max(metric::ICON + 2.0)
        .max(galley.size().y);
    let (rect, response) = ui.allocate_exact_size(vec2(room + galley.size().x, height), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, ui.is_enabled(), word));
    sign(ui, pos2(rect.left() + metric::ICON / 2.0, rect.center().y));
    let place = Align2::LEFT_CENTER.anchor_size(pos2(rect.left() + room, rect.center().y), galley.size());
    ui.painter().galley(place.min, galley, theme.ink);
}

/// Two halves that meet at the zero line: the left one leans on it from the left.
fn halves(
    ui: &mut Ui,
    out: &mut Out,
    left: impl FnOnce(&mut Ui, &mut Out),
    right: impl FnOnce(&mut Ui, &mut Out),
) {
    let middle = ui.available_rect_before_wrap().center().x;
    split(
        ui,
        out,
        (middle - metric::SPACE_S, middle + metric::SPACE_S),
        Align::Max,
        left,
        right,
    );
}

/// Two parts side by side: the left one ends at the first place, the right one begins at the second.
pub(super) fn split(
    ui: &mut Ui,
    out: &mut Out,
    (end, begin): (f32, f32),
    lean: Align,
    left: impl FnOnce(&mut Ui, &mut Out),
    right: impl FnOnce(&mut Ui, &mut Out),
) {
    let room = ui.available_rect_before_wrap();
    let (mut before, mut after) = (room, room);
    before.max.x = end;
    after.min.x = begin;
    let side = |rect: Rect, align| UiBuilder::new().max_rect(rect).layout(Layout::top_down(align));
    let a = ui
        .scope_builder(side(before, lean), |ui| left(ui, out))
        .response
        .rect;
    let b = ui
        .scope_builder(side(after, Align::Min), |ui| right(ui, out))
        .response
        .rect;
    let used = a.bottom().max(b.bottom()) - ui.cursor().top();
    if used > 0.0 {
        ui.add_space(used + metric::SPACE_XS);
    }
}
