//! Pathways and stages come and go; stages get another route.
//!
//! Invariant: each is one edit, so that one undo takes it back.

use super::acts;
use super::inspector;
use super::offer::{self, Purpose};
use super::stage::StageInfo;
use crate::data::RouteClass;
use crate::edit::{Edit, StageEdit};
use crate::model::{Name, Pathway, RouteId, StageId};
use crate::text::{ChooseMsg, CommonMsg, PathwaysMsg};
use crate::ui::diagram::words::standing;
use crate::ui::icon;
use crate::ui::theme::metric;
use crate::ui::view::{Command, Out, View};
use crate::ui::widget::choice::above;
use crate::ui::widget::chooser::{self, Chooser};
use crate::ui::widget::searched::{self, searched};
use crate::ui::widget::{Button, Notice, ShareSlider, notice_line};
use egui::{Id, Response, Ui};

/// The button that adds a pathway, with its list.
pub(super) fn add_pathway(ui: &mut Ui, view: &View<'_>, out: &mut Out, is_primary: bool) {
    let label = PathwaysMsg::AddPathway.text(view.lang);
    let button = if is_primary {
        Button::primary(label)
    } else {
        Button::quiet(label)
    };
    let id = Id::unique("add a pathway");
    let button = button.icon(icon::PLUS).show(ui, view.theme);
    if button.clicked() {
        chooser::open(ui.ctx(), id, &button);
    }
    if !chooser::is_open(ui.ctx(), id) {
        return;
    }
    let list = Chooser {
        id,
        title: ChooseMsg::PathwayTitle.text(view.lang),
        act: CommonMsg::Add.text(view.lang),
        groups: &offer::pathways(view),
        lang: view.lang,
    };
    let added = list.show(ui, view.theme);
    if let Some((edit, id)) = added.and_then(|key| offer::add_pathway(view, &key)) {
        out.edit(edit);
        out.command(Command::SelectPathway(id.as_str().into()));
    }
}

/// The button that adds a stage to which nothing leads yet.
pub(super) fn add_button(ui: &mut Ui, view: &View<'_>, out: &mut Out, pathway: &Pathway) {
    let add = Button::bare(PathwaysMsg::AddStage.text(view.lang))
        .icon(icon::PLUS)
        .show(ui, view.theme);
    let title = ChooseMsg::StageTitle.text(view.lang);
    if let Some(id) = list(ui, view, out, pathway, Purpose::Alone, (title, &add)) {
        out.command(Command::SelectStage(Some(id)));
    }
}

/// The button that adds an exit to the stage of `info`.
pub(super) fn add_exit(ui: &mut Ui, view: &View<'_>, out: &mut Out, pathway: &Pathway, info: &StageInfo) {
    let add = Button::bare(PathwaysMsg::AddExit.text(view.lang))
        .icon(icon::PLUS)
        .show(ui, view.theme);
    let title = ChooseMsg::ExitTitle.with(view.lang, &[("stage", &info.name)]);
    let purpose = Purpose::Exit(&info.id);
    if let Some(to) = list(ui, view, out, pathway, purpose, (&title, &add)) {
        let slider = ShareSlider::id_of(inspector::exit_key(pathway, info, &to));
        chooser::focus_after(ui.ctx(), list_id(pathway, purpose), slider);
    }
}

/// Says that nothing leads to the stage yet, with the stages that could.
pub(super) fn lead_here(
    ui: &mut Ui,
    view: &View<'_>,
    out: &mut Out,
    pathway: &Pathway,
    (stage, sources): (&StageId, &[(StageId, Name)]),
) {
    let words = PathwaysMsg::NothingLeads.text(view.lang);
    notice_line(ui, view.theme, Notice::Warning, words, view.lang);
    let button = Button::quiet(PathwaysMsg::LeadHere.text(view.lang))
        .icon(icon::FLOW)
        .show(ui, view.theme);
    let picked = searched::menu(ui, &button, view.lang, || sources.to_vec());
    if let Some(from) = picked {
        acts::connect(out, pathway, &from, stage);
    }
}

