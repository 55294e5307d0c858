//! The strip of variants: which one is in hand, and what can be done with it.
//!
//! Invariant: there is no strip where there is one variant; the page then offers to duplicate it.

use crate::edit::{Edit, VariantEdit};
use crate::model::VariantNo;
use crate::text::names::variant_words;
use crate::text::{Lang, VariantMsg};
use crate::ui::icon;
use crate::ui::theme::metric;
use crate::ui::view::{Out, View};
use crate::ui::widget::touch::Touch;
use crate::ui::widget::{Button, Hint as _, name_field, put_center};
use egui::{EventFilter, Id, Key, Response, Role, ScrollArea, Ui, vec2};

/// Key of the field for a new name.
const NAME: &str = "variant name";
/// Width of that field, and the most that a name takes.
const WIDEST: f32 = 220.0;

/// One variant as the strip shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chip {
    /// Its number.
    pub number: VariantNo,
    /// What it is called.
    pub name: String,
    /// True for the one in hand.
    pub in_hand: bool,
}

/// The variants in their order; none where there is only one.
pub fn chips(view: &View<'_>) -> Vec<Chip> {
    let chip = |lang: Lang| {
        move |variant: &crate::model::Product| Chip {
            number: variant.variant,
            name: lang.head(|lang| variant_words(variant).get(lang).to_owned()),
            in_hand: variant.variant == view.project.product.variant,
        }
    };
    if view.project.has_variants() {
        view.project.variants().into_iter().map(chip(view.lang)).collect()
    } else {
        Vec::new()
    }
}

/// Draws the strip with the gap beneath it, where there are several variants.
pub(crate) fn strip(ui: &mut Ui, view: &View<'_>, out: &mut Out) {
    let chips = chips(view);
    if chips.is_empty() {
        return;
    }
    ui.horizontal(|ui| {
        ui.set_min_height(metric::ROW);
        ui.spacing_mut().item_spacing.x = metric::SPACE_XS;
        let buttons = 3.0 * (metric::ROW + metric::SPACE_XS) + metric::SPACE_S;
        ScrollArea::horizontal()
            .id_salt("variants")
            .max_width((ui.available_width() - buttons).max(WIDEST))
            .show(ui, |ui| {
                ui.horizontal(|ui| show_chips(ui, view, out, &chips));
            });
        ui.add_space(metric::SPACE_XS);
        actions(ui, view, out);
    });
    ui.add_space(metric::SPACE_S);
}

/// The button that makes the first copy.
pub(crate) fn duplicate(ui: &mut Ui, view: &View<'_>, out: &mut Out) {
    let button = Button::bare(VariantMsg::Duplicate.text(view.lang)).icon(icon::COPY);
    if button.show(ui, view.theme).clicked() {
        change(view, out, VariantEdit::Duplicate(None));
    }
}

fn show_chips(ui: &mut Ui, view: &View<'_>, out: &mut Out, chips: &[Chip]) {
    ui.spacing_mut().item_spacing.x = metric::SPACE_XS;
    for (at, chip) in chips.iter().enumerate() {
        if renamed(ui) == Some(chip.number) {
            rename(ui, view, out, chip);
        } else {
            let response = show_chip(ui, view, chip);
            if response.clicked() && !chip.in_hand {
                out.edit(Edit::variant(chip.number, VariantEdit::TakeInHand));
            }
            if response.double_clicked() {
                start_rename(ui, chip.number);
            }
            keys(ui, out, chips, at, &response);
        }
    }
}

fn chip_id(number: VariantNo) -> Id {
    Id::unique(("variant", number.get()))
}

/// True where the strip has the focus: its keys are then its own.
pub(crate) fn has_focus(ui: &Ui, view: &View<'_>) -> bool {
    let focused = ui.memory(egui::Memory::focused);
    view.project
        .variants()
        .iter()
        .any(|variant| focused == Some(chip_id(variant.variant)))
}

fn show_chip(ui: &mut Ui, view: &View<'_>, chip: &Chip) -> Response {
    let theme = view.theme;
    let font = if chip.in_hand {
        theme.medium_font(metric::TEXT_BODY)
    } else {
        theme.font(metric::TEXT_BODY)
    };
    let ink = if chip.in_hand { theme.accent } else { theme.ink };
    let mut job = egui::text::LayoutJob::simple_singleline(chip.name.clone(), font, ink);
    job.wrap = egui::text::TextWrapping::truncate_at_width(WIDEST - 2.0 * metric::SPACE_M);
    let name = ui.painter().layout_job(job);
    let size = vec2(name.size().x + 2.0 * metric::SPACE_M, metric::ROW);
    let (_, rect) = ui.allocate_space(size);
    let touch = Touch::new(chip_id(chip.number), rect, Role::Tab, &chip.name).chosen(chip.in_hand);
    let response = touch.show(ui, theme);
    let is_cut = name.elided;
    put_center(ui.painter(), rect.center(), name, ink);
    let hint = VariantMsg::StripHint.text(view.lang);
    let hint = if is_cut {
        format!("{}\n{hint}", chip.name)
    } else {
        hint.to_owned()
    };
    response.hint(hint)
}

