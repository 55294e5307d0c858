//! The table: headings that sort, and rows of which only those in sight are drawn.

use super::data::{self, Listing, Row, Used, row};
use super::filter::{Filter, Sort};
use super::{Wish, wish, wished_row};
use crate::model::FactorId;
use crate::text::{Lang, LibraryMsg};
use crate::ui::icon;
use crate::ui::theme::{Theme, metric};
use crate::ui::view::{Command, Out, View};
use crate::ui::widget::badge::{BADGE, paint_grade, paint_pathway_badge};
use crate::ui::widget::rows::{self, Places, Rows, Said};
use crate::ui::widget::touch::Touch;
use crate::ui::widget::{Button, Hint as _, line, put_arrow, put_left, text};
use egui::{Galley, Id, Key, Painter, Rect, ScrollArea, Ui, pos2, vec2};
use std::sync::Arc;

/// Height of a row.
const HEIGHT: f32 = 50.0;
/// Lines of a name in both languages.
const CLOSE_LINES: usize = 5;
/// The same in both languages, whose names take two lines each.
const HEIGHT_BOTH: f32 = 78.0;
/// Length of the bar of the largest swing where room is scarce.
const BAR: f32 = 60.0;
/// Room for its figure.
const BAR_TEXT: f32 = 56.0;
/// Gap between columns.
const GAP: f32 = metric::SPACE_M;
/// Most badges in a row.
const BADGES: usize = 3;

/// Left ends and widths of the columns.
#[derive(Debug, Clone, Copy)]
struct Columns {
    name: (f32, f32),
    value: (f32, f32),
    grade: (f32, f32),
    place: Option<(f32, f32)>,
    used: Option<(f32, f32)>,
    matter: Option<(f32, f32)>,
}

impl Columns {
    fn of(left: f32, width: f32) -> Self {
        let mut right = left + width - metric::SPACE_S;
        let mut take = |wanted: f32, fits: bool| {
            fits.then(|| {
                right -= wanted;
                let column = (right, wanted);
                right -= GAP;
                column
            })
        };
        let roomy = width > 1000.0;
        let matter = take(BAR_TEXT + if roomy { 2.5 * BAR } else { BAR }, width > 480.0);
        let used = take(if roomy { 110.0 } else { 76.0 }, width > 600.0);
        let place = take(if roomy { 150.0 } else { 76.0 }, width > 680.0);
        let grade = take(44.0, true).unwrap_or_default();
        let value = take(if roomy { 230.0 } else { 132.0 }, true).unwrap_or_default();
        let start = left + metric::SPACE_S;
        Self {
            name: (start, (right - start).max(60.0)),
            value,
            grade,
            place,
            used,
            matter,
        }
    }

    /// The words of the cells of `row` and their places, for screen readers.
    fn cells(&self, view: &View<'_>, row: &Row, rect: Rect) -> Vec<(String, Rect)> {
        let cell = |(left, width): (f32, f32), words: String| {
            let place = Rect::from_x_y_ranges(egui::Rangef::new(left, left + width), rect.y_range());
            (words, place)
        };
        let grade = row.grade.map_or("", |grade| grade.letter());
        let all = [
            Some((self.name, row.name.clone())),
            Some((self.value, row.with_unit.clone())),
            Some((self.grade, grade.to_owned())),
            self.place.map(|place| (place, row.place.clone())),
            self.used.map(|place| (place, data::used_words(view, &row.used))),
            self.matter.map(|place| (place, row.matter_hint.clone())),
        ];
        let all = all.into_iter().flatten();
        all.map(|(place, words)| cell(place, words)).collect()
    }
}

