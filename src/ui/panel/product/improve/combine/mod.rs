//! Combinations: which moves go together, what no other combination betters, and the smallest change that reaches a target.

mod chart;
pub mod data;
pub mod layout;
mod smallest;

use super::block::{try_button, wrapped};
use crate::explain::advice::{Axis, MOST_MOVES, Try};
use crate::report::picture::Subject;
use crate::text::{CommonMsg, ImproveMsg};
use crate::ui::improving::{CombinedView, Improve};
use crate::ui::shared::export_menu;
use crate::ui::theme::metric;
use crate::ui::view::{Command, Out, View};
use crate::ui::widget::touch::Touch;
use crate::ui::widget::{Button, Hint as _, choice, line, put_left, text};
use chart::Chart;
use data::Line;
use egui::{Align, Id, Layout, Role, Ui, vec2};

/// From this width on the chart stands beside its words.
const SIDE_BY_SIDE: f32 = 980.0;
/// Height of the chart.
const HEIGHT: f32 = 380.0;
/// Room of the tick before a line.
const SIGN: f32 = 22.0;

/// Shows the page.
pub(super) fn show(ui: &mut Ui, view: &View<'_>, out: &mut Out) {
    let theme = view.theme;
    axes(ui, view, out);
    let Some(combined) = view.combined else {
        wrapped(
            ui,
            theme,
            CommonMsg::BeingWorkedOut.text(view.lang),
            theme.ink_soft,
        );
        return;
    };
    progress(ui, view, out, &combined);
    if !combined.stale && combined.total > 0 {
        export_menu::show(ui, view, out, Subject::Combination);
    }
    let opacity = ui.opacity();
    if combined.stale {
        ui.multiply_opacity(theme.dim());
    }
    content(ui, view, out, &combined);
    ui.set_opacity(opacity);
}

/// The chart and its words, side by side where there is room.
fn content(ui: &mut Ui, view: &View<'_>, out: &mut Out, combined: &CombinedView<'_>) {
    let theme = view.theme;
    let axes = view.selection.improving.axes;
    let lines = data::front(view, combined, axes);
    let chosen = chosen(view, combined);
    let room = ui.available_width();
    let words = |ui: &mut Ui, out: &mut Out| {
        told(ui, view, out, (combined, &lines, chosen));
        for sentence in data::few(view, combined, axes) {
            wrapped(ui, theme, &sentence, theme.ink);
        }
        text::rule(ui, theme);
        smallest::show(ui, view, out, combined);
        text::rule(ui, theme);
        ticks(ui, view, out, combined);
    };
    let picture = |ui: &mut Ui, out: &mut Out| {
        let chart = Chart {
            view,
            combined,
            axes,
            lines: &lines,
            chosen,
        };
        let next = chart.show(ui, out, HEIGHT);
        chart::legend(ui, view, combined, theme);
        if let Some(point) = next
            .and_then(|next| combined.front.get(next))
            .and_then(|at| combined.points.get(*at))
        {
            out.command(Command::Improve(Improve::At(point.moves, point.pathway)));
        }
    };
    if room < SIDE_BY_SIDE {
        picture(ui, out);
        words(ui, out);
        return;
    }
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = metric::SPACE_XXL;
        let layout = Layout::top_down(Align::Min);
        let left = (room - metric::SPACE_XXL) * 0.58;
        ui.allocate_ui_with_layout(vec2(left, HEIGHT), layout, |ui| picture(ui, out));
        ui.allocate_ui_with_layout(vec2(room - metric::SPACE_XXL - left, HEIGHT), layout, |ui| {
            words(ui, out);
        });
    });
}

/// The chart alone, `height` high, as it is exported.
pub fn drawing(ui: &mut Ui, view: &View<'_>, combined: &CombinedView<'_>, height: f32) {
    let axes = view.selection.improving.axes;
    let lines = data::front(view, combined, axes);
    let chart = Chart {
        view,
        combined,
        axes,
        lines: &lines,
        chosen: usize::MAX,
    };
    chart.show(ui, &mut Out::default(), height - metric::SPACE_XXL);
    chart::legend(ui, view, combined, view.theme);
}

/// The place in the front that is looked at: the one that was chosen, while it is on the front, else its first.
fn chosen(view: &View<'_>, combined: &CombinedView<'_>) -> usize {
    let at = view.selection.improving.at;
    let points = combined.front.iter().map(|at| combined.points.get(*at));
    let is_it = |point: Option<&crate::explain::advice::Point>| {
        point.is_some_and(|point| at == Some((point.moves, point.pathway)))
    };
    points.into_iter().position(is_it).unwrap_or_default()
}

