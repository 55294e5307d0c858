//! The list at the left: name, parts drawn as bars of their fibres with length as mass, and the whole.

use super::data::{self, Slice};
use super::paint;
use super::paint::{put, segment, shares};
use super::rows::PartRows;
use crate::edit::{Edit, ProductEdit};
use crate::figure::PathwayFigure;
use crate::model::Part;
use crate::text::{ProductMsg, number};
use crate::ui::shared::figure_acts;
use crate::ui::shared::{photo, variants};
use crate::ui::theme::metric;
use crate::ui::view::{Out, View};
use crate::ui::widget::name_field;
use crate::ui::widget::rows::Said;
use crate::ui::widget::text::one_line;
use crate::ui::widget::touch::Touch;
use crate::ui::widget::{Segment, StackedBar, bar, text};
use egui::{Key, Rect, Role, Sense, Ui, pos2, vec2};

/// Height of a row: name and mass, then the bar.
const ROW: f32 = 38.0;
/// Below this height the list is short of room.
const LOW: f32 = 640.0;
/// Height of a line beneath a bar.
const LINE: f32 = 28.0;

/// Shows the list.
pub(super) fn show(ui: &mut Ui, view: &View<'_>, out: &mut Out) {
    ui.spacing_mut().item_spacing.y = 0.0;
    name(ui, view, out);
    ui.add_space(metric::SPACE_S);
    // A low window names the largest fibres only, so that the parts keep their room.
    let named = if ui.available_height() < LOW { 2 } else { 5 };
    let fibres = data::fibre_bar(view, named);
    let inflow = data::inflow_bar(view);
    let lines = u16::try_from(fibres.len() + inflow.len()).unwrap_or(u16::MAX);
    let totals = f32::from(lines) * LINE + 2.0 * (20.0 + metric::TARGET + metric::SPACE_M);
    let room = ui.available_height();
    // The totals stand at the foot; the parts scroll above them and keep at least three rows.
    parts(ui, view, out, (room - totals).max(3.0 * ROW));
    egui::ScrollArea::vertical()
        .id_salt("product totals")
        .auto_shrink([false, true])
        .show(ui, |ui| {
            view.dim(ui);
            bars(ui, view, out, (&fibres, &inflow));
        });
}

/// Height of both bars with at most five fibres.
pub(super) const TOTALS: f32 = 12.0 * LINE + 2.0 * (20.0 + metric::TARGET + metric::SPACE_M);

/// What the whole is made of and what goes into it, naming at most `named` fibres.
pub(super) fn totals(ui: &mut Ui, view: &View<'_>, out: &mut Out, named: usize) {
    let (fibres, inflow) = (data::fibre_bar(view, named), data::inflow_bar(view));
    bars(ui, view, out, (&fibres, &inflow));
}

fn bars(ui: &mut Ui, view: &View<'_>, out: &mut Out, (fibres, inflow): (&[Slice], &[Slice])) {
    let title = ProductMsg::FibresTitle;
    let titles = (title.text(view.lang), title.head(view.lang));
    total(ui, view, out, titles, fibres);
    let head = PathwayFigure::Inflow.head(view.lang);
    let titles = (PathwayFigure::Inflow.text(view.lang), head.as_str());
    total(ui, view, out, titles, inflow);
}

fn name(ui: &mut Ui, view: &View<'_>, out: &mut Out) {
    let product = &view.project.product;
    // With a part selected the key renames the part, in the inspector.
    let free = super::selected(view).is_none() && !variants::has_focus(ui, view);
    if free && ui.input(|input| input.key_pressed(Key::F2)) {
        name_field::focus(ui, "product");
    }
    let given = product.name.get(view.lang);
    let shown = if given.is_empty() {
        ProductMsg::UnnamedProduct.text(view.lang)
    } else {
        given
    };
    let label = ProductMsg::ProductName.text(view.lang);
    let font = view.theme.medium_font(metric::TEXT_NAME);
    let has_picture = view.project.product.picture.is_some();
    let beside = has_picture && fits(ui, shown, &font);
    let typed = ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = metric::SPACE_S;
        if beside {
            photo::of_product(ui, view, out);
        }
        name_field::show(ui, view.theme, "product", label, shown, font)
    });
    if let Some(name) = typed.inner {
        out.edit(Edit::Product(ProductEdit::Rename(view.lang, name)));
    }
    name_field::second(ui, view.theme, &product.name, view.lang);
    ui.horizontal_wrapped(|ui| {
        if !view.project.has_variants() {
            variants::duplicate(ui, view, out);
        }
        if !beside {
            photo::of_product(ui, view, out);
        }
    });
}

/// True where the name keeps its two lines beside the picture.
fn fits(ui: &Ui, name: &str, font: &egui::FontId) -> bool {
    let room = ui.available_width() - photo::SMALL - 2.0 * metric::SPACE_S - metric::TARGET;
    let ink = egui::Color32::PLACEHOLDER;
    let galley = ui.painter().layout(name.to_owned(), font.clone(), ink, room);
    galley.rows.len() <= 2 && galley.size().x <= room
}

