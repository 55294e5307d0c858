//! The smallest change that reaches a target on one figure while another keeps to its floor.

use super::super::block::wrapped;
use super::data;
use crate::explain::advice::{Axis, Bound};
use crate::figure::{Better, Form, PathwayFigure};
use crate::text::ImproveMsg;
use crate::ui::improving::{Bounds, CombinedView, Improve};
use crate::ui::theme::metric;
use crate::ui::view::{Command, Out, View};
use crate::ui::widget::{Commit, NumberField, choice, text};
use egui::{Ui, vec2};

/// Shows what is asked, and the answer.
pub(super) fn show(ui: &mut Ui, view: &View<'_>, out: &mut Out, combined: &CombinedView<'_>) {
    let (theme, lang) = (view.theme, view.lang);
    let bounds = view.selection.improving.bounds;
    text::heading(ui, theme, ImproveMsg::Smallest.head(lang));
    let target = Asked {
        view,
        name: ImproveMsg::Target.head(lang),
        key: "target",
    };
    if let Some(Next(Some(target))) = target.show(ui, Some(bounds.target)) {
        out.command(Command::Improve(Improve::Bounds(Bounds { target, ..bounds })));
    }
    let floor = Asked {
        name: ImproveMsg::Floor.head(lang),
        key: "floor",
        ..target
    };
    if let Some(Next(floor)) = floor.show(ui, bounds.floor) {
        out.command(Command::Improve(Improve::Bounds(Bounds { floor, ..bounds })));
    }
    let Some((sentence, line)) = data::smallest(view, combined) else {
        return;
    };
    ui.add_space(metric::SPACE_XS);
    wrapped(ui, theme, &sentence, theme.ink);
    if !line.moves.is_empty() {
        wrapped(ui, theme, &line.moves, theme.ink);
    }
    super::try_it(ui, view, out, (&line, combined.stale));
}

/// What a bound becomes; a floor may go.
struct Next(Option<Bound>);

/// A bound that is asked for.
#[derive(Clone, Copy)]
struct Asked<'a> {
    view: &'a View<'a>,
    name: &'a str,
    key: &'static str,
}

impl Asked<'_> {
    /// Figure and value in one row; answers what is asked for next, none where nothing changed.
    fn show(self, ui: &mut Ui, now: Option<Bound>) -> Option<Next> {
        let lang = self.view.lang;
        let mut next = None;
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(metric::SPACE_S, metric::SPACE_XS);
            ui.set_min_height(metric::ROW);
            text::small(ui, self.view.theme, self.name);
            if let Some(picked) = self.figure(ui, now) {
                next = Some(picked);
            }
            let Some(bound) = now else { return };
            let less = bound.figure.row().better == Better::Less;
            let word = if less {
                ImproveMsg::AtMost
            } else {
                ImproveMsg::AtLeast
            };
            text::small(ui, self.view.theme, word.text(lang));
            let is_share = bound.figure.form() == Form::Share;
            let times = if is_share { 100.0 } else { 1.0 };
            let name = lang.beside(self.name, word.text(lang));
            let field = NumberField::new(("bound", self.key), &name, Some(bound.value * times), lang)
                .unit(if is_share {
                    "%"
                } else {
                    bound.figure.form().unit(lang)
                })
                .range(-1e9, 1e9)
                .example(20.0)
                .width(96.0)
                .bare();
            if let Some(Commit::Value(value)) = field.show(ui, self.view.theme).commit {
                next = Some(Next(Some(Bound {
                    value: value / times,
                    ..bound
                })));
            }
        });
        next
    }

    /// The figure; a floor may be none.
    fn figure(self, ui: &mut Ui, now: Option<Bound>) -> Option<Next> {
        let lang = self.view.lang;
        let named = |figure: Option<PathwayFigure>| {
            figure.map_or(ImproveMsg::NoFloor.text(lang), |figure| figure.text(lang))
        };
        let current = now.map(|bound| bound.figure);
        let words = named(current);
        let width = choice::wanted(ui, self.view.theme, words).min(ui.available_width());
        let options = || {
            let figures = Axis::all().into_iter().filter_map(|axis| match axis {
                Axis::Figure(figure) => Some(Some(figure)),
                Axis::MovesCount => None,
            });
            let none = (self.key == "floor").then_some(None);
            none.into_iter()
                .chain(figures)
                .map(|figure| (figure, named(figure).to_owned()))
                .collect()
        };
        let picked = choice::choice(
            ui,
            ("bound figure", self.key),
            self.name,
            (words, Some(&current)),
            width,
            options,
        );
        let bound = |figure: PathwayFigure| Bound { figure, value: 0.0 };
        picked.map(|figure| Next(figure.map(bound)))
    }
}
