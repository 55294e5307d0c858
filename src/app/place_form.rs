//! The form of own places: their names side by side, where each lies, and one row to add another.
//!
//! Invariant: the form shows the project and changes nothing itself; each change is an edit, refused in words.

use super::command::{Entry, Status};
use super::form::{Form, form_entry};
use super::question::Answer;
use crate::data::Library;
use crate::edit::{Edit, PlaceEdit, free_place_id, place_uses};
use crate::model::{Name, PlaceId, Project};
use crate::text::names::Names;
use crate::text::{CommonMsg, Lang, OwnPlaceMsg};
use crate::ui::icon;
use crate::ui::shared::places::known;
use crate::ui::theme::{Theme, metric};
use crate::ui::view::Command;
use crate::ui::widget::plate::{footer, heading, plate};
use crate::ui::widget::searched::searched;
use crate::ui::widget::{Button, Notice, Typing, notice_line, text};
use egui::{Context, Id, ScrollArea, Ui};
use std::collections::BTreeMap;
use std::sync::Arc;

const WIDTH: f32 = 940.0;
const FIELD: f32 = 190.0;
const AROUND: f32 = 220.0;
/// Room above and below the list.
const BESIDE: f32 = 420.0;

/// The own places of a project while they are edited.
#[derive(Debug, Clone, PartialEq)]
pub struct PlaceForm {
    project: Arc<Project>,
    /// Names that are typed and not yet left.
    typed: BTreeMap<PlaceId, Name>,
    /// The name of the place to add.
    new: Name,
    /// Where it lies.
    around: PlaceId,
    /// Why the last change was refused.
    refused: Option<String>,
}

pub(super) fn entries(status: &Status<'_>) -> [Entry; 1] {
    let name = OwnPlaceMsg::Own.text(status.preferences.lang());
    [form_entry(status, Command::Places, name, icon::MAP_PIN)]
}

impl PlaceForm {
    /// The own places of `project`.
    pub(super) fn of(project: Arc<Project>) -> Self {
        let first = project.pathways.first().map(|pathway| project.home_of(pathway));
        Self {
            around: first.unwrap_or(&project.product.used_in).clone(),
            typed: BTreeMap::new(),
            new: Name::default(),
            refused: None,
            project,
        }
    }

    /// The same after an edit: with what the project holds now.
    pub(super) fn goes_on(&mut self, project: Arc<Project>, refused: Option<String>) {
        if refused.is_none() && project.places.len() > self.project.places.len() {
            self.new = Name::default();
        }
        self.typed.clear();
        self.refused = refused;
        self.project = project;
    }

    /// Draws it; each change is an answer of its own.
    pub(super) fn show(&mut self, ctx: &Context, theme: &Theme, lang: Lang) -> Option<Answer> {
        let title = OwnPlaceMsg::Title.head(lang);
        let leave = Answer::Form(Edit::together(self.left()), None);
        plate(ctx, theme, "places", title, WIDTH, leave.clone(), |ui| {
            text::soft(
                ui,
                theme,
                &lang.lines(|lang| OwnPlaceMsg::Lead.text(lang).to_owned()),
            );
            ui.add_space(metric::SPACE_S);
            let height = (ctx.content_rect().height() - BESIDE).max(metric::ROW);
            let changed = ScrollArea::vertical()
                .id_salt("own places")
                .max_height(height)
                .show(ui, |ui| self.rows(ui, theme, lang))
                .inner;
            let added = self.another(ui, theme, lang);
            if let Some(refused) = &self.refused {
                notice_line(ui, theme, Notice::Warning, refused, lang);
            }
            let close = footer(ui, |ui| {
                Button::primary(CommonMsg::Close.text(lang))
                    .show(ui, theme)
                    .clicked()
            });
            match changed.or(added) {
                Some(edit) => Some(self.answer(edit)),
                None => close.then_some(leave),
            }
        })
    }

    /// `edit` after the names that were typed and not yet taken over.
    fn answer(&self, edit: Edit) -> Answer {
        let mut edits = self.left();
        if !edits.contains(&edit) {
            edits.push(edit);
        }
        Answer::Form(Edit::together(edits), Some(Form::Places(Box::new(self.clone()))))
    }

    /// Names that were typed and not yet taken over; one that was emptied stays as it was.
    fn left(&self) -> Vec<Edit> {
        let is_named = |name: &Name| !name.get(Lang::En).trim().is_empty();
        let typed = self.typed.iter().filter(|(_, name)| is_named(name));
        typed.map(|(place, name)| renamed(place, name)).collect()
    }

    fn rows(&mut self, ui: &mut Ui, theme: &Theme, lang: Lang) -> Option<Edit> {
        if self.project.places.is_empty() {
            text::body(
                ui,
                theme,
                &lang.lines(|lang| OwnPlaceMsg::None.text(lang).to_owned()),
            );
        }
        let mut edit = None;
        let places: Vec<PlaceId> = self.project.places.keys().cloned().collect();
        for place in &places {
            let changed = ui
                .push_id(place.as_str(), |ui| self.row(ui, theme, lang, place))
                .inner;
            edit = edit.or(changed);
        }
        edit
    }

