//! Draws with their verdicts, and what all figures rest on: own figures first.

use super::sheet::{Cell, Sheet, Shown};
use super::{Book, shown};
use crate::data::Library;
use crate::figure::PathwayFigure;
use crate::flow::{Input, InputOrigin};
use crate::model::Assumed;
use crate::report::flow_table::sources;
use crate::text::{AssumedMsg, ProductMsg, WorkbookMsg, units};
use crate::uncertainty::{Band, Bands, Paired};

/// Percentiles of every figure of every pathway, then each pathway against the others.
pub(super) fn draws(book: &Book<'_>) -> Sheet {
    let lang = book.lang;
    let heads = [
        (WorkbookMsg::Pathway, 30.0),
        (WorkbookMsg::Against, 30.0),
        (WorkbookMsg::Figure, 40.0),
        (WorkbookMsg::Unit, 18.0),
    ];
    let mut heads = heads
        .map(|(head, width)| (head.text(lang).to_owned(), width))
        .to_vec();
    heads.push(("5%".to_owned(), 10.0));
    heads.push((WorkbookMsg::Middle.text(lang).to_owned(), 10.0));
    heads.push(("95%".to_owned(), 10.0));
    let more = [
        (WorkbookMsg::Mean, 10.0),
        (WorkbookMsg::Deviation, 12.0),
        (WorkbookMsg::Better, 16.0),
        (WorkbookMsg::Verdict, 24.0),
        (WorkbookMsg::Seed, 12.0),
        (WorkbookMsg::Count, 12.0),
    ];
    heads.extend(more.map(|(head, width)| (head.text(lang).to_owned(), width)));
    let mut sheet = Sheet::new(WorkbookMsg::Draws.text(lang), heads);
    if let Some(bands) = book.bands {
        of_pathways(book, bands, &mut sheet);
        sheet
            .rows
            .extend(bands.paired.iter().map(|pair| paired(book, bands, pair)));
    }
    sheet
}

fn of_pathways(book: &Book<'_>, bands: &Bands, sheet: &mut Sheet) {
    for (at, figures) in book.assessment.pathways.iter().enumerate() {
        for figure in PathwayFigure::drawn().iter().chain(&PathwayFigure::BESIDE) {
            let Some(band) = bands.band(at, *figure).filter(|_| figures.error.is_none()) else {
                continue;
            };
            let name = book.names().pathway(&figures.id);
            let mut row = vec![Cell::Text(name), Cell::Empty];
            row.extend(spread(book, *figure, band));
            row.extend([Cell::Empty, Cell::Empty]);
            row.extend(run(book, bands));
            sheet.rows.push(row);
        }
    }
}

fn spread(book: &Book<'_>, figure: PathwayFigure, band: Band) -> Vec<Cell> {
    let (form, unit) = shown(figure.form(), book.lang);
    let numbers = [band.p5, band.p50, band.p95, band.mean, band.sd];
    let mut cells = vec![Cell::text(figure.text(book.lang)), Cell::text(unit)];
    cells.extend(numbers.map(|value| Cell::number(Some(value), form)));
    cells
}

fn run(book: &Book<'_>, bands: &Bands) -> [Cell; 2] {
    [
        Cell::Text(book.project.seed.to_string()),
        Cell::number(Some(bands.draws as f64), Shown::Whole),
    ]
}

fn paired(book: &Book<'_>, bands: &Bands, pair: &Paired) -> Vec<Cell> {
    let name = |at: usize| {
        let figures = book.assessment.pathways.get(at);
        figures.map_or_else(String::new, |figures| book.names().pathway(&figures.id))
    };
    let verdict = match pair.a_better {
        None => WorkbookMsg::VerdictNone.text(book.lang).to_owned(),
        Some(share) => {
            let count = format!("{:.0}", share * 100.0);
            WorkbookMsg::VerdictIn.with(book.lang, &[("count", &count)])
        }
    };
    let mut row = vec![Cell::Text(name(pair.a)), Cell::Text(name(pair.b))];
    row.extend(spread(book, pair.figure, pair.difference));
    row.push(Cell::number(pair.a_better, Shown::Share));
    row.push(Cell::Text(verdict));
    row.extend(run(book, bands));
    row
}

