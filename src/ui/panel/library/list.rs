//! The list at the left: groups of factors with their counts, and the actions on factor sets.

use super::data::listing;
use super::filter::{Filter, Subject};
use crate::edit::Edit;
use crate::model::Overrides;
use crate::text::LibraryMsg;
use crate::ui::icon;
use crate::ui::theme::metric;
use crate::ui::view::{Command, Out, View};
use crate::ui::widget::touch::Touch;
use crate::ui::widget::{Button, line, put_left, text};
use egui::{EventFilter, Id, Key, Response, Role, ScrollArea, Sense, Ui, pos2, vec2};

/// Draws the list.
pub fn list(ui: &mut Ui, view: &View<'_>, out: &mut Out) {
    let mut filter = Filter::of(ui);
    let subjects = listing(view, &filter).subjects;
    ui.spacing_mut().item_spacing.y = 0.0;
    text::small(ui, view.theme, LibraryMsg::Groups.head(view.lang));
    ui.add_space(metric::SPACE_XS);
    let own = !view.project.overrides.is_empty();
    let buttons = if own { 3.0 } else { 2.0 };
    let foot = buttons * (metric::ROW + metric::SPACE_XS) + metric::SPACE_XXL;
    let before = filter.subject;
    ScrollArea::vertical()
        .id_salt("library groups")
        .max_height((ui.available_height() - foot).max(100.0))
        .show(ui, |ui| {
            for (index, (subject, count)) in subjects.iter().enumerate() {
                let response = show_subject(ui, view, *subject, *count, filter.subject == *subject);
                if let Some(next) = picked(ui, &subjects, index, &response) {
                    filter.subject = next;
                }
            }
        });
    if filter.subject != before {
        filter.keep(ui);
        ui.ctx().request_repaint();
    }
    ui.add_space(metric::SPACE_M);
    sets(ui, view, out);
}

fn subject_id(subject: Subject) -> Id {
    Id::unique(("library group", subject))
}

fn show_subject(ui: &mut Ui, view: &View<'_>, subject: Subject, count: usize, is_chosen: bool) -> Response {
    let theme = view.theme;
    let (_, rect) = ui.allocate_space(vec2(ui.available_width(), metric::TARGET + 2.0));
    let sense = if is_chosen { Sense::click() } else { Sense::CLICK };
    let name = subject.name().text(view.lang);
    let count = count.to_string();
    let touch = Touch::new(subject_id(subject), rect, Role::RadioButton, name).chosen(is_chosen);
    let response = touch.said(&count).sense(sense).show(ui, theme);
    let painter = ui.painter();
    let count = line(painter, &count, theme.font(metric::TEXT_SMALL), theme.ink_soft);
    let right = rect.right() - metric::SPACE_S - count.size().x;
    let mut left = rect.left() + metric::SPACE_S;
    if subject == Subject::Own {
        let pencil = line(
            painter,
            &icon::PENCIL.to_string(),
            theme.icon_font(16.0),
            theme.accent,
        );
        left =
            put_left(painter, pos2(left, rect.center().y), pencil, theme.accent).right() + metric::SPACE_XS;
    }
    let font = theme.font(metric::TEXT_BODY - 1.0);
    let room = right - left - metric::SPACE_S;
    let galley = text::one_line(painter, theme, name, font, theme.ink, room);
    put_left(painter, pos2(left, rect.center().y), galley, theme.ink);
    put_left(painter, pos2(right, rect.center().y), count, theme.ink_soft);
    response
}

/// The group that a click or the arrows ask for.
fn picked(ui: &Ui, subjects: &[(Subject, usize)], index: usize, response: &Response) -> Option<Subject> {
    if response.clicked() {
        return subjects.get(index).map(|(subject, _)| *subject);
    }
    if !response.has_focus() {
        return None;
    }
    let filter = EventFilter {
        vertical_arrows: true,
        ..EventFilter::default()
    };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
    let pressed = |key: Key| ui.input(|input| input.key_pressed(key));
    let next = match (pressed(Key::ArrowDown), pressed(Key::ArrowUp)) {
        (true, _) => subjects.get(index + 1),
        (_, true) => index.checked_sub(1).and_then(|index| subjects.get(index)),
        _ => None,
    };
    let (subject, _) = next?;
    ui.memory_mut(|memory| memory.request_focus(subject_id(*subject)));
    Some(*subject)
}

/// Import, export, and back to the library.
fn sets(ui: &mut Ui, view: &View<'_>, out: &mut Out) {
    let (theme, lang) = (view.theme, view.lang);
    ui.spacing_mut().item_spacing.y = metric::SPACE_XS;
    text::small(ui, theme, LibraryMsg::Sets.head(lang));
    let none = view.project.overrides.is_empty();
    let blocked = none.then(|| LibraryMsg::NoOwn.text(lang));
    let import = Button::bare(LibraryMsg::ImportShort.text(lang))
        .icon(icon::IMPORT)
        .tooltip(LibraryMsg::ImportSet.text(lang));
    if import.show(ui, theme).clicked() {
        out.command(Command::ImportFactorSet);
    }
    let export = Button::bare(LibraryMsg::ExportShort.text(lang))
        .icon(icon::EXPORT)
        .tooltip(LibraryMsg::ExportSet.text(lang))
        .disabled(blocked);
    if export.show(ui, theme).clicked() {
        out.command(Command::ExportFactorSet);
    }
    if !none {
        let revert = Button::bare(LibraryMsg::RevertAll.text(lang))
            .icon(icon::RESET)
            .tooltip(LibraryMsg::RevertAllHint.text(lang));
        if revert.show(ui, theme).clicked() {
            out.edit(Edit::SetOverrides(Overrides::new()));
        }
    }
}
