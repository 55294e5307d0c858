//! All routes by all parts: one row per route, one cell per part, readable from the last row of a class.

use super::flat::sign;
use super::paint::put;
use super::routes::{self, Matrix, MatrixRow};
use crate::explain::fit;
use crate::flow::gate::Verdict;
use crate::text::FitMsg;
use crate::ui::theme::{Fill, Theme, metric};
use crate::ui::view::{Aspect, Command, Out, View};
use crate::ui::widget::rows::{self, Places, Rows, Said};
use crate::ui::widget::touch;
use crate::ui::widget::{Hatch, Hint as _, bar, text};
use egui::{Galley, Id, Key, Rangef, Rect, ScrollArea, Sense, Ui, pos2, vec2};
use std::sync::Arc;

/// Height of a route.
const ROW: f32 = 30.0;
/// Height of the part names, on three lines at most.
const HEAD: f32 = 54.0;
/// Between the headings and the first row.
const ABOVE_ROWS: f32 = 4.0;
/// Width of the share that a route takes.
const TAKEN: f32 = 52.0;
/// Least and most width of a part's column.
const COLUMN: [f32; 2] = [30.0, 116.0];

/// Where the columns stand.
#[derive(Debug, Clone, Copy)]
struct Columns {
    name: Rangef,
    taken: Rangef,
    first: f32,
    width: f32,
}

impl Columns {
    fn over(span: Rangef, parts: usize) -> Self {
        let count = f32::from(u16::try_from(parts.max(1)).unwrap_or(u16::MAX));
        let name = (span.span() * 0.31).clamp(150.0, 380.0);
        let room = span.span() - name - TAKEN - 2.0 * metric::SPACE_S;
        let width = (room / count).clamp(COLUMN[0], COLUMN[1]).floor();
        let taken = Rangef::new(
            span.min + name + metric::SPACE_S,
            span.min + name + metric::SPACE_S + TAKEN,
        );
        Self {
            name: Rangef::new(span.min, span.min + name),
            taken,
            first: taken.max + metric::SPACE_S,
            width,
        }
    }

    fn cell(&self, at: usize, rows: Rangef) -> Rect {
        let left = self.first + self.width * f32::from(u16::try_from(at).unwrap_or(u16::MAX));
        Rect::from_x_y_ranges(Rangef::new(left, left + self.width), rows)
    }
}

/// How many parts have room for a column in which the longest word of their names fits.
fn most_parts(ui: &Ui, view: &View<'_>, width: f32) -> usize {
    let theme = view.theme;
    let font = theme.font(metric::TEXT_SMALL);
    let word = |word: &str| {
        ui.painter()
            .layout_no_wrap(word.to_owned(), font.clone(), theme.ink)
            .size()
            .x
    };
    let least = |name: &str| short(name).split_whitespace().map(word).fold(COLUMN[0], f32::max) + 1.0;
    let mut most = 0;
    let mut widest = 0.0_f32;
    for name in routes::heaviest(view) {
        widest = widest.max(least(&name));
        let columns = Columns::over(Rangef::new(0.0, width), most + 1);
        if most > 0 && (columns.width < widest || columns.first + columns.width * count_f32(most + 1) > width)
        {
            break;
        }
        most += 1;
    }
    most.max(1)
}

/// A small count as a length.
fn count_f32(count: usize) -> f32 {
    f32::from(u16::try_from(count).unwrap_or(u16::MAX))
}

/// What stands in brackets or after a comma only tells like parts apart; the tooltip says it.
fn short(name: &str) -> &str {
    name.split(['（', '(', ',']).next().unwrap_or(name).trim()
}

