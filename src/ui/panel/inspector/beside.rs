//! Beside an opened figure of work: how sewing is counted, what counts as here, and a multiplier of indirect work.
//!
//! Invariant: a multiplier leaves this panel only with a value and a source.

use super::figure::part;
use super::typed;
use crate::edit::Edit;
use crate::explain::{FigureId, PathwayFigure};
use crate::flow::assemble::SEWING;
use crate::flow::notice::MultiplierFault;
use crate::model::{ActivityId, Name};
use crate::report::sheet::{Block, Tone};
use crate::text::names::Names;
use crate::text::{CompareMsg, IndirectMsg, Lang, ProductMsg, notices};
use crate::ui::icon;
use crate::ui::shared::blocks::Blocks;
use crate::ui::shared::places::{self, Chosen};
use crate::ui::shared::sewing;
use crate::ui::theme::metric;
use crate::ui::view::{Out, View};
use crate::ui::widget::badge::{Notice, notice_line};
use crate::ui::widget::choice::above;
use crate::ui::widget::{Button, Commit, NumberField, keep_in_sight, text};
use egui::{Align2, Id, Key, TextEdit, Ui, vec2};

/// What has been typed for one kind of work and is not in the project.
#[derive(Debug, Clone, Default)]
struct Draft {
    value: Option<f64>,
    note: Option<String>,
}

/// Draws what stands beside `figure`, where it is of work; `indirect` is what is said of its indirect work.
pub(super) fn show(ui: &mut Ui, view: &View<'_>, out: &mut Out, figure: &FigureId, indirect: &[Block]) {
    if let FigureId::Pathway(pathway, figure) = figure {
        typed::show(ui, view, out, pathway, *figure);
        return settings(ui, view, out, *figure);
    }
    let FigureId::Work { activity, .. } = figure else {
        return;
    };
    if activity.as_str() == SEWING {
        text::rule(ui, view.theme);
        text::heading(ui, view.theme, ProductMsg::SewingName.head(view.lang));
        sewing::controls(ui, view, out, "inspector");
    }
    part(ui, view, out, "indirect", indirect, true);
    multiplier(ui, view, out, activity);
}

/// What can be set for work here and for work that moved from home.
fn settings(ui: &mut Ui, view: &View<'_>, out: &mut Out, figure: PathwayFigure) {
    match figure {
        PathwayFigure::GainedHere | PathwayFigure::LostHere => {
            text::rule(ui, view.theme);
            home(ui, view, out);
        }
        PathwayFigure::MovedFromHome => {
            text::rule(ui, view.theme);
            let mut counts = view.project.count_laundering;
            let box_ = ui.checkbox(&mut counts, CompareMsg::CountLaundering.text(view.lang));
            keep_in_sight(&box_);
            if counts != view.project.count_laundering {
                out.edit(Edit::CountLaundering(counts));
            }
        }
        _ => {}
    }
}

/// The place whose work counts as here.
fn home(ui: &mut Ui, view: &View<'_>, out: &mut Out) {
    let names = Names {
        project: view.project,
        library: view.library,
        lang: view.lang,
    };
    let start = CompareMsg::HomeOfStart.text(view.lang);
    let current = &view.project.home;
    let shown = current
        .as_ref()
        .map_or_else(|| start.to_owned(), |home| names.place(home));
    let label = CompareMsg::Home.text(view.lang);
    let width = ui.available_width();
    let picked = above(ui, view.theme, label, |ui| {
        let [en, zh] = [Lang::En, Lang::Zh].map(|lang| CompareMsg::HomeOfStart.text(lang));
        let (now, start) = ((current.as_ref(), shown.as_str()), Name::new(en, zh));
        places::place(ui, view, out, "home", label, now, (width, Some(start)))
    });
    match picked {
        Some(Chosen::At(home)) => out.edit(Edit::SetHome(Some(home))),
        Some(Chosen::Without) => out.edit(Edit::SetHome(None)),
        None => {}
    }
}

fn multiplier(ui: &mut Ui, view: &View<'_>, out: &mut Out, activity: &ActivityId) {
    let is_set = view.project.multipliers.contains_key(activity);
    if let Some(supplier) = view.assessment.explicit_supplier(activity) {
        closed(ui, view, activity, supplier, is_set);
    } else {
        let id = Id::unique(("multiplier draft", activity.as_str()));
        let draft: Option<Draft> = ui.data(|data| data.get_temp(id));
        if is_set || draft.is_some() {
            form(ui, view, out, activity, draft.unwrap_or_default());
        } else if Button::quiet(IndirectMsg::Add.text(view.lang))
            .icon(icon::PLUS)
            .show(ui, view.theme)
            .clicked()
        {
            ui.data_mut(|data| data.insert_temp(id, Draft::default()));
        }
    }
    if is_set {
        ui.add_space(metric::SPACE_XS);
        let remove = Button::quiet(IndirectMsg::Remove.text(view.lang)).icon(icon::TRASH);
        if remove.show(ui, view.theme).clicked() {
            out.edit(Edit::RemoveMultiplier(activity.clone()));
        }
    }
}

