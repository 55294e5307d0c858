//! A figure opened: formula, the numbers put in, its terms, and the factors with their sources and grades.
//!
//! Invariant: what is said comes from [`Told`]; here stand the cross, the fields and the buttons between its parts.

use super::told::Told;
use super::uncertain::Spread;
use super::{beside, uncertain};
use crate::explain::FigureId;
use crate::flow::InputKey;
use crate::report::sheet::{Block, Tone};
use crate::text::{CommonMsg, CompareMsg, LibraryMsg};
use crate::ui::act::{self, Act, offer};
use crate::ui::icon;
use crate::ui::shared::blocks::Blocks;
use crate::ui::shared::figure_acts;
use crate::ui::theme::metric;
use crate::ui::view::{Command, Out, View};
use crate::ui::widget::{Button, text};
use egui::{Align, Key, Layout, Popup, Ui};

/// Draws `figure` opened; Escape or the cross closes it.
pub fn show(ui: &mut Ui, view: &View<'_>, out: &mut Out, figure: &FigureId) {
    let copies = act::keyed(ui, &[offer(Act::CopyFigure)]).is_some();
    if copies && !act::is_on_figure(ui.ctx()) {
        ui.ctx().copy_text(figure_acts::text(view, figure));
    }
    if let Some((told, spread)) = Told::of(view, figure) {
        draw(ui, view, out, figure, (&told, spread.as_ref()));
        replace(ui, view, out, figure);
    } else {
        head(ui, view, out, CompareMsg::NoAnswer.head(view.lang));
        let words = CompareMsg::CannotExplain.text(view.lang);
        Blocks::read(view, "opened figure").text(ui, Tone::Small, words);
    }
}

/// The way from a factor to its place in the library, where the user's own figure is typed in.
fn replace(ui: &mut Ui, view: &View<'_>, out: &mut Out, figure: &FigureId) {
    if let FigureId::Factor(InputKey::Factor(id)) = figure
        && view.library.factor(id.as_str()).is_some()
    {
        ui.add_space(metric::SPACE_XS);
        let button = Button::quiet(LibraryMsg::Replace.text(view.lang)).icon(icon::PENCIL);
        if button.show(ui, view.theme).clicked() {
            out.command(Command::SelectFactor(id.clone()));
        }
    }
}

/// Draws what is told of `figure`, each part under a rule.
fn draw(
    ui: &mut Ui,
    view: &View<'_>,
    out: &mut Out,
    figure: &FigureId,
    (told, spread): (&Told, Option<&Spread>),
) {
    ui.spacing_mut().item_spacing.y = metric::SPACE_XS;
    let title = told.lead.iter().find_map(|block| match block {
        Block::Figure(figure) => Some(figure.name.as_str()),
        _ => None,
    });
    head(ui, view, out, title.unwrap_or_default());
    part(ui, view, out, "lead", &told.lead, false);
    part(ui, view, out, "formula", &told.formula, true);
    part(ui, view, out, "terms", &told.terms, true);
    if let (FigureId::Pathway(pathway, figure), Some(spread)) = (figure, spread) {
        uncertain::show(ui, view, out, (pathway, *figure), (told, spread));
    }
    part(ui, view, out, "why", &told.why, true);
    // What can be set stands above the factors, of which there may be many.
    beside::show(ui, view, out, figure, &told.indirect);
    part(ui, view, out, "factors", &told.factors, true);
    part(ui, view, out, "notes", &told.notes, true);
    ui.add_space(metric::SPACE_M);
    let copy = Button::quiet(CompareMsg::CopyText.text(view.lang)).icon(icon::COPY);
    if copy.show(ui, view.theme).clicked() {
        ui.ctx().copy_text(told.as_text(view.lang));
    }
}

/// One part, where it says anything.
pub(super) fn part(
    ui: &mut Ui,
    view: &View<'_>,
    out: &mut Out,
    name: &str,
    blocks: &[Block],
    is_ruled: bool,
) {
    if blocks.is_empty() {
        return;
    }
    if is_ruled {
        text::rule(ui, view.theme);
    }
    Blocks::read(view, ("opened figure", name)).show(ui, out, blocks);
}

/// Title and the cross that closes.
fn head(ui: &mut Ui, view: &View<'_>, out: &mut Out, title: &str) {
    let theme = view.theme;
    let escape = ui.input(|input| input.key_pressed(Key::Escape)) && !Popup::is_any_open(ui.ctx());
    let closed = ui
        .with_layout(Layout::right_to_left(Align::Min), |ui| {
            let close = CommonMsg::Close.text(view.lang);
            let closed = Button::icon_only(icon::CROSS, close).show(ui, theme).clicked();
            ui.with_layout(Layout::top_down(Align::Min), |ui| {
                text::name(ui, theme, title);
            });
            closed
        })
        .inner;
    if closed || escape {
        out.command(Command::OpenFigure(None));
    }
}
