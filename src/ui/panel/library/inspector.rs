//! The selected factor: its figure, the editor of the user's own, where it counts, and everything about its source.

use super::data::{Found, find, grade_words};
use super::editor::{self, Draft, Typed};
use super::uses::uses;
use super::{Wish, granted, measured, wish};
use crate::data::{Factor, Grade, Mark};
use crate::edit::Edit;
use crate::explain::measuring;
use crate::flow::assemble::effective;
use crate::text::names::Names;
use crate::text::{CommonMsg, ImproveMsg, Lang, LibraryMsg, number, origins, units};
use crate::ui::icon;
use crate::ui::shared::how_far::Lever;
use crate::ui::shared::practised;
use crate::ui::theme::{Theme, metric};
use crate::ui::view::{Out, View};
use crate::ui::widget::{
    Button, Notice, Typing, grade_chip, notice_line, pathway_badge, scroll_beside, text,
};
use egui::{Color32, Id, Ui, vec2};

/// Shows the inspector.
pub fn inspector(ui: &mut Ui, view: &View<'_>, out: &mut Out) {
    let Some(found) = view.selection.factor.as_ref().and_then(|id| find(view, id)) else {
        text::heading(ui, view.theme, LibraryMsg::Library.head(view.lang));
        ui.add_space(metric::SPACE_S);
        soft(ui, view.theme, LibraryMsg::SelectOne.text(view.lang));
        return;
    };
    scroll_beside(ui, ("library inspector", found.id.as_str()), |ui| {
        head(ui, view, &found);
        if let Some(factor) = found.factor {
            figure(ui, view, &found, factor);
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
        view.dimmed(ui, |ui| where_used(ui, view, &found));
        if let Some(factor) = found.factor {
            text::rule(ui, view.theme);
            source(ui, view, factor);
            practised::beside_factor(ui, view, out, &factor.id);
        }
        ui.add_space(metric::SPACE_L);
    });
}

/// Names in both languages.
fn head(ui: &mut Ui, view: &View<'_>, found: &Found<'_>) {
    let theme = view.theme;
    words(
        ui,
        &found.name(view.lang),
        theme.medium_font(metric::TEXT_NAME),
        theme.ink,
    );
    if found.factor.is_some() && view.lang != Lang::Both {
        soft(ui, theme, &found.name(view.lang.other()));
    }
}

/// The figure in effect, and the library's beside it where it is the user's own.
fn figure(ui: &mut Ui, view: &View<'_>, found: &Found<'_>, factor: &Factor) {
    let (theme, lang) = (view.theme, view.lang);
    let figure = effective(factor, found.own).0;
    let plain = |figure: &crate::data::Sourced<f64>| {
        units::plain_value(figure.value, units::ends(figure), &figure.unit, lang)
    };
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = metric::SPACE_S;
        words(
            ui,
            &plain(&figure),
            theme.medium_font(metric::TEXT_FIGURE),
            theme.ink,
        );
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            ui.add_space(2.0);
            soft(ui, theme, &units::after(&figure.unit, lang));
            soft(ui, theme, &units::plain_range(&figure, lang).unwrap_or_default());
        });
    });
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = metric::SPACE_S;
        grade_chip(ui, theme, figure.grade.letter(), lang);
        let small = theme.font(metric::TEXT_SMALL);
        if figure.grade == Grade::D {
            words(ui, CommonMsg::Assumption.text(lang), small.clone(), theme.ink);
        }
        let measured = found.own.and_then(|own| measuring::grade(&own.note, lang));
        let meaning = match (found.own, figure.grade) {
            (Some(_), Grade::D) => LibraryMsg::GradeOwnBare,
            (Some(_), _) => LibraryMsg::GradeOwn,
            (None, grade) => grade_words(grade),
        };
        soft(ui, theme, measured.as_deref().unwrap_or(meaning.text(lang)));
    });
    if found.own.is_some() {
        let library = &factor.figure;
        let (library, _) = units::figure(library.value, units::ends(library), &library.unit, lang);
        let range = units::plain_range(&factor.figure, lang);
        let library = range.map_or(library.clone(), |range| format!("{library} · {range}"));
        let grade = factor.figure.grade.letter();
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = metric::SPACE_XS;
            text::icon(ui, theme, icon::PENCIL, theme.accent);
            let sentence = LibraryMsg::LibraryFigure.with(lang, &[("value", &library), ("grade", grade)]);
            words(ui, &sentence, theme.font(metric::TEXT_SMALL), theme.ink);
        });
    }
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

