//! The selected stage: where its work is done, the shares that leave it, its own figures, its gates.

use super::stage::{self, ExitRow, OwnFigure, StageInfo, TargetKind};
use super::{data, gates, overview, stages};
use crate::edit::{Edit, LinkEdit, PathwayEdit, StageEdit};
use crate::explain::FigureId;
use crate::explain::advice::lever_id;
use crate::model::{Estimate, Pathway, PlaceId, StageId};
use crate::quantity::Share;
use crate::quantity::maths::tidy;
use crate::text::{ChooseMsg, CommonMsg, PathwaysMsg};
use crate::ui::anchor::{self, Anchor};
use crate::ui::diagram::model::Tint;
use crate::ui::icon;
use crate::ui::shared::how_far::Lever;
use crate::ui::shared::{figure_acts, places, practised};
use crate::ui::theme::metric;
use crate::ui::view::{Command, Out, View};
use crate::ui::widget::choice::{above, choice};
use crate::ui::widget::name_field;
use crate::ui::widget::{Button, Commit, Figure, NumberField, ShareSlider, bar, text};
use egui::{Align, Layout, ScrollArea, Ui};

/// Key of the field for the stage's name.
const NAME: &str = "stage name";
/// Bounds of the wears of one rental cycle that can be typed in.
const LEAST_WEARS: f64 = 0.01;
/// The most of them.
const MOST_WEARS: f64 = 10_000.0;

/// Shows the inspector.
pub(super) fn show(ui: &mut Ui, view: &View<'_>, out: &mut Out) {
    let Some(pathway) = data::shown(view) else {
        return;
    };
    let selected = view.selection.stage.as_ref();
    let info = selected.and_then(|id| stage::stage_info(view, pathway, id));
    ScrollArea::vertical()
        .id_salt((
            "pathway inspector",
            pathway.id.as_str(),
            info.as_ref().map(|info| info.id.as_str()),
        ))
        .auto_shrink([false, false])
        .show(ui, |ui| {
            // Room for the scroll bar beside the fields.
            ui.set_max_width(ui.available_width() - metric::SPACE_S);
            ui.spacing_mut().item_spacing.y = metric::SPACE_XS;
            match &info {
                Some(info) => show_stage(ui, view, out, pathway, info),
                None => overview::show(ui, view, out, pathway),
            }
            ui.add_space(metric::SPACE_L);
        });
}

fn show_stage(ui: &mut Ui, view: &View<'_>, out: &mut Out, pathway: &Pathway, info: &StageInfo) {
    head(ui, view, out, pathway, info);
    if let Some(sources) = &info.sources {
        stages::lead_here(ui, view, out, pathway, (&info.id, sources));
    }
    ui.add_space(metric::SPACE_S);
    stages::route_choice(ui, view, out, pathway, info);
    if let Some((at, name)) = &info.place {
        place_choice(ui, view, out, pathway, info, at, name);
    }
    if let Some(end) = &info.end {
        text::rule(ui, view.theme);
        show_end(ui, view, out, end);
    }
    if info.has_exits {
        text::rule(ui, view.theme);
        exits(ui, view, out, pathway, info);
    }
    if let Some(own) = &info.own {
        text::rule(ui, view.theme);
        let edit = |own| Edit::stage(&pathway.id, &info.id, StageEdit::SetOwn(own));
        let lever = Lever::of_pathway(&pathway.id, lever_id::own(&info.id));
        figure(ui, view, out, ("own", info, Some(lever)), own, edit);
    }
    if let Some(own) = &info.own_wears {
        let edit = |own| Edit::pathway(&pathway.id, PathwayEdit::SetOwnWears(own));
        figure(ui, view, out, ("own wears", info, None), own, edit);
    }
    if let Some(table) = &info.gates {
        text::rule(ui, view.theme);
        gates::heading(ui, view);
        gates::show(ui, view, out, pathway, table);
    }
    if let Some(closed) = &info.closed {
        text::rule(ui, view.theme);
        let edit = |share| Edit::stage(&pathway.id, &info.id, StageEdit::SetClosedShare(share));
        let lever = Lever::of_pathway(&pathway.id, lever_id::closed(&info.id));
        figure(ui, view, out, ("closed", info, Some(lever)), closed, edit);
    }
    if !info.targets.is_empty() {
        text::rule(ui, view.theme);
        targets(ui, view, out, pathway, info);
    }
    if let Some(stage) = pathway.stages.iter().find(|stage| stage.id == info.id) {
        practised::who_does_this(ui, view, out, &stage.kind);
    }
}

