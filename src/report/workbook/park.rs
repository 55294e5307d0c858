//! The sheet of what is set in one place: stages with what they take in and their hours, and what crosses the edge.

use super::Book;
use super::sheet::{Cell, Sheet, Shown};
use crate::data::Library;
use crate::model::{Pathway, StageId};
use crate::report::park::{InPark, parks};
use crate::text::{PlaceMsg, WorkbookMsg};

/// One row a stage, and one a flow across the edge.
pub(super) fn sheet(book: &Book<'_>) -> Sheet {
    let lang = book.lang;
    let heads = [
        (WorkbookMsg::Place.text(lang), 18.0),
        (WorkbookMsg::Pathway.text(lang), 30.0),
        (PlaceMsg::ParkDirection.text(lang), 16.0),
        (WorkbookMsg::Stage.text(lang), 30.0),
        (PlaceMsg::ParkTonnes.text(lang), 18.0),
        (PlaceMsg::ParkHours.text(lang), 16.0),
        (PlaceMsg::ParkPeople.text(lang), 60.0),
    ];
    let mut sheet = Sheet::new(PlaceMsg::ParkSheet.text(lang), heads);
    for park in parks(book.project, book.assessment, Library::builtin()) {
        let place = book.names().place(&park.place);
        for own in &park.pathways {
            if let Some(pathway) = book.project.pathway(&own.pathway) {
                sheet.rows.extend(rows(book, pathway, own, &place));
            }
        }
        let first = |words: &str| Cell::Strong(words.to_owned());
        sheet.rows.push(vec![
            first(&place),
            first(PlaceMsg::ParkAll.text(lang)),
            Cell::Empty,
            Cell::Empty,
            Cell::Number(park.enters(), Shown::Tenth),
            Cell::Number(park.hours(), Shown::Tenth),
        ]);
    }
    sheet
}

fn rows(book: &Book<'_>, pathway: &Pathway, own: &InPark<'_>, place: &str) -> Vec<Vec<Cell>> {
    let names = book.names();
    let told = own.people(book.lang);
    let row = |what: PlaceMsg, stage: &StageId, tonnes: f64, hours: Option<f64>| {
        vec![
            Cell::text(place),
            Cell::text(names.pathway(&own.pathway)),
            Cell::text(what.text(book.lang)),
            Cell::text(names.stage(pathway, stage)),
            Cell::Number(tonnes, Shown::Tenth),
            Cell::number(hours, Shown::Tenth),
            // Of the pathway in the place as a whole: beside each of its stages.
            Cell::text(if hours.is_some() { told.as_str() } else { "" }),
        ]
    };
    let stages = own.stages.iter();
    let stages = stages.map(|stage| row(PlaceMsg::ParkTold, &stage.stage, stage.tonnes, Some(stage.hours)));
    let enters = own
        .enters
        .iter()
        .map(|(stage, tonnes)| row(PlaceMsg::ParkIn, stage, *tonnes, None));
    let leaves = own
        .leaves
        .iter()
        .map(|(stage, tonnes)| row(PlaceMsg::ParkOut, stage, *tonnes, None));
    stages.chain(enters).chain(leaves).collect()
}
