//! What is set in one place, on paper: stages with what they take in and their hours, the people, what enters and leaves.

use super::Worked;
use crate::data::Library;
use crate::model::{Pathway, StageId};
use crate::report::park::{InPark, Park, parks};
use crate::report::sheet::{Block, Cell, Column, Table, Tone};
use crate::text::names::Names;
use crate::text::{Lang, PlaceMsg, number};

/// Hazards and flows that are named.
const NAMED: usize = 3;

impl Worked<'_> {
    /// The section; nothing where no place has work.
    pub(super) fn park(&self) -> Vec<Block> {
        let all = parks(&self.project, self.assessment(), Library::builtin());
        if all.is_empty() {
            return Vec::new();
        }
        let title = PlaceMsg::ParkTitle.head(self.lang()).to_owned();
        let about = self
            .lang()
            .lines(|lang| PlaceMsg::ParkAbout.text(lang).to_owned());
        let mut blocks = vec![Block::Heading(1, title), Block::Text(Tone::Soft, about)];
        for park in &all {
            let name = self.names(self.lang()).head(|names| names.place(&park.place));
            blocks.push(Block::Heading(2, name));
            blocks.push(Block::Table(self.park_table(park)));
        }
        blocks
    }

    fn park_table(&self, park: &Park<'_>) -> Table {
        let head = |message: PlaceMsg| message.head(self.lang()).to_owned();
        let mut rows: Vec<Vec<Cell>> = Vec::new();
        for own in &park.pathways {
            rows.extend(self.park_rows(own));
        }
        let lang = self.lang();
        let tonnes = number::figure(park.enters(), None, lang);
        rows.push(vec![
            Cell::words(head(PlaceMsg::ParkAll)),
            Cell::figure(tonnes, ""),
            Cell::figure(number::rough(park.hours(), lang), ""),
            Cell::Empty,
        ]);
        Table {
            name: self.names(lang).head(|names| names.place(&park.place)),
            columns: vec![
                Column::words(head(PlaceMsg::ParkStage), 0.9),
                Column::figures(head(PlaceMsg::ParkTonnes), 70.0),
                Column::figures(head(PlaceMsg::ParkHours), 62.0),
                Column::words(head(PlaceMsg::ParkPeople), 1.3),
            ],
            rows,
            dense: true,
            ..Table::default()
        }
    }

    /// The pathway with its people and flows, and a row for each of its stages in the place.
    fn park_rows(&self, own: &InPark<'_>) -> Vec<Vec<Cell>> {
        let lang = self.lang();
        let Some(pathway) = self.project.pathway(&own.pathway) else {
            return Vec::new();
        };
        let told = lang.lines(|lang| {
            let names = self.names(lang);
            [people(own, lang), flows(own, pathway, &names)]
                .concat()
                .join(lang.semicolon())
        });
        let hours = own.stages.iter().map(|stage| stage.hours).sum::<f64>();
        let entering = own.enters.iter().map(|(_, tonnes)| tonnes).sum::<f64>();
        let mut rows = vec![vec![
            Cell::words(self.names(lang).head(|names| names.pathway(&own.pathway))),
            Cell::figure(number::figure(entering, None, lang), ""),
            Cell::figure(number::rough(hours, lang), ""),
            Cell::Words {
                text: String::new(),
                small: told,
            },
        ]];
        rows.extend(own.stages.iter().map(|stage| {
            vec![
                Cell::Words {
                    text: String::new(),
                    small: self.names(lang).head(|names| names.stage(pathway, &stage.stage)),
                },
                Cell::figure("", number::figure(stage.tonnes, None, lang)),
                Cell::figure("", number::rough(stage.hours, lang)),
                Cell::Empty,
            ]
        }));
        rows
    }
}

/// Women's share, skills and hazards of the work in the place, as far as there is data.
fn people(own: &InPark<'_>, lang: Lang) -> Vec<String> {
    let work = &own.work;
    let women = work.women.map(|women| {
        let share = number::share_range(women.low, women.high, lang);
        PlaceMsg::ParkWomen.with(lang, &[("share", &share)])
    });
    let skill = work.skill_level().map(|level| {
        let level = number::fixed(level, 1, lang);
        PlaceMsg::ParkSkill.with(lang, &[("level", &level)])
    });
    let named: Vec<&str> = work
        .hazards
        .iter()
        .take(NAMED)
        .map(|hazard| hazard.name.get(lang))
        .collect();
    let hazards = (!named.is_empty())
        .then(|| PlaceMsg::ParkHazards.with(lang, &[("hazards", &named.join(lang.comma()))]));
    [women, skill, hazards].into_iter().flatten().collect()
}

/// What enters and what leaves, the largest flows by name.
fn flows(own: &InPark<'_>, pathway: &Pathway, names: &Names<'_>) -> Vec<String> {
    let lang = names.lang;
    let list = |flows: &[(StageId, f64)]| {
        let said = flows.iter().take(NAMED).map(|(stage, tonnes)| {
            let (stage, tonnes) = (names.stage(pathway, stage), number::figure(*tonnes, None, lang));
            PlaceMsg::ParkFlow.with(lang, &[("stage", &stage), ("tonnes", &tonnes)])
        });
        said.collect::<Vec<_>>().join(lang.comma())
    };
    let sides = [
        (PlaceMsg::ParkEnters, &own.enters),
        (PlaceMsg::ParkLeaves, &own.leaves),
    ];
    let told = sides.into_iter().filter(|(_, flows)| !flows.is_empty());
    told.map(|(message, flows)| message.with(lang, &[("list", &list(flows))]))
        .collect()
}
