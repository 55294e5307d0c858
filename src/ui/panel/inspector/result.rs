//! The carbon of making from a result of Ecobalyse: what the file holds, and what it does not say of itself.
//!
//! Invariant: a figure leaves this panel only with release and day, for another release gives another figure.

use super::beside::words;
use crate::edit::Edit;
use crate::figure::Form;
use crate::model::{Estimate, FactorId};
use crate::report::ecobalyse::Made;
use crate::text::{CommonMsg, EcobalyseMsg, Phrase as _};
use crate::ui::icon;
use crate::ui::theme::metric;
use crate::ui::view::{Command, Out, View};
use crate::ui::widget::{Button, keep_in_sight, text};
use egui::{Align2, Context, Id, Rect, TextEdit, Ui, vec2};

/// A result that was read and is not in the project.
#[derive(Debug, Clone)]
struct Offered {
    made: Made,
    file: String,
    release: String,
    day: String,
    /// True until it was drawn.
    is_new: bool,
}

fn key(id: &FactorId) -> Id {
    Id::unique(("result of Ecobalyse", id.as_str()))
}

/// Offers what was `made` of the result in `file` for the figure `id`.
pub fn offer(ctx: &Context, id: &FactorId, made: Made, file: String) {
    let offered = Offered {
        made,
        file,
        release: String::new(),
        day: String::new(),
        is_new: true,
    };
    ctx.data_mut(|data| data.insert_temp(key(id), offered));
}

/// Draws what was offered for the figure `id`, or how a result is read.
pub(super) fn show(ui: &mut Ui, view: &View<'_>, out: &mut Out, id: &FactorId) {
    let (lang, theme) = (view.lang, view.theme);
    ui.add_space(metric::SPACE_XS);
    let Some(mut offered) = ui.data(|data| data.get_temp::<Offered>(key(id))) else {
        let read = Button::quiet(EcobalyseMsg::Result.text(lang)).icon(icon::IMPORT);
        if read.show(ui, theme).clicked() {
            out.command(Command::TakeResult);
        }
        return;
    };
    let top = ui.cursor().min;
    let made = &offered.made;
    let said = [
        ("file", offered.file.as_str()),
        ("value", &Form::Carbon.text(made.kg, lang)),
        ("steps", &made.steps.join(" + ")),
    ];
    words(ui, view, &EcobalyseMsg::ResultRead.with(lang, &said));
    field(ui, view, EcobalyseMsg::Release, &mut offered.release);
    field(ui, view, EcobalyseMsg::Day, &mut offered.day);
    let note = offered
        .made
        .note([&offered.release, &offered.day, &offered.file], lang);
    let missing = note.is_none().then(|| EcobalyseMsg::NeedsRelease.text(lang));
    ui.add_space(metric::SPACE_XS);
    let (take, drop) = ui
        .horizontal_wrapped(|ui| {
            let take = Button::primary(EcobalyseMsg::Take.text(lang)).disabled(missing);
            let drop = Button::quiet(CommonMsg::Cancel.text(lang));
            (take.show(ui, theme).clicked(), drop.show(ui, theme).clicked())
        })
        .inner;
    // It stands far down in the inspector.
    if std::mem::take(&mut offered.is_new) {
        ui.scroll_to_rect(Rect::from_min_max(top, ui.cursor().min), None);
    }
    if take || drop {
        ui.data_mut(|data| data.remove::<Offered>(key(id)));
    } else {
        ui.data_mut(|data| data.insert_temp(key(id), offered.clone()));
    }
    if let Some(note) = note.filter(|_| take) {
        out.edit(Edit::SetOverride {
            factor: id.clone(),
            figure: Estimate::exact(offered.made.kg),
            note,
        });
    }
}

/// A field for words, under its name.
fn field(ui: &mut Ui, view: &View<'_>, name: EcobalyseMsg, typed: &mut String) {
    let theme = view.theme;
    let id = Id::unique(("field of a result", name.key()));
    let label = text::small(ui, theme, name.text(view.lang));
    let has_focus = ui.memory(|memory| memory.has_focus(id));
    let edit = TextEdit::singleline(typed)
        .id(id)
        .frame(theme.typing_frame(theme.typing_stroke(has_focus), 7))
        .font(theme.font(metric::TEXT_BODY))
        .text_color(theme.ink)
        .desired_width(ui.available_width())
        .min_size(vec2(0.0, metric::TARGET))
        .align(Align2::LEFT_CENTER);
    let response = ui.add(edit).labelled_by(label.id);
    keep_in_sight(&response);
}
