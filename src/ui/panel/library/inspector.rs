//! The selected factor: its figure, the editor of the user's own, where it counts, and everything about its source.

use super::data::{Found, find};
use super::editor::{self, Draft, Typed};
use super::{Wish, granted, measured, told, wish};
use crate::data::Mark;
use crate::edit::Edit;
use crate::report::sheet::{Block, Tone};
use crate::text::{ImproveMsg, LibraryMsg, number, units};
use crate::ui::icon;
use crate::ui::shared::blocks::Blocks;
use crate::ui::shared::how_far::Lever;
use crate::ui::shared::practised;
use crate::ui::theme::metric;
use crate::ui::view::{Out, View};
use crate::ui::widget::{Button, Notice, Typing, notice_line, scroll_beside, text};
use egui::{Id, Ui, vec2};

/// Shows the inspector.
pub fn inspector(ui: &mut Ui, view: &View<'_>, out: &mut Out) {
    let Some(found) = view.selection.factor.as_ref().and_then(|id| find(view, id)) else {
        text::heading(ui, view.theme, LibraryMsg::Library.head(view.lang));
        ui.add_space(metric::SPACE_S);
        Blocks::read(view, "library").text(ui, Tone::Small, LibraryMsg::SelectOne.text(view.lang));
        return;
    };
    scroll_beside(ui, ("library inspector", found.id.as_str()), |ui| {
        let show = |ui: &mut Ui, out: &mut Out, part: &str, blocks: &[Block]| {
            Blocks::read(view, ("library", part)).show(ui, out, blocks);
        };
        show(ui, out, "names", &told::names(&found, view.lang));
        if let Some(factor) = found.factor {
            show(ui, out, "figure", &told::figure(&found, factor, view.lang));
        } else {
            notice_line(
                ui,
                view.theme,
                Notice::Warning,
                LibraryMsg::Unknown.text(view.lang),
                view.lang,
            );
        }
        text::rule(ui, view.theme);
        edit_own(ui, view, out, &found);
        if let Some(factor) = found.factor {
            measured::show(ui, view, out, factor);
        }
        text::rule(ui, view.theme);
        view.dimmed(ui, |ui| show(ui, out, "uses", &told::where_used(view, &found)));
        if let Some(factor) = found.factor {
            text::rule(ui, view.theme);
            show(ui, out, "source", &told::source(view, factor));
            practised::beside_factor(ui, view, out, &factor.id);
        }
        ui.add_space(metric::SPACE_L);
    });
}

/// The fields, and the two buttons.
fn edit_own(ui: &mut Ui, view: &View<'_>, out: &mut Out, found: &Found<'_>) {
    let (theme, lang) = (view.theme, view.lang);
    text::heading(ui, theme, LibraryMsg::EditTitle.head(lang));
    let start = Draft::start(found);
    let mut draft = Draft::load(ui, found.id).unwrap_or_else(|| start.clone());
    let kept = draft.clone();
    let entered = fields(ui, view, found, &mut draft);
    let typed = draft.read(found, lang);
    match &typed {
        Typed::Wrong(sentence) => {
            notice_line(ui, theme, Notice::Error, sentence, lang);
        }
        Typed::Figure(_, note) if note.is_empty() => {
            notice_line(
                ui,
                theme,
                Notice::Info,
                LibraryMsg::WithoutSource.text(lang),
                lang,
            );
        }
        _ => {}
    }
    ui.add_space(metric::SPACE_XS);
    let blocked = match &typed {
        Typed::Same => Some(LibraryMsg::NothingTyped.text(lang)),
        Typed::Wrong(sentence) => Some(sentence.as_str()),
        Typed::Figure(..) => None,
    };
    let mut clicked = false;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(metric::SPACE_S, metric::SPACE_S);
        let apply = Button::primary(LibraryMsg::Apply.text(lang)).disabled(blocked);
        clicked = apply.show(ui, theme).clicked();
        // Asked in the row of the buttons: a factor has no slider that could bear a mark.
        let lever = Lever::of_product(found.id.to_string());
        let far = Button::quiet(ImproveMsg::HowFar.text(lang)).icon(icon::SLIDERS);
        let far = far.disabled(lever.offer(view).blocked);
        if far.show(ui, theme).clicked() {
            lever.ask(out);
        }
        if found.own.is_some() {
            let revert =
                Button::quiet(LibraryMsg::RevertShort.text(lang)).tooltip(LibraryMsg::Revert.text(lang));
            if revert.show(ui, theme).clicked() {
                Draft::forget(ui, found.id);
                draft = kept.clone();
                out.edit(Edit::RemoveOverride(found.id.clone()));
            }
        }
    });
    if let Some((_, words)) = Lever::of_product(found.id.to_string()).met(view) {
        let words = ImproveMsg::FieldMark.with(lang, &[("met", &words)]);
        text::small(ui, theme, &words);
    }
    if let (Typed::Figure(figure, note), true) = (typed, clicked || entered) {
        Draft::forget(ui, found.id);
        out.edit(editor::edit(found.id, figure, note));
        wish(ui, &Wish::Row(found.id.clone()));
    } else if draft != kept {
        draft.keep(ui, found.id);
    }
}

