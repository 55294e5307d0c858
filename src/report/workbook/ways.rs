//! Pathways as stages with their exits, and all flows.

use super::Book;
use super::sheet::{Cell, Sheet, Shown};
use crate::assess::FlowKind;
use crate::data::{Grade, Library};
use crate::flow::InputKey;
use crate::model::{Link, Pathway, Stage};
use crate::report::flow_table::{self, sources};
use crate::text::WorkbookMsg;

/// Every stage with every exit.
pub(super) fn pathways(book: &Book<'_>) -> Sheet {
    let heads = [
        (WorkbookMsg::Pathway, 30.0),
        (WorkbookMsg::Stage, 30.0),
        (WorkbookMsg::Place, 18.0),
        (WorkbookMsg::Exit, 30.0),
        (WorkbookMsg::Share, 10.0),
        (WorkbookMsg::Low, 10.0),
        (WorkbookMsg::High, 10.0),
        (WorkbookMsg::Unit, 14.0),
        (WorkbookMsg::Source, 60.0),
        (WorkbookMsg::Grade, 8.0),
    ];
    let name = WorkbookMsg::Pathways.text(book.lang);
    let mut sheet = Sheet::new(name, heads.map(|(head, width)| (head.text(book.lang), width)));
    for pathway in &book.project.pathways {
        for stage in &pathway.stages {
            if stage.exits.is_empty() {
                sheet.rows.push(start(book, pathway, stage));
            }
            let exits = stage.exits.iter();
            sheet
                .rows
                .extend(exits.map(|link| exit(book, pathway, stage, link)));
        }
    }
    sheet
}

fn start(book: &Book<'_>, pathway: &Pathway, stage: &Stage) -> Vec<Cell> {
    let names = book.names();
    vec![
        Cell::text(names.pathway(&pathway.id)),
        Cell::text(names.stage(pathway, &stage.id)),
        Cell::text(names.place(&stage.place)),
    ]
}

fn exit(book: &Book<'_>, pathway: &Pathway, stage: &Stage, link: &Link) -> Vec<Cell> {
    let names = book.names();
    let key = InputKey::Share {
        pathway: pathway.id.clone(),
        from: stage.id.clone(),
        to: link.to.clone(),
    };
    let inputs = book.assessment.engine.slots.inputs().iter();
    let of: Vec<_> = inputs.filter(|input| input.key == key).collect();
    let grade = of.iter().map(|input| input.figure.grade).max();
    let mut cells = start(book, pathway, stage);
    cells.extend([
        Cell::text(names.stage(pathway, &link.to)),
        Cell::Number(link.share.get(), Shown::Share),
        Cell::number(link.range.map(|(low, _)| low.get()), Shown::Share),
        Cell::number(link.range.map(|(_, high)| high.get()), Shown::Share),
        Cell::text(WorkbookMsg::UnitShare.text(book.lang)),
        Cell::text(sources(&of, Library::builtin()).join("; ")),
        Cell::text(grade.map_or("", Grade::letter)),
    ]);
    cells
}

/// All flows of all pathways, of one piece.
pub(super) fn flows(book: &Book<'_>) -> Sheet {
    let lang = book.lang;
    let head = |message: WorkbookMsg, width: f64| (message.text(lang).to_owned(), width);
    let end = |message: WorkbookMsg| {
        let words = [WorkbookMsg::Mass, message].map(|word| word.text(lang));
        (words.join(lang.comma()), 12.0)
    };
    let heads = [
        head(WorkbookMsg::Pathway, 30.0),
        head(WorkbookMsg::From, 30.0),
        head(WorkbookMsg::To, 30.0),
        head(WorkbookMsg::FlowKind, 14.0),
        head(WorkbookMsg::Mass, 12.0),
        head(WorkbookMsg::Unit, 8.0),
        head(WorkbookMsg::PieceShare, 12.0),
        head(WorkbookMsg::PiecesPer100, 12.0),
        head(WorkbookMsg::OwnHours, 12.0),
        head(WorkbookMsg::ReplacedHours, 12.0),
        head(WorkbookMsg::Unit, 18.0),
        end(WorkbookMsg::Low),
        end(WorkbookMsg::High),
        head(WorkbookMsg::Unit, 8.0),
        head(WorkbookMsg::Source, 60.0),
        head(WorkbookMsg::Grade, 8.0),
    ];
    let mut sheet = Sheet::new(WorkbookMsg::Flows.text(lang), heads);
    let names = book.names();
    for figures in &book.assessment.pathways {
        for row in flow_table::rows(&names, book.assessment, &figures.id) {
            sheet.rows.push(flow(book, names.pathway(&figures.id), &row));
        }
    }
    sheet
}

fn flow(book: &Book<'_>, pathway: String, row: &flow_table::Row) -> Vec<Cell> {
    let lang = book.lang;
    let unit = |message: WorkbookMsg| Cell::text(message.text(lang));
    let (low, high) = row.range.unzip();
    vec![
        Cell::Text(pathway),
        Cell::text(row.from.as_str()),
        Cell::text(row.to.as_str()),
        Cell::text(kind(row.kind).text(lang)),
        Cell::number(Some(row.kg), Shown::Four),
        unit(WorkbookMsg::UnitKg),
        Cell::number(Some(row.share), Shown::Share),
        Cell::number(row.pieces, Shown::Two),
        Cell::number(Some(row.own_hours), Shown::Tenth),
        Cell::number(Some(row.replaced_hours), Shown::Tenth),
        unit(WorkbookMsg::UnitHours),
        Cell::number(low, Shown::Four),
        Cell::number(high, Shown::Four),
        unit(WorkbookMsg::UnitKg),
        Cell::text(row.sources.join("; ")),
        Cell::text(row.grade.map_or("", Grade::letter)),
    ]
}

const fn kind(kind: Option<FlowKind>) -> WorkbookMsg {
    match kind {
        None => WorkbookMsg::FlowSold,
        Some(FlowKind::Pieces) => WorkbookMsg::FlowPieces,
        Some(FlowKind::Output) => WorkbookMsg::FlowOutput,
        Some(FlowKind::Residue) => WorkbookMsg::FlowResidue,
        Some(FlowKind::Removed) => WorkbookMsg::FlowRemoved,
        Some(FlowKind::Refused) => WorkbookMsg::FlowRefused,
    }
}