/// Both axes to choose, in one row where both fit.
fn axes(ui: &mut Ui, view: &View<'_>, out: &mut Out) {
    let (theme, lang) = (view.theme, view.lang);
    let now = view.selection.improving.axes;
    let asked: Vec<_> = [ImproveMsg::Across, ImproveMsg::Up]
        .into_iter()
        .zip(now)
        .map(|(name, axis)| {
            let words = data::axis_text(axis, view);
            let wanted = choice::wanted(ui, theme, &words);
            let label = text::small_width(ui, theme, name.text(lang));
            (name.text(lang), axis, words, wanted, label)
        })
        .collect();
    let room = ui.available_width();
    let gaps = metric::SPACE_S + metric::SPACE_L;
    let fits = asked
        .iter()
        .map(|(_, _, _, wanted, label)| wanted + label + gaps)
        .sum::<f32>()
        <= room;
    let each = |ui: &mut Ui, out: &mut Out| {
        for (at, (name, axis, words, wanted, label)) in asked.iter().enumerate() {
            let is_low = wanted + label + metric::SPACE_S > room;
            let width = if is_low {
                room
            } else {
                room - label - metric::SPACE_S
            };
            let shown = (words.as_str(), *axis, wanted.min(width));
            if is_low {
                choice::above(ui, theme, name, |ui| axis_of(ui, view, out, (at, name, shown)));
            } else {
                ui.horizontal(|ui| {
                    ui.set_min_height(metric::ROW);
                    ui.spacing_mut().item_spacing.x = metric::SPACE_S;
                    text::small(ui, theme, name);
                    axis_of(ui, view, out, (at, name, shown));
                });
            }
        }
    };
    if fits {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = metric::SPACE_L;
            each(ui, out);
        });
    } else {
        each(ui, out);
    }
}

/// The list that one axis is chosen from.
fn axis_of(ui: &mut Ui, view: &View<'_>, out: &mut Out, (at, name, shown): (usize, &str, (&str, Axis, f32))) {
    let (words, axis, width) = shown;
    let now = view.selection.improving.axes;
    let other = if at == 0 { now[1] } else { now[0] };
    let options = || {
        let all = Axis::all().into_iter().filter(|one| *one != other);
        all.map(|one| (one, data::axis_text(one, view))).collect()
    };
    let picked = choice::choice(ui, ("axis", at), name, (words, Some(&axis)), width, options);
    if let Some(picked) = picked {
        let axes = if at == 0 { [picked, other] } else { [other, picked] };
        out.command(Command::Improve(Improve::Axes(axes)));
    }
}

/// How far the work is, and the button that stops it.
fn progress(ui: &mut Ui, view: &View<'_>, out: &mut Out, combined: &CombinedView<'_>) {
    let (theme, lang) = (view.theme, view.lang);
    let counts = [combined.done, combined.total, combined.points.len()];
    let counts = counts.map(|count| crate::text::number::thousands(&count.to_string(), lang));
    let [done, total, points] = counts.each_ref().map(String::as_str);
    let values = [("done", done), ("total", total), ("points", points)];
    let is_whole = !combined.stale && combined.total > 0 && combined.done >= combined.total;
    let words = match (combined.running, combined.stale) {
        (true, true) => CommonMsg::BeingWorkedOut.text(lang).to_owned(),
        (true, false) => ImproveMsg::Combining.with(lang, &values),
        (false, true) => ImproveMsg::StoppedBefore.text(lang).to_owned(),
        (false, false) if is_whole => ImproveMsg::Combined.with(lang, &values),
        (false, false) => ImproveMsg::Stopped.with(lang, &values),
    };
    let button = if combined.running {
        Some((CommonMsg::Cancel.text(lang), Improve::Stop))
    } else {
        (!is_whole).then(|| (ImproveMsg::Again.text(lang), Improve::Again))
    };
    ui.horizontal(|ui| {
        ui.set_min_height(metric::ROW);
        text::small(ui, theme, &words);
        if let Some((name, act)) = button
            && Button::bare(name).show(ui, theme).clicked()
        {
            out.command(Command::Improve(act));
        }
    });
}

