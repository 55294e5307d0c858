//! The selected part: name, role, mass, composition, finishes, routes, making.

use super::routes::{self, RouteLine};
use super::rows::TABLE;
use super::{acts, cloth, data, fibre, flat, making, papers};
use crate::edit::{Edit, PartEdit};
use crate::model::{Finishes, Part, Removable, Role};
use crate::text::{ActMsg, CommonMsg, ProductMsg};
use crate::ui::act;
use crate::ui::shared::figure_acts;
use crate::ui::theme::metric;
use crate::ui::view::{Out, View};
use crate::ui::widget::choice::{choice, row};
use crate::ui::widget::name_field;
use crate::ui::widget::touch::Touch;
use crate::ui::widget::{Commit, NumberField, keep_in_sight, scroll_beside, text};
use egui::{Id, Key, Ui, pos2, vec2};

/// Width of fields and lists at the right of a row.
pub(super) const CONTROL: f32 = 150.0;

/// Shows the inspector.
pub(super) fn show(ui: &mut Ui, view: &View<'_>, out: &mut Out) {
    let Some(part) = super::selected(view) else {
        return super::assumed::show(ui, view, out);
    };
    scroll_beside(ui, ("part inspector", part.id.as_str()), |ui| {
        basics(ui, view, out, part);
        text::rule(ui, view.theme);
        fibre::show(ui, view, out, part);
        text::rule(ui, view.theme);
        finishes(ui, view, out, part);
        text::rule(ui, view.theme);
        show_routes(ui, view, out, part);
        text::rule(ui, view.theme);
        making::show(ui, view, out, part);
        text::rule(ui, view.theme);
        papers::show(ui, view, out, part);
        ui.add_space(metric::SPACE_L);
    });
}

fn basics(ui: &mut Ui, view: &View<'_>, out: &mut Out, part: &Part) {
    let theme = view.theme;
    let together = acts::chosen(view).len();
    if together > 1 {
        let several = ActMsg::SeveralParts.with(view.lang, &[("count", &together.to_string())]);
        text::small(ui, theme, &several);
    } else {
        text::small(ui, theme, ProductMsg::PartTitle.head(view.lang));
    }
    // In the table F2 edits the cell.
    let in_table = ui.memory(|memory| memory.has_focus(Id::unique(("part rows", TABLE))));
    if ui.input(|input| input.key_pressed(Key::F2)) && !in_table && act::keys_are_free(ui.ctx()) {
        name_field::focus(ui, "part");
    }
    let label = ProductMsg::PartName.text(view.lang);
    let font = theme.medium_font(metric::TEXT_NAME);
    if let Some(name) = name_field::show(ui, theme, "part", label, &data::part_name(part, view.lang), font) {
        out.edit(Edit::part(&part.id, PartEdit::Rename(view.lang, name)));
    }
    name_field::second(ui, theme, &part.name, view.lang);
    let name = ProductMsg::PartRole.text(view.lang);
    let shown = CommonMsg::from(part.role).text(view.lang);
    let role = row(ui, theme, name, |ui| {
        choice(
            ui,
            ("role", part.id.as_str()),
            name,
            (shown, Some(&part.role)),
            CONTROL,
            || {
                Role::ALL
                    .map(|role| (role, CommonMsg::from(role).text(view.lang).to_owned()))
                    .to_vec()
            },
        )
    });
    if let Some(role) = role {
        out.edit(acts::all(view, part, &PartEdit::SetRole(role)));
    }
    cloth::show(ui, view, out, part);
    count(ui, view, out, part);
    if part.is_hard() {
        cuts(ui, view, out, part);
    }
    let name = ProductMsg::Removal.text(view.lang);
    let shown = (data::removable(part.removable, view.lang), Some(&part.removable));
    let removable = row(ui, theme, name, |ui| {
        choice(ui, ("removable", part.id.as_str()), name, shown, CONTROL, || {
            Removable::ALL
                .map(|each| (each, data::removable(each, view.lang).to_owned()))
                .to_vec()
        })
    });
    if let Some(removable) = removable {
        out.edit(acts::all(view, part, &PartEdit::SetRemovable(removable)));
    }
}

