//! Practice cards where they bear on something: who does this already, and what they publish beside a factor.

use crate::data::{Beside, Practice, Practices};
use crate::model::{EndKind, StageKind};
use crate::text::PracticeMsg;
use crate::ui::icon;
use crate::ui::panel::practice::data::{self, value};
use crate::ui::theme::metric;
use crate::ui::view::{Command, Out, Practicing, View};
use crate::ui::widget::rows::{Places, Row, Rows, Said};
use crate::ui::widget::{Button, text};
use egui::{Id, Ui, pos2};

/// Cards that stand at a stage; the rest is on their page.
const SHOWN: usize = 3;

/// What cards call that which happens at a stage of this `kind`; none where no card can speak of it.
fn topic(kind: &StageKind) -> Option<&str> {
    match kind {
        StageKind::Item(item) => Some(item.id.as_str()),
        StageKind::Material(route) => Some(route.as_str()),
        StageKind::End(EndKind::EnergyRecovery | EndKind::Incineration) => Some("incin_er"),
        StageKind::End(EndKind::Landfill) => Some("landfill"),
        StageKind::End(_) => None,
    }
}

/// The nearest cards on what happens at a stage of this `kind`, and the way to all of them.
pub(crate) fn who_does_this(ui: &mut Ui, view: &View<'_>, out: &mut Out, kind: &StageKind) {
    let Some(topic) = topic(kind) else {
        return;
    };
    let home = data::home(view.project);
    let found = Practices::builtin().on(&[topic], view.library, &home);
    if found.is_empty() {
        return;
    }
    text::rule(ui, view.theme);
    text::heading(ui, view.theme, PracticeMsg::WhoDoesThis.head(view.lang));
    let nearest: Vec<(&Practice, String)> = found
        .iter()
        .take(SHOWN)
        .map(|card| (*card, data::where_and_when(card, view.lang)))
        .collect();
    cards(ui, view, out, topic, &nearest);
    let count = found.len().to_string();
    let all = PracticeMsg::AllOfThem.with(view.lang, &[("count", &count)]);
    if Button::bare(&all).icon(icon::MAP_PIN).show(ui, view.theme).clicked() {
        out.command(Command::Practice(Practicing {
            topic: Some(topic.to_owned()),
            card: nearest.first().map(|(card, _)| card.id.clone()),
        }));
    }
}

/// Published figures that stand beside `factor`.
pub(crate) fn beside_factor(ui: &mut Ui, view: &View<'_>, out: &mut Out, factor: &crate::model::FactorId) {
    let found = Practices::builtin().beside(factor);
    if found.is_empty() {
        return;
    }
    text::rule(ui, view.theme);
    text::heading(ui, view.theme, PracticeMsg::WhoDoesThis.head(view.lang));
    let said = |beside: &Beside<'_>| {
        let figure = beside.figure;
        [figure.what.get(view.lang), &value(figure, view.lang), &figure.year].join(" · ")
    };
    let rows: Vec<(&Practice, String)> = found.iter().map(|beside| (beside.card, said(beside))).collect();
    cards(ui, view, out, factor.as_str(), &rows);
}

/// Cards as a list: name over what is said of each; a click opens the card.
fn cards(ui: &mut Ui, view: &View<'_>, out: &mut Out, key: &str, list: &[(&Practice, String)]) {
    let id = Id::unique(("practice beside", key));
    let rows = Rows::new(
        id,
        PracticeMsg::WhoDoesThis.text(view.lang),
        Places::Even(list.len(), 2.0 * metric::ROW - metric::SPACE_S),
    );
    let id_of = |at: usize| Id::unique(("practice beside", key, at));
    let asked = rows.show(ui, view.theme, id_of, |ui, row| {
        list.get(row.at)
            .map_or_else(Said::default, |(card, about)| show_card(ui, view, card, about, &row))
    });
    if let Some((card, _)) = asked.choose.and_then(|at| list.get(at)) {
        out.command(Command::Practice(Practicing {
            topic: None,
            card: Some(card.id.clone()),
        }));
    }
}

/// Draws a card as a row.
pub(crate) fn show_card(ui: &Ui, view: &View<'_>, card: &Practice, about: &str, row: &Row<'_>) -> Said {
    let (theme, painter) = (view.theme, ui.painter());
    let name = card.name.get(view.lang);
    let left = row.rect.left() + metric::SPACE_S;
    let room = row.rect.width() - 2.0 * metric::SPACE_S;
    let font = if row.chosen {
        theme.medium_font(metric::TEXT_BODY)
    } else {
        theme.font(metric::TEXT_BODY)
    };
    let top = text::one_line(painter, theme, name, font, theme.ink, room);
    let small = theme.font(metric::TEXT_SMALL);
    let foot = text::one_line(painter, theme, about, small, theme.ink_soft, room);
    let cut = top.elided || foot.elided;
    let first = row.rect.center().y - (top.size().y + foot.size().y) / 2.0;
    let below = first + top.size().y;
    painter.galley(pos2(left, first), top, theme.ink);
    painter.galley(pos2(left, below), foot, theme.ink_soft);
    if cut {
        row.response.clone().on_hover_text(format!("{name}\n{about}"));
    }
    Said {
        name: name.to_owned(),
        value: about.to_owned(),
        cells: Vec::new(),
    }
}