/// Says why this work takes no multiplier.
fn closed(ui: &mut Ui, view: &View<'_>, activity: &ActivityId, supplier: ActivityId, is_set: bool) {
    let (project, library, lang) = (view.project, view.library, view.lang);
    let names = Names {
        project,
        library,
        lang,
    };
    if is_set {
        let sentence = notices::multiplier(activity, &MultiplierFault::Supplier(supplier), &names);
        notice_line(ui, view.theme, Notice::Warning, &sentence, lang);
    } else {
        let supplier = names.activity(&supplier);
        words(
            ui,
            view,
            &IndirectMsg::Closed.with(lang, &[("supplier", &supplier)]),
        );
    }
}

/// Value and source; both together make the edit.
fn form(ui: &mut Ui, view: &View<'_>, out: &mut Out, activity: &ActivityId, mut draft: Draft) {
    let (lang, theme) = (view.lang, view.theme);
    let set = view.project.multipliers.get(activity);
    let value = draft.value.or(set.map(|set| set.value));
    let shown = draft
        .note
        .clone()
        .or(set.map(|set| set.note.clone()))
        .unwrap_or_default();
    let name = IndirectMsg::Value.text(lang);
    let field = NumberField::new(("multiplier", activity.as_str()), name, value, lang);
    if let Some(Commit::Value(value)) = field
        .range(1.0, f64::INFINITY)
        .example(1.4)
        .show(ui, theme)
        .commit
    {
        draft.value = Some(value);
    }
    text::small(ui, theme, IndirectMsg::Source.text(lang));
    if let Some(typed) = note_field(ui, view, activity.as_str(), &shown) {
        draft.note = Some(typed.trim().to_owned());
    }
    let is_new = draft.value.is_some() || draft.note.is_some();
    let value = draft.value.or(set.map(|set| set.value));
    let note = draft
        .note
        .clone()
        .or(set.map(|set| set.note.clone()))
        .unwrap_or_default();
    if value.is_some() && note.is_empty() {
        notice_line(
            ui,
            theme,
            Notice::Error,
            IndirectMsg::NeedsSource.text(lang),
            lang,
        );
    }
    words(ui, view, IndirectMsg::Both.text(lang));
    let id = Id::unique(("multiplier draft", activity.as_str()));
    match value.filter(|_| is_new && !note.is_empty()) {
        Some(value) => {
            ui.data_mut(|data| data.remove::<Draft>(id));
            let activity = activity.clone();
            out.edit(Edit::SetMultiplier {
                activity,
                value,
                note,
            });
        }
        None if is_new => {
            ui.data_mut(|data| data.insert_temp(id, draft));
        }
        None => {}
    }
}

/// A field for the source; answers what was typed once it is confirmed by Enter or by leaving. Escape forgets.
pub(super) fn note_field(ui: &mut Ui, view: &View<'_>, of: &str, shown: &str) -> Option<String> {
    let theme = view.theme;
    let id = Id::unique(("source of", of));
    let pending: Option<String> = ui.data(|data| data.get_temp(id));
    let mut typed = pending.unwrap_or_else(|| shown.to_owned());
    let has_focus = ui.memory(|memory| memory.has_focus(id));
    let frame = theme.typing_frame(theme.typing_stroke(has_focus), 7);
    let edit = TextEdit::singleline(&mut typed)
        .id(id)
        .frame(frame)
        .font(theme.font(metric::TEXT_BODY))
        .text_color(theme.ink)
        .hint_text(IndirectMsg::SourceHint.text(view.lang))
        .desired_width(ui.available_width())
        .min_size(vec2(0.0, metric::TARGET))
        .align(Align2::LEFT_CENTER);
    let response = ui.add(edit);
    let name = IndirectMsg::Source.text(view.lang);
    ui.ctx()
        .accesskit_node_builder(response.id, |node| node.set_label(name));
    if !response.lost_focus() {
        if response.changed() {
            ui.data_mut(|data| data.insert_temp(id, typed));
        }
        return None;
    }
    ui.data_mut(|data| data.remove::<String>(id));
    let escaped = ui.input(|input| input.key_pressed(Key::Escape));
    (!escaped && typed != shown).then_some(typed)
}

/// Small words, wrapped, that can be selected and copied.
pub(super) fn words(ui: &mut Ui, view: &View<'_>, words: &str) {
    Blocks::read(view, "words").text(ui, Tone::Small, words);
}
