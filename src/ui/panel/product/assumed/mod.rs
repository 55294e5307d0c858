//! The product as a whole: its first result, and everything that nobody has stated yet, changed in place.

pub mod data;

use crate::model::{Assumed, Construction};
use crate::text::{AssumedMsg, ProductMsg};
use crate::ui::icon;
use crate::ui::shared::{figure_acts, places};
use crate::ui::theme::metric;
use crate::ui::view::{Command, Out, View};
use crate::ui::widget::assumed;
use crate::ui::widget::choice::choice;
use crate::ui::widget::touch::Touch;
use crate::ui::widget::{Commit, Figure, Hint as _, NumberField, pathway_badge, scroll_beside, text};
use data::{Control, Row, Shares};
use egui::{Align, Id, Label, Layout, Sense, Ui, UiBuilder, vec2};

/// Width of fields and of lists of places at the right of a row.
const CONTROL: f32 = 128.0;
/// Width of the list of constructions, whose names are longer.
const CONSTRUCTION: f32 = 150.0;

/// Shows the inspector of a product of which no part is selected.
pub(super) fn show(ui: &mut Ui, view: &View<'_>, out: &mut Out) {
    scroll_beside(ui, "assumed", |ui| {
        first(ui, view, out);
        let rows = data::product(view);
        let shares = data::shares(view);
        text::heading(ui, view.theme, AssumedMsg::Heading.head(view.lang));
        let lead = if rows.is_empty() && shares.is_empty() {
            AssumedMsg::None
        } else {
            AssumedMsg::Lead
        };
        words(ui, view, lead.text(view.lang));
        ui.add_space(metric::SPACE_XS);
        let mut of = "";
        for row in &rows {
            if row.of != of && !row.of.is_empty() {
                text::body(ui, view.theme, &row.of);
            }
            of = &row.of;
            one(ui, view, out, row);
        }
        if !shares.is_empty() {
            ui.add_space(metric::SPACE_S);
        }
        for shares in &shares {
            pathway(ui, view, out, shares);
        }
        text::rule(ui, view.theme);
        if !view.project.product.assumed.is_empty() {
            words(ui, view, AssumedMsg::NotCounted.text(view.lang));
        }
        words(ui, view, ProductMsg::SelectHint.text(view.lang));
        ui.add_space(metric::SPACE_L);
    });
}

fn first(ui: &mut Ui, view: &View<'_>, out: &mut Out) {
    let Some(first) = data::first(view) else { return };
    text::small(ui, view.theme, first.title);
    let figure = Figure::new("first result", &first.name, &first.mci, view.lang).big();
    let response = figure.show(ui, view.theme);
    if figure_acts::touched(ui, view, out, &response, &first.opens) {
        out.open(first.opens.clone());
    }
    words(ui, view, &first.name);
    if !first.best.is_empty() {
        words(ui, view, &first.best);
    }
    text::rule(ui, view.theme);
}

fn words(ui: &mut Ui, view: &View<'_>, words: &str) {
    text::Flow::new(words, view.theme.font(metric::TEXT_SMALL), view.theme.ink_soft).show(ui);
}

/// The word "assumed" beside a field elsewhere on the page; a click lists all assumptions.
pub(super) fn mark(ui: &mut Ui, view: &View<'_>, out: &mut Out, mark: &Assumed) {
    if !view.project.product.assumed.contains(mark) {
        return;
    }
    let key = format!("{mark:?}");
    let word = AssumedMsg::Word.text(view.lang);
    if assumed(ui, view.theme, &key, word, AssumedMsg::Lead.text(view.lang)).clicked() {
        out.command(Command::SelectPart(None));
    }
}

/// Name at the left, dotted as all assumptions are that open; field or list at the right.
fn one(ui: &mut Ui, view: &View<'_>, out: &mut Out, row: &Row) {
    ui.horizontal(|ui| {
        ui.set_min_height(metric::ROW);
        ui.spacing_mut().item_spacing.x = metric::SPACE_S;
        let control_width = match row.control {
            Control::Construction(_) => CONSTRUCTION,
            Control::Number(..) | Control::Place(..) => CONTROL,
        };
        let room = ui.available_width() - control_width - metric::SPACE_S;
        let size = vec2(room, metric::ROW);
        ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Center), |ui| {
            ui.set_min_width(room);
            ui.set_max_width(room);
            label(ui, view, out, row);
        });
        control(ui, view, out, row);
    });
}