/// Shows legend, head and rows.
pub(super) fn show(ui: &mut Ui, view: &View<'_>, out: &mut Out) {
    let matrix = routes::matrix(view, most_parts(ui, view, ui.available_width() - metric::SPACE_M));
    legend(ui, view, &matrix);
    let left = ui.max_rect().left();
    let room = Rangef::new(left, left + ui.available_width() - metric::SPACE_M);
    let columns = Columns::over(room, matrix.parts.len());
    let words: Vec<_> = matrix
        .parts
        .iter()
        .map(|(_, name)| head_words(ui, view, name, &columns))
        .collect();
    let tallest = words.iter().map(|galley| galley.size().y + ABOVE_ROWS);
    let height = tallest.fold(HEAD, f32::max);
    let (_, head) = ui.allocate_space(vec2(ui.available_width(), height));
    paint_head(ui, view, head, &columns, (&matrix, words));
    ScrollArea::vertical()
        .id_salt("route matrix")
        .auto_shrink([false, false])
        .show(ui, |ui| {
            rows(ui, view, out, &columns, &matrix, head.y_range());
        });
}

/// The routes as a table: up and down from route to route, left and right along the parts of one.
fn rows(ui: &mut Ui, view: &View<'_>, out: &mut Out, columns: &Columns, matrix: &Matrix, head: Rangef) {
    let id = Id::unique("route matrix rows");
    let at = |row: &MatrixRow| view.selection.route.as_ref() == Some(&row.route);
    let heads = heads(view, columns, matrix, head);
    let list = Rows {
        chosen: matrix.rows.iter().position(at),
        heads: &heads,
        ..Rows::new(
            id,
            FitMsg::AspectRoutes.text(view.lang),
            Places::Even(matrix.rows.len(), ROW),
        )
    };
    let has_focus = ui.memory(|memory| memory.has_focus(id));
    let parts = matrix.parts.len();
    let along = list
        .chosen
        .filter(|_| has_focus)
        .and_then(|_| by_key(ui, id, parts));
    let mut taken = None;
    let key = |at: usize| Id::unique(matrix.rows.get(at).map(|row| row.route.as_str()));
    let asked = list.show(ui, view.theme, key, |ui, at| {
        let Some(row) = matrix.rows.get(at.at) else {
            return Said::default();
        };
        let before = at.at.checked_sub(1).and_then(|at| matrix.rows.get(at));
        if before.is_some_and(|before| before.class != row.class) {
            let rule = view.theme.rule_stroke();
            ui.painter().hline(at.rect.x_range(), at.rect.top(), rule);
        }
        let current = show_row(ui, view, columns, row, at, along.filter(|_| at.chosen));
        let entered = at.chosen && has_focus && rows::pressed(ui, Key::Enter);
        if at.response.clicked() || entered {
            taken = Some((row, current));
        }
        said(view, columns, row, at.rect)
    });
    if let Some((row, current)) = taken {
        picked(out, row, current);
    } else if let Some(row) = asked.choose.and_then(|at| matrix.rows.get(at)) {
        out.command(Command::SelectRoute(row.route.clone()));
    }
}

/// Headings and their places, for screen readers.
fn heads<'a>(view: &View<'_>, columns: &Columns, matrix: &'a Matrix, head: Rangef) -> Vec<(&'a str, Rect)> {
    let place = |x: Rangef| Rect::from_x_y_ranges(x, head);
    let first = [
        (FitMsg::AspectRoutes.text(view.lang), place(columns.name)),
        (FitMsg::MatrixTaken.text(view.lang), place(columns.taken)),
    ];
    let parts = matrix.parts.iter().enumerate();
    let parts = parts.map(|(at, (_, name))| (name.as_str(), columns.cell(at, head)));
    first.into_iter().chain(parts).collect()
}

/// What is said of a row: its route, what it takes, and the answer to each part.
fn said(view: &View<'_>, columns: &Columns, row: &MatrixRow, rect: Rect) -> Said {
    let y = rect.y_range();
    let first = [
        (row.name.clone(), Rect::from_x_y_ranges(columns.name, y)),
        (row.taken.clone(), Rect::from_x_y_ranges(columns.taken, y)),
    ];
    let cells = row.cells.iter().enumerate();
    let cells = cells.map(|(at, cell)| (cell.spoken.clone(), columns.cell(at, y)));
    Said {
        value: format!("{} {}", FitMsg::MatrixTaken.text(view.lang), row.taken),
        name: row.name.clone(),
        cells: first.into_iter().chain(cells).collect(),
    }
}

