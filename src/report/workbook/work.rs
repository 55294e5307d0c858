//! Work by activity and place with its sums, and the quality of that work.

use super::Book;
use super::sheet::{Cell, Sheet, Shown, letters};
use crate::assess::{PathwayFigures, WorkFigure};
use crate::data::{Grade, Library, WorkQuality};
use crate::model::PathwayId;
use crate::report::flow_table::sources;
use crate::text::{CommonMsg, WorkbookMsg};
use crate::work::quality::informal_at;
use std::collections::BTreeMap;

/// Where the hours stand.
const HOURS: usize = 4;

/// The sheet, with the cells that the summary refers to: gained, lost, net by pathway.
pub(super) struct Work {
    /// The sheet.
    pub(super) sheet: Sheet,
    /// Numbers of the rows of the sums.
    pub(super) sums: BTreeMap<PathwayId, [usize; 3]>,
}

impl Work {
    /// The formula of a sum of `pathway`: 0 gained, 1 lost, 2 net.
    pub(super) fn sum(&self, pathway: &PathwayId, which: usize) -> Option<String> {
        let row = self.sums.get(pathway)?.get(which)?;
        Some(format!("={}", self.sheet.cell(HOURS, *row)))
    }
}

/// Every line of every pathway against the baseline; gained lines first, then lost ones, then their sums.
pub(super) fn sheet(book: &Book<'_>) -> Work {
    let heads = [
        (WorkbookMsg::Pathway, 30.0),
        (WorkbookMsg::Activity, 34.0),
        (WorkbookMsg::Place, 18.0),
        (WorkbookMsg::Kind, 12.0),
        (WorkbookMsg::Hours, 12.0),
        (WorkbookMsg::Low, 12.0),
        (WorkbookMsg::High, 12.0),
        (WorkbookMsg::Unit, 18.0),
        (WorkbookMsg::Grade, 8.0),
        (WorkbookMsg::Source, 60.0),
    ];
    let name = WorkbookMsg::Work.text(book.lang);
    let mut work = Work {
        sheet: Sheet::new(name, heads.map(|(head, width)| (head.text(book.lang), width))),
        sums: BTreeMap::new(),
    };
    for figures in answered(book) {
        let sums = [true, false].map(|is_gained| {
            let first = work.sheet.next_row();
            let lines = figures.work.iter().filter(|line| (line.hours > 0.0) == is_gained);
            let rows = lines.map(|line| row(book, figures, line));
            work.sheet.rows.extend(rows);
            (first, work.sheet.next_row() - 1)
        });
        sum(&mut work, book, figures, sums);
    }
    work
}

fn answered<'a>(book: &Book<'a>) -> impl Iterator<Item = &'a PathwayFigures> {
    book.assessment
        .pathways
        .iter()
        .filter(|figures| figures.error.is_none())
}

fn row(book: &Book<'_>, figures: &PathwayFigures, line: &WorkFigure) -> Vec<Cell> {
    let (names, lang) = (book.names(), book.lang);
    let kind = if line.hours > 0.0 {
        WorkbookMsg::Gained
    } else {
        WorkbookMsg::Lost
    };
    let inputs = book.assessment.engine.slots.inputs().iter();
    let input: Vec<_> = inputs
        .filter(|input| Some(&input.key) == line.factor.as_ref())
        .collect();
    vec![
        Cell::text(names.pathway(&figures.id)),
        Cell::text(names.activity(&line.activity)),
        Cell::text(names.place(&line.place)),
        Cell::text(kind.text(lang)),
        Cell::Number(line.hours.abs(), Shown::Tenth),
        Cell::number(line.range.map(|(low, _)| low), Shown::Tenth),
        Cell::number(line.range.map(|(_, high)| high), Shown::Tenth),
        Cell::text(CommonMsg::UnitHoursPerThousand.text(lang)),
        Cell::text(line.grade.map_or("", Grade::letter)),
        Cell::text(sources(&input, Library::builtin()).join("; ")),
    ]
}