/// Everything that the figures rest on: own figures, what nobody has stated, then the worst grade first.
pub(super) fn assumptions(book: &Book<'_>) -> Sheet {
    let heads = [
        (WorkbookMsg::Topic, 60.0),
        (WorkbookMsg::Value, 12.0),
        (WorkbookMsg::Low, 12.0),
        (WorkbookMsg::High, 12.0),
        (WorkbookMsg::Unit, 24.0),
        (WorkbookMsg::Grade, 8.0),
        (WorkbookMsg::Whose, 22.0),
        (WorkbookMsg::Source, 60.0),
        (WorkbookMsg::Note, 40.0),
        (WorkbookMsg::Key, 40.0),
    ];
    let lang = book.lang;
    let name = WorkbookMsg::Assumptions.text(lang);
    let mut sheet = Sheet::new(name, heads.map(|(head, width)| (head.text(lang), width)));
    let is_own = |input: &&Input| input.origin == InputOrigin::Override;
    let inputs = book.assessment.engine.slots.inputs();
    sheet
        .rows
        .extend(inputs.iter().filter(is_own).map(|input| of_input(book, input)));
    let marks = book.project.product.assumed.iter();
    sheet.rows.extend(marks.map(|mark| assumed(book, mark)));
    let mut rest: Vec<&Input> = inputs.iter().filter(|input| !is_own(input)).collect();
    rest.sort_by_key(|input| std::cmp::Reverse(input.figure.grade));
    sheet
        .rows
        .extend(rest.into_iter().map(|input| of_input(book, input)));
    sheet
}

fn of_input(book: &Book<'_>, input: &Input) -> Vec<Cell> {
    let (figure, lang) = (&input.figure, book.lang);
    let whose = match input.origin {
        InputOrigin::Override => WorkbookMsg::OwnFigure,
        InputOrigin::Project => WorkbookMsg::ProjectFigure,
        InputOrigin::Library if figure.is_assumption() => WorkbookMsg::AssumedFigure,
        InputOrigin::Library => WorkbookMsg::LibraryFigure,
    };
    let own = input.key.factor().and_then(|id| book.project.overrides.get(id));
    let unit = if units::is_share(&figure.unit) {
        WorkbookMsg::UnitShare.text(lang).to_owned()
    } else {
        units::unit(&figure.unit, lang)
    };
    vec![
        Cell::text(input.name.get(lang)),
        Cell::number(Some(figure.value), Shown::Plain),
        Cell::number(figure.low, Shown::Plain),
        Cell::number(figure.high, Shown::Plain),
        Cell::Text(unit),
        Cell::text(figure.grade.letter()),
        Cell::text(whose.text(lang)),
        Cell::text(sources(&[input], Library::builtin()).join("; ")),
        Cell::text(own.map_or("", |own| own.note.as_str())),
        Cell::Text(input.key.to_string()),
    ]
}

/// What nobody has stated.
fn assumed(book: &Book<'_>, mark: &Assumed) -> Vec<Cell> {
    let lang = book.lang;
    let of = |part: &crate::model::PartId, what: &str| {
        let part = book.names().part(part);
        AssumedMsg::Of.with(lang, &[("part", &part), ("what", what)])
    };
    let words = match mark {
        Assumed::Mass(part) => of(part, AssumedMsg::Mass.text(lang)),
        Assumed::Making(part) => of(part, AssumedMsg::Making.text(lang)),
        Assumed::Finishes(part) => of(part, ProductMsg::FinishTitle.text(lang)),
        Assumed::Volume => WorkbookMsg::Volume.text(lang).to_owned(),
        Assumed::MadeIn => ProductMsg::MadeIn.text(lang).to_owned(),
        Assumed::UsedIn => ProductMsg::UsedIn.text(lang).to_owned(),
    };
    let mut row = vec![Cell::Text(words)];
    row.extend([const { Cell::Empty }; 5]);
    row.push(Cell::text(WorkbookMsg::Assumed.text(lang)));
    row
}
