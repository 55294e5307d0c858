//! The garment as a flat technical drawing, each part filled by how it fits the chosen route.
//!
//! Invariant: what the drawing says by fill and hatch the words beside it say as well; both select the same part.

pub mod cut;
pub mod data;
pub mod layout;
pub mod shape;

mod bed;
mod jacket;
mod lower;
pub(crate) mod paint;
mod tops;

use super::paint::put;
use crate::explain::fit;
use crate::flow::gate::Verdict;
use crate::model::Name;
use crate::text::{FitMsg, Lang};
use crate::ui::theme::{Theme, metric};
use crate::ui::view::{Command, Out, View};
use crate::ui::widget::searched::searched;
use crate::ui::widget::touch::Touch;
use crate::ui::widget::{Button, Hint as _, bar, focus_ring, text};
use data::{FlatData, FlatPart};
use egui::{Color32, Id, Rect, Role, Sense, Ui, WidgetInfo, vec2};
use layout::{Callout, Flat, Place, Room};

/// Height of a callout's name and of each line of its reason.
const CALLOUT: [f32; 2] = [28.0, 16.0];

/// Lines of reason that a callout of `width` holds.
const fn reason_lines(width: f32) -> usize {
    if width < 220.0 { 3 } else { 2 }
}

/// Height of a callout of `width`; in both languages name and reason take a line more each.
fn callout_height(width: f32, lang: Lang) -> f32 {
    let lines = if reason_lines(width) > 2 { 3.0 } else { 2.0 };
    let more = if lang == Lang::Both { 2.0 } else { 0.0 };
    CALLOUT[0] + (lines + more) * CALLOUT[1]
}
/// Height of the line of the selected part and of the legend.
const FOOT: f32 = 2.0 * metric::ROW + metric::SPACE_S;

/// The choice of the route, in the row of the switch.
pub(super) fn route_choice(ui: &mut Ui, view: &View<'_>, out: &mut Out, width: f32) {
    let Some(route) = data::chosen(view) else { return };
    let name = FitMsg::Route.text(view.lang);
    let shown = data::route_name(view, &route.id);
    let now = (shown.as_str(), Some(&route.id));
    let picked = searched(ui, "flat route", name, now, (width, view.lang), || {
        let fits = fit::route_fits(view.project, view.library);
        let named = fits.into_iter().map(|fit| {
            let name = |lang| data::route_name(&View { lang, ..*view }, &fit.route);
            let name = Name::new(name(Lang::En), name(Lang::Zh));
            (fit.route, name)
        });
        named.collect()
    });
    if let Some(route) = picked {
        out.command(Command::SelectRoute(route));
    }
}

/// Drawing, callouts, the selected part's line and the legend.
pub(super) fn show(ui: &mut Ui, view: &View<'_>, out: &mut Out) {
    let Some(route) = data::chosen(view) else { return };
    let data = data::flat_data(view, route);
    let product = &view.project.product;
    let kind = view.library.kind(&product.kind);
    let flat = layout::flat(kind.map(|kind| kind.drawing), &product.parts);
    let room = ui.available_size();
    let width = (room.x * 0.285).clamp(120.0, 340.0);
    let height = (room.y - FOOT).max(3.0 * callout_height(width, view.lang));
    let (_, area) = ui.allocate_space(vec2(room.x, height));
    let middle = area.shrink2(vec2(width + metric::SPACE_M, metric::SPACE_XS));
    let place = Place::within(&flat, middle);
    let words = Room {
        area,
        width,
        height: callout_height(width, view.lang),
    };
    let named = heaviest(&data, words.capacity());
    let callouts = layout::callouts(&flat, place, &named, words);
    let hovered = drawing(ui, view, out, &data, &flat, place, middle);
    let mut current = hovered;
    let mut ends = Vec::with_capacity(callouts.len());
    for callout in &callouts {
        if let Some(part) = data.parts.get(callout.part) {
            let words = callout_words(ui, view, out, part, callout, hovered == Some(callout.part));
            current = current.or(words.is_over.then_some(callout.part));
            ends.push((*callout, words.end));
        }
    }
    let picked = |part: &FlatPart| view.selection.part.as_ref() == Some(&part.part);
    let look = paint::Look {
        theme: view.theme,
        place,
        selected: data.parts.iter().position(picked),
        current,
    };
    paint::garment(ui.painter(), &look, &flat, &data);
    paint::leaders(ui.painter(), &look, &ends);
    selected_line(ui, view, out, &data);
    legend(ui, view, &data, callouts.len());
}

/// The parts that get words: all, or the heaviest where there are too many.
fn heaviest(data: &FlatData, most: usize) -> Vec<usize> {
    let mut all: Vec<usize> = (0..data.parts.len()).collect();
    if all.len() > most {
        let mass = |at: &usize| data.parts.get(*at).map_or(0.0, |part| part.mass_kg);
        all.sort_by(|a, b| mass(b).total_cmp(&mass(a)));
        all.truncate(most);
    }
    all
}