/// Draws headings and rows.
pub(super) fn show(ui: &mut Ui, view: &View<'_>, out: &mut Out, listing: &Listing<'_>, filter: &mut Filter) {
    ui.spacing_mut().item_spacing.y = 0.0;
    let heads = headings(ui, view, filter);
    if listing.found.is_empty() {
        nothing(ui, view, listing, filter);
        return;
    }
    let foot = if listing.elsewhere > 0 {
        metric::ROW + metric::SPACE_S
    } else {
        0.0
    };
    let largest = view.matter.map_or(0.0, |matter| matter.largest(filter.weigh));
    let chosen = |id: &FactorId| listing.found.iter().position(|found| found.id == id);
    let rows = Rows {
        chosen: view.selection.factor.as_ref().and_then(chosen),
        heads: &heads,
        ..Rows::new(
            Id::unique("library table"),
            LibraryMsg::Library.text(view.lang),
            Places::Even(listing.found.len(), row_height(view.lang)),
        )
    };
    ScrollArea::vertical()
        .id_salt("library rows")
        .auto_shrink(false)
        .max_height((ui.available_height() - foot).max(row_height(view.lang)))
        .show(ui, |ui| {
            let key = |at: usize| Id::unique(listing.found.get(at).map(|found| found.id.as_str()));
            let asked = rows.show(ui, view.theme, key, |ui, at| {
                let Some(found) = listing.found.get(at.at) else {
                    return Said::default();
                };
                if at.response.double_clicked() {
                    wish(ui, &Wish::Value(found.id.clone()));
                }
                let row = row(view, found, filter.weigh, largest);
                show_row(ui, view, row, at)
            });
            let found = |at: usize| listing.found.get(at).map(|found| found.id);
            if let Some(id) = asked.choose.and_then(found) {
                out.command(Command::SelectFactor(id.clone()));
            } else if let Some(id) = rows.chosen.and_then(found)
                && asked.has_focus
                && rows::pressed(ui, Key::Enter)
            {
                wish(ui, &Wish::Value(id.clone()));
            }
        });
    if let Some(id) = wished_row(ui).filter(|id| chosen(id).is_some()) {
        super::granted(ui, &Wish::Row(id.clone()));
        rows::enter(ui, rows.id);
        if view.selection.factor.as_ref() != Some(&id) {
            out.command(Command::SelectFactor(id));
        }
    }
    elsewhere(ui, view, listing, filter);
}

const fn row_height(lang: Lang) -> f32 {
    match lang {
        Lang::Both => HEIGHT_BOTH,
        Lang::En | Lang::Zh => HEIGHT,
    }
}

/// In both languages the headings of columns take two lines.
const fn heading_height(lang: Lang) -> f32 {
    match lang {
        Lang::Both => metric::ROW + metric::SPACE_S,
        Lang::En | Lang::Zh => metric::ROW,
    }
}

/// Draws the headings; answers their words and places.
fn headings(ui: &mut Ui, view: &View<'_>, filter: &mut Filter) -> Vec<(&'static str, Rect)> {
    let (_, rect) = ui.allocate_space(vec2(ui.available_width(), heading_height(view.lang)));
    let bar = ui.spacing().scroll.allocated_width();
    let columns = Columns::of(rect.left(), rect.width() - bar);
    let mut heads = Vec::new();
    let mut heading = |column: (f32, f32), name: LibraryMsg, sort: Option<Sort>| {
        let cell = Rect::from_min_size(pos2(column.0, rect.top()), vec2(column.1, rect.height()));
        heads.push((name.head(view.lang), cell));
        if let Some(sort) = sort {
            return sorting(ui, view, filter, cell, name, sort);
        }
        let words = name.head(view.lang);
        let galley = text::wrapped(
            ui.painter(),
            view.theme,
            words,
            view.theme.font(metric::TEXT_SMALL),
            view.theme.ink_soft,
            column.1,
        );
        put_left(ui.painter(), cell.left_center(), galley, view.theme.ink_soft);
    };
    heading(columns.name, LibraryMsg::ColumnName, Some(Sort::Name));
    heading(columns.value, LibraryMsg::ColumnValue, None);
    heading(columns.grade, LibraryMsg::ColumnGrade, Some(Sort::Grade));
    if let Some(place) = columns.place {
        heading(place, LibraryMsg::ColumnPlace, None);
    }
    if let Some(used) = columns.used {
        heading(used, LibraryMsg::ColumnUsed, None);
    }
    if let Some(matter) = columns.matter {
        heading(matter, LibraryMsg::ColumnMatter, Some(Sort::Matter));
    }
    let rule = view.theme.edge_stroke();
    ui.painter().hline(rect.x_range(), rect.bottom(), rule);
    ui.add_space(view.theme.rule);
    heads
}

/// A heading that sorts by its column.
fn sorting(ui: &Ui, view: &View<'_>, filter: &mut Filter, cell: Rect, name: LibraryMsg, sort: Sort) {
    let theme = view.theme;
    let words = name.head(view.lang);
    let label = LibraryMsg::SortBy.with(view.lang, &[("column", words)]);
    let chosen = filter.sort == sort;
    let id = Id::unique(("library heading", sort as u8));
    let touch = Touch::button(id, cell, &label).chosen(chosen);
    let response = touch.bare().plate(cell.expand2(vec2(4.0, -2.0))).show(ui, theme);
    let ink = if chosen { theme.ink } else { theme.ink_soft };
    let font = if chosen {
        theme.medium_font(metric::TEXT_SMALL)
    } else {
        theme.font(metric::TEXT_SMALL)
    };
    let galley = text::wrapped(ui.painter(), theme, words, font, ink, cell.width());
    let drawn = put_left(ui.painter(), cell.left_center(), galley, ink);
    if chosen {
        put_arrow(ui.painter(), theme, drawn, false);
    }
    if response.clicked() {
        filter.sort = sort;
    }
}

