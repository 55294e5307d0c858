//! Figures that no library has, typed in where they count: carbon of making from another program or an EPD, and wages.
//!
//! Invariant: a figure leaves this panel only with a value and a source; it is an own figure like any other.

use super::beside::{note_field, words};
use super::result;
use crate::edit::Edit;
use crate::explain::PathwayFigure;
use crate::model::{Estimate, FactorId, PathwayId, Typed};
use crate::text::{BesideMsg, IndirectMsg};
use crate::ui::icon;
use crate::ui::theme::metric;
use crate::ui::view::{Out, View};
use crate::ui::widget::{Button, Commit, NumberField, text};
use egui::{Id, Ui};

/// What has been typed for one figure and is not in the project.
#[derive(Debug, Clone, Default)]
struct Draft {
    value: Option<f64>,
    note: Option<String>,
}

/// Draws what can be typed in behind `figure` of `pathway`; nothing for figures of the answers.
pub(super) fn show(ui: &mut Ui, view: &View<'_>, out: &mut Out, pathway: &PathwayId, figure: PathwayFigure) {
    for id in ids(view, pathway, figure) {
        text::rule(ui, view.theme);
        let name = view
            .library
            .typed_in(&id, &view.project.places)
            .map(|(name, _)| name);
        let name = name.unwrap_or_default();
        text::heading(
            ui,
            view.theme,
            &view.lang.head(|lang| crate::text::capitalised(name.get(lang))),
        );
        form(ui, view, out, &id);
        if figure == PathwayFigure::CarbonPer100Wears {
            result::show(ui, view, out, &id);
        }
    }
}

/// What can be typed in behind a figure: carbon of making, or the wages of the lines that have none.
fn ids(view: &View<'_>, pathway: &PathwayId, figure: PathwayFigure) -> Vec<FactorId> {
    let gained = match figure {
        PathwayFigure::CarbonPer100Wears => {
            return vec![Typed::CarbonMade(view.project.product.variant).id()];
        }
        PathwayFigure::WageGained => true,
        PathwayFigure::WageLost => false,
        _ => return Vec::new(),
    };
    let figures = view.assessment.pathway(pathway);
    let wages = figures
        .and_then(|figures| figures.beside.as_ref())
        .map(|beside| &beside.wages);
    let lines = wages.into_iter().flat_map(|wages| wages.side(gained));
    let typed = lines.filter_map(|line| {
        let id = Typed::Wage(line.activity.clone(), line.place.clone()).id();
        let is_open = line.wage.is_none() || view.project.overrides.contains_key(&id);
        is_open.then_some((line.hours.abs(), id))
    });
    let mut typed: Vec<(f64, FactorId)> = typed.collect();
    typed.sort_by(|a, b| b.0.total_cmp(&a.0));
    typed.into_iter().map(|(_, id)| id).collect()
}

/// Value and source; both together make the edit.
fn form(ui: &mut Ui, view: &View<'_>, out: &mut Out, id: &FactorId) {
    let (lang, theme) = (view.lang, view.theme);
    let key = Id::unique(("typed draft", id.as_str()));
    let mut draft: Draft = ui.data(|data| data.get_temp(key)).unwrap_or_default();
    let set = view.project.overrides.get(id);
    let value = draft.value.or(set.map(|set| set.figure.value));
    let unit = view.library.typed(id).map_or("", |(_, unit)| unit);
    let unit = crate::text::units::unit(unit, lang);
    let name = BesideMsg::TypedValue.with(lang, &[("unit", &unit)]);
    let field = NumberField::new(("typed", id.as_str()), &name, value, lang);
    let shown = field.range(0.0, f64::INFINITY).example(4.2).show(ui, theme);
    if let Some(Commit::Value(value)) = shown.commit {
        draft.value = Some(value);
    }
    text::small(ui, theme, IndirectMsg::Source.text(lang));
    let note = draft
        .note
        .clone()
        .or(set.map(|set| set.note.clone()))
        .unwrap_or_default();
    if let Some(typed) = note_field(ui, view, id.as_str(), &note) {
        draft.note = Some(typed.trim().to_owned());
    }
    let is_new = draft.value.is_some() || draft.note.is_some();
    let value = draft.value.or(set.map(|set| set.figure.value));
    let note = draft
        .note
        .clone()
        .or(set.map(|set| set.note.clone()))
        .unwrap_or_default();
    words(ui, view, BesideMsg::TypedBoth.text(lang));
    match value.filter(|_| is_new && !note.is_empty()) {
        Some(value) => {
            ui.data_mut(|data| data.remove::<Draft>(key));
            let figure = match (draft.value, set) {
                (None, Some(set)) => set.figure,
                _ => Estimate::exact(value),
            };
            out.edit(Edit::SetOverride {
                factor: id.clone(),
                figure,
                note,
            });
        }
        None if is_new => {
            ui.data_mut(|data| data.insert_temp(key, draft));
        }
        None => {}
    }
    if set.is_some() {
        ui.add_space(metric::SPACE_XS);
        let remove = Button::quiet(BesideMsg::TypedRemove.text(lang)).icon(icon::TRASH);
        if remove.show(ui, theme).clicked() {
            out.edit(Edit::RemoveOverride(id.clone()));
        }
    }
}
