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
pub(super) fn show(ui: &mut Ui, view: &View<'_>, out: &mut Out, card: &Card) {
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
    let mut figures = vec![&score.same_grade, &score.mci];
    match &score.hours {
        Hours::Own(own) => figures.push(own),
        Hours::Sides { gained, lost } => figures.extend([gained, lost]),
    }
    let told = fitted(&ui, view, figures);
    // A sliver of a card keeps what stands first; hours never stand on one side alone.
    let (first, hours) = told.split_at(2);
    for told in first {
        if told.width(&ui, view) <= ui.available_width() {
            told.show(&mut ui, view, out, card, None);
        }
    }
    let wanted: f32 = hours
        .iter()
        .map(|told| told.width(&ui, view) + metric::SPACE_S)
        .sum();
    if wanted - metric::SPACE_S <= ui.available_width() {
        for told in hours {
            told.show(&mut ui, view, out, card, None);
        }
    }
}

/// Old and new while a change is shown where there is room for both, else the new with its arrow.
fn fitted<'a>(ui: &Ui, view: &View<'_>, figures: Vec<&'a Shown>) -> Vec<Told<'a>> {
    let pair = |shown| {
        let whole = Told::new(shown);
        let terse = Told { terse: true, ..whole };
        let widths = [terse, whole].map(|told| told.width(ui, view));
        ([terse, whole], widths)
    };
    let pairs: Vec<_> = figures.into_iter().map(pair).collect();
    let taken: f32 = pairs.iter().map(|(_, [terse, _])| terse + metric::SPACE_S).sum();
    let mut spare = ui.available_width() + metric::SPACE_S - taken;
    let fit = |([terse, whole], [short, long]): ([Told<'a>; 2], [f32; 2])| {
        let more = long - short;
        if more > spare {
            return terse;
        }
        spare -= more;
        whole
    };
    pairs.into_iter().map(fit).collect()
}