/// The front in words, a line each; the one that is looked at in full, with the button that tries it.
fn told(
    ui: &mut Ui,
    view: &View<'_>,
    out: &mut Out,
    (combined, lines, chosen): (&CombinedView<'_>, &[Line], usize),
) {
    let (theme, lang) = (view.theme, view.lang);
    text::heading(ui, theme, ImproveMsg::FrontTitle.head(lang));
    wrapped(ui, theme, ImproveMsg::FrontHint.text(lang), theme.ink_soft);
    for (at, line) in lines.iter().enumerate() {
        let is_chosen = at == chosen;
        ui.add_space(metric::SPACE_XS);
        let words = format!("{}{}{}", line.head, lang.colon(), line.figures);
        let id = Id::unique(("front of combinations", at));
        let response = row(ui, view, (id, Role::RadioButton), &words, is_chosen);
        if response.clicked()
            && let Some(point) = combined.front.get(at).and_then(|at| combined.points.get(*at))
        {
            out.command(Command::Improve(Improve::At(point.moves, point.pathway)));
        }
        if is_chosen {
            if !line.moves.is_empty() {
                wrapped(ui, theme, &line.moves, theme.ink);
            }
            try_it(ui, view, out, (line, combined.stale));
        }
    }
}

/// The button that tries a combination; none where it changes nothing.
fn try_it(ui: &mut Ui, view: &View<'_>, out: &mut Out, (line, stale): (&Line, bool)) {
    if line.tries.is_empty() {
        return;
    }
    let button = Button::quiet(ImproveMsg::TryIt.text(view.lang));
    if try_button(ui, view, button, (&line.moves, stale)).clicked() {
        let act = Improve::Try(line.pathway.clone(), line.tries.clone());
        out.command(Command::Improve(act));
    }
}

/// A line of words that is chosen or not.
fn row(ui: &mut Ui, view: &View<'_>, (id, role): (Id, Role), words: &str, is_chosen: bool) -> egui::Response {
    let theme = view.theme;
    let font = theme.font(metric::TEXT_SMALL);
    let ink = if is_chosen { theme.accent } else { theme.ink };
    let room = ui.available_width();
    let galley = text::wrapped(
        ui.painter(),
        theme,
        words,
        font,
        ink,
        room - SIGN - metric::SPACE_S,
    );
    let size = vec2(room, (galley.size().y + metric::SPACE_S).max(metric::TARGET));
    let (_, rect) = ui.allocate_space(size);
    let touch = Touch::new(id, rect, role, words).chosen(is_chosen);
    let response = touch.bare().show(ui, theme);
    if is_chosen {
        let sign = line(
            ui.painter(),
            &crate::ui::icon::CHECK.to_string(),
            theme.icon_font(16.0),
            ink,
        );
        put_left(ui.painter(), rect.left_center(), sign, ink);
    }
    let top = rect.center().y - galley.size().y / 2.0;
    ui.painter()
        .galley(egui::pos2(rect.left() + SIGN, top), galley, ink);
    response
}

/// The moves that are combined, each with a tick; where there are many the last of them unfold.
fn ticks(ui: &mut Ui, view: &View<'_>, out: &mut Out, combined: &CombinedView<'_>) {
    let (theme, lang) = (view.theme, view.lang);
    let name = ImproveMsg::WhichMoves.text(lang);
    if !super::fold(ui, view, "moves that are combined", name, combined.tries.len()) {
        return;
    }
    let most = MOST_MOVES.to_string();
    let words = ImproveMsg::AtMostMoves.with(lang, &[("count", &most)]);
    wrapped(ui, theme, &words, theme.ink_soft);
    let (first, more) = combined.all.split_at(combined.all.len().min(super::LINES));
    for one in first {
        tick(ui, view, out, (combined, one));
    }
    let name = ImproveMsg::MoreMoves.text(lang);
    if !more.is_empty() && super::fold(ui, view, "more moves that are combined", name, more.len()) {
        for one in more {
            tick(ui, view, out, (combined, one));
        }
    }
}

/// One of the moves, with its tick.
fn tick(ui: &mut Ui, view: &View<'_>, out: &mut Out, (combined, one): (&CombinedView<'_>, &Try)) {
    let is_in = combined.tries.contains(one);
    let words = one.name(view.project, view.library);
    let words = crate::ui::diagram::words::standing(words.get(view.lang));
    let id = Id::unique(("combined move", one.id.as_str()));
    let is_full = !is_in && combined.tries.len() >= MOST_MOVES;
    let response = row(ui, view, (id, Role::CheckBox), &words, is_in);
    if is_full {
        response.hint(ImproveMsg::EnoughMoves.text(view.lang));
    } else if response.clicked() {
        let ids = combined.tries.iter().map(|known| known.id.clone());
        let mut all: std::collections::BTreeSet<String> = ids.collect();
        if !all.remove(&one.id) {
            all.insert(one.id.clone());
        }
        out.command(Command::Improve(Improve::Combine(all)));
    }
}
