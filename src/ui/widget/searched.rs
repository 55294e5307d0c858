//! A drop-down list or menu with a search field above its answers, found by their names in both languages.
//!
//! Invariant: typing searches at once, the arrows choose, Enter takes and Escape leaves; the focus goes back to the opener.

use super::pick_list::{PickList, PickRow};
use super::search_field::SearchField;
use super::{choice, keep_in_sight};
use crate::model::Name;
use crate::text::{ChooseMsg, FindMsg, Lang};
use crate::ui::theme::Theme;
use egui::{ComboBox, Id, Key, Popup, PopupCloseBehavior, Response, Ui};

/// Height of the rows.
const ROWS: f32 = 320.0;
/// Least width of the list.
const WIDTH: f32 = 300.0;

/// A drop-down list named `name`; the options are only asked for while it is open.
pub(crate) fn searched<T: Clone + PartialEq>(
    ui: &mut Ui,
    key: impl std::hash::Hash + std::fmt::Debug,
    name: &str,
    shown: (&str, Option<&T>),
    (width, lang): (f32, Lang),
    options: impl FnOnce() -> Vec<(T, Name)>,
) -> Option<T> {
    let (words, current) = shown;
    let combo = ComboBox::from_id_salt(("choice", key))
        .selected_text(choice::two_lines(ui, words, width))
        .width(width)
        .truncate()
        .height(f32::INFINITY)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside);
    let answer = combo.show_ui(ui, |ui| {
        let id = ui.unique_id().with("searched");
        list(ui, id, (lang, current), &options())
    });
    keep_in_sight(&answer.response);
    ui.ctx().accesskit_node_builder(answer.response.id, |node| {
        node.set_label(name);
        node.set_value(words);
    });
    let picked = answer.inner?;
    left(ui, &answer.response, picked.is_some());
    picked.filter(|picked| current != Some(picked))
}

/// The same as a menu beneath `button`.
pub(crate) fn menu<T: Clone + PartialEq>(
    ui: &Ui,
    button: &Response,
    lang: Lang,
    options: impl FnOnce() -> Vec<(T, Name)>,
) -> Option<T> {
    let popup = Popup::menu(button).close_behavior(PopupCloseBehavior::CloseOnClickOutside);
    let shown = popup.show(|ui| list(ui, button.id.with("searched"), (lang, None), &options()))?;
    left(ui, button, shown.inner.is_some());
    shown.inner
}

/// Gives the focus back where the list is left by key or after a choice.
fn left(ui: &Ui, opener: &Response, is_picked: bool) {
    if is_picked || ui.input(|input| input.key_pressed(Key::Escape)) {
        opener.request_focus();
    }
}

/// Field and rows; answers what was taken.
fn list<T: Clone + PartialEq>(
    ui: &mut Ui,
    id: Id,
    (lang, current): (Lang, Option<&T>),
    options: &[(T, Name)],
) -> Option<T> {
    let theme = Theme::of(ui.ctx());
    ui.set_width(ui.available_width().clamp(WIDTH, WIDTH * 1.5));
    let row = |(_, name): &(T, Name)| PickRow {
        name: name.get(lang).to_owned(),
        found_by: [name.en.as_str(), name.zh.as_str()].join(" "),
        ..PickRow::default()
    };
    let rows: Vec<PickRow> = options.iter().map(row).collect();
    // What was typed belongs to one opening: a list that was not drawn in the frame before begins anew.
    let now = ui.ctx().cumulative_frame_nr();
    let kept = ui.data(|data| data.get_temp::<(u64, PickList)>(id));
    let kept = kept.filter(|(frame, _)| now.saturating_sub(*frame) <= 1);
    let mut state = kept.map_or_else(
        || {
            let at = options.iter().position(|(value, _)| Some(value) == current);
            PickList::starting(at.unwrap_or_default())
        },
        |(_, state)| state,
    );
    let field = SearchField {
        id: id.with("field"),
        name: ChooseMsg::SearchHint.text(lang),
        clear: FindMsg::Clear.text(lang),
    };
    let picked = state.show(ui, &theme, field, &rows, (ROWS, ChooseMsg::Nothing.text(lang)));
    ui.data_mut(|data| data.insert_temp(id, (now, state)));
    if !picked.taken {
        return None;
    }
    ui.close();
    options.get(picked.chosen?).map(|(value, _)| value.clone())
}