/// Arrows switch, F2 renames, Delete removes.
fn keys(ui: &Ui, out: &mut Out, chips: &[Chip], at: usize, response: &Response) {
    if !response.has_focus() {
        return;
    }
    let filter = EventFilter {
        horizontal_arrows: true,
        ..EventFilter::default()
    };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
    let pressed = |key: Key| ui.input(|input| input.key_pressed(key));
    let next = match (pressed(Key::ArrowRight), pressed(Key::ArrowLeft)) {
        (true, _) => chips.get(at + 1),
        (_, true) => at.checked_sub(1).and_then(|at| chips.get(at)),
        _ => None,
    };
    if let Some(next) = next {
        ui.memory_mut(|memory| memory.request_focus(chip_id(next.number)));
        out.edit(Edit::variant(next.number, VariantEdit::TakeInHand));
    }
    let Some(chip) = chips.get(at) else { return };
    // The key would rename a part of the product as well.
    if ui.input_mut(|input| input.consume_key(egui::Modifiers::NONE, Key::F2)) {
        start_rename(ui, chip.number);
    }
    if ui.input_mut(|input| input.consume_key(egui::Modifiers::NONE, Key::Delete)) {
        remove(ui, out, chips, at);
    }
}

/// Takes a variant out and leaves the focus on its neighbour.
fn remove(ui: &Ui, out: &mut Out, chips: &[Chip], at: usize) {
    let neighbour = chips.get(at + 1).or_else(|| chips.get(at.checked_sub(1)?));
    if let Some(neighbour) = neighbour {
        ui.memory_mut(|memory| memory.request_focus(chip_id(neighbour.number)));
    }
    if let Some(chip) = chips.get(at) {
        out.edit(Edit::variant(chip.number, VariantEdit::Remove));
    }
}

fn rename_key() -> Id {
    Id::unique("variant being renamed")
}

fn renamed(ui: &Ui) -> Option<VariantNo> {
    ui.data(|data| data.get_temp::<VariantNo>(rename_key()))
}

fn start_rename(ui: &Ui, number: VariantNo) {
    ui.data_mut(|data| {
        data.insert_temp(rename_key(), number);
        data.insert_temp(rename_key(), true);
    });
    ui.ctx().request_repaint();
}

/// The name as a field, in the chip's place.
fn rename(ui: &mut Ui, view: &View<'_>, out: &mut Out, chip: &Chip) {
    let label = VariantMsg::NameOf.text(view.lang);
    let font = view.theme.font(metric::TEXT_BODY);
    // Asked for right before the field is drawn, so that its text is selected.
    let is_new = ui.data_mut(|data| data.remove_temp::<bool>(rename_key()));
    if is_new.unwrap_or(false) {
        name_field::focus(ui, NAME);
    }
    let size = vec2(WIDEST, metric::ROW);
    let typed = ui.allocate_ui(size, |ui| {
        name_field::show(ui, view.theme, NAME, label, &chip.name, font)
    });
    let has_left = ui.input(|input| {
        input.key_pressed(Key::Enter) || input.key_pressed(Key::Escape) || input.pointer.any_pressed()
    });
    let is_named = typed.inner.is_some();
    if let Some(name) = typed.inner {
        out.edit(Edit::variant(chip.number, VariantEdit::Rename(view.lang, name)));
    }
    if is_named || (has_left && !is_new.unwrap_or(false)) {
        ui.data_mut(|data| data.remove::<VariantNo>(rename_key()));
        ui.memory_mut(|memory| memory.request_focus(chip_id(chip.number)));
    }
}

/// Copy, rename and remove the variant in hand.
fn actions(ui: &mut Ui, view: &View<'_>, out: &mut Out) {
    let button = |sign: char, label: &'static str| Button::icon_only(sign, label);
    let copy = button(icon::COPY, VariantMsg::Duplicate.text(view.lang)).show(ui, view.theme);
    let rename = button(icon::PENCIL, VariantMsg::Rename.text(view.lang)).show(ui, view.theme);
    let delete = button(icon::TRASH, VariantMsg::Remove.text(view.lang)).show(ui, view.theme);
    if copy.clicked() {
        change(view, out, VariantEdit::Duplicate(None));
    }
    if rename.clicked() {
        start_rename(ui, view.project.product.variant);
    }
    if delete.clicked() {
        change(view, out, VariantEdit::Remove);
    }
}

fn change(view: &View<'_>, out: &mut Out, change: VariantEdit) {
    out.edit(Edit::variant(view.project.product.variant, change));
}