fn parts(ui: &mut Ui, view: &View<'_>, out: &mut Out, height: f32) {
    let heaviest = view
        .project
        .product
        .parts
        .iter()
        .map(|part| part.mass.get())
        .fold(0.0, f64::max);
    let shown: Vec<&Part> = view.project.product.parts.iter().collect();
    let rows = PartRows {
        id: "list",
        name: ProductMsg::PartsName.text(view.lang),
        row: ROW,
        outset: metric::SPACE_S,
        height,
        heads: &[],
        parts: &shown,
        own_order: true,
    };
    rows.show(ui, view, out, |ui, _, part, at| {
        let row = data::Row::of(view, part);
        let theme = view.theme;
        let painter = ui.painter();
        let (rect, inner) = (at.rect, at.rect);
        let y = rect.top() + 14.0;
        let mass = number::grams(part.mass.get(), view.lang);
        let mass = one_line(
            painter,
            theme,
            &mass,
            theme.font(metric::TEXT_SMALL),
            theme.ink_soft,
            80.0,
        );
        let room = inner.width() - mass.size().x - metric::SPACE_S;
        put(painter, pos2(inner.right() - mass.size().x, y), mass);
        put(
            painter,
            pos2(inner.left(), y),
            one_line(
                painter,
                theme,
                &row.name,
                theme.font(metric::TEXT_BODY),
                theme.ink,
                room,
            ),
        );
        let share = if heaviest > 0.0 {
            part.mass.get() / heaviest
        } else {
            0.0
        };
        let bar = Rect::from_min_size(
            pos2(inner.left(), rect.top() + 29.0),
            vec2(length(inner.width(), share), 9.0),
        );
        shares(painter, theme, bar, &row.composition, false);
        Said {
            value: row.spoken(view.lang),
            name: row.name,
            cells: Vec::new(),
        }
    });
}

#[expect(clippy::cast_possible_truncation, reason = "a share of a bar fits any float")]
fn length(width: f32, share: f64) -> f32 {
    (width * share as f32).max(2.0)
}

/// A bar with its lines beneath; each figure opens.
/// A bar with its name above it, which is given plain and as a heading.
fn total(ui: &mut Ui, view: &View<'_>, out: &mut Out, (name, head): (&str, &str), slices: &[Slice]) {
    if slices.is_empty() {
        return;
    }
    ui.add_space(metric::SPACE_M);
    text::small(ui, view.theme, head);
    let segments: Vec<Segment<'_>> = slices.iter().map(|slice| segment(view.theme, slice)).collect();
    let bar = StackedBar::new(("product total", name), name, &segments)
        .without_labels()
        .height(14.0);
    let picked = bar
        .show(ui, view.theme)
        .picked
        .and_then(|index| slices.get(index));
    if let Some(figure) = picked.and_then(|slice| slice.opens.clone()) {
        out.open(figure);
    }
    for slice in slices {
        line(ui, view, out, slice);
    }
}

fn line(ui: &mut Ui, view: &View<'_>, out: &mut Out, slice: &Slice) {
    let theme = view.theme;
    let (_, rect) = ui.allocate_space(vec2(ui.available_width(), LINE));
    let sense = if slice.opens.is_some() {
        Sense::click()
    } else {
        Sense::hover()
    };
    let role = if slice.opens.is_some() {
        Role::Button
    } else {
        Role::Label
    };
    let id = egui::Id::unique(("total line", &slice.meaning));
    let touch = Touch::new(id, rect, role, &slice.label)
        .said(&slice.value)
        .sense(sense);
    let touch = touch.plate(rect.expand2(vec2(4.0, 0.0)));
    let response = if slice.opens.is_some() {
        touch.show(ui, theme)
    } else {
        touch.feel(ui)
    };
    let painter = ui.painter();
    let swatch = Rect::from_center_size(pos2(rect.left() + 6.0, rect.center().y), vec2(12.0, 12.0));
    bar::paint_segment(painter, theme, swatch, paint::fill(theme, &slice.meaning));
    let small = || theme.font(metric::TEXT_SMALL);
    let value = one_line(painter, theme, &slice.value, small(), theme.ink, 80.0);
    let room = rect.width() - 20.0 - value.size().x - metric::SPACE_S;
    put(
        painter,
        pos2(rect.right() - value.size().x, rect.center().y),
        value,
    );
    put(
        painter,
        pos2(rect.left() + 20.0, rect.center().y),
        one_line(painter, theme, &slice.label, small(), theme.ink_soft, room),
    );
    if let Some(figure) = slice.opens.clone()
        && figure_acts::touched(ui, view, out, &response, &figure)
    {
        out.open(figure);
    }
}