fn head(ui: &mut Ui, view: &View<'_>, out: &mut Out, pathway: &Pathway, info: &StageInfo) {
    ui.horizontal(|ui| {
        let is_said = info.kind == info.name;
        let kind = if is_said {
            CommonMsg::Stage.text(view.lang)
        } else {
            &info.kind
        };
        text::small(ui, view.theme, kind);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let back = PathwaysMsg::BackToGates.text(view.lang);
            if Button::icon_only(icon::CROSS, back)
                .show(ui, view.theme)
                .clicked()
            {
                out.command(Command::SelectStage(None));
            }
            stages::remove_button(ui, view, out, pathway, info);
        });
    });
    name(ui, view, out, pathway, info);
    let passes = match info.end {
        Some(_) => PathwaysMsg::EndsHere,
        None => PathwaysMsg::Through,
    };
    for (at, (value, opens)) in info.through.iter().enumerate() {
        ui.horizontal(|ui| {
            ui.set_min_height(metric::TARGET);
            let id = ("stage through", info.id.as_str(), at);
            let label = passes.text(view.lang);
            let own = view.own_hint(opens);
            let shown = Figure::new(id, label, value, view.lang)
                .own(&own)
                .show(ui, view.theme);
            if at == 0 {
                text::small(ui, view.theme, PathwaysMsg::PerPiece.text(view.lang));
            }
            if figure_acts::touched(ui, view, out, &shown, opens) {
                out.open(opens.clone());
            }
        });
    }
}

/// The name; a stage of the project's own is renamed here, by click or F2.
fn name(ui: &mut Ui, view: &View<'_>, out: &mut Out, pathway: &Pathway, info: &StageInfo) {
    let font = view.theme.medium_font(metric::TEXT_NAME);
    if pathway.stage(&info.id).is_none() {
        text::Flow::new(&info.name, font, view.theme.ink).show(ui);
        return;
    }
    let asked = ui.data(|data| data.get_temp::<StageId>(rename_key()));
    if asked.as_ref() == Some(&info.id) {
        ui.data_mut(|data| data.remove::<StageId>(rename_key()));
        name_field::focus(ui, NAME);
    }
    let label = ChooseMsg::RenameStage.with(view.lang, &[("name", &info.name)]);
    if let Some(name) = name_field::show(ui, view.theme, NAME, &label, &info.name, font) {
        out.edit(Edit::stage(
            &pathway.id,
            &info.id,
            StageEdit::Rename(view.lang, name),
        ));
    }
}

fn rename_key() -> egui::Id {
    egui::Id::unique("stage being renamed")
}

/// Makes the name of `stage` a field with the focus once the inspector shows it.
pub(super) fn start_rename(ui: &Ui, stage: &StageId) {
    ui.data_mut(|data| data.insert_temp(rename_key(), stage.clone()));
    ui.ctx().request_repaint();
}

fn place_choice(
    ui: &mut Ui,
    view: &View<'_>,
    out: &mut Out,
    pathway: &Pathway,
    info: &StageInfo,
    place: &PlaceId,
    name: &str,
) {
    let label = PathwaysMsg::Place.text(view.lang);
    let width = ui.available_width();
    let picked = above(ui, view.theme, label, |ui| {
        let key = ("place", info.id.as_str());
        places::some_place(ui, view, out, key, label, (place, name), width)
    });
    if let Some(place) = picked {
        out.edit(Edit::stage(&pathway.id, &info.id, StageEdit::SetPlace(place)));
    }
}

fn show_end(ui: &mut Ui, view: &View<'_>, out: &mut Out, end: &stage::EndInfo) {
    ui.horizontal(|ui| {
        ui.set_min_height(metric::TARGET);
        bar::swatch(ui, view.theme, view.theme.end(end.class));
        text::body(ui, view.theme, end.label);
    });
    text::small(ui, view.theme, PathwaysMsg::FromStages.text(view.lang));
    for (from, name, mass) in &end.origins {
        let id = egui::Id::unique(("origin", from.as_str()));
        if super::link(ui, view.theme, id, name, mass).clicked() {
            out.command(Command::SelectStage(Some(from.clone())));
        }
    }
}