fn legend(ui: &mut Ui, view: &View<'_>, matrix: &Matrix) {
    let theme = view.theme;
    ui.horizontal(|ui| {
        ui.set_min_height(metric::TARGET);
        ui.spacing_mut().item_spacing.x = metric::SPACE_XS + 2.0;
        for verdict in [Verdict::Accepted, Verdict::Reduced, Verdict::Refused] {
            let (rect, _) = ui.allocate_exact_size(vec2(26.0, 22.0), Sense::hover());
            paint_cell(ui, theme, rect, verdict, false);
            text::small(ui, theme, fit::verdict(verdict, view.lang));
            ui.add_space(metric::SPACE_S);
        }
        if matrix.is_cut {
            let count = matrix.parts.len().to_string();
            let words = FitMsg::MatrixLighter.with(view.lang, &[("count", &count)]);
            let ink = theme.ink;
            let galley = crate::ui::widget::line(ui.painter(), &words, theme.font(metric::TEXT_SMALL), ink);
            if galley.size().x <= ui.available_width() {
                ui.add(egui::Label::new(galley).selectable(false));
            } else if ui.available_width() >= COLUMN[0] {
                let small = theme.font(metric::TEXT_SMALL);
                text::Flow::new(&words, small, ink).alone().show(ui);
            }
        }
        let hint = FitMsg::MatrixHint.text(view.lang);
        // Without room for it on this line the tooltip of a row says as much.
        if text::small_width(ui, theme, hint) <= ui.available_width() {
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                text::small(ui, theme, hint);
            });
        }
    });
}

/// The name of a part over its column, with its English where both languages are read.
fn head_words(ui: &Ui, view: &View<'_>, name: &str, columns: &Columns) -> Arc<Galley> {
    let theme = view.theme;
    let second = text::second(ui.ctx(), name).map(|english| short(&english).to_owned());
    let head = second.map_or_else(
        || short(name).to_owned(),
        |second| format!("{}{}{second}", short(name), crate::text::JOINT),
    );
    let font = theme.font(metric::TEXT_SMALL);
    let width = columns.width - 1.0;
    let mut job = text::job(ui.painter(), theme, &head, font, theme.ink, width);
    job.halign = egui::Align::Center;
    ui.painter().layout_job(job)
}

fn paint_head(
    ui: &Ui,
    view: &View<'_>,
    rect: Rect,
    columns: &Columns,
    (matrix, words): (&Matrix, Vec<Arc<Galley>>),
) {
    let (theme, painter) = (view.theme, ui.painter());
    let small = theme.font(metric::TEXT_SMALL);
    let taken = FitMsg::MatrixTaken.text(view.lang);
    let taken = text::one_line(painter, theme, taken, small, theme.ink_soft, TAKEN);
    put(
        painter,
        pos2(columns.taken.max - taken.size().x, rect.bottom() - 13.0),
        taken,
    );
    for (at, ((part, name), galley)) in matrix.parts.iter().zip(words).enumerate() {
        let cell = columns.cell(at, rect.y_range());
        let top = cell.bottom() - ABOVE_ROWS - galley.size().y;
        painter.galley(pos2(cell.center().x.round(), top.round()), galley, theme.ink);
        let id = Id::unique(("matrix head", part.as_str()));
        touch::told(ui, cell, id, name);
    }
    painter.hline(
        rect.x_range(),
        rect.bottom() - theme.rule / 2.0,
        theme.edge_stroke(),
    );
}

