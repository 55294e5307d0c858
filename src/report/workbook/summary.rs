//! The summary: every figure of the product and of the pathways, with its unit.

use super::parts::Parts;
use super::sheet::{Cell, Sheet, Shown};
use super::work::Work;
use super::{Book, shown};
use crate::assess::PathwayFigures;
use crate::explain::answer::ORDER;
use crate::explain::{left_out, money};
use crate::figure::{PathwayFigure, ProductFigure};
use crate::text::{BesideMsg, CommonMsg, Lang, WorkbookMsg};

/// The sheet: one line per figure, one column per pathway.
pub(super) fn sheet(book: &Book<'_>, parts: &Parts, work: &Work) -> Sheet {
    let lang = book.lang;
    let names = book.names();
    let mut heads = vec![
        (WorkbookMsg::Figure.text(lang).to_owned(), 44.0),
        (WorkbookMsg::Unit.text(lang).to_owned(), 18.0),
    ];
    let pathways = book.assessment.pathways.iter();
    heads.extend(pathways.map(|figures| (names.pathway(&figures.id), 22.0)));
    heads.push((WorkbookMsg::Key.text(lang).to_owned(), 32.0));
    let mut sheet = Sheet::new(WorkbookMsg::Summary.text(lang), heads);
    for figure in ProductFigure::ALL {
        sheet.rows.push(product(book, *figure, parts));
    }
    let rest = PathwayFigure::drawn()
        .iter()
        .filter(|figure| !ORDER.contains(figure));
    for figure in ORDER.iter().chain(rest).chain(&PathwayFigure::BESIDE) {
        let (form, unit) = shown(figure.form(), lang);
        let cell = |figures: &PathwayFigures| of_pathway(book, *figure, figures, work, form);
        let cells = book.assessment.pathways.iter().map(cell);
        let mut row = vec![Cell::text(figure.text(lang)), Cell::text(unit)];
        row.extend(cells);
        row.push(Cell::text(figure.key()));
        sheet.rows.push(row);
    }
    sheet.rows.extend(covered(book));
    sheet.rows.push(Vec::new());
    sheet.rows.extend(about(book));
    sheet.rows.extend(beside(book));
    sheet
}

/// A figure of the product: the same on every pathway. The mass is the sum of the parts.
fn product(book: &Book<'_>, figure: ProductFigure, parts: &Parts) -> Vec<Cell> {
    let lang = book.lang;
    let (form, unit) = shown(figure.row().form, lang);
    let value = figure.value(&book.assessment.product);
    let formula = parts.mass_kg.as_ref().filter(|_| figure == ProductFigure::Mass);
    let cell = || match formula {
        Some(formula) => Cell::Formula(formula.clone(), value, form),
        None => Cell::number(Some(value), form),
    };
    let mut row = vec![Cell::text(figure.text(lang)), Cell::text(unit)];
    row.extend(book.assessment.pathways.iter().map(|_| cell()));
    row.push(Cell::text(figure.key()));
    row
}

fn of_pathway(
    book: &Book<'_>,
    figure: PathwayFigure,
    figures: &PathwayFigures,
    work: &Work,
    form: Shown,
) -> Cell {
    if figures.error.is_some() {
        return Cell::Empty;
    }
    let at = book.assessment.engine.index(&figures.id);
    let outcome = at.and_then(|at| book.assessment.outcomes.pathways.get(at));
    let value = if figure.is_beside() {
        Some(figure.central(figures))
    } else {
        outcome.map(|outcome| figure.value(outcome))
    };
    let sum = match figure {
        PathwayFigure::Gained => work.sum(&figures.id, 0),
        PathwayFigure::Lost => work.sum(&figures.id, 1),
        PathwayFigure::Net => work.sum(&figures.id, 2),
        _ => None,
    };
    match (sum, value) {
        (Some(sum), Some(value)) if value.is_finite() => Cell::Formula(sum, value, form),
        _ => Cell::number(value, form),
    }
}

/// The share of the hours that each sum of wages covers.
fn covered(book: &Book<'_>) -> impl Iterator<Item = Vec<Cell>> {
    let lang = book.lang;
    let sides = [
        (PathwayFigure::WageGained, "covered_gained"),
        (PathwayFigure::WageLost, "covered_lost"),
    ];
    sides.into_iter().map(move |(figure, key)| {
        let name = BesideMsg::CoveredOf.with(lang, &[("figure", figure.text(lang))]);
        let mut row = vec![Cell::Text(name), Cell::text(WorkbookMsg::UnitShare.text(lang))];
        row.extend(book.assessment.pathways.iter().map(|figures| {
            let wages = figures.beside.as_ref().map(|beside| &beside.wages);
            let share = wages.map(|wages| match figure {
                PathwayFigure::WageGained => wages.gained.covered,
                _ => wages.lost.covered,
            });
            Cell::number(share, Shown::Share)
        }));
        row.push(Cell::text(key));
        row
    })
}

/// That carbon and wages are indicative, and what of carbon is left out on each pathway.
fn beside(book: &Book<'_>) -> Vec<Vec<Cell>> {
    let lang = book.lang;
    let mut rows = vec![vec![Cell::Strong(BesideMsg::Indicative.text(lang).to_owned())]];
    for figures in &book.assessment.pathways {
        let Some(beside) = &figures.beside else { continue };
        let list: Vec<String> = beside
            .carbon
            .left_out
            .iter()
            .map(|left| left_out(left, lang))
            .collect();
        let list = list.join(lang.semicolon());
        rows.push(vec![
            Cell::Text(book.names().pathway(&figures.id)),
            Cell::Text(BesideMsg::LeftOut.with(lang, &[("list", &list)])),
        ]);
        if let Some((_, own)) = &beside.carbon.typed {
            let typed = BesideMsg::Typed.with(lang, &[("source", &own.note)]);
            rows.push(vec![Cell::Empty, Cell::Text(typed)]);
        }
        let told = money::told(&beside.payments, lang).into_iter();
        rows.extend(told.map(|line| vec![Cell::Empty, Cell::Text(line)]));
    }
    rows
}

/// What the figures are of, and that they are estimates.
pub(super) fn about(book: &Book<'_>) -> Vec<Vec<Cell>> {
    let (project, lang) = (book.project, book.lang);
    let names = book.names();
    let draws = book.bands.map_or(0, |bands| bands.draws).to_string();
    let said = |message: WorkbookMsg, text: String| {
        vec![Cell::Strong(message.text(lang).to_owned()), Cell::Text(text)]
    };
    let product = &project.product;
    let baseline = project
        .baseline_pathway()
        .map(|pathway| names.pathway(&pathway.id));
    vec![
        vec![Cell::Strong(CommonMsg::EstimateNote.text(lang).to_owned())],
        said(WorkbookMsg::Product, product.name.get(lang).to_owned()),
        said(WorkbookMsg::Variant, names.variant(product.variant)),
        said(
            WorkbookMsg::Volume,
            crate::text::number::typed(product.pieces_per_year.get()),
        ),
        said(WorkbookMsg::Baseline, baseline.unwrap_or_default()),
        said(WorkbookMsg::Date, book.date.to_owned()),
        said(WorkbookMsg::Version, version(lang)),
        said(WorkbookMsg::Seed, project.seed.to_string()),
        said(WorkbookMsg::Count, draws),
    ]
}

fn version(lang: Lang) -> String {
    let name = if lang == Lang::En {
        "Reloom"
    } else {
        "再织（Reloom）"
    };
    format!("{name} {}", env!("CARGO_PKG_VERSION"))
}
