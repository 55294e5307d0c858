//! Search, grades, the project's own factors only, and what factors are weighed by.

use super::data::grade_words;
use super::filter::{Filter, GRADES};
use crate::explain::Weigh;
use crate::figure::PathwayFigure;
use crate::text::{Lang, LibraryMsg};
use crate::ui::shared::switch;
use crate::ui::theme::metric;
use crate::ui::view::View;
use crate::ui::widget::{Hint as _, SearchField, segmented, segmented_width, text, toggle};
use egui::{Align, Id, Key, Layout, Ui, vec2};

/// Room from which on the choice of what to weigh by has its name before it.
const LABELLED: f32 = 300.0;

/// Id of the search field.
pub(super) fn search_id() -> Id {
    Id::unique("library search")
}

/// Draws the two lines; true where the search asks for the first row.
pub(super) fn show(ui: &mut Ui, view: &View<'_>, filter: &mut Filter) -> bool {
    let asked = search(ui, view, filter);
    ui.add_space(metric::SPACE_XS);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(metric::SPACE_XS, metric::SPACE_XS);
        grades(ui, view, filter);
        ui.add_space(metric::SPACE_S);
        used_only(ui, view, filter);
        let room = ui.max_rect().right() - ui.cursor().left();
        let options = weighed(view.lang);
        if room < segmented_width(ui, view.theme, &options) {
            // With too little room beside the switches it takes the next line.
            return weigh(ui, view, filter, false);
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = metric::SPACE_S;
            weigh(ui, view, filter, room > LABELLED);
        });
    });
    asked
}

fn search(ui: &mut Ui, view: &View<'_>, filter: &mut Filter) -> bool {
    let (theme, lang) = (view.theme, view.lang);
    let id = search_id();
    let had_focus = ui.memory(|memory| memory.has_focus(id));
    let field = SearchField {
        id,
        name: LibraryMsg::Search.text(lang),
        clear: LibraryMsg::ClearSearch.text(lang),
    };
    let response = field.show(ui, theme, &mut filter.text);
    let pressed = |key: Key| ui.input(|input| input.key_pressed(key));
    (response.lost_focus() && pressed(Key::Enter)) || (had_focus && pressed(Key::ArrowDown))
}

/// One switch per grade; none on means all.
fn grades(ui: &mut Ui, view: &View<'_>, filter: &mut Filter) {
    for grade in GRADES {
        let on = filter.grades.contains(&grade);
        let meaning = grade_words(grade).text(view.lang);
        let hint =
            LibraryMsg::GradeFilter.with(view.lang, &[("grade", grade.letter()), ("meaning", meaning)]);
        let response = toggle(ui, view.theme, None, grade.letter(), on).hint(&hint);
        ui.ctx()
            .accesskit_node_builder(response.id, |node| node.set_label(hint.as_str()));
        if response.clicked() {
            switch(&mut filter.grades, grade);
        }
    }
}

fn used_only(ui: &mut Ui, view: &View<'_>, filter: &mut Filter) {
    let label = LibraryMsg::UsedOnly.text(view.lang);
    let response = toggle(ui, view.theme, None, label, filter.used_only);
    if response.clicked() {
        filter.used_only = !filter.used_only;
    }
    response.hint(LibraryMsg::UsedOnlyHint.text(view.lang));
}

/// The names of what factors are weighed by.
fn weighed(lang: Lang) -> [&'static str; 2] {
    [LibraryMsg::WeighMci.text(lang), PathwayFigure::Lost.text(lang)]
}

/// What factors are weighed by; its name stands before it where there is `room`.
fn weigh(ui: &mut Ui, view: &View<'_>, filter: &mut Filter, room: bool) {
    let lang = view.lang;
    let all = [Weigh::Mci, Weigh::Lost];
    let options = weighed(lang);
    let chosen = usize::from(filter.weigh == Weigh::Lost);
    let id = Id::unique("library weigh");
    let name = LibraryMsg::WeighBy.text(lang);
    let picked = segmented(ui, view.theme, id, name, &options, chosen);
    if let Some(weigh) = picked.and_then(|index| all.get(index)) {
        filter.weigh = *weigh;
    }
    if room {
        text::small(ui, view.theme, name);
    }
}