/// Draws a row; answers what is said of it.
fn show_row(ui: &Ui, view: &View<'_>, row: Row, at: &rows::Row<'_>) -> Said {
    let (theme, rect, painter) = (view.theme, at.rect, ui.painter());
    let columns = Columns::of(rect.left(), rect.width());
    painter.hline(rect.x_range(), rect.bottom(), theme.rule_stroke());
    let middle = rect.center().y;
    let is_cut = name(painter, theme, &row, columns.name, middle);
    value(painter, theme, &row, columns.value, middle);
    if let Some(grade) = row.grade {
        let letter = line(
            painter,
            grade.letter(),
            theme.font(metric::TEXT_SMALL),
            theme.ink_soft,
        );
        let chip = Rect::from_min_size(pos2(columns.grade.0, middle - 10.0), vec2(20.0, 20.0));
        paint_grade(painter, theme, chip, letter);
    }
    if let Some((left, width)) = columns.place {
        two_lines(painter, theme, (&row.place, &row.year), (left, width), middle);
    }
    let mut reckoned = painter.clone();
    if view.working {
        reckoned.multiply_opacity(theme.dim());
    }
    if let Some(column) = columns.used {
        used(&reckoned, view, &row, column, middle);
    }
    if let Some(column) = columns.matter {
        bar(&reckoned, theme, &row, column, middle);
    }
    let response = at
        .response
        .clone()
        .on_hover_cursor(egui::CursorIcon::PointingHand);
    if is_cut {
        response.hint(&row.name);
    }
    Said {
        cells: columns.cells(view, &row, rect),
        value: row.spoken,
        name: row.name,
    }
}

/// The name on at most two lines, with a pencil before an own figure; true where it is cut.
fn name(painter: &Painter, theme: &Theme, row: &Row, (left, width): (f32, f32), middle: f32) -> bool {
    let mut start = left;
    if row.own {
        let pencil = line(
            painter,
            &icon::PENCIL.to_string(),
            theme.icon_font(16.0),
            theme.accent,
        );
        put_left(painter, pos2(left, middle), pencil, theme.accent);
        start += 22.0;
    }
    let font = theme.font(metric::TEXT_BODY - 1.0);
    let room = width - (start - left);
    let in_both = text::in_both(painter.ctx(), &row.name);
    let close = text::close(painter, theme, &in_both, theme.ink, (room, CLOSE_LINES));
    let galley = close.unwrap_or_else(|| text::lines(painter, theme, &row.name, font, theme.ink, (room, 2)));
    let is_cut = galley.elided;
    put_left(painter, pos2(start, middle), galley, theme.ink);
    is_cut
}

/// Value and unit above, range beneath.
fn value(painter: &Painter, theme: &Theme, row: &Row, (left, width): (f32, f32), middle: f32) {
    let figure = line(painter, &row.value, theme.font(metric::TEXT_BODY), theme.ink);
    let is_long = line(painter, &row.unit, theme.font(metric::TEXT_SMALL), theme.ink)
        .size()
        .x
        > width;
    let above = if row.unit.is_empty() {
        middle
    } else {
        middle - if is_long { 14.0 } else { 10.0 }
    };
    let drawn = put_left(painter, pos2(left, above), figure, theme.ink);
    if !row.range.is_empty() {
        let room = left + width - drawn.right() - metric::SPACE_S;
        let range = elided(painter, theme, &row.range, room);
        put_left(
            painter,
            pos2(drawn.right() + metric::SPACE_S, above + 1.0),
            range,
            theme.ink_soft,
        );
    }
    if !row.unit.is_empty() {
        let font = theme.font(metric::TEXT_SMALL);
        let unit = text::lines(painter, theme, &row.unit, font, theme.ink_soft, (width, 2));
        let top = if unit.rows.len() > 1 {
            middle - 4.0
        } else {
            middle + 3.0
        };
        painter.galley(pos2(left, top), unit, theme.ink_soft);
    }
}