fn exits(ui: &mut Ui, view: &View<'_>, out: &mut Out, pathway: &Pathway, info: &StageInfo) {
    ui.horizontal(|ui| {
        text::heading(ui, view.theme, PathwaysMsg::Exits.head(view.lang));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            text::small(ui, view.theme, &info.sum);
        });
    });
    if let Some(undecided) = &info.undecided {
        text::small_ink(ui, view.theme, undecided);
    }
    for exit in &info.exits {
        show_exit(ui, view, out, pathway, info, exit);
    }
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        stages::add_exit(ui, view, out, pathway, info);
    });
}

/// What the slider of an exit is known by.
pub(super) fn exit_key<'a>(
    pathway: &'a Pathway,
    info: &'a StageInfo,
    to: &'a StageId,
) -> (&'static str, &'a str, &'a str, &'a str) {
    ("exit", pathway.id.as_str(), info.id.as_str(), to.as_str())
}

fn show_exit(
    ui: &mut Ui,
    view: &View<'_>,
    out: &mut Out,
    pathway: &Pathway,
    info: &StageInfo,
    exit: &ExitRow,
) {
    let link = |change: LinkEdit| Edit::link(&pathway.id, &info.id, &exit.to, change);
    let id = exit_key(pathway, info, &exit.to);
    let fill = match exit.tint {
        Tint::End(class) => view.theme.end(class),
        Tint::Pathway | Tint::Refused => view.theme.pathway(data::index(view, &pathway.id)),
    };
    let slider = ShareSlider::new(id, &exit.name, exit.share, view.lang)
        .pinned(exit.is_pinned)
        .swatch(fill);
    let lever = Lever::of_pathway(&pathway.id, lever_id::share(&info.id, &exit.to));
    let met = lever.met(view);
    let slider = match (&met, &exit.goal) {
        (Some((share, words)), _) => slider.mark(*share, words),
        (None, Some(goal)) => slider.mark(goal.share, &goal.mark),
        _ => slider,
    };
    let answer = slider.show(ui, view.theme);
    // All of what leaves by one way cannot be turned.
    if info.exits.len() > 1 && lever.is_asked(ui, view, &answer.response, &exit.name) {
        lever.ask(out);
    }
    let is_first = info.exits.first().is_some_and(|first| first.to == exit.to);
    if is_first {
        anchor::mark(ui, Anchor::ExitShare, answer.response.rect);
    }
    // A drag goes on until the handle is let go; a key or a typed figure is done at once.
    let released = answer.response.drag_stopped() || answer.response.clicked();
    let set = |share: f64| link(LinkEdit::SetShare(Share::clamped(share)));
    match answer.share {
        Some(share) if answer.ended && !released => out.edit(set(share)),
        Some(share) => out.drag(set(share)),
        None => {}
    }
    if released {
        out.edit(set(answer.share.unwrap_or(exit.share)));
    }
    if answer.pin_toggled {
        out.edit(link(LinkEdit::SetPinned(!exit.is_pinned)));
    }
    exit_foot(ui, view, out, pathway, info, exit);
}

/// Beneath a share: where it comes from, and how to lead it elsewhere or take it out.
fn exit_foot(
    ui: &mut Ui,
    view: &View<'_>,
    out: &mut Out,
    pathway: &Pathway,
    info: &StageInfo,
    exit: &ExitRow,
) {
    let id = |what: &str| egui::Id::unique((what, pathway.id.as_str(), info.id.as_str(), exit.to.as_str()));
    ui.horizontal(|ui| {
        let room = ui.available_width() - 2.0 * (metric::ROW + metric::SPACE_XS);
        ui.allocate_ui(egui::vec2(room, metric::TARGET), |ui| {
            source(ui, view, out, id("basis"), (&exit.basis, exit.factor.as_ref()));
        });
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = metric::SPACE_XS;
            let label = ChooseMsg::RemoveExit.with(view.lang, &[("to", &exit.name)]);
            let only = (info.exits.len() < 2).then(|| PathwaysMsg::OnlyExit.text(view.lang));
            let remove = Button::icon_only(icon::MINUS, &label)
                .disabled(only)
                .show(ui, view.theme);
            if remove.clicked() {
                out.edit(Edit::link(&pathway.id, &info.id, &exit.to, LinkEdit::Remove));
            }
            stages::reroute(ui, view, out, pathway, info, (&exit.to, &exit.name));
        });
    });
    if let Some(goal) = &exit.goal {
        source(ui, view, out, id("goal"), (&goal.words, Some(&goal.factor)));
    }
}

