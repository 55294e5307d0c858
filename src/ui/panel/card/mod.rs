//! The job card of one pathway: who gains, who loses, and how good the work is, in eleven lines of one order.
//!
//! All bars stand on one zero line and one scale of hours, so that more but worse work looks different from fewer but
//! better. No colour says good or bad.

mod checks;
pub mod data;
mod evidence;
mod hazard;
mod lead;
mod lines;
mod paint;
mod place;
mod quality;

pub use lead::{Doubt, Lead};
pub use lines::LINES;

use crate::text::{CardMsg, CommonMsg};
use crate::ui::shared::figure_acts;
use crate::ui::theme::metric;
use crate::ui::view::{Out, View};
use crate::ui::widget::{Figure, Hint as _, Notice, grouped, notice_line, pathway_badge, text};
use data::{Body, JobCard, Line};
use egui::{Align, ScrollArea, Ui, vec2};
use paint::Painter;

/// From this width on the titles of the lines stand beside them.
const WIDE: f32 = 640.0;
/// Room for the titles beside the lines.
const TITLES: f32 = 198.0;
/// No card grows wider.
const WIDEST: f32 = 900.0;

/// Draws the job card of the pathway at index `at` of the project over the room at hand.
pub fn show(ui: &mut Ui, view: &View<'_>, out: &mut Out, at: usize) {
    let Some(card) = JobCard::of(view, at) else {
        text::soft(ui, view.theme, CardMsg::NoAnswer.text(view.lang));
        return;
    };
    ScrollArea::vertical()
        .id_salt(("job card", &card.id))
        .auto_shrink([false, false])
        .show(ui, |ui| {
            ui.set_max_width(ui.available_width().min(WIDEST) - metric::SPACE_S);
            ui.spacing_mut().item_spacing = vec2(metric::SPACE_S, metric::SPACE_XS);
            head(ui, view, &card);
            match &card.body {
                Ok(body) => grouped(ui, &card.name, |ui| show_body(ui, view, out, &card, body)),
                Err(error) => {
                    notice_line(ui, view.theme, Notice::Error, error, view.lang);
                    text::soft(ui, view.theme, CardMsg::NoAnswer.text(view.lang));
                }
            }
        });
}

/// What it is, of which pathway, and that it is an estimate.
fn head(ui: &mut Ui, view: &View<'_>, card: &JobCard) {
    text::small(ui, view.theme, CardMsg::Title.head(view.lang));
    ui.horizontal_top(|ui| {
        pathway_badge(ui, view.theme, card.index, &card.name);
        // A long name wraps beside its badge.
        ui.vertical(|ui| text::title(ui, view.theme, &card.name));
    });
    text::small(ui, view.theme, CommonMsg::EstimateNote.head(view.lang));
    ui.add_space(metric::SPACE_S);
}

fn show_body(ui: &mut Ui, view: &View<'_>, out: &mut Out, card: &JobCard, body: &Body) {
    let theme = view.theme;
    text::Flow::new(&body.headline, theme.medium_font(metric::TEXT_NAME), theme.ink)
        .alone()
        .show(ui);
    if let Some(second) = &body.second {
        text::soft(ui, theme, second);
    }
    if let Some(character) = &body.character {
        ui.add_space(metric::SPACE_XS);
        text::soft(ui, theme, character);
    }
    if let Some(lead) = &body.lead {
        text::rule(ui, theme);
        show_lead(ui, view, out, lead);
    }
    if !body.traps.is_empty() {
        text::rule(ui, theme);
    }
    for trap in &body.traps {
        notice_line(ui, theme, Notice::Warning, trap, view.lang);
    }
    for line in body.lines.iter().chain([&body.checks]) {
        text::rule(ui, theme);
        show_line(ui, view, out, card, body, line);
    }
    text::rule(ui, theme);
    notice_line(ui, theme, Notice::Info, body.estimate, view.lang);
    ui.add_space(metric::SPACE_L);
}

