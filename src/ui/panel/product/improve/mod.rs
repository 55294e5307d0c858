//! What to change: the moves of the catalogue as a colleague would tell them, the best first, beside what blocks and the
//! design rules.

mod block;
pub mod combine;
pub mod data;
pub mod far;
mod marks;

use super::change;
use super::data::names;
use crate::explain::advice::{Advice, MEASURES};
use crate::figure::PathwayFigure;
use crate::model::PathwayId;
use crate::text::{AdviceMsg, CommonMsg, ImproveMsg};
use crate::ui::improving::{Improve, Look};
use crate::ui::theme::metric;
use crate::ui::view::{Command, Out, View};
use crate::ui::widget::badge::paint_pathway_badge;
use crate::ui::widget::{Button, choice, segmented, text};
use egui::{Align, Id, Layout, Sense, Ui, vec2};

/// From this width on advice stands beside blockers and rules.
const SIDE_BY_SIDE: f32 = 980.0;
/// Most width of a line of advice.
const LINE: f32 = 720.0;
/// Blocks that are told at once; the others unfold.
const FIRST: usize = 6;
/// Room of a pathway's letter.
const BADGE: f32 = 32.0;
/// Lines that are told of one reason.
const LINES: usize = 60;

/// Shows advice, blockers and rules.
pub(super) fn show(ui: &mut Ui, view: &View<'_>, out: &mut Out) {
    look(ui, view, out);
    if view.selection.improving.look == Look::Together {
        return change::list(ui, "combinations", |ui| combine::show(ui, view, out));
    }
    if view.selection.improving.look == Look::HowFar {
        return change::list(ui, "how far", |ui| far::show(ui, view, out));
    }
    let room = ui.available_size();
    if room.x < SIDE_BY_SIDE {
        change::list(ui, "what to change", |ui| {
            advice(ui, view, out);
            text::rule(ui, view.theme);
            view.dimmed(ui, |ui| change::both(ui, view, out));
        });
        return;
    }
    let left = ((room.x - metric::SPACE_XXL) * 0.58).min(LINE + metric::SPACE_L);
    let right = room.x - metric::SPACE_XXL - left;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = metric::SPACE_XXL;
        let layout = Layout::top_down(Align::Min);
        ui.allocate_ui_with_layout(vec2(left, room.y), layout, |ui| {
            change::list(ui, "advice", |ui| advice(ui, view, out));
        });
        ui.allocate_ui_with_layout(vec2(right, room.y), layout, |ui| {
            let both = |ui: &mut Ui| change::list(ui, "blockers and rules", |ui| change::both(ui, view, out));
            view.dimmed(ui, both);
        });
    });
}

/// One move at a time, or several together.
fn look(ui: &mut Ui, view: &View<'_>, out: &mut Out) {
    let lang = view.lang;
    let names = Look::ALL.map(|look| look.name().text(lang));
    let now = Look::ALL
        .iter()
        .position(|look| *look == view.selection.improving.look);
    let id = Id::unique("look at moves");
    let picked = segmented(
        ui,
        view.theme,
        id,
        ImproveMsg::Look.text(lang),
        &names,
        now.unwrap_or_default(),
    );
    if let Some(look) = picked.and_then(|at| Look::ALL.get(at)) {
        out.command(Command::Improve(Improve::Look(*look)));
    }
    ui.add_space(metric::SPACE_S);
}

/// What is asked, and the moves.
fn advice(ui: &mut Ui, view: &View<'_>, out: &mut Out) {
    let (theme, lang) = (view.theme, view.lang);
    ui.set_max_width(ui.available_width().min(LINE));
    let Some(pathway) = view.selection.advised(view.project, view.library) else {
        block::wrapped(ui, theme, ImproveMsg::NoPathway.text(lang), theme.ink_soft);
        return;
    };
    asked(ui, view, out, pathway);
    if let Some(opening) = &view.selection.improving.opens {
        let messages = [ImproveMsg::OnlyOpens, ImproveMsg::OnlyOpensAny];
        ui.horizontal_wrapped(|ui| {
            block::wrapped(
                ui,
                theme,
                &data::opening_words(view, opening, messages),
                theme.ink,
            );
            if Button::quiet(ImproveMsg::ShowAll.text(lang))
                .show(ui, theme)
                .clicked()
            {
                out.command(Command::Improve(Improve::All));
            }
        });
    }
    let Some(advice) = view.advice else {
        block::wrapped(ui, theme, CommonMsg::BeingWorkedOut.text(lang), theme.ink_soft);
        return;
    };
    let opacity = ui.opacity();
    if advice.stale {
        ui.multiply_opacity(theme.dim());
    }
    match advice.found {
        Ok(found) => moves(ui, view, out, (found, pathway, advice.stale)),
        Err(cannot) => {
            let words = cannot.text(view.project, view.library, lang);
            block::wrapped(ui, theme, &words, theme.ink);
        }
    }
    ui.set_opacity(opacity);
}