fn count(ui: &mut Ui, view: &View<'_>, out: &mut Out, part: &Part) {
    let name = ProductMsg::Count.text(view.lang);
    let count = Some(f64::from(part.count));
    let field =
        NumberField::new(("part count", part.id.as_str()), name, count, view.lang).range(1.0, 10_000.0);
    if let Some(Commit::Value(count)) = field.example(5.0).width(CONTROL).show(ui, view.theme).commit {
        out.edit(acts::all(view, part, &PartEdit::SetCount(whole(count))));
    }
}

/// Cuts that take a hard part off, whatever its count.
fn cuts(ui: &mut Ui, view: &View<'_>, out: &mut Out, part: &Part) {
    let name = ProductMsg::Cuts.text(view.lang);
    let cuts = Some(f64::from(part.cuts));
    let field = NumberField::new(("part cuts", part.id.as_str()), name, cuts, view.lang).range(1.0, 10_000.0);
    if let Some(Commit::Value(cuts)) = field.example(3.0).width(CONTROL).show(ui, view.theme).commit {
        out.edit(Edit::part(&part.id, PartEdit::SetCuts(whole(cuts))));
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the field takes 1 to 10 000 only"
)]
fn whole(count: f64) -> u32 {
    count.round().clamp(1.0, 10_000.0) as u32
}

fn finishes(ui: &mut Ui, view: &View<'_>, out: &mut Out, part: &Part) {
    text::heading(ui, view.theme, ProductMsg::FinishTitle.head(view.lang));
    let mut now: Finishes = part.finishes;
    let marks = [
        (CommonMsg::FinishCoated, &mut now.coated),
        (CommonMsg::FinishLaminated, &mut now.laminated),
        (CommonMsg::FinishPrinted, &mut now.printed),
        (CommonMsg::FinishCarbonBlack, &mut now.carbon_black),
    ];
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(metric::SPACE_L, metric::SPACE_XS);
        for (message, mark) in marks {
            keep_in_sight(&ui.checkbox(mark, text::in_both(ui.ctx(), message.text(view.lang)).as_ref()));
        }
    });
    if now != part.finishes {
        out.edit(acts::all(view, part, &PartEdit::SetFinishes(now)));
    }
}

fn show_routes(ui: &mut Ui, view: &View<'_>, out: &mut Out, part: &Part) {
    let theme = view.theme;
    let lines = routes::route_lines(view, part);
    let [taken, reduced, refused] = routes::count(&lines).map(|count| count.to_string());
    text::heading(ui, theme, ProductMsg::Routes.head(view.lang));
    let counts = [
        ("taken", taken.as_str()),
        ("reduced", reduced.as_str()),
        ("refused", refused.as_str()),
    ];
    text::small(ui, theme, &ProductMsg::RoutesCount.with(view.lang, &counts));
    for line in lines.iter().take(view.level.most_routes()) {
        route(ui, view, out, line);
    }
}

fn route(ui: &mut Ui, view: &View<'_>, out: &mut Out, line: &RouteLine) {
    let theme = view.theme;
    let indent = 26.0;
    let width = ui.available_width();
    let lay = |text: &str, ink| {
        let font = theme.font(metric::TEXT_SMALL);
        text::wrapped(ui.painter(), theme, text, font, ink, width - indent)
    };
    let (name, why) = (lay(&line.name, theme.ink), lay(&line.why, theme.ink_soft));
    let (_, rect) = ui.allocate_space(vec2(width, name.size().y + why.size().y + metric::SPACE_S));
    let label = ProductMsg::RouteName.with(
        view.lang,
        &[("route", &line.name), ("verdict", line.verdict_word)],
    );
    let id = Id::unique(("route line", line.route.as_str()));
    let touch = Touch::button(id, rect, &label).said(&line.why);
    let response = touch.plate(rect.expand2(vec2(4.0, 0.0))).show(ui, theme);
    let (icon, ink) = flat::sign(theme, line.verdict);
    let first = name.rows.first().map_or(16.0, |row| row.height());
    let top = rect.top() + metric::SPACE_XS;
    let mark = ui
        .painter()
        .layout_no_wrap(icon.to_string(), theme.icon_font(18.0), ink);
    super::paint::put(ui.painter(), pos2(rect.left(), top + first / 2.0), mark);
    let height = name.size().y;
    ui.painter()
        .galley(pos2(rect.left() + indent, top), name, theme.ink);
    ui.painter()
        .galley(pos2(rect.left() + indent, top + height), why, theme.ink_soft);
    if figure_acts::touched(ui, view, out, &response, &line.opens) {
        out.open(line.opens.clone());
    }
}
