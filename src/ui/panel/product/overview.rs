//! How much of the garment each route takes: its mass bar once more for every route, where the window has room for it.

use super::paint::put;
use super::routes::{self, RouteBar};
use crate::data::RouteClass;
use crate::flow::gate::Verdict;
use crate::text::{CommonMsg, ProductMsg};
use crate::ui::theme::{EndClass, Fill, Theme, metric};
use crate::ui::view::{Command, Out, View};
use crate::ui::widget::text::full_or_short;
use crate::ui::widget::touch;
use crate::ui::widget::{Hatch, Segment, StackedBar, bar, text};
use egui::{Align, Layout, Rect, Ui, UiBuilder, pos2, vec2};

/// Height of one route.
const ROW: f32 = 30.0;
/// Height of heading and legend.
const HEAD: f32 = 56.0;
/// Height with all routes of the library.
pub(super) const HEIGHT: f32 = HEAD + 8.0 * ROW;
/// With more parts the slices are too thin to tell anything.
const MOST_PARTS: usize = 40;

/// Shows the routes in two columns; nothing where there is no room for all of them.
pub(super) fn show(ui: &mut Ui, view: &View<'_>, out: &mut Out) {
    let room = ui.available_size();
    if room.x < 900.0 || room.y < HEAD + 8.0 * ROW || view.project.product.parts.len() > MOST_PARTS {
        return;
    }
    let bars = routes::route_bars(view);
    let half = bars.len().div_ceil(2);
    let rows = f32::from(u16::try_from(half).unwrap_or(u16::MAX));
    if room.y < HEAD + rows * ROW {
        return;
    }
    head(ui, view);
    let (_, rect) = ui.allocate_space(vec2(room.x, rows * ROW));
    let width = (room.x - metric::SPACE_XXL) / 2.0;
    for (column, bars) in bars.chunks(half.max(1)).enumerate() {
        let left = rect.left()
            + if column == 0 {
                0.0
            } else {
                width + metric::SPACE_XXL
            };
        let area = Rect::from_min_size(pos2(left, rect.top()), vec2(width, rect.height()));
        let mut ui = ui.new_child(
            UiBuilder::new()
                .max_rect(area)
                .layout(Layout::top_down(Align::Min)),
        );
        ui.spacing_mut().item_spacing.y = 0.0;
        for bar in bars {
            route(&mut ui, view, out, bar);
        }
    }
}

fn head(ui: &mut Ui, view: &View<'_>) {
    let theme = view.theme;
    text::heading(ui, theme, ProductMsg::OverviewTitle.head(view.lang));
    let (fibre, down) = (RouteClass::FibreToFibre, RouteClass::Downcycle);
    let words = [
        (
            CommonMsg::ClassSameGrade.head(view.lang),
            fibre,
            Verdict::Accepted,
        ),
        (
            CommonMsg::ClassReused.head(view.lang),
            RouteClass::ComponentReuse,
            Verdict::Accepted,
        ),
        (
            CommonMsg::ClassDowncycled.head(view.lang),
            down,
            Verdict::Accepted,
        ),
        (
            ProductMsg::OverviewReduced.head(view.lang),
            fibre,
            Verdict::Reduced,
        ),
        (
            ProductMsg::OverviewRefused.head(view.lang),
            fibre,
            Verdict::Refused,
        ),
    ];
    let entries = words.map(|(words, class, verdict)| (fill(theme, class, verdict), words, ""));
    bar::legend(ui, theme, entries);
}

fn route(ui: &mut Ui, view: &View<'_>, out: &mut Out, route: &RouteBar) {
    let theme = view.theme;
    let (_, rect) = ui.allocate_space(vec2(ui.available_width(), ROW));
    let label = (rect.width() * 0.46).min(340.0);
    let galley = full_or_short(
        ui.painter(),
        (&route.name, &route.short),
        theme.font(metric::TEXT_SMALL),
        theme.ink,
        label - metric::SPACE_M,
    );
    let cell = rect.with_max_x(rect.left() + label);
    let is_cut = galley.text() != route.name;
    put(ui.painter(), rect.left_center(), galley);
    if is_cut {
        let id = egui::Id::unique(("route label", route.route.as_str()));
        touch::told(ui, cell, id, &route.name);
    }
    let segments: Vec<Segment<'_>> = route
        .parts
        .iter()
        .map(|part| Segment {
            label: &part.name,
            value: &part.why,
            share: part.share,
            fill: fill(theme, route.class, part.verdict),
        })
        .collect();
    let area = rect.with_min_x(rect.left() + label);
    let mut ui = ui.new_child(
        UiBuilder::new()
            .max_rect(area)
            .layout(Layout::left_to_right(Align::Center)),
    );
    let bar = StackedBar::new(("route bar", route.route.as_str()), &route.name, &segments).without_labels();
    let picked = bar.height(14.0).show(&mut ui, theme).picked;
    if let Some(part) = picked.and_then(|index| route.parts.get(index)) {
        out.command(Command::SelectPart(Some(part.part.clone())));
    }
}

/// The colour says what the material becomes, the hatch that some is lost, the blank that it is not taken.
fn fill(theme: &Theme, class: RouteClass, verdict: Verdict) -> Fill {
    let end = match class {
        RouteClass::ComponentReuse => EndClass::Reused,
        RouteClass::Downcycle => EndClass::Downcycled,
        _ => EndClass::SameGrade,
    };
    match verdict {
        Verdict::Accepted => Fill {
            hatch: Hatch::None,
            ..theme.end(end)
        },
        Verdict::Reduced => Fill {
            hatch: Hatch::Diagonal,
            ..theme.end(end)
        },
        Verdict::Refused => Fill {
            color: theme.surface,
            hatch: Hatch::None,
        },
    }
}
