//! The table of parts.

use super::data::Row;
use super::paint::{put, shares};
use super::rows::PartRows;
use crate::text::{Lang, ProductMsg, number};
use crate::ui::theme::{Theme, metric};
use crate::ui::view::{Out, View};
use crate::ui::widget::dotted;
use crate::ui::widget::rows::Said;
use crate::ui::widget::text::{one_line, wrapped};
use egui::{Painter, Rangef, Rect, Response, Sense, Ui, pos2, vec2};

/// Height of a row.
const ROW: f32 = 36.0;
/// Below this width the roles are left out.
const NARROW: f32 = 620.0;
/// Height of a line of column names; in both languages they take two.
const HEAD: f32 = 26.0;
const SECOND_HEAD: f32 = 16.0;

const fn head_height(lang: Lang) -> f32 {
    match lang {
        Lang::Both => HEAD + SECOND_HEAD,
        Lang::En | Lang::Zh => HEAD,
    }
}

/// The least height of the table: head and two rows.
pub(super) const fn least(lang: Lang) -> f32 {
    head_height(lang) + 2.0 * ROW
}

/// Where the columns stand.
#[derive(Debug, Clone, Copy)]
struct Columns {
    name: Rangef,
    /// None in a narrow window: the inspector has it too.
    role: Option<Rangef>,
    grams: Rangef,
    composition: Rangef,
    feedstock: Rangef,
    removable: Rangef,
}

impl Columns {
    /// Columns over `width`: names, composition and origin share the room that the others leave.
    fn over(span: Rangef) -> Self {
        let (gap, inset) = (metric::SPACE_M, metric::SPACE_S);
        let role = if span.span() < NARROW { 0.0 } else { 94.0 + gap };
        let [grams, removable] = [52.0, 74.0];
        let room = span.span() - 2.0 * inset - 4.0 * gap - role - grams - removable;
        let feed = (room * 0.22).clamp(106.0, 200.0);
        let name = ((room - feed) * 0.53).clamp(120.0, 300.0);
        let bar = (room - feed - name).max(96.0);
        let mut left = span.min + inset;
        let mut next = |width: f32| {
            let range = Rangef::new(left, left + width);
            left += width + gap;
            range
        };
        Self {
            name: next(name),
            role: (role > 0.0).then(|| next(role - gap)),
            grams: next(grams),
            composition: next(bar),
            feedstock: next(feed),
            removable: next(removable),
        }
    }

    /// The columns that are shown, with their headings.
    fn shown(&self) -> impl Iterator<Item = (ProductMsg, Rangef)> {
        [
            (ProductMsg::ColumnPart, Some(self.name)),
            (ProductMsg::ColumnRole, self.role),
            (ProductMsg::ColumnMass, Some(self.grams)),
            (ProductMsg::ColumnComposition, Some(self.composition)),
            (ProductMsg::ColumnFeedstock, Some(self.feedstock)),
            (ProductMsg::ColumnRemovable, Some(self.removable)),
        ]
        .into_iter()
        .filter_map(|(heading, place)| Some((heading, place?)))
    }

    /// Headings and their places, for screen readers.
    fn heads(&self, lang: Lang, y: Rangef) -> Vec<(&'static str, Rect)> {
        self.shown()
            .map(|(heading, x)| (heading.text(lang), Rect::from_x_y_ranges(x, y)))
            .collect()
    }

    /// The words of the cells of `row` and their places, for screen readers.
    fn cells(&self, row: &Row, lang: Lang, y: Rangef) -> Vec<(String, Rect)> {
        let words = |heading: ProductMsg| match heading {
            ProductMsg::ColumnRole => row.role.to_owned(),
            ProductMsg::ColumnMass => number::with_unit(&row.grams, "g", lang),
            ProductMsg::ColumnComposition => row.composition_words.clone(),
            ProductMsg::ColumnFeedstock => row.feedstock.clone(),
            ProductMsg::ColumnRemovable => row.removable.to_owned(),
            _ => row.name.clone(),
        };
        self.shown()
            .map(|(heading, x)| (words(heading), Rect::from_x_y_ranges(x, y)))
            .collect()
    }
}

