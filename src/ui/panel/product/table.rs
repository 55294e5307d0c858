//! The table of parts.

use super::cell::{self, Column};
use super::data::Row;
use super::order::Sort;
use super::paint::{put, shares};
use super::rows::{PartRows, TABLE};
use crate::model::Part;
use crate::text::{Lang, LibraryMsg, ProductMsg, number};
use crate::ui::icon;
use crate::ui::theme::{Theme, metric};
use crate::ui::view::{Out, View};
use crate::ui::widget::Hint as _;
use crate::ui::widget::dotted;
use crate::ui::widget::rows::{self, Said};
use crate::ui::widget::text::{one_line, wrapped};
use crate::ui::widget::touch;
use crate::ui::widget::touch::Touch;
use egui::{Id, Painter, Rangef, Rect, Response, Sense, Ui, pos2, vec2};

/// Height of a row.
const ROW: f32 = 36.0;
/// Below this width the roles are left out.
const NARROW: f32 = 620.0;
/// Height of a line of column names; in both languages they take two.
const HEAD: f32 = metric::TARGET;
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

/// The height that head and `rows` rows take.
pub(super) fn height(rows: usize, lang: Lang) -> f32 {
    head_height(lang) + rows as f32 * ROW
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
        let columns = Column::ALL.into_iter();
        columns.filter_map(|column| Some((heading(column), self.place(column)?)))
    }

    /// Where a column stands; none where there is no room for it.
    const fn place(&self, column: Column) -> Option<Rangef> {
        match column {
            Column::Name => Some(self.name),
            Column::Role => self.role,
            Column::Mass => Some(self.grams),
            Column::Shares => Some(self.composition),
            Column::Feedstock => Some(self.feedstock),
            Column::Removable => Some(self.removable),
        }
    }

    /// The column at `x`.
    fn at(&self, x: f32) -> Option<Column> {
        let near = |column: &Column| {
            let place = self.place(*column);
            place.is_some_and(|place| place.expand(metric::SPACE_M / 2.0).contains(x))
        };
        Column::ALL.into_iter().find(near)
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

/// The heading of a column.
pub(super) const fn heading(column: Column) -> ProductMsg {
    match column {
        Column::Name => ProductMsg::ColumnPart,
        Column::Role => ProductMsg::ColumnRole,
        Column::Mass => ProductMsg::ColumnMass,
        Column::Shares => ProductMsg::ColumnComposition,
        Column::Feedstock => ProductMsg::ColumnFeedstock,
        Column::Removable => ProductMsg::ColumnRemovable,
    }
}

/// Shows head and rows within `height`.
pub(super) fn show(ui: &mut Ui, view: &View<'_>, out: &mut Out, height: f32) {
    let head_height = head_height(view.lang);
    let (_, head) = ui.allocate_space(vec2(ui.available_width(), head_height));
    let columns = Columns::over(head.x_range());
    paint_head(ui.painter(), view, head, &columns);
    sort_by(ui, view, head, &columns);
    let heads = columns.heads(view.lang, head.y_range());
    let sort = Sort::load(ui);
    let parts = Sort::parts(sort, view);
    let rows = PartRows {
        id: TABLE,
        name: ProductMsg::PartsTable.text(view.lang),
        row: ROW,
        outset: 0.0,
        height: (height - head_height).max(ROW),
        heads: &heads,
        parts: &parts,
        own_order: sort.is_none(),
    };
    let has_focus = ui.memory(|memory| memory.has_focus(Id::unique(("part rows", TABLE))));
    rows.show(ui, view, out, |ui, out, part, at| {
        let row = Row::of(view, part);
        paint_row(ui.painter(), view.theme, at.rect, &columns, &row);
        let place = |column| Some(Rect::from_x_y_ranges(columns.place(column)?, at.rect.y_range()));
        if cell::is_edited(ui, &part.id) {
            cell::show(ui, view, out, (&parts, at.at), place);
        } else {
            if at.chosen
                && has_focus
                && let Some(place) = place(cell::cursor(ui))
            {
                cell::mark(ui, view, place);
            }
            point_at(ui, view, part, &columns, at);
            tooltip(ui, at.rect, &columns, at.response, &row);
        }
        Said {
            cells: columns.cells(&row, view.lang, at.rect.y_range()),
            value: row.spoken(view.lang),
            name: row.name,
        }
    });
}

/// A click takes the cell in hand; one on the row that is chosen already, and a double click, edit it.
fn point_at(ui: &Ui, view: &View<'_>, part: &Part, columns: &Columns, at: &rows::Row<'_>) {
    let (row, held) = (at.response, ui.input(|input| input.modifiers.any()));
    let point = ui.input(|input| input.pointer.interact_pos());
    let column = point.and_then(|point| columns.at(point.x));
    let Some(column) = column.filter(|_| row.clicked() || row.secondary_clicked()) else {
        return;
    };
    cell::set_cursor(ui, column);
    let alone = at.chosen && view.selection.parts.len() < 2;
    if row.clicked() && !held && (alone || row.double_clicked()) {
        cell::begin(ui, view, part, column);
    }
}

/// A click on a heading sorts by its column: up, down, and the parts' own order again.
fn sort_by(ui: &Ui, view: &View<'_>, head: Rect, columns: &Columns) {
    let theme = view.theme;
    let sort = Sort::load(ui);
    for column in Column::ALL {
        let Some(place) = columns.place(column) else {
            continue;
        };
        let rect = Rect::from_x_y_ranges(place, head.y_range());
        let name = LibraryMsg::SortBy.with(view.lang, &[("column", heading(column).text(view.lang))]);
        let touch = Touch::button(Id::unique(("sort parts by", column)), rect, &name);
        let response = touch.sense(Sense::CLICK).feel(ui);
        let now = sort.filter(|sort| sort.column == column);
        if now.is_some() || response.hovered() {
            let down = now.is_some_and(|sort| sort.down);
            let sign = if down { icon::CARET_DOWN } else { icon::CARET_UP };
            let ink = if now.is_some() { theme.ink } else { theme.ink_soft };
            let font = theme.icon_font(14.0);
            let sign = ui.painter().layout_no_wrap(sign.to_string(), font, ink);
            let x = if column == Column::Mass {
                rect.left()
            } else {
                rect.right() - sign.size().x
            };
            put(ui.painter(), pos2(x, rect.center().y), sign);
        }
        if response.hint(name).clicked() {
            Sort::turn(ui, column);
        }
    }
}

/// Whether the table shows the parts in another order than their own.
pub(super) fn is_sorted(ui: &Ui) -> bool {
    Sort::load(ui).is_some()
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
        touch::told(ui, cell, response.id.with(key), words);
    }
}