/// Value, low, high and note; true where Enter was pressed in one of them.
fn fields(ui: &mut Ui, view: &View<'_>, found: &Found<'_>, draft: &mut Draft) -> bool {
    let lang = view.lang;
    let suffix = if editor::is_share(found) { "%" } else { "" };
    let hints = found.factor.map(|factor| {
        let mut library = *found;
        library.own = None;
        let ends = units::ends(&factor.figure);
        let write = |value: f64| {
            let scale = if suffix.is_empty() { 1.0 } else { 100.0 };
            number::typed(value * scale)
        };
        let (low, high) = ends
            .map(|(low, high)| (write(low), write(high)))
            .unwrap_or_default();
        (Draft::start(&library).value, low, high)
    });
    let (value_hint, low_hint, high_hint) = hints.unwrap_or_default();
    let width = (ui.available_width() - 2.0 * metric::SPACE_S) / 3.0;
    let mut entered = false;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = metric::SPACE_S;
        let mut field = |key: &str, label: LibraryMsg, text: &mut String, hint: &str| {
            let id = field_id(found, key);
            let typing = Typing {
                id,
                label: label.text(lang),
                hint,
                suffix,
                width,
            };
            // Before the field is drawn, so that it selects what it holds.
            if key == "value" && granted(ui, &Wish::Value(found.id.clone())) {
                ui.memory_mut(|memory| memory.request_focus(id));
            }
            entered |= typing.show(ui, view.theme, text);
        };
        field("value", LibraryMsg::ValueField, &mut draft.value, &value_hint);
        field("low", LibraryMsg::LowField, &mut draft.low, &low_hint);
        field("high", LibraryMsg::HighField, &mut draft.high, &high_hint);
    });
    let typing = Typing {
        id: field_id(found, "note"),
        label: LibraryMsg::NoteField.text(lang),
        hint: LibraryMsg::NoteHint.text(lang),
        suffix: "",
        width: ui.available_width(),
    };
    entered | typing.show(ui, view.theme, &mut draft.note)
}

fn field_id(found: &Found<'_>, key: &str) -> Id {
    Id::unique(("library field", key.to_owned(), found.id.as_str()))
}

/// How the figure reached the library, in words.
pub const fn mark_words(mark: Mark) -> LibraryMsg {
    match mark {
        Mark::Saw => LibraryMsg::MarkSaw,
        Mark::SawSecondHand => LibraryMsg::MarkSecondHand,
        Mark::Derived => LibraryMsg::MarkDerived,
        Mark::Recalled => LibraryMsg::MarkRecalled,
        Mark::Judged => LibraryMsg::MarkJudged,
        Mark::Definition => LibraryMsg::MarkDefinition,
        Mark::Own => LibraryMsg::MarkOwn,
    }
}