fn two_lines(
    painter: &Painter,
    theme: &Theme,
    (first, second): (&str, &str),
    (left, width): (f32, f32),
    middle: f32,
) {
    let first = elided(painter, theme, first, width);
    if second.is_empty() {
        put_left(painter, pos2(left, middle), first, theme.ink_soft);
        return;
    }
    put_left(painter, pos2(left, middle - 9.0), first, theme.ink_soft);
    let second = elided(painter, theme, second, width);
    put_left(painter, pos2(left, middle + 9.0), second, theme.ink_soft);
}

fn used(painter: &Painter, view: &View<'_>, row: &Row, (left, width): (f32, f32), middle: f32) {
    let theme = view.theme;
    let words = |message: LibraryMsg| {
        let galley = elided(painter, theme, message.text(view.lang), width);
        put_left(painter, pos2(left, middle), galley, theme.ink_soft);
    };
    match &row.used {
        Used::Working => {
            let galley = elided(painter, theme, PENDING, width);
            put_left(painter, pos2(left, middle), galley, theme.ink_soft);
        }
        Used::Nowhere => words(LibraryMsg::NotUsed),
        Used::Everywhere => words(LibraryMsg::AllPathways),
        Used::In(pathways) => {
            let mut center = left + BADGE / 2.0;
            for at in pathways.iter().take(BADGES) {
                paint_pathway_badge(painter, theme, pos2(center, middle), *at);
                center += BADGE + 3.0;
            }
            if let Some(more) = pathways.len().checked_sub(BADGES).filter(|more| *more > 0) {
                let more = LibraryMsg::MorePathways.with(view.lang, &[("count", &more.to_string())]);
                let galley = elided(painter, theme, &more, width);
                put_left(
                    painter,
                    pos2(center - BADGE / 2.0, middle),
                    galley,
                    theme.ink_soft,
                );
            }
        }
    }
}

/// In place of what is being worked out.
const PENDING: &str = "…";

/// The swing as a bar on the scale of the largest, with its figure.
fn bar(painter: &Painter, theme: &Theme, row: &Row, (left, width): (f32, f32), middle: f32) {
    if row.matter_text.is_empty() {
        let nothing = if row.used == Used::Working { PENDING } else { "–" };
        put_left(
            painter,
            pos2(left, middle),
            line(painter, nothing, theme.font(metric::TEXT_SMALL), theme.ink_soft),
            theme.ink_soft,
        );
        return;
    }
    let length = ((width - BAR_TEXT) * share(row.matter)).max(2.0);
    let bar = Rect::from_min_size(pos2(left, middle - 5.0), vec2(length, 10.0));
    painter.rect_filled(bar, 0.0, theme.field_edge);
    let text = line(
        painter,
        &row.matter_text,
        theme.font(metric::TEXT_SMALL),
        theme.ink,
    );
    put_left(painter, pos2(bar.right() + 6.0, middle), text, theme.ink);
}

fn nothing(ui: &mut Ui, view: &View<'_>, listing: &Listing<'_>, filter: &mut Filter) {
    ui.add_space(metric::SPACE_L);
    text::soft(ui, view.theme, LibraryMsg::NothingFound.text(view.lang));
    elsewhere(ui, view, listing, filter);
}

/// What matches outside the project, one click away.
fn elsewhere(ui: &mut Ui, view: &View<'_>, listing: &Listing<'_>, filter: &mut Filter) {
    if listing.elsewhere == 0 {
        return;
    }
    ui.add_space(metric::SPACE_S);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = metric::SPACE_S;
        let count = listing.elsewhere.to_string();
        text::small(
            ui,
            view.theme,
            &LibraryMsg::MoreElsewhere.with(view.lang, &[("count", &count)]),
        );
        let show = Button::bare(LibraryMsg::ShowElsewhere.text(view.lang)).show(ui, view.theme);
        if show.clicked() {
            filter.used_only = false;
        }
    });
}

/// Small soft text on one line, cut with "…".
fn elided(painter: &Painter, theme: &Theme, text: &str, width: f32) -> Arc<Galley> {
    let font = theme.font(metric::TEXT_SMALL);
    text::one_line(painter, theme, text, font, theme.ink_soft, width.max(12.0))
}

#[expect(clippy::cast_possible_truncation, reason = "a share of a bar")]
fn share(value: f64) -> f32 {
    if value.is_finite() {
        value.clamp(0.0, 1.0) as f32
    } else {
        0.0
    }
}
