//! Sources behind the figures, terms, and how the workbook is read and changed.

use super::sheet::{Cell, Sheet};
use super::{Book, summary};
use crate::data::Library;
use crate::model::SourceId;
use crate::text::glossary::Glossary;
use crate::text::{Lang, WorkbookMsg, notices};
use std::collections::BTreeSet;

/// Every source that a figure of the project rests on.
pub(super) fn sources(book: &Book<'_>) -> Sheet {
    let heads = [
        (WorkbookMsg::Key, 16.0),
        (WorkbookMsg::Title, 80.0),
        (WorkbookMsg::Year, 10.0),
        (WorkbookMsg::Where, 60.0),
    ];
    let name = WorkbookMsg::Sources.text(book.lang);
    let mut sheet = Sheet::new(name, heads.map(|(head, width)| (head.text(book.lang), width)));
    let inputs = book.assessment.engine.slots.inputs().iter();
    let used: BTreeSet<&SourceId> = inputs.flat_map(|input| &input.figure.sources).collect();
    for source in Library::builtin()
        .sources
        .iter()
        .filter(|source| used.contains(&source.id))
    {
        let texts = [source.id.as_str(), &source.title, &source.year, &source.place];
        sheet.rows.push(texts.map(Cell::text).to_vec());
    }
    sheet
}

/// The glossary in both languages.
pub(super) fn terms(book: &Book<'_>) -> Sheet {
    let heads = [
        (WorkbookMsg::Section, 24.0),
        (WorkbookMsg::TermEn, 40.0),
        (WorkbookMsg::TermZh, 36.0),
        (WorkbookMsg::Meaning, 80.0),
    ];
    let lang = book.lang;
    let name = WorkbookMsg::Terms.text(lang);
    let mut sheet = Sheet::new(name, heads.map(|(head, width)| (head.text(lang), width)));
    for term in &Glossary::builtin().terms {
        let meaning = term.meaning.as_ref().map_or("", |meaning| meaning.get(lang));
        let texts = [
            term.section.text(lang),
            term.name.get(Lang::En),
            term.name.get(Lang::Zh),
            meaning,
        ];
        sheet.rows.push(texts.map(Cell::text).to_vec());
    }
    sheet
}

/// What the workbook is, and how it is changed.
pub(super) fn read_me(book: &Book<'_>) -> Sheet {
    let lang = book.lang;
    let heads = [(WorkbookMsg::Topic, 36.0), (WorkbookMsg::Text, 120.0)];
    let name = WorkbookMsg::ReadMe.text(lang);
    let mut sheet = Sheet::new(name, heads.map(|(head, width)| (head.text(lang), width)));
    let names = [
        ("sheet", WorkbookMsg::Parts.text(lang)),
        ("parts", WorkbookMsg::Parts.text(lang)),
        ("summary", WorkbookMsg::Summary.text(lang)),
        ("work", WorkbookMsg::Work.text(lang)),
    ];
    let said = [
        (WorkbookMsg::What, WorkbookMsg::WhatText),
        (WorkbookMsg::BackTitle, WorkbookMsg::BackText),
        (WorkbookMsg::FormulaTitle, WorkbookMsg::FormulaText),
        (WorkbookMsg::GradeTitle, WorkbookMsg::GradeText),
        (WorkbookMsg::EndorsedTitle, WorkbookMsg::EndorsedText),
    ];
    for (title, text) in said {
        let title = Cell::Strong(title.text(lang).to_owned());
        sheet.rows.push(vec![title, Cell::Text(text.with(lang, &names))]);
    }
    for figures in &book.assessment.pathways {
        if let Some(error) = &figures.error {
            let pathway = book.project.pathway(&figures.id);
            let reason = notices::flow_error(error, &book.names(), pathway);
            let title = Cell::Strong(book.names().pathway(&figures.id));
            let text = WorkbookMsg::NoAnswer.with(lang, &[("reason", &reason)]);
            sheet.rows.push(vec![title, Cell::Text(text)]);
        }
    }
    sheet.rows.extend(summary::about(book));
    sheet
}