fn label(ui: &mut Ui, view: &View<'_>, out: &mut Out, row: &Row) {
    ui.set_clip_rect(ui.clip_rect().intersect(ui.max_rect().expand(3.0)));
    let Some(opens) = &row.opens else {
        text::small_line(ui, view.theme, &row.label).hint(row.hint);
        return;
    };
    let key = format!("{:?}", row.target);
    let response = assumed(ui, view.theme, &key, &row.label, row.hint);
    if figure_acts::touched(ui, view, out, &response, opens) {
        out.open(opens.clone());
    }
}

fn control(ui: &mut Ui, view: &View<'_>, out: &mut Out, row: &Row) {
    let key = ("assumed", &row.target);
    let name = row.name(view.lang);
    match &row.control {
        Control::Number(value, unit, most) => {
            let field = NumberField::new(key, &name, Some(*value), view.lang)
                .bare()
                .unit(unit)
                .range(0.0, *most)
                .example(*value)
                .width(CONTROL);
            let answer = field.show(ui, view.theme);
            if let Some(lever) = row.target.lever() {
                lever.at_field(ui, view, out, &answer.response, &name);
            }
            if let Some(Commit::Value(value)) = answer.commit
                && let Some(edit) = data::number_edit(&row.target, value)
            {
                out.edit(edit);
            }
        }
        Control::Place(place, shown) => {
            let picked = places::some_place(ui, view, out, key, &name, (place, shown), CONTROL);
            if let Some(edit) = picked.and_then(|place| data::place_edit(&row.target, place)) {
                out.edit(edit);
            }
        }
        Control::Construction(now) => {
            let shown = data::construction_words(view, *now);
            let picked = choice(ui, key, &name, (shown, Some(now)), CONSTRUCTION, || {
                let cloth = Construction::ALL.into_iter();
                let cloth = cloth.filter(|each| *each != Construction::Hard);
                cloth
                    .map(|each| (each, data::construction_words(view, each).to_owned()))
                    .collect()
            });
            if let Some(construction) = picked {
                for edit in data::construction_edits(&row.target, construction) {
                    out.edit(edit);
                }
            }
        }
    }
}

/// The shares of one pathway, folded until they are asked for.
fn pathway(ui: &mut Ui, view: &View<'_>, out: &mut Out, shares: &Shares) {
    let id = Id::unique(("assumed shares", shares.pathway.as_str()));
    let mut is_open = ui.data(|data| data.get_temp::<bool>(id)).unwrap_or(false);
    let theme = view.theme;
    let (_, rect) = ui.allocate_space(vec2(ui.available_width(), metric::ROW));
    let spoken = AssumedMsg::Of.with(view.lang, &[("part", &shares.name), ("what", &shares.count)]);
    let touch = Touch::button(id.with("fold"), rect, &spoken).unfolded(is_open);
    let response = touch.plate(rect.expand2(vec2(4.0, 0.0))).show(ui, theme);
    let inside = UiBuilder::new()
        .max_rect(rect)
        .layout(Layout::right_to_left(Align::Center));
    let mut inside = ui.new_child(inside);
    let sign = if is_open { icon::CARET_UP } else { icon::CARET_DOWN };
    text::icon(&mut inside, theme, sign, theme.ink_soft);
    let context = inside.ctx().clone();
    let words = |words: &str, size, ink| {
        Label::new(text::rich(&context, theme, words, theme.font(size), ink))
            .selectable(false)
            .sense(Sense::empty())
    };
    inside.add(words(&shares.count, metric::TEXT_SMALL, theme.ink_soft));
    inside.with_layout(Layout::left_to_right(Align::Center), |ui| {
        pathway_badge(ui, theme, shares.index, "");
        ui.add(words(&shares.name, metric::TEXT_BODY, theme.ink).truncate());
    });
    if response.hint(&shares.name).clicked() {
        is_open = !is_open;
        ui.data_mut(|data| data.insert_temp(id, is_open));
    }
    if is_open {
        for row in &shares.rows {
            one(ui, view, out, row);
        }
    }
}
