//! A card as one line, for narrow windows and beneath the comparison: badge and the first figures that have room.

use super::Told;
use super::data::{Card, Hours, Shown};
use crate::text::number;
use crate::ui::theme::metric;
use crate::ui::view::{Out, View};
use crate::ui::widget::badge::{BADGE, paint_pathway_badge};
use crate::ui::widget::text;
use egui::{Layout, Ui, UiBuilder, pos2, vec2};

/// Draws `card` over the room at hand.
pub(super) fn show<'a>(ui: &mut Ui, view: &View<'_>, out: &mut Out, card: &'a Card) {
    let rect = ui.max_rect().expand2(vec2(metric::SPACE_S, 0.0));
    let badge = pos2(rect.left() + BADGE / 2.0, rect.center().y);
    paint_pathway_badge(ui.painter(), view.theme, badge, card.index);
    let rest = rect.with_min_x(rect.left() + BADGE + metric::SPACE_S);
    let layout = Layout::left_to_right(egui::Align::Center);
    let mut ui = ui.new_child(UiBuilder::new().max_rect(rest).layout(layout));
    ui.spacing_mut().item_spacing.x = metric::SPACE_S;
    let Some(score) = &card.score else {
        text::soft(&mut ui, view.theme, number::NOTHING);
        return;
    };
    let sides = match &score.hours {
        Hours::Own(own) => vec![own],
        Hours::Sides { gained, lost } => vec![gained, lost],
    };
    let told = |figures: &[&'a Shown], terse: bool| -> Vec<Told<'a>> {
        let one = |shown: &&'a Shown| Told {
            terse,
            ..Told::new(shown)
        };
        figures.iter().map(one).collect()
    };
    let width = |all: &[Told<'_>]| -> f32 {
        all.iter()
            .map(|told| told.width(&ui, view) + metric::SPACE_S)
            .sum()
    };
    // Old and new where they fit, of the first figures before the hours; hours never stand on one side alone.
    let ways = [(false, false), (false, true), (true, true)];
    let both = ways.map(|(first, hours)| {
        let first = told(&[&score.same_grade, &score.mci], first);
        [first, told(&sides, hours)].concat()
    });
    let room = ui.available_width() + metric::SPACE_S;
    let fitting = both.into_iter().find(|all| width(all) <= room);
    // A sliver of a card keeps what stands first.
    let first = [
        told(&[&score.same_grade, &score.mci], true),
        told(&[&score.same_grade], true),
    ];
    let all = fitting.or_else(|| first.into_iter().find(|all| width(all) <= room));
    for told in all.unwrap_or_default() {
        told.show(&mut ui, view, out, card, None);
    }
}
