//! Which panel stands where on each page.

use super::pages;
use crate::edit::History;
use crate::model::{Column, VariantNo};
use crate::text::names::Names;
use crate::text::{Lang, ShellMsg};
use crate::ui::anchor::{self, Anchor};
use crate::ui::icon;
use crate::ui::panel::{card, history as steps, inspector, scoreboard as score};
use crate::ui::theme::metric;
use crate::ui::view::{Out, Page, View};
use crate::ui::widget::text;
use egui::{ScrollArea, Ui, vec2};

/// The least height that a page needs whose parts do not scroll by themselves.
const LEAST: f32 = 420.0;

/// The work area.
pub(super) fn page(ui: &mut Ui, view: &View<'_>, out: &mut Out) {
    if view.page == Page::Compare {
        view.dim(ui);
    }
    match pages::row(view.page) {
        Some(row) if row.needs_height => at_least(ui, LEAST, |ui| (row.work)(ui, view, out)),
        Some(row) => (row.work)(ui, view, out),
        None => {}
    }
}

/// Draws `content` over the room at hand; in a low window it scrolls in a room `height` high.
fn at_least(ui: &mut Ui, height: f32, content: impl FnOnce(&mut Ui)) {
    if ui.available_height() >= height {
        return content(ui);
    }
    ScrollArea::vertical()
        .id_salt("low window")
        .auto_shrink(false)
        .show(ui, |ui| {
            let room = vec2(ui.available_width() - metric::SPACE_S, height);
            ui.allocate_ui(room, content);
        });
}

/// The list at the left.
pub(super) fn list(ui: &mut Ui, view: &View<'_>, out: &mut Out) {
    if let Some(row) = pages::row(view.page) {
        (row.list)(ui, view, out);
    }
}

/// The inspector: an opened figure in front, else what is selected on the page.
pub(super) fn inspector(ui: &mut Ui, view: &View<'_>, out: &mut Out) {
    if let Some(figure) = &view.selection.figure {
        view.dim(ui);
        anchor::mark(ui, Anchor::Figure, ui.available_rect_before_wrap());
        let number = view.selection.variant.unwrap_or(view.project.product.variant);
        let Some(of_variant) = view.of(number) else {
            return empty(ui, view);
        };
        said_of(ui, view, number);
        let mut asked = Out::default();
        ScrollArea::vertical()
            .id_salt("opened figure")
            .auto_shrink(false)
            .show(ui, |ui| {
                inspector::figure::show(ui, &of_variant, &mut asked, figure);
            });
        return out.take_of(view, number, asked);
    }
    if let Some(row) = pages::row(view.page) {
        (row.inspector)(ui, view, out);
    }
}

/// The job card beside the comparison.
pub(super) fn job_card(ui: &mut Ui, view: &View<'_>, out: &mut Out) {
    let Some((of_variant, at)) = card_of(view) else {
        return empty(ui, view);
    };
    let number = of_variant.project.product.variant;
    said_of(ui, view, number);
    view.dim(ui);
    let mut asked = Out::default();
    card::show(ui, &of_variant, &mut asked, at);
    out.take_of(view, number, asked);
}

/// Which variant the inspector speaks of, where there are several.
fn said_of(ui: &mut Ui, view: &View<'_>, number: VariantNo) {
    if view.project.has_variants() {
        let names = Names {
            project: view.project,
            library: view.library,
            lang: view.lang,
        };
        text::small_ink(ui, view.theme, &names.head(|names| names.variant(number)));
    }
}

/// The pathway whose job card stands beside the comparison, and its variant: the one that is selected, else the first
/// column that is not on the baseline.
fn card_of<'a>(view: &View<'a>) -> Option<(View<'a>, usize)> {
    let project = view.project;
    let selected = view
        .selection
        .pathway
        .as_ref()
        .filter(|id| **id != project.baseline)
        .map(|id| Column::new(project.product.variant, id.clone()));
    let mut compared = project.compared.iter();
    let first = || {
        compared
            .find(|column| column.pathway != project.baseline)
            .cloned()
    };
    let column = selected.or_else(first)?;
    let mut pathways = project.pathways.iter();
    let at = pathways.position(|pathway| pathway.id == column.pathway)?;
    Some((view.of(column.variant)?, at))
}

/// The list of steps.
pub(super) fn history(ui: &mut Ui, view: &View<'_>, history: &History, out: &mut Out) {
    steps::show(ui, view.theme, view.lang, history, out);
}

/// The scoreboard.
pub(super) fn scoreboard(ui: &mut Ui, view: &View<'_>, out: &mut Out) {
    view.dim(ui);
    score::show(ui, view, out);
}

/// Height of the scoreboard in a window of `width` beneath `page`.
pub(super) fn scoreboard_height(width: f32, page: Page, lang: Lang) -> f32 {
    score::height(width, page, lang)
}

/// What the inspector says while nothing is open.
fn empty(ui: &mut Ui, view: &View<'_>) {
    let theme = view.theme;
    text::small(ui, theme, ShellMsg::InspectorTitle.head(view.lang));
    ui.add_space(metric::SPACE_M);
    ui.horizontal_top(|ui| {
        text::icon(ui, theme, icon::INFO, theme.ink_soft);
        text::Flow::new(
            ShellMsg::InspectorEmpty.text(view.lang),
            theme.font(metric::TEXT_BODY),
            theme.ink_soft,
        )
        .show(ui);
    });
}
