//! The list at the left: what is done, each with how many cards show it.

use super::data::listing;
use super::filter::Filter;
use crate::text::PracticeMsg;
use crate::text::practice::topic;
use crate::ui::theme::metric;
use crate::ui::view::{Command, Out, Practicing, View};
use crate::ui::widget::rows::{Places, Row, Rows, Said};
use crate::ui::widget::{line, put_left, text};
use egui::{Id, ScrollArea, Ui, pos2};

/// Draws the list.
pub fn list(ui: &mut Ui, view: &View<'_>, out: &mut Out) {
    let filter = Filter::of(ui);
    let practices = view.practices;
    let topics = listing(practices, view, &filter).topics;
    ui.spacing_mut().item_spacing.y = 0.0;
    text::small(ui, view.theme, PracticeMsg::Topics.head(view.lang));
    ui.add_space(metric::SPACE_XS);
    let wanted = view.selection.practice.topic.as_deref();
    let chosen = wanted.map_or(Some(0), |id| {
        topics.iter().position(|(topic, _)| *topic == id).map(|at| at + 1)
    });
    let rows = Rows {
        chosen,
        ..Rows::new(
            Id::unique("practice topics"),
            PracticeMsg::Topics.text(view.lang),
            Places::Even(topics.len() + 1, metric::ROW),
        )
    };
    ScrollArea::vertical().id_salt("practice topics").show(ui, |ui| {
        let id_of = |at: usize| {
            let topic = at.checked_sub(1).and_then(|at| topics.get(at));
            Id::unique(("practice topic", topic.map(|(id, _)| *id)))
        };
        let asked = rows.show(ui, view.theme, id_of, |ui, row| {
            let of = row.at.checked_sub(1).and_then(|at| topics.get(at));
            let (name, count): (String, usize) = match of {
                Some((id, count)) => (topic(id, view.library, view.lang), *count),
                None => (
                    PracticeMsg::AllTopics.head(view.lang).to_owned(),
                    practices.cards.len(),
                ),
            };
            show_topic(ui, view, &name, count, row)
        });
        if let Some(at) = asked.choose {
            let topic = at.checked_sub(1).and_then(|at| topics.get(at));
            out.command(Command::Practice(Practicing {
                topic: topic.map(|(id, _)| (*id).to_owned()),
                card: view.selection.practice.card.clone(),
            }));
        }
    });
}

fn show_topic(ui: &Ui, view: &View<'_>, name: &str, count: usize, row: &Row<'_>) -> Said {
    let (theme, painter) = (view.theme, ui.painter());
    let count = count.to_string();
    let figure = line(painter, &count, theme.font(metric::TEXT_SMALL), theme.ink_soft);
    let right = row.rect.right() - metric::SPACE_S - figure.size().x;
    let left = row.rect.left() + metric::SPACE_S;
    let font = theme.font(metric::TEXT_BODY - 1.0);
    let words = text::one_line(
        painter,
        theme,
        name,
        font,
        theme.ink,
        right - left - metric::SPACE_S,
    );
    let middle = row.rect.center().y;
    put_left(painter, pos2(left, middle), words, theme.ink);
    put_left(painter, pos2(right, middle), figure, theme.ink_soft);
    Said {
        name: name.to_owned(),
        value: count,
        cells: Vec::new(),
    }
}