/// The drawing as one thing to point at; gives the part under the pointer.
fn drawing(
    ui: &Ui,
    view: &View<'_>,
    out: &mut Out,
    data: &FlatData,
    flat: &Flat,
    place: Place,
    area: Rect,
) -> Option<usize> {
    let name = FitMsg::FlatName.with(view.lang, &[("route", &data.name)]);
    let spoken: Vec<&str> = data.parts.iter().map(|part| part.spoken.as_str()).collect();
    let spoken = spoken.join("\n");
    let touch = Touch::new(Id::unique("flat drawing"), area, Role::Image, &name).said(&spoken);
    let response = touch.sense(Sense::CLICK).feel(ui);
    let at = response.hover_pos()?;
    let at = ((at - place.corner) / place.scale).to_pos2();
    let under = layout::part_at(flat, at)?;
    let part = data.parts.get(under)?;
    if response.hint_at_pointer(&part.spoken).clicked() {
        out.command(Command::SelectPart(Some(part.part.clone())));
    }
    Some(under)
}

/// One callout as it was drawn.
struct Words {
    /// True while the pointer or the focus is on it.
    is_over: bool,
    /// Where its name ends.
    end: f32,
}

/// Name, verdict and reason of one part.
fn callout_words(
    ui: &Ui,
    view: &View<'_>,
    out: &mut Out,
    part: &FlatPart,
    callout: &Callout,
    lit: bool,
) -> Words {
    let theme = view.theme;
    let rect = callout.rect.shrink2(vec2(0.0, 2.0));
    let is_selected = view.selection.part.as_ref() == Some(&part.part);
    let id = Id::unique(("flat part", part.part.as_str()));
    let response = Touch::button(id, rect, &part.spoken).chosen(is_selected).feel(ui);
    let is_over = response.hovered() || response.has_focus();
    let ground = if is_selected {
        Some(theme.accent_soft)
    } else if is_over || lit {
        Some(theme.hover)
    } else {
        None
    };
    if let Some(ground) = ground {
        ui.painter().rect_filled(rect, theme.radius(), ground);
    }
    let end = paint::callout(ui.painter(), theme, rect, part);
    focus_ring(ui, theme, &response, rect.shrink(1.0));
    if response.hint(&part.spoken).clicked() {
        out.command(Command::SelectPart(Some(part.part.clone())));
    }
    Words { is_over, end }
}

/// The selected part's answer in full, and the way to its limit.
fn selected_line(ui: &mut Ui, view: &View<'_>, out: &mut Out, data: &FlatData) {
    let picked = |part: &&FlatPart| view.selection.part.as_ref() == Some(&part.part);
    ui.horizontal(|ui| {
        ui.set_min_height(metric::ROW);
        ui.spacing_mut().item_spacing.x = metric::SPACE_S;
        let Some(part) = data.parts.iter().find(picked) else {
            return;
        };
        let theme = view.theme;
        let (rect, _) = ui.allocate_exact_size(vec2(18.0, metric::ROW), Sense::hover());
        let (sign, ink) = sign(theme, part.verdict);
        let icon = ui
            .painter()
            .layout_no_wrap(sign.to_string(), theme.icon_font(18.0), ink);
        put(ui.painter(), rect.left_center(), icon);
        if let Some(limit) = &part.limit {
            let words = FitMsg::OpenLimit.with(view.lang, &[("grade", part.grade)]);
            let button = Button::quiet(FitMsg::Limit.text(view.lang)).tooltip(&words);
            if button.show(ui, theme).clicked() {
                out.open(limit.clone());
            }
        }
        let sentence = ui.available_rect_before_wrap();
        let galley = text::one_line(
            ui.painter(),
            theme,
            &part.spoken,
            theme.font(metric::TEXT_SMALL),
            theme.ink,
            sentence.width(),
        );
        let (rect, response) = ui.allocate_exact_size(vec2(galley.size().x, metric::ROW), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, ui.is_enabled(), &part.spoken));
        put(ui.painter(), rect.left_center(), galley);
    });
}

/// What the fills mean, and how much of the mass is taken.
fn legend(ui: &mut Ui, view: &View<'_>, data: &FlatData, named: usize) {
    let theme = view.theme;
    ui.horizontal(|ui| {
        ui.set_min_height(metric::ROW);
        ui.spacing_mut().item_spacing.x = metric::SPACE_XS + 2.0;
        for verdict in [Verdict::Accepted, Verdict::Reduced, Verdict::Refused] {
            bar::swatch(ui, theme, theme.fit(verdict));
            text::small(ui, theme, fit::verdict(verdict, view.lang));
            ui.add_space(metric::SPACE_S);
        }
        text::small_ink(ui, theme, &data.taken);
        if named < data.parts.len() {
            let rest = (data.parts.len() - named).to_string();
            text::small(ui, theme, &FitMsg::MoreParts.with(view.lang, &[("count", &rest)]));
        }
    });
}

/// The sign and colour of an answer; never by colour alone.
pub(super) const fn sign(theme: &Theme, verdict: Verdict) -> (char, Color32) {
    use crate::ui::icon;
    match verdict {
        Verdict::Accepted => (icon::CHECK, theme.accent),
        Verdict::Reduced => (icon::WARNING, theme.notice),
        Verdict::Refused => (icon::CROSS, theme.ink_soft),
    }
}
