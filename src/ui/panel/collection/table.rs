//! The table: headings that sort, and rows of which only those in sight are laid out.

use super::ask;
use super::data::Column;
use crate::collection::shown::Asked;
use crate::collection::{Collection, Listed, Status};
use crate::text::CollectionMsg;
use crate::ui::collecting::{Collecting, CollectionView};
use crate::ui::theme::metric;
use crate::ui::view::{Out, View};
use crate::ui::widget::rows::{self, Places, Row, Rows, Said};
use crate::ui::widget::touch::Touch;
use crate::ui::widget::{Hint as _, put_arrow, put_left, text};
use egui::{Galley, Id, Key, Rect, ScrollArea, Ui, pos2, vec2};
use std::sync::Arc;

/// The least width of the first two columns, and the least and the greatest of the others.
const WORDS: f32 = 120.0;
const FIGURE: f32 = 92.0;
const WIDEST: f32 = 132.0;
/// Lines of a heading.
const LINES: usize = 5;

/// The columns that fit in `width` from `left` on, each with its place: the first always, the others while there is room.
fn columns(all: Vec<Column>, left: f32, width: f32) -> Vec<(Column, f32, f32)> {
    let room = |count: usize| 2.0 * WORDS + FIGURE * count.saturating_sub(2) as f32;
    let mut count = all.len();
    while count > 3 && room(count) > width {
        count -= 1;
    }
    let figures = count.saturating_sub(2) as f32;
    let figure = ((width - 2.0 * WORDS) / figures).clamp(FIGURE, WIDEST);
    let words = ((width - figure * figures) / 2.0).max(WORDS);
    let mut start = left;
    let placed = all.into_iter().take(count).map(|column| {
        let own = match column {
            Column::Style | Column::Kind | Column::Way => words,
            _ => figure,
        };
        let place = (column, start + metric::SPACE_S, own - metric::SPACE_M);
        start += own;
        place
    });
    placed.collect()
}

/// Draws headings and rows.
pub(super) fn show(ui: &mut Ui, view: &View<'_>, out: &mut Out, page: &CollectionView<'_>, all: &Collection) {
    ui.spacing_mut().item_spacing.y = 0.0;
    let heads = headings(ui, view, out, page, all);
    let order = page.shown.map_or(&[][..], |shown| &shown.order);
    if page.shown.is_some() && order.is_empty() {
        return drop(text::soft(
            ui,
            view.theme,
            CollectionMsg::NothingShown.text(view.lang),
        ));
    }
    let heads: Vec<(&str, Rect)> = heads.iter().map(|(name, rect)| (name.as_str(), *rect)).collect();
    let rows = Rows {
        chosen: page
            .chosen
            .and_then(|line| order.iter().position(|at| *at == line)),
        heads: &heads,
        ..Rows::new(
            Id::unique("collection table"),
            CollectionMsg::Title.text(view.lang),
            Places::Even(order.len(), metric::ROW),
        )
    };
    let area = ScrollArea::vertical()
        .id_salt("collection rows")
        .auto_shrink(false);
    area.show(ui, |ui| {
        let id = |at: usize| Id::unique(("collection line", order.get(at)));
        let asked = rows.show(ui, view.theme, id, |ui, row| {
            let line = order.get(row.at).and_then(|at| all.lines.get(*at));
            let Some(line) = line else { return Said::default() };
            if row.response.double_clicked()
                && let Some(at) = order.get(row.at)
            {
                ask(out, Collecting::OpenLine(*at));
            }
            show_row(ui, view, page, (all, line), row)
        });
        let line = |at: usize| order.get(at).copied();
        if let Some(at) = asked.choose.and_then(line) {
            ask(out, Collecting::Choose(at));
        } else if let Some(at) = rows.chosen.and_then(line)
            && asked.has_focus
            && rows::pressed(ui, Key::Enter)
        {
            ask(out, Collecting::OpenLine(at));
        }
    });
}

