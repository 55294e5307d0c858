//! What can be done with a figure: opened by a click, copied with its unit, what it is of and its sources, or as the row of
//! all compared columns, by the menu of the right button or by key.

use crate::explain::{FigureId, explain};
use crate::report::sheet::{Block, Figure, Tone, plain};
use crate::text::CommonMsg;
use crate::text::names::Names;
use crate::text::number::NOTHING;
use crate::ui::act::{self, Act, Offer, offer};
use crate::ui::shared::how_far;
use crate::ui::view::{Out, View};
use egui::{Response, Ui};
use std::collections::BTreeSet;

/// Takes what the hand asks of the figure under `response`; true where it is to be opened.
pub(crate) fn touched(
    ui: &Ui,
    view: &View<'_>,
    out: &mut Out,
    response: &Response,
    figure: &FigureId,
) -> bool {
    let lever = how_far::Lever::of_figure(figure);
    let more = || lever.as_ref().map(|lever| lever.offer(view));
    let asked = asked(ui, view, (response, response.has_focus()), figure, more);
    if let (Some(Act::HowFar), Some(lever)) = (asked, &lever) {
        lever.ask(out);
    }
    asked == Some(Act::Open)
}

/// The same of a figure that has one act `more`, or of a row of a list, which has the focus where its list has it and the row
/// is chosen: what is left to be done, opening it or that act.
pub(crate) fn asked(
    ui: &Ui,
    view: &View<'_>,
    (response, has_focus): (&Response, bool),
    figure: &FigureId,
    more: impl Fn() -> Option<Offer>,
) -> Option<Act> {
    let clicked = || response.clicked().then_some(Act::Open);
    let offers = || {
        let mut offers = offers(view, figure);
        offers.extend(more());
        offers
    };
    if has_focus {
        act::mark_figure(ui, response.id);
        if let Some(asked) = act::keyed(ui, &offers()) {
            return left(ui, view, figure, asked);
        }
    }
    if !act::is_asked(ui, response, has_focus) {
        return clicked();
    }
    let title = explain(view.project, view.library, view.assessment, figure, view.lang);
    let title = title.map(|told| told.title).unwrap_or_default();
    let about = (response, has_focus, title.as_str());
    match act::menu(ui, view.theme, view.lang, about, offers) {
        Some(asked) => left(ui, view, figure, asked),
        None => clicked(),
    }
}

/// Copies where that is asked; else it is left to the caller.
fn left(ui: &Ui, view: &View<'_>, figure: &FigureId, asked: Act) -> Option<Act> {
    if !matches!(asked, Act::CopyFigure | Act::CopyCells) {
        return Some(asked);
    }
    copy(ui, view, figure, asked);
    None
}

/// What is offered for a figure: one that all compared columns have is copied with theirs, as a row of cells.
fn offers(view: &View<'_>, figure: &FigureId) -> Vec<Offer> {
    let mut offers = vec![offer(Act::Open), offer(Act::CopyFigure)];
    let columns = &view.project.compared;
    if columns
        .first()
        .is_some_and(|column| figure.of_pathway(&column.pathway).is_some())
    {
        offers.push(offer(Act::CopyCells));
    }
    offers
}

fn copy(ui: &Ui, view: &View<'_>, figure: &FigureId, asked: Act) {
    ui.ctx().copy_text(match asked {
        Act::CopyCells => cells(view, figure),
        _ => text(view, figure),
    });
}

/// The figure of all compared columns as cells of a spreadsheet: their names, then the values.
pub(crate) fn cells(view: &View<'_>, figure: &FigureId) -> String {
    let names = Names {
        project: view.project,
        library: view.library,
        lang: view.lang,
    };
    let (mut head, mut row) = (vec![String::new()], Vec::new());
    for column in &view.project.compared {
        let of = figure.of_pathway(&column.pathway);
        let told = view.of(column.variant).zip(of).and_then(|(view, figure)| {
            explain(view.project, view.library, view.assessment, &figure, view.lang)
        });
        if let (true, Some(told)) = (row.is_empty(), &told) {
            row.push(told.title.clone());
        }
        head.push(names.column(column));
        row.push(told.map_or_else(|| NOTHING.to_owned(), |told| told.value));
    }
    let line = |cells: Vec<String>| {
        let cells: Vec<String> = cells
            .iter()
            .map(|cell| cell.replace(['\t', '\n', '\r'], " "))
            .collect();
        cells.join("\t")
    };
    [
        line(head),
        line(row),
        CommonMsg::EstimateNote.text(view.lang).to_owned(),
    ]
    .join("\n")
        + "\n"
}

/// A figure as text: what it is, its value with unit and range, the pathway, that it is an estimate, its sources.
pub(crate) fn text(view: &View<'_>, figure: &FigureId) -> String {
    let lang = view.lang;
    let Some(told) = explain(view.project, view.library, view.assessment, figure, lang) else {
        return String::new();
    };
    let product = view.project.product.name.get(lang);
    let names = Names {
        project: view.project,
        library: view.library,
        lang,
    };
    let of = figure.pathway().map(|id| names.pathway(id));
    let of: Vec<&str> = [Some(product), of.as_deref()].into_iter().flatten().collect();
    let mut lines = vec![of.join(" · "), CommonMsg::EstimateNote.text(lang).to_owned()];
    let mut said: BTreeSet<&String> = BTreeSet::new();
    let sources = told.factors.iter().flat_map(|factor| &factor.sources);
    lines.extend(sources.filter(|source| said.insert(source)).cloned());
    lines.retain(|line| !line.is_empty());
    let lines = lines.into_iter().map(|line| Block::Text(Tone::Small, line));
    let blocks: Vec<Block> = [Block::Figure(Figure::from(&told))]
        .into_iter()
        .chain(lines)
        .collect();
    plain::passage(&blocks, lang)
}