fn where_used(ui: &mut Ui, view: &View<'_>, found: &Found<'_>) {
    let (theme, lang) = (view.theme, view.lang);
    text::heading(ui, theme, LibraryMsg::UsedTitle.head(lang));
    if view.matter.is_none() {
        soft(ui, theme, CommonMsg::BeingWorkedOut.text(lang));
        return;
    }
    let uses = uses(view, found);
    let small = theme.font(metric::TEXT_SMALL);
    if uses.everywhere.is_empty() && uses.pathways.is_empty() {
        soft(ui, theme, LibraryMsg::NotUsedHere.text(lang));
        return;
    }
    if !uses.everywhere.is_empty() {
        words(ui, LibraryMsg::EveryPathway.text(lang), small.clone(), theme.ink);
        for purpose in &uses.everywhere {
            soft(ui, theme, purpose);
        }
        ui.add_space(metric::SPACE_XS);
    }
    if uses.pathways.iter().any(|pathway| !pathway.moves.is_empty()) {
        soft(ui, theme, LibraryMsg::EffectTitle.text(lang));
    }
    for pathway in &uses.pathways {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = metric::SPACE_S;
            pathway_badge(ui, theme, pathway.index, &pathway.name);
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 1.0;
                ui.add_space(2.0);
                words(ui, &pathway.name, small.clone(), theme.ink);
                if !pathway.moves.is_empty() {
                    words(ui, &pathway.moves.join(" · "), small.clone(), theme.ink);
                }
                for purpose in &pathway.purposes {
                    soft(ui, theme, purpose);
                }
            });
        });
        ui.add_space(metric::SPACE_XS);
    }
}

/// How the library's figure is known, and from where.
fn source(ui: &mut Ui, view: &View<'_>, factor: &Factor) {
    let (theme, lang) = (view.theme, view.lang);
    let figure = &factor.figure;
    text::heading(ui, theme, LibraryMsg::Sources.head(lang));
    let names = Names {
        project: view.project,
        library: view.library,
        lang,
    };
    if figure.sources.is_empty() {
        soft(ui, theme, LibraryMsg::NoSources.text(lang));
    }
    for id in &figure.sources {
        words(ui, &names.source(id), theme.font(metric::TEXT_SMALL), theme.ink);
    }
    if !figure.note.is_empty() {
        soft(ui, theme, &figure.note);
    }
    ui.add_space(metric::SPACE_XS);
    let year = if figure.year == "n.d." {
        LibraryMsg::NoDate.text(lang)
    } else {
        &figure.year
    };
    let place = origins::origin(&figure.region, view.library, lang);
    let rows = [
        (LibraryMsg::HowKnown, mark_words(figure.mark).text(lang)),
        (LibraryMsg::Place, place.as_str()),
        (LibraryMsg::Year, year),
        (LibraryMsg::Identity, factor.id.as_str()),
    ];
    for (name, value) in rows {
        pair(ui, theme, name.text(lang), value);
    }
}

/// A name at the left and its value beside it.
fn pair(ui: &mut Ui, theme: &Theme, name: &str, value: &str) {
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = metric::SPACE_S;
        let left = ui.cursor().left();
        text::small(ui, theme, name);
        let used = ui.cursor().left() - left;
        ui.add_space((84.0 - used).max(0.0));
        words(ui, value, theme.font(metric::TEXT_SMALL), theme.ink);
    });
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

fn soft(ui: &mut Ui, theme: &Theme, text: &str) {
    words(ui, text, theme.font(metric::TEXT_SMALL), theme.ink_soft);
}

/// Words, wrapped, that can be selected and copied.
fn words(ui: &mut Ui, text: &str, font: egui::FontId, color: Color32) {
    if !text.is_empty() {
        text::Flow::new(text, font, color).selectable().show(ui);
    }
}
