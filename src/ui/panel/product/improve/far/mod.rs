//! How far: one lever, the figure that it moves, the target, and the value at which it is met; beside it a map of two levers.

mod curve;
pub mod data;
mod map;

use super::block::wrapped;
use crate::edit::Edit;
use crate::explain::advice::{Axis, Far, Found, Lever, Target};
use crate::figure::{Form, PathwayFigure};
use crate::model::{Name, PathwayId};
use crate::text::{CommonMsg, ImproveMsg, Lang};
use crate::ui::improving::Improve;
use crate::ui::theme::metric;
use crate::ui::view::{Command, Out, View};
use crate::ui::widget::searched::searched;
use crate::ui::widget::{Button, Commit, NumberField, choice, text};
use egui::{Align, Layout, Ui, vec2};

/// From this width on the curve stands beside its words.
const SIDE_BY_SIDE: f32 = 900.0;

/// Shows the page.
pub(super) fn show(ui: &mut Ui, view: &View<'_>, out: &mut Out) {
    let (theme, lang) = (view.theme, view.lang);
    let Some(pathway) = view.selection.advised(view.project, view.library) else {
        wrapped(ui, theme, ImproveMsg::NoPathway.text(lang), theme.ink_soft);
        return;
    };
    let name = super::names(view).pathway(pathway);
    let width = choice::wanted(ui, theme, &name).min(ui.available_width() - super::BADGE);
    ui.horizontal(|ui| super::of_pathway(ui, view, out, (pathway, &name, width)));
    let Some(far) = view.far else {
        wrapped(ui, theme, CommonMsg::BeingWorkedOut.text(lang), theme.ink_soft);
        return;
    };
    let found = match far.found {
        Ok(found) => found,
        Err(cannot) => {
            let words = cannot.text(view.project, view.library, lang);
            wrapped(ui, theme, &words, theme.ink);
            again(ui, view, out);
            return;
        }
    };
    asked(ui, view, out, (found, far.targets));
    let opacity = ui.opacity();
    if far.stale {
        ui.multiply_opacity(theme.dim());
    }
    answer(ui, view, out, (pathway, found, far.stale));
    ui.set_opacity(opacity);
}

/// The way on where what was asked cannot be answered: another lever of the pathway in its place.
fn again(ui: &mut Ui, view: &View<'_>, out: &mut Out) {
    let now = &view.selection.improving.far;
    let other = Far {
        lever: None,
        beside: None,
        ..now.clone()
    };
    let words = ImproveMsg::OtherLever.text(view.lang);
    if *now != other && Button::quiet(words).show(ui, view.theme).clicked() {
        out.command(Command::Improve(Improve::Far(other)));
    }
}

/// Room that the name above a list takes.
const NAMED: f32 = 180.0;

/// Whatever `control` draws under `name`, as wide as it needs to show `words`.
fn under<R>(
    ui: &mut Ui,
    view: &View<'_>,
    (name, words): (&str, &str),
    control: impl FnOnce(&mut Ui, f32) -> R,
) -> R {
    let wanted = choice::wanted(ui, view.theme, words);
    // What the row has left is not enough for the name: the list begins the next one.
    if ui.available_size_before_wrap().x < wanted.max(NAMED) {
        ui.end_row();
    }
    choice::above(ui, view.theme, name, |ui| {
        let width = wanted.min(ui.available_width());
        control(ui, width)
    })
}

/// A list to choose from under its name.
fn list<T: Clone + PartialEq>(
    ui: &mut Ui,
    view: &View<'_>,
    (key, name): (&'static str, &str),
    shown: (&str, Option<&T>),
    options: impl FnOnce() -> Vec<(T, String)>,
) -> Option<T> {
    under(ui, view, (name, shown.0), |ui, width| {
        choice::choice(ui, ("how far", key), name, shown, width, options)
    })
}

/// A list of levers under its name: they are many, so they are searched.
fn levers_list<T: Clone + PartialEq>(
    ui: &mut Ui,
    view: &View<'_>,
    (key, name): (&'static str, &str),
    shown: (&str, Option<&T>),
    options: impl FnOnce() -> Vec<(T, Name)>,
) -> Option<T> {
    under(ui, view, (name, shown.0), |ui, width| {
        searched(ui, ("how far", key), name, shown, (width, view.lang), options)
    })
}

/// What is asked: lever, figure, target, and the second lever of the map.
fn asked(
    ui: &mut Ui,
    view: &View<'_>,
    out: &mut Out,
    (found, targets): (&Found, &[(Target, PathwayFigure, f64)]),
) {
    let lang = view.lang;
    let now = &view.selection.improving.far;
    let mut next = now.clone();
    let levers = || found.levers.iter();
    let named = |lever: &Lever| (lever.id.clone(), lever.name.clone());
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(metric::SPACE_L, metric::SPACE_S);
        let shown = (found.lever.name.get(lang), Some(&found.lever.id));
        let name = ImproveMsg::Lever.head(lang);
        if let Some(picked) = levers_list(ui, view, ("lever", name), shown, || levers().map(named).collect())
        {
            let of = |id: &String| levers().find(|lever| &lever.id == id);
            let lever = of(&picked);
            // A second one that cannot stand beside it goes.
            next.beside
                .take_if(|beside| of(beside).zip(lever).is_some_and(|(a, b)| a.shares_a_whole(b)));
            next.lever = Some(picked);
        }
        let figures = || {
            let figures = Axis::all().into_iter().filter_map(|axis| match axis {
                Axis::Figure(figure) => Some((figure, figure.text(lang).to_owned())),
                Axis::MovesCount => None,
            });
            figures.collect()
        };
        let shown = (found.figure.text(lang), Some(&found.figure));
        let name = ImproveMsg::Figure.head(lang);
        if let Some(figure) = list(ui, view, ("figure", name), shown, figures) {
            next.figure = figure;
            // A typed value is one of the figure before.
            next.target
                .take_if(|target| !matches!(target, Target::Pathway(_)));
        }
        target(ui, view, &mut next, (found, targets));
        let none = ImproveMsg::NoSecond;
        let second = found.map.as_ref().map(|map| map.lever.id.clone());
        let words = (found.map.as_ref()).map_or(none.text(lang), |map| map.lever.name.get(lang));
        let options = || {
            let stands = |lever: &&Lever| lever.id != found.lever.id && !lever.shares_a_whole(&found.lever);
            let others = levers().filter(stands).map(named);
            let others = others.map(|(id, name)| (Some(id), name));
            let none = Name::new(none.text(Lang::En), none.text(Lang::Zh));
            std::iter::once((None, none)).chain(others).collect()
        };
        let name = ImproveMsg::Second.head(lang);
        let shown = (words, Some(&second));
        if let Some(beside) = levers_list(ui, view, ("second", name), shown, options) {
            next.beside = beside;
        }
    });
    if next != *now {
        out.command(Command::Improve(Improve::Far(next)));
    }
}