/// The rows of the sums of one pathway: `lines` are the first and last rows of what is gained and of what is lost.
fn sum(work: &mut Work, book: &Book<'_>, figures: &PathwayFigures, lines: [(usize, usize); 2]) {
    let lang = book.lang;
    let column = letters(HOURS);
    let first = work.sheet.next_row();
    let over = |(first, last): (usize, usize)| {
        if last >= first {
            format!("=SUM({column}{first}:{column}{last})")
        } else {
            "=0".to_owned()
        }
    };
    let [gained, lost] = lines.map(over);
    let net = format!("={column}{first}-{column}{}", first + 1);
    let totals = &figures.totals;
    let sums = [
        (WorkbookMsg::Gained, gained, totals.gained),
        (WorkbookMsg::Lost, lost, totals.lost),
        (WorkbookMsg::Net, net, totals.gained - totals.lost),
    ];
    for (kind, formula, value) in sums {
        work.sheet.rows.push(vec![
            Cell::Strong(book.names().pathway(&figures.id)),
            Cell::Strong(WorkbookMsg::Total.text(lang).to_owned()),
            Cell::Empty,
            Cell::Strong(kind.text(lang).to_owned()),
            Cell::Formula(formula, value, Shown::Tenth),
            Cell::Empty,
            Cell::Empty,
            Cell::text(CommonMsg::UnitHoursPerThousand.text(lang)),
        ]);
    }
    work.sums
        .insert(figures.id.clone(), [first, first + 1, first + 2]);
}

/// What is known of the quality of each line of work.
pub(super) fn quality(book: &Book<'_>) -> Sheet {
    let heads = [
        (WorkbookMsg::Pathway, 30.0),
        (WorkbookMsg::Activity, 34.0),
        (WorkbookMsg::Place, 18.0),
        (WorkbookMsg::Kind, 12.0),
        (WorkbookMsg::Hours, 12.0),
        (WorkbookMsg::Unit, 18.0),
        (WorkbookMsg::Women, 12.0),
        (WorkbookMsg::Low, 10.0),
        (WorkbookMsg::High, 10.0),
        (WorkbookMsg::Informal, 14.0),
        (WorkbookMsg::SkillLow, 14.0),
        (WorkbookMsg::SkillHigh, 14.0),
        (WorkbookMsg::Unit, 14.0),
        (WorkbookMsg::Training, 14.0),
        (WorkbookMsg::TrainingMost, 14.0),
        (WorkbookMsg::Unit, 10.0),
        (WorkbookMsg::Hazards, 50.0),
        (WorkbookMsg::Grade, 8.0),
    ];
    let lang = book.lang;
    let name = WorkbookMsg::Quality.text(lang);
    let mut sheet = Sheet::new(name, heads.map(|(head, width)| (head.text(lang), width)));
    for figures in answered(book) {
        for line in &figures.work {
            let mut cells = row(book, figures, line);
            cells.truncate(HOURS + 1);
            cells.push(Cell::text(CommonMsg::UnitHoursPerThousand.text(lang)));
            let library = Library::builtin();
            let activity = library.activity(&line.activity);
            let known = activity.and_then(|activity| library.quality(activity));
            cells.extend(known.map_or_else(Vec::new, |known| {
                let informal = informal_at(library, known, &line.place);
                of_work(book, known, informal)
            }));
            sheet.rows.push(cells);
        }
    }
    sheet
}

fn of_work(book: &Book<'_>, known: &WorkQuality, informal: Option<f64>) -> Vec<Cell> {
    let share = |value: Option<f64>| Cell::number(value, Shown::Share);
    let [one, two, three, four] = known.skill;
    let (least, most) = known.training_weeks;
    vec![
        share(Some(known.women.value)),
        share(known.women.low),
        share(known.women.high),
        share(informal),
        share(Some(one + two)),
        share(Some(three + four)),
        Cell::text(WorkbookMsg::UnitShare.text(book.lang)),
        Cell::Number(least, Shown::Plain),
        Cell::Number(most, Shown::Plain),
        Cell::text(WorkbookMsg::UnitWeeks.text(book.lang)),
        Cell::text(known.hazards.get(book.lang)),
        Cell::text(known.women.grade.letter()),
    ]
}