/// Draws a row; answers the cell under the pointer, or the one that the keys reached.
fn show_row(
    ui: &Ui,
    view: &View<'_>,
    columns: &Columns,
    row: &MatrixRow,
    at: &rows::Row<'_>,
    along: Option<usize>,
) -> Option<usize> {
    let (theme, rect) = (view.theme, at.rect);
    let cells: Vec<Rect> = (0..row.cells.len())
        .map(|at| columns.cell(at, rect.y_range()))
        .collect();
    let pointer = at.response.hover_pos();
    let under = pointer.and_then(|pos| cells.iter().position(|cell| cell.contains(pos)));
    let current = under.or(along);
    paint_row(ui, view, rect, columns, row);
    for (at, (cell, answer)) in cells.iter().zip(&row.cells).enumerate() {
        let cell = cell.shrink2(vec2(1.5, 2.0));
        paint_cell(ui, theme, cell, answer.verdict, current == Some(at));
    }
    let response = at
        .response
        .clone()
        .on_hover_cursor(egui::CursorIcon::PointingHand);
    match current.and_then(|at| row.cells.get(at).zip(cells.get(at))) {
        Some((answer, cell)) => {
            let tooltip = egui::Tooltip::always_open(ui.ctx().clone(), response.layer_id, response.id, *cell);
            tooltip.show(|ui| {
                ui.set_max_width(metric::TOOLTIP);
                text::body(ui, theme, &answer.spoken);
            });
        }
        None => {
            response.hint(&row.name);
        }
    }
    current
}

/// A cell selects its part and opens its limit; the rest of the row shows the route on the flat drawing.
fn picked(out: &mut Out, row: &MatrixRow, current: Option<usize>) {
    out.command(Command::SelectRoute(row.route.clone()));
    match current.and_then(|at| row.cells.get(at)) {
        Some(cell) => {
            out.command(Command::SelectPart(Some(cell.part.clone())));
            if let Some(limit) = &cell.limit {
                out.open(limit.clone());
            }
        }
        None => out.command(Command::ShowAspect(Aspect::Flat)),
    }
}

/// The cell of the chosen row that the arrow keys reached, kept while the table has the focus.
fn by_key(ui: &Ui, id: Id, count: usize) -> Option<usize> {
    let last = count.checked_sub(1)?;
    let kept = ui.data(|data| data.get_temp::<Option<usize>>(id)).flatten();
    let now = match (
        kept,
        rows::pressed(ui, Key::ArrowRight),
        rows::pressed(ui, Key::ArrowLeft),
    ) {
        (None, true, _) => Some(0),
        (Some(at), true, _) => Some((at + 1).min(last)),
        // Left of the first cell is the route itself.
        (Some(at), _, true) => at.checked_sub(1),
        (kept, ..) => kept,
    };
    ui.data_mut(|data| data.insert_temp(id, now));
    now
}

fn paint_row(ui: &Ui, view: &View<'_>, rect: Rect, columns: &Columns, row: &MatrixRow) {
    let (theme, painter) = (view.theme, ui.painter());
    let name = text::full_or_short(
        painter,
        (&row.name, &row.short),
        theme.font(metric::TEXT_SMALL),
        theme.ink,
        columns.name.span() - metric::SPACE_XS,
    );
    put(
        painter,
        pos2(columns.name.min + metric::SPACE_XS, rect.center().y),
        name,
    );
    let taken = crate::ui::widget::line(
        painter,
        &row.taken,
        theme.font(metric::TEXT_SMALL),
        theme.ink_soft,
    );
    put(
        painter,
        pos2(columns.taken.max - taken.size().x, rect.center().y),
        taken,
    );
}

fn paint_cell(ui: &Ui, theme: &Theme, cell: Rect, verdict: Verdict, is_current: bool) {
    let painter = ui.painter();
    let fill = theme.fit(verdict);
    // The sign says what is refused; crossing every such cell out would drown the others.
    let fill = Fill {
        hatch: if verdict == Verdict::Refused {
            Hatch::None
        } else {
            fill.hatch
        },
        ..fill
    };
    bar::paint_segment(painter, theme, cell, fill);
    let (sign, _) = sign(theme, verdict);
    let ink = theme.on(fill.color);
    let plate = Rect::from_center_size(cell.center(), vec2(20.0, 20.0)).intersect(cell.shrink(1.0));
    painter.rect_filled(plate, 0.0, fill.color);
    let icon = painter.layout_no_wrap(sign.to_string(), theme.icon_font(16.0), ink);
    put(
        painter,
        pos2(cell.center().x - icon.size().x / 2.0, cell.center().y),
        icon,
    );
    if is_current {
        let ring = egui::Stroke::new(2.0, theme.accent);
        painter.rect_stroke(cell, 1.0, ring, egui::StrokeKind::Outside);
    }
}
