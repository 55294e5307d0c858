//! Work by activity and place, one line each, under the bars of work.

use super::data::Compare;
use super::grid::Grid;
use super::work::Line;
use crate::data::Grade;
use crate::explain::FigureId;
use crate::text::{CompareMsg, number};
use crate::ui::icon;
use crate::ui::shared::figure_acts;
use crate::ui::theme::metric;
use crate::ui::view::{Out, View};
use crate::ui::widget::{Button, Quiet, text};
use egui::{Id, Ui, vec2};

/// Lines shown however little room there is.
const LEAST: usize = 4;
/// The same beneath the lines of what differs between variants.
const LEAST_BENEATH: usize = 3;

/// Draws the lines that matter, no more than `room` has place for, and the smaller ones where they are unfolded.
pub(super) fn show(
    ui: &mut Ui,
    view: &View<'_>,
    out: &mut Out,
    data: &Compare,
    grid: Grid<'_>,
    room: Option<f32>,
) {
    let key = Id::unique("compare smaller lines");
    let unfolded = ui.data(|memory| memory.get_temp::<bool>(key)).unwrap_or(false);
    grid.block(ui, view.theme, "lines", |ui| {
        ui.spacing_mut().item_spacing = vec2(metric::SPACE_S, 0.0);
        let place = room.map_or(usize::MAX, |room| fitting(room - 2.0 * grid.pad() - metric::ROW));
        let least = if view.project.compares_variants() {
            LEAST_BENEATH
        } else {
            LEAST
        };
        let first = data.lines.len().min(place.max(least));
        let all: Vec<&Line> = data.lines.iter().chain(&data.smaller).collect();
        let (large, small) = all.split_at_checked(first).unwrap_or((&all, &[]));
        for line in large
            .iter()
            .chain(small.iter().take(if unfolded { small.len() } else { 0 }))
        {
            show_line(ui, view, out, data, grid, line);
        }
        if !small.is_empty() && fold(ui, view, small.len(), unfolded) {
            ui.data_mut(|memory| memory.insert_temp(key, !unfolded));
        }
    });
}

/// How many lines fit into `room`.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a count of lines on a screen, never negative"
)]
fn fitting(room: f32) -> usize {
    (room / metric::TARGET).floor().max(0.0) as usize
}

fn fold(ui: &mut Ui, view: &View<'_>, count: usize, unfolded: bool) -> bool {
    let (label, sign) = if unfolded {
        (CompareMsg::Fewer.text(view.lang).to_owned(), icon::CARET_UP)
    } else {
        let count = count.to_string();
        let label = CompareMsg::Smaller.with(view.lang, &[("count", &count)]);
        (label, icon::CARET_DOWN)
    };
    Button::bare(&label).icon(sign).show(ui, view.theme).clicked()
}

fn show_line(ui: &mut Ui, view: &View<'_>, out: &mut Out, data: &Compare, grid: Grid<'_>, line: &Line) {
    let theme = view.theme;
    let name = |ui: &mut Ui| {
        ui.set_min_height(metric::TARGET);
        ui.add_space(5.0);
        let room = (ui.available_width(), 3);
        text::named_lines(
            ui,
            theme,
            &line.name,
            theme.font(metric::TEXT_SMALL),
            theme.ink,
            room,
        );
    };
    grid.cells(ui, name, |ui, at| {
        let column = data.columns.get(at);
        let cell = line.cells.get(at).and_then(Option::as_ref);
        let (Some(column), Some(cell)) = (column, cell) else {
            return;
        };
        let figure = &cell.figure;
        let is_ranged = view.ranges && !cell.faint && grid.column >= 120.0;
        let opens = FigureId::Work {
            pathway: column.id.clone(),
            activity: line.activity.clone(),
            place: line.place.clone(),
        };
        let own = view.of(column.variant).map(|view| view.own_hint(&opens));
        let quiet = Quiet {
            after: if is_ranged { &figure.range } else { "" },
            unit: number::hour_unit(view.lang),
            assumed: figure.grade == Some(Grade::D),
            faint: cell.faint,
            cell: Some((grid.column, 52.0)),
            own: own.as_deref().unwrap_or_default(),
            ..Quiet::new(&line.name, &figure.value, view.lang)
        };
        let id = (
            "line",
            column.key.as_str(),
            line.activity.as_str(),
            line.place.as_str(),
        );
        let response = quiet.show(ui, theme, id);
        let of = view.of(column.variant).unwrap_or(*view);
        if figure_acts::touched(ui, &of, out, &response, &opens) {
            out.open_of(view, column.variant, opens);
        }
    });
}