    /// One place: both names, where it lies, what stands there, a key to remove it.
    fn row(&mut self, ui: &mut Ui, theme: &Theme, lang: Lang, place: &PlaceId) -> Option<Edit> {
        let before = self.project.places.get(place)?.clone();
        let name = before.get(lang).to_owned();
        let mut typed = self.typed.get(place).cloned().unwrap_or_else(|| before.clone());
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = metric::SPACE_S;
            let has_focus = names_of(ui, theme, lang, (place.as_str(), &name), &mut typed);
            let is_left = typed != before && !has_focus;
            if typed == before {
                self.typed.remove(place);
            } else {
                self.typed.insert(place.clone(), typed.clone());
            }
            let around = place.around().unwrap_or_default();
            let moved = self.around(ui, lang, (&name, &around), |to| to.moved(place, place).is_none());
            let remove = OwnPlaceMsg::Remove.with(lang, &[("name", &name)]);
            let removed = Button::icon_only(icon::TRASH, &remove).show(ui, theme).clicked();
            text::small(ui, theme, &self.used(place, lang));
            let change = |change| Edit::Place {
                place: place.clone(),
                change,
            };
            let moved = moved.map(|around| change(PlaceEdit::MoveInto(around)));
            let removed = removed.then(|| change(PlaceEdit::Remove));
            let left = is_left.then(|| renamed(place, &typed));
            moved.or(removed).or(left)
        })
        .inner
    }

    /// Where a place lies, out of those that `can` hold it.
    fn around(
        &self,
        ui: &mut Ui,
        lang: Lang,
        (name, around): (&str, &PlaceId),
        can: impl Fn(&PlaceId) -> bool,
    ) -> Option<PlaceId> {
        let field = OwnPlaceMsg::Around.text(lang);
        let label = OwnPlaceMsg::OfPlace.with(lang, &[("name", name), ("field", field)]);
        let names = Names {
            project: &self.project,
            library: Library::builtin(),
            lang,
        };
        let shown = names.place(around);
        searched(
            ui,
            "around",
            &label,
            (&shown, Some(around)),
            (AROUND, lang),
            || {
                let all = known(&self.project, Library::builtin()).into_iter();
                all.filter(|(id, _)| can(id)).collect()
            },
        )
    }

    /// The row to add a place.
    fn another(&mut self, ui: &mut Ui, theme: &Theme, lang: Lang) -> Option<Edit> {
        heading(ui, theme, OwnPlaceMsg::New.head(lang));
        let spoken = OwnPlaceMsg::New.text(lang);
        let mut new = self.new.clone();
        let picked = ui.push_id("new place", |ui| {
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = metric::SPACE_S;
                names_of(ui, theme, lang, ("new place", spoken), &mut new);
                let picked = self.around(ui, lang, (spoken, &self.around), |_| true);
                let add = Button::quiet(OwnPlaceMsg::Add.text(lang)).icon(icon::PLUS);
                (picked, add.show(ui, theme).clicked())
            })
            .inner
        });
        self.new = new;
        let (picked, added) = picked.inner;
        if let Some(around) = picked {
            self.around = around;
        }
        let name = Name::new(self.new.en.trim(), self.new.zh.trim());
        added.then(|| Edit::AddPlace {
            place: free_place_id(&self.project, &self.around, &name),
            name,
        })
    }

    /// What stands at `place`, in words.
    fn used(&self, place: &PlaceId, lang: Lang) -> String {
        let uses = place_uses(&self.project, place);
        let rest = uses.len().saturating_sub(1).to_string();
        match uses.as_slice() {
            [] => OwnPlaceMsg::NotUsed.text(lang).to_owned(),
            [by] => OwnPlaceMsg::Used.with(lang, &[("by", by.get(lang))]),
            [by, ..] => OwnPlaceMsg::UsedMore.with(lang, &[("by", by.get(lang)), ("count", &rest)]),
        }
    }
}

fn renamed(place: &PlaceId, name: &Name) -> Edit {
    let name = Name::new(name.en.trim(), name.zh.trim());
    Edit::Place {
        place: place.clone(),
        change: PlaceEdit::Rename(name),
    }
}

/// The fields of both names of the place called `spoken`; true while one of them has the focus.
fn names_of(ui: &mut Ui, theme: &Theme, lang: Lang, (key, spoken): (&str, &str), typed: &mut Name) -> bool {
    let fields = [
        (OwnPlaceMsg::NameZh, &mut typed.zh, "zh"),
        (OwnPlaceMsg::NameEn, &mut typed.en, "en"),
    ];
    let mut has_focus = false;
    for (field, words, written) in fields {
        let id = Id::unique(("own place", key, written));
        let typing = Typing {
            id,
            label: "",
            hint: field.text(lang),
            suffix: "",
            width: FIELD,
        };
        let spoken = OwnPlaceMsg::OfPlace.with(lang, &[("name", spoken), ("field", field.text(lang))]);
        typing.show_as(ui, theme, &spoken, words);
        has_focus |= ui.memory(|memory| memory.has_focus(id));
    }
    has_focus
}