/// Shows head and rows within `height`.
pub(super) fn show(ui: &mut Ui, view: &View<'_>, out: &mut Out, height: f32) {
    let head_height = head_height(view.lang);
    let (_, head) = ui.allocate_space(vec2(ui.available_width(), head_height));
    let columns = Columns::over(head.x_range());
    paint_head(ui.painter(), view, head, &columns);
    let heads = columns.heads(view.lang, head.y_range());
    let rows = PartRows {
        id: "table",
        name: ProductMsg::PartsTable.text(view.lang),
        row: ROW,
        outset: 0.0,
        height: (height - head_height).max(ROW),
        heads: &heads,
    };
    rows.show(ui, view, out, |ui, part, at| {
        let row = Row::of(view, part);
        paint_row(ui.painter(), view.theme, at.rect, &columns, &row);
        tooltip(ui, at.rect, &columns, at.response, &row);
        Said {
            cells: columns.cells(&row, view.lang, at.rect.y_range()),
            value: row.spoken(view.lang),
            name: row.name,
        }
    });
}

fn paint_head(painter: &Painter, view: &View<'_>, rect: Rect, columns: &Columns) {
    let theme = view.theme;
    let cells = [
        (ProductMsg::ColumnPart, Some(columns.name)),
        (ProductMsg::ColumnRole, columns.role),
        (ProductMsg::ColumnComposition, Some(columns.composition)),
        (ProductMsg::ColumnFeedstock, Some(columns.feedstock)),
        (ProductMsg::ColumnRemovable, Some(columns.removable)),
    ];
    let font = || theme.font(metric::TEXT_SMALL);
    for (message, column) in cells {
        let Some(column) = column else { continue };
        let galley = wrapped(
            painter,
            theme,
            message.head(view.lang),
            font(),
            theme.ink_soft,
            column.span(),
        );
        put(painter, pos2(column.min, rect.center().y), galley);
    }
    let unit = one_line(
        painter,
        theme,
        ProductMsg::ColumnMass.text(view.lang),
        font(),
        theme.ink_soft,
        columns.grams.span(),
    );
    put(
        painter,
        pos2(columns.grams.max - unit.size().x, rect.center().y),
        unit,
    );
    painter.hline(
        rect.x_range(),
        rect.bottom() - theme.rule / 2.0,
        theme.edge_stroke(),
    );
}

fn paint_row(painter: &Painter, theme: &Theme, rect: Rect, columns: &Columns, row: &Row) {
    let y = rect.center().y - 0.5;
    let cell = |text: &str, size: f32, ink, column: Rangef| {
        put(
            painter,
            pos2(column.min, y),
            one_line(painter, theme, text, theme.font(size), ink, column.span()),
        );
    };
    cell(&row.name, metric::TEXT_BODY, theme.ink, columns.name);
    if let Some(role) = columns.role {
        cell(row.role, metric::TEXT_SMALL, theme.ink_soft, role);
    }
    let grams = one_line(
        painter,
        theme,
        &row.grams,
        theme.font(metric::TEXT_BODY),
        theme.ink,
        f32::INFINITY,
    );
    let left = columns.grams.max - grams.size().x;
    if row.is_mass_assumed {
        let words = pos2(left + grams.size().x / 2.0, y);
        dotted(painter, theme, Rect::from_center_size(words, grams.size()));
    }
    put(painter, pos2(left, y), grams);
    let bar = Rect::from_x_y_ranges(
        columns.composition,
        Rangef::new(rect.top() + 7.0, rect.bottom() - 8.0),
    );
    shares(painter, theme, bar, &row.composition, true);
    cell(&row.feedstock, metric::TEXT_SMALL, theme.ink, columns.feedstock);
    cell(row.removable, metric::TEXT_SMALL, theme.ink, columns.removable);
}

/// The whole composition in words where the pointer is on the bar, the whole name where it is on the name.
fn tooltip(ui: &mut Ui, rect: Rect, columns: &Columns, response: &Response, row: &Row) {
    if !response.hovered() {
        return;
    }
    let cells = [
        (columns.name, row.name.as_str(), "name"),
        (columns.composition, row.composition_words.as_str(), "composition"),
        (columns.feedstock, row.feedstock.as_str(), "feedstock"),
    ];
    for (column, words, key) in cells {
        let cell = Rect::from_x_y_ranges(column, rect.y_range());
        ui.interact(cell, response.id.with(key), Sense::hover())
            .on_hover_text(words);
    }
}