/// Words that open the factor they speak of.
fn source(
    ui: &mut Ui,
    view: &View<'_>,
    out: &mut Out,
    id: egui::Id,
    (words, factor): (&str, Option<&FigureId>),
) {
    match factor {
        Some(factor) => {
            let response = super::small_link(ui, view.theme, id, words);
            if figure_acts::touched(ui, view, out, &response, factor) {
                out.open(factor.clone());
            }
        }
        None => super::wrapped(ui, view.theme, words),
    }
}

/// A figure of the stage's own, with what holds where none is given.
fn figure(
    ui: &mut Ui,
    view: &View<'_>,
    out: &mut Out,
    (kind, info, lever): (&str, &StageInfo, Option<Lever>),
    figure: &OwnFigure,
    edit: impl Fn(Option<Estimate>) -> Edit,
) {
    // What is typed in per cent is not rounded.
    let (unit, whole, most) = if figure.is_share {
        ("%", 100.0, 100.0)
    } else {
        (PathwaysMsg::Wears.text(view.lang), 1.0, MOST_WEARS)
    };
    let least = if figure.is_share { 0.0 } else { LEAST_WEARS };
    let shown = figure.own.map(|own| tidy(own * whole));
    above(ui, view.theme, &figure.label, |ui| {
        let field = NumberField::new((kind, info.id.as_str()), "", shown, view.lang)
            .unit(unit)
            .range(least, most)
            .example(figure.library * whole)
            .can_be_empty()
            .width(80.0)
            .show(ui, view.theme);
        // The words stand above the field, not in its row.
        ui.ctx()
            .accesskit_node_builder(field.response.id, |node| node.set_label(figure.label.as_str()));
        if let Some(lever) = &lever {
            lever.at_field(ui, view, out, &field.response, &figure.label);
        }
        match field.commit {
            Some(Commit::Value(typed)) => out.edit(edit(Some(Estimate::exact(typed / whole)))),
            Some(Commit::Cleared) => out.edit(edit(None)),
            None => {}
        }
    });
    super::wrapped(ui, view.theme, &figure.default);
    if figure.own.is_some() {
        let reset = PathwaysMsg::UseLibrary.text(view.lang);
        if Button::bare(reset)
            .icon(icon::RESET)
            .show(ui, view.theme)
            .clicked()
        {
            out.edit(edit(None));
        }
    } else if let Some(factor) = &figure.factor {
        let source = CommonMsg::Source.text(view.lang);
        let response = Button::bare(source).icon(icon::BOOK).show(ui, view.theme);
        if figure_acts::touched(ui, view, out, &response, factor) {
            out.open(factor.clone());
        }
    }
}

fn targets(ui: &mut Ui, view: &View<'_>, out: &mut Out, pathway: &Pathway, info: &StageInfo) {
    let width = ui.available_width();
    for target in &info.targets {
        let key = (target.label, info.id.as_str());
        let none: Option<StageId> = None;
        let picked = above(ui, view.theme, target.label, |ui| {
            choice(
                ui,
                key,
                target.label,
                (&target.name, Some(&target.to)),
                width,
                || {
                    let stages = target.options.iter();
                    let stages = stages.map(|(id, name)| (Some(id.clone()), name.clone()));
                    [(none, PathwaysMsg::Nowhere.text(view.lang).to_owned())]
                        .into_iter()
                        .chain(stages)
                        .collect()
                },
            )
        });
        if let Some(to) = picked {
            let change = match target.kind {
                TargetKind::Fallback => StageEdit::SetFallback(to),
                TargetKind::Residue => StageEdit::SetResidue(to),
            };
            out.edit(Edit::stage(&pathway.id, &info.id, change));
        }
        ui.add_space(metric::SPACE_XS);
    }
}
