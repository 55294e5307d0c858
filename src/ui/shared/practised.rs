//! Practice cards where they bear on something: who does this already, and what they publish beside a factor.

use crate::data::{Beside, Practice};
use crate::model::{EndKind, PlaceId, Project, StageKind};
use crate::text::PracticeMsg;
use crate::text::practice::{both, value, where_and_when, years};
use crate::ui::icon;
use crate::ui::theme::metric;
use crate::ui::view::{Command, Out, Practicing, View};
use crate::ui::widget::rows::{Places, Row, Rows, Said};
use crate::ui::widget::{Button, text};
use egui::{Galley, Id, Rangef, Ui, vec2};
use std::sync::Arc;

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

/// The place that cards are held against: what counts as here on the first pathway.
pub(crate) fn here(project: &Project) -> &PlaceId {
    let of_first = project.pathways.first().map(|pathway| project.home_of(pathway));
    of_first.unwrap_or(&project.product.used_in)
}

/// The nearest cards on what happens at a stage of this `kind`, and the way to all of them.
pub(crate) fn who_does_this(ui: &mut Ui, view: &View<'_>, out: &mut Out, kind: &StageKind) {
    let Some(topic) = topic(kind) else {
        return;
    };
    let home = here(view.project);
    let found = view.practices.on(&[topic], view.library, home);
    if found.is_empty() {
        return;
    }
    text::rule(ui, view.theme);
    text::heading(ui, view.theme, PracticeMsg::WhoDoesThis.head(view.lang));
    let nearest: Vec<(&Practice, String)> = found
        .iter()
        .take(SHOWN)
        .map(|card| (*card, where_and_when(card, view.lang)))
        .collect();
    cards(ui, view, out, topic, &nearest);
    let count = found.len().to_string();
    let all = PracticeMsg::AllOfThem.with(view.lang, &[("count", &count)]);
    if Button::bare(&all)
        .icon(icon::MAP_PIN)
        .show(ui, view.theme)
        .clicked()
    {
        out.command(Command::Practice(Practicing {
            topic: Some(topic.to_owned()),
            card: nearest.first().map(|(card, _)| card.id.clone()),
        }));
    }
}

/// A card that shows something, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    /// The card.
    pub card: String,
    /// Who does it, and what that means for a designer.
    pub words: String,
}

/// The nearest card on the first of `topics` that has any.
pub(crate) fn shown_by<'a>(view: &View<'_>, topics: impl IntoIterator<Item = &'a str>) -> Option<Shown> {
    let home = here(view.project);
    let nearest = |topic| view.practices.on(&[topic], view.library, home).into_iter().next();
    let card = topics.into_iter().find_map(nearest)?;
    let said = |lang| {
        let values = [("card", card.name.get(lang)), ("lesson", card.lesson.get(lang))];
        PracticeMsg::ShownBy.with(lang, &values)
    };
    Some(Shown {
        card: card.id.clone(),
        words: view.lang.lines(said),
    })
}

/// Opens the card of `shown` on its page.
pub(crate) fn open(out: &mut Out, shown: &Shown) {
    out.command(Command::Practice(Practicing {
        topic: None,
        card: Some(shown.card.clone()),
    }));
}

/// Published figures that stand beside `factor`.
pub(crate) fn beside_factor(ui: &mut Ui, view: &View<'_>, out: &mut Out, factor: &crate::model::FactorId) {
    let found = view.practices.beside(factor);
    if found.is_empty() {
        return;
    }
    text::rule(ui, view.theme);
    text::heading(ui, view.theme, PracticeMsg::WhoDoesThis.head(view.lang));
    let said = |beside: &Beside<'_>| {
        let figure = beside.figure;
        view.lang.lines(|lang| {
            let words = [
                figure.what.get(lang),
                &value(figure, lang),
                &years(&figure.year, lang),
            ];
            words.join(" · ")
        })
    };
    let rows: Vec<(&Practice, String)> = found.iter().map(|beside| (beside.card, said(beside))).collect();
    cards(ui, view, out, factor.as_str(), &rows);
}

/// Cards as a list: name over what is said of each; a click opens the card.
fn cards(ui: &mut Ui, view: &View<'_>, out: &mut Out, key: &str, list: &[(&Practice, String)]) {
    let id = Id::unique(("practice beside", key));
    if let Some(card) = card_rows(ui, view, (id, PracticeMsg::WhoDoesThis), list) {
        out.command(Command::Practice(Practicing {
            topic: None,
            card: Some(card.id.clone()),
        }));
    }
}

/// Rows of cards, each with what is said of it; the card that is asked for.
pub(crate) fn card_rows<'a>(
    ui: &mut Ui,
    view: &View<'_>,
    (id, name): (Id, PracticeMsg),
    list: &[(&'a Practice, String)],
) -> Option<&'a Practice> {
    let open = view.selection.practice.card.as_deref();
    let room = ui.available_width() - 2.0 * metric::SPACE_S;
    let laid: Vec<Laid> = list
        .iter()
        .map(|(card, about)| Laid::of(ui, view, &both(&card.name, view.lang), about, room))
        .collect();
    let mut top = 0.0;
    let places: Vec<Rangef> = laid
        .iter()
        .map(|laid| {
            let place = Rangef::new(top, top + laid.height());
            top = place.max;
            place
        })
        .collect();
    let rows = Rows {
        chosen: open.and_then(|open| list.iter().position(|(card, _)| card.id == open)),
        ..Rows::new(id, name.text(view.lang), Places::Each(&places))
    };
    let id_of = |at: usize| Id::unique((id, list.get(at).map(|(card, _)| &card.id)));
    let asked = rows.show(ui, view.theme, id_of, |ui, row| {
        let Some(((card, about), laid)) = list.get(row.at).zip(laid.get(row.at)) else {
            return Said::default();
        };
        laid.paint(ui, view, row);
        Said {
            name: both(&card.name, view.lang),
            value: about.clone(),
            cells: Vec::new(),
        }
    });
    let (card, _) = list.get(asked.choose?)?;
    Some(card)
}

/// A card laid out in a row: its name over what is said of it, both as long as they are.
struct Laid {
    name: Arc<Galley>,
    about: Arc<Galley>,
}

impl Laid {
    fn of(ui: &Ui, view: &View<'_>, name: &str, about: &str, room: f32) -> Self {
        let (theme, painter) = (view.theme, ui.painter());
        let lay =
            |words: &str, font, ink| painter.layout_job(text::job(painter, theme, words, font, ink, room));
        Self {
            name: lay(name, theme.font(metric::TEXT_BODY), theme.ink),
            about: lay(about, theme.font(metric::TEXT_SMALL), theme.ink_soft),
        }
    }

    fn height(&self) -> f32 {
        (self.name.size().y + self.about.size().y + 2.0 * metric::SPACE_S).max(metric::TARGET)
    }

    fn paint(&self, ui: &Ui, view: &View<'_>, row: &Row<'_>) {
        let at = row.rect.left_top() + vec2(metric::SPACE_S, metric::SPACE_S);
        let below = at + vec2(0.0, self.name.size().y);
        ui.painter().galley(at, Arc::clone(&self.name), view.theme.ink);
        ui.painter()
            .galley(below, Arc::clone(&self.about), view.theme.ink_soft);
    }
}
