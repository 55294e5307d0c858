//! All routes by all parts: one row per route, one cell per part, readable from the last row of a class.

use super::flat::sign;
use super::paint::put;
use super::routes::{self, Matrix, MatrixRow};
use crate::explain::fit;
use crate::flow::gate::Verdict;
use crate::text::FitMsg;
use crate::ui::theme::{Fill, Theme, metric};
use crate::ui::view::{Aspect, Command, Out, View};
use crate::ui::widget::{Hatch, bar, focus_ring, text};
use egui::text::LayoutJob;
use egui::{
    EventFilter, Id, Key, Rangef, Rect, Response, Role, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2,
};

/// Height of a route.
const ROW: f32 = 30.0;
/// Height of the line of part names.
const HEAD: f32 = 40.0;
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

/// How many parts have room for a column.
fn most_parts(width: f32) -> usize {
    let room = Columns::over(Rangef::new(0.0, width), usize::from(u16::MAX));
    let fits = |count: &u16| room.first + room.width * f32::from(*count) <= width;
    usize::from((1..200).take_while(fits).last().unwrap_or(1))
}

/// Shows legend, head and rows.
pub(super) fn show(ui: &mut Ui, view: &View<'_>, out: &mut Out) {
    let matrix = routes::matrix(view, most_parts(ui.available_width() - metric::SPACE_M));
    legend(ui, view, &matrix);
    let (_, head) = ui.allocate_space(vec2(ui.available_width(), HEAD));
    let columns = Columns::over(
        head.with_max_x(head.right() - metric::SPACE_M).x_range(),
        matrix.parts.len(),
    );
    paint_head(ui, view, head, &columns, &matrix);
    ScrollArea::vertical()
        .id_salt("route matrix")
        .auto_shrink([false, false])
        .show(ui, |ui| {
            let mut before = None;
            for row in &matrix.rows {
                let begins = before.is_some_and(|class| class != row.class);
                before = Some(row.class);
                show_row(ui, view, out, &columns, row, begins);
            }
        });
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
            text::small_ink(
                ui,
                theme,
                &FitMsg::MatrixLighter.with(view.lang, &[("count", &count)]),
            );
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

fn paint_head(ui: &Ui, view: &View<'_>, rect: Rect, columns: &Columns, matrix: &Matrix) {
    let (theme, painter) = (view.theme, ui.painter());
    let small = || theme.font(metric::TEXT_SMALL);
    let taken = FitMsg::MatrixTaken.text(view.lang);
    let taken = text::one_line(painter, theme, taken, small(), theme.ink_soft, TAKEN);
    put(
        painter,
        pos2(columns.taken.max - taken.size().x, rect.bottom() - 13.0),
        taken,
    );
    for (at, (part, name)) in matrix.parts.iter().enumerate() {
        let cell = columns.cell(at, rect.y_range());
        // What stands in brackets or after a comma only tells like parts apart; the tooltip says it.
        let short = name.split(['（', '(', ',']).next().unwrap_or(name).trim();
        let mut job = LayoutJob::simple(short.to_owned(), small(), theme.ink, cell.width() - 1.0);
        job.wrap.max_rows = 2;
        job.halign = egui::Align::Center;
        let galley = painter.layout_job(job);
        let top = cell.bottom() - 4.0 - galley.size().y;
        painter.galley(pos2(cell.center().x.round(), top.round()), galley, theme.ink);
        let id = Id::unique(("matrix head", part.as_str()));
        ui.interact(cell, id, Sense::hover()).on_hover_text(name);
    }
    painter.hline(
        rect.x_range(),
        rect.bottom() - theme.rule / 2.0,
        theme.edge_stroke(),
    );
}

fn show_row(ui: &mut Ui, view: &View<'_>, out: &mut Out, columns: &Columns, row: &MatrixRow, begins: bool) {
    let theme = view.theme;
    let (_, rect) = ui.allocate_space(vec2(ui.available_width(), ROW));
    if !ui.is_rect_visible(rect) {
        return;
    }
    let id = Id::unique(("matrix row", row.route.as_str()));
    let response = ui.interact(rect, id, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), &row.name));
    let spoken: Vec<&str> = row.cells.iter().map(|cell| cell.spoken.as_str()).collect();
    let spoken = format!(
        "{} {}\n{}",
        FitMsg::MatrixTaken.text(view.lang),
        row.taken,
        spoken.join("\n")
    );
    crate::ui::widget::set_spoken_value(ui, &response, &spoken);
    let cells: Vec<Rect> = (0..row.cells.len())
        .map(|at| columns.cell(at, rect.y_range()))
        .collect();
    let under = response
        .hover_pos()
        .and_then(|pos| cells.iter().position(|cell| cell.contains(pos)));
    let current = under.or_else(|| by_key(ui, &response, row.cells.len()));
    paint_row(ui, view, rect, columns, row, &response);
    for (at, (cell, answer)) in cells.iter().zip(&row.cells).enumerate() {
        paint_cell(
            ui,
            theme,
            cell.shrink2(vec2(1.5, 2.0)),
            answer.verdict,
            current == Some(at),
        );
    }
    if begins {
        ui.painter()
            .hline(rect.x_range(), rect.top(), theme.rule_stroke());
    }
    focus_ring(ui, theme, &response, rect.shrink(2.0));
    let answer = current.and_then(|at| row.cells.get(at).zip(cells.get(at)));
    if let Some((answer, cell)) = answer {
        egui::Tooltip::always_open(ui.ctx().clone(), response.layer_id, id, *cell).show(|ui| {
            ui.set_max_width(metric::TOOLTIP);
            text::body(ui, theme, &answer.spoken);
        });
    }
    let response = if current.is_none() {
        response.on_hover_text(&row.name)
    } else {
        response
    };
    if response.clicked() {
        picked(out, row, current);
    }
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

/// The cell that the arrow keys reached, kept while the row has the focus.
fn by_key(ui: &Ui, response: &Response, count: usize) -> Option<usize> {
    let last = count.checked_sub(1)?;
    if !response.has_focus() {
        ui.data_mut(|data| data.remove::<usize>(response.id));
        return None;
    }
    let filter = EventFilter {
        horizontal_arrows: true,
        ..EventFilter::default()
    };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
    let kept = ui.data(|data| data.get_temp::<usize>(response.id));
    let pressed = |key| ui.input(|input| input.key_pressed(key));
    let now = match (kept, pressed(Key::ArrowRight), pressed(Key::ArrowLeft)) {
        (None, true, _) => Some(0),
        (Some(at), true, _) => Some((at + 1).min(last)),
        // Left of the first cell is the route itself.
        (Some(at), _, true) => at.checked_sub(1),
        (kept, ..) => kept,
    };
    ui.data_mut(|data| match now {
        Some(at) => {
            data.insert_temp(response.id, at);
        }
        None => {
            data.remove::<usize>(response.id);
        }
    });
    now
}

fn paint_row(ui: &Ui, view: &View<'_>, rect: Rect, columns: &Columns, row: &MatrixRow, response: &Response) {
    let (theme, painter) = (view.theme, ui.painter());
    let is_chosen = view.selection.route.as_ref() == Some(&row.route);
    if is_chosen {
        painter.rect_filled(rect, 0.0, theme.accent_soft);
    } else if response.hovered() {
        painter.rect_filled(rect, 0.0, theme.hover);
    }
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
    let taken = painter.layout_no_wrap(row.taken.clone(), theme.font(metric::TEXT_SMALL), theme.ink_soft);
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
