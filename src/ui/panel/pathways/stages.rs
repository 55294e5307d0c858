//! Stages come, go and change their route.
//!
//! Invariant: a new stage comes with somewhere to go, so that a pathway with an answer keeps it.

use super::stage::StageInfo;
use crate::data::RouteClass;
use crate::edit::{Edit, StageEdit};
use crate::model::{EndKind, Link, Name, Pathway, PlaceId, RouteId, Stage, StageId, StageKind};
use crate::quantity::Share;
use crate::text::{CommonMsg, PathwaysMsg};
use crate::ui::diagram::words::standing;
use crate::ui::icon;
use crate::ui::panel::product::choice::{above, choice};
use crate::ui::theme::metric;
use crate::ui::view::{Command, Out, View};
use crate::ui::widget::{Button, text};
use egui::{Popup, ScrollArea, Ui};

/// Width of the menu of stages.
pub(super) const MENU_WIDTH: f32 = 320.0;
/// Its height, before it scrolls.
pub(super) const MENU_HEIGHT: f32 = 420.0;

/// Kinds of stages where garments are still whole, in the order of the menu.
const GARMENTS: [StageKind; 10] = [
    StageKind::Use,
    StageKind::RentalUse,
    StageKind::Discard,
    StageKind::Collection,
    StageKind::Sorting,
    StageKind::Preparation,
    StageKind::Repair,
    StageKind::Resale,
    StageKind::Rental,
    StageKind::Export,
];

/// The button that adds a stage to which nothing leads yet.
pub(super) fn add_button(ui: &mut Ui, view: &View<'_>, out: &mut Out, pathway: &Pathway) {
    let add = Button::bare(PathwaysMsg::AddStage.text(view.lang))
        .icon(icon::PLUS)
        .show(ui, view.theme);
    Popup::menu(&add).show(|ui| {
        ui.set_max_width(MENU_WIDTH);
        ScrollArea::vertical()
            .max_height(MENU_HEIGHT)
            .show(ui, |ui| options(ui, view, out, pathway, None));
    });
}

/// The menu's entries: every kind of stage and every route; `from` gets an exit to the new one.
pub(super) fn options(
    ui: &mut Ui,
    view: &View<'_>,
    out: &mut Out,
    pathway: &Pathway,
    from: Option<&StageId>,
) {
    for (title, kinds) in kinds(view) {
        ui.add_space(metric::SPACE_XS);
        text::small(ui, view.theme, title.text(view.lang));
        for (kind, name) in kinds {
            if !ui.button(&name).clicked() {
                continue;
            }
            let stage = new_stage(pathway, kind);
            let id = stage.id.clone();
            let (pathway, stage) = (pathway.id.clone(), Box::new(stage));
            out.edit(Edit::AddStage {
                pathway: pathway.clone(),
                stage,
            });
            match from {
                Some(from) => out.edit(Edit::stage(&pathway, from, StageEdit::AddLink(id))),
                None => out.command(Command::SelectStage(Some(id))),
            }
        }
    }
}

/// What can be added, by group, with its name.
pub fn kinds(view: &View<'_>) -> [(PathwaysMsg, Vec<(StageKind, String)>); 3] {
    let named = |kind: StageKind| {
        let name = CommonMsg::from(&kind).text(view.lang).to_owned();
        (kind, name)
    };
    let routes = routes(view)
        .into_iter()
        .map(|(route, name)| (StageKind::Material(route), name));
    [
        (
            PathwaysMsg::NewGarments,
            GARMENTS.into_iter().map(named).collect(),
        ),
        (PathwaysMsg::NewRoutes, routes.collect()),
        (
            PathwaysMsg::NewEnds,
            EndKind::ALL.into_iter().map(StageKind::End).map(named).collect(),
        ),
    ]
}

/// The library's routes that make something; fire and landfill are ends.
fn routes(view: &View<'_>) -> Vec<(RouteId, String)> {
    let makes = |class: RouteClass| !matches!(class, RouteClass::Energy | RouteClass::Disposal);
    let routes = view.library.routes.iter().filter(|route| makes(route.class));
    routes
        .map(|route| (route.id.clone(), standing(route.name.get(view.lang))))
        .collect()
}

/// A stage of `kind` with an id that `pathway` does not have and with somewhere to go.
pub fn new_stage(pathway: &Pathway, kind: StageKind) -> Stage {
    let first = |is_one: &dyn Fn(&StageKind) -> bool| {
        let stage = pathway.stages.iter().find(|stage| is_one(&stage.kind));
        stage.map(|stage| stage.id.clone())
    };
    let end = first(&|kind| matches!(kind, StageKind::End(_)));
    let next = match &kind {
        StageKind::Use | StageKind::RentalUse => first(&|kind| *kind == StageKind::Discard),
        StageKind::Export => None,
        kind if kind.is_return() => Some(pathway.start.clone()),
        _ => None,
    };
    let exits = next.or_else(|| end.clone()).filter(|_| kind.is_item());
    let rest = end.filter(|_| !matches!(kind, StageKind::End(_)));
    let place = pathway.stage(&pathway.start).map(|start| start.place.clone());
    Stage {
        id: free_id(pathway, word(&kind)).as_str().into(),
        name: Name::default(),
        place: place.unwrap_or_else(|| PlaceId::from("CN")),
        exits: exits.into_iter().map(whole).collect(),
        residue: rest.clone().filter(|_| matches!(kind, StageKind::Material(_))),
        fallback: rest,
        closed_share: None,
        own: None,
        kind,
    }
}

/// An exit that takes everything.
fn whole(to: StageId) -> Link {
    Link {
        to,
        share: Share::ONE,
        range: None,
        basis: None,
        pinned: false,
    }
}

/// A readable id for a stage of this kind.
fn word(kind: &StageKind) -> &str {
    match kind {
        StageKind::Use => "use",
        StageKind::RentalUse => "rental_use",
        StageKind::Discard => "discard",
        StageKind::Collection => "collection",
        StageKind::Sorting => "sorting",
        StageKind::Preparation => "preparation",
        StageKind::Repair => "repair",
        StageKind::Resale => "resale",
        StageKind::Rental => "rental",
        StageKind::Export => "export",
        StageKind::Material(route) => route.as_str(),
        StageKind::End(EndKind::EnergyRecovery) => "energy",
        StageKind::End(EndKind::RefuseDerivedFuel) => "fuel",
        StageKind::End(EndKind::Incineration) => "incineration",
        StageKind::End(EndKind::Landfill) => "landfill",
        StageKind::End(EndKind::Exported) => "exported",
        StageKind::End(EndKind::Litter) => "litter",
    }
}

/// `wanted`, or with a number where a stage has it already.
fn free_id(pathway: &Pathway, wanted: &str) -> String {
    let is_free = |id: &str| pathway.stages.iter().all(|stage| stage.id.as_str() != id);
    if is_free(wanted) {
        return wanted.to_owned();
    }
    let numbered = (2..1000).map(|number: u32| format!("{wanted}_{number}"));
    numbered.into_iter().find(|id| is_free(id)).unwrap_or_default()
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
        choice(ui, key, label, (name, Some(route)), width, || routes(view))
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
