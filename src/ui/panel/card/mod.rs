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
mod place;
mod quality;

pub use lead::Lead;
pub use lines::LINES;

use crate::text::{CardMsg, CommonMsg};
use crate::ui::shared::blocks::{Blocks, split};
use crate::ui::theme::metric;
use crate::ui::view::{Out, View};
use crate::ui::widget::{Hint as _, Notice, grouped, notice_line, pathway_badge, text};
use data::{Body, JobCard, Line};
use egui::{Align, Id, ScrollArea, Ui, vec2};

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
        show_lead(ui, view, out, card, lead);
    }
    if !body.traps.is_empty() {
        text::rule(ui, theme);
    }
    for trap in &body.traps {
        notice_line(ui, theme, Notice::Warning, trap, view.lang);
    }
    for line in body.lines.iter().chain([&body.checks]) {
        text::rule(ui, theme);
        show_line(ui, view, out, card, line);
    }
    text::rule(ui, theme);
    notice_line(ui, theme, Notice::Info, body.estimate, view.lang);
    ui.add_space(metric::SPACE_L);
}

/// Break-even beside the figure that decides the losses, each with its sentence.
fn show_lead(ui: &mut Ui, view: &View<'_>, out: &mut Out, card: &JobCard, lead: &Lead) {
    let wide = ui.available_width() >= WIDE && !lead.doubt.is_empty();
    let blocks = |title: &'static str| Blocks {
        view,
        id: Id::unique(("job card lead", &card.id, title)),
        title,
        is_level: wide,
        is_read: false,
    };
    let (even, doubt) = (blocks("even"), blocks("doubt"));
    if wide {
        let middle = ui.available_rect_before_wrap().center().x;
        let ends = (middle - metric::SPACE_M, middle + metric::SPACE_M);
        split(
            ui,
            out,
            ends,
            Align::Min,
            |ui, out| even.show(ui, out, &lead.even),
            |ui, out| doubt.show(ui, out, &lead.doubt),
        );
    } else {
        even.show(ui, out, &lead.even);
        ui.add_space(metric::SPACE_M);
        doubt.show(ui, out, &lead.doubt);
    }
    if let Some(caution) = &lead.caution {
        ui.add_space(metric::SPACE_S);
        notice_line(ui, view.theme, Notice::Warning, caution, view.lang);
    }
}

/// One line: its title beside or above what it says.
fn show_line(ui: &mut Ui, view: &View<'_>, out: &mut Out, card: &JobCard, line: &Line) {
    let painter = Blocks {
        view,
        id: Id::unique(("job card line", &card.id, line.key)),
        title: line.title,
        is_level: false,
        is_read: false,
    };
    if ui.available_width() < WIDE {
        let stacked = !fits(ui, view, line);
        title(ui, view, line, stacked);
        ui.add_space(metric::SPACE_XS);
        painter.show(ui, out, &line.blocks);
        return;
    }
    let left = ui.cursor().left();
    let (end, begin) = (left + TITLES - metric::SPACE_L, left + TITLES);
    split(
        ui,
        out,
        (end, begin),
        Align::Min,
        |ui, _| title(ui, view, line, true),
        |ui, out| painter.show(ui, out, &line.blocks),
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