/// The pathway that is advised on and the figure to rank by, in one row where both fit.
fn asked(ui: &mut Ui, view: &View<'_>, out: &mut Out, pathway: &PathwayId) {
    let (theme, lang) = (view.theme, view.lang);
    let room = ui.available_width();
    let (name, rank) = (names(view).pathway(pathway), view.selection.improving.rank());
    let width = |words: &str| choice::wanted(ui, theme, words);
    let label = text::small_width(ui, theme, ImproveMsg::Rank.text(lang)) + metric::SPACE_S;
    let widths = (width(&name), width(rank.text(lang)));
    let fits = BADGE + widths.0 + metric::SPACE_L + label + widths.1 + metric::SPACE_XXL <= room;
    let is_low = label + widths.1 > room;
    let beside = if is_low { 0.0 } else { label };
    let widths = (widths.0.min(room - BADGE), widths.1.min(room - beside));
    let rows = |ui: &mut Ui, out: &mut Out| {
        ui.horizontal(|ui| of_pathway(ui, view, out, (pathway, &name, widths.0)));
        if is_low {
            text::small(ui, theme, ImproveMsg::Rank.text(lang));
            ranked(ui, view, out, (rank, widths.1));
        } else {
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = metric::SPACE_S;
                ui.set_min_height(metric::ROW);
                text::small(ui, theme, ImproveMsg::Rank.text(lang));
                ranked(ui, view, out, (rank, widths.1));
            });
        }
    };
    if fits {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = metric::SPACE_L;
            rows(ui, out);
        });
    } else {
        rows(ui, out);
    }
}

fn of_pathway(ui: &mut Ui, view: &View<'_>, out: &mut Out, (pathway, name, width): (&PathwayId, &str, f32)) {
    ui.spacing_mut().item_spacing.x = metric::SPACE_S;
    ui.set_min_height(metric::ROW);
    let all = || view.project.pathways.iter();
    let place = all().position(|known| &known.id == pathway);
    let (rect, _) = ui.allocate_exact_size(vec2(BADGE - metric::SPACE_S, metric::ROW), Sense::empty());
    paint_pathway_badge(ui.painter(), view.theme, rect.center(), place.unwrap_or_default());
    let options = || {
        all()
            .map(|one| (one.id.clone(), names(view).pathway(&one.id)))
            .collect()
    };
    let words = ImproveMsg::Pathway.text(view.lang);
    let picked = choice::choice(
        ui,
        "advised pathway",
        words,
        (name, Some(pathway)),
        width,
        options,
    );
    if let Some(id) = picked {
        out.command(Command::Improve(Improve::Pathway(id)));
    }
}

fn ranked(ui: &mut Ui, view: &View<'_>, out: &mut Out, (rank, width): (PathwayFigure, f32)) {
    let lang = view.lang;
    let words = ImproveMsg::Rank.text(lang);
    let named = |figure: PathwayFigure| (figure, figure.text(lang).to_owned());
    let options = || MEASURES.into_iter().map(named).collect();
    let shown = (rank.text(lang), Some(&rank));
    if let Some(figure) = choice::choice(ui, "rank of advice", words, shown, width, options) {
        out.command(Command::Improve(Improve::Rank(figure)));
    }
}

/// The blocks that help, then what is not worth it, last what cannot be made; `pathway` is the one that is advised on.
fn moves(ui: &mut Ui, view: &View<'_>, out: &mut Out, (advice, pathway, stale): (&Advice, &PathwayId, bool)) {
    let (theme, lang) = (view.theme, view.lang);
    let list = data::list(view, advice, view.selection.improving.opens.as_ref());
    block::wrapped(ui, theme, ImproveMsg::Hint.text(lang), theme.ink_soft);
    if let Some(nothing) = &list.nothing {
        ui.add_space(metric::SPACE_M);
        text::Flow::new(nothing, theme.font(metric::TEXT_BODY), theme.ink).show(ui);
    }
    let shown = block::Shown {
        view,
        pathway,
        stale,
        scale: list.scale,
    };
    for (at, block) in list.blocks.iter().take(FIRST).enumerate() {
        shown.block(ui, out, block, at == 0);
    }
    let more = list.blocks.get(FIRST..).unwrap_or_default();
    if !more.is_empty()
        && fold(
            ui,
            view,
            "more that help",
            ImproveMsg::MoreHelp.text(lang),
            more.len(),
        )
    {
        for block in more {
            shown.block(ui, out, block, false);
        }
    }
    if !list.blocks.is_empty() {
        ui.add_space(metric::SPACE_S);
        block::wrapped(ui, theme, ImproveMsg::Marks.text(lang), theme.ink_soft);
    }
    ui.add_space(metric::SPACE_S);
    let folds = [
        ("not worth it", AdviceMsg::NotWorth, list.idle, true),
        ("cannot be made", AdviceMsg::CannotBe, list.cannot, false),
    ];
    for (key, name, count, can) in folds {
        if count > 0 && fold(ui, view, key, name.text(lang), count) {
            idle(ui, view, out, (&shown, &data::idle(view, advice, can)));
        }
    }
}

/// Lines of what does not help, with the reason; what can be made can be tried all the same.
fn idle(ui: &mut Ui, view: &View<'_>, out: &mut Out, (shown, lines): (&block::Shown<'_>, &[data::Idle])) {
    for line in lines.iter().take(LINES) {
        shown.idle(ui, out, line);
    }
    if let Some(more) = lines.len().checked_sub(LINES + 1) {
        let words = ImproveMsg::AndLines.with(view.lang, &[("count", &(more + 1).to_string())]);
        block::wrapped(ui, view.theme, &words, view.theme.ink_soft);
    }
}

/// The head of lines that begin folded; true while they are unfolded.
fn fold(ui: &mut Ui, view: &View<'_>, key: &str, name: &str, count: usize) -> bool {
    let values = [("name", name), ("count", &count.to_string())];
    let words = ImproveMsg::Folded.with(view.lang, &values);
    change::fold_of(
        ui,
        view.theme,
        Id::unique(("advice", key)),
        (name, &count.to_string(), &words),
        false,
    )
}