/// The button that lets an exit lead elsewhere.
pub(super) fn reroute(
    ui: &mut Ui,
    view: &View<'_>,
    out: &mut Out,
    pathway: &Pathway,
    info: &StageInfo,
    (to, name): (&StageId, &str),
) {
    let values = [("from", info.name.as_str()), ("to", name)];
    let label = ChooseMsg::Reroute.with(view.lang, &values);
    let button = Button::icon_only(icon::FLOW, &label).show(ui, view.theme);
    let title = ChooseMsg::RerouteTitle.with(view.lang, &values);
    list(
        ui,
        view,
        out,
        pathway,
        Purpose::Reroute(&info.id, to),
        (&title, &button),
    );
}

/// The list of stages behind `button`; answers the stage that was chosen.
fn list(
    ui: &Ui,
    view: &View<'_>,
    out: &mut Out,
    pathway: &Pathway,
    purpose: Purpose<'_>,
    (title, button): (&str, &Response),
) -> Option<StageId> {
    let id = list_id(pathway, purpose);
    if button.clicked() {
        chooser::open(ui.ctx(), id, button);
    }
    if !chooser::is_open(ui.ctx(), id) {
        return None;
    }
    let list = Chooser {
        id,
        title,
        act: match purpose {
            Purpose::Reroute(..) => CommonMsg::Confirm.text(view.lang),
            _ => CommonMsg::Add.text(view.lang),
        },
        groups: &offer::stages(view, pathway, purpose),
        lang: view.lang,
    };
    let key = list.show(ui, view.theme)?;
    let (edit, stage) = offer::choose_stage(view, pathway, purpose, &key)?;
    out.edit(edit);
    Some(stage)
}

fn list_id(pathway: &Pathway, purpose: Purpose<'_>) -> Id {
    Id::unique(("stages for", pathway.id.as_str(), format!("{purpose:?}")))
}

/// The library's routes that make something; fire and landfill are ends.
fn routes(view: &View<'_>) -> Vec<(RouteId, Name)> {
    let makes = |class: RouteClass| !matches!(class, RouteClass::Energy | RouteClass::Disposal);
    let routes = view.library.routes.iter().filter(|route| makes(route.class));
    routes
        .map(|route| (route.id.clone(), standing_name(&route.name)))
        .collect()
}

/// A name as it stands alone, in both languages.
fn standing_name(name: &Name) -> Name {
    Name::new(standing(&name.en), standing(&name.zh))
}

/// Another route for a material stage.
pub(super) fn route_choice(ui: &mut Ui, view: &View<'_>, out: &mut Out, pathway: &Pathway, info: &StageInfo) {
    let Some((route, name)) = &info.route else {
        return;
    };
    let label = PathwaysMsg::Route.text(view.lang);
    let width = ui.available_width();
    let picked = above(ui, view.theme, label, |ui| {
        let key = ("route", info.id.as_str());
        searched(ui, key, label, (name, Some(route)), (width, view.lang), || {
            routes(view)
        })
    });
    if let Some(route) = picked {
        out.edit(Edit::stage(&pathway.id, &info.id, StageEdit::SetRoute(route)));
    }
    ui.add_space(metric::SPACE_XS);
}

/// The button that takes the stage out.
pub(super) fn remove_button(
    ui: &mut Ui,
    view: &View<'_>,
    out: &mut Out,
    pathway: &Pathway,
    info: &StageInfo,
) {
    let remove = Button::icon_only(icon::TRASH, PathwaysMsg::RemoveStage.text(view.lang))
        .disabled(info.stays)
        .show(ui, view.theme);
    if remove.clicked() {
        remove_stage(out, pathway, &info.id);
    }
}

/// Takes the stage `id` out and shows the pathway.
pub(super) fn remove_stage(out: &mut Out, pathway: &Pathway, id: &StageId) {
    out.edit(Edit::stage(&pathway.id, id, StageEdit::Remove));
    out.command(Command::SelectStage(None));
}
