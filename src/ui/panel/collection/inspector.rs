//! The inspector: the chosen line, then the totals and one change across all.

use super::data::Column;
use super::{ask, totals};
use crate::collection::{Collection, FIGURES, Listed, Status};
use crate::text::{CollectionMsg, Lang};
use crate::ui::collecting::{Collecting, CollectionView, Listing};
use crate::ui::icon;
use crate::ui::theme::metric;
use crate::ui::view::{Out, View};
use crate::ui::widget::{Button, text};
use egui::{ScrollArea, Ui};

/// Draws the inspector.
pub fn inspector(ui: &mut Ui, view: &View<'_>, out: &mut Out) {
    let Some(page) = &view.collection else { return };
    let Listing::There(all) = page.listing else {
        text::small(ui, view.theme, CollectionMsg::Title.head(view.lang));
        return;
    };
    let area = ScrollArea::vertical()
        .id_salt("collection inspector")
        .auto_shrink(false);
    area.show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = metric::SPACE_XS;
        if let Some((at, line)) = page.chosen.and_then(|at| Some((at, all.lines.get(at)?))) {
            chosen(ui, view, out, (page, all), (at, line));
            text::rule(ui, view.theme);
        }
        totals::show(ui, view, page, all);
        text::rule(ui, view.theme);
        totals::one_move(ui, view, out, page);
    });
}

/// The chosen line with all its figures on the pathway.
fn chosen(
    ui: &mut Ui,
    view: &View<'_>,
    out: &mut Out,
    (page, all): (&CollectionView<'_>, &Collection),
    (at, line): (usize, &Listed),
) {
    let (lang, theme) = (view.lang, view.theme);
    text::name(ui, theme, &line.style);
    if !line.note.is_empty() {
        text::small(ui, theme, &line.note);
    }
    if line.status == Status::Bad {
        return;
    }
    let own = all.is_own(page.asked.way).then_some(Column::Way);
    let columns = [Column::Kind, Column::Mass, Column::Pieces, Column::Untaken];
    for column in own.into_iter().chain(columns) {
        let value = column.cell((all, line), page.asked.way, lang);
        let words = format!("{}{}{value}", column.head(lang), lang.colon());
        text::small_ink(ui, theme, &words);
    }
    let has_answer = line
        .value(page.asked.way, crate::figure::PathwayFigure::Mci)
        .is_finite();
    let why = line.whys.iter().find(|(way, _)| *way == page.asked.way);
    if let Some((_, why)) = why {
        text::small(ui, theme, why);
    } else if has_answer {
        for figure in FIGURES {
            let value = line.value(page.asked.way, figure);
            if value.is_finite() {
                let number = |lang: Lang| figure.form().text(value, lang);
                let said = |lang: Lang| format!("{}{}{}", figure.text(lang), lang.colon(), number(lang));
                text::small_ink(ui, theme, &lang.lines(said));
            }
        }
    } else {
        text::small(ui, theme, CollectionMsg::NoAnswer.text(lang));
    }
    ui.add_space(metric::SPACE_S);
    let open = Button::quiet(CollectionMsg::OpenLine.text(lang)).icon(icon::OPEN);
    if open.show(ui, theme).clicked() {
        ask(out, Collecting::OpenLine(at));
    }
}
