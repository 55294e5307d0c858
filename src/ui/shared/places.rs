//! Choosing a place: those of the library and the project's own, searched by their names, with the way to own ones.

use crate::data::Library;
use crate::model::{Name, PlaceId, Project};
use crate::text::{Lang, OwnPlaceMsg};
use crate::ui::view::{Command, Out, View};
use crate::ui::widget::searched::searched;
use egui::Ui;

/// What was chosen anew.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Chosen {
    /// This place.
    At(PlaceId),
    /// What stands for no place.
    Without,
}

/// A line of the list.
#[derive(Debug, Clone, PartialEq)]
enum Pick {
    /// This place.
    At(PlaceId),
    /// What stands for no place.
    Without,
    /// Own places are to be added or changed.
    Own,
}

/// Every place with its name: the project's own, then those of the library.
pub(crate) fn known(project: &Project, library: &Library) -> Vec<(PlaceId, Name)> {
    let own = project.places.iter().filter(|(id, _)| id.is_own());
    let own = own.map(|(id, name)| (id.clone(), Name::new(name.get(Lang::En), name.get(Lang::Zh))));
    let library = library.places.iter();
    own.chain(library.map(|place| (place.id.clone(), place.name.clone())))
        .collect()
}

/// A drop-down list of places under `key` called `label`, which shows `now`. `without` stands for no place, where that can
/// be chosen. Gives what was chosen anew.
pub(crate) fn place(
    ui: &mut Ui,
    view: &View<'_>,
    out: &mut Out,
    key: impl std::hash::Hash + std::fmt::Debug,
    label: &str,
    (now, shown): (Option<&PlaceId>, &str),
    (width, without): (f32, Option<Name>),
) -> Option<Chosen> {
    let current = now.map_or(Pick::Without, |id| Pick::At(id.clone()));
    let picked = searched(
        ui,
        key,
        label,
        (shown, Some(&current)),
        (width, view.lang),
        || {
            let places = known(view.project, view.library).into_iter();
            let places = places.map(|(id, name)| (Pick::At(id), name));
            let own = [Lang::En, Lang::Zh].map(|lang| OwnPlaceMsg::Own.text(lang));
            let [en, zh] = own;
            let without = without.map(|name| (Pick::Without, name));
            let own = (Pick::Own, Name::new(en, zh));
            without.into_iter().chain(places).chain([own]).collect()
        },
    );
    match picked? {
        Pick::At(id) => Some(Chosen::At(id)),
        Pick::Without => Some(Chosen::Without),
        Pick::Own => {
            out.command(Command::Places);
            None
        }
    }
}

/// The same where a place must be chosen.
pub(crate) fn some_place(
    ui: &mut Ui,
    view: &View<'_>,
    out: &mut Out,
    key: impl std::hash::Hash + std::fmt::Debug,
    label: &str,
    now: (&PlaceId, &str),
    width: f32,
) -> Option<PlaceId> {
    let (id, shown) = now;
    match place(ui, view, out, key, label, (Some(id), shown), (width, None))? {
        Chosen::At(id) => Some(id),
        Chosen::Without => None,
    }
}
