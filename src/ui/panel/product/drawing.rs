//! The product as a picture: sentence, mass by part, table of parts, settings, and how much of it each route takes.
//!
//! Invariant: it is drawn by what draws the page; only what can be pressed is left out.

use super::{data, headline, list, mass_bar, overview, sentence, settings, table};
use crate::model::Part;
use crate::text::Lang;
use crate::ui::theme::metric;
use crate::ui::view::{Out, View};
use egui::{Rect, Ui, UiBuilder, vec2};

/// Width of the bars of the whole at the left.
const SIDE: f32 = 250.0;
/// Height of sentence and mass bar.
const HEAD: f32 = 132.0;

/// Height of the picture of a product with `parts` parts.
pub(crate) fn height(parts: usize, lang: Lang) -> f32 {
    let both = if lang == Lang::Both { metric::ROW } else { 0.0 };
    let beside = HEAD + both + table::height(parts, lang) + 2.0 * metric::SPACE_M + settings::HEIGHT;
    beside.max(list::TOTALS) + overview::HEIGHT + metric::SPACE_L
}

/// Draws it over the width at hand, with the first `most` parts.
pub(crate) fn show(ui: &mut Ui, view: &View<'_>, most: usize) {
    let parts: Vec<&Part> = view.project.product.parts.iter().take(most).collect();
    let whole = vec2(
        ui.available_width(),
        height(parts.len(), view.lang) - overview::HEIGHT,
    );
    let (_, room) = ui.allocate_space(whole);
    let side = room.with_max_x(room.left() + SIDE);
    within(ui, side, |ui| list::totals(ui, view, &mut Out::default(), 5));
    let beside = room.with_min_x(side.right() + metric::SPACE_XL);
    within(ui, beside, |ui| {
        let out = &mut Out::default();
        headline::show(ui, view, out);
        ui.add_space(metric::SPACE_S);
        mass_bar(ui, view, out);
        ui.add_space(metric::SPACE_S);
        table::show(ui, view, out, table::height(parts.len(), view.lang));
        ui.add_space(metric::SPACE_M);
        settings::show(ui, view, out);
    });
    let rest = vec2(ui.available_width(), overview::HEIGHT);
    let (_, rest) = ui.allocate_space(rest);
    within(ui, rest, |ui| overview::show(ui, view, &mut Out::default()));
}

fn within(ui: &mut Ui, rect: Rect, content: impl FnOnce(&mut Ui)) {
    let mut child = ui.new_child(UiBuilder::new().max_rect(rect));
    child.spacing_mut().item_spacing.y = 0.0;
    content(&mut child);
}

/// What the picture shows, in words, line by line.
pub(crate) fn told(view: &View<'_>) -> String {
    let headline = sentence::headline(view);
    let sentence: String = headline.first.iter().map(|piece| piece.text.as_str()).collect();
    let parts = view.project.product.parts.iter();
    let parts = parts.map(|part| {
        let row = data::Row::of(view, part);
        [row.name.as_str(), &row.spoken(view.lang)].join(view.lang.colon())
    });
    [sentence].into_iter().chain(parts).collect::<Vec<_>>().join("\n")
}
