//! The scoreboard: where the mass of each compared pathway goes, how long a piece is worn, how circular that is and what
//! work it gives and takes, always in sight and in this order.

mod card;
pub mod data;
mod line;

use crate::text::{CompareMsg, Lang, count};
use crate::ui::shared::figure_acts;
use crate::ui::theme::metric;
use crate::ui::view::{Command, Out, Page, View};
use crate::ui::widget::touch::Touch;
use crate::ui::widget::{Quiet, focus_ring};
use data::{Card, Shown, cards};
use egui::{Id, Layout, Rect, Response, Stroke, Ui, UiBuilder, pos2, vec2};

/// Under this width the scoreboard is one line.
pub const NARROW: f32 = 800.0;
/// Its height.
pub const HEIGHT: f32 = 130.0;
/// Its height as one line.
pub const LINE: f32 = 36.0;

/// The height that the scoreboard wants in a window of `width`: one line too where the columns of the comparison say the
/// same in full.
pub fn height(width: f32, page: Page, lang: Lang) -> f32 {
    if width < NARROW || page == Page::Compare {
        LINE
    } else if lang == Lang::Both {
        // A line more for the names.
        HEIGHT + 14.0
    } else {
        HEIGHT
    }
}

/// Draws one card per compared pathway over the room at hand; a click on a card selects its pathway.
pub fn show(ui: &mut Ui, view: &View<'_>, out: &mut Out) {
    let cards = cards(view);
    let room = ui.available_rect_before_wrap();
    let high = height(room.width(), view.page, view.lang);
    let (_, whole) = ui.allocate_space(vec2(room.width(), high));
    let width = whole.width() / count_f32(cards.len().max(1));
    for (at, card) in cards.iter().enumerate() {
        let left = whole.left() + count_f32(at) * width;
        let rect = Rect::from_min_size(pos2(left, whole.top()), vec2(width, high));
        let response = ground(ui, view, rect, card, at > 0);
        let pad = match width {
            width if width < 240.0 => metric::SPACE_S,
            width if width < 360.0 => metric::SPACE_M,
            _ => metric::SPACE_L,
        };
        let mut child = ui.new_child(
            UiBuilder::new()
                .id_salt(("scoreboard card", card.key()))
                .max_rect(rect.shrink2(vec2(pad, 0.0)))
                .layout(Layout::top_down(egui::Align::Min)),
        );
        if high < HEIGHT {
            line::show(&mut child, view, out, card);
        } else {
            card::show(&mut child, view, out, card);
        }
        if response.clicked() {
            out.command(Command::SelectPathway(card.id.clone()));
        }
    }
}

/// The card itself, which selects the pathway.
fn ground(ui: &mut Ui, view: &View<'_>, rect: Rect, card: &Card, rule: bool) -> Response {
    let theme = view.theme;
    let label = CompareMsg::SelectHint.with(view.lang, &[("name", &card.name)]);
    let said = card.score.as_ref().and_then(|score| score.parts.as_deref());
    let said = said.or(card.idle.as_ref().map(|idle| idle.full.as_str()));
    let response = Touch::button(Id::unique(("scoreboard", card.key())), rect, &label)
        .chosen(card.selected)
        .about(said.unwrap_or_default())
        .feel(ui);
    let painter = ui.painter();
    if response.hovered() {
        painter.rect_filled(rect, 0.0, theme.hover);
    }
    if rule {
        painter.vline(rect.left(), rect.y_range(), theme.rule_stroke());
    }
    if card.selected {
        let mark = Stroke::new(metric::FOCUS_RING, theme.accent);
        painter.hline(rect.x_range(), rect.top() + 1.0, mark);
    }
    focus_ring(ui, theme, &response, rect.shrink(3.0));
    response
}

/// One figure of a card, which opens it.
#[derive(Debug, Clone, Copy)]
struct Told<'a> {
    /// The figure.
    shown: &'a Shown,
    /// The words that hold it as `{count}`.
    words: Option<CompareMsg>,
    /// What stands before it.
    before: &'a str,
    /// What stands after it.
    after: &'a str,
    /// True where its unit stands with it.
    unit: bool,
    /// True where its range stands with it.
    range: bool,
    /// True where a change is told by its arrow alone.
    terse: bool,
}

impl<'a> Told<'a> {
    const fn new(shown: &'a Shown) -> Self {
        Self {
            shown,
            words: None,
            before: "",
            after: "",
            unit: true,
            range: false,
            terse: false,
        }
    }

    /// The figure as it is written: old and new while a change is shown, else with its range where asked for.
    fn value(&self, lang: Lang) -> String {
        let shown = self.shown;
        let now = if self.unit { &shown.with_unit } else { &shown.text };
        // With a word before it the side is told; the sign would tell it twice.
        let now = match (&shown.change, self.before) {
            (None, before) if !before.is_empty() => count::unsigned(now),
            _ => now,
        };
        let now = self
            .words
            .map_or_else(|| now.to_owned(), |words| words.with(lang, &[("count", now)]));
        match (&shown.change, shown.range.as_ref().filter(|_| self.range)) {
            (Some(change), _) if self.terse => format!("{now}{}", change.trend.arrow()),
            (Some(change), _) => format!("{} → {now}{}", change.old, change.trend.arrow()),
            (None, Some(range)) => CompareMsg::HeadBand.with(lang, &[("value", &now), ("range", range)]),
            (None, None) => now,
        }
    }

    /// The room that it asks for.
    fn width(&self, ui: &Ui, view: &View<'_>) -> f32 {
        let value = self.value(view.lang);
        let words = [self.before, &value, self.after];
        let words = words.iter().filter(|words| !words.is_empty());
        let widths = words.map(|words| text_width(ui, view, words) + metric::SPACE_XS);
        (widths.sum::<f32>() - metric::SPACE_XS).max(metric::TARGET)
    }

    /// Draws it; `cell` is the width of the cell at whose right end it stands.
    fn show(&self, ui: &mut Ui, view: &View<'_>, out: &mut Out, card: &Card, cell: Option<f32>) {
        let figure = self.shown.figure;
        let name = format!("{}: {}", card.name, figure.head(view.lang));
        let value = self.value(view.lang);
        let opens = crate::explain::FigureId::Pathway(card.id.clone(), figure);
        let own = view.of(card.variant);
        let own = own.map(|view| view.own_hint(&opens)).unwrap_or_default();
        let change = self.shown.change.as_ref();
        let range = self.shown.range.as_deref().filter(|_| !self.range);
        let unit = figure.form().unit(view.lang);
        let quiet = Quiet {
            unit: if self.unit || self.words.is_some() {
                ""
            } else {
                unit
            },
            before: self.before,
            after: self.after,
            marked: change.is_some(),
            words: change.map_or(range.unwrap_or_default(), |change| change.words.as_str()),
            cell: cell.map(|width| (width, width)),
            own: &own,
            ..Quiet::new(&name, &value, view.lang)
        };
        // The id of the figure does not depend on the language.
        let id = ("scoreboard", figure.key(), card.key());
        let response = quiet.show(ui, view.theme, id);
        let of = view.of(card.variant).unwrap_or(*view);
        if figure_acts::touched(ui, &of, out, &response, &opens) {
            out.open_of(view, card.variant, opens);
        }
    }
}

fn text_width(ui: &Ui, view: &View<'_>, words: &str) -> f32 {
    crate::ui::widget::text::small_width(ui, view.theme, words)
}

#[expect(clippy::cast_precision_loss, reason = "at most five cards")]
fn count_f32(count: usize) -> f32 {
    count as f32
}