/// Break-even beside the figure that decides the losses, each with its sentence.
fn show_lead(ui: &mut Ui, view: &View<'_>, out: &mut Out, lead: &Lead) {
    let theme = view.theme;
    let wide = ui.available_width() >= WIDE && lead.doubt.is_some();
    let even = |ui: &mut Ui, out: &mut Out| {
        text::small(ui, theme, CardMsg::Even.head(view.lang));
        if let Some(cell) = &lead.even {
            let id = ("lead", format!("{:?}", cell.opens));
            let figure = Figure::new(id, &cell.name, &cell.value, view.lang).big();
            // Room for a range keeps the sentences of both on one height.
            let figure = if wide { figure.range(None) } else { figure };
            let response = figure.own(&view.own_hint(&cell.opens)).show(ui, theme);
            if figure_acts::touched(ui, view, out, &response, &cell.opens) {
                out.open(cell.opens.clone());
            }
        }
        text::small_ink(ui, theme, &lead.even_text);
    };
    let doubt = |ui: &mut Ui, out: &mut Out| {
        let Some(doubt) = &lead.doubt else { return };
        let cell = &doubt.cell;
        text::small(ui, theme, &cell.word);
        let figure = Figure::new(
            ("lead", format!("{:?}", cell.opens)),
            &cell.name,
            &cell.value,
            view.lang,
        )
        .big()
        .unit(&cell.unit)
        .range(cell.range.as_deref())
        .grade(doubt.grade.letter())
        .assumed(doubt.grade == crate::data::Grade::D);
        let response = figure.own(&view.own_hint(&cell.opens)).show(ui, theme);
        if figure_acts::touched(ui, view, out, &response, &cell.opens) {
            out.open(cell.opens.clone());
        }
        text::small_ink(ui, theme, &doubt.text);
    };
    if wide {
        let middle = ui.available_rect_before_wrap().center().x;
        paint::split(
            ui,
            out,
            (middle - metric::SPACE_M, middle + metric::SPACE_M),
            Align::Min,
            even,
            doubt,
        );
    } else {
        even(ui, out);
        ui.add_space(metric::SPACE_M);
        doubt(ui, out);
    }
    if let Some(caution) = &lead.caution {
        ui.add_space(metric::SPACE_S);
        notice_line(ui, theme, Notice::Warning, caution, view.lang);
    }
}

/// One line: its title beside or above what it says.
fn show_line(ui: &mut Ui, view: &View<'_>, out: &mut Out, card: &JobCard, body: &Body, line: &Line) {
    let painter = Painter {
        view,
        index: card.index,
        scale: body.scale,
        id: (&card.id, line.key),
        title: line.title,
    };
    if ui.available_width() < WIDE {
        let stacked = !fits(ui, view, line);
        title(ui, view, line, stacked);
        ui.add_space(metric::SPACE_XS);
        painter.blocks(ui, out, &line.blocks);
        return;
    }
    let left = ui.cursor().left();
    let (end, begin) = (left + TITLES - metric::SPACE_L, left + TITLES);
    paint::split(
        ui,
        out,
        (end, begin),
        Align::Min,
        |ui, _| title(ui, view, line, true),
        |ui, out| painter.blocks(ui, out, &line.blocks),
    );
}

/// Whether title and hint of `line` fit side by side.
fn fits(ui: &Ui, view: &View<'_>, line: &Line) -> bool {
    let theme = view.theme;
    let width = |words: &str, font| {
        crate::ui::widget::line(ui.painter(), words, font, theme.ink)
            .size()
            .x
    };
    let title = width(line.title, theme.medium_font(metric::TEXT_BODY));
    let hint = width(&line.hint, theme.font(metric::TEXT_SMALL));
    metric::ICON + title + hint + 2.0 * metric::SPACE_S <= ui.available_width()
}

fn title(ui: &mut Ui, view: &View<'_>, line: &Line, stacked: bool) {
    let theme = view.theme;
    let told = ui.horizontal(|ui| {
        text::icon(ui, theme, line.icon, theme.ink_soft);
        if stacked {
            ui.vertical(|ui| {
                text::heading(ui, theme, line.title);
                text::small(ui, theme, &line.hint);
            });
        } else {
            text::heading(ui, theme, line.title);
            text::small(ui, theme, &line.hint);
        }
    });
    if let Some(more) = line.more {
        told.response.hint(more);
    }
}