/// The target: one of those that are named, or a value.
fn target(
    ui: &mut Ui,
    view: &View<'_>,
    next: &mut Far,
    (found, targets): (&Found, &[(Target, PathwayFigure, f64)]),
) {
    let lang = view.lang;
    let typed = match next.target {
        Some(Target::Value(value)) => Some(value),
        _ => None,
    };
    let current = next.target.clone().or_else(|| Some(found.aim.clone()));
    let words =
        |(one, figure, value): &(Target, PathwayFigure, f64)| data::target(view, one, *figure, *value);
    let known = targets.iter().find(|(one, ..)| Some(one) == current.as_ref());
    let shown = known.map_or_else(|| ImproveMsg::AsTyped.text(lang).to_owned(), words);
    let options = || {
        let own = (
            Target::Value(typed.unwrap_or(found.target)),
            ImproveMsg::AsTyped.text(lang).to_owned(),
        );
        let all = targets.iter().map(|one| (one.0.clone(), words(one)));
        all.chain(std::iter::once(own)).collect()
    };
    let name = ImproveMsg::Target.head(lang);
    if let Some(picked) = list(ui, view, ("target", name), (&shown, current.as_ref()), options) {
        next.target = Some(picked);
    }
    let Some(value) = typed else { return };
    let is_share = found.figure.form() == Form::Share;
    let times = if is_share { 100.0 } else { 1.0 };
    let name = ImproveMsg::AsTyped.text(lang);
    let field = NumberField::new("target of how far", name, Some(value * times), lang)
        .unit(if is_share {
            "%"
        } else {
            found.figure.form().unit(lang)
        })
        .range(-1e9, 1e9)
        .example(20.0)
        .width(96.0);
    if let Some(Commit::Value(value)) = field.show(ui, view.theme).commit {
        next.target = Some(Target::Value(value / times));
    }
}

/// The answer in words, the response, and the map.
fn answer(ui: &mut Ui, view: &View<'_>, out: &mut Out, of: (&PathwayId, &Found, bool)) {
    let (_, found, _) = of;
    let room = ui.available_width();
    ui.add_space(metric::SPACE_S);
    if room < SIDE_BY_SIDE {
        words(ui, view, out, of);
        curve::show(ui, view, found);
        map::show(ui, view, found);
        return;
    }
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = metric::SPACE_XXL;
        let layout = Layout::top_down(Align::Min);
        let half = (room - metric::SPACE_XXL) / 2.0;
        ui.allocate_ui_with_layout(vec2(half, 0.0), layout, |ui| {
            words(ui, view, out, of);
            curve::show(ui, view, found);
        });
        ui.allocate_ui_with_layout(vec2(half, 0.0), layout, |ui| map::show(ui, view, found));
    });
}

/// Where the target is met, each with the button that sets the lever there.
fn words(ui: &mut Ui, view: &View<'_>, out: &mut Out, (pathway, found, stale): (&PathwayId, &Found, bool)) {
    let (theme, lang) = (view.theme, view.lang);
    wrapped(ui, theme, &data::now(found, view), theme.ink_soft);
    for (sentence, value) in data::answers(found, view) {
        text::Flow::new(&sentence, theme.font(metric::TEXT_BODY), theme.ink).show(ui);
        let Some(value) = value else { continue };
        let said = data::lever(found, value, view);
        let waiting = stale.then(|| CommonMsg::BeingWorkedOut.text(lang));
        let words = ImproveMsg::SetLever.with(lang, &[("value", &said)]);
        if Button::quiet(&words).disabled(waiting).show(ui, theme).clicked() {
            out.edit(set(view, pathway, found, value));
        }
    }
}

/// The lever at `value` as one step.
fn set(view: &View<'_>, pathway: &PathwayId, found: &Found, value: f64) -> Edit {
    let said = |lang: Lang| {
        let value = found.lever.said(value, view.library, lang);
        let values = [("lever", found.lever.name.get(lang)), ("value", value.as_str())];
        ImproveMsg::LeverSet.with(lang, &values)
    };
    Edit::Named {
        name: Name::new(said(Lang::En), said(Lang::Zh)),
        edits: found.lever.edits(view.project, pathway, value),
    }
}
