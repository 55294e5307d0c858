//! What is set in one place, on paper: the stages of the told pathway there, what enters and leaves, and the sum over all
//! pathways.

use super::Worked;
use crate::data::Library;
use crate::lang::Lang;
use crate::model::{Pathway, StageId};
use crate::report::park::{InPark, Park, parks};
use crate::report::sheet::{Block, Cell, Column, Table, Tone};
use crate::text::{PaperMsg, PlaceMsg, WorkbookMsg, number};

/// Flows across the edge that are told, on each side.
const FLOWS: usize = 4;

impl Worked<'_> {
    /// The place with most work; none where nothing is set anywhere.
    pub(super) fn park(&self) -> Option<Vec<Block>> {
        let all = parks(&self.project, self.assessment(), Library::builtin());
        let park = all.first()?;
        let lang = self.lang();
        let named = |lang: Lang| {
            let place = self.names(lang).place(&park.place);
            PaperMsg::ParkAt.with(lang, &[("place", &place)])
        };
        let own = park.pathways.iter().find(|own| own.pathway == self.told);
        let own = own.or(park.pathways.first())?;
        let pathway = self.project.pathway(&own.pathway)?;
        let people = |lang: Lang| own.people(lang);
        Some(vec![
            Block::Heading(1, lang.head(named)),
            Block::Text(
                Tone::Soft,
                lang.lines(|lang| PaperMsg::ParkHint.text(lang).to_owned()),
            ),
            Block::Heading(2, lang.head(|lang| self.names(lang).pathway(&own.pathway))),
            Block::Table(self.inside(pathway, own)),
            Block::Text(Tone::Body, lang.lines(people)),
            Block::Heading(2, PlaceMsg::ParkAll.head(lang).to_owned()),
            Block::Table(self.sums(park)),
        ])
    }

    /// Stages, and what crosses the edge.
    fn inside(&self, pathway: &Pathway, own: &InPark<'_>) -> Table {
        let lang = self.lang();
        let row = |what: PlaceMsg, stage: &StageId, tonnes: f64, hours: Option<f64>| {
            vec![
                Cell::words(what.head(lang)),
                Cell::words(lang.head(|lang| self.names(lang).stage(pathway, stage))),
                Cell::figure(number::rough(tonnes, lang), ""),
                Cell::figure(
                    hours.map_or_else(String::new, |hours| number::rough(hours, lang)),
                    "",
                ),
            ]
        };
        let stages = own.stages.iter();
        let stages =
            stages.map(|stage| row(PlaceMsg::ParkTold, &stage.stage, stage.tonnes, Some(stage.hours)));
        let across = |what: PlaceMsg, flows: &[(StageId, f64)]| {
            let told = flows.iter().take(FLOWS);
            told.map(|(stage, tonnes)| row(what, stage, *tonnes, None))
                .collect::<Vec<_>>()
        };
        Table {
            name: PlaceMsg::ParkSheet.head(lang).to_owned(),
            columns: vec![
                Column::words(PlaceMsg::ParkDirection.head(lang), 0.6),
                Column::words(WorkbookMsg::Stage.head(lang), 1.2),
                Column::figures(PlaceMsg::ParkTonnes.head(lang), 90.0),
                Column::figures(PlaceMsg::ParkHours.head(lang), 70.0),
            ],
            rows: stages
                .chain(across(PlaceMsg::ParkIn, &own.enters))
                .chain(across(PlaceMsg::ParkOut, &own.leaves))
                .collect(),
            dense: true,
            ..Table::default()
        }
    }

    /// Each pathway in the place, and all of them together.
    fn sums(&self, park: &Park<'_>) -> Table {
        let lang = self.lang();
        let figures = |values: [f64; 3]| values.map(|value| Cell::figure(number::rough(value, lang), ""));
        let tonnes = |flows: &[(StageId, f64)]| flows.iter().map(|(_, tonnes)| tonnes).sum::<f64>();
        let hours = |own: &InPark<'_>| own.stages.iter().map(|stage| stage.hours).sum::<f64>();
        let row = |own: &InPark<'_>| {
            let name = lang.head(|lang| self.names(lang).pathway(&own.pathway));
            let figures = figures([tonnes(&own.enters), tonnes(&own.leaves), hours(own)]);
            [Cell::words(name)].into_iter().chain(figures).collect()
        };
        let mut rows: Vec<Vec<Cell>> = park.pathways.iter().map(row).collect();
        let all = figures([park.enters(), park.leaves(), park.hours()]);
        rows.push(
            [Cell::words(PlaceMsg::ParkAll.head(lang))]
                .into_iter()
                .chain(all)
                .collect(),
        );
        Table {
            name: PlaceMsg::ParkAll.head(lang).to_owned(),
            columns: vec![
                Column::words(WorkbookMsg::Pathway.head(lang), 1.2),
                Column::figures(self.head(PaperMsg::ParkEnters), 90.0),
                Column::figures(self.head(PaperMsg::ParkLeaves), 90.0),
                Column::figures(PlaceMsg::ParkHours.head(lang), 70.0),
            ],
            rows,
            dense: true,
            ..Table::default()
        }
    }
}