/// Draws the headings; answers their words and places.
fn headings(
    ui: &mut Ui,
    view: &View<'_>,
    out: &mut Out,
    page: &CollectionView<'_>,
    all: &Collection,
) -> Vec<(String, Rect)> {
    let bar = ui.spacing().scroll.allocated_width();
    let all = Column::all(all, page.asked.way);
    let placed = columns(all, ui.cursor().left(), ui.available_width() - bar);
    let said = placed.into_iter().map(|(column, left, width)| {
        let name = column.head(view.lang);
        let words = words_of(ui, view, page, (column, width), &name);
        (column, left, width, name, words)
    });
    let said: Vec<_> = said.collect();
    let highest = said
        .iter()
        .map(|(.., words)| words.size().y)
        .fold(metric::ROW, f32::max);
    let height = highest + metric::SPACE_S;
    let (_, rect) = ui.allocate_space(vec2(ui.available_width(), height));
    let mut heads = Vec::new();
    for (column, left, width, name, words) in said {
        let cell = Rect::from_min_size(pos2(left, rect.top()), vec2(width, height));
        heading(ui, view, out, page, (column, cell, &name), words);
        heads.push((name, cell));
    }
    ui.painter()
        .hline(rect.x_range(), rect.bottom(), view.theme.edge_stroke());
    ui.add_space(view.theme.rule);
    heads
}

/// Room for the arrow of the heading that sorts.
const ARROW: f32 = 16.0;

/// The words of a heading as they are laid out.
fn words_of(
    ui: &Ui,
    view: &View<'_>,
    page: &CollectionView<'_>,
    (column, width): (Column, f32),
    name: &str,
) -> Arc<Galley> {
    let is_chosen = page.asked.by == column.by();
    let (ink, room) = if is_chosen {
        (view.theme.ink, width - ARROW)
    } else {
        (view.theme.ink_soft, width)
    };
    let font = view.theme.font(metric::TEXT_SMALL);
    text::lines(ui.painter(), view.theme, name, font, ink, (room, LINES))
}

/// A heading that sorts by its column, the other way where it sorts already.
fn heading(
    ui: &Ui,
    view: &View<'_>,
    out: &mut Out,
    page: &CollectionView<'_>,
    (column, cell, name): (Column, Rect, &str),
    words: Arc<Galley>,
) {
    let theme = view.theme;
    let is_chosen = page.asked.by == column.by();
    let label = CollectionMsg::SortBy.with(view.lang, &[("column", name)]);
    let id = Id::unique(("collection heading", column.by()));
    let touch = Touch::button(id, cell, &label).chosen(is_chosen);
    let mut response = touch.bare().plate(cell.expand2(vec2(4.0, -2.0))).show(ui, theme);
    if column == Column::Untaken {
        response = response.hint(CollectionMsg::UntakenHint.text(view.lang));
    }
    let drawn = put_left(ui.painter(), cell.left_center(), words, theme.ink);
    if is_chosen {
        put_arrow(ui.painter(), theme, drawn, page.asked.upwards);
    }
    if response.clicked() {
        let asked = Asked {
            by: column.by(),
            // Words read upwards first, numbers downwards.
            upwards: if is_chosen {
                !page.asked.upwards
            } else {
                matches!(column, Column::Style | Column::Kind | Column::Way)
            },
            ..page.asked.clone()
        };
        ask(out, Collecting::Ask(Box::new(asked)));
    }
}

/// Draws a row; answers what is said of it.
fn show_row(
    ui: &Ui,
    view: &View<'_>,
    page: &CollectionView<'_>,
    (all, shown): (&Collection, &Listed),
    row: &Row<'_>,
) -> Said {
    let (theme, painter) = (view.theme, ui.painter());
    painter.hline(row.rect.x_range(), row.rect.bottom(), theme.rule_stroke());
    let middle = row.rect.center().y;
    let ink = if shown.status == Status::Ok {
        theme.ink
    } else {
        theme.ink_soft
    };
    let mut cells = Vec::new();
    let placed = columns(
        Column::all(all, page.asked.way),
        row.rect.left(),
        row.rect.width(),
    );
    let is_bad = shown.status == Status::Bad;
    for (at, (column, left, width)) in placed.into_iter().enumerate() {
        let words = column.cell((all, shown), page.asked.way, view.lang);
        let font = theme.font(metric::TEXT_SMALL);
        // Why a line was not read takes the room of the numbers that it has not.
        let room = if is_bad && at == 1 {
            row.rect.right() - left - metric::SPACE_S
        } else {
            width
        };
        if !is_bad || at < 2 {
            let galley = text::one_line(painter, theme, &words, font, ink, room);
            put_left(painter, pos2(left, middle), galley, ink);
        }
        let place = Rect::from_min_size(pos2(left, row.rect.top()), vec2(width, row.rect.height()));
        cells.push((words, place));
    }
    let value: Vec<&str> = cells.iter().skip(1).map(|(words, _)| words.as_str()).collect();
    Said {
        name: shown.style.clone(),
        value: value.join(view.lang.comma()),
        cells,
    }
}
